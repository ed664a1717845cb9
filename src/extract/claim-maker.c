/* SPDX-License-Identifier: MIT
 *
 * Sentence by sentence: all cues are tried, the surest match takes a value, and what no cue claims
 * gets an open attribute. What the article as a whole makes of its claims is claim-whole.c's,
 * people told of one by one are implied-count.c's.
 */
#include "extract/claim-maker.h"

#include "extract/block-claim.h"
#include "extract/claim-subject.h"
#include "extract/claim-value.h"
#include "extract/claim-whole.h"
#include "extract/cue-match.h"
#include "extract/cue-sentence.h"
#include "extract/date-claim.h"
#include "extract/earlier-event.h"
#include "extract/implied-count.h"
#include "extract/modality.h"
#include "extract/name-claim.h"
#include "extract/open-attribute.h"
#include "extract/qualifier.h"
#include "extract/rank-claim.h"
#include "extract/restated.h"
#include "extract/toll.h"

#include <string.h>

/* How far an open attribute is trusted: so that only one whose subject is named beside it stays
 * above what the comparator doubts. Of 74 warnings over 20,900 mixed texts 61 were of open
 * attributes, and nearly all of those wrong. */
#define OPEN_PERCENT 55

/* Of an EDTF year. */
#define YEAR_LENGTH 4

/* A sentence with more matches than this is a table or a list, not prose; the rest is left out. */
#define MATCHES_MAX 256

typedef struct {
    const FactAnalysis *analysis;
    GArray *claims;
    FactCueSentence sentence;
    GArray *matches;      /* of FactCueMatch, of one sentence */
    uint64_t *matched;    /* set of the attributes of matches, by their index */
    uint64_t matched_any; /* all words of that set in one */
    FactImpliedCounts *implied;
    uint8_t *taken; /* by value mention: whether it is claimed */
    uint8_t *told;  /* by thing: whether it is a person of whom something is told */
} Maker;

static void
try_cue(Maker *maker, const FactCue *cue, guint anchor)
{
    const FactCueSentence *sentence = &maker->sentence;
    FactCueMatch match;
    if (fact_cue_match(maker->analysis, cue, anchor, sentence->first, sentence->last, &match)) {
        g_array_append_val(maker->matches, match);
        uint64_t bit = UINT64_C(1) << (cue->attribute->index % 64);
        maker->matched[cue->attribute->index / 64] |= bit;
        maker->matched_any |= bit;
    }
}

static gboolean
has_match_of(const Maker *maker, const FactCueTry *try)
{
    return (maker->matched[try->attribute / 64] >> (try->attribute % 64) & 1) != 0;
}

/* The cues that have a word of their own at @anchor. */
static void
collect_cues(Maker *maker, const FactCueAnchor *anchor)
{
    FactCueSentence *sentence = &maker->sentence;
    const FactCueTry *tries = fact_cue_index_get_tries(sentence->index, anchor->word);
    for (guint k = 0; k < anchor->word->n_tries; k++) {
        if (fact_cue_sentence_allows(sentence, &tries[k], anchor->token) &&
            maker->matches->len < MATCHES_MAX)
            try_cue(maker, tries[k].cue, anchor->token);
    }
}

/* Those that have none, at the value mention @value. */
static void
collect_wordless(Maker *maker, const FactCueWord *word, guint value)
{
    FactCueSentence *sentence = &maker->sentence;
    const FactCueTry *tries = fact_cue_index_get_tries(sentence->index, word);
    guint anchor = fact_analysis_mention(maker->analysis, value)->first;
    for (guint k = 0; k < word->n_tries; k++) {
        if (fact_cue_sentence_allows_value(sentence, &tries[k], value) &&
            maker->matches->len < MATCHES_MAX)
            try_cue(maker, tries[k].cue, anchor);
    }
}

static void
collect_vetoes_at(Maker *maker, const FactCueWord *word, guint anchor)
{
    FactCueSentence *sentence = &maker->sentence;
    const FactCueTry *vetoes = fact_cue_index_get_vetoes(sentence->index, word);
    for (guint k = 0; k < word->n_vetoes; k++) {
        if (has_match_of(maker, &vetoes[k]) &&
            fact_cue_sentence_allows(sentence, &vetoes[k], anchor) &&
            maker->matches->len < MATCHES_MAX)
            try_cue(maker, vetoes[k].cue, anchor);
    }
}

/* Vetoes wait until there is something for them: there are many, filed under words such as "not".
 */
static void
collect_vetoes(Maker *maker)
{
    const FactAnalysis *analysis = maker->analysis;
    const FactCueSentence *sentence = &maker->sentence;
    const FactCueWord *wordless = fact_cue_index_get_wordless(sentence->index);
    for (guint i = sentence->first; i < sentence->last; i++) {
        const FactToken *token = fact_analysis_token(analysis, i);
        if ((token->classes & FACT_WORD_CUE) == 0)
            continue;
        const FactCueWord *word = fact_cue_index_get_word(sentence->index, token->note);
        if ((word->vetoed & maker->matched_any) != 0)
            collect_vetoes_at(maker, word, i);
    }
    for (guint i = sentence->value; wordless->n_vetoes > 0 && i < sentence->value_end; i++)
        collect_vetoes_at(maker, wordless, fact_analysis_mention(analysis, i)->first);
}

static size_t
matched_size(const Maker *maker)
{
    return (maker->analysis->catalog->attributes->len / 64 + 1) * sizeof *maker->matched;
}

/* Cues with a word of their own and those without, by the places of their anchors. */
static void
collect_matches(Maker *maker, guint first, guint last)
{
    const FactAnalysis *analysis = maker->analysis;
    FactCueSentence *sentence = &maker->sentence;
    fact_cue_sentence_start(sentence, first, last);
    const FactCueWord *wordless = fact_cue_index_get_wordless(sentence->index);
    guint value_end = (wordless->types & sentence->types) == 0 ? 0 : sentence->value_end;
    guint value = sentence->value;
    while (value < value_end && fact_analysis_mention(analysis, value)->first < first)
        value++; /* it began in the sentence before */
    for (guint i = 0; i < sentence->n_anchors; i++) {
        const FactCueAnchor *anchor = &sentence->anchors[i];
        for (; value < value_end && fact_analysis_mention(analysis, value)->first < anchor->token;
             value++)
            collect_wordless(maker, wordless, value);
        collect_cues(maker, anchor);
    }
    for (; value < value_end; value++)
        collect_wordless(maker, wordless, value);
    if (maker->matches->len > 0)
        collect_vetoes(maker);
}

/* Surer cues first; ties by place, then by attribute, so that the order of the catalog decides
 * nothing. */
static int
compare_matches(gconstpointer a, gconstpointer b)
{
    const FactCueMatch *x = a;
    const FactCueMatch *y = b;
    if (x->cue->is_partial != y->cue->is_partial)
        return x->cue->is_partial ? 1 : -1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    if (x->last - x->first != y->last - y->first)
        return x->last - x->first < y->last - y->first ? -1 : 1;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return strcmp(x->cue->attribute->id, y->cue->attribute->id);
}

/* Whether both, of one attribute, have the same words of the text for their value. */
static gboolean
is_same_value(const FactCueMatch *a, const FactCueMatch *b)
{
    if (a->words_value.meaning != NULL || b->words_value.meaning != NULL)
        return a->words_value.first == b->words_value.first;
    return a->value == b->value && a->value_is_name == b->value_is_name;
}

/* A veto of the same attribute on the same value, or over the same words. */
static gboolean
is_vetoed(const Maker *maker, const FactCueMatch *match)
{
    for (guint i = 0; i < maker->matches->len; i++) {
        const FactCueMatch *veto = &g_array_index(maker->matches, FactCueMatch, i);
        if (!veto->cue->is_veto || veto->cue->attribute != match->cue->attribute)
            continue;
        if (veto->has_value && match->has_value
                ? is_same_value(veto, match)
                : veto->first < match->last && match->first < veto->last)
            return TRUE;
    }
    return FALSE;
}

static void
set_modality(const FactAnalysis *analysis, guint first, guint last, FactClaim *claim)
{
    FactModality modality = fact_modality_read(analysis, first, last);
    claim->polarity = (uint8_t)modality.polarity;
    claim->mood = (uint8_t)modality.mood;
    claim->hedge = modality.hedge;
    claim->speaker = modality.speaker;
}

/* "7 million more subscribers than": no level, but how far two of them are apart. */
static gboolean
is_difference(const FactAnalysis *analysis, guint value)
{
    guint after = fact_analysis_mention(analysis, value)->last;
    return strcmp(fact_lexicon_get_text(analysis->tokens.lexicon,
                                        fact_analysis_token(analysis, after)->word),
                  "than") == 0;
}

static gboolean
is_toll(const FactAttribute *attribute, const FactClaim *claim)
{
    return g_strcmp0(attribute->unit, "person") == 0 && claim->value.type == FACT_VALUE_COUNT &&
           strcmp(claim->subject_id, FACT_SUBJECT_STORY) == 0;
}

/* A population is not one of a day, though the sentence tells when the quake was. */
static gboolean
drifts_slowly(const FactAttribute *attribute)
{
    return attribute->moves == FACT_MOVES_ANY && attribute->tolerance.relative.coefficient != 0;
}

/* A number into @claim; FALSE where it counts a part, or nothing. */
static gboolean
set_number(Maker *maker, const FactCueMatch *match, FactClaim *claim, gboolean *out_is_sum)
{
    const FactAnalysis *analysis = maker->analysis;
    const FactAttribute *attribute = match->cue->attribute;
    fact_claim_value_set_number(analysis, match, claim);
    if (fact_claim_subject_is_story(attribute) && claim->value.type == FACT_VALUE_COUNT)
        *out_is_sum = fact_toll_add_up(analysis, match->value, claim);
    maker->taken[match->value] = TRUE;
    if (g_strcmp0(attribute->unit, "person") == 0 && fact_toll_is_age(analysis, match->value))
        return FALSE;
    if (*out_is_sum || !fact_toll_is_rest(analysis, attribute, match->value))
        return TRUE;
    fact_implied_counts_close(maker->implied, attribute);
    return FALSE;
}

/* What @match claims of @thing, into @claim; FALSE where it claims nothing. */
static gboolean
set_any_value(Maker *maker, const FactCueMatch *match, guint thing, FactClaim *claim,
              gboolean *out_is_sum)
{
    const FactAnalysis *analysis = maker->analysis;
    if (fact_cue_match_has_mention(match))
        return set_number(maker, match, claim, out_is_sum);
    if (match->words_value.meaning != NULL) {
        fact_claim_value_set_word(analysis, &match->words_value, claim);
        return TRUE;
    }
    if (match->has_value) {
        fact_claim_value_set_name(analysis, match->value, claim);
        return thing != fact_analysis_name(analysis, match->value)->thing;
    }
    if (match->cue->implied != NULL)
        fact_claim_value_set_implied(analysis, match, claim);
    return match->cue->implied != NULL;
}

/* Sets the basis; FALSE where the count is of so many events that it has none. */
static gboolean
set_basis(Maker *maker, const FactCueMatch *match, gboolean is_sum, FactClaim *claim)
{
    const FactAnalysis *analysis = maker->analysis;
    const FactAttribute *attribute = match->cue->attribute;
    gboolean has_number = fact_cue_match_has_mention(match);
    claim->basis = fact_claim_value_basis(analysis, match);
    if (has_number && is_difference(analysis, match->value))
        claim->basis = "difference";
    if (claim->basis == NULL && attribute->basis_words != NULL)
        claim->basis = fact_qualifier_basis(
            analysis, fact_catalog_get_wording(analysis->catalog, attribute->basis_words),
            match->first, match->last);
    if (is_toll(attribute, claim)) {
        if (fact_toll_is_of_many(analysis, match->first)) {
            if (has_number)
                fact_implied_counts_close(maker->implied, attribute);
            return FALSE;
        }
        claim->basis = fact_toll_basis(analysis, match, is_sum, claim->basis);
    }
    if (claim->basis == NULL)
        claim->basis = attribute->basis;
    if (claim->basis == NULL && has_number)
        claim->basis = claim->value.per;
    return TRUE;
}

static void
set_period_and_place(const FactAnalysis *analysis, const FactCueMatch *match, FactClaim *claim)
{
    const FactAttribute *attribute = match->cue->attribute;
    if (attribute->moves != FACT_MOVES_ANY || match->n_words == 0)
        return;
    claim->period = fact_qualifier_period(analysis, match->first, match->last,
                                          match->has_value ? match->value : FACT_NONE);
    claim->place = fact_qualifier_place(analysis, match->first, match->last);
    if (drifts_slowly(attribute) && claim->period != NULL && strlen(claim->period) > YEAR_LENGTH)
        claim->period = NULL;
}

/* Keeps what the whole article decides on: people told of one by one, and what may be a part. */
static gboolean
keep_for_later(Maker *maker, const FactCueMatch *match, const FactClaim *claim)
{
    const FactAttribute *attribute = match->cue->attribute;
    gboolean is_plain = fact_claim_is_plain(claim);
    if (match->cue->implied != NULL && !match->has_value && claim->value.type == FACT_VALUE_COUNT) {
        if (is_plain)
            fact_implied_counts_keep(maker->implied, match, claim);
        return TRUE;
    }
    if (match->cue->is_partial) {
        if (is_plain && g_strcmp0(claim->basis, FACT_BASIS_BEYOND_LEAD) != 0)
            fact_implied_counts_keep_part(maker->implied, attribute, claim);
        return TRUE;
    }
    if (fact_claim_subject_is_story(attribute) && claim->value.type == FACT_VALUE_COUNT && is_plain)
        fact_implied_counts_close(maker->implied, attribute);
    return FALSE;
}

static gboolean
take_earlier(Maker *maker, const FactCueMatch *match)
{
    FactClaim claim;
    if (!fact_earlier_event_claim(maker->analysis, match, &claim))
        return FALSE;
    maker->taken[match->value] = TRUE;
    g_array_append_val(maker->claims, claim);
    return TRUE;
}

static void
take_match(Maker *maker, FactCueMatch *match)
{
    const FactAnalysis *analysis = maker->analysis;
    const FactAttribute *attribute = match->cue->attribute;
    FactClaim claim = {.attribute_id = attribute->id, .attribute_label = attribute->label};
    gboolean is_sum = FALSE;
    guint thing;
    if (take_earlier(maker, match))
        return;
    if (!fact_claim_subject_find(analysis, match, &claim, &thing) ||
        !set_any_value(maker, match, thing, &claim, &is_sum))
        return;
    if (attribute->moves == FACT_MOVES_AGE && (fact_qualifier_looks_back(analysis, match->first) ||
                                               g_str_has_suffix(claim.subject_id, FACT_YEARS_OLD)))
        return; /* "a 35-year-old man, a 30-year-old woman": two, told by their ages */
    gboolean is_implied = claim.value.type == FACT_VALUE_TEXT && match->words_value.meaning == NULL;
    if (match->n_words > 0) /* a bare apposition is presupposed: no mood of its clause touches it */
        set_modality(analysis, match->first, is_implied ? match->first + 1 : match->last, &claim);
    if (is_implied && claim.polarity == FACT_POLARITY_DENIED)
        return; /* who was not charged is at no stage; a "not" of the cue's own does not count */
    if (attribute->takes_plans && claim.mood == FACT_MOOD_PLAN)
        claim.mood = FACT_MOOD_FACT;
    if (!set_basis(maker, match, is_sum, &claim))
        return;
    match->is_claimed = TRUE;
    set_period_and_place(analysis, match, &claim);
    if (keep_for_later(maker, match, &claim))
        return;
    if (attribute->moves == FACT_MOVES_AGE && thing != FACT_NONE)
        maker->told[thing] = TRUE;
    if (match->value_is_name && attribute->value_kinds == FACT_KIND_PERSON)
        maker->told[fact_analysis_name(analysis, match->value)->thing] = TRUE;
    if (attribute->time != NULL && claim.value.type == FACT_VALUE_DATE)
        fact_date_claims_add(analysis, attribute, match->value, &claim, maker->claims);
    else
        g_array_append_val(maker->claims, claim);
    if (fact_cue_match_has_mention(match) && !is_sum)
        fact_restated_follow(analysis, attribute, match->value, &claim, maker->taken,
                             maker->claims);
}

/* Whether a surer cue of the attribute has these words: two attributes may share them. */
static gboolean
has_claimed_words(const Maker *maker, const FactCueMatch *match)
{
    for (guint i = 0; i < maker->matches->len; i++) {
        const FactCueMatch *other = &g_array_index(maker->matches, FactCueMatch, i);
        if (other == match)
            return FALSE;
        if (other->is_claimed && other->cue->attribute == match->cue->attribute &&
            is_same_value(other, match))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_taken(const Maker *maker, const FactCueMatch *match)
{
    gboolean is_one_name =
        match->value_is_name && match->cue->attribute->cardinality == FACT_CARDINALITY_ONE;
    if (match->words_value.meaning != NULL || is_one_name)
        return has_claimed_words(maker, match);
    return fact_cue_match_has_mention(match) && maker->taken[match->value];
}

static gboolean
can_be_open(const FactMention *mention)
{
    switch ((FactValueType)mention->value.type) {
    case FACT_VALUE_COUNT:
    case FACT_VALUE_MONEY:
    case FACT_VALUE_PERCENT:
    case FACT_VALUE_QUANTITY:
    case FACT_VALUE_RATIO:
        return TRUE;
    case FACT_VALUE_DURATION:
        return (mention->value.flags & FACT_VALUE_IS_AGE) == 0;
    case FACT_VALUE_NUMBER:
    case FACT_VALUE_DATE:
    case FACT_VALUE_ORDINAL:
    case FACT_VALUE_SCORE:
    case FACT_VALUE_ENTITY:
    case FACT_VALUE_SET:
    case FACT_VALUE_FLAG:
    case FACT_VALUE_TEXT:
        return FALSE;
    }
    return FALSE;
}

static void
take_open(Maker *maker, guint value)
{
    const FactAnalysis *analysis = maker->analysis;
    const FactMention *mention = fact_analysis_mention(analysis, value);
    FactOpenAttribute attribute;
    if (!can_be_open(mention) || fact_qualifier_looks_back(analysis, mention->first) ||
        fact_qualifier_sums_up(analysis, mention->first) ||
        !fact_open_attribute_read(analysis, value, &attribute))
        return;
    FactReference reference =
        fact_reference_of_clause(analysis, attribute.first, attribute.last, FACT_KIND_ANY, FALSE);
    if (reference.confidence == 0)
        return;
    const FactThing *thing =
        reference.thing == FACT_NONE ? NULL : fact_analysis_thing(analysis, reference.thing);
    FactClaim claim = {
        .attribute_id = attribute.id,
        .attribute_label = attribute.label,
        .subject_id = thing != NULL ? thing->id : reference.description,
        .subject_label = thing != NULL ? thing->label : reference.description + 1,
        .subject_text = fact_analysis_text(analysis, reference.phrase.first, reference.phrase.last),
        .subject_kinds = reference.kinds,
        .confidence = (uint16_t)(reference.confidence * OPEN_PERCENT / 100),
        .basis = mention->value.per,
    };
    fact_claim_value_set_mention(analysis, value, &claim);
    if (claim.value.type == FACT_VALUE_COUNT)
        claim.value.unit = fact_open_attribute_noun(analysis, claim.value.unit);
    set_modality(analysis, mention->first, mention->last, &claim);
    claim.period = fact_qualifier_period(analysis, mention->first, mention->last, value);
    claim.place = fact_qualifier_place(analysis, mention->first, mention->last);
    g_array_append_val(maker->claims, claim);
}

static void
clear_matches(Maker *maker)
{
    if (maker->matches->len == 0)
        return;
    g_array_set_size(maker->matches, 0);
    memset(maker->matched, 0, matched_size(maker));
    maker->matched_any = 0;
}

static void
read_sentence(Maker *maker, guint first, guint last)
{
    collect_matches(maker, first, last);
    if (maker->matches->len > 1)
        g_array_sort(maker->matches, compare_matches);
    for (guint i = 0; i < maker->matches->len; i++) {
        FactCueMatch *match = &g_array_index(maker->matches, FactCueMatch, i);
        if (!match->cue->is_veto && !is_taken(maker, match) && !is_vetoed(maker, match))
            take_match(maker, match);
    }
    clear_matches(maker);
    for (guint i = maker->sentence.value; i < maker->sentence.value_end; i++) {
        if (!maker->taken[i])
            take_open(maker, i);
    }
}

void
fact_claims_make(const FactAnalysis *analysis, GArray *out_claims)
{
    guint first = out_claims->len;
    Maker maker = {.analysis = analysis, .claims = out_claims};
    fact_cue_sentence_init(&maker.sentence, analysis);
    maker.matches = g_array_new(FALSE, FALSE, sizeof(FactCueMatch));
    maker.matched = fact_arena_alloc(analysis->arena, matched_size(&maker));
    maker.implied = fact_implied_counts_new(analysis);
    maker.taken = fact_arena_new0(analysis->arena, uint8_t, analysis->mentions->len + 1);
    maker.told = fact_arena_new0(analysis->arena, uint8_t, analysis->things->len + 1);
    for (guint s = 0; s < analysis->tokens.n_sentences; s++)
        read_sentence(&maker, analysis->tokens.sentences[s], analysis->tokens.sentences[s + 1]);
    fact_implied_counts_tell(maker.implied, out_claims);
    fact_name_claims_make(analysis, maker.told, out_claims);
    fact_rank_claims_make(analysis, out_claims);
    fact_block_claims_make(analysis, out_claims);
    fact_claims_settle(analysis, first, out_claims);
    g_array_unref(maker.matches);
    fact_implied_counts_free(maker.implied);
}
