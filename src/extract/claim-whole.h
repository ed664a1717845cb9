/* SPDX-License-Identifier: MIT
 *
 * What an article as a whole makes of its claims: of a story's counts the first stands and parts
 * go, lists under one open attribute go, and claims imply others by the catalog.
 */
#pragma once

#include "extract/analysis.h"

/* Neither denied nor planned, asked or supposed. */
gboolean
fact_claim_is_plain(const FactClaim *claim);

/* Sets the span of @claim to tokens [first, last). */
void
fact_claim_span_tokens(const FactAnalysis *analysis, guint first, guint last, FactClaim *claim);

/* Settles the claims of @claims (of FactClaim) from index @first on. */
void
fact_claims_settle(const FactAnalysis *analysis, guint first, GArray *claims);

/* Drops the counts of the story that differ from what the title counts (@title_claims): they are of
 * a part, or of another story. */
void
fact_claims_check_title(const FactAnalysis *analysis, const GArray *title_claims, guint first,
                        GArray *claims);
