/* SPDX-License-Identifier: MIT
 *
 * What a numeric value is measured in, so that amounts of two values can be brought to one scale:
 * the dimension they share and the exact factor to its base unit.
 */
#pragma once

#include "value/value.h"

typedef struct {
    const char *dimension; /* "length", "money", "count", ...; equal strings can be compared */
    const char *kind;      /* what must be equal besides: a currency, a noun; NULL matches any */
    int64_t numerator;     /* base = amount * 10^shift * numerator / denominator + offset */
    int64_t denominator;
    int shift;
    FactDecimal offset;
} FactMeasure;

FactMeasure
fact_measure_of(const FactCatalog *catalog, const FactValue *value);

gboolean
fact_measure_is_common(const FactMeasure *a, const FactMeasure *b);

/* Whether an amount in the one is the same number in the other. */
gboolean
fact_measure_is_same(const FactMeasure *a, const FactMeasure *b);
