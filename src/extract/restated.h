/* SPDX-License-Identifier: MIT
 *
 * Values that share the words of the one before them: "85 million euros ($108 million)" is one sum
 * twice, and "damaged 2 roads, 14 hotels and 8 bridges" says of each what it says of the first.
 */
#pragma once

#include "extract/analysis.h"

/* Appends to @claims what goes for @claim, which is of mention @value, and for the mentions after
 * it as well; those are marked in @taken. */
void
fact_restated_follow(const FactAnalysis *analysis, const FactAttribute *attribute, guint value,
                     const FactClaim *claim, uint8_t *taken, GArray *claims);
