/* SPDX-License-Identifier: MIT
 *
 * Numbers in digits, with separators of either habit: "1,234.5", "1.234.567,8", "12,34,567", "1,3".
 */
#pragma once

#include "base/decimal.h"

typedef struct {
    FactDecimal amount;
    int decimals; /* digits after the decimal point, as written */
    int n_digits;
    gboolean has_separator; /* of thousands */
} FactDigits;

/* Reads exactly @len bytes of digits, commas and dots. FALSE if they are no number: an address of
 * the internet, a list, a version, more digits than a decimal holds. */
gboolean
fact_digits_parse(const char *str, size_t len, FactDigits *out_digits);
