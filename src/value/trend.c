/* SPDX-License-Identifier: MIT
 *
 * A word of the list of trends before a value, with nothing but small words between. "to" between
 * them makes the value a level and "from" an old one.
 */
#include "value/trend.h"

#include <string.h>

/* Words that may stand between the verb and its value. */
#define GAP_MAX 4

static FactDirection
direction_of(const char *meaning)
{
    return strcmp(meaning, "up") == 0 ? FACT_DIRECTION_UP : FACT_DIRECTION_DOWN;
}

static gboolean
find_before(const FactScan *scan, guint first, FactTrend *trend)
{
    guint floor = MAX(scan->first, scan->done);

    for (guint n = 0, at = first; n <= GAP_MAX && at > floor; n++) {
        guint end;
        if (fact_scan_is_border(scan, at))
            return FALSE;
        at--;
        if (!fact_scan_is_word(scan, at))
            return FALSE;
        const char *meaning = fact_scan_lookup(scan, scan->trends, at, at + 1, &end);
        /* "up to 5" bounds, and "lower than" compares */
        gboolean is_bound =
            meaning == NULL || fact_scan_is_text(scan, at + 1, "than") ||
            (n == 1 && fact_scan_is_text(scan, at, "up") && trend->is_level &&
             (at <= floor || fact_scan_lookup(scan, scan->moves, at - 1, at, NULL) == NULL)) ||
            (n == 0 && fact_scan_is_text(scan, at, "cut") && fact_scan_is_text(scan, at - 1, "a"));
        if (!is_bound) {
            trend->direction = direction_of(meaning);
            trend->first = at;
            return TRUE;
        }
        trend->is_level |= fact_scan_is_text(scan, at, "to") || fact_scan_is_text(scan, at, "at");
        trend->is_from |= fact_scan_is_text(scan, at, "from");
        if (fact_scan_lookup(scan, scan->trend_gaps, at, at + 1, &end) == NULL)
            return FALSE;
    }
    return FALSE;
}

/* "34.4% higher", "a 3 percent drop"; the noun may have one word before it. */
static gboolean
find_after(const FactScan *scan, guint end, guint limit, FactTrend *trend)
{
    for (guint at = end; at < MIN(limit, end + 2); at++) {
        guint after;
        if (fact_scan_is_border(scan, at) || !fact_scan_is_word(scan, at))
            return FALSE;
        const char *meaning = fact_scan_lookup(scan, scan->trends_after, at, limit, &after);
        /* "seven officers pulled up" */
        if (meaning != NULL && at > end &&
            (fact_scan_is_text(scan, at, "up") || fact_scan_is_text(scan, at, "down")))
            return FALSE;
        if (meaning != NULL) {
            trend->direction = direction_of(meaning);
            return TRUE;
        }
        if ((fact_token_classes(scan->tokens, at) &
             (FACT_WORD_PREPOSITION | FACT_WORD_AUXILIARY)) != 0)
            return FALSE;
    }
    return FALSE;
}

/* Whether the word at @i may be one of a trend, or a small one behind it. */
static inline gboolean
may_stand_before(const FactScan *scan, guint i)
{
    return fact_phrase_table_may_begin(scan->trends->phrases, scan->tokens, i) ||
           fact_phrase_table_may_begin(scan->trend_gaps->phrases, scan->tokens, i);
}

/* Whether one of the two words from @i on may be one of a trend. */
static inline gboolean
may_stand_after(const FactScan *scan, guint i)
{
    const FactPhraseTable *phrases = scan->trends_after->phrases;

    return fact_scan_is_word(scan, i) &&
           (fact_phrase_table_may_begin(phrases, scan->tokens, i) ||
            (fact_scan_is_word(scan, i + 1) &&
             fact_phrase_table_may_begin(phrases, scan->tokens, i + 1)));
}

FactTrend
fact_trend_find(const FactScan *scan, guint first, guint end, guint limit)
{
    FactTrend trend = {.direction = FACT_DIRECTION_NONE, .first = first};

    if (first > scan->first && may_stand_before(scan, first - 1)) {
        if (find_before(scan, first, &trend))
            return trend;
        trend = (FactTrend){.direction = FACT_DIRECTION_NONE, .first = first};
    }
    if (may_stand_after(scan, end))
        find_after(scan, end, limit, &trend);
    return trend;
}
