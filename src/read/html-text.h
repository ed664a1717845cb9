/* SPDX-License-Identifier: MIT
 *
 * The text of a page's article.
 */
#pragma once

#include "read/html-tree.h"
#include "read/text-builder.h"

void
fact_html_build_text(const FactHtmlNode *nodes, guint n, FactTextBuilder *builder);
