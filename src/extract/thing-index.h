/* SPDX-License-Identifier: MIT
 *
 * The things of one document by their keys.
 */
#pragma once

#include "base/arena.h"

typedef struct {
    struct FactThingSlot *slots; /* in the document's arena */
    guint32 n_slots;             /* a power of two */
} FactThingIndex;

/* What no key has. */
#define FACT_THING_INDEX_NONE G_MAXUINT

/* An empty one with room for @n_max keys. */
void
fact_thing_index_init(FactThingIndex *index, FactArena *arena, guint n_max);

/* @key is borrowed and not in the index yet. */
void
fact_thing_index_add(FactThingIndex *index, const char *key, guint thing);

/* The thing whose key is the first @len bytes of @key; FACT_THING_INDEX_NONE. */
guint
fact_thing_index_find(const FactThingIndex *index, const char *key, size_t len);
