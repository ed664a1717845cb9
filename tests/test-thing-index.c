/* SPDX-License-Identifier: MIT */
#include "extract/thing-index.h"

#include <string.h>

#include "support/suite.h"

static guint
find(const FactThingIndex *index, const char *key)
{
    return fact_thing_index_find(index, key, strlen(key));
}

/* As many keys as there is room for, each of them found again, by its own length only. */
static void
test_full(void **state)
{
    g_autoptr(FactArena) arena = fact_arena_new();
    FactThingIndex index;

    (void)state;
    fact_thing_index_init(&index, arena, 100);
    for (guint i = 0; i < 100; i++) {
        g_autofree char *key = g_strdup_printf("thing %u", i);
        fact_thing_index_add(&index, fact_arena_strdup(arena, key), i);
    }
    for (guint i = 0; i < 100; i++) {
        g_autofree char *key = g_strdup_printf("thing %u and more", i);
        assert_int_equal(
            fact_thing_index_find(&index, key, strcspn(key, "0123456789") + (i < 10 ? 1 : 2)), i);
        assert_int_equal(find(&index, key), FACT_THING_INDEX_NONE);
    }
    assert_int_equal(find(&index, "thing"), FACT_THING_INDEX_NONE);
    assert_int_equal(find(&index, ""), FACT_THING_INDEX_NONE);
}

static void
test_empty(void **state)
{
    g_autoptr(FactArena) arena = fact_arena_new();
    FactThingIndex index;

    (void)state;
    fact_thing_index_init(&index, arena, 0);
    assert_int_equal(find(&index, "acme"), FACT_THING_INDEX_NONE);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("thing-index");

    test_suite_add(suite, test_full);
    test_suite_add(suite, test_empty);
    return test_suite_run(suite, argc, argv);
}
