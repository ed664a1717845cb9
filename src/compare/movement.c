/* SPDX-License-Identifier: MIT
 *
 * A side stands for the time from its earliest to its latest article. Time explains a difference
 * only if it explains it for every two articles of the two sides, so what counts is the worst two:
 * the latest of the side that should be the earlier, the earliest of the other.
 */
#include "compare/movement.h"

#include <math.h>
#include <string.h>

#include "value/date.h"
#include "value/measure.h"

#define YEAR_DAYS 365.25
#define NEARLY_ONE 1.001
/* A birthday counts as likely when it falls between two articles once in three times: 122 days for
 * one year more. Below that a slip is the better guess. */
#define BIRTHDAY_LIKELY (1.0 / 3)
/* What a count of people or things drifts in a year, where it drifts at all. Prices and shares have
 * no such bound. */
#define DRIFT_PER_YEAR 0.1

/* In the base unit of its dimension; good enough to tell which of two is larger. */
static double
base_of(const FactCatalog *catalog, const FactValue *value, FactDecimal amount)
{
    FactMeasure measure = fact_measure_of(catalog, value);

    return fact_decimal_to_double(amount) * pow(10, measure.shift) * (double)measure.numerator /
               (double)measure.denominator +
           fact_decimal_to_double(measure.offset);
}

static double
base_amount(const FactCatalog *catalog, const FactValue *value)
{
    return base_of(catalog, value, fact_value_amount(value));
}

static gboolean
is_upper_bound(const FactValue *value)
{
    return (value->flags & FACT_VALUE_HAS_LOW) == 0;
}

int
fact_amount_compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    double first;
    double second;

    if (!fact_value_is_numeric(a) || !fact_value_is_numeric(b))
        return 0;
    first = base_amount(catalog, a);
    second = base_amount(catalog, b);
    if (first < second || first > second)
        return first < second ? -1 : 1;
    return is_upper_bound(b) - is_upper_bound(a);
}

gboolean
fact_amount_is_apart(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                     double factor)
{
    double first;
    double second;

    if (!fact_value_is_numeric(a) || !fact_value_is_numeric(b))
        return FALSE;
    first = fabs(base_amount(catalog, a));
    second = fabs(base_amount(catalog, b));
    if (factor > NEARLY_ONE && !(MIN(first, second) > 0))
        return FALSE;
    return MAX(first, second) > factor * MIN(first, second);
}

static gboolean
has_end(const FactValue *value, FactValueFlags end)
{
    return (value->flags & end) != 0;
}

gboolean
fact_amount_attains_bound(const FactCatalog *catalog, const FactValue *inner,
                          const FactValue *outer)
{
    gboolean is_closed = outer->comparator == FACT_COMPARATOR_GE ||
                         outer->comparator == FACT_COMPARATOR_LE ||
                         outer->comparator == FACT_COMPARATOR_BETWEEN;

    if (!is_closed || !fact_value_is_numeric(inner) || !fact_value_is_numeric(outer))
        return FALSE;
    /* Equal amounts come out as equal numbers: the ends are of one kind and went the same way. */
    if (has_end(inner, FACT_VALUE_HAS_LOW) && has_end(outer, FACT_VALUE_HAS_LOW) &&
        base_of(catalog, inner, inner->as.number.low) >=
            base_of(catalog, outer, outer->as.number.low) &&
        base_of(catalog, inner, inner->as.number.low) <=
            base_of(catalog, outer, outer->as.number.low))
        return TRUE;
    return has_end(inner, FACT_VALUE_HAS_HIGH) && has_end(outer, FACT_VALUE_HAS_HIGH) &&
           base_of(catalog, inner, inner->as.number.high) >=
               base_of(catalog, outer, outer->as.number.high) &&
           base_of(catalog, inner, inner->as.number.high) <=
               base_of(catalog, outer, outer->as.number.high);
}

static int64_t
day_of(int64_t minute)
{
    return minute >= 0 ? minute / FACT_DAY_MINUTES : -((-minute - 1) / FACT_DAY_MINUTES) - 1;
}

/* @earlier's value must have been there before @later's. */
static FactMovement
explain_order(const FactSideDraft *earlier, const FactSideDraft *later)
{
    int64_t days = day_of(later->earliest) - day_of(earlier->latest);

    if (days > 0)
        return FACT_MOVEMENT_LATER;
    if (days < 0)
        return FACT_MOVEMENT_NONE;
    if (!earlier->has_times || !later->has_times)
        return FACT_MOVEMENT_SAME_DAY;
    return earlier->latest < later->earliest ? FACT_MOVEMENT_LATER : FACT_MOVEMENT_NONE;
}

static double
days_between(int64_t from, int64_t to)
{
    return (double)(to - from) / FACT_DAY_MINUTES;
}

/* How likely somebody who was so old is @years older @days later. */
static double
likelihood_of_years(double years, double days)
{
    double passed = days / YEAR_DAYS;
    double whole = floor(passed);

    if (days < 0)
        return 0;
    if (fabs(years - whole) < 0.5)
        return 1 - (passed - whole);
    return fabs(years - whole - 1) < 0.5 ? passed - whole : 0;
}

static FactMovement
explain_age(const FactCatalog *catalog, const FactSideDraft *younger, const FactSideDraft *older)
{
    const FactUnit *year = fact_catalog_find_unit(catalog, "a");
    double seconds = base_amount(catalog, older->value) - base_amount(catalog, younger->value);
    double years =
        year == NULL ? seconds : seconds * (double)year->denominator / (double)year->numerator;
    double least = days_between(younger->latest, older->earliest);
    double most = days_between(younger->earliest, older->latest);

    return MIN(likelihood_of_years(years, least), likelihood_of_years(years, most)) >=
                   BIRTHDAY_LIKELY
               ? FACT_MOVEMENT_BIRTHDAY
               : FACT_MOVEMENT_NONE;
}

static FactMovement
explain_drift(const FactCatalog *catalog, const FactSideDraft *small, const FactSideDraft *large)
{
    gboolean small_is_first = small->latest < large->earliest;
    FactMovement order = small_is_first ? explain_order(small, large) : explain_order(large, small);
    double distance = base_amount(catalog, large->value) - base_amount(catalog, small->value);
    double days = small_is_first ? days_between(small->latest, large->earliest)
                                 : days_between(large->latest, small->earliest);

    if (order != FACT_MOVEMENT_LATER || small->value->type != FACT_VALUE_COUNT)
        return order == FACT_MOVEMENT_LATER ? order : FACT_MOVEMENT_NONE;
    return distance <= base_amount(catalog, small->value) * DRIFT_PER_YEAR * days / YEAR_DAYS
               ? FACT_MOVEMENT_LATER
               : FACT_MOVEMENT_NONE;
}

/* Names, flags and changes have no direction: any order will do. */
static FactMovement
explain_change(const FactSideDraft *a, const FactSideDraft *b)
{
    FactMovement forth = explain_order(a, b);
    FactMovement back = explain_order(b, a);

    return forth == FACT_MOVEMENT_LATER || back == FACT_MOVEMENT_LATER ? FACT_MOVEMENT_LATER
                                                                       : FACT_MOVEMENT_NONE;
}

/* By how much something rose or fell; such a figure does not drift, each has its day. */
static gboolean
is_change(const FactSideDraft *a, const FactSideDraft *b)
{
    return (a->value->flags & b->value->flags & FACT_VALUE_IS_CHANGE) != 0;
}

FactMovement
fact_movement_explain(const FactCatalog *catalog, FactMoves moves, const FactSideDraft *a,
                      const FactSideDraft *b)
{
    int order = fact_amount_compare(catalog, a->value, b->value);
    const FactSideDraft *small = order <= 0 ? a : b;
    const FactSideDraft *large = order <= 0 ? b : a;

    if (moves == FACT_MOVES_NO || (order == 0 && moves != FACT_MOVES_ANY))
        return FACT_MOVEMENT_NONE;
    if (a->is_undated || b->is_undated || a->n_dated == 0 || b->n_dated == 0)
        return FACT_MOVEMENT_UNKNOWN;
    switch (moves) {
    case FACT_MOVES_NO:
        return FACT_MOVEMENT_NONE;
    case FACT_MOVES_UP:
        return explain_order(small, large);
    case FACT_MOVES_DOWN:
        return explain_order(large, small);
    case FACT_MOVES_ANY:
        return order == 0 || is_change(a, b) ? explain_change(a, b)
                                             : explain_drift(catalog, small, large);
    case FACT_MOVES_AGE:
        return explain_age(catalog, small, large);
    }
    return FACT_MOVEMENT_NONE;
}
