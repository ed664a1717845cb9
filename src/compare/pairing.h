/* SPDX-License-Identifier: MIT
 *
 * Two sides of one key as the rules of a verdict look at them, and what a rule can decide.
 */
#pragma once

#include "compare/verdict.h"

typedef struct {
    const FactComparison *comparison;
    const FactPolicy *policy;
    const FactClaimKey *key;
    const FactSideDraft *a;
    const FactSideDraft *b;
    FactRelation relation;
    gboolean has_shared;    /* a document stands on both sides */
    gboolean is_one_sided;  /* without the shared ones a side is empty */
    gboolean is_within_one; /* all claims of both sides are of one document */
    gboolean is_list;       /* a shared one gives three values or more */
} FactPairing;

/* Fills what the two sides have in common. */
void
fact_pairing_find_shared(FactPairing *pair, const uint8_t *side_counts);

/* What a rule decides; each returns TRUE. */
gboolean
fact_pairing_decide(FactJudgement *judgement, const FactRule *rule, FactVerdict verdict,
                    const FactPairing *pair);

/* The pair says nothing. */
gboolean
fact_pairing_silence(FactJudgement *judgement, const FactRule *rule);

/* A refinement that only bears the wider value out. */
gboolean
fact_pairing_corroborate(const FactPairing *pair, FactJudgement *judgement, const FactRule *rule);

/* @reason is a literal. */
void
fact_pairing_doubt(FactJudgement *judgement, const char *reason);

/* Of no attribute of the catalog. */
gboolean
fact_pairing_is_open(const FactPairing *pair);

/* Whether a topic says that all articles tell one story. */
gboolean
fact_pairing_is_topical(const FactPairing *pair);

/* A bound on what still moves is made to be overtaken. */
gboolean
fact_pairing_is_moving(FactMoves moves);

/* Slips are small: whether one amount is more than @factor times the other. */
gboolean
fact_pairing_is_apart(const FactPairing *pair, double factor);

/* Under different qualifiers values differ as they should; an article that gives both tells the
 * parts of one thing. */
gboolean
fact_pairing_is_breakdown(const FactPairing *pair);
