/* SPDX-License-Identifier: MIT
 *
 * Days as numbers, compared with GDate's.
 */
#include "value/date-private.h"

#include "support/suite.h"

#define DAY_MIN (-719162)
#define DAY_MAX 2932896

/* Every day there is, in order. */
static void
test_law_agrees_with_gdate(void **state)
{
    GDate date;

    (void)state;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, 1, G_DATE_JANUARY, 1);
    for (int32_t day = DAY_MIN; day <= DAY_MAX; day++) {
        FactDateDay split = fact_date_day_split(day);
        int32_t joined = 0;

        assert_int_equal(split.year, g_date_get_year(&date));
        assert_int_equal(split.month, g_date_get_month(&date));
        assert_int_equal(split.day, g_date_get_day(&date));
        assert_true(fact_date_day_join(split.year, split.month, split.day, &joined));
        assert_int_equal(joined, day);
        if (day < DAY_MAX)
            g_date_add_days(&date, 1);
    }
}

typedef struct {
    const char *name;
    int32_t day;
    FactDateDay expected;
} SplitRow;

static const SplitRow split_rows[] = {
    {"epoch", 0, {1970, 1, 1}},
    {"before the first", DAY_MIN - 1, {1, 1, 1}},
    {"far before the first", G_MININT32, {1, 1, 1}},
    {"after the last", DAY_MAX + 1, {9999, 12, 31}},
    {"far after the last", G_MAXINT32, {9999, 12, 31}},
};

static void
test_split(void **state)
{
    const SplitRow *row = *state;
    FactDateDay day = fact_date_day_split(row->day);

    assert_int_equal(day.year, row->expected.year);
    assert_int_equal(day.month, row->expected.month);
    assert_int_equal(day.day, row->expected.day);
}

typedef struct {
    const char *name;
    FactDateDay day;
} JoinRow;

static const JoinRow no_day_rows[] = {
    {"year 0", {0, 12, 31}},
    {"year 10000", {10000, 1, 1}},
    {"month 0", {2014, 0, 1}},
    {"month 13", {2014, 13, 1}},
    {"day 0", {2014, 1, 0}},
    {"day 32", {2014, 1, 32}},
    {"30 February", {2012, 2, 30}},
    {"no leap year", {2014, 2, 29}},
    {"no leap century", {1900, 2, 29}},
};

static void
test_no_day(void **state)
{
    const JoinRow *row = *state;
    int32_t day = 7;

    assert_false(fact_date_day_join(row->day.year, row->day.month, row->day.day, &day));
    assert_int_equal(day, 7);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("date-day");

    test_suite_add(suite, test_law_agrees_with_gdate);
    test_suite_add_rows(suite, test_split, split_rows);
    test_suite_add_rows(suite, test_no_day, no_day_rows);
    return test_suite_run(suite, argc, argv);
}
