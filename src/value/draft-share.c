/* SPDX-License-Identifier: MIT
 *
 * Numbers out of others: "one in three", "58 out of 100", "one over twenty".
 */
#include "value/draft.h"

static gboolean
read_denominator(const FactScan *scan, guint i, guint limit, FactNumeral *out_of)
{
    return i < limit && (fact_scan_is_number(scan, i) || fact_numeral_is_word(scan, i)) &&
           fact_numeral_read(scan, i, limit, FALSE, out_of) && !out_of->is_ordinal &&
           !out_of->is_fraction && !out_of->is_vague && out_of->low.coefficient > 0;
}

static gboolean
is_small_count(const FactNumeral *numeral)
{
    return numeral->scale == 0 && !numeral->is_fraction && numeral->decimals == 0 &&
           fact_decimal_compare(numeral->low, fact_decimal_new(10, 0)) < 0;
}

static gboolean
divide(FactValue *value, FactDecimal of)
{
    FactDecimal share;

    if (of.exponent < 0 || of.exponent > 6 || of.coefficient > G_MAXINT32)
        return FALSE;
    int64_t divisor = of.coefficient;
    for (int32_t e = of.exponent; e > 0; e--)
        divisor *= 10;
    if (!fact_decimal_scale(value->as.number.low, 1, divisor, &share, NULL))
        return FALSE;
    value->as.number.low = share;
    value->as.number.high = share;
    return TRUE;
}

static gboolean
read_share(const FactScan *scan, guint limit, FactDraft *draft)
{
    guint at = draft->end;
    FactNumeral of;
    const FactNumeral *count = &draft->amount->numeral;
    gboolean is_out = fact_scan_is_text(scan, at, "out") && fact_scan_is_text(scan, at + 1, "of");
    gboolean is_over = fact_scan_is_text(scan, at, "over");
    gboolean is_in = fact_scan_is_text(scan, at, "in") || is_over;

    if (draft->amount->has_mark || draft->range.kind != FACT_RANGE_NONE || (!is_out && !is_in))
        return FALSE;
    at += is_out ? 2 : 1;
    if (is_out && fact_scan_is_text(scan, at, "every"))
        at++;
    if (is_in && fact_scan_is_text(scan, at, "every"))
        at++;
    if (!read_denominator(scan, at, limit, &of) || fact_decimal_compare(of.low, count->low) <= 0)
        return FALSE;
    if (is_in && (!is_small_count(count) || (of.n_digits == 4 && !of.has_separator) ||
                  (count->low.coefficient > 1 && !is_small_count(&of) && of.low.exponent == 0)))
        return FALSE;
    FactUnitMark mark;
    if (is_in && fact_unit_mark_after(scan, of.end, limit, &mark))
        return FALSE;
    draft->value->type = FACT_VALUE_RATIO;
    draft->end = of.end;
    if (is_over) /* "one over twenty" is a fraction of mathematics */
        return divide(draft->value, of.low);
    draft->value->flags |= FACT_VALUE_HAS_FROM;
    draft->value->as.number.from = of.low;
    return TRUE;
}

/* Hardly any number has "out", "over" or "in" behind it. */
gboolean
fact_draft_read_share(const FactScan *scan, guint limit, FactDraft *draft)
{
    char mark = scan->token[draft->end].mark;

    return (mark == 'o' || mark == 'i') && read_share(scan, limit, draft);
}
