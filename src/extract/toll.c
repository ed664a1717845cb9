/* SPDX-License-Identifier: MIT */
#include "extract/toll.h"

#include "extract/claim-whole.h"
#include "extract/people.h"

#include <string.h>

/* Sentences that tell what an article is about, its headline among them. */
#define LEAD_SENTENCES 5

static void
set_count(FactClaim *claim, guint n, gboolean is_exact)
{
    FactDecimal amount = fact_decimal_new(n, 0);
    claim->value.unit = "person";
    claim->value.as.number.low = amount;
    claim->value.flags = FACT_VALUE_HAS_LOW;
    claim->value.comparator = FACT_COMPARATOR_GE;
    if (is_exact) {
        claim->value.as.number.high = amount;
        claim->value.flags |= FACT_VALUE_HAS_HIGH;
        claim->value.comparator = FACT_COMPARATOR_EQ;
    }
}

/* "two men and a teenager were hurt": the count of the list, not of its first item. */
gboolean
fact_toll_add_up(const FactAnalysis *analysis, guint value, FactClaim *claim)
{
    const FactMention *mention = fact_analysis_mention(analysis, value);
    guint sentence = fact_tokens_sentence_of(&analysis->tokens, mention->first);
    guint limit = analysis->tokens.sentences[sentence + 1];
    FactPeople after = fact_people_after(analysis, mention->first, limit);
    FactPeople before =
        fact_people_before(analysis, mention->last, analysis->tokens.sentences[sentence]);
    FactPeople people = before.n_items > after.n_items ? before : after;
    if (people.n_items < 2)
        return FALSE;
    set_count(claim, people.n, people.is_exact);
    fact_claim_span_tokens(analysis, people.first, people.last, claim);
    return TRUE;
}

/* Whether a phrase of @list begins between tokens @first and @last. */
static const char *
find_words(const FactAnalysis *analysis, const FactWording *list, guint first, guint last)
{
    const char *found = NULL;
    for (guint i = first; i < last; i++) {
        guint end;
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) == 0)
            continue;
        const char *meaning = fact_wording_match(list, &analysis->tokens, i, last, &end);
        if (meaning != NULL)
            found = meaning;
    }
    return found;
}

/* "A man was killed. Three others were hurt": besides the dead they are all who were. */
static gboolean
is_told_after(const FactAnalysis *analysis, const FactAttribute *attribute, guint i)
{
    if (attribute->value_not_unless == NULL)
        return FALSE;
    guint sentence = fact_tokens_sentence_of(&analysis->tokens, i);
    guint first = analysis->tokens.sentences[sentence > 0 ? sentence - 1 : 0];
    const FactWording *list =
        fact_catalog_get_wording(analysis->catalog, attribute->value_not_unless);
    return find_words(analysis, list, first, analysis->tokens.sentences[sentence + 1]) != NULL;
}

gboolean
fact_toll_is_rest(const FactAnalysis *analysis, const FactAttribute *attribute, guint value)
{
    if (attribute->value_not == NULL)
        return FALSE;
    const FactMention *mention = fact_analysis_mention(analysis, value);
    const FactWording *list = fact_catalog_get_wording(analysis->catalog, attribute->value_not);
    gboolean is_of_others = mention->last < analysis->tokens.n &&
                            strcmp(fact_phrase_word(analysis, mention->last), "others") == 0;
    return (is_of_others || find_words(analysis, list, mention->first, mention->last) != NULL) &&
           !is_told_after(analysis, attribute, mention->first);
}

/* Whether token @i stands after the sentences that tell what the article is about. There an article
 * gives parts and other cases. */
static gboolean
is_beyond_lead(const FactAnalysis *analysis, guint i)
{
    return fact_tokens_sentence_of(&analysis->tokens, i) >= LEAD_SENTENCES;
}

/* "Six people were wounded in two shootings". */
static gboolean
is_of_several(const FactAnalysis *analysis, guint i)
{
    guint sentence = fact_tokens_sentence_of(&analysis->tokens, i);
    guint first = analysis->tokens.sentences[sentence];
    guint last = analysis->tokens.sentences[sentence + 1];
    const FactWording *kinds = analysis->wording.descriptions;
    for (guint k = fact_analysis_value_from(analysis, first); k < analysis->mentions->len; k++) {
        const FactMention *mention = fact_analysis_mention(analysis, k);
        if (mention->first >= last)
            break;
        if (mention->value.type != FACT_VALUE_COUNT || mention->value.unit == NULL ||
            fact_decimal_compare(fact_value_amount(&mention->value), fact_decimal_new(1, 0)) <= 0)
            continue;
        uint32_t payload =
            fact_phrase_table_find(kinds->phrases, analysis->tokens.lexicon, mention->value.unit);
        if (payload != 0 && strcmp(g_ptr_array_index(kinds->values, payload - 1), "event") == 0)
            return TRUE;
    }
    return find_words(analysis, analysis->wording.several_events, first, last) != NULL;
}

const char *
fact_toll_basis(const FactAnalysis *analysis, const FactCueMatch *match, gboolean is_sum)
{
    if (is_beyond_lead(analysis, match->first))
        return "beyond the lead";
    if (match->has_value && !match->value_is_name && is_of_several(analysis, match->first))
        return "several events";
    if (!match->has_value || is_sum)
        return NULL;
    const FactMention *mention = fact_analysis_mention(analysis, match->value);
    return find_words(analysis, analysis->wording.groups_apart, mention->first, mention->last);
}
