/* SPDX-License-Identifier: MIT
 *
 * Articles tell the whole first and come to its parts, and to other cases, later. So of the counts
 * that an article gives of its story, those of its title and the first one in its text stand.
 */
#include "extract/claim-whole.h"

#include "base/hash.h"
#include "extract/toll.h"
#include "value/date.h"

#include <string.h>

/* An article with more hours than this is a log. */
#define TRAITS_MAX 32
/* One that tells of more people by their ages has no one victim. */
#define AGES_MAX 2

gboolean
fact_claim_is_plain(const FactClaim *claim)
{
    return claim->mood == FACT_MOOD_FACT && claim->polarity == FACT_POLARITY_AFFIRMED;
}

void
fact_claim_span_tokens(const FactAnalysis *analysis, guint first, guint last, FactClaim *claim)
{
    claim->span = (FactSpan){fact_analysis_token(analysis, first)->start,
                             fact_analysis_token(analysis, last - 1)->end};
}

/* Claim @i goes behind those that were kept, where it mostly stands already. */
static void
keep_claim(GArray *claims, guint i, guint *kept)
{
    if (*kept != i)
        g_array_index(claims, FactClaim, *kept) = g_array_index(claims, FactClaim, i);
    ++*kept;
}

static gboolean
is_story_count(const FactAnalysis *analysis, const FactClaim *claim)
{
    if (strcmp(claim->subject_id, FACT_SUBJECT_STORY) != 0 || !fact_claim_is_plain(claim) ||
        !fact_value_is_numeric(&claim->value))
        return FALSE;
    const FactAttribute *attribute =
        fact_catalog_find_attribute(analysis->catalog, claim->attribute_id);
    return attribute != NULL && attribute->cardinality == FACT_CARDINALITY_ONE &&
           !attribute->is_earlier;
}

static gboolean
is_of_same_measure(const FactClaim *a, const FactClaim *b)
{
    return strcmp(a->attribute_id, b->attribute_id) == 0 &&
           fact_toll_is_same_whole(a->basis, b->basis) &&
           g_strcmp0(a->value.unit, b->value.unit) == 0;
}

/* "The agency put it at 5.2, the institute at 5.4": neither is a part of the other. Of what does
 * not move, whoever is named has measured the whole. */
static gboolean
is_of_another_speaker(const FactAnalysis *analysis, const FactClaim *a, const FactClaim *b)
{
    const FactAttribute *attribute =
        fact_catalog_find_attribute(analysis->catalog, a->attribute_id);
    if (a->speaker == NULL || g_strcmp0(a->speaker, b->speaker) == 0)
        return FALSE;
    return b->speaker != NULL || (attribute != NULL && attribute->moves == FACT_MOVES_NO);
}

/* Whether claim @a, elsewhere in the article, tells only a part of what @b counts, or is not of
 * this story: articles give the whole first, and come to its parts and to other cases later. */
static gboolean
is_part_of(const FactAnalysis *analysis, const FactClaim *a, const FactClaim *b)
{
    return is_of_same_measure(a, b) && !is_of_another_speaker(analysis, a, b) &&
           fact_decimal_compare(fact_value_amount(&a->value), fact_value_amount(&b->value)) != 0;
}

/* The first claim of each attribute, basis and unit stands for the whole; what differs is dropped.
 */
static void
drop_parts(const FactAnalysis *analysis, guint first, GArray *claims)
{
    g_autoptr(GArray) wholes = g_array_new(FALSE, FALSE, sizeof(guint)); /* places of claims */
    guint kept = first;
    for (guint i = first; i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        gboolean is_count = is_story_count(analysis, claim);
        gboolean is_part = FALSE;
        gboolean is_known = FALSE;
        for (guint k = 0; k < wholes->len && is_count; k++) {
            const FactClaim *whole =
                &g_array_index(claims, FactClaim, g_array_index(wholes, guint, k));
            is_known |= is_of_same_measure(claim, whole);
            is_part |= is_part_of(analysis, claim, whole);
        }
        if (!is_known && is_count)
            g_array_append_val(wholes, kept); /* where it goes: what is not known is no part */
        if (!is_part)
            keep_claim(claims, i, &kept);
    }
    g_array_set_size(claims, kept);
}

static gboolean
is_open(const FactClaim *claim)
{
    return strncmp(claim->attribute_id, "open:", strlen("open:")) == 0;
}

/* What an article gives for an open attribute of a subject. */
typedef struct {
    const char *subject;
    const char *attribute;
    guint value; /* hash of the first value */
    gboolean has_several;
} OpenKey;

static guint
hash_open_key(gconstpointer data)
{
    const OpenKey *key = data;
    return (guint)fact_hash_combine(fact_hash_bytes(key->subject, strlen(key->subject)),
                                    fact_hash_bytes(key->attribute, strlen(key->attribute)));
}

static gboolean
open_keys_equal(gconstpointer a, gconstpointer b)
{
    const OpenKey *x = a;
    const OpenKey *y = b;
    return strcmp(x->subject, y->subject) == 0 && strcmp(x->attribute, y->attribute) == 0;
}

/* The key of @claim, which is open, among @keys; made of @fresh if there is none. */
static OpenKey *
note_open(GHashTable *keys, OpenKey *fresh, const FactClaim *claim)
{
    guint value = fact_value_hash(&claim->value);
    *fresh = (OpenKey){claim->subject_id, claim->attribute_id, value, FALSE};
    OpenKey *known = g_hash_table_lookup(keys, fresh);
    if (known == NULL)
        g_hash_table_add(keys, fresh);
    else
        known->has_several |= known->value != value;
    return known == NULL ? fresh : known;
}

static gboolean
has_open(guint first, const GArray *claims)
{
    for (guint i = first; i < claims->len; i++)
        if (is_open(&g_array_index(claims, FactClaim, i)))
            return TRUE;
    return FALSE;
}

/* An open attribute of which the article gives two values measures nothing: all of it is dropped.
 */
static void
drop_open_lists(const FactAnalysis *analysis, guint first, GArray *claims)
{
    guint n = claims->len - first;
    guint kept = first;
    if (!has_open(first, claims))
        return;
    g_autoptr(GHashTable) keys = g_hash_table_new(hash_open_key, open_keys_equal);
    OpenKey *fresh = fact_arena_new0(analysis->arena, OpenKey, n);
    OpenKey **key_of = fact_arena_new0(analysis->arena, OpenKey *, n);
    for (guint i = 0; i < n; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, first + i);
        if (is_open(claim))
            key_of[i] = note_open(keys, &fresh[i], claim);
    }
    for (guint i = 0; i < n; i++) {
        if (key_of[i] == NULL || !key_of[i]->has_several)
            keep_claim(claims, first + i, &kept);
    }
    g_array_set_size(claims, kept);
}

/* What is one's own of the event or of the one whom it befell: a day, an hour, an age. A part of a
 * day has no sharp ends. */
static gboolean
is_trait_of_story(const FactAnalysis *analysis, const FactClaim *claim)
{
    if (!fact_date_has_day(&claim->value) && fact_date_has_part_of_day(&claim->value))
        return FALSE;
    if ((claim->value.type != FACT_VALUE_DATE && (claim->value.flags & FACT_VALUE_IS_AGE) == 0) ||
        strcmp(claim->subject_id, FACT_SUBJECT_STORY) != 0)
        return FALSE;
    const FactAttribute *attribute =
        fact_catalog_find_attribute(analysis->catalog, claim->attribute_id);
    return attribute != NULL && attribute->cardinality == FACT_CARDINALITY_ONE;
}

/* Whether another of @traits gives another value of the same attribute. */
static gboolean
is_one_of_several(const FactAnalysis *analysis, const FactClaim *claim, const GArray *traits)
{
    for (guint i = 0; i < traits->len; i++) {
        const FactClaim *other = &g_array_index(traits, FactClaim, i);
        if (strcmp(other->attribute_id, claim->attribute_id) == 0 &&
            fact_value_compare(analysis->catalog, &claim->value, &other->value, NULL) ==
                FACT_RELATION_DISJOINT)
            return TRUE;
    }
    return FALSE;
}

/* Different ages in the article: of how many people it tells by their age. */
static guint
count_ages(const FactAnalysis *analysis)
{
    const FactValue *ages[AGES_MAX + 1];
    guint n = 0;
    for (guint i = 0; i < analysis->mentions->len && n <= AGES_MAX; i++) {
        const FactValue *value = &fact_analysis_mention(analysis, i)->value;
        gboolean is_known = (value->flags & FACT_VALUE_IS_AGE) == 0;
        for (guint k = 0; k < n && !is_known; k++)
            is_known = fact_value_compare(analysis->catalog, ages[k], value, NULL) !=
                       FACT_RELATION_DISJOINT;
        if (!is_known)
            ages[n++] = value;
    }
    return n;
}

/* An article that gives two hours of what it tells, or two ages, tells of two events or people, and
 * which of them is the story's nobody knows: neither is claimed. */
static void
drop_several(const FactAnalysis *analysis, guint first, GArray *claims)
{
    g_autoptr(GArray) traits = g_array_new(FALSE, FALSE, sizeof(FactClaim));
    guint kept = first;
    for (guint i = first; i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        if (is_trait_of_story(analysis, claim))
            g_array_append_vals(traits, claim, 1);
    }
    for (guint i = first; traits->len > 0 && i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        if (!is_trait_of_story(analysis, claim) ||
            (traits->len <= TRAITS_MAX && !is_one_of_several(analysis, claim, traits) &&
             ((claim->value.flags & FACT_VALUE_IS_AGE) == 0 || count_ages(analysis) <= AGES_MAX)))
            g_array_index(claims, FactClaim, kept++) = *claim;
    }
    if (traits->len > 0)
        g_array_set_size(claims, kept);
}

static gboolean
is_claimed(const GArray *claims, guint first, const char *attribute)
{
    for (guint i = first; attribute != NULL && i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        if (strcmp(claim->attribute_id, attribute) == 0 && fact_claim_is_plain(claim))
            return TRUE;
    }
    return FALSE;
}

/* How many people the article claims of @attribute first; zero where it claims none. */
static FactDecimal
first_amount(const GArray *claims, guint first, const char *attribute)
{
    for (guint i = first; attribute != NULL && i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        if (strcmp(claim->attribute_id, attribute) == 0 && fact_claim_is_plain(claim) &&
            g_strcmp0(claim->basis, FACT_BASIS_BEYOND_LEAD) != 0)
            return fact_value_amount(&claim->value);
    }
    return FACT_DECIMAL_ZERO;
}

/* Drops what counts fewer than the dead and the injured together: "two men were shot", of whom both
 * died, and a boy was wounded. */
static void
drop_below(const FactAttribute *attribute, guint first, GArray *claims)
{
    FactDecimal injured = first_amount(claims, first, attribute->implies);
    FactDecimal sum;
    guint kept = first;
    if (fact_decimal_is_zero(injured))
        return;
    FactDecimal dead = first_amount(claims, first, attribute->unless);
    if (fact_decimal_is_zero(dead) || !fact_decimal_add(injured, dead, &sum))
        return;
    for (guint i = first; i < claims->len; i++) {
        FactClaim claim = g_array_index(claims, FactClaim, i);
        if (strcmp(claim.attribute_id, attribute->id) != 0 ||
            !fact_value_is_numeric(&claim.value) ||
            fact_decimal_compare(fact_value_amount(&claim.value), sum) >= 0)
            g_array_index(claims, FactClaim, kept++) = claim;
    }
    g_array_set_size(claims, kept);
}

static void
drop_outnumbered(const FactAnalysis *analysis, guint first, GArray *claims)
{
    for (guint i = 0; i < analysis->implying->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(analysis->implying, i);
        if (attribute->unless != NULL)
            drop_below(attribute, first, claims);
    }
}

/* All who were shot, and none of them dead, are injured, and others may be besides. Whom an article
 * only tells of one by one does not contradict who is counted else. */
static void
bound_below(const FactAttribute *attribute, FactClaim *claim)
{
    if (claim->basis != NULL || (claim->value.flags & FACT_VALUE_IS_INDEFINITE) != 0 ||
        claim->value.comparator != FACT_COMPARATOR_EQ) {
        claim->basis = attribute->label;
        return;
    }
    claim->value.comparator = FACT_COMPARATOR_GE;
    claim->value.flags &= ~(uint32_t)FACT_VALUE_HAS_HIGH;
}

/* The attribute of that id, if it implies another; NULL else. Few do. */
static const FactAttribute *
find_implying(const FactAnalysis *analysis, const char *id)
{
    for (guint i = 0; i < analysis->implying->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(analysis->implying, i);
        if (strcmp(attribute->id, id) == 0)
            return attribute;
    }
    return NULL;
}

/* Adds what the claims imply by the catalog: an article about people shot, which tells of nobody
 * dead, tells of people injured. */
static void
add_implications(const FactAnalysis *analysis, guint first, GArray *claims)
{
    guint n = claims->len;
    const char *seen = NULL;
    for (guint i = first; i < n; i++) {
        const FactAttribute *attribute =
            find_implying(analysis, g_array_index(claims, FactClaim, i).attribute_id);
        if (attribute == NULL)
            continue;
        FactClaim claim = g_array_index(claims, FactClaim, i);
        const FactAttribute *implied =
            fact_catalog_find_attribute(analysis->catalog, attribute->implies);
        if (implied == NULL || implied->id == seen || !fact_claim_is_plain(&claim))
            continue;
        seen = implied->id;
        if (is_claimed(claims, first, implied->id) ||
            is_claimed(claims, first, attribute->unless) ||
            fact_analysis_has_words(analysis, attribute->unless_words))
            continue;
        claim.attribute_id = implied->id;
        claim.attribute_label = implied->label;
        claim.confidence = (uint16_t)(claim.confidence * 3 / 4);
        bound_below(attribute, &claim);
        g_array_append_val(claims, claim);
        return;
    }
}

/* Adds the dead and the gunman together, where the article tells them apart. */
static void
add_gunmen(const FactAnalysis *analysis, guint first, GArray *claims)
{
    guint n = claims->len;
    for (guint i = first; i < n; i++) {
        FactClaim with;
        if (fact_toll_with_gunman(analysis, &g_array_index(claims, FactClaim, i), &with))
            g_array_append_val(claims, with);
    }
}

void
fact_claims_settle(const FactAnalysis *analysis, guint first, GArray *claims)
{
    if (claims->len == first)
        return;
    drop_several(analysis, first, claims); /* before the first of them stands for all */
    drop_parts(analysis, first, claims);
    drop_open_lists(analysis, first, claims);
    drop_outnumbered(analysis, first, claims);
    add_gunmen(analysis, first, claims);
    add_implications(analysis, first, claims);
}

/* "A man was killed", under a title that tells of two. */
static gboolean
is_one_of(const FactClaim *a, const FactClaim *b)
{
    return strcmp(a->attribute_id, b->attribute_id) == 0 &&
           (a->value.flags & FACT_VALUE_IS_INDEFINITE) != 0 &&
           fact_decimal_compare(fact_value_amount(&a->value), fact_value_amount(&b->value)) < 0;
}

void
fact_claims_check_title(const FactAnalysis *analysis, const GArray *title_claims, guint first,
                        GArray *claims)
{
    guint kept = first;
    for (guint k = first; k < claims->len; k++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, k);
        gboolean is_part = FALSE;
        for (guint i = 0; i < title_claims->len && is_story_count(analysis, claim); i++) {
            const FactClaim *whole = &g_array_index(title_claims, FactClaim, i);
            is_part |= is_story_count(analysis, whole) &&
                       (((whole->value.flags & FACT_VALUE_IS_INDEFINITE) == 0 &&
                         is_part_of(analysis, claim, whole)) ||
                        is_one_of(claim, whole));
        }
        if (!is_part)
            keep_claim(claims, k, &kept);
    }
    g_array_set_size(claims, kept);
}
