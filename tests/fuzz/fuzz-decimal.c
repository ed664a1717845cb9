/* SPDX-License-Identifier: MIT
 *
 * What parses, prints as a number that parses to the same; arithmetic on two numbers from one input
 * keeps its laws.
 */
#include "fuzz/fuzz.h"

#include "base/decimal.h"

#include <string.h>

static void
check_roundtrip(FactDecimal decimal)
{
    g_autoptr(GString) printed = g_string_new(NULL);
    FactDecimal again;

    fact_decimal_format(decimal, printed);
    g_assert_true(fact_decimal_parse(printed->str, printed->len, &again));
    g_assert_cmpint(fact_decimal_compare(decimal, again), ==, 0);
    g_assert_true(decimal.coefficient == again.coefficient && decimal.exponent == again.exponent);
}

static void
check_arithmetic(FactDecimal a, FactDecimal b)
{
    FactDecimal sum;
    FactDecimal back;
    gboolean is_exact;

    g_assert_cmpint(fact_decimal_compare(a, b), ==, -fact_decimal_compare(b, a));
    if (fact_decimal_add(a, b, &sum) && fact_decimal_subtract(sum, b, &back))
        g_assert_cmpint(fact_decimal_compare(a, back), ==, 0);
    if (fact_decimal_multiply(a, b, &sum))
        check_roundtrip(sum);
    if (fact_decimal_scale(a, b.coefficient, a.coefficient, &sum, &is_exact))
        check_roundtrip(sum);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    const char *space = size == 0 ? NULL : memchr(text, ' ', size);
    size_t first = space == NULL ? size : (size_t)(space - text);
    FactDecimal a;
    FactDecimal b;

    if (!fact_decimal_parse(text, first, &a))
        return 0;
    check_roundtrip(a);
    if (space != NULL && fact_decimal_parse(space + 1, size - first - 1, &b))
        check_arithmetic(a, b);
    return 0;
}
