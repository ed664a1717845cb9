/* SPDX-License-Identifier: MIT
 *
 * What a cue that matched claims: its value and where that stands, and the basis it gives. Strings
 * and arrays are in the analysis' arena.
 */
#pragma once

#include "extract/cue-match.h"

/* The value of mention @value, as it was read. */
void
fact_claim_value_set_mention(const FactAnalysis *analysis, guint value, FactClaim *claim);

/* The number of @match, counted in what its attribute counts. */
void
fact_claim_value_set_number(const FactAnalysis *analysis, const FactCueMatch *match,
                            FactClaim *claim);

/* Name @index of the analysis. */
void
fact_claim_value_set_name(const FactAnalysis *analysis, guint index, FactClaim *claim);

/* A word of the attribute's list. */
void
fact_claim_value_set_word(const FactAnalysis *analysis, const FactWordValue *word,
                          FactClaim *claim);

/* What the cue says itself: a flag, a word, or so many people. */
void
fact_claim_value_set_implied(const FactAnalysis *analysis, const FactCueMatch *match,
                             FactClaim *claim);

/* A cue may keep claims apart by a name: how far it is from there, or whose brother he is. NULL for
 * none. */
const char *
fact_claim_value_basis(const FactAnalysis *analysis, const FactCueMatch *match);
