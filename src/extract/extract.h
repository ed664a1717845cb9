/* SPDX-License-Identifier: MIT
 *
 * Claims out of one document's text.
 */
#pragma once

#include "claim/claim.h"
#include "text/token.h"

/* Scratch memory of one thread, reused from document to document. */
typedef struct FactExtractor FactExtractor;

FactExtractor *
fact_extractor_new(const FactCatalog *catalog);

void
fact_extractor_free(FactExtractor *extractor);

/* Appends the claims of @document to @out_claims (of FactClaim) in the order of their spans. Strings
 * that are not the catalog's are in @arena. Claims' document and group are left 0 and NULL. */
void
fact_extractor_run(FactExtractor *extractor, const FactDocument *document, FactArena *arena, GArray *out_claims);

/* Tokens of the last document's text; borrowed until the next run. */
const FactTokens *
fact_extractor_get_tokens(const FactExtractor *extractor);

/* The outline (claim/outline.h) of the document run last, transfer full; NULL where it states nothing. */
GBytes *
fact_extractor_outline(FactExtractor *extractor);

/* Appends the document's values (of FactMention), for `factdiff values`. Spans are text offsets. */
void
fact_extractor_values(FactExtractor *extractor, const FactDocument *document, FactArena *arena, GArray *out_mentions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactExtractor, fact_extractor_free)
