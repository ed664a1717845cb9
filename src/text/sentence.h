/* SPDX-License-Identifier: MIT
 *
 * Sentences: where each begins. Marked on the tokens and listed beside them.
 */
#pragma once

#include "text/token.h"

/* Sets FACT_TOKEN_SENTENCE and fills @tokens->sentences. */
void
fact_sentences_split(FactTokens *tokens);
