/* SPDX-License-Identifier: MIT */
#include "extract/name-claim.h"

#include "extract/name-text.h"

#include <string.h>

#define CONFIDENCE 90

/* Longer names of which nothing is known are most often no person's. */
#define UNKNOWN_WORDS_MAX 3

#define PLACE_WORDS_MAX 3

/* Given name and surname, in running text. */
static gboolean
is_full_name(const FactAnalysis *analysis, const FactName *name)
{
    guint n_words = 0;
    if (name->last < name->first + 2 ||
        (name->flags & (FACT_NAME_HEADLINE | FACT_NAME_ADJECTIVE)) != 0)
        return FALSE;
    for (guint i = name->first; i < name->last; i++) {
        const FactToken *token = fact_analysis_token(analysis, i);
        if ((token->flags & (FACT_TOKEN_HAS_DIGIT | FACT_TOKEN_QUOTE)) != 0)
            return FALSE;
        n_words += (token->flags & FACT_TOKEN_WORD) != 0 && token->end - token->start > 1;
    }
    return n_words > 1;
}

/* No word of @name is an ordinary one. */
static gboolean
is_uncommon(const FactAnalysis *analysis, const FactName *name)
{
    for (guint i = name->first; i < name->last; i++) {
        uint32_t classes = fact_analysis_classes(analysis, i);
        if ((classes & FACT_WORD_COMMON) != 0 && (classes & FACT_WORD_GIVEN_NAME) == 0)
            return FALSE;
    }
    return TRUE;
}

/* "Brannel Road", "Corvo Club": a name of the place, and the word that tells its kind. */
static gboolean
is_place(const FactAnalysis *analysis, const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    guint head = name->last - 1;
    guint end;
    if (name->last - name->first > PLACE_WORDS_MAX || thing->known != NULL || thing->is_ambiguous ||
        (thing->kinds & FACT_KIND_PERSON) != 0)
        return FALSE;
    for (guint i = name->first; i < head; i++)
        if ((fact_analysis_classes(analysis, i) & FACT_WORD_COMMON) != 0)
            return FALSE;
    return fact_wording_match(analysis->wording.name_heads, &analysis->tokens, head, name->last,
                              &end) != NULL ||
           fact_wording_match(analysis->wording.street_words, &analysis->tokens, head, name->last,
                              &end) != NULL;
}

/* A person, though nothing else is claimed of them. What may be one or not is taken for one: if it
 * is none, it is compared with its like all the same. Of those whom the catalog knows it knows the
 * name, too. */
static gboolean
may_be_person(const FactAnalysis *analysis, const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    if (thing->known != NULL || thing->is_ambiguous)
        return FALSE;
    if (thing->kinds == 0)
        return thing->n_tokens <= UNKNOWN_WORDS_MAX && is_uncommon(analysis, name);
    return thing->kinds == FACT_KIND_PERSON;
}

FactClaim
fact_name_claim_begin(const FactAnalysis *analysis, const FactAttribute *attribute,
                      const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);

    return (FactClaim){
        .attribute_id = attribute->id,
        .attribute_label = attribute->label,
        .subject_id = thing->id,
        .subject_label = thing->label,
        .subject_text = fact_analysis_text(analysis, name->first, name->last),
        .subject_kinds = thing->kinds,
        .value = {.type = FACT_VALUE_TEXT},
        .span = {fact_analysis_token(analysis, name->first)->start,
                 fact_analysis_token(analysis, name->last - 1)->end},
    };
}

static FactClaim
claim_of(const FactAnalysis *analysis, const FactAttribute *attribute, const FactName *name)
{
    const char **ids = fact_arena_new0(analysis->arena, const char *, 1);
    const char **labels = fact_arena_new0(analysis->arena, const char *, 1);
    FactClaim claim = fact_name_claim_begin(analysis, attribute, name);

    claim.confidence = CONFIDENCE;
    labels[0] = claim.subject_text;
    /* What fact_text_normalise makes of it, for it has single blanks already. */
    ids[0] = fact_name_text_fold(analysis->arena, claim.subject_text);
    claim.value.as.names.ids = ids;
    claim.value.as.names.labels = labels;
    claim.value.as.names.n = 1;
    return claim;
}

void
fact_name_claims_make(const FactAnalysis *analysis, const uint8_t *is_told, GArray *out_claims)
{
    const FactAttribute *attribute =
        fact_catalog_find_attribute(analysis->catalog, FACT_ATTRIBUTE_NAME);
    if (attribute == NULL || analysis->things->len == 0)
        return;
    uint8_t *is_done = fact_arena_new0(analysis->arena, uint8_t, analysis->things->len);
    for (guint i = 0; i < analysis->names->len; i++) {
        const FactName *name = fact_analysis_name(analysis, i);
        if (name->thing == FACT_NONE || is_done[name->thing] || !is_full_name(analysis, name) ||
            !(is_told[name->thing] || may_be_person(analysis, name) || is_place(analysis, name)))
            continue;
        is_done[name->thing] = TRUE;
        FactClaim claim = claim_of(analysis, attribute, name);
        g_array_append_val(out_claims, claim);
    }
}
