/* SPDX-License-Identifier: MIT
 *
 * Strings are copied in runs between the bytes that need an escape. Beyond what RFC 8259 asks, DEL
 * and the C1 controls are escaped too, so that no text can steer the terminal it is shown on.
 */
#include "base/json-writer.h"

#include "base/block.h"

#include <string.h>

/* Digits that every reader of JSON keeps in a double. */
#define EXACT_DIGITS 15
/* Digits of whole numbers that every 64-bit integer holds. */
#define INTEGER_DIGITS 18
/* Longer names of members take the general way. */
#define NAME_BYTES_MAX 32

void
fact_json_writer_init(FactJsonWriter *writer, GString *out)
{
    writer->out = out;
    writer->need_comma = FALSE;
}

/* Bytes that end a run: those with an escape, and the one that C1 controls begin with. */
static const uint8_t ends_run[256] = {
    [0 ... 0x1f] = TRUE, ['"'] = TRUE, ['\\'] = TRUE, [0x7f] = TRUE, [0xc2] = TRUE,
};

/* Room for @len bytes behind what @out has, for commit() to take some of them. */
static inline char *
reserve(GString *out, size_t len)
{
    gsize at = out->len;

    if (at + len >= out->allocated_len) {
        g_string_set_size(out, at + len);
        out->len = at;
    }
    return out->str + at;
}

/* What was written up to @end belongs to @out. */
static inline void
commit(GString *out, char *end)
{
    *end = '\0';
    out->len = (gsize)(end - out->str);
}

static inline void
append(GString *out, const char *str, size_t len)
{
    char *to = reserve(out, len);

    memcpy(to, str, len);
    commit(out, to + len);
}

/* Copies the run that @str begins with to @out, which has room for all of @str; its length. */
static inline size_t
copy_run(const char *str, size_t len, char *out)
{
    size_t n = 0;

    for (; len - n >= FACT_BLOCK_BYTES; n += FACT_BLOCK_BYTES) {
        FactBlock block = fact_block_load(str + n);
        uint32_t ends =
            fact_block_bitmap(fact_block_between(block, 0, 0x1f) | fact_block_equal(block, '"') |
                              fact_block_equal(block, '\\') | fact_block_equal(block, 0x7f) |
                              fact_block_equal(block, 0xc2));

        fact_block_store(block, out + n);
        if (ends != 0)
            return n + fact_block_first(ends);
    }
    for (; n < len && !ends_run[(unsigned char)str[n]]; n++)
        out[n] = str[n];
    return n;
}

/* Whether the byte at @str that ends a run is none that is escaped: U+00A0 and above. */
static gboolean
is_plain(const char *str, size_t left)
{
    return (unsigned char)*str == 0xc2 && (left < 2 || (unsigned char)str[1] >= 0xa0);
}

/* Appends the escape of the character at @str; its bytes. */
static size_t
append_escape(GString *out, const char *str)
{
    static const char from[] = "\"\\\b\f\n\r\t";
    static const char to[] = "\"\\bfnrt";
    const char *found = *str == '\0' ? NULL : strchr(from, *str);

    if (found != NULL) {
        g_string_append_c(out, '\\');
        g_string_append_c(out, to[found - from]);
        return 1;
    }
    if ((unsigned char)*str == 0xc2) {
        g_string_append_printf(out, "\\u%04x", (unsigned)(unsigned char)str[1]);
        return 2;
    }
    g_string_append_printf(out, "\\u%04x", (unsigned)(unsigned char)*str);
    return 1;
}

static void
append_quoted(GString *out, const char *str, size_t len)
{
    char *to = reserve(out, len + 2);
    size_t at = 0;

    *to++ = '"';
    for (;;) {
        size_t run = copy_run(str + at, len - at, to);

        to += run;
        at += run;
        if (at == len)
            break;
        if (is_plain(str + at, len - at)) {
            *to++ = str[at++];
            continue;
        }
        commit(out, to);
        at += append_escape(out, str + at);
        to = reserve(out, len - at + 1);
    }
    *to++ = '"';
    commit(out, to);
}

/* The comma before a value, and its name where it has one. Nearly all names are the program's own,
 * short and plain. */
static void
begin_value(FactJsonWriter *writer, const char *name)
{
    char *begun = reserve(writer->out, NAME_BYTES_MAX + strlen(",\"\":"));
    char *to = begun;
    size_t n = 0;

    *to = ',';
    to += writer->need_comma;
    writer->need_comma = TRUE;
    if (name == NULL) {
        commit(writer->out, to);
        return;
    }
    *to = '"';
    for (; n < NAME_BYTES_MAX && !ends_run[(unsigned char)name[n]]; n++)
        to[n + 1] = name[n];
    if (name[n] == '\0') {
        memcpy(to + n + 1, "\":", 2);
        commit(writer->out, to + n + 3);
        return;
    }
    commit(writer->out, to);
    append_quoted(writer->out, name, strlen(name));
    append(writer->out, ":", 1);
}

static void
begin(FactJsonWriter *writer, const char *name, char bracket)
{
    begin_value(writer, name);
    g_string_append_c(writer->out, bracket);
    writer->need_comma = FALSE;
}

static void
end(FactJsonWriter *writer, char bracket)
{
    g_string_append_c(writer->out, bracket);
    writer->need_comma = TRUE;
}

void
fact_json_begin_object(FactJsonWriter *writer, const char *name)
{
    begin(writer, name, '{');
}

void
fact_json_end_object(FactJsonWriter *writer)
{
    end(writer, '}');
}

void
fact_json_begin_array(FactJsonWriter *writer, const char *name)
{
    begin(writer, name, '[');
}

void
fact_json_end_array(FactJsonWriter *writer)
{
    end(writer, ']');
}

void
fact_json_string(FactJsonWriter *writer, const char *name, const char *value)
{
    if (value != NULL)
        fact_json_string_len(writer, name, value, strlen(value));
}

void
fact_json_string_len(FactJsonWriter *writer, const char *name, const char *value, size_t len)
{
    begin_value(writer, name);
    append_quoted(writer->out, value, len);
}

void
fact_json_int(FactJsonWriter *writer, const char *name, int64_t value)
{
    char digits[24];
    char *at = digits + sizeof digits;
    uint64_t rest = value < 0 ? UINT64_C(0) - (uint64_t)value : (uint64_t)value;

    begin_value(writer, name);
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        *--at = '-';
    append(writer->out, at, (size_t)(digits + sizeof digits - at));
}

void
fact_json_bool(FactJsonWriter *writer, const char *name, gboolean value)
{
    begin_value(writer, name);
    g_string_append(writer->out, value ? "true" : "false");
}

void
fact_json_decimal(FactJsonWriter *writer, const char *name, FactDecimal value)
{
    int digits = fact_decimal_digits(value);
    gboolean is_number = digits <= EXACT_DIGITS;

    begin_value(writer, name);
    if (!is_number)
        g_string_append_c(writer->out, '"');
    fact_decimal_format(value, writer->out);
    /* Readers take digits alone for a 64-bit integer; with a point they are a real. */
    if (is_number && digits + value.exponent > INTEGER_DIGITS)
        g_string_append(writer->out, ".0");
    if (!is_number)
        g_string_append_c(writer->out, '"');
}

void
fact_json_raw(FactJsonWriter *writer, const char *name, const char *json)
{
    begin_value(writer, name);
    g_string_append(writer->out, json);
}
