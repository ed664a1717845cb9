/* SPDX-License-Identifier: MIT
 *
 * A slot: a word of an outline that could be another one. What kinds there are, when two slots can
 * have different values, and what a claim says of one.
 */
#pragma once

#include "claim/claim.h"
#include "claim/outline.h"

typedef enum {
    FACT_SLOT_CONTRAST, /* a word of the list "contrasts" */
    FACT_SLOT_NAME,
    FACT_SLOT_NUMBER, /* so much of something */
    FACT_SLOT_DENIAL, /* any word that could be denied */
    FACT_SLOT_KINDS,
} FactSlotKind;

/* What the hashes of outlines stand for; borrows from the catalog. */
typedef struct {
    GHashTable *meanings; /* hash -> "dimension: value" of the contrasts */
    GHashTable *entities; /* hash -> FactEntity */
    GHashTable *n_values; /* hash of a contrast's dimension -> how many values it has */
} FactSlotMeanings;

void
fact_slot_meanings_init(FactSlotMeanings *self, const FactCatalog *catalog);

void
fact_slot_meanings_clear(FactSlotMeanings *self);

static inline gboolean
fact_slot_has(const FactOutlineItem *item, FactOutlineFlags flag)
{
    return (item->word & (uint32_t)flag) != 0;
}

/* The item's hash without flags. */
static inline uint32_t
fact_slot_word(const FactOutlineItem *item)
{
    return item->word & ~(uint32_t)FACT_OUTLINE_FLAGS;
}

/* What slots of one frame must have in common to give two values of one thing; FALSE if @item is no
 * slot of @kind. */
gboolean
fact_slot_hash(const FactSlotMeanings *self, const FactOutlineItem *item, FactSlotKind kind,
               uint64_t *out_hash);

/* Whether it is a word of a contrast of two values, "rose" and "fell": those exclude each other
 * more surely than two of many, two crimes or two places. */
gboolean
fact_slot_is_opposite(const FactSlotMeanings *self, const FactOutlineItem *item);

/* Equal for equal values. */
uint32_t
fact_slot_value(const FactOutlineItem *item, FactSlotKind kind);

/* Whether two names can stand for two things at all: of one kind, and no two spellings. */
gboolean
fact_slot_names_differ(const FactSlotMeanings *self, const FactOutlineItem *a,
                       const FactOutlineItem *b);

/* Value, polarity and label of @claim, strings in @pool. FALSE where a file has something else. */
gboolean
fact_slot_tell(const FactSlotMeanings *self, const FactOutlineItem *item, FactSlotKind kind,
               FactStringPool *pool, FactClaim *claim);
