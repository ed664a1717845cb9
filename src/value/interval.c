/* SPDX-License-Identifier: MIT
 *
 * Every decimal of both values is brought to one scale: times both denominators, the unit's
 * numerator, a common power of ten, and two (for halves of a precision). What is compared then are
 * whole numbers.
 *
 * A value that was said as one amount is a point. Its precision, and that of the ends of "3 to 5
 * million", is slack: where points or ranges miss each other by no more than that, the values meet
 * by rounding. A stated bound ("less than $10.1 million") has no slack, and gives none to an amount
 * of two digits or more; one round digit ("$6 million") may have been rounded across it.
 */
#include "value/interval.h"

#include "value/measure.h"
#include "value/wide.h"

/* Digits that a quotient keeps. */
#define CUT_OFF_DIGITS 15

typedef struct {
    FactWide low;
    FactWide high;
    FactWide slack; /* half its precision */
    gboolean has_low;
    gboolean has_high;
    gboolean is_open; /* its one end is not part of it */
    gboolean is_soft; /* said roughly: its slack counts against stated bounds too */
} Interval;

typedef struct {
    Interval a;
    Interval b;
    FactWide tolerance; /* the absolute one */
} Pair;

/* What brings one value's decimals to the common scale. */
typedef struct {
    FactMeasure own;
    int64_t other_denominator;
    int exponent; /* the smallest that occurs */
} Scale;

static FactWide
scale_plain(const Scale *scale, FactDecimal decimal)
{
    FactWide wide = fact_wide_from_int(decimal.coefficient);

    if (decimal.coefficient == 0)
        return wide;
    wide = fact_wide_shift(&wide, decimal.exponent + scale->own.shift - scale->exponent);
    wide = fact_wide_multiply(&wide, scale->own.numerator);
    return fact_wide_multiply(&wide, scale->other_denominator);
}

/* Half of a distance, as against amounts, which are doubled. */
static FactWide
scale_half(const Scale *scale, FactDecimal distance)
{
    return scale_plain(scale, fact_decimal_abs(distance));
}

static FactWide
scale_distance(const Scale *scale, FactDecimal distance)
{
    FactWide wide = scale_half(scale, distance);
    return fact_wide_multiply(&wide, 2);
}

static FactWide
scale_amount(const Scale *scale, FactDecimal amount)
{
    FactWide wide = scale_plain(scale, amount);
    FactDecimal offset = scale->own.offset;

    if (offset.coefficient != 0) {
        FactWide zero = fact_wide_from_int(offset.coefficient);
        zero = fact_wide_shift(&zero, offset.exponent - scale->exponent);
        zero = fact_wide_multiply(&zero, scale->own.denominator);
        zero = fact_wide_multiply(&zero, scale->other_denominator);
        wide = fact_wide_add(&wide, &zero);
    }
    return fact_wide_multiply(&wide, 2);
}

/* The place of the last digit that means something: 1 for 70 and 7, 10 for 320, 0.1 for 4.5. */
static FactDecimal
written_place(FactDecimal amount)
{
    int exponent = amount.exponent;

    if (exponent > 0 && fact_decimal_digits(amount) < 2)
        exponent--;
    return fact_decimal_new(1, exponent);
}

/* An amount that was converted was rounded on the way, to the place it is written to. */
static FactDecimal
precision_of(const FactValue *value, gboolean is_converted)
{
    FactDecimal precision = FACT_DECIMAL_ZERO;
    FactDecimal place = written_place(fact_value_amount(value));

    if ((value->flags & FACT_VALUE_HAS_PRECISION) != 0)
        precision = fact_decimal_abs(value->as.number.precision);
    return is_converted && fact_decimal_compare(place, precision) > 0 ? place : precision;
}

static gboolean
is_soft(const FactValue *value)
{
    return value->comparator == FACT_COMPARATOR_APPROX ||
           ((value->flags & FACT_VALUE_HAS_PRECISION) != 0 &&
            fact_decimal_digits(fact_value_amount(value)) == 1);
}

static Interval
load_interval(const Scale *scale, const FactValue *value, gboolean is_converted)
{
    FactComparator comparator = (FactComparator)value->comparator;

    return (Interval){
        .low = scale_amount(scale, value->as.number.low),
        .high = scale_amount(scale, value->as.number.high),
        .slack = scale_half(scale, precision_of(value, is_converted)),
        .has_low = (value->flags & FACT_VALUE_HAS_LOW) != 0,
        .has_high = (value->flags & FACT_VALUE_HAS_HIGH) != 0,
        .is_open = comparator == FACT_COMPARATOR_LT || comparator == FACT_COMPARATOR_GT,
        .is_soft = is_converted || is_soft(value),
    };
}

static int
least_exponent(const FactValue *value, const FactMeasure *measure)
{
    FactDecimal terms[] = {value->as.number.low, value->as.number.high, value->as.number.precision,
                           written_place(fact_value_amount(value))};
    int least = MIN(measure->offset.exponent, measure->shift);

    for (size_t i = 0; i < G_N_ELEMENTS(terms); i++)
        least = MIN(least, terms[i].exponent + measure->shift);
    return least;
}

static Pair
load_pair(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
          const FactTolerance *tolerance)
{
    FactMeasure measure_a = fact_measure_of(catalog, a);
    FactMeasure measure_b = fact_measure_of(catalog, b);
    FactDecimal absolute = tolerance == NULL ? FACT_DECIMAL_ZERO : tolerance->absolute;
    gboolean is_converted = !fact_measure_is_same(&measure_a, &measure_b);
    int exponent = MIN(least_exponent(a, &measure_a), least_exponent(b, &measure_b));
    exponent = MIN(exponent, absolute.exponent + measure_a.shift);
    Scale scale_a = {measure_a, measure_b.denominator, exponent};
    Scale scale_b = {measure_b, measure_a.denominator, exponent};

    return (Pair){load_interval(&scale_a, a, is_converted),
                  load_interval(&scale_b, b, is_converted), scale_distance(&scale_a, absolute)};
}

/* Whether all of @lower lies below all of @upper, and how far. */
static gboolean
is_below(const Interval *lower, const Interval *upper, FactWide *out_gap)
{
    if (!lower->has_high || !upper->has_low)
        return FALSE;
    *out_gap = fact_wide_subtract(&upper->low, &lower->high);
    int sign = fact_wide_sign(out_gap);
    return sign > 0 || (sign == 0 && (lower->is_open || upper->is_open));
}

static gboolean
is_within(const Interval *inner, const Interval *outer)
{
    gboolean is_edge_out = outer->is_open && !inner->is_open;

    if (outer->has_low) {
        int order = inner->has_low ? fact_wide_compare(&inner->low, &outer->low) : -1;
        if (order < 0 || (order == 0 && is_edge_out))
            return FALSE;
    }
    if (outer->has_high) {
        int order = inner->has_high ? fact_wide_compare(&inner->high, &outer->high) : 1;
        if (order > 0 || (order == 0 && is_edge_out))
            return FALSE;
    }
    return TRUE;
}

static gboolean
is_bounded(const Interval *interval)
{
    return interval->has_low && interval->has_high;
}

/* Whether a miss by @gap is within the slack that @interval has against @other. */
static gboolean
has_slack(const Interval *interval, const Interval *other, const FactWide *gap)
{
    if (!is_bounded(interval) || (!is_bounded(other) && !interval->is_soft))
        return FALSE;
    int order = fact_wide_compare(gap, &interval->slack);
    /* What is rounded to 4 million is 4.5 million at most, and not more than that. */
    return other->is_open ? order < 0 : order <= 0;
}

static FactWide
size_of(const Interval *interval)
{
    return fact_wide_abs(interval->has_low ? &interval->low : &interval->high);
}

/* gap <= relative * the larger amount, with the powers of ten on the side where they multiply. */
static gboolean
is_within_share(FactDecimal relative, const FactWide *gap, const Interval *a, const Interval *b)
{
    FactWide size_a = size_of(a);
    FactWide size_b = size_of(b);
    const FactWide *larger = fact_wide_compare(&size_a, &size_b) >= 0 ? &size_a : &size_b;
    FactWide share = fact_wide_multiply(larger, relative.coefficient);
    FactWide scaled = *gap;

    if (relative.exponent < 0)
        scaled = fact_wide_shift(gap, -relative.exponent);
    else
        share = fact_wide_shift(&share, relative.exponent);
    return fact_wide_compare(&scaled, &share) <= 0;
}

static gboolean
is_tolerated(const FactTolerance *tolerance, const Pair *pair, const FactWide *gap)
{
    if (tolerance == NULL)
        return FALSE;
    if (tolerance->relative.coefficient > 0 &&
        is_within_share(tolerance->relative, gap, &pair->a, &pair->b))
        return TRUE;
    return tolerance->absolute.coefficient > 0 && fact_wide_compare(gap, &pair->tolerance) <= 0;
}

/* Said as one amount, in the same unit, of which nothing is converted. */
static gboolean
are_plain(const FactValue *a, const FactValue *b, const FactTolerance *tolerance)
{
    gboolean has_tolerance = tolerance != NULL && (tolerance->relative.coefficient != 0 ||
                                                   tolerance->absolute.coefficient != 0);

    return a->type == b->type && a->type != FACT_VALUE_RATIO && !has_tolerance &&
           (a->comparator == FACT_COMPARATOR_EQ || a->comparator == FACT_COMPARATOR_APPROX) &&
           (b->comparator == FACT_COMPARATOR_EQ || b->comparator == FACT_COMPARATOR_APPROX) &&
           g_strcmp0(a->unit, b->unit) == 0;
}

static gboolean
is_within_slack(const FactValue *value, FactDecimal doubled_gap)
{
    return (value->flags & FACT_VALUE_HAS_PRECISION) != 0 &&
           fact_decimal_compare(doubled_gap, fact_decimal_abs(value->as.number.precision)) <= 0;
}

/* Nearly all pairs of a corpus are plain, and need no wide integers. FALSE where the difference
 * does not fit a decimal. */
static gboolean
relate_plain(const FactValue *a, const FactValue *b, FactRelation *out_relation)
{
    FactDecimal gap;
    FactDecimal doubled;

    if (!fact_decimal_subtract(a->as.number.low, b->as.number.low, &gap))
        return FALSE;
    gap = fact_decimal_abs(gap);
    if (!fact_decimal_add(gap, gap, &doubled))
        return FALSE;
    if (fact_decimal_is_zero(gap))
        *out_relation = FACT_RELATION_EQUAL;
    else if (is_within_slack(a, doubled) || is_within_slack(b, doubled))
        *out_relation = FACT_RELATION_ROUNDING;
    else
        *out_relation = FACT_RELATION_DISJOINT;
    return TRUE;
}

/* Whether one of two single amounts is a fraction cut off at the last digit that a decimal keeps,
 * like a third. */
static gboolean
is_cut_off(const FactValue *a, const FactValue *b)
{
    if (a->comparator != FACT_COMPARATOR_EQ || b->comparator != FACT_COMPARATOR_EQ)
        return FALSE;
    return fact_decimal_digits(a->as.number.low) >= CUT_OFF_DIGITS ||
           fact_decimal_digits(b->as.number.low) >= CUT_OFF_DIGITS;
}

FactRelation
fact_interval_relate(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                     const FactTolerance *tolerance)
{
    FactRelation relation;

    if (are_plain(a, b, tolerance) && relate_plain(a, b, &relation))
        return relation;
    Pair pair = load_pair(catalog, a, b, tolerance);
    FactWide gap;

    if (is_below(&pair.a, &pair.b, &gap) || is_below(&pair.b, &pair.a, &gap)) {
        if (is_cut_off(a, b) && is_within_share(fact_decimal_new(1, -13), &gap, &pair.a, &pair.b))
            return FACT_RELATION_EQUAL;
        gboolean meets = has_slack(&pair.a, &pair.b, &gap) || has_slack(&pair.b, &pair.a, &gap) ||
                         is_tolerated(tolerance, &pair, &gap);
        return meets ? FACT_RELATION_ROUNDING : FACT_RELATION_DISJOINT;
    }
    gboolean a_in_b = is_within(&pair.a, &pair.b);
    gboolean b_in_a = is_within(&pair.b, &pair.a);
    if (a_in_b && b_in_a)
        return FACT_RELATION_EQUAL;
    if (a_in_b)
        return FACT_RELATION_INSIDE;
    return b_in_a ? FACT_RELATION_CONTAINS : FACT_RELATION_OVERLAP;
}

/* |x - y| * 10 <= |x| */
static gboolean
is_within_tenth(const FactWide *bound, const FactWide *end)
{
    FactWide distance = fact_wide_subtract(bound, end);
    FactWide size = fact_wide_abs(bound);

    distance = fact_wide_abs(&distance);
    distance = fact_wide_multiply(&distance, 10);
    return fact_wide_compare(&distance, &size) <= 0;
}

gboolean
fact_interval_is_near(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    Pair pair = load_pair(catalog, a, b, NULL);
    gboolean a_is_inner = is_within(&pair.a, &pair.b);
    const Interval *inner = a_is_inner ? &pair.a : &pair.b;
    const Interval *outer = a_is_inner ? &pair.b : &pair.a;

    if (outer->has_high && inner->has_high && is_within_tenth(&outer->high, &inner->high))
        return TRUE;
    return outer->has_low && inner->has_low && is_within_tenth(&outer->low, &inner->low);
}
