/* SPDX-License-Identifier: MIT
 *
 * A strict scanner of JSON (RFC 8259) that gives places. It checks all of a value and keeps none of
 * it: members are slices of the text, decoded only where they are wanted and copied as they stand
 * where they are passed through. Every byte is passed once.
 *
 *     FactJsonScanner scanner = {text, len};
 *     FactJsonSlice key, value;
 *
 *     if (fact_json_enter(&scanner, FACT_JSON_OBJECT))
 *         while (fact_json_next_key(&scanner, &key) && fact_json_scan_value(&scanner, &value))
 *             use(key, value);
 *     if (scanner.error != NULL)
 *         tell(scanner.at, scanner.error);
 */
#pragma once

#include <glib.h>
#include <stddef.h>

typedef enum {
    FACT_JSON_NULL,
    FACT_JSON_BOOLEAN,
    FACT_JSON_NUMBER,
    FACT_JSON_STRING,
    FACT_JSON_ARRAY,
    FACT_JSON_OBJECT,
} FactJsonType;

/* A value in the text, quotation marks and brackets included. */
typedef struct {
    size_t start;
    size_t end;
    FactJsonType type;
} FactJsonSlice;

typedef struct {
    const char *text; /* borrowed, valid UTF-8 */
    size_t len;
    size_t at;
    const char *error; /* what is wrong at @at; NULL while nothing is */
} FactJsonScanner;

/* White space; TRUE where something follows. */
gboolean
fact_json_skip_space(FactJsonScanner *scanner);

/* The next value, whole and checked. FALSE with error and at set. */
gboolean
fact_json_scan_value(FactJsonScanner *scanner, FactJsonSlice *out_value);

/* Goes into the object or array that stands here, for what follows. */
gboolean
fact_json_enter(FactJsonScanner *scanner, FactJsonType type);

/* Passes the name of the next member of an object that was entered, or what stands before the next
 * element of an array; the value is the caller's to scan or to enter. FALSE at the end of the
 * object or array, which is passed too, or with error set. */
gboolean
fact_json_next_key(FactJsonScanner *scanner, FactJsonSlice *out_key);

gboolean
fact_json_next_element(FactJsonScanner *scanner);

/* What the string @slice of @text stands for, NUL-terminated with @padding zero bytes more. NUL
 * characters become spaces and lone surrogates U+FFFD, counted in @out_replaced (nullable). */
char *
fact_json_decode_string(const char *text, const FactJsonSlice *slice, size_t padding,
                        size_t *out_len, guint *out_replaced);

/* The string @slice stands for @str, ASCII without escapes. */
gboolean
fact_json_string_is(const char *text, const FactJsonSlice *slice, const char *str);
