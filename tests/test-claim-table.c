/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "claim/claim-table.h"
#include "support/random.h"
#include "support/suite.h"

static void
test_groups_and_order(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(FactClaimTable) table = fact_claim_table_new();
    g_autoptr(GPtrArray) sorted = NULL;
    const char *const *names = (const char *const[]){"b", "a", "c"};
    const FactClaimGroup *group = NULL;

    (void)state;
    for (guint32 i = 0; i < 9; i++) {
        FactClaimKey key = {fact_string_pool_intern(pool, ""),
                            fact_string_pool_intern(pool, names[i % 3]),
                            fact_string_pool_intern(pool, "x")};

        fact_claim_table_add(table, key, i < 3 ? "label" : "another", i);
    }
    assert_int_equal(fact_claim_table_get_size(table), 3);
    sorted = fact_claim_table_sorted(table, NULL, NULL);
    group = g_ptr_array_index(sorted, 0);
    assert_string_equal(group->key.subject, "a");
    assert_string_equal(group->subject_label, "another");
    assert_int_equal(group->n_claims, 3);
    assert_int_equal(group->claims[0], 1);
    assert_int_equal(group->claims[1], 4);
    assert_int_equal(group->claims[2], 7);
    assert_ptr_equal(fact_claim_table_find(table, &group->key), group);
}

static void
test_empty(void **state)
{
    g_autoptr(FactClaimTable) table = fact_claim_table_new();
    g_autoptr(GPtrArray) sorted = fact_claim_table_sorted(table, NULL, NULL);
    FactClaimKey key = {"", "a", "b"};

    (void)state;
    assert_int_equal(sorted->len, 0);
    assert_null(fact_claim_table_find(table, &key));
}

static void
test_key_parts_do_not_swap(void **state)
{
    FactClaimKey key = {"x", "y", "z"};
    FactClaimKey swapped = {"x", key.attribute, key.subject};
    FactClaimKey same = {"x", key.subject, key.subject};

    (void)state;
    assert_false(fact_claim_key_equal(&key, &swapped));
    assert_int_not_equal(fact_claim_key_hash(&key), fact_claim_key_hash(&swapped));
    assert_int_not_equal(fact_claim_key_hash(&key), fact_claim_key_hash(&same));
    assert_true(fact_claim_key_equal(&key, &key));
}

/* Each claim comes back in its group, once, in the order it was added. */
static void
test_many(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(FactClaimTable) table = fact_claim_table_new();
    g_autoptr(GPtrArray) sorted = NULL;
    g_autofree guint8 *seen = g_new0(guint8, 20000);
    TestRandom random = {7};

    (void)state;
    for (guint32 i = 0; i < 20000; i++) {
        g_autofree char *subject = g_strdup_printf("s%u", test_random_below(&random, 700));
        FactClaimKey key = {fact_string_pool_intern(pool, ""),
                            fact_string_pool_intern(pool, subject),
                            fact_string_pool_intern(pool, i % 2 == 0 ? "a" : "b")};

        fact_claim_table_add(table, key, subject[1] == '1' ? "one" : "two", i);
    }
    sorted = fact_claim_table_sorted(table, NULL, NULL);
    for (guint i = 0; i < sorted->len; i++) {
        const FactClaimGroup *group = g_ptr_array_index(sorted, i);

        for (guint k = 0; k < group->n_claims; k++) {
            assert_true(k == 0 || group->claims[k - 1] < group->claims[k]);
            assert_int_equal(seen[group->claims[k]]++, 0);
            assert_string_equal(group->key.attribute, group->claims[k] % 2 == 0 ? "a" : "b");
        }
    }
    for (guint i = 0; i < 20000; i++)
        assert_int_equal(seen[i], 1);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("claim-table");

    test_suite_add(suite, test_groups_and_order);
    test_suite_add(suite, test_empty);
    test_suite_add(suite, test_key_parts_do_not_swap);
    test_suite_add(suite, test_many);
    return test_suite_run(suite, argc, argv);
}
