/* SPDX-License-Identifier: MIT
 *
 * The block of a street where something happened: "in the 1800 block of Hewin Avenue". American
 * police tell places so, and the articles of one story should tell one block of one street.
 */
#pragma once

#include "extract/analysis.h"

/* Appends a claim of FACT_ATTRIBUTE_BLOCK, where the catalog has that attribute, for each street of
 * which the document tells one block, and no other. */
void
fact_block_claims_make(const FactAnalysis *analysis, GArray *out_claims);
