/* SPDX-License-Identifier: MIT
 *
 * Recursive descent. Whatever is out of the ordinary ends it: who called asks jansson then, and has
 * its message, too. What an array or an object holds is gathered on a stack, for its size is known
 * only at its end, and copied to its place then.
 */
#include "catalog/plain-json.h"

#include "base/block.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 32
/* Digits of whole numbers that every 64-bit integer holds. */
#define INTEGER_DIGITS 18

typedef struct {
    char *at;
    char *end; /* where a NUL stands */
    guint depth;
    FactArena *arena;
    GArray *stack; /* of FactPlainJsonMember: what the open arrays and objects have so far */
    GArray *slots; /* of guint, scratch of is_given_twice() */
} Reader;

static gboolean
read_value(Reader *reader, FactPlainJson *out);

static inline void
skip_space(Reader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\r' || *reader->at == '\t')
        reader->at++;
}

/* Passes @c, and blanks before it. */
static inline gboolean
take(Reader *reader, char c)
{
    skip_space(reader);
    if (*reader->at != c)
        return FALSE;
    reader->at++;
    return TRUE;
}

/* The byte that the escape @c after a backslash stands for; 0 where jansson has to read it. */
static char
unescape(char c)
{
    static const char from[] = "\"\\/bfnrt";
    static const char to[] = "\"\\/\b\f\n\r\t";
    const char *found = c == '\0' ? NULL : strchr(from, c);

    return found == NULL ? '\0' : to[found - from];
}

/* The end of the bytes from @s on that stand for themselves in a string. */
static inline char *
skip_plain(const Reader *reader, char *s)
{
    while (reader->end - s >= FACT_BLOCK_BYTES) {
        FactBlock block = fact_block_load(s);
        uint32_t ends =
            fact_block_bitmap(fact_block_between(block, 0, 0x1f) | fact_block_equal(block, '"') |
                              fact_block_equal(block, '\\'));

        s += fact_block_first(ends);
        if (ends != 0)
            return s;
    }
    while ((unsigned char)*s >= 0x20 && *s != '"' && *s != '\\')
        s++;
    return s;
}

/* The rest of a string from the backslash @from on, moved towards its start; the end of what it is
 * then, NULL where jansson has to read it. */
static char *
take_escaped(Reader *reader, char *from)
{
    char *to = from;

    while (*from == '\\') {
        char c = unescape(from[1]);
        char *start = from + 2;

        if (c == '\0')
            return NULL;
        *to++ = c;
        from = skip_plain(reader, start);
        memmove(to, start, (size_t)(from - start));
        to += from - start;
    }
    if (*from != '"')
        return NULL;
    reader->at = from + 1;
    return to;
}

/* The string between two quotation marks, with a NUL at its end; NULL where there is none. */
static const char *
take_string(Reader *reader, size_t *out_len)
{
    char *start;
    char *end;

    if (!take(reader, '"'))
        return NULL;
    start = reader->at;
    end = skip_plain(reader, start);
    if (*end == '"')
        reader->at = end + 1;
    else
        end = take_escaped(reader, end);
    if (end == NULL)
        return NULL;
    *end = '\0';
    *out_len = (size_t)(end - start);
    return start;
}

/* Whether two of @n members have one name. */
static gboolean
is_given_twice(Reader *reader, const FactPlainJsonMember *members, guint n)
{
    guint n_slots = 8;
    guint *slots;

    while (n_slots < 2 * n)
        n_slots *= 2;
    g_array_set_size(reader->slots, 0);
    g_array_set_size(reader->slots, n_slots);
    slots = (guint *)(void *)reader->slots->data;
    for (guint i = 0; i < n; i++) {
        const char *name = members[i].name;
        guint slot = (guint)fact_hash_bytes(name, strlen(name)) & (n_slots - 1);

        for (; slots[slot] != 0; slot = (slot + 1) & (n_slots - 1)) {
            if (strcmp(members[slots[slot] - 1].name, name) == 0)
                return TRUE;
        }
        slots[slot] = i + 1;
    }
    return FALSE;
}

static void
push(Reader *reader, const char *name, FactPlainJson value)
{
    FactPlainJsonMember member = {name, value};

    g_array_append_val(reader->stack, member);
}

/* The members of an object after its opening bracket, onto the stack. */
static gboolean
read_members(Reader *reader)
{
    if (take(reader, '}'))
        return TRUE;
    do {
        size_t len;
        FactPlainJson value;
        const char *name = take_string(reader, &len);

        if (name == NULL || !take(reader, ':') || !read_value(reader, &value))
            return FALSE;
        push(reader, name, value);
    } while (take(reader, ','));
    return take(reader, '}');
}

static gboolean
read_elements(Reader *reader)
{
    if (take(reader, ']'))
        return TRUE;
    do {
        FactPlainJson value;

        if (!read_value(reader, &value))
            return FALSE;
        push(reader, NULL, value);
    } while (take(reader, ','));
    return take(reader, ']');
}

static gboolean
read_object(Reader *reader, FactPlainJson *out)
{
    guint start = reader->stack->len;

    if (!read_members(reader))
        return FALSE;
    guint n = reader->stack->len - start;
    FactPlainJsonMember *members = fact_arena_new0(reader->arena, FactPlainJsonMember, n);
    if (n > 0)
        memcpy(members, &g_array_index(reader->stack, FactPlainJsonMember, start),
               n * sizeof *members);
    g_array_set_size(reader->stack, start);
    *out = (FactPlainJson){FACT_PLAIN_JSON_OBJECT, n, {.members = members}};
    return !is_given_twice(reader, members, n);
}

static gboolean
read_array(Reader *reader, FactPlainJson *out)
{
    guint start = reader->stack->len;

    if (!read_elements(reader))
        return FALSE;
    guint n = reader->stack->len - start;
    FactPlainJson *elements = fact_arena_new0(reader->arena, FactPlainJson, n);
    for (guint i = 0; i < n; i++)
        elements[i] = g_array_index(reader->stack, FactPlainJsonMember, start + i).value;
    g_array_set_size(reader->stack, start);
    *out = (FactPlainJson){FACT_PLAIN_JSON_ARRAY, n, {.elements = elements}};
    return TRUE;
}

static gboolean
read_container(Reader *reader, FactPlainJson *out)
{
    gboolean is_object = *reader->at++ == '{';

    if (++reader->depth > DEPTH_MAX)
        return FALSE;
    gboolean is_read = is_object ? read_object(reader, out) : read_array(reader, out);
    reader->depth--;
    return is_read;
}

static gboolean
read_string(Reader *reader, FactPlainJson *out)
{
    size_t len;
    const char *text = take_string(reader, &len);

    if (text == NULL || len > G_MAXUINT)
        return FALSE;
    *out = (FactPlainJson){FACT_PLAIN_JSON_STRING, (guint)len, {.text = text}};
    return TRUE;
}

/* A whole number. */
static gboolean
read_number(Reader *reader, FactPlainJson *out)
{
    const char *start = reader->at;
    const char *digits = start + (*start == '-' ? 1 : 0);
    size_t n = strspn(digits, "0123456789");
    char after = digits[n];

    if (n == 0 || n > INTEGER_DIGITS || (digits[0] == '0' && n > 1) || after == '.' ||
        after == 'e' || after == 'E')
        return FALSE;
    reader->at += (size_t)(digits - start) + n;
    *out = (FactPlainJson){FACT_PLAIN_JSON_NUMBER, (guint)(reader->at - start), {.text = start}};
    return TRUE;
}

static gboolean
read_word(Reader *reader, FactPlainJson *out)
{
    static const char *const words[] = {
        [FACT_PLAIN_JSON_NULL] = "null",
        [FACT_PLAIN_JSON_FALSE] = "false",
        [FACT_PLAIN_JSON_TRUE] = "true",
    };

    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t len = strlen(words[i]);

        if (strncmp(reader->at, words[i], len) == 0) {
            reader->at += len;
            *out = (FactPlainJson){.kind = (FactPlainJsonKind)i};
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
read_value(Reader *reader, FactPlainJson *out)
{
    skip_space(reader);
    switch (*reader->at) {
    case '{':
    case '[':
        return read_container(reader, out);
    case '"':
        return read_string(reader, out);
    case 't':
    case 'f':
    case 'n':
        return read_word(reader, out);
    default:
        return read_number(reader, out);
    }
}

const FactPlainJson *
fact_plain_json_parse(const char *text, size_t len, FactArena *arena)
{
    if (fact_utf8_valid_length(text, len) < len || len > G_MAXUINT)
        return NULL;
    g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(FactPlainJsonMember));
    g_autoptr(GArray) slots = g_array_new(FALSE, TRUE, sizeof(guint));
    FactPlainJson *value = fact_arena_new0(arena, FactPlainJson, 1);
    char *copy = fact_arena_strndup(arena, text, len);
    Reader reader = {.at = copy, .end = copy + len, .arena = arena, .stack = stack, .slots = slots};
    if (!read_value(&reader, value))
        return NULL;
    skip_space(&reader);
    return reader.at == reader.end ? value : NULL;
}

static FactPlainJson
convert(const json_t *value, FactArena *arena)
{
    FactPlainJson converted = {.kind = FACT_PLAIN_JSON_NULL};

    switch (json_typeof(value)) {
    case JSON_OBJECT: {
        FactPlainJsonMember *members =
            fact_arena_new0(arena, FactPlainJsonMember, json_object_size(value));
        const char *name;
        json_t *member;
        converted = (FactPlainJson){FACT_PLAIN_JSON_OBJECT, 0, {.members = members}};
        json_object_foreach((json_t *)value, name, member)
        {
            members[converted.n].name = fact_arena_strdup(arena, name);
            members[converted.n++].value = convert(member, arena);
        }
        break;
    }
    case JSON_ARRAY: {
        FactPlainJson *elements = fact_arena_new0(arena, FactPlainJson, json_array_size(value));
        converted = (FactPlainJson){FACT_PLAIN_JSON_ARRAY, 0, {.elements = elements}};
        for (; converted.n < json_array_size(value); converted.n++)
            elements[converted.n] = convert(json_array_get(value, converted.n), arena);
        break;
    }
    case JSON_STRING:
        converted.kind = FACT_PLAIN_JSON_STRING;
        converted.n = (guint)json_string_length(value);
        converted.as.text = fact_arena_strdup(arena, json_string_value(value));
        break;
    case JSON_INTEGER:
    case JSON_REAL: {
        char *text = json_dumps(value, JSON_ENCODE_ANY);
        g_assert(text != NULL);
        converted.kind = FACT_PLAIN_JSON_NUMBER;
        converted.n = (guint)strlen(text);
        converted.as.text = fact_arena_strdup(arena, text);
        free(text);
        break;
    }
    case JSON_TRUE:
    case JSON_FALSE:
        converted.kind = json_is_true(value) ? FACT_PLAIN_JSON_TRUE : FACT_PLAIN_JSON_FALSE;
        break;
    case JSON_NULL:
        break;
    }
    return converted;
}

const FactPlainJson *
fact_plain_json_from_jansson(const json_t *value, FactArena *arena)
{
    FactPlainJson *root = fact_arena_new0(arena, FactPlainJson, 1);

    *root = convert(value, arena);
    return root;
}

json_t *
fact_plain_json_to_jansson(const FactPlainJson *value)
{
    json_t *made = NULL;

    switch (value->kind) {
    case FACT_PLAIN_JSON_NULL:
        return json_null();
    case FACT_PLAIN_JSON_FALSE:
        return json_false();
    case FACT_PLAIN_JSON_TRUE:
        return json_true();
    case FACT_PLAIN_JSON_NUMBER:
        return json_loadb(value->as.text, value->n, JSON_DECODE_ANY, NULL);
    case FACT_PLAIN_JSON_STRING:
        return json_stringn_nocheck(value->as.text, value->n);
    case FACT_PLAIN_JSON_ARRAY:
        made = json_array();
        for (guint i = 0; i < value->n; i++)
            json_array_append_new(made, fact_plain_json_to_jansson(&value->as.elements[i]));
        return made;
    case FACT_PLAIN_JSON_OBJECT:
        made = json_object();
        for (guint i = 0; i < value->n; i++)
            json_object_set_new_nocheck(made, value->as.members[i].name,
                                        fact_plain_json_to_jansson(&value->as.members[i].value));
        return made;
    }
    return made;
}

const FactPlainJson *
fact_plain_json_get(const FactPlainJson *object, const char *name)
{
    for (guint i = 0; object->kind == FACT_PLAIN_JSON_OBJECT && i < object->n; i++) {
        const char *known = object->as.members[i].name;

        if (known[0] == name[0] && strcmp(known, name) == 0)
            return &object->as.members[i].value;
    }
    return NULL;
}
