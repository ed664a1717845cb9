/* SPDX-License-Identifier: MIT
 *
 * Open addressing with linear probing, at most half full.
 */
#include "extract/thing-index.h"

#include "base/hash.h"

#include <string.h>

#define SLOTS_MIN 16

typedef struct FactThingSlot {
    const char *key; /* NULL: free */
    uint32_t hash;
    guint thing;
} Slot;

void
fact_thing_index_init(FactThingIndex *index, FactArena *arena, guint n_max)
{
    index->n_slots = SLOTS_MIN;
    while (index->n_slots / 2 < n_max)
        index->n_slots *= 2;
    index->slots = fact_arena_new0(arena, Slot, index->n_slots);
}

/* The slot of the key, or the free one where it belongs. */
static Slot *
find_slot(const FactThingIndex *index, const char *key, size_t len, uint32_t hash)
{
    guint32 i = hash & (index->n_slots - 1);
    while (index->slots[i].key != NULL &&
           (index->slots[i].hash != hash || strncmp(index->slots[i].key, key, len) != 0 ||
            index->slots[i].key[len] != '\0'))
        i = (i + 1) & (index->n_slots - 1);
    return &index->slots[i];
}

void
fact_thing_index_add(FactThingIndex *index, const char *key, guint thing)
{
    size_t len = strlen(key);
    uint32_t hash = (uint32_t)fact_hash_bytes(key, len);
    *find_slot(index, key, len, hash) = (Slot){key, hash, thing};
}

guint
fact_thing_index_find(const FactThingIndex *index, const char *key, size_t len)
{
    const Slot *slot = find_slot(index, key, len, (uint32_t)fact_hash_bytes(key, len));
    return slot->key == NULL ? FACT_THING_INDEX_NONE : slot->thing;
}
