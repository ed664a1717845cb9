/* SPDX-License-Identifier: MIT
 *
 * One JSON record of a claims file: its members by type, and messages that name the place of the
 * culprit.
 *
 *     FactRecord record = {.catalog = catalog, .pool = pool, .path = path, .line = 1,
 *                          .json = json, .len = len, .error = error};
 *     g_autoptr(json_t) root = fact_record_load(&record);
 */
#pragma once

#include <jansson.h>

#include "claim/claim.h"

/* Borrows all but @extra. */
typedef struct {
    const FactCatalog *catalog;
    FactStringPool *pool;
    FactArena *arena;
    const char *path;
    guint line; /* from 1, of the record's first byte in @path */
    const char *json;
    size_t len;
    json_t *extra; /* foreign members so far, NULL for none; owned */
    GError **error;
} FactRecord;

/* The record parsed, transfer full; NULL, and the record's error set, where it is no JSON object.
 */
json_t *
fact_record_load(FactRecord *record);

/* Sets the record's error at the value that the JSON pointer @pointer names; FALSE. */
gboolean
fact_record_fail(FactRecord *record, const char *pointer, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* The string @name of @object, which stands at the JSON pointer @section. Borrowed from @object;
 * NULL where there is no such member. JSON's null counts as none. FALSE, and the error set, where
 * it is no string; so do the others. */
gboolean
fact_record_get_string(FactRecord *record, json_t *object, const char *section, const char *name,
                       const char **out_str);

/* The same, interned in the record's pool. */
gboolean
fact_record_take_string(FactRecord *record, json_t *object, const char *section, const char *name,
                        const char **out_str);

/* The same, a copy. */
gboolean
fact_record_dup_string(FactRecord *record, json_t *object, const char *section, const char *name,
                       char **out_str);

/* Interned; an error where it is missing or empty. */
gboolean
fact_record_require_string(FactRecord *record, json_t *object, const char *section,
                           const char *name, const char **out_str);

/* @out_uint stays as it is where there is no such member. */
gboolean
fact_record_take_uint(FactRecord *record, json_t *object, const char *section, const char *name,
                      uint32_t *out_uint);

/* The object @name of @claim, borrowed; NULL where it is missing and need not be there. */
gboolean
fact_record_get_section(FactRecord *record, json_t *claim, const char *name, gboolean is_required,
                        json_t **out_section);

/* The foreign members kept of @section, of the record itself where that is NULL; made where there
 * are none. Borrowed. */
json_t *
fact_record_need_extra(FactRecord *record, const char *section);

/* Keeps the members of @object that are not in @known, which NULL ends. */
void
fact_record_keep_foreign(FactRecord *record, json_t *object, const char *section,
                         const char *const *known);
