/* SPDX-License-Identifier: MIT
 *
 * All intermediate results are exact in 128 bits: 18 digits times 18 digits have 36, and 128 bits
 * hold 38. Results are normalised, checked against the bounds, and only then handed out.
 */
#include "base/decimal.h"

#include "base/integer.h"

#include <math.h>
#include <string.h>

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

/* One above the largest coefficient. */
#define COEFFICIENT_LIMIT INT64_C(1000000000000000000)
/* Digits that a rounded result keeps. */
#define ROUNDED_DIGITS 15
/* Largest power of ten in 128 bits. */
#define POWER_MAX 38

static uint64_t
magnitude(int64_t number)
{
    return number < 0 ? UINT64_C(0) - (uint64_t)number : (uint64_t)number;
}

static UnsignedWide
power_of_ten(int exponent)
{
    UnsignedWide power = 1;

    g_assert(exponent >= 0 && exponent <= POWER_MAX);
    for (int i = 0; i < exponent; i++)
        power *= 10;
    return power;
}

static int
count_digits(UnsignedWide number)
{
    int digits = 0;

    for (; number > G_MAXUINT64; number /= 10)
        digits++;
    return digits + (int)fact_integer_digits((uint64_t)number);
}

static gboolean
normalise(Wide coefficient, int64_t exponent, FactDecimal *out)
{
    int64_t short_coefficient;

    if (coefficient == 0) {
        *out = FACT_DECIMAL_ZERO;
        return TRUE;
    }
    while ((int64_t)coefficient != coefficient && coefficient % 10 == 0) {
        coefficient /= 10;
        exponent++;
    }
    if ((int64_t)coefficient != coefficient)
        return FALSE;
    /* Dividing 128 bits takes a call, which hardly any number needs. */
    short_coefficient = (int64_t)coefficient;
    while (short_coefficient % 10 == 0) {
        short_coefficient /= 10;
        exponent++;
    }
    if (short_coefficient >= COEFFICIENT_LIMIT || short_coefficient <= -COEFFICIENT_LIMIT)
        return FALSE;
    if (exponent > FACT_DECIMAL_EXPONENT_MAX || exponent < -FACT_DECIMAL_EXPONENT_MAX)
        return FALSE;
    out->coefficient = short_coefficient;
    out->exponent = (int32_t)exponent;
    return TRUE;
}

FactDecimal
fact_decimal_new_any(int64_t coefficient, int32_t exponent)
{
    FactDecimal decimal = FACT_DECIMAL_ZERO;
    gboolean fits = normalise(coefficient, exponent, &decimal);

    g_return_val_if_fail(fits, FACT_DECIMAL_ZERO);
    return decimal;
}

/* Digits from @str on, at most @len, onto @coefficient. Zeros wait in @zeros until a digit that is
 * not zero follows, so that trailing ones cost no digits. FALSE where there is none, or too many.
 */
static gboolean
read_digits(const char *str, size_t len, int64_t *coefficient, int64_t *zeros, size_t *out_read)
{
    size_t i = 0;

    for (; i < len && g_ascii_isdigit(str[i]); i++) {
        if (str[i] == '0') {
            *zeros += *coefficient != 0;
            continue;
        }
        for (int64_t n = *zeros + 1; n > 0; n--) {
            if (*coefficient >= COEFFICIENT_LIMIT / 10)
                return FALSE;
            *coefficient *= 10;
        }
        *coefficient += str[i] - '0';
        *zeros = 0;
    }
    *out_read = i;
    return i > 0;
}

gboolean
fact_decimal_parse(const char *str, size_t len, FactDecimal *out_decimal)
{
    gboolean is_negative = len > 0 && str[0] == '-';
    size_t at = is_negative ? 1 : 0;
    int64_t coefficient = 0;
    int64_t zeros = 0;
    int64_t places = 0;
    size_t n;

    if (!read_digits(str + at, len - at, &coefficient, &zeros, &n))
        return FALSE;
    at += n;
    if (at < len && str[at] == '.') {
        at++;
        if (!read_digits(str + at, len - at, &coefficient, &zeros, &n))
            return FALSE;
        places = (int64_t)n;
        at += n;
    }
    if (at != len)
        return FALSE;
    return normalise(is_negative ? -coefficient : coefficient, zeros - places, out_decimal);
}

/* The last @places digits of @number stand behind a point, and at least one before it. */
static char *
put_with_point(uint64_t number, int places, char *out)
{
    int zeros = MAX(places + 1 - (int)fact_integer_digits(number), 0);
    char *end;

    memset(out, '0', (size_t)zeros);
    end = fact_integer_put(number, out + zeros);
    memmove(end - places + 1, end - places, (size_t)places);
    end[-places] = '.';
    return end + 1;
}

char *
fact_decimal_put(FactDecimal decimal, char *out)
{
    uint64_t number = magnitude(decimal.coefficient);

    *out = '-';
    out += decimal.coefficient < 0;
    if (decimal.exponent < 0)
        return put_with_point(number, -decimal.exponent, out);
    out = fact_integer_put(number, out);
    for (int i = 0; i < decimal.exponent; i++)
        *out++ = '0';
    return out;
}

void
fact_decimal_format(FactDecimal decimal, GString *out)
{
    char text[FACT_DECIMAL_TEXT_MAX];

    g_string_append_len(out, text, fact_decimal_put(decimal, text) - text);
}

static UnsignedWide
magnitude_of(FactDecimal decimal)
{
    return magnitude(decimal.coefficient);
}

int
fact_decimal_digits(FactDecimal decimal)
{
    return count_digits(magnitude_of(decimal));
}

static int
compare_magnitudes(FactDecimal a, FactDecimal b)
{
    int top_a = fact_decimal_digits(a) + a.exponent;
    int top_b = fact_decimal_digits(b) + b.exponent;
    UnsignedWide wide_a = magnitude_of(a);
    UnsignedWide wide_b = magnitude_of(b);

    if (top_a != top_b)
        return top_a < top_b ? -1 : 1;
    /* The first digits stand at one place, so the exponents differ by less than the digits. */
    if (a.exponent > b.exponent)
        wide_a *= power_of_ten(a.exponent - b.exponent);
    else
        wide_b *= power_of_ten(b.exponent - a.exponent);
    return wide_a == wide_b ? 0 : wide_a < wide_b ? -1 : 1;
}

static int
sign_of(FactDecimal decimal)
{
    return (decimal.coefficient > 0) - (decimal.coefficient < 0);
}

int
fact_decimal_compare(FactDecimal a, FactDecimal b)
{
    int sign = sign_of(a);

    if (a.exponent == b.exponent)
        return (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
    if (sign != sign_of(b))
        return sign < sign_of(b) ? -1 : 1;
    return sign == 0 ? 0 : sign * compare_magnitudes(a, b);
}

FactDecimal
fact_decimal_negate(FactDecimal decimal)
{
    decimal.coefficient = -decimal.coefficient;
    return decimal;
}

FactDecimal
fact_decimal_abs(FactDecimal decimal)
{
    return decimal.coefficient < 0 ? fact_decimal_negate(decimal) : decimal;
}

gboolean
fact_decimal_add(FactDecimal a, FactDecimal b, FactDecimal *out)
{
    FactDecimal high = a.exponent >= b.exponent ? a : b;
    FactDecimal low = a.exponent >= b.exponent ? b : a;
    int shift = high.exponent - low.exponent;

    if (a.coefficient == 0 || b.coefficient == 0) {
        *out = a.coefficient == 0 ? b : a;
        return TRUE;
    }
    /* Normalised numbers further apart than that have a sum of more than 18 digits. */
    if (shift > FACT_DECIMAL_DIGITS_MAX + 1)
        return FALSE;
    return normalise((Wide)high.coefficient * (Wide)power_of_ten(shift) + low.coefficient,
                     low.exponent, out);
}

gboolean
fact_decimal_subtract(FactDecimal a, FactDecimal b, FactDecimal *out)
{
    return fact_decimal_add(a, fact_decimal_negate(b), out);
}

gboolean
fact_decimal_multiply(FactDecimal a, FactDecimal b, FactDecimal *out)
{
    return normalise((Wide)a.coefficient * b.coefficient, (int64_t)a.exponent + b.exponent, out);
}

/* Rounds half to even; @is_more: what is not in @number any more was not zero. */
static UnsignedWide
round_to_digits(UnsignedWide number, int digits, gboolean is_more, int *out_dropped)
{
    int dropped = MAX(count_digits(number) - digits, 0);
    UnsignedWide unit = power_of_ten(dropped);
    UnsignedWide rest = number % unit;
    UnsignedWide rounded = number / unit;
    gboolean is_up = rest > unit / 2 || (rest == unit / 2 && (is_more || rounded % 2 == 1));

    g_assert(dropped > 0);
    *out_dropped = dropped;
    return rounded + is_up;
}

gboolean
fact_decimal_scale(FactDecimal a, int64_t numerator, int64_t denominator, FactDecimal *out,
                   gboolean *out_exact)
{
    gboolean is_negative = ((a.coefficient < 0) != (numerator < 0)) != (denominator < 0);
    UnsignedWide divisor = magnitude(denominator);
    UnsignedWide dividend = magnitude_of(a) * magnitude(numerator);
    UnsignedWide quotient;
    UnsignedWide rest;
    int64_t exponent = a.exponent;
    gboolean is_exact;

    if (denominator == 0)
        return FALSE;
    quotient = dividend / divisor;
    rest = dividend % divisor;
    for (; rest != 0 && quotient < COEFFICIENT_LIMIT; exponent--) {
        quotient = quotient * 10 + rest * 10 / divisor;
        rest = rest * 10 % divisor;
    }
    while (rest == 0 && quotient != 0 && quotient % 10 == 0) {
        quotient /= 10;
        exponent++;
    }
    is_exact = rest == 0 && quotient < COEFFICIENT_LIMIT;
    if (!is_exact) {
        int dropped;

        quotient = round_to_digits(quotient, ROUNDED_DIGITS, rest != 0, &dropped);
        exponent += dropped;
    }
    if (!normalise(is_negative ? -(Wide)quotient : (Wide)quotient, exponent, out))
        return FALSE;
    if (out_exact != NULL)
        *out_exact = is_exact;
    return TRUE;
}

double
fact_decimal_to_double(FactDecimal decimal)
{
    double coefficient = (double)decimal.coefficient;

    if (decimal.exponent < 0)
        return coefficient / pow(10.0, -decimal.exponent);
    return coefficient * pow(10.0, decimal.exponent);
}
