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

/* Makes @out @len bytes longer and returns where they begin. */
static inline char *
extend(GString *out, size_t len)
{
    gsize at = out->len;

    if (at + len < out->allocated_len) {
        out->len = at + len;
        out->str[out->len] = '\0';
    } else {
        g_string_set_size(out, at + len);
    }
    return out->str + at;
}

static inline void
append(GString *out, const char *str, size_t len)
{
    memcpy(extend(out, len), str, len);
}

/* Length of the run that @str begins with. */
static inline size_t
run_length(const char *str, size_t len)
{
    size_t n = 0;

    for (; len - n >= FACT_BLOCK_BYTES; n += FACT_BLOCK_BYTES) {
        FactBlock block = fact_block_load(str + n);
        uint32_t ends =
            fact_block_bitmap(fact_block_between(block, 0, 0x1f) | fact_block_equal(block, '"') |
                              fact_block_equal(block, '\\') | fact_block_equal(block, 0x7f) |
                              fact_block_equal(block, 0xc2));

        if (ends != 0)
            return n + fact_block_first(ends);
    }
    while (n < len && !ends_run[(unsigned char)str[n]])
        n++;
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

/* Appends what follows the run of @run bytes that @str begins with, and the run. */
static void
append_escaped(GString *out, const char *str, size_t len, size_t run)
{
    size_t at = run;

    append(out, str, run);
    while (at < len) {
        if (is_plain(str + at, len - at)) {
            append(out, str + at, 1);
            at++;
        } else {
            at += append_escape(out, str + at);
        }
        run = run_length(str + at, len - at);
        append(out, str + at, run);
        at += run;
    }
}

static inline void
append_quoted(GString *out, const char *str, size_t len)
{
    size_t run = run_length(str, len);
    char *quoted;

    if (run == len) {
        quoted = extend(out, len + 2);
        quoted[0] = '"';
        memcpy(quoted + 1, str, len);
        quoted[len + 1] = '"';
        return;
    }
    append(out, "\"", 1);
    append_escaped(out, str, len, run);
    append(out, "\"", 1);
}

/* The comma before a value, and its name where it has one. Names of members are the program's own
 * and hardly ever need an escape. */
static inline void
begin_value(FactJsonWriter *writer, const char *name)
{
    size_t comma = writer->need_comma ? 1 : 0;
    size_t len = name == NULL ? 0 : strlen(name);
    char *begun;

    writer->need_comma = TRUE;
    if (name == NULL || run_length(name, len) < len) {
        append(writer->out, ",", comma);
        if (name == NULL)
            return;
        append_quoted(writer->out, name, len);
        append(writer->out, ":", 1);
        return;
    }
    begun = extend(writer->out, comma + len + 3);
    begun[0] = ',';
    begun += comma;
    begun[0] = '"';
    memcpy(begun + 1, name, len);
    memcpy(begun + 1 + len, "\":", 2);
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
    gboolean is_number = fact_decimal_digits(value) <= EXACT_DIGITS;

    begin_value(writer, name);
    if (!is_number)
        g_string_append_c(writer->out, '"');
    fact_decimal_format(value, writer->out);
    /* Readers take digits alone for a 64-bit integer; with a point they are a real. */
    if (is_number && fact_decimal_digits(value) + value.exponent > INTEGER_DIGITS)
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
