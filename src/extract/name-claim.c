/* SPDX-License-Identifier: MIT */
#include "extract/name-claim.h"

#include <string.h>

static gboolean
is_full_name(const FactAnalysis *analysis, const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    return (name->flags & (FACT_NAME_HEADLINE | FACT_NAME_ADJECTIVE)) == 0 &&
           name->last - name->first >= 2 && name->last - name->first == thing->n_tokens;
}

/* A person beyond doubt, though nothing else is claimed of them. Of those whom the catalog knows it
 * knows the name, too. */
static gboolean
has_given_name(const FactAnalysis *analysis, const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    return thing->kinds == FACT_KIND_PERSON && thing->known == NULL &&
           (fact_analysis_classes(analysis, name->first) & FACT_WORD_GIVEN_NAME) != 0;
}

static FactClaim
claim_of(const FactAnalysis *analysis, const FactAttribute *attribute, const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    const char **ids = fact_arena_new0(analysis->arena, const char *, 1);
    const char **labels = fact_arena_new0(analysis->arena, const char *, 1);
    FactClaim claim = {
        .attribute_id = attribute->id,
        .attribute_label = attribute->label,
        .subject_id = thing->id,
        .subject_label = thing->label,
        .subject_text = fact_analysis_text(analysis, name->first, name->last),
        .subject_kinds = FACT_KIND_PERSON,
        .confidence = 90,
        .value = {.type = FACT_VALUE_TEXT},
        .span = {fact_analysis_token(analysis, name->first)->start,
                 fact_analysis_token(analysis, name->last - 1)->end},
    };
    labels[0] = claim.subject_text;
    ids[0] = thing->words;
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
            !(is_told[name->thing] || has_given_name(analysis, name)))
            continue;
        is_done[name->thing] = TRUE;
        FactClaim claim = claim_of(analysis, attribute, name);
        g_array_append_val(out_claims, claim);
    }
}
