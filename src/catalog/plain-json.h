/* SPDX-License-Identifier: MIT
 *
 * A tree of the JSON that catalogs are made of. Start-up is mostly the reading of the built-in
 * catalog, and jansson, with two pieces of memory for each string and a hash table for each object,
 * takes six times as long. Here the strings are ended where they stand in one copy of the text, and
 * all else is arrays in an arena.
 */
#pragma once

#include "base/arena.h"
#include <jansson.h>

typedef enum {
    FACT_PLAIN_JSON_NULL,
    FACT_PLAIN_JSON_FALSE,
    FACT_PLAIN_JSON_TRUE,
    FACT_PLAIN_JSON_NUMBER,
    FACT_PLAIN_JSON_STRING,
    FACT_PLAIN_JSON_ARRAY,
    FACT_PLAIN_JSON_OBJECT,
} FactPlainJsonKind;

typedef struct FactPlainJson FactPlainJson;
typedef struct FactPlainJsonMember FactPlainJsonMember;

struct FactPlainJson {
    FactPlainJsonKind kind;
    guint n; /* bytes of a string or a number, elements, members */
    union {
        const char *text;                   /* of a number without a NUL behind it */
        const FactPlainJson *elements;      /* n of them */
        const FactPlainJsonMember *members; /* n of them, in the order of the text */
    } as;
};

struct FactPlainJsonMember {
    const char *name;
    FactPlainJson value;
};

/* The value that @len bytes of @text are, the same that jansson would give with
 * JSON_REJECT_DUPLICATES; NULL where jansson has to read it, be it for a mistake or for what
 * catalogs hardly have: fractions, \u escapes, great depth. It lives in @arena. */
const FactPlainJson *
fact_plain_json_parse(const char *text, size_t len, FactArena *arena);

/* The same tree from and to values of jansson. */
const FactPlainJson *
fact_plain_json_from_jansson(const json_t *value, FactArena *arena);

json_t * /* (transfer full) */
fact_plain_json_to_jansson(const FactPlainJson *value);

/* The member @name of @object; NULL if there is none, or it is no object. */
const FactPlainJson *
fact_plain_json_get(const FactPlainJson *object, const char *name);
