/* SPDX-License-Identifier: MIT */
#include "base/log.h"

#include "support/assert.h"

static void
test_notes_are_no_errors(void **state)
{
    g_autoptr(FactLog) log = fact_log_new();

    (void)state;
    assert_log(log, "");
    fact_log_note(log, "%s: read", "a.txt");
    assert_false(fact_log_has_errors(log));
    fact_log_error(log, "%s:%d:%d: wrong", "a.txt", 3, 4);
    assert_true(fact_log_has_errors(log));
    assert_log(log, "a.txt: read\na.txt:3:4: wrong");
    assert_false(fact_log_get(log, 0)->is_error);
    assert_true(fact_log_get(log, 1)->is_error);
}

static void
test_merge_keeps_the_order(void **state)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(FactLog) other = fact_log_new();

    (void)state;
    fact_log_note(log, "first");
    fact_log_error(other, "second");
    fact_log_note(other, "third");
    fact_log_merge(log, other);
    fact_log_merge(log, other);
    assert_log(log, "first\nsecond\nthird");
    assert_log(other, "");
    assert_true(fact_log_has_errors(log));
    assert_false(fact_log_has_errors(other));
    fact_log_free(NULL);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("log");

    test_suite_add(suite, test_notes_are_no_errors);
    test_suite_add(suite, test_merge_keeps_the_order);
    return test_suite_run(suite, argc, argv);
}
