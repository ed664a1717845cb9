/* SPDX-License-Identifier: MIT
 *
 * What an article tells of another event, of years before its story: "In 2003 a quake killed 31,000
 * people there". The articles of a story remember the same ones.
 */
#pragma once

#include "extract/cue-match.h"

/* Makes of @match, of an attribute of the story, a claim of the attribute that has what was earlier,
 * kept apart by its year where that is told. FALSE where it is of the story, or counts nothing. */
gboolean
fact_earlier_event_claim(const FactAnalysis *analysis, const FactCueMatch *match,
                         FactClaim *out_claim);
