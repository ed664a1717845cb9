/* SPDX-License-Identifier: MIT
 *
 * One sum told in two or three units, or in one and a part of it. Exact: all is counted in the
 * smaller unit and brought back to the first one.
 */
#include "value/amount-part.h"

#include <string.h>

static gboolean
is_article(const FactScan *scan, guint i)
{
    return fact_scan_is_text(scan, i, "a") || fact_scan_is_text(scan, i, "an");
}

FactDecimal
fact_amount_part_minor(const FactCurrency *currency)
{
    FactDecimal share;

    if (!fact_decimal_scale(fact_decimal_new(1, 0), 1, currency->minor, &share, NULL))
        return fact_decimal_new(1, -2);
    return share;
}

/* "3 dollars 50 cents", "10 $ 30 cent". */
static void
add_cents(const FactScan *scan, guint limit, FactAmount *amount)
{
    FactNumeral cents;
    FactUnitMark mark;
    FactDecimal part;
    guint at = amount->end;

    if (amount->mark.kind != FACT_MARK_CURRENCY || amount->numeral.decimals > 0 ||
        amount->numeral.scale > 0)
        return;
    gboolean is_joined = fact_scan_is_text(scan, at, "and");
    at += is_joined;
    if (at >= limit || !(fact_scan_is_number(scan, at) || fact_numeral_is_word(scan, at)) ||
        !fact_numeral_read(scan, at, limit, FALSE, &cents) || cents.decimals > 0 ||
        cents.is_ordinal || cents.is_fraction || cents.is_vague)
        return;
    if (!fact_unit_mark_after(scan, cents.end, limit, &mark)) {
        /* "15 dollars and 50." */
        gboolean is_alone = fact_scan_is_border(scan, cents.end) ||
                            !fact_scan_is_word(scan, cents.end) ||
                            fact_scan_is_text(scan, cents.end, "and");
        if (!is_joined || !is_alone || cents.low.coefficient <= 0 ||
            fact_decimal_compare(cents.low, fact_decimal_new(100, 0)) >= 0)
            return;
        mark = amount->mark;
        mark.kind = FACT_MARK_MINOR;
        mark.end = cents.end;
    }
    if (mark.kind != FACT_MARK_MINOR || mark.currency != amount->mark.currency)
        return;
    if (fact_decimal_multiply(cents.low, fact_amount_part_minor(mark.currency), &part) &&
        fact_decimal_add(amount->numeral.low, part, &part)) {
        amount->numeral.low = part;
        amount->numeral.high = part;
        amount->end = mark.end;
    }
}

gboolean
fact_amount_part_inches(const FactScan *scan, guint i, FactUnitMark *out_mark)
{
    if (!fact_scan_is_text(scan, i, "in"))
        return FALSE;
    const FactUnit *inch = fact_catalog_find_unit(scan->catalog, "[in_i]");
    if (inch == NULL)
        return FALSE;
    *out_mark = (FactUnitMark){.kind = FACT_MARK_UNIT, .unit = inch, .end = i + 1};
    return TRUE;
}

/* "in" is inches right after feet. */
static gboolean
find_inches(const FactScan *scan, guint i, const FactUnit *feet, FactUnitMark *out_mark)
{
    return strcmp(feet->code, "[ft_i]") == 0 && fact_amount_part_inches(scan, i, out_mark);
}

/* How many of @small make one of @large, as a fraction. */
static gboolean
find_step(const FactUnit *large, const FactUnit *small, FactUnit *out_step)
{
    int64_t upper = large->numerator;
    int64_t lower = large->denominator;

    if (__builtin_mul_overflow(upper, small->denominator, &upper) ||
        __builtin_mul_overflow(lower, small->numerator, &lower))
        return FALSE;
    out_step->numerator = upper;
    out_step->denominator = lower;
    return TRUE;
}

/* "5 feet 2 inches", "3 hours and 20 minutes": a smaller unit of the same dimension behind @last,
 * which is the amount's own or the one added before. The unit that was added, NULL for none. */
static const FactUnit *
add_next(const FactScan *scan, guint limit, FactAmount *amount, const FactUnit *last)
{
    FactNumeral rest;
    FactUnitMark mark;
    FactDecimal part;
    guint at = amount->end;

    if (fact_scan_is_text(scan, at, "and") || fact_scan_is_mark(scan, at, ','))
        at++;
    if (at >= limit || fact_scan_is_border(scan, at) ||
        !(fact_scan_is_number(scan, at) || fact_numeral_is_word(scan, at)) ||
        !fact_numeral_read(scan, at, limit, FALSE, &rest))
        return NULL;
    if (!fact_unit_mark_after(scan, rest.end, limit, &mark) &&
        !find_inches(scan, rest.end, amount->mark.unit, &mark))
        return NULL;
    if (mark.kind != FACT_MARK_UNIT)
        return NULL;
    const FactUnit *large = amount->mark.unit;
    const FactUnit *small = mark.unit;
    if (strcmp(large->dimension, small->dimension) != 0 ||
        (strcmp(large->dimension, "length") != 0 && strcmp(large->dimension, "duration") != 0 &&
         strcmp(large->dimension, "mass") != 0))
        return NULL;
    double ratio = (double)last->numerator / (double)last->denominator *
                   (double)small->denominator / (double)small->numerator;
    /* one whole of the larger is never reached, and units far apart are two statements */
    if (ratio < 1.5 || ratio > 61 || fact_decimal_to_double(rest.low) >= ratio)
        return NULL;
    FactUnit step = {.numerator = 1, .denominator = 1};
    if (!find_step(large, small, &step))
        return NULL;
    /* all in the smaller unit, and back */
    if (!fact_decimal_scale(amount->numeral.low, step.numerator, step.denominator, &part, NULL) ||
        !fact_decimal_add(part, rest.low, &part) ||
        !fact_decimal_scale(part, step.denominator, step.numerator, &part, NULL))
        return NULL;
    amount->numeral.low = part;
    amount->numeral.high = part;
    amount->end = mark.end;
    return small;
}

/* "1 hour 58 minutes 35 seconds" */
static void
add_smaller(const FactScan *scan, guint limit, FactAmount *amount)
{
    if (amount->mark.kind != FACT_MARK_UNIT || amount->numeral.decimals > 0 ||
        amount->numeral.has_precision || amount->mark.unit->offset.coefficient != 0)
        return;
    const FactUnit *last = add_next(scan, limit, amount, amount->mark.unit);
    if (last != NULL)
        add_next(scan, limit, amount, last);
}

/* "two hours and a half", "a mile and a quarter". */
static void
add_half(const FactScan *scan, guint limit, FactAmount *amount)
{
    guint at = amount->end;
    FactDecimal part;

    if (amount->mark.kind != FACT_MARK_UNIT || amount->numeral.decimals > 0 ||
        amount->numeral.has_precision || !fact_scan_is_text(scan, at, "and") ||
        !is_article(scan, at + 1) || at + 2 >= limit)
        return;
    gboolean is_half = fact_scan_is_text(scan, at + 2, "half");
    if (!is_half && !fact_scan_is_text(scan, at + 2, "quarter"))
        return;
    /* "and a half-dozen", "and a quarter of them" */
    if (fact_scan_is_hyphen(scan, at + 3) || fact_numeral_is_word(scan, at + 3) ||
        (!is_half && fact_scan_is_text(scan, at + 3, "of")))
        return;
    part = is_half ? fact_decimal_new(5, -1) : fact_decimal_new(25, -2);
    if (!fact_decimal_add(amount->numeral.low, part, &part))
        return;
    amount->numeral.low = part;
    amount->numeral.high = part;
    amount->end = at + 3;
}

void
fact_amount_part_add(const FactScan *scan, guint limit, FactAmount *amount)
{
    add_cents(scan, limit, amount);
    add_half(scan, limit, amount);
    add_smaller(scan, limit, amount);
}

static gboolean
add_inches(FactAmount *amount, FactDecimal inches)
{
    FactDecimal dozen = fact_decimal_new(12, 0);
    FactDecimal part;

    if (fact_decimal_compare(inches, dozen) >= 0 || inches.coefficient < 0 ||
        !fact_decimal_multiply(amount->numeral.low, dozen, &part) ||
        !fact_decimal_add(part, inches, &part) || !fact_decimal_scale(part, 1, 12, &part, NULL))
        return FALSE;
    amount->numeral.low = part;
    amount->numeral.high = part;
    return TRUE;
}

void
fact_amount_part_add_height(const FactScan *scan, guint limit, FactAmount *amount)
{
    FactNumeral inches;
    FactUnitMark mark;
    guint at = amount->end;

    if (amount->mark.kind != FACT_MARK_UNIT || strcmp(amount->mark.unit->code, "[ft_i]") != 0 ||
        amount->numeral.decimals > 0)
        return;
    if (fact_scan_is_hyphen(scan, at))
        at++;
    if (at >= limit || !(fact_scan_is_number(scan, at) || fact_numeral_is_word(scan, at)) ||
        !fact_numeral_read(scan, at, limit, FALSE, &inches) || inches.is_ordinal ||
        inches.decimals > 0 || inches.first < at)
        return;
    gboolean has_unit = fact_unit_mark_after(scan, inches.end, limit, &mark);
    if (has_unit && (mark.kind != FACT_MARK_UNIT || strcmp(mark.unit->code, "[in_i]") != 0))
        return;
    if (!has_unit && at == amount->end && fact_scan_is_word(scan, inches.end) &&
        !fact_scan_is_border(scan, inches.end) && !fact_scan_is_text(scan, inches.end, "and"))
        return;
    if (add_inches(amount, inches.low))
        amount->end = has_unit ? mark.end : inches.end;
}

gboolean
fact_amount_part_read_height(const FactScan *scan, guint limit, FactAmount *amount)
{
    guint i = amount->numeral.end;
    FactNumeral inches;

    if (!amount->numeral.is_digits || amount->numeral.n_digits != 1 || i + 1 >= limit ||
        !fact_scan_is_mark(scan, i, '\'') || !fact_scan_is_glued(scan, i) ||
        !fact_scan_is_number(scan, i + 1) || !fact_scan_is_glued(scan, i + 1))
        return FALSE;
    const FactUnit *foot = fact_catalog_find_unit(scan->catalog, "[ft_i]");
    if (foot == NULL || !fact_numeral_read(scan, i + 1, limit, FALSE, &inches) ||
        inches.n_digits > 2 || !add_inches(amount, inches.low))
        return FALSE;
    amount->mark = (FactUnitMark){.kind = FACT_MARK_UNIT, .unit = foot, .end = inches.end};
    amount->has_mark = TRUE;
    amount->end = inches.end;
    if (fact_scan_is_mark(scan, amount->end, '"') && fact_scan_is_glued(scan, amount->end))
        amount->end++;
    return TRUE;
}
