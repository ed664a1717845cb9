/* SPDX-License-Identifier: MIT */
#include "extract/claim-subject.h"

#include "extract/qualifier.h"
#include "extract/reference.h"

/* The deal that all articles of a topic tell of has one price; whose it is, a sentence that names
 * nobody as sold leaves open: "the deal is worth $5 billion, Orion said". */
static gboolean
is_of_topic(const FactAnalysis *analysis, const FactCueMatch *match)
{
    return match->cue->attribute->is_of_story && !match->has_subject &&
           analysis->document->topic != NULL;
}

gboolean
fact_claim_subject_is_story(const FactAttribute *attribute)
{
    return attribute != NULL && (attribute->subject_kinds & FACT_KIND_EVENT) != 0;
}

/* "GPIO, 19": beside a bare number a word in capitals is a code before it is a person. */
static gboolean
is_code(const FactAnalysis *analysis, const FactCueMatch *match)
{
    return match->n_words == 0 && match->has_subject &&
           match->subject.last == match->subject.first + 1 &&
           (fact_analysis_token(analysis, match->subject.first)->flags & FACT_TOKEN_ALL_CAPS) != 0;
}

gboolean
fact_claim_subject_find(const FactAnalysis *analysis, const FactCueMatch *match, FactClaim *claim,
                        guint *out_thing)
{
    const FactAttribute *attribute = match->cue->attribute;
    uint32_t kinds = attribute->subject_kinds;
    gboolean is_topical = is_of_topic(analysis, match);
    gboolean only_story = is_topical || (kinds & ~(uint32_t)FACT_KIND_EVENT) == 0;
    FactReference reference = {.thing = FACT_NONE};
    if (is_code(analysis, match))
        return FALSE;
    if (match->has_subject && !only_story)
        reference = fact_reference_resolve(analysis, match->subject, kinds);
    else if (!only_story)
        reference =
            fact_reference_of_clause(analysis, match->words_first, match->words_last, kinds, TRUE);
    *out_thing = reference.thing;
    if (reference.confidence > 0) {
        const FactThing *thing =
            reference.thing == FACT_NONE ? NULL : fact_analysis_thing(analysis, reference.thing);
        claim->subject_id = thing != NULL ? thing->id : reference.description;
        claim->subject_label = thing != NULL ? thing->label : reference.description + 1;
        claim->subject_text =
            fact_analysis_text(analysis, reference.phrase.first, reference.phrase.last);
        claim->subject_kinds = reference.kinds;
        claim->confidence = (uint16_t)reference.confidence;
        return TRUE;
    }
    if ((!is_topical && !fact_claim_subject_is_story(attribute)) || analysis->is_roundup)
        return FALSE;
    claim->subject_id = FACT_SUBJECT_STORY;
    claim->subject_label = "the story";
    claim->subject_text = "";
    claim->subject_kinds = FACT_KIND_EVENT;
    claim->confidence = 80;
    return !fact_qualifier_is_background(analysis, match->first);
}
