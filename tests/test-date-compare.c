/* SPDX-License-Identifier: MIT
 *
 * How two dates stand to each other, how they print, and their way through JSON.
 */
#include "value/date.h"

#include "support/padded.h"
#include "support/random.h"
#include "support/suite.h"

#include <string.h>

static FactCatalog *catalog;
static FactDateLists lists;
static FactArena *arena;

/* The one date of @text, told on Tuesday 2014-05-20; after a '!' without a publication date. */
static FactValue
read_date(const char *text)
{
    gboolean is_unknown = text[0] == '!';
    FactClock clock = fact_clock_parse(catalog, is_unknown ? "" : "2014-05-20");
    FactMention mention = {0};
    guint end = 0;
    FactTokens tokens;
    text += is_unknown ? 1 : 0;
    char *padded = fact_arena_alloc(arena, strlen(text) + FACT_TEXT_PADDING);
    memcpy(padded, text, strlen(text));
    fact_tokens_init(&tokens, catalog->lexicon);
    fact_tokens_split(&tokens, padded, strlen(text));
    FactDateScan scan = {&lists, &tokens, tokens.n, clock, arena};
    for (guint i = 0; i < tokens.n && end == 0; i++) {
        scan.limit = tokens.sentences[fact_tokens_sentence_of(&tokens, i) + 1];
        end = fact_date_match(&scan, i, &mention);
        end = end == i ? 0 : end;
    }
    fact_tokens_clear(&tokens);
    if (end == 0)
        fail_msg("no date in \"%s\"", text);
    return mention.value;
}

static const char *
relation_name(FactRelation relation)
{
    static const char *const names[] = {
        [FACT_RELATION_EQUAL] = "equal",       [FACT_RELATION_ROUNDING] = "rounding",
        [FACT_RELATION_INSIDE] = "inside",     [FACT_RELATION_CONTAINS] = "contains",
        [FACT_RELATION_OVERLAP] = "overlap",   [FACT_RELATION_DISJOINT] = "disjoint",
        [FACT_RELATION_INCOMPARABLE] = "none",
    };
    return names[relation];
}

static const char *
mirrored(const char *name)
{
    return strcmp(name, "inside") == 0     ? "contains"
           : strcmp(name, "contains") == 0 ? "inside"
                                           : name;
}

typedef struct {
    const char *name;
    const char *a;
    const char *b;
    const char *expected;
} CompareRow;

static const CompareRow compare_rows[] = {
    {"same day in two ways", "on May 17, 2014", "on 17 May 2014", "equal"},
    {"same day told from the publication", "on Saturday", "on May 17, 2014", "equal"},
    {"two days", "on May 17, 2014", "on May 18, 2014", "disjoint"},
    {"day in its month", "on May 17, 2014", "in May 2014", "inside"},
    {"day in its year", "on May 17, 2014", "in 2014", "inside"},
    {"month in its decade", "in May 1994", "in the 1990s", "inside"},
    {"day of another year", "on May 17, 2013", "in 2014", "disjoint"},
    {"two years", "in 2013", "in 2014", "disjoint"},
    {"early and month", "early 2014", "in April 2014", "contains"},
    {"early and late", "early 2014", "late 2014", "disjoint"},
    {"mid and early meet", "mid-2014", "early 2014", "overlap"},
    {"spring and month", "in the spring of 2013", "in April 2013", "contains"},
    {"spring and june meet", "in the spring of 2013", "in June 2013", "overlap"},
    {"time and its day", "at 4 p.m. Friday", "on Friday", "inside"},
    {"time and another day", "at 4 p.m. Friday", "on Saturday", "disjoint"},
    {"time and its part of the day", "at 4 p.m. Friday", "Friday afternoon", "inside"},
    {"time and another part", "at 4 p.m. Friday", "Friday morning", "disjoint"},
    {"night goes on", "at 1 a.m. Saturday", "Friday night", "inside"},
    {"early day and night before meet", "early Saturday", "Friday night", "overlap"},
    {"hour rounded", "at 4 p.m. Friday", "at 4:12 p.m. Friday", "rounding"},
    {"hour not rounded so far", "at 4 p.m. Friday", "at 4:20 p.m. Friday", "disjoint"},
    {"about an hour", "around 4 p.m. Friday", "at 4:25 p.m. Friday", "rounding"},
    {"about and just past", "around 4 p.m. Friday", "just past 4 p.m. Friday", "rounding"},
    {"just after and the minute", "just after 6 p.m. Friday", "at 6:05 p.m. Friday", "contains"},
    {"shortly after and half an hour on", "shortly after 2 a.m. Friday", "at 2:30 a.m. Friday",
     "disjoint"},
    {"shortly after and around", "shortly after 6 p.m. Friday", "around 6 p.m. Friday", "rounding"},
    {"late afternoon and its minute", "late Thursday afternoon", "at 5:30 p.m. Thursday",
     "contains"},
    {"early hours and their minute", "early hours of Saturday", "at 4.30am on Saturday",
     "contains"},
    {"about nine and a quarter to", "around 9 p.m. Friday", "at 8.49pm on Friday", "rounding"},
    {"two minutes to nine", "at 8.40pm on Friday", "at 8.49pm on Friday", "disjoint"},
    {"two exact minutes", "at 7:38 p.m. Friday", "at 7:41 p.m. Friday", "disjoint"},
    {"two hours", "at 6 p.m. Friday", "at 7 p.m. Friday", "disjoint"},
    {"morning and evening", "at 6 a.m. Friday", "at 6 p.m. Friday", "disjoint"},
    {"zones of one moment", "at 4:30 p.m. GMT Friday", "at 12:30 p.m. EDT Friday", "equal"},
    {"zones of two moments", "at 4:31 p.m. GMT Friday", "at 2:31 p.m. EDT Friday", "disjoint"},
    {"zone and none", "at 4:31 p.m. GMT Friday", "at 12:31 p.m. Friday", "overlap"},
    {"zone and none the same", "at 4:31 p.m. EDT Friday", "at 4:31 p.m. Friday", "equal"},
    {"zone and none far apart", "at 4:31 p.m. GMT Friday", "at 4:31 p.m. Sunday", "disjoint"},
    {"since contains", "since 2005", "in 2010", "contains"},
    {"since excludes", "since 2005", "in 2004", "disjoint"},
    {"since and since", "since 2005", "since 2010", "contains"},
    {"before excludes its month", "before May 2013", "in May 2013", "disjoint"},
    {"until contains its day", "until May 17, 2014", "on May 17, 2014", "contains"},
    {"bounds meet", "since 2005", "until 2010", "overlap"},
    {"bounds part", "since 2011", "until 2010", "disjoint"},
    {"about a year and the next", "around 2010", "in 2011", "rounding"},
    {"about a year and far", "around 2010", "in 2013", "disjoint"},
    {"weeks ago are rough", "two weeks ago", "on May 8, 2014", "rounding"},
    {"weeks ago are not so rough", "two weeks ago", "on April 29, 2014", "disjoint"},
    {"range and day", "from May 3 to 5", "on May 4", "contains"},
    {"ranges meet", "from May 3 to 5", "from May 4 to 9", "overlap"},
    {"weekday wrong for its date", "on Tuesday, May 17, 2014", "on May 20, 2014", "rounding"},
    {"last week and its Wednesday", "last week", "on May 14, 2014", "contains"},

    {"weekdays alone the same", "!on Tuesday", "!on Tuesday", "equal"},
    {"weekdays alone", "!on Tuesday", "!on Wednesday", "disjoint"},
    {"weekday and its night", "!on Tuesday", "!on Tuesday night", "contains"},
    {"weekday nights", "!Tuesday night", "!Wednesday night", "disjoint"},
    {"weekday and time", "!Tuesday at 2:18 p.m.", "!Tuesday at 2:20 p.m.", "rounding"},
    {"weekday and other time", "!Tuesday at 2:18 p.m.", "!Tuesday at 5:20 p.m.", "disjoint"},
    {"weekday alone and day", "!on Tuesday", "on May 20, 2014", "contains"},
    {"weekday alone and other day", "!on Tuesday", "on May 21, 2014", "disjoint"},
    {"weekday alone and month", "!on Tuesday", "in May 2014", "overlap"},
    {"month and day of no year", "!on May 17", "!on May 17", "equal"},
    {"other day of no year", "!on May 17", "!on May 18", "disjoint"},
    {"month of no year", "!on May 17", "!in October", "disjoint"},
    {"day in its month of no year", "!on October 17", "!in October", "inside"},
    {"day of no year and with", "!on May 17", "on May 17, 2014", "contains"},
    {"day of no year and other with", "!on May 17", "on May 18, 2014", "disjoint"},
    {"day of no year and its year", "!on May 17", "in 2014", "overlap"},
    {"day of no year and another month", "!on May 17", "in June 2014", "disjoint"},
    {"weekday and day of no year", "!on Tuesday", "!on May 17", "overlap"},
    {"times alone the same", "!at 2:18 p.m.", "!at 2:18 p.m.", "equal"},
    {"times alone rounded", "!at 2 p.m.", "!at 2:10 p.m.", "rounding"},
    {"times alone", "!at 2:18 p.m.", "!at 5:18 p.m.", "disjoint"},
    {"time alone and a day's", "!at 2:18 p.m.", "at 2:18 p.m. Friday", "contains"},
    {"time alone and another day's", "!at 2:18 p.m.", "at 9 p.m. Friday", "disjoint"},
    {"time alone and a day", "!at 2:18 p.m.", "on Friday", "none"},
    {"yesterday of nobody", "!yesterday", "!yesterday", "none"},
    {"yesterday of nobody and a day", "!yesterday", "on Friday", "none"},
    {"recurring the same", "every Tuesday", "every Tuesday", "equal"},
    {"recurring others", "every Tuesday", "every Friday", "overlap"},
    {"recurring and once", "every Tuesday", "on Tuesday", "none"},
    {"since a weekday and on it", "!since Tuesday", "!on Tuesday", "none"},
};

static void
test_compare(void **state)
{
    const CompareRow *row = *state;
    FactValue a = read_date(row->a);
    FactValue b = read_date(row->b);
    assert_string_equal(relation_name(fact_date_compare(&a, &b)), row->expected);
    assert_string_equal(relation_name(fact_date_compare(&b, &a)), mirrored(row->expected));
}

typedef struct {
    const char *name;
    const char *text;
    const char *expected;
} FormatRow;

static const FormatRow format_rows[] = {
    {"day", "on May 17, 2014", "17 May 2014"},
    {"month", "in May 2014", "May 2014"},
    {"year", "in 2014", "2014"},
    {"decade", "in the 1990s", "the 1990s"},
    {"century", "in the 19th century", "the 1800s"},
    {"season", "in the spring of 2023", "spring 2023"},
    {"minute", "at 2:18 p.m. Friday", "16 May 2014, 14:18"},
    {"zone", "at 2:18 p.m. EDT Friday", "16 May 2014, 14:18 UTC-4"},
    {"part of the day", "Friday afternoon", "16 May 2014, 12:00–18:00"},
    {"since", "since 2005", "since 2005"},
    {"until", "until May 17, 2014", "until 17 May 2014"},
    {"before", "before May 2013", "before May 2013"},
    {"before a day", "before May 17, 2013", "before 17 May 2013"},
    {"after a day", "after May 17, 2013", "after 17 May 2013"},
    {"after a year", "after 2010", "after 2010"},
    {"about", "around 2010", "about 2010"},
    {"range of years", "from 2010 to 2013", "2010 to 2013"},
    {"range of days", "from May 3 to 5", "3 May 2014 to 5 May 2014"},
    {"early", "early 2025", "January 2025 to April 2025"},
    {"weekday alone", "!on Tuesday", "Tuesday"},
    {"weekday and time alone", "!on Tuesday at 2:18 p.m.", "Tuesday, 14:18"},
    {"day without a year", "!on May 17", "17 May"},
    {"month without a year", "!in October", "October"},
    {"time alone", "!at 7:35 p.m.", "19:35"},
    {"relative", "!Last Year", "last year"},
    {"recurring", "every Tuesday", "Tuesdays"},
};

static void
test_format(void **state)
{
    const FormatRow *row = *state;
    FactValue value = read_date(row->text);
    g_autoptr(GString) out = g_string_new(NULL);
    fact_date_format(&value, out);
    assert_string_equal(out->str, row->expected);
}

static void
check_pair(const FactValue *a, const FactValue *b)
{
    const char *relation = relation_name(fact_date_compare(a, b));
    assert_string_equal(relation_name(fact_date_compare(b, a)), mirrored(relation));
    int order = fact_date_order(a, b);
    assert_int_equal(fact_date_order(b, a), -order);
    g_autoptr(GString) x = g_string_new(NULL);
    g_autoptr(GString) y = g_string_new(NULL);
    fact_date_format_key(a, x);
    fact_date_format_key(b, y);
    if (order == 0)
        assert_string_equal(x->str, y->str);
}

static void
test_compare_mirrors(void **state)
{
    FactValue values[2 * G_N_ELEMENTS(compare_rows)];
    guint n = 0;
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(compare_rows); i++) {
        values[n++] = read_date(compare_rows[i].a);
        values[n++] = read_date(compare_rows[i].b);
    }
    for (guint i = 0; i < n; i++)
        for (guint k = 0; k < n; k++)
            check_pair(&values[i], &values[k]);
    for (guint i = 0; i < n; i++) {
        const char *relation = relation_name(fact_date_compare(&values[i], &values[i]));
        assert_true(strcmp(relation, "equal") == 0 || strcmp(relation, "none") == 0);
        assert_int_equal(fact_date_order(&values[i], &values[i]), 0);
    }
}

/* What a JSON reader would hand back of what was written. */
static void
test_members_come_back(void **state)
{
    (void)state;
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    for (guint i = 0; i < G_N_ELEMENTS(compare_rows); i++) {
        FactValue value = read_date(compare_rows[i].a);
        FactValue again;
        const char *member = NULL;
        gboolean is_resolved = (value.flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0;
        assert_true(fact_date_read_members(catalog, NULL, NULL, value.as.date.edtf,
                                           is_resolved ? NULL : value.unit, pool, &again, &member));
        again.comparator = value.comparator;
        again.flags |= value.flags & FACT_VALUE_IS_RECURRING;
        assert_int_equal(fact_date_order(&value, &again), 0);
    }
}

static void
test_members_of_ends_alone(void **state)
{
    (void)state;
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    FactValue value;
    const char *member = NULL;
    assert_true(fact_date_read_members(catalog, "2025-01-01", "2025-04-30", NULL, NULL, pool,
                                       &value, &member));
    assert_string_equal(value.as.date.edtf, "2025-01/2025-04");
    assert_true(fact_date_read_members(catalog, "2013-04-11T14:18", NULL, NULL, NULL, pool, &value,
                                       &member));
    assert_int_equal(value.comparator, FACT_COMPARATOR_GE);
    assert_false(fact_date_read_members(catalog, "2025-05-01", "2025-04-30", NULL, NULL, pool,
                                        &value, &member));
    assert_string_equal(member, "high");
    assert_false(fact_date_read_members(catalog, "soon", NULL, NULL, NULL, pool, &value, &member));
    assert_string_equal(member, "low");
    assert_false(fact_date_read_members(catalog, NULL, NULL, "soon", NULL, pool, &value, &member));
    assert_string_equal(member, "edtf");
    assert_false(fact_date_read_members(catalog, NULL, NULL, NULL, "{}", pool, &value, &member));
    assert_string_equal(member, "unit");
    assert_false(fact_date_read_members(catalog, NULL, NULL, NULL, NULL, pool, &value, &member));
}

static void
test_members_written(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    FactJsonWriter writer;
    FactValue value = read_date("early 2025");
    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_date_write_members(&value, &writer);
    fact_json_end_object(&writer);
    assert_string_equal(
        out->str, "{\"low\":\"2025-01-01\",\"high\":\"2025-04-30\",\"edtf\":\"2025-01/2025-04\","
                  "\"comparator\":\"eq\"}");
    value = read_date("at 2:18 p.m. on April 11, 2013");
    g_string_truncate(out, 0);
    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_date_write_members(&value, &writer);
    fact_json_end_object(&writer);
    assert_string_equal(out->str, "{\"low\":\"2013-04-11T14:18\",\"high\":\"2013-04-11T14:18\","
                                  "\"edtf\":\"2013-04-11T14:18\",\"comparator\":\"eq\"}");
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    catalog = fact_catalog_new(NULL, log, &error);
    g_assert_nonnull(catalog);
    fact_date_lists_init(&lists, catalog);
    arena = fact_arena_new();
    TestSuite *suite = test_suite_new("date-compare");
    test_suite_add_rows(suite, test_compare, compare_rows);
    test_suite_add_rows(suite, test_format, format_rows);
    test_suite_add(suite, test_compare_mirrors);
    test_suite_add(suite, test_members_come_back);
    test_suite_add(suite, test_members_of_ends_alone);
    test_suite_add(suite, test_members_written);
    int status = test_suite_run(suite, argc, argv);
    fact_arena_free(arena);
    fact_date_lists_clear(&lists);
    fact_catalog_unref(catalog);
    return status;
}
