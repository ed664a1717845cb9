/* SPDX-License-Identifier: MIT */
#include "support/suite.h"

struct TestSuite {
    const char *name;
    GArray *tests;    /* of struct CMUnitTest */
    GPtrArray *names; /* of char, owned */
};

TestSuite *
test_suite_new(const char *name)
{
    TestSuite *suite = g_new0(TestSuite, 1);

    suite->name = name;
    suite->tests = g_array_new(FALSE, FALSE, sizeof(struct CMUnitTest));
    suite->names = g_ptr_array_new_with_free_func(g_free);
    return suite;
}

static void
add(TestSuite *suite, char *name, CMUnitTestFunction function, const void *state)
{
    struct CMUnitTest test = {.name = name, .test_func = function};

    /* cmocka hands the state through and does not change it. */
    memcpy(&test.initial_state, &state, sizeof state);
    g_ptr_array_add(suite->names, name);
    g_array_append_val(suite->tests, test);
}

void
test_suite_add_test(TestSuite *suite, const char *name, CMUnitTestFunction function)
{
    add(suite, g_strdup(name), function, NULL);
}

void
test_suite_add_table(TestSuite *suite, const char *name, CMUnitTestFunction function,
                     const void *rows, size_t n_rows, size_t row_size)
{
    for (size_t i = 0; i < n_rows; i++) {
        const char *row = (const char *)rows + i * row_size;
        const char *row_name;

        memcpy(&row_name, row, sizeof row_name);
        add(suite, g_strdup_printf("%s/%s", name, row_name), function, row);
    }
}

int
test_suite_run(TestSuite *suite, int argc, char **argv)
{
    int failed;

    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    failed = _cmocka_run_group_tests(suite->name,
                                     (const struct CMUnitTest *)(gpointer)suite->tests->data,
                                     suite->tests->len, NULL, NULL);
    g_array_unref(suite->tests);
    g_ptr_array_unref(suite->names);
    g_free(suite);
    return failed == 0 ? 0 : 1;
}
