/* SPDX-License-Identifier: MIT
 *
 * A bump allocator for the work on one document: nothing is freed singly, all of it at once.
 * Where FACT_ARENA_PLAIN is defined (the build does so with sanitizers) each piece is its own
 * malloc, so that AddressSanitizer sees the end of every string.
 */
#pragma once

#include <glib.h>
#include <stddef.h>

typedef struct FactArena FactArena;

FactArena *
fact_arena_new(void);

void
fact_arena_free(FactArena *arena);

/* Forgets all pieces and keeps the largest block for the next document. */
void
fact_arena_clear(FactArena *arena);

/* @size bytes aligned for any type, zeroed. Borrowed from the arena. */
void *
fact_arena_alloc(FactArena *arena, size_t size);

/* The same, not zeroed: for arrays that are filled before they are read. */
void *
fact_arena_alloc_unset(FactArena *arena, size_t size);

/* A NUL-terminated copy of @len bytes of @str. */
char *
fact_arena_strndup(FactArena *arena, const char *str, size_t len);

/* A NUL-terminated copy of @str; NULL for NULL. */
char *
fact_arena_strdup(FactArena *arena, const char *str);

#define fact_arena_new_unset(arena, Type, n)                                                       \
    ((Type *)fact_arena_alloc_unset((arena), sizeof(Type) * (n)))
#define fact_arena_new0(arena, Type, n) ((Type *)fact_arena_alloc((arena), sizeof(Type) * (n)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactArena, fact_arena_free)
