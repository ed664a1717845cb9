/* SPDX-License-Identifier: MIT
 *
 * The tree is flattened with a stack of our own, whose height the arena has bounded.
 */
#include "read/html-tree.h"

#include "read/html-arena.h"

#include <string.h>

struct FactHtmlTree {
    FactHtmlArena *arena;
    GArray *nodes; /* of FactHtmlNode */
};

void
fact_html_tree_free(FactHtmlTree *tree)
{
    if (tree == NULL)
        return;
    g_array_unref(tree->nodes);
    fact_html_arena_free(tree->arena);
    g_free(tree);
}

const FactHtmlNode *
fact_html_tree_get_nodes(const FactHtmlTree *tree, guint *out_n)
{
    *out_n = tree->nodes->len;
    return (const FactHtmlNode *)(gpointer)tree->nodes->data;
}

const char *
fact_html_get_attribute(const GumboNode *node, const char *name)
{
    const GumboAttribute *attribute;

    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
        return NULL;
    attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute != NULL ? attribute->value : NULL;
}

GumboTag
fact_html_get_tag(const GumboNode *node)
{
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
        return GUMBO_TAG_UNKNOWN;
    return node->v.element.tag;
}

char *
fact_html_get_text(const FactHtmlNode *nodes, guint index)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = index; i < nodes[index].end; i++) {
        const GumboNode *node = nodes[i].node;

        if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE &&
            node->type != GUMBO_NODE_CDATA)
            continue;
        for (const char *at = node->v.text.text; *at != '\0'; at++) {
            if (!g_ascii_isspace(*at))
                g_string_append_c(text, *at);
            else if (text->len > 0 && text->str[text->len - 1] != ' ')
                g_string_append_c(text, ' ');
        }
    }
    return g_strchomp(g_string_free(g_steal_pointer(&text), FALSE));
}

/* What no reader sees. */
static gboolean
is_textless(GumboTag tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE ||
           tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH || tag == GUMBO_TAG_HEAD;
}

static guint
count_text(const char *text)
{
    guint n = 0;

    for (; *text != '\0'; text++)
        n += !g_ascii_isspace(*text);
    return n;
}

static const GumboVector *
get_children(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
        return &node->v.element.children;
    return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children : &kGumboEmptyVector;
}

static guint
add_node(FactHtmlTree *tree, const GumboNode *node, guint parent)
{
    FactHtmlNode fresh = {.node = node, .parent = parent};

    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
        fresh.text = count_text(node->v.text.text);
    g_array_append_val(tree->nodes, fresh);
    return tree->nodes->len - 1;
}

/* All below the node at @index is known: its sums go to its parent. */
static void
close_node(FactHtmlTree *tree, guint index)
{
    FactHtmlNode *self = &g_array_index(tree->nodes, FactHtmlNode, index);
    GumboTag tag = fact_html_get_tag(self->node);
    FactHtmlNode *parent;

    self->end = tree->nodes->len;
    if (is_textless(tag))
        self->text = self->linked = self->n_links = 0;
    if (tag == GUMBO_TAG_A && fact_html_get_attribute(self->node, "href") != NULL) {
        self->linked = self->text;
        self->n_links = 1;
    }
    if (index == 0)
        return;
    parent = &g_array_index(tree->nodes, FactHtmlNode, self->parent);
    parent->text += self->text;
    parent->linked += self->linked;
    parent->n_links += self->n_links;
}

typedef struct {
    guint index;
    guint next; /* child */
} Open;

static void
flatten(FactHtmlTree *tree, const GumboNode *root)
{
    g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Open));
    Open open = {add_node(tree, root, 0), 0};

    g_array_append_val(stack, open);
    while (stack->len > 0) {
        Open *top = &g_array_index(stack, Open, stack->len - 1);
        const GumboVector *children =
            get_children(g_array_index(tree->nodes, FactHtmlNode, top->index).node);

        if (top->next == children->length) {
            close_node(tree, top->index);
            g_array_set_size(stack, stack->len - 1);
            continue;
        }
        open = (Open){add_node(tree, children->data[top->next++], top->index), 0};
        g_array_append_val(stack, open);
    }
}

/* gumbo gathers the attributes of all such tags on one element. */
static guint
count_roots(const char *text, size_t len)
{
    const char *end = text + len;
    guint n = 0;

    for (const char *at = text; (at = memchr(at, '<', (size_t)(end - at))) != NULL; at++) {
        if (end - at > 5)
            n += g_ascii_strncasecmp(at, "<html", 5) == 0 ||
                 g_ascii_strncasecmp(at, "<body", 5) == 0;
    }
    return n;
}

FactHtmlTree *
fact_html_tree_new(FactSource *source, const char *text, size_t len)
{
    g_autoptr(FactHtmlTree) tree = g_new0(FactHtmlTree, 1);
    const char *error = NULL;
    GumboOutput *output = NULL;

    tree->nodes = g_array_new(FALSE, FALSE, sizeof(FactHtmlNode));
    if (len > FACT_HTML_BYTES_MAX) {
        error = "a page of more than 32 MiB";
    } else if (count_roots(text, len) > FACT_HTML_ROOTS_MAX) {
        error = "more than " G_STRINGIFY(FACT_HTML_ROOTS_MAX) " pages in one";
    } else {
        tree->arena = fact_html_arena_new(FACT_HTML_MEMORY_FREE + len * FACT_HTML_MEMORY_PER_BYTE);
        output = fact_html_arena_parse(tree->arena, text, len, &error);
    }
    if (output == NULL) {
        fact_source_error(source, (FactPosition){1, 1}, "left out: %s", error);
        return NULL;
    }
    flatten(tree, output->document);
    return g_steal_pointer(&tree);
}
