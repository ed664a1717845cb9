/* SPDX-License-Identifier: MIT
 *
 * Values go to big buffers in the threads that read, one an input, which are printed in order.
 */
#include "cli/output.h"
#include "cli/run.h"
#include "corpus/document-ids.h"
#include "corpus/pipeline.h"
#include "extract/extract.h"
#include "value/dateline.h"

#include <string.h>

static const FactUsage USAGE = {
    .usage = "[PATH…|-]",
    .summary = "Prints the typed values of articles as JSON Lines: amounts of money, counts, "
               "percentages,\n"
               "quantities, dates and the like, each with its place.",
    .description = "Example:\n"
                   "  echo 'It cost $5.6 million in May.' | factdiff values -",
    .groups = FACT_SETTINGS_READ | FACT_SETTINGS_LINES,
    .takes_paths = TRUE,
};

typedef struct {
    FactExtractor *extractor;
    FactArena *arena;
    GArray *mentions; /* of FactMention */
} ValuesWorker;

/* The lines of one document in the buffer. */
typedef struct {
    FactDocument *document; /* owned, without text */
    gsize start;
    gsize end;
} ValuesPart;

typedef struct {
    GString *lines;
    GArray *parts; /* of ValuesPart */
} ValuesBatch;

typedef struct {
    FactRun *run;
    FactDocumentIds *ids;
    gboolean is_failed;
} ValuesRun;

typedef struct {
    const FactCatalog *catalog;
    ValuesWorker *worker;
    ValuesBatch *batch;
    FactLog *log;
} ValuesReading;

static gpointer
new_worker(gpointer user_data)
{
    const ValuesRun *values = user_data;
    ValuesWorker *worker = g_new0(ValuesWorker, 1);

    worker->extractor = fact_extractor_new(values->run->catalog);
    worker->arena = fact_arena_new();
    worker->mentions = g_array_new(FALSE, FALSE, sizeof(FactMention));
    return worker;
}

static void
free_worker(gpointer data)
{
    ValuesWorker *worker = data;

    fact_extractor_free(worker->extractor);
    fact_arena_free(worker->arena);
    g_array_unref(worker->mentions);
    g_free(worker);
}

static void
clear_part(gpointer data)
{
    fact_document_free(((ValuesPart *)data)->document);
}

static gpointer
new_batch(gpointer user_data)
{
    ValuesBatch *batch = g_new0(ValuesBatch, 1);

    (void)user_data;
    batch->lines = g_string_new(NULL);
    batch->parts = g_array_new(FALSE, FALSE, sizeof(ValuesPart));
    g_array_set_clear_func(batch->parts, clear_part);
    return batch;
}

static void
free_batch(gpointer data)
{
    ValuesBatch *batch = data;

    g_string_free(batch->lines, TRUE);
    g_array_unref(batch->parts);
    g_free(batch);
}

static void
write_value(GString *lines, const GString *prefix, const FactValue *value, FactSpan span,
            const char *text, size_t text_len)
{
    FactJsonWriter writer;

    fact_json_writer_init(&writer, lines);
    fact_json_begin_with(&writer, prefix);
    fact_json_int(&writer, "start", span.start);
    fact_json_int(&writer, "end", span.end);
    fact_value_write_members(value, text, text_len, &writer);
    fact_json_end_object(&writer);
    g_string_append_c(lines, '\n');
}

/* `{"doc":"ID"`, with which every line of a document begins. */
static void
write_prefix(GString *out, const char *id)
{
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_json_string(&writer, "doc", id);
}

static void
take_document(ValuesReading *reading, FactDocument *document)
{
    ValuesWorker *worker = reading->worker;
    GString *lines = reading->batch->lines;
    ValuesPart part = {.document = document, .start = lines->len};
    g_autoptr(GString) prefix = g_string_new(NULL);

    write_prefix(prefix, document->id);
    fact_dateline_complete(reading->catalog, document);
    fact_arena_clear(worker->arena);
    g_array_set_size(worker->mentions, 0);
    fact_extractor_values(worker->extractor, document, worker->arena, worker->mentions);
    for (guint i = 0; i < worker->mentions->len; i++) {
        const FactMention *mention = &g_array_index(worker->mentions, FactMention, i);
        FactSpan place = {fact_document_file_offset(document, mention->span.start),
                          fact_document_file_offset(document, mention->span.end - 1) + 1};
        const char *text = mention->value.text;
        size_t len = text != NULL ? strlen(text) : mention->span.end - mention->span.start;
        write_value(lines, prefix, &mention->value, place,
                    text != NULL ? text : document->text + mention->span.start, len);
    }
    fact_document_release_text(document);
    part.end = lines->len;
    g_array_append_val(reading->batch->parts, part);
}

/* The value of a claim that was read, as it says itself. */
static void
take_claim(ValuesReading *reading, const FactRecord *record)
{
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(FactClaimReader) reader = fact_claim_reader_new(reading->catalog, pool, arena);
    g_autoptr(FactDocument) document = NULL;
    g_autoptr(GString) prefix = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    FactClaim claim = {0};
    gboolean is_claim = FALSE;

    if (!fact_claim_reader_read(reader, record->path, record->line, record->json, record->json_len,
                                &is_claim, &claim, &document, NULL, &error)) {
        fact_log_error(reading->log, "%s", error->message);
        return;
    }
    if (!is_claim)
        return;
    write_prefix(prefix, document->id);
    const char *text = claim.value.text;
    write_value(reading->batch->lines, prefix, &claim.value, claim.span, text,
                text != NULL ? strlen(text) : 0);
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

static void
read_values(gpointer worker, FactInput *input, gpointer result, FactLog *log, gpointer user_data)
{
    const ValuesRun *values = user_data;
    ValuesReading reading = {
        .catalog = values->run->catalog, .worker = worker, .batch = result, .log = log};

    fact_input_read(input, take_record, &reading, log);
}

/* A document whose id was taken already: its lines begin anew. */
static void
rename_lines(GString *lines, const ValuesPart *part, const char *old_id)
{
    g_autoptr(GString) old_prefix = g_string_new(NULL);
    g_autoptr(GString) prefix = g_string_new(NULL);
    g_autoptr(GString) renamed = g_string_new(NULL);
    const char *line = lines->str + part->start;
    const char *end = lines->str + part->end;

    write_prefix(old_prefix, old_id);
    write_prefix(prefix, part->document->id);
    while (line < end) {
        const char *rest = (const char *)memchr(line, '\n', (gsize)(end - line)) + 1;
        g_string_append_len(renamed, prefix->str, (gssize)prefix->len);
        g_string_append_len(renamed, line + old_prefix->len, rest - line - (gssize)old_prefix->len);
        line = rest;
    }
    g_string_erase(lines, (gssize)part->start, (gssize)(part->end - part->start));
    g_string_insert_len(lines, (gssize)part->start, renamed->str, (gssize)renamed->len);
}

static gboolean
print_values(gpointer result, FactLog *log, gpointer user_data)
{
    ValuesRun *values = user_data;
    ValuesBatch *batch = result;

    /* From the last document on, so that the places of those before stay; but ids are taken in
     * order. */
    g_autofree char **old_ids = g_new0(char *, batch->parts->len + 1);
    for (guint i = 0; i < batch->parts->len; i++) {
        FactDocument *document = g_array_index(batch->parts, ValuesPart, i).document;
        g_autofree char *id = g_strdup(document->id);
        if (!fact_document_ids_take(values->ids, document, log))
            old_ids[i] = g_steal_pointer(&id);
    }
    for (guint i = batch->parts->len; i-- > 0;) {
        g_autofree char *old_id = old_ids[i];
        if (old_id != NULL)
            rename_lines(batch->lines, &g_array_index(batch->parts, ValuesPart, i), old_id);
    }
    if (!values->run->settings.quiet && !fact_output_stdout(batch->lines->str, batch->lines->len))
        values->is_failed = TRUE;
    g_string_truncate(batch->lines, 0);
    g_array_set_size(batch->parts, 0);
    return !values->is_failed && !fact_output_is_closed();
}

FactExit
fact_cmd_values(char **argv)
{
    static const FactPipeline pipeline = {
        .worker_new = new_worker,
        .worker_free = free_worker,
        .result_new = new_batch,
        .result_free = free_batch,
        .read = read_values,
        .merge = print_values,
    };
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;

    if (!fact_run_start(&run, &USAGE, argv, &exit))
        return exit;
    g_autoptr(FactDocumentIds) ids = fact_document_ids_new();
    g_autoptr(FactInputs) inputs =
        fact_inputs_new((const char *const *)run.settings.paths, run.log);
    ValuesRun values = {.run = &run, .ids = ids};
    fact_pipeline_run(&pipeline, inputs, fact_settings_corpus(&run.settings).jobs, &values,
                      run.log);
    fact_run_tell(&run, "printed the values");
    return fact_run_end(&run, values.is_failed ? FACT_EXIT_TROUBLE : exit);
}
