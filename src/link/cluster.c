/* SPDX-License-Identifier: MIT
 *
 * Members of a cluster are a chain through an array, the root first. Nothing that is told of a
 * cluster depends on the order of the others.
 */
#include "link/cluster.h"

#include <string.h>

void
fact_clusters_init(FactClusters *clusters, const FactCatalog *catalog, const FactSubjects *subjects)
{
    guint n = subjects->subjects->len;

    *clusters = (FactClusters){
        .catalog = catalog,
        .subjects = subjects,
        .pairs = g_new0(FactClusterPair, FACT_CLUSTER_PAIRS),
        .root = g_new(guint32, n + 1),
        .next = g_new(guint32, n + 1),
        .size = g_new(guint32, n + 1),
    };
    for (guint32 i = 0; i < n; i++) {
        clusters->root[i] = i;
        clusters->next[i] = i;
        clusters->size[i] = 1;
    }
}

void
fact_clusters_clear(FactClusters *clusters)
{
    g_free(clusters->pairs);
    g_free(clusters->root);
    g_free(clusters->next);
    g_free(clusters->size);
}

static FactLinkLevel
relation_of(const FactClusters *clusters, guint first, guint second)
{
    guint hash = (first * 0x9e3779b1u) ^ (second * 0x85ebca6bu);
    FactClusterPair *pair = &clusters->pairs[hash >> 8 & (FACT_CLUSTER_PAIRS - 1)];

    if (pair->first != first || pair->second != second) {
        pair->first = first;
        pair->second = second;
        pair->level =
            fact_relation_between(clusters->catalog, fact_subjects_get(clusters->subjects, first),
                                  fact_subjects_get(clusters->subjects, second));
    }
    return pair->level;
}

static gboolean
subject_fits(const FactClusters *clusters, guint subject, guint root, FactLinkLevel level)
{
    for (guint i = root;; i = clusters->next[i]) {
        if (relation_of(clusters, subject, i) > level)
            return FALSE;
        if (clusters->next[i] == i)
            return TRUE;
    }
}

gboolean
fact_clusters_fit(const FactClusters *clusters, guint a, guint b, FactLinkLevel level)
{
    if (clusters->size[a] + clusters->size[b] > FACT_CLUSTER_MEMBERS_MAX)
        return FALSE;
    for (guint i = a;; i = clusters->next[i]) {
        if (!subject_fits(clusters, i, b, level))
            return FALSE;
        if (clusters->next[i] == i)
            return TRUE;
    }
}

void
fact_clusters_unite(FactClusters *clusters, guint a, guint b)
{
    guint root = MIN(a, b);
    guint other = MAX(a, b);
    guint end = root;

    while (clusters->next[end] != end)
        end = clusters->next[end];
    clusters->next[end] = other;
    for (guint i = other;; i = clusters->next[i]) {
        clusters->root[i] = root;
        if (clusters->next[i] == i)
            break;
    }
    clusters->size[root] += clusters->size[other];
}

uint32_t
fact_cluster_kinds(const FactClusters *clusters, guint root)
{
    uint32_t kinds = 0;

    for (guint i = root;; i = clusters->next[i]) {
        kinds |= fact_subjects_get(clusters->subjects, i)->kinds;
        if (clusters->next[i] == i)
            return kinds;
    }
}

static gboolean
is_better(const FactSubject *subject, const FactSubject *best)
{
    size_t len = strlen(subject->label);
    size_t best_len = strlen(best->label);

    if ((subject->known != NULL) != (best->known != NULL))
        return subject->known != NULL;
    if (((subject->kinds | best->kinds) & FACT_KIND_PERSON) != 0 &&
        (subject->person.n_words == 1) != (best->person.n_words == 1))
        return best->person.n_words == 1;
    if (subject->n_documents != best->n_documents)
        return subject->n_documents > best->n_documents;
    if (subject->n_claims != best->n_claims)
        return subject->n_claims > best->n_claims;
    if (len != best_len)
        return len > best_len;
    int difference = strcmp(subject->label, best->label);
    return difference != 0 ? difference < 0 : strcmp(subject->id, best->id) < 0;
}

guint
fact_cluster_best(const FactClusters *clusters, guint root)
{
    guint best = root;

    for (guint i = root; clusters->next[i] != i;) {
        i = clusters->next[i];
        if (is_better(fact_subjects_get(clusters->subjects, i),
                      fact_subjects_get(clusters->subjects, best)))
            best = i;
    }
    return best;
}
