/* SPDX-License-Identifier: MIT
 *
 * Tokens and sentences of any text cover it in order without overlap, and phrases are found in it
 * within bounds.
 */
#include "fuzz/fuzz.h"

#include "text/phrase-table.h"

#include "support/padded.h"

static void
check_tokens(const FactTokens *tokens)
{
    uint32_t last = 0;

    for (guint i = 0; i < tokens->n; i++) {
        const FactToken *token = &tokens->tokens[i];

        g_assert_cmpuint(token->start, >=, last);
        g_assert_cmpuint(token->end, >, token->start);
        g_assert_cmpuint(token->end, <=, tokens->text_len);
        last = token->end;
    }
    g_assert_cmpuint(tokens->tokens[tokens->n].flags, ==, 0);
}

static void
check_sentences(const FactTokens *tokens)
{
    for (guint i = 0; i < tokens->n_sentences; i++)
        g_assert_cmpuint(tokens->sentences[i], <, tokens->sentences[i + 1]);
    if (tokens->n_sentences > 0)
        g_assert_cmpuint(tokens->sentences[tokens->n_sentences], ==, tokens->n);
    for (guint i = 0; i < tokens->n; i++) {
        guint sentence = fact_tokens_sentence_of(tokens, i);

        g_assert_cmpuint(tokens->sentences[sentence], <=, i);
        g_assert_cmpuint(tokens->sentences[sentence + 1], >, i);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const phrases[] = {"more than", "U.S.", "GPT-4", "°C", "per cent", "'s"};
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = fact_phrase_table_new();
    g_autofree char *valid = g_utf8_make_valid((const char *)data, (gssize)size);
    g_autofree char *text = test_padded(valid);
    FactTokens tokens;

    for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
        fact_phrase_table_add(table, lexicon, phrases[i], FACT_WORD_NAME, i + 1);
    fact_phrase_table_add(table, lexicon, valid, 0, 100);
    fact_tokens_init(&tokens, lexicon);
    fact_tokens_split(&tokens, text, strlen(valid));
    check_tokens(&tokens);
    check_sentences(&tokens);
    for (guint i = 0; i < tokens.n; i++) {
        uint32_t payload;
        guint end = fact_phrase_table_match(table, &tokens, i, tokens.n, &payload);

        g_assert_true(end >= i && end <= tokens.n);
    }
    fact_tokens_clear(&tokens);
    return 0;
}
