/* SPDX-License-Identifier: MIT
 *
 * Numeric values as intervals of wide integers on one scale: how two of them stand to each other,
 * exactly.
 */
#pragma once

#include "value/value.h"

/* Both numeric, of a common measure. The way the amounts were said (direction, rate) is the
 * caller's. */
FactRelation
fact_interval_relate(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                     const FactTolerance *tolerance);

/* Whether the inner of the two lies within a tenth of the outer one's bound. */
gboolean
fact_interval_is_near(const FactCatalog *catalog, const FactValue *a, const FactValue *b);
