/* SPDX-License-Identifier: MIT
 *
 * The memory that gumbo works in, and the watch over what it does there. gumbo has no limits and no
 * way to stop it, but it asks for memory for each thing it makes: here it is counted, and where a
 * limit is passed, the parse is left. Nothing is freed singly, so nothing leaks then, and the tree
 * need not be freed node by node, which gumbo does by recursion.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

typedef struct FactHtmlArena FactHtmlArena;

FactHtmlArena *
fact_html_arena_new(size_t bytes_max);

void
fact_html_arena_free(FactHtmlArena *arena);

/* Parses; the tree lives as long as the arena. NULL where a limit was passed, with why in
 * @out_error. */
GumboOutput *
fact_html_arena_parse(FactHtmlArena *arena, const char *text, size_t len, const char **out_error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactHtmlArena, fact_html_arena_free)
