/* SPDX-License-Identifier: MIT
 *
 * EDTF both ways: what is read, what is refused, and that what is written says the same.
 */
#include "value/date.h"

#include "support/random.h"
#include "support/suite.h"

#include <string.h>

static FactCatalog *catalog;

typedef struct {
    const char *name;
    const char *edtf;
    const char *expected; /* as it is written, with the comparator; NULL: refused */
} ParseRow;

static const ParseRow parse_rows[] = {
    {"year", "2014", "2014 eq"},
    {"month", "2014-05", "2014-05 eq"},
    {"day", "2014-05-17", "2014-05-17 eq"},
    {"minute", "2014-05-17T14:18", "2014-05-17T14:18 eq"},
    {"second", "2014-05-17T14:18:30", "2014-05-17T14:18 eq"},
    {"utc", "2014-05-17T14:18Z", "2014-05-17T14:18Z eq"},
    {"zone", "2014-05-17T14:18+05:30", "2014-05-17T14:18+05:30 eq"},
    {"zone of hours", "2014-05-17T14:18-05", "2014-05-17T14:18-05:00 eq"},
    {"decade", "199X", "199X eq"},
    {"century", "19XX", "19XX eq"},
    {"year by its months", "2004-XX", "2004 eq"},
    {"year by its days", "2004-XX-XX", "2004 eq"},
    {"month by its days", "2004-06-XX", "2004-06 eq"},
    {"interval of months", "2025-01/2025-04", "2025-01/2025-04 between"},
    {"interval of years", "2014/2017", "2014/2017 between"},
    {"interval of days", "2014-05-03/2014-05-05", "2014-05-03/2014-05-05 between"},
    {"interval of mixed ends", "2014/2015-06", "2014-01/2015-06 between"},
    {"interval that is a year", "2014-01/2014-12", "2014 between"},
    {"interval of minutes", "2014-05-03T10:00/2014-05-03T12:00",
     "2014-05-03T10:00/2014-05-03T12:00 between"},
    {"open end", "2005/..", "2005/.. ge"},
    {"open start", "../2014-04", "../2014-04 le"},
    {"empty end", "2005/", "2005/.. ge"},
    {"empty start", "/2005", "../2005 le"},
    {"about", "2014~", "2014~ approx"},
    {"uncertain", "2014?", "2014~ approx"},
    {"both", "2014%", "2014~ approx"},
    {"about in an interval", "2014~/2016", "2014~/2016~ approx"},
    {"spring", "2023-21", "2023-03-01/2023-06-21 eq"},
    {"summer", "2023-22", "2023-06-01/2023-09-23 eq"},
    {"autumn", "2023-23", "2023-09-01/2023-12-21 eq"},
    {"winter of both sides", "2023-24", "2022-12-01/2024-03-21 eq"},
    {"quarter", "2021-35", "2021-07/2021-09 eq"},
    {"half", "2021-41", "2021-07/2021-12 eq"},
    {"leap day", "2012-02-29", "2012-02-29 eq"},
    {"first year", "0001", "0001 eq"},
    {"last year", "9999", "9999 eq"},
    {"month and day of any year", "XXXX-05-17", " eq"},
    {"month of any year", "XXXX-12", " eq"},
    {"empty", "", NULL},
    {"slash alone", "/", NULL},
    {"both open", "../..", NULL},
    {"year 0", "0000", NULL},
    {"before year 0", "-0100", NULL},
    {"long year", "Y170000002", NULL},
    {"three digits", "214", NULL},
    {"five digits", "20145", NULL},
    {"month 0", "2014-00", NULL},
    {"month 13", "2014-13", NULL},
    {"season 25", "2014-25", NULL},
    {"day 0", "2014-05-00", NULL},
    {"30 february", "2014-02-30", NULL},
    {"29 february of a common year", "2013-02-29", NULL},
    {"hour 24", "2014-05-17T24:00", NULL},
    {"minute 60", "2014-05-17T14:60", NULL},
    {"no minutes", "2014-05-17T14", NULL},
    {"zone beyond the earth", "2014-05-17T14:18+19:00", NULL},
    {"descending", "2017/2014", NULL},
    {"three points", "2014/2015/2016", NULL},
    {"set", "{2014,2015}", NULL},
    {"X before digits", "2X14", NULL},
    {"any year at all", "XXXX", NULL},
    {"day of any month", "XXXX-XX-17", NULL},
    {"30 february of any year", "XXXX-02-30", NULL},
    {"trailing blank", "2014 ", NULL},
    {"one dot", "./2014", NULL},
    {"words", "last year", NULL},
};

static void
test_parse(void **state)
{
    const ParseRow *row = *state;
    FactValue value = {.comparator = 99};
    char out[FACT_EDTF_MAX];
    gboolean is_read = fact_edtf_parse(catalog, row->edtf, strlen(row->edtf), &value);
    assert_int_equal(is_read, row->expected != NULL);
    if (!is_read) {
        assert_int_equal(value.comparator, 99);
        return;
    }
    size_t len = fact_edtf_format(&value, out);
    assert_int_equal(len, strlen(out));
    g_autofree char *all =
        g_strdup_printf("%s %s", out, fact_comparator_to_string((FactComparator)value.comparator));
    assert_string_equal(all, row->expected);
}

static int32_t
random_day(TestRandom *random)
{
    return (int32_t)test_random_below(random, 3000000) - 700000;
}

/* A resolved date of any shape. */
static FactValue
random_date(TestRandom *random)
{
    FactValue value = {.type = FACT_VALUE_DATE};
    guint shape = test_random_below(random, 6);
    int64_t low = (int64_t)random_day(random) * FACT_DAY_MINUTES;
    int64_t days = test_random_below(random, 800);
    value.flags = FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH;
    value.as.date.low = low;
    value.as.date.high = low + days * FACT_DAY_MINUTES + FACT_DAY_MINUTES - 1;
    if (shape == 1) {
        value.as.date.low += test_random_below(random, FACT_DAY_MINUTES);
        value.as.date.high = value.as.date.low + test_random_below(random, 3) * 90;
        value.flags |= FACT_VALUE_HAS_TIME;
        value.spare =
            (uint8_t)(test_random_below(random, 2) * (60 + test_random_below(random, 80)));
    }
    if (value.as.date.low < value.as.date.high && (value.flags & FACT_VALUE_HAS_TIME) == 0)
        value.comparator = FACT_COMPARATOR_BETWEEN;
    if (shape == 2)
        value.comparator = FACT_COMPARATOR_APPROX;
    if (shape == 3 || shape == 4) {
        value.flags &= ~(uint32_t)(shape == 3 ? FACT_VALUE_HAS_LOW : FACT_VALUE_HAS_HIGH);
        value.comparator = shape == 3 ? FACT_COMPARATOR_LE : FACT_COMPARATOR_GE;
    }
    return value;
}

static void
test_parse_of_format_is_identity(void **state)
{
    (void)state;
    TestRandom random = {1};
    for (guint i = 0; i < 20000; i++) {
        FactValue value = random_date(&random);
        FactValue again;
        char first[FACT_EDTF_MAX];
        char second[FACT_EDTF_MAX];
        size_t len = fact_edtf_format(&value, first);
        assert_true(fact_edtf_parse(catalog, first, len, &again));
        assert_int_equal(again.flags, value.flags);
        assert_int_equal(again.spare, value.spare);
        if ((value.flags & FACT_VALUE_HAS_LOW) != 0)
            assert_int_equal(again.as.date.low, value.as.date.low);
        if ((value.flags & FACT_VALUE_HAS_HIGH) != 0)
            assert_int_equal(again.as.date.high, value.as.date.high);
        fact_edtf_format(&again, second);
        assert_string_equal(first, second);
    }
}

static void
test_every_year_month_and_day(void **state)
{
    (void)state;
    for (int year = 1; year <= 9999; year += 7) {
        g_autofree char *text = g_strdup_printf("%04d", year);
        FactValue value;
        char out[FACT_EDTF_MAX];
        assert_true(fact_edtf_parse(catalog, text, strlen(text), &value));
        fact_edtf_format(&value, out);
        assert_string_equal(out, text);
    }
    for (guint month = 1; month <= 12; month++) {
        g_autofree char *text = g_strdup_printf("2012-%02u", month);
        FactValue value;
        char out[FACT_EDTF_MAX];
        assert_true(fact_edtf_parse(NULL, text, strlen(text), &value));
        fact_edtf_format(&value, out);
        assert_string_equal(out, text);
    }
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    catalog = fact_catalog_new(NULL, log, &error);
    g_assert_nonnull(catalog);
    TestSuite *suite = test_suite_new("edtf");
    test_suite_add_rows(suite, test_parse, parse_rows);
    test_suite_add(suite, test_parse_of_format_is_identity);
    test_suite_add(suite, test_every_year_month_and_day);
    int status = test_suite_run(suite, argc, argv);
    fact_catalog_unref(catalog);
    return status;
}
