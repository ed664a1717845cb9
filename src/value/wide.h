/* SPDX-License-Identifier: MIT
 *
 * Wide integers: two's complement of 1,280 bits, for comparing amounts of different units without
 * rounding. The largest term of a comparison is a coefficient (60 bits) times a power of ten of
 * 180 digits (600 bits) times two unit factors (126 bits) times a tolerance (60 bits and a power of
 * ten of 60 digits, 200 bits); nothing here can overflow.
 */
#pragma once

#include <stdint.h>

#define FACT_WIDE_LIMBS 20

typedef struct {
    uint64_t limbs[FACT_WIDE_LIMBS]; /* least significant first */
} FactWide;

FactWide
fact_wide_from_int(int64_t number);

FactWide
fact_wide_multiply(const FactWide *wide, int64_t factor);

/* @wide times ten to the @power, which is not negative. */
FactWide
fact_wide_shift(const FactWide *wide, int power);

FactWide
fact_wide_add(const FactWide *a, const FactWide *b);

FactWide
fact_wide_negate(const FactWide *wide);

FactWide
fact_wide_subtract(const FactWide *a, const FactWide *b);

FactWide
fact_wide_abs(const FactWide *wide);

/* -1, 0 or 1. */
int
fact_wide_sign(const FactWide *wide);

int
fact_wide_compare(const FactWide *a, const FactWide *b);
