/* SPDX-License-Identifier: MIT */
#include "extract/toll.h"

#include "extract/claim-whole.h"
#include "extract/people.h"

#include <string.h>

/* Sentences that tell what an article is about, its headline among them. */
#define LEAD_SENTENCES 5

#define BESIDES_THE_DEAD "besides the dead"
#define BESIDES_THE_GUNMAN "besides the gunman"
#define WITH_THE_GUNMAN "including the gunman"
#define PERHAPS_WITH_THE_GUNMAN "perhaps including the gunman"
#define IN_HOSPITAL "in hospital"

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
    guint sentence = fact_analysis_sentence_of(analysis, mention->first);
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
    guint sentence = fact_analysis_sentence_of(analysis, i);
    guint first = analysis->tokens.sentences[sentence > 0 ? sentence - 1 : 0];
    const FactWording *list =
        fact_catalog_get_wording(analysis->catalog, attribute->value_not_unless);
    return find_words(analysis, list, first, analysis->tokens.sentences[sentence + 1]) != NULL;
}

/* Whether @i is where somebody is told to be hurt, who is not told to be dead there. */
static gboolean
tells_of_hurt(const FactAnalysis *analysis, guint i, guint last)
{
    static const char *const hurt[] = {"shot", "wounded", "injured", "hurt", "grazed", NULL};
    static const char *const fatally[] = {"fatally", NULL};
    static const char *const dead[] = {"killed", "death", "dead", "died", NULL};
    if (!fact_phrase_has_word(analysis, i, hurt) ||
        (i > 0 && fact_phrase_has_word(analysis, i - 1, fatally)))
        return FALSE;
    for (guint k = i + 1; k < last && k <= i + 2; k++) /* "shot dead", "shot and killed" */
        if (fact_phrase_has_word(analysis, k, dead))
            return FALSE;
    return TRUE;
}

/* "A boy was shot, his dog killed and three others wounded": the others are besides him. */
static gboolean
is_besides_one_hurt(const FactAnalysis *analysis, guint i)
{
    guint first = analysis->tokens.sentences[fact_analysis_sentence_of(analysis, i)];
    for (guint k = first; k + 1 < i; k++) /* the last word may be the value's own verb */
        if (tells_of_hurt(analysis, k, i))
            return TRUE;
    return FALSE;
}

/* "A fourth", "the fourth victim", not "a fourth floor". */
static gboolean
is_of_person(const FactAnalysis *analysis, const FactMention *ordinal)
{
    static const char *const articles[] = {"a", "the", "another", NULL};
    static const char *const ones[] = {"one", NULL};
    guint i = ordinal->last;
    guint end;
    if (ordinal->first == 0 || !fact_phrase_has_word(analysis, ordinal->first - 1, articles))
        return FALSE;
    if (!fact_phrase_goes_on(analysis, i) || fact_phrase_has_word(analysis, i, ones))
        return TRUE;
    const char *kind = fact_wording_match(analysis->wording.descriptions, &analysis->tokens, i,
                                          analysis->tokens.n, &end);
    return kind != NULL && strcmp(kind, "person") == 0;
}

/* "Three died at the scene and a fourth at a hospital", "four were wounded and a fifth hit by
 * glass": the next one is told of in the same sentence, and not in the way that undoes value_not.
 */
static gboolean
has_next(const FactAnalysis *analysis, const FactAttribute *attribute, guint value)
{
    const FactMention *mention = fact_analysis_mention(analysis, value);
    guint sentence = fact_analysis_sentence_of(analysis, mention->first);
    guint limit = analysis->tokens.sentences[sentence + 1];
    FactDecimal next;
    if (attribute->value_not_unless == NULL ||
        !fact_decimal_add(fact_value_amount(&mention->value), fact_decimal_new(1, 0), &next))
        return FALSE;
    const FactWording *list =
        fact_catalog_get_wording(analysis->catalog, attribute->value_not_unless);
    for (guint k = value + 1; k < analysis->mentions->len; k++) {
        const FactMention *other = fact_analysis_mention(analysis, k);
        if (other->first >= limit)
            break;
        if (other->value.type == FACT_VALUE_ORDINAL && is_of_person(analysis, other) &&
            fact_decimal_compare(fact_value_amount(&other->value), next) == 0)
            return find_words(analysis, list, other->last, limit) == NULL;
    }
    return FALSE;
}

/* "Injured four and put a porter in critical condition": he is told of apart. */
static gboolean
is_followed_by_one_hurt(const FactAnalysis *analysis, const FactAttribute *attribute, guint i)
{
    static const char *const and[] = {"and", NULL};
    static const char *const puts[] = {"put", "left", "leaving", NULL};
    static const char *const state[] = {"condition", NULL};
    guint last = analysis->tokens.sentences[fact_analysis_sentence_of(analysis, i) + 1];
    if (attribute->besides == NULL || i + 2 >= last || !fact_phrase_has_word(analysis, i, and) ||
        !fact_phrase_has_word(analysis, i + 1, puts))
        return FALSE;
    for (guint k = i + 2; k < last; k++)
        if (fact_phrase_has_word(analysis, k, state))
            return TRUE;
    return FALSE;
}

/* The first token of @mention that tells what is counted: "more than 20 people" are not 20 more. */
static guint
skip_bound(const FactAnalysis *analysis, const FactMention *mention)
{
    static const char *const than[] = {"than", NULL};
    guint i = mention->first + 1;
    return i < mention->last && fact_phrase_has_word(analysis, i, than) ? i : mention->first;
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
    if (!is_of_others && find_words(analysis, list, skip_bound(analysis, mention), mention->last) == NULL)
        return has_next(analysis, attribute, value) ||
               is_followed_by_one_hurt(analysis, attribute, mention->last);
    return !is_told_after(analysis, attribute, mention->first) ||
           (attribute->besides != NULL && is_besides_one_hurt(analysis, mention->first));
}

gboolean
fact_toll_is_beyond_lead(const FactAnalysis *analysis, guint i)
{
    return fact_analysis_sentence_of(analysis, i) >= LEAD_SENTENCES;
}

/* "Six people were wounded in two shootings": the number of events, 1 where none is told, 0 where
 * it is not known. */
static guint
count_events(const FactAnalysis *analysis, guint first, guint last)
{
    const FactWording *kinds = analysis->wording.descriptions;
    for (guint k = fact_analysis_value_from(analysis, first); k < analysis->mentions->len; k++) {
        const FactMention *mention = fact_analysis_mention(analysis, k);
        if (mention->first >= last)
            break;
        if (mention->value.type != FACT_VALUE_COUNT || mention->value.unit == NULL)
            continue;
        uint32_t payload =
            fact_phrase_table_find(kinds->phrases, analysis->tokens.lexicon, mention->value.unit);
        FactDecimal amount = fact_value_amount(&mention->value);
        if (payload != 0 && strcmp(g_ptr_array_index(kinds->values, payload - 1), "event") == 0 &&
            fact_decimal_compare(amount, fact_decimal_new(1, 0)) > 0)
            return fact_decimal_compare(amount, fact_decimal_new(2, 0)) == 0 ? 2 : 0;
    }
    return find_words(analysis, analysis->wording.several_events, first, last) != NULL ? 0 : 1;
}

gboolean
fact_toll_is_age(const FactAnalysis *analysis, guint value)
{
    const FactMention *mention = fact_analysis_mention(analysis, value);
    guint first = mention->first;
    return mention->value.type == FACT_VALUE_NUMBER && first >= 2 &&
           fact_analysis_is_mark(analysis, first - 1, ',') &&
           fact_analysis_name_at(analysis, first - 2) != FACT_NONE &&
           (fact_analysis_token(analysis, mention->core)->flags & FACT_TOKEN_NUMBER) != 0;
}

gboolean
fact_toll_is_of_many(const FactAnalysis *analysis, guint i)
{
    guint sentence = fact_analysis_sentence_of(analysis, i);
    return count_events(analysis, analysis->tokens.sentences[sentence],
                        analysis->tokens.sentences[sentence + 1]) == 0;
}

/* The wounded besides the dead are fewer than the wounded among whom some die later: which of the
 * two "four people were hurt" is, the deaths that the article tells of, there or elsewhere, say. */
static const char *
basis_by_the_dead(const FactAnalysis *analysis, const FactAttribute *attribute, guint i)
{
    if (attribute->besides == NULL)
        return NULL;
    if (is_told_after(analysis, attribute, i))
        return BESIDES_THE_DEAD;
    return fact_analysis_has_words(analysis, attribute->value_not_unless) ? FACT_BASIS_SOME_MAY_HAVE_DIED
                                                                          : NULL;
}

/* "Six people are dead, including a man who took his own life": whatever is said of the gunman, he
 * is among them. */
static gboolean
includes_the_attacker(const FactAnalysis *analysis, const char *list, guint first, guint last)
{
    const FactWording *ways = fact_catalog_get_wording(analysis->catalog, list);
    for (guint i = first; i < last; i++)
        if (strcmp(fact_phrase_word(analysis, i), "including") == 0)
            return find_words(analysis, analysis->wording.attackers, i, last) != NULL ||
                   find_words(analysis, ways, i, last) != NULL;
    return FALSE;
}

/* Whether the count has the gunman in it, where the catalog has words for that. */
static const char *
basis_by_the_gunman(const FactAnalysis *analysis, const FactCueMatch *match, const char *basis)
{
    const char *list = match->cue->attribute->basis_words;
    guint sentence = fact_analysis_sentence_of(analysis, match->first);
    guint first = fact_analysis_mention(analysis, match->value)->last;
    if (list == NULL)
        return basis;
    if (includes_the_attacker(analysis, list, first, analysis->tokens.sentences[sentence + 1]))
        return WITH_THE_GUNMAN;
    if (basis == NULL && (fact_analysis_has_words(analysis, list) ||
                          fact_analysis_has_words(analysis, "gunman-dead")))
        return PERHAPS_WITH_THE_GUNMAN;
    return basis;
}

/* "Two Harlan College officers" are fewer than the officers: the capitals before the noun, NULL for
 * none. */
static const char *
find_owner(const FactAnalysis *analysis, const FactMention *mention)
{
    guint end = mention->last;
    while (end > mention->first &&
           (fact_analysis_token(analysis, end - 1)->flags & FACT_TOKEN_CAPITAL) == 0)
        end--;
    guint first = end;
    while (first > mention->first + 1 &&
           (fact_analysis_token(analysis, first - 1)->flags & FACT_TOKEN_CAPITAL) != 0)
        first--;
    return first < end && end < mention->last && first > mention->first
               ? fact_analysis_text(analysis, first, end)
               : NULL;
}

/* The group that the value counts, NULL for people of any kind. */
static const char *
find_group(const FactAnalysis *analysis, guint value)
{
    const FactMention *mention = fact_analysis_mention(analysis, value);
    const char *group =
        find_words(analysis, analysis->wording.groups_apart, mention->first, mention->last);
    const char *owner = group == NULL ? NULL : find_owner(analysis, mention);
    return owner != NULL ? owner : group;
}

/* Whether the title says the same: then it is of the whole wherever it stands. */
static gboolean
is_in_title(const FactAnalysis *analysis, const FactCueMatch *match)
{
    const GArray *claims = analysis->title_claims;
    FactDecimal amount = fact_value_amount(&fact_analysis_mention(analysis, match->value)->value);
    for (guint i = 0; claims != NULL && i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        if (strcmp(claim->attribute_id, match->cue->attribute->id) == 0 &&
            fact_value_is_numeric(&claim->value) &&
            fact_decimal_compare(fact_value_amount(&claim->value), amount) == 0)
            return TRUE;
    }
    return FALSE;
}

static const char *
basis_by_place_in_text(const FactAnalysis *analysis, const FactCueMatch *match)
{
    guint i = match->first;
    guint sentence = fact_analysis_sentence_of(analysis, i);
    guint first = analysis->tokens.sentences[sentence];
    guint last = analysis->tokens.sentences[sentence + 1];
    if (fact_toll_is_beyond_lead(analysis, i) && !is_in_title(analysis, match))
        return FACT_BASIS_BEYOND_LEAD;
    if (count_events(analysis, first, last) > 1)
        return "in two events";
    return find_words(analysis, analysis->wording.steps, first, last) != NULL
               ? "one step of several"
               : NULL;
}

const char *
fact_toll_basis(const FactAnalysis *analysis, const FactCueMatch *match, gboolean is_sum,
                const char *basis)
{
    gboolean has_value = fact_cue_match_has_mention(match);
    if (!has_value)
        return basis == NULL && fact_toll_is_beyond_lead(analysis, match->first) ? FACT_BASIS_BEYOND_LEAD
                                                                       : basis;
    const char *place = basis == NULL ? basis_by_place_in_text(analysis, match) : basis;
    const char *group = place == NULL && !is_sum ? find_group(analysis, match->value) : place;
    if (group != NULL && group != basis)
        return group;
    if (basis == NULL && match->cue->is_partial)
        return IN_HOSPITAL;
    basis = basis_by_the_gunman(analysis, match, basis);
    return basis == NULL ? basis_by_the_dead(analysis, match->cue->attribute, match->first) : basis;
}

static gboolean
is_of_whole(const char *basis)
{
    return basis == NULL || strcmp(basis, BESIDES_THE_DEAD) == 0 ||
           strcmp(basis, FACT_BASIS_SOME_MAY_HAVE_DIED) == 0 || strcmp(basis, PERHAPS_WITH_THE_GUNMAN) == 0 ||
           strcmp(basis, IN_HOSPITAL) == 0;
}

gboolean
fact_toll_is_same_whole(const char *a, const char *b)
{
    return g_strcmp0(a, b) == 0 || (is_of_whole(a) && is_of_whole(b));
}

void
fact_toll_part_gunman(const FactAnalysis *analysis, gboolean by_another, FactClaim *claim)
{
    const FactAttribute *attribute =
        fact_catalog_find_attribute(analysis->catalog, claim->attribute_id);
    if (attribute == NULL || attribute->basis_words == NULL)
        return;
    if (by_another && claim->basis == NULL &&
        fact_analysis_has_words(analysis, "gunman-took-his-life"))
        claim->basis = BESIDES_THE_GUNMAN;
    if (!by_another && g_strcmp0(claim->basis, BESIDES_THE_GUNMAN) == 0 &&
        fact_decimal_compare(fact_value_amount(&claim->value), fact_decimal_new(1, 0)) == 0)
        claim->basis = NULL;
}

/* The token that begins at byte @start of the text. */
static guint
find_token(const FactAnalysis *analysis, uint32_t start)
{
    guint low = 0;
    guint high = analysis->tokens.n;
    while (low + 1 < high) {
        guint middle = low + (high - low) / 2;
        if (fact_analysis_token(analysis, middle)->start <= start)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Widens @claim's span to where its sentence ends, for there it tells of the gunman. */
static void
span_to_sentence_end(const FactAnalysis *analysis, FactClaim *claim)
{
    guint first = find_token(analysis, claim->span.start);
    guint last = analysis->tokens.sentences[fact_analysis_sentence_of(analysis, first) + 1];
    while (last > first + 1 &&
           (fact_analysis_token(analysis, last - 1)->flags & FACT_TOKEN_WORD) == 0)
        last--;
    fact_claim_span_tokens(analysis, first, last, claim);
}

gboolean
fact_toll_with_gunman(const FactAnalysis *analysis, const FactClaim *claim, FactClaim *out_claim)
{
    FactDecimal sum;
    if (g_strcmp0(claim->basis, BESIDES_THE_GUNMAN) != 0 || !fact_claim_is_plain(claim) ||
        !fact_value_is_numeric(&claim->value) ||
        !fact_analysis_has_words(analysis, "gunman-took-his-life") ||
        !fact_decimal_add(fact_value_amount(&claim->value), fact_decimal_new(1, 0), &sum))
        return FALSE;
    *out_claim = *claim;
    out_claim->basis = WITH_THE_GUNMAN;
    out_claim->confidence = (uint16_t)(claim->confidence * 3 / 4);
    out_claim->value.comparator = FACT_COMPARATOR_GE;
    out_claim->value.flags = FACT_VALUE_HAS_LOW | FACT_VALUE_IS_INDEFINITE;
    out_claim->value.as.number.low = sum;
    span_to_sentence_end(analysis, out_claim);
    return TRUE;
}
