/* SPDX-License-Identifier: MIT
 *
 * The way back from the text to the file, and from bytes to lines and columns.
 */
#include "base/document.h"

#include <string.h>

FactDocument *
fact_document_new(const char *path)
{
    FactDocument *document = g_new0(FactDocument, 1);

    document->path = g_strdup(path);
    return document;
}

void
fact_document_free(FactDocument *document)
{
    if (document == NULL)
        return;
    fact_document_release_text(document);
    g_free(document->id);
    g_free(document->path);
    g_free(document->spool);
    g_free(document->title);
    g_free(document->published);
    g_free(document->publisher);
    g_free(document->url);
    g_free(document->topic);
    g_free(document->extra);
    g_free(document->signature);
    g_clear_pointer(&document->outline, g_bytes_unref);
    g_clear_pointer(&document->waivers, g_ptr_array_unref);
    g_free(document);
}

void
fact_document_release_text(FactDocument *document)
{
    g_clear_pointer(&document->text, g_free);
    document->text_len = 0;
    g_clear_pointer(&document->runs, g_array_unref);
    g_clear_pointer(&document->raw, g_free);
    document->raw_len = 0;
}

uint32_t
fact_document_file_offset(const FactDocument *document, uint32_t offset)
{
    const FactOffsetRun *runs;
    guint low = 0;
    guint high;

    if (document->record_line != 0 || document->runs == NULL || document->runs->len == 0)
        return offset;
    runs = (const FactOffsetRun *)(gpointer)document->runs->data;
    high = document->runs->len;
    while (high - low > 1) {
        guint middle = low + (high - low) / 2;

        if (runs[middle].text_offset <= offset)
            low = middle;
        else
            high = middle;
    }
    if (offset < runs[low].text_offset)
        return runs[low].file_offset;
    return runs[low].file_offset + (offset - runs[low].text_offset);
}

/* A walk over the file that counts lines and columns. */
typedef struct {
    size_t offset;
    FactPosition position;
} Walk;

static Walk
begin_walk(const FactDocument *document)
{
    gboolean has_mark = document->raw_len >= 3 && memcmp(document->raw, "\xef\xbb\xbf", 3) == 0;

    return (Walk){has_mark ? 3 : 0, {1, 1}};
}

/* Which of the two bytes of a UTF-16 unit is the high one; -1 where the file is not UTF-16. */
static int
find_high_byte(const FactDocument *document)
{
    if (document->raw_len >= 2 && memcmp(document->raw, "\xff\xfe", 2) == 0)
        return 1;
    return document->raw_len >= 2 && memcmp(document->raw, "\xfe\xff", 2) == 0 ? 0 : -1;
}

/* The same in UTF-16, where the mark counts for nothing and a pair of surrogates for one. */
static void
walk_units_to(const FactDocument *document, Walk *walk, size_t offset, int high)
{
    size_t stop = MIN(offset, document->raw_len);

    for (walk->offset = MAX(walk->offset, 2); walk->offset + 2 <= stop; walk->offset += 2) {
        guchar top = (guchar)document->raw[walk->offset + (size_t)high];
        guchar bottom = (guchar)document->raw[walk->offset + (size_t)(1 - high)];

        if (top == 0 && bottom == '\n')
            walk->position = (FactPosition){walk->position.line + 1, 1};
        else
            walk->position.column += top < 0xdc || top > 0xdf;
    }
}

static void
walk_to(const FactDocument *document, Walk *walk, size_t offset)
{
    const char *at = document->raw + walk->offset;
    const char *stop = document->raw + MIN(offset, document->raw_len);

    for (const char *newline; at < stop; at = newline + 1) {
        newline = memchr(at, '\n', (size_t)(stop - at));
        if (newline == NULL)
            break;
        walk->position.line++;
        walk->position.column = 1;
    }
    for (; at < stop; at++)
        walk->position.column += ((unsigned char)*at & 0xc0) != 0x80;
    walk->offset = MAX(walk->offset, MIN(offset, document->raw_len));
}

FactPosition
fact_document_position(const FactDocument *document, uint32_t offset)
{
    FactPosition position;

    fact_document_positions(document, &offset, 1, &position);
    return position;
}

void
fact_document_positions(const FactDocument *document, const uint32_t *offsets, size_t n,
                        FactPosition *out)
{
    Walk walk = {0, {1, 1}};
    int high = document->raw != NULL ? find_high_byte(document) : -1;

    if (document->record_line == 0 && document->raw != NULL)
        walk = begin_walk(document);
    for (size_t i = 0; i < n; i++) {
        size_t offset = fact_document_file_offset(document, offsets[i]);

        if (document->record_line != 0) {
            out[i] = (FactPosition){document->record_line, document->record_column};
            continue;
        }
        if (document->raw != NULL) {
            if (offset < walk.offset)
                walk = begin_walk(document);
            if (high >= 0)
                walk_units_to(document, &walk, offset, high);
            else
                walk_to(document, &walk, offset);
        }
        out[i] = walk.position;
    }
}

void
fact_waiver_free(FactWaiver *waiver)
{
    if (waiver == NULL)
        return;
    g_free(waiver->subject);
    g_free(waiver->attribute);
    g_free(waiver->reason);
    g_free(waiver->until);
    g_free(waiver->who);
    g_free(waiver->path);
    g_free(waiver);
}
