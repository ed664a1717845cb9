/* SPDX-License-Identifier: MIT
 *
 * A word of any letters, read code point by code point: its form in lower case, and how it was
 * written.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

/* Longer words are kept as tokens, but no lexicon holds them. */
#define FACT_WORD_BYTES_MAX 96

typedef struct {
    char folded[FACT_WORD_BYTES_MAX + 8];
    uint32_t len;
    gboolean too_long;
    guint letters;
    guint capitals;
    gboolean has_digit;
    gboolean first_capital;
} FactWordShape;

/* Reads the word that begins at @start of @text, a letter: letters, digits and inner apostrophes,
 * or initials with their dots ("U.S."). Stops before a possessive. Returns one past it. */
uint32_t
fact_word_shape_read(const char *text, uint32_t start, FactWordShape *out_word);
