/* SPDX-License-Identifier: MIT */
#include "base/integer.h"

#include "support/assert.h"
#include "support/random.h"

#include <string.h>

static void
assert_put(uint64_t number)
{
    char text[FACT_INTEGER_DIGITS_MAX + 1];
    g_autofree char *expected = g_strdup_printf("%" G_GUINT64_FORMAT, number);

    *fact_integer_put(number, text) = '\0';
    assert_string_equal(text, expected);
    assert_int_equal(fact_integer_digits(number), strlen(expected));
}

/* Where the number of digits changes, numbers are put in another way. */
static void
test_powers_of_ten(void **state)
{
    uint64_t power = 1;

    (void)state;
    for (int i = 0; i < FACT_INTEGER_DIGITS_MAX; i++, power *= 10) {
        assert_put(power - 1);
        assert_put(power);
        assert_put(power + 1);
    }
    assert_put(G_MAXUINT64);
}

static void
test_law_like_printf(void **state)
{
    TestRandom random = {3};

    (void)state;
    for (int i = 0; i < 2000; i++)
        assert_put(test_random_next(&random) >> (i % 64));
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("integer");

    test_suite_add(suite, test_powers_of_ten);
    test_suite_add(suite, test_law_like_printf);
    return test_suite_run(suite, argc, argv);
}
