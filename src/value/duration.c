/* SPDX-License-Identifier: MIT
 *
 * A span of time, or the age of somebody. Years and months are the mean ones of UCUM (365.25 days,
 * and a twelfth of that), which is good enough for "18 months" and "a year and a half".
 */
#include "value/numeric.h"
#include "value/value-class.h"

#include <string.h>

static const struct {
    const char *code;
    const char *name;
} names[] = {{"s", "second"}, {"min", "minute"}, {"h", "hour"}, {"d", "day"},
             {"wk", "week"},  {"mo", "month"},   {"a", "year"}};

static const char *
find_name(const char *code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i].code, code) == 0)
            return names[i].name;
    return NULL;
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    if (!fact_numeric_read(reader, out_value))
        return FALSE;
    if (out_value->unit == NULL || *out_value->unit == '\0')
        return fact_value_reader_fail(reader, "unit", "a duration needs a UCUM code of time");
    return TRUE;
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    const char *name = find_name(value->unit);
    const FactUnit *unit = name == NULL ? fact_catalog_find_unit(catalog, value->unit) : NULL;

    fact_numeric_format(value, NULL, NULL, out);
    if (name != NULL)
        g_string_append_printf(out, " %s%s", name, fact_numeric_is_one(value) ? "" : "s");
    else
        g_string_append_printf(out, " %s", unit == NULL ? value->unit : unit->label);
    if ((value->flags & FACT_VALUE_IS_AGE) != 0)
        g_string_append(out, " old");
    fact_numeric_format_per(catalog, value, out);
}

const FactValueClass fact_duration_class = {
    .name = "duration",
    .compare = fact_numeric_compare,
    .is_near_bound = fact_numeric_is_near_bound,
    .order = fact_numeric_order,
    .format_key = fact_numeric_format_key,
    .format = format,
    .write = fact_numeric_write,
    .read = read_members,
};
