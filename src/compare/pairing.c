/* SPDX-License-Identifier: MIT */
#include "compare/pairing.h"

#include "compare/movement.h"
#include "compare/rule.h"

/* Walks both rows of claims, ascending by document. */
void
fact_pairing_find_shared(FactPairing *pair, const uint8_t *side_counts)
{
    const FactClaim *claims = pair->comparison->claims;
    const FactSideDraft *a = pair->a;
    const FactSideDraft *b = pair->b;
    gboolean a_alone = a->reference != NULL;
    gboolean b_alone = b->reference != NULL;
    guint32 before = UINT32_MAX;
    guint n_documents = 0;
    guint i = 0;
    guint k = 0;

    while (i < a->n_claims || k < b->n_claims) {
        guint32 first = i < a->n_claims ? claims[a->claims[i]].document : UINT32_MAX;
        guint32 second = k < b->n_claims ? claims[b->claims[k]].document : UINT32_MAX;
        guint32 document = MIN(first, second);

        pair->has_shared = pair->has_shared || first == second;
        pair->is_list = pair->is_list || (first == second && side_counts[document] > 2);
        a_alone = a_alone || first < second;
        b_alone = b_alone || second < first;
        n_documents += document != before;
        before = document;
        while (i < a->n_claims && claims[a->claims[i]].document == document)
            i++;
        while (k < b->n_claims && claims[b->claims[k]].document == document)
            k++;
    }
    pair->is_one_sided = pair->has_shared && !(a_alone && b_alone);
    pair->is_within_one = pair->has_shared && n_documents == 1;
}

gboolean
fact_pairing_decide(FactJudgement *judgement, const FactRule *rule, FactVerdict verdict,
                    const FactPairing *pair)
{
    judgement->rule = rule;
    judgement->verdict = verdict;
    judgement->severity = pair->policy->severities[verdict];
    return TRUE;
}

gboolean
fact_pairing_silence(FactJudgement *judgement, const FactRule *rule)
{
    judgement->rule = rule;
    judgement->verdict = FACT_VERDICT_AGREE;
    judgement->severity = FACT_SEVERITY_NONE;
    judgement->is_silent = TRUE;
    return TRUE;
}

/* A refinement that only bears the wider value out. */
gboolean
fact_pairing_corroborate(const FactPairing *pair, FactJudgement *judgement, const FactRule *rule)
{
    fact_pairing_decide(judgement, rule, FACT_VERDICT_REFINES, pair);
    judgement->severity = MIN(judgement->severity, FACT_SEVERITY_INFO);
    return TRUE;
}

void
fact_pairing_doubt(FactJudgement *judgement, const char *reason)
{
    if (judgement->n_doubts < FACT_DOUBTS_MAX)
        judgement->doubts[judgement->n_doubts++] = reason;
}

gboolean
fact_pairing_is_open(const FactPairing *pair)
{
    return pair->policy->attribute == NULL;
}

/* Whether a topic says that all articles tell one story. */
gboolean
fact_pairing_is_topical(const FactPairing *pair)
{
    return pair->key->group != NULL && pair->key->group[0] != '\0';
}

/* A bound on what still moves is made to be overtaken. */
gboolean
fact_pairing_is_moving(FactMoves moves)
{
    return moves == FACT_MOVES_UP || moves == FACT_MOVES_DOWN || moves == FACT_MOVES_ANY;
}

/* Slips are small: one article that gives 3 and 42 was misread, or speaks of two. */
gboolean
fact_pairing_is_apart(const FactPairing *pair, double factor)
{
    return fact_amount_is_apart(pair->comparison->catalog, pair->a->value, pair->b->value, factor);
}

/* Under different qualifiers values differ as they should; an article that gives both tells the
 * parts of one thing. */
gboolean
fact_pairing_is_breakdown(const FactPairing *pair)
{
    return pair->relation != FACT_RELATION_DISJOINT || pair->has_shared ||
           pair->a->polarity != pair->b->polarity;
}
