/* SPDX-License-Identifier: MIT
 *
 * Puts claims together: a cue that matched, or a value with an open attribute, and the subject,
 * qualifiers and modality that go with it.
 */
#pragma once

#include "extract/analysis.h"

/* Appends the claims of the analysed document to @out_claims (of FactClaim), spans in text offsets. */
void
fact_claims_make(const FactAnalysis *analysis, GArray *out_claims);
