/* SPDX-License-Identifier: MIT
 *
 * Clusters: the sets of subjects that are one. Invariant: any two members of a cluster can be one
 * by relation.h, so nothing is joined through a chain; and what could be one with two others that
 * cannot be one with each other stays apart.
 */
#pragma once

#include "link/relation.h"

/* Subjects under one key beyond which none of them is tried: a crowd of one surname. */
#define FACT_CLUSTER_CROWD_MAX 64
/* Members of a cluster, and other clusters one is compared with. */
#define FACT_CLUSTER_MEMBERS_MAX 64

/* Pairs of subjects whose relation is remembered. */
#define FACT_CLUSTER_PAIRS 16384

/* Two subjects and how they stand to each other: a pair is tried under each key they share, level
 * by level. */
typedef struct {
    guint32 first;
    guint32 second; /* equal to first: free */
    FactLinkLevel level;
} FactClusterPair;

typedef struct {
    const FactCatalog *catalog;
    const FactSubjects *subjects;
    FactClusterPair *pairs; /* FACT_CLUSTER_PAIRS of them, by hash, the last one asked; owned */
    guint32 *root;          /* of each subject: the least index of its cluster; owned */
    guint32 *next; /* of each subject: the next member of its cluster, itself at the end; owned */
    guint32 *size; /* of each root; owned */
} FactClusters;

/* Each subject alone. @subjects and @catalog are borrowed. */
void
fact_clusters_init(FactClusters *clusters, const FactCatalog *catalog,
                   const FactSubjects *subjects);

void
fact_clusters_clear(FactClusters *clusters);

/* Whether every member of cluster @a can be one with every member of @b, at @level or surer. */
gboolean
fact_clusters_fit(const FactClusters *clusters, guint a, guint b, FactLinkLevel level);

/* Makes the clusters of the roots @a and @b one. */
void
fact_clusters_unite(FactClusters *clusters, guint a, guint b);

/* Joins what can be joined among subjects [first, last), which are one group, level by level. */
void
fact_clusters_join(FactClusters *clusters, guint first, guint last);

/* Union of the members' kinds. */
uint32_t
fact_cluster_kinds(const FactClusters *clusters, guint root);

/* The member whose id and label stand for the cluster: one that the catalog knows, else the one
 * most documents name, the longest, the first in byte order. */
guint
fact_cluster_best(const FactClusters *clusters, guint root);
