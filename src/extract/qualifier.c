/* SPDX-License-Identifier: MIT */
#include "extract/qualifier.h"

#include <string.h>

/* What happened longer ago than this before publication is background to the story told. */
#define BACKGROUND_MINUTES (INT64_C(60) * 24 * 75)

static gboolean
is_date(const FactMention *mention)
{
    return mention->value.type == FACT_VALUE_DATE && mention->value.as.date.edtf != NULL;
}

static guint
sentence_first(const FactAnalysis *analysis, guint i)
{
    return analysis->tokens.sentences[fact_analysis_sentence_of(analysis, i)];
}

static guint
sentence_last(const FactAnalysis *analysis, guint i)
{
    return analysis->tokens.sentences[fact_analysis_sentence_of(analysis, i) + 1];
}

static guint
distance(const FactMention *mention, guint first, guint last)
{
    if (mention->first >= last)
        return mention->first - last;
    return mention->last <= first ? first - mention->last : 0;
}

const char *
fact_qualifier_period(const FactAnalysis *analysis, guint first, guint last, guint value)
{
    guint limit = sentence_last(analysis, first);
    const FactMention *best = NULL;
    for (guint i = fact_analysis_value_from(analysis, sentence_first(analysis, first)); i < analysis->mentions->len; i++) {
        const FactMention *mention = fact_analysis_mention(analysis, i);
        if (mention->first >= limit)
            break;
        if (i != value && is_date(mention) && (best == NULL || distance(mention, first, last) < distance(best, first, last)))
            best = mention;
    }
    return best == NULL ? NULL : best->value.as.date.edtf;
}

/* "Orvane, based in Oslo, sold 40 ships": not in Oslo alone. */
static gboolean
tells_seat(const FactAnalysis *analysis, guint start, guint preposition)
{
    guint end;
    return preposition > start &&
           fact_wording_match(analysis->wording.seat_words, &analysis->tokens, preposition - 1,
                              preposition, &end) != NULL;
}

const char *
fact_qualifier_place(const FactAnalysis *analysis, guint first, guint last)
{
    guint start = sentence_first(analysis, first);
    guint limit = sentence_last(analysis, first);
    const FactWording *prepositions = analysis->wording.place_prepositions;
    (void)last;
    for (guint k = fact_analysis_name_from(analysis, start); k < analysis->names->len; k++) {
        const FactName *name = fact_analysis_name(analysis, k);
        if (name->first >= limit)
            break;
        const FactThing *thing = fact_analysis_thing(analysis, name->thing);
        if ((thing->kinds & FACT_KIND_PLACE) == 0 || thing->known == NULL || name->start <= start ||
            (name->flags & (FACT_NAME_ADJECTIVE | FACT_NAME_POSSESSIVE)) != 0)
            continue;
        guint before = name->start - 1;
        if (before > start && (fact_analysis_classes(analysis, before) & FACT_WORD_DETERMINER) != 0)
            before--;
        guint end;
        if (fact_wording_match(prepositions, &analysis->tokens, before, name->start, &end) != NULL &&
            !tells_seat(analysis, start, before))
            return thing->known->id;
    }
    return NULL;
}

/* What is kept of a sentence, once it was looked at. */
enum {
    SAYS_IS_KNOWN = 1 << 0,
    SAYS_BACKGROUND = 1 << 1,
    SAYS_SUM = 1 << 2,
    SAYS_REPORT = 1 << 3,
};

static gboolean
says(const FactAnalysis *analysis, const FactWording *list, guint i, guint limit)
{
    guint end;
    return fact_wording_match(list, &analysis->tokens, i, limit, &end) != NULL;
}

/* Looks for phrases of all the lists in one pass. */
static uint8_t
read_sentence(const FactAnalysis *analysis, guint i)
{
    guint limit = sentence_last(analysis, i);
    uint8_t found = SAYS_IS_KNOWN;
    for (guint k = sentence_first(analysis, i); k < limit; k++) {
        const FactToken *token = fact_analysis_token(analysis, k);
        if ((token->flags & FACT_TOKEN_WORD) == 0)
            continue;
        if ((token->classes & FACT_WORD_REPORTING) != 0)
            found |= SAYS_REPORT;
        if (!fact_phrase_ends_have_word(&analysis->aside_words, token->word))
            continue;
        if (says(analysis, analysis->wording.background, k, limit))
            found |= SAYS_BACKGROUND;
        if (says(analysis, analysis->wording.sums, k, limit))
            found |= SAYS_SUM;
    }
    return found;
}

/* What the sentence of token @i says, kept for all its values. */
static uint8_t
sentence_says(const FactAnalysis *analysis, guint i)
{
    uint8_t *kept = &analysis->says[fact_analysis_sentence_of(analysis, i)];
    if (*kept == 0)
        *kept = read_sentence(analysis, i);
    return *kept;
}

gboolean
fact_qualifier_looks_back(const FactAnalysis *analysis, guint i)
{
    return (sentence_says(analysis, i) & SAYS_BACKGROUND) != 0;
}

gboolean
fact_qualifier_reports(const FactAnalysis *analysis, guint i)
{
    return (sentence_says(analysis, i) & SAYS_REPORT) != 0;
}

gboolean
fact_qualifier_sums_up(const FactAnalysis *analysis, guint i)
{
    return (sentence_says(analysis, i) & SAYS_SUM) != 0;
}

gboolean
fact_qualifier_is_background(const FactAnalysis *analysis, guint i)
{
    guint first = sentence_first(analysis, i);
    guint limit = sentence_last(analysis, i);
    for (guint k = fact_analysis_value_from(analysis, first); k < analysis->mentions->len; k++) {
        const FactMention *mention = fact_analysis_mention(analysis, k);
        if (mention->first >= limit)
            break;
        if (is_date(mention) && analysis->clock.is_known && (mention->value.flags & FACT_VALUE_HAS_HIGH) != 0 &&
            mention->value.as.date.high < analysis->clock.minute - BACKGROUND_MINUTES)
            return TRUE;
    }
    return fact_qualifier_looks_back(analysis, i);
}

const char *
fact_qualifier_basis(const FactAnalysis *analysis, const FactWording *list, guint first, guint last)
{
    guint limit = sentence_last(analysis, first);
    guint nearest = G_MAXUINT;
    const char *basis = NULL;
    for (guint i = sentence_first(analysis, first); i < limit; i++) {
        guint end;
        const char *named = (fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) == 0
                                ? NULL
                                : fact_wording_match(list, &analysis->tokens, i, limit, &end);
        guint apart = i >= last ? i - last : (i < first ? first - i : 0);
        if (named != NULL && apart < nearest) {
            nearest = apart;
            basis = named;
        }
    }
    return basis;
}
