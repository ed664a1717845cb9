/* SPDX-License-Identifier: MIT
 *
 * What a Markdown file says of itself before its text, between two lines of `---` (YAML) or `+++`
 * (TOML). Of both languages what such headers use is read: `key: value` and `key = value`, quoted
 * or not, and lists, `[a, b]` or an item a line. Nested tables and block texts are passed over.
 *
 *     title, date, source or publisher, url, topic and id become the document's; "factdiff-ignore"
 * and "waivers" are its waivers; other keys go to its extra fields, for --group-by.
 */
#pragma once

#include "read/source.h"

/* A longer header is none. */
#define FACT_FRONT_MATTER_BYTES_MAX (64u * 1024u)

/* Reads the header at the start of @text into @document; the place where the article begins. */
size_t
fact_front_matter_read(FactSource *source, const char *text, size_t len, FactDocument *document);
