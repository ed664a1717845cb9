/* SPDX-License-Identifier: MIT
 *
 * An outline is written `2-BASE64`, of the bytes it is kept as. Of each item there are four bytes
 * of its word, the least first, and then variable-length numbers, seven bits a byte: from the end
 * of the item before it to its start, its length, and how far its line and column moved, zigzag. A
 * text follows, if the word's flags say so: its length in bytes, and they. Most items take eight
 * bytes.
 */
#include "claim/outline.h"

#include <string.h>

#include "text/lexicon.h"

#define PREFIX "2-"
/* A word, five numbers of 33 bits, and a text. */
#define ITEM_BYTES_MAX (4 + 5 * 5 + FACT_OUTLINE_TEXT_MAX)
/* Longer ones are not of our making. */
#define ITEMS_MAX 4096
/* Of an item: its word and four numbers. */
#define ITEM_BYTES_MIN 8

uint32_t
fact_outline_hash(const char *word, size_t len)
{
    uint64_t hash = fact_word_hash(word, len);

    return (uint32_t)(hash ^ (hash >> 32));
}

/* Returns where the next byte goes. */
static guint8 *
write_number(guint8 *at, uint64_t number)
{
    for (; number > 0x7f; number >>= 7)
        *at++ = (guint8)(number | 0x80);
    *at++ = (guint8)number;
    return at;
}

static guint8 *
write_difference(guint8 *at, uint32_t from, uint32_t to)
{
    int64_t difference = (int64_t)to - (int64_t)from;

    return write_number(at, ((uint64_t)difference << 1) ^ (uint64_t)(difference >> 63));
}

static guint8 *
write_text(guint8 *at, const char *text)
{
    size_t len = MIN(strlen(text), FACT_OUTLINE_TEXT_MAX);

    at = write_number(at, len);
    memcpy(at, text, len);
    return at + len;
}

static guint8 *
write_item(guint8 *at, const FactOutlineItem *before, const FactOutlineItem *item)
{
    uint32_t word = GUINT32_TO_LE(item->word);

    memcpy(at, &word, sizeof word);
    at = write_difference(at + sizeof word, before->end, item->start);
    at = write_number(at, item->end - item->start);
    at = write_difference(at, before->line, item->line);
    at = write_difference(at, before->column, item->column);
    return (item->word & FACT_OUTLINE_TEXT) == 0 ? at : write_text(at, item->text);
}

GBytes *
fact_outline_encode(const GArray *items)
{
    const FactOutlineItem first = {0};

    if (items->len == 0)
        return NULL;
    g_autofree guint8 *bytes = g_malloc((gsize)items->len * ITEM_BYTES_MAX);
    guint8 *end = bytes;
    for (guint i = 0; i < items->len; i++) {
        const FactOutlineItem *item = &g_array_index(items, FactOutlineItem, i);
        end = write_item(end, i == 0 ? &first : item - 1, item);
    }
    return g_bytes_new(bytes, (gsize)(end - bytes));
}

char *
fact_outline_format(GBytes *outline)
{
    gsize n_bytes = 0;

    if (outline == NULL)
        return NULL;
    const guint8 *bytes = g_bytes_get_data(outline, &n_bytes);
    g_autofree char *encoded = g_base64_encode(bytes, n_bytes);
    return g_strconcat(PREFIX, encoded, NULL);
}

GBytes *
fact_outline_parse(const char *str)
{
    gsize n_bytes = 0;

    if (str == NULL || !g_str_has_prefix(str, PREFIX))
        return NULL;
    guint8 *bytes = g_base64_decode(str + strlen(PREFIX), &n_bytes);
    return g_bytes_new_take(bytes, n_bytes);
}

typedef struct {
    const guint8 *at;
    const guint8 *end;
} Cursor;

static gboolean
read_number(Cursor *cursor, uint64_t *out_number)
{
    uint64_t number = 0;

    if (cursor->at < cursor->end && *cursor->at < 0x80) { /* nearly all of them */
        *out_number = *cursor->at++;
        return TRUE;
    }
    for (guint shift = 0; shift < 42 && cursor->at < cursor->end; shift += 7) {
        guint8 byte = *cursor->at++;
        number |= (uint64_t)(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0) {
            *out_number = number;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
take_sum(int64_t sum, uint32_t *out_sum)
{
    if (sum < 0 || sum > UINT32_MAX)
        return FALSE;
    *out_sum = (uint32_t)sum;
    return TRUE;
}

static gboolean
read_difference(Cursor *cursor, uint32_t from, uint32_t *out_to)
{
    uint64_t number;

    if (!read_number(cursor, &number))
        return FALSE;
    int64_t difference = (int64_t)(number >> 1) ^ -(int64_t)(number & 1);
    return take_sum((int64_t)from + difference, out_to);
}

static gboolean
read_text(Cursor *cursor, FactArena *arena, const char **out_text)
{
    uint64_t len;

    if (!read_number(cursor, &len) || len == 0 || len > FACT_OUTLINE_TEXT_MAX ||
        len > (uint64_t)(cursor->end - cursor->at) ||
        !g_utf8_validate_len((const char *)cursor->at, len, NULL))
        return FALSE;
    *out_text = fact_arena_strndup(arena, (const char *)cursor->at, len);
    cursor->at += len;
    return TRUE;
}

static gboolean
read_item(Cursor *cursor, const FactOutlineItem *before, FactArena *arena,
          FactOutlineItem *out_item)
{
    FactOutlineItem item = {0};
    uint64_t length;

    if (cursor->end - cursor->at < (ptrdiff_t)sizeof item.word)
        return FALSE;
    memcpy(&item.word, cursor->at, sizeof item.word);
    item.word = GUINT32_FROM_LE(item.word);
    cursor->at += sizeof item.word;
    if (!read_difference(cursor, before->end, &item.start) || !read_number(cursor, &length) ||
        !take_sum((int64_t)item.start + (int64_t)length, &item.end) ||
        !read_difference(cursor, before->line, &item.line) ||
        !read_difference(cursor, before->column, &item.column) ||
        ((item.word & FACT_OUTLINE_TEXT) != 0 && !read_text(cursor, arena, &item.text)))
        return FALSE;
    *out_item = item;
    return TRUE;
}

gboolean
fact_outline_decode(GBytes *outline, FactArena *arena, GArray *out_items)
{
    guint first = out_items->len;
    guint n = 0;
    gsize n_bytes = 0;
    FactOutlineItem item = {0};

    if (outline == NULL)
        return FALSE;
    const guint8 *bytes = g_bytes_get_data(outline, &n_bytes);
    Cursor cursor = {bytes, bytes + n_bytes};
    guint n_max = (guint)MIN(n_bytes / ITEM_BYTES_MIN, ITEMS_MAX);
    g_array_set_size(out_items, first + n_max); /* as many as there can be, and then as there are */
    while (cursor.at < cursor.end) {
        if (n == n_max || !read_item(&cursor, &item, arena, &item)) {
            g_array_set_size(out_items, first);
            return FALSE;
        }
        g_array_index(out_items, FactOutlineItem, first + n++) = item;
    }
    g_array_set_size(out_items, first + n);
    return TRUE;
}
