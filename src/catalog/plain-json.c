/* SPDX-License-Identifier: MIT
 *
 * Recursive descent. Whatever is out of the ordinary ends it: who called asks jansson then, and has
 * its message, too. Values are made by jansson, numbers read by it.
 */
#include "catalog/plain-json.h"

#include "base/block.h"
#include "base/utf8.h"

#include <glib.h>
#include <string.h>

#define DEPTH_MAX 32

typedef struct {
    const char *at;
    const char *end;
    guint depth;
} Reader;

static json_t *
read_value(Reader *reader);

static void
skip_space(Reader *reader)
{
    while (reader->at < reader->end && (*reader->at == ' ' || *reader->at == '\n' ||
                                        *reader->at == '\r' || *reader->at == '\t'))
        reader->at++;
}

/* Passes @c, and blanks before it. */
static gboolean
take(Reader *reader, char c)
{
    skip_space(reader);
    if (reader->at == reader->end || *reader->at != c)
        return FALSE;
    reader->at++;
    return TRUE;
}

/* The bytes between two quotation marks; NULL where there is no string without escapes. */
static const char *
take_string(Reader *reader, size_t *out_len)
{
    if (!take(reader, '"'))
        return NULL;
    const char *start = reader->at;
    const char *s = start;
    while (reader->end - s >= FACT_BLOCK_BYTES) {
        FactBlock block = fact_block_load(s);
        uint32_t ends =
            fact_block_bitmap(fact_block_between(block, 0, 0x1f) | fact_block_equal(block, '"') |
                              fact_block_equal(block, '\\'));
        s += fact_block_first(ends);
        if (ends != 0)
            break;
    }
    while (s < reader->end && (unsigned char)*s >= 0x20 && *s != '"' && *s != '\\')
        s++;
    if (s == reader->end || *s != '"')
        return NULL;
    reader->at = s + 1;
    *out_len = (size_t)(s - start);
    return start;
}

static gboolean
read_members(Reader *reader, json_t *object)
{
    if (take(reader, '}'))
        return TRUE;
    do {
        size_t len;
        size_t n = json_object_size(object);
        const char *name = take_string(reader, &len);
        json_t *value = name == NULL || !take(reader, ':') ? NULL : read_value(reader);
        if (value == NULL || json_object_setn_new_nocheck(object, name, len, value) != 0 ||
            json_object_size(object) == n)
            return FALSE;
    } while (take(reader, ','));
    return take(reader, '}');
}

static gboolean
read_elements(Reader *reader, json_t *array)
{
    if (take(reader, ']'))
        return TRUE;
    do {
        json_t *value = read_value(reader);
        if (value == NULL || json_array_append_new(array, value) != 0)
            return FALSE;
    } while (take(reader, ','));
    return take(reader, ']');
}

/* The elements or members of @container, which is taken, after its opening bracket. */
static json_t *
read_container(Reader *reader, json_t *container)
{
    gboolean is_read = FALSE;
    reader->at++;
    if (container != NULL && ++reader->depth <= DEPTH_MAX)
        is_read = json_is_object(container) ? read_members(reader, container)
                                            : read_elements(reader, container);
    reader->depth--;
    if (is_read)
        return container;
    json_decref(container);
    return NULL;
}

static json_t *
read_string(Reader *reader)
{
    size_t len;
    const char *text = take_string(reader, &len);
    return text == NULL ? NULL : json_stringn_nocheck(text, len);
}

/* A number, true, false or null. */
static json_t *
read_scalar(Reader *reader)
{
    const char *start = reader->at;
    while (reader->at < reader->end &&
           (g_ascii_isalnum(*reader->at) || strchr("+-.", *reader->at) != NULL))
        reader->at++;
    return json_loadb(start, (size_t)(reader->at - start), JSON_DECODE_ANY, NULL);
}

static json_t *
read_value(Reader *reader)
{
    skip_space(reader);
    if (reader->at == reader->end)
        return NULL;
    switch (*reader->at) {
    case '{':
        return read_container(reader, json_object());
    case '[':
        return read_container(reader, json_array());
    case '"':
        return read_string(reader);
    default:
        return read_scalar(reader);
    }
}

json_t *
fact_plain_json_parse(const char *text, size_t len)
{
    Reader reader = {.at = text, .end = text + len};
    if (fact_utf8_valid_length(text, len) < len)
        return NULL;
    json_t *value = read_value(&reader);
    skip_space(&reader);
    if (value == NULL || reader.at == reader.end)
        return value;
    json_decref(value);
    return NULL;
}
