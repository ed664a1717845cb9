/* SPDX-License-Identifier: MIT */
#include "extract/claim-value.h"

#include "extract/open-attribute.h"
#include "extract/reference.h"

#include <string.h>

static FactSpan
span_of(const FactAnalysis *analysis, guint first, guint last)
{
    return (FactSpan){fact_analysis_token(analysis, first)->start,
                      fact_analysis_token(analysis, last - 1)->end};
}

void
fact_claim_value_set_name(const FactAnalysis *analysis, guint index, FactClaim *claim)
{
    const FactName *name = fact_analysis_name(analysis, index);
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    const char **ids = fact_arena_new0(analysis->arena, const char *, 1);
    const char **labels = fact_arena_new0(analysis->arena, const char *, 1);
    ids[0] = thing->id;
    labels[0] = thing->label;
    claim->value = (FactValue){.type = FACT_VALUE_ENTITY};
    claim->value.as.names.ids = ids;
    claim->value.as.names.labels = labels;
    claim->value.as.names.n = 1;
    claim->span = span_of(analysis, name->first, name->last);
}

static void
set_text(const FactAnalysis *analysis, const char *meaning, FactClaim *claim)
{
    const char **word = fact_arena_new0(analysis->arena, const char *, 1);
    word[0] = meaning;
    claim->value = (FactValue){.type = FACT_VALUE_TEXT};
    claim->value.as.names.ids = claim->value.as.names.labels = word;
    claim->value.as.names.n = 1;
}

void
fact_claim_value_set_implied(const FactAnalysis *analysis, const FactCueMatch *match,
                             FactClaim *claim)
{
    const FactAttribute *attribute = match->cue->attribute;
    claim->span = span_of(analysis, match->first, match->last);
    if ((attribute->value_types & (1u << FACT_VALUE_FLAG)) != 0) {
        claim->value = (FactValue){.type = FACT_VALUE_FLAG};
        if (strcmp(match->cue->implied, "false") != 0)
            claim->value.flags = FACT_VALUE_IS_TRUE;
        return;
    }
    if ((attribute->value_types & (1u << FACT_VALUE_TEXT)) != 0) {
        set_text(analysis, match->cue->implied, claim);
        return;
    }
    FactDecimal amount = FACT_DECIMAL_ZERO;
    (void)fact_decimal_parse(match->cue->implied, strlen(match->cue->implied), &amount);
    claim->value = (FactValue){
        .type = FACT_VALUE_COUNT,
        .comparator = FACT_COMPARATOR_GE,
        .flags = FACT_VALUE_HAS_LOW | FACT_VALUE_IS_INDEFINITE,
        .unit = "person",
    };
    claim->value.as.number.low = amount;
}

void
fact_claim_value_set_mention(const FactAnalysis *analysis, guint value, FactClaim *claim)
{
    const FactMention *mention = fact_analysis_mention(analysis, value);
    claim->value = mention->value;
    claim->span = mention->span;
}

/* "averaged over 14 reviewers": the preposition that would make a bound is the cue's own. A verb
 * that is, "exceeded 14", makes it all the same. */
static gboolean
owns_bound(const FactAnalysis *analysis, const FactCueMatch *match)
{
    const FactMention *mention = fact_analysis_mention(analysis, match->value);

    return match->words_last > mention->first && match->words_last <= mention->core &&
           (fact_analysis_classes(analysis, match->words_last - 1) & FACT_WORD_PREPOSITION) != 0;
}

static void
drop_bound(FactValue *value)
{
    FactDecimal amount = fact_value_amount(value);
    if (value->comparator == FACT_COMPARATOR_BETWEEN || !fact_value_is_numeric(value))
        return;
    value->comparator = FACT_COMPARATOR_EQ;
    value->flags |= FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH;
    value->as.number.low = value->as.number.high = amount;
}

/* "Three" of "three were hurt" counts people as well as "three men" does. */
static gboolean
is_count(const FactAttribute *attribute, const FactValue *value)
{
    if (attribute->unit == NULL)
        return FALSE;
    return value->type == FACT_VALUE_COUNT ||
           (value->type == FACT_VALUE_NUMBER && strcmp(attribute->unit, "person") == 0);
}

/* Whose the value's words are: "his brother" is somebody else's father. NULL where that is unsure.
 */
static const char *
owner_of_words(const FactAnalysis *analysis, const FactCueMatch *match)
{
    FactReference owner =
        fact_reference_possessor(analysis, match->words_value.first, FACT_KIND_PERSON);
    return owner.thing == FACT_NONE ? NULL : fact_analysis_thing(analysis, owner.thing)->label;
}

const char *
fact_claim_value_basis(const FactAnalysis *analysis, const FactCueMatch *match)
{
    const char *basis = match->cue->basis;
    if (basis != NULL && strcmp(basis, "{owner}") == 0)
        return owner_of_words(analysis, match);
    if (basis == NULL || strcmp(basis, "{name}") != 0)
        return basis;
    return match->name == FACT_NONE
               ? NULL
               : fact_analysis_thing(analysis, fact_analysis_name(analysis, match->name)->thing)
                     ->label;
}

void
fact_claim_value_set_word(const FactAnalysis *analysis, const FactWordValue *word, FactClaim *claim)
{
    set_text(analysis, word->meaning, claim);
    claim->span = span_of(analysis, word->first, word->last);
}

/* "A 6.1-magnitude quake": what is counted is the measure itself, and 6.1 a plain number. */
static gboolean
is_measure(const FactAttribute *attribute, const FactValue *value)
{
    return attribute->unit != NULL && value->type == FACT_VALUE_COUNT &&
           (attribute->value_types & (1u << FACT_VALUE_NUMBER)) != 0 &&
           attribute->units[0] != NULL && attribute->units[1] == NULL &&
           strcmp(attribute->units[0], attribute->unit) == 0;
}

void
fact_claim_value_set_number(const FactAnalysis *analysis, const FactCueMatch *match,
                            FactClaim *claim)
{
    const FactAttribute *attribute = match->cue->attribute;
    fact_claim_value_set_mention(analysis, match->value, claim);
    if (owns_bound(analysis, match))
        drop_bound(&claim->value);
    if (is_measure(attribute, &claim->value)) {
        claim->value.type = FACT_VALUE_NUMBER;
        claim->value.unit = NULL;
    } else if (is_count(attribute, &claim->value)) { /* fans and people are counted alike */
        claim->value.type = FACT_VALUE_COUNT;
        claim->value.unit = attribute->unit;
    } else if (claim->value.type == FACT_VALUE_COUNT) {
        claim->value.unit = fact_open_attribute_noun(analysis, claim->value.unit);
    }
}
