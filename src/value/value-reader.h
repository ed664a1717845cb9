/* SPDX-License-Identifier: MIT
 *
 * Reads members of a value's JSON object. The first mistake is kept: its message in the error, its
 * place as a JSON pointer; after that every call fails.
 */
#pragma once

#include "value/value.h"

typedef struct {
    const FactCatalog *catalog;
    const void *json;     /* json_t, an object */
    FactStringPool *pool; /* strings that are read go here */
    char *pointer;        /* owned; JSON pointer of the culprit, NULL while all is well */
    GError *error;        /* owned */
} FactValueReader;

gboolean
fact_value_reader_has(const FactValueReader *reader, const char *member);

/* Records what is wrong with @member and returns FALSE. */
gboolean
fact_value_reader_fail(FactValueReader *reader, const char *member, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* A missing member is no mistake for the calls below: they return TRUE and leave their output. */

gboolean
fact_value_reader_decimal(FactValueReader *reader, const char *member, FactDecimal *out_decimal,
                          gboolean *out_found);

gboolean
fact_value_reader_string(FactValueReader *reader, const char *member, const char **out_string);

gboolean
fact_value_reader_boolean(FactValueReader *reader, const char *member, gboolean *out_boolean);

/* Whole numbers of an array, at most @max of them. */
gboolean
fact_value_reader_integers(FactValueReader *reader, const char *member, int32_t *out_integers,
                           guint max, guint *out_n);

/* The array @member of objects with "id" and "label", or, where @member is NULL, the object itself.
 * Arrays are NULL-terminated, in the pool's keeping for as long as the pool lives. */
gboolean
fact_value_reader_names(FactValueReader *reader, const char *member, GPtrArray *out_ids,
                        GPtrArray *out_labels);
