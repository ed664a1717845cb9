/* SPDX-License-Identifier: MIT
 *
 * Values: typed, comparable things that a text says, as intervals with the way they were said.
 */
#pragma once

#include <factdiff/error.h>

G_BEGIN_DECLS

typedef enum {
    FACT_VALUE_NUMBER,   /* a bare number */
    FACT_VALUE_COUNT,    /* so many of a noun; the unit is the singular noun */
    FACT_VALUE_MONEY,    /* the unit is ISO 4217 */
    FACT_VALUE_PERCENT,  /* the unit is "%", or "pp" for percentage points */
    FACT_VALUE_RATIO,    /* "58 out of 100", "6.1/10", "one in three": amount, and "of" the denominator */
    FACT_VALUE_QUANTITY, /* the unit is a UCUM code */
    FACT_VALUE_DURATION, /* a span of time or an age; the unit is UCUM: s min h d wk mo a */
    FACT_VALUE_DATE,     /* a point or span of the calendar, EDTF */
    FACT_VALUE_ORDINAL,  /* a rank */
    FACT_VALUE_SCORE,    /* "3-2": a game's result or a record; one or more numbers in order */
    FACT_VALUE_ENTITY,   /* a name */
    FACT_VALUE_SET,      /* a set of names */
    FACT_VALUE_FLAG,     /* true or false */
    FACT_VALUE_TEXT,     /* words compared as they are */
    FACT_VALUE_LAST = FACT_VALUE_TEXT,
} FactValueType;

typedef enum {
    FACT_COMPARATOR_EQ,
    FACT_COMPARATOR_LT,
    FACT_COMPARATOR_LE,
    FACT_COMPARATOR_GT,
    FACT_COMPARATOR_GE,
    FACT_COMPARATOR_APPROX,
    FACT_COMPARATOR_BETWEEN,
} FactComparator;

typedef enum {
    FACT_DIRECTION_NONE,
    FACT_DIRECTION_UP,
    FACT_DIRECTION_DOWN,
} FactDirection;

/* How two values stand to each other. */
typedef enum {
    FACT_RELATION_EQUAL,        /* the same, or the same said in another unit */
    FACT_RELATION_ROUNDING,     /* they meet at the coarser one's precision */
    FACT_RELATION_INSIDE,       /* the first lies within the second, which says less */
    FACT_RELATION_CONTAINS,     /* the second lies within the first */
    FACT_RELATION_OVERLAP,      /* both can hold, neither implies the other */
    FACT_RELATION_DISJOINT,     /* both cannot hold */
    FACT_RELATION_INCOMPARABLE, /* other types, units without a common measure, unresolved dates */
} FactRelation;

typedef struct FactValue FactValue;

FACT_PUBLIC const char *
fact_value_type_to_string(FactValueType type);

FACT_PUBLIC gboolean
fact_value_type_from_string(const char *name, FactValueType *out_type);

FACT_PUBLIC const char *
fact_comparator_to_string(FactComparator comparator);

FACT_PUBLIC gboolean
fact_comparator_from_string(const char *name, FactComparator *out_comparator);

FACT_PUBLIC FactValueType
fact_value_get_type(const FactValue *value);

G_END_DECLS
