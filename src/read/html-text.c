/* SPDX-License-Identifier: MIT
 *
 * Pieces of text are gathered first and put into the order of the page, since the parser moves what
 * stands where it must not (text between the cells of a table). gumbo gives a piece decoded and the
 * stretch of the source it came from; both are walked side by side, so that every byte that is
 * copied has been seen in the source, whatever stands between: references, tags that were ignored,
 * CR.
 */
#include "read/html-text.h"

#include "read/entities.h"
#include "read/html-boilerplate.h"

#include <string.h>

typedef struct {
    size_t start; /* in the source */
    size_t end;
    const char *text; /* decoded, borrowed from the tree */
    FactBreak before;
    gboolean is_verbatim; /* white space counts, as in <pre> */
} Piece;

typedef struct {
    const FactHtmlNode *nodes;
    FactTextBuilder *builder;
    FactEntities *entities;
    GArray *pieces; /* of Piece */
    FactBreak pending;
    guint verbatim_end; /* index after the <pre> that the walk is in */
} PageText;

static FactBreak
break_of(GumboTag tag)
{
    switch ((int)tag) {
    case GUMBO_TAG_BR:
        return FACT_BREAK_LINE;
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_OUTPUT:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_WBR:
        return FACT_BREAK_NONE;
    default:
        return FACT_BREAK_PARAGRAPH;
    }
}

/* Two line breaks end a paragraph. */
static void
ask_break(PageText *page, FactBreak weight)
{
    if (weight == FACT_BREAK_LINE && page->pending == FACT_BREAK_LINE)
        weight = FACT_BREAK_PARAGRAPH;
    page->pending = MAX(page->pending, weight);
}

static void
add_piece(PageText *page, guint index)
{
    const GumboText *text = &page->nodes[index].node->v.text;
    uintptr_t source = (uintptr_t)page->builder->source;
    uintptr_t start = (uintptr_t)text->original_text.data;
    Piece piece = {
        .text = text->text, .before = page->pending, .is_verbatim = index < page->verbatim_end};

    if (text->original_text.data == NULL || start < source ||
        start > source + page->builder->source_len)
        return;
    piece.start = start - source;
    piece.end = MIN(piece.start + text->original_text.length, page->builder->source_len);
    g_array_append_val(page->pieces, piece);
    page->pending = FACT_BREAK_NONE;
}

static void
gather_node(PageText *page, guint index)
{
    const GumboNode *node = page->nodes[index].node;

    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
        add_piece(page, index);
        break;
    case GUMBO_NODE_WHITESPACE:
        ask_break(page, FACT_BREAK_SPACE);
        break;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        ask_break(page, break_of(fact_html_get_tag(node)));
        if (fact_html_get_tag(node) == GUMBO_TAG_PRE)
            page->verbatim_end = MAX(page->verbatim_end, page->nodes[index].end);
        break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
        break;
    }
}

/* Asks for the breaks after all elements that end at @index; their ends are a stack. */
static void
close_elements(PageText *page, GArray *open, guint index)
{
    while (open->len > 0) {
        guint last = g_array_index(open, guint, open->len - 1);

        if (page->nodes[last].end > index)
            return;
        if (fact_html_get_tag(page->nodes[last].node) != GUMBO_TAG_BR)
            ask_break(page, break_of(fact_html_get_tag(page->nodes[last].node)));
        g_array_set_size(open, open->len - 1);
    }
}

static void
gather_range(PageText *page, guint start, guint end)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
    guint i = start;

    while (i < end) {
        close_elements(page, open, i);
        if (page->nodes[i].node->type == GUMBO_NODE_ELEMENT ||
            page->nodes[i].node->type == GUMBO_NODE_TEMPLATE) {
            if (i != start && fact_html_is_boilerplate(page->nodes, i)) {
                ask_break(page, break_of(fact_html_get_tag(page->nodes[i].node)));
                i = page->nodes[i].end;
                continue;
            }
            g_array_append_val(open, i);
        }
        gather_node(page, i++);
    }
    close_elements(page, open, end);
    ask_break(page, FACT_BREAK_PARAGRAPH);
}

/* The headline, where it stands outside the article. */
static void
gather_headline(PageText *page, guint n, guint article)
{
    for (guint i = 0; i < n; i++) {
        if (fact_html_get_tag(page->nodes[i].node) != GUMBO_TAG_H1)
            continue;
        if (page->nodes[i].end <= article || i >= page->nodes[article].end)
            gather_range(page, i, page->nodes[i].end);
        return;
    }
}

static gint
compare_pieces(gconstpointer a, gconstpointer b)
{
    size_t one = ((const Piece *)a)->start;
    size_t other = ((const Piece *)b)->start;

    return (one > other) - (one < other);
}

static void
sort_pieces(GArray *pieces)
{
    gboolean is_sorted = TRUE;

    for (guint i = 1; i < pieces->len; i++) {
        Piece *last = &g_array_index(pieces, Piece, i - 1);
        Piece *piece = &g_array_index(pieces, Piece, i);

        if (piece->start >= last->start)
            continue;
        is_sorted = FALSE;
        piece->before = last->before = FACT_BREAK_PARAGRAPH;
    }
    if (!is_sorted)
        g_array_sort(pieces, compare_pieces);
}

static void
copy_stretch(PageText *page, const Piece *piece, size_t start, size_t len)
{
    const char *source = page->builder->source;
    size_t end = start + len;

    if (!piece->is_verbatim) {
        fact_text_builder_copy_folded(page->builder, start, len);
        return;
    }
    while (start < end) {
        const char *newline = memchr(source + start, '\n', end - start);
        size_t stop = newline != NULL ? (size_t)(newline - source) : end;

        fact_text_builder_copy_folded(page->builder, start, stop - start);
        if (newline != NULL)
            fact_text_builder_break(page->builder, FACT_BREAK_LINE);
        start = stop + (newline != NULL);
    }
}

/* A reference at @at that gives what @text goes on with: how long it is, 0 for none. */
static size_t
copy_reference(PageText *page, size_t at, size_t end, const char *text, size_t *out_text_len)
{
    size_t used;
    const char *decoded =
        fact_entities_decode(page->entities, page->builder->source + at, end - at, &used);

    if (decoded == NULL || !g_str_has_prefix(text, decoded))
        return 0;
    *out_text_len = strlen(decoded);
    if (g_str_equal(decoded, "\xc2\xa0") || (*out_text_len == 1 && g_ascii_isspace(*decoded)))
        fact_text_builder_break(page->builder, FACT_BREAK_SPACE);
    else
        fact_text_builder_add(page->builder, decoded, at, used);
    return used;
}

/* The byte after what stands in the source and not in the text at @at: a tag, or a byte. */
static size_t
skip_source(const char *source, size_t at, size_t end)
{
    const char *close = source[at] == '<' ? memchr(source + at, '>', end - at) : NULL;

    return close != NULL ? (size_t)(close - source) + 1 : at + 1;
}

static void
copy_piece(PageText *page, const Piece *piece)
{
    const char *source = page->builder->source;
    const char *text = piece->text;
    /* What two pieces claim is the first one's. */
    size_t at = MAX(piece->start, page->builder->source_end);

    fact_text_builder_break(page->builder, piece->before);
    while (*text != '\0' && at < piece->end) {
        size_t n = 0;
        size_t text_len = 0;

        while (at + n < piece->end && source[at + n] != '&' && source[at + n] == text[n] &&
               text[n] != '\0')
            n++;
        /* Half a letter is no letter. */
        while (n > 0 && ((guchar)source[at + n] & 0xc0) == 0x80)
            n--;
        copy_stretch(page, piece, at, n);
        at += n;
        text += n;
        if (at == piece->end || *text == '\0')
            return;
        n = source[at] == '&' ? copy_reference(page, at, piece->end, text, &text_len) : 0;
        if (n > 0) {
            at += n;
            text += text_len;
        } else if (source[at] == '&' && *text == '&') {
            fact_text_builder_copy(page->builder, at++, 1);
            text++;
        } else {
            at = skip_source(source, at, piece->end);
        }
    }
}

void
fact_html_build_text(const FactHtmlNode *nodes, guint n, FactTextBuilder *builder)
{
    guint article = fact_html_find_article(nodes, n);
    g_autoptr(FactEntities) entities = fact_entities_new();
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    PageText page = {.nodes = nodes, .builder = builder, .entities = entities, .pieces = pieces};

    if (article != 0)
        gather_headline(&page, n, article);
    gather_range(&page, article, nodes[article].end);
    sort_pieces(pieces);
    for (guint i = 0; i < pieces->len; i++)
        copy_piece(&page, &g_array_index(pieces, Piece, i));
}
