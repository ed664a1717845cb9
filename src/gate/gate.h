/* SPDX-License-Identifier: MIT
 *
 * The gate: which findings count. It marks pairs as known, waived or elsewhere, judges findings
 * anew by the pairs that are left, and tells whether one of them reaches the fail level.
 *
 *     FactGateOptions options = {.baseline = baseline, .changes = changes, .today = "2026-11-23"};
 *     fact_gate_apply(findings, claims, documents, catalog, &options, log);
 *     return fact_gate_reaches(findings, FACT_SEVERITY_ERROR) ? 1 : 0;
 */
#pragma once

#include "base/log.h"
#include "compare/finding.h"
#include "gate/baseline.h"
#include "gate/changes.h"

typedef struct {
    const FactBaseline *baseline; /* nullable: nothing is known */
    const FactChanges *changes;   /* nullable: everything counts */
    const char *today;            /* "2026-11-23": waivers end by it; nullable: none has ended */
    guint min_confidence;         /* hundredths; pairs below do not count */
    const char *const *only;      /* NULL-terminated, nullable: filters, one of which must match */
    const char *const *ignore;    /* NULL-terminated, nullable: filters, none of which may match */
} FactGateOptions;

/* A filter is `subject=PATTERN`, `attribute=PATTERN`, `verdict=PATTERN`, or a bare PATTERN, which may
 * match any of the three. Patterns are globs, case does not count; subjects and attributes match by
 * id or label. Pairs that a filter leaves out are FACT_PAIR_FILTERED. FALSE and a message if @filter
 * is none: an unknown verdict, an empty pattern. */
gboolean
fact_gate_check_filter(const char *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Marks the pairs, sets each finding's verdict and severity to the gravest of its pairs that count
 * (FACT_SEVERITY_NONE where none does), sorts the findings anew and counts them anew. Waivers are
 * those of the catalog and of the documents; what is wrong with one is an error in @log, one that
 * no longer applies a note. */
void
fact_gate_apply(FactFindings *findings, const FactClaim *claims, const GPtrArray *documents,
                const FactCatalog *catalog, const FactGateOptions *options, FactLog *log);

/* Whether a pair that counts is at least as grave as @level; never for FACT_SEVERITY_NONE. */
gboolean
fact_gate_reaches(const FactFindings *findings, FactSeverity level);

/* Whether the pair counts: new, and neither waived, filtered nor elsewhere. */
static inline gboolean
fact_pair_counts(const FactPair *pair)
{
    return pair->state == FACT_PAIR_NEW;
}
