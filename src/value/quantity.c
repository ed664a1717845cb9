/* SPDX-License-Identifier: MIT
 *
 * A number of a unit of measurement, by its UCUM code.
 */
#include "value/numeric.h"
#include "value/value-class.h"

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    if (!fact_numeric_read(reader, out_value))
        return FALSE;
    if (out_value->unit == NULL || *out_value->unit == '\0')
        return fact_value_reader_fail(reader, "unit", "a quantity needs a UCUM code");
    return TRUE;
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    const FactUnit *unit = fact_catalog_find_unit(catalog, value->unit);
    const char *label = unit == NULL || unit->label == NULL ? value->unit : unit->label;

    fact_numeric_format(value, NULL, NULL, out);
    g_string_append_printf(out, " %s", label);
    fact_numeric_format_per(catalog, value, out);
}

const FactValueClass fact_quantity_class = {
    .name = "quantity",
    .compare = fact_numeric_compare,
    .is_near_bound = fact_numeric_is_near_bound,
    .order = fact_numeric_order,
    .format_key = fact_numeric_format_key,
    .format = format,
    .write = fact_numeric_write,
    .read = read_members,
};
