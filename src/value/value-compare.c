/* SPDX-License-Identifier: MIT
 *
 * How two values stand to each other, whatever their types: each type says how it compares, and
 * this file sees to it that the answer mirrors.
 */
#include "value/value-class.h"

FactRelation
fact_value_compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                   const FactTolerance *tolerance)
{
    return fact_value_class_of(a)->compare(catalog, a, b, tolerance);
}

gboolean
fact_value_is_near_bound(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    if (a->type != b->type && !(fact_value_is_numeric(a) && fact_value_is_numeric(b)))
        return FALSE;
    return fact_value_class_of(a)->is_near_bound(catalog, a, b);
}

int
fact_value_order(const FactValue *a, const FactValue *b)
{
    if (a->type != b->type)
        return a->type < b->type ? -1 : 1;
    return fact_value_class_of(a)->order(a, b);
}

gboolean
fact_value_equal(const FactValue *a, const FactValue *b)
{
    return fact_value_order(a, b) == 0;
}
