/* SPDX-License-Identifier: MIT
 *
 * What a new version of a corpus changes. Changes are written `+`, `-` and `old > new`.
 */
#include <string.h>

#include "compare/claim-diff.h"
#include "support/claims.h"
#include "support/suite.h"

typedef struct {
    const char *name;
    const char *old_rows;
    const char *new_rows;
    const char *expected;
} DiffRow;

static const DiffRow diff_rows[] = {
    {"nothing", "a $5m ; b $9m", "a $5m ; b $9m", ""},
    {"moved in the text", "a $5m ; a about=x $9m", "a about=x $9m ; a $5m", ""},
    {"said more often", "a $5m", "a $5m ; a $5m", ""},
    {"a value", "a $5m", "a $9m", "$5 million > $9 million"},
    {"a claim more", "a $5m", "a $5m ; a about=x $9m", "+$9 million"},
    {"a claim less", "a $5m ; a about=x $9m", "a $5m", "-$9 million"},
    {"an article more", "a $5m", "a $5m ; b $5m", "+$5 million"},
    {"an article less", "a $5m ; b $5m", "a $5m", "-$5 million"},
    {"one of two values", "a $5m ; a $9m", "a $5m ; a $7m", "$9 million > $7 million"},
    {"a second value", "a $5m", "a $5m ; a $7m", "+$7 million"},
    {"another period", "a for=2023 $5m", "a for=2024 $5m", "-$5 million, +$5 million"},
    {"denied now", "a $5m", "a not $5m", "-$5 million, +$5 million"},
    {"an attribute", "a $5m", "a attr=t_price $5m", "-$5 million, +$5 million"},
    {"all new", "", "a $5m", "+$5 million"},
    {"all gone", "a $5m", "", "-$5 million"},
    {"other folders", "old/a.txt $5m", "new/a.txt $9m", "$5 million > $9 million"},
};

static FactClaimSet
set_of(const TestClaims *claims, const char *root)
{
    return (FactClaimSet){(const FactClaim *)(gpointer)claims->claims->data, claims->claims->len,
                          claims->documents, root};
}

static void
append_value(const TestClaims *claims, guint32 index, GString *out)
{
    fact_value_format(claims->catalog, &g_array_index(claims->claims, FactClaim, index).value, out);
}

static void
test_diff(void **state)
{
    const DiffRow *row = *state;
    g_autoptr(TestClaims) old_claims = test_claims_new("t_cost", row->old_rows);
    g_autoptr(TestClaims) new_claims = test_claims_new("t_cost", row->new_rows);
    FactClaimSet old_set = set_of(old_claims, "old/");
    FactClaimSet new_set = set_of(new_claims, "new");
    g_autoptr(GArray) changes = fact_claim_diff_new(&old_set, &new_set);
    g_autoptr(GString) out = g_string_new(NULL);

    for (guint i = 0; i < changes->len; i++) {
        const FactClaimChange *change = &g_array_index(changes, FactClaimChange, i);

        g_string_append(out, i == 0 ? "" : ", ");
        if (change->kind == FACT_CHANGE_ADDED)
            g_string_append_c(out, '+');
        if (change->kind == FACT_CHANGE_DROPPED)
            g_string_append_c(out, '-');
        if (change->old_claim != UINT32_MAX)
            append_value(old_claims, change->old_claim, out);
        if (change->kind == FACT_CHANGE_CHANGED)
            g_string_append(out, " > ");
        if (change->new_claim != UINT32_MAX)
            append_value(new_claims, change->new_claim, out);
    }
    assert_string_equal(out->str, row->expected);
}

static void
test_pairs(void **state)
{
    g_autoptr(TestClaims) old_claims = test_claims_new("t_cost", "a $5m ; b $9m");
    g_autoptr(TestClaims) new_claims = test_claims_new("t_cost", "a $5m ; b $9m ; c $2m");
    g_autoptr(FactFindings) old_findings = test_claims_compare(old_claims);
    g_autoptr(FactFindings) new_findings = test_claims_compare(new_claims);
    g_autoptr(GArray) appeared = fact_findings_list_new_pairs(new_findings, old_findings);
    g_autoptr(GArray) vanished = fact_findings_list_new_pairs(old_findings, new_findings);

    (void)state;
    assert_int_equal(appeared->len, 2);
    assert_int_equal(vanished->len, 0);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("claim-diff");

    test_suite_add_rows(suite, test_diff, diff_rows);
    test_suite_add(suite, test_pairs);
    return test_suite_run(suite, argc, argv);
}
