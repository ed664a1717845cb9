/* SPDX-License-Identifier: MIT */
#include "corpus/document-ids.h"

/* Of an id in a message; it is the input's and can have any length. */
#define SHOWN_ID_MAX 120

struct FactDocumentIds {
    GHashTable *counts; /* id, owned -> number of documents that came with it */
};

FactDocumentIds *
fact_document_ids_new(void)
{
    FactDocumentIds *ids = g_new0(FactDocumentIds, 1);

    ids->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return ids;
}

void
fact_document_ids_free(FactDocumentIds *ids)
{
    if (ids == NULL)
        return;
    g_hash_table_unref(ids->counts);
    g_free(ids);
}

static guint
count_id(FactDocumentIds *ids, const char *id)
{
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(ids->counts, id)) + 1;

    g_hash_table_replace(ids->counts, g_strdup(id), GUINT_TO_POINTER(n));
    return n;
}

gboolean
fact_document_ids_take(FactDocumentIds *ids, FactDocument *document, FactLog *log)
{
    guint n = count_id(ids, document->id);

    if (n == 1)
        return TRUE;
    /* The made id may be taken too; counting on from there ends, each step takes a new number. */
    g_autofree char *id = g_steal_pointer(&document->id);
    document->id = g_strdup_printf("%s#%u", id, n);
    while (g_hash_table_contains(ids->counts, document->id)) {
        g_free(document->id);
        document->id = g_strdup_printf("%s#%u", id, count_id(ids, id));
    }
    count_id(ids, document->id);
    fact_log_error(
        log, "%s:%u:%u: another document has the id \"%.*s\" too; this one is called \"%.*s\"",
        document->path, MAX(document->record_line, 1), MAX(document->record_column, 1),
        SHOWN_ID_MAX, id, SHOWN_ID_MAX, document->id);
    return FALSE;
}
