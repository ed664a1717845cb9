/* SPDX-License-Identifier: MIT */
#include "extract/date-claim.h"

#include "value/date.h"

/* "8:30 p.m. ET": a paper far away gives the time of its own readers. */
static gboolean
has_zone(const FactAnalysis *analysis, const FactMention *mention)
{
    for (guint i = mention->core; i < mention->last; i++) {
        const FactToken *token = fact_analysis_token(analysis, i);
        guint n = token->end - token->start;

        if ((token->flags & FACT_TOKEN_WORD) != 0 && (token->flags & FACT_TOKEN_ALL_CAPS) != 0 &&
            (n == 2 || n == 3) && analysis->document->text[token->end - 1] == 'T')
            return TRUE;
    }
    return FALSE;
}

void
fact_date_claims_add(const FactAnalysis *analysis, const FactAttribute *attribute, guint value,
                     const FactClaim *claim, GArray *claims)
{
    const FactMention *mention = fact_analysis_mention(analysis, value);
    const FactAttribute *time = attribute->time;
    FactClaim part = *claim;
    FactClaim local = *claim;
    gboolean is_local = claim->value.spare > FACT_DATE_ZONE_UTC;

    if (is_local) /* east of Greenwich papers tell the hour of their own place: "06:00 BST" */
        local.value.spare = 0;
    if (time != attribute && fact_date_has_day(&claim->value)) {
        fact_date_take_day(&part.value, analysis->arena);
        g_array_append_val(claims, part);
    }
    if ((!is_local && has_zone(analysis, mention)) ||
        (!fact_date_has_time_of_day(&local.value) &&
         (time == attribute || !fact_date_has_part_of_day(&local.value))))
        return;
    part = local;
    part.attribute_id = time->id;
    part.attribute_label = time->label;
    fact_date_take_time(&part.value, analysis->arena);
    g_array_append_val(claims, part);
}
