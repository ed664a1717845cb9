/* SPDX-License-Identifier: MIT
 *
 * One run of a command: settings, catalog, corpus, findings and what went wrong on the way, in the
 * order they come about. One clear ends all.
 */
#pragma once

#include "cli/command.h"
#include "cli/settings.h"
#include "gate/gate.h"

typedef struct {
    FactSettings settings;
    FactLog *log;
    FactCatalog *catalog;
    FactCorpus *corpus;
    FactFindings *findings;
    FactBaseline *baseline; /* NULL where none was asked for */
    FactChanges *changes;   /* the same */
    char *result_path;      /* owned; where the result goes, NULL for standard output */
    gint64 clock;           /* when the last step ended, in microseconds */
} FactRun;

/* Reads the options and loads the catalog. FALSE where the command has nothing more to do but to
 * return *out_exit. */
gboolean
fact_run_start(FactRun *run, const FactUsage *usage, char **argv, FactExit *out_exit);

/* The two halves of fact_run_start, for commands that do something in between. */
gboolean
fact_run_parse(FactRun *run, const FactUsage *usage, char **argv, FactExit *out_exit);

gboolean
fact_run_load(FactRun *run, FactExit *out_exit);

/* Reads the articles and claims files of the settings. */
void
fact_run_read(FactRun *run);

/* Compares them and lets the gate judge. FALSE where the gate cannot: a baseline or revision is
 * wrong; @error tells. */
gboolean
fact_run_compare(FactRun *run, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A baseline that is not there is told with what makes one. */
FactBaseline *
fact_run_load_baseline(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a writer needs of this run. */
FactReportInput
fact_run_report_input(FactRun *run);

/* Takes @format for the result, and @path (nullable) instead of standard output. */
void
fact_run_set_format(FactRun *run, const char *format, const char *path);

/* Prints the findings on standard output and into the files asked for. FALSE where one of them
 * could not be written. */
gboolean
fact_run_report(FactRun *run);

/* Tells what went wrong; the exit status: @exit, or FACT_EXIT_TROUBLE if an error was among it. */
FactExit
fact_run_end(FactRun *run, FactExit exit);

/* Tells a failure that ended the command. */
FactExit
fact_run_fail(FactRun *run, const GError *error);

/* With --verbose: what was done since the last call, and how long it took. */
void
fact_run_tell(FactRun *run, const char *format, ...) G_GNUC_PRINTF(2, 3);

void
fact_run_clear(FactRun *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FactRun, fact_run_clear)
