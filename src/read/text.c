/* SPDX-License-Identifier: MIT
 *
 * Plain text: the text is the file, without a byte order mark. Line ends stay as they are. A first
 * line that looks like a headline is the title too, and stays in the text, since a headline may
 * claim something.
 */
#include "read/source.h"

#include <string.h>

/* A headline is longer than a label and shorter than a paragraph. */
#define HEADLINE_WORDS_MIN 3
#define HEADLINE_BYTES_MAX 200

static const char *const extensions[] = {".txt", ".text", NULL};

static guint
count_words(const char *str, size_t len)
{
    guint n = 0;

    for (size_t i = 0; i < len; i++)
        n += (g_ascii_isalnum(str[i]) || (guchar)str[i] >= 0x80) &&
             (i == 0 || g_ascii_isspace(str[i - 1]));
    return n;
}

/* The first line, where it is one of several, is short, and does not end as a sentence does. */
static char *
find_headline(const char *text, size_t len)
{
    size_t start = 0;
    size_t end;
    const char *newline;

    while (start < len && g_ascii_isspace(text[start]))
        start++;
    newline = memchr(text + start, '\n', len - start);
    if (newline == NULL)
        return NULL;
    end = (size_t)(newline - text);
    while (end > start && g_ascii_isspace(text[end - 1]))
        end--;
    if (end - start > HEADLINE_BYTES_MAX ||
        count_words(text + start, end - start) < HEADLINE_WORDS_MIN ||
        strchr(".:;,", text[end - 1]) != NULL)
        return NULL;
    for (const char *at = newline; at < text + len; at++) {
        if (!g_ascii_isspace(*at))
            return g_strndup(text + start, end - start);
    }
    return NULL;
}

static gboolean
is_blank(const FactDecoded *decoded)
{
    for (size_t i = 0; i < decoded->len; i++) {
        if (!g_ascii_isspace(decoded->text[i]))
            return FALSE;
    }
    return TRUE;
}

static void
read_text(FactSource *source)
{
    g_auto(FactDecoded) decoded = {0};
    FactDocument *document;

    if (!fact_source_decode(source, NULL, &decoded))
        return;
    if (is_blank(&decoded)) {
        fact_source_error(source, (FactPosition){1, 1}, "there is no text in it");
        return;
    }
    document = fact_document_new(source->path);
    document->text = g_steal_pointer(&decoded.text);
    document->text_len = decoded.len;
    document->runs = g_steal_pointer(&decoded.runs);
    document->raw = g_steal_pointer(&source->raw);
    document->raw_len = source->raw_len;
    document->title = find_headline(document->text, document->text_len);
    fact_source_emit(source, document);
}

const FactFormat fact_format_text = {
    .extensions = extensions,
    .read = read_text,
};
