/* SPDX-License-Identifier: MIT
 *
 * Members of a list are read on from the first one; whether a noun may go on after the last is for
 * the cue to say: "face and chest wounds", but not "in the head office".
 */
#include "extract/word-value.h"

#include "extract/phrase.h"

#include <stdlib.h>
#include <string.h>

/* Words that one value lists; what a text lists beyond them is not read. */
#define WORDS_MAX 6
/* Words between "and" and what it adds: "and his left". */
#define SKIP_MAX 3
/* Tokens of the longest phrase of a list. */
#define PHRASE_MAX 5

static const char *const joiners[] = {"and", "plus", NULL};

/* Whether the word at @i makes another thing of the one before it. */
static gboolean
goes_on(const FactAnalysis *analysis, guint i, guint limit)
{
    if (i >= limit)
        return FALSE;
    const FactToken *token = fact_analysis_token(analysis, i);
    uint32_t classes = fact_analysis_classes(analysis, i);
    return (token->flags & FACT_TOKEN_WORD) != 0 &&
           (token->kind & (FACT_ROLE_VALUE | FACT_ROLE_NAME)) == 0 &&
           (classes & FACT_WORD_NOUN) != 0 &&
           (classes & (FACT_WORD_ADJECTIVE | FACT_WORD_ADVERB | FACT_WORD_VERB |
                       FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION |
                       FACT_WORD_PRONOUN | FACT_WORD_AUXILIARY)) == 0;
}

/* Whether tokens [first, last) are a part of a name: "Boat" of "the Boat Council". */
static gboolean
is_in_name(const FactAnalysis *analysis, guint first, guint last)
{
    for (guint i = first; i < last; i++) {
        guint index = fact_analysis_name_at(analysis, i);
        if (index == FACT_NONE)
            continue;
        const FactName *name = fact_analysis_name(analysis, index);
        if (name->first < first || name->last > last)
            return TRUE;
    }
    return FALSE;
}

/* The longest word of the list at token @i, where no name has it; NULL. */
static const char *
match_at(const FactAnalysis *analysis, const FactWording *words, guint i, guint limit,
         guint *out_end)
{
    const char *meaning = fact_wording_match(words, &analysis->tokens, i, limit, out_end);
    return meaning == NULL || is_in_name(analysis, i, *out_end) ? NULL : meaning;
}

static gboolean
is_skipped(const FactAnalysis *analysis, guint i)
{
    uint32_t classes = fact_analysis_classes(analysis, i);
    return (fact_analysis_token(analysis, i)->kind & (FACT_ROLE_VALUE | FACT_ROLE_NAME)) == 0 &&
           ((classes & (FACT_WORD_DETERMINER | FACT_WORD_ADJECTIVE)) != 0 ||
            fact_phrase_has_word(analysis, i, FACT_WORDS_POSSESSIVES));
}

/* The next member of a list after token @i: what it means and where it ends; NULL. */
static const char *
next_member(const FactAnalysis *analysis, const FactWording *words, guint i, guint limit,
            guint *out_end, gboolean *out_is_joined)
{
    guint at = i;
    if (at < limit && fact_analysis_is_mark(analysis, at, ','))
        at++;
    *out_is_joined = at < limit && fact_phrase_has_word(analysis, at, joiners);
    if (*out_is_joined)
        at++;
    for (guint skipped = 0; at > i && at < limit && skipped <= SKIP_MAX; skipped++, at++) {
        guint end;
        const char *meaning = match_at(analysis, words, at, limit, &end);
        if (meaning != NULL) {
            *out_end = end;
            return meaning;
        }
        if (!is_skipped(analysis, at))
            break;
    }
    return NULL;
}

static int
compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *
join(const FactAnalysis *analysis, const char **words, guint n)
{
    if (n == 1)
        return words[0];
    qsort(words, n, sizeof *words, compare_words);
    g_autoptr(GString) joined = g_string_new(words[0]);
    for (guint i = 1; i < n; i++)
        if (strcmp(words[i], words[i - 1]) != 0)
            g_string_append_printf(joined, "%s%s", FACT_TEXT_JOINER, words[i]);
    return fact_arena_strdup(analysis->arena, joined->str);
}

/* The longest word of the list that ends with token @i; NULL. */
static const char *
match_end(const FactAnalysis *analysis, const FactWording *words, guint i, guint limit,
          guint *out_first)
{
    if (!fact_phrase_table_may_end(words->phrases, &analysis->tokens, i))
        return NULL;
    for (guint first = i >= limit + PHRASE_MAX ? i - PHRASE_MAX : limit; first <= i; first++) {
        guint end;
        const char *meaning = match_at(analysis, words, first, i + 1, &end);
        if (meaning != NULL && end == i + 1) {
            *out_first = first;
            return meaning;
        }
    }
    return NULL;
}

gboolean
fact_word_value_forward(const FactAnalysis *analysis, const FactWording *words, guint i,
                        guint limit, gboolean is_alone, FactWordValue *out_value)
{
    const char *meanings[WORDS_MAX];
    guint n = 1;
    guint end;
    meanings[0] = match_at(analysis, words, i, limit, &end);
    guint whole = i;
    if (meanings[0] == NULL || (i > 0 &&
                                match_end(analysis, words, end - 1,
                                          i >= PHRASE_MAX ? i - PHRASE_MAX : 0, &whole) != NULL &&
                                whole < i)) /* "vessel" of "patrol vessel" */
        return FALSE;
    guint next = end;
    for (guint k = 1; k < WORDS_MAX; k++) {
        gboolean is_joined;
        meanings[k] = next_member(analysis, words, next, limit, &next, &is_joined);
        if (meanings[k] == NULL)
            break;
        if (is_joined) { /* commas alone make no list: "for a girl, police said" */
            n = k + 1;
            end = next;
        }
    }
    if (is_alone && goes_on(analysis, end, limit))
        return FALSE;
    *out_value = (FactWordValue){i, end, join(analysis, meanings, n)};
    return TRUE;
}

/* The member of a list before token @first: what it means and where it begins; NULL. */
static const char *
last_member(const FactAnalysis *analysis, const FactWording *words, guint first, guint limit,
            gboolean is_last, guint *out_first)
{
    guint at = first;
    for (guint skipped = 0; at > limit && skipped < SKIP_MAX && is_skipped(analysis, at - 1);)
        skipped++, at--;
    guint joined = at;
    if (at > limit && fact_phrase_has_word(analysis, at - 1, joiners))
        at--;
    else if (is_last)
        return NULL;
    if (at > limit && fact_analysis_is_mark(analysis, at - 1, ','))
        at--;
    return at == joined || at == limit ? NULL
                                       : match_end(analysis, words, at - 1, limit, out_first);
}

gboolean
fact_word_value_backward(const FactAnalysis *analysis, const FactWording *words, guint i,
                         guint limit, FactWordValue *out_value)
{
    const char *meanings[WORDS_MAX];
    guint first;
    guint n;
    meanings[0] = match_end(analysis, words, i, limit, &first);
    if (meanings[0] == NULL)
        return FALSE;
    for (n = 1; n < WORDS_MAX; n++) {
        meanings[n] = last_member(analysis, words, first, limit, n == 1, &first);
        if (meanings[n] == NULL)
            break;
    }
    *out_value = (FactWordValue){first, i + 1, join(analysis, meanings, n)};
    return TRUE;
}
