/* SPDX-License-Identifier: MIT
 *
 * Exact decimals: coefficient * 10^exponent, after libyang's decimal64. At most 18 significant
 * digits; what does not fit is refused by the parser, never rounded in silence.
 *
 * Invariant: a normalised decimal has no trailing zero in its coefficient, and zero is {0, 0}, so
 * that equal numbers have equal bytes. Every function returns normalised decimals.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

typedef struct {
    int64_t coefficient;
    int32_t exponent;
} FactDecimal;

#define FACT_DECIMAL_DIGITS_MAX 18
/* A decimal's exponent stays within these bounds; beyond them operations fail. */
#define FACT_DECIMAL_EXPONENT_MAX 60
/* Bytes of a sign, digits, as many zeros as that, and a point. */
#define FACT_DECIMAL_TEXT_MAX (FACT_DECIMAL_EXPONENT_MAX + FACT_DECIMAL_DIGITS_MAX + 3)

#define FACT_DECIMAL_ZERO ((FactDecimal){0, 0})

/* The same as new, for any number: strips the zeros behind it. */
FactDecimal
fact_decimal_new_any(int64_t coefficient, int32_t exponent);

/* For numbers known to fit; more digits or a larger exponent than allowed are a caller's bug. Small
 * ones, which nearly all are, need no more than a look at the last digit. */
static inline FactDecimal
fact_decimal_new(int64_t coefficient, int32_t exponent)
{
    if (coefficient % 10 != 0 && (uint64_t)coefficient < UINT32_MAX && exponent > -30 &&
        exponent < 30)
        return (FactDecimal){coefficient, exponent};
    return fact_decimal_new_any(coefficient, exponent);
}

/* Reads `-?digits(.digits)?` of exactly @len bytes, no separators, no exponent.
 * FALSE if it is anything else or does not fit. */
gboolean
fact_decimal_parse(const char *str, size_t len, FactDecimal *out_decimal);

/* Appends plain digits, never an exponent: "5600000", "-0.05". */
void
fact_decimal_format(FactDecimal decimal, GString *out);

/* The same to @out, which has room for FACT_DECIMAL_TEXT_MAX bytes; where it ends. */
char *
fact_decimal_put(FactDecimal decimal, char *out);

/* Number of significant digits; 1 for zero. */
int
fact_decimal_digits(FactDecimal decimal);

/* <0, 0, >0. Exact. */
int
fact_decimal_compare(FactDecimal a, FactDecimal b);

static inline gboolean
fact_decimal_is_zero(FactDecimal decimal)
{
    return decimal.coefficient == 0;
}

FactDecimal
fact_decimal_negate(FactDecimal decimal);

FactDecimal
fact_decimal_abs(FactDecimal decimal);

/* FALSE when the exact result does not fit; @out is untouched then. */
gboolean
fact_decimal_add(FactDecimal a, FactDecimal b, FactDecimal *out);

gboolean
fact_decimal_subtract(FactDecimal a, FactDecimal b, FactDecimal *out);

gboolean
fact_decimal_multiply(FactDecimal a, FactDecimal b, FactDecimal *out);

/* a * numerator / denominator. A result of more than FACT_DECIMAL_DIGITS_MAX digits is rounded half
 * to even to 15 of them; @out_exact (nullable) tells whether nothing was lost. FALSE when the
 * result does not fit or @denominator is 0. */
gboolean
fact_decimal_scale(FactDecimal a, int64_t numerator, int64_t denominator, FactDecimal *out,
                   gboolean *out_exact);

/* For ratios and distances shown to people, never for equality. */
double
fact_decimal_to_double(FactDecimal decimal);
