/* SPDX-License-Identifier: MIT
 *
 * Looks for the catalog's cues around their anchors.
 */
#pragma once

#include "catalog/cue-index.h"
#include "extract/reference.h"
#include "extract/word-value.h"

typedef struct {
    const FactCue *cue;
    guint first; /* tokens of the whole match, slots included */
    guint last;
    guint words_first; /* tokens of its literal words */
    guint words_last;
    guint value; /* index of the value mention, or of the name where the attribute's value is one */
    gboolean value_is_name;
    FactWordValue words_value; /* the value where it is words of a list; its meaning is NULL else */
    gboolean has_value;
    gboolean is_claimed; /* a claim was made of it */
    gboolean has_subject;
    FactPhrase subject;
    guint name;    /* index of {name}'s name; FACT_NONE */
    guint n_words; /* literal words matched */
    guint weight; /* literal words matched, less what was skipped: the surer of two cues has more */
} FactCueMatch;

/* Whether the value is a mention: match->value is its index. */
static inline gboolean
fact_cue_match_has_mention(const FactCueMatch *match)
{
    return match->has_value && !match->value_is_name && match->words_value.meaning == NULL;
}

/* Words skipped in silence between two items. */
#define FACT_CUE_SKIP_MAX 3

/* Tries @cue with its anchor at token @anchor, inside tokens [first, last) of a sentence. */
gboolean
fact_cue_match(const FactAnalysis *analysis, const FactCue *cue, guint anchor, guint first,
               guint last, FactCueMatch *out_match);
