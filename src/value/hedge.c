/* SPDX-License-Identifier: MIT
 *
 * Phrases are matched forward, so that the wording before a value is found by trying starts further
 * and further back, the longest first. Small words ("only", "the", "another") may stand between.
 */
#include "value/hedge.h"

#include <string.h>

/* Words of the longest phrase, and small words that are skipped. */
#define PHRASE_MAX 6
#define SKIPS_MAX 2

static FactComparator
comparator_of(const char *meaning)
{
    FactComparator comparator = FACT_COMPARATOR_EQ;

    fact_comparator_from_string(meaning, &comparator);
    return comparator;
}

static guint
floor_of(const FactScan *scan)
{
    return MAX(scan->first, scan->done);
}

/* The list's words are marked; its symbols are few. */
static gboolean
may_begin(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];

    return (token->classes & FACT_WORD_HEDGE) != 0 || (token->flags & FACT_TOKEN_SYMBOL) != 0;
}

/* "RH> 350", or "> " at the head of a line that is quoted: a prompt or a quotation compares
 * nothing. */
static gboolean
is_prompt(const FactScan *scan, guint i)
{
    if (fact_scan_is_word(scan, i) || fact_scan_is_glued(scan, i + 1))
        return FALSE;
    if ((scan->token[i].flags & FACT_TOKEN_NEWLINE) != 0)
        return TRUE;
    return i > scan->first && fact_scan_is_glued(scan, i) && fact_scan_is_word(scan, i - 1);
}

/* The longest phrase of the list that ends right before @i: where it starts, @i if there is none.
 */
static guint
match_ending(const FactScan *scan, guint i, guint floor, const char **out_meaning)
{
    guint stop = i > floor + 1 && fact_scan_is_hyphen(scan, i - 1) ? i - 1 : i; /* "sub-7" */
    guint best = i;

    if (stop == floor ||
        !fact_phrase_table_may_end(scan->hedges_before->phrases, scan->tokens, stop - 1))
        return best;
    guint lowest = i - MIN(i - floor, PHRASE_MAX);
    for (guint start = stop; start-- > lowest;) {
        guint end;
        if ((scan->token[start + 1].flags & (FACT_TOKEN_SENTENCE | FACT_TOKEN_PARAGRAPH)) != 0)
            break;
        if (!may_begin(scan, start) || is_prompt(scan, start))
            continue;
        const char *meaning = fact_scan_lookup(scan, scan->hedges_before, start, stop, &end);
        if (meaning != NULL && end == stop) {
            best = start;
            *out_meaning = meaning;
        }
    }
    return best;
}

/* "3 percent higher than 50", "1.3% above $62": what the amount before is measured by, and no
 * bound. */
static gboolean
is_compared(const FactScan *scan, guint start, guint end)
{
    if (start != scan->done || scan->mentions->len == 0 ||
        !(fact_scan_is_text(scan, end - 1, "than") || fact_scan_is_text(scan, start, "above") ||
          fact_scan_is_text(scan, start, "below")))
        return FALSE;
    const FactMention *before =
        &g_array_index(scan->mentions, FactMention, scan->mentions->len - 1);
    return before->last == start && fact_value_is_numeric(&before->value);
}

/* "edged up to 6 %", "a run-up to 5", "six-under 66": the word belongs to the one before. */
static gboolean
is_particle(const FactScan *scan, guint start)
{
    if (start == scan->first || start <= scan->done)
        return FALSE;
    if (fact_scan_is_hyphen(scan, start - 1))
        return !fact_scan_is_number(scan, start);
    return fact_scan_is_text(scan, start, "up") &&
           fact_scan_lookup(scan, scan->moves, start - 1, start, NULL) != NULL;
}

/* "within the five days", "about the two men", "less than the $3 it lost": a known thing, which is
 * measured against, and no bound. */
static gboolean
is_of_known(const FactScan *scan, guint start, guint end, guint number)
{
    gboolean is_known = number > end && (fact_scan_is_text(scan, end, "the") ||
                                         fact_scan_is_text(scan, end, "those") ||
                                         fact_scan_is_text(scan, end, "these"));

    return is_known && (fact_scan_is_text(scan, end - 1, "than") ||
                        (end - start == 1 && (fact_scan_is_text(scan, start, "within") ||
                                              fact_scan_is_text(scan, start, "about"))));
}

/* Whether wording, a small word or a hyphen behind it stands at @i; mostly it does not. */
static inline gboolean
may_stand_before(const FactScan *scan, guint i)
{
    const FactPhraseTable *phrases = scan->hedges_before->phrases;
    const FactPhraseTable *gaps = scan->hedge_gaps->phrases;

    if ((scan->token[i].flags & FACT_TOKEN_DASH) != 0)
        return TRUE;
    return (fact_phrase_table_may_end(phrases, scan->tokens, i) &&
            fact_phrase_table_may_have_mark(phrases, scan->tokens, i)) ||
           fact_phrase_table_may_begin(gaps, scan->tokens, i);
}

/* "some" and "around" of "some of", "as" alone and the like never get here: the list is of phrases
 * that end at a number. */
FactHedge
fact_hedge_find_before(const FactScan *scan, guint i)
{
    FactHedge hedge = {.comparator = FACT_COMPARATOR_EQ, .first = i, .end = i};
    guint floor = floor_of(scan);

    if (i <= floor || !may_stand_before(scan, i - 1))
        return hedge;
    for (guint at = i, n = 0; n <= SKIPS_MAX; n++, at--) {
        const char *meaning = NULL;
        guint start = match_ending(scan, at, floor, &meaning);
        if (start < at) {
            if (is_compared(scan, start, at) || is_of_known(scan, start, at, i) ||
                is_particle(scan, start))
                break;
            hedge.comparator = comparator_of(meaning);
            hedge.is_said = TRUE;
            hedge.first = start;
            return hedge;
        }
        if (at <= floor || fact_scan_is_border(scan, at) || 
            fact_scan_lookup(scan, scan->hedge_gaps, at - 1, at, NULL) == NULL)
            break;
    }
    return hedge;
}

static gboolean
read_after(const FactScan *scan, guint end, guint limit, FactHedge *hedge)
{
    guint at = fact_scan_is_hyphen(scan, end) ? end + 1 : end;
    guint after;

    if (at >= limit || fact_scan_is_border(scan, at))
        return FALSE;
    const char *meaning = fact_scan_lookup(scan, scan->hedges_after, at, limit, &after);
    if (meaning == NULL)
        return FALSE;
    /* "5000 or less than 6000", "above 1000 and below 1500": it belongs to the number behind it */
    if (after - at > 1 && fact_scan_is_number(scan, after))
        return FALSE;
    /* "5 plus 3" adds; "30,000 +" of a table too */
    if ((fact_scan_is_text(scan, at, "plus") || fact_scan_is_mark(scan, at, '+')) &&
        (fact_scan_is_number(scan, after) ||
         (fact_scan_is_mark(scan, at, '+') && !fact_scan_is_glued(scan, at)) ||
         (fact_scan_is_text(scan, at, "plus") && at == end && !fact_scan_is_word(scan, after))))
        return FALSE;
    hedge->comparator = comparator_of(meaning);
    hedge->is_said = TRUE;
    hedge->end = after;
    return TRUE;
}

static inline void
find_after(const FactScan *scan, guint end, guint limit, FactHedge *hedge)
{
    if (end < limit && fact_hedge_may_be_after(scan, end))
        read_after(scan, end, limit, hedge);
}

FactHedge
fact_hedge_find_after(const FactScan *scan, guint end, guint limit)
{
    FactHedge hedge = {.comparator = FACT_COMPARATOR_EQ, .first = end, .end = end};

    find_after(scan, end, limit, &hedge);
    return hedge;
}

FactHedge
fact_hedge_join(const FactScan *scan, const FactHedge *before, guint end, guint limit)
{
    FactHedge hedge = *before;

    hedge.end = end;
    /* "about 500 or more": the bound says more */
    if (!hedge.is_said || hedge.comparator == FACT_COMPARATOR_APPROX ||
        hedge.comparator == FACT_COMPARATOR_EQ)
        find_after(scan, end, limit, &hedge);
    return hedge;
}
