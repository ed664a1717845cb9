/* SPDX-License-Identifier: MIT
 *
 * Who stands on which side: copies, later versions, lists, trust, accepted facts, and keys that are
 * larger than any real one.
 */
#include <string.h>

#include "support/claims.h"
#include "support/suite.h"

typedef struct {
    const char *name;
    const char *attribute;
    const char *rows;
    const char *expected; /* the sides: value independent/all, joined by " | " */
} SideRow;

#define WIRE                                                                                       \
    "text=The_agency_said_on_Monday_that_the_company_had_spent_the_money_on_chips_and_power_and_"  \
    "that_nobody_else_had_been_told_of_it_before_the_board_met"

static const SideRow side_rows[] = {
    {"in order of support", "t_cost", "a $9m ; b $5m ; c $5m", "$5 million 2/2 | $9 million 1/1"},
    {"an article counts once", "t_cost", "a $9m ; a $9m ; a $9m ; b $5m ; c $5m",
     "$5 million 2/2 | $9 million 1/1"},
    {"copies count once", "t_cost",
     "a " WIRE " $9m ; b " WIRE " $9m ; c " WIRE " $9m ; d $5m ; e $5m",
     "$5 million 2/2 | $9 million 1/3"},
    {"in order of values where equal", "t_cost", "a $9m ; b $5m",
     "$5 million 1/1 | $9 million 1/1"},
    {"accepted facts first", "t_depth", "a about=mount_test 150[m] ; b about=mount_test 150[m]",
     "100 m 0/0 accepted | 150 m 2/2"},
    {"an accepted fact that is reported", "t_depth",
     "a about=mount_test 150[m] ; b about=mount_test 100[m]", "100 m 1/1 accepted | 150 m 1/1"},
    {"other wordings are one side", "t_toll",
     "a on=2025-01-03 5person ; b on=2025-01-03 5 ; c on=2025-01-01 7person",
     "5 people 2/2 | 7 people 1/1"},
    {"other units are one side", "t_depth", "a 1000[m] ; b 1[km] ; c 3[km]", "1 km 2/2 | 3 km 1/1"},
    {"a list in several sentences", "t_compared", "a =vega ; a =orion ; b ={vega,orion} ; c =lyra",
     "Orion, Vega 2/2 | Lyra 1/1"},
    {"denials", "t_cost", "a $6m ; b not $6m ; c $6m", "$6 million 2/2 | not $6 million 1/1"},
    {"later versions alone", "t_cost",
     "a url=http://x.example/1 on=2025-01-01 $5m ; b url=https://www.x.example/1/ on=2025-01-02 "
     "$7m ; c $9m",
     "$7 million 1/1 | $9 million 1/1"},
    {"an update by its title", "t_cost",
     "a pub=P title=Costs_rise on=2025-01-01 $5m ; b pub=P title=UPDATE:_Costs_rise on=2025-01-01 "
     "$7m ; c $9m",
     "$7 million 1/1 | $9 million 1/1"},
    {"an update of another article", "t_cost",
     "a pub=P title=Costs_fall on=2025-01-01 $5m ; b pub=P title=UPDATE:_Costs_rise on=2025-01-01 "
     "$7m",
     "$5 million 1/1 | $7 million 1/1"},
    {"one title, two days", "t_cost",
     "a pub=P title=News_briefs on=2025-01-01 $5m ; b pub=P title=News_briefs on=2025-01-02 $7m",
     "$5 million 1/1 | $7 million 1/1"},
};

static void
append_side(const FactSide *side, const FactCatalog *catalog, GString *out)
{
    if (out->len > 0)
        g_string_append(out, " | ");
    if (side->polarity == FACT_POLARITY_DENIED)
        g_string_append(out, "not ");
    fact_value_format(catalog, &side->value, out);
    g_string_append_printf(out, " %u/%u%s", side->n_independent, side->n_sources,
                           side->is_reference ? " accepted" : "");
}

static void
test_sides(void **state)
{
    const SideRow *row = *state;
    g_autoptr(TestClaims) claims = test_claims_new(row->attribute, row->rows);
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    g_autoptr(GString) sides = g_string_new(NULL);
    const FactFinding *finding = NULL;

    assert_int_equal(findings->findings->len, 1);
    finding = g_ptr_array_index(findings->findings, 0);
    for (guint i = 0; i < finding->sides->len; i++)
        append_side(&g_array_index(finding->sides, FactSide, i), claims->catalog, sides);
    assert_string_equal(sides->str, row->expected);
}

static void
test_replacements_are_told(void **state)
{
    g_autoptr(TestClaims) claims =
        test_claims_new("t_cost", "a url=http://x.example/1 on=2025-01-01 $5m ; b "
                                  "url=http://x.example/1 on=2025-01-03 $7m ; c "
                                  "url=http://x.example/1 on=2025-01-02 $6m");
    g_autoptr(FactFindings) findings = test_claims_compare(claims);

    (void)state;
    assert_int_equal(findings->findings->len, 0);
    assert_int_equal(findings->replacements->len, 2);
    for (guint i = 0; i < 2; i++) {
        FactReplacement *told = &g_array_index(findings->replacements, FactReplacement, i);

        assert_int_equal(told->earlier, i == 0 ? 0 : 2);
        assert_int_equal(told->later, 1);
        assert_non_null(told->reason);
    }
}

static const FactFinding *
find_finding(const FactFindings *findings, const char *subject)
{
    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);

        if (g_str_equal(finding->subject_id, subject))
            return finding;
    }
    fail_msg("no finding on %s", subject);
    return g_ptr_array_index(findings->findings, 0);
}

/* Six papers; the one that keeps disagreeing weighs less. */
static void
test_trust(void **state)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    g_autoptr(TestClaims) claims = NULL;
    g_autoptr(FactFindings) findings = NULL;
    const FactFinding *finding = NULL;
    const FactSide *best = NULL;

    (void)state;
    for (guint thing = 0; thing < 8; thing++) {
        for (guint paper = 0; paper < 6; paper++)
            g_string_append_printf(rows, "d%u-%u pub=P%u about=thing-%u $%um ; ", paper, thing,
                                   paper, thing, paper == 5 ? 90 + thing : 50 + thing);
    }
    g_string_append(rows, "x pub=P5 about=other $3m ; y pub=P1 about=other $7m");
    claims = test_claims_new("t_cost", rows->str);
    findings = test_claims_compare(claims);
    assert_true(findings->is_weighted);
    finding = find_finding(findings, "other");
    best = &g_array_index(finding->sides, FactSide, 0);
    assert_true(best->weight > 1 && best->weight < 1.5);
    assert_int_equal(best->value.as.number.low.coefficient, 7);
    assert_non_null(strstr(finding->message, "weight"));
}

static void
test_few_publishers_weigh_alike(void **state)
{
    g_autoptr(TestClaims) claims = test_claims_new("t_cost", "a pub=P $5m ; b pub=Q $9m");
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    const FactFinding *finding = g_ptr_array_index(findings->findings, 0);

    (void)state;
    assert_false(findings->is_weighted);
    assert_true(g_array_index(finding->sides, FactSide, 0).weight == 1.0);
    assert_null(strstr(finding->message, "weight"));
}

/* Builds a key of @n claims, each in a document of its own, with @n_values values. */
static char *
make_key(guint n, guint n_values)
{
    GString *rows = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(rows, "%sd%06u $%um", i == 0 ? "" : ";", i, 10 + i % n_values * 7);
    return g_string_free(rows, FALSE);
}

static void
test_sides_are_limited(void **state)
{
    g_autofree char *rows = make_key(200, 200);
    g_autoptr(TestClaims) claims = test_claims_new("t_cost", rows);
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    const FactFinding *finding = g_ptr_array_index(findings->findings, 0);

    (void)state;
    assert_int_equal(findings->findings->len, 1);
    assert_int_equal(finding->sides->len, FACT_SIDES_MAX);
    assert_int_equal(finding->n_sides_omitted, 200 - FACT_SIDES_MAX);
    assert_true(finding->pairs->len <= FACT_SIDES_MAX * (FACT_SIDES_MAX - 1) / 2);
}

static void
test_counts(void **state)
{
    g_autoptr(TestClaims) claims = test_claims_new(
        "t_cost",
        "a $5m ; b $9m ; c about=x $5m ; d about=x $5m ; e about=y $5.6m ; f about=y <$6m");
    g_autoptr(FactFindings) findings = test_claims_compare(claims);

    (void)state;
    assert_int_equal(findings->n_documents, 6);
    assert_int_equal(findings->n_claims, 6);
    assert_int_equal(findings->n_keys, 3);
    assert_int_equal(findings->n_agreeing, 1);
    assert_int_equal(findings->by_verdict[FACT_VERDICT_CONFLICT], 1);
    assert_int_equal(findings->by_verdict[FACT_VERDICT_REFINES], 1);
    assert_int_equal(findings->by_severity[FACT_SEVERITY_ERROR], 1);
    assert_int_equal(findings->by_severity[FACT_SEVERITY_WARNING], 1);
}

/* Fingerprints know values, not documents. */
static void
test_fingerprints(void **state)
{
    g_autoptr(TestClaims) first = test_claims_new("t_cost", "a $5m ; b $9m ; c $9m");
    g_autoptr(TestClaims) second = test_claims_new("t_cost", "x $9m ; y $5m ; z $7m");
    g_autoptr(FactFindings) findings = test_claims_compare(first);
    g_autoptr(FactFindings) others = test_claims_compare(second);
    const FactFinding *finding = g_ptr_array_index(findings->findings, 0);
    const FactFinding *other = g_ptr_array_index(others->findings, 0);
    const char *fingerprint = g_array_index(finding->pairs, FactPair, 0).fingerprint;
    guint n_same = 0;

    (void)state;
    assert_int_equal(strlen(fingerprint), 32);
    assert_string_equal(finding->id, other->id);
    for (guint i = 0; i < other->pairs->len; i++)
        n_same += g_str_equal(g_array_index(other->pairs, FactPair, i).fingerprint, fingerprint);
    assert_int_equal(n_same, 1);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("compare-support");

    test_suite_add_rows(suite, test_sides, side_rows);
    test_suite_add(suite, test_replacements_are_told);
    test_suite_add(suite, test_trust);
    test_suite_add(suite, test_few_publishers_weigh_alike);
    test_suite_add(suite, test_sides_are_limited);
    test_suite_add(suite, test_counts);
    test_suite_add(suite, test_fingerprints);
    return test_suite_run(suite, argc, argv);
}
