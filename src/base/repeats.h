/* SPDX-License-Identifier: MIT
 *
 * Which of many hashes are met more than once. In a corpus most keys are met once and pair with
 * nothing: who drops those first has little left to sort or to compare. A byte for each of a
 * table's places is enough for that: it may take a hash for one that repeats, and never the other
 * way round.
 */
#pragma once

#include <glib.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    guint8 *counts; /* by the last bits of a hash, 2 for more; owned */
    gsize n;        /* a power of two */
} FactRepeats;

/* For @n_hashes of them. */
static inline void
fact_repeats_init(FactRepeats *repeats, gsize n_hashes)
{
    repeats->n = 64;
    while (repeats->n < 2 * n_hashes)
        repeats->n *= 2;
    repeats->counts = g_malloc0(repeats->n);
}

static inline void
fact_repeats_clear(FactRepeats *repeats)
{
    g_clear_pointer(&repeats->counts, g_free);
}

/* Forgets all that were added. */
static inline void
fact_repeats_empty(FactRepeats *repeats)
{
    memset(repeats->counts, 0, repeats->n);
}

static inline void
fact_repeats_add(FactRepeats *repeats, uint64_t hash)
{
    guint8 *count = &repeats->counts[hash & (repeats->n - 1)];

    *count = (guint8)MIN(*count + 1, 2);
}

/* FALSE where @hash was added once at most. */
static inline gboolean
fact_repeats_may_have(const FactRepeats *repeats, uint64_t hash)
{
    return repeats->counts[hash & (repeats->n - 1)] > 1;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FactRepeats, fact_repeats_clear)
