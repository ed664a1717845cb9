/* SPDX-License-Identifier: MIT
 *
 * What is said of single claims: their ids and the names of their moods.
 */
#include "claim/claim.h"

#include <string.h>

#include "base/hash.h"

static const char *const MOOD_NAMES[] = {
    [FACT_MOOD_FACT] = "fact",         [FACT_MOOD_PLAN] = "plan",
    [FACT_MOOD_FORECAST] = "forecast", [FACT_MOOD_HYPOTHESIS] = "hypothesis",
    [FACT_MOOD_QUESTION] = "question",
};

const char *
fact_mood_to_string(FactMood mood)
{
    return (guint)mood < G_N_ELEMENTS(MOOD_NAMES) ? MOOD_NAMES[mood] : NULL;
}

gboolean
fact_mood_from_string(const char *name, FactMood *out_mood)
{
    for (guint i = 0; i < G_N_ELEMENTS(MOOD_NAMES); i++) {
        if (strcmp(name, MOOD_NAMES[i]) == 0) {
            *out_mood = (FactMood)i;
            return TRUE;
        }
    }
    return FALSE;
}

static uint64_t
hash_string(uint64_t hash, const char *str)
{
    size_t len = str == NULL ? 0 : strlen(str);

    return fact_hash_combine(hash, fact_hash_bytes(str == NULL ? "" : str, len));
}

void
fact_claim_format_id(const FactClaim *claim, const FactDocument *document,
                     char out_id[FACT_CLAIM_ID_SIZE])
{
    uint64_t hash = hash_string(0, document->id);

    hash = fact_hash_combine(hash, (uint64_t)claim->span.start << 32 | claim->span.end);
    hash = hash_string(hash, claim->subject_id);
    hash = hash_string(hash, claim->attribute_id);
    g_snprintf(out_id, FACT_CLAIM_ID_SIZE, "%016" G_GINT64_MODIFIER "x", hash);
}
