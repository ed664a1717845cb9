/* SPDX-License-Identifier: MIT */
#include "extract/implied-count.h"

#include <string.h>

#include "extract/claim-whole.h"
#include "extract/people.h"

typedef struct {
    const FactAttribute *attribute;
    FactClaim claim;       /* the first one */
    GHashTable *newcomers; /* set of phrases with "a" that brought one in */
    guint n_listed;        /* people in the longest list of them */
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
        g_hash_table_unref(g_array_index(counts->counts, ImpliedCount, i).newcomers);
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
                            .newcomers = g_hash_table_new(g_str_hash, g_str_equal)};
    g_array_append_val(counts->counts, implied);
    return &g_array_index(counts->counts, ImpliedCount, counts->counts->len - 1);
}

void
fact_implied_counts_close(FactImpliedCounts *counts, const FactAttribute *attribute)
{
    implied_of(counts, attribute)->is_counted = TRUE;
}

/* Whether the phrase is of a person or people that exist: a name, "a man", "she"; not "himself",
 * "anyone", "they", "the suspect's car". */
static gboolean
is_of_people(const FactAnalysis *analysis, FactPhrase phrase)
{
    static const char *const pronouns[] = {"he", "she", "him", "her"};
    guint limit =
        analysis->tokens.sentences[fact_tokens_sentence_of(&analysis->tokens, phrase.first) + 1];
    if (fact_people_after(analysis, phrase.first, limit).n > 0)
        return TRUE;
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

static gboolean
is_indefinite(const FactAnalysis *analysis, guint i)
{
    const char *word =
        fact_lexicon_get_text(analysis->tokens.lexicon, fact_analysis_token(analysis, i)->word);
    return strcmp(word, "a") == 0 || strcmp(word, "an") == 0;
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

void
fact_implied_counts_keep(FactImpliedCounts *counts, const FactCueMatch *match,
                         const FactClaim *claim)
{
    if (is_one_more(counts->analysis, match->first, match->last) ||
        (match->has_subject && !is_of_people(counts->analysis, match->subject)))
        return;
    ImpliedCount *implied = implied_of(counts, match->cue->attribute);
    if (implied->claim.subject_id == NULL)
        implied->claim = *claim;
    if (!match->has_subject)
        return;
    guint start = counts->analysis->tokens
                      .sentences[fact_tokens_sentence_of(&counts->analysis->tokens, match->first)];
    guint limit =
        counts->analysis->tokens
            .sentences[fact_tokens_sentence_of(&counts->analysis->tokens, match->first) + 1];
    FactPeople people = fact_people_before(counts->analysis, match->subject.last, start);
    FactPeople after = fact_people_after(counts->analysis, match->subject.first, limit);
    if (after.n > people.n)
        people = after;
    if (people.n > 1 && people.n > implied->n_listed) {
        implied->n_listed = people.n;
        fact_claim_span_tokens(counts->analysis, people.first, people.last, &implied->claim);
    }
    if (is_indefinite(counts->analysis, match->subject.first)) {
        const char *text =
            fact_analysis_text(counts->analysis, match->subject.first, match->subject.last);
        g_hash_table_add(implied->newcomers, (gpointer)text);
    }
}

void
fact_implied_counts_tell(FactImpliedCounts *counts, GArray *claims)
{
    for (guint i = 0; i < counts->counts->len; i++) {
        ImpliedCount *implied = &g_array_index(counts->counts, ImpliedCount, i);
        guint n = MAX(g_hash_table_size(implied->newcomers), implied->n_listed);
        if (implied->claim.subject_id != NULL && !implied->is_counted) {
            if (n > 1)
                implied->claim.value.as.number.low = fact_decimal_new(n, 0);
            g_array_append_val(claims, implied->claim);
        }
    }
}
