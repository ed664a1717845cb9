/* SPDX-License-Identifier: MIT
 *
 * A bare number: no unit, no noun.
 */
#include "value/numeric.h"
#include "value/value-class.h"

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    fact_numeric_format(value, NULL, NULL, out);
    fact_numeric_format_per(catalog, value, out);
}

const FactValueClass fact_number_class = {
    .name = "number",
    .compare = fact_numeric_compare,
    .is_near_bound = fact_numeric_is_near_bound,
    .order = fact_numeric_order,
    .format_key = fact_numeric_format_key,
    .format = format,
    .write = fact_numeric_write,
    .read = fact_numeric_read,
};
