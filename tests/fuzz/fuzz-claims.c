/* SPDX-License-Identifier: MIT
 *
 * Claims files: each line is a record; what is read is written, and compared.
 */
#include "fuzz/fuzz.h"

#include "fuzz/built-in.h"

#include <string.h>

#include "compare/finding.h"

typedef struct {
    FactStringPool *pool;
    FactClaimReader *reader;
    GPtrArray *documents;
    GArray *claims;
} Corpus;

static void
take_record(Corpus *corpus, const char *line, size_t len, guint number)
{
    g_autoptr(GError) error = NULL;
    FactDocument *document = NULL;
    FactClaim claim = {0};
    gboolean is_claim = FALSE;

    if (!fact_claim_reader_read(corpus->reader, "fuzz", number, line, len, &is_claim, &claim,
                                &document, NULL, &error))
        return;
    claim.document = corpus->documents->len;
    g_ptr_array_add(corpus->documents, document);
    if (is_claim)
        g_array_append_val(corpus->claims, claim);
}

static void
read_lines(Corpus *corpus, const char *data, size_t size)
{
    const char *end = data + size;
    guint number = 1;

    while (data < end) {
        const char *stop = memchr(data, '\n', (size_t)(end - data));
        size_t len = (size_t)((stop == NULL ? end : stop) - data);

        take_record(corpus, data, len, number++);
        data += len + 1;
    }
}

static void
write_all(const Corpus *corpus)
{
    g_autoptr(GString) out = g_string_new(NULL);
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    for (guint i = 0; i < corpus->claims->len; i++) {
        const FactClaim *claim = &g_array_index(corpus->claims, FactClaim, i);

        fact_claim_write(claim, g_ptr_array_index(corpus->documents, claim->document), NULL, NULL,
                         &writer);
    }
    for (guint i = 0; i < corpus->documents->len; i++)
        fact_document_write(g_ptr_array_index(corpus->documents, i), &writer);
}

static void
compare_all(const Corpus *corpus)
{
    g_autoptr(FactClaimTable) table = fact_claim_table_new();
    g_autoptr(FactFindings) findings = NULL;

    for (guint i = 0; i < corpus->claims->len; i++) {
        const FactClaim *claim = &g_array_index(corpus->claims, FactClaim, i);
        FactClaimKey key = {claim->group, claim->subject_id, claim->attribute_id};

        fact_claim_table_add(table, key, claim->subject_label, i);
    }
    findings = fact_compare(fuzz_catalog(), table, (const FactClaim *)(gpointer)corpus->claims->data,
                            corpus->documents);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(FactClaimReader) reader = fact_claim_reader_new(fuzz_catalog(), pool, arena);
    g_autoptr(GPtrArray) documents =
        g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);
    g_autoptr(GArray) claims = g_array_new(FALSE, TRUE, sizeof(FactClaim));
    Corpus corpus = {pool, reader, documents, claims};

    read_lines(&corpus, (const char *)data, size);
    write_all(&corpus);
    compare_all(&corpus);
    return 0;
}
