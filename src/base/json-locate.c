/* SPDX-License-Identifier: MIT
 *
 * A scanner that only finds where values begin and end. It trusts the text to be JSON as far as its
 * answer goes, and nothing as far as memory goes: every step checks the end, nesting is counted and
 * not recursed, and each byte is passed once.
 */
#include "base/json-locate.h"

#include <string.h>

typedef struct {
    const char *at;
    const char *end;
} Cursor;

static void
skip_space(Cursor *cursor)
{
    while (cursor->at < cursor->end && strchr(" \t\r\n", *cursor->at) != NULL &&
           *cursor->at != '\0')
        cursor->at++;
}

static gboolean
accept(Cursor *cursor, char c)
{
    skip_space(cursor);
    if (cursor->at == cursor->end || *cursor->at != c)
        return FALSE;
    cursor->at++;
    return TRUE;
}

/* From the opening quotation mark to past the closing one. */
static void
skip_string(Cursor *cursor)
{
    cursor->at++;
    while (cursor->at < cursor->end && *cursor->at != '"')
        cursor->at += *cursor->at == '\\' && cursor->end - cursor->at > 1 ? 2 : 1;
    if (cursor->at < cursor->end)
        cursor->at++;
}

static void
skip_value(Cursor *cursor)
{
    size_t depth = 0;

    skip_space(cursor);
    while (cursor->at < cursor->end) {
        char c = *cursor->at;

        if (depth == 0 && (c == ',' || c == ']' || c == '}'))
            return;
        if (c == '"') {
            skip_string(cursor);
        } else {
            if (c == '{' || c == '[')
                depth++;
            else if (c == '}' || c == ']')
                depth--;
            cursor->at++;
        }
    }
}

static gunichar
read_hex(const char *str, const char *end)
{
    gunichar code = 0;

    for (int i = 0; i < 4; i++) {
        if (str + i >= end || !g_ascii_isxdigit(str[i]))
            return 0xfffd;
        code = code * 16 + (gunichar)g_ascii_xdigit_value(str[i]);
    }
    return code;
}

/* Appends what the escape at @str stands for; the first byte after it. */
static const char *
append_unescaped(GString *out, const char *str, const char *end)
{
    static const char from[] = "bfnrt";
    static const char to[] = "\b\f\n\r\t";
    const char *found = strchr(from, str[1]);
    gunichar code;

    if (str[1] != 'u') {
        g_string_append_c(out, found != NULL && *found != '\0' ? to[found - from] : str[1]);
        return str + 2;
    }
    code = read_hex(str + 2, end);
    str = MIN(str + 6, end);
    if (code >= 0xd800 && code < 0xdc00 && end - str >= 6 && str[0] == '\\' && str[1] == 'u') {
        gunichar low = read_hex(str + 2, end);

        if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            str += 6;
        }
    }
    g_string_append_unichar(out, code >= 0xd800 && code < 0xe000 ? 0xfffd : code);
    return str;
}

/* Whether the string between @str and @end, without its quotation marks, stands for @name. */
static gboolean
string_is(const char *str, const char *end, const GString *name)
{
    g_autoptr(GString) decoded = NULL;

    if (memchr(str, '\\', (size_t)(end - str)) == NULL)
        return (size_t)(end - str) == name->len && memcmp(str, name->str, name->len) == 0;
    decoded = g_string_new(NULL);
    while (str < end) {
        if (*str == '\\' && end - str > 1)
            str = append_unescaped(decoded, str, end);
        else
            g_string_append_c(decoded, *str++);
    }
    return g_string_equal(decoded, name);
}

/* Moves from the start of an object to the start of its member @name. */
static gboolean
enter_member(Cursor *cursor, const GString *name)
{
    if (!accept(cursor, '{'))
        return FALSE;
    for (;;) {
        const char *key;
        gboolean is_it;

        skip_space(cursor);
        if (cursor->at == cursor->end || *cursor->at != '"')
            return FALSE;
        key = cursor->at + 1;
        skip_string(cursor);
        is_it = cursor->at - key >= 1 && string_is(key, cursor->at - 1, name);
        if (!accept(cursor, ':'))
            return FALSE;
        skip_space(cursor);
        if (is_it)
            return cursor->at < cursor->end;
        skip_value(cursor);
        if (!accept(cursor, ','))
            return FALSE;
    }
}

/* Moves from the start of an array to the start of its element @index. */
static gboolean
enter_element(Cursor *cursor, const GString *index)
{
    guint64 left;

    if (!g_ascii_string_to_unsigned(index->str, 10, 0, G_MAXUINT32, &left, NULL) ||
        !accept(cursor, '['))
        return FALSE;
    for (; left > 0; left--) {
        skip_value(cursor);
        if (!accept(cursor, ','))
            return FALSE;
    }
    skip_space(cursor);
    return cursor->at < cursor->end && *cursor->at != ']';
}

/* The reference token of @pointer at @at, unescaped; the start of the next one, or NULL. */
static const char *
next_token(const char *pointer, GString *out_token)
{
    g_string_truncate(out_token, 0);
    for (pointer++; *pointer != '\0' && *pointer != '/'; pointer++) {
        char c = *pointer;

        if (c == '~' && (pointer[1] == '0' || pointer[1] == '1'))
            c = *++pointer == '0' ? '~' : '/';
        g_string_append_c(out_token, c);
    }
    return pointer;
}

FactPosition
fact_json_locate(const char *json, size_t len, const char *pointer)
{
    Cursor cursor = {json, json + len};
    g_autoptr(GString) token = g_string_new(NULL);
    const char *found;

    if (len >= 3 && memcmp(json, "\xef\xbb\xbf", 3) == 0)
        cursor.at += 3;
    skip_space(&cursor);
    found = cursor.at;
    while (*pointer == '/') {
        gboolean is_array = cursor.at < cursor.end && *cursor.at == '[';

        pointer = next_token(pointer, token);
        if (!(is_array ? enter_element(&cursor, token) : enter_member(&cursor, token)))
            break;
        found = cursor.at;
    }
    return fact_position_of(json, len, (size_t)(found - json));
}

FactPosition
fact_position_of(const char *text, size_t len, size_t offset)
{
    FactPosition position = {1, 1};
    const char *at = text;
    const char *stop = text + MIN(offset, len);

    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        at = MIN(text + 3, stop);
    for (const char *newline; at < stop; at = newline + 1) {
        newline = memchr(at, '\n', (size_t)(stop - at));
        if (newline == NULL)
            break;
        position.line++;
    }
    for (; at < stop; at++)
        position.column += ((unsigned char)*at & 0xc0) != 0x80;
    return position;
}
