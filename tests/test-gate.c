/* SPDX-License-Identifier: MIT
 *
 * The gate: what counts, what is known, waived, elsewhere or left out.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "gate/gate.h"
#include "support/assert.h"
#include "support/claims.h"
#include "support/suite.h"

/* Adds a waiver to the document @id; NULL members as they are. */
static void
add_waiver(const TestClaims *claims, const char *id, FactWaiver model)
{
    for (guint i = 0; i < claims->documents->len; i++) {
        FactDocument *document = g_ptr_array_index(claims->documents, i);
        FactWaiver *waiver = NULL;

        if (!g_str_equal(document->id, id))
            continue;
        waiver = g_new0(FactWaiver, 1);
        waiver->subject = g_strdup(model.subject);
        waiver->attribute = g_strdup(model.attribute);
        waiver->reason = g_strdup(model.reason);
        waiver->until = g_strdup(model.until);
        waiver->line = 3;
        waiver->column = 1;
        if (document->waivers == NULL)
            document->waivers =
                g_ptr_array_new_with_free_func((GDestroyNotify)(void (*)(void))fact_waiver_free);
        g_ptr_array_add(document->waivers, waiver);
    }
}

static void
apply(const TestClaims *claims, FactFindings *findings, const FactGateOptions *options,
      FactLog *log)
{
    fact_gate_apply(findings, (const FactClaim *)(gpointer)claims->claims->data, claims->documents,
                    claims->catalog, options, log);
}

static uint8_t
first_state(const FactFindings *findings)
{
    const FactFinding *finding = g_ptr_array_index(findings->findings, 0);

    return g_array_index(finding->pairs, FactPair, 0).state;
}

static void
test_nothing_left_out(void **state)
{
    g_autoptr(TestClaims) claims = test_claims_new("t_cost", "a $5m ; b $9m");
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    g_autoptr(FactLog) log = fact_log_new();
    FactGateOptions options = {0};

    (void)state;
    apply(claims, findings, &options, log);
    assert_int_equal(first_state(findings), FACT_PAIR_NEW);
    assert_true(fact_gate_reaches(findings, FACT_SEVERITY_ERROR));
    assert_true(fact_gate_reaches(findings, FACT_SEVERITY_INFO));
    assert_false(fact_gate_reaches(findings, FACT_SEVERITY_NONE));
    assert_log(log, "");
}

typedef struct {
    const char *name;
    const char *only;
    const char *ignore;
    guint min_confidence;
    FactPairState expected;
} FilterRow;

static const FilterRow filter_rows[] = {
    {"only the subject", "subject=thing", NULL, 0, FACT_PAIR_NEW},
    {"only another subject", "subject=other", NULL, 0, FACT_PAIR_FILTERED},
    {"only the attribute by label", "attribute=Training*", NULL, 0, FACT_PAIR_NEW},
    {"only the verdict", "verdict=conflict", NULL, 0, FACT_PAIR_NEW},
    {"only another verdict", "verdict=refines", NULL, 0, FACT_PAIR_FILTERED},
    {"only a bare word", "THING", NULL, 0, FACT_PAIR_NEW},
    {"ignore the attribute", NULL, "attribute=t_cost", 0, FACT_PAIR_FILTERED},
    {"ignore another attribute", NULL, "attribute=t_age", 0, FACT_PAIR_NEW},
    {"ignore a bare word", NULL, "conf*", 0, FACT_PAIR_FILTERED},
    {"ignore outranks only", "subject=thing", "verdict=conflict", 0, FACT_PAIR_FILTERED},
    {"sure enough", NULL, NULL, 90, FACT_PAIR_NEW},
    {"not sure enough", NULL, NULL, 91, FACT_PAIR_FILTERED},
};

static void
test_filter(void **state)
{
    const FilterRow *row = *state;
    const char *const only[] = {row->only, NULL};
    const char *const ignore[] = {row->ignore, NULL};
    g_autoptr(TestClaims) claims = test_claims_new("t_cost", "a $5m ; b $9m");
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    g_autoptr(FactLog) log = fact_log_new();
    FactGateOptions options = {
        .only = only, .ignore = ignore, .min_confidence = row->min_confidence};

    apply(claims, findings, &options, log);
    assert_int_equal(first_state(findings), row->expected);
    assert_int_equal(fact_gate_reaches(findings, FACT_SEVERITY_ERROR),
                     row->expected == FACT_PAIR_NEW);
}

typedef struct {
    const char *name;
    const char *filter;
    const char *message; /* NULL: sound */
} FilterCheckRow;

static const FilterCheckRow filter_check_rows[] = {
    {"bare", "deaths", NULL},
    {"glob", "subject=*fire*", NULL},
    {"verdict", "verdict=conf*", NULL},
    {"empty", "", "the filter '' names nothing"},
    {"empty after its field", "subject=", "the filter 'subject=' names nothing"},
    {"unknown verdict", "verdict=fight", "unknown verdict 'fight'"},
};

static void
test_filter_check(void **state)
{
    const FilterCheckRow *row = *state;
    g_autoptr(GError) error = NULL;

    assert_int_equal(fact_gate_check_filter(row->filter, &error), row->message == NULL);
    if (row->message != NULL)
        assert_string_equal(error->message, row->message);
}

typedef struct {
    const char *name;
    const char *rows;
    const char *document;
    FactWaiver waiver;
    FactPairState expected;
    const char *messages;
} WaiverRow;

#define ONE "a $5m ; b $9m"

static const WaiverRow waiver_rows[] = {
    {"of the attribute",
     ONE,
     "a",
     {.attribute = (char *)"t_cost", .reason = (char *)"known"},
     FACT_PAIR_WAIVED,
     ""},
    {"by its label",
     ONE,
     "b",
     {.attribute = (char *)"Training Cost", .reason = (char *)"known"},
     FACT_PAIR_WAIVED,
     ""},
    {"of the subject",
     ONE,
     "a",
     {.subject = (char *)"thing", .reason = (char *)"known"},
     FACT_PAIR_WAIVED,
     ""},
    {"of all", ONE, "a", {.reason = (char *)"known"}, FACT_PAIR_WAIVED, ""},
    {"of one article of a side",
     "a $5m ; b $9m ; c $9m",
     "b",
     {.reason = (char *)"known"},
     FACT_PAIR_NEW,
     ""},
    {"not ended",
     ONE,
     "a",
     {.reason = (char *)"known", .until = (char *)"2026-11-23"},
     FACT_PAIR_WAIVED,
     ""},
    {"to the end of the month",
     ONE,
     "a",
     {.reason = (char *)"known", .until = (char *)"2026-11"},
     FACT_PAIR_WAIVED,
     ""},
    {"ended",
     ONE,
     "a",
     {.reason = (char *)"known", .until = (char *)"2026-11-22"},
     FACT_PAIR_NEW,
     "a:3:1: the waiver ended with 2026-11-22, and no longer applies"},
    {"without a reason",
     ONE,
     "a",
     {.attribute = (char *)"t_cost"},
     FACT_PAIR_NEW,
     "a:3:1: a waiver needs a reason, and is refused without"},
    {"until never",
     ONE,
     "a",
     {.reason = (char *)"known", .until = (char *)"soon"},
     FACT_PAIR_NEW,
     "a:3:1: 'soon' is no date; a waiver's end is written 2026-11-23"},
    {"of an unknown subject",
     ONE,
     "a",
     {.subject = (char *)"nobody", .reason = (char *)"known"},
     FACT_PAIR_NEW,
     "a:3:1: the waiver is for 'nobody', which is no subject of any claim"},
    {"of another attribute",
     ONE,
     "a",
     {.attribute = (char *)"t_age", .reason = (char *)"known"},
     FACT_PAIR_NEW,
     "a:3:1: the waiver no longer applies: there is nothing left to waive"},
};

static void
test_waiver(void **state)
{
    const WaiverRow *row = *state;
    g_autoptr(TestClaims) claims = test_claims_new("t_cost", row->rows);
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    g_autoptr(FactLog) log = fact_log_new();
    FactGateOptions options = {.today = "2026-11-23"};

    add_waiver(claims, row->document, row->waiver);
    apply(claims, findings, &options, log);
    assert_int_equal(first_state(findings), row->expected);
    assert_log(log, row->messages);
}

static void
test_changed_documents(void **state)
{
    const char *const files[] = {"c", "folder", NULL};
    g_autoptr(TestClaims) claims = test_claims_new(
        "t_cost", "a $5m ; b $9m ; c about=x $5m ; d about=x $9m ; folder/e about=y $5m ; "
                  "d about=y $9m");
    g_autoptr(FactFindings) findings = test_claims_compare(claims);
    g_autoptr(FactChanges) changes = fact_changes_new(files);
    g_autoptr(FactLog) log = fact_log_new();
    FactGateOptions options = {.changes = changes};

    (void)state;
    apply(claims, findings, &options, log);
    assert_int_equal(findings->by_severity[FACT_SEVERITY_ERROR], 2);
    assert_int_equal(findings->by_severity[FACT_SEVERITY_NONE], 1);
    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);
        gboolean is_elsewhere = g_str_equal(finding->subject_id, "thing");

        assert_int_equal(g_array_index(finding->pairs, FactPair, 0).state,
                         is_elsewhere ? FACT_PAIR_ELSEWHERE : FACT_PAIR_NEW);
        assert_int_equal(i == 2, is_elsewhere); /* what does not count is last */
    }
}

static char *
make_folder(void)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("factdiff-gate-XXXXXX", &error);

    assert_non_null(folder);
    return folder;
}

static void
test_baseline(void **state)
{
    g_autofree char *folder = make_folder();
    g_autofree char *path = g_build_filename(folder, "baseline.json", NULL);
    g_autoptr(TestClaims) old_claims = test_claims_new("t_cost", "a $5m ; b $9m ; c about=x $2m ; "
                                                                 "d about=x $3m");
    g_autoptr(TestClaims) new_claims =
        test_claims_new("t_cost", "renamed $5m ; b $9m ; e $14m ; f about=x $3m");
    g_autoptr(FactFindings) old_findings = test_claims_compare(old_claims);
    g_autoptr(FactFindings) findings = test_claims_compare(new_claims);
    g_autoptr(FactBaseline) made = fact_baseline_new();
    g_autoptr(FactBaseline) baseline = NULL;
    g_autoptr(GArray) audit = NULL;
    g_autoptr(FactLog) log = fact_log_new();
    FactGateOptions options = {0};
    guint n_new = 0;

    (void)state;
    assert_int_equal(
        fact_baseline_add(made, old_claims->catalog, old_findings, FACT_SEVERITY_WARNING), 2);
    assert_int_equal(
        fact_baseline_add(made, old_claims->catalog, old_findings, FACT_SEVERITY_WARNING), 0);
    assert_true(fact_baseline_save(made, path, NULL));
    baseline = fact_baseline_load(path, NULL);
    assert_non_null(baseline);
    options.baseline = baseline;
    apply(new_claims, findings, &options, log);
    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);

        for (guint k = 0; k < finding->pairs->len; k++)
            n_new += g_array_index(finding->pairs, FactPair, k).state == FACT_PAIR_NEW;
        assert_int_equal(finding->pairs->len, 3);
    }
    assert_int_equal(n_new, 2); /* 14 against 5 and 9; 5 against 9 is known under another name */
    audit = fact_baseline_audit(baseline, findings);
    assert_int_equal(audit->len, 2);
    assert_true(g_array_index(audit, FactBaselineEntry, 0).is_present);
    assert_false(g_array_index(audit, FactBaselineEntry, 1).is_present);
    assert_string_equal(g_array_index(audit, FactBaselineEntry, 0).values[0], "$5 million");
    assert_int_equal(fact_baseline_prune(baseline, findings), 1);
    assert_int_equal(fact_baseline_get_size(baseline), 1);
    g_unlink(path);
    g_rmdir(folder);
}

/* What was written is written again, byte by byte. */
static void
test_baseline_is_stable(void **state)
{
    g_autofree char *folder = make_folder();
    g_autofree char *path = g_build_filename(folder, "baseline.json", NULL);
    g_autoptr(FactBaseline) baseline = fact_baseline_new();
    g_autoptr(FactBaseline) loaded = NULL;
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;

    (void)state;
    for (guint i = 0; i < 30; i++) {
        g_autofree char *rows = g_strdup_printf("a about=s%u $5m ; b about=s%u $%um", i, i, 9 + i);
        g_autoptr(TestClaims) claims = test_claims_new("t_cost", rows);
        g_autoptr(FactFindings) findings = test_claims_compare(claims);

        fact_baseline_add(baseline, claims->catalog, findings, FACT_SEVERITY_INFO);
    }
    assert_true(fact_baseline_save(baseline, path, NULL));
    assert_true(g_file_get_contents(path, &first, NULL, NULL));
    loaded = fact_baseline_load(path, NULL);
    assert_true(fact_baseline_save(loaded, path, NULL));
    assert_true(g_file_get_contents(path, &second, NULL, NULL));
    assert_string_equal(first, second);
    assert_true(g_str_has_prefix(first, "{\"version\":1,\"pairs\":[\n{\"fingerprint\":"));
    g_unlink(path);
    g_rmdir(folder);
}

typedef struct {
    const char *name;
    const char *json;
    const char *message; /* after the path and a colon */
} BaselineErrorRow;

static const BaselineErrorRow baseline_error_rows[] = {
    {"another version", "{\"version\":2,\"pairs\":[]}",
     "1:12: the baseline has version 2, this program reads and writes version 1; write it anew "
     "with `factdiff baseline create`"},
    {"no version", "{\"pairs\":[]}", "1:1: 'version' must be a whole number"},
    {"no object", "[]", "1:1: a baseline must be an object"},
    {"no pairs", "{\"version\":1}", "1:1: 'pairs' must be an array"},
    {"no fingerprint", "{\"version\":1,\"pairs\":[\n{\"subject\":\"x\"}]}",
     "2:1: 'fingerprint' must be 32 hexadecimal digits"},
    {"a short fingerprint", "{\"version\":1,\"pairs\":[\n{\"fingerprint\":\"abc\"}]}",
     "2:1: 'fingerprint' must be 32 hexadecimal digits"},
    {"one twice",
     "{\"version\":1,\"pairs\":[\n{\"fingerprint\":\"0123456789abcdef0123456789abcdef\"},\n"
     "{\"fingerprint\":\"0123456789abcdef0123456789abcdef\"}]}",
     "3:1: the fingerprint is given twice"},
};

static void
test_baseline_error(void **state)
{
    const BaselineErrorRow *row = *state;
    g_autofree char *folder = make_folder();
    g_autofree char *path = g_build_filename(folder, "baseline.json", NULL);
    g_autofree char *expected = g_strdup_printf("%s:%s", path, row->message);
    g_autoptr(GError) error = NULL;

    assert_true(g_file_set_contents(path, row->json, -1, NULL));
    assert_null(fact_baseline_load(path, &error));
    assert_string_equal(error->message, expected);
    g_unlink(path);
    g_rmdir(folder);
}

static void
test_baseline_not_there(void **state)
{
    g_autoptr(FactBaseline) baseline = fact_baseline_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) other = NULL;

    (void)state;
    assert_null(fact_baseline_load("/nowhere/baseline.json", &error));
    assert_int_equal(error->code, FACT_ERROR_IO);
    assert_false(fact_baseline_save(baseline, "/nowhere/baseline.json", &other));
    assert_int_equal(other->code, FACT_ERROR_IO);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("gate");

    test_suite_add(suite, test_nothing_left_out);
    test_suite_add_rows(suite, test_filter, filter_rows);
    test_suite_add_rows(suite, test_filter_check, filter_check_rows);
    test_suite_add_rows(suite, test_waiver, waiver_rows);
    test_suite_add(suite, test_changed_documents);
    test_suite_add(suite, test_baseline);
    test_suite_add(suite, test_baseline_is_stable);
    test_suite_add_rows(suite, test_baseline_error, baseline_error_rows);
    test_suite_add(suite, test_baseline_not_there);
    return test_suite_run(suite, argc, argv);
}
