/* SPDX-License-Identifier: MIT
 *
 * How far publishers are trusted: by how often they agree with the rest over the whole corpus.
 */
#pragma once

#include "compare/comparison.h"

/* With fewer publishers that meet often enough, trust would be chance. */
#define FACT_TRUST_PUBLISHERS_MIN 5
#define FACT_TRUST_MEETINGS_MIN 3

/* Sets the trust of the comparison's witnesses; FALSE, and 1 for all, where publishers are too few.
 * @groups are of FactClaimGroup, in the order of their keys. @out_counts, by group, of FactSidesCount, is
 * set for those whose sides were counted on the way, and left alone otherwise. */
gboolean
fact_trust_weigh(FactComparison *comparison, const GPtrArray *groups, uint8_t *out_counts);
