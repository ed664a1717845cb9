/* SPDX-License-Identifier: MIT
 *
 * Checking UTF-8, compared with GLib's.
 */
#include "base/utf8.h"

#include "support/random.h"
#include "support/suite.h"

#include <glib.h>
#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    size_t len;
    size_t expected;
} ValidRow;

#define VALID(label, text, expected)                                                               \
    {                                                                                              \
        label, text, sizeof(text) - 1, expected                                                    \
    }

static const ValidRow valid_rows[] = {
    VALID("empty", "", 0),
    VALID("ASCII", "plain", 5),
    VALID("two, three and four bytes", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 9),
    VALID("after a block of ASCII", "sixteen of bytes\xc3\xa9", 18),
    VALID("NUL", "ab\0cd", 2),
    VALID("no lead byte", "ab\x80", 2),
    VALID("cut off", "ab\xe2\x82", 2),
    VALID("cut off by ASCII", "ab\xe2\x82z", 2),
    VALID("two bytes too long", "\xc1\xbf", 0),
    VALID("three bytes too long", "\xe0\x9f\xbf", 0),
    VALID("four bytes too long", "\xf0\x8f\xbf\xbf", 0),
    VALID("surrogate", "\xed\xa0\x80", 0),
    VALID("last before surrogates", "\xed\x9f\xbf", 3),
    VALID("last of all", "\xf4\x8f\xbf\xbf", 4),
    VALID("beyond the last", "\xf4\x90\x80\x80", 0),
    VALID("byte that is never used", "\xf5\x80\x80\x80", 0),
};

static void
test_valid(void **state)
{
    const ValidRow *row = *state;
    g_autofree char *text = g_memdup2(row->text, row->len);

    assert_int_equal(fact_utf8_valid_length(text, row->len), row->expected);
}

/* Characters of all lengths, with a byte here and there that is wrong. */
static void
test_law_agrees_with_glib(void **state)
{
    static const guint most[] = {0x7f, 0x7ff, 0xffff, 0x10ffff};
    TestRandom random = {11};

    (void)state;
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autofree char *exact = NULL;
        const char *end = NULL;

        for (guint k = test_random_below(&random, 60); k > 0; k--) {
            guint max = most[round % 3 == 0 ? test_random_below(&random, 4) : 0];

            g_string_append_unichar(text, 1 + test_random_below(&random, max));
        }
        if (text->len > 0 && round % 2 == 0)
            text->str[test_random_below(&random, (guint)text->len)] =
                (char)test_random_below(&random, 256);
        exact = g_memdup2(text->str, text->len);
        (void)g_utf8_validate(exact == NULL ? "" : exact, (gssize)text->len, &end);
        assert_int_equal(fact_utf8_valid_length(exact, text->len),
                         exact == NULL ? 0 : (size_t)(end - exact));
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("utf8");

    test_suite_add_rows(suite, test_valid, valid_rows);
    test_suite_add(suite, test_law_agrees_with_glib);
    return test_suite_run(suite, argc, argv);
}
