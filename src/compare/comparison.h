/* SPDX-License-Identifier: MIT
 *
 * What all keys of one comparison share: the claims, and of each document when it was published,
 * whether it is a copy or was replaced, and how far its publisher is trusted.
 */
#pragma once

#include "compare/finding.h"

/* What is known of one document as a witness. */
typedef struct {
    int64_t minute;   /* published, since 1970-01-01T00:00; the day's first where it has no time */
    guint32 original; /* the document that it is a copy or rewrite of, or itself */
    float trust;      /* 1 on average over all publishers */
    uint8_t is_dated;
    uint8_t has_time;
    uint8_t is_replaced; /* a later version of it is in the corpus */
} FactWitness;

typedef struct {
    const FactCatalog *catalog;
    const FactClaim *claims;
    const GPtrArray *documents;    /* of FactDocument */
    FactWitness *witnesses;        /* one for each document; owned */
    FactReferences *references;    /* owned */
    GArray *replacements;          /* of FactReplacement, owned */
    FactArena *arena;              /* borrowed: values made while comparing */
} FactComparison;

/* Without trust, which needs the sides of all keys: trust.h sets it. */
void
fact_comparison_init(FactComparison *comparison, const FactCatalog *catalog,
                     const FactClaim *claims, const GPtrArray *documents, FactArena *arena);

void
fact_comparison_clear(FactComparison *comparison);

/* How an attribute is compared: its entry in the catalog, or what holds for open attributes. */
typedef struct {
    const FactAttribute *attribute; /* NULL: open */
    FactCardinality cardinality;
    FactMoves moves;
    const FactTolerance *tolerance; /* NULL: none */
    const FactSeverity *severities; /* by FactVerdict */
} FactPolicy;

FactPolicy
fact_policy_find(const FactCatalog *catalog, const char *attribute_id);
