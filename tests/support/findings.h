/* SPDX-License-Identifier: MIT
 *
 * Findings made by hand, for tests of the writers: no article is read and nothing is compared.
 *
 *     TestFindings *made = test_findings_new();
 *     guint a = test_findings_add_claim(made, "a.txt", "o1", "R1 rivals ", "o1", " in tests.");
 *     guint b = test_findings_add_claim(made, "b.txt", "GPT-4", "R1 answers ", "GPT-4", ".");
 *     test_findings_add(made, "R1", "compared with", FACT_SEVERITY_ERROR, FACT_VERDICT_CONFLICT);
 *     test_findings_add_side(made, "o1", a);
 *     test_findings_add_side(made, "GPT-4", b);
 */
#pragma once

#include "report/report.h"

typedef struct {
    FactReportInput input;
    FactReportOptions options;
    FactFindings *findings;
    FactCatalog *catalog;
    FactStringPool *pool;
    GArray *claims;       /* of FactClaim */
    GArray *evidence;     /* of FactEvidence, one a claim */
    GPtrArray *documents; /* of FactDocument */
    guint changed;        /* index + 1 of the document that changed */
} TestFindings;

TestFindings *
test_findings_new(void);

void
test_findings_free(TestFindings *made);

/* A claim in the document at @path, which is added where it is new. @label is the value, an entity.
 * Its index. */
guint
test_findings_add_claim(TestFindings *made, const char *path, const char *label, const char *prefix,
                        const char *quote, const char *suffix);

FactFinding *
test_findings_add(TestFindings *made, const char *subject, const char *attribute,
                  FactSeverity severity, FactVerdict verdict);

/* A side of the last finding with one claim, and, but for the first side, a pair with the first
 * that has the finding's verdict. */
FactSide *
test_findings_add_side(TestFindings *made, const char *label, guint claim);

/* The last finding's pair @i. */
FactPair *
test_findings_pair(TestFindings *made, guint i);

/* What the format @name writes; transfer full. */
char *
test_findings_write(TestFindings *made, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(TestFindings, test_findings_free)
