/* SPDX-License-Identifier: MIT
 *
 * Sixteen bytes at a time, compared with one byte at a time.
 */
#include "base/block.h"

#include "support/random.h"
#include "support/suite.h"

typedef struct {
    const char *name;
    uint8_t first;
    uint8_t last;
} RangeRow;

static const RangeRow range_rows[] = {
    {"one byte", 'x', 'x'},     {"letters", 'a', 'z'},  {"controls", 0, 0x1f},
    {"high bytes", 0x80, 0xff}, {"all bytes", 0, 0xff}, {"across the sign", 0x70, 0x90},
};

static void
test_between(void **state)
{
    const RangeRow *row = *state;
    TestRandom random = {3};

    for (int round = 0; round < 1000; round++) {
        char bytes[FACT_BLOCK_BYTES];
        uint32_t expected = 0;
        uint32_t found;

        for (guint i = 0; i < sizeof bytes; i++) {
            uint8_t byte = (uint8_t)test_random_below(&random, 256);

            bytes[i] = (char)byte;
            expected |= (uint32_t)(byte >= row->first && byte <= row->last) << i;
        }
        found =
            fact_block_bitmap(fact_block_between(fact_block_load(bytes), row->first, row->last));
        assert_int_equal(found, expected);
        if (row->first == row->last)
            assert_int_equal(
                fact_block_bitmap(fact_block_equal(fact_block_load(bytes), row->first)), expected);
    }
}

static void
test_first(void **state)
{
    (void)state;
    assert_int_equal(fact_block_first(0), FACT_BLOCK_BYTES);
    for (guint i = 0; i < FACT_BLOCK_BYTES; i++) {
        assert_int_equal(fact_block_first(UINT32_C(1) << i), i);
        assert_int_equal(fact_block_first(UINT32_C(0x18000) | UINT32_C(1) << i), i);
    }
}

static void
test_head(void **state)
{
    static const char text[] = "sixteen of bytes";

    (void)state;
    for (guint n = 0; n <= FACT_BLOCK_BYTES; n++) {
        char expected[FACT_BLOCK_BYTES] = {0};
        FactBlock head = fact_block_head(fact_block_load(text), n);

        memcpy(expected, text, n);
        assert_true(fact_block_is_equal(head, fact_block_load(expected)));
        if (n < FACT_BLOCK_BYTES)
            assert_false(fact_block_is_equal(head, fact_block_load(text)));
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("block");

    test_suite_add_rows(suite, test_between, range_rows);
    test_suite_add(suite, test_first);
    test_suite_add(suite, test_head);
    return test_suite_run(suite, argc, argv);
}
