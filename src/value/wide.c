/* SPDX-License-Identifier: MIT
 *
 * School arithmetic by limbs. Comparing values happens once for each pair of distinct values of a
 * key, so plainness matters more than speed.
 */
#include "value/wide.h"

#include <glib.h>

__extension__ typedef unsigned __int128 Double;

static gboolean
is_negative(const FactWide *wide)
{
    return wide->limbs[FACT_WIDE_LIMBS - 1] >> 63 != 0;
}

FactWide
fact_wide_from_int(int64_t number)
{
    FactWide wide;

    wide.limbs[0] = (uint64_t)number;
    for (int i = 1; i < FACT_WIDE_LIMBS; i++)
        wide.limbs[i] = number < 0 ? UINT64_MAX : 0;
    return wide;
}

FactWide
fact_wide_add(const FactWide *a, const FactWide *b)
{
    FactWide sum;
    Double carry = 0;

    for (int i = 0; i < FACT_WIDE_LIMBS; i++) {
        carry += (Double)a->limbs[i] + b->limbs[i];
        sum.limbs[i] = (uint64_t)carry;
        carry >>= 64;
    }
    return sum;
}

FactWide
fact_wide_negate(const FactWide *wide)
{
    FactWide inverse;
    FactWide one = fact_wide_from_int(1);

    for (int i = 0; i < FACT_WIDE_LIMBS; i++)
        inverse.limbs[i] = ~wide->limbs[i];
    return fact_wide_add(&inverse, &one);
}

FactWide
fact_wide_subtract(const FactWide *a, const FactWide *b)
{
    FactWide negative = fact_wide_negate(b);
    return fact_wide_add(a, &negative);
}

FactWide
fact_wide_abs(const FactWide *wide)
{
    return is_negative(wide) ? fact_wide_negate(wide) : *wide;
}

static FactWide
multiply_unsigned(const FactWide *wide, uint64_t factor)
{
    FactWide product;
    Double carry = 0;

    for (int i = 0; i < FACT_WIDE_LIMBS; i++) {
        carry += (Double)wide->limbs[i] * factor;
        product.limbs[i] = (uint64_t)carry;
        carry >>= 64;
    }
    return product;
}

FactWide
fact_wide_multiply(const FactWide *wide, int64_t factor)
{
    FactWide magnitude = fact_wide_abs(wide);
    uint64_t size = factor < 0 ? UINT64_C(0) - (uint64_t)factor : (uint64_t)factor;
    FactWide product = multiply_unsigned(&magnitude, size);

    return is_negative(wide) != (factor < 0) ? fact_wide_negate(&product) : product;
}

FactWide
fact_wide_shift(const FactWide *wide, int power)
{
    FactWide shifted = *wide;

    g_assert(power >= 0);
    for (; power >= 18; power -= 18)
        shifted = fact_wide_multiply(&shifted, INT64_C(1000000000000000000));
    for (; power > 0; power--)
        shifted = fact_wide_multiply(&shifted, 10);
    return shifted;
}

int
fact_wide_sign(const FactWide *wide)
{
    uint64_t any = 0;

    for (int i = 0; i < FACT_WIDE_LIMBS; i++)
        any |= wide->limbs[i];
    return any == 0 ? 0 : is_negative(wide) ? -1 : 1;
}

int
fact_wide_compare(const FactWide *a, const FactWide *b)
{
    FactWide difference = fact_wide_subtract(a, b);
    return fact_wide_sign(&difference);
}
