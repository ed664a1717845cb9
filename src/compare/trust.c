/* SPDX-License-Identifier: MIT
 *
 * TruthFinder (Yin, Han and Yu, "Truth Discovery with Multiple Conflicting Information Providers on
 * the Web", IEEE TKDE 20(6), 2008), without its implication between values: a publisher is as
 * trustworthy as what it says is sure on average, and a value is the surer the more trustworthy
 * publishers say it. A fact here is a side of a key on which two or more publishers speak; what one
 * publisher alone says tells nothing about it.
 */
#include "compare/trust.h"

#include <math.h>

#include "compare/side.h"

/* The paper's: dampening for sources that are not independent, and the trust to begin with. */
#define DAMPENING 0.3
#define TRUST_AT_FIRST 0.9
/* Beyond this a publisher's word would outweigh any number of others. */
#define TRUST_MAX 0.999
#define ROUNDS_MAX 20
#define CHANGE_MIN 1e-4

typedef struct {
    guint32 publisher;
    guint32 fact;
} Edge;

typedef struct {
    guint32 *publishers; /* by document: publisher + 1, 0 for none */
    guint n_publishers;
    GArray *edges; /* of Edge, ascending by fact */
    guint n_facts;
    guint32 *stamps; /* by publisher: the last fact + 1 that it was counted for */
    double *trust;   /* by publisher */
    guint *n_edges;  /* by publisher */
} Network;

static void
number_publishers(Network *network, const GPtrArray *documents)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);

    network->publishers = g_new0(guint32, MAX(documents->len, 1));
    for (guint i = 0; i < documents->len; i++) {
        const FactDocument *document = g_ptr_array_index(documents, i);
        guint number;

        if (document->publisher == NULL || *document->publisher == '\0')
            continue;
        number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, document->publisher));
        if (number == 0) {
            number = ++network->n_publishers;
            g_hash_table_insert(numbers, document->publisher, GUINT_TO_POINTER(number));
        }
        network->publishers[i] = number;
    }
}

/* The edges of one side; how many publishers speak on it. */
static guint
add_fact(Network *network, const FactComparison *comparison, const FactSideDraft *draft)
{
    guint n = 0;

    network->n_facts++;
    for (guint i = 0; i < draft->n_claims; i++) {
        guint32 document = comparison->claims[draft->claims[i]].document;
        guint32 publisher = network->publishers[document];
        Edge edge = {publisher - 1, network->n_facts - 1};

        if (publisher == 0 || network->stamps[edge.publisher] == network->n_facts)
            continue;
        network->stamps[edge.publisher] = network->n_facts;
        g_array_append_val(network->edges, edge);
        n++;
    }
    return n;
}

static void
add_key(Network *network, FactSides *sides, const FactClaimGroup *group, uint8_t *out_count)
{
    FactPolicy policy = fact_policy_find(sides->comparison->catalog, group->key.attribute);
    guint first = network->edges->len;
    guint n = 0;

    if (policy.cardinality == FACT_CARDINALITY_MANY || !fact_sides_build(sides, group, &policy))
        return;
    *out_count = (uint8_t)fact_sides_count(sides);
    for (guint i = 0; i < sides->drafts->len; i++)
        n += add_fact(network, sides->comparison, &g_array_index(sides->drafts, FactSideDraft, i));
    if (n < 2)
        g_array_set_size(network->edges, first);
}

static void
count_edges(Network *network)
{
    for (guint i = 0; i < network->edges->len; i++)
        network->n_edges[g_array_index(network->edges, Edge, i).publisher]++;
}

static gboolean
is_rated(const Network *network, guint publisher)
{
    return network->n_edges[publisher] >= FACT_TRUST_MEETINGS_MIN;
}

static guint
count_rated(const Network *network)
{
    guint n = 0;

    for (guint i = 0; i < network->n_publishers; i++)
        n += is_rated(network, i);
    return n;
}

/* How sure the fact of the edges @first to @end is. */
static double
confidence_of(const Network *network, guint first, guint end)
{
    double score = 0;

    for (guint i = first; i < end; i++) {
        guint32 publisher = g_array_index(network->edges, Edge, i).publisher;

        score -= log(1 - MIN(network->trust[publisher], TRUST_MAX));
    }
    return 1 / (1 + exp(-DAMPENING * score));
}

/* One round; the largest change of a publisher's trust. */
static double
iterate(Network *network, double *sums)
{
    const Edge *edges = (const Edge *)(gpointer)network->edges->data;
    guint n = network->edges->len;
    double change = 0;

    for (guint i = 0; i < network->n_publishers; i++)
        sums[i] = 0;
    for (guint first = 0, end = 0; first < n; first = end) {
        double confidence;

        while (end < n && edges[end].fact == edges[first].fact)
            end++;
        confidence = confidence_of(network, first, end);
        for (guint i = first; i < end; i++)
            sums[edges[i].publisher] += confidence;
    }
    for (guint i = 0; i < network->n_publishers; i++) {
        double trust = network->n_edges[i] == 0 ? network->trust[i] : sums[i] / network->n_edges[i];

        change = MAX(change, fabs(trust - network->trust[i]));
        network->trust[i] = trust;
    }
    return change;
}

static void
settle(Network *network)
{
    g_autofree double *sums = g_new0(double, network->n_publishers);

    for (guint i = 0; i < network->n_publishers; i++)
        network->trust[i] = TRUST_AT_FIRST;
    for (guint round = 0; round < ROUNDS_MAX; round++) {
        if (iterate(network, sums) < CHANGE_MIN)
            return;
    }
}

/* Trust counts relative to the mean, so that weights stay comparable with numbers of sources. */
static void
hand_out(const Network *network, FactComparison *comparison)
{
    double mean = 0;
    guint n = 0;

    for (guint i = 0; i < network->n_publishers; i++) {
        if (!is_rated(network, i))
            continue;
        mean += network->trust[i];
        n++;
    }
    mean /= MAX(n, 1);
    for (guint i = 0; i < comparison->documents->len; i++) {
        guint32 publisher = network->publishers[i];

        if (publisher != 0 && is_rated(network, publisher - 1))
            comparison->witnesses[i].trust = (float)(network->trust[publisher - 1] / mean);
    }
}

static gboolean
weigh(Network *network, FactComparison *comparison, const GPtrArray *groups, uint8_t *out_counts)
{
    FactSides sides;

    fact_sides_init(&sides, comparison);
    for (guint i = 0; i < groups->len; i++) {
        fact_sides_prefetch(&sides, groups, i);
        add_key(network, &sides, g_ptr_array_index(groups, i), &out_counts[i]);
    }
    fact_sides_clear(&sides);
    count_edges(network);
    if (count_rated(network) < FACT_TRUST_PUBLISHERS_MIN)
        return FALSE;
    settle(network);
    hand_out(network, comparison);
    return TRUE;
}

static void
network_clear(Network *network)
{
    g_clear_pointer(&network->publishers, g_free);
    g_clear_pointer(&network->edges, g_array_unref);
    g_clear_pointer(&network->stamps, g_free);
    g_clear_pointer(&network->trust, g_free);
    g_clear_pointer(&network->n_edges, g_free);
}

gboolean
fact_trust_weigh(FactComparison *comparison, const GPtrArray *groups, uint8_t *out_counts)
{
    Network network = {0};
    gboolean is_weighed = FALSE;

    number_publishers(&network, comparison->documents);
    if (network.n_publishers >= FACT_TRUST_PUBLISHERS_MIN) {
        network.edges = g_array_new(FALSE, FALSE, sizeof(Edge));
        network.stamps = g_new0(guint32, network.n_publishers);
        network.trust = g_new0(double, network.n_publishers);
        network.n_edges = g_new0(guint, network.n_publishers);
        is_weighed = weigh(&network, comparison, groups, out_counts);
    }
    network_clear(&network);
    return is_weighed;
}
