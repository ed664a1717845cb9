/* SPDX-License-Identifier: MIT
 *
 * The outlines of a group's documents, one row of words after the other, and what is asked of a
 * word: what surrounds it, who says it, what else its sentence and its article have.
 */
#pragma once

#include "base/document.h"
#include "claim/outline.h"

typedef struct {
    GArray *items;     /* of FactOutlineItem */
    GArray *documents; /* of guint32: of each item */
    FactArena *arena;  /* texts of items */
} FactOutlineSet;

void
fact_outline_set_init(FactOutlineSet *self);

void
fact_outline_set_clear(FactOutlineSet *self);

/* Forgets all items and keeps the memory. */
void
fact_outline_set_empty(FactOutlineSet *self);

/* Adds the outline of @document, whose index is @index; nothing where it has none that is sound. */
void
fact_outline_set_add(FactOutlineSet *self, const FactDocument *document, guint32 index);

static inline const FactOutlineItem *
fact_outline_set_item(const FactOutlineSet *self, guint i)
{
    return &g_array_index(self->items, FactOutlineItem, i);
}

static inline guint32
fact_outline_set_document(const FactOutlineSet *self, guint i)
{
    return g_array_index(self->documents, guint32, i);
}

/* Mixes into @hash the words around item @i: as far to the left and to the right as it takes to
 * have
 * @n_left and @n_right words that inform, and all between. FALSE if the sentence has not so many.
 */
gboolean
fact_outline_set_hash_frame(const FactOutlineSet *self, guint i, guint n_left, guint n_right,
                            uint64_t *hash);

/* The hash of who says the sentence of item @i, 0 for the article itself. */
uint32_t
fact_outline_set_speaker(const FactOutlineSet *self, guint i);

/* Whether the document of item @i has an item of the word of @other, denied or not. */
gboolean
fact_outline_set_document_has(const FactOutlineSet *self, guint i, const FactOutlineItem *other);

/* Whether the sentence of item @i has, beside it, an item with all that is the same in @mask. */
gboolean
fact_outline_set_sentence_has(const FactOutlineSet *self, guint i, const FactOutlineItem *other,
                              uint32_t mask);
