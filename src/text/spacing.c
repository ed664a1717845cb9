/* SPDX-License-Identifier: MIT
 *
 * Corpora are often published with a space around every hyphen. Such a hyphen looks like a dash, so
 * it is joined only where the text has given itself away: by "36 - year - old", by "multi - boat",
 * by "6.1 - magnitude", or by a dash torn in two ("- -"). Only hyphens between a word or number and
 * a small word or a number are joined; a torn dash never is.
 */
#include "text/spacing.h"

#include <string.h>

static gboolean
is_worded(const FactToken *token)
{
    return (token->flags & (FACT_TOKEN_WORD | FACT_TOKEN_NUMBER)) != 0;
}

/* One token of the tokeniser's, "-", with one space on either side, on one line. */
static gboolean
is_free_hyphen(const FactTokens *tokens, guint i)
{
    const FactToken *token = &tokens->tokens[i];
    return (token->flags & FACT_TOKEN_DASH) != 0 && i > 0 && i + 1 < tokens->n &&
           token->end - token->start == 1 && tokens->text[token->start] == '-' &&
           token->start - tokens->tokens[i - 1].end == 1 && token[1].start - token->end == 1 &&
           ((token->flags | token[1].flags) & FACT_TOKEN_NEWLINE) == 0;
}

static gboolean
is_text(const FactTokens *tokens, guint i, const char *word)
{
    const FactToken *token = &tokens->tokens[i];
    size_t len = strlen(word);
    return token->end - token->start == len &&
           g_ascii_strncasecmp(tokens->text + token->start, word, len) == 0;
}

/* Prefixes that nothing but a hyphen follows: no clause ends in them. */
static gboolean
is_bound_prefix(const FactTokens *tokens, guint i)
{
    static const char *const prefixes[] = {"multi", "anti", "non",  "co",     "pre",
                                           "mid",   "semi", "self", "counter"};
    for (size_t k = 0; k < G_N_ELEMENTS(prefixes); k++)
        if (is_text(tokens, i, prefixes[k]))
            return TRUE;
    return FALSE;
}

static gboolean
is_small_word(const FactToken *token)
{
    return (token->flags & (FACT_TOKEN_WORD | FACT_TOKEN_CAPITAL)) == FACT_TOKEN_WORD;
}

/* What no writer's dash looks like, at the free hyphen @i. */
static gboolean
gives_away(const FactTokens *tokens, guint i)
{
    const FactToken *before = &tokens->tokens[i - 1];
    const FactToken *after = &tokens->tokens[i + 1];
    if (is_free_hyphen(tokens, i + 1))
        return TRUE;
    if (!is_small_word(after))
        return FALSE;
    if (is_bound_prefix(tokens, i - 1) || is_text(tokens, i + 1, "magnitude"))
        return TRUE;
    if (!is_worded(before) || i + 3 >= tokens->n || !is_free_hyphen(tokens, i + 2))
        return FALSE;
    return is_text(tokens, i + 3, "old") ||
           ((before->flags & FACT_TOKEN_NUMBER) != 0 && is_small_word(&tokens->tokens[i + 3]));
}

/* "the port - Manokwari" may be a dash; "AK - 47" and "Cap - Ferrat" are not to be told from it. */
static gboolean
can_join(const FactTokens *tokens, guint i)
{
    const FactToken *before = &tokens->tokens[i - 1];
    const FactToken *after = &tokens->tokens[i + 1];
    if (!is_worded(before) || !is_worded(after) || (i >= 2 && is_free_hyphen(tokens, i - 1)))
        return FALSE;
    gboolean are_names =
        (before->flags & FACT_TOKEN_CAPITAL) != 0 && (after->flags & FACT_TOKEN_CAPITAL) != 0;
    return is_small_word(after) || are_names || (after->flags & FACT_TOKEN_NUMBER) != 0;
}

void
fact_spacing_mend(FactTokens *tokens)
{
    guint i = 1;
    while (i < tokens->n && !(is_free_hyphen(tokens, i) && gives_away(tokens, i)))
        i++;
    if (i >= tokens->n)
        return;
    tokens->is_spaced = TRUE;
    for (i = 1; i < tokens->n; i++) {
        if (!is_free_hyphen(tokens, i) || !can_join(tokens, i))
            continue;
        tokens->tokens[i].flags |= FACT_TOKEN_GLUED;
        tokens->tokens[i + 1].flags |= FACT_TOKEN_GLUED;
    }
}
