/* SPDX-License-Identifier: MIT
 *
 * The baseline, a file of pairs that are known. It is written whole or not at all, and never over
 * something that cannot be read.
 */
#include "cli/console.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/subcommand.h"

#include <string.h>

#define DEFAULT_PATH ".factdiff-baseline.json"

static const char HELP[] =
    "Usage: factdiff baseline create|update|prune|audit [PATH…]\n\n"
    "  create  write a new baseline of what the articles disagree on now\n"
    "  update  add what is new, and keep the rest\n"
    "  prune   drop what is mended\n"
    "  audit   list what the baseline knows, and whether it is still there\n\n"
    "The file is that of --baseline or of the configuration, else " DEFAULT_PATH ".\n"
    "Each takes --help.\n";

static const char *
path_of(const FactRun *run)
{
    return run->settings.baseline != NULL ? run->settings.baseline : DEFAULT_PATH;
}

/* The severity from which on pairs go into the baseline: what is shown, by default warnings. */
static FactSeverity
level_of(const FactRun *run)
{
    return fact_settings_report(&run->settings, FALSE).show;
}

/* Compares without the baseline, which would hide what it knows. */
static gboolean
compare(FactRun *run, GError **error)
{
    g_autofree char *path = g_steal_pointer(&run->settings.baseline);

    fact_run_read(run);
    gboolean is_compared = fact_run_compare(run, error);
    run->settings.baseline = g_steal_pointer(&path);
    return is_compared;
}

/* Nothing is written where something could not be read: a file left out would look mended, or its
 * disagreements unknown. */
static FactExit
save(FactRun *run, const FactBaseline *baseline, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *line = g_strdup_printf("%s: %s\n", path_of(run), message);

    if (fact_log_has_errors(run->log)) {
        fact_log_error(run->log, "%s: not written, because of the errors above", path_of(run));
        return fact_run_end(run, FACT_EXIT_TROUBLE);
    }
    if (!fact_baseline_save(baseline, path_of(run), &error))
        return fact_run_fail(run, error);
    if (!run->settings.quiet && !fact_output_stdout(line, strlen(line)))
        return fact_run_end(run, FACT_EXIT_TROUBLE);
    return fact_run_end(run, FACT_EXIT_CLEAN);
}

static FactExit
run_create(FactRun *run)
{
    g_autoptr(FactBaseline) baseline = fact_baseline_new();
    g_autoptr(GError) error = NULL;

    if (g_file_test(path_of(run), G_FILE_TEST_EXISTS)) {
        fact_console_error("%s: is there already", path_of(run));
        fact_console_hint("\"%s baseline update\" adds to it; remove it to begin anew",
                          FACT_PROGRAM);
        return FACT_EXIT_TROUBLE;
    }
    if (!compare(run, &error))
        return fact_run_fail(run, error);
    guint n = fact_baseline_add(baseline, run->catalog, run->findings, level_of(run));
    g_autofree char *message = g_strdup_printf("%u pair%s known from now on", n, n == 1 ? "" : "s");
    gboolean needs_hint = run->settings.baseline == NULL && !run->settings.quiet;
    FactExit result = save(run, baseline, message);
    if (needs_hint && result == FACT_EXIT_CLEAN)
        fact_console_hint("\"%s check --baseline " DEFAULT_PATH "\" leaves them out, and so does "
                          "\"baseline = " DEFAULT_PATH "\" in .factdiff.ini",
                          FACT_PROGRAM);
    return result;
}

static FactExit
run_update(FactRun *run)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FactBaseline) baseline = fact_run_load_baseline(path_of(run), &error);

    if (baseline == NULL || !compare(run, &error))
        return fact_run_fail(run, error);
    guint n = fact_baseline_add(baseline, run->catalog, run->findings, level_of(run));
    g_autofree char *message = g_strdup_printf("%u pair%s added, %u known", n, n == 1 ? "" : "s",
                                               fact_baseline_get_size(baseline));
    return save(run, baseline, message);
}

static FactExit
run_prune(FactRun *run)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FactBaseline) baseline = fact_run_load_baseline(path_of(run), &error);

    if (baseline == NULL || !compare(run, &error))
        return fact_run_fail(run, error);
    guint n = fact_baseline_prune(baseline, run->findings);
    g_autofree char *message = g_strdup_printf("%u pair%s dropped, %u known", n, n == 1 ? "" : "s",
                                               fact_baseline_get_size(baseline));
    return save(run, baseline, message);
}

static void
append_entry(GString *out, const FactBaselineEntry *entry)
{
    g_string_append_printf(out, "%s  %s: %s · %s: %s, %s\n",
                           entry->is_present ? "present" : "gone   ", entry->verdict,
                           entry->subject, entry->attribute, entry->values[0], entry->values[1]);
}

static FactExit
run_audit(FactRun *run)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FactBaseline) baseline = fact_run_load_baseline(path_of(run), &error);
    g_autoptr(GString) out = g_string_new(NULL);
    guint n_gone = 0;

    if (baseline == NULL || !compare(run, &error))
        return fact_run_fail(run, error);
    g_autoptr(GArray) entries = fact_baseline_audit(baseline, run->findings);
    for (guint i = 0; i < entries->len; i++) {
        const FactBaselineEntry *entry = &g_array_index(entries, FactBaselineEntry, i);
        append_entry(out, entry);
        n_gone += !entry->is_present;
    }
    g_string_append_printf(out, "%s: %u known, %u of them gone\n", path_of(run), entries->len,
                           n_gone);
    if (!run->settings.quiet && !fact_output_stdout(out->str, out->len))
        return fact_run_end(run, FACT_EXIT_TROUBLE);
    return fact_run_end(run, FACT_EXIT_CLEAN);
}

static FactExit
run_with(FactExit (*run_it)(FactRun *), const char *summary, char **argv)
{
    const FactUsage usage = {
        .usage = "[PATH…|-]",
        .summary = summary,
        .description = "Only what --show would show goes into the file: errors and warnings, "
                       "unless it says otherwise.",
        .groups = FACT_SETTINGS_READ | FACT_SETTINGS_BASELINE,
        .takes_paths = TRUE,
    };
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;

    if (!fact_run_start(&run, &usage, argv, &exit))
        return exit;
    return run_it(&run);
}

static FactExit
cmd_create(char **argv)
{
    return run_with(
        run_create,
        "Writes a new baseline of what the articles disagree on now. A file that is there\n"
        "already is left alone.",
        argv);
}

static FactExit
cmd_update(char **argv)
{
    return run_with(run_update, "Adds to the baseline what the articles disagree on anew.", argv);
}

static FactExit
cmd_prune(char **argv)
{
    return run_with(run_prune, "Drops from the baseline what the articles no longer disagree on.",
                    argv);
}

static FactExit
cmd_audit(char **argv)
{
    return run_with(run_audit,
                    "Lists what the baseline knows, and whether the articles still disagree on it.",
                    argv);
}

FactExit
fact_cmd_baseline(char **argv)
{
    static const FactSubcommand subcommands[] = {
        {"create", cmd_create}, {"update", cmd_update}, {"prune", cmd_prune},
        {"audit", cmd_audit},   {NULL, NULL},
    };

    return fact_subcommand_run(subcommands, HELP, argv);
}
