/* SPDX-License-Identifier: MIT
 *
 * Writes JSON straight into a GString. jansson stays the reader; as a writer of ten claims an
 * article it is the slowest part of a run (building the tree costs more than reading the text).
 * Output is compact, members in the order they are written, strings escaped as RFC 8259 asks,
 * invalid UTF-8 never reaches it (the readers repair it).
 *
 * Where a function takes a @name, it is NULL for an element and the root, and else one of the
 * program's own words: short, and without anything to escape. Nearly all are literals, so that
 * their copying, which is done in this header, is a move or two. Names that were read go through
 * fact_json_foreign_name().
 */
#pragma once

#include <glib.h>
#include <string.h>
#include "base/decimal.h"

/* Names are no longer than that. */
#define FACT_JSON_NAME_MAX 64
/* Bytes that suffice for a comma, a name, and any value but a long text. */
#define FACT_JSON_ROOM 256

typedef struct {
    GString *out;        /* borrowed; complete after each call */
    gboolean need_comma; /* a member or element was written at this level */
} FactJsonWriter;

static inline void
fact_json_writer_init(FactJsonWriter *writer, GString *out)
{
    *writer = (FactJsonWriter){.out = out};
}

/* The name of the value that is written next, which then has none of its own. It may hold anything.
 */
void
fact_json_foreign_name(FactJsonWriter *writer, const char *name);

/* Makes FACT_JSON_ROOM bytes of room. Apart from begin_value(), nobody needs it. */
void
fact_json_make_room(GString *out);

/* The values behind a name that ends at @at. */
void
fact_json_put_string(FactJsonWriter *writer, char *at, const char *value, size_t len);

void
fact_json_put_int(FactJsonWriter *writer, char *at, int64_t value);

void
fact_json_put_decimal(FactJsonWriter *writer, char *at, FactDecimal value);

void
fact_json_put_raw(FactJsonWriter *writer, char *at, const char *json, size_t len);

void
fact_json_put_begin(FactJsonWriter *writer, char *at, char bracket);

void
fact_json_put_end(FactJsonWriter *writer, char bracket);

/* Writes the comma before a value, and its name where it has one; returns where they end, with room
 * for a short value there. What is written does not belong to the string yet. */
static inline char *
fact_json_begin_value(FactJsonWriter *writer, const char *name)
{
    GString *out = writer->out;

    if (G_UNLIKELY(out->allocated_len - out->len < FACT_JSON_ROOM))
        fact_json_make_room(out);
    char *at = out->str + out->len;
    *at = ',';
    at += writer->need_comma;
    writer->need_comma = TRUE;
    if (name == NULL)
        return at;
    size_t len = strlen(name);
    g_assert(len <= FACT_JSON_NAME_MAX);
    *at = '"';
    memcpy(at + 1, name, len);
    memcpy(at + 1 + len, "\":", 2);
    return at + len + 3;
}

static inline void
fact_json_begin_object(FactJsonWriter *writer, const char *name)
{
    fact_json_put_begin(writer, fact_json_begin_value(writer, name), '{');
}

/* Begins an object with what was written of another: @begun is `{` and at least one member. */
static inline void
fact_json_begin_with(FactJsonWriter *writer, const GString *begun)
{
    fact_json_put_raw(writer, fact_json_begin_value(writer, NULL), begun->str, begun->len);
}

static inline void
fact_json_end_object(FactJsonWriter *writer)
{
    fact_json_put_end(writer, '}');
}

static inline void
fact_json_begin_array(FactJsonWriter *writer, const char *name)
{
    fact_json_put_begin(writer, fact_json_begin_value(writer, name), '[');
}

static inline void
fact_json_end_array(FactJsonWriter *writer)
{
    fact_json_put_end(writer, ']');
}

static inline void
fact_json_string_len(FactJsonWriter *writer, const char *name, const char *value, size_t len)
{
    fact_json_put_string(writer, fact_json_begin_value(writer, name), value, len);
}

/* NULL @value writes nothing at all. */
static inline void
fact_json_string(FactJsonWriter *writer, const char *name, const char *value)
{
    if (value != NULL)
        fact_json_string_len(writer, name, value, strlen(value));
}

static inline void
fact_json_int(FactJsonWriter *writer, const char *name, int64_t value)
{
    fact_json_put_int(writer, fact_json_begin_value(writer, name), value);
}

/* A number up to 15 significant digits, a string beyond. */
static inline void
fact_json_decimal(FactJsonWriter *writer, const char *name, FactDecimal value)
{
    fact_json_put_decimal(writer, fact_json_begin_value(writer, name), value);
}

/* @json is a complete JSON value and is copied as it is. */
static inline void
fact_json_raw(FactJsonWriter *writer, const char *name, const char *json)
{
    fact_json_put_raw(writer, fact_json_begin_value(writer, name), json, strlen(json));
}

static inline void
fact_json_bool(FactJsonWriter *writer, const char *name, gboolean value)
{
    fact_json_raw(writer, name, value ? "true" : "false");
}
