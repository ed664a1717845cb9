/* SPDX-License-Identifier: MIT
 *
 * Compares the claims of each key and makes findings of those whose sides do not agree. Keys are
 * taken in the order of their strings, so that nothing depends on the order of the claims; the work
 * on a key is linear in its claims, and quadratic only in the sides that are kept.
 */
#include "compare/finding.h"

#include <string.h>

#include "compare/explanation.h"
#include "compare/fingerprint.h"
#include "compare/trust.h"
#include "compare/verdict.h"

/* One comparison under way. */
typedef struct {
    FactComparison comparison;
    FactSides sides;
    FactFindings *findings;
} Run;

static void
clear_side(gpointer data)
{
    FactSide *side = data;

    g_clear_pointer(&side->claims, g_array_unref);
    g_clear_pointer(&side->sources, g_array_unref);
}

static void
clear_pair(gpointer data)
{
    FactPair *pair = data;

    g_clear_pointer(&pair->message, g_free);
}

void
fact_finding_free(FactFinding *finding)
{
    if (finding == NULL)
        return;
    g_clear_pointer(&finding->sides, g_array_unref);
    g_clear_pointer(&finding->pairs, g_array_unref);
    g_free(finding->message);
    g_free(finding);
}

void
fact_findings_free(FactFindings *findings)
{
    if (findings == NULL)
        return;
    g_clear_pointer(&findings->findings, g_ptr_array_unref);
    g_clear_pointer(&findings->replacements, g_array_unref);
    g_clear_pointer(&findings->references, fact_references_free);
    fact_arena_free(findings->arena);
    g_free(findings);
}

static FactFinding *
finding_new(const FactClaimGroup *group)
{
    FactFinding *finding = g_new0(FactFinding, 1);

    finding->group = group->key.group;
    finding->subject_id = group->key.subject;
    finding->subject_label = group->subject_label;
    finding->attribute_id = group->key.attribute;
    finding->sides = g_array_new(FALSE, TRUE, sizeof(FactSide));
    finding->pairs = g_array_new(FALSE, TRUE, sizeof(FactPair));
    g_array_set_clear_func(finding->sides, clear_side);
    g_array_set_clear_func(finding->pairs, clear_pair);
    return finding;
}

static const char *
attribute_label_of(const Run *run, const FactClaimGroup *group, const FactPolicy *policy)
{
    const char *label = run->comparison.claims[group->claims[0]].attribute_label;

    if (policy->attribute != NULL)
        return policy->attribute->label;
    return label == NULL ? group->key.attribute : label;
}

static void
add_sources(const Run *run, const FactSideDraft *draft, FactSide *side)
{
    const FactClaim *claims = run->comparison.claims;

    for (guint i = 0; i < draft->n_claims; i++) {
        guint32 document = claims[draft->claims[i]].document;
        FactSideSource source = {document, run->comparison.witnesses[document].original};

        if (i == 0 || claims[draft->claims[i - 1]].document != document)
            g_array_append_val(side->sources, source);
    }
}

static void
add_side(const Run *run, const FactSideDraft *draft, FactFinding *finding)
{
    FactSide side = {
        .value = *draft->value,
        .polarity = draft->polarity,
        .period = draft->period,
        .place = draft->place,
        .basis = draft->basis,
        .n_sources = draft->n_sources,
        .n_independent = draft->n_independent,
        .weight = draft->weight,
    };

    side.claims = g_array_sized_new(FALSE, FALSE, sizeof(guint32), draft->n_claims);
    g_array_append_vals(side.claims, draft->claims, draft->n_claims);
    side.sources = g_array_sized_new(FALSE, FALSE, sizeof(FactSideSource), draft->n_sources);
    add_sources(run, draft, &side);
    if (draft->reference != NULL) {
        side.is_reference = TRUE;
        side.reference_title = draft->reference->title;
        side.reference_url = draft->reference->url;
        side.reference_as_of = draft->reference->as_of;
    }
    g_array_append_val(finding->sides, side);
}

/* A pair of drafts that is no agreement, before the sides without one are left out. */
typedef struct {
    guint a;
    guint b;
    FactJudgement judgement;
} Judged;

static GArray *
judge_all(const Run *run, const FactClaimKey *key, const FactPolicy *policy, guint n)
{
    const FactSideDraft *drafts = (const FactSideDraft *)(gpointer)run->sides.drafts->data;
    GArray *judged = g_array_new(FALSE, FALSE, sizeof(Judged));

    for (guint a = 0; a < n; a++) {
        for (guint b = a + 1; b < n; b++) {
            Judged pair = {a, b,
                           fact_verdict_judge(&run->sides, policy, key, &drafts[a], &drafts[b])};

            if (!pair.judgement.is_silent && pair.judgement.verdict != FACT_VERDICT_AGREE &&
                pair.judgement.severity != FACT_SEVERITY_NONE)
                g_array_append_val(judged, pair);
        }
    }
    return judged;
}

static void
add_pair(const Run *run, const Judged *judged, const guint *places, FactFinding *finding)
{
    const FactSideDraft *drafts = (const FactSideDraft *)(gpointer)run->sides.drafts->data;
    const FactSideDraft *a = &drafts[judged->a];
    const FactSideDraft *b = &drafts[judged->b];
    FactPair pair = {
        .a = places[judged->a],
        .b = places[judged->b],
        .verdict = judged->judgement.verdict,
        .severity = judged->judgement.severity,
        .is_within_one_document = judged->judgement.is_within_one_document,
        .confidence = MIN(a->confidence, b->confidence),
        .rule = judged->judgement.rule->name,
    };

    pair.message = fact_judgement_explain(&run->comparison, &judged->judgement, a, b);
    g_array_append_val(finding->pairs, pair);
}

/* Keeps the sides that some pair is about, in their order; @out_places tells where each went. */
static void
add_sides_in_pairs(const Run *run, const GArray *judged, guint n, guint *out_places,
                   FactFinding *finding)
{
    for (guint i = 0; i < n; i++)
        out_places[i] = G_MAXUINT;
    for (guint i = 0; i < judged->len; i++) {
        const Judged *pair = &g_array_index(judged, Judged, i);

        out_places[pair->a] = 0;
        out_places[pair->b] = 0;
    }
    for (guint i = 0; i < n; i++) {
        if (out_places[i] == G_MAXUINT)
            continue;
        out_places[i] = finding->sides->len;
        add_side(run, &g_array_index(run->sides.drafts, FactSideDraft, i), finding);
    }
}

static void
add_finding(Run *run, const FactClaimGroup *group, const FactPolicy *policy, const GArray *judged,
            guint n_sides)
{
    FactFinding *finding = finding_new(group);
    guint places[FACT_SIDES_MAX];

    finding->attribute_label = attribute_label_of(run, group, policy);
    finding->n_sides_omitted = run->sides.drafts->len - n_sides;
    fact_finding_format_id(finding);
    add_sides_in_pairs(run, judged, n_sides, places, finding);
    for (guint i = 0; i < judged->len; i++)
        add_pair(run, &g_array_index(judged, Judged, i), places, finding);
    fact_finding_set_fingerprints(&run->comparison, finding);
    finding->is_even = fact_finding_is_even(finding, run->findings->is_weighted);
    finding->message = fact_finding_explain(&run->comparison, finding, run->findings->is_weighted);
    g_ptr_array_add(run->findings->findings, finding);
}

static void
count_agreement(Run *run)
{
    for (guint i = 0; i < run->sides.drafts->len; i++) {
        if (g_array_index(run->sides.drafts, FactSideDraft, i).n_sources > 1) {
            run->findings->n_agreeing++;
            return;
        }
    }
}

static void
compare_group(Run *run, const FactClaimGroup *group)
{
    FactPolicy policy = fact_policy_find(run->comparison.catalog, group->key.attribute);
    g_autoptr(GArray) judged = NULL;
    guint n;

    if (!fact_sides_build(&run->sides, group, &policy))
        return;
    count_agreement(run);
    if (run->sides.drafts->len < 2 || policy.cardinality == FACT_CARDINALITY_MANY)
        return;
    fact_sides_rank(&run->sides);
    fact_sides_merge(&run->sides);
    n = MIN(run->sides.drafts->len, FACT_SIDES_MAX);
    judged = judge_all(run, &group->key, &policy, n);
    if (judged->len > 0)
        add_finding(run, group, &policy, judged, n);
}

/* Counts the group, and tells whether it is worth looking at: of a key on which there is one claim
 * and no accepted fact nothing can differ. Four of five keys are so; they are not even sorted. */
static gboolean
count_group(const FactClaimGroup *group, gpointer user_data)
{
    const Run *run = user_data;
    FactFindings *findings = run->findings;

    findings->n_keys++;
    findings->n_claims += group->n_claims;
    findings->claims_end = MAX(findings->claims_end, group->claims[group->n_claims - 1] + 1);
    return group->n_claims > 1 ||
           fact_references_find(run->comparison.references, group->key.subject,
                                group->key.attribute) != NULL;
}

static void
begin(Run *run, const FactCatalog *catalog, const FactClaim *claims, const GPtrArray *documents)
{
    FactFindings *findings = g_new0(FactFindings, 1);

    memset(run, 0, sizeof *run);
    findings->arena = fact_arena_new();
    findings->findings =
        g_ptr_array_new_with_free_func((GDestroyNotify)(void (*)(void))fact_finding_free);
    fact_comparison_init(&run->comparison, catalog, claims, documents, findings->arena);
    fact_sides_init(&run->sides, &run->comparison);
    run->findings = findings;
}

/* The findings keep what they borrow from. */
static FactFindings *
end(Run *run)
{
    FactFindings *findings = run->findings;

    findings->replacements = g_steal_pointer(&run->comparison.replacements);
    findings->references = g_steal_pointer(&run->comparison.references);
    fact_sides_clear(&run->sides);
    fact_comparison_clear(&run->comparison);
    fact_findings_judge(findings);
    return findings;
}

FactFindings *
fact_compare(const FactCatalog *catalog, const FactClaimTable *table, const FactClaim *claims,
             const GPtrArray *documents)
{
    g_autoptr(GPtrArray) groups = NULL;
    g_autofree uint8_t *counts = NULL;
    Run run;

    begin(&run, catalog, claims, documents);
    run.findings->n_documents = documents->len;
    groups = fact_claim_table_sorted(table, count_group, &run);
    counts = g_new0(uint8_t, MAX(groups->len, 1));
    run.findings->is_weighted = fact_trust_weigh(&run.comparison, groups, counts);
    for (guint i = 0; i < groups->len; i++) {
        const FactClaimGroup *group = g_ptr_array_index(groups, i);

        if (counts[i] == FACT_SIDES_UNKNOWN || counts[i] == FACT_SIDES_SEVERAL) {
            fact_sides_prefetch(&run.sides, groups, i);
            compare_group(&run, group);
        }
        run.findings->n_agreeing += counts[i] == FACT_SIDES_AGREED;
    }
    return end(&run);
}
