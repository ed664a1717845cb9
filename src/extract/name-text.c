/* SPDX-License-Identifier: MIT
 *
 * Names of ASCII without quotation marks, which nearly all are, take one pass; the others are
 * folded first.
 */
#include "extract/name-text.h"

#include <string.h>

/* Takes a nickname in quotation marks out of @name: Joe "Duke" Hall. */
static void
drop_nickname(char *name)
{
    static const char *const marks[] = {"\"", "\xe2\x80\x9c", "\xe2\x80\x9d", NULL};
    char *first = NULL;
    if (strchr(name, '"') == NULL && strchr(name, '\xe2') == NULL)
        return;
    for (char *s = name; *s != '\0'; s = g_utf8_next_char(s)) {
        for (guint k = 0; marks[k] != NULL; k++) {
            if (!g_str_has_prefix(s, marks[k]))
                continue;
            if (first != NULL) {
                char *rest = s + strlen(marks[k]);
                rest += *rest == ' ' ? 1 : 0;
                memmove(first, rest, strlen(rest) + 1);
                return;
            }
            first = s;
            break;
        }
    }
}

static gboolean
is_name_mark(char c)
{
    return c == '.' || c == '\'' || c == '"' || c == '`' || c == '&';
}

char *
fact_name_text_fold(FactArena *arena, const char *text)
{
    size_t len = strlen(text);
    char *folded = fact_arena_strndup(arena, text, len);
    for (size_t i = 0; i < len; i++) {
        if ((unsigned char)folded[i] >= 0x80) {
            g_autofree char *wide = g_utf8_strdown(text, -1);
            return fact_arena_strdup(arena, wide);
        }
        folded[i] = g_ascii_tolower(folded[i]);
    }
    return folded;
}

/* Appends @c to a key of @n bytes, or not; returns how many it has then. */
static inline size_t
append(char *key, size_t n, char c)
{
    if (is_name_mark(c))
        return n;
    c = c == '-' ? ' ' : c;
    if (c == ' ' && (n == 0 || key[n - 1] == ' '))
        return n;
    key[n] = c;
    return n + 1;
}

static char *
make_key_slowly(FactArena *arena, const char *text)
{
    char *key = fact_name_text_fold(arena, text);
    size_t n = 0;
    drop_nickname(key);
    for (const char *s = key; *s != '\0'; s++)
        n = append(key, n, *s);
    key[n] = '\0';
    return key;
}

char *
fact_name_text_key(FactArena *arena, const char *text)
{
    char *key = fact_arena_strdup(arena, text);
    size_t n = 0;
    for (const char *s = text; *s != '\0'; s++) {
        if ((unsigned char)*s >= 0x80 || *s == '"')
            return make_key_slowly(arena, text);
        n = append(key, n, (char)(*s >= 'A' && *s <= 'Z' ? *s | 0x20 : *s));
    }
    key[n] = '\0';
    return key;
}

const char *
fact_name_text_id(FactArena *arena, const char *key)
{
    if (strpbrk(key, " ,") == NULL)
        return key;
    char *id = fact_arena_strdup(arena, key);
    size_t n = 0;
    for (const char *s = key; *s != '\0'; s++) {
        char c = *s == ' ' ? '-' : *s;
        if (c != ',' && (c != '-' || (n > 0 && id[n - 1] != '-')))
            id[n++] = c;
    }
    id[n] = '\0';
    return id;
}
