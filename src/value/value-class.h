/* SPDX-License-Identifier: MIT
 *
 * What a type of value can do. One record per type, in the file of the type; value-type.c lists
 * them. Every function is given values of its own type, but for compare, whose @b may be of any.
 */
#pragma once

#include "value/value-reader.h"
#include "value/value.h"

typedef struct {
    const char *name; /* as in JSON */
    FactRelation (*compare)(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                            const FactTolerance *tolerance);
    /* After INSIDE or CONTAINS. */
    gboolean (*is_near_bound)(const FactCatalog *catalog, const FactValue *a, const FactValue *b);
    /* A total order: 0 exactly for equal values. */
    int (*order)(const FactValue *a, const FactValue *b);
    /* Everything that order looks at, after "type:". */
    void (*format_key)(const FactValue *value, GString *out);
    void (*format)(const FactCatalog *catalog, const FactValue *value, GString *out);
    void (*write)(const FactValue *value, FactJsonWriter *writer);
    gboolean (*read)(FactValueReader *reader, FactValue *out_value);
    /* Copies what the value borrows beyond unit, per and text; NULL where there is nothing. */
    void (*intern)(FactValue *value, FactStringPool *pool, FactArena *arena);
} FactValueClass;

extern const FactValueClass fact_number_class;
extern const FactValueClass fact_count_class;
extern const FactValueClass fact_money_class;
extern const FactValueClass fact_percent_class;
extern const FactValueClass fact_ratio_class;
extern const FactValueClass fact_quantity_class;
extern const FactValueClass fact_duration_class;
extern const FactValueClass fact_date_class;
extern const FactValueClass fact_ordinal_class;
extern const FactValueClass fact_score_class;
extern const FactValueClass fact_entity_class;
extern const FactValueClass fact_set_class;
extern const FactValueClass fact_flag_class;
extern const FactValueClass fact_text_class;

const FactValueClass *
fact_value_class_of(const FactValue *value);
