/* SPDX-License-Identifier: MIT
 *
 * What the sentence at hand has that cues ask for, so that most of them are turned away before they
 * are tried. Sentences are read in their order; what few cues ask for is found when the first one
 * does.
 */
#pragma once

#include "catalog/cue-index.h"
#include "extract/analysis.h"

typedef struct {
    const FactAnalysis *analysis;
    const FactCueIndex *index;
    guint first;
    guint last;
    guint value;      /* the first value mention that ends in the sentence or after it */
    guint name;       /* and the first name */
    uint32_t types;   /* bits 1 << FactValueType of what is in it, and FACT_CUE_NO_VALUE */
    gboolean is_read; /* needs are of this sentence */
    uint64_t *needs;  /* set of the numbers of needs it meets; in the analysis' arena */
} FactCueSentence;

void
fact_cue_sentence_init(FactCueSentence *sentence, const FactAnalysis *analysis);

/* Goes on to the sentence of tokens [first, last), which is after the last one. */
void
fact_cue_sentence_start(FactCueSentence *sentence, guint first, guint last);

/* FALSE where the cue matches nowhere in the sentence: it lacks a word, a mark or a value that the
 * cue needs. */
gboolean
fact_cue_sentence_allows(FactCueSentence *sentence, const FactCueTry *try);
