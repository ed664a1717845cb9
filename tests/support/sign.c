/* SPDX-License-Identifier: MIT */
#include "support/sign.h"

#include "compare/signature.h"
#include "support/padded.h"

char *
test_sign(const char *text)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autofree char *padded = test_padded(text);
    FactTokens tokens;
    char *signature = NULL;

    fact_tokens_init(&tokens, lexicon);
    fact_tokens_split(&tokens, padded, strlen(padded));
    signature = fact_signature_from_tokens(&tokens);
    fact_tokens_clear(&tokens);
    return signature;
}
