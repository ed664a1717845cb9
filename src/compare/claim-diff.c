/* SPDX-License-Identifier: MIT
 *
 * Sorts the claims of both versions by what they are about and walks over them: within one article
 * and one thing it says, equal values cancel out, what is left over on both sides is a change, and
 * the rest came or went.
 */
#include "compare/claim-diff.h"

#include <stdlib.h>
#include <string.h>

/* One claim of either version. */
typedef struct {
    const char *article; /* the document's name without the root */
    const FactClaim *claim;
    guint32 index;
    gboolean is_new;
} Entry;

static const char *
strip_root(const char *name, const char *root)
{
    size_t len = root == NULL ? 0 : strlen(root);

    while (len > 0 && root[len - 1] == '/')
        len--;
    if (len == 0 || strncmp(name, root, len) != 0 || name[len] != '/')
        return name;
    return name + len + 1;
}

static void
add_entries(const FactClaimSet *set, gboolean is_new, GArray *entries)
{
    for (guint32 i = 0; i < set->n_claims; i++) {
        const FactClaim *claim = &set->claims[i];
        const FactDocument *document = g_ptr_array_index(set->documents, claim->document);
        Entry entry = {strip_root(document->id, set->root), claim, i, is_new};

        g_array_append_val(entries, entry);
    }
}

static int
compare_strings(const char *a, const char *b)
{
    return a == b ? 0 : g_strcmp0(a, b);
}

/* By what the claims are about. */
static int
compare_matters(const Entry *a, const Entry *b)
{
    const FactClaim *first = a->claim;
    const FactClaim *second = b->claim;
    int order = compare_strings(a->article, b->article);

    if (order == 0)
        order = compare_strings(first->subject_id, second->subject_id);
    if (order == 0)
        order = compare_strings(first->attribute_id, second->attribute_id);
    if (order == 0)
        order = compare_strings(first->period, second->period);
    if (order == 0)
        order = compare_strings(first->place, second->place);
    if (order == 0)
        order = compare_strings(first->basis, second->basis);
    if (order == 0)
        order = (int)first->polarity - (int)second->polarity;
    return order == 0 ? (int)first->mood - (int)second->mood : order;
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
    const Entry *first = a;
    const Entry *second = b;
    int order = compare_matters(first, second);

    if (order == 0)
        order = fact_value_order(&first->claim->value, &second->claim->value);
    if (order == 0)
        order = first->is_new - second->is_new;
    return order == 0 ? (first->index > second->index) - (first->index < second->index) : order;
}

/* The first claim of each value that only one version gives, of @n entries about one matter. */
static void
collect_unmatched(const Entry *entries, guint n, GArray *out_old, GArray *out_new)
{
    g_array_set_size(out_old, 0);
    g_array_set_size(out_new, 0);
    for (guint first = 0, end = 0; first < n; first = end) {
        while (end < n &&
               fact_value_equal(&entries[end].claim->value, &entries[first].claim->value))
            end++;
        if (entries[first].is_new == entries[end - 1].is_new)
            g_array_append_val(entries[first].is_new ? out_new : out_old, entries[first].index);
    }
}

static int
compare_indices(gconstpointer a, gconstpointer b)
{
    guint32 first = *(const guint32 *)a;
    guint32 second = *(const guint32 *)b;

    return (first > second) - (first < second);
}

/* In the order of the text: the first value dropped and the first one added are one change. */
static void
add_changes(GArray *dropped, GArray *added, GArray *changes)
{
    g_array_sort(dropped, compare_indices);
    g_array_sort(added, compare_indices);
    for (guint i = 0; i < MAX(dropped->len, added->len); i++) {
        FactClaimChange change = {FACT_CHANGE_CHANGED, UINT32_MAX, UINT32_MAX};

        if (i < dropped->len)
            change.old_claim = g_array_index(dropped, guint32, i);
        else
            change.kind = FACT_CHANGE_ADDED;
        if (i < added->len)
            change.new_claim = g_array_index(added, guint32, i);
        else
            change.kind = FACT_CHANGE_DROPPED;
        g_array_append_val(changes, change);
    }
}

GArray *
fact_claim_diff_new(const FactClaimSet *old_set, const FactClaimSet *new_set)
{
    g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_autoptr(GArray) dropped = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GArray) added = g_array_new(FALSE, FALSE, sizeof(guint32));
    GArray *changes = g_array_new(FALSE, FALSE, sizeof(FactClaimChange));
    const Entry *entries = NULL;

    add_entries(old_set, FALSE, sorted);
    add_entries(new_set, TRUE, sorted);
    g_array_sort(sorted, compare_entries);
    entries = (const Entry *)(gpointer)sorted->data;
    for (guint first = 0, end = 0; first < sorted->len; first = end) {
        while (end < sorted->len && compare_matters(&entries[end], &entries[first]) == 0)
            end++;
        collect_unmatched(entries + first, end - first, dropped, added);
        add_changes(dropped, added, changes);
    }
    return changes;
}

static GHashTable *
collect_fingerprints(const FactFindings *findings)
{
    GHashTable *set = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);

        for (guint k = 0; k < finding->pairs->len; k++)
            g_hash_table_add(set, g_array_index(finding->pairs, FactPair, k).fingerprint);
    }
    return set;
}

GArray *
fact_findings_list_new_pairs(const FactFindings *findings, const FactFindings *others)
{
    g_autoptr(GHashTable) known = collect_fingerprints(others);
    GArray *places = g_array_new(FALSE, FALSE, sizeof(FactPairPlace));

    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);

        for (guint k = 0; k < finding->pairs->len; k++) {
            FactPairPlace place = {i, k};

            if (!g_hash_table_contains(known,
                                       g_array_index(finding->pairs, FactPair, k).fingerprint))
                g_array_append_val(places, place);
        }
    }
    return places;
}
