/* SPDX-License-Identifier: MIT
 *
 * How fast claims in memory are grouped and compared, and what a claim takes there:
 *
 * - a million claims on 300,000 keys, one in twenty of which does not agree;
 * - the same where each key has several values, which is all findings and no corpus;
 * - one key with 50,000 claims of which a few values are all there is;
 * - one key with 50,000 claims that all differ, which no real key has.
 */
#include "base/string-pool.h"
#include "compare/finding.h"
#include "support/random.h"

#include <malloc.h>
#include <stdio.h>

#define DOCUMENTS 100000

typedef struct {
    const char *name;
    guint n_claims;
    guint n_keys;
    guint n_values;   /* that the claims of a key draw from */
    guint n_agreeing; /* of this many keys all but one have a single value */
} Load;

static const Load loads[] = {
    {"300,000 keys, most agree", 1000000, 300000, 4, 20},
    {"300,000 keys, few agree", 1000000, 300000, 4, 1},
    {"one key, few values", 50000, 1, 5, 1},
    {"one key, all different", 50000, 1, 50000, 1},
};

static double
megabytes_in_use(void)
{
    struct mallinfo2 info = mallinfo2();

    return (double)(info.uordblks + info.hblkhd) / 1e6;
}

static GPtrArray *
make_documents(void)
{
    GPtrArray *documents = g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);

    for (guint i = 0; i < DOCUMENTS; i++) {
        g_autofree char *path = g_strdup_printf("news/%06u.txt", i);
        FactDocument *document = fact_document_new(path);

        document->id = g_strdup(path);
        document->publisher = g_strdup_printf("Publisher %u", i % 50);
        document->published = g_strdup_printf("2025-%02u-%02u", 1 + i % 12, 1 + i % 28);
        g_ptr_array_add(documents, document);
    }
    return documents;
}

static FactValue
make_value(TestRandom *random, FactStringPool *pool, guint key, guint n_values)
{
    FactDecimal amount = fact_decimal_new(
        1 + (key % 1000) * 7 + (gint64)test_random_below(random, n_values) * 13, 5);
    FactValue value = {.type = FACT_VALUE_MONEY,
                       .comparator = FACT_COMPARATOR_EQ,
                       .flags = FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH | FACT_VALUE_HAS_PRECISION,
                       .unit = fact_string_pool_intern(pool, "USD")};

    value.as.number.low = amount;
    value.as.number.high = amount;
    value.as.number.precision = fact_decimal_new(1, 5);
    return value;
}

static FactClaim
make_claim(TestRandom *random, FactStringPool *pool, const Load *load, guint index)
{
    static const char *const attributes[] = {"training_cost", "open:revenue", "open:jobs cut"};
    guint key = test_random_below(random, load->n_keys);
    const char *attribute =
        fact_string_pool_intern(pool, attributes[key % G_N_ELEMENTS(attributes)]);
    g_autofree char *label = g_strdup_printf("Subject %u", key / (guint)G_N_ELEMENTS(attributes));
    g_autofree char *id = g_strdup_printf("subject-%u", key / (guint)G_N_ELEMENTS(attributes));
    FactClaim claim = {.subject_id = fact_string_pool_intern(pool, id),
                       .subject_label = fact_string_pool_intern(pool, label),
                       .subject_text = fact_string_pool_intern(pool, label),
                       .attribute_id = attribute,
                       .attribute_label = attribute,
                       .group = fact_string_pool_intern(pool, ""),
                       /* Ascending, as in a corpus. */
                       .document = (guint)((guint64)index * DOCUMENTS / load->n_claims),
                       .span = {index % 4000, index % 4000 + 10},
                       .confidence = 90};

    claim.value = make_value(random, pool, key, key % load->n_agreeing == 0 ? load->n_values : 1);
    return claim;
}

/* Of the exact size: a GArray rounds up to a power of two, which says nothing of a claim. */
static FactClaim *
make_claims(const Load *load, FactStringPool *pool)
{
    FactClaim *claims = g_new(FactClaim, load->n_claims);
    TestRandom random = {1};

    for (guint i = 0; i < load->n_claims; i++)
        claims[i] = make_claim(&random, pool, load, i);
    return claims;
}

static double
seconds_since(gint64 start)
{
    return (double)(g_get_monotonic_time() - start) / 1e6;
}

static void
bench_load(const Load *load, const FactCatalog *catalog, const GPtrArray *documents)
{
    double before = megabytes_in_use();
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autofree FactClaim *claims = make_claims(load, pool);
    g_autoptr(FactClaimTable) table = fact_claim_table_new();
    g_autoptr(FactFindings) findings = NULL;
    double claims_in_use = megabytes_in_use() - before;
    double table_in_use;
    double table_seconds;
    gint64 start = g_get_monotonic_time();

    for (guint i = 0; i < load->n_claims; i++) {
        const FactClaim *claim = &claims[i];
        FactClaimKey key = {claim->group, claim->subject_id, claim->attribute_id};

        fact_claim_table_add(table, key, claim->subject_label, i);
    }
    table_seconds = seconds_since(start);
    table_in_use = megabytes_in_use() - before;
    start = g_get_monotonic_time();
    findings = fact_compare(catalog, table, claims, documents);
    printf("%-34s %8u %8u %9.3f %9.3f %10.0f %10.0f %10.0f %9u\n", load->name, load->n_claims,
           fact_claim_table_get_size(table), table_seconds, seconds_since(start),
           claims_in_use * 1e6 / load->n_claims, table_in_use * 1e6 / load->n_claims,
           (megabytes_in_use() - before) * 1e6 / load->n_claims, findings->findings->len);
    fflush(stdout);
}

int
main(void)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FactCatalog) catalog = fact_catalog_new(NULL, log, &error);
    g_autoptr(GPtrArray) documents = make_documents();

    if (catalog == NULL) {
        fprintf(stderr, "bench-compare: %s\n", error->message);
        return 2;
    }
    printf("a claim takes %zu bytes in its array\n", sizeof(FactClaim));
    printf("%-34s %8s %8s %9s %9s %10s %10s %10s %9s\n", "", "claims", "keys", "table s",
           "compare s", "B/claim", "+ table", "+ findings", "findings");
    for (guint i = 0; i < G_N_ELEMENTS(loads); i++)
        bench_load(&loads[i], catalog, documents);
    return 0;
}
