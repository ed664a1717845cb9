/* SPDX-License-Identifier: MIT
 *
 * A number as it is written, before anything is known of its unit: digits, words or both, with
 * fractions and scale words.
 */
#pragma once

#include "value/scan.h"

typedef struct {
    guint first; /* first token; may stand before the one it was found at ("a" of "a dozen") */
    guint end;   /* one past the last token */
    FactDecimal low;
    FactDecimal high;        /* low, but for "hundreds of thousands" */
    FactDecimal precision;   /* implied by a scale word */
    FactDecimal coefficient; /* before the last scale word: 5.6 of "5.6 million" */
    int scale;               /* power of ten of that word, 0 for none */
    int decimals;            /* digits written after the point */
    guint n_digits;          /* of a number in digits */
    gboolean has_precision;
    gboolean is_digits; /* begins with digits */
    gboolean has_separator;
    gboolean is_fraction; /* of one: "a third", "half", "3/4" */
    gboolean is_ordinal;  /* "third", "21st" */
    gboolean is_rating;   /* "6.1/10": of is the denominator */
    gboolean is_one;      /* the word "one" alone */
    gboolean is_signed;   /* "+5", "-5", "minus 5" */
    gboolean is_negative;
    gboolean is_vague; /* "several hundred", "millions" */
    FactDecimal of;
} FactNumeral;

/* Reads a number at token @i, a NUMBER or a word or symbol that begins one. @is_money: letters that
 * scale sums ("$5m") do so here. Returns FALSE where there is none. */
gboolean
fact_numeral_read(const FactScan *scan, guint i, guint limit, gboolean is_money,
                  FactNumeral *out_numeral);

/* The same where the digits begin inside a word, at byte @at of token @i: "RM23.50", "US55,931". */
gboolean
fact_numeral_read_inside(const FactScan *scan, guint i, uint32_t at, guint limit,
                         FactNumeral *out_numeral);

/* Takes in the sign before @numeral->first: "-5", "+5", "minus 5"; @first is moved to it. */
void
fact_numeral_read_sign(const FactScan *scan, FactNumeral *numeral);

/* Whether the word at @i begins a number in words; cheaper than reading it. */
static inline gboolean
fact_numeral_is_word(const FactScan *scan, guint i)
{
    return fact_scan_is_word(scan, i) && (scan->token[i].classes & FACT_WORD_NUMBER) != 0;
}

/* Whether token @i may be a symbol that is a number: one of "¼", "½" and "¾", or of the block of
 * U+2150. */
gboolean
fact_numeral_may_be_symbol(const FactScan *scan, guint i);

/* Whether what stands at @i, behind digits or a scale word, is no more of their number: nothing at
 * all, a word that is no number, "and" or "point", or a mark that neither joins nor was lost. */
static inline gboolean
fact_numeral_is_end(const FactScan *scan, guint i, guint limit)
{
    if (i >= limit)
        return TRUE;
    const FactToken *next = &scan->token[i];
    if ((next->flags & FACT_TOKEN_WORD) != 0)
        return (next->flags & FACT_TOKEN_GLUED) == 0 && (next->classes & FACT_WORD_NUMBER) == 0 &&
               next->mark != 'a' && next->mark != 'p';
    return (next->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 &&
           (next->flags & FACT_TOKEN_DASH) == 0 && next->mark != '\0';
}

/* Makes @numeral @scale times larger, as the scale word it shares with another says. */
gboolean
fact_numeral_apply_scale(FactNumeral *numeral, int scale);
