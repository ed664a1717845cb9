/* SPDX-License-Identifier: MIT
 *
 * Writes JSON straight into a GString. jansson stays the reader; as a writer of ten claims an
 * article it is the slowest part of a run (building the tree costs more than reading the text).
 * Output is compact, members in the order they are written, strings escaped as RFC 8259 asks,
 * invalid UTF-8 never reaches it (the readers repair it).
 */
#pragma once

#include <glib.h>
#include "base/decimal.h"

typedef struct {
    GString *out;        /* borrowed */
    gboolean need_comma; /* a member or element was written at this level */
} FactJsonWriter;

void
fact_json_writer_init(FactJsonWriter *writer, GString *out);

void
fact_json_begin_object(FactJsonWriter *writer, const char *name); /* @name NULL: element or root */

void
fact_json_end_object(FactJsonWriter *writer);

void
fact_json_begin_array(FactJsonWriter *writer, const char *name);

void
fact_json_end_array(FactJsonWriter *writer);

/* NULL @value writes nothing at all. */
void
fact_json_string(FactJsonWriter *writer, const char *name, const char *value);

void
fact_json_string_len(FactJsonWriter *writer, const char *name, const char *value, size_t len);

void
fact_json_int(FactJsonWriter *writer, const char *name, int64_t value);

void
fact_json_bool(FactJsonWriter *writer, const char *name, gboolean value);

/* A number up to 15 significant digits, a string beyond. */
void
fact_json_decimal(FactJsonWriter *writer, const char *name, FactDecimal value);

/* @json is a complete JSON value and is copied as it is. */
void
fact_json_raw(FactJsonWriter *writer, const char *name, const char *json);
