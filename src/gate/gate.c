/* SPDX-License-Identifier: MIT
 *
 * Marks each pair by the first of these that holds: filtered out, waived, known, elsewhere.
 */
#include "gate/gate.h"

#include "gate/filter.h"
#include "gate/waiver.h"

/* The gate at work. */
typedef struct {
    const FactGateOptions *options;
    GPtrArray *only;   /* of FactFilter, owned; NULL: everything */
    GPtrArray *ignore; /* of FactFilter, owned */
    FactWaivers *waivers;
    guint8 *is_changed; /* by document; NULL: all are */
} Gate;

gboolean
fact_gate_check_filter(const char *filter, GError **error)
{
    g_autoptr(FactFilter) parsed = fact_filter_new(filter, error);

    return parsed != NULL;
}

/* Those that are none were refused before, by fact_gate_check_filter. */
static GPtrArray *
parse_filters(const char *const *texts)
{
    GPtrArray *filters = NULL;

    if (texts == NULL || texts[0] == NULL)
        return NULL;
    filters = g_ptr_array_new_with_free_func((GDestroyNotify)fact_filter_free);
    for (guint i = 0; texts[i] != NULL; i++) {
        FactFilter *filter = fact_filter_new(texts[i], NULL);

        if (filter != NULL)
            g_ptr_array_add(filters, filter);
    }
    return filters;
}

static gboolean
matches_any(const GPtrArray *filters, const FactFinding *finding, const FactPair *pair)
{
    for (guint i = 0; i < filters->len; i++) {
        if (fact_filter_matches(g_ptr_array_index(filters, i), finding, pair))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_filtered(const Gate *gate, const FactFinding *finding, const FactPair *pair)
{
    return pair->confidence < gate->options->min_confidence ||
           (gate->only != NULL && !matches_any(gate->only, finding, pair)) ||
           (gate->ignore != NULL && matches_any(gate->ignore, finding, pair));
}

static gboolean
has_changed_source(const Gate *gate, const FactFinding *finding, guint side_index)
{
    const FactSide *side = &g_array_index(finding->sides, FactSide, side_index);

    for (guint i = 0; i < side->sources->len; i++) {
        if (gate->is_changed[g_array_index(side->sources, FactSideSource, i).document])
            return TRUE;
    }
    return FALSE;
}

static FactPairState
judge_pair(const Gate *gate, const FactFinding *finding, const FactPair *pair)
{
    /* Asked first, for whether a waiver applies does not depend on what else is left out. */
    gboolean is_waived = fact_waivers_match(gate->waivers, finding, pair);

    if (is_filtered(gate, finding, pair))
        return FACT_PAIR_FILTERED;
    if (is_waived)
        return FACT_PAIR_WAIVED;
    if (gate->options->baseline != NULL &&
        fact_baseline_has(gate->options->baseline, pair->fingerprint))
        return FACT_PAIR_KNOWN;
    if (gate->is_changed != NULL && !has_changed_source(gate, finding, pair->a) &&
        !has_changed_source(gate, finding, pair->b))
        return FACT_PAIR_ELSEWHERE;
    return FACT_PAIR_NEW;
}

static guint8 *
mark_changed(const FactChanges *changes, const GPtrArray *documents)
{
    guint8 *is_changed = changes == NULL ? NULL : g_new0(guint8, documents->len + 1);

    for (guint i = 0; is_changed != NULL && i < documents->len; i++)
        is_changed[i] = (guint8)fact_changes_has(changes, g_ptr_array_index(documents, i));
    return is_changed;
}

static void
judge_findings(const Gate *gate, FactFindings *findings)
{
    for (guint i = 0; i < findings->findings->len; i++) {
        FactFinding *finding = g_ptr_array_index(findings->findings, i);

        for (guint k = 0; k < finding->pairs->len; k++) {
            FactPair *pair = &g_array_index(finding->pairs, FactPair, k);

            pair->state = (uint8_t)judge_pair(gate, finding, pair);
        }
    }
}

void
fact_gate_apply(FactFindings *findings, const FactClaim *claims, const GPtrArray *documents,
                const FactCatalog *catalog, const FactGateOptions *options, FactLog *log)
{
    g_autoptr(FactWaivers) waivers =
        fact_waivers_new(findings, claims, documents, catalog, options->today, log);
    g_autofree guint8 *is_changed = mark_changed(options->changes, documents);
    g_autoptr(GPtrArray) only = parse_filters(options->only);
    g_autoptr(GPtrArray) ignore = parse_filters(options->ignore);
    Gate gate = {options, only, ignore, waivers, is_changed};

    judge_findings(&gate, findings);
    fact_findings_judge(findings);
    fact_waivers_report_unused(waivers, log);
}

gboolean
fact_gate_reaches(const FactFindings *findings, FactSeverity level)
{
    if (level == FACT_SEVERITY_NONE)
        return FALSE;
    for (int severity = level; severity <= FACT_SEVERITY_ERROR; severity++) {
        if (findings->by_severity[severity] > 0)
            return TRUE;
    }
    return FALSE;
}
