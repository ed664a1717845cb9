/* SPDX-License-Identifier: MIT
 *
 * What a new version of a corpus changes. Findings that appear are written by the writers of check,
 * over the findings of the new version with all others marked as known.
 */
#include "cli/account.h"
#include "cli/output.h"
#include "cli/snapshot.h"
#include "compare/claim-diff.h"
#include "report/escape.h"
#include "report/view.h"

#include <string.h>

static const char DESCRIPTION[] =
    "OLD and NEW are folders, files, claims files, or REV:PATH for what git has of a path in a\n"
    "revision.\n\n"
    "Examples:\n"
    "  factdiff diff archive/2024 archive/2025\n"
    "  factdiff diff HEAD~1:articles articles\n\n"
    "Exit status: 0 it brings no finding at the fail level, 1 it does, 2 an error.";

typedef struct {
    FactSnapshot snapshot;
    FactCorpus *corpus;
    FactFindings *findings;
} DiffVersion;

typedef struct {
    FactRun *run; /* its settings, catalog and log serve both versions */
    DiffVersion versions[2];
    GArray *changes; /* of FactClaimChange */
    GArray *appear;  /* of FactPairPlace in the new findings */
    GArray *vanish;  /* of FactPairPlace in the old ones */
} CorpusDiff;

enum { OLD, NEW };

static void
diff_clear(CorpusDiff *diff)
{
    for (guint i = 0; i < G_N_ELEMENTS(diff->versions); i++) {
        fact_findings_free(diff->versions[i].findings);
        fact_corpus_free(diff->versions[i].corpus);
        fact_snapshot_clear(&diff->versions[i].snapshot);
    }
    g_clear_pointer(&diff->changes, g_array_unref);
    g_clear_pointer(&diff->appear, g_array_unref);
    g_clear_pointer(&diff->vanish, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CorpusDiff, diff_clear)

/* -- reading ---------------------------------------------------------------------------------- */

/* Paths in a temporary folder mean nothing to anybody. */
static void
name_scratch(const FactSnapshot *snapshot, GString *text)
{
    if (snapshot->scratch != NULL)
        g_string_replace(text, snapshot->path, snapshot->label, 0);
}

/* Problems of a version go to the run's log under the names that the user knows. */
static void
tell_problems(const FactSnapshot *snapshot, const FactLog *problems, FactLog *log)
{
    for (guint i = 0; i < fact_log_get_length(problems); i++) {
        const FactProblem *problem = fact_log_get(problems, i);
        g_autoptr(GString) message = g_string_new(problem->message);
        name_scratch(snapshot, message);
        if (problem->is_error)
            fact_log_error(log, "%s", message->str);
        else
            fact_log_note(log, "%s", message->str);
    }
}

static gboolean
read_version(CorpusDiff *diff, DiffVersion *version, const char *argument, GError **error)
{
    FactRun *run = diff->run;

    if (!fact_snapshot_init(&version->snapshot, argument, error))
        return FALSE;
    g_strfreev(run->settings.paths);
    run->settings.paths = g_new0(char *, 2);
    run->settings.paths[0] = g_strdup(version->snapshot.path);
    FactLog *log = g_steal_pointer(&run->log);
    run->log = fact_log_new();
    fact_run_read(run);
    gboolean is_compared = fact_run_compare(run, error);
    tell_problems(&version->snapshot, run->log, log);
    fact_log_free(run->log);
    run->log = log;
    version->corpus = g_steal_pointer(&run->corpus);
    version->findings = g_steal_pointer(&run->findings);
    return is_compared;
}

static FactClaimSet
claim_set_of(const DiffVersion *version)
{
    return (FactClaimSet){
        .claims = fact_corpus_get_claims(version->corpus),
        .n_claims = fact_corpus_get_n_claims(version->corpus),
        .documents = fact_corpus_get_documents(version->corpus),
        .root = version->snapshot.path,
    };
}

static void
compare_versions(CorpusDiff *diff)
{
    const FactClaimSet old_set = claim_set_of(&diff->versions[OLD]);
    const FactClaimSet new_set = claim_set_of(&diff->versions[NEW]);

    diff->changes = fact_claim_diff_new(&old_set, &new_set);
    diff->appear =
        fact_findings_list_new_pairs(diff->versions[NEW].findings, diff->versions[OLD].findings);
    diff->vanish =
        fact_findings_list_new_pairs(diff->versions[OLD].findings, diff->versions[NEW].findings);
}

static FactPair *
pair_at(const FactFindings *findings, const FactPairPlace *place)
{
    const FactFinding *finding = g_ptr_array_index(findings->findings, place->finding);

    return &g_array_index(finding->pairs, FactPair, place->pair);
}

/* Leaves only what appears to be counted in the new findings. */
static void
keep_new_pairs(CorpusDiff *diff)
{
    FactFindings *findings = diff->versions[NEW].findings;
    g_autoptr(GHashTable) is_new = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < diff->appear->len; i++)
        g_hash_table_add(is_new, pair_at(findings, &g_array_index(diff->appear, FactPairPlace, i)));
    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);
        for (guint j = 0; j < finding->pairs->len; j++) {
            FactPair *pair = &g_array_index(finding->pairs, FactPair, j);
            if (pair->state == FACT_PAIR_NEW && !g_hash_table_contains(is_new, pair))
                pair->state = FACT_PAIR_KNOWN;
        }
    }
}

/* -- text ------------------------------------------------------------------------------------- */

static const char *
key_word(const CorpusDiff *diff, const FactClaimChange *change, const FactClaim **out_claim)
{
    gboolean is_old = change->new_claim == G_MAXUINT32;
    guint32 index = is_old ? change->old_claim : change->new_claim;

    *out_claim = &fact_corpus_get_claims(diff->versions[is_old ? OLD : NEW].corpus)[index];
    return is_old ? "dropped" : change->old_claim == G_MAXUINT32 ? "added" : "changed";
}

static void
append_value(const CorpusDiff *diff, const FactClaim *claim, GString *out)
{
    if (claim->polarity == FACT_POLARITY_DENIED)
        g_string_append(out, "not ");
    fact_value_format(diff->run->catalog, &claim->value, out);
}

static guint
value_width(const CorpusDiff *diff, guint version, guint32 index)
{
    g_autoptr(GString) value = g_string_new(NULL);

    if (index == G_MAXUINT32)
        return 0;
    append_value(diff, &fact_corpus_get_claims(diff->versions[version].corpus)[index], value);
    return fact_escape_terminal_width(value->str, value->len);
}

/* "  - $6 million     old/a.txt:2:10", the place @column columns after the sign. */
static void
append_claim(const CorpusDiff *diff, guint version, guint32 index, guint column, GString *out)
{
    const DiffVersion *side = &diff->versions[version];
    g_autoptr(GString) value = g_string_new(NULL);

    if (index == G_MAXUINT32)
        return;
    const FactClaim *claim = &fact_corpus_get_claims(side->corpus)[index];
    const FactDocument *document =
        g_ptr_array_index(fact_corpus_get_documents(side->corpus), claim->document);
    g_autofree char *path = fact_snapshot_name_path(&side->snapshot, document->path);
    append_value(diff, claim, value);
    guint width = fact_escape_terminal_width(value->str, value->len);
    g_autofree char *gap = g_strnfill(column - MIN(width, column) + 3, ' ');
    fact_account_line(out, 2, "%s %s%s%s:%u:%u", version == OLD ? "-" : "+", value->str, gap, path,
                      claim->line, claim->column);
}

static void
append_changes(const CorpusDiff *diff, GString *out)
{
    const FactClaim *last = NULL;

    for (guint i = 0; i < diff->changes->len; i++) {
        const FactClaimChange *change = &g_array_index(diff->changes, FactClaimChange, i);
        guint column = MAX(value_width(diff, OLD, change->old_claim),
                           value_width(diff, NEW, change->new_claim));
        const FactClaim *claim;
        key_word(diff, change, &claim);
        if (last == NULL || g_strcmp0(last->subject_id, claim->subject_id) != 0 ||
            g_strcmp0(last->attribute_id, claim->attribute_id) != 0)
            fact_account_line(out, 0, "%s · %s", claim->subject_label, claim->attribute_label);
        last = claim;
        append_claim(diff, OLD, change->old_claim, column, out);
        append_claim(diff, NEW, change->new_claim, column, out);
    }
    if (diff->changes->len > 0)
        g_string_append_c(out, '\n');
}

static void
append_vanished(const CorpusDiff *diff, FactSeverity show, GString *out)
{
    const FactFindings *findings = diff->versions[OLD].findings;
    guint n = 0;

    for (guint i = 0; i < diff->vanish->len; i++) {
        const FactPairPlace *place = &g_array_index(diff->vanish, FactPairPlace, i);
        const FactFinding *finding = g_ptr_array_index(findings->findings, place->finding);
        const FactPair *pair = pair_at(findings, place);
        if (pair->state != FACT_PAIR_NEW || pair->severity < show)
            continue;
        if (n++ == 0)
            fact_account_line(out, 0, "No longer found:");
        fact_account_line(out, 2, "%s: %s · %s: %s", fact_severity_to_string(pair->severity),
                          finding->subject_label, finding->attribute_label, pair->message);
    }
    if (n > 0)
        g_string_append_c(out, '\n');
}

static void
append_counts(const CorpusDiff *diff, GString *out)
{
    guint counts[] = {0, 0, 0};

    for (guint i = 0; i < diff->changes->len; i++)
        counts[g_array_index(diff->changes, FactClaimChange, i).kind]++;
    g_string_append_printf(out, "claims: %u added, %u changed, %u dropped\n",
                           counts[FACT_CHANGE_ADDED], counts[FACT_CHANGE_CHANGED],
                           counts[FACT_CHANGE_DROPPED]);
}

static gboolean
get_evidence(gpointer user_data, const FactClaim *claim, FactEvidence *out_evidence)
{
    return fact_corpus_get_evidence(user_data, claim, out_evidence);
}

static FactReportInput
new_findings_of(const CorpusDiff *diff)
{
    const DiffVersion *version = &diff->versions[NEW];

    return (FactReportInput){
        .catalog = diff->run->catalog,
        .findings = version->findings,
        .claims = fact_corpus_get_claims(version->corpus),
        .documents = fact_corpus_get_documents(version->corpus),
        .get_evidence = get_evidence,
        .user_data = version->corpus,
    };
}

static void
write_text(const CorpusDiff *diff, GString *out)
{
    const FactReportOptions options = fact_settings_report(&diff->run->settings, TRUE);
    const FactReportInput input = new_findings_of(diff);

    fact_account_line(out, 0, "--- %s", diff->versions[OLD].snapshot.label);
    fact_account_line(out, 0, "+++ %s", diff->versions[NEW].snapshot.label);
    append_changes(diff, out);
    append_vanished(diff, options.show, out);
    append_counts(diff, out);
    fact_report_format_find("text")->write(&input, &options, out);
}

/* -- JSON ------------------------------------------------------------------------------------- */

static void
write_claim_json(const CorpusDiff *diff, guint version, guint32 index, const char *name,
                 FactJsonWriter *writer)
{
    FactCorpus *corpus = diff->versions[version].corpus;
    const FactClaim *claim = &fact_corpus_get_claims(corpus)[index];
    FactEvidence evidence = {0};
    gboolean has_evidence = fact_corpus_get_evidence(corpus, claim, &evidence);

    fact_claim_write(claim, g_ptr_array_index(fact_corpus_get_documents(corpus), claim->document),
                     has_evidence ? &evidence : NULL, name, writer);
    fact_evidence_clear(&evidence);
}

static void
write_changes_json(const CorpusDiff *diff, FactJsonWriter *writer)
{
    fact_json_begin_array(writer, "changes");
    for (guint i = 0; i < diff->changes->len; i++) {
        const FactClaimChange *change = &g_array_index(diff->changes, FactClaimChange, i);
        const FactClaim *claim;
        fact_json_begin_object(writer, NULL);
        fact_json_string(writer, "change", key_word(diff, change, &claim));
        if (change->old_claim != G_MAXUINT32)
            write_claim_json(diff, OLD, change->old_claim, "old", writer);
        if (change->new_claim != G_MAXUINT32)
            write_claim_json(diff, NEW, change->new_claim, "new", writer);
        fact_json_end_object(writer);
    }
    fact_json_end_array(writer);
}

static void
write_pairs_json(const FactFindings *findings, const GArray *places, const char *name,
                 FactJsonWriter *writer)
{
    fact_json_begin_array(writer, name);
    for (guint i = 0; i < places->len; i++) {
        const FactPairPlace *place = &g_array_index(places, FactPairPlace, i);
        const FactFinding *finding = g_ptr_array_index(findings->findings, place->finding);
        const FactPair *pair = pair_at(findings, place);
        fact_json_begin_object(writer, NULL);
        fact_json_string(writer, "finding", finding->id);
        fact_json_string(writer, "group", finding->group);
        fact_json_string(writer, "subject", finding->subject_label);
        fact_json_string(writer, "attribute", finding->attribute_label);
        fact_json_string(writer, "verdict", fact_verdict_to_string(pair->verdict));
        fact_json_string(writer, "severity", fact_severity_to_string(pair->severity));
        fact_json_bool(writer, "counts", pair->state == FACT_PAIR_NEW);
        fact_json_string(writer, "fingerprint", pair->fingerprint);
        fact_json_string(writer, "message", pair->message);
        fact_json_end_object(writer);
    }
    fact_json_end_array(writer);
}

static void
write_json(const CorpusDiff *diff, GString *out)
{
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_json_int(&writer, "version", 1);
    write_changes_json(diff, &writer);
    write_pairs_json(diff->versions[NEW].findings, diff->appear, "appear", &writer);
    write_pairs_json(diff->versions[OLD].findings, diff->vanish, "vanish", &writer);
    fact_json_end_object(&writer);
    g_string_append_c(out, '\n');
}

/* -- the command ------------------------------------------------------------------------------ */

static FactExit
run_diff(CorpusDiff *diff, gboolean is_json)
{
    FactRun *run = diff->run;
    g_autoptr(GString) out = g_string_new(NULL);
    FactExit exit = FACT_EXIT_CLEAN;

    compare_versions(diff);
    if (is_json)
        write_json(diff, out);
    keep_new_pairs(diff);
    if (!is_json)
        write_text(diff, out);
    fact_findings_judge(diff->versions[NEW].findings);
    if (fact_gate_reaches(diff->versions[NEW].findings, fact_settings_fail_on(&run->settings)))
        exit = FACT_EXIT_FINDINGS;
    for (guint i = 0; i < G_N_ELEMENTS(diff->versions); i++)
        name_scratch(&diff->versions[i].snapshot, out);
    if (!run->settings.quiet && !fact_output_stdout(out->str, out->len))
        exit = FACT_EXIT_TROUBLE;
    return fact_run_end(run, exit);
}

FactExit
fact_cmd_diff(char **argv)
{
    g_autofree char *format = NULL;
    const FactOption options[] = {
        {"format", 0, FALSE, &format, "FORMAT", "Print as text or json"},
        {NULL, 0, FALSE, NULL, NULL, NULL},
    };
    const FactUsage usage = {
        .usage = "OLD NEW",
        .summary = "Shows what a new version of a corpus claims anew, changed or dropped, and "
                   "which findings\n"
                   "appear and vanish with it.",
        .description = DESCRIPTION,
        .groups =
            FACT_SETTINGS_READ | FACT_SETTINGS_BASELINE | FACT_SETTINGS_LEVEL | FACT_SETTINGS_SHOW,
        .options = options,
    };
    g_auto(FactRun) run = {0};
    g_auto(CorpusDiff) diff = {.run = &run};
    FactExit exit = FACT_EXIT_CLEAN;
    g_autoptr(GError) error = NULL;

    if (!fact_run_start(&run, &usage, argv, &exit))
        return exit;
    if (format != NULL && strcmp(format, "text") != 0 && strcmp(format, "json") != 0) {
        fact_settings_refuse(argv[0], "--format: \"%.80s\" is not text or json", format);
        return FACT_EXIT_TROUBLE;
    }
    if (g_strv_length(run.settings.paths) != 2) {
        fact_settings_refuse(argv[0], "takes OLD and NEW");
        return FACT_EXIT_TROUBLE;
    }
    g_auto(GStrv) paths = g_steal_pointer(&run.settings.paths);
    for (guint i = 0; i < G_N_ELEMENTS(diff.versions); i++) {
        if (!read_version(&diff, &diff.versions[i], paths[i], &error))
            return fact_run_fail(&run, error);
    }
    return run_diff(&diff, g_strcmp0(format, "json") == 0);
}
