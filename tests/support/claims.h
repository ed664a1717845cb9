/* SPDX-License-Identifier: MIT
 *
 * Small tables of claims in a compact language, one claim a line (or after a semicolon):
 *
 *     a on=2025-01-27 $5.6m ; b on=2025-01-28 by=Smith <$6m ; c not =orion in=CN for=2024
 *
 * The first word is the document. Then, in any order: on=DATE (published, the first time it is
 * given), pub=PUBLISHER, topic=, url=, title= (with _ for spaces), text= (a text to sign), by=SPEAKER, in=PLACE, for=PERIOD, as=BASIS,
 * conf=HUNDREDTHS, not (denied), plan, about=SUBJECT, attr=ATTRIBUTE, and the value:
 *
 *     $5.6m  >=15person  ~300person  3..5person  66%  37y  100[m]  up3%  =vega  ={vega,orion}
 *     yes  no  2-1  'words  D2025-01  1person!    (m, bn, k set a precision; ! is indefinite)
 */
#pragma once

#include "claim/claim-table.h"
#include "compare/finding.h"

typedef struct {
    FactStringPool *pool;
    FactArena *arena;
    const FactCatalog *catalog; /* the built-in one with tests/data/compare-facts over it */
    GPtrArray *documents;       /* of FactDocument, in byte order of their ids */
    GArray *claims;             /* of FactClaim, by document and place */
    FactClaimTable *table;
} TestClaims;

/* @attribute and the subject "thing" are those of rows that do not say otherwise. */
TestClaims *
test_claims_new(const char *attribute, const char *rows);

/* The same with the rows in another order. */
TestClaims *
test_claims_new_shuffled(const char *attribute, const char *rows, uint64_t seed);

void
test_claims_free(TestClaims *claims);

FactFindings *
test_claims_compare(const TestClaims *claims);

/* Everything in the findings, one line for each finding, side and pair; transfer full. */
char *
test_findings_describe(const TestClaims *claims, const FactFindings *findings);

const FactCatalog *
test_claims_catalog(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(TestClaims, test_claims_free)
