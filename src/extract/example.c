/* SPDX-License-Identifier: MIT */
#include "extract/example.h"

#include <string.h>

static FactDocument *
document_of(const char *text)
{
    FactDocument *document = fact_document_new("example");
    document->text_len = document->raw_len = strlen(text);
    document->text = g_malloc0(document->text_len + FACT_TEXT_PADDING);
    document->raw = g_malloc0(document->raw_len + FACT_TEXT_PADDING);
    memcpy(document->text, text, document->text_len);
    memcpy(document->raw, text, document->raw_len);
    return document;
}

static gboolean
quotes(const FactClaim *claim, const FactExample *example)
{
    if (example->value == NULL)
        return TRUE;
    size_t length = claim->span.end - claim->span.start;
    return length == strlen(example->value) && strncmp(example->text + claim->span.start, example->value, length) == 0;
}

static gboolean
is_wanted(const FactClaim *claim, const FactExample *example)
{
    if (example->subject != NULL && g_ascii_strcasecmp(claim->subject_label, example->subject) != 0)
        return FALSE;
    return quotes(claim, example) && (example->basis == NULL || g_strcmp0(claim->basis, example->basis) == 0);
}

gboolean
fact_example_check(FactExtractor *extractor, const FactAttribute *attribute, const FactExample *example,
                   char **out_why)
{
    g_autoptr(FactDocument) document = document_of(example->text);
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(GArray) claims = g_array_new(FALSE, FALSE, sizeof(FactClaim));
    g_autoptr(GString) found = g_string_new(NULL);
    fact_extractor_run(extractor, document, arena, claims);
    gboolean is_found = FALSE;
    for (guint i = 0; i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        g_string_append_printf(found, "%s%s of %s: \"%.*s\"%s%s%s", found->len > 0 ? "; " : "", claim->attribute_id,
                               claim->subject_label, (int)(claim->span.end - claim->span.start),
                               example->text + claim->span.start, claim->basis == NULL ? "" : " (",
                               claim->basis == NULL ? "" : claim->basis, claim->basis == NULL ? "" : ")");
        if (strcmp(claim->attribute_id, attribute->id) != 0 || claim->mood != FACT_MOOD_FACT ||
            claim->polarity != FACT_POLARITY_AFFIRMED)
            continue;
        is_found |= example->is_none ? TRUE : is_wanted(claim, example);
    }
    if (is_found != example->is_none)
        return TRUE;
    *out_why = g_strdup_printf("read as %s", found->len == 0 ? "nothing" : found->str);
    return FALSE;
}
