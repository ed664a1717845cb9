/* SPDX-License-Identifier: MIT
 *
 * What is shown of the text around a claim: the span itself, and a piece of its line on either
 * side. White space is folded to single spaces, cuts fall between words, and a piece that was cut
 * has no sign of it: the writers add their own.
 */
#include "claim/claim.h"

#include <string.h>

void
fact_evidence_clear(FactEvidence *evidence)
{
    if (evidence == NULL)
        return;
    g_clear_pointer(&evidence->quote, g_free);
    g_clear_pointer(&evidence->prefix, g_free);
    g_clear_pointer(&evidence->suffix, g_free);
}

static gboolean
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

static gboolean
is_continuation(char c)
{
    return ((guchar)c & 0xc0) == 0x80;
}

/* Runs of white space become one space, those at the ends included: a space at the end of the
 * prefix tells that the quote begins a word. */
static char *
fold_spaces(const char *text, size_t start, size_t end)
{
    GString *out = g_string_sized_new(end - start);

    for (size_t i = start; i < end; i++) {
        if (!is_space(text[i]))
            g_string_append_c(out, text[i]);
        else if (i == start || !is_space(text[i - 1]))
            g_string_append_c(out, ' ');
    }
    return g_string_free(out, FALSE);
}

/* First byte of what is shown before @start: a word's first letter. */
static size_t
find_prefix(const char *text, size_t start)
{
    size_t i = start;
    size_t word = start;

    while (i > 0 && text[i - 1] != '\n' && start - i < FACT_EVIDENCE_MAX) {
        i--;
        if (!is_space(text[i]) && (i == 0 || is_space(text[i - 1])))
            word = i;
    }
    if (i == 0 || text[i - 1] == '\n')
        word = i;
    while (word == start && i < start && is_continuation(text[i]))
        i++; /* one endless word: cut between characters */
    return word == start ? i : word;
}

/* One past the last byte of what is shown after @end. */
static size_t
find_suffix(const char *text, size_t len, size_t end)
{
    size_t i = end;
    size_t word = end;

    while (i < len && text[i] != '\n' && i - end < FACT_EVIDENCE_MAX) {
        i++;
        if (!is_space(text[i - 1]) && (i == len || is_space(text[i])))
            word = i;
    }
    if (word > end)
        return word;
    while (i > end && i < len && is_continuation(text[i]))
        i--;
    return i;
}

void
fact_evidence_from_text(const char *text, size_t len, size_t start, size_t end,
                        FactEvidence *out_evidence)
{
    end = MIN(end, len);
    start = MIN(start, end);
    out_evidence->quote = fold_spaces(text, start, end);
    out_evidence->prefix = g_strchug(fold_spaces(text, find_prefix(text, start), start));
    out_evidence->suffix = g_strchomp(fold_spaces(text, end, find_suffix(text, len, end)));
}
