/* SPDX-License-Identifier: MIT
 *
 * Text from an input on its way into a format: every writer passes what it did not write itself
 * through one of these. Each appends to @out; @text is valid UTF-8.
 */
#pragma once

#include <glib.h>
#include <stddef.h>

/* Control characters and those that reorder or hide text are shown as \x1b or \u202e: nothing in an
 * article can move the cursor, change a colour or make a line read otherwise than it is. */
void
fact_escape_terminal(GString *out, const char *text, size_t len);

/* For content and quoted attributes of HTML and XML 1.0. Characters that XML 1.0 does not allow
 * become U+FFFD. */
void
fact_escape_xml(GString *out, const char *text, size_t len);

/* Markdown that shows @text as it is, at the beginning of a line too: marks are escaped, line
 * breaks become spaces, nothing is a link. */
void
fact_escape_markdown(GString *out, const char *text, size_t len);

/* The message (or with @is_property a property) of a GitHub workflow command. */
void
fact_escape_github(GString *out, const char *text, size_t len, gboolean is_property);

/* A path as a relative or absolute URI reference, '/' kept. */
void
fact_escape_uri_path(GString *out, const char *path);

/* Columns that @text takes on a terminal once it is escaped. */
guint
fact_escape_terminal_width(const char *text, size_t len);

/* Whether fact_escape_terminal shows @c by its number. */
gboolean
fact_escape_is_unsafe(gunichar c);
