/* SPDX-License-Identifier: MIT
 *
 * The value, as the modules of the library see it. Values are plain data: strings in them are
 * borrowed from the catalog, an arena or a string pool, and copying the struct copies the value.
 *
 * One file per type registers a FactValueClass; adding a type is one file and one line in
 * value-type.c.
 */
#pragma once

#include <factdiff/value.h>
#include "base/arena.h"
#include "base/decimal.h"
#include "base/json-writer.h"
#include "base/string-pool.h"
#include "catalog/catalog.h"

typedef enum {
    FACT_VALUE_HAS_LOW = 1 << 0,       /* numeric and date: the interval has a lower end */
    FACT_VALUE_HAS_HIGH = 1 << 1,
    FACT_VALUE_HAS_PRECISION = 1 << 2, /* numeric: implied by a scale word or hedge; else exact */
    FACT_VALUE_HAS_FROM = 1 << 3,      /* numeric: an old value was given too */
    FACT_VALUE_IS_TRUE = 1 << 4,       /* flag */
    FACT_VALUE_IS_AGE = 1 << 5,        /* duration said as an age: "27-year-old", "Ann Smith, 27" */
    FACT_VALUE_IS_CHANGE = 1 << 6,     /* the amount is a change, not a level: "rose 3 %" */
    FACT_VALUE_IS_INDEFINITE = 1 << 7, /* counted by an article: "a man", "another" */
    FACT_VALUE_HAS_TIME = 1 << 8,      /* date: resolved to the minute, not the day */
    FACT_VALUE_IS_RECURRING = 1 << 9,  /* date: "every Tuesday", "on weekdays" */
} FactValueFlags;

struct FactValue {
    uint8_t type;       /* FactValueType */
    uint8_t comparator; /* FactComparator */
    uint8_t direction;  /* FactDirection */
    uint8_t spare;
    uint32_t flags;     /* FactValueFlags */
    const char *unit;   /* canonical: ISO 4217, UCUM, singular noun, "%"; NULL for none */
    const char *per;    /* denominator of a rate, UCUM or singular noun: "a", "barrel"; NULL for none */
    const char *text;   /* as written, hedge and unit included; NULL where the span tells */
    union {
        struct {               /* NUMBER COUNT MONEY PERCENT RATIO QUANTITY DURATION ORDINAL */
            FactDecimal low;   /* EQ and APPROX: low and high are the amount. */
            FactDecimal high;  /* LT, LE: high alone. GT, GE: low alone. BETWEEN: both, closed. */
            FactDecimal precision; /* "$5.6 million": 100000 */
            FactDecimal from;  /* old value; of a RATIO the denominator instead */
        } number;
        struct {            /* DATE; minutes since 1970-01-01T00:00 local time of the text */
            int64_t low;    /* first minute */
            int64_t high;   /* last minute, inclusive */
            const char *edtf; /* NULL while unresolved */
        } date;
        struct {                /* ENTITY: one; SET: n, sorted by id, each once; TEXT: one, normalised */
            const char *const *ids;    /* borrowed array of borrowed strings */
            const char *const *labels; /* the same length */
            uint32_t n;
        } names;
        struct {            /* SCORE: up to four numbers in the order written */
            int32_t parts[4];
            uint32_t n;
        } score;
    } as;
};

/* The one amount of a numeric value that is not BETWEEN. */
static inline FactDecimal
fact_value_amount(const FactValue *value)
{
    return (value->flags & FACT_VALUE_HAS_LOW) != 0 ? value->as.number.low : value->as.number.high;
}

/* Between the members of a text that lists several words of one kind: "arm and chest". */
#define FACT_TEXT_JOINER " and "

/* A name, or a set of them. */
static inline gboolean
fact_value_is_names(const FactValue *value)
{
    return value->type == FACT_VALUE_ENTITY || value->type == FACT_VALUE_SET;
}

static inline gboolean
fact_value_is_numeric(const FactValue *value)
{
    switch ((FactValueType)value->type) {
    case FACT_VALUE_NUMBER:
    case FACT_VALUE_COUNT:
    case FACT_VALUE_MONEY:
    case FACT_VALUE_PERCENT:
    case FACT_VALUE_RATIO:
    case FACT_VALUE_QUANTITY:
    case FACT_VALUE_DURATION:
    case FACT_VALUE_ORDINAL:
        return TRUE;
    case FACT_VALUE_DATE:
    case FACT_VALUE_SCORE:
    case FACT_VALUE_ENTITY:
    case FACT_VALUE_SET:
    case FACT_VALUE_FLAG:
    case FACT_VALUE_TEXT:
        return FALSE;
    }
    return FALSE;
}

/* How @a stands to @b; exact, mirrored (INSIDE against CONTAINS), total over all types.
 * @tolerance, nullable, widens both values' precision: a relative or an absolute amount from the catalog. */
FactRelation
fact_value_compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                   const FactTolerance *tolerance);

/* After INSIDE or CONTAINS: whether the inner value lies within a tenth of the outer one's bound. */
gboolean
fact_value_is_near_bound(const FactCatalog *catalog, const FactValue *a, const FactValue *b);

/* A total order for printing and sorting: by type, then amounts in a common unit, then text. */
int
fact_value_order(const FactValue *a, const FactValue *b);

/* Whether both say the same in the same normalised way (type, unit, bounds, comparator); sides of a
 * finding are made of these. Wording and direction of reading do not count. */
gboolean
fact_value_equal(const FactValue *a, const FactValue *b);

guint
fact_value_hash(const FactValue *value);

/* The normalised value alone, without text: what fingerprints hash. "money:5600000:USD:eq". */
void
fact_value_format_key(const FactValue *value, GString *out);

/* For people: "$5.6 million", "less than $6 million", "15 people", "66 %", "17 May 2014". */
void
fact_value_format(const FactCatalog *catalog, const FactValue *value, GString *out);

/* Members of design.md section 4 into the object that is open in @writer. @text, nullable, is
 * written as "text". */
void
fact_value_write_members(const FactValue *value, const char *text, size_t text_len, FactJsonWriter *writer);

/* Reads the JSON form back. @json is a json_t object; strings go to @pool. On failure the message
 * names the member; @out_pointer (transfer full, nullable) is the JSON pointer of the culprit. */
gboolean
fact_value_from_json(const FactCatalog *catalog, const void *json, FactStringPool *pool, FactValue *out_value,
                     char **out_pointer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Copies the strings and arrays of @value into @pool and (arrays) @arena. */
void
fact_value_intern(FactValue *value, FactStringPool *pool, FactArena *arena);
