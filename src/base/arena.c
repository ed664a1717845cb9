/* SPDX-License-Identifier: MIT
 *
 * A chain of blocks, each twice as large as the one before up to BLOCK_MAX; a piece larger than
 * that gets a block of its own size. Strings are packed without padding, all else is aligned.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#define BLOCK_MIN ((size_t)16 * 1024)
#define BLOCK_MAX ((size_t)1024 * 1024)

typedef struct Block Block;

struct Block {
    Block *next; /* older */
    size_t size;
    size_t used;
    alignas(max_align_t) char bytes[];
};

struct FactArena {
    Block *block;     /* the newest, with room in it; NULL at first */
    GPtrArray *plain; /* of the pieces, owned, under FACT_ARENA_PLAIN; else NULL */
};

FactArena *
fact_arena_new(void)
{
    FactArena *arena = g_new0(FactArena, 1);

#ifdef FACT_ARENA_PLAIN
    arena->plain = g_ptr_array_new_with_free_func(g_free);
#endif
    return arena;
}

static void
free_blocks(Block *block)
{
    while (block != NULL) {
        Block *next = block->next;

        g_free(block);
        block = next;
    }
}

void
fact_arena_free(FactArena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(arena->block);
    if (arena->plain != NULL)
        g_ptr_array_unref(arena->plain);
    g_free(arena);
}

void
fact_arena_clear(FactArena *arena)
{
    Block *largest = arena->block;

    if (arena->plain != NULL)
        g_ptr_array_set_size(arena->plain, 0);
    for (Block *block = largest; block != NULL; block = block->next) {
        if (block->size > largest->size)
            largest = block;
    }
    for (Block *block = arena->block; block != NULL;) {
        Block *next = block->next;

        if (block != largest)
            g_free(block);
        block = next;
    }
    arena->block = largest;
    if (largest != NULL) {
        largest->next = NULL;
        largest->used = 0;
    }
}

static void
add_block(FactArena *arena, size_t size)
{
    size_t block_size =
        arena->block == NULL ? BLOCK_MIN : CLAMP(arena->block->size * 2, BLOCK_MIN, BLOCK_MAX);
    Block *block;

    block_size = MAX(block_size, size);
    g_assert(block_size <= SIZE_MAX - sizeof(Block));
    block = g_malloc(sizeof(Block) + block_size);
    block->next = arena->block;
    block->size = block_size;
    block->used = 0;
    arena->block = block;
}

/* @alignment is a power of two. The piece is not cleared. */
static char *
take(FactArena *arena, size_t size, size_t alignment)
{
    size_t start;

    if (arena->plain != NULL) {
        char *piece = g_malloc(MAX(size, 1));

        g_ptr_array_add(arena->plain, piece);
        return piece;
    }
    if (arena->block == NULL)
        add_block(arena, size);
    start = (arena->block->used + alignment - 1) & ~(alignment - 1);
    if (start > arena->block->size || size > arena->block->size - start) {
        add_block(arena, size);
        start = 0;
    }
    arena->block->used = start + size;
    return arena->block->bytes + start;
}

void *
fact_arena_alloc(FactArena *arena, size_t size)
{
    return memset(take(arena, size, alignof(max_align_t)), 0, size);
}

void *
fact_arena_alloc_unset(FactArena *arena, size_t size)
{
    return take(arena, size, alignof(max_align_t));
}

char *
fact_arena_strndup(FactArena *arena, const char *str, size_t len)
{
    char *copy = take(arena, len + 1, 1);

    if (len > 0)
        memcpy(copy, str, len);
    copy[len] = '\0';
    return copy;
}

char *
fact_arena_strdup(FactArena *arena, const char *str)
{
    return str == NULL ? NULL : fact_arena_strndup(arena, str, strlen(str));
}
