/* SPDX-License-Identifier: MIT
 *
 * Strings are copied in runs between the bytes that need an escape. Beyond what RFC 8259 asks, DEL
 * and the C1 controls are escaped too, so that no text can steer the terminal it is shown on.
 */
#include "base/json-writer.h"

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
static const gboolean ends_run[256] = {
    [0 ... 0x1f] = TRUE, ['"'] = TRUE, ['\\'] = TRUE, [0x7f] = TRUE, [0xc2] = TRUE,
};

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
    size_t start = 0;
    size_t i = 0;

    g_string_append_c(out, '"');
    while (i < len) {
        if (!ends_run[(unsigned char)str[i]] || is_plain(str + i, len - i)) {
            i++;
            continue;
        }
        g_string_append_len(out, str + start, (gssize)(i - start));
        i += append_escape(out, str + i);
        start = i;
    }
    g_string_append_len(out, str + start, (gssize)(i - start));
    g_string_append_c(out, '"');
}

/* Names of members are the program's own and hardly ever need an escape. */
static void
append_name(GString *out, const char *name)
{
    size_t len = 0;
    gsize at = out->len;

    while (!ends_run[(unsigned char)name[len]] && name[len] != '\0')
        len++;
    if (name[len] != '\0') {
        append_quoted(out, name, strlen(name));
        g_string_append_c(out, ':');
        return;
    }

    g_string_set_size(out, at + len + 3);
    out->str[at] = '"';
    memcpy(out->str + at + 1, name, len);
    out->str[at + len + 1] = '"';
    out->str[at + len + 2] = ':';
}

static void
begin_value(FactJsonWriter *writer, const char *name)
{
    if (writer->need_comma)
        g_string_append_c(writer->out, ',');
    writer->need_comma = TRUE;
    if (name != NULL)
        append_name(writer->out, name);
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
    g_string_append_len(writer->out, at, digits + sizeof digits - at);
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
