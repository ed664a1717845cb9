/* SPDX-License-Identifier: MIT
 *
 * Nodes are told by the size of what is asked for, and lie in slabs of their own. A string may
 * happen to have the size of a node; so what is read from a slab is never trusted beyond being
 * memory, and a parent counts only if it is a place in a slab.
 *
 *     slabs:  [ 0 1 2 ... 255 ] [ 256 ... 767 ] [ 768 ... ]     each twice as long as the one
 * before
 *
 * A node's depth is known once the next one is made, since it has its parent by then.
 */
#include "read/html-arena.h"

#include "read/html-tree.h"

#include <setjmp.h>
#include <string.h>

#define BLOCK_BYTES (256u * 1024u)
#define FIRST_SLAB 256u
#define SLABS_MAX 24
#define ALIGNMENT 16u

typedef struct {
    GumboNode *nodes;
    guint16 *depths;   /* 0: not known */
    guint *attributes; /* that were made before it */
    guint used;
} Slab;

struct FactHtmlArena {
    GPtrArray *blocks; /* owned pieces of memory */
    char *at;
    size_t left;
    size_t used;
    size_t bytes_max;
    Slab slabs[SLABS_MAX];
    guint n_slabs;
    guint n_attributes;
    guint n_settled; /* of these, those made before a node that is in the tree */
    const char *error;
    jmp_buf escape;
};

FactHtmlArena *
fact_html_arena_new(size_t bytes_max)
{
    FactHtmlArena *arena = g_new0(FactHtmlArena, 1);

    arena->blocks = g_ptr_array_new_with_free_func(g_free);
    arena->bytes_max = bytes_max;
    return arena;
}

void
fact_html_arena_free(FactHtmlArena *arena)
{
    if (arena == NULL)
        return;
    for (guint i = 0; i < arena->n_slabs; i++) {
        g_free(arena->slabs[i].nodes);
        g_free(arena->slabs[i].depths);
        g_free(arena->slabs[i].attributes);
    }
    g_ptr_array_unref(arena->blocks);
    g_free(arena);
}

static void G_GNUC_NORETURN
leave(FactHtmlArena *arena, const char *error)
{
    arena->error = error;
    longjmp(arena->escape, 1);
}

static void
count_bytes(FactHtmlArena *arena, size_t size)
{
    arena->used += size;
    if (arena->used > arena->bytes_max)
        leave(arena, "its markup takes too much memory for its size");
}

static void *
take_bytes(FactHtmlArena *arena, size_t size)
{
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    void *bytes;

    count_bytes(arena, rounded);
    if (rounded > arena->left) {
        size_t block = MAX(BLOCK_BYTES, rounded);

        /* What is larger than a block has one of its own. */
        g_ptr_array_add(arena->blocks, g_malloc(block));
        bytes = g_ptr_array_index(arena->blocks, arena->blocks->len - 1);
        if (rounded == block)
            return bytes;
        arena->at = bytes;
        arena->left = block;
    }
    bytes = arena->at;
    arena->at += rounded;
    arena->left -= rounded;
    return bytes;
}

/* Where the depth of @node is kept; NULL for what is no node of ours. */
static guint16 *
find_depth(FactHtmlArena *arena, const GumboNode *node)
{
    uintptr_t at = (uintptr_t)node;

    for (guint i = arena->n_slabs; i > 0; i--) {
        Slab *slab = &arena->slabs[i - 1];
        uintptr_t start = (uintptr_t)slab->nodes;

        if (at >= start && at < start + slab->used * sizeof(GumboNode) &&
            (at - start) % sizeof(GumboNode) == 0)
            return &slab->depths[(at - start) / sizeof(GumboNode)];
    }
    return NULL;
}

/* How deep @node lies. A parent whose depth was not known when it was made has one by now; going up
 * ends at the limit at the latest. */
static guint
measure_depth(FactHtmlArena *arena, const GumboNode *node)
{
    guint steps = 0;

    while (steps <= FACT_HTML_DEPTH_MAX) {
        const guint16 *depth = find_depth(arena, node);

        if (depth == NULL)
            return steps;
        if (*depth != 0)
            return steps + *depth;
        node = node->parent;
        steps++;
    }
    return steps;
}

/* The last node has its place in the tree by now. */
static void
settle_last(FactHtmlArena *arena, Slab *slab)
{
    guint last = slab->used - 1;
    guint depth = measure_depth(arena, &slab->nodes[last]);

    if (depth > FACT_HTML_DEPTH_MAX)
        leave(arena, "its elements are nested deeper than " G_STRINGIFY(FACT_HTML_DEPTH_MAX));
    if (find_depth(arena, slab->nodes[last].parent) == NULL)
        return;
    slab->depths[last] = (guint16)depth;
    arena->n_settled = slab->attributes[last];
}

static Slab *
add_slab(FactHtmlArena *arena)
{
    guint size = FIRST_SLAB << arena->n_slabs;
    Slab *slab = &arena->slabs[arena->n_slabs];

    if (arena->n_slabs == SLABS_MAX)
        leave(arena, "it has too many elements");
    slab->nodes = g_new0(GumboNode, size);
    slab->depths = g_new0(guint16, size);
    slab->attributes = g_new0(guint, size);
    arena->n_slabs++;
    return slab;
}

static void *
take_node(FactHtmlArena *arena)
{
    Slab *slab = arena->n_slabs > 0 ? &arena->slabs[arena->n_slabs - 1] : NULL;

    if (slab != NULL)
        settle_last(arena, slab);
    count_bytes(arena, sizeof(GumboNode));
    if (slab == NULL || slab->used == FIRST_SLAB << (arena->n_slabs - 1))
        slab = add_slab(arena);
    slab->attributes[slab->used] = arena->n_attributes;
    return &slab->nodes[slab->used++];
}

static void *
allocate_cb(void *user_data, size_t size)
{
    FactHtmlArena *arena = user_data;

    if (size == sizeof(GumboNode))
        return take_node(arena);
    if (size == sizeof(GumboAttribute) &&
        ++arena->n_attributes - arena->n_settled > FACT_HTML_ATTRIBUTES_MAX)
        leave(arena,
              "an element has more than " G_STRINGIFY(FACT_HTML_ATTRIBUTES_MAX) " attributes");
    return take_bytes(arena, size);
}

static void
deallocate_cb(void *user_data, void *memory)
{
    (void)user_data;
    (void)memory;
}

GumboOutput *
fact_html_arena_parse(FactHtmlArena *arena, const char *text, size_t len, const char **out_error)
{
    GumboOptions options = kGumboDefaultOptions;

    options.allocator = allocate_cb;
    options.deallocator = deallocate_cb;
    options.userdata = arena;
    options.max_errors = 0;
    if (setjmp(arena->escape) != 0) {
        *out_error = arena->error;
        return NULL;
    }
    return gumbo_parse_with_options(&options, text, len);
}
