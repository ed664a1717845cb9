/* SPDX-License-Identifier: MIT
 *
 * Of whom a cue that matched claims something: who is named, the one the clause is about, or the
 * article's story.
 */
#pragma once

#include "extract/cue-match.h"

/* Whether claims of @attribute are of the story where nobody else is their subject. */
gboolean
fact_claim_subject_is_story(const FactAttribute *attribute);

/* Subject of @match into @claim; FALSE where none is certain. @out_thing is the one meant, FACT_NONE
 * for the story and for what is only described. */
gboolean
fact_claim_subject_find(const FactAnalysis *analysis, const FactCueMatch *match, FactClaim *claim,
                        guint *out_thing);
