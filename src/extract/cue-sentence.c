/* SPDX-License-Identifier: MIT */
#include "extract/cue-sentence.h"

#include "extract/cue-match.h"

#include <string.h>

static size_t
needs_size(const FactCueSentence *sentence)
{
    return (sentence->index->n_needs / 64 + 1) * sizeof *sentence->needs;
}

static size_t
attributes_size(const FactCueSentence *sentence)
{
    return (sentence->analysis->catalog->attributes->len / 64 + 1) * sizeof *sentence->asked;
}

void
fact_cue_sentence_init(FactCueSentence *sentence, const FactAnalysis *analysis)
{
    *sentence = (FactCueSentence){.analysis = analysis, .index = analysis->catalog->cue_index};
    sentence->needs = fact_arena_alloc(analysis->arena, needs_size(sentence));
    sentence->asked = fact_arena_alloc(analysis->arena, attributes_size(sentence));
    sentence->has_value = fact_arena_alloc(analysis->arena, attributes_size(sentence));
}

void
fact_cue_sentence_start(FactCueSentence *sentence, guint first, guint last)
{
    const FactAnalysis *analysis = sentence->analysis;

    sentence->first = first;
    sentence->last = last;
    sentence->types = FACT_CUE_NO_VALUE;
    sentence->is_read = FALSE;
    while (sentence->value < analysis->mentions->len &&
           fact_analysis_mention(analysis, sentence->value)->last <= first)
        sentence->value++;
    for (guint i = sentence->value; i < analysis->mentions->len; i++) {
        const FactMention *mention = fact_analysis_mention(analysis, i);
        if (mention->first >= last)
            break;
        sentence->types |= 1u << mention->value.type;
    }
    while (sentence->name < analysis->names->len &&
           fact_analysis_name(analysis, sentence->name)->last <= first)
        sentence->name++;
    if (sentence->name < analysis->names->len &&
        fact_analysis_name(analysis, sentence->name)->start < last)
        sentence->types |= FACT_CUE_NAME_TYPES;
}

static inline void
meet(FactCueSentence *sentence, uint16_t need)
{
    sentence->needs[need / 64] |= UINT64_C(1) << (need % 64);
}

static void
read_needs(FactCueSentence *sentence)
{
    const FactAnalysis *analysis = sentence->analysis;

    memset(sentence->needs, 0, needs_size(sentence));
    memset(sentence->asked, 0, attributes_size(sentence));
    memset(sentence->has_value, 0, attributes_size(sentence));
    for (guint i = sentence->first; i < sentence->last; i++) {
        const FactToken *token = fact_analysis_token(analysis, i);
        if ((token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 && token->mark > 0)
            meet(sentence, sentence->index->marks[(unsigned char)token->mark]);
        if ((fact_analysis_classes(analysis, i) & FACT_WORD_CUE_PART) == 0)
            continue;
        const FactCueWord *word = fact_cue_index_get_word(sentence->index, token->word);
        for (guint k = 0; k < word->n_needs; k++)
            meet(sentence, fact_cue_index_get_need(sentence->index, word, k));
    }
    sentence->is_read = TRUE;
}

/* Whether a value of the sentence can be one of @attribute. */
static gboolean
find_value_for(const FactCueSentence *sentence, const FactAttribute *attribute)
{
    const FactAnalysis *analysis = sentence->analysis;

    for (guint i = sentence->value; i < analysis->mentions->len; i++) {
        if (fact_analysis_mention(analysis, i)->first >= sentence->last)
            return FALSE;
        if (fact_analysis_accepts(analysis, i, attribute))
            return TRUE;
    }
    return FALSE;
}

/* The same, from memory. */
static gboolean
has_value_for(FactCueSentence *sentence, const FactAttribute *attribute)
{
    guint place = attribute->index / 64;
    uint64_t bit = UINT64_C(1) << (attribute->index % 64);

    if ((sentence->asked[place] & bit) == 0) {
        sentence->asked[place] |= bit;
        if (find_value_for(sentence, attribute))
            sentence->has_value[place] |= bit;
    }
    return (sentence->has_value[place] & bit) != 0;
}

static inline gboolean
meets_needs(FactCueSentence *sentence, const FactCueTry *try)
{
    if (!sentence->is_read)
        read_needs(sentence);
    for (guint i = 0; i < FACT_CUE_NEEDS_MAX && try->needs[i] != 0; i++) {
        if ((sentence->needs[try->needs[i] / 64] >> (try->needs[i] % 64) & 1) == 0)
            return FALSE;
    }
    return TRUE;
}

gboolean
fact_cue_sentence_allows(FactCueSentence *sentence, const FactCueTry *try)
{
    if ((try->types & sentence->types) == 0 || !meets_needs(sentence, try))
        return FALSE;
    return (try->types & sentence->types & (FACT_CUE_NO_VALUE | FACT_CUE_NAME_TYPES)) != 0 ||
           has_value_for(sentence, try->cue->attribute);
}

gboolean
fact_cue_sentence_allows_value(FactCueSentence *sentence, const FactCueTry *try, guint value)
{
    const FactAnalysis *analysis = sentence->analysis;
    uint32_t type = 1u << fact_analysis_mention(analysis, value)->value.type;

    if ((try->types & (type | (sentence->types & FACT_CUE_NAME_TYPES))) == 0 ||
        !meets_needs(sentence, try))
        return FALSE;
    return (try->types & sentence->types & FACT_CUE_NAME_TYPES) != 0 ||
           fact_analysis_accepts(analysis, value, try->cue->attribute);
}
