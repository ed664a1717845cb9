/* SPDX-License-Identifier: MIT
 *
 * The writers for CI, held against what their receivers take.
 */
#include "support/assert.h"
#include "support/findings.h"

#include <jansson.h>
#include <string.h>

/* @n findings of an error each, between a.txt and b.txt, in a repository at /repo. */
static TestFindings *
make_findings(guint n)
{
    TestFindings *made = test_findings_new();

    made->options.folder = "/repo/news";
    made->options.root = "/repo";
    for (guint i = 0; i < n; i++) {
        guint a = test_findings_add_claim(made, "a.txt", "o1", "R1 rivals ", "o1", ".");
        guint b = test_findings_add_claim(made, "b.txt", "GPT-4", "R1 answers ", "GPT-4", ".");
        test_findings_add(made, "R1", "compared with", FACT_SEVERITY_ERROR, FACT_VERDICT_CONFLICT);
        test_findings_add_side(made, "o1", a);
        test_findings_add_side(made, "GPT-4", b);
    }
    return made;
}

static json_t *
load(const char *text)
{
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);

    assert_non_null(root);
    return root;
}

/* The member at a path of names and indices: "runs/0/results". */
static const json_t *
at(const json_t *value, const char *path)
{
    g_auto(GStrv) steps = g_strsplit(path, "/", -1);

    for (guint i = 0; steps[i] != NULL; i++)
        value = json_is_array(value)
                    ? json_array_get(value, (size_t)g_ascii_strtoull(steps[i], NULL, 10))
                    : json_object_get(value, steps[i]);
    return value;
}

static const char *
text_at(const json_t *value, const char *path)
{
    const json_t *text = at(value, path);

    assert_true(json_is_string(text));
    return json_string_value(text);
}

#define LOCATION "physicalLocation/artifactLocation/uri"

static void
test_sarif(void **state)
{
    g_autoptr(TestFindings) made = make_findings(1);
    g_autofree char *text = test_findings_write(made, "sarif");
    json_t *root = load(text);
    const json_t *run = at(root, "runs/0");
    const json_t *result = at(run, "results/0");

    (void)state;
    assert_string_equal(text_at(root, "version"), "2.1.0");
    assert_string_equal(text_at(run, "columnKind"), "unicodeCodePoints");
    assert_string_equal(text_at(run, "tool/driver/name"), "factdiff");
    assert_string_equal(text_at(result, "level"), "error");
    /* The rule's index is its place in the driver's rules. */
    g_autofree char *rule = g_strdup_printf("tool/driver/rules/%d/id",
                                            (int)json_integer_value(at(result, "ruleIndex")));
    assert_string_equal(text_at(run, rule), text_at(result, "ruleId"));
    assert_string_equal(text_at(result, "locations/0/" LOCATION), "news/b.txt");
    assert_string_equal(text_at(result, "relatedLocations/0/" LOCATION), "news/a.txt");
    assert_int_equal(json_integer_value(at(result, "relatedLocations/0/id")), 1);
    assert_non_null(strstr(text_at(result, "message/text"), "[other side](1)"));
    assert_non_null(strstr(text_at(result, "partialFingerprints/primaryLocationLineHash"), ":1"));
    json_decref(root);
}

static void
test_sarif_puts_the_changed_article_first(void **state)
{
    g_autoptr(TestFindings) made = make_findings(1);

    (void)state;
    made->changed = 1; /* a.txt, the base */
    g_autofree char *text = test_findings_write(made, "sarif");
    json_t *root = load(text);
    assert_string_equal(text_at(root, "runs/0/results/0/locations/0/" LOCATION), "news/a.txt");
    assert_string_equal(text_at(root, "runs/0/results/0/relatedLocations/0/" LOCATION),
                        "news/b.txt");
    json_decref(root);
}

static void
test_sarif_leaves_out_waived(void **state)
{
    g_autoptr(TestFindings) made = make_findings(1);

    (void)state;
    test_findings_pair(made, 0)->state = FACT_PAIR_WAIVED;
    g_autofree char *text = test_findings_write(made, "sarif");
    json_t *root = load(text);
    assert_int_equal(json_array_size(at(root, "runs/0/results")), 0);
    json_decref(root);
}

static void
test_sarif_keeps_the_first_of_many(void **state)
{
    g_autoptr(TestFindings) made = make_findings(5003);
    g_autofree char *text = test_findings_write(made, "sarif");
    json_t *root = load(text);
    const json_t *results = at(root, "runs/0/results");
    g_autoptr(GHashTable) hashes = g_hash_table_new(g_str_hash, g_str_equal);

    (void)state;
    assert_int_equal(json_array_size(results), 5000);
    assert_int_equal(json_integer_value(at(root, "runs/0/properties/omittedResults")), 3);
    for (size_t i = 0; i < json_array_size(results); i++) {
        const json_t *prints = json_object_get(json_array_get(results, i), "partialFingerprints");
        const char *print = json_string_value(json_object_get(prints, "factdiffPair/v1"));
        assert_true(g_hash_table_add(hashes, (gpointer)print));
    }
    json_decref(root);
}

static void
test_github(void **state)
{
    g_autoptr(TestFindings) made = make_findings(1);
    g_autofree char *text = test_findings_write(made, "github");

    (void)state;
    assert_true(g_str_has_prefix(
        text, "::error file=news/b.txt,line=2,col=5,title=conflict%3A R1 · compared with::"));
    assert_non_null(strstr(text, "\n1 finding: 1 error in 2 articles\n"));
}

static void
test_github_annotates_ten(void **state)
{
    g_autoptr(TestFindings) made = make_findings(14);
    g_autofree char *text = test_findings_write(made, "github");
    g_auto(GStrv) parts = g_strsplit(text, "::error ", -1);

    (void)state;
    assert_int_equal(g_strv_length(parts), 11);
    assert_non_null(strstr(text, "; 4 more than GitHub annotates"));
}

static void
test_gitlab(void **state)
{
    g_autoptr(TestFindings) made = make_findings(3);
    g_autofree char *text = test_findings_write(made, "gitlab");
    json_t *root = load(text);
    g_autoptr(GHashTable) fingerprints = g_hash_table_new(g_str_hash, g_str_equal);

    (void)state;
    assert_int_equal(text[0], '[');
    assert_int_equal(json_array_size(root), 3);
    for (size_t i = 0; i < 3; i++) {
        const json_t *issue = json_array_get(root, i);
        assert_string_equal(text_at(issue, "severity"), "major");
        assert_string_equal(text_at(issue, "location/path"), "news/b.txt");
        assert_true(json_integer_value(at(issue, "location/lines/begin")) > 0);
        assert_true(g_hash_table_add(fingerprints, (gpointer)text_at(issue, "fingerprint")));
    }
    json_decref(root);
}

typedef struct {
    guint n_cases;
    guint n_failures;
} JunitCounts;

static void
count_element(GMarkupParseContext *context, const char *element, const char **names,
              const char **values, gpointer user_data, GError **error)
{
    JunitCounts *counts = user_data;

    (void)context;
    (void)names;
    (void)values;
    (void)error;
    counts->n_cases += strcmp(element, "testcase") == 0;
    counts->n_failures += strcmp(element, "failure") == 0;
}

static JunitCounts
count_junit(const char *text)
{
    const GMarkupParser parser = {.start_element = count_element};
    JunitCounts counts = {0};
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, G_MARKUP_DEFAULT_FLAGS, &counts, NULL);

    assert_true(g_markup_parse_context_parse(context, text, -1, NULL));
    assert_true(g_markup_parse_context_end_parse(context, NULL));
    g_markup_parse_context_free(context);
    return counts;
}

typedef struct {
    const char *name;
    guint n_findings;
    FactSeverity fail_on;
    JunitCounts expected;
} JunitRow;

static const JunitRow junit_rows[] = {
    {"errors fail", 2, FACT_SEVERITY_ERROR, {2, 2}},
    {"nothing fails", 2, FACT_SEVERITY_NONE, {2, 0}},
    {"no findings", 0, FACT_SEVERITY_ERROR, {1, 0}},
};

static void
test_junit(void **state)
{
    const JunitRow *row = *state;
    g_autoptr(TestFindings) made = make_findings(row->n_findings);

    made->options.fail_on = row->fail_on;
    g_autofree char *text = test_findings_write(made, "junit");
    JunitCounts counts = count_junit(text);
    g_autofree char *totals = g_strdup_printf("tests=\"%u\" failures=\"%u\"", row->expected.n_cases,
                                              row->expected.n_failures);
    assert_int_equal(counts.n_cases, row->expected.n_cases);
    assert_int_equal(counts.n_failures, row->expected.n_failures);
    assert_non_null(strstr(text, totals));
}

typedef struct {
    const char *name;
    const char *path;
    const char *expected;
} PathRow;

static const PathRow path_rows[] = {
    {"in a subfolder", "a.txt", "news/a.txt"},
    {"above", "../a.txt", "a.txt"},
    {"absolute, inside", "/repo/x/a b.txt", "x/a%20b.txt"},
    {"absolute, outside", "/other/a.txt", "file:///other/a.txt"},
    {"a folder alike", "/repository/a.txt", "file:///repository/a.txt"},
    {"standard input", "-", "-"},
};

static void
test_path_is_relative_to_the_repository(void **state)
{
    const PathRow *row = *state;
    g_autoptr(TestFindings) made = make_findings(1);
    FactDocument *document = g_ptr_array_index(made->documents, 1);

    g_free(document->path);
    document->path = g_strdup(row->path);
    g_autofree char *text = test_findings_write(made, "sarif");
    json_t *root = load(text);
    assert_string_equal(text_at(root, "runs/0/results/0/locations/0/" LOCATION), row->expected);
    json_decref(root);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("report-ci");

    test_suite_add(suite, test_sarif);
    test_suite_add(suite, test_sarif_puts_the_changed_article_first);
    test_suite_add(suite, test_sarif_leaves_out_waived);
    test_suite_add(suite, test_sarif_keeps_the_first_of_many);
    test_suite_add(suite, test_github);
    test_suite_add(suite, test_github_annotates_ten);
    test_suite_add(suite, test_gitlab);
    test_suite_add_rows(suite, test_junit, junit_rows);
    test_suite_add_rows(suite, test_path_is_relative_to_the_repository, path_rows);
    return test_suite_run(suite, argc, argv);
}
