/* SPDX-License-Identifier: MIT */
#include "extract/rank-claim.h"

#include "extract/name-claim.h"

#include <string.h>

#define CONFIDENCE 80

/* Tokens of a rank, dots included: "Lt. Col.", "Assistant District Attorney". */
#define RANK_TOKENS_MAX 4

static gboolean
is_text(const FactAnalysis *analysis, guint i, const char *word)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    size_t len = strlen(word);
    return token->end - token->start == len &&
           g_ascii_strncasecmp(analysis->tokens.text + token->start, word, len) == 0;
}

/* "Former Sgt. Hale" is none any more, and "acting" ones will not be. */
static gboolean
is_of_another_time(const FactAnalysis *analysis, guint i)
{
    static const char *const words[] = {"former", "then",   "acting",  "ex", "retired",
                                        "late",   "future", "interim", "old"};
    if (i > 0 && fact_analysis_is_mark(analysis, i - 1, '-'))
        i--;
    for (size_t k = 0; i > 0 && k < G_N_ELEMENTS(words); k++)
        if (is_text(analysis, i - 1, words[k]))
            return TRUE;
    return FALSE;
}

/* The longest rank that ends where the name @name begins: its first token, and what it is. */
static const char *
find_rank(const FactAnalysis *analysis, const FactName *name, guint *out_first)
{
    guint end = name->first;
    const FactPhraseTable *ranks = analysis->wording.ranks->phrases;
    if (end > 1 && fact_analysis_is_mark(analysis, end - 1, '.'))
        end--;
    if (!fact_phrase_table_may_end(ranks, &analysis->tokens, end - 1) &&
        !fact_phrase_table_may_end(ranks, &analysis->tokens, name->first - 1))
        return NULL;
    guint start = name->first - MIN(name->first, RANK_TOKENS_MAX);
    for (guint i = start; i < end; i++) {
        guint match_end;
        const char *rank = fact_wording_match(analysis->wording.ranks, &analysis->tokens, i,
                                              name->first, &match_end);
        if (rank == NULL || match_end < end)
            continue;
        *out_first = i;
        return is_of_another_time(analysis, i) ? NULL : rank;
    }
    return NULL;
}

static gboolean
is_person(const FactAnalysis *analysis, const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    return (thing->kinds == 0 || thing->kinds == FACT_KIND_PERSON) && !thing->is_ambiguous &&
           thing->n_tokens > 1;
}

static FactClaim
claim_of(const FactAnalysis *analysis, const FactAttribute *attribute, const FactName *name,
         const char *rank, guint first)
{
    const char **words = fact_arena_new0(analysis->arena, const char *, 1);
    FactClaim claim = fact_name_claim_begin(analysis, attribute, name);

    claim.subject_kinds = FACT_KIND_PERSON;
    claim.confidence = CONFIDENCE;
    claim.span = (FactSpan){fact_analysis_token(analysis, first)->start,
                            fact_analysis_token(analysis, name->first - 1)->end};
    words[0] = rank;
    claim.value.as.names.ids = words;
    claim.value.as.names.labels = words;
    claim.value.as.names.n = 1;
    return claim;
}

void
fact_rank_claims_make(const FactAnalysis *analysis, GArray *out_claims)
{
    const FactAttribute *attribute =
        fact_catalog_find_attribute(analysis->catalog, FACT_ATTRIBUTE_RANK);
    if (attribute == NULL || analysis->things->len == 0)
        return;
    const char **known = fact_arena_new0(analysis->arena, const char *, analysis->things->len);
    for (guint i = 0; i < analysis->names->len; i++) {
        const FactName *name = fact_analysis_name(analysis, i);
        guint first = 0;
        if (name->thing == FACT_NONE || name->first == 0 || !is_person(analysis, name))
            continue;
        const char *rank = find_rank(analysis, name, &first);
        if (rank == NULL || rank == known[name->thing])
            continue;
        known[name->thing] = rank;
        FactClaim claim = claim_of(analysis, attribute, name, rank, first);
        g_array_append_val(out_claims, claim);
    }
}
