/* SPDX-License-Identifier: MIT */
#include "catalog/name-index.h"

#include "support/suite.h"

static void
test_empty(void **state)
{
    FactNameIndex *index = fact_name_index_new();

    (void)state;
    assert_int_equal(fact_name_index_find(index, "m"), FACT_NAME_INDEX_NONE);
    assert_int_equal(fact_name_index_find(index, ""), FACT_NAME_INDEX_NONE);
    assert_int_equal(fact_name_index_find(index, NULL), FACT_NAME_INDEX_NONE);
    fact_name_index_free(index);
    fact_name_index_free(NULL);
}

/* More names than there is room for at first, each of them found again, and nothing else. */
static void
test_many(void **state)
{
    FactNameIndex *index = fact_name_index_new();
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    (void)state;
    for (guint i = 0; i < 1000; i++) {
        g_ptr_array_add(names, g_strdup_printf("name %u", i));
        fact_name_index_add(index, g_ptr_array_index(names, i), i);
    }
    for (guint i = 0; i < 1000; i++) {
        g_autofree char *copy = g_strdup(g_ptr_array_index(names, i));
        g_autofree char *other = g_strconcat(copy, "x", NULL);

        assert_int_equal(fact_name_index_find(index, copy), i);
        assert_int_equal(fact_name_index_find(index, other), FACT_NAME_INDEX_NONE);
    }
    fact_name_index_free(index);
}

static void
test_first_counts(void **state)
{
    FactNameIndex *index = fact_name_index_new();

    (void)state;
    fact_name_index_add(index, "m", 3);
    fact_name_index_add(index, "m", 4);
    assert_int_equal(fact_name_index_find(index, "m"), 3);
    fact_name_index_free(index);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("name-index");

    test_suite_add(suite, test_empty);
    test_suite_add(suite, test_many);
    test_suite_add(suite, test_first_counts);
    return test_suite_run(suite, argc, argv);
}
