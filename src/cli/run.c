/* SPDX-License-Identifier: MIT */
#include "cli/run.h"

#include "claim/reference.h"
#include "cli/config.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/setting-value.h"

#include <string.h>
#include <unistd.h>

/* Between two lines of progress. */
#define PROGRESS_MICROSECONDS 200000

void
fact_run_tell(FactRun *run, const char *format, ...)
{
    gint64 now = g_get_monotonic_time();
    va_list args;

    if (run->settings.verbose) {
        va_start(args, format);
        g_autofree char *message = g_strdup_vprintf(format, args);
        va_end(args);
        g_autofree char *line = g_strdup_printf("%s: %s in %" G_GINT64_FORMAT " ms\n", FACT_PROGRAM,
                                                message, (now - run->clock) / 1000);
        fact_console_print(line);
    }
    run->clock = g_get_monotonic_time();
}

gboolean
fact_run_parse(FactRun *run, const FactUsage *usage, char **argv, FactExit *out_exit)
{
    run->clock = g_get_monotonic_time();
    run->log = fact_log_new();
    switch (fact_settings_parse(&run->settings, usage, argv)) {
    case FACT_PARSE_RUN:
        return TRUE;
    case FACT_PARSE_HELP:
        *out_exit = FACT_EXIT_CLEAN;
        return FALSE;
    case FACT_PARSE_REFUSED:
        *out_exit = FACT_EXIT_TROUBLE;
        return FALSE;
    }
    return FALSE;
}

gboolean
fact_run_load(FactRun *run, FactExit *out_exit)
{
    g_autoptr(GError) error = NULL;

    run->catalog = fact_catalog_new((const char *const *)run->settings.facts, run->log, &error);
    if (run->catalog == NULL) {
        *out_exit = fact_run_fail(run, error);
        return FALSE;
    }
    fact_references_check(run->catalog, run->log);
    fact_run_tell(run, "loaded the catalog, %u attributes and %u names,",
                  run->catalog->attributes->len, run->catalog->entities->len);
    return TRUE;
}

gboolean
fact_run_start(FactRun *run, const FactUsage *usage, char **argv, FactExit *out_exit)
{
    return fact_run_parse(run, usage, argv, out_exit) && fact_run_load(run, out_exit);
}

static void
show_progress(guint n_documents, guint n_claims, gpointer user_data)
{
    gint64 *last = user_data;
    gint64 now = g_get_monotonic_time();

    if (now - *last < PROGRESS_MICROSECONDS)
        return;
    *last = now;
    g_autofree char *line =
        g_strdup_printf("\r%s: %u articles, %u claims ", FACT_PROGRAM, n_documents, n_claims);
    fact_console_print(line);
}

void
fact_run_read(FactRun *run)
{
    FactCorpusOptions options = fact_settings_corpus(&run->settings);
    gint64 last = g_get_monotonic_time();
    gboolean is_live = run->settings.verbose && isatty(STDERR_FILENO);

    if (is_live) {
        options.progress_cb = show_progress;
        options.progress_data = &last;
    }
    run->corpus = fact_corpus_new(run->catalog, &options);
    fact_corpus_read(run->corpus, (const char *const *)run->settings.paths, run->log);
    if (is_live)
        fact_console_print("\r\033[K");
    fact_run_tell(run, "read %u articles with %u claims",
                  fact_corpus_get_documents(run->corpus)->len,
                  fact_corpus_get_n_claims(run->corpus));
}

static char *
today_of(const FactSettings *settings)
{
    if (settings->today != NULL)
        return g_strdup(settings->today);
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    return g_date_time_format(now, "%Y-%m-%d");
}

FactBaseline *
fact_run_load_baseline(const char *path, GError **error)
{
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return fact_baseline_load(path, error);
    g_set_error(error, FACT_ERROR, FACT_ERROR_IO,
                "%s: there is no such baseline; \"" FACT_PROGRAM " baseline create\" writes one",
                path);
    return NULL;
}

static gboolean
load_gate(FactRun *run, GError **error)
{
    const FactSettings *settings = &run->settings;

    if (settings->baseline != NULL && run->baseline == NULL) {
        run->baseline = fact_run_load_baseline(settings->baseline, error);
        if (run->baseline == NULL)
            return FALSE;
    }
    if (run->changes != NULL)
        return TRUE;
    if (settings->changed != NULL)
        run->changes = fact_changes_new((const char *const *)settings->changed);
    else if (settings->base != NULL) {
        run->changes =
            fact_changes_new_from_git(settings->base, (const char *const *)settings->paths, error);
        if (run->changes == NULL)
            return FALSE;
    }
    return TRUE;
}

gboolean
fact_run_compare(FactRun *run, GError **error)
{
    const FactClaim *claims = fact_corpus_get_claims(run->corpus);
    const GPtrArray *documents = fact_corpus_get_documents(run->corpus);
    g_autofree char *today = today_of(&run->settings);

    if (!load_gate(run, error))
        return FALSE;
    run->findings =
        fact_compare(run->catalog, fact_corpus_get_table(run->corpus), claims, documents);
    const FactGateOptions options = {
        .baseline = run->baseline,
        .changes = run->changes,
        .today = today,
        .min_confidence = fact_settings_min_confidence(&run->settings),
        .only = (const char *const *)run->settings.only,
        .ignore = (const char *const *)run->settings.ignore,
    };
    fact_gate_apply(run->findings, claims, documents, run->catalog, &options, run->log);
    fact_run_tell(run, "compared %u keys, %u findings,", run->findings->n_keys,
                  run->findings->findings->len);
    return TRUE;
}

static gboolean
get_evidence(gpointer user_data, const FactClaim *claim, FactEvidence *out_evidence)
{
    return fact_corpus_get_evidence(user_data, claim, out_evidence);
}

static gboolean
is_changed(gpointer user_data, guint document)
{
    const FactRun *run = user_data;

    return fact_changes_has(run->changes,
                            g_ptr_array_index(fact_corpus_get_documents(run->corpus), document));
}

FactReportInput
fact_run_report_input(FactRun *run)
{
    return (FactReportInput){
        .catalog = run->catalog,
        .findings = run->findings,
        .claims = fact_corpus_get_claims(run->corpus),
        .documents = fact_corpus_get_documents(run->corpus),
        .get_evidence = get_evidence,
        .user_data = run->corpus,
        .is_changed = run->changes != NULL ? is_changed : NULL,
        .changed_data = run,
    };
}

/* Where relative paths start and what they are told relative to, for the formats that need it. */
static FactReportOptions
report_options(const FactRun *run, gboolean is_terminal, const char *folder, const char *root)
{
    FactReportOptions options = fact_settings_report(&run->settings, is_terminal);

    options.fail_on = fact_settings_fail_on(&run->settings);
    options.folder = folder;
    options.root = root;
    options.version = FACT_VERSION;
    return options;
}

static gboolean
write_files(FactRun *run, const FactReportInput *input, const char *folder, const char *root)
{
    FactReportOptions options = report_options(run, FALSE, folder, root);
    gboolean is_written = TRUE;

    for (guint i = 0; run->settings.output != NULL && run->settings.output[i] != NULL; i++) {
        const FactReportFormat *format;
        const char *path;
        g_autoptr(GString) out = g_string_new(NULL);
        g_autoptr(GError) error = NULL;
        if (!fact_setting_split_output(run->settings.output[i], &format, &path))
            continue; /* checked before the run */
        format->write(input, &options, out);
        if (!fact_output_file(path, out->str, out->len, &error)) {
            fact_log_error(run->log, "%s", error->message);
            is_written = FALSE;
        }
    }
    return is_written;
}

/* GitHub shows ten annotations of a kind; the file it names for a step's summary takes them all. */
static gboolean
append_step_summary(FactRun *run, const FactReportInput *input, const FactReportOptions *options)
{
    const char *path = g_getenv("GITHUB_STEP_SUMMARY");
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    if (path == NULL || path[0] == '\0' || g_strcmp0(run->settings.format, "github") != 0)
        return TRUE;
    fact_report_format_find("markdown")->write(input, options, out);
    if (fact_output_append(path, out->str, out->len, &error))
        return TRUE;
    fact_log_error(run->log, "%s", error->message);
    return FALSE;
}

void
fact_run_set_format(FactRun *run, const char *format, const char *path)
{
    char *name = g_strdup(format); /* may be the setting itself */

    g_free(run->settings.format);
    run->settings.format = name;
    g_free(run->result_path);
    run->result_path = g_strdup(path);
}

static gboolean
write_result(FactRun *run, const FactReportInput *input, const FactReportOptions *options)
{
    const char *name = run->settings.format != NULL ? run->settings.format : "text";
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    fact_report_format_find(name)->write(input, options, out);
    if (run->result_path == NULL)
        return fact_output_stdout(out->str, out->len);
    if (fact_output_file(run->result_path, out->str, out->len, &error))
        return TRUE;
    fact_log_error(run->log, "%s", error->message);
    return FALSE;
}

gboolean
fact_run_report(FactRun *run)
{
    g_autofree char *folder = g_get_current_dir();
    g_autofree char *root = fact_config_find_root(folder);
    FactReportInput input = fact_run_report_input(run);
    FactReportOptions options = report_options(run, run->result_path == NULL, folder, root);
    gboolean is_written = write_files(run, &input, folder, root);

    is_written &= append_step_summary(run, &input, &options);
    if (!run->settings.quiet || run->result_path != NULL)
        is_written &= write_result(run, &input, &options);
    fact_run_tell(run, "wrote the result");
    return is_written;
}

FactExit
fact_run_end(FactRun *run, FactExit exit)
{
    fact_console_log(run->log, !run->settings.quiet);
    return fact_log_has_errors(run->log) ? FACT_EXIT_TROUBLE : exit;
}

FactExit
fact_run_fail(FactRun *run, const GError *error)
{
    fact_console_log(run->log, !run->settings.quiet);
    fact_console_error("%s", error->message);
    return FACT_EXIT_TROUBLE;
}

void
fact_run_clear(FactRun *run)
{
    fact_changes_free(run->changes);
    fact_baseline_free(run->baseline);
    fact_findings_free(run->findings);
    fact_corpus_free(run->corpus);
    if (run->catalog != NULL)
        fact_catalog_unref(run->catalog);
    fact_log_free(run->log);
    g_free(run->result_path);
    fact_settings_clear(&run->settings);
    memset(run, 0, sizeof *run);
}
