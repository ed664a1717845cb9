/* SPDX-License-Identifier: MIT
 *
 * The verdict between two sides of one key (design.md section 6). Rules are asked in one order and
 * the first that knows decides, so that what lowers a verdict (scope, time, who says it) comes
 * before what raises it.
 */
#pragma once

#include "compare/side.h"

/* Doubts that one judgement can have; each lowers the severity of a conflict by a step. */
#define FACT_DOUBTS_MAX 4

typedef struct {
    const char *name;     /* "bounds-exclude": in the JSON, and what `explain` takes */
    const char *sentence; /* what it says of a pair, see explanation.h */
    const char *remedy;   /* what would make it go away */
} FactRule;

typedef struct {
    const FactRule *rule;
    FactVerdict verdict;
    FactSeverity severity;
    gboolean is_silent; /* the pair says nothing: another year, one of many values */
    gboolean is_within_one_document;
    const char *doubts[FACT_DOUBTS_MAX];
    guint n_doubts;
} FactJudgement;

/* Symmetric but for the order in which the rule's sentence names the sides. */
FactJudgement
fact_verdict_judge(const FactSides *sides, const FactPolicy *policy, const FactClaimKey *key,
           const FactSideDraft *a, const FactSideDraft *b);

/* NULL if unknown. */
const FactRule *
fact_rule_find(const char *name);
