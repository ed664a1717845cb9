/* SPDX-License-Identifier: MIT
 *
 * A string is copied whole, looking for bytes that need an escape on the way; only where there is
 * one is the rest copied in runs between them. Beyond what RFC 8259 asks, DEL and the C1 controls
 * are escaped too, so that no text can steer the terminal it is shown on.
 */
#include "base/json-writer.h"

#include "base/block.h"
#include "base/integer.h"

/* Every reader of JSON keeps a number of up to 15 digits in a double. */
#define EXACT_LIMIT INT64_C(1000000000000000)
/* Room that is left behind the longest name. */
#define RAW_ROOM (FACT_JSON_ROOM - FACT_JSON_NAME_MAX - sizeof ",\"\":")
/* Digits of whole numbers that every 64-bit integer holds. */
#define INTEGER_DIGITS 18

/* Room for @len bytes behind what @out has, for commit() to take some of them. */
static char *
reserve(GString *out, size_t len)
{
    gsize at = out->len;

    if (at + len >= out->allocated_len) {
        g_string_set_size(out, at + len);
        g_string_truncate(out, at);
    }
    return out->str + at;
}

void
fact_json_make_room(GString *out)
{
    reserve(out, FACT_JSON_ROOM);
}

/* What was written up to @end belongs to @out. */
static inline void
commit(GString *out, char *end)
{
    *end = '\0';
    out->len = (gsize)(end - out->str);
}

/* Copies up to FACT_BLOCK_BYTES bytes in two moves that may overlap: a call would take longer. */
static inline void
copy_few(char *out, const char *str, size_t len)
{
    if (len >= 8) {
        memcpy(out, str, 8);
        memcpy(out + len - 8, str + len - 8, 8);
    } else if (len >= 4) {
        memcpy(out, str, 4);
        memcpy(out + len - 4, str + len - 4, 4);
    } else if (len > 0) {
        out[0] = str[0];
        out[len / 2] = str[len / 2];
        out[len - 1] = str[len - 1];
    }
}

/* The bytes of @block that end a run: those with an escape, and the one that C1 controls begin
 * with. With one bit turned, the quotation mark stands right behind the C0 controls. */
static inline uint32_t
ends_of_runs(FactBlock block)
{
    return fact_block_bitmap(fact_block_between(block ^ ('"' ^ ' '), 0, ' ') |
                             fact_block_equal(block, '\\') | fact_block_equal(block, 0x7f) |
                             fact_block_equal(block, 0xc2));
}

/* The same for @str of up to a block. It is copied to @out, which has room for a block, and looked
 * at there: no more than @len bytes may be read of it. */
static inline size_t
put_short_run(char *out, const char *str, size_t len)
{
    copy_few(out, str, len);
    return fact_block_first(ends_of_runs(fact_block_load(out)) | UINT32_C(1) << len);
}

/* Copies the run that @str begins with to @out, which has room for @len bytes and a block; its
 * length. */
static size_t
put_run(char *out, const char *str, size_t len)
{
    size_t n = 0;

    for (; len - n > FACT_BLOCK_BYTES; n += FACT_BLOCK_BYTES) {
        FactBlock block = fact_block_load(str + n);
        uint32_t ends = ends_of_runs(block);

        fact_block_store(block, out + n);
        if (ends != 0)
            return n + fact_block_first(ends);
    }
    return n + put_short_run(out + n, str + n, len - n);
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

/* Appends @str, run by run, and the quotation mark behind it. Stays a call of its own, so that
 * short strings need not save the registers that it takes. */
static G_NO_INLINE void
append_runs(GString *out, const char *str, size_t len)
{
    for (size_t at = 0;;) {
        char *to = reserve(out, len - at + FACT_BLOCK_BYTES);
        size_t run = put_run(to, str + at, len - at);

        commit(out, to + run);
        at += run;
        if (at == len)
            break;
        if (is_plain(str + at, len - at))
            g_string_append_c(out, str[at++]);
        else
            at += append_escape(out, str + at);
    }
    g_string_append_c(out, '"');
}

void
fact_json_put_string(FactJsonWriter *writer, char *at, const char *value, size_t len)
{
    *at++ = '"';
    if (len <= FACT_BLOCK_BYTES && put_short_run(at, value, len) == len) {
        at[len] = '"';
        commit(writer->out, at + len + 1);
        return;
    }
    commit(writer->out, at);
    append_runs(writer->out, value, len);
}

void
fact_json_put_int(FactJsonWriter *writer, char *at, int64_t value)
{
    *at = '-';
    at += value < 0;
    commit(writer->out,
           fact_integer_put(value < 0 ? UINT64_C(0) - (uint64_t)value : (uint64_t)value, at));
}

void
fact_json_put_decimal(FactJsonWriter *writer, char *at, FactDecimal value)
{
    if (value.coefficient >= EXACT_LIMIT || value.coefficient <= -EXACT_LIMIT) {
        *at = '"';
        at = fact_decimal_put(value, at + 1);
        *at++ = '"';
    } else {
        at = fact_decimal_put(value, at);
        /* Readers take digits alone for a 64-bit integer; with a point they are a real. */
        if (value.exponent > 0 && fact_decimal_digits(value) + value.exponent > INTEGER_DIGITS) {
            memcpy(at, ".0", 2);
            at += 2;
        }
    }
    commit(writer->out, at);
}

void
fact_json_put_raw(FactJsonWriter *writer, char *at, const char *json, size_t len)
{
    if (len > RAW_ROOM) {
        commit(writer->out, at);
        at = reserve(writer->out, len);
    }
    memcpy(at, json, len);
    commit(writer->out, at + len);
}

void
fact_json_put_begin(FactJsonWriter *writer, char *at, char bracket)
{
    *at = bracket;
    commit(writer->out, at + 1);
    writer->need_comma = FALSE;
}

void
fact_json_put_end(FactJsonWriter *writer, char bracket)
{
    g_string_append_c(writer->out, bracket);
    writer->need_comma = TRUE;
}

void
fact_json_foreign_name(FactJsonWriter *writer, const char *name)
{
    fact_json_string(writer, NULL, name);
    g_string_append_c(writer->out, ':');
    writer->need_comma = FALSE;
}
