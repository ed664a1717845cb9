/* SPDX-License-Identifier: MIT
 *
 * The measure that a value gives is named, the surest place first: by the noun before "of" ("a budget
 * of V"), by the noun after it ("a V budget"), by the noun of which it is said ("the budget was V"),
 * by what is counted and the verb that governs it ("sold V copies"). Words are lemmas, and the
 * catalog's list "open-synonyms" makes one of several ("sale" -> "sell"). A verb that says nothing by
 * itself ("have", "get": list "light-verbs") is left out.
 */
#include "extract/open-attribute.h"

#include "extract/modality.h"

#include <string.h>

/* Begins the id; the label follows. */
#define PREFIX "open:"

/* Words between a verb and the value it governs. */
#define VERB_REACH_MAX 5

static const char *
lemma_at(const FactAnalysis *analysis, guint i)
{
    const FactLexicon *lexicon = analysis->tokens.lexicon;
    FactWord word = fact_lexicon_get_lemma(lexicon, fact_analysis_token(analysis, i)->word);
    return fact_lexicon_get_text(lexicon, word);
}

static const char *
replace_word(const FactAnalysis *analysis, const FactWording *synonyms, const char *word)
{
    uint32_t payload = fact_phrase_table_find(synonyms->phrases, analysis->tokens.lexicon, word);
    return payload == 0 ? word : g_ptr_array_index(synonyms->values, payload - 1);
}

const char *
fact_open_attribute_noun(const FactAnalysis *analysis, const char *noun)
{
    return noun == NULL ? NULL : replace_word(analysis, analysis->wording.noun_synonyms, noun);
}

static const char *
normal_word(const FactAnalysis *analysis, const char *word)
{
    return replace_word(analysis, analysis->wording.open_synonyms, word);
}

static gboolean
is_light(const FactAnalysis *analysis, guint i)
{
    guint end;
    return fact_wording_match(analysis->wording.light_verbs, &analysis->tokens, i, i + 1,
                              &end) != NULL;
}

static gboolean
is_noun(const FactAnalysis *analysis, guint i)
{
    guint end;
    const FactToken *token = fact_analysis_token(analysis, i);
    return (token->flags & FACT_TOKEN_WORD) != 0 && (token->kind & (FACT_ROLE_NAME | FACT_ROLE_VALUE)) == 0 &&
           (fact_analysis_classes(analysis, i) & FACT_WORD_NOUN) != 0 &&
           (fact_analysis_classes(analysis, i) & FACT_WORD_PREPOSITION) == 0 &&
           fact_wording_match(analysis->wording.not_measures, &analysis->tokens, i, i + 1, &end) == NULL;
}

static gboolean
is_verb(const FactAnalysis *analysis, guint i)
{
    uint32_t classes = fact_analysis_classes(analysis, i);
    return (fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0 && (classes & FACT_WORD_VERB) != 0 &&
           ((classes & FACT_WORD_NOUN) == 0 || (classes & FACT_WORD_PAST) != 0) && (classes & FACT_WORD_AUXILIARY) == 0;
}

static gboolean
has_text(const FactAnalysis *analysis, guint i, const char *text)
{
    return strcmp(fact_lexicon_get_text(analysis->tokens.lexicon, fact_analysis_token(analysis, i)->word), text) == 0;
}

/* Skips back over determiners, adjectives and adverbs before token @i. */
static guint
skip_back(const FactAnalysis *analysis, guint i, guint start)
{
    while (i > start && (fact_analysis_token(analysis, i - 1)->flags & FACT_TOKEN_WORD) != 0 &&
           (fact_analysis_classes(analysis, i - 1) & (FACT_WORD_DETERMINER | FACT_WORD_ADVERB | FACT_WORD_HEDGE)) != 0 &&
           (fact_analysis_classes(analysis, i - 1) & (FACT_WORD_NOUN | FACT_WORD_VERB)) == 0)
        i--;
    return i;
}

static void
set(const FactAnalysis *analysis, FactOpenAttribute *attribute, const char *verb, const char *noun,
    guint first, guint last)
{
    const char *governing = verb == NULL ? "" : normal_word(analysis, verb);
    const char *governed = noun == NULL || noun[0] == '\0'
                               ? ""
                               : normal_word(analysis, fact_open_attribute_noun(analysis, noun));
    const char *blank = governing[0] != '\0' && governed[0] != '\0' ? " " : "";
    size_t size = strlen(PREFIX) + strlen(governing) + strlen(governed) + 2;
    char *id = fact_arena_alloc(analysis->arena, size);
    (void)g_stpcpy(g_stpcpy(g_stpcpy(g_stpcpy(id, PREFIX), governing), blank), governed);
    attribute->id = id;
    attribute->label = id + strlen(PREFIX);
    attribute->first = first;
    attribute->last = last;
    attribute->is_verb = verb != NULL;
}

/* "a budget of V", "magnitude V": the noun right before it. */
static gboolean
noun_before(const FactAnalysis *analysis, const FactMention *mention, guint start, FactOpenAttribute *out)
{
    guint i = skip_back(analysis, mention->first, start);
    if (i > start && (has_text(analysis, i - 1, "of") || has_text(analysis, i - 1, "at")))
        i--;
    else
        return FALSE;
    if (i == start || !is_noun(analysis, i - 1))
        return FALSE;
    set(analysis, out, NULL, lemma_at(analysis, i - 1), i - 1, i);
    return TRUE;
}

static gboolean
is_adjective(const FactAnalysis *analysis, guint i)
{
    return (fact_analysis_classes(analysis, i) & FACT_WORD_ADJECTIVE) != 0;
}

/* "a V budget": the last of the nouns right after it. Mostly there is none, and then it does not
 * matter where the clause ends. */
static gboolean
noun_after(const FactAnalysis *analysis, const FactMention *mention, FactOpenAttribute *out)
{
    guint i = mention->last;
    if (!is_adjective(analysis, i) && !is_noun(analysis, i))
        return FALSE;
    guint limit = fact_clause_end(analysis, mention->last > 0 ? mention->last - 1 : 0);
    while (i < limit && is_adjective(analysis, i) && !is_noun(analysis, i))
        i++;
    guint first = i;
    while (i < limit && is_noun(analysis, i) && i < first + 3)
        i++;
    if (i == first)
        return FALSE;
    set(analysis, out, NULL, lemma_at(analysis, i - 1), i - 1, i);
    return TRUE;
}

/* "the budget was V". */
static gboolean
noun_of_copula(const FactAnalysis *analysis, const FactMention *mention, guint start, FactOpenAttribute *out)
{
    guint i = skip_back(analysis, mention->first, start);
    if (i == start || strcmp(lemma_at(analysis, i - 1), "be") != 0)
        return FALSE;
    i = skip_back(analysis, i - 1, start);
    if (i == start || !is_noun(analysis, i - 1))
        return FALSE;
    set(analysis, out, NULL, lemma_at(analysis, i - 1), i - 1, i);
    return TRUE;
}

/* The verb that governs the value, up to a few words before it; @limit if there is none. */
static guint
verb_before(const FactAnalysis *analysis, guint i, guint start)
{
    for (guint step = 1; step <= VERB_REACH_MAX && i >= start + step; step++) {
        guint at = i - step;
        if ((fact_analysis_token(analysis, at)->flags & FACT_TOKEN_PUNCT) != 0 ||
            (fact_analysis_token(analysis, at)->kind & FACT_ROLE_VALUE) != 0)
            break;
        if (is_verb(analysis, at))
            return at;
    }
    return FACT_NONE;
}

/* "He and two other men": how many they are besides him depends on who is told of. */
static gboolean
is_rest(const FactAnalysis *analysis, const FactMention *mention)
{
    for (guint i = mention->first; i < mention->last; i++) {
        guint end;
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0 &&
            fact_wording_match(analysis->wording.part_words, &analysis->tokens, i, mention->last, &end) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* "Three counts of murder": one charge of several, and no measure. */
static gboolean
counts_no_measure(const FactAnalysis *analysis, const FactValue *value)
{
    return value->unit != NULL && fact_phrase_table_find(analysis->wording.not_measures->phrases,
                                                         analysis->tokens.lexicon, value->unit) != 0;
}

/* "In the past 12 months", "later this 12 months": when, and not how long something takes. */
static gboolean
tells_when(const FactAnalysis *analysis, const FactMention *mention, guint start)
{
    guint end;
    if (mention->value.type != FACT_VALUE_DURATION)
        return FALSE;
    for (guint i = mention->first > start ? mention->first - 1 : start; i <= mention->core; i++)
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0 &&
            fact_wording_match(analysis->wording.deictics, &analysis->tokens, i, mention->last,
                               &end) != NULL)
            return TRUE;
    return FALSE;
}

gboolean
fact_open_attribute_read(const FactAnalysis *analysis, guint value, FactOpenAttribute *out_attribute)
{
    const FactMention *mention = fact_analysis_mention(analysis, value);
    gboolean is_count = mention->value.type == FACT_VALUE_COUNT;
    if (is_count && (is_rest(analysis, mention) || counts_no_measure(analysis, &mention->value)))
        return FALSE;
    guint start = fact_clause_start(analysis, mention->first);
    if (tells_when(analysis, mention, start))
        return FALSE;
    if (!is_count && (noun_before(analysis, mention, start, out_attribute) ||
                      noun_after(analysis, mention, out_attribute) ||
                      noun_of_copula(analysis, mention, start, out_attribute)))
        return TRUE;
    const char *noun = is_count ? mention->value.unit : NULL;
    guint verb = verb_before(analysis, mention->first, start);
    if (verb != FACT_NONE && !is_light(analysis, verb)) {
        set(analysis, out_attribute, lemma_at(analysis, verb), noun, verb, mention->last);
        return TRUE;
    }
    if (noun == NULL || noun[0] == '\0')
        return FALSE;
    set(analysis, out_attribute, NULL, noun, mention->first, mention->last);
    out_attribute->is_verb = TRUE;
    return TRUE;
}
