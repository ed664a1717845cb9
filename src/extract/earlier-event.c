/* SPDX-License-Identifier: MIT */
#include "extract/earlier-event.h"

#include "extract/claim-whole.h"
#include "extract/modality.h"
#include "extract/phrase.h"
#include "extract/qualifier.h"
#include "extract/toll.h"

#include <string.h>

#define YEAR_DIGITS 4
/* What is dated less long ago is of the story, or of its time. */
#define RECENT_MINUTES (INT64_C(60) * 24 * 75)
/* Words between what is told and its date. */
#define DATE_REACH 12

static gboolean
is_date(const FactMention *mention)
{
    return mention->value.type == FACT_VALUE_DATE && mention->value.as.date.edtf != NULL;
}

/* "2003" or "2003-12", not "2003/2007". */
static gboolean
is_of_one_year(const char *edtf)
{
    return strspn(edtf, "0123456789") == YEAR_DIGITS && strchr(edtf, '/') == NULL;
}

/* "In February": no paper gives the month alone of what is news. */
static gboolean
is_of_month(const char *edtf)
{
    return strlen(edtf) == strlen("XXXX-MM") && edtf[YEAR_DIGITS] == '-';
}

/* "The worst since 1978" is not of 1978. */
static gboolean
is_bound(const FactAnalysis *analysis, const FactMention *date)
{
    static const char *const since[] = {"since", "after", "before", "until", "than", NULL};

    return fact_phrase_has_word(analysis, date->first, since) ||
           (date->first > 0 && fact_phrase_has_word(analysis, date->first - 1, since));
}

/* The date in tokens [@first, @last): the first one, or the last; NULL for none. */
static const FactMention *
find_date(const FactAnalysis *analysis, guint first, guint last, gboolean want_last)
{
    const FactMention *found = NULL;

    for (guint i = fact_analysis_value_from(analysis, first); i < analysis->mentions->len; i++) {
        const FactMention *mention = fact_analysis_mention(analysis, i);
        if (mention->first >= last || (found != NULL && !want_last))
            break;
        if (is_date(mention) && !is_bound(analysis, mention))
            found = mention;
    }
    return found;
}

/* The date that follows closely, "killed 300 people in 2004", or stands before in the sentence, or,
 * where that goes on with "it", in the one before; NULL. */
static const FactMention *
date_of(const FactAnalysis *analysis, const FactCueMatch *match)
{
    static const char *const it[] = {"it", "that", "this", NULL};
    guint sentence = fact_analysis_sentence_of(analysis, match->first);
    guint first = analysis->tokens.sentences[sentence];
    guint limit = analysis->tokens.sentences[sentence + 1];
    const FactMention *date =
        find_date(analysis, match->last, MIN(limit, match->last + DATE_REACH), FALSE);

    if (date == NULL)
        date = find_date(analysis, first, match->last, TRUE);
    if (date == NULL && sentence > 0 && fact_phrase_has_word(analysis, first, it))
        date = find_date(analysis, analysis->tokens.sentences[sentence - 1], first, TRUE);
    return date;
}

/* "This year 34 officers have died": a sum so far, of no event before. */
static gboolean
is_of_this_year(const FactAnalysis *analysis, const FactMention *date)
{
    const FactValue *value = &date->value;
    gint64 now = analysis->clock.minute;

    return analysis->clock.is_known && (value->flags & FACT_VALUE_HAS_HIGH) != 0 &&
           value->as.date.low <= now && value->as.date.high >= now - RECENT_MINUTES;
}

/* An article whose own day is not known gives the year or the month, beyond its lead, of what was
 * before. Of one that is known "in February" may be read as the one to come. */
static gboolean
is_of_past(const FactAnalysis *analysis, const FactCueMatch *match, const FactMention *date)
{
    gint64 now = analysis->clock.minute;

    if (date != NULL && is_of_this_year(analysis, date))
        return FALSE;
    if (fact_qualifier_is_background(analysis, match->first) ||
        (date != NULL && fact_qualifier_is_background(analysis, date->first)))
        return TRUE;
    if (date == NULL || !fact_toll_is_beyond_lead(analysis, match->first))
        return FALSE;
    if (analysis->clock.is_known)
        return (date->value.flags & FACT_VALUE_HAS_LOW) != 0 && date->value.as.date.low > now;
    return is_of_one_year(date->value.as.date.edtf) || is_of_month(date->value.as.date.edtf);
}

/* The year of @date where it is told. */
static const char *
year_of(const FactAnalysis *analysis, const FactMention *date)
{
    const char *edtf = date == NULL ? NULL : date->value.as.date.edtf;

    if (edtf == NULL || !is_of_one_year(edtf) ||
        (analysis->clock.is_known && date->value.as.date.low > analysis->clock.minute))
        return NULL;
    return fact_arena_strndup(analysis->arena, edtf, YEAR_DIGITS);
}

static void
set_value(const FactAnalysis *analysis, const FactCueMatch *match, FactClaim *claim)
{
    const FactMention *mention = fact_analysis_mention(analysis, match->value);
    const char *unit = match->cue->attribute->unit;

    claim->value = mention->value;
    claim->span = mention->span;
    if (unit != NULL && (claim->value.type == FACT_VALUE_COUNT ||
                         (claim->value.type == FACT_VALUE_NUMBER && g_str_equal(unit, "person")))) {
        claim->value.type = FACT_VALUE_COUNT;
        claim->value.unit = unit;
    }
}

gboolean
fact_earlier_event_claim(const FactAnalysis *analysis, const FactCueMatch *match,
                         FactClaim *out_claim)
{
    const FactAttribute *attribute = match->cue->attribute;
    const FactMention *date;
    FactModality modality;

    if (attribute->earlier == NULL || !match->has_value || match->value_is_name ||
        analysis->is_roundup || match->cue->is_partial ||
        fact_toll_is_rest(analysis, attribute, match->value))
        return FALSE;
    date = date_of(analysis, match);
    if (!is_of_past(analysis, match, date))
        return FALSE;
    modality = fact_modality_read(analysis, match->first, match->last);
    if (modality.mood != FACT_MOOD_FACT || modality.polarity != FACT_POLARITY_AFFIRMED)
        return FALSE;
    *out_claim = (FactClaim){
        .attribute_id = attribute->earlier->id,
        .attribute_label = attribute->earlier->label,
        .subject_id = FACT_SUBJECT_STORY,
        .subject_label = "the story",
        .subject_text = "",
        .subject_kinds = FACT_KIND_EVENT,
        .confidence = 80,
        .hedge = modality.hedge,
        .speaker = modality.speaker,
        .basis = year_of(analysis, date),
    };
    set_value(analysis, match, out_claim);
    return TRUE;
}
