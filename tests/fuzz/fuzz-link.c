/* SPDX-License-Identifier: MIT
 *
 * Each line is a subject: its first byte says kinds, group and document, the rest is id and label.
 * All of them are linked, and linked alike when they come in the other order.
 */
#include "fuzz/fuzz.h"

#include "fuzz/built-in.h"
#include "link/link.h"

#include <string.h>

#define CLAIMS_MAX 200
#define DOCUMENTS 8

static GPtrArray *
make_documents(void)
{
    GPtrArray *documents = g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);

    for (guint i = 0; i < DOCUMENTS; i++) {
        FactDocument *document = fact_document_new("-");
        document->id = g_strdup_printf("%u", i);
        g_ptr_array_add(documents, document);
    }
    return documents;
}

static FactClaim
read_claim(const char *line, FactStringPool *pool)
{
    guint byte = (guchar)line[0];
    const char *label = line[0] == '\0' ? line : line + 1;

    return (FactClaim){
        .subject_id = fact_string_pool_intern(pool, label),
        .subject_label = fact_string_pool_intern(pool, label),
        .subject_kinds = byte % 7 == 6 ? 0 : 1u << byte % 7,
        .group = fact_string_pool_intern(pool, byte % 3 == 0 ? "" : "topic"),
        .document = byte / 7 % DOCUMENTS,
    };
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(GPtrArray) documents = make_documents();
    g_autofree char *text = g_strndup((const char *)data, size);
    g_auto(GStrv) lines = g_strsplit(text, "\n", CLAIMS_MAX);
    guint n = g_strv_length(lines);
    g_autofree FactClaim *claims = g_new0(FactClaim, n + 1);
    g_autofree FactClaim *reversed = g_new0(FactClaim, n + 1);
    g_autofree const char **ids = g_new0(const char *, 2 * n + 1);
    g_autofree const char **labels = g_new0(const char *, 2 * n + 1);

    for (guint i = 0; i < n; i++) {
        claims[i] = read_claim(lines[i], pool);
        reversed[n - 1 - i] = claims[i];
    }
    fact_link_subjects(fuzz_catalog(), claims, n, documents, pool, ids, labels);
    fact_link_subjects(fuzz_catalog(), reversed, n, documents, pool, ids + n, labels + n);
    for (guint i = 0; i < n; i++) {
        g_assert_nonnull(ids[i]);
        g_assert_true(ids[i] == ids[2 * n - 1 - i]);
        g_assert_true(labels[i] == labels[2 * n - 1 - i]);
    }
    return 0;
}
