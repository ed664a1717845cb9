/* SPDX-License-Identifier: MIT
 *
 * Reads again what was read before, for the sentences around a finding. A record of a JSON file is
 * read from its place on: a little first, more where it did not end there.
 */
#include "read/input.h"
#include "read/json-record.h"
#include "read/load.h"

#include <string.h>

#define RELOAD_BYTES (16u * 1024u)

typedef struct {
    FactDocument *document; /* owned */
    char *json;             /* owned */
} Reloaded;

static void
keep_record_cb(const FactRecord *record, gpointer user_data)
{
    Reloaded *reloaded = user_data;

    if (record->kind == FACT_RECORD_CLAIMS && reloaded->json == NULL)
        reloaded->json = g_strndup(record->json, record->json_len);
    if (record->kind == FACT_RECORD_DOCUMENT && reloaded->document == NULL)
        reloaded->document = record->document;
    else
        fact_document_free(record->document);
}

/* The bytes from @offset on; of UTF-16, after the mark that says so. */
static char *
load_from(const char *file, guint64 offset, size_t len, size_t *out_len)
{
    size_t mark_len;
    g_autofree char *mark = fact_load_range(file, file, 0, 2, &mark_len, NULL);
    g_autofree char *bytes = fact_load_range(file, file, offset, len, out_len, NULL);
    char *marked;

    if (mark == NULL || bytes == NULL || offset < 2 || !fact_encoding_is_utf16(mark, mark_len))
        return g_steal_pointer(&bytes);
    marked = g_malloc(*out_len + 3);
    memcpy(marked, mark, 2);
    memcpy(marked + 2, bytes, *out_len + 1);
    *out_len += 2;
    return marked;
}

/* Reads the record at the start of @raw. FALSE where it does not end there. */
static gboolean
reload_record(const char *path, char *raw, size_t len, Reloaded *reloaded)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_auto(FactDecoded) decoded = {0};
    FactSource source = {.path = path, .raw = raw, .raw_len = len, .line = 1, .is_named = TRUE};
    FactJsonText text = {.source = &source, .place = {1, 1}};
    FactJsonScanner scanner = {0};

    source.file = path;
    source.func = keep_record_cb;
    source.user_data = reloaded;
    source.log = log;
    (void)fact_decode(raw, len, NULL, &decoded);
    text.text = scanner.text = decoded.text;
    text.len = scanner.len = decoded.len;
    text.runs = decoded.runs;
    return fact_json_read_record(&text, &scanner, FALSE);
}

/* A record mostly ends with its line, and what is not read need not be decoded. */
static void
reload_at(const char *file, guint64 offset, Reloaded *reloaded)
{
    for (size_t len = RELOAD_BYTES; len <= FACT_READ_BYTES_MAX; len *= 4) {
        size_t got;
        g_autofree char *raw = load_from(file, offset, len, &got);
        const char *newline = raw == NULL ? NULL : memchr(raw, '\n', got);

        if (newline != NULL && reload_record(file, raw, (size_t)(newline - raw) + 1, reloaded))
            return;
        if (raw == NULL || reload_record(file, raw, got, reloaded) || got < len)
            return;
    }
}

static FactDocument *
reload_file(const FactDocument *document, const char *file)
{
    g_autoptr(FactLog) log = fact_log_new();
    Reloaded reloaded = {0};
    FactSource source = {.path = document->path, .file = file, .line = 1, .is_named = TRUE};

    source.func = keep_record_cb;
    source.user_data = &reloaded;
    source.log = log;
    source.raw = fact_load_file(file, document->path, &source.raw_len, NULL);
    if (source.raw == NULL)
        return NULL;
    fact_input_parse(&source, NULL);
    g_free(source.raw);
    g_free(reloaded.json);
    return reloaded.document;
}

FactDocument *
fact_document_reload(const FactDocument *document)
{
    const char *file = document->spool != NULL ? document->spool : document->path;
    Reloaded reloaded = {0};
    FactDocument *fresh;

    if (document->record_line == 0) {
        fresh = reload_file(document, file);
    } else {
        reload_at(file, document->record_offset, &reloaded);
        g_free(reloaded.json);
        fresh = reloaded.document;
    }
    if (fresh == NULL)
        return NULL;
    g_free(fresh->id);
    g_free(fresh->path);
    g_free(fresh->spool);
    fresh->id = g_strdup(document->id);
    fresh->path = g_strdup(document->path);
    fresh->spool = g_strdup(document->spool);
    fresh->record_line = document->record_line;
    fresh->record_column = document->record_column;
    fresh->record_offset = document->record_offset;
    return fresh;
}

char *
fact_record_reload(const char *file, guint64 offset)
{
    Reloaded reloaded = {0};

    reload_at(file, offset, &reloaded);
    fact_document_free(reloaded.document);
    return reloaded.json;
}
