/* SPDX-License-Identifier: MIT
 *
 * Sums of money. The unit is an ISO 4217 code; cents and pence are told in the major unit. Sums of
 * different currencies are not compared: no rate is good for all days.
 */
#include "value/numeric.h"
#include "value/value-class.h"

static gboolean
is_code(const char *unit)
{
    for (int i = 0; i < 3; i++)
        if (!g_ascii_isupper(unit[i]))
            return FALSE;
    return unit[3] == '\0';
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    if (!fact_numeric_read(reader, out_value))
        return FALSE;
    if (out_value->unit == NULL || !is_code(out_value->unit))
        return fact_value_reader_fail(reader, "unit", "money needs an ISO 4217 code");
    return TRUE;
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    const FactCurrency *currency = fact_catalog_find_currency(catalog, value->unit);
    g_autofree char *prefix = NULL;

    if (currency != NULL && currency->symbol != NULL)
        prefix = g_strdup(currency->symbol);
    else
        prefix = g_strconcat(value->unit, " ", NULL);
    fact_numeric_format(value, prefix, NULL, out);
    fact_numeric_format_per(catalog, value, out);
}

const FactValueClass fact_money_class = {
    .name = "money",
    .compare = fact_numeric_compare,
    .is_near_bound = fact_numeric_is_near_bound,
    .order = fact_numeric_order,
    .format_key = fact_numeric_format_key,
    .format = format,
    .write = fact_numeric_write,
    .read = read_members,
};
