/* SPDX-License-Identifier: MIT */
#include "extract/cue-sentence.h"

#include <string.h>

static size_t
attributes_size(const FactCueSentence *sentence)
{
    return (sentence->analysis->catalog->attributes->len / 64 + 1) * sizeof *sentence->asked;
}

static guint
longest_sentence(const FactAnalysis *analysis)
{
    const guint *sentences = analysis->tokens.sentences;
    guint longest = 0;

    for (guint i = 0; i < analysis->tokens.n_sentences; i++)
        longest = MAX(longest, sentences[i + 1] - sentences[i]);
    return longest;
}

void
fact_cue_sentence_init(FactCueSentence *sentence, const FactAnalysis *analysis)
{
    *sentence = (FactCueSentence){.analysis = analysis, .index = analysis->catalog->cue_index};
    sentence->anchors =
        fact_arena_alloc(analysis->arena, longest_sentence(analysis) * sizeof *sentence->anchors);
    sentence->asked = fact_arena_alloc(analysis->arena, attributes_size(sentence));
    sentence->has_value = fact_arena_alloc(analysis->arena, attributes_size(sentence));
}

static void
read_types(FactCueSentence *sentence)
{
    const FactAnalysis *analysis = sentence->analysis;

    sentence->types = FACT_CUE_NO_VALUE;
    while (sentence->value < analysis->mentions->len &&
           fact_analysis_mention(analysis, sentence->value)->last <= sentence->first)
        sentence->value++;
    sentence->value_end = sentence->value;
    for (; sentence->value_end < analysis->mentions->len; sentence->value_end++) {
        const FactMention *mention = fact_analysis_mention(analysis, sentence->value_end);
        if (mention->first >= sentence->last)
            break;
        sentence->types |= 1u << mention->value.type;
    }
    while (sentence->name < analysis->names->len &&
           fact_analysis_name(analysis, sentence->name)->last <= sentence->first)
        sentence->name++;
    if (sentence->name < analysis->names->len &&
        fact_analysis_name(analysis, sentence->name)->start < sentence->last)
        sentence->types |= FACT_CUE_NAME_TYPES;
}

static void
read_words(FactCueSentence *sentence)
{
    const FactCueIndex *index = sentence->index;
    FactCueNeeds needs = {0};
    guint n_anchors = 0;

    for (guint i = sentence->first; i < sentence->last; i++) {
        const FactToken *token = fact_analysis_token(sentence->analysis, i);
        if ((token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 && token->mark > 0)
            fact_cue_needs_add(&needs, &index->marks[(unsigned char)token->mark]);
        if ((token->classes & (FACT_WORD_CUE | FACT_WORD_CUE_PART)) == 0)
            continue;
        const FactCueWord *word = fact_cue_index_get_word(index, token->word);
        fact_cue_needs_add(&needs, &word->meets);
        if ((token->classes & FACT_WORD_CUE) != 0)
            sentence->anchors[n_anchors++] = (FactCueAnchor){i, word};
    }
    sentence->needs = needs;
    sentence->n_anchors = n_anchors;
}

void
fact_cue_sentence_start(FactCueSentence *sentence, guint first, guint last)
{
    sentence->first = first;
    sentence->last = last;
    read_types(sentence);
    read_words(sentence);
    memset(sentence->asked, 0, attributes_size(sentence));
    memset(sentence->has_value, 0, attributes_size(sentence));
}

static gboolean
find_value_for(const FactCueSentence *sentence, const FactAttribute *attribute)
{
    const FactAnalysis *analysis = sentence->analysis;

    for (guint i = sentence->value; i < sentence->value_end; i++) {
        if (fact_analysis_accepts(analysis, i, attribute))
            return TRUE;
    }
    return FALSE;
}

gboolean
fact_cue_sentence_has_value(FactCueSentence *sentence, const FactCueTry *try)
{
    guint place = try->attribute / 64;
    uint64_t bit = UINT64_C(1) << (try->attribute % 64);

    if ((sentence->asked[place] & bit) == 0) {
        sentence->asked[place] |= bit;
        if (find_value_for(sentence, try->cue->attribute))
            sentence->has_value[place] |= bit;
    }
    return (sentence->has_value[place] & bit) != 0;
}

/* Whether token @i meets the need of @bit. */
static inline gboolean
meets(const FactCueSentence *sentence, guint i, guint bit)
{
    const FactToken *token = fact_analysis_token(sentence->analysis, i);
    const FactCueNeeds *met = NULL;

    if (bit == FACT_CUE_NEED_VALUE) /* or what may stand between it and the anchor */
        return (token->kind & FACT_ROLE_VALUE) != 0 || token->mark == ')' || token->mark == ',';
    if ((token->classes & FACT_WORD_CUE_PART) != 0)
        met = &fact_cue_index_get_word(sentence->index, token->word)->meets;
    else if ((token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 && token->mark > 0)
        met = &sentence->index->marks[(unsigned char)token->mark];
    return met != NULL && (met->bits[bit / 64] >> (bit % 64) & 1) != 0;
}

static gboolean
is_met_in(const FactCueSentence *sentence, guint bit, guint first, guint last)
{
    for (guint i = first; i < last; i++) {
        if (meets(sentence, i, bit))
            return TRUE;
    }
    return FALSE;
}

/* How many tokens beside an anchor may have what @need asks for. */
static guint
reach_of(uint8_t need)
{
    return ((need & FACT_CUE_FAR) != 0 ? FACT_CUE_GAP_MAX : FACT_CUE_SKIP_MAX) + 1;
}

gboolean
fact_cue_sentence_has_beside(const FactCueSentence *sentence, const FactCueTry *try, guint anchor)
{
    if (try->after != FACT_CUE_NO_NEED) {
        guint last = MIN(anchor + 1 + reach_of(try->after), sentence->last);
        if (!is_met_in(sentence, try->after % FACT_CUE_FAR, anchor + 1, last))
            return FALSE;
    }
    if (try->before != FACT_CUE_NO_NEED) {
        guint reach = MIN(reach_of(try->before), anchor - sentence->first);
        return is_met_in(sentence, try->before % FACT_CUE_FAR, anchor - reach, anchor);
    }
    return TRUE;
}
