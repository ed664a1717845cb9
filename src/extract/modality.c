/* SPDX-License-Identifier: MIT
 *
 * Modality is read from the words of the statement's clause, by the lists in facts/wording:
 * "moods" (will -> plan, could -> hypothesis), "hedges" (reportedly -> reported), "not-negations"
 * ("not just": an emphasis, no denial). A speaker is a name beside a reporting verb in the sentence.
 */
#include "extract/modality.h"

#include "extract/phrase.h"
#include "extract/qualifier.h"

#include <string.h>

/* How far before a statement a negation still denies it. */
#define NEGATION_REACH 4
/* Clauses are looked at no further than this from a statement: a longer one is no prose, and walking
 * all of it for each of its values would take quadratic time. */
#define CLAUSE_TOKENS_MAX 200
/* How far after it an auxiliary still tells its mood: "a magnitude-6 quake can cause". */
#define MOOD_REACH 3
/* How far after it words still tell that it will not hold. */
#define HEDGE_REACH 6
/* Words between a reporting verb and its speaker. */
#define SPEAKER_TOKENS_MAX 3
/* Tokens that tell where a speaker is. */
#define SEAT_TOKENS_MAX 8

static const char *const WHO[] = {"who", "whom", "whose", NULL};

static gboolean
is_clause_break(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    if ((token->flags & FACT_TOKEN_PUNCT) != 0)
        return token->mark == ';' || token->mark == ':' ||
               (token->mark == '-' && (token->flags & FACT_TOKEN_GLUED) == 0);
    guint end;
    return (token->flags & FACT_TOKEN_WORD) != 0 &&
           fact_wording_match(analysis->wording.clause_breaks, &analysis->tokens, i,
                              analysis->tokens.n, &end) != NULL;
}

guint
fact_clause_start(const FactAnalysis *analysis, guint i)
{
    guint start = analysis->tokens.sentences[fact_analysis_sentence_of(analysis, i)];
    start = MAX(start, i - MIN(i, CLAUSE_TOKENS_MAX));
    while (i > start && !is_clause_break(analysis, i - 1))
        i--;
    return i;
}

/* The end of the clause of token @i, if it is no more than @reach tokens on. */
static guint
clause_end_within(const FactAnalysis *analysis, guint i, guint reach)
{
    guint end = analysis->tokens.sentences[fact_analysis_sentence_of(analysis, i) + 1];
    end = MIN(end, i + reach);
    while (i < end && !is_clause_break(analysis, i))
        i++;
    return i;
}

guint
fact_clause_end(const FactAnalysis *analysis, guint i)
{
    return clause_end_within(analysis, i, CLAUSE_TOKENS_MAX);
}

static FactMood
mood_from_string(const char *name)
{
    if (strcmp(name, "plan") == 0)
        return FACT_MOOD_PLAN;
    if (strcmp(name, "forecast") == 0)
        return FACT_MOOD_FORECAST;
    if (strcmp(name, "hypothesis") == 0)
        return FACT_MOOD_HYPOTHESIS;
    return FACT_MOOD_FACT;
}

static gboolean
is_question(const FactAnalysis *analysis, guint i)
{
    guint end = analysis->tokens.sentences[fact_analysis_sentence_of(analysis, i) + 1];
    for (guint back = 1; back <= 3 && end > i + back; back++)
        if (fact_analysis_is_mark(analysis, end - back, '?'))
            return TRUE;
    return FALSE;
}

/* Whether only auxiliaries and adverbs stand between tokens [first, last). */
static gboolean
is_near(const FactAnalysis *analysis, guint first, guint last)
{
    if (last > first + SPEAKER_TOKENS_MAX)
        return FALSE;
    for (guint i = first; i < last; i++)
        if ((fact_analysis_classes(analysis, i) & (FACT_WORD_AUXILIARY | FACT_WORD_ADVERB | FACT_WORD_PREPOSITION)) == 0)
            return FALSE;
    return TRUE;
}

/* "The Survey in Golden, Colo., said": whether tokens [first, last) only tell where who speaks is. */
static gboolean
is_seat(const FactAnalysis *analysis, guint first, guint last)
{
    static const char *const in[] = {"in", NULL};
    if (last < first + 2 || last > first + SEAT_TOKENS_MAX || !fact_phrase_has_word(analysis, first, in))
        return FALSE;
    for (guint i = first + 1; i < last; i++)
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_PUNCT) == 0 &&
            (fact_analysis_token(analysis, i)->kind & FACT_ROLE_NAME) == 0)
            return FALSE;
    return TRUE;
}

/* "Harlan's state television says": whether nothing but a noun phrase that @name owns stands before the
 * reporting verb @verb. */
static gboolean
is_owner_of_speaker(const FactAnalysis *analysis, const FactName *name, guint verb)
{
    guint first = name->last + 1; /* after the possessive */
    if ((name->flags & FACT_NAME_POSSESSIVE) == 0 || verb <= first ||
        verb > first + SPEAKER_TOKENS_MAX)
        return FALSE;
    for (guint i = first; i < verb; i++) {
        uint32_t classes = fact_analysis_classes(analysis, i);
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) == 0 ||
            (classes & (FACT_WORD_NOUN | FACT_WORD_ADJECTIVE)) == 0 ||
            (classes & (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION)) != 0)
            return FALSE;
    }
    return (fact_analysis_classes(analysis, verb - 1) & FACT_WORD_NOUN) != 0;
}

/* "Deputies said", "According to officials": one common word names nobody. */
static gboolean
is_common_word(const FactAnalysis *analysis, const FactName *name)
{
    uint32_t classes = fact_analysis_classes(analysis, name->first);
    return name->last == name->first + 1 && name->known == NULL &&
           ((classes & FACT_WORD_COMMON) != 0 || (classes & FACT_WORD_REPORTING) != 0) &&
           (classes & FACT_WORD_GIVEN_NAME) == 0 &&
           fact_analysis_thing(analysis, name->thing)->n_tokens == 1;
}

/* "They noted that Orvane grew", "they said Orvane has grown": a name behind the verb that begins what
 * is said does not say it. */
static gboolean
begins_what_is_said(const FactAnalysis *analysis, const FactName *name, guint verb)
{
    static const char *const that[] = {"that", NULL};
    uint32_t after = fact_analysis_classes(analysis, name->last);
    return (name->start == verb + 2 && fact_phrase_has_word(analysis, verb + 1, that)) ||
           ((fact_analysis_token(analysis, name->last)->flags & FACT_TOKEN_SENTENCE) == 0 &&
            (after & FACT_WORD_AUXILIARY) != 0);
}

/* "Ann Smith said", "said Ann Smith", "according to Ann Smith". */
const char *
fact_modality_speaker(const FactAnalysis *analysis, guint first, guint last)
{
    for (guint i = first; i < last; i++) {
        if ((fact_analysis_classes(analysis, i) & FACT_WORD_REPORTING) == 0 ||
            (fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) == 0)
            continue;
        for (guint k = fact_analysis_name_from(analysis, first); k < analysis->names->len; k++) {
            const FactName *name = fact_analysis_name(analysis, k);
            if (name->first >= last)
                break;
            const FactThing *thing = fact_analysis_thing(analysis, name->thing);
            gboolean can_speak = thing->kinds == 0 || (thing->kinds & (FACT_KIND_PERSON | FACT_KIND_ORGANISATION)) != 0;
            if (is_owner_of_speaker(analysis, name, i))
                return fact_analysis_text(analysis, name->first, i);
            if (!can_speak || is_common_word(analysis, name) ||
                (name->flags & (FACT_NAME_ADJECTIVE | FACT_NAME_POSSESSIVE)) != 0)
                continue;
            if (name->last <= i ? is_near(analysis, name->last, i) || is_seat(analysis, name->last, i)
                                : is_near(analysis, i + 1, name->start) &&
                                      !begins_what_is_said(analysis, name, i))
                return thing->label;
        }
    }
    return NULL;
}

/* "As of 4 p.m.": of a day "as of" tells no more than when it was counted. */
static gboolean
is_as_of_hour(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    if (token->end - token->start != 2 || token->mark != 'a' ||
        g_ascii_strncasecmp(analysis->tokens.text + token->start, "as of ", 6) != 0)
        return FALSE;
    guint value = fact_analysis_value_at(analysis, i + 2);
    if (value == FACT_NONE)
        value = fact_analysis_value_at(analysis, i);
    if (value == FACT_NONE)
        return FALSE;
    const FactValue *date = &fact_analysis_mention(analysis, value)->value;
    return date->type == FACT_VALUE_DATE && (date->flags & FACT_VALUE_HAS_TIME) != 0;
}

/* What is said after a value of how long it will hold. */
static const char *
hedge_after(const FactAnalysis *analysis, guint first)
{
    guint limit = clause_end_within(analysis, first, HEDGE_REACH);
    for (guint i = first; i < limit; i++) {
        guint end;
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_PUNCT) != 0)
            return NULL;
        if (is_as_of_hour(analysis, i))
            return "preliminary";
        const char *hedge =
            fact_wording_match(analysis->wording.hedges, &analysis->tokens, i, limit, &end);
        if (hedge != NULL && strcmp(hedge, "preliminary") == 0)
            return hedge;
    }
    return NULL;
}

/* Who says tokens [first, last): in their clause, which begins at token @clause_start, else in
 * their sentence. */
static const char *
find_speaker(const FactAnalysis *analysis, guint clause_start, guint first, guint last)
{
    guint sentence = fact_analysis_sentence_of(analysis, first);
    const guint *sentences = &analysis->tokens.sentences[sentence];
    if (fact_analysis_sentence_of(analysis, last - 1) == sentence &&
        !fact_qualifier_reports(analysis, first))
        return NULL;
    const char *speaker =
        fact_modality_speaker(analysis, clause_start, fact_clause_end(analysis, last - 1));
    return speaker != NULL ? speaker : fact_modality_speaker(analysis, sentences[0], sentences[1]);
}

FactModality
fact_modality_read(const FactAnalysis *analysis, guint first, guint last)
{
    FactModality modality = {.polarity = FACT_POLARITY_AFFIRMED, .mood = FACT_MOOD_FACT};
    const FactWording *moods = analysis->wording.moods;
    const FactWording *hedges = analysis->wording.hedges;
    const FactWording *emphases = analysis->wording.not_negations;
    guint end;
    guint clause_start = fact_clause_start(analysis, first);
    guint limit = clause_end_within(analysis, last - 1, MOOD_REACH + 1);
    for (guint i = last; i < limit; i++) {
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_PUNCT) != 0)
            limit = i;
    }
    for (guint i = clause_start; i < limit; i++) {
        const FactToken *token = fact_analysis_token(analysis, i);
        if ((token->flags & FACT_TOKEN_WORD) == 0 ||
            (token->kind & (FACT_ROLE_NAME | FACT_ROLE_VALUE)) != 0)
            continue;
        gboolean is_modal = fact_phrase_ends_have_word(&analysis->modal_words, token->word);
        if (is_modal && fact_wording_match(emphases, &analysis->tokens, i, last, &end) != NULL) {
            i = end - 1;
            continue;
        }
        uint32_t classes = token->classes;
        if (i < first && token->mark == 'w' &&
            fact_phrase_has_word(analysis, i, WHO)) /* "not the man who killed two" */
            modality.polarity = FACT_POLARITY_AFFIRMED;
        if (i < last && i + NEGATION_REACH >= first && (classes & FACT_WORD_NEGATION) != 0 && (classes & FACT_WORD_PREPOSITION) == 0)
            modality.polarity = FACT_POLARITY_DENIED;
        if (!is_modal)
            continue;
        const char *mood = fact_wording_match(moods, &analysis->tokens, i, limit, &end);
        if (mood != NULL && modality.mood == FACT_MOOD_FACT)
            modality.mood = mood_from_string(mood);
        const char *hedge = fact_wording_match(hedges, &analysis->tokens, i, last, &end);
        if (hedge != NULL && modality.hedge == NULL)
            modality.hedge = hedge;
    }
    if (modality.hedge == NULL)
        modality.hedge = hedge_after(analysis, last);
    if (is_question(analysis, first))
        modality.mood = FACT_MOOD_QUESTION;
    modality.speaker = find_speaker(analysis, clause_start, first, last);
    return modality;
}
