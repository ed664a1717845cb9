/* SPDX-License-Identifier: MIT
 *
 * Claims by key. A group starts with its key, so that the table is a set of groups that is looked
 * up by a bare key: one pointer for each key is all that the hash table keeps.
 */
#include "claim/claim-table.h"

#include <string.h>

struct FactClaimTable {
    GHashTable *groups; /* of FactClaimGroup, owned, as a set */
};

static void
claim_group_free(gpointer data)
{
    FactClaimGroup *group = data;

    g_free(group->claims);
    g_free(group);
}

FactClaimTable *
fact_claim_table_new(void)
{
    FactClaimTable *table = g_new0(FactClaimTable, 1);

    table->groups =
        g_hash_table_new_full(fact_claim_key_hash, fact_claim_key_equal, claim_group_free, NULL);
    return table;
}

void
fact_claim_table_free(FactClaimTable *table)
{
    if (table == NULL)
        return;
    g_hash_table_unref(table->groups);
    g_free(table);
}

static FactClaimGroup *
claim_group_new(FactClaimKey key, const char *subject_label)
{
    FactClaimGroup *group = g_new0(FactClaimGroup, 1);

    group->key = key;
    group->subject_label = subject_label;
    return group;
}

/* Grows by half: with three claims a key the usual doubling would leave half of it empty. */
static void
claim_group_append(FactClaimGroup *group, guint32 index)
{
    if (group->n_claims == group->n_allocated) {
        group->n_allocated += MAX(group->n_allocated / 2, 2);
        group->claims = g_renew(guint32, group->claims, group->n_allocated);
    }
    group->claims[group->n_claims++] = index;
}

void
fact_claim_table_add(FactClaimTable *table, FactClaimKey key, const char *subject_label,
                     guint32 index)
{
    FactClaimGroup *group = g_hash_table_lookup(table->groups, &key);

    if (group == NULL) {
        group = claim_group_new(key, subject_label);
        g_hash_table_add(table->groups, group);
    } else if (subject_label != group->subject_label &&
               g_strcmp0(subject_label, group->subject_label) < 0) {
        group->subject_label = subject_label;
    }
    claim_group_append(group, index);
}

guint
fact_claim_table_get_size(const FactClaimTable *table)
{
    return g_hash_table_size(table->groups);
}

/* Pointers first: equal strings are one, and groups and attributes repeat. */
static int
compare_interned(const char *a, const char *b)
{
    return a == b ? 0 : g_strcmp0(a, b);
}

static int
compare_groups(gconstpointer a, gconstpointer b)
{
    const FactClaimKey *first = *(const FactClaimKey *const *)a;
    const FactClaimKey *second = *(const FactClaimKey *const *)b;
    int order = compare_interned(first->group, second->group);

    if (order == 0)
        order = compare_interned(first->subject, second->subject);
    if (order == 0)
        order = compare_interned(first->attribute, second->attribute);
    return order;
}

GPtrArray *
fact_claim_table_sorted(const FactClaimTable *table)
{
    GPtrArray *sorted = g_ptr_array_sized_new(g_hash_table_size(table->groups));
    GHashTableIter iter;
    gpointer group = NULL;

    g_hash_table_iter_init(&iter, table->groups);
    while (g_hash_table_iter_next(&iter, &group, NULL))
        g_ptr_array_add(sorted, group);
    g_ptr_array_sort(sorted, compare_groups);
    return sorted;
}

const FactClaimGroup *
fact_claim_table_find(const FactClaimTable *table, const FactClaimKey *key)
{
    return g_hash_table_lookup(table->groups, key);
}
