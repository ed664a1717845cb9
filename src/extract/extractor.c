/* SPDX-License-Identifier: MIT
 *
 * One document's way from text to claims. Owns the scratch memory of a thread.
 */
#include "extract/extract.h"

#include "extract/analysis.h"
#include "extract/claim-maker.h"
#include "extract/claim-whole.h"
#include "extract/outline-maker.h"

#include <string.h>

struct FactExtractor {
    FactAnalysis analysis;
    FactAnalysis title;   /* of the document's title, read as a text of its own */
    GArray *title_claims; /* of FactClaim */
    GArray *claimed;      /* of FactSpan: what attributes of the catalog took, in the text */
    uint32_t *words;      /* of the outline's maker; NULL before the first outline */
    GArray *outline;      /* of FactOutlineItem */
};

FactExtractor *
fact_extractor_new(const FactCatalog *catalog)
{
    FactExtractor *extractor = g_new0(FactExtractor, 1);
    fact_analysis_init(&extractor->analysis, catalog);
    fact_analysis_init(&extractor->title, catalog);
    extractor->title_claims = g_array_new(FALSE, FALSE, sizeof(FactClaim));
    extractor->claimed = g_array_new(FALSE, FALSE, sizeof(FactSpan));
    extractor->outline = g_array_new(FALSE, FALSE, sizeof(FactOutlineItem));
    return extractor;
}

void
fact_extractor_free(FactExtractor *extractor)
{
    if (extractor == NULL)
        return;
    fact_analysis_clear(&extractor->analysis);
    fact_analysis_clear(&extractor->title);
    g_array_unref(extractor->title_claims);
    g_array_unref(extractor->claimed);
    g_array_unref(extractor->outline);
    g_free(extractor->words);
    g_free(extractor);
}

void
fact_extractor_values(FactExtractor *extractor, const FactDocument *document, FactArena *arena, GArray *out_mentions)
{
    FactAnalysis *analysis = &extractor->analysis;
    FactClock clock = fact_clock_parse(analysis->catalog, document->published);
    fact_tokens_split(&analysis->tokens, document->text, document->text_len);
    fact_mentions_scan(analysis->lists, &analysis->tokens, 0, analysis->tokens.n, clock, arena, out_mentions);
}

const FactTokens *
fact_extractor_get_tokens(const FactExtractor *extractor)
{
    return &extractor->analysis.tokens;
}

static int
compare_claims(gconstpointer a, gconstpointer b)
{
    const FactClaim *x = a;
    const FactClaim *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    int order = strcmp(x->attribute_id, y->attribute_id);
    return order != 0 ? order : strcmp(x->subject_id, y->subject_id);
}

/* Drops a claim said twice of one span: two cues that read the same. */
static void
drop_doubles(GArray *claims, guint first)
{
    guint kept = first;
    for (guint i = first; i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        if (kept != first && compare_claims(&g_array_index(claims, FactClaim, kept - 1), claim) == 0)
            continue;
        if (kept != i)
            g_array_index(claims, FactClaim, kept) = *claim;
        kept++;
    }
    g_array_set_size(claims, kept);
}

/* Text offsets become offsets into the file, with line and column. */
static void
place_claims(const FactDocument *document, GArray *claims, guint first)
{
    guint n = claims->len - first;
    if (n == 0)
        return;
    g_autofree uint32_t *offsets = g_new(uint32_t, n);
    g_autofree FactPosition *positions = g_new(FactPosition, n);
    for (guint i = 0; i < n; i++)
        offsets[i] = g_array_index(claims, FactClaim, first + i).span.start;
    fact_document_positions(document, offsets, n, positions);
    for (guint i = 0; i < n; i++) {
        FactClaim *claim = &g_array_index(claims, FactClaim, first + i);
        uint32_t length = claim->span.end - claim->span.start;
        claim->line = positions[i].line;
        claim->column = positions[i].column;
        claim->span.start = fact_document_file_offset(document, claim->span.start);
        claim->span.end = length == 0 ? claim->span.start
                                      : fact_document_file_offset(document, offsets[i] + length - 1) + 1;
    }
}

static void
analyse(FactAnalysis *analysis, const FactDocument *document, FactArena *arena, GArray *out_claims)
{
    fact_analysis_start(analysis, document, arena);
    fact_names_find(analysis);
    fact_things_join(analysis);
    fact_claims_make(analysis, out_claims);
}

/* The title's own claims cannot be shown, for a span is of the text; they tell what the whole is.
 * FALSE where there is no title. */
static gboolean
read_title(FactExtractor *extractor, const FactDocument *document, FactArena *arena)
{
    g_array_set_size(extractor->title_claims, 0);
    if (document->title == NULL || document->title[0] == '\0')
        return FALSE;
    size_t len = strlen(document->title);
    FactDocument title = {.id = document->id, .path = document->path, .published = document->published};
    title.text = fact_arena_alloc(arena, len + FACT_TEXT_PADDING);
    title.text_len = len;
    memcpy(title.text, document->title, len);
    analyse(&extractor->title, &title, arena, extractor->title_claims);
    return TRUE;
}

static void
note_claimed(FactExtractor *extractor, const GArray *claims, guint first)
{
    g_array_set_size(extractor->claimed, 0);
    for (guint i = first; i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        if (fact_catalog_find_attribute(extractor->analysis.catalog, claim->attribute_id) != NULL)
            g_array_append_val(extractor->claimed, claim->span);
    }
}

void
fact_extractor_run(FactExtractor *extractor, const FactDocument *document, FactArena *arena, GArray *out_claims)
{
    FactAnalysis *analysis = &extractor->analysis;
    guint first = out_claims->len;
    gboolean has_title = read_title(extractor, document, arena);
    analysis->title_claims = extractor->title_claims;
    analysis->title = has_title ? &extractor->title : NULL;
    analyse(analysis, document, arena, out_claims);
    fact_claims_check_title(analysis, extractor->title_claims, first, out_claims);
    FactClaim *claims = (FactClaim *)(void *)out_claims->data;
    if (out_claims->len > first + 1)
        qsort(claims + first, out_claims->len - first, sizeof(FactClaim), compare_claims);
    drop_doubles(out_claims, first);
    note_claimed(extractor, out_claims, first);
    place_claims(document, out_claims, first);
}

static void
place_item(const FactDocument *document, const FactPosition *position, FactOutlineItem *item)
{
    uint32_t length = item->end - item->start;

    item->line = position->line;
    item->column = position->column;
    item->end = fact_document_file_offset(document, item->start + length - 1) + 1;
    item->start = fact_document_file_offset(document, item->start);
}

GBytes *
fact_extractor_outline(FactExtractor *extractor)
{
    const FactDocument *document = extractor->analysis.document;
    GArray *items = extractor->outline;

    if (extractor->words == NULL)
        extractor->words =
            g_new0(uint32_t, fact_lexicon_get_size(extractor->analysis.catalog->lexicon) + 1);
    g_array_set_size(items, 0);
    fact_outline_make(&extractor->analysis, extractor->claimed, extractor->words, items);
    g_autofree uint32_t *offsets = g_new(uint32_t, items->len + 1);
    g_autofree FactPosition *positions = g_new(FactPosition, items->len + 1);
    for (guint i = 0; i < items->len; i++)
        offsets[i] = g_array_index(items, FactOutlineItem, i).start;
    fact_document_positions(document, offsets, items->len, positions);
    for (guint i = 0; i < items->len; i++)
        place_item(document, &positions[i], &g_array_index(items, FactOutlineItem, i));
    return fact_outline_encode(items);
}
