/* SPDX-License-Identifier: MIT
 *
 * Claims are written while their text is at hand, in the threads that read, and printed in order. A
 * document whose id turns out to be taken is written again, which is rare.
 */
#include "cli/output.h"
#include "cli/run.h"
#include "corpus/batch.h"
#include "corpus/document-ids.h"
#include "corpus/evidence.h"
#include "corpus/group.h"
#include "corpus/pipeline.h"

static const FactUsage USAGE = {
    .usage = "[PATH…|-]",
    .summary =
        "Prints the claims of articles as JSON Lines, and a record for each article. The other\n"
        "commands take these lines wherever they take articles, with the same result.",
    .description = "Example:\n"
                   "  factdiff extract articles/ > claims.jsonl && factdiff check claims.jsonl",
    .groups = FACT_SETTINGS_READ | FACT_SETTINGS_LINES,
    .takes_paths = TRUE,
};

typedef struct {
    FactBatch *batch;
    GString *lines;
} ClaimLines;

typedef struct {
    FactRun *run;
    FactCorpusOptions options;
    FactDocumentIds *ids;
    GHashTable *read_ids; /* ids in claims files, owned: their records may come in pieces */
    gboolean is_failed;
} ExtractRun;

static gpointer
new_worker(gpointer user_data)
{
    return fact_extractor_new(((ExtractRun *)user_data)->run->catalog);
}

static void
free_worker(gpointer worker)
{
    fact_extractor_free(worker);
}

static gpointer
new_result(gpointer user_data)
{
    ClaimLines *result = g_new0(ClaimLines, 1);

    (void)user_data;
    result->batch = fact_batch_new(TRUE);
    result->lines = g_string_new(NULL);
    return result;
}

static void
free_result(gpointer data)
{
    ClaimLines *result = data;

    fact_batch_free(result->batch);
    g_string_free(result->lines, TRUE);
    g_free(result);
}

static void
write_claim(GString *lines, const FactBatch *batch, const FactBatchPart *part, guint index,
            const char *group)
{
    FactClaim claim = g_array_index(batch->claims, FactClaim, index);
    FactEvidence own = {0};
    FactJsonWriter writer;

    if (!claim.is_read)
        fact_evidence_of(part->document, &claim, &own);
    if (claim.group == NULL)
        claim.group = group;
    fact_json_writer_init(&writer, lines);
    fact_claim_write(&claim, part->document,
                     claim.is_read ? &g_array_index(batch->evidence, FactEvidence, index) : &own,
                     NULL, &writer);
    g_string_append_c(lines, '\n');
    fact_evidence_clear(&own);
}

static void
write_document(GString *lines, const FactDocument *document)
{
    FactJsonWriter writer;

    fact_json_writer_init(&writer, lines);
    fact_document_write(document, &writer);
    g_string_append_c(lines, '\n');
}

/* An article's record stands before its claims; what was read stays as it was. */
static void
write_batch(const FactBatch *batch, const FactCorpusOptions *options, GString *lines)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();

    g_string_truncate(lines, 0);
    for (guint i = 0; i < batch->parts->len; i++) {
        const FactBatchPart *part = &g_array_index(batch->parts, FactBatchPart, i);
        const char *group = fact_group_of(part->document, options, pool);
        if (part->is_record)
            write_document(lines, part->document);
        for (guint j = 0; j < part->n_claims; j++)
            write_claim(lines, batch, part, part->first_claim + j, group);
    }
}

static void
read_claims(gpointer worker, FactInput *input, gpointer data, FactLog *log, gpointer user_data)
{
    const ExtractRun *extract = user_data;
    ClaimLines *result = data;

    fact_batch_read(result->batch, input, extract->run->catalog, worker, log);
    write_batch(result->batch, &extract->options, result->lines);
}

/* Whether the part may keep its id. */
static gboolean
take_id(ExtractRun *extract, const FactBatchPart *part, FactLog *log)
{
    if (part->is_read) {
        if (g_hash_table_contains(extract->read_ids, part->document->id))
            return TRUE;
        g_hash_table_add(extract->read_ids, g_strdup(part->document->id));
    }
    return fact_document_ids_take(extract->ids, part->document, log);
}

static gboolean
print_claims(gpointer data, FactLog *log, gpointer user_data)
{
    ExtractRun *extract = user_data;
    ClaimLines *result = data;
    gboolean is_renamed = FALSE;

    for (guint i = 0; i < result->batch->parts->len; i++)
        is_renamed |=
            !take_id(extract, &g_array_index(result->batch->parts, FactBatchPart, i), log);
    if (is_renamed)
        write_batch(result->batch, &extract->options, result->lines);
    if (!extract->run->settings.quiet &&
        !fact_output_stdout(result->lines->str, result->lines->len))
        extract->is_failed = TRUE;
    fact_batch_clear(result->batch);
    return !extract->is_failed && !fact_output_is_closed();
}

FactExit
fact_cmd_extract(char **argv)
{
    static const FactPipeline pipeline = {
        .worker_new = new_worker,
        .worker_free = free_worker,
        .result_new = new_result,
        .result_free = free_result,
        .read = read_claims,
        .merge = print_claims,
    };
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;

    if (!fact_run_start(&run, &USAGE, argv, &exit))
        return exit;
    g_autoptr(FactDocumentIds) ids = fact_document_ids_new();
    g_autoptr(GHashTable) read_ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(FactInputs) inputs =
        fact_inputs_new((const char *const *)run.settings.paths, run.log);
    ExtractRun extract = {.run = &run,
                          .options = fact_settings_corpus(&run.settings),
                          .ids = ids,
                          .read_ids = read_ids};
    fact_pipeline_run(&pipeline, inputs, extract.options.jobs, &extract, run.log);
    fact_run_tell(&run, "printed the claims");
    return fact_run_end(&run, extract.is_failed ? FACT_EXIT_TROUBLE : exit);
}
