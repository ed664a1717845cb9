/* SPDX-License-Identifier: MIT
 *
 * The part of a numeral that is digits: groups torn apart, fractions, exponents.
 */
#pragma once

#include "value/numeral.h"

/* Reads the NUMBER at @i with what belongs to its digits into first, end, low, decimals, n_digits
 * and the flags of @numeral. FALSE if it cannot be a number. */
gboolean
fact_numeral_read_digits(const FactScan *scan, guint i, guint limit, FactNumeral *numeral);

/* The fraction that the symbol at @i is ("½"), FALSE if it is none. */
gboolean
fact_numeral_read_symbol(const FactScan *scan, guint i, FactDecimal *out_fraction);

/* "1.3x10^6", "12e+14": an exponent right after the digits that end at byte @at. */
gboolean
fact_numeral_read_exponent(const FactScan *scan, uint32_t at, guint limit, FactNumeral *numeral);
