/* SPDX-License-Identifier: MIT
 *
 * How an article writes the name of a person. The articles of one story that write it differently
 * have one slip among them, and it is the one that readers complain of first.
 */
#pragma once

#include "extract/analysis.h"

/* A claim of @attribute, of type text and yet without a value, on what @name stands for; its span
 * is the name's. */
FactClaim
fact_name_claim_begin(const FactAnalysis *analysis, const FactAttribute *attribute,
                      const FactName *name);

/* Appends a claim of FACT_ATTRIBUTE_NAME, where the catalog has that attribute, for each person
 * named in full: those that may be persons by their name, and those that @is_told (by thing) knows
 * to be. */
void
fact_name_claims_make(const FactAnalysis *analysis, const uint8_t *is_told, GArray *out_claims);
