/* SPDX-License-Identifier: MIT
 *
 * Shares are one dimension: a percentage and "one in three" meet in it. A bare number is compared
 * with a count of anything, for "killed 15" and "15 people were killed" say the same.
 */
#include "value/measure.h"

#include <string.h>

static FactMeasure
plain(const char *dimension, const char *kind)
{
    return (FactMeasure){dimension, kind, 1, 1, 0, FACT_DECIMAL_ZERO};
}

/* "58 of 100" is 58 times 1/100. A denominator that is no small number leaves a ratio on its own.
 */
static FactMeasure
measure_ratio(const FactValue *value)
{
    FactMeasure measure = plain("share", NULL);
    FactDecimal of = value->as.number.from;

    if ((value->flags & FACT_VALUE_HAS_FROM) == 0)
        return measure;
    if (of.coefficient <= 0)
        return plain("ratio", NULL);
    measure.denominator = of.coefficient;
    measure.shift = -of.exponent;
    return measure;
}

static FactMeasure
measure_unit(const FactCatalog *catalog, const FactValue *value)
{
    const char *code = value->unit == NULL ? "" : value->unit;
    const FactUnit *unit = fact_catalog_find_unit(catalog, code);

    if (unit == NULL)
        return plain("unknown unit", code);
    /* A rise of 1 degree Celsius is one of 1.8 Fahrenheit, wherever zero is. */
    gboolean is_change = (value->flags & FACT_VALUE_IS_CHANGE) != 0;
    return (FactMeasure){unit->dimension,   NULL, unit->numerator,
                         unit->denominator, 0,    is_change ? FACT_DECIMAL_ZERO : unit->offset};
}

static FactMeasure
measure_percent(const FactCatalog *catalog, const FactValue *value)
{
    FactMeasure measure = plain("share", NULL);

    if (g_strcmp0(value->unit, "%") != 0)
        return measure_unit(catalog, value);
    measure.shift = -2;
    return measure;
}

FactMeasure
fact_measure_of(const FactCatalog *catalog, const FactValue *value)
{
    switch ((FactValueType)value->type) {
    case FACT_VALUE_NUMBER:
    case FACT_VALUE_COUNT:
        return plain("count", value->unit);
    case FACT_VALUE_MONEY:
        return plain("money", value->unit == NULL ? "" : value->unit);
    case FACT_VALUE_PERCENT:
        return measure_percent(catalog, value);
    case FACT_VALUE_RATIO:
        return measure_ratio(value);
    case FACT_VALUE_QUANTITY:
    case FACT_VALUE_DURATION:
        return measure_unit(catalog, value);
    case FACT_VALUE_ORDINAL:
        return plain("rank", NULL);
    case FACT_VALUE_DATE:
    case FACT_VALUE_SCORE:
    case FACT_VALUE_ENTITY:
    case FACT_VALUE_SET:
    case FACT_VALUE_FLAG:
    case FACT_VALUE_TEXT:
        break;
    }
    return plain("none", NULL);
}

gboolean
fact_measure_is_common(const FactMeasure *a, const FactMeasure *b)
{
    if (strcmp(a->dimension, b->dimension) != 0)
        return FALSE;
    return a->kind == NULL || b->kind == NULL || strcmp(a->kind, b->kind) == 0;
}

gboolean
fact_measure_is_same(const FactMeasure *a, const FactMeasure *b)
{
    return a->numerator == b->numerator && a->denominator == b->denominator &&
           a->shift == b->shift && fact_decimal_compare(a->offset, b->offset) == 0;
}
