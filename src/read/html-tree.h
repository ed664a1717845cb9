/* SPDX-License-Identifier: MIT
 *
 * A page as a flat list of its nodes in the order of the page, each with the end of what it holds
 * and how much text and how many links that is: to leave something out is to jump to its end.
 */
#pragma once

#include "read/source.h"

#include <gumbo.h>

/* Limits of a page. gumbo never says no, and passes the stack of open elements once a tag and the
 * attributes of a tag once an attribute: without bounds a small file keeps it busy for hours. */
#define FACT_HTML_BYTES_MAX (32u * 1024u * 1024u)
#define FACT_HTML_DEPTH_MAX 512      /* as browsers have it */
#define FACT_HTML_ATTRIBUTES_MAX 256 /* of two elements in a row */
#define FACT_HTML_ROOTS_MAX 64       /* tags <html> and <body>, whose attributes are gathered */
/* Memory of the parser for each byte of the page, and what is free. */
#define FACT_HTML_MEMORY_PER_BYTE 128u
#define FACT_HTML_MEMORY_FREE (64u * 1024u * 1024u)

typedef struct {
    const GumboNode *node;
    guint parent; /* index */
    guint end;    /* index after all it holds */
    guint text;   /* bytes of text that are no white space */
    guint linked; /* of these, within links */
    guint n_links;
} FactHtmlNode;

typedef struct FactHtmlTree FactHtmlTree;

/* Parses @text, which has to live as long as the tree. NULL with a problem told to @source where a
 * limit was passed. */
FactHtmlTree *
fact_html_tree_new(FactSource *source, const char *text, size_t len);

void
fact_html_tree_free(FactHtmlTree *tree);

const FactHtmlNode *
fact_html_tree_get_nodes(const FactHtmlTree *tree, guint *out_n);

/* The element's attribute @name; NULL for none. */
const char *
fact_html_get_attribute(const GumboNode *node, const char *name);

/* The element's tag; GUMBO_TAG_UNKNOWN for other nodes too. */
GumboTag
fact_html_get_tag(const GumboNode *node);

/* All text below @nodes[index], white space folded; transfer full. */
char *
fact_html_get_text(const FactHtmlNode *nodes, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactHtmlTree, fact_html_tree_free)
