/* SPDX-License-Identifier: MIT
 *
 * Shares in hundredths ("%") and differences of such shares ("pp", percentage points).
 */
#include "value/numeric.h"
#include "value/value-class.h"

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    out_value->unit = "%";
    if (!fact_numeric_read(reader, out_value))
        return FALSE;
    if (!g_str_equal(out_value->unit, "%") && !g_str_equal(out_value->unit, "pp"))
        return fact_value_reader_fail(reader, "unit", "neither \"%%\" nor \"pp\"");
    return TRUE;
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    gboolean is_points = g_strcmp0(value->unit, "pp") == 0;
    const char *points = fact_numeric_is_one(value) ? " percentage point" : " percentage points";

    fact_numeric_format(value, NULL, is_points ? points : " %", out);
    fact_numeric_format_per(catalog, value, out);
}

const FactValueClass fact_percent_class = {
    .name = "percent",
    .compare = fact_numeric_compare,
    .is_near_bound = fact_numeric_is_near_bound,
    .order = fact_numeric_order,
    .format_key = fact_numeric_format_key,
    .format = format,
    .write = fact_numeric_write,
    .read = read_members,
};
