/* SPDX-License-Identifier: MIT
 *
 * Looks for the catalog's cues around their anchors.
 */
#pragma once

#include "extract/reference.h"

typedef struct {
    const FactCue *cue;
    guint first; /* tokens of the whole match, slots included */
    guint last;
    guint words_first; /* tokens of its literal words */
    guint words_last;
    guint value; /* index of the value mention, or of the name where the attribute's value is one */
    gboolean value_is_name;
    gboolean has_value;
    gboolean has_subject;
    FactPhrase subject;
    guint name;    /* index of {name}'s name; FACT_NONE */
    guint n_words; /* literal words matched */
    guint weight; /* literal words matched, less what was skipped: the surer of two cues has more */
} FactCueMatch;

/* Attributes of which a sentence remembers whether they accept one of its values. */
#define FACT_ASKED_MAX 512

/* What a sentence has that cues ask for. */
typedef struct {
    guint first;
    guint last;
    uint32_t value_types; /* bits 1 << FactValueType of its values */
    gboolean has_name;
    FactWordMask words; /* its words and their lemmas */
    uint64_t marks;     /* as FACT_MARK_BIT */
    /* By the index of an attribute: whether it was asked if a value here can be its own, and the
     * answer. */
    uint64_t asked[FACT_ASKED_MAX / 64];
    uint64_t accepted[FACT_ASKED_MAX / 64];
} FactCueSentence;

FactCueSentence
fact_cue_sentence(const FactAnalysis *analysis, guint first, guint last);

/* FALSE where @cue matches nowhere in the sentence: it lacks a word or a value that the cue needs.
 */
gboolean
fact_cue_can_match(const FactAnalysis *analysis, FactCueSentence *sentence, const FactCue *cue);

/* Tries @cue with its anchor at token @anchor, inside tokens [first, last) of a sentence. */
gboolean
fact_cue_match(const FactAnalysis *analysis, const FactCue *cue, guint anchor, guint first,
               guint last, FactCueMatch *out_match);

/* Whether @value can be a value of @attribute: type, and the units it asks for. A unit may be
 * "~person", any noun for a person; "~age", a duration said as an age; or the dimension of a
 * quantity. */
gboolean
fact_attribute_accepts(const FactCatalog *catalog, const FactAttribute *attribute,
                       const FactValue *value);
