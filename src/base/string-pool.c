/* SPDX-License-Identifier: MIT
 *
 * Open addressing with linear probing over slots of sixteen bytes; the strings themselves are
 * packed in an arena, so each costs its bytes, a terminator and two slots at most.
 */
#include "base/string-pool.h"

#include "base/arena.h"
#include "base/hash.h"

#include <string.h>

#define SLOTS_MIN 64

typedef struct {
    const char *str; /* NULL: free */
    uint32_t len;
    uint32_t hash;
} Slot;

struct FactStringPool {
    FactArena *arena;
    Slot *slots;
    size_t n_slots; /* a power of two, at least twice n */
    size_t n;
    size_t bytes;
};

FactStringPool *
fact_string_pool_new(void)
{
    FactStringPool *pool = g_new0(FactStringPool, 1);

    pool->arena = fact_arena_new();
    pool->n_slots = SLOTS_MIN;
    pool->slots = g_new0(Slot, pool->n_slots);
    return pool;
}

void
fact_string_pool_free(FactStringPool *pool)
{
    if (pool == NULL)
        return;
    fact_arena_free(pool->arena);
    g_free(pool->slots);
    g_free(pool);
}

static Slot *
find_slot(const FactStringPool *pool, const char *str, size_t len, uint32_t hash)
{
    size_t mask = pool->n_slots - 1;
    size_t i = hash & mask;

    while (pool->slots[i].str != NULL) {
        const Slot *slot = &pool->slots[i];

        if (slot->hash == hash && slot->len == len && memcmp(slot->str, str, len) == 0)
            break;
        i = (i + 1) & mask;
    }
    return &pool->slots[i];
}

static void
grow(FactStringPool *pool)
{
    size_t n_old = pool->n_slots;
    g_autofree Slot *old = pool->slots;

    pool->n_slots = n_old * 2;
    pool->slots = g_new0(Slot, pool->n_slots);
    for (size_t i = 0; i < n_old; i++) {
        size_t place = old[i].hash & (pool->n_slots - 1);

        if (old[i].str == NULL)
            continue;
        while (pool->slots[place].str != NULL)
            place = (place + 1) & (pool->n_slots - 1);
        pool->slots[place] = old[i];
    }
}

const char *
fact_string_pool_intern_len(FactStringPool *pool, const char *str, size_t len)
{
    uint64_t hash = fact_hash_bytes(str, len);
    uint32_t short_hash = (uint32_t)(hash ^ (hash >> 32));
    Slot *slot = find_slot(pool, str, len, short_hash);

    g_assert(len < G_MAXUINT32);
    if (slot->str != NULL)
        return slot->str;
    if ((pool->n + 1) * 2 > pool->n_slots) {
        grow(pool);
        slot = find_slot(pool, str, len, short_hash);
    }
    slot->str = fact_arena_strndup(pool->arena, str, len);
    slot->len = (uint32_t)len;
    slot->hash = short_hash;
    pool->n++;
    pool->bytes += len + 1;
    return slot->str;
}

const char *
fact_string_pool_intern(FactStringPool *pool, const char *str)
{
    return str == NULL ? NULL : fact_string_pool_intern_len(pool, str, strlen(str));
}

const char *const *
fact_string_pool_intern_array(FactStringPool *pool, const char *const *strings, size_t n)
{
    const char **copy = fact_arena_new0(pool->arena, const char *, n + 1);

    for (size_t i = 0; i < n; i++)
        copy[i] = fact_string_pool_intern(pool, strings[i]);
    return copy;
}

size_t
fact_string_pool_get_size(const FactStringPool *pool)
{
    return pool->n;
}

size_t
fact_string_pool_get_bytes(const FactStringPool *pool)
{
    return pool->bytes;
}
