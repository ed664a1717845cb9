/* SPDX-License-Identifier: MIT
 *
 * What of a page is not its article.
 */
#pragma once

#include "read/html-tree.h"

/* Whether @nodes[index], an element, is left out with all it holds. */
gboolean
fact_html_is_boilerplate(const FactHtmlNode *nodes, guint index);

/* The element that holds the article; 0, the whole page, where none stands out. */
guint
fact_html_find_article(const FactHtmlNode *nodes, guint n);
