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

/* Drops from @claims, those from index @first on, the counts of the story that differ from what the
 * title counts: they are of a part, or of another story. */
void
fact_claims_check_title(const FactAnalysis *analysis, const GArray *title_claims, guint first, GArray *claims);
