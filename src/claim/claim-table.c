/* SPDX-License-Identifier: MIT
 *
 * Claims by key. A group starts with its key, so that the table is a set of groups that is looked
 * up by a bare key: one pointer for each key is all that the hash table keeps.
 *
 * While claims are added, those of a group are a ring through `next`, entered at the last one; when
 * the table is first looked into, the rings are laid out as rows of one array. Four bytes a claim
 * either way, where an array for each group takes ten.
 */
#include "claim/claim-table.h"

#include <string.h>

#include "base/arena.h"

/* What looking into the table settles; behind a pointer, for looking changes nothing that shows. */
typedef struct {
    FactArena *arena;   /* of the groups */
    GHashTable *groups; /* of FactClaimGroup, as a set */
    GArray *next;       /* of guint32, by claim: the next one of its group; NULL once settled */
    guint32 *rows;      /* claims of all groups; NULL before */
    guint n_claims;
} Content;

struct FactClaimTable {
    Content *content;
};

FactClaimTable *
fact_claim_table_new(void)
{
    FactClaimTable *table = g_new0(FactClaimTable, 1);
    Content *content = g_new0(Content, 1);

    content->arena = fact_arena_new();
    content->groups = g_hash_table_new(fact_claim_key_hash, fact_claim_key_equal);
    content->next = g_array_new(FALSE, FALSE, sizeof(guint32));
    table->content = content;
    return table;
}

void
fact_claim_table_free(FactClaimTable *table)
{
    if (table == NULL)
        return;
    g_hash_table_unref(table->content->groups);
    g_clear_pointer(&table->content->next, g_array_unref);
    g_free(table->content->rows);
    fact_arena_free(table->content->arena);
    g_free(table->content);
    g_free(table);
}

static FactClaimGroup *
need_group(Content *content, FactClaimKey key, const char *subject_label)
{
    FactClaimGroup *group = g_hash_table_lookup(content->groups, &key);

    if (group == NULL) {
        group = fact_arena_new0(content->arena, FactClaimGroup, 1);
        group->key = key;
        group->subject_label = subject_label;
        g_hash_table_add(content->groups, group);
    } else if (subject_label != group->subject_label &&
               g_strcmp0(subject_label, group->subject_label) < 0) {
        group->subject_label = subject_label;
    }
    return group;
}

void
fact_claim_table_add(FactClaimTable *table, FactClaimKey key, const char *subject_label,
                     guint32 index)
{
    Content *content = table->content;
    FactClaimGroup *group = need_group(content, key, subject_label);
    guint32 *next = NULL;

    g_return_if_fail(content->next != NULL);
    if (index >= content->next->len)
        g_array_set_size(content->next, index + 1);
    next = (guint32 *)(gpointer)content->next->data;
    if (group->n_claims == 0) {
        next[index] = index;
    } else {
        next[index] = next[group->last];
        next[group->last] = index;
    }
    group->last = index;
    group->n_claims++;
    content->n_claims++;
}

/* Lays the group's ring out from @row on. */
static void
lay_out_group(FactClaimGroup *group, const guint32 *next, guint32 *row)
{
    guint32 claim = group->last;

    for (guint i = 0; i < group->n_claims; i++) {
        claim = next[claim];
        row[i] = claim;
    }
    group->claims = row;
}

static void
settle(Content *content)
{
    GHashTableIter iter;
    gpointer group = NULL;
    guint offset = 0;

    if (content->next == NULL)
        return;
    content->rows = g_new(guint32, MAX(content->n_claims, 1));
    g_hash_table_iter_init(&iter, content->groups);
    while (g_hash_table_iter_next(&iter, &group, NULL)) {
        lay_out_group(group, (const guint32 *)(gpointer)content->next->data,
                      content->rows + offset);
        offset += ((const FactClaimGroup *)group)->n_claims;
    }
    g_clear_pointer(&content->next, g_array_unref);
}

guint
fact_claim_table_get_size(const FactClaimTable *table)
{
    return g_hash_table_size(table->content->groups);
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
fact_claim_table_sorted(const FactClaimTable *table, FactClaimGroupFilter is_wanted_cb,
                        gpointer user_data)
{
    GPtrArray *sorted = g_ptr_array_new();
    GHashTableIter iter;
    gpointer group = NULL;

    settle(table->content);
    g_hash_table_iter_init(&iter, table->content->groups);
    while (g_hash_table_iter_next(&iter, &group, NULL)) {
        if (is_wanted_cb == NULL || is_wanted_cb(group, user_data))
            g_ptr_array_add(sorted, group);
    }
    g_ptr_array_sort(sorted, compare_groups);
    return sorted;
}

const FactClaimGroup *
fact_claim_table_find(const FactClaimTable *table, const FactClaimKey *key)
{
    settle(table->content);
    return g_hash_table_lookup(table->content->groups, key);
}
