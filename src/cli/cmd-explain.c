/* SPDX-License-Identifier: MIT */
#include "cli/account.h"
#include "cli/console.h"
#include "cli/output.h"
#include "compare/rule.h"
#include "report/view.h"

#include <string.h>

static const char DESCRIPTION[] =
    "ID is that of a finding or the fingerprint of a pair, as --format json tells them, or the\n"
    "beginning of one. A verdict or a rule is explained in words, and after it, where articles "
    "are\n"
    "named, what has it.\n\n"
    "Examples:\n"
    "  factdiff explain 3ce2a7 articles/\n"
    "  factdiff explain refines\n"
    "  factdiff explain --why-not \"DeepSeek R1\" \"training cost\" articles/\n\n"
    "Exit status: 0 explained, 1 nothing was found, 2 an error.";

/* Fewer digits of an id say too little. */
#define ID_PREFIX_MIN 4

static gboolean
has_pair(const FactFinding *finding, const char *fingerprint)
{
    for (guint i = 0; i < finding->pairs->len; i++) {
        if (g_str_has_prefix(g_array_index(finding->pairs, FactPair, i).fingerprint, fingerprint))
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_verdict_or_rule(const FactFinding *finding, const char *name)
{
    for (guint i = 0; i < finding->pairs->len; i++) {
        const FactPair *pair = &g_array_index(finding->pairs, FactPair, i);
        if (strcmp(fact_verdict_to_string(pair->verdict), name) == 0 ||
            strcmp(pair->rule, name) == 0)
            return TRUE;
    }
    return FALSE;
}

/* What a verdict or rule means, in words; FALSE if @name is neither. */
static gboolean
describe_name(const char *name, GString *out)
{
    FactVerdict verdict;
    const FactRule *rule = fact_rule_find(name);

    if (fact_verdict_from_string(name, &verdict)) {
        fact_account_line(out, 0, "%s: %s", name, fact_view_describe_verdict(verdict));
        return TRUE;
    }
    if (rule == NULL)
        return FALSE;
    fact_account_line(out, 0, "%s: %s", name, rule->sentence);
    fact_account_line(out, 2, "to make it go away: %s", rule->remedy);
    return TRUE;
}

static guint
explain_findings(FactRun *run, const char *what, gboolean is_name, GString *out)
{
    guint n = 0;

    for (guint i = 0; i < run->findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(run->findings->findings, i);
        gboolean is_meant = is_name
                                ? has_verdict_or_rule(finding, what)
                                : g_str_has_prefix(finding->id, what) || has_pair(finding, what);
        if (!is_meant)
            continue;
        fact_account_finding(run, finding, out);
        n++;
    }
    return n;
}

/* Arguments may be any bytes, and these are compared with text. Takes @argument. */
static char *
make_text(char *argument)
{
    char *text = g_utf8_make_valid(argument, -1);

    g_free(argument);
    return text;
}

/* Takes @n leading arguments away from the paths; what is left is what to read. */
static char **
take_words(FactSettings *settings, guint n)
{
    char **words = g_new0(char *, n + 1);
    guint len = g_strv_length(settings->paths);

    for (guint i = 0; i < n; i++)
        words[i] = make_text(settings->paths[i]);
    for (guint i = n; i <= len; i++)
        settings->paths[i - n] = settings->paths[i];
    return words;
}

static FactExit
finish(FactRun *run, const GString *out, FactExit exit)
{
    if (!run->settings.quiet && !fact_output_stdout(out->str, out->len))
        exit = FACT_EXIT_TROUBLE;
    return fact_run_end(run, exit);
}

static FactExit
explain_what(FactRun *run, const char *what)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    gboolean is_name = describe_name(what, out);

    if (!is_name && strlen(what) < ID_PREFIX_MIN) {
        fact_settings_refuse("explain", "\"%s\" is no verdict, no rule and too short for an id",
                             what);
        return FACT_EXIT_TROUBLE;
    }
    if (is_name && run->settings.paths[0] == NULL)
        return finish(run, out, FACT_EXIT_CLEAN);
    fact_settings_fill_paths(&run->settings);
    fact_run_read(run);
    if (!fact_run_compare(run, &error))
        return fact_run_fail(run, error);
    if (is_name)
        g_string_append_c(out, '\n');
    guint n = explain_findings(run, what, is_name, out);
    if (n == 0 && is_name)
        fact_account_line(out, 0, "no finding has it");
    else if (n == 0)
        fact_log_note(run->log, "no finding has the id \"%.80s\"", what);
    return finish(run, out, n > 0 || is_name ? FACT_EXIT_CLEAN : FACT_EXIT_FINDINGS);
}

static FactExit
explain_silence(FactRun *run, const char *subject, const char *attribute)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    fact_settings_fill_paths(&run->settings);
    fact_run_read(run);
    if (!fact_run_compare(run, &error))
        return fact_run_fail(run, error);
    gboolean is_found = fact_account_silence(run, subject, attribute, out);
    return finish(run, out, is_found ? FACT_EXIT_CLEAN : FACT_EXIT_FINDINGS);
}

FactExit
fact_cmd_explain(char **argv)
{
    gboolean is_why_not = FALSE;
    const FactOption options[] = {
        {"why-not", 0, TRUE, &is_why_not, NULL,
         "Tell what was read of SUBJECT and ATTRIBUTE, and why it is silent"},
        {NULL, 0, FALSE, NULL, NULL, NULL},
    };
    const FactUsage usage = {
        .usage = "ID|VERDICT|RULE [PATH…]\n  factdiff explain [OPTION…] --why-not SUBJECT "
                 "ATTRIBUTE [PATH…]",
        .summary = "Tells why a finding was made: the sentences, how each claim was read, the "
                   "rule, and what\n"
                   "would make it go away.",
        .description = DESCRIPTION,
        .groups = FACT_SETTINGS_READ | FACT_SETTINGS_GATE | FACT_SETTINGS_SHOW,
        .options = options,
    };
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;

    if (!fact_run_start(&run, &usage, argv, &exit))
        return exit;
    guint n_words = is_why_not ? 2 : 1;
    if (g_strv_length(run.settings.paths) < n_words) {
        fact_settings_refuse(argv[0], is_why_not
                                          ? "--why-not takes a SUBJECT and an ATTRIBUTE"
                                          : "the ID of a finding, a verdict or a rule is missing");
        return FACT_EXIT_TROUBLE;
    }
    g_auto(GStrv) words = take_words(&run.settings, n_words);
    return is_why_not ? explain_silence(&run, words[0], words[1]) : explain_what(&run, words[0]);
}
