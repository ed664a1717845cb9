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
    /* Sets of attributes by their index: those that were asked whether a value of the sentence can
     * be theirs, and those of which one can. Most attributes have several cues. */
    uint64_t *asked;
    uint64_t *has_value;
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

/* FALSE where the value mention @value, or a name that begins with it, cannot be what a cue that is
 * anchored at its {value} has there. */
gboolean
fact_cue_sentence_allows_value(FactCueSentence *sentence, const FactCueTry *try, guint value);
