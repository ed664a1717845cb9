/* SPDX-License-Identifier: MIT
 *
 * A number and what it is out of, kept apart: "58 out of 100", "6.1/10", "one in three". A fraction
 * ("two-thirds") has no denominator of its own; its amount is the share.
 */
#include "value/numeric.h"
#include "value/value-class.h"

/* Fractions that have a name and their amounts, in hundredths. */
static const struct {
    int64_t hundredths;
    const char *name;
} fractions[] = {{50, "half"},    {25, "a quarter"}, {75, "three quarters"},
                 {20, "a fifth"}, {33, "a third"},   {66, "two thirds"}};

static const char *
find_name(FactDecimal amount)
{
    double hundredths = fact_decimal_to_double(amount) * 100;

    for (size_t i = 0; i < G_N_ELEMENTS(fractions); i++) {
        double difference = hundredths - (double)fractions[i].hundredths;
        gboolean is_third = fractions[i].hundredths % 11 == 0;
        if (difference > -1e-9 && difference < (is_third ? 0.67 : 1e-9) &&
            is_third == (fact_decimal_digits(amount) > 9))
            return fractions[i].name;
    }
    return NULL;
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    if (!fact_numeric_read(reader, out_value))
        return FALSE;
    if ((out_value->flags & FACT_VALUE_HAS_FROM) != 0 && out_value->as.number.from.coefficient <= 0)
        return fact_value_reader_fail(reader, "of", "not above zero");
    return TRUE;
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    gboolean has_of = (value->flags & FACT_VALUE_HAS_FROM) != 0;
    const char *name = has_of || value->comparator != FACT_COMPARATOR_EQ
                           ? NULL
                           : find_name(fact_value_amount(value));

    (void)catalog;
    if (name != NULL) {
        g_string_append(out, name);
        return;
    }
    fact_numeric_format(value, NULL, NULL, out);
    if (has_of) {
        g_string_append(out, " out of ");
        fact_numeric_format_amount(value->as.number.from, value, out);
    }
}

const FactValueClass fact_ratio_class = {
    .name = "ratio",
    .compare = fact_numeric_compare,
    .is_near_bound = fact_numeric_is_near_bound,
    .order = fact_numeric_order,
    .format_key = fact_numeric_format_key,
    .format = format,
    .write = fact_numeric_write,
    .read = read_members,
};
