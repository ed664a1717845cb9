/* SPDX-License-Identifier: MIT */
#include "cli/output.h"
#include "cli/run.h"

#include <string.h>

static const char DESCRIPTION[] = "The page needs nothing else: no script, no font, no network. It "
                                  "can be mailed, printed and read\n"
                                  "on a phone. Where FILE ends in .md it is Markdown.\n\n"
                                  "Example:\n"
                                  "  factdiff report articles/ -o review.html\n\n"
                                  "Exit status: 0 a report was written, 2 an error; 1 only for "
                                  "findings at a --fail-on that is given.";

static const char *
format_of(const char *file)
{
    return file != NULL && g_str_has_suffix(file, ".md") ? "markdown" : "html";
}

FactExit
fact_cmd_report(char **argv)
{
    g_autofree char *file = NULL;
    g_autofree char *fixed = NULL;
    const FactOption options[] = {
        {"out", 'o', FALSE, &file, "FILE", "Write the report here instead of standard output"},
        {"format", 0, FALSE, &fixed, "FORMAT", "Write html or markdown, whatever FILE is called"},
        {NULL, 0, FALSE, NULL, NULL, NULL},
    };
    const FactUsage usage = {
        .usage = "[PATH…|-] -o FILE",
        .summary = "Writes the editorial review report: where the articles disagree, each side "
                   "with its sources\n"
                   "and what they say.",
        .description = DESCRIPTION,
        .groups = FACT_SETTINGS_READ | FACT_SETTINGS_GATE | FACT_SETTINGS_SHOW,
        .takes_paths = TRUE,
        .options = options,
    };
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;
    g_autoptr(GError) error = NULL;

    if (!fact_run_start(&run, &usage, argv, &exit))
        return exit;
    if (fixed != NULL && strcmp(fixed, "html") != 0 && strcmp(fixed, "markdown") != 0) {
        fact_settings_refuse(argv[0], "--format: \"%.80s\" is not html or markdown", fixed);
        return FACT_EXIT_TROUBLE;
    }
    fact_run_read(&run);
    if (!fact_run_compare(&run, &error))
        return fact_run_fail(&run, error);
    if (run.settings.fail_on != NULL &&
        fact_gate_reaches(run.findings, fact_settings_fail_on(&run.settings)))
        exit = FACT_EXIT_FINDINGS;
    fact_run_set_format(&run, fixed != NULL ? fixed : format_of(file), file);
    if (!fact_run_report(&run))
        exit = FACT_EXIT_TROUBLE;
    return fact_run_end(&run, exit);
}
