/* SPDX-License-Identifier: MIT
 *
 * Publication dates as metadata and newspapers write them.
 */
#include "value/date.h"

#include "support/suite.h"

#include <string.h>

static FactCatalog *catalog;

typedef struct {
    const char *name;
    const char *published;
    const char *expected; /* EDTF; "" for unknown */
} ClockRow;

static const ClockRow clock_rows[] = {
    {"nothing", NULL, ""},
    {"empty", "", ""},
    {"iso day", "2013-06-06", "2013-06-06"},
    {"iso time", "2013-06-06T19:38:00Z", "2013-06-06T19:38"},
    {"iso time with zone", "2013-06-06T19:38:00+02:00", "2013-06-06T19:38"},
    {"iso with a blank", "2013-06-06 19:38:00", "2013-06-06T19:38"},
    {"iso with slashes", "2013/06/06", "2013-06-06"},
    {"compact", "20130606", "2013-06-06"},
    {"rfc 2822", "Thu, 06 Jun 2013 19:38:00 +0000", "2013-06-06T19:38"},
    {"ordinal and zone", "June 16th, 2012 7 : 38pm EDT", "2012-06-16T19:38"},
    {"glued", "June 16, 2012 7:38PM", "2012-06-16T19:38"},
    {"weekday first", "Friday, June 7, 2013", "2013-06-07"},
    {"day first", "07 June 2013", "2013-06-07"},
    {"short weekday", "Sat Nov 12 2011, 01 : 19 hrs", "2011-11-12T01:19"},
    {"dash before the year", "Sunday, November 6 - 2005 at 16 : 12", "2005-11-06T16:12"},
    {"label", "Last updated: Monday, 7 November 2005, 02:24 GMT", "2005-11-07T02:24"},
    {"label behind", "16 June 2013 Last updated at 12 : 42 GMT", "2013-06-16T12:42"},
    {"time first", "8 : 05am UK, Monday 16 September 2013", "2013-09-16T08:05"},
    {"time first of 24 hours", "14 : 25 Sun Sep 15 2013", "2013-09-15T14:25"},
    {"dots in the time", "Nov 12, 2011, 05.51AM IST", "2011-11-12T05:51"},
    {"dots and a zone", "Monday 16 September 2013 03.31 BST", "2013-09-16T03:31"},
    {"seconds", "Posted on November 15, 2011 6 : 07 : 15 PM", "2011-11-15T18:07"},
    {"capitals", "THURSDAY, APRIL 11, 2013, 9 : 53 PM", "2013-04-11T21:53"},
    {"noon", "April 11, 2013, 12 : 12 PM", "2013-04-11T12:12"},
    {"after midnight", "April 11, 2013, 12 : 12 AM", "2013-04-11T00:12"},
    {"bar", "April 12, 2013 | 4 : 00am", "2013-04-12T04:00"},
    {"american slashes", "11 / 28 / 05", "2005-11-28"},
    {"american by its clock", "06/07/13 07:05 PM ET", "2013-06-07T19:05"},
    {"day first slashes", "Last updated 13 : 26 14 / 09 / 2013", "2013-09-14T13:26"},
    {"dots in the date", "14.09.2013", "2013-09-14"},
    {"first of two", "Posted 11/27/2005 7:21 AM Updated 11/28/2005 3:41 PM", "2005-11-27T07:21"},
    {"typing error", "Novemer 27, 2005", "2005-11-27"},
    {"junk behind", "June 7, 2013 She was 91.", "2013-06-07"},
    {"junk", "She was 91.", ""},
    {"no year", "London, Nov 11 -", ""},
    {"year alone", "2013", ""},
    {"month alone", "June 2013", ""},
    {"two readings", "6/7/2013", ""},
    {"impossible day", "February 30, 2013", ""},
    {"impossible month", "2013-13-01", ""},
    {"impossible iso day", "2013-02-30", ""},
    {"iso day and a digit", "2013-06-066", ""},
    {"impossible time", "June 7, 2013 25:99", "2013-06-07"},
    {"zone is no time", "June 7, 2013 GMT+02:00", "2013-06-07"},
    {"long numbers", "99999999999999999999-06-06", ""},
    {"not text", "\x01\x02\x7f", ""},
};

static void
test_parse(void **state)
{
    const ClockRow *row = *state;
    char out[FACT_EDTF_MAX] = "";
    FactClock clock = fact_clock_parse(catalog, row->published);
    FactValue value = {.type = FACT_VALUE_DATE, .flags = FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH};
    value.flags |= clock.has_time ? FACT_VALUE_HAS_TIME : 0;
    value.as.date.low = clock.minute;
    value.as.date.high = clock.has_time ? clock.minute : clock.minute + FACT_DAY_MINUTES - 1;
    if (clock.is_known)
        fact_edtf_format(&value, out);
    assert_string_equal(out, row->expected);
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    catalog = fact_catalog_new(NULL, log, &error);
    g_assert_nonnull(catalog);
    TestSuite *suite = test_suite_new("clock");
    test_suite_add_rows(suite, test_parse, clock_rows);
    int status = test_suite_run(suite, argc, argv);
    fact_catalog_unref(catalog);
    return status;
}
