/* SPDX-License-Identifier: MIT
 *
 * The catalog's cues filed by the words that can be their anchors, form by form, with what a
 * sentence must have for a cue to be tried in it. What is looked at for every anchor of every text
 * stands close together: most cues are turned away without a look at the cue itself.
 *
 * What a cue needs beside its anchor is one word of a list, or a mark. Equal needs of different
 * cues have one number, so that a sentence is read into a set of numbers once.
 */
#pragma once

#include "catalog/catalog.h"

/* So many needs of one cue are looked at before it is tried. */
#define FACT_CUE_NEEDS_MAX 6
/* Among the types of values, of a cue that needs none and of every sentence. */
#define FACT_CUE_NO_VALUE (1u << 31)

typedef struct {
    const FactCue *cue;
    uint32_t types; /* bits 1 << FactValueType, one of which a sentence must have, or NO_VALUE */
    uint16_t
        needs[FACT_CUE_NEEDS_MAX]; /* all of which it must have, rare ones first; 0 at the end */
} FactCueTry;

/* What one form of a word is to the cues. */
typedef struct {
    uint32_t types; /* of all its tries */
    uint32_t n_tries;
    uint32_t first_try; /* cues that it can be the anchor of, in the catalog's order */
    uint32_t first_need;
    uint32_t n_needs; /* that it meets */
} FactCueWord;

struct FactCueIndex {
    uint32_t *places; /* by FactWord: index into words, 0 for most; owned */
    guint n_places;
    GArray *words;       /* of FactCueWord; the first is of cues anchored at their {value} */
    GArray *tries;       /* of FactCueTry */
    GArray *needs;       /* of uint16_t, numbers of needs */
    guint n_needs;       /* greatest number of a need */
    uint16_t marks[128]; /* number of the need of an ASCII mark, 0 if no cue has it */
};

/* Chooses the anchors of all of @catalog's cues and files them; words get their FACT_WORD_CUE and
 * FACT_WORD_CUE_PART. */
FactCueIndex *
fact_cue_index_new(FactCatalog *catalog);

void
fact_cue_index_free(FactCueIndex *index);

/* What @word is to the cues; @word has one of the two classes. */
static inline const FactCueWord *
fact_cue_index_get_word(const FactCueIndex *index, FactWord word)
{
    return &g_array_index(index->words, FactCueWord, index->places[word]);
}

/* Of cues without a word of their own, anchored at the {value}. */
static inline const FactCueWord *
fact_cue_index_get_wordless(const FactCueIndex *index)
{
    return &g_array_index(index->words, FactCueWord, 0);
}

static inline const FactCueTry *
fact_cue_index_get_try(const FactCueIndex *index, const FactCueWord *word, guint i)
{
    return &g_array_index(index->tries, FactCueTry, word->first_try + i);
}

static inline uint16_t
fact_cue_index_get_need(const FactCueIndex *index, const FactCueWord *word, guint i)
{
    return g_array_index(index->needs, uint16_t, word->first_need + i);
}
