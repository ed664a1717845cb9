/* SPDX-License-Identifier: MIT */
#include "extract/implied-count.h"

#include <string.h>

#include "extract/claim-whole.h"
#include "extract/people.h"
#include "extract/told-person.h"
#include "extract/toll.h"

/* People are told of one after the other; who comes up so many sentences later is of another case.
 */
#define NEXT_SENTENCES 2

typedef struct {
    const FactAttribute *attribute;
    FactClaim claim;    /* the first one */
    GArray *people;     /* of FactToldPerson, those of the article told apart */
    guint n_listed;     /* people in the longest list of them */
    guint n_named;      /* by a word of the catalog: "a triple shooting" */
    guint sentence;     /* that tells of the last of them */
    gboolean by_another; /* all of them were killed by somebody */
    FactClaim part;     /* an explicit count that may be of a part */
    gboolean has_parts; /* several of them differ */
    gboolean
        is_counted; /* an explicit number was claimed: the people it counts are not counted again */
} ImpliedCount;

struct FactImpliedCounts {
    const FactAnalysis *analysis; /* borrowed */
    GArray *counts;               /* of ImpliedCount */
};

FactImpliedCounts *
fact_implied_counts_new(const FactAnalysis *analysis)
{
    FactImpliedCounts *counts = g_new0(FactImpliedCounts, 1);
    counts->analysis = analysis;
    counts->counts = g_array_new(FALSE, FALSE, sizeof(ImpliedCount));
    return counts;
}

void
fact_implied_counts_free(FactImpliedCounts *counts)
{
    if (counts == NULL)
        return;
    for (guint i = 0; i < counts->counts->len; i++)
        g_array_unref(g_array_index(counts->counts, ImpliedCount, i).people);
    g_array_unref(counts->counts);
    g_free(counts);
}

static ImpliedCount *
implied_of(FactImpliedCounts *counts, const FactAttribute *attribute)
{
    for (guint i = 0; i < counts->counts->len; i++) {
        ImpliedCount *implied = &g_array_index(counts->counts, ImpliedCount, i);
        if (implied->attribute == attribute)
            return implied;
    }
    ImpliedCount implied = {.attribute = attribute,
                            .people = g_array_new(FALSE, FALSE, sizeof(FactToldPerson)),
                            .by_another = TRUE};
    g_array_append_val(counts->counts, implied);
    return &g_array_index(counts->counts, ImpliedCount, counts->counts->len - 1);
}

void
fact_implied_counts_close(FactImpliedCounts *counts, const FactAttribute *attribute)
{
    implied_of(counts, attribute)->is_counted = TRUE;
}

/* "The victims", "two of the people shot": nobody by himself. */
static gboolean
is_plural(const FactAnalysis *analysis, FactPhrase phrase)
{
    static const char *const people[] = {"people", NULL};
    guint last = phrase.last - 1;
    const FactToken *token = fact_analysis_token(analysis, last);
    if (phrase.last == phrase.first + 1 || (token->kind & FACT_ROLE_NAME) != 0 || token->word == 0)
        return FALSE;
    return fact_phrase_has_word(analysis, last, people) ||
           ((token->classes & FACT_WORD_NOUN) != 0 && g_str_has_suffix(fact_phrase_word(analysis, last), "s") &&
            fact_lexicon_get_lemma(analysis->tokens.lexicon, token->word) != token->word);
}

/* Whether the phrase is of a person or people that exist: a name, "a man", "she"; not "himself",
 * "anyone", "they", "the suspect's car". */
static gboolean
is_of_people(const FactAnalysis *analysis, FactPhrase phrase)
{
    static const char *const pronouns[] = {"he", "she", "him", "her"};
    guint limit =
        analysis->tokens.sentences[fact_analysis_sentence_of(analysis, phrase.first) + 1];
    guint n = fact_people_after(analysis, phrase.first, limit).n;
    if (n > 0)
        return n > 1 || !is_plural(analysis, phrase);
    guint head = fact_phrase_head_name(analysis, phrase);
    if (head != FACT_NONE && fact_analysis_name(analysis, head)->last >= phrase.last) {
        const FactThing *thing =
            fact_analysis_thing(analysis, fact_analysis_name(analysis, head)->thing);
        return (thing->kinds & FACT_KIND_PERSON) != 0 || (thing->kinds == 0 && thing->n_tokens > 1);
    }
    const char *word = fact_lexicon_get_text(analysis->tokens.lexicon,
                                             fact_analysis_token(analysis, phrase.first)->word);
    for (guint i = 0; phrase.last == phrase.first + 1 && i < G_N_ELEMENTS(pronouns); i++)
        if (strcmp(word, pronouns[i]) == 0)
            return TRUE;
    return FALSE;
}

/* Whether tokens [first, last) say that there were others before: "another man", "was also hurt".
 */
static gboolean
is_one_more(const FactAnalysis *analysis, guint first, guint last)
{
    for (guint i = first; i < last; i++) {
        guint end;
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0 &&
            fact_wording_match(analysis->wording.part_words, &analysis->tokens, i, last, &end) !=
                NULL)
            return TRUE;
    }
    return FALSE;
}

/* "A man came in and killed another man": another than himself. */
static gboolean
is_other_than_doer(const FactAnalysis *analysis, const FactCueMatch *match)
{
    static const char *const another[] = {"another", NULL};
    const FactPhrase phrase = match->subject;
    if (!match->has_subject || phrase.last <= phrase.first ||
        !fact_phrase_has_word(analysis, phrase.first, another))
        return FALSE;
    FactWord head = fact_analysis_token(analysis, phrase.last - 1)->word;
    guint first = analysis->tokens.sentences[fact_analysis_sentence_of(analysis, phrase.first)];
    for (guint i = first; i < phrase.first; i++)
        if (head != 0 && fact_analysis_token(analysis, i)->word == head)
            return TRUE;
    return FALSE;
}

/* The attacker is no victim: "police shot the gunman". */
static gboolean
is_of_attacker(const FactAnalysis *analysis, FactPhrase phrase)
{
    for (guint i = phrase.first; i < phrase.last; i++) {
        guint end;
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0 &&
            fact_wording_match(analysis->wording.attackers, &analysis->tokens, i, phrase.last,
                               &end) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* "Two men died": a count, nobody told of by himself. */
static gboolean
is_counted(const FactAnalysis *analysis, FactPhrase phrase)
{
    guint index = fact_analysis_value_at(analysis, phrase.first);
    return index != FACT_NONE &&
           fact_analysis_mention(analysis, index)->value.type == FACT_VALUE_COUNT &&
           fact_decimal_compare(fact_value_amount(&fact_analysis_mention(analysis, index)->value),
                                fact_decimal_new(1, 0)) > 0;
}

/* "Ann Hall, 31, and Tom Hall were killed": the list that the subject of @match is part of. */
static void
count_list(const FactAnalysis *analysis, const FactCueMatch *match, ImpliedCount *implied)
{
    guint sentence = fact_analysis_sentence_of(analysis, match->first);
    FactPeople people =
        fact_people_before(analysis, match->subject.last, analysis->tokens.sentences[sentence]);
    FactPeople after =
        fact_people_after(analysis, match->subject.first, analysis->tokens.sentences[sentence + 1]);
    if (after.n > people.n)
        people = after;
    if (people.n > 1 && people.n > implied->n_listed) {
        implied->n_listed = people.n;
        fact_claim_span_tokens(analysis, people.first, people.last, &implied->claim);
    }
}

/* "He killed his wife", "she was murdered": by another, so that a gunman who took his own life is not
 * among them. One who "was found dead" may be he. */
static gboolean
is_by_another(const FactAnalysis *analysis, const FactCueMatch *match)
{
    static const char *const owns[] = {"own", "himself", "herself", NULL};
    gboolean is_killed = FALSE;
    for (guint i = match->first; i < match->last; i++) {
        if (fact_phrase_has_word(analysis, i, owns))
            return FALSE;
        is_killed |= fact_wording_match(analysis->wording.words_of_killing, &analysis->tokens, i,
                                        match->last, &(guint){0}) != NULL;
    }
    return is_killed;
}

void
fact_implied_counts_keep(FactImpliedCounts *counts, const FactCueMatch *match,
                         const FactClaim *claim)
{
    const FactAnalysis *analysis = counts->analysis;
    gboolean is_told_again = is_other_than_doer(analysis, match);
    gboolean is_another = !is_told_again && is_one_more(analysis, match->first, match->last);
    if (match->has_subject &&
        (!is_of_people(analysis, match->subject) || is_of_attacker(analysis, match->subject)))
        return;
    ImpliedCount *implied = implied_of(counts, match->cue->attribute);
    if ((is_another && implied->claim.subject_id == NULL) ||
        (is_told_again && implied->claim.subject_id != NULL))
        return;
    guint n_named = (guint)fact_decimal_to_double(fact_value_amount(&claim->value));
    if (implied->claim.subject_id == NULL || n_named > MAX(implied->n_named, 1))
        implied->claim = *claim;
    implied->n_named = MAX(implied->n_named, n_named);
    implied->by_another &= is_by_another(analysis, match);
    if (!match->has_subject)
        return;
    if (!is_another)
        count_list(analysis, match, implied);
    guint sentence = fact_analysis_sentence_of(analysis, match->first);
    if (is_counted(analysis, match->subject))
        return;
    if (implied->people->len > 0 && sentence > implied->sentence + NEXT_SENTENCES)
        return;
    implied->sentence = sentence;
    fact_told_person_add(implied->people, fact_told_person_read(analysis, match->subject));
}

void
fact_implied_counts_keep_part(FactImpliedCounts *counts, const FactAttribute *attribute,
                              const FactClaim *claim)
{
    ImpliedCount *implied = implied_of(counts, attribute);
    if (implied->part.subject_id == NULL)
        implied->part = *claim;
    else if (fact_decimal_compare(fact_value_amount(&implied->part.value),
                                  fact_value_amount(&claim->value)) != 0)
        implied->has_parts = TRUE;
}

/* FALSE where parts are all that is known. */
static gboolean
tell_part(const ImpliedCount *implied, guint n, GArray *claims)
{
    if (implied->part.subject_id == NULL || implied->has_parts)
        return FALSE;
    FactDecimal told = fact_decimal_new(n, 0);
    if (fact_decimal_compare(fact_value_amount(&implied->part.value), told) < 0)
        return FALSE;
    g_array_append_val(claims, implied->part);
    return TRUE;
}

/* People told of one by one, but for those whom the article says more of: who suffered a wound and
 * is pronounced dead is not among the injured. */
static guint
count_told(const FactImpliedCounts *counts, const ImpliedCount *implied)
{
    const char *besides = implied->attribute->besides;
    for (guint i = 0; besides != NULL && i < counts->counts->len; i++) {
        const ImpliedCount *other = &g_array_index(counts->counts, ImpliedCount, i);
        if (strcmp(other->attribute->id, besides) == 0)
            return fact_told_people_besides(implied->people, other->people);
    }
    return implied->people->len;
}

/* Whether the one person told of is all that the article tells of. */
static gboolean
is_only_one(const FactImpliedCounts *counts, const ImpliedCount *implied, guint n_told)
{
    return implied->part.subject_id == NULL && (n_told > 0 || implied->people->len == 0) &&
           !fact_analysis_has_words(counts->analysis, implied->attribute->several);
}

/* Several whom an article names only far down died elsewhere: of 20 such lists half were of the
 * story. */
static gboolean
is_of_other_case(const ImpliedCount *implied, guint n)
{
    return n > 1 && implied->n_named < 2 &&
           g_strcmp0(implied->claim.basis, FACT_BASIS_BEYOND_LEAD) == 0;
}

void
fact_implied_counts_tell(FactImpliedCounts *counts, GArray *claims)
{
    for (guint i = 0; i < counts->counts->len; i++) {
        ImpliedCount *implied = &g_array_index(counts->counts, ImpliedCount, i);
        guint n_told = count_told(counts, implied);
        guint n = MAX(MAX(n_told, implied->n_listed), implied->n_named);
        if (implied->is_counted || is_of_other_case(implied, n) || tell_part(implied, n, claims) ||
            implied->claim.subject_id == NULL || (n < 2 && !is_only_one(counts, implied, n_told)))
            continue;
        implied->claim.value.as.number.low = fact_decimal_new(MAX(n, 1), 0);
        fact_toll_part_gunman(counts->analysis, implied->by_another, &implied->claim);
        g_array_append_val(claims, implied->claim);
    }
}
