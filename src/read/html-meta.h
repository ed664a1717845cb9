/* SPDX-License-Identifier: MIT
 *
 * What a page says of itself.
 */
#pragma once

#include "read/html-tree.h"

/* Fills title, published, publisher and url of @document. */
void
fact_html_read_meta(const FactHtmlNode *nodes, guint n, FactDocument *document);

/* The encoding that the first bytes of a page name; NULL for none. Transfer full. */
char *
fact_html_find_charset(const char *raw, size_t len);
