/* SPDX-License-Identifier: MIT */
#include "link/outline-set.h"

#include "base/hash.h"

/* Words on either side that a frame may reach over, those that inform little included. */
#define REACH_MAX 12

#define WORD (~(uint32_t)FACT_OUTLINE_FLAGS)

void
fact_outline_set_init(FactOutlineSet *self)
{
    self->items = g_array_new(FALSE, FALSE, sizeof(FactOutlineItem));
    self->documents = g_array_new(FALSE, FALSE, sizeof(guint32));
    self->arena = fact_arena_new();
}

void
fact_outline_set_clear(FactOutlineSet *self)
{
    g_clear_pointer(&self->items, g_array_unref);
    g_clear_pointer(&self->documents, g_array_unref);
    g_clear_pointer(&self->arena, fact_arena_free);
}

void
fact_outline_set_empty(FactOutlineSet *self)
{
    g_array_set_size(self->items, 0);
    g_array_set_size(self->documents, 0);
    fact_arena_clear(self->arena);
}

/* A document's first item begins a sentence, whatever its outline says. */
void
fact_outline_set_add(FactOutlineSet *self, const FactDocument *document, guint32 index)
{
    guint first = self->items->len;

    if (!fact_outline_decode(document->outline, self->arena, self->items) ||
        self->items->len == first)
        return;
    g_array_index(self->items, FactOutlineItem, first).word |= FACT_OUTLINE_STARTS;
    g_array_set_size(self->documents, self->items->len);
    for (guint i = first; i < self->items->len; i++)
        g_array_index(self->documents, guint32, i) = index;
}

static gboolean
has(const FactOutlineSet *self, guint i, FactOutlineFlags flag)
{
    return (fact_outline_set_item(self, i)->word & (uint32_t)flag) != 0;
}

/* Of a word of the frame all but what it is for must be the same. */
static uint64_t
hash_item(const FactOutlineSet *self, guint i, uint64_t hash)
{
    uint32_t word = fact_outline_set_item(self, i)->word;

    return fact_hash_combine(hash, word & (WORD | FACT_OUTLINE_DENIED));
}

static gboolean
hash_left(const FactOutlineSet *self, guint i, guint n, uint64_t *hash)
{
    for (guint step = 0; n > 0 && step < REACH_MAX; step++) {
        if (has(self, i, FACT_OUTLINE_STARTS) || has(self, --i, FACT_OUTLINE_SPEAKER))
            return FALSE;
        if (has(self, i, FACT_OUTLINE_GRAMMAR))
            continue;
        *hash = hash_item(self, i, *hash);
        n -= !has(self, i, FACT_OUTLINE_LIGHT);
    }
    return n == 0;
}

static gboolean
hash_right(const FactOutlineSet *self, guint i, guint n, uint64_t *hash)
{
    for (guint step = 0; n > 0 && step < REACH_MAX; step++) {
        if (++i >= self->items->len || has(self, i, FACT_OUTLINE_STARTS))
            return FALSE;
        if (has(self, i, FACT_OUTLINE_GRAMMAR))
            continue;
        *hash = hash_item(self, i, *hash);
        n -= !has(self, i, FACT_OUTLINE_LIGHT);
    }
    return n == 0;
}

gboolean
fact_outline_set_hash_frame(const FactOutlineSet *self, guint i, guint n_left, guint n_right,
                            uint64_t *hash)
{
    return hash_left(self, i, n_left, hash) && hash_right(self, i, n_right, hash);
}

static guint
sentence_start(const FactOutlineSet *self, guint i)
{
    while (!has(self, i, FACT_OUTLINE_STARTS))
        i--;
    return i;
}

uint32_t
fact_outline_set_speaker(const FactOutlineSet *self, guint i)
{
    guint start = sentence_start(self, i);

    return has(self, start, FACT_OUTLINE_SPEAKER) ? fact_outline_set_item(self, start)->word & WORD
                                                  : 0;
}

gboolean
fact_outline_set_document_has(const FactOutlineSet *self, guint i, const FactOutlineItem *other)
{
    guint32 document = fact_outline_set_document(self, i);

    while (i > 0 && fact_outline_set_document(self, i - 1) == document)
        i--;
    for (; i < self->items->len && fact_outline_set_document(self, i) == document; i++) {
        if (((fact_outline_set_item(self, i)->word ^ other->word) & WORD) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
fact_outline_set_sentence_has(const FactOutlineSet *self, guint i, const FactOutlineItem *other,
                              uint32_t mask)
{
    guint k = sentence_start(self, i);

    do {
        if (k != i && ((fact_outline_set_item(self, k)->word ^ other->word) & mask) == 0)
            return TRUE;
    } while (++k < self->items->len && !has(self, k, FACT_OUTLINE_STARTS));
    return FALSE;
}
