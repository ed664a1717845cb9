/* SPDX-License-Identifier: MIT */
#include "extract/cue-sentence.h"

#include <string.h>

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
    gsize n_words = analysis->catalog->attributes->len / 64 + 1;

    *sentence = (FactCueSentence){.analysis = analysis, .index = analysis->catalog->cue_index};
    sentence->anchors = fact_arena_alloc(analysis->arena, (longest_sentence(analysis) + 1) *
                                                              sizeof *sentence->anchors);
    sentence->sets_size = 2 * n_words * sizeof *sentence->asked;
    sentence->asked = fact_arena_alloc(analysis->arena, sentence->sets_size);
    sentence->has_value = sentence->asked + n_words;
}

static void
extend(FactCueExtent *extent, guint first, guint last)
{
    extent->first = MIN(extent->first, first);
    extent->last = MAX(extent->last, last);
}

static void
read_values(FactCueSentence *sentence)
{
    const FactAnalysis *analysis = sentence->analysis;
    guint n = analysis->mentions->len;

    sentence->values = (FactCueExtent){G_MAXUINT, 0};
    while (sentence->value < n &&
           fact_analysis_mention(analysis, sentence->value)->last <= sentence->first)
        sentence->value++;
    sentence->value_end = sentence->value;
    for (; sentence->value_end < n; sentence->value_end++) {
        const FactMention *mention = fact_analysis_mention(analysis, sentence->value_end);
        if (mention->first >= sentence->last)
            break;
        sentence->types |= 1u << mention->value.type;
        extend(&sentence->values, mention->first, mention->last);
    }
}

static void
read_names(FactCueSentence *sentence)
{
    const FactAnalysis *analysis = sentence->analysis;
    guint n = analysis->names->len;

    sentence->names = (FactCueExtent){G_MAXUINT, 0};
    while (sentence->name < n &&
           fact_analysis_name(analysis, sentence->name)->last <= sentence->first)
        sentence->name++;
    for (guint i = sentence->name; i < n; i++) {
        const FactName *name = fact_analysis_name(analysis, i);
        if (name->start >= sentence->last)
            break;
        sentence->types |= FACT_CUE_NAME_TYPES;
        extend(&sentence->names, name->start, name->last);
    }
}

/* The needs of values and names that are met where such are on those sides of an anchor. */
static inline uint64_t
roles(gboolean value_before, gboolean name_before, gboolean value_after, gboolean name_after)
{
    return (uint64_t)value_before << FACT_CUE_NEED_VALUE_BEFORE |
           (uint64_t)name_before << FACT_CUE_NEED_NAME_BEFORE |
           (uint64_t)value_after << FACT_CUE_NEED_VALUE_AFTER |
           (uint64_t)name_after << FACT_CUE_NEED_NAME_AFTER;
}

static void
read_words(FactCueSentence *sentence)
{
    const FactCueIndex *index = sentence->index;
    const FactToken *tokens = sentence->analysis->tokens.tokens;
    gboolean has_value = sentence->values.last != 0;
    gboolean has_name = sentence->names.last != 0;
    FactCueNeeds needs = {{roles(has_value, has_name, has_value, has_name)}};
    FactCueAnchor *anchors = sentence->anchors;
    uint32_t types = sentence->types;
    guint last = sentence->last;
    guint n_anchors = 0;

    for (guint i = sentence->first; i < last; i++) {
        const FactToken *token = &tokens[i];
        guint is_cue = (token->classes & (FACT_WORD_CUE | FACT_WORD_CUE_PART)) != 0;
        guint is_mark = (token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0;
        /* note 0 and mark 0 meet nothing */
        const FactCueWord *word = fact_cue_index_get_word(index, token->note);
        guint mark = (guint)MAX(token->mark, 0) & (0 - is_mark);
        fact_cue_needs_add(&needs, &word->meets);
        fact_cue_needs_add(&needs, &index->marks[mark]);
        anchors[n_anchors] = (FactCueAnchor){i, word};
        n_anchors += is_cue & (guint)((word->types & types) != 0);
    }
    sentence->needs = needs;
    sentence->n_anchors = n_anchors;
}

void
fact_cue_sentence_start(FactCueSentence *sentence, guint first, guint last)
{
    sentence->first = first;
    sentence->last = last;
    sentence->types = FACT_CUE_NO_VALUE;
    read_values(sentence);
    read_names(sentence);
    read_words(sentence);
    if (sentence->has_asked)
        memset(sentence->asked, 0, sentence->sets_size);
    sentence->has_asked = FALSE;
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
        sentence->has_asked = TRUE;
        sentence->asked[place] |= bit;
        if (find_value_for(sentence, try->cue->attribute))
            sentence->has_value[place] |= bit;
    }
    return (sentence->has_value[place] & bit) != 0;
}

/* Whether a value is among tokens [first, last), or what may stand between it and the anchor. */
static gboolean
has_value_in(const FactCueSentence *sentence, guint first, guint last)
{
    const FactToken *tokens = sentence->analysis->tokens.tokens;

    for (guint i = first; i < last; i++) {
        if ((tokens[i].kind & FACT_ROLE_VALUE) != 0 || tokens[i].mark == ')' ||
            tokens[i].mark == ',')
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_name_in(const FactCueSentence *sentence, guint first, guint last)
{
    const FactToken *tokens = sentence->analysis->tokens.tokens;

    for (guint i = first; i < last; i++) {
        if ((tokens[i].kind & FACT_ROLE_NAME) != 0)
            return TRUE;
    }
    return FALSE;
}

/* Whether one of tokens [first, last) meets the need of @bit. */
static gboolean
is_met_in(const FactCueSentence *sentence, guint bit, guint first, guint last)
{
    const FactCueIndex *index = sentence->index;
    const FactToken *tokens = sentence->analysis->tokens.tokens;
    guint word = bit / 64;
    uint64_t mask = UINT64_C(1) << bit % 64;

    if (bit == FACT_CUE_NEED_VALUE_BEFORE || bit == FACT_CUE_NEED_VALUE_AFTER)
        return has_value_in(sentence, first, last);
    if (bit == FACT_CUE_NEED_NAME_BEFORE || bit == FACT_CUE_NEED_NAME_AFTER)
        return has_name_in(sentence, first, last);
    for (const FactToken *token = tokens + first; token < tokens + last; token++) {
        if ((token->classes & FACT_WORD_CUE_PART) != 0) {
            if ((fact_cue_index_get_word(index, token->note)->meets.bits[word] & mask) != 0)
                return TRUE;
        } else if ((token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 &&
                   token->mark > 0 &&
                   (index->marks[(unsigned char)token->mark].bits[word] & mask) != 0) {
            return TRUE;
        }
    }
    return FALSE;
}

/* How many tokens beside an anchor may have what @need asks for. */
static guint
reach_of(uint8_t need)
{
    return ((need & FACT_CUE_FAR) != 0 ? FACT_CUE_GAP_MAX : FACT_CUE_SKIP_MAX) + 1;
}

/* Whether values and names are on the sides of token @i that @needs ask for. */
static inline gboolean
has_sides(const FactCueSentence *sentence, uint64_t needs, guint i)
{
    const FactCueExtent *values = &sentence->values;
    const FactCueExtent *names = &sentence->names;
    gboolean value_after = values->last > i + 1;
    gboolean name_after = names->last > i + 1;
    uint64_t sides = roles(values->first < i, names->first < i, value_after, name_after);

    return (needs & roles(TRUE, TRUE, TRUE, TRUE) & ~sides) == 0;
}

gboolean
fact_cue_sentence_has_around(const FactCueSentence *sentence, const FactCueTry *try, guint anchor)
{
    if (!has_sides(sentence, try->needs.bits[0], anchor))
        return FALSE;
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
