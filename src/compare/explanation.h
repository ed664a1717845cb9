/* SPDX-License-Identifier: MIT
 *
 * What is said of pairs and findings, in one sentence each: it names both values and the rule.
 */
#pragma once

#include "compare/verdict.h"

/* One sentence for people, lower case and without a full stop; transfer full. */
char *
fact_judgement_explain(const FactComparison *comparison, const FactJudgement *judgement,
                       const FactSideDraft *a, const FactSideDraft *b);

/* "$6 million", or "not $6 million" of a side that denies it. */
void
fact_side_format_value(const FactCatalog *catalog, const FactSide *side, GString *out);

/* Whether no value is better supported than the first. */
gboolean
fact_finding_is_even(const FactFinding *finding, gboolean is_weighted);

/* Which value is best supported, and why; transfer full. Asks @finding->is_even. */
char *
fact_finding_explain(const FactComparison *comparison, const FactFinding *finding,
                     gboolean is_weighted);
