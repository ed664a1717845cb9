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

/* Small, for there is one group for every three claims of a large corpus. */
typedef struct {
    FactClaimKey key;
    const char *subject_label; /* the label to show; of all that were given, the first in byte order */
    const guint32 *claims;     /* indices into the claims array, in the order they were added */
    guint n_claims;
    guint32 last;              /* the table's: the claim added last */
} FactClaimGroup;

typedef struct FactClaimTable FactClaimTable;

FactClaimTable *
fact_claim_table_new(void);

void
fact_claim_table_free(FactClaimTable *table);

/* Adds claim @index under @key; each claim once, and all before the table is first looked into. */
void
fact_claim_table_add(FactClaimTable *table, FactClaimKey key, const char *subject_label, guint32 index);

guint
fact_claim_table_get_size(const FactClaimTable *table);

/* Whether a group is wanted. Asked for each group once, in an order that means nothing. */
typedef gboolean (*FactClaimGroupFilter)(const FactClaimGroup *group, gpointer user_data);

/* The groups that are wanted (@is_wanted_cb nullable: all), sorted by the strings of their keys
 * (group, subject, attribute); transfer container. */
GPtrArray *
fact_claim_table_sorted(const FactClaimTable *table, FactClaimGroupFilter is_wanted_cb,
                        gpointer user_data);

/* NULL if there is none. */
const FactClaimGroup *
fact_claim_table_find(const FactClaimTable *table, const FactClaimKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactClaimTable, fact_claim_table_free)
