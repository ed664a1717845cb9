/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include "support/assert.h"
#include "support/random.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    const char *expected; /* NULL: refused */
} ParseRow;

static const ParseRow parse_rows[] = {
    {"whole", "5600000", "5600000"},
    {"fraction", "5.6", "5.6"},
    {"negative", "-0.05", "-0.05"},
    {"leading zeros", "007.5", "7.5"},
    {"trailing zeros", "5.600", "5.6"},
    {"zero", "0", "0"},
    {"zero with places", "0.000", "0"},
    {"negative zero", "-0", "0"},
    {"18 digits", "123456789012345678", "123456789012345678"},
    {"18 places", "0.123456789012345678", "0.123456789012345678"},
    {"largest", "999999999999999999", "999999999999999999"},
    {"trailing zeros cost no digits", "1000000000000000000000000", "1000000000000000000000000"},
    {"zeros between", "100000000000000001", "100000000000000001"},
    {"smallest exponent", "0.000000000000000000000000000000000000000000000000000000000001",
     "0.000000000000000000000000000000000000000000000000000000000001"},
    {"19 digits", "1234567890123456789", NULL},
    {"19 digits with zeros between", "1000000000000000001", NULL},
    {"19 digits across the point", "1234567890.123456789", NULL},
    {"exponent too small", "0.0000000000000000000000000000000000000000000000000000000000001", NULL},
    {"exponent too large", "10000000000000000000000000000000000000000000000000000000000000", NULL},
    {"empty", "", NULL},
    {"sign alone", "-", NULL},
    {"plus", "+1", NULL},
    {"no digit before the point", ".5", NULL},
    {"no digit after the point", "5.", NULL},
    {"two points", "5.6.7", NULL},
    {"separator", "1,000", NULL},
    {"exponent", "1e5", NULL},
    {"space", " 1", NULL},
    {"letters after it", "5m", NULL},
};

static void
test_parse(void **state)
{
    const ParseRow *row = *state;
    FactDecimal decimal = {7, 7};
    gboolean is_read = fact_decimal_parse(row->text, strlen(row->text), &decimal);

    assert_int_equal(is_read, row->expected != NULL);
    if (is_read) {
        assert_decimal(decimal, row->expected);
    } else {
        assert_int_equal(decimal.coefficient, 7);
        assert_int_equal(decimal.exponent, 7);
    }
}

static void
test_parse_stops_at_length(void **state)
{
    FactDecimal decimal;

    (void)state;
    assert_true(fact_decimal_parse("5.67", 3, &decimal));
    assert_decimal(decimal, "5.6");
}

typedef struct {
    const char *name;
    const char *a;
    const char *b;
    int expected;
} CompareRow;

static const CompareRow compare_rows[] = {
    {"equal", "5.6", "5.60", 0},
    {"zeros", "0", "-0", 0},
    {"by sign", "-1", "1", -1},
    {"zero and negative", "0", "-0.001", 1},
    {"by place", "9.99", "10", -1},
    {"negative by place", "-9.99", "-10", 1},
    {"by last digit", "123456789012345678", "123456789012345677", 1},
    {"far apart", "1000000000000000000000000000000000000000000", "0.0000000000000000000000001", 1},
    {"same first digits", "1000000000000000000", "999999999999999999", 1},
    {"different exponents, same top", "10000000000000000", "10000000000000000.1", -1},
};

static void
test_compare(void **state)
{
    const CompareRow *row = *state;
    FactDecimal a = test_decimal(row->a);
    FactDecimal b = test_decimal(row->b);

    assert_int_equal(fact_decimal_compare(a, b), row->expected);
    assert_int_equal(fact_decimal_compare(b, a), -row->expected);
}

typedef struct {
    const char *name;
    char operator;
    const char *a;
    const char *b;
    const char *expected; /* NULL: does not fit */
} ArithmeticRow;

static const ArithmeticRow arithmetic_rows[] = {
    {"add", '+', "5.6", "0.4", "6"},
    {"add across places", '+', "1000000", "0.001", "1000000.001"},
    {"add to zero", '+', "0", "0.000000000000000000000000001", "0.000000000000000000000000001"},
    {"add too far apart", '+', "1000000000000000000000", "1", NULL},
    {"add carries over", '+', "999999999999999999", "1", "1000000000000000000"},
    {"add overflows", '+', "999999999999999999", "2", NULL},
    {"subtract", '-', "6", "5.6", "0.4"},
    {"subtract itself", '-', "5.6", "5.6", "0"},
    {"subtract below zero", '-', "5.6", "6", "-0.4"},
    {"subtract cancels digits", '-', "1000000000000000000", "999999999999999999", "1"},
    {"multiply", '*', "1.609344", "100", "160.9344"},
    {"multiply by zero", '*', "999999999999999999", "0", "0"},
    {"multiply signs", '*', "-0.5", "-4", "2"},
    {"multiply too many digits", '*', "999999999999999999", "999999999999999999", NULL},
    {"multiply out of range", '*', "1000000000000000000000000000000000000000",
     "1000000000000000000000000", NULL},
};

static gboolean
apply(char operator, FactDecimal a, FactDecimal b, FactDecimal *out)
{
    if (operator== '+')
        return fact_decimal_add(a, b, out);
    if (operator== '-')
        return fact_decimal_subtract(a, b, out);
    return fact_decimal_multiply(a, b, out);
}

static void
test_arithmetic(void **state)
{
    const ArithmeticRow *row = *state;
    FactDecimal result = {7, 7};
    gboolean fits = apply(row->operator, test_decimal(row->a), test_decimal(row->b), &result);

    assert_int_equal(fits, row->expected != NULL);
    if (fits)
        assert_decimal(result, row->expected);
    else
        assert_int_equal(result.coefficient, 7);
}

typedef struct {
    const char *name;
    const char *amount;
    int64_t numerator;
    int64_t denominator;
    const char *expected; /* NULL: does not fit */
    gboolean is_exact;
} ScaleRow;

static const ScaleRow scale_rows[] = {
    {"one", "5.6", 1, 1, "5.6", TRUE},
    {"miles to metres", "26.2", 201168, 125, "42164.8128", TRUE},
    {"thirds", "2", 1, 3, "0.666666666666667", FALSE},
    {"thirds below", "1", 1, 3, "0.333333333333333", FALSE},
    {"negative thirds", "-2", 1, 3, "-0.666666666666667", FALSE},
    {"negative denominator", "2", 1, -4, "-0.5", TRUE},
    {"two negatives", "2", -1, -4, "0.5", TRUE},
    {"zero", "0", 5, 9, "0", TRUE},
    {"18 digits that fit", "999999999999999999", 1, 1, "999999999999999999", TRUE},
    {"half to even, down", "1000000000000005", 1, 2, "500000000000002.5", TRUE},
    {"rounds what does not fit", "999999999999999999", 7, 1, "7000000000000000000", FALSE},
    {"trailing zeros fit", "1000000000000000000", 1000, 1, "1000000000000000000000", TRUE},
    {"largest factors", "999999999999999999", G_MAXINT64, G_MAXINT64, "999999999999999999", TRUE},
    {"smallest factor", "1", G_MININT64, G_MININT64, "1", TRUE},
    {"tiny quotient", "1", 1, 1000000007, "0.000000000999999993", FALSE},
    {"no denominator", "1", 1, 0, NULL, FALSE},
};

static void
test_scale(void **state)
{
    const ScaleRow *row = *state;
    FactDecimal result = {7, 7};
    gboolean is_exact = FALSE;
    gboolean fits = fact_decimal_scale(test_decimal(row->amount), row->numerator, row->denominator,
                                       &result, &is_exact);

    assert_int_equal(fits, row->expected != NULL);
    if (!fits)
        return;
    assert_decimal(result, row->expected);
    assert_int_equal(is_exact, row->is_exact);
}

static void
test_digits(void **state)
{
    (void)state;
    assert_int_equal(fact_decimal_digits(FACT_DECIMAL_ZERO), 1);
    assert_int_equal(fact_decimal_digits(test_decimal("5600000")), 2);
    assert_int_equal(fact_decimal_digits(test_decimal("-0.001")), 1);
    assert_int_equal(fact_decimal_digits(test_decimal("999999999999999999")), 18);
}

static void
test_to_double(void **state)
{
    (void)state;
    assert_true(fact_decimal_to_double(test_decimal("5600000")) == 5600000.0);
    assert_true(fact_decimal_to_double(test_decimal("-0.05")) == -0.05);
    assert_true(fact_decimal_to_double(FACT_DECIMAL_ZERO) == 0.0);
}

/* -- laws over generated numbers -- */

#define ROUNDS 20000

static FactDecimal
random_decimal(TestRandom *random)
{
    static const uint64_t limits[] = {10, 1000, 1000000, 1000000000, UINT64_C(999999999999999999)};
    uint64_t limit = limits[test_random_below(random, G_N_ELEMENTS(limits))];
    int64_t coefficient = (int64_t)(test_random_next(random) % (limit + 1));
    int32_t exponent = (int32_t)test_random_below(random, 30) - 15;

    return fact_decimal_new(test_random_below(random, 3) == 0 ? -coefficient : coefficient,
                            exponent);
}

static void
test_law_format_parses_back(void **state)
{
    TestRandom random = {1};
    g_autoptr(GString) printed = g_string_new(NULL);

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        FactDecimal decimal = random_decimal(&random);
        FactDecimal again;

        g_string_truncate(printed, 0);
        fact_decimal_format(decimal, printed);
        assert_true(fact_decimal_parse(printed->str, printed->len, &again));
        assert_true(again.coefficient == decimal.coefficient && again.exponent == decimal.exponent);
    }
}

static void
test_law_compare_mirrors(void **state)
{
    TestRandom random = {2};

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        FactDecimal a = random_decimal(&random);
        FactDecimal b = random_decimal(&random);
        FactDecimal c = random_decimal(&random);

        assert_int_equal(fact_decimal_compare(a, a), 0);
        assert_int_equal(fact_decimal_compare(a, b), -fact_decimal_compare(b, a));
        assert_int_equal(fact_decimal_compare(a, b),
                         fact_decimal_compare(fact_decimal_negate(b), fact_decimal_negate(a)));
        if (fact_decimal_compare(a, b) <= 0 && fact_decimal_compare(b, c) <= 0)
            assert_true(fact_decimal_compare(a, c) <= 0);
    }
}

static void
test_law_subtract_undoes_add(void **state)
{
    TestRandom random = {3};
    int n = 0;

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        FactDecimal a = random_decimal(&random);
        FactDecimal b = random_decimal(&random);
        FactDecimal sum;
        FactDecimal other;
        FactDecimal back;

        if (!fact_decimal_add(a, b, &sum))
            continue;
        assert_true(fact_decimal_add(b, a, &other));
        assert_int_equal(fact_decimal_compare(sum, other), 0);
        assert_int_equal(fact_decimal_compare(sum, a), fact_decimal_compare(b, FACT_DECIMAL_ZERO));
        assert_true(fact_decimal_subtract(sum, b, &back));
        assert_int_equal(fact_decimal_compare(back, a), 0);
        n++;
    }
    assert_true(n > ROUNDS / 4);
}

static void
test_law_scale_agrees_with_multiply(void **state)
{
    TestRandom random = {4};

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        FactDecimal a = random_decimal(&random);
        int64_t factor = 1 + (int64_t)test_random_below(&random, 100000);
        FactDecimal product;
        FactDecimal scaled;
        FactDecimal back;
        gboolean is_exact;

        if (!fact_decimal_multiply(a, fact_decimal_new(factor, 0), &product))
            continue;
        assert_true(fact_decimal_scale(a, factor, 1, &scaled, &is_exact));
        assert_true(is_exact);
        assert_int_equal(fact_decimal_compare(product, scaled), 0);
        assert_true(fact_decimal_scale(product, 1, factor, &back, &is_exact));
        assert_true(is_exact);
        assert_int_equal(fact_decimal_compare(back, a), 0);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("decimal");

    test_suite_add_rows(suite, test_parse, parse_rows);
    test_suite_add(suite, test_parse_stops_at_length);
    test_suite_add_rows(suite, test_compare, compare_rows);
    test_suite_add_rows(suite, test_arithmetic, arithmetic_rows);
    test_suite_add_rows(suite, test_scale, scale_rows);
    test_suite_add(suite, test_digits);
    test_suite_add(suite, test_to_double);
    test_suite_add(suite, test_law_format_parses_back);
    test_suite_add(suite, test_law_compare_mirrors);
    test_suite_add(suite, test_law_subtract_undoes_add);
    test_suite_add(suite, test_law_scale_agrees_with_multiply);
    return test_suite_run(suite, argc, argv);
}
