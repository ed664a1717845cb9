/* SPDX-License-Identifier: MIT
 *
 * Reads bytes as a file of one format, and checks what every document has to be.
 */
#pragma once

#include "base/document.h"
#include "read/input.h"

#include <string.h>

/* A document that is read is good UTF-8 with zero bytes after it, and its map stays in the file and
 * in order. */
static inline void
check_document(const FactDocument *document)
{
    const char *names[] = {document->id,  document->title, document->published, document->publisher,
                           document->url, document->topic, document->extra};
    guint n_runs = document->runs != NULL ? document->runs->len : 0;

    g_assert_nonnull(document->id);
    g_assert_true(g_utf8_validate(document->text, (gssize)document->text_len, NULL));
    for (guint i = 0; i < FACT_TEXT_PADDING; i++)
        g_assert_cmpint(document->text[document->text_len + i], ==, 0);
    for (guint i = 0; i < n_runs; i++) {
        const FactOffsetRun *run = &g_array_index(document->runs, FactOffsetRun, i);

        g_assert_cmpuint(run->text_offset, <=, document->text_len);
        g_assert_cmpuint(run->file_offset, <=, document->raw_len);
        g_assert_true(i == 0 || run[-1].text_offset < run->text_offset);
        g_assert_true(i == 0 || run[-1].file_offset <= run->file_offset);
    }
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        g_assert_true(names[i] == NULL || g_utf8_validate(names[i], -1, NULL));
}

static inline void
check_record_cb(const FactRecord *record, gpointer user_data)
{
    (void)user_data;
    if (record->document != NULL)
        check_document(record->document);
    else
        g_assert_cmpuint(record->json_len, >=, 2);
    fact_document_free(record->document);
}

static inline void
read_one(const FactFormat *format, const uint8_t *data, size_t size)
{
    g_autoptr(FactLog) log = fact_log_new();
    FactSource source = {
        .path = "fuzz",
        .file = "fuzz",
        .raw = g_malloc0(size + 1),
        .raw_len = size,
        .line = 1,
        .func = check_record_cb,
        .log = log,
    };

    if (size > 0)
        memcpy(source.raw, data, size);
    fact_input_parse(&source, format);
    g_free(source.raw);
}
