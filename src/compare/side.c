/* SPDX-License-Identifier: MIT
 *
 * Puts the claims of a key together. Claims find their side through a table of hashes of value and
 * qualifiers; a counting sort then lays the claims of each side out in one row, ascending, so that
 * what two sides share is found by walking both rows.
 */
#include "compare/side.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "compare/name-set.h"

#define SLOTS_MIN 16
/* How far ahead groups are fetched, and how many claims of each. */
#define PREFETCH_GROUPS 6
#define PREFETCH_CLAIMS 8
#define CACHE_LINE 64

void
fact_sides_init(FactSides *sides, const FactComparison *comparison)
{
    memset(sides, 0, sizeof *sides);
    sides->comparison = comparison;
    sides->drafts = g_array_new(FALSE, TRUE, sizeof(FactSideDraft));
    sides->claims = g_array_new(FALSE, FALSE, sizeof(guint32));
    sides->side_of = g_array_new(FALSE, FALSE, sizeof(guint32));
    sides->picked = g_array_new(FALSE, FALSE, sizeof(guint32));
    sides->stamps = g_new0(guint32, MAX(comparison->documents->len, 1));
    sides->leads = g_new0(guint32, MAX(comparison->documents->len, 1));
    sides->side_counts = g_new0(uint8_t, MAX(comparison->documents->len, 1));
}

void
fact_sides_clear(FactSides *sides)
{
    g_clear_pointer(&sides->drafts, g_array_unref);
    g_clear_pointer(&sides->claims, g_array_unref);
    g_clear_pointer(&sides->side_of, g_array_unref);
    g_clear_pointer(&sides->picked, g_array_unref);
    g_clear_pointer(&sides->slots, g_free);
    g_clear_pointer(&sides->stamps, g_free);
    g_clear_pointer(&sides->leads, g_free);
    g_clear_pointer(&sides->side_counts, g_free);
}

/* What a date without a year still says: a weekday, a day of a month, a time of day. The articles of
 * one topic are days apart at most, and "Thursday" is the Thursday all of them mean. */
static gboolean
says_a_day(const FactClaim *claim)
{
    const char *pattern = claim->value.unit;

    return claim->value.as.date.edtf != NULL ||
           (claim->group != NULL && claim->group[0] != '\0' && pattern != NULL &&
            (pattern[0] == 'X' || pattern[0] == 'T'));
}

gboolean
fact_claim_is_comparable(const FactComparison *comparison, const FactClaim *claim)
{
    return claim->mood == FACT_MOOD_FACT && !comparison->witnesses[claim->document].is_replaced &&
           (claim->value.type != FACT_VALUE_DATE || says_a_day(claim));
}

/* Pointers first: within one corpus strings are interned; accepted facts have their own pool. */
static gboolean
same_string(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static uint64_t
hash_string(uint64_t hash, const char *str)
{
    return str == NULL ? fact_hash_combine(hash, 1)
                       : fact_hash_combine(hash, fact_hash_bytes(str, strlen(str)));
}

static uint64_t
hash_draft(const FactSideDraft *draft)
{
    uint64_t hash = fact_hash_combine(draft->polarity, fact_value_hash(draft->value));

    hash = hash_string(hash, draft->period);
    hash = hash_string(hash, draft->place);
    return hash_string(hash, draft->basis);
}

static gboolean
is_same_side(const FactSideDraft *a, const FactSideDraft *b)
{
    return a->hash == b->hash && a->polarity == b->polarity && same_string(a->period, b->period) &&
           same_string(a->place, b->place) && same_string(a->basis, b->basis) &&
           fact_value_equal(a->value, b->value);
}

static FactSideDraft
draft_of_claim(const FactClaim *claim, const FactValue *value)
{
    FactSideDraft draft = {
        .value = value,
        .period = claim->period,
        .place = claim->place,
        .basis = claim->basis,
        .polarity = claim->polarity,
        .is_spoken = TRUE,
        .has_times = TRUE,
    };

    draft.hash = hash_draft(&draft);
    return draft;
}

static void
reset_slots(FactSides *sides, guint n_claims)
{
    guint n = SLOTS_MIN;

    while (n < 2 * n_claims)
        n *= 2;
    if (n > sides->n_slots) {
        sides->slots = g_renew(guint32, sides->slots, n);
        sides->n_slots = n;
    }
    /* A small key after a large one clears, and uses, no more than it needs. */
    memset(sides->slots, 0, n * sizeof *sides->slots);
}

/* The index of the side like @draft, made if there is none. @n_slots is what reset_slots cleared.
 */
static guint32
find_side(FactSides *sides, const FactSideDraft *draft, guint mask)
{
    guint i = (guint)draft->hash & mask;

    while (sides->slots[i] != 0) {
        guint32 found = sides->slots[i] - 1;

        if (is_same_side(&g_array_index(sides->drafts, FactSideDraft, found), draft))
            return found;
        i = (i + 1) & mask;
    }
    g_array_append_val(sides->drafts, *draft);
    sides->slots[i] = sides->drafts->len;
    return sides->drafts->len - 1;
}

static guint
slots_mask(guint n_claims)
{
    guint n = SLOTS_MIN;

    while (n < 2 * n_claims)
        n *= 2;
    return n - 1;
}

static void
add_claim(FactSides *sides, guint32 index, const FactValue *value, guint mask)
{
    FactSideDraft draft = draft_of_claim(&sides->comparison->claims[index], value);
    guint32 side = find_side(sides, &draft, mask);

    g_array_append_val(sides->side_of, side);
    g_array_append_val(sides->picked, index);
    g_array_index(sides->drafts, FactSideDraft, side).n_claims++;
}

/* An accepted fact makes a side, or outranks the one that says the same. */
static void
add_references(FactSides *sides, const FactClaimGroup *group, guint mask)
{
    const GPtrArray *references = fact_references_find(sides->comparison->references,
                                                       group->key.subject, group->key.attribute);

    for (guint i = 0; references != NULL && i < references->len; i++) {
        const FactReference *reference = g_ptr_array_index(references, i);
        FactSideDraft draft = draft_of_claim(&reference->claim, &reference->claim.value);
        FactSideDraft *side = NULL;
        guint32 at;

        if (sides->drafts->len > mask / 2)
            return; /* the table was measured for the claims and some statements */
        at = find_side(sides, &draft, mask); /* which may move the drafts */
        side = &g_array_index(sides->drafts, FactSideDraft, at);
        if (side->reference == NULL)
            side->reference = reference;
    }
}

/* Rows of claims by side, each ascending: the claims of a key come ascending. */
static void
lay_out_claims(FactSides *sides)
{
    guint offset = 0;

    g_array_set_size(sides->claims, sides->picked->len);
    for (guint i = 0; i < sides->drafts->len; i++) {
        FactSideDraft *draft = &g_array_index(sides->drafts, FactSideDraft, i);

        draft->claims = (const guint32 *)(gpointer)sides->claims->data + offset;
        offset += draft->n_claims;
        draft->n_claims = 0;
    }
    for (guint i = 0; i < sides->picked->len; i++) {
        guint32 side = g_array_index(sides->side_of, guint32, i);
        FactSideDraft *draft = &g_array_index(sides->drafts, FactSideDraft, side);
        guint32 *row = (guint32 *)draft->claims;

        row[draft->n_claims++] = g_array_index(sides->picked, guint32, i);
    }
}

static void
add_time(FactSideDraft *draft, gboolean is_dated, gboolean has_time, int64_t minute)
{
    if (!is_dated) {
        draft->is_undated = TRUE;
        return;
    }
    draft->earliest = draft->n_dated == 0 ? minute : MIN(draft->earliest, minute);
    draft->latest = draft->n_dated == 0 ? minute : MAX(draft->latest, minute);
    draft->has_times = draft->has_times && has_time;
    draft->n_dated++;
}

static void
add_source(FactSides *sides, FactSideDraft *draft, guint32 document)
{
    const FactWitness *witness = &sides->comparison->witnesses[document];

    draft->n_sources++;
    add_time(draft, witness->is_dated, witness->has_time, witness->minute);
    if (sides->stamps[witness->original] == sides->stamp)
        return;
    sides->stamps[witness->original] = sides->stamp;
    draft->n_independent++;
    draft->weight += (double)witness->trust;
}

static void
add_speaker(FactSideDraft *draft, const char *speaker)
{
    if (!draft->is_spoken)
        return;
    for (guint i = 0; speaker != NULL && i < draft->n_speakers; i++) {
        if (same_string(draft->speakers[i], speaker))
            return;
    }
    if (speaker == NULL || draft->n_speakers == FACT_SIDE_SPEAKERS_MAX)
        draft->is_spoken = FALSE;
    else
        draft->speakers[draft->n_speakers++] = speaker;
}

/* Equal amounts may be said with more or less precision: the coarser one doubts more. */
static gboolean
is_coarser(const FactValue *a, const FactValue *b)
{
    if ((a->flags & FACT_VALUE_HAS_PRECISION) == 0)
        return FALSE;
    return (b->flags & FACT_VALUE_HAS_PRECISION) == 0 ||
           fact_decimal_compare(a->as.number.precision, b->as.number.precision) > 0;
}

static void
add_wording(FactSideDraft *draft, const FactClaim *claim)
{
    if (same_string(claim->hedge, "preliminary"))
        draft->is_preliminary = TRUE;
    if (!fact_value_is_numeric(&claim->value))
        return;
    if (is_coarser(&claim->value, draft->value))
        draft->value = &claim->value;
    if ((claim->value.flags & FACT_VALUE_IS_INDEFINITE) == 0)
        draft->is_indefinite = FALSE;
}

static gboolean
is_beyond_lead(const char *basis)
{
    return g_strcmp0(basis, FACT_BASIS_BEYOND_LEAD) == 0;
}

/* An article on a story tells of the story first; what it gives after that for the same attribute
 * is often another event's, an earlier count, or a part, unless it is the same number: "at least
 * ten" would allow for any. */
static void
add_lead(const FactSides *sides, FactSideDraft *draft, guint32 document)
{
    const FactComparison *comparison = sides->comparison;
    const FactClaim *lead = &comparison->claims[sides->leads[document]];

    if (is_beyond_lead(lead->basis) || (is_beyond_lead(draft->basis) && lead->basis != NULL))
        return;
    FactRelation relation =
        fact_value_compare(comparison->catalog, &lead->value, draft->value, NULL);
    draft->n_leading += is_beyond_lead(draft->basis)
                            ? relation == FACT_RELATION_EQUAL || relation == FACT_RELATION_ROUNDING
                            : relation != FACT_RELATION_DISJOINT;
}

/* Counts what stands on the side. */
static void
weigh(FactSides *sides, FactSideDraft *draft)
{
    const FactClaim *claims = sides->comparison->claims;

    sides->stamp++;
    draft->is_indefinite = draft->n_claims > 0 && fact_value_is_numeric(draft->value);
    for (guint i = 0; i < draft->n_claims; i++) {
        const FactClaim *claim = &claims[draft->claims[i]];

        if (i == 0 || claims[draft->claims[i - 1]].document != claim->document)
            add_source(sides, draft, claim->document);
        if (sides->is_of_story &&
            (i == 0 || claims[draft->claims[i - 1]].document != claim->document))
            add_lead(sides, draft, claim->document);
        add_speaker(draft, claim->speaker);
        add_wording(draft, claim);
        draft->confidence = MAX(draft->confidence, claim->confidence);
    }
    if (draft->reference != NULL) {
        add_time(draft, draft->reference->is_dated, FALSE, draft->reference->minute);
        draft->is_spoken = FALSE;
        draft->confidence = 100;
        draft->n_leading++;
    }
}

/* Claims come by document and place: the last one written for a document, going backwards, leads.
 */
static void
find_leads(FactSides *sides, const FactClaimGroup *group, const FactPolicy *policy)
{
    sides->is_of_story = g_str_equal(group->key.subject, FACT_SUBJECT_STORY) &&
                         policy->cardinality == FACT_CARDINALITY_ONE;
    for (guint i = sides->is_of_story ? sides->picked->len : 0; i > 0; i--) {
        guint32 index = g_array_index(sides->picked, guint32, i - 1);

        sides->leads[sides->comparison->claims[index].document] = index;
    }
}

static void
count_sides_of_documents(FactSides *sides)
{
    const FactClaim *claims = sides->comparison->claims;
    const guint32 *picked = (const guint32 *)(gpointer)sides->picked->data;

    for (guint i = 0; i < sides->picked->len; i++)
        sides->side_counts[claims[picked[i]].document] = 0;
    for (guint i = 0; i < sides->drafts->len; i++) {
        const FactSideDraft *draft = &g_array_index(sides->drafts, FactSideDraft, i);

        for (guint k = 0; k < draft->n_claims; k++) {
            guint32 document = claims[draft->claims[k]].document;

            if (k == 0 || claims[draft->claims[k - 1]].document != document)
                sides->side_counts[document] += sides->side_counts[document] < 255;
        }
    }
}

/* In a set-valued attribute what counts is all that one document names. */
static void
add_claims_as_sets(FactSides *sides, const FactClaimGroup *group, guint mask)
{
    const FactComparison *comparison = sides->comparison;
    g_autofree const FactValue **values =
        fact_name_sets_of(comparison, group->claims, group->n_claims);

    for (guint i = 0; i < group->n_claims; i++) {
        if (values[i] != NULL)
            add_claim(sides, group->claims[i], values[i], mask);
    }
}

static void
add_claims(FactSides *sides, const FactClaimGroup *group, guint mask)
{
    const FactComparison *comparison = sides->comparison;

    for (guint i = 0; i < group->n_claims; i++) {
        const FactClaim *claim = &comparison->claims[group->claims[i]];

        if (fact_claim_is_comparable(comparison, claim))
            add_claim(sides, group->claims[i], &claim->value, mask);
    }
}

void
fact_sides_prefetch(const FactSides *sides, const GPtrArray *groups, guint i)
{
    const FactClaim *claims = sides->comparison->claims;
    const FactClaimGroup *group = NULL;

    if (i + 2 * PREFETCH_GROUPS >= groups->len)
        return;
    group = g_ptr_array_index(groups, i + 2 * PREFETCH_GROUPS);
    __builtin_prefetch(group->claims);
    group = g_ptr_array_index(groups, i + PREFETCH_GROUPS);
    for (guint k = 0; k < MIN(group->n_claims, PREFETCH_CLAIMS); k++) {
        const char *claim = (const char *)&claims[group->claims[k]];

        for (size_t offset = 0; offset < sizeof(FactClaim); offset += CACHE_LINE)
            __builtin_prefetch(claim + offset);
    }
}

gboolean
fact_sides_build(FactSides *sides, const FactClaimGroup *group, const FactPolicy *policy)
{
    /* Accepted facts on one key are few; they get room for as many again as the least table has. */
    guint n = group->n_claims + SLOTS_MIN / 4;
    guint mask = slots_mask(n);

    if (group->n_claims < 2 &&
        fact_references_find(sides->comparison->references, group->key.subject,
                             group->key.attribute) == NULL)
        return FALSE;

    g_array_set_size(sides->drafts, 0);
    g_array_set_size(sides->side_of, 0);
    g_array_set_size(sides->picked, 0);
    reset_slots(sides, n);
    if (policy->cardinality == FACT_CARDINALITY_SET)
        add_claims_as_sets(sides, group, mask);
    else
        add_claims(sides, group, mask);
    add_references(sides, group, mask);
    lay_out_claims(sides);
    find_leads(sides, group, policy);
    count_sides_of_documents(sides);
    for (guint i = 0; i < sides->drafts->len; i++)
        weigh(sides, &g_array_index(sides->drafts, FactSideDraft, i));
    return TRUE;
}

static gboolean
is_same_scope(const FactSideDraft *a, const FactSideDraft *b)
{
    return a->polarity == b->polarity && same_string(a->period, b->period) &&
           same_string(a->place, b->place) && same_string(a->basis, b->basis);
}

/* Two sides differ in their values; those of one type and unit, which nearly all are, say different
 * things then. */
static gboolean
must_differ(const FactValue *a, const FactValue *b)
{
    return a->type == b->type && fact_value_is_numeric(a) && a->type != FACT_VALUE_RATIO &&
           same_string(a->unit, b->unit) && same_string(a->per, b->per);
}

/* "About 5" is not "5": other articles may stand closer to one of them. */
static gboolean
says_same(const FactComparison *comparison, const FactSideDraft *a, const FactSideDraft *b)
{
    return a->value->comparator == b->value->comparator && !must_differ(a->value, b->value) &&
           is_same_scope(a, b) &&
           fact_value_compare(comparison->catalog, a->value, b->value, NULL) == FACT_RELATION_EQUAL;
}

/* Both rows, ascending. */
static const guint32 *
merge_rows(const FactComparison *comparison, const FactSideDraft *a, const FactSideDraft *b)
{
    guint32 *row = fact_arena_new0(comparison->arena, guint32, a->n_claims + b->n_claims);
    guint i = 0;
    guint k = 0;

    while (i < a->n_claims || k < b->n_claims) {
        gboolean is_of_a = k == b->n_claims || (i < a->n_claims && a->claims[i] < b->claims[k]);

        row[i + k] = is_of_a ? a->claims[i] : b->claims[k];
        i += is_of_a;
        k += !is_of_a;
    }
    return row;
}

/* A count of something says more than a bare number; else any order will do that is an order. */
static const FactValue *
choose_wording(const FactValue *a, const FactValue *b)
{
    if ((a->type == FACT_VALUE_NUMBER) != (b->type == FACT_VALUE_NUMBER))
        return a->type == FACT_VALUE_NUMBER ? b : a;
    return fact_value_order(a, b) <= 0 ? a : b;
}

static void
merge_into(FactSides *sides, FactSideDraft *a, const FactSideDraft *b)
{
    FactSideDraft merged = {
        .value = choose_wording(a->value, b->value),
        .period = a->period,
        .place = a->place,
        .basis = a->basis,
        .hash = a->hash,
        .polarity = a->polarity,
        .reference = a->reference == NULL ? b->reference : a->reference,
        .claims = merge_rows(sides->comparison, a, b),
        .n_claims = a->n_claims + b->n_claims,
        .is_spoken = TRUE,
        .has_times = TRUE,
    };

    weigh(sides, &merged);
    *a = merged;
}

void
fact_sides_merge(FactSides *sides)
{
    guint n = MIN(sides->drafts->len, FACT_SIDES_MAX);
    gboolean is_changed = FALSE;

    for (guint i = 0; i < n; i++) {
        FactSideDraft *draft = &g_array_index(sides->drafts, FactSideDraft, i);

        for (guint k = n - 1; k > i; k--) {
            const FactSideDraft *other = &g_array_index(sides->drafts, FactSideDraft, k);

            if (!says_same(sides->comparison, draft, other))
                continue;
            merge_into(sides, draft, other);
            g_array_remove_index(sides->drafts, k);
            is_changed = TRUE;
            n--;
        }
    }
    if (is_changed)
        fact_sides_rank(sides);
}

FactSidesCount
fact_sides_count(const FactSides *sides)
{
    if (sides->drafts->len > 1)
        return FACT_SIDES_SEVERAL;
    return sides->drafts->len == 1 && g_array_index(sides->drafts, FactSideDraft, 0).n_sources > 1
               ? FACT_SIDES_AGREED
               : FACT_SIDES_ALONE;
}

static int
compare_numbers(double a, double b)
{
    return a > b ? -1 : a < b;
}

static int
compare_drafts(gconstpointer a, gconstpointer b)
{
    const FactSideDraft *first = a;
    const FactSideDraft *second = b;
    int order = (second->reference != NULL) - (first->reference != NULL);

    if (order == 0)
        order = compare_numbers(first->weight, second->weight);
    if (order == 0)
        order = compare_numbers(first->n_sources, second->n_sources);
    if (order == 0)
        order = first->polarity - second->polarity;
    if (order == 0)
        order = fact_value_order(first->value, second->value);
    if (order == 0)
        order = g_strcmp0(first->period, second->period);
    if (order == 0)
        order = g_strcmp0(first->place, second->place);
    if (order == 0)
        order = g_strcmp0(first->basis, second->basis);
    return order;
}

void
fact_sides_rank(FactSides *sides)
{
    g_array_sort(sides->drafts, compare_drafts);
}
