/* SPDX-License-Identifier: MIT
 *
 * Noun phrases are read by word classes alone: determiner, adjectives, nouns and names, up to the
 * last noun. What a phrase refers to is reference.c's.
 */
#include "extract/phrase.h"

#include <string.h>

/* Longest noun phrase, in tokens. */
#define PHRASE_TOKENS_MAX 10

const char *
fact_phrase_word(const FactAnalysis *analysis, guint i)
{
    return fact_lexicon_get_text(analysis->tokens.lexicon, fact_analysis_token(analysis, i)->word);
}

/* Most tokens begin with another letter, which the token itself tells: the lexicon need not be
 * asked. */
gboolean
fact_phrase_has_word(const FactAnalysis *analysis, guint i, const char *const *words)
{
    char mark = fact_analysis_token(analysis, i)->mark;
    for (guint k = 0; words[k] != NULL; k++)
        if (words[k][0] == mark && strcmp(fact_phrase_word(analysis, i), words[k]) == 0)
            return TRUE;
    return FALSE;
}

const char *const FACT_WORDS_RELATIVES[] = {"which", "who", "that", "whose", NULL};
const char *const FACT_WORDS_POSSESSIVES[] = {"its", "his", "her", "their", NULL};
const char *const FACT_WORDS_PERSON_PRONOUNS[] = {"he", "she", "him", "his", "her", NULL};
const char *const FACT_WORDS_THING_PRONOUNS[] = {"it", "its", NULL};
const char *const FACT_WORDS_DEMONSTRATIVES[] = {"this", "that", "these", "those", NULL};

/* A word that can stand inside a noun phrase before its head. */
gboolean
fact_phrase_takes(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    if ((token->kind & FACT_ROLE_NAME) != 0)
        return TRUE;
    if ((token->flags & (FACT_TOKEN_POSSESSIVE | FACT_TOKEN_NUMBER)) != 0)
        return TRUE;
    if ((token->flags & FACT_TOKEN_DASH) != 0)
        return (token->flags & FACT_TOKEN_GLUED) != 0;
    if ((token->flags & FACT_TOKEN_WORD) == 0)
        return FALSE;
    uint32_t classes = fact_analysis_classes(analysis, i);
    if ((classes & (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_AUXILIARY |
                    FACT_WORD_NEGATION)) != 0)
        return FALSE;
    if ((classes & FACT_WORD_PRONOUN) != 0 && (classes & FACT_WORD_DETERMINER) == 0)
        return fact_phrase_has_word(analysis, i, FACT_WORDS_POSSESSIVES);
    return (classes & (FACT_WORD_NOUN | FACT_WORD_ADJECTIVE | FACT_WORD_DETERMINER)) != 0 ||
           (classes & (FACT_WORD_VERB | FACT_WORD_ADVERB)) == 0;
}

gboolean
fact_phrase_is_pronoun(const FactAnalysis *analysis, guint i)
{
    if ((fact_analysis_classes(analysis, i) & FACT_WORD_PRONOUN) == 0 ||
        fact_phrase_has_word(analysis, i, FACT_WORDS_POSSESSIVES))
        return FALSE;
    return (fact_analysis_classes(analysis, i) & FACT_WORD_DETERMINER) == 0 ||
           i + 1 >= analysis->tokens.n ||
           !fact_phrase_takes(analysis, i + 1); /* "this" of "this model" is none */
}

static gboolean
is_noun(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    if ((token->kind & FACT_ROLE_NAME) != 0)
        return TRUE;
    uint32_t classes = fact_analysis_classes(analysis, i);
    return (token->flags & FACT_TOKEN_WORD) != 0 &&
           ((classes & FACT_WORD_NOUN) != 0 || token->word == 0);
}

gboolean
fact_phrase_goes_on(const FactAnalysis *analysis, guint i)
{
    if (i >= analysis->tokens.n ||
        (fact_analysis_token(analysis, i)->flags & FACT_TOKEN_SENTENCE) != 0)
        return FALSE;
    uint32_t classes = fact_analysis_classes(analysis, i);
    return fact_phrase_takes(analysis, i) &&
           ((classes & FACT_WORD_VERB) == 0 || (classes & FACT_WORD_NOUN) != 0) &&
           (fact_analysis_token(analysis, i)->flags & FACT_TOKEN_POSSESSIVE) == 0;
}

gboolean
fact_phrase_forward(const FactAnalysis *analysis, guint i, guint limit, FactPhrase *out_phrase)
{
    if (i >= limit)
        return FALSE;
    if (fact_phrase_is_pronoun(analysis, i)) {
        *out_phrase = (FactPhrase){i, i + 1};
        return TRUE;
    }
    guint last = i;
    for (guint j = i; j < limit && j < i + PHRASE_TOKENS_MAX && fact_phrase_takes(analysis, j);
         j++) {
        guint name = fact_analysis_name_at(analysis, j);
        if (name != FACT_NONE) {
            j = fact_analysis_name(analysis, name)->last - 1;
            last = j + 1;
        } else if (is_noun(analysis, j)) {
            last = j + 1;
        } else if (last > i && (fact_analysis_classes(analysis, j) &
                                (FACT_WORD_DETERMINER | FACT_WORD_VERB)) != 0) {
            break;
        }
    }
    if (last == i)
        return FALSE;
    *out_phrase = (FactPhrase){i, MIN(last, limit)};
    return TRUE;
}

/* "the model, R1, rivals": the comma at token @comma closes what another one opened before a name.
 */
static gboolean
closes_apposition(const FactAnalysis *analysis, guint comma, guint limit)
{
    guint index = comma > limit ? fact_analysis_name_at(analysis, comma - 1) : FACT_NONE;
    if (index == FACT_NONE)
        return FALSE;
    guint start = fact_analysis_name(analysis, index)->start;
    return start > limit && fact_analysis_is_mark(analysis, start - 1, ',');
}

/* "police in Belford said Ann Harper": "said" reports, though it can be an adjective. */
static gboolean
reports_name(const FactAnalysis *analysis, guint i)
{
    uint32_t reports = FACT_WORD_REPORTING | FACT_WORD_PAST;
    return (fact_analysis_classes(analysis, i) & reports) == reports &&
           (fact_analysis_token(analysis, i)->kind & FACT_ROLE_NAME) == 0 &&
           fact_analysis_name_at(analysis, i + 1) != FACT_NONE;
}

gboolean
fact_phrase_is_behind(const FactAnalysis *analysis, guint i)
{
    static const char *const behind[] = {"behind", NULL};
    return i < analysis->tokens.n && fact_phrase_has_word(analysis, i, behind);
}

static gboolean
read_backward(const FactAnalysis *analysis, guint i, guint limit, FactPhrase *out_phrase)
{
    if (i <= limit)
        return FALSE;
    guint end = i;
    if (fact_phrase_has_word(analysis, end - 1, FACT_WORDS_RELATIVES) &&
        end - 1 > limit) { /* "R1, which rivals" */
        end--;
        if (end > limit + 1 && fact_analysis_is_mark(analysis, end - 1, ','))
            end--;
    } else if (fact_phrase_is_pronoun(analysis, end - 1)) {
        *out_phrase = (FactPhrase){end - 1, end};
        return TRUE;
    } else if (end > limit + 1 && fact_analysis_is_mark(analysis, end - 1, ',') &&
               (closes_apposition(analysis, end - 1, limit) ||
                (i < analysis->tokens.n &&
                 (fact_analysis_classes(analysis, i) & FACT_WORD_PAST) != 0))) {
        end--; /* "R1, touted as"; "..., surpassing" has the subject of its clause */
    }
    if (!is_noun(analysis, end - 1) ||
        ((fact_analysis_classes(analysis, end - 1) & FACT_WORD_ADVERB) != 0 &&
         (fact_analysis_token(analysis, end - 1)->kind & FACT_ROLE_NAME) == 0))
        return FALSE;
    guint first = end;
    while (first > limit && end - first < PHRASE_TOKENS_MAX &&
           fact_phrase_takes(analysis, first - 1) && !reports_name(analysis, first - 1)) {
        first--;
        guint name = fact_analysis_name_at(analysis, first);
        if (name != FACT_NONE)
            first = MAX(limit, fact_analysis_name(analysis, name)->start);
        uint32_t classes = fact_analysis_classes(analysis, first);
        if ((classes & FACT_WORD_DETERMINER) != 0 ||
            fact_phrase_has_word(analysis, first, FACT_WORDS_POSSESSIVES))
            break;
    }
    *out_phrase = (FactPhrase){first, end};
    return TRUE;
}

/* "The company behind the model is": what the verb tells of stands before "behind". */
gboolean
fact_phrase_backward(const FactAnalysis *analysis, guint i, guint limit, FactPhrase *out_phrase)
{
    FactPhrase before;
    if (!read_backward(analysis, i, limit, out_phrase))
        return FALSE;
    guint first = out_phrase->first;
    if (first > limit && fact_phrase_is_behind(analysis, first - 1) &&
        read_backward(analysis, first - 1, limit, &before) &&
        (fact_analysis_classes(analysis, before.first) & FACT_WORD_DETERMINER) != 0)
        *out_phrase = before;
    return TRUE;
}

/* The name whose thing heads @phrase: the last one that owns nothing in it; FACT_NONE. @out_owner
 * is the name that possesses the head, if any. */
guint
fact_phrase_find_head(const FactAnalysis *analysis, FactPhrase phrase, guint *out_owner)
{
    guint head = FACT_NONE;
    *out_owner = FACT_NONE;
    for (guint k = fact_analysis_name_from(analysis, phrase.first); k < analysis->names->len; k++) {
        const FactName *name = fact_analysis_name(analysis, k);
        if (name->first >= phrase.last)
            break;
        if ((name->flags & FACT_NAME_ADJECTIVE) != 0)
            continue;
        if ((name->flags & FACT_NAME_POSSESSIVE) != 0 && name->last + 1 < phrase.last)
            *out_owner = k;
        else
            head = k;
    }
    return head;
}

guint
fact_phrase_head_name(const FactAnalysis *analysis, FactPhrase phrase)
{
    guint owner;
    return fact_phrase_find_head(analysis, phrase, &owner);
}
