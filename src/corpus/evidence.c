/* SPDX-License-Identifier: MIT
 *
 * Findings are told in the order of their keys, and the claims of a side in the order of their
 * documents, so a handful of documents kept is enough for the articles of one story.
 */
#include "corpus/evidence.h"

#include "read/read.h"

#include <string.h>

#define KEPT_DOCUMENTS 32
/* Of text that is kept; one document larger than this is read each time it is asked for. */
#define KEPT_BYTES_MAX (64u * 1024u * 1024u)

typedef struct {
    guint index;
    guint64 used; /* when it was last asked for */
    FactDocument *document;
} KeptDocument;

struct FactEvidenceReader {
    const FactCatalog *catalog;
    const GPtrArray *documents;
    GArray *kept; /* of KeptDocument, at most KEPT_DOCUMENTS */
    size_t bytes;
    guint64 clock;
};

FactEvidenceReader *
fact_evidence_reader_new(const FactCatalog *catalog, const GPtrArray *documents)
{
    FactEvidenceReader *reader = g_new0(FactEvidenceReader, 1);

    reader->catalog = catalog;
    reader->documents = documents;
    reader->kept = g_array_new(FALSE, FALSE, sizeof(KeptDocument));
    return reader;
}

static void
drop_kept(FactEvidenceReader *reader, guint i)
{
    FactDocument *document = g_array_index(reader->kept, KeptDocument, i).document;

    reader->bytes -= document->text_len + document->raw_len;
    fact_document_free(document);
    g_array_remove_index_fast(reader->kept, i);
}

void
fact_evidence_reader_free(FactEvidenceReader *reader)
{
    if (reader == NULL)
        return;
    while (reader->kept->len > 0)
        drop_kept(reader, reader->kept->len - 1);
    g_array_unref(reader->kept);
    g_free(reader);
}

static void
make_room(FactEvidenceReader *reader)
{
    while (reader->kept->len >= KEPT_DOCUMENTS ||
           (reader->kept->len > 0 && reader->bytes > KEPT_BYTES_MAX)) {
        guint oldest = 0;
        for (guint i = 1; i < reader->kept->len; i++) {
            if (g_array_index(reader->kept, KeptDocument, i).used <
                g_array_index(reader->kept, KeptDocument, oldest).used)
                oldest = i;
        }
        drop_kept(reader, oldest);
    }
}

static const FactDocument *
find_document(FactEvidenceReader *reader, guint index)
{
    for (guint i = 0; i < reader->kept->len; i++) {
        KeptDocument *kept = &g_array_index(reader->kept, KeptDocument, i);
        if (kept->index == index) {
            kept->used = ++reader->clock;
            return kept->document;
        }
    }
    FactDocument *document = fact_document_reload(g_ptr_array_index(reader->documents, index));
    if (document == NULL)
        return NULL;
    make_room(reader);
    KeptDocument fresh = {.index = index, .used = ++reader->clock, .document = document};
    reader->bytes += document->text_len + document->raw_len;
    g_array_append_val(reader->kept, fresh);
    return document;
}

/* The way back from the file to the text: the last run that begins at or before @file_offset. */
static size_t
text_offset_of(const FactDocument *document, uint32_t file_offset)
{
    if (document->record_line != 0 || document->runs == NULL || document->runs->len == 0)
        return file_offset;
    const FactOffsetRun *runs = (const FactOffsetRun *)document->runs->data;
    guint first = 0;
    guint last = document->runs->len;
    while (last - first > 1) {
        guint middle = first + (last - first) / 2;
        if (runs[middle].file_offset <= file_offset)
            first = middle;
        else
            last = middle;
    }
    if (runs[first].file_offset > file_offset)
        return runs[first].text_offset;
    size_t offset = (size_t)runs[first].text_offset + (file_offset - runs[first].file_offset);
    return last < document->runs->len ? MIN(offset, runs[last].text_offset) : offset;
}

/* Down to the beginning of a character: a file that was changed meanwhile may have another there.
 */
static size_t
align(const char *text, size_t offset)
{
    while (offset > 0 && ((guchar)text[offset] & 0xc0) == 0x80)
        offset--;
    return offset;
}

void
fact_evidence_of(const FactDocument *document, const FactClaim *claim, FactEvidence *out_evidence)
{
    size_t start = MIN(text_offset_of(document, claim->span.start), document->text_len);
    size_t end = MIN(text_offset_of(document, claim->span.end), document->text_len);

    start = align(document->text, start);
    end = align(document->text, MAX(start, end));
    fact_evidence_from_text(document->text, document->text_len, start, end, out_evidence);
}

/* A claim that was read brings its quote along: its line is read again. */
static gboolean
read_record(FactEvidenceReader *reader, const FactClaim *claim, FactEvidence *out_evidence)
{
    g_autofree char *json = fact_record_reload(claim->record_path, claim->record_offset);
    if (json == NULL)
        return FALSE;
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(FactClaimReader) claims = fact_claim_reader_new(reader->catalog, pool, arena);
    g_autoptr(FactDocument) source = NULL;
    FactClaim again = {0};
    FactEvidence evidence = {0};
    gboolean is_claim = FALSE;
    gboolean is_same = fact_claim_reader_read(claims, claim->record_path, 1, json, strlen(json),
                                              &is_claim, &again, &source, &evidence, NULL) &&
                       is_claim && again.span.start == claim->span.start &&
                       again.span.end == claim->span.end;
    if (!is_same) {
        fact_evidence_clear(&evidence);
        return FALSE;
    }
    *out_evidence = evidence;
    return TRUE;
}

gboolean
fact_evidence_reader_get(FactEvidenceReader *reader, const FactClaim *claim,
                         FactEvidence *out_evidence)
{
    if (claim->is_read)
        return read_record(reader, claim, out_evidence);
    const FactDocument *document = find_document(reader, claim->document);
    if (document == NULL)
        return FALSE;
    fact_evidence_of(document, claim, out_evidence);
    return TRUE;
}
