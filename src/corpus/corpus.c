/* SPDX-License-Identifier: MIT
 *
 * Batches come from the pipeline in the order of the inputs and are taken over here: ids made
 * unique, groups set, strings interned in the one pool of the corpus. When all is read, documents
 * are sorted by id and claims by document and place, so that neither the order of the inputs nor
 * the way they came (as articles, as claims files in any order) reaches what follows.
 */
#include "corpus/corpus.h"

#include "corpus/batch.h"
#include "corpus/document-ids.h"
#include "corpus/evidence.h"
#include "corpus/group.h"
#include "corpus/pipeline.h"
#include "link/basis.h"
#include "link/link.h"
#include "link/spelling.h"
#include "link/statement.h"

#include <string.h>

struct FactCorpus {
    FactCatalog *catalog;
    FactCorpusOptions options;
    char *group_field;
    FactStringPool *pool;
    FactArena *arena;     /* arrays of values */
    GPtrArray *documents; /* of FactDocument, owned */
    GArray *claims;       /* of FactClaim */
    GPtrArray *inputs;    /* of FactInputs, owned: they keep what standard input gave */
    FactDocumentIds *ids;
    GHashTable *read_ids; /* id in claims files, owned by the pool -> index + 1 of its document */
    FactClaimTable *table;
    FactEvidenceReader *evidence;
};

FactCorpus *
fact_corpus_new(FactCatalog *catalog, const FactCorpusOptions *options)
{
    FactCorpus *corpus = g_new0(FactCorpus, 1);

    corpus->catalog = fact_catalog_ref(catalog);
    corpus->options = *options;
    corpus->group_field = g_strdup(options->group_field);
    corpus->options.group_field = corpus->group_field;
    corpus->pool = fact_string_pool_new();
    corpus->arena = fact_arena_new();
    corpus->documents = g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);
    corpus->claims = g_array_new(FALSE, FALSE, sizeof(FactClaim));
    corpus->inputs = g_ptr_array_new_with_free_func((GDestroyNotify)fact_inputs_free);
    corpus->ids = fact_document_ids_new();
    corpus->read_ids = g_hash_table_new(g_str_hash, g_str_equal);
    corpus->evidence = fact_evidence_reader_new(catalog, corpus->documents);
    return corpus;
}

void
fact_corpus_free(FactCorpus *corpus)
{
    if (corpus == NULL)
        return;
    fact_evidence_reader_free(corpus->evidence);
    fact_claim_table_free(corpus->table);
    g_hash_table_unref(corpus->read_ids);
    fact_document_ids_free(corpus->ids);
    g_array_unref(corpus->claims);
    g_ptr_array_unref(corpus->documents);
    g_ptr_array_unref(corpus->inputs);
    fact_arena_free(corpus->arena);
    fact_string_pool_free(corpus->pool);
    g_free(corpus->group_field);
    fact_catalog_unref(corpus->catalog);
    g_free(corpus);
}

static void
intern_claim(FactCorpus *corpus, FactStringMemo *memo, FactClaim *claim)
{
    const char **strings[] = {
        &claim->subject_id,      &claim->subject_label, &claim->subject_text, &claim->attribute_id,
        &claim->attribute_label, &claim->period,        &claim->place,        &claim->basis,
        &claim->hedge,           &claim->speaker,       &claim->group,        &claim->extra,
        &claim->record_path,
    };

    for (guint i = 0; i < G_N_ELEMENTS(strings); i++)
        *strings[i] = fact_string_memo_intern(memo, corpus->pool, *strings[i]);
    fact_value_intern(&claim->value, corpus->pool, corpus->arena);
}

static guint
add_document(FactCorpus *corpus, FactDocument *document, FactLog *log)
{
    fact_document_ids_take(corpus->ids, document, log);
    g_ptr_array_add(corpus->documents, document);
    return corpus->documents->len - 1;
}

static void
take_string(char **kept, char **other)
{
    if (*kept == NULL)
        *kept = g_steal_pointer(other);
}

/* Claims and document records of one document each know a part of it. */
static void
complete_document(FactDocument *kept, FactDocument *other)
{
    take_string(&kept->title, &other->title);
    take_string(&kept->published, &other->published);
    take_string(&kept->publisher, &other->publisher);
    take_string(&kept->url, &other->url);
    take_string(&kept->topic, &other->topic);
    take_string(&kept->extra, &other->extra);
    take_string(&kept->signature, &other->signature);
    if (kept->outline == NULL)
        kept->outline = g_steal_pointer(&other->outline);
    if (kept->waivers == NULL)
        kept->waivers = g_steal_pointer(&other->waivers);
    fact_document_free(other);
}

/* The document of a part; takes the record out of it. */
static guint
take_part_document(FactCorpus *corpus, FactBatchPart *part, FactLog *log)
{
    FactDocument *document = g_steal_pointer(&part->document);

    if (!part->is_read)
        return add_document(corpus, document, log);
    const char *id = fact_string_pool_intern(corpus->pool, document->id);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(corpus->read_ids, id));
    if (known != 0) {
        complete_document(g_ptr_array_index(corpus->documents, known - 1), document);
        return known - 1;
    }
    guint index = add_document(corpus, document, log);
    g_hash_table_insert(corpus->read_ids, (gpointer)id, GUINT_TO_POINTER(index + 1));
    return index;
}

/* A claim that was read keeps the group it came with, unless the user asks for another grouping.
 * The others get theirs when all is read: a document's record may come after its claims. */
static void
take_claims(FactCorpus *corpus, const FactBatch *batch, const FactBatchPart *part, guint document,
            FactStringMemo *memo)
{
    gboolean keeps_group = corpus->options.group_by == FACT_GROUP_BY_DEFAULT;

    for (guint i = 0; i < part->n_claims; i++) {
        FactClaim claim = g_array_index(batch->claims, FactClaim, part->first_claim + i);
        claim.document = document;
        if (!keeps_group)
            claim.group = NULL;
        intern_claim(corpus, memo, &claim);
        g_array_append_val(corpus->claims, claim);
    }
}

typedef struct {
    const FactCatalog *catalog;
    FactCorpus *corpus;
} CorpusReading;

static gpointer
new_worker(gpointer user_data)
{
    return fact_extractor_new(((CorpusReading *)user_data)->catalog);
}

static void
free_worker(gpointer worker)
{
    fact_extractor_free(worker);
}

static gpointer
new_batch(gpointer user_data)
{
    (void)user_data;
    return fact_batch_new(FALSE);
}

static void
free_batch(gpointer batch)
{
    fact_batch_free(batch);
}

static void
read_batch(gpointer worker, FactInput *input, gpointer result, FactLog *log, gpointer user_data)
{
    fact_batch_read(result, input, ((CorpusReading *)user_data)->catalog, worker, log);
}

static gboolean
merge_batch(gpointer result, FactLog *log, gpointer user_data)
{
    FactBatch *batch = result;
    FactCorpus *corpus = ((CorpusReading *)user_data)->corpus;
    FactStringMemo memo = {0}; /* of strings of the batch and the catalog */

    for (guint i = 0; i < batch->parts->len; i++) {
        FactBatchPart *part = &g_array_index(batch->parts, FactBatchPart, i);
        guint document = take_part_document(corpus, part, log);
        take_claims(corpus, batch, part, document, &memo);
    }
    fact_batch_clear(batch);
    if (corpus->options.progress_cb != NULL)
        corpus->options.progress_cb(corpus->documents->len, corpus->claims->len,
                                    corpus->options.progress_data);
    return TRUE;
}

static void
set_groups(FactCorpus *corpus)
{
    g_autofree const char **groups = g_new0(const char *, corpus->documents->len + 1);

    for (guint i = 0; i < corpus->claims->len; i++) {
        FactClaim *claim = &g_array_index(corpus->claims, FactClaim, i);
        const char **group = &groups[claim->document];

        if (claim->group != NULL)
            continue;
        if (*group == NULL)
            *group = fact_group_of(g_ptr_array_index(corpus->documents, claim->document),
                                   &corpus->options, corpus->pool);
        claim->group = *group;
    }
}

/* What several articles of a group state alike becomes claims; the outlines have served then. */
static void
meet_statements(FactCorpus *corpus)
{
    guint n = corpus->documents->len;
    g_autofree const char **groups = g_new0(const char *, n + 1);

    for (guint i = 0; i < n; i++) {
        const FactDocument *document = g_ptr_array_index(corpus->documents, i);
        if (document->outline != NULL)
            groups[i] = fact_group_of(document, &corpus->options, corpus->pool);
    }
    fact_statements_meet(corpus->catalog, corpus->documents, groups, corpus->pool, corpus->claims);
    for (guint i = 0; i < n; i++) {
        FactDocument *document = g_ptr_array_index(corpus->documents, i);
        g_clear_pointer(&document->outline, g_bytes_unref);
    }
}

static int
order_documents(gconstpointer a, gconstpointer b, gpointer user_data)
{
    const GPtrArray *documents = user_data;
    const FactDocument *left = g_ptr_array_index(documents, *(const guint32 *)a);
    const FactDocument *right = g_ptr_array_index(documents, *(const guint32 *)b);

    return strcmp(left->id, right->id); /* unique, so the order is total */
}

static void
sort_documents(FactCorpus *corpus)
{
    guint n = corpus->documents->len;
    g_autofree guint32 *order = g_new(guint32, n + 1);
    g_autofree guint32 *places = g_new(guint32, n + 1);
    g_autofree gpointer *sorted = g_new(gpointer, n + 1);

    for (guint i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)n, sizeof *order, order_documents, corpus->documents);
    for (guint i = 0; i < n; i++) {
        sorted[i] = g_ptr_array_index(corpus->documents, order[i]);
        places[order[i]] = i;
    }
    for (guint i = 0; i < n; i++)
        corpus->documents->pdata[i] = sorted[i];
    for (guint i = 0; i < corpus->claims->len; i++) {
        FactClaim *claim = &g_array_index(corpus->claims, FactClaim, i);
        claim->document = places[claim->document];
    }
}

/* What is left to tell two claims apart that give one span the same meaning. */
static int
order_scope(const FactClaim *a, const FactClaim *b)
{
    int order = g_strcmp0(a->period, b->period);

    if (order == 0)
        order = g_strcmp0(a->place, b->place);
    if (order == 0)
        order = g_strcmp0(a->basis, b->basis);
    if (order == 0)
        order = (int)a->polarity - (int)b->polarity;
    if (order == 0)
        order = (int)a->mood - (int)b->mood;
    return order != 0 ? order : g_strcmp0(a->speaker, b->speaker);
}

/* By document and place; where one span gives several claims, by what they say, so that a claims
 * file in another order gives the same. */
static int
order_claims(const FactClaim *a, const FactClaim *b)
{
    if (a->document != b->document)
        return a->document < b->document ? -1 : 1;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    int order =
        a->attribute_id == b->attribute_id ? 0 : g_strcmp0(a->attribute_id, b->attribute_id);
    if (order == 0 && a->subject_id != b->subject_id)
        order = g_strcmp0(a->subject_id, b->subject_id);
    if (order == 0)
        order = fact_value_order(&a->value, &b->value);
    return order != 0 ? order : order_scope(a, b);
}

static int
order_indices(gconstpointer a, gconstpointer b, gpointer user_data)
{
    const FactClaim *claims = user_data;
    guint32 left = *(const guint32 *)a;
    guint32 right = *(const guint32 *)b;
    int order = order_claims(&claims[left], &claims[right]);

    return order != 0 ? order : (left > right) - (left < right);
}

static gboolean
claims_are_sorted(const GArray *claims)
{
    for (guint i = 1; i < claims->len; i++) {
        if (order_claims(&g_array_index(claims, FactClaim, i - 1),
                         &g_array_index(claims, FactClaim, i)) > 0)
            return FALSE;
    }
    return TRUE;
}

/* Puts claims[order[i]] at i, in place, one cycle of the permutation after another: a second array
 * of a million claims would be a quarter of a gigabyte. */
static void
permute_claims(FactClaim *claims, guint32 *order, guint n)
{
    for (guint i = 0; i < n; i++) {
        if (order[i] == i)
            continue;
        FactClaim moved = claims[i];
        guint place = i;
        while (order[place] != i) {
            guint from = order[place];
            claims[place] = claims[from];
            order[place] = place;
            place = from;
        }
        claims[place] = moved;
        order[place] = place;
    }
}

static void
sort_claims(FactCorpus *corpus)
{
    guint n = corpus->claims->len;

    if (claims_are_sorted(corpus->claims))
        return;
    FactClaim *claims = (FactClaim *)corpus->claims->data;
    g_autofree guint32 *order = g_new(guint32, n);
    for (guint i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)n, sizeof *order, order_indices, claims);
    permute_claims(claims, order, n);
}

void
fact_corpus_read(FactCorpus *corpus, const char *const *paths, FactLog *log)
{
    static const FactPipeline pipeline = {
        .worker_new = new_worker,
        .worker_free = free_worker,
        .result_new = new_batch,
        .result_free = free_batch,
        .read = read_batch,
        .merge = merge_batch,
    };
    FactInputs *inputs;
    CorpusReading reading = {.catalog = corpus->catalog, .corpus = corpus};

    g_return_if_fail(corpus->table == NULL);
    inputs = fact_inputs_new(paths, log);
    g_ptr_array_add(corpus->inputs, inputs);
    fact_pipeline_run(&pipeline, inputs, corpus->options.jobs, &reading, log);
    meet_statements(corpus);
    set_groups(corpus);
    sort_documents(corpus);
    sort_claims(corpus);
}

const FactCatalog *
fact_corpus_get_catalog(const FactCorpus *corpus)
{
    return corpus->catalog;
}

guint
fact_corpus_get_n_claims(const FactCorpus *corpus)
{
    return corpus->claims->len;
}

const FactClaim *
fact_corpus_get_claims(const FactCorpus *corpus)
{
    return (const FactClaim *)corpus->claims->data;
}

const GPtrArray *
fact_corpus_get_documents(const FactCorpus *corpus)
{
    return corpus->documents;
}

static FactClaimTable *
build_table(FactCorpus *corpus)
{
    guint n = corpus->claims->len;
    const FactClaim *claims = fact_corpus_get_claims(corpus);
    g_autofree const char **ids = g_new0(const char *, n + 1);
    g_autofree const char **labels = g_new0(const char *, n + 1);
    FactClaimTable *table = fact_claim_table_new();

    fact_link_subjects(corpus->catalog, claims, n, corpus->documents, corpus->pool, ids, labels);
    fact_link_basis(corpus->catalog, (FactClaim *)(void *)corpus->claims->data, ids, n);
    fact_link_spelling(corpus->catalog, (FactClaim *)(void *)corpus->claims->data, ids, n,
                       corpus->pool);
    fact_link_values(corpus->catalog, (FactClaim *)(void *)corpus->claims->data, n,
                     corpus->documents, corpus->pool);
    for (guint i = 0; i < n; i++) {
        if (claims[i].mood != FACT_MOOD_FACT)
            continue; /* plans and forecasts are not facts */
        FactClaimKey key = {
            .group = claims[i].group, .subject = ids[i], .attribute = claims[i].attribute_id};
        fact_claim_table_add(table, key, labels[i], i);
    }
    return table;
}

const FactClaimTable *
fact_corpus_get_table(FactCorpus *corpus)
{
    if (corpus->table == NULL)
        corpus->table = build_table(corpus);
    return corpus->table;
}

gboolean
fact_corpus_get_evidence(FactCorpus *corpus, const FactClaim *claim, FactEvidence *out_evidence)
{
    return fact_evidence_reader_get(corpus->evidence, claim, out_evidence);
}
