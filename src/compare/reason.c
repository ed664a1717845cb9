/* SPDX-License-Identifier: MIT
 *
 * Compares one key again and keeps what comparing throws away: the pairs that agree or are silent,
 * and the claims that are not compared at all.
 */
#include "compare/reason.h"

#include "compare/explanation.h"
#include "compare/verdict.h"

static void
reason_free(gpointer data)
{
    FactReason *reason = data;

    g_free(reason->values[0]);
    g_free(reason->values[1]);
    g_free(reason->message);
    g_free(reason);
}

static char *
format_value(const FactCatalog *catalog, const FactValue *value, uint8_t polarity)
{
    GString *out = g_string_new(polarity == FACT_POLARITY_DENIED ? "not " : "");

    fact_value_format(catalog, value, out);
    return g_string_free(out, FALSE);
}

static void
add_pair(const FactSides *sides, const FactPolicy *policy, const FactClaimGroup *group,
         const FactSideDraft *a, const FactSideDraft *b, GPtrArray *out)
{
    const FactComparison *comparison = sides->comparison;
    FactJudgement judgement = fact_verdict_judge(sides, policy, &group->key, a, b);
    FactReason *reason = g_new0(FactReason, 1);

    reason->values[0] = format_value(comparison->catalog, a->value, a->polarity);
    reason->values[1] = format_value(comparison->catalog, b->value, b->polarity);
    reason->rule = judgement.rule->name;
    reason->remedy = judgement.rule->remedy;
    reason->verdict = judgement.verdict;
    reason->severity = judgement.severity;
    reason->is_silent = judgement.is_silent || judgement.verdict == FACT_VERDICT_AGREE ||
                        judgement.severity == FACT_SEVERITY_NONE;
    reason->claim = a->n_claims == 0 ? UINT32_MAX : a->claims[0];
    reason->message = fact_judgement_explain(comparison, &judgement, a, b);
    g_ptr_array_add(out, reason);
}

static const char *
find_obstacle(const FactComparison *comparison, const FactClaim *claim)
{
    if (claim->mood != FACT_MOOD_FACT)
        return "is not told as a fact but as a ";
    return comparison->witnesses[claim->document].is_replaced ? "stands in an article that a later "
                                                                "version replaced"
                                                              : NULL;
}

static void
add_left_out(const FactComparison *comparison, guint32 index, GPtrArray *out)
{
    const FactClaim *claim = &comparison->claims[index];
    const char *obstacle = find_obstacle(comparison, claim);
    FactReason *reason = NULL;

    if (obstacle == NULL)
        return;
    reason = g_new0(FactReason, 1);
    reason->values[0] = format_value(comparison->catalog, &claim->value, claim->polarity);
    reason->is_silent = TRUE;
    reason->claim = index;
    reason->message = g_strconcat(
        reason->values[0], " ", obstacle,
        claim->mood != FACT_MOOD_FACT ? fact_mood_to_string((FactMood)claim->mood) : "", NULL);
    g_ptr_array_add(out, reason);
}

static void
add_pairs(FactSides *sides, const FactClaimGroup *group, GPtrArray *out)
{
    FactPolicy policy = fact_policy_find(sides->comparison->catalog, group->key.attribute);
    const FactSideDraft *drafts = NULL;
    guint n;

    if (!fact_sides_build(sides, group, &policy))
        return;
    fact_sides_rank(sides);
    fact_sides_merge(sides);
    drafts = (const FactSideDraft *)(gpointer)sides->drafts->data;
    n = MIN(sides->drafts->len, FACT_SIDES_MAX);
    for (guint a = 0; a < n; a++) {
        for (guint b = a + 1; b < n; b++)
            add_pair(sides, &policy, group, &drafts[a], &drafts[b], out);
    }
}

GPtrArray *
fact_reasons_of_group(const FactCatalog *catalog, const FactClaimGroup *group,
                      const FactClaim *claims, const GPtrArray *documents)
{
    GPtrArray *out = g_ptr_array_new_with_free_func(reason_free);
    g_autoptr(FactArena) arena = fact_arena_new();
    FactComparison comparison;
    FactSides sides;

    fact_comparison_init(&comparison, catalog, claims, documents, arena);
    fact_sides_init(&sides, &comparison);
    add_pairs(&sides, group, out);
    for (guint i = 0; i < group->n_claims; i++)
        add_left_out(&comparison, group->claims[i], out);
    fact_sides_clear(&sides);
    fact_comparison_clear(&comparison);
    return out;
}
