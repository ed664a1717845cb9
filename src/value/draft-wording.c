/* SPDX-License-Identifier: MIT
 *
 * How a value is said: bounds and estimates, rises and falls.
 */
#include "value/draft.h"

#include "value/numeric.h"
#include "value/trend.h"

#include <string.h>

/* "about 300" is good to its last digit that is not a zero. */
static void
set_rough(FactValue *value)
{
    FactDecimal amount = fact_value_amount(value);
    gboolean is_share =
        value->type == FACT_VALUE_RATIO && (value->flags & FACT_VALUE_HAS_FROM) == 0;
    FactDecimal place = fact_decimal_new(1, is_share ? -1 : amount.exponent);

    value->comparator = FACT_COMPARATOR_APPROX;
    if ((value->flags & FACT_VALUE_HAS_PRECISION) != 0 &&
        fact_decimal_compare(value->as.number.precision, place) >= 0)
        return;
    value->flags |= FACT_VALUE_HAS_PRECISION;
    value->as.number.precision = place;
}

/* "$500 billion over four years": over is during, unless a verb or a preposition goes before. */
static gboolean
is_during(const FactScan *scan, const FactDraft *draft, const FactHedge *hedge)
{
    guint over = hedge->first;

    if (hedge->comparator != FACT_COMPARATOR_GT || !fact_scan_is_text(scan, over, "over") ||
        over == scan->first)
        return FALSE;
    /* "12 strikeouts over seven innings" */
    if (draft->value->type == FACT_VALUE_COUNT && over == scan->done && scan->mentions->len > 0 &&
        g_array_index(scan->mentions, FactMention, scan->mentions->len - 1).last == over &&
        g_array_index(scan->mentions, FactMention, scan->mentions->len - 1).value.type ==
            FACT_VALUE_COUNT)
        return TRUE;
    /* "over those three minutes", "$2.5tn over 15 years" */
    if (draft->value->type == FACT_VALUE_DURATION &&
        (over + 2 == draft->first || (over == scan->done && over > scan->first)))
        return TRUE;
    if (over + 1 != draft->first)
        return FALSE;
    /* "a dispute over $10" is about them */
    if (fact_scan_lookup(scan, scan->over_nouns, over - 1, over, NULL) != NULL)
        return TRUE;
    if (draft->value->type != FACT_VALUE_DURATION)
        return FALSE;
    if (!fact_scan_is_word(scan, over - 1))
        return TRUE;
    uint32_t classes = fact_token_classes(scan->tokens, over - 1);
    return (classes & FACT_WORD_NOUN) != 0 &&
           (classes & (FACT_WORD_PREPOSITION | FACT_WORD_AUXILIARY | FACT_WORD_PAST)) == 0;
}

void
fact_draft_apply_hedge(const FactScan *scan, guint limit, FactDraft *draft)
{
    guint first = MIN(draft->first, draft->range.first);
    if (draft->before.end != first) /* "aged" moved the start */
        draft->before = fact_hedge_find_before(scan, first);
    FactHedge hedge = fact_hedge_join(scan, &draft->before, draft->end, limit);
    if (draft->hedge.is_said) {
        hedge.comparator = draft->hedge.comparator;
        hedge.is_said = TRUE;
        hedge.end = MAX(hedge.end, draft->hedge.end);
    }

    if (is_during(scan, draft, &hedge)) {
        hedge.is_said = FALSE;
        hedge.first = first;
    }
    draft->first = MIN(hedge.first, first);
    draft->last = MAX(hedge.end, draft->end);
    if (!hedge.is_said || draft->value->comparator == FACT_COMPARATOR_BETWEEN)
        return;
    if (hedge.comparator == FACT_COMPARATOR_APPROX)
        set_rough(draft->value);
    else
        fact_numeric_set_comparator(draft->value, hedge.comparator);
}

/* "added 200 jobs", "picked up 20 people": what the verb does to things counted is no change of a
 * level, unless "by" or a copula says so. */
static gboolean
is_transitive(const FactScan *scan, const FactDraft *draft, const FactTrend *trend)
{
    if ((draft->value->type != FACT_VALUE_COUNT && draft->value->type != FACT_VALUE_NUMBER) ||
        trend->first == draft->first || trend->is_level || trend->is_from)
        return FALSE;
    if (draft->value->unit != NULL && strcmp(draft->value->unit, "point") == 0)
        return FALSE; /* "lost 50 points": an index has nothing else to lose */
    if (fact_scan_is_text(scan, draft->first - 1, "by"))
        return FALSE;
    if (!fact_scan_is_text(scan, trend->first, "up") &&
        !fact_scan_is_text(scan, trend->first, "down"))
        return draft->value->type == FACT_VALUE_COUNT;
    return trend->first > scan->first && !fact_scan_is_border(scan, trend->first) &&
           fact_scan_is_word(scan, trend->first - 1) &&
           (fact_token_classes(scan->tokens, trend->first - 1) & FACT_WORD_AUXILIARY) == 0;
}

/* "fell below $50", "rose above 170": a level that was passed, not a step. */
static gboolean
is_mark_passed(const FactScan *scan, const FactDraft *draft)
{
    guint i = draft->before.first;

    return draft->before.is_said &&
           (fact_scan_is_text(scan, i, "below") || fact_scan_is_text(scan, i, "above") ||
            fact_scan_is_text(scan, i, "beneath") || fact_scan_is_text(scan, i, "under"));
}

void
fact_draft_apply_trend(const FactScan *scan, guint limit, FactDraft *draft)
{
    FactTrend trend = fact_trend_find(scan, draft->first, draft->last, limit);
    gboolean is_signed = draft->amount->numeral.is_signed && !draft->amount->is_prefixed;

    if (trend.direction == FACT_DIRECTION_NONE && is_signed && !draft->amount->numeral.is_negative)
        trend.direction = FACT_DIRECTION_UP;
    if (trend.direction == FACT_DIRECTION_NONE || is_transitive(scan, draft, &trend))
        return;
    if ((draft->value->flags & FACT_VALUE_HAS_FROM) == 0 ||
        draft->value->type == FACT_VALUE_RATIO) {
        if (trend.is_from) /* "down from 3.4 percent" is where it was */
            return;
        draft->value->direction = trend.direction;
        if (!trend.is_level && !is_mark_passed(scan, draft))
            draft->value->flags |= FACT_VALUE_IS_CHANGE;
    }
    draft->first = MIN(draft->first, trend.first);
}
