/* SPDX-License-Identifier: MIT
 *
 * The corpus over the articles of fixtures/ and over JSON Lines that a test makes: what comes out
 * does not depend on threads, on the order of paths, or on the way over a claims file.
 */
#include "support/assert.h"

#include "corpus/batch.h"
#include "corpus/corpus.h"
#include "report/report.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIXTURES FACT_SOURCE_DIR "/fixtures"

static FactCatalog *
load_catalog(void)
{
    g_autoptr(FactLog) log = fact_log_new();
    FactCatalog *catalog = fact_catalog_new(NULL, log, NULL);

    assert_non_null(catalog);
    return catalog;
}

static FactCorpus *
read_corpus(FactCatalog *catalog, const char *const *paths, guint jobs, FactLog *log)
{
    const FactCorpusOptions options = {.jobs = jobs};
    FactCorpus *corpus = fact_corpus_new(catalog, &options);

    fact_corpus_read(corpus, paths, log);
    return corpus;
}

/* Documents and claims with their evidence, as a claims file. */
static char *
dump_claims(FactCorpus *corpus)
{
    GString *out = g_string_new(NULL);
    const GPtrArray *documents = fact_corpus_get_documents(corpus);
    const FactClaim *claims = fact_corpus_get_claims(corpus);

    for (guint i = 0; i < documents->len; i++) {
        FactJsonWriter writer;
        fact_json_writer_init(&writer, out);
        fact_document_write(g_ptr_array_index(documents, i), &writer);
        g_string_append_c(out, '\n');
    }
    for (guint i = 0; i < fact_corpus_get_n_claims(corpus); i++) {
        FactJsonWriter writer;
        FactEvidence evidence = {0};
        gboolean has_evidence = fact_corpus_get_evidence(corpus, &claims[i], &evidence);
        fact_json_writer_init(&writer, out);
        fact_claim_write(&claims[i], g_ptr_array_index(documents, claims[i].document),
                         has_evidence ? &evidence : NULL, NULL, &writer);
        g_string_append_c(out, '\n');
        fact_evidence_clear(&evidence);
    }
    return g_string_free(out, FALSE);
}

static gboolean
get_evidence(gpointer user_data, const FactClaim *claim, FactEvidence *out_evidence)
{
    return fact_corpus_get_evidence(user_data, claim, out_evidence);
}

static char *
dump_findings(FactCatalog *catalog, FactCorpus *corpus)
{
    GString *out = g_string_new(NULL);
    const FactReportOptions options = {.show = FACT_SEVERITY_INFO};
    g_autoptr(FactFindings) findings =
        fact_compare(catalog, fact_corpus_get_table(corpus), fact_corpus_get_claims(corpus),
                     fact_corpus_get_documents(corpus));
    const FactReportInput input = {
        .catalog = catalog,
        .findings = findings,
        .claims = fact_corpus_get_claims(corpus),
        .documents = fact_corpus_get_documents(corpus),
        .get_evidence = get_evidence,
        .user_data = corpus,
    };

    fact_report_format_find("json")->write(&input, &options, out);
    return g_string_free(out, FALSE);
}

/* Both, of a corpus read anew. */
static char *
dump_all(FactCatalog *catalog, const char *const *paths, guint jobs)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(FactCorpus) corpus = read_corpus(catalog, paths, jobs, log);
    g_autofree char *claims = dump_claims(corpus);
    g_autofree char *findings = dump_findings(catalog, corpus);

    assert_false(fact_log_has_errors(log));
    return g_strconcat(claims, findings, NULL);
}

static void
test_threads_change_nothing(void **state)
{
    const char *const paths[] = {FIXTURES "/deepseek", FIXTURES "/millbrook-fire", NULL};
    g_autoptr(FactCatalog) catalog = load_catalog();
    g_autofree char *one = dump_all(catalog, paths, 1);

    (void)state;
    assert_non_null(strstr(one, "\"record\":\"claim\""));
    for (guint jobs = 2; jobs <= 8; jobs *= 2) {
        g_autofree char *many = dump_all(catalog, paths, jobs);
        assert_string_equal(one, many);
    }
}

static void
test_order_of_paths_changes_nothing(void **state)
{
    const char *const paths[] = {FIXTURES "/deepseek", FIXTURES "/millbrook-fire", NULL};
    const char *const turned[] = {FIXTURES "/millbrook-fire", FIXTURES "/deepseek",
                                  FIXTURES "/deepseek", NULL};
    g_autoptr(FactCatalog) catalog = load_catalog();
    g_autofree char *one = dump_all(catalog, paths, 1);
    g_autofree char *other = dump_all(catalog, turned, 1);

    (void)state;
    assert_string_equal(one, other);
}

/* A file with @text in the temporary folder; transfer full. */
static char *
make_file(const char *name, const char *text)
{
    g_autofree char *folder = g_dir_make_tmp("factdiff-corpus-XXXXXX", NULL);
    char *path = g_build_filename(folder, name, NULL);

    assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static void
remove_file(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);

    g_unlink(path);
    g_rmdir(folder);
}

/* The lines of @text, the last first. */
static char *
reverse_lines(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GString *out = g_string_new(NULL);

    for (guint i = g_strv_length(lines); i-- > 0;) {
        if (lines[i][0] != '\0')
            g_string_append_printf(out, "%s\n", lines[i]);
    }
    return g_string_free(out, FALSE);
}

typedef struct {
    const char *name;
    gboolean is_reversed;
    const char *articles;
} ClaimsRow;

static const ClaimsRow claims_rows[] = {
    {"as extracted", FALSE, FIXTURES "/deepseek"},
    {"the last line first", TRUE, FIXTURES "/deepseek"},
    {"stories", FALSE, FIXTURES "/cases/stories/articles.jsonl"},
    {"names with marks", FALSE, FIXTURES "/cases/names-of-values/spelling.jsonl"},
    {"tolls", TRUE, FIXTURES "/cases/extract-toll-parts/articles.jsonl"},
};

static void
test_claims_file_gives_the_same(void **state)
{
    const ClaimsRow *row = *state;
    const char *const paths[] = {row->articles, NULL};
    g_autoptr(FactCatalog) catalog = load_catalog();
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(FactCorpus) articles = read_corpus(catalog, paths, 1, log);
    g_autofree char *lines = dump_claims(articles);
    g_autofree char *reversed = reverse_lines(lines);
    g_autofree char *path = make_file("claims.jsonl", row->is_reversed ? reversed : lines);
    const char *const claims_paths[] = {path, NULL};
    g_autoptr(FactCorpus) claims = read_corpus(catalog, claims_paths, 2, log);
    g_autofree char *again = dump_claims(claims); /* before linking renames what they say */
    g_autofree char *expected = dump_findings(catalog, articles);
    g_autofree char *findings = dump_findings(catalog, claims);

    remove_file(path);
    assert_log(log, "");
    assert_string_equal(findings, expected);
    assert_string_equal(again, lines);
}

/* Extracted article by article, statements meet when the lines are read again. */
static char *
extract_lines(FactCatalog *catalog, const char *folder_of_articles)
{
    g_autoptr(FactExtractor) extractor = fact_extractor_new(catalog);
    g_autoptr(FactBatch) batch = fact_batch_new(FALSE);
    g_autoptr(FactLog) log = fact_log_new();
    const char *const paths[] = {folder_of_articles, NULL};
    g_autoptr(FactInputs) inputs = fact_inputs_new(paths, log);
    GString *out = g_string_new(NULL);

    for (FactInput *input = fact_inputs_next(inputs, log); input != NULL;
         input = fact_inputs_next(inputs, log)) {
        fact_batch_read(batch, input, catalog, extractor, log);
        for (guint i = 0; i < batch->parts->len; i++) {
            FactJsonWriter writer;
            fact_json_writer_init(&writer, out);
            fact_document_write(g_array_index(batch->parts, FactBatchPart, i).document, &writer);
            g_string_append_c(out, '\n');
        }
        fact_batch_clear(batch);
        fact_input_free(input);
    }
    return g_string_free(out, FALSE);
}

/* The attributes of all claims that are statements, with their values' order of claims. */
static char *
dump_statements(FactCorpus *corpus)
{
    const FactClaim *claims = fact_corpus_get_claims(corpus);
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < fact_corpus_get_n_claims(corpus); i++) {
        const FactClaim *claim = &claims[i];
        if (!g_str_has_prefix(claim->attribute_id, "statement:"))
            continue;
        g_string_append_printf(out, "%u %u-%u %u:%u %s %s ", claim->document, claim->span.start,
                               claim->span.end, claim->line, claim->column, claim->group,
                               claim->attribute_id);
        fact_value_format(fact_corpus_get_catalog(corpus), &claim->value, out);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static void
test_statements_meet_from_lines(void **state)
{
    const ClaimsRow *row = *state;
    const char *const paths[] = {FIXTURES "/cases/statements/conflicts.jsonl", NULL};
    g_autoptr(FactCatalog) catalog = load_catalog();
    g_autoptr(FactLog) log = fact_log_new();
    g_autofree char *lines = extract_lines(catalog, paths[0]);
    g_autofree char *reversed = reverse_lines(lines);
    g_autofree char *path = make_file("claims.jsonl", row->is_reversed ? reversed : lines);
    const char *const claims_paths[] = {path, NULL};
    g_autoptr(FactCorpus) articles = read_corpus(catalog, paths, 2, log);
    g_autoptr(FactCorpus) claims = read_corpus(catalog, claims_paths, 1, log);
    g_autofree char *expected = dump_statements(articles);
    g_autofree char *statements = dump_statements(claims);

    remove_file(path);
    assert_log(log, "");
    assert_string_not_equal(expected, "");
    assert_string_equal(statements, expected);
}

static void
test_ids_become_unique(void **state)
{
    g_autoptr(FactCatalog) catalog = load_catalog();
    g_autoptr(FactLog) log = fact_log_new();
    g_autofree char *path = make_file("news.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n"
                                                    "{\"id\":\"y\",\"text\":\"Two.\"}\n"
                                                    "{\"id\":\"x\",\"text\":\"Three.\"}\n");
    const char *const paths[] = {path, NULL};
    g_autoptr(FactCorpus) corpus = read_corpus(catalog, paths, 1, log);
    const GPtrArray *documents = fact_corpus_get_documents(corpus);
    const char *const expected[] = {"x", "x#2", "y"};

    (void)state;
    remove_file(path);
    assert_int_equal(documents->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < documents->len; i++)
        assert_string_equal(((const FactDocument *)g_ptr_array_index(documents, i))->id,
                            expected[i]);
    assert_int_equal(fact_log_get_length(log), 1);
    assert_true(fact_log_has_errors(log));
}

static void
test_evidence_is_gone_with_its_file(void **state)
{
    g_autoptr(FactCatalog) catalog = load_catalog();
    g_autoptr(FactLog) log = fact_log_new();
    g_autofree char *path = make_file("a.txt", "DeepSeek R1 matches OpenAI's o1 on most tests.\n");
    const char *const paths[] = {path, NULL};
    g_autoptr(FactCorpus) corpus = read_corpus(catalog, paths, 1, log);
    FactEvidence evidence = {0};

    (void)state;
    assert_true(fact_corpus_get_n_claims(corpus) > 0);
    assert_true(fact_corpus_get_evidence(corpus, fact_corpus_get_claims(corpus), &evidence));
    assert_string_not_equal(evidence.quote, "");
    fact_evidence_clear(&evidence);
    remove_file(path);
    g_autoptr(FactCorpus) missing = read_corpus(catalog, paths, 1, log);
    assert_int_equal(fact_corpus_get_n_claims(missing), 0);
    assert_true(fact_log_has_errors(log));
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("corpus");

    test_suite_add(suite, test_threads_change_nothing);
    test_suite_add(suite, test_order_of_paths_changes_nothing);
    test_suite_add_rows(suite, test_claims_file_gives_the_same, claims_rows);
    test_suite_add_rows(suite, test_statements_meet_from_lines, claims_rows);
    test_suite_add(suite, test_ids_become_unique);
    test_suite_add(suite, test_evidence_is_gone_with_its_file);
    return test_suite_run(suite, argc, argv);
}
