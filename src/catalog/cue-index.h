/* SPDX-License-Identifier: MIT
 *
 * The catalog's cues filed by the words that can be their anchors, form by form, with what a
 * sentence must have for a cue to be tried in it. What is looked at for every anchor of every text
 * stands close together: most cues are turned away without a look at the cue itself.
 *
 * What a cue needs besides its anchor is one word of a list, or a mark; or a value or a name, of
 * which it is known on what side of the anchor they must be. Equal needs of different cues are one,
 * and each has a bit of a set, so that one comparison turns a cue away.
 */
#pragma once

#include "catalog/catalog.h"
#include <factdiff/value.h>

/* Among the types of values, of a cue that needs none and of every sentence. */
#define FACT_CUE_NO_VALUE (1u << 15)
/* Types of value that are names: a sentence with a name may have any of them. */
#define FACT_CUE_NAME_TYPES ((1u << FACT_VALUE_ENTITY) | (1u << FACT_VALUE_SET))

#define FACT_CUE_NEEDS_BITS 128
/* The bits of a value and of a name before the anchor, and after it, and how many those are. */
#define FACT_CUE_NEED_VALUE_BEFORE 0
#define FACT_CUE_NEED_NAME_BEFORE 1
#define FACT_CUE_NEED_VALUE_AFTER 2
#define FACT_CUE_NEED_NAME_AFTER 3
#define FACT_CUE_NEEDS_SIDED 4
/* No bit: the last one, which nothing has. */
#define FACT_CUE_NO_NEED 127
/* With the bit of what stands beside an anchor: a gap may lie between them. */
#define FACT_CUE_FAR 128

/* A set of needs. Several share a bit, for there are more of them than bits: what a set has may be
 * missing all the same, but what it lacks is not there. */
typedef struct {
    uint64_t bits[FACT_CUE_NEEDS_BITS / 64];
} FactCueNeeds;

typedef struct {
    const FactCue *cue;
    FactCueNeeds needs; /* all of which a sentence must have */
    uint32_t attribute; /* its index */
    uint16_t types; /* bits 1 << FactValueType, one of which a sentence must have, or NO_VALUE */
    uint8_t
        before; /* the bit that one of the tokens right before the anchor must meet, or NO_NEED; */
    uint8_t after; /* and one of those right after it */
} FactCueTry;

/* What one form of a word is to the cues. */
typedef struct {
    FactCueNeeds meets;
    uint64_t vetoed;    /* bits 1 << index % 64 of the attributes of its vetoes */
    uint32_t types;     /* of all its tries */
    uint32_t first_try; /* cues that it can be the anchor of, in the catalog's order, */
    uint32_t n_tries;
    uint32_t n_vetoes; /* and after them as many that are vetoes */
} FactCueWord;

struct FactCueIndex {
    GArray *words;           /* of FactCueWord, by the notes of the lexicon's words; the first is of
                              * cues anchored at their {value} */
    GArray *tries;           /* of FactCueTry */
    FactCueNeeds marks[128]; /* what an ASCII mark meets */
};

/* Chooses the anchors of all of @catalog's cues and files them; words get their FACT_WORD_CUE and
 * FACT_WORD_CUE_PART. */
FactCueIndex *
fact_cue_index_new(FactCatalog *catalog);

void
fact_cue_index_free(FactCueIndex *index);

/* What a word with @note is to the cues; it has one of the two classes. */
static inline const FactCueWord *
fact_cue_index_get_word(const FactCueIndex *index, uint32_t note)
{
    return &g_array_index(index->words, FactCueWord, note);
}

/* Of cues without a word of their own, anchored at the {value}. */
static inline const FactCueWord *
fact_cue_index_get_wordless(const FactCueIndex *index)
{
    return &g_array_index(index->words, FactCueWord, 0);
}

/* @word's n_tries cues that are no vetoes. */
static inline const FactCueTry *
fact_cue_index_get_tries(const FactCueIndex *index, const FactCueWord *word)
{
    return &g_array_index(index->tries, FactCueTry, word->first_try);
}

/* And its n_vetoes vetoes. */
static inline const FactCueTry *
fact_cue_index_get_vetoes(const FactCueIndex *index, const FactCueWord *word)
{
    return fact_cue_index_get_tries(index, word) + word->n_tries;
}

static inline void
fact_cue_needs_add(FactCueNeeds *needs, const FactCueNeeds *more)
{
    needs->bits[0] |= more->bits[0];
    needs->bits[1] |= more->bits[1];
}

/* Whether @needs has all of @wanted. */
static inline gboolean
fact_cue_needs_have(const FactCueNeeds *needs, const FactCueNeeds *wanted)
{
    return ((wanted->bits[0] & ~needs->bits[0]) | (wanted->bits[1] & ~needs->bits[1])) == 0;
}
