/* SPDX-License-Identifier: MIT
 *
 * The outline of an analysed document: what of its words is kept for finding statements alike.
 */
#pragma once

#include "claim/outline.h"
#include "extract/analysis.h"

/* Appends the outline of the analysis's document to @out_items (of FactOutlineItem); nothing of a
 * page with several stories. Values that stand in a span of @claimed (of FactSpan) are words like
 * others. Texts are in the document's arena.
 * @words has a place for each word of the lexicon, 0 at first; what is found out of a word is kept
 * there. */
void
fact_outline_make(const FactAnalysis *analysis, const GArray *claimed, uint32_t *words,
                  GArray *out_items);
