/* SPDX-License-Identifier: MIT
 *
 * The rank or office that stands before a person's name: "Sgt.", "Assistant District Attorney". Only
 * those count of which a person holds one at a time: list "ranks".
 */
#pragma once

#include "extract/analysis.h"

/* Appends a claim of FACT_ATTRIBUTE_RANK, where the catalog has that attribute, for each person of
 * the document, where a rank stands before the name that was not the last one's. */
void
fact_rank_claims_make(const FactAnalysis *analysis, GArray *out_claims);
