/* SPDX-License-Identifier: MIT
 *
 * When something happened: the day and the hour, each a claim of its own.
 */
#pragma once

#include "extract/analysis.h"

/* Appends to @claims what @claim, of an attribute that has another one for the time of day, says of
 * the day and of the hour. @value is the index of its value mention. */
void
fact_date_claims_add(const FactAnalysis *analysis, const FactAttribute *attribute, guint value,
                     const FactClaim *claim, GArray *claims);
