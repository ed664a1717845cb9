/* SPDX-License-Identifier: MIT
 *
 * The pipeline over files of a folder that the test makes: results come in the order of the inputs
 * whatever the number of threads, problems too, and never more jobs are in memory than there is
 * room for.
 */
#include "support/assert.h"

#include "corpus/pipeline.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_FILES 200

typedef struct {
    const char *name;
    guint jobs;
} JobsRow;

static const JobsRow jobs_rows[] = {{"1 job", 1}, {"2 jobs", 2}, {"3 jobs", 3}, {"8 jobs", 8}};

typedef struct {
    GString *merged;
    guint n_results;
    guint stop_after; /* 0: never */
    guint n_merged;
} Run;

static gpointer
new_worker(gpointer user_data)
{
    (void)user_data;
    return g_new0(int, 1);
}

static gpointer
new_result(gpointer user_data)
{
    ((Run *)user_data)->n_results++;
    return g_string_new(NULL);
}

static void
free_result(gpointer result)
{
    g_string_free(result, TRUE);
}

static void
take_record(const FactRecord *record, gpointer user_data)
{
    g_string_append(user_data, record->document->text);
    fact_document_free(record->document);
}

/* Uneven work, so that threads overtake one another. */
static void
read_input(gpointer worker, FactInput *input, gpointer result, FactLog *log, gpointer user_data)
{
    (void)worker;
    (void)user_data;
    fact_input_read(input, take_record, result, log);
    g_usleep((g_str_hash(((GString *)result)->str) % 7) * 100);
    fact_log_note(log, "%s", ((GString *)result)->str);
}

static gboolean
merge_result(gpointer result, FactLog *log, gpointer user_data)
{
    Run *run = user_data;
    GString *text = result;

    (void)log;
    g_string_append_printf(run->merged, "%s ", text->str);
    g_string_truncate(text, 0);
    run->n_merged++;
    return run->stop_after == 0 || run->n_merged < run->stop_after;
}

static const FactPipeline pipeline = {
    .worker_new = new_worker,
    .worker_free = g_free,
    .result_new = new_result,
    .result_free = free_result,
    .read = read_input,
    .merge = merge_result,
};

static char *
make_folder(void)
{
    char *folder = g_dir_make_tmp("factdiff-pipeline-XXXXXX", NULL);

    for (guint i = 0; i < N_FILES; i++) {
        g_autofree char *name = g_strdup_printf("%03u.txt", i);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *text = g_strdup_printf("article %u", i);
        assert_true(g_file_set_contents(path, text, -1, NULL));
    }
    return folder;
}

static void
remove_folder(const char *folder)
{
    for (guint i = 0; i < N_FILES; i++) {
        g_autofree char *name = g_strdup_printf("%03u.txt", i);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
}

static void
run_over(const char *folder, guint jobs, Run *run, FactLog *log)
{
    const char *const paths[] = {folder, NULL};
    g_autoptr(FactInputs) inputs = fact_inputs_new(paths, log);

    run->merged = g_string_new(NULL);
    fact_pipeline_run(&pipeline, inputs, jobs, run, log);
}

static void
test_order(void **state)
{
    const JobsRow *row = *state;
    g_autofree char *folder = make_folder();
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GString) expected = g_string_new(NULL);
    Run run = {0};

    run_over(folder, row->jobs, &run, log);
    remove_folder(folder);
    for (guint i = 0; i < N_FILES; i++)
        g_string_append_printf(expected, "article %u ", i);
    assert_string_equal(run.merged->str, expected->str);
    assert_true(run.n_results <= row->jobs * FACT_PIPELINE_AHEAD);
    assert_int_equal(fact_log_get_length(log), N_FILES);
    for (guint i = 0; i < N_FILES; i++) {
        g_autofree char *message = g_strdup_printf("article %u", i);
        assert_string_equal(fact_log_get(log, i)->message, message);
    }
    g_string_free(run.merged, TRUE);
}

static void
test_stops(void **state)
{
    const JobsRow *row = *state;
    g_autofree char *folder = make_folder();
    g_autoptr(FactLog) log = fact_log_new();
    Run run = {.stop_after = 3};

    run_over(folder, row->jobs, &run, log);
    remove_folder(folder);
    assert_string_equal(run.merged->str, "article 0 article 1 article 2 ");
    g_string_free(run.merged, TRUE);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("pipeline");

    test_suite_add_rows(suite, test_order, jobs_rows);
    test_suite_add_rows(suite, test_stops, jobs_rows);
    return test_suite_run(suite, argc, argv);
}
