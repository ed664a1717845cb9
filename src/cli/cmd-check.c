/* SPDX-License-Identifier: MIT */
#include "cli/run.h"

static const FactUsage USAGE = {
    .usage = "[PATH…|-]",
    .summary =
        "Reads articles, compares what they claim and prints where they disagree, as a diff:\n"
        "\"-\" is the side best supported, each \"+\" one that departs from it.",
    .description =
        "A PATH is a file or folder of text, Markdown, HTML, JSON or JSON Lines, or of claims "
        "that\n"
        "\"factdiff extract\" printed; without one it is the current folder.\n\n"
        "Examples:\n"
        "  factdiff check articles/\n"
        "  factdiff check --show info --group-by topic stories.jsonl\n"
        "  factdiff check --base origin/main --format github --output sarif:findings.sarif\n\n"
        "Exit status: 0 nothing at the fail level, 1 findings, 2 an error; what could be read is\n"
        "checked all the same.",
    .groups = FACT_SETTINGS_READ | FACT_SETTINGS_GATE | FACT_SETTINGS_FORMAT | FACT_SETTINGS_SHOW,
    .takes_paths = TRUE,
};

FactExit
fact_cmd_check(char **argv)
{
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;
    g_autoptr(GError) error = NULL;

    if (!fact_run_start(&run, &USAGE, argv, &exit))
        return exit;
    fact_run_read(&run);
    if (!fact_run_compare(&run, &error))
        return fact_run_fail(&run, error);
    if (fact_gate_reaches(run.findings, fact_settings_fail_on(&run.settings)))
        exit = FACT_EXIT_FINDINGS;
    if (!fact_run_report(&run))
        exit = FACT_EXIT_TROUBLE;
    return fact_run_end(&run, exit);
}
