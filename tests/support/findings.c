/* SPDX-License-Identifier: MIT */
#include "support/findings.h"

#include <string.h>

static void
clear_side(gpointer data)
{
    FactSide *side = data;

    g_array_unref(side->claims);
    g_array_unref(side->sources);
}

static void
clear_pair(gpointer data)
{
    FactPair *pair = data;

    g_free(pair->message);
}

static gboolean
get_evidence(gpointer user_data, const FactClaim *claim, FactEvidence *out_evidence)
{
    TestFindings *made = user_data;
    guint index = (guint)(claim - (const FactClaim *)made->claims->data);
    const FactEvidence *evidence = &g_array_index(made->evidence, FactEvidence, index);

    if (evidence->quote == NULL)
        return FALSE;
    out_evidence->prefix = g_strdup(evidence->prefix);
    out_evidence->quote = g_strdup(evidence->quote);
    out_evidence->suffix = g_strdup(evidence->suffix);
    return TRUE;
}

static void
clear_evidence(gpointer data)
{
    fact_evidence_clear(data);
}

TestFindings *
test_findings_new(void)
{
    TestFindings *made = g_new0(TestFindings, 1);
    g_autoptr(FactLog) log = fact_log_new();

    made->catalog = fact_catalog_new(NULL, log, NULL);
    g_assert_nonnull(made->catalog);
    made->pool = fact_string_pool_new();
    made->claims = g_array_new(FALSE, TRUE, sizeof(FactClaim));
    made->evidence = g_array_new(FALSE, TRUE, sizeof(FactEvidence));
    g_array_set_clear_func(made->evidence, clear_evidence);
    made->documents = g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);
    made->findings = g_new0(FactFindings, 1);
    made->findings->arena = fact_arena_new();
    made->findings->findings = g_ptr_array_new_with_free_func((GDestroyNotify)fact_finding_free);
    made->findings->replacements = g_array_new(FALSE, TRUE, sizeof(FactReplacement));
    made->options.show = FACT_SEVERITY_WARNING;
    made->options.fail_on = FACT_SEVERITY_ERROR;
    made->options.version = "1.2.3";
    return made;
}

void
test_findings_free(TestFindings *made)
{
    if (made == NULL)
        return;
    fact_findings_free(made->findings);
    g_ptr_array_unref(made->documents);
    g_array_unref(made->evidence);
    g_array_unref(made->claims);
    fact_string_pool_free(made->pool);
    fact_catalog_unref(made->catalog);
    g_free(made);
}

static guint
find_document(TestFindings *made, const char *path)
{
    for (guint i = 0; i < made->documents->len; i++) {
        const FactDocument *document = g_ptr_array_index(made->documents, i);
        if (strcmp(document->path, path) == 0)
            return i;
    }
    FactDocument *document = fact_document_new(path);
    g_free(document->id);
    document->id = g_strdup(path);
    g_ptr_array_add(made->documents, document);
    made->findings->n_documents++;
    return made->documents->len - 1;
}

static FactValue
entity_of(TestFindings *made, const char *label)
{
    FactValue value = {.type = FACT_VALUE_ENTITY};
    const char **names = fact_arena_new0(made->findings->arena, const char *, 2);

    names[0] = names[1] = fact_string_pool_intern(made->pool, label);
    value.as.names.ids = names;
    value.as.names.labels = names + 1;
    value.as.names.n = 1;
    return value;
}

guint
test_findings_add_claim(TestFindings *made, const char *path, const char *label, const char *prefix,
                        const char *quote, const char *suffix)
{
    FactClaim claim = {
        .subject_id = "subject",
        .subject_label = "Subject",
        .attribute_id = "attribute",
        .attribute_label = "attribute",
        .group = "",
        .document = find_document(made, path),
        .line = made->claims->len + 1,
        .column = 5,
        .confidence = 80,
        .value = entity_of(made, label),
    };
    FactEvidence evidence = {
        .prefix = g_strdup(prefix), .quote = g_strdup(quote), .suffix = g_strdup(suffix)};

    g_array_append_val(made->claims, claim);
    g_array_append_val(made->evidence, evidence);
    return made->claims->len - 1;
}

FactFinding *
test_findings_add(TestFindings *made, const char *subject, const char *attribute,
                  FactSeverity severity, FactVerdict verdict)
{
    FactFinding *finding = g_new0(FactFinding, 1);

    g_snprintf(finding->id, sizeof finding->id, "%016x", made->findings->findings->len + 1);
    finding->severity = severity;
    finding->verdict = verdict;
    finding->group = "";
    finding->subject_id = finding->subject_label = fact_string_pool_intern(made->pool, subject);
    finding->attribute_id = finding->attribute_label =
        fact_string_pool_intern(made->pool, attribute);
    finding->sides = g_array_new(FALSE, TRUE, sizeof(FactSide));
    finding->pairs = g_array_new(FALSE, TRUE, sizeof(FactPair));
    g_array_set_clear_func(finding->sides, clear_side);
    g_array_set_clear_func(finding->pairs, clear_pair);
    g_ptr_array_add(made->findings->findings, finding);
    made->findings->by_severity[severity]++;
    made->findings->by_verdict[verdict]++;
    return finding;
}

static FactFinding *
last_finding(TestFindings *made)
{
    return g_ptr_array_index(made->findings->findings, made->findings->findings->len - 1);
}

FactSide *
test_findings_add_side(TestFindings *made, const char *label, guint claim)
{
    FactFinding *finding = last_finding(made);
    FactSide side = {
        .value = entity_of(made, label), .n_sources = 1, .n_independent = 1, .weight = 1};
    FactSideSource source = {g_array_index(made->claims, FactClaim, claim).document,
                             g_array_index(made->claims, FactClaim, claim).document};
    guint32 index = claim;

    side.claims = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_array_append_val(side.claims, index);
    side.sources = g_array_new(FALSE, FALSE, sizeof(FactSideSource));
    g_array_append_val(side.sources, source);
    g_array_append_val(finding->sides, side);
    if (finding->sides->len > 1) {
        FactPair pair = {
            .b = finding->sides->len - 1,
            .verdict = finding->verdict,
            .severity = finding->severity,
            .confidence = 80,
            .rule = "other-names",
            .message = g_strdup("They name different things."),
        };
        g_snprintf(pair.fingerprint, sizeof pair.fingerprint, "%016x%016x",
                   made->findings->findings->len, pair.b);
        g_array_append_val(finding->pairs, pair);
    }
    return &g_array_index(finding->sides, FactSide, finding->sides->len - 1);
}

FactPair *
test_findings_pair(TestFindings *made, guint i)
{
    return &g_array_index(last_finding(made)->pairs, FactPair, i);
}

static gboolean
is_changed(gpointer changed_data, guint document)
{
    return document + 1 == ((TestFindings *)changed_data)->changed;
}

char *
test_findings_write(TestFindings *made, const char *name)
{
    GString *out = g_string_new(NULL);

    made->input = (FactReportInput){
        .catalog = made->catalog,
        .findings = made->findings,
        .claims = (const FactClaim *)made->claims->data,
        .documents = made->documents,
        .get_evidence = get_evidence,
        .user_data = made,
        .is_changed = made->changed != 0 ? is_changed : NULL,
        .changed_data = made,
    };
    fact_report_format_find(name)->write(&made->input, &made->options, out);
    return g_string_free(out, FALSE);
}
