/* SPDX-License-Identifier: MIT
 *
 * The writers for people and JSON, over findings made by hand.
 */
#include "support/assert.h"
#include "support/findings.h"

#include "report/escape.h"

#include <jansson.h>
#include <string.h>

#define HOSTILE "\033[2J<script>alert(1)</script>\xe2\x80\xae*x*"

static TestFindings *
make_pair(void)
{
    TestFindings *made = test_findings_new();
    guint a = test_findings_add_claim(
        made, "news/a.txt", "o1", "Its open model, R1, rivals OpenAI's ", "o1", " in performance.");
    guint b =
        test_findings_add_claim(made, "news/b.txt", "GPT-4", "R1, touted as an answer to OpenAI's ",
                                "GPT-4", ", has come out.");

    test_findings_add(made, "DeepSeek R1", "compared with", FACT_SEVERITY_ERROR,
                      FACT_VERDICT_CONFLICT);
    test_findings_add_side(made, "o1", a)->n_sources = 3;
    g_array_index(((FactFinding *)made->findings->findings->pdata[0])->sides, FactSide, 0)
        .n_independent = 3;
    test_findings_add_side(made, "GPT-4", b);
    return made;
}

static void
test_text(void **state)
{
    g_autoptr(TestFindings) made = make_pair();
    g_autofree char *text = test_findings_write(made, "text");

    (void)state;
    assert_string_equal(
        text, "error: DeepSeek R1 · compared with                                      conflict\n"
              "  - o1      3 sources\n"
              "  + GPT-4   1 source\n"
              "  --- news/a.txt:1:5\n"
              "  -   Its open model, R1, rivals OpenAI's [o1] in performance.\n"
              "  +++ news/b.txt:2:5\n"
              "  +   R1, touted as an answer to OpenAI's [GPT-4], has come out.\n"
              "\n"
              "1 finding: 1 error in 2 articles\n");
}

static void
test_text_without_findings(void **state)
{
    g_autoptr(TestFindings) made = test_findings_new();
    g_autofree char *text = test_findings_write(made, "text");

    (void)state;
    assert_string_equal(text, "no disagreement in 0 articles\n");
}

typedef struct {
    const char *name;
    FactPairState state;
    const char *expected;
} StateRow;

static const StateRow state_rows[] = {
    {"known", FACT_PAIR_KNOWN, "no disagreement in 2 articles (left out: 1 known)\n"},
    {"waived", FACT_PAIR_WAIVED, "no disagreement in 2 articles (left out: 1 waived)\n"},
    {"elsewhere", FACT_PAIR_ELSEWHERE, "no disagreement in 2 articles (left out: 1 elsewhere)\n"},
    {"filtered", FACT_PAIR_FILTERED, "no disagreement in 2 articles (left out: 1 filtered)\n"},
};

static void
test_text_leaves_out_what_does_not_count(void **state)
{
    const StateRow *row = *state;
    g_autoptr(TestFindings) made = make_pair();

    test_findings_pair(made, 0)->state = (uint8_t)row->state;
    g_autofree char *text = test_findings_write(made, "text");
    assert_string_equal(text, row->expected);
}

static void
test_text_leaves_out_what_is_not_grave(void **state)
{
    g_autoptr(TestFindings) made = make_pair();

    (void)state;
    ((FactFinding *)made->findings->findings->pdata[0])->severity = FACT_SEVERITY_INFO;
    test_findings_pair(made, 0)->severity = FACT_SEVERITY_INFO;
    g_autofree char *text = test_findings_write(made, "text");
    assert_string_equal(text, "no disagreement in 2 articles (left out: 1 below warning)\n");
}

static void
test_text_shows_the_departing_side_alone(void **state)
{
    g_autoptr(TestFindings) made = make_pair();
    guint c = test_findings_add_claim(made, "c.txt", "Gemini", "like ", "Gemini", "");

    (void)state;
    test_findings_add_side(made, "Gemini", c);
    test_findings_pair(made, 0)->severity = FACT_SEVERITY_INFO;
    g_autofree char *text = test_findings_write(made, "text");
    assert_null(strstr(text, "GPT-4"));
    assert_non_null(strstr(text, "  + Gemini   1 source\n"));
}

static guint
widest_line(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint width = 0;

    for (guint i = 0; lines[i] != NULL; i++)
        width = MAX(width, fact_escape_terminal_width(lines[i], strlen(lines[i])));
    return width;
}

static void
test_text_keeps_to_the_width(void **state)
{
    static const char long_text[] =
        "The quick model which was built with a rather large and 深度求索 cluster of many "
        "machines in several places was said to be about as good as ";
    (void)state;
    for (guint width = 30; width <= 130; width += 7) {
        g_autoptr(TestFindings) made = test_findings_new();
        guint a = test_findings_add_claim(
            made, "a.txt", "x", long_text, "the model that is named o1 by its makers",
            " wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww");
        guint b = test_findings_add_claim(made, "b.txt", "x", "", "v", long_text);
        test_findings_add(made, "A subject with a long name of many words",
                          "an attribute that takes room", FACT_SEVERITY_WARNING,
                          FACT_VERDICT_REFINES);
        test_findings_add_side(made, "a value that is told at length and then some more", a);
        test_findings_add_side(made, "a short one", b);
        made->options.width = width;
        g_autofree char *text = test_findings_write(made, "text");
        assert_in_range(widest_line(text), width / 2, width);
    }
}

static void
test_text_has_color_only_where_asked(void **state)
{
    g_autoptr(TestFindings) made = make_pair();
    g_autofree char *plain = test_findings_write(made, "text");

    (void)state;
    assert_null(strchr(plain, '\033'));
    made->options.color = TRUE;
    g_autofree char *colored = test_findings_write(made, "text");
    assert_non_null(strstr(colored, "\033[1;31merror\033[0m: "));
    assert_non_null(strstr(colored, "\033[1m[o1]\033[0m"));
}

static void
test_text_links_places(void **state)
{
    g_autoptr(TestFindings) made = make_pair();

    (void)state;
    made->options.hyperlinks = TRUE;
    made->options.folder = "/home/me/a b";
    g_autofree char *text = test_findings_write(made, "text");
    assert_non_null(
        strstr(text, "\033]8;;file:///home/me/a%20b/news/a.txt\033\\news/a.txt:1:5\033]8;;\033\\"));
}

static void
test_text_tells_copies(void **state)
{
    g_autoptr(TestFindings) made = make_pair();
    FactFinding *finding = g_ptr_array_index(made->findings->findings, 0);
    FactSide *side = &g_array_index(finding->sides, FactSide, 0);
    FactSideSource copy = {.document = 1, .original = 0};

    (void)state;
    g_array_append_val(side->sources, copy);
    side->n_independent = 2;
    g_autofree char *text = test_findings_write(made, "text");
    assert_non_null(strstr(text, "3 sources, 2 independent\n"));
    assert_non_null(strstr(text, "  = news/b.txt repeats news/a.txt\n"));
}

static void
test_text_tells_accepted_facts(void **state)
{
    g_autoptr(TestFindings) made = make_pair();
    FactFinding *finding = g_ptr_array_index(made->findings->findings, 0);
    FactSide *side = &g_array_index(finding->sides, FactSide, 0);

    (void)state;
    side->is_reference = TRUE;
    side->reference_title = "Model card";
    side->reference_as_of = "2025-02-01";
    g_autofree char *text = test_findings_write(made, "text");
    assert_non_null(strstr(text, "accepted fact, 3 sources\n"));
    assert_non_null(strstr(text, "  = accepted fact: Model card, as of 2025-02-01\n"));
}

static void
test_text_counts_further_sides(void **state)
{
    g_autoptr(TestFindings) made = make_pair();

    (void)state;
    for (guint i = 0; i < 10; i++) {
        g_autofree char *label = g_strdup_printf("model %u", i);
        guint claim = test_findings_add_claim(made, "c.txt", label, "like ", label, "");
        test_findings_add_side(made, label, claim);
    }
    ((FactFinding *)made->findings->findings->pdata[0])->n_sides_omitted = 3;
    g_autofree char *text = test_findings_write(made, "text");
    assert_non_null(strstr(text, "  + model 5   1 source\n  + and 7 more values\n"));
    assert_null(strstr(text, "model 6"));
}

static void
test_text_without_evidence(void **state)
{
    g_autoptr(TestFindings) made = make_pair();

    (void)state;
    fact_evidence_clear(&g_array_index(made->evidence, FactEvidence, 0));
    g_autofree char *text = test_findings_write(made, "text");
    assert_non_null(strstr(text, "  -   (the text is not there any more)\n"));
}

/* -- hostile text ------------------------------------------------------------------------------ */

typedef struct {
    const char *name;         /* of the format */
    const char *forbidden[4]; /* none of these is in its output */
} HostileRow;

static const HostileRow hostile_rows[] = {
    {"text", {"\033", "\xe2\x80\xae"}},
    {"json", {"\033"}},
    {"jsonl", {"\033"}},
    {"sarif", {"\033"}},
    {"github", {"\r"}},
    {"gitlab", {"\033"}},
    {"junit", {"\033", "<script", "\xe2\x80\xae"}},
    {"html", {"\033", "<script", "\xe2\x80\xae", "href=\"javascript"}},
    {"markdown", {"\033", "<script", "\xe2\x80\xae", " *x*"}},
};

static void
test_hostile_text_is_escaped(void **state)
{
    const HostileRow *row = *state;
    g_autoptr(TestFindings) made = test_findings_new();
    guint a = test_findings_add_claim(made, HOSTILE ".txt", HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    guint b = test_findings_add_claim(made, "b.txt", "b", "is ", "b", "");
    FactFinding *finding =
        test_findings_add(made, HOSTILE, HOSTILE, FACT_SEVERITY_ERROR, FACT_VERDICT_CONFLICT);
    FactDocument *document = g_ptr_array_index(made->documents, 0);

    finding->message = g_strdup(HOSTILE);
    finding->group = HOSTILE;
    document->title = g_strdup(HOSTILE);
    document->publisher = g_strdup(HOSTILE);
    document->url = g_strdup("javascript:alert(1)");
    test_findings_add_side(made, HOSTILE, a);
    test_findings_add_side(made, "b", b);
    g_autofree char *text = test_findings_write(made, row->name);
    for (guint i = 0; i < G_N_ELEMENTS(row->forbidden) && row->forbidden[i] != NULL; i++)
        assert_null(strstr(text, row->forbidden[i]));
    assert_true(g_utf8_validate(text, -1, NULL));
}

/* -- JSON -------------------------------------------------------------------------------------- */

static void
test_json(void **state)
{
    g_autoptr(TestFindings) made = make_pair();
    g_autofree char *text = test_findings_write(made, "json");
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);

    (void)state;
    assert_non_null(root);
    assert_int_equal(json_integer_value(json_object_get(root, "version")), 1);
    const json_t *finding = json_array_get(json_object_get(root, "findings"), 0);
    assert_string_equal(json_string_value(json_object_get(finding, "verdict")), "conflict");
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(finding, "subject"), "label")),
        "DeepSeek R1");
    const json_t *side = json_array_get(json_object_get(finding, "sides"), 0);
    assert_int_equal(json_integer_value(json_object_get(side, "sources")), 3);
    assert_string_equal(json_string_value(json_object_get(json_object_get(side, "value"), "label")),
                        "o1");
    const json_t *source =
        json_object_get(json_array_get(json_object_get(side, "claims"), 0), "source");
    assert_string_equal(json_string_value(json_object_get(source, "doc")), "news/a.txt");
    assert_string_equal(json_string_value(json_object_get(source, "quote")), "o1");
    const json_t *pair = json_array_get(json_object_get(finding, "pairs"), 0);
    assert_int_equal(json_integer_value(json_array_get(json_object_get(pair, "sides"), 1)), 1);
    assert_string_equal(json_string_value(json_object_get(pair, "state")), "new");
    assert_int_equal(
        json_integer_value(json_object_get(json_object_get(root, "summary"), "documents")), 2);
    json_decref(root);
}

static void
test_json_holds_every_severity_and_state(void **state)
{
    g_autoptr(TestFindings) made = make_pair();

    (void)state;
    test_findings_pair(made, 0)->severity = FACT_SEVERITY_INFO;
    test_findings_pair(made, 0)->state = FACT_PAIR_WAIVED;
    g_autofree char *text = test_findings_write(made, "json");
    assert_non_null(strstr(text, "\"severity\":\"info\",\"state\":\"waived\""));
}

static void
test_jsonl_is_an_object_a_line(void **state)
{
    g_autoptr(TestFindings) made = make_pair();
    g_autofree char *text = test_findings_write(made, "jsonl");
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    (void)state;
    assert_int_equal(g_strv_length(lines), 3);
    for (guint i = 0; i < 2; i++) {
        json_t *object = json_loads(lines[i], JSON_REJECT_DUPLICATES, NULL);
        assert_string_equal(json_string_value(json_object_get(object, "record")),
                            i == 0 ? "finding" : "summary");
        json_decref(object);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("report");

    test_suite_add(suite, test_text);
    test_suite_add(suite, test_text_without_findings);
    test_suite_add_rows(suite, test_text_leaves_out_what_does_not_count, state_rows);
    test_suite_add(suite, test_text_leaves_out_what_is_not_grave);
    test_suite_add(suite, test_text_shows_the_departing_side_alone);
    test_suite_add(suite, test_text_keeps_to_the_width);
    test_suite_add(suite, test_text_has_color_only_where_asked);
    test_suite_add(suite, test_text_links_places);
    test_suite_add(suite, test_text_tells_copies);
    test_suite_add(suite, test_text_tells_accepted_facts);
    test_suite_add(suite, test_text_counts_further_sides);
    test_suite_add(suite, test_text_without_evidence);
    test_suite_add_rows(suite, test_hostile_text_is_escaped, hostile_rows);
    test_suite_add(suite, test_json);
    test_suite_add(suite, test_json_holds_every_severity_and_state);
    test_suite_add(suite, test_jsonl_is_an_object_a_line);
    return test_suite_run(suite, argc, argv);
}
