/* SPDX-License-Identifier: MIT
 *
 * Subjects that have a key in common are tried in pairs, which gives a graph of clusters that could
 * be one. A cluster whose neighbours are not all compatible with one another is ambiguous and takes
 * no part; of the others, those that hang together are joined if every pair of members fits. Keys
 * come in an order of their own, so the result is the same for any order of claims.
 */
#include "link/cluster.h"

#include "base/repeats.h"

#include <stdlib.h>
#include <string.h>

/* Entries under one hash that are put in order one by one. */
#define BUCKET_SMALL 12

typedef struct {
    uint64_t key;
    guint32 subject;
    guint32 root; /* of its cluster, at the level at hand */
} Entry;

typedef struct {
    guint32 from;
    guint32 to;
} Edge;

typedef struct {
    FactClusters *clusters;
    FactLinkLevel level;
    GArray *entries; /* of Entry */
    GArray *kept;    /* of Entry: those of sure levels under whose keys several clusters meet */
    GArray *edges;   /* of Edge, both ways, sorted */
    GArray *starts;  /* of guint: first edge of each vertex, and the number of edges at the end */
    GArray *waiting; /* of guint: vertices of a component that are still to be looked at */
    guint8 *is_open; /* of each vertex: neither ambiguous nor joined yet */
} Join;

static int
compare_entries(gconstpointer a, gconstpointer b)
{
    const Entry *x = a;
    const Entry *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->root < y->root ? -1 : x->root > y->root;
}

/* Most keys are met once and join nothing: they are dropped before all are sorted. */
static void
drop_single_keys(GArray *entries)
{
    g_auto(FactRepeats) repeats;
    guint n_kept = 0;

    fact_repeats_init(&repeats, entries->len);
    for (guint i = 0; i < entries->len; i++)
        fact_repeats_add(&repeats, g_array_index(entries, Entry, i).key);
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        if (fact_repeats_may_have(&repeats, entry->key))
            g_array_index(entries, Entry, n_kept++) = *entry;
    }
    g_array_set_size(entries, n_kept);
}

static void
insert_in_order(Entry *entries, guint n)
{
    for (guint i = 1; i < n; i++) {
        Entry entry = entries[i];
        guint at = i;

        for (; at > 0 && compare_entries(&entries[at - 1], &entry) > 0; at--)
            entries[at] = entries[at - 1];
        entries[at] = entry;
    }
}

/* Brings equal keys together, in the order of their last bits, for they are hashes. */
static void
group_entries(GArray *entries)
{
    guint size = 64;

    while (size < entries->len)
        size *= 2;
    g_autofree guint *ends = g_new0(guint, size + 1);
    g_autofree Entry *grouped = g_new(Entry, entries->len + (gsize)1);
    for (guint i = 0; i < entries->len; i++)
        ends[(g_array_index(entries, Entry, i).key & (size - 1)) + 1]++;
    for (guint i = 1; i <= size; i++)
        ends[i] += ends[i - 1];
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        grouped[ends[entry->key & (size - 1)]++] = *entry;
    }
    for (guint i = 0, start = 0; i < size; start = ends[i++]) {
        if (ends[i] - start > BUCKET_SMALL)
            qsort(grouped + start, ends[i] - start, sizeof *grouped, compare_entries);
        else
            insert_in_order(grouped + start, ends[i] - start);
    }
    if (entries->len > 0)
        memcpy(entries->data, grouped, entries->len * sizeof *grouped);
}

/* What is kept of the levels before and what is new at this one. */
static void
collect_entries(Join *join, guint first, guint last)
{
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    const guint32 *roots = join->clusters->root;

    g_array_set_size(join->entries, 0);
    g_array_append_vals(join->entries, join->kept->data, join->kept->len);
    for (guint i = 0; i < join->entries->len; i++) {
        Entry *entry = &g_array_index(join->entries, Entry, i);
        entry->root = roots[entry->subject];
    }
    for (guint i = first; i < last; i++) {
        guint n = join->entries->len;

        g_array_set_size(keys, 0);
        fact_relation_add_keys(fact_subjects_get(join->clusters->subjects, i), join->level, keys);
        g_array_set_size(join->entries, n + keys->len);
        for (guint k = 0; k < keys->len; k++)
            g_array_index(join->entries, Entry, n + k) =
                (Entry){g_array_index(keys, uint64_t, k), i, roots[i]};
    }
    drop_single_keys(join->entries);
    group_entries(join->entries);
}

static void
add_edge(Join *join, guint32 a, guint32 b)
{
    Edge there = {a, b};
    Edge back = {b, a};

    g_array_append_val(join->edges, there);
    g_array_append_val(join->edges, back);
}

/* Tries all pairs of the clusters under one key, entries [first, last), unless there is a crowd.
 * Returns whether there are pairs. */
static gboolean
try_key(Join *join, guint first, guint last)
{
    guint32 roots[FACT_CLUSTER_CROWD_MAX];
    guint n = 0;

    for (guint i = first; i < last; i++) {
        guint32 root = g_array_index(join->entries, Entry, i).root;

        if (n > 0 && roots[n - 1] == root)
            continue;
        if (n == FACT_CLUSTER_CROWD_MAX)
            return TRUE;
        roots[n++] = root;
    }
    for (guint i = 0; i < n; i++) {
        for (guint j = i + 1; j < n; j++) {
            if (fact_clusters_fit(join->clusters, roots[i], roots[j], join->level))
                add_edge(join, roots[i], roots[j]);
        }
    }
    return n > 1;
}

static int
compare_edges(gconstpointer a, gconstpointer b)
{
    const Edge *x = a;
    const Edge *y = b;

    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

/* Tries the keys one by one. Of a sure level, those that several clusters have are kept. */
static void
try_keys(Join *join)
{
    const GArray *entries = join->entries;
    gboolean keeps = join->level <= FACT_LINK_SHORT;

    if (keeps)
        g_array_set_size(join->kept, 0);
    for (guint i = 0; i < entries->len;) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        guint end = i + 1;

        while (end < entries->len && g_array_index(entries, Entry, end).key == entry->key)
            end++;
        if (end > i + 1 && try_key(join, i, end) && keeps)
            g_array_append_vals(join->kept, entry, end - i);
        i = end;
    }
}

static void
collect_edges(Join *join)
{
    guint n = 0;

    g_array_set_size(join->edges, 0);
    g_array_set_size(join->starts, 0);
    try_keys(join);
    g_array_sort(join->edges, compare_edges);
    for (guint i = 0; i < join->edges->len; i++) {
        const Edge *edge = &g_array_index(join->edges, Edge, i);

        if (n == 0 || compare_edges(edge, &g_array_index(join->edges, Edge, n - 1)) != 0)
            g_array_index(join->edges, Edge, n++) = *edge;
    }
    g_array_set_size(join->edges, n);
    for (guint i = 0; i < n; i++) {
        if (i == 0 || g_array_index(join->edges, Edge, i).from !=
                          g_array_index(join->edges, Edge, i - 1).from)
            g_array_append_val(join->starts, i);
    }
    g_array_append_val(join->starts, n);
}

static const Edge *
vertex_edges(const Join *join, guint vertex, guint *out_n)
{
    guint start = g_array_index(join->starts, guint, vertex);

    *out_n = g_array_index(join->starts, guint, vertex + 1) - start;
    return &g_array_index(join->edges, Edge, start);
}

/* The vertex of the cluster @root, which has edges. */
static guint
find_vertex(const Join *join, guint32 root)
{
    guint low = 0;
    guint high = join->starts->len - 1;

    while (high - low > 1) {
        guint middle = low + (high - low) / 2;
        guint n;

        if (vertex_edges(join, middle, &n)->from <= root)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static gboolean
share_document(const FactSubjects *subjects, guint a, guint b)
{
    const FactSubject *x = fact_subjects_get(subjects, a);
    const FactSubject *y = fact_subjects_get(subjects, b);

    for (guint i = 0, j = 0; i < x->n_documents && j < y->n_documents;) {
        guint32 document = fact_subject_document(subjects, x, i);
        guint32 other = fact_subject_document(subjects, y, j);

        if (document == other)
            return TRUE;
        i += document < other ? 1 : 0;
        j += document > other ? 1 : 0;
    }
    return FALSE;
}

/* One document that has both tells them apart. */
static gboolean
clusters_share_document(const FactClusters *clusters, guint a, guint b)
{
    for (guint i = a;; i = clusters->next[i]) {
        for (guint j = b;; j = clusters->next[j]) {
            if (share_document(clusters->subjects, i, j))
                return TRUE;
            if (clusters->next[j] == j)
                break;
        }
        if (clusters->next[i] == i)
            return FALSE;
    }
}

/* Whether the neighbours of @vertex can all be one. From a misspelling on there must be no second
 * reading at all. */
static gboolean
is_ambiguous(const Join *join, guint vertex)
{
    guint n;
    const Edge *edges = vertex_edges(join, vertex, &n);

    if (n > FACT_CLUSTER_MEMBERS_MAX)
        return TRUE;
    if (join->level >= FACT_LINK_UNSURE)
        return n > 1 || clusters_share_document(join->clusters, edges[0].from, edges[0].to);
    for (guint i = 0; i < n; i++) {
        for (guint j = i + 1; j < n; j++) {
            if (!fact_clusters_fit(join->clusters, edges[i].to, edges[j].to, join->level))
                return TRUE;
        }
    }
    return FALSE;
}

/* The open vertices that hang together with @vertex, itself among them; they are closed. */
static void
collect_component(Join *join, guint vertex, GArray *out_roots)
{
    GArray *waiting = join->waiting;

    join->is_open[vertex] = FALSE;
    g_array_append_val(waiting, vertex);
    while (waiting->len > 0) {
        guint n;
        const Edge *edges = vertex_edges(join, g_array_index(waiting, guint, waiting->len - 1), &n);

        g_array_set_size(waiting, waiting->len - 1);
        g_array_append_val(out_roots, edges->from);
        for (guint i = 0; i < n; i++) {
            guint other = find_vertex(join, edges[i].to);

            if (join->is_open[other]) {
                join->is_open[other] = FALSE;
                g_array_append_val(waiting, other);
            }
        }
    }
}

static gboolean
component_fits(const Join *join, const GArray *roots)
{
    guint size = 0;

    for (guint i = 0; i < roots->len; i++)
        size += join->clusters->size[g_array_index(roots, guint32, i)];
    if (size > FACT_CLUSTER_MEMBERS_MAX)
        return FALSE;
    for (guint i = 0; i < roots->len; i++) {
        for (guint j = i + 1; j < roots->len; j++) {
            if (!fact_clusters_fit(join->clusters, g_array_index(roots, guint32, i),
                                   g_array_index(roots, guint32, j), join->level))
                return FALSE;
        }
    }
    return TRUE;
}

static void
join_components(Join *join)
{
    g_autoptr(GArray) roots = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint n = join->starts->len - 1;

    join->is_open = g_new0(guint8, n + 1);
    for (guint i = 0; i < n; i++)
        join->is_open[i] = !is_ambiguous(join, i);
    for (guint i = 0; i < n; i++) {
        if (!join->is_open[i])
            continue;
        g_array_set_size(roots, 0);
        collect_component(join, i, roots);
        if (roots->len < 2 || !component_fits(join, roots))
            continue;
        for (guint k = 1; k < roots->len; k++)
            fact_clusters_unite(join->clusters,
                                join->clusters->root[g_array_index(roots, guint32, 0)],
                                g_array_index(roots, guint32, k));
    }
    g_free(join->is_open);
}

void
fact_clusters_join(FactClusters *clusters, guint first, guint last)
{
    Join join = {.clusters = clusters};

    join.entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    join.kept = g_array_new(FALSE, FALSE, sizeof(Entry));
    join.edges = g_array_new(FALSE, FALSE, sizeof(Edge));
    join.starts = g_array_new(FALSE, FALSE, sizeof(guint));
    join.waiting = g_array_new(FALSE, FALSE, sizeof(guint));
    for (join.level = FACT_LINK_SPELLING; join.level < FACT_LINK_APART; join.level++) {
        collect_entries(&join, first, last);
        collect_edges(&join);
        join_components(&join);
    }
    g_array_unref(join.entries);
    g_array_unref(join.kept);
    g_array_unref(join.edges);
    g_array_unref(join.starts);
    g_array_unref(join.waiting);
}
