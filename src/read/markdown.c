/* SPDX-License-Identifier: MIT
 *
 * Markdown, through md4c: its callbacks give pieces of the source itself, so that every piece knows
 * where it stands. Left out are code blocks, pictures, what is struck out, comments and tags. A
 * comment that asks for a waiver is looked for beforehand, for inside a paragraph "--" would end
 * it.
 *
 * md4c is quick on hostile input but for two things, tables that are padded to their full width and
 * links that repeat a long target; both are cut off by what they may cost for the size of the file.
 */
#include "read/entities.h"
#include "read/front-matter.h"
#include "read/source.h"
#include "read/text-builder.h"
#include "read/waiver.h"

#include <md4c.h>
#include <string.h>

/* Steps of the parser, and bytes of link targets, for each byte of the file. */
#define MARKDOWN_COST_PER_BYTE 16
#define MARKDOWN_COST_FREE (64u * 1024u)

static const char *const extensions[] = {".md", ".markdown", ".mdown", ".mkd", NULL};

/* A comment of ours in the source. */
typedef struct {
    size_t start;
    size_t end;
    gboolean is_seen; /* it stands in text, not in a code block */
} Comment;

typedef struct {
    FactTextBuilder builder;
    FactEntities *entities;
    GArray *comments; /* of Comment, ascending */
    guint dropped;    /* open elements whose text is left out */
    gboolean in_html;
    size_t html_start; /* of a block of HTML, which is read as a whole at its end */
    size_t html_end;
    size_t title_start; /* in the text */
    char *title;        /* owned: the first heading */
    guint64 cost;
    guint64 cost_max;
} Markdown;

/* Where @str stands in the source; FALSE for what the parser made up. */
static gboolean
find_source(const Markdown *markdown, const char *str, size_t *out_at)
{
    uintptr_t at = (uintptr_t)str;
    uintptr_t start = (uintptr_t)markdown->builder.source;

    if (at < start || at >= start + markdown->builder.source_len)
        return FALSE;
    *out_at = at - start;
    return TRUE;
}

static int
spend(Markdown *markdown, guint64 cost)
{
    markdown->cost += cost;
    return markdown->cost > markdown->cost_max ? 1 : 0;
}

/* The first comment of ours that ends after @at; NULL for none. */
static Comment *
find_comment(const Markdown *markdown, size_t at)
{
    guint low = 0;
    guint high = markdown->comments->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (g_array_index(markdown->comments, Comment, middle).end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < markdown->comments->len ? &g_array_index(markdown->comments, Comment, low) : NULL;
}

/* Copies a piece of text but for the comments of ours in it. */
static void
copy_text(Markdown *markdown, size_t start, size_t len)
{
    size_t end = start + len;

    while (start < end) {
        Comment *comment = find_comment(markdown, start);
        size_t stop = comment != NULL ? CLAMP(comment->start, start, end) : end;

        fact_text_builder_copy_folded(&markdown->builder, start, stop - start);
        if (comment != NULL && comment->start < end)
            comment->is_seen = TRUE;
        start = stop < end ? MIN(comment->end, end) : end;
    }
}

static void
add_entity(Markdown *markdown, size_t at, size_t len)
{
    size_t used;
    const char *decoded =
        fact_entities_decode(markdown->entities, markdown->builder.source + at, len, &used);

    if (decoded == NULL || used != len)
        fact_text_builder_copy(&markdown->builder, at, len);
    else if (g_str_equal(decoded, "\xc2\xa0"))
        fact_text_builder_break(&markdown->builder, FACT_BREAK_SPACE);
    else
        fact_text_builder_add(&markdown->builder, decoded, at, len);
}

/* A tag's name is one of those that stand within a sentence. */
static gboolean
is_inline_tag(const char *name, size_t len)
{
    static const char *const names[] = {"a",     "abbr", "b",      "cite", "code", "em",
                                        "font",  "i",    "img",    "mark", "q",    "s",
                                        "small", "span", "strong", "sub",  "sup",  "u"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strlen(names[i]) == len && g_ascii_strncasecmp(name, names[i], len) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The byte after the tag at @at. What it does to the text: nothing, or a break. */
static size_t
pass_tag(Markdown *markdown, size_t at, size_t end)
{
    const char *source = markdown->builder.source;
    const char *close = memchr(source + at, '>', end - at);
    size_t name = at + 1 + (at + 1 < end && source[at + 1] == '/');
    size_t name_end = name;

    while (name_end < end && g_ascii_isalnum(source[name_end]))
        name_end++;
    if (name_end - name == 2 && g_ascii_strncasecmp(source + name, "br", 2) == 0)
        fact_text_builder_break(&markdown->builder, FACT_BREAK_LINE);
    else if (!is_inline_tag(source + name, name_end - name))
        fact_text_builder_break(&markdown->builder, FACT_BREAK_PARAGRAPH);
    return close != NULL ? (size_t)(close - source) + 1 : end;
}

static size_t
pass_comment(Markdown *markdown, size_t at, size_t end)
{
    Comment *comment = find_comment(markdown, at);
    const char *close = g_strstr_len(markdown->builder.source + at, (gssize)(end - at), "-->");

    if (comment != NULL && comment->start <= at)
        comment->is_seen = TRUE;
    return close != NULL ? (size_t)(close - markdown->builder.source) + 3 : end;
}

/* Scripts and styles hold no text. */
static size_t
pass_raw(Markdown *markdown, size_t at, size_t end)
{
    static const char *const names[] = {"script", "style"};
    const char *source = markdown->builder.source;

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        size_t len = strlen(names[i]);

        if (end - at <= len || g_ascii_strncasecmp(source + at + 1, names[i], len) != 0)
            continue;
        for (at += len; at + len + 2 <= end; at++) {
            if (source[at] == '<' && source[at + 1] == '/' &&
                g_ascii_strncasecmp(source + at + 2, names[i], len) == 0)
                return at;
        }
        return end;
    }
    return at;
}

/* The text within a block of HTML. */
static void
read_html(Markdown *markdown, size_t start, size_t end)
{
    const char *source = markdown->builder.source;
    size_t at = start;

    while (at < end) {
        size_t used;

        if (end - at >= 4 && memcmp(source + at, "<!--", 4) == 0) {
            at = pass_comment(markdown, at, end);
        } else if (source[at] == '<') {
            at = pass_tag(markdown, pass_raw(markdown, at, end), end);
        } else if (source[at] == '&' &&
                   fact_entities_decode(markdown->entities, source + at, end - at, &used) != NULL) {
            add_entity(markdown, at, used);
            at += used;
        } else {
            size_t stop = at + 1;

            while (stop < end && source[stop] != '<' && source[stop] != '&')
                stop++;
            copy_text(markdown, at, stop - at);
            at = stop;
        }
    }
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *user_data)
{
    Markdown *markdown = user_data;

    (void)detail;
    fact_text_builder_break(&markdown->builder, FACT_BREAK_PARAGRAPH);
    if (type == MD_BLOCK_CODE)
        markdown->dropped++;
    if (type == MD_BLOCK_HTML) {
        markdown->in_html = TRUE;
        markdown->html_start = markdown->html_end = 0;
    }
    if (type == MD_BLOCK_H)
        markdown->title_start = markdown->builder.text->len;
    return spend(markdown, 1);
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *user_data)
{
    Markdown *markdown = user_data;
    GString *text = markdown->builder.text;

    (void)detail;
    if (type == MD_BLOCK_CODE)
        markdown->dropped--;
    if (type == MD_BLOCK_HTML) {
        markdown->in_html = FALSE;
        read_html(markdown, markdown->html_start, markdown->html_end);
    }
    if (type == MD_BLOCK_H && markdown->title == NULL && text->len > markdown->title_start)
        markdown->title = g_strstrip(
            g_strndup(text->str + markdown->title_start, text->len - markdown->title_start));
    fact_text_builder_break(&markdown->builder, FACT_BREAK_PARAGRAPH);
    return spend(markdown, 1);
}

static gboolean
is_dropped_span(MD_SPANTYPE type)
{
    return type == MD_SPAN_IMG || type == MD_SPAN_DEL;
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *user_data)
{
    Markdown *markdown = user_data;
    guint64 cost = 1;

    markdown->dropped += is_dropped_span(type);
    if (type == MD_SPAN_A)
        cost += ((const MD_SPAN_A_DETAIL *)detail)->href.size +
                ((const MD_SPAN_A_DETAIL *)detail)->title.size;
    if (type == MD_SPAN_IMG)
        cost += ((const MD_SPAN_IMG_DETAIL *)detail)->src.size +
                ((const MD_SPAN_IMG_DETAIL *)detail)->title.size;
    return spend(markdown, cost);
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *user_data)
{
    Markdown *markdown = user_data;

    (void)detail;
    markdown->dropped -= is_dropped_span(type);
    return spend(markdown, 1);
}

/* Blocks of HTML come line by line, and are read at their end. */
static void
note_html(Markdown *markdown, size_t at, size_t len)
{
    if (markdown->html_end == 0)
        markdown->html_start = at;
    markdown->html_end = at + len;
}

static void
add_piece(Markdown *markdown, MD_TEXTTYPE type, size_t at, size_t len)
{
    switch (type) {
    case MD_TEXT_HTML:
        if (markdown->in_html)
            note_html(markdown, at, len);
        else
            read_html(markdown, at, at + len);
        break;
    case MD_TEXT_ENTITY:
        add_entity(markdown, at, len);
        break;
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        copy_text(markdown, at, len);
        break;
    }
}

static int
add_text(MD_TEXTTYPE type, const MD_CHAR *str, MD_SIZE len, void *user_data)
{
    Markdown *markdown = user_data;
    size_t at;

    if (markdown->dropped > 0)
        return spend(markdown, 1);
    if (type == MD_TEXT_BR)
        fact_text_builder_break(&markdown->builder, FACT_BREAK_LINE);
    else if (type == MD_TEXT_SOFTBR || !find_source(markdown, str, &at))
        fact_text_builder_break(&markdown->builder, FACT_BREAK_SPACE);
    else
        add_piece(markdown, type, at, len);
    return spend(markdown, 1);
}

static void
find_comments(Markdown *markdown, size_t start)
{
    const char *source = markdown->builder.source;
    const char *at = source + start;
    const char *mark;

    while ((mark = strstr(at, "<!--")) != NULL) {
        const char *inside = mark + 4;
        const char *close = strstr(inside, "-->");
        Comment comment;

        if (close == NULL)
            return;
        while (g_ascii_isspace(*inside))
            inside++;
        comment = (Comment){(size_t)(mark - source), (size_t)(close - source) + 3, FALSE};
        if (g_str_has_prefix(inside, "factdiff:"))
            g_array_append_val(markdown->comments, comment);
        at = close + 3;
    }
}

static void
keep_waivers(Markdown *markdown, FactSource *source, FactDocument *document)
{
    for (guint i = 0; i < markdown->comments->len; i++) {
        const Comment *comment = &g_array_index(markdown->comments, Comment, i);
        FactPosition place;
        FactWaiver *waiver;

        if (!comment->is_seen)
            continue;
        place = fact_position_of(markdown->builder.source, markdown->builder.source_len,
                                 comment->start);
        waiver = fact_waiver_parse_comment(markdown->builder.source + comment->start + 4,
                                           comment->end - comment->start - 7, place);
        if (waiver == NULL) {
            fact_source_error(
                source, place,
                "a comment to factdiff that says neither \"factdiff:ignore\" nor what");
        } else if (!fact_document_add_waiver(document, waiver)) {
            fact_source_error(source, place, "more than %d waivers in one document",
                              FACT_READ_WAIVERS_MAX);
            return;
        }
    }
}

static gboolean
parse_markdown(Markdown *markdown, FactSource *source, size_t start)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = add_text,
    };
    size_t len = markdown->builder.source_len - start;

    markdown->cost_max = MARKDOWN_COST_FREE + (guint64)len * MARKDOWN_COST_PER_BYTE;
    find_comments(markdown, start);
    if (md_parse(markdown->builder.source + start, (MD_SIZE)len, &parser, markdown) == 0)
        return TRUE;
    fact_source_error(source, (FactPosition){1, 1},
                      "tables or links repeat too much, read up to there only");
    return FALSE;
}

/* Without a name only a header tells Markdown from plain text. */
static gboolean
sniff_markdown(const char *head, size_t len)
{
    return len > 4 && (memcmp(head, "---\n", 4) == 0 || memcmp(head, "+++\n", 4) == 0);
}

static void
read_markdown(FactSource *source)
{
    g_auto(FactDecoded) decoded = {0};
    g_autoptr(FactDocument) document = NULL;
    Markdown markdown = {0};

    if (!fact_source_decode(source, NULL, &decoded))
        return;
    document = fact_document_new(source->path);
    fact_text_builder_init(&markdown.builder, &decoded);
    markdown.entities = fact_entities_new();
    markdown.comments = g_array_new(FALSE, FALSE, sizeof(Comment));
    (void)parse_markdown(&markdown, source,
                         fact_front_matter_read(source, decoded.text, decoded.len, document));
    keep_waivers(&markdown, source, document);
    fact_text_builder_finish(&markdown.builder, document);
    if (document->title == NULL)
        document->title = g_steal_pointer(&markdown.title);
    document->raw = g_steal_pointer(&source->raw);
    document->raw_len = source->raw_len;
    if (document->text_len > 0)
        fact_source_emit(source, g_steal_pointer(&document));
    else
        fact_source_error(source, (FactPosition){1, 1}, "there is no text in it");
    g_array_unref(markdown.comments);
    fact_entities_free(markdown.entities);
    g_free(markdown.title);
}

const FactFormat fact_format_markdown = {
    .extensions = extensions,
    .sniff = sniff_markdown,
    .read = read_markdown,
};
