/* SPDX-License-Identifier: MIT
 *
 * What of the findings is shown to people: pairs that count and are grave enough, the sides they
 * join, and for each side the claim that shows it best. All writers for people and for CI begin
 * here; the JSON writers show everything and do not.
 */
#pragma once

#include "report/report.h"

typedef struct {
    const FactSide *side;
    const FactPair *pair; /* how it stands to the base; NULL for the base itself */
    guint claim;          /* index of the claim that shows it best */
    gboolean has_claim;   /* an accepted fact alone has none */
} FactViewSide;

typedef struct {
    const FactFinding *finding;
    FactVerdict verdict; /* of the gravest pair shown */
    FactSeverity severity;
    GArray *sides; /* of FactViewSide, owned; the base first */
} FactViewFinding;

typedef struct {
    GPtrArray *findings;                        /* of FactViewFinding, owned; gravest first */
    guint by_severity[FACT_SEVERITY_ERROR + 1]; /* of all that are grave enough */
    guint by_state[FACT_PAIR_FILTERED + 1];     /* pairs that are grave enough */
    FactSeverity show;                          /* what is grave enough */
    guint n_total;                              /* that are grave enough */
    guint n_cut;                                /* of them, left out by the limit */
} FactView;

FactView *
fact_view_new(const FactReportInput *input, const FactReportOptions *options);

void
fact_view_free(FactView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactView, fact_view_free)

/* "less than $6 million", "not GPT-4", "$60 million (2024, per year)". */
void
fact_view_append_value(const FactReportInput *input, const FactSide *side, GString *out);

/* "3 sources", "3 sources, 2 independent", "accepted fact, 1 source", and, where sources are
 * weighed, "3 sources, weight 2.41". */
void
fact_view_append_support(const FactReportInput *input, const FactSide *side, GString *out);

/* "articles.jsonl:12:1 (id)" of a claim; the id only where the path does not tell it. */
void
fact_view_append_place(const FactReportInput *input, guint claim, GString *out);

/* "b.txt takes the place of a.txt: same URL, newer date", for each article that a later version
 * replaced. Transfer full, of owned strings. */
GPtrArray *
fact_view_list_replacements(const FactReportInput *input);

/* "2 findings: 1 error, 1 warning in 5 articles". */
void
fact_view_append_summary(const FactView *view, const FactReportInput *input, GString *out);

/* "DeepSeek R1 · training cost", the group in front where there is one. */
void
fact_view_append_key(const FactFinding *finding, GString *out);

/* For each article on a side of @view that repeats another: "b.txt repeats a.txt". Transfer full,
 * of owned strings, in the order of the articles. */
GPtrArray *
fact_view_list_copies(const FactReportInput *input, const FactViewFinding *view);

/* The document of a claim. */
const FactDocument *
fact_view_document(const FactReportInput *input, guint claim);

/* "1 article", "3 articles" */
void
fact_view_append_count(GString *out, guint n, const char *noun);

/* The path of @document as formats for CI name it: relative to the repository where it is in it. */
char *
fact_view_ci_path(const FactReportOptions *options, const FactDocument *document);

/* The claim where a CI system shows that side @i of @view (not the base) departs: in an article
 * that changed if the run asks for those and one has part in the pair, else the departing side's.
 * FALSE where there is none. */
gboolean
fact_view_find_place(const FactReportInput *input, const FactViewFinding *view, guint i,
                     guint *out_claim);

/* One line on how side @i departs: "DeepSeek R1 · compared with: GPT-4 (1 source), but o1 (3
 * sources) at a.txt:2:617. MESSAGE". */
void
fact_view_append_departure(const FactReportInput *input, const FactViewFinding *view, guint i,
                           GString *out);

/* What a verdict means, in a sentence. */
const char *
fact_view_describe_verdict(FactVerdict verdict);
