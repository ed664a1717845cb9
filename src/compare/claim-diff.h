/* SPDX-License-Identifier: MIT
 *
 * What a new version of a corpus claims anew, changed or dropped, and which findings appear and
 * vanish with it: what `factdiff diff` tells.
 */
#pragma once

#include "compare/finding.h"

typedef enum {
    FACT_CHANGE_ADDED,
    FACT_CHANGE_DROPPED,
    FACT_CHANGE_CHANGED, /* another value for what was said before */
} FactChangeKind;

typedef struct {
    FactChangeKind kind;
    guint32 old_claim; /* index into the old claims; UINT32_MAX for ADDED */
    guint32 new_claim; /* index into the new claims; UINT32_MAX for DROPPED */
} FactClaimChange;

/* One version of a corpus. */
typedef struct {
    const FactClaim *claims;
    guint n_claims;
    const GPtrArray *documents; /* of FactDocument */
    const char *root;           /* nullable: the folder it was read from, taken off documents' ids and
                                 * paths, so that old/a.txt and new/a.txt are one article */
} FactClaimSet;

/* Claims are the same where article, subject, attribute, qualifiers, modality and value are; how
 * often an article says it, and where, does not count. Of FactClaimChange, by article, subject and
 * attribute; transfer full. */
GArray *
fact_claim_diff_new(const FactClaimSet *old_set, const FactClaimSet *new_set);

/* A pair of a finding. */
typedef struct {
    guint finding; /* index into the findings */
    guint pair;    /* index into its pairs */
} FactPairPlace;

/* The pairs of @findings that @others does not have, by fingerprint, in the order of @findings; of
 * FactPairPlace, transfer full. */
GArray *
fact_findings_list_new_pairs(const FactFindings *findings, const FactFindings *others);
