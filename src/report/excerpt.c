/* SPDX-License-Identifier: MIT */
#include "report/excerpt.h"

#include "report/escape.h"

#include <string.h>

#define ELLIPSIS "…"
/* Evidence this long was most likely cut by FACT_EVIDENCE_MAX; its cuts carry no sign. */
#define CUT_LENGTH (FACT_EVIDENCE_MAX * 3 / 4)
/* A full stop after a word shorter than this may belong to an abbreviation. */
#define LAST_WORD_MIN 4

void
fact_excerpt_clear(FactExcerpt *excerpt)
{
    g_clear_pointer(&excerpt->before, g_free);
    g_clear_pointer(&excerpt->quote, g_free);
    g_clear_pointer(&excerpt->after, g_free);
}

/* Whether a sentence ends with the mark at @i: a space follows, and no short word that may be an
 * abbreviation stands before. */
static gboolean
ends_sentence(const char *text, size_t i)
{
    size_t word = 0;

    if (strchr(".!?", text[i]) == NULL || (text[i + 1] != ' ' && text[i + 1] != '\0'))
        return FALSE;
    if (text[i] != '.')
        return TRUE;
    while (word < i && (g_ascii_isalnum(text[i - word - 1]) || (text[i - word - 1] & 0x80) != 0))
        word++;
    return word >= LAST_WORD_MIN || (word > 0 && g_ascii_isdigit(text[i - 1]));
}

static const char *
last_sentence(const char *text)
{
    const char *start = text;

    for (size_t i = 0; text[i] != '\0'; i++) {
        if (text[i + 1] == ' ' && (g_ascii_isupper(text[i + 2]) || (text[i + 2] & 0x80) != 0) &&
            ends_sentence(text, i))
            start = text + i + 2;
    }
    return start;
}

static size_t
first_sentence(const char *text)
{
    size_t i = 0;

    while (text[i] != '\0') {
        if (ends_sentence(text, i))
            return i + 1;
        i++;
    }
    return i;
}

static guint
width_of(const char *text, size_t len)
{
    return fact_escape_terminal_width(text, len);
}

/* The end of @text that fits into @columns, from a word's beginning; all of it for 0. */
static const char *
fit_end(const char *text, guint columns)
{
    const char *start = text;

    while (width_of(start, strlen(start)) > columns) {
        const char *space = strchr(start, ' ');
        if (space == NULL || space[1] == '\0')
            return text + strlen(text);
        start = space + 1;
    }
    return start;
}

static size_t
fit_start(const char *text, guint columns)
{
    size_t len = strlen(text);

    while (len > 0 && width_of(text, len) > columns) {
        while (len > 0 && text[len - 1] == ' ')
            len--;
        while (len > 0 && text[len - 1] != ' ')
            len--;
    }
    while (len > 0 && text[len - 1] == ' ')
        len--;
    return len;
}

static void
fit_evidence(const FactEvidence *evidence, guint columns, FactExcerpt *out)
{
    const char *before = last_sentence(evidence->prefix);
    gboolean is_cut_before = before == evidence->prefix && strlen(before) > CUT_LENGTH;
    size_t after_len = first_sentence(evidence->suffix);
    gboolean is_whole = after_len > 0 && ends_sentence(evidence->suffix, after_len - 1);
    gboolean is_cut_after =
        !is_whole && evidence->suffix[after_len] == '\0' && after_len > CUT_LENGTH;
    g_autofree char *after = g_strndup(evidence->suffix, after_len);

    if (columns > 0) {
        guint quote =
            width_of(evidence->quote, strlen(evidence->quote)) + 4; /* brackets and ellipses */
        guint room = columns > quote ? columns - quote : 0;
        guint after_width = width_of(after, after_len);
        /* What comes before tells more; what is not needed after goes there. */
        guint before_room = MAX(room - MIN(room, after_width), room * 3 / 5);
        const char *fitted = fit_end(before, before_room);
        is_cut_before |= fitted > before;
        before = fitted;
        guint before_width = width_of(before, strlen(before));
        size_t kept = fit_start(after, room - MIN(room, before_width));
        is_cut_after |= kept < strlen(g_strchomp(after));
        after[kept] = '\0';
    }
    out->before = g_strconcat(is_cut_before ? ELLIPSIS : "", before, NULL);
    out->quote = g_strdup(evidence->quote);
    out->after = g_strconcat(after, is_cut_after ? ELLIPSIS : "", NULL);
}

gboolean
fact_excerpt_get(const FactReportInput *input, guint claim, guint columns, FactExcerpt *out_excerpt)
{
    FactEvidence evidence = {0};

    if (!input->get_evidence(input->user_data, &input->claims[claim], &evidence))
        return FALSE;
    if (evidence.quote == NULL || evidence.prefix == NULL || evidence.suffix == NULL) {
        fact_evidence_clear(&evidence);
        return FALSE;
    }
    fit_evidence(&evidence, columns, out_excerpt);
    fact_evidence_clear(&evidence);
    return TRUE;
}
