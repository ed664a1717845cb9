/* SPDX-License-Identifier: MIT
 *
 * The registry: one line per type of value, in the order of FactValueType.
 */
#include "value/value-class.h"

#include <string.h>

static const FactValueClass *const classes[] = {
    [FACT_VALUE_NUMBER] = &fact_number_class,     [FACT_VALUE_COUNT] = &fact_count_class,
    [FACT_VALUE_MONEY] = &fact_money_class,       [FACT_VALUE_PERCENT] = &fact_percent_class,
    [FACT_VALUE_RATIO] = &fact_ratio_class,       [FACT_VALUE_QUANTITY] = &fact_quantity_class,
    [FACT_VALUE_DURATION] = &fact_duration_class, [FACT_VALUE_DATE] = &fact_date_class,
    [FACT_VALUE_ORDINAL] = &fact_ordinal_class,   [FACT_VALUE_SCORE] = &fact_score_class,
    [FACT_VALUE_ENTITY] = &fact_entity_class,     [FACT_VALUE_SET] = &fact_set_class,
    [FACT_VALUE_FLAG] = &fact_flag_class,         [FACT_VALUE_TEXT] = &fact_text_class,
};

static const char *const comparators[] = {
    [FACT_COMPARATOR_EQ] = "eq",           [FACT_COMPARATOR_LT] = "lt",
    [FACT_COMPARATOR_LE] = "le",           [FACT_COMPARATOR_GT] = "gt",
    [FACT_COMPARATOR_GE] = "ge",           [FACT_COMPARATOR_APPROX] = "approx",
    [FACT_COMPARATOR_BETWEEN] = "between",
};

G_STATIC_ASSERT(G_N_ELEMENTS(classes) == FACT_VALUE_LAST + 1);

const FactValueClass *
fact_value_class_of(const FactValue *value)
{
    g_assert(value->type <= FACT_VALUE_LAST);
    return classes[value->type];
}

FactValueType
fact_value_get_type(const FactValue *value)
{
    return (FactValueType)value->type;
}

const char *
fact_value_type_to_string(FactValueType type)
{
    return classes[type]->name;
}

gboolean
fact_value_type_from_string(const char *name, FactValueType *out_type)
{
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (strcmp(classes[i]->name, name) == 0) {
            *out_type = (FactValueType)i;
            return TRUE;
        }
    }
    return FALSE;
}

const char *
fact_comparator_to_string(FactComparator comparator)
{
    return comparators[comparator];
}

gboolean
fact_comparator_from_string(const char *name, FactComparator *out_comparator)
{
    for (guint i = 0; i < G_N_ELEMENTS(comparators); i++) {
        if (comparators[i][0] == name[0] && strcmp(comparators[i], name) == 0) {
            *out_comparator = (FactComparator)i;
            return TRUE;
        }
    }
    return FALSE;
}
