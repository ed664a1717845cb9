/* SPDX-License-Identifier: MIT */
#include "base/hash.h"
#include "base/repeats.h"

#include "support/assert.h"
#include "support/random.h"

/* Frozen: ids and fingerprints that people keep are made of these. */
typedef struct {
    const char *name;
    const char *text;
    const char *hash;
} FrozenRow;

static const FrozenRow frozen_rows[] = {
    {"empty", "", "34d2fe82daccaea6"},
    {"one byte", "a", "88d302b2ae781bc5"},
    {"three bytes", "abc", "6d627fb0dbfb4552"},
    {"four bytes", "cost", "efa37fcdcea60a54"},
    {"eight bytes", "training", "2786eb4469782a6a"},
    {"sixteen bytes", "sixteen bytes ok", "362190bc7ea0cc43"},
    {"long", "the quick brown fox jumps over the lazy dog", "3033ee889e03e2d8"},
};

static void
test_frozen(void **state)
{
    const FrozenRow *row = *state;
    g_autofree char *hash = g_strdup_printf("%016" G_GINT64_MODIFIER "x",
                                            fact_hash_bytes(row->text, strlen(row->text)));

    assert_string_equal(hash, row->hash);
}

static int
compare_hashes(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

/* Sorts and counts equal neighbours. */
static guint
count_collisions(uint64_t *hashes, guint n)
{
    guint collisions = 0;

    qsort(hashes, n, sizeof *hashes, compare_hashes);
    for (guint i = 1; i < n; i++)
        collisions += hashes[i] == hashes[i - 1];
    return collisions;
}

static void
test_strings_do_not_collide(void **state)
{
    guint n = 200000;
    g_autofree uint64_t *hashes = g_new(uint64_t, n);

    (void)state;
    for (guint i = 0; i < n; i++) {
        char text[40];
        int len = g_snprintf(text, sizeof text, "%s%u", i % 2 == 0 ? "subject " : "s", i / 2);

        hashes[i] = fact_hash_bytes(text, (size_t)len);
    }
    assert_int_equal(count_collisions(hashes, n), 0);
}

/* The low bits pick the slot of a table: keys that differ in their high half must spread too. */
static void
test_combined_pairs_spread(void **state)
{
    guint n = 65536;
    g_autofree guint8 *is_used = g_new0(guint8, n);
    guint used = 0;

    (void)state;
    for (guint i = 0; i < n; i++)
        is_used[fact_hash_combine(fact_hash_mix(i / 256), i % 256) % n] = 1;
    for (guint i = 0; i < n; i++)
        used += is_used[i];
    /* 1 - 1/e of the slots, as for random numbers, give or take one in a hundred. */
    assert_in_range(used, n * 0.622, n * 0.642);
}

static void
test_combine_is_not_symmetric(void **state)
{
    (void)state;
    assert_true(fact_hash_combine(1, 2) != fact_hash_combine(2, 1));
    assert_true(fact_hash_combine(1, 1) != fact_hash_combine(2, 2));
}

/* Each byte of a string of any length counts. */
static void
test_every_byte_counts(void **state)
{
    TestRandom random = {7};
    char text[70];

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)test_random_next(&random);
    for (size_t len = 1; len <= sizeof text; len++) {
        uint64_t hash = fact_hash_bytes(text, len);

        for (size_t i = 0; i < len; i++) {
            text[i] ^= 1;
            assert_true(fact_hash_bytes(text, len) != hash);
            text[i] ^= 1;
        }
    }
}

/* No hash that repeats is missed, whatever else shares its place, and few are taken for one. */
static void
test_repeats_miss_none(void **state)
{
    TestRandom random = {11};
    g_auto(FactRepeats) repeats;
    guint n = 1000;
    g_autofree uint64_t *hashes = g_new(uint64_t, n);
    guint n_taken = 0;

    (void)state;
    fact_repeats_init(&repeats, n);
    for (guint round = 0; round < 2; round++) { /* an emptied table knows none of the first */
        fact_repeats_empty(&repeats);
        n_taken = 0;
        for (guint i = 0; i < n; i++) {
            hashes[i] = i % 10 == 9 ? hashes[i - 1] : test_random_next(&random);
            fact_repeats_add(&repeats, hashes[i]);
        }
        for (guint i = 0; i < n; i++) {
            if (i % 10 >= 8)
                assert_true(fact_repeats_may_have(&repeats, hashes[i]));
            else
                n_taken += fact_repeats_may_have(&repeats, hashes[i]);
        }
    }
    assert_in_range(n_taken, 0, n * 0.5);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("hash");

    test_suite_add_rows(suite, test_frozen, frozen_rows);
    test_suite_add(suite, test_strings_do_not_collide);
    test_suite_add(suite, test_combined_pairs_spread);
    test_suite_add(suite, test_combine_is_not_symmetric);
    test_suite_add(suite, test_every_byte_counts);
    test_suite_add(suite, test_repeats_miss_none);
    return test_suite_run(suite, argc, argv);
}
