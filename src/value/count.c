/* SPDX-License-Identifier: MIT
 *
 * So many of a noun. The unit is the singular noun, so that "people" and "person" meet.
 */
#include "value/noun.h"
#include "value/numeric.h"
#include "value/value-class.h"

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    fact_numeric_format(value, NULL, NULL, out);
    if (value->unit != NULL) {
        g_string_append_c(out, ' ');
        if (fact_numeric_is_one(value))
            g_string_append(out, value->unit);
        else
            fact_noun_append_plural(catalog, value->unit, out);
    }
    fact_numeric_format_per(catalog, value, out);
}

const FactValueClass fact_count_class = {
    .name = "count",
    .compare = fact_numeric_compare,
    .is_near_bound = fact_numeric_is_near_bound,
    .order = fact_numeric_order,
    .format_key = fact_numeric_format_key,
    .format = format,
    .write = fact_numeric_write,
    .read = fact_numeric_read,
};
