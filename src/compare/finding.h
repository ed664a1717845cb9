/* SPDX-License-Identifier: MIT
 *
 * Findings: keys whose sides do not agree.
 */
#pragma once

#include "claim/claim-table.h"
#include "claim/claim.h"
#include "claim/reference.h"

/* A document that stands on a side. */
typedef struct {
    guint32 document; /* its index */
    guint32 original; /* the document that it is a copy or rewrite of; itself where it is none */
} FactSideSource;

/* The claims of one key, under the same qualifiers, that give the same value. */
typedef struct {
    FactValue value;         /* the value they give, or deny */
    uint8_t polarity;        /* FactPolarity: FACT_POLARITY_DENIED reads "not $6 million" */
    const char *period;
    const char *place;
    const char *basis;
    GArray *claims;          /* of guint32 indices, ascending by document and span; owned */
    guint n_sources;         /* documents that stand on it */
    guint n_independent;     /* of them, after copies and rewrites are counted once */
    double weight;           /* support, larger is better: independent sources, each times its trust */
    gboolean is_reference;   /* an accepted fact says so too; it outranks every article */
    const char *reference_title; /* of the accepted fact, NULL for none; borrowed from the findings */
    const char *reference_url;
    const char *reference_as_of;
    GArray *sources;         /* of FactSideSource, ascending by document; owned */
} FactSide;

typedef enum {
    FACT_PAIR_NEW,
    FACT_PAIR_KNOWN,  /* in the baseline */
    FACT_PAIR_WAIVED,
    FACT_PAIR_ELSEWHERE, /* no changed document has part in it */
    FACT_PAIR_FILTERED,  /* left out by --only, --ignore or --min-confidence */
} FactPairState;

typedef struct {
    guint a; /* index of a side; a < b, and a is the better supported one */
    guint b;
    FactVerdict verdict;
    FactSeverity severity;
    uint8_t state;        /* FactPairState, set by the gate */
    gboolean is_within_one_document; /* no two different documents stand on the two sides */
    guint16 confidence;   /* hundredths: the weaker of the best claims of each side */
    char fingerprint[33]; /* hexadecimal */
    const char *rule;     /* which rule of section 6 decided, a short name: "bounds-exclude" */
    char *message;        /* one sentence that names both values and the rule; owned */
} FactPair;

typedef struct {
    char id[17];
    FactVerdict verdict;   /* the gravest of its pairs that count */
    FactSeverity severity;
    const char *group;
    const char *subject_id;
    const char *subject_label;
    const char *attribute_id;
    const char *attribute_label;
    GArray *sides; /* of FactSide, owned; best supported first */
    GArray *pairs; /* of FactPair, owned; sorted by sides; pairs that agree are left out */
    guint n_sides_omitted; /* sides beyond FACT_SIDES_MAX, the least supported ones */
    char *message; /* owned: which value is best supported, and why */
    gboolean is_even;      /* no value is better supported than the first */
} FactFinding;

/* A key has at most this many sides in a finding, the best supported ones: pairs are quadratic. */
#define FACT_SIDES_MAX 40

/* A later version of an article, which takes the earlier one's place. */
typedef struct {
    guint32 earlier;
    guint32 later;
    const char *reason; /* "same URL, newer date"; a literal */
} FactReplacement;

typedef struct {
    FactArena *arena;    /* values made here; owned */
    FactReferences *references; /* accepted facts, which sides borrow from; owned */
    GArray *replacements; /* of FactReplacement, ascending by earlier; owned */
    gboolean is_weighted; /* sources were many, so that weights tell how often they agree with the rest */
    GPtrArray *findings; /* of FactFinding, owned; sorted by severity (gravest first), group, subject, attribute */
    guint n_documents;
    guint n_claims;      /* that have a key */
    guint claims_end;    /* one past the last of them in the array of claims */
    guint n_keys;
    guint n_agreeing;    /* keys on which two or more documents agree */
    guint by_verdict[FACT_VERDICT_LAST + 1];
    guint by_severity[FACT_SEVERITY_ERROR + 1];
} FactFindings;

/* Sets each finding's verdict and severity to the gravest of its pairs that are FACT_PAIR_NEW, counts
 * by verdict and severity, and sorts. fact_compare and the gate do this. */
void
fact_findings_judge(FactFindings *findings);

void
fact_findings_free(FactFindings *findings);

void
fact_finding_free(FactFinding *finding);

/* Compares. @documents are of FactDocument. Linear in the claims of a key, but for its distinct values. */
FactFindings *
fact_compare(const FactCatalog *catalog, const FactClaimTable *table, const FactClaim *claims,
             const GPtrArray *documents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactFindings, fact_findings_free)
