/* SPDX-License-Identifier: MIT
 *
 * Findings as a whole: what each comes to by its pairs that count, their order, and their numbers.
 */
#include "compare/finding.h"

#include <string.h>

static gboolean
is_graver(const FactPair *pair, const FactFinding *finding)
{
    if (pair->severity != finding->severity)
        return pair->severity > finding->severity;
    return pair->verdict > finding->verdict;
}

/* The gravest of the pairs that count. */
static void
judge_finding(FactFinding *finding)
{
    finding->verdict = FACT_VERDICT_AGREE;
    finding->severity = FACT_SEVERITY_NONE;
    for (guint i = 0; i < finding->pairs->len; i++) {
        const FactPair *pair = &g_array_index(finding->pairs, FactPair, i);

        if (pair->state != FACT_PAIR_NEW || !is_graver(pair, finding))
            continue;
        finding->verdict = pair->verdict;
        finding->severity = pair->severity;
    }
}

static int
compare_findings(gconstpointer a, gconstpointer b)
{
    const FactFinding *first = *(const FactFinding *const *)a;
    const FactFinding *second = *(const FactFinding *const *)b;
    int order = (int)second->severity - (int)first->severity;

    if (order == 0)
        order = (int)second->verdict - (int)first->verdict;
    if (order == 0)
        order = g_strcmp0(first->group, second->group);
    if (order == 0)
        order = g_strcmp0(first->subject_id, second->subject_id);
    if (order == 0)
        order = g_strcmp0(first->attribute_id, second->attribute_id);
    return order;
}

void
fact_findings_judge(FactFindings *findings)
{
    memset(findings->by_verdict, 0, sizeof findings->by_verdict);
    memset(findings->by_severity, 0, sizeof findings->by_severity);
    for (guint i = 0; i < findings->findings->len; i++) {
        FactFinding *finding = g_ptr_array_index(findings->findings, i);

        judge_finding(finding);
        findings->by_verdict[finding->verdict]++;
        findings->by_severity[finding->severity]++;
    }
    g_ptr_array_sort(findings->findings, compare_findings);
}
