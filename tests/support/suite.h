/* SPDX-License-Identifier: MIT
 *
 * A suite of cmocka tests whose rows are tests of their own: each has a name in the log and can be
 * picked by hand.
 *
 *     static const struct {
 *         const char *name; // first member of every row
 *         const char *text;
 *         const char *expected;
 *     } parse_rows[] = {{"plain", "12", "12"}, ...};
 *
 *     static void
 *     test_parse(void **state)
 *     {
 *         const ParseRow *row = *state;
 *         ...
 *     }
 *
 *     int
 *     main(int argc, char **argv)
 *     {
 *         TestSuite *suite = test_suite_new("decimal");
 *
 *         test_suite_add_rows(suite, test_parse, parse_rows);
 *         test_suite_add(suite, test_compare_mirrors);
 *         return test_suite_run(suite, argc, argv);
 *     }
 *
 * The program's one argument is a pattern of test names ("test_parse/plain", "test_parse/" followed
 * by a star).
 */
#pragma once

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct TestSuite TestSuite;

/* @name is borrowed. */
TestSuite *
test_suite_new(const char *name);

void
test_suite_add_test(TestSuite *suite, const char *name, CMUnitTestFunction function);

void
test_suite_add_table(TestSuite *suite, const char *name, CMUnitTestFunction function,
                     const void *rows, size_t n_rows, size_t row_size);

/* Runs, frees the suite, and returns what main returns. */
int
test_suite_run(TestSuite *suite, int argc, char **argv);

/* One test. */
#define test_suite_add(suite, function) test_suite_add_test((suite), #function, (function))

/* One test for each row of the array @rows. */
#define test_suite_add_rows(suite, function, rows)                                                 \
    test_suite_add_table((suite), #function, (function), (rows), G_N_ELEMENTS(rows),               \
                         sizeof((rows)[0]))
