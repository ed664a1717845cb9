/* SPDX-License-Identifier: MIT */
#include "base/string-pool.h"

#include "support/assert.h"

static void
test_equal_strings_are_one(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    const char *first = fact_string_pool_intern(pool, "cost");

    (void)state;
    assert_ptr_equal(first, fact_string_pool_intern_len(pool, "costly", 4));
    assert_ptr_not_equal(first, fact_string_pool_intern(pool, "costly"));
    assert_ptr_not_equal(first, fact_string_pool_intern(pool, "Cost"));
    assert_string_equal(first, "cost");
    assert_int_equal(fact_string_pool_get_size(pool), 3);
    assert_int_equal(fact_string_pool_get_bytes(pool), 5 + 7 + 5);
}

static void
test_empty_and_null(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();

    (void)state;
    assert_null(fact_string_pool_intern(pool, NULL));
    assert_string_equal(fact_string_pool_intern(pool, ""), "");
    assert_ptr_equal(fact_string_pool_intern(pool, ""), fact_string_pool_intern_len(pool, "x", 0));
    fact_string_pool_free(NULL);
}

static void
test_strings_with_zero_bytes_differ(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();

    (void)state;
    assert_ptr_not_equal(fact_string_pool_intern_len(pool, "a\0b", 3),
                         fact_string_pool_intern_len(pool, "a\0c", 3));
    assert_ptr_not_equal(fact_string_pool_intern_len(pool, "a\0b", 3),
                         fact_string_pool_intern(pool, "a"));
}

static void
test_pointers_stay_while_it_grows(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    const char *strings[20000];
    char text[32];

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(strings); i++) {
        g_snprintf(text, sizeof text, "string %u", i);
        strings[i] = fact_string_pool_intern(pool, text);
    }
    assert_int_equal(fact_string_pool_get_size(pool), G_N_ELEMENTS(strings));
    for (guint i = 0; i < G_N_ELEMENTS(strings); i++) {
        g_snprintf(text, sizeof text, "string %u", i);
        assert_ptr_equal(strings[i], fact_string_pool_intern(pool, text));
        assert_string_equal(strings[i], text);
    }
}

/* Many addresses share a place in the memo: what was there last must not answer for another. */
static void
test_memo(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    FactStringMemo memo = {0};
    char strings[300][8];

    (void)state;
    assert_null(fact_string_memo_intern(&memo, pool, NULL));
    for (guint i = 0; i < G_N_ELEMENTS(strings); i++)
        g_snprintf(strings[i], sizeof strings[i], "%u", i);
    for (guint round = 0; round < 2; round++) {
        for (guint i = 0; i < G_N_ELEMENTS(strings); i++)
            assert_ptr_equal(fact_string_memo_intern(&memo, pool, strings[i]),
                             fact_string_pool_intern(pool, strings[i]));
    }
    assert_ptr_equal(fact_string_memo_intern(&memo, pool, strings[1]),
                     fact_string_memo_intern(&memo, pool, strings[1]));
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("string-pool");

    test_suite_add(suite, test_equal_strings_are_one);
    test_suite_add(suite, test_empty_and_null);
    test_suite_add(suite, test_strings_with_zero_bytes_differ);
    test_suite_add(suite, test_pointers_stay_while_it_grows);
    test_suite_add(suite, test_memo);
    return test_suite_run(suite, argc, argv);
}
