/* SPDX-License-Identifier: MIT
 *
 * Each line is an article of one topic, or an outline as it stands in a claims file. Their
 * statements meet, and meet alike when the articles come in the other order.
 */
#include "fuzz/fuzz.h"

#include "fuzz/built-in.h"
#include "claim/outline.h"
#include "extract/extract.h"
#include "link/statement.h"
#include "support/padded.h"

#include <string.h>

#define DOCUMENTS_MAX 8

static FactDocument *
read_document(const char *line, guint number)
{
    static FactExtractor *extractor;
    FactDocument *document = fact_document_new("-");

    document->id = g_strdup_printf("%u", number);
    if (g_str_has_prefix(line, "2-")) {
        document->outline = fact_outline_parse(line);
        return document;
    }
    if (extractor == NULL)
        extractor = fact_extractor_new(fuzz_catalog());
    g_autoptr(GArray) claims = g_array_new(FALSE, FALSE, sizeof(FactClaim));
    FactArena *arena = fact_arena_new();
    document->text = test_padded(line);
    document->text_len = strlen(line);
    document->raw = g_strdup(line);
    document->raw_len = strlen(line);
    fact_extractor_run(extractor, document, arena, claims);
    document->outline = fact_extractor_outline(extractor);
    fact_arena_free(arena);
    return document;
}

static int
compare_claims(gconstpointer a, gconstpointer b)
{
    const FactClaim *x = a;
    const FactClaim *y = b;
    int order = strcmp(x->attribute_id, y->attribute_id);

    if (order != 0)
        return order;
    return x->span.start != y->span.start ? (x->span.start < y->span.start ? -1 : 1)
                                          : fact_value_order(&x->value, &y->value);
}

static GArray *
meet(const GPtrArray *documents, FactStringPool *pool)
{
    const char *groups[DOCUMENTS_MAX];
    GArray *claims = g_array_new(FALSE, FALSE, sizeof(FactClaim));

    for (guint i = 0; i < documents->len; i++)
        groups[i] = fact_string_pool_intern(pool, "topic");
    fact_statements_meet(fuzz_catalog(), documents, groups, pool, claims);
    g_array_sort(claims, compare_claims);
    return claims;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(GPtrArray) documents =
        g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);
    g_autoptr(GPtrArray) reversed = g_ptr_array_new();
    g_autofree char *bytes = g_strndup((const char *)data, size);
    g_autofree char *text = g_utf8_make_valid(bytes, -1);
    g_auto(GStrv) lines = g_strsplit(text, "\n", DOCUMENTS_MAX);

    for (guint i = 0; lines[i] != NULL; i++)
        g_ptr_array_add(documents, read_document(lines[i], i));
    for (guint i = documents->len; i-- > 0;)
        g_ptr_array_add(reversed, g_ptr_array_index(documents, i));
    g_autoptr(GArray) claims = meet(documents, pool);
    g_autoptr(GArray) turned = meet(reversed, pool);
    g_assert_cmpuint(claims->len, ==, turned->len);
    for (guint i = 0; i < claims->len; i++)
        g_assert_cmpint(compare_claims(&g_array_index(claims, FactClaim, i),
                                       &g_array_index(turned, FactClaim, i)),
                        ==, 0);
    return 0;
}
