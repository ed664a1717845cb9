/* SPDX-License-Identifier: MIT
 *
 * The JSON of design.md section 7. It holds findings of every severity and every state; what is
 * filtered for people is marked here by a pair's state. Order is that of the findings.
 */
#include "report/writers.h"

static const char *const STATES[] = {
    [FACT_PAIR_NEW] = "new",           [FACT_PAIR_KNOWN] = "known",
    [FACT_PAIR_WAIVED] = "waived",     [FACT_PAIR_ELSEWHERE] = "elsewhere",
    [FACT_PAIR_FILTERED] = "filtered",
};

static void
write_named(FactJsonWriter *writer, const char *name, const char *id, const char *label)
{
    fact_json_begin_object(writer, name);
    fact_json_string(writer, "id", id);
    fact_json_string(writer, "label", label);
    fact_json_end_object(writer);
}

static void
write_real(FactJsonWriter *writer, const char *name, double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];

    fact_json_raw(writer, name, g_ascii_formatd(buffer, sizeof buffer, "%.3f", value));
}

static void
write_qualifiers(FactJsonWriter *writer, const FactSide *side)
{
    if (side->period == NULL && side->place == NULL && side->basis == NULL)
        return;
    fact_json_begin_object(writer, "qualifiers");
    fact_json_string(writer, "period", side->period);
    fact_json_string(writer, "place", side->place);
    fact_json_string(writer, "basis", side->basis);
    fact_json_end_object(writer);
}

static void
write_reference(FactJsonWriter *writer, const FactSide *side)
{
    if (!side->is_reference)
        return;
    fact_json_begin_object(writer, "reference");
    fact_json_string(writer, "title", side->reference_title);
    fact_json_string(writer, "url", side->reference_url);
    fact_json_string(writer, "as_of", side->reference_as_of);
    fact_json_end_object(writer);
}

/* Which articles repeat which: they are counted once. */
static void
write_copies(FactJsonWriter *writer, const FactReportInput *input, const FactSide *side)
{
    if (side->n_independent >= side->n_sources || side->sources == NULL)
        return;
    fact_json_begin_array(writer, "copies");
    for (guint i = 0; i < side->sources->len; i++) {
        const FactSideSource *source = &g_array_index(side->sources, FactSideSource, i);
        if (source->original == source->document)
            continue;
        const FactDocument *copy = g_ptr_array_index(input->documents, source->document);
        const FactDocument *original = g_ptr_array_index(input->documents, source->original);
        fact_json_begin_object(writer, NULL);
        fact_json_string(writer, "doc", copy->id);
        fact_json_string(writer, "of", original->id);
        fact_json_end_object(writer);
    }
    fact_json_end_array(writer);
}

static void
write_claim(FactJsonWriter *writer, const FactReportInput *input, guint32 index)
{
    const FactClaim *claim = &input->claims[index];
    FactEvidence evidence = {0};
    gboolean has_evidence = input->get_evidence(input->user_data, claim, &evidence);

    fact_claim_write(claim, g_ptr_array_index(input->documents, claim->document),
                     has_evidence ? &evidence : NULL, NULL, writer);
    fact_evidence_clear(&evidence);
}

static void
write_side(FactJsonWriter *writer, const FactReportInput *input, const FactSide *side)
{
    g_autoptr(GString) text = g_string_new(NULL);

    fact_value_format(input->catalog, &side->value, text);
    fact_json_begin_object(writer, NULL);
    fact_json_begin_object(writer, "value");
    fact_value_write_members(&side->value, text->str, text->len, writer);
    fact_json_end_object(writer);
    if (side->polarity == FACT_POLARITY_DENIED)
        fact_json_string(writer, "polarity", "denied");
    write_qualifiers(writer, side);
    fact_json_int(writer, "sources", side->n_sources);
    fact_json_int(writer, "independent", side->n_independent);
    write_real(writer, "weight", side->weight);
    write_reference(writer, side);
    write_copies(writer, input, side);
    fact_json_begin_array(writer, "claims");
    for (guint i = 0; i < side->claims->len; i++)
        write_claim(writer, input, g_array_index(side->claims, guint32, i));
    fact_json_end_array(writer);
    fact_json_end_object(writer);
}

static void
write_pair(FactJsonWriter *writer, const FactPair *pair)
{
    fact_json_begin_object(writer, NULL);
    fact_json_begin_array(writer, "sides");
    fact_json_int(writer, NULL, pair->a);
    fact_json_int(writer, NULL, pair->b);
    fact_json_end_array(writer);
    fact_json_string(writer, "verdict", fact_verdict_to_string(pair->verdict));
    fact_json_string(writer, "severity", fact_severity_to_string(pair->severity));
    fact_json_string(writer, "state", STATES[pair->state]);
    if (pair->is_within_one_document)
        fact_json_bool(writer, "within_one_document", TRUE);
    fact_json_decimal(writer, "confidence", fact_decimal_new(pair->confidence, -2));
    fact_json_string(writer, "fingerprint", pair->fingerprint);
    fact_json_string(writer, "rule", pair->rule);
    fact_json_string(writer, "message", pair->message);
    fact_json_end_object(writer);
}

static void
write_finding(FactJsonWriter *writer, const FactReportInput *input, const FactFinding *finding,
              gboolean is_record)
{
    fact_json_begin_object(writer, NULL);
    if (is_record)
        fact_json_string(writer, "record", "finding");
    fact_json_string(writer, "id", finding->id);
    fact_json_string(writer, "verdict", fact_verdict_to_string(finding->verdict));
    fact_json_string(writer, "severity", fact_severity_to_string(finding->severity));
    fact_json_string(writer, "group", finding->group);
    write_named(writer, "subject", finding->subject_id, finding->subject_label);
    write_named(writer, "attribute", finding->attribute_id, finding->attribute_label);
    fact_json_begin_array(writer, "sides");
    for (guint i = 0; i < finding->sides->len; i++)
        write_side(writer, input, &g_array_index(finding->sides, FactSide, i));
    fact_json_end_array(writer);
    if (finding->n_sides_omitted > 0)
        fact_json_int(writer, "sides_omitted", finding->n_sides_omitted);
    fact_json_begin_array(writer, "pairs");
    for (guint i = 0; i < finding->pairs->len; i++)
        write_pair(writer, &g_array_index(finding->pairs, FactPair, i));
    fact_json_end_array(writer);
    fact_json_string(writer, "message", finding->message);
    fact_json_end_object(writer);
}

/* Articles that a later version took the place of. */
static void
write_replacements(FactJsonWriter *writer, const FactReportInput *input)
{
    const GArray *replacements = input->findings->replacements;

    if (replacements == NULL || replacements->len == 0)
        return;
    fact_json_begin_array(writer, "replaced");
    for (guint i = 0; i < replacements->len; i++) {
        const FactReplacement *replacement = &g_array_index(replacements, FactReplacement, i);
        const FactDocument *earlier = g_ptr_array_index(input->documents, replacement->earlier);
        const FactDocument *later = g_ptr_array_index(input->documents, replacement->later);
        fact_json_begin_object(writer, NULL);
        fact_json_string(writer, "doc", earlier->id);
        fact_json_string(writer, "by", later->id);
        fact_json_string(writer, "reason", replacement->reason);
        fact_json_end_object(writer);
    }
    fact_json_end_array(writer);
}

static void
write_summary(FactJsonWriter *writer, const FactReportInput *input)
{
    const FactFindings *findings = input->findings;

    fact_json_int(writer, "documents", findings->n_documents);
    fact_json_int(writer, "claims", findings->n_claims);
    fact_json_int(writer, "keys", findings->n_keys);
    fact_json_int(writer, "agreeing", findings->n_agreeing);
    fact_json_int(writer, "findings", findings->findings->len);
    fact_json_begin_object(writer, "severities");
    for (guint i = FACT_SEVERITY_ERROR; i > FACT_SEVERITY_NONE; i--)
        fact_json_int(writer, fact_severity_to_string((FactSeverity)i), findings->by_severity[i]);
    fact_json_end_object(writer);
    fact_json_begin_object(writer, "verdicts");
    for (guint i = FACT_VERDICT_LAST; i > FACT_VERDICT_AGREE; i--)
        fact_json_int(writer, fact_verdict_to_string((FactVerdict)i), findings->by_verdict[i]);
    fact_json_end_object(writer);
    write_replacements(writer, input);
}

void
fact_write_json(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    FactJsonWriter writer;

    (void)options;
    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_json_int(&writer, "version", 1);
    fact_json_begin_array(&writer, "findings");
    for (guint i = 0; i < input->findings->findings->len; i++) {
        g_string_append_c(out, '\n');
        write_finding(&writer, input, g_ptr_array_index(input->findings->findings, i), FALSE);
    }
    fact_json_end_array(&writer);
    fact_json_begin_object(&writer, "summary");
    write_summary(&writer, input);
    fact_json_end_object(&writer);
    fact_json_end_object(&writer);
    g_string_append_c(out, '\n');
}

void
fact_write_jsonl(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    FactJsonWriter writer;

    (void)options;
    for (guint i = 0; i < input->findings->findings->len; i++) {
        fact_json_writer_init(&writer, out);
        write_finding(&writer, input, g_ptr_array_index(input->findings->findings, i), TRUE);
        g_string_append_c(out, '\n');
    }
    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_json_string(&writer, "record", "summary");
    write_summary(&writer, input);
    fact_json_end_object(&writer);
    g_string_append_c(out, '\n');
}
