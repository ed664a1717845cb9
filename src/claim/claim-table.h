/* SPDX-License-Identifier: MIT
 *
 * The table of claims: a GHashTable from (group, subject, attribute) to the claims of that key.
 */
#pragma once

#include "claim/claim.h"

/* All three interned in one pool: equality is equality of pointers. */
typedef struct {
    const char *group;
    const char *subject; /* after linking */
    const char *attribute;
} FactClaimKey;

guint
fact_claim_key_hash(gconstpointer key);

gboolean
fact_claim_key_equal(gconstpointer a, gconstpointer b);

/* A plain array and not a GArray: there is one group for every three claims of a large corpus, and
 * the header of a GArray weighs more than what it would hold. */
typedef struct {
    FactClaimKey key;
    const char *subject_label; /* the label to show; of all that were given, the first in byte order */
    guint32 *claims;           /* indices into the claims array, in the order they were added; owned */
    guint n_claims;
    guint n_allocated;
} FactClaimGroup;

typedef struct FactClaimTable FactClaimTable;

FactClaimTable *
fact_claim_table_new(void);

void
fact_claim_table_free(FactClaimTable *table);

/* Adds claim @index under @key. */
void
fact_claim_table_add(FactClaimTable *table, FactClaimKey key, const char *subject_label, guint32 index);

guint
fact_claim_table_get_size(const FactClaimTable *table);

/* All groups, sorted by the strings of their keys (group, subject, attribute); transfer container. */
GPtrArray *
fact_claim_table_sorted(const FactClaimTable *table);

/* NULL if there is none. */
const FactClaimGroup *
fact_claim_table_find(const FactClaimTable *table, const FactClaimKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactClaimTable, fact_claim_table_free)
