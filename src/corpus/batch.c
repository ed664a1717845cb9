/* SPDX-License-Identifier: MIT */
#include "corpus/batch.h"

#include "compare/signature.h"
#include "value/dateline.h"

typedef struct {
    FactBatch *batch;
    const FactCatalog *catalog;
    FactExtractor *extractor;
    FactLog *log;
} BatchReading;

static void
clear_part(gpointer data)
{
    FactBatchPart *part = data;

    g_clear_pointer(&part->document, fact_document_free);
}

static void
clear_evidence(gpointer data)
{
    fact_evidence_clear(data);
}

FactBatch *
fact_batch_new(gboolean keeps_evidence)
{
    FactBatch *batch = g_new0(FactBatch, 1);

    batch->parts = g_array_new(FALSE, TRUE, sizeof(FactBatchPart));
    g_array_set_clear_func(batch->parts, clear_part);
    batch->claims = g_array_new(FALSE, TRUE, sizeof(FactClaim));
    batch->arena = fact_arena_new();
    batch->keeps_evidence = keeps_evidence;
    if (keeps_evidence) {
        batch->evidence = g_array_new(FALSE, TRUE, sizeof(FactEvidence));
        g_array_set_clear_func(batch->evidence, clear_evidence);
    }
    return batch;
}

void
fact_batch_free(FactBatch *batch)
{
    if (batch == NULL)
        return;
    g_array_unref(batch->parts);
    g_array_unref(batch->claims);
    if (batch->evidence != NULL)
        g_array_unref(batch->evidence);
    fact_claim_reader_free(batch->reader);
    fact_string_pool_free(batch->pool);
    fact_arena_free(batch->arena);
    g_free(batch);
}

void
fact_batch_clear(FactBatch *batch)
{
    g_array_set_size(batch->parts, 0);
    g_array_set_size(batch->claims, 0);
    if (batch->evidence != NULL)
        g_array_set_size(batch->evidence, 0);
    g_clear_pointer(&batch->reader, fact_claim_reader_free);
    g_clear_pointer(&batch->pool, fact_string_pool_free);
    fact_arena_clear(batch->arena);
}

static FactBatchPart *
add_part(FactBatch *batch, FactDocument *document, gboolean is_read)
{
    FactBatchPart part = {
        .document = document, .first_claim = batch->claims->len, .is_read = is_read};

    g_array_append_val(batch->parts, part);
    return &g_array_index(batch->parts, FactBatchPart, batch->parts->len - 1);
}

static void
take_document(BatchReading *reading, FactDocument *document)
{
    FactBatch *batch = reading->batch;
    FactBatchPart *part = add_part(batch, document, FALSE);

    part->is_record = TRUE;
    fact_dateline_complete(reading->catalog, document);
    fact_extractor_run(reading->extractor, document, batch->arena, batch->claims);
    if (document->signature == NULL)
        document->signature =
            fact_signature_from_tokens(fact_extractor_get_tokens(reading->extractor));
    if (document->outline == NULL && document->topic != NULL && document->topic[0] != '\0')
        document->outline = fact_extractor_outline(reading->extractor);
    part->n_claims = batch->claims->len - part->first_claim;
    for (guint i = part->first_claim; i < batch->claims->len; i++)
        g_array_index(batch->claims, FactClaim, i).document = batch->parts->len - 1;
    if (batch->keeps_evidence)
        g_array_set_size(batch->evidence, batch->claims->len);
    else
        fact_document_release_text(document);
}

/* The part of a claim that was read: the last one if it is of the same document, which it nearly
 * always is, else a new one. Takes @source. */
static FactBatchPart *
find_part(FactBatch *batch, FactDocument *source)
{
    if (batch->parts->len > 0) {
        FactBatchPart *last = &g_array_index(batch->parts, FactBatchPart, batch->parts->len - 1);
        if (last->is_read && g_strcmp0(last->document->id, source->id) == 0) {
            fact_document_free(source);
            return last;
        }
    }
    return add_part(batch, source, TRUE);
}

static void
take_claim(BatchReading *reading, const FactRecord *record)
{
    FactBatch *batch = reading->batch;
    FactClaim claim = {0};
    FactEvidence evidence = {0};
    FactDocument *source = NULL;
    gboolean is_claim = FALSE;
    g_autoptr(GError) error = NULL;

    if (batch->reader == NULL) {
        batch->pool = fact_string_pool_new();
        batch->reader = fact_claim_reader_new(reading->catalog, batch->pool, batch->arena);
    }
    if (!fact_claim_reader_read(batch->reader, record->path, record->line, record->json,
                                record->json_len, &is_claim, &claim, &source,
                                batch->keeps_evidence ? &evidence : NULL, &error)) {
        fact_log_error(reading->log, "%s", error->message);
        return;
    }
    if (!is_claim) {
        add_part(batch, source, TRUE)->is_record = TRUE;
        return;
    }
    FactBatchPart *part = find_part(batch, source);
    claim.is_read = TRUE;
    claim.record_path = fact_string_pool_intern(batch->pool, record->file);
    claim.record_offset = record->offset;
    claim.document = batch->parts->len - 1;
    part->n_claims++;
    g_array_append_val(batch->claims, claim);
    if (batch->keeps_evidence)
        g_array_append_val(batch->evidence, evidence);
}

static void
take_record(const FactRecord *record, gpointer user_data)
{
    switch (record->kind) {
    case FACT_RECORD_DOCUMENT:
        take_document(user_data, record->document);
        return;
    case FACT_RECORD_CLAIMS:
        take_claim(user_data, record);
        return;
    }
}

void
fact_batch_read(FactBatch *batch, FactInput *input, const FactCatalog *catalog,
                FactExtractor *extractor, FactLog *log)
{
    BatchReading reading = {.batch = batch, .catalog = catalog, .extractor = extractor, .log = log};

    fact_input_read(input, take_record, &reading, log);
}
