/* SPDX-License-Identifier: MIT
 *
 * Whole numbers as digits, two of them with each division: a run over a corpus prints a dozen
 * numbers for each of its values.
 */
#pragma once

#include <glib.h>
#include <stdint.h>
#include <string.h>

/* Digits of the largest 64-bit number. */
#define FACT_INTEGER_DIGITS_MAX 20

/* "00" to "99", one behind the other, without a NUL. */
extern const char FACT_INTEGER_PAIRS[200];

/* How many digits @number has; 1 for zero. */
guint
fact_integer_digits(uint64_t number);

/* Writes @number to @out, which has room for FACT_INTEGER_DIGITS_MAX bytes; where it ends. */
char *
fact_integer_put(uint64_t number, char *out);

/* Writes @number, below 100, with two digits to @out; where it ends. */
static inline char *
fact_integer_put_pair(guint number, char *out)
{
    memcpy(out, FACT_INTEGER_PAIRS + (size_t)2 * number, 2);
    return out + 2;
}
