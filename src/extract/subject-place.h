/* SPDX-License-Identifier: MIT
 *
 * Whether a name stands where the subject of a statement stands, and is what the statement is of.
 */
#pragma once

#include "extract/analysis.h"

/* Whether the name stands where a subject stands: no owner of what follows, no part of another noun
 * phrase, not after a preposition. Nothing that is told of what is derived from it is told of it. */
gboolean
fact_name_is_subject(const FactAnalysis *analysis, const FactName *name);

/* "The sequel to Harlan", "a heavily revised Harlan": what was made after the one that is named. */
gboolean
fact_name_is_derived(const FactAnalysis *analysis, const FactName *name);

/* "Ann Reed said the man fell": the person that reports is not the one reported on. An organisation
 * is: "Harlan said revenue rose". */
gboolean
fact_name_is_reporter(const FactAnalysis *analysis, const FactName *name);
