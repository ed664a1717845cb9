/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "support/assert.h"

#include <stdalign.h>
#include <string.h>

static void
test_pieces_are_zeroed_and_aligned(void **state)
{
    g_autoptr(FactArena) arena = fact_arena_new();

    (void)state;
    for (size_t size = 1; size < 400; size++) {
        unsigned char *piece = fact_arena_alloc(arena, size);

        assert_int_equal((uintptr_t)piece % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(piece[i], 0);
        memset(piece, 0xff, size);
        fact_arena_strndup(arena, "odd", size % 3);
    }
}

static void
test_pieces_do_not_overlap(void **state)
{
    g_autoptr(FactArena) arena = fact_arena_new();
    uint32_t *pieces[3000];

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        pieces[i] = fact_arena_new0(arena, uint32_t, 1 + i % 50);
        for (guint k = 0; k < 1 + i % 50; k++)
            pieces[i][k] = i;
    }
    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        for (guint k = 0; k < 1 + i % 50; k++)
            assert_int_equal(pieces[i][k], i);
    }
}

static void
test_strings_are_terminated(void **state)
{
    g_autoptr(FactArena) arena = fact_arena_new();

    (void)state;
    assert_string_equal(fact_arena_strndup(arena, "claims", 5), "claim");
    assert_string_equal(fact_arena_strndup(arena, NULL, 0), "");
    assert_string_equal(fact_arena_strdup(arena, "claims"), "claims");
    assert_null(fact_arena_strdup(arena, NULL));
}

static void
test_large_piece_and_clear(void **state)
{
    g_autoptr(FactArena) arena = fact_arena_new();

    (void)state;
    for (guint round = 0; round < 3; round++) {
        char *piece = fact_arena_alloc(arena, 5 * 1024 * 1024);

        assert_int_equal(piece[5 * 1024 * 1024 - 1], 0);
        memset(piece, 'x', 5 * 1024 * 1024);
        assert_string_equal(fact_arena_strdup(arena, "after"), "after");
        fact_arena_clear(arena);
    }
    fact_arena_clear(arena);
}

static void
test_free_accepts_null(void **state)
{
    g_autoptr(FactArena) empty = fact_arena_new();

    (void)state;
    fact_arena_free(NULL);
    fact_arena_clear(empty);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("arena");

    test_suite_add(suite, test_pieces_are_zeroed_and_aligned);
    test_suite_add(suite, test_pieces_do_not_overlap);
    test_suite_add(suite, test_strings_are_terminated);
    test_suite_add(suite, test_large_piece_and_clear);
    test_suite_add(suite, test_free_accepts_null);
    return test_suite_run(suite, argc, argv);
}
