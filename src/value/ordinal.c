/* SPDX-License-Identifier: MIT
 *
 * A rank: "third", "21st", "No. 1".
 */
#include "value/numeric.h"
#include "value/value-class.h"

static const char *
ending_of(FactDecimal amount)
{
    int64_t last_two = amount.exponent >= 2 ? 0 : amount.coefficient % 100;
    if (amount.exponent == 1)
        last_two = amount.coefficient % 10 * 10;
    if (last_two >= 11 && last_two <= 13)
        return "th";
    switch (last_two % 10) {
    case 1:
        return "st";
    case 2:
        return "nd";
    case 3:
        return "rd";
    default:
        return "th";
    }
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    (void)catalog;
    fact_numeric_format(value, NULL, ending_of(fact_value_amount(value)), out);
}

const FactValueClass fact_ordinal_class = {
    .name = "ordinal",
    .compare = fact_numeric_compare,
    .is_near_bound = fact_numeric_is_near_bound,
    .order = fact_numeric_order,
    .format_key = fact_numeric_format_key,
    .format = format,
    .write = fact_numeric_write,
    .read = fact_numeric_read,
};
