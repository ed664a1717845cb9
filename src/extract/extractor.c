/* SPDX-License-Identifier: MIT
 *
 * One document's way from text to claims. Owns the scratch memory of a thread.
 */
#include "extract/extract.h"

#include "value/mention.h"

struct FactExtractor {
    const FactCatalog *catalog; /* borrowed */
    FactTokens tokens;
    GArray *mentions; /* of FactMention */
};

FactExtractor *
fact_extractor_new(const FactCatalog *catalog)
{
    FactExtractor *extractor = g_new0(FactExtractor, 1);
    extractor->catalog = catalog;
    fact_tokens_init(&extractor->tokens, catalog->lexicon);
    extractor->mentions = g_array_new(FALSE, FALSE, sizeof(FactMention));
    return extractor;
}

void
fact_extractor_free(FactExtractor *extractor)
{
    if (extractor == NULL)
        return;
    fact_tokens_clear(&extractor->tokens);
    g_array_unref(extractor->mentions);
    g_free(extractor);
}

void
fact_extractor_values(FactExtractor *extractor, const FactDocument *document, FactArena *arena, GArray *out_mentions)
{
    FactClock clock = fact_clock_parse(extractor->catalog, document->published);
    fact_tokens_split(&extractor->tokens, document->text, document->text_len);
    fact_mentions_scan(extractor->catalog, &extractor->tokens, 0, extractor->tokens.n, clock, arena, out_mentions);
}

void
fact_extractor_run(FactExtractor *extractor, const FactDocument *document, FactArena *arena, GArray *out_claims)
{
    g_array_set_size(extractor->mentions, 0);
    fact_extractor_values(extractor, document, arena, extractor->mentions);
    (void)out_claims;
}
