/* SPDX-License-Identifier: MIT
 *
 * Counts that an article implies by telling of people one by one: "a man was killed", "Ann Hall
 * died". They are gathered over the document and told once for each attribute, as "at least so
 * many", unless the article gives a number itself.
 */
#pragma once

#include "extract/cue-match.h"

typedef struct FactImpliedCounts FactImpliedCounts;

/* @analysis is borrowed. */
FactImpliedCounts *
fact_implied_counts_new(const FactAnalysis *analysis);

void
fact_implied_counts_free(FactImpliedCounts *counts);

/* Keeps what @match, a cue with an implied number, says of its subject; @claim is the claim it
 * would make alone. What is not of people, or of one more after others, is left out. */
void
fact_implied_counts_keep(FactImpliedCounts *counts, const FactCueMatch *match,
                         const FactClaim *claim);

/* Keeps @claim, a count that may be of a part: it is told only where the article counts nothing else
 * of @attribute, and no other such part. */
void
fact_implied_counts_keep_part(FactImpliedCounts *counts, const FactAttribute *attribute,
                              const FactClaim *claim);

/* The article counts @attribute itself: nothing is implied of it any more. */
void
fact_implied_counts_close(FactImpliedCounts *counts, const FactAttribute *attribute);

/* Appends the claims (of FactClaim) to @claims. */
void
fact_implied_counts_tell(FactImpliedCounts *counts, GArray *claims);
