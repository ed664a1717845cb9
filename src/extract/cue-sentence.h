/* SPDX-License-Identifier: MIT
 *
 * What the sentence at hand has that cues ask for, so that most of them are turned away before they
 * are tried. Sentences are read in their order, each once.
 */
#pragma once

#include "catalog/cue-index.h"
#include "extract/cue-match.h"

/* A word that cues are anchored at. */
typedef struct {
    guint token;
    const FactCueWord *word;
} FactCueAnchor;

/* From the first token of some kind to one past the last; where there is none, nothing is after the
 * first and nothing before the last. */
typedef struct {
    guint first;
    guint last;
} FactCueExtent;

typedef struct {
    const FactAnalysis *analysis;
    const FactCueIndex *index;
    guint first;
    guint last;
    guint value;            /* the first value mention that ends in the sentence or after it */
    guint value_end;        /* the first one after it */
    guint name;             /* the first name that ends in it or after it */
    uint32_t types;         /* bits 1 << FactValueType of what is in it, and FACT_CUE_NO_VALUE */
    FactCueNeeds needs;     /* what its tokens meet; a value or a name counts for both sides */
    FactCueExtent values;   /* the tokens of its values */
    FactCueExtent names;    /* and of its names */
    FactCueAnchor *anchors; /* n_anchors of them, ascending, but for those whose cues all want a
                             * value of another type; in the analysis' arena */
    guint n_anchors;
    /* Sets of attributes by their index: those that were asked whether a value of the sentence can
     * be theirs, and those of which one can. Most attributes have several cues. */
    uint64_t *asked;
    uint64_t *has_value;
    gsize sets_size;    /* of both, which lie together */
    gboolean has_asked; /* since they were cleared */
} FactCueSentence;

void
fact_cue_sentence_init(FactCueSentence *sentence, const FactAnalysis *analysis);

/* Goes on to the sentence of tokens [first, last), which is after the last one. */
void
fact_cue_sentence_start(FactCueSentence *sentence, guint first, guint last);

/* Whether a value of the sentence can be one of the attribute of @try. */
gboolean
fact_cue_sentence_has_value(FactCueSentence *sentence, const FactCueTry *try);

/* Whether there is beside token @anchor, and before or after it, what @try asks for. */
gboolean
fact_cue_sentence_has_around(const FactCueSentence *sentence, const FactCueTry *try, guint anchor);

/* FALSE where the cue does not match with its anchor at token @anchor: the sentence, or what is
 * beside the anchor, lacks a word, a mark, a value or a name that the cue needs. */
static inline gboolean
fact_cue_sentence_allows(FactCueSentence *sentence, const FactCueTry *try, guint anchor)
{
    uint32_t types = try->types & sentence->types;

    if (types == 0 || !fact_cue_needs_have(&sentence->needs, &try->needs))
        return FALSE;
    return fact_cue_sentence_has_around(sentence, try, anchor) &&
           ((types & (FACT_CUE_NO_VALUE | FACT_CUE_NAME_TYPES)) != 0 ||
            fact_cue_sentence_has_value(sentence, try));
}

/* FALSE where the value mention @value, or a name that begins with it, cannot be what a cue that is
 * anchored at its {value} has there. */
static inline gboolean
fact_cue_sentence_allows_value(const FactCueSentence *sentence, const FactCueTry *try, guint value)
{
    const FactAnalysis *analysis = sentence->analysis;
    uint32_t type = 1u << fact_analysis_mention(analysis, value)->value.type;

    if ((try->types & (type | (sentence->types & FACT_CUE_NAME_TYPES))) == 0 ||
        !fact_cue_needs_have(&sentence->needs, &try->needs))
        return FALSE;
    return (try->types & sentence->types & FACT_CUE_NAME_TYPES) != 0 ||
           fact_analysis_accepts(analysis, value, try->cue->attribute);
}
