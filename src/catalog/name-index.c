/* SPDX-License-Identifier: MIT
 *
 * Open addressing with linear probing, at most half full.
 */
#include "catalog/name-index.h"

#include "base/hash.h"

#include <string.h>

#define SLOTS_MIN 16

typedef struct {
    const char *name; /* NULL: free */
    uint32_t hash;
    guint number;
} Slot;

struct FactNameIndex {
    Slot *slots;      /* owned */
    uint32_t n_slots; /* a power of two */
    uint32_t n;
};

FactNameIndex *
fact_name_index_new(void)
{
    FactNameIndex *index = g_new0(FactNameIndex, 1);
    index->n_slots = SLOTS_MIN;
    index->slots = g_new0(Slot, index->n_slots);
    return index;
}

void
fact_name_index_free(FactNameIndex *index)
{
    if (index == NULL)
        return;
    g_free(index->slots);
    g_free(index);
}

/* The slot of @name, or the free one where it belongs. */
static Slot *
find_slot(const FactNameIndex *index, const char *name, uint32_t hash)
{
    uint32_t i = hash & (index->n_slots - 1);
    while (index->slots[i].name != NULL &&
           (index->slots[i].hash != hash || strcmp(index->slots[i].name, name) != 0))
        i = (i + 1) & (index->n_slots - 1);
    return &index->slots[i];
}

static void
grow(FactNameIndex *index)
{
    uint32_t n_old = index->n_slots;
    g_autofree Slot *old = index->slots;
    g_assert(n_old <= G_MAXUINT32 / 2);
    index->n_slots = n_old * 2;
    index->slots = g_new0(Slot, index->n_slots);
    for (uint32_t i = 0; i < n_old; i++) {
        if (old[i].name != NULL)
            *find_slot(index, old[i].name, old[i].hash) = old[i];
    }
}

void
fact_name_index_add(FactNameIndex *index, const char *name, guint number)
{
    uint32_t hash = (uint32_t)fact_hash_bytes(name, strlen(name));
    if (find_slot(index, name, hash)->name != NULL)
        return;
    if (++index->n * 2 > index->n_slots)
        grow(index);
    *find_slot(index, name, hash) = (Slot){name, hash, number};
}

guint
fact_name_index_find(const FactNameIndex *index, const char *name)
{
    if (name == NULL)
        return FACT_NAME_INDEX_NONE;
    const Slot *slot = find_slot(index, name, (uint32_t)fact_hash_bytes(name, strlen(name)));
    return slot->name == NULL ? FACT_NAME_INDEX_NONE : slot->number;
}
