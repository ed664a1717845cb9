/* SPDX-License-Identifier: MIT
 *
 * Accepted facts: the statements of facts/reference, read as claims. They take part as a source
 * that outranks every article.
 */
#pragma once

#include "claim/claim.h"

typedef struct {
    FactClaim claim;   /* its document means nothing */
    const char *title; /* of the statement's source; NULL for none */
    const char *url;
    const char *as_of; /* EDTF; NULL for none */
    int64_t minute;    /* of as_of */
    gboolean is_dated;
} FactReference;

typedef struct FactReferences FactReferences;

/* Statements that cannot be read are left out; @log, nullable, tells why. */
FactReferences *
fact_references_new(const FactCatalog *catalog, FactLog *log);

/* Tells in @log which statements of the catalog cannot be read, and where they stand. */
void
fact_references_check(const FactCatalog *catalog, FactLog *log);

void
fact_references_free(FactReferences *references);

/* The statements on this subject and attribute, of const FactReference, in the order of the files;
 * NULL for none. */
const GPtrArray *
fact_references_find(const FactReferences *references, const char *subject_id,
                     const char *attribute_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactReferences, fact_references_free)
