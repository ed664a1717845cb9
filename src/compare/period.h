/* SPDX-License-Identifier: MIT
 *
 * The periods that claims are qualified by.
 */
#pragma once

#include "value/value.h"

/* How two periods (EDTF, nullable) stand to each other; INCOMPARABLE where one is missing or is not
 * understood. */
FactRelation
fact_period_relate(const FactCatalog *catalog, const char *a, const char *b);
