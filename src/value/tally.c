/* SPDX-License-Identifier: MIT
 *
 * Small whole numbers with dashes between. Two ascending ones may be a range as well; then a word
 * of winning, losing or voting must be near.
 */
#include "value/tally.h"

#include "value/head-noun.h"
#include "value/label.h"
#include "value/numeral.h"
#include "value/unit-mark.h"

#include <string.h>

#define PARTS_MAX 4
#define CUE_DISTANCE 5
#define LARGE_PART 199

static gboolean
read_part(const FactScan *scan, guint i, int32_t *out_part)
{
    uint32_t len;

    if (!fact_scan_is_number(scan, i))
        return FALSE;
    len = scan->token[i].end - scan->token[i].start;
    const char *text = scan->text + scan->token[i].start;
    if (len > 3 || memchr(text, '.', len) != NULL || memchr(text, ',', len) != NULL ||
        (len > 1 && *text == '0'))
        return FALSE;
    *out_part = (int32_t)g_ascii_strtoll(text, NULL, 10);
    return TRUE;
}

static guint
read_parts(const FactScan *scan, guint i, guint limit, FactValue *value)
{
    guint end = i;

    value->as.score.n = 0;
    while (value->as.score.n < PARTS_MAX && end < limit) {
        if (!read_part(scan, end, &value->as.score.parts[value->as.score.n]))
            return i;
        value->as.score.n++;
        end++;
        if (!fact_scan_is_hyphen(scan, end) || !fact_scan_is_number(scan, end + 1))
            return end;
        end++;
    }
    return i;
}

static gboolean
is_cue(const FactScan *scan, guint i)
{
    guint end;
    return fact_scan_is_word(scan, i) &&
           fact_scan_lookup(scan, scan->score_words, i, i + 1, &end) != NULL;
}

/* "7-2 at home and 3-6 on the road" */
static gboolean
is_after_tally(const FactScan *scan, guint i)
{
    if (scan->mentions->len == 0)
        return FALSE;
    const FactMention *before =
        &g_array_index(scan->mentions, FactMention, scan->mentions->len - 1);
    if (before->value.type != FACT_VALUE_SCORE || i < before->last || i - before->last > 8)
        return FALSE;
    for (guint at = before->last; at <= i; at++)
        if (fact_scan_is_border(scan, at))
            return FALSE;
    return TRUE;
}

static gboolean
has_cue(const FactScan *scan, guint i, guint end)
{
    if (is_after_tally(scan, i))
        return TRUE;
    for (guint n = 1; n <= CUE_DISTANCE && i >= scan->first + n; n++) {
        if (is_cue(scan, i - n))
            return TRUE;
        if (fact_scan_is_border(scan, i - n))
            break;
    }
    for (guint n = 0; n < 2 && !fact_scan_is_border(scan, end + n); n++)
        if (is_cue(scan, end + n))
            return TRUE;
    return FALSE;
}

/* Whether what follows is measured or counted, so that the numbers are a range of it. */
static gboolean
is_measured(const FactScan *scan, guint end, guint limit)
{
    FactUnitMark mark;
    FactHeadNoun noun;

    if (fact_scan_is_word(scan, end) && fact_scan_is_glued(scan, end))
        return TRUE;
    if (fact_numeral_is_word(scan, end))
        return TRUE; /* "lose 15-20 million" */
    return fact_unit_mark_after(scan, end, limit, &mark) ||
           (fact_head_noun_find(scan, end, FALSE, &noun) && noun.is_plural);
}

static gboolean
is_framed(const FactScan *scan, guint i, guint end)
{
    if (i > scan->first && fact_scan_is_glued(scan, i) &&
        ((scan->token[i - 1].flags & (FACT_TOKEN_SYMBOL | FACT_TOKEN_WORD | FACT_TOKEN_DASH)) !=
             0 ||
         fact_scan_is_mark(scan, i - 1, '/') || fact_scan_is_mark(scan, i - 1, '.')))
        return TRUE;
    return end < scan->last && fact_scan_is_glued(scan, end) &&
           (fact_scan_is_dash(scan, end) || fact_scan_is_mark(scan, end, '/') ||
            (scan->token[end].flags & FACT_TOKEN_SYMBOL) != 0);
}

/* More points than games have; votes do. */
static gboolean
is_large(const FactValue *value)
{
    for (uint32_t i = 0; i < value->as.score.n; i++)
        if (value->as.score.parts[i] > LARGE_PART)
            return TRUE;
    return FALSE;
}

/* Whether what follows is named by the numbers. */
static gboolean
names_something(const FactScan *scan, guint i)
{
    if (fact_scan_is_border(scan, i))
        return FALSE;
    if (fact_scan_is_number(scan, i))
        return TRUE;
    return fact_scan_is_word(scan, i) &&
           ((scan->token[i].flags & FACT_TOKEN_CAPITAL) != 0 ||
            ((fact_token_classes(scan->tokens, i) & FACT_WORD_NOUN) != 0 &&
             (fact_token_classes(scan->tokens, i) &
              (FACT_WORD_PREPOSITION | FACT_WORD_ADVERB | FACT_WORD_CALENDAR)) == 0));
}

guint
fact_tally_read(const FactScan *scan, guint i, guint limit, FactValue *out_value)
{
    FactValue value = {.type = FACT_VALUE_SCORE};
    guint end = read_parts(scan, i, limit, &value);

    if (end == i || value.as.score.n < 2 || is_framed(scan, i, end))
        return i;
    if (fact_scan_is_word(scan, end) && fact_scan_is_glued(scan, end))
        return i;
    /* "a 30-30 rifle", "93-7 The Fan", "Sec. 24-9" */
    if (!has_cue(scan, i, end) && (names_something(scan, end) || fact_label_follows(scan, i)))
        return i;
    /* "9-1-1" and other telephone numbers, unless won or lost */
    if ((value.as.score.n > 2 || is_large(&value)) && !has_cue(scan, i, end))
        return i;
    gboolean is_ascending = value.as.score.parts[0] < value.as.score.parts[1];
    if (value.as.score.n == 2 && is_ascending &&
        (is_measured(scan, end, limit) || !has_cue(scan, i, end)))
        return i;
    *out_value = value;
    return end;
}
