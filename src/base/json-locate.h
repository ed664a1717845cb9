/* SPDX-License-Identifier: MIT
 *
 * Where in a JSON text a value stands. jansson tells places of syntax errors only; messages about
 * members of the wrong type or with a wrong value need one too.
 */
#pragma once

#include <glib.h>
#include <stddef.h>

typedef struct {
    guint line;   /* from 1 */
    guint column; /* in code points, from 1 */
} FactPosition;

/* Finds the value at the JSON pointer @pointer (RFC 6901, "" is the root) in @json, which parses.
 * Where a step of it is missing, the place of the deepest value that is there. */
FactPosition
fact_json_locate(const char *json, size_t len, const char *pointer);

/* Line and column of the byte at @offset of @text. */
FactPosition
fact_position_of(const char *text, size_t len, size_t offset);
