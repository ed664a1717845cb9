/* SPDX-License-Identifier: MIT
 *
 * HTML pages, through gumbo: its tree keeps where in the source each piece of text stood. What is
 * read is in html-meta.c, what is left out in html-boilerplate.c, the text in html-text.c, the
 * limits in html-arena.c.
 */
#include "read/html-meta.h"
#include "read/html-text.h"
#include "read/html-tree.h"
#include "read/source.h"
#include "read/waiver.h"

#include <string.h>

static const char *const extensions[] = {".html", ".htm", ".xhtml", NULL};

static gboolean
sniff_html(const char *head, size_t len)
{
    static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body", "<article"};

    if (len > 5 && memcmp(head, "<?xml", 5) == 0)
        return g_strstr_len(head, (gssize)len, "<html") != NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++) {
        if (len >= strlen(starts[i]) &&
            g_ascii_strncasecmp(head, starts[i], strlen(starts[i])) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
read_waivers(FactSource *source, const FactDecoded *decoded, const FactHtmlNode *nodes, guint n,
             FactDocument *document)
{
    for (guint i = 0; i < n; i++) {
        const GumboText *comment = &nodes[i].node->v.text;
        FactPosition place;
        FactWaiver *waiver;

        if (nodes[i].node->type != GUMBO_NODE_COMMENT || strstr(comment->text, "factdiff:") == NULL)
            continue;
        place = fact_position_of(decoded->text, decoded->len,
                                 MIN(comment->start_pos.offset, decoded->len));
        waiver = fact_waiver_parse_comment(comment->text, strlen(comment->text), place);
        if (waiver != NULL && !fact_document_add_waiver(document, waiver)) {
            fact_source_error(source, place, "more than %d waivers in one document",
                              FACT_READ_WAIVERS_MAX);
            return;
        }
    }
}

static FactDocument *
make_document(FactSource *source, const FactDecoded *decoded)
{
    g_autoptr(FactHtmlTree) tree = fact_html_tree_new(source, decoded->text, decoded->len);
    g_auto(FactTextBuilder) builder = {0};
    FactDocument *document;
    const FactHtmlNode *nodes;
    guint n;

    if (tree == NULL)
        return NULL;
    nodes = fact_html_tree_get_nodes(tree, &n);
    document = fact_document_new(source->path);
    fact_html_read_meta(nodes, n, document);
    read_waivers(source, decoded, nodes, n, document);
    fact_text_builder_init(&builder, decoded);
    fact_html_build_text(nodes, n, &builder);
    fact_text_builder_finish(&builder, document);
    return document;
}

static void
read_html(FactSource *source)
{
    g_auto(FactDecoded) decoded = {0};
    g_autofree char *charset = fact_html_find_charset(source->raw, source->raw_len);
    g_autoptr(FactDocument) document = NULL;

    if (!fact_source_decode(source, charset, &decoded))
        return;
    document = make_document(source, &decoded);
    if (document == NULL)
        return;
    if (document->text_len == 0) {
        fact_source_error(source, (FactPosition){1, 1}, "there is no text in it");
        return;
    }
    document->raw = g_steal_pointer(&source->raw);
    document->raw_len = source->raw_len;
    fact_source_emit(source, g_steal_pointer(&document));
}

const FactFormat fact_format_html = {
    .extensions = extensions,
    .sniff = sniff_html,
    .read = read_html,
};
