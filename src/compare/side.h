/* SPDX-License-Identifier: MIT
 *
 * The sides of one key: its comparable claims, put together by equal qualifiers and equal value.
 * Storage is reused from key to key, and building is linear in the claims however many there are.
 *
 *     fact_sides_init(&sides, &comparison);
 *     fact_sides_build(&sides, group, &policy);
 *     fact_sides_rank(&sides);
 *     ... sides.drafts, best supported first
 *     fact_sides_clear(&sides);
 */
#pragma once

#include "compare/comparison.h"

/* Speakers of a side that are told apart; a side with more is nobody's word in particular. */
#define FACT_SIDE_SPEAKERS_MAX 8

/* A side while it is compared; the strings and the value are borrowed. */
typedef struct {
    const FactValue *value; /* of the claim that gives it with the coarsest precision */
    const char *period;
    const char *place;
    const char *basis;
    uint64_t hash;
    const guint32 *claims; /* indices, ascending */
    guint n_claims;
    guint n_sources;
    guint n_independent;
    double weight;
    const FactReference *reference; /* NULL for none */
    /* When its documents, and accepted facts, were published; only with n_dated > 0. */
    int64_t earliest;
    int64_t latest;
    guint n_dated;
    gboolean is_undated; /* a source without a date stands on it */
    gboolean has_times;  /* all dated ones have a time of day */
    /* Whose word it is: set where every claim is in somebody's mouth. */
    const char *speakers[FACT_SIDE_SPEAKERS_MAX];
    guint n_speakers;
    gboolean is_spoken;
    guint16 confidence; /* of the best claim, hundredths */
    uint8_t polarity;   /* FactPolarity */
    gboolean is_preliminary; /* one of its claims calls the value a first one */
    gboolean is_indefinite; /* all its claims count by an article: "a man" */
    guint n_leading; /* of the story only: documents whose first word on the key this is, or agrees with it */
} FactSideDraft;

typedef struct {
    const FactComparison *comparison;
    GArray *drafts;  /* of FactSideDraft */
    GArray *claims;  /* of guint32: claims of all sides, side by side */
    GArray *side_of; /* of guint32: side of each of the key's claims that is comparable */
    GArray *picked;  /* of guint32: those claims */
    guint32 *slots;  /* hash table: draft + 1 */
    guint n_slots;   /* a power of two */
    guint32 *stamps; /* by document: the last draft that counted it as an original */
    guint32 stamp;
    uint8_t *side_counts; /* by document that has a claim here: on how many sides it stands, up to 255 */
    gboolean is_of_story;
    guint32 *leads;  /* by document, of the story: its first claim on the key */
} FactSides;

void
fact_sides_init(FactSides *sides, const FactComparison *comparison);

void
fact_sides_clear(FactSides *sides);

/* Has the claims of the groups a little after @i fetched: they lie scattered, and waiting for memory
 * is most of the work otherwise. @groups are of FactClaimGroup. */
void
fact_sides_prefetch(const FactSides *sides, const GPtrArray *groups, guint i);

/* The sides of @group; they are valid until the next one is built. FALSE, and nothing built, for a
 * lone claim that no accepted fact can meet. */
gboolean
fact_sides_build(FactSides *sides, const FactClaimGroup *group, const FactPolicy *policy);

/* What a key's sides come to before they are compared. */
typedef enum {
    FACT_SIDES_UNKNOWN, /* not built */
    FACT_SIDES_ALONE,   /* one side or none, on which one document stands */
    FACT_SIDES_AGREED,  /* one side on which several documents stand */
    FACT_SIDES_SEVERAL,
} FactSidesCount;

FactSidesCount
fact_sides_count(const FactSides *sides);

/* Puts sides together that say the same in other words or units: 5 and 5 people, 1,000 m and 1 km. Looks
 * at the first FACT_SIDES_MAX of the drafts, which are in the order of fact_sides_rank before and after. */
void
fact_sides_merge(FactSides *sides);

/* Orders the drafts: accepted facts, then support, then values. Their number is not cut. */
void
fact_sides_rank(FactSides *sides);

/* Whether a claim can be compared at all: a fact, and of an article that was not replaced. */
gboolean
fact_claim_is_comparable(const FactComparison *comparison, const FactClaim *claim);
