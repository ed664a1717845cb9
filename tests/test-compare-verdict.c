/* SPDX-License-Identifier: MIT
 *
 * The verdicts, by small tables of claims. Each row tells what comes of its claims: the gravest
 * pair as `verdict severity rule`, or "-" for no finding at all.
 */
#include <string.h>

#include "support/claims.h"
#include "support/suite.h"

typedef struct {
    const char *name;
    const char *attribute;
    const char *rows;
    const char *expected;
} VerdictRow;

static const VerdictRow conflict_rows[] = {
    {"amounts", "t_cost", "a $5.6m ; b $9m", "conflict error bounds-exclude"},
    {"exact counts", "t_population", "a 84115person ; b <70000person",
     "conflict warning bounds-exclude"},
    {"a stated bound excludes it", "t_cost", "a $10.1m ; b <$10.1m",
     "conflict error bounds-exclude"},
    {"names in a set", "t_compared", "a =vega ; b =orion", "conflict error nothing-shared"},
    {"three sources against one", "t_compared", "a =vega ; b =vega ; c =vega ; d =orion",
     "conflict error nothing-shared"},
    {"names", "t_maker", "a =Acme ; b =Apex", "conflict error values-differ"},
    {"places apart", "t_place", "a =T-1-A ; b =T-2", "conflict error values-differ"},
    {"flags", "t_open_source", "a yes ; b no", "conflict error values-differ"},
    {"a denial of the value", "t_cost", "a $6m ; b not $6m", "conflict info denied"},
    {"a denial of a wider value", "t_cost", "a $5.6m ; b not <$6m", "conflict info denied"},
    {"a denial of a name", "t_maker", "a =Acme ; b not =Acme", "conflict warning denied"},
    {"a denial of a flag", "t_open_source", "a yes ; b not yes", "conflict warning denied"},
    {"a denial of one of a list", "t_compared", "a ={vega,orion} ; b not =vega",
     "conflict warning denied"},
    {"scores", "t_record", "a 52-3 ; b 53-3", "conflict error values-differ"},
    {"dates", "t_founded", "a D2023 ; b D2021", "conflict error bounds-exclude"},
    {"ages on one day", "t_age", "a on=2016-10-21 37y ; b on=2016-10-21 38y",
     "conflict error bounds-exclude"},
    {"a younger age later", "t_age", "a on=2016-01-01 26y ; b on=2016-06-06 25y",
     "conflict error bounds-exclude"},
    {"a year older after a month", "t_age", "a on=2016-08-01 23y ; b on=2016-08-30 24y",
     "conflict error bounds-exclude"},
    {"ten years older", "t_age", "a on=2016-08-10 26y ; b on=2016-12-17 36y",
     "conflict error bounds-exclude"},
    {"a toll that falls", "t_toll", "a on=2016-08-10 12person ; b on=2016-08-17 9person",
     "conflict error bounds-exclude"},
    {"the missing that rise", "t_missing", "a on=2016-08-10 9person ; b on=2016-08-17 12person",
     "conflict error bounds-exclude"},
    {"two prices of one day", "t_price", "a on=2016-08-10 $13bn ; b on=2016-08-10 $19bn",
     "conflict error bounds-exclude"},
    {"a population that drifts too fast", "t_population",
     "a on=2016-08-10 120000person ; b on=2016-08-17 200000person",
     "conflict error bounds-exclude"},
    {"a toll without dates", "t_toll", "a 12person ; b 9person", "conflict warning bounds-exclude"},
    {"one speaker, two values", "t_cost", "a by=Smith $5m ; b by=Smith $9m",
     "conflict error bounds-exclude"},
    {"a speaker against an article", "t_cost", "a by=Smith $5m ; b $9m",
     "conflict error bounds-exclude"},
    {"under equal qualifiers", "t_revenue", "a for=2023 $5m ; b for=2023 $9m",
     "conflict warning bounds-exclude"},
    {"an open attribute", "open:seats", "a 500seat ; b 900seat", "conflict warning bounds-exclude"},
    {"an open attribute of a country", "open:seats", "a about=US 500seat ; b about=US 900seat",
     "conflict info bounds-exclude"},
    {"a doubtful reading", "t_cost", "a conf=30 $5m ; b $9m", "conflict warning bounds-exclude"},
    {"a subject by description", "t_cost", "a about=@the_model $5m ; b about=@the_model $9m",
     "conflict warning bounds-exclude"},
    {"within one article", "t_cost", "a $5m ; a $9m", "conflict warning bounds-exclude"},
    {"one article gives both, others one of them", "t_cost", "a $5m ; a $9m ; b $5m",
     "conflict info bounds-exclude"},
    {"one article gives both, others each", "t_cost", "a $5m ; a $9m ; b $5m ; c $9m",
     "conflict error bounds-exclude"},
    {"an accepted fact", "t_depth", "a about=mount_test 150[m]", "conflict error accepted-fact"},
    {"a severity of the catalog", "t_turnout", "a 40% ; b 60%", "conflict warning bounds-exclude"},
    {"opposite changes", "t_turnout", "a up3% ; b down3%", "conflict warning bounds-exclude"},
};

static const VerdictRow no_conflict_rows[] = {
    {"the same", "t_cost", "a $5.6m ; b $5.6m", "-"},
    {"about the same", "t_cost", "a $6m ; b ~$6m", "-"},
    {"the same in another unit", "t_depth", "a 1000[m] ; b 1[km]", "-"},
    {"a series of yearly revenues", "t_revenue",
     "a for=2021 $5m ; a for=2022 $7m ; a for=2023 $9m ; b for=2024 $12m", "-"},
    {"values of many", "t_award", "a =Acme ; b =Apex", "-"},
    {"a denial of another value", "t_cost", "a $5m ; b not $9m", "-"},
    {"two denials", "t_cost", "a not $5m ; b not $9m", "-"},
    {"the opposite denied", "t_open_source", "a yes ; b not no", "-"},
    {"a plan", "t_cost", "a $5m ; b plan $9m", "-"},
    {"other currencies", "t_cost", "a $5m ; b $9000000EUR", "-"},
    {"a level and a change", "t_turnout", "a 3% ; b up5%", "-"},
    {"parts in one article", "t_population", "a in=T-1 5person ; a in=T-2 9person", "-"},
    {"an open list", "open:seats", "a 500seat ; a 900seat", "-"},
    {"cut at another digit", "t_cost", "a $5.91666666666667 ; b $5.916666666666667", "-"},
    {"within the tolerance", "t_depth", "a 1000[m] ; b 1030[m]", "rounding info coarser-precision"},
    {"within the accepted fact's tolerance", "t_depth", "a about=mount_test 102[m]",
     "rounding info coarser-precision"},
    {"says the accepted fact", "t_depth", "a about=mount_test 100[m]", "-"},
    {"other subjects", "t_cost", "a about=one $5m ; b about=two $9m", "-"},
    {"other attributes", "t_cost", "a $5m ; b attr=t_price $9m", "-"},
    {"other groups", "t_cost", "a topic=x $5m ; b topic=y $9m", "-"},
    {"a replaced version", "t_cost",
     "a url=http://x.example/1 on=2025-01-01 $5m ; b url=http://x.example/1 on=2025-01-02 $9m",
     "-"},
    {"the story's parts in one article", "t_depth", "a about=@story 10[km] ; a about=@story 30[km]",
     "scope-differs info later-mention"},
    {"what was, in one article", "t_toll", "a on=2025-01-01 3person ; a on=2025-01-01 5person",
     "changed-over-time info same-day"},
};

static const VerdictRow refines_rows[] = {
    {"close to the bound", "t_cost", "a $5.6m ; b <$6m", "refines warning close-to-bound"},
    {"far from the bound", "t_cost", "a $2.1m ; b <$6m", "refines info within"},
    {"two bounds", "t_toll", "a on=2025-01-01 >=6person ; b on=2025-01-01 >=7person",
     "refines info within"},
    {"the end of a range", "t_cost", "a $26m ; b $24m..26m", "refines info within"},
    {"just over a rounded amount", "t_cost", "a >$2.6m ; b $2.6m", "refines info just-over"},
    {"more than an exact count", "t_population", "a >12person ; b 12person",
     "conflict warning bounds-exclude"},
    {"the bound itself", "t_cost", "a $6m ; b >=$6m", "refines info within"},
    {"a bound on a toll", "t_toll", "a on=2025-01-01 >=20person ; b on=2025-01-01 22person",
     "refines info within"},
    {"a range", "t_cost", "a $25m ; b $24m..26m", "refines warning close-to-bound"},
    {"a wide range", "t_cost", "a $25m ; b $10m..60m", "refines info within"},
    {"a number and about it", "t_population", "a >100000person ; b 120000person",
     "refines info within"},
    {"just over", "t_cost", "a >$2.6m ; b $2.65m", "refines warning close-to-bound"},
    {"a town in its country", "t_place", "a =T-1 ; b =T-1-A", "refines info part-of"},
    {"a variant of a model", "t_maker", "a =orion ; b =orion-mini", "refines warning part-of"},
    {"part of a list", "t_compared", "a =vega ; b ={vega,orion}", "refines warning subset"},
    {"part of a list said in two sentences", "t_compared", "a =vega ; b =vega ; b =orion",
     "refines warning subset"},
    {"lists that overlap", "t_compared", "a ={vega,lyra} ; b ={vega,orion}",
     "refines info overlap"},
    {"ranges that overlap", "t_cost", "a $3m..5m ; b $4m..6m", "refines info overlap"},
    {"a month in its year", "t_founded", "a D2023 ; b D2023-05", "refines info within"},
    {"a man and two people", "t_toll", "a on=2025-01-02 1person! ; b on=2025-01-01 2person",
     "refines info indefinite-count"},
    {"open attributes", "open:seats", "a 560seat ; b <600seat", "refines info close-to-bound"},
};

static const VerdictRow rounding_rows[] = {
    {"one digit and a scale word", "t_cost", "a $5.6m ; b $6m", "rounding info coarser-precision"},
    {"one digit against a bound", "t_cost", "a $6m ; b <$6m", "rounding info coarser-precision"},
    {"two digits", "t_cost", "a $13m ; b $13.2m", "rounding info coarser-precision"},
    {"billions", "t_cost", "a $22.1bn ; b $22bn", "rounding info coarser-precision"},
    {"thousands", "t_cost", "a $84k ; b $84.2k", "rounding info coarser-precision"},
    {"ten millions", "t_cost", "a $9.6m ; b $10m", "rounding info coarser-precision"},
    {"one place of billions", "t_cost", "a $2.46bn ; b $2.5bn", "rounding info coarser-precision"},
    {"hundreds of thousands", "t_cost", "a $149.6k ; b $150k", "rounding info coarser-precision"},
    {"two places and one", "t_cost", "a $1.25m ; b $1.3m", "rounding info coarser-precision"},
    {"the end of a rough range", "t_cost", "a $24m..26m ; b $26.4m",
     "rounding info coarser-precision"},
    {"the coarser one first", "t_cost", "a $6m ; b $5.6m", "rounding info coarser-precision"},
    {"half of it, and more than that", "t_cost", "a $4m ; b >$4.5m",
     "conflict error bounds-exclude"},
    {"half of it", "t_cost", "a $5.5m ; b $6m", "rounding info coarser-precision"},
    {"three ways", "t_cost", "a $6m ; b $5.9m ; c $6.1m", "conflict error bounds-exclude"},
    {"beyond it", "t_cost", "a $5.4m ; b $6m", "conflict error bounds-exclude"},
    {"exact ones", "t_population", "a 6person ; b 5person", "conflict warning bounds-exclude"},
    {"in a series of documents", "t_cost", "a $5.6m ; b $6m ; c $6m ; d $5.6m",
     "rounding info coarser-precision"},
    {"not shown where the catalog says so", "t_turnout", "a 40% ; b 40.2%",
     "conflict warning bounds-exclude"},
    {"converted", "t_depth", "a 1513[km] ; b 940[[mi_i]]", "rounding info coarser-precision"},
};

static const VerdictRow disputed_rows[] = {
    {"two speakers", "t_cost", "a by=Smith $5m ; b by=Jones $9m",
     "disputed warning speakers-differ"},
    {"in one article", "t_cost", "a by=Smith $5m ; a by=Jones $9m",
     "disputed warning speakers-differ"},
    {"in two articles each", "t_cost",
     "a by=Smith $5m ; a by=Jones $9m ; b by=Smith $5m ; b by=Jones $9m",
     "disputed warning speakers-differ"},
    {"three speakers", "t_cost", "a by=Smith $5m ; b by=Jones $9m ; c by=Brown $9m",
     "disputed warning speakers-differ"},
    {"a denial", "t_cost", "a by=Smith $5m ; b by=Jones not $5m",
     "disputed warning speakers-differ"},
    {"names", "t_maker", "a by=Smith =Acme ; b by=Jones =Apex", "disputed warning speakers-differ"},
    {"flags", "t_open_source", "a by=Smith yes ; b by=Jones no",
     "disputed warning speakers-differ"},
    {"sets", "t_compared", "a by=Smith =vega ; b by=Jones =orion",
     "disputed warning speakers-differ"},
    {"dates", "t_founded", "a by=Smith D2021 ; b by=Jones D2023",
     "disputed warning speakers-differ"},
    {"scores", "t_record", "a by=Smith 2-1 ; b by=Jones 3-1", "disputed warning speakers-differ"},
    {"ages of one day", "t_age", "a on=2025-01-01 by=Smith 30y ; b on=2025-01-01 by=Jones 31y",
     "disputed warning speakers-differ"},
    {"an open attribute", "open:seats", "a by=Smith 500seat ; b by=Jones 900seat",
     "disputed info speakers-differ"},
    {"one side in an article's own voice too", "t_cost", "a by=Smith $5m ; b by=Jones $9m ; c $9m",
     "conflict error bounds-exclude"},
    {"one speaker says both", "t_cost", "a by=Smith $5m ; b by=Jones $9m ; c by=Smith $9m",
     "conflict error bounds-exclude"},
    {"agreement of two speakers", "t_cost", "a by=Smith $5m ; b by=Jones $5m", "-"},
};

static const VerdictRow changed_rows[] = {
    {"a toll that rises", "t_toll", "a on=2016-08-10 9person ; b on=2016-08-17 12person",
     "changed-over-time info moved"},
    {"the missing that fall", "t_missing", "a on=2016-08-10 12person ; b on=2016-08-17 9person",
     "changed-over-time info moved"},
    {"a toll within a day", "t_toll", "a on=2016-08-10 9person ; b on=2016-08-10 12person",
     "changed-over-time info same-day"},
    {"a toll by the hour", "t_toll",
     "a on=2016-08-10T09:00 9person ; b on=2016-08-10T12:00 12person",
     "changed-over-time info moved"},
    {"a toll by the hour, falling", "t_toll",
     "a on=2016-08-10T09:00 12person ; b on=2016-08-10T12:00 9person",
     "conflict error bounds-exclude"},
    {"a price of another day", "t_price", "a on=2016-08-10 $13bn ; b on=2016-08-11 $19bn",
     "changed-over-time info moved"},
    {"a population years on", "t_population",
     "a on=2010-08-10 120000person ; b on=2016-08-17 150000person", "changed-over-time info moved"},
    {"an age of another person", "t_age",
     "a topic=x on=2016-10-21 3y ; b topic=x on=2016-10-21 42y", "conflict warning bounds-exclude"},
    {"two people of one name", "t_age", "a on=2016-10-21 31y ; b on=2016-10-21 42y",
     "scope-differs info other-event"},
    {"a slip of ten years", "t_age", "a on=2016-10-21 32y ; b on=2016-10-21 42y",
     "conflict error bounds-exclude"},
    {"eleven years in a topic", "t_age",
     "a topic=x on=2016-10-21 31y ; b topic=x on=2016-10-21 42y", "conflict error bounds-exclude"},
    {"a birthday in five months", "t_age", "a on=2015-08-04 18y ; b on=2016-01-28 19y",
     "changed-over-time info birthday"},
    {"two years, two birthdays", "t_age", "a on=2011-10-25 22y ; b on=2013-04-15 24y",
     "changed-over-time info birthday"},
    {"a birthday missing", "t_age", "a on=2011-10-25 22y ; b on=2013-04-15 23y",
     "changed-over-time info birthday"},
    {"too many birthdays", "t_age", "a on=2011-10-25 22y ; b on=2013-04-15 25y",
     "conflict error bounds-exclude"},
    {"an officer of another year", "t_chief", "a for=2020 =Ann ; b for=2024 =Bob",
     "changed-over-time info periods-differ"},
    {"a figure of no year", "t_revenue", "a for=2020 $5m ; b $9m",
     "changed-over-time info period-unknown"},
    {"every article of a side", "t_toll",
     "a on=2016-08-10 9person ; b on=2016-08-11 9person ; c on=2016-08-12 12person ; "
     "d on=2016-08-13 12person",
     "changed-over-time info moved"},
    {"not every article of a side", "t_toll",
     "a on=2016-08-10 9person ; b on=2016-08-14 9person ; c on=2016-08-12 12person",
     "conflict error bounds-exclude"},
    {"an old accepted fact", "t_population", "a on=2030-05-01 about=mount_test 7000person",
     "changed-over-time info moved"},
    {"a change of another day", "open:points", "a on=2016-08-10 up5% ; b on=2016-08-11 up9%",
     "changed-over-time info moved"},
    {"two changes of one day", "open:points", "a on=2016-08-10 up5% ; b on=2016-08-10 up9%",
     "conflict warning bounds-exclude"},
    {"changes of one topic", "open:points",
     "a topic=x on=2016-08-10 up5% ; b topic=x on=2016-08-11 up9%",
     "conflict warning bounds-exclude"},
    {"what it was before, told with it", "t_price",
     "a on=2016-08-10 $13bn ; a on=2016-08-10 $19bn ; b on=2016-08-10 $19bn",
     "changed-over-time info article-gives-both"},
};

static const VerdictRow scope_rows[] = {
    {"two places", "t_population", "a in=T-1 5person ; b in=T-2 9person",
     "scope-differs info places-differ"},
    {"a place and none", "t_population", "a in=T-1 5person ; b 9person",
     "scope-differs info places-differ"},
    {"a place and its country", "t_population", "a in=T-1-A 5person ; b in=T-1 9person",
     "scope-differs info places-differ"},
    {"two bases", "t_cost", "a as=per_year $5m ; b as=per_month $9m",
     "scope-differs info bases-differ"},
    {"a basis and none", "t_cost", "a as=per_year $5m ; b $9m", "scope-differs info bases-differ"},
    {"a month of a year", "t_revenue", "a for=2024 $50m ; b for=2024-05 $9m",
     "scope-differs info periods-nest"},
    {"places before speakers", "t_cost", "a by=Smith in=T-1 $5m ; b by=Jones in=T-2 $9m",
     "scope-differs info places-differ"},
    {"places before flags", "t_open_source", "a in=T-1 yes ; b in=T-2 no",
     "scope-differs info places-differ"},
    {"names of two places", "t_chief", "a in=T-1 =Ann ; b in=T-2 =Bob",
     "scope-differs info places-differ"},
    {"dates of two places", "t_founded", "a in=T-1 D2021 ; b in=T-2 D2023",
     "scope-differs info places-differ"},
    {"lists of two places", "t_compared", "a in=T-1 =vega ; b in=T-2 =orion",
     "scope-differs info places-differ"},
    {"what no article leads with", "t_depth",
     "a about=@story 10[km] ; a about=@story 30[km] ; b about=@story 50[km] ; b about=@story "
     "30[km] ; "
     "c about=@story 10[km] ; d about=@story 50[km]",
     "conflict error bounds-exclude"},
    {"an event of another order", "t_toll", "a about=@story 3person ; b about=@story 230000person",
     "scope-differs info other-event"},
    {"what one article does not lead with", "t_depth",
     "a about=@story 10[km] ; a about=@story 30[km] ; b about=@story 10[km]",
     "scope-differs info later-mention"},
    {"a list in one article", "t_depth", "a 97[m] ; a 120[m] ; a 150[m]",
     "scope-differs info article-gives-both"},
    {"an article that denies what it says", "t_maker", "a =Acme ; a not =Acme",
     "scope-differs info article-gives-both"},
    {"amounts of another order", "t_cost", "a $1.20 ; b >$1m", "scope-differs info other-event"},
    {"nothing and something", "t_population", "a in=T-1 0person ; b in=T-1 5person",
     "conflict warning bounds-exclude"},
    {"a million for a billion", "t_cost", "a $5.6m ; b $5.6bn", "conflict error bounds-exclude"},
    {"two people in one article", "t_age", "a on=2016-10-21 3y ; a on=2016-10-21 42y",
     "scope-differs info article-gives-both"},
    {"two things in one article", "t_cost", "a $4m ; a $19m",
     "scope-differs info article-gives-both"},
    {"one story's two parts", "t_cost",
     "a about=@story $5m ; a about=@story $9m ; b about=@story $9m",
     "scope-differs info article-gives-both"},
    {"the same value of two places", "t_population", "a in=T-1 5person ; b in=T-2 5person", "-"},
    {"a breakdown by place", "t_population",
     "a in=T-1 5person ; a in=T-2 9person ; b in=T-1 5person", "-"},
    {"within one place", "t_cost", "a in=T-1 $5m ; b in=T-1 $9m", "conflict error bounds-exclude"},
};

static const FactPair *
gravest_pair(const FactFindings *findings)
{
    const FactFinding *finding = g_ptr_array_index(findings->findings, 0);

    for (guint i = 0; i < finding->pairs->len; i++) {
        const FactPair *pair = &g_array_index(finding->pairs, FactPair, i);

        if (pair->verdict == finding->verdict && pair->severity == finding->severity)
            return pair;
    }
    return NULL;
}

static char *
summarize(const FactFindings *findings)
{
    const FactPair *pair = findings->findings->len == 0 ? NULL : gravest_pair(findings);

    if (pair == NULL)
        return g_strdup("-");
    return g_strdup_printf("%s %s %s", fact_verdict_to_string(pair->verdict),
                           fact_severity_to_string(pair->severity), pair->rule);
}

static void
test_verdict(void **state)
{
    const VerdictRow *row = *state;
    g_autoptr(TestClaims) claims = test_claims_new(row->attribute, row->rows);
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    g_autofree char *summary = summarize(findings);

    assert_string_equal(summary, row->expected);
}

/* Verdicts mirror: with the documents' names turned round the same comes out. */
static void
test_mirror(void **state)
{
    const VerdictRow *row = *state;
    g_autofree char *turned = g_strdup_printf("%s", row->rows);
    g_autoptr(TestClaims) claims = NULL;
    g_autoptr(FactFindings) findings = NULL;
    g_autofree char *summary = NULL;

    /* A document's name stands at the start of a row. */
    for (char *p = turned; *p != '\0'; p++) {
        if ((p == turned || (p[-1] == ' ' && p > turned + 1 && p[-2] == ';')) && *p <= 'd')
            *p = (char)('a' + 'd' - *p);
    }
    claims = test_claims_new(row->attribute, turned);
    findings = test_claims_compare(claims);
    summary = summarize(findings);
    assert_string_equal(summary, row->expected);
}

static void
test_shuffle(void **state)
{
    const VerdictRow *row = *state;
    g_autoptr(TestClaims) claims = test_claims_new(row->attribute, row->rows);
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    g_autofree char *expected = test_findings_describe(claims, findings);

    for (uint64_t seed = 1; seed <= 5; seed++) {
        g_autoptr(TestClaims) shuffled = test_claims_new_shuffled(row->attribute, row->rows, seed);
        g_autoptr(FactFindings) again = test_claims_compare(shuffled);
        g_autofree char *described = test_findings_describe(shuffled, again);

        assert_string_equal(described, expected);
    }
}

#define ADD_ALL(suite, rows)                                                                       \
    test_suite_add_rows(suite, test_verdict, rows);                                                \
    test_suite_add_rows(suite, test_mirror, rows);                                                 \
    test_suite_add_rows(suite, test_shuffle, rows)

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("compare-verdict");

    ADD_ALL(suite, conflict_rows);
    ADD_ALL(suite, no_conflict_rows);
    ADD_ALL(suite, refines_rows);
    ADD_ALL(suite, rounding_rows);
    ADD_ALL(suite, disputed_rows);
    ADD_ALL(suite, changed_rows);
    ADD_ALL(suite, scope_rows);
    return test_suite_run(suite, argc, argv);
}
