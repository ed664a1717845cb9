/* SPDX-License-Identifier: MIT
 *
 * Any text, read with the catalog that ships, gives claims that are whole: in order, within the
 * text, with a subject, an attribute and a value that prints.
 */
#include "fuzz/fuzz.h"

#include "fuzz/built-in.h"
#include "extract/extract.h"

#include "support/padded.h"

static void
check_claim(const FactCatalog *catalog, const FactClaim *claim, size_t len)
{
    g_autoptr(GString) printed = g_string_new(NULL);

    g_assert_cmpuint(claim->span.start, <=, claim->span.end);
    g_assert_cmpuint(claim->span.end, <=, len);
    g_assert_nonnull(claim->subject_id);
    g_assert_nonnull(claim->attribute_id);
    fact_value_format(catalog, &claim->value, printed);
    fact_value_format_key(&claim->value, printed);
    g_assert_true(fact_value_equal(&claim->value, &claim->value));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FactExtractor *extractor;
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(GArray) claims = g_array_new(FALSE, TRUE, sizeof(FactClaim));
    g_autoptr(FactDocument) document = fact_document_new("fuzz.txt");
    g_autofree char *valid = g_utf8_make_valid((const char *)data, (gssize)size);

    if (extractor == NULL)
        extractor = fact_extractor_new(fuzz_catalog());
    document->text_len = strlen(valid);
    document->text = test_padded(valid);
    document->raw = g_steal_pointer(&valid);
    document->raw_len = document->text_len;
    document->id = g_strdup("fuzz");
    document->published = g_strdup("2025-01-27");
    fact_extractor_run(extractor, document, arena, claims);
    for (guint i = 0; i < claims->len; i++)
        check_claim(fuzz_catalog(), &g_array_index(claims, FactClaim, i), document->text_len);
    return 0;
}
