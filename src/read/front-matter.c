/* SPDX-License-Identifier: MIT
 *
 * Line by line: a line at the margin with a separator opens a key, an indented or dashed one
 * belongs to the key before it.
 */
#include "read/front-matter.h"

#include "base/json-writer.h"
#include "read/waiver.h"

#include <string.h>

typedef struct {
    FactSource *source;
    FactDocument *document;
    FactJsonWriter extra;
    char separator;   /* ':' or '=' */
    char *key;        /* owned: of the line before, while items may follow */
    GPtrArray *items; /* of char, owned: its values so far */
    GArray *places;   /* of FactPosition: where each stands */
    guint line;
    guint n_extra;
} Header;

static const struct {
    const char *key;
    size_t field; /* offset of a char * in FactDocument */
} fields[] = {
    {"title", G_STRUCT_OFFSET(FactDocument, title)},
    {"headline", G_STRUCT_OFFSET(FactDocument, title)},
    {"published", G_STRUCT_OFFSET(FactDocument, published)},
    {"date", G_STRUCT_OFFSET(FactDocument, published)},
    {"publisher", G_STRUCT_OFFSET(FactDocument, publisher)},
    {"source", G_STRUCT_OFFSET(FactDocument, publisher)},
    {"url", G_STRUCT_OFFSET(FactDocument, url)},
    {"canonical", G_STRUCT_OFFSET(FactDocument, url)},
    {"canonical_url", G_STRUCT_OFFSET(FactDocument, url)},
    {"topic", G_STRUCT_OFFSET(FactDocument, topic)},
    {"id", G_STRUCT_OFFSET(FactDocument, id)},
    {"doc_id", G_STRUCT_OFFSET(FactDocument, id)},
};

static const char *const waiver_keys[] = {"factdiff-ignore", "factdiff_ignore", "waivers"};

static char **
find_field(Header *header, const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        if (g_ascii_strcasecmp(fields[i].key, key) == 0)
            return &G_STRUCT_MEMBER(char *, header->document, fields[i].field);
    }
    return NULL;
}

static gboolean
is_waiver_key(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(waiver_keys); i++) {
        if (g_ascii_strcasecmp(waiver_keys[i], key) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
keep_waivers(Header *header)
{
    for (guint i = 0; i < header->items->len; i++) {
        const char *item = g_ptr_array_index(header->items, i);
        FactPosition place = g_array_index(header->places, FactPosition, i);

        if (!fact_document_add_waiver(header->document,
                                      fact_waiver_parse(item, strlen(item), place)))
            fact_source_error(header->source, place, "more than %d waivers in one document",
                              FACT_READ_WAIVERS_MAX);
    }
}

static void
keep_extra(Header *header)
{
    fact_json_foreign_name(&header->extra, header->key);
    if (header->items->len == 1) {
        fact_json_string(&header->extra, NULL, g_ptr_array_index(header->items, 0));
    } else {
        fact_json_begin_array(&header->extra, NULL);
        for (guint i = 0; i < header->items->len; i++)
            fact_json_string(&header->extra, NULL, g_ptr_array_index(header->items, i));
        fact_json_end_array(&header->extra);
    }
    header->n_extra++;
}

/* The key that was open has all its values. */
static void
close_key(Header *header)
{
    char **field;

    if (header->key == NULL)
        return;
    field = find_field(header, header->key);
    if (header->items->len > 0) {
        if (is_waiver_key(header->key))
            keep_waivers(header);
        else if (field != NULL && *field == NULL)
            *field = g_strdup(g_ptr_array_index(header->items, 0));
        else if (field == NULL)
            keep_extra(header);
    }
    g_clear_pointer(&header->key, g_free);
    g_ptr_array_set_size(header->items, 0);
    g_array_set_size(header->places, 0);
}

/* What stands after the quotation mark at @str; the byte after the closing one, @end where it is
 * missing. */
static const char *
unquote(const char *str, const char *end, GString *out)
{
    char quote = *str++;

    while (str < end) {
        if (*str == quote && quote == '\'' && end - str > 1 && str[1] == quote) {
            str++;
        } else if (*str == quote) {
            return str + 1;
        } else if (*str == '\\' && quote == '"' && end - str > 1 &&
                   strchr("\"\\/", str[1]) != NULL) {
            str++;
        }
        g_string_append_c(out, *str++);
    }
    return end;
}

/* One value from @str on: quoted, or up to one of @stops or a comment. */
static const char *
take_value(Header *header, const char *str, const char *end, const char *stops)
{
    g_autoptr(GString) value = g_string_new(NULL);
    FactPosition place = {header->line, 1};

    while (str < end && g_ascii_isspace(*str))
        str++;
    if (str == end)
        return end;
    if (*str == '"' || *str == '\'') {
        str = unquote(str, end, value);
    } else {
        const char *start = str;

        while (str < end && strchr(stops, *str) == NULL &&
               !(*str == '#' && str > start && g_ascii_isspace(str[-1])))
            str++;
        g_string_append_len(value, start, str - start);
        g_strchomp(value->str);
        value->len = strlen(value->str);
    }
    if (value->len == 0)
        return str;
    g_ptr_array_add(header->items, g_strdup(value->str));
    g_array_append_val(header->places, place);
    return str;
}

static void
take_list(Header *header, const char *str, const char *end)
{
    while (str < end && *str != ']') {
        const char *after = take_value(header, str, end, ",]");

        while (after < end && *after != ',' && *after != ']')
            after++;
        str = after < end && *after == ',' ? after + 1 : after;
    }
}

static void
take_values(Header *header, const char *str, const char *end)
{
    while (str < end && g_ascii_isspace(*str))
        str++;
    if (str == end || *str == '#' || strchr("|>{&*!", *str) != NULL)
        return;
    if (*str == '[')
        take_list(header, str + 1, end);
    else
        take_value(header, str, end, "");
}

static void
open_key(Header *header, const char *str, const char *end)
{
    const char *separator = memchr(str, header->separator, (size_t)(end - str));
    const char *key_end = separator;

    close_key(header);
    if (separator == NULL)
        return;
    while (key_end > str && (g_ascii_isspace(key_end[-1]) || key_end[-1] == '"'))
        key_end--;
    if (*str == '"')
        str++;
    if (key_end <= str)
        return;
    header->key = g_strndup(str, (size_t)(key_end - str));
    take_values(header, separator + 1, end);
}

static void
read_line(Header *header, const char *str, const char *end)
{
    const char *at = str;

    while (at < end && g_ascii_isspace(*at))
        at++;
    if (at == end || *at == '#')
        return;
    if (header->separator == '=' && *at == '[' && header->key == NULL)
        return;
    if (header->key != NULL && *at == '-' && end - at > 1 && g_ascii_isspace(at[1]))
        take_value(header, at + 1, end, "");
    else if (header->key != NULL && at > str && header->separator == '=' &&
             (*at == '"' || *at == '\''))
        take_list(header, at, end);
    else if (at == str)
        open_key(header, str, end);
}

/* The line of @mark that ends the header; NULL for none in reach. */
static const char *
find_close(const char *text, const char *end, const char *mark)
{
    const char *line = text;

    end = MIN(end, text + FACT_FRONT_MATTER_BYTES_MAX);
    while (line < end) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        const char *stop = newline != NULL ? newline : end;

        while (stop > line && g_ascii_isspace(stop[-1]))
            stop--;
        if (stop - line == 3 &&
            (memcmp(line, mark, 3) == 0 || (*mark == '-' && memcmp(line, "...", 3) == 0)))
            return line;
        if (newline == NULL)
            return NULL;
        line = newline + 1;
    }
    return NULL;
}

static const char *
after_line(const char *line, const char *end)
{
    const char *newline = memchr(line, '\n', (size_t)(end - line));

    return newline != NULL ? newline + 1 : end;
}

size_t
fact_front_matter_read(FactSource *source, const char *text, size_t len, FactDocument *document)
{
    const char *end = text + len;
    gboolean is_toml = len >= 3 && memcmp(text, "+++", 3) == 0;
    const char *line = after_line(text, end);
    const char *close;
    g_autoptr(GString) extra = g_string_new(NULL);
    Header header = {
        .source = source, .document = document, .separator = is_toml ? '=' : ':', .line = 1};

    if (len < 3 || (!is_toml && memcmp(text, "---", 3) != 0) || !g_ascii_isspace(text[3]))
        return 0;
    close = find_close(line, end, is_toml ? "+++" : "---");
    if (close == NULL)
        return 0;
    header.items = g_ptr_array_new_with_free_func(g_free);
    header.places = g_array_new(FALSE, FALSE, sizeof(FactPosition));
    fact_json_writer_init(&header.extra, extra);
    fact_json_begin_object(&header.extra, NULL);
    for (; line < close; line = after_line(line, close)) {
        const char *next = after_line(line, close);

        header.line++;
        while (next > line && g_ascii_isspace(next[-1]))
            next--;
        read_line(&header, line, next);
    }
    close_key(&header);
    fact_json_end_object(&header.extra);
    if (header.n_extra > 0)
        document->extra = g_string_free(g_steal_pointer(&extra), FALSE);
    g_ptr_array_unref(header.items);
    g_array_unref(header.places);
    return (size_t)(after_line(close, end) - text);
}
