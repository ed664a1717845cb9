/* SPDX-License-Identifier: MIT
 *
 * What a byte of UTF-8, and a code point above 0x7f, is to the tokeniser.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

enum {
    FACT_BYTE_OTHER, /* controls */
    FACT_BYTE_SPACE,
    FACT_BYTE_NEWLINE,
    FACT_BYTE_LETTER,
    FACT_BYTE_DIGIT,
    FACT_BYTE_PUNCT,
    FACT_BYTE_SYMBOL,
    FACT_BYTE_HIGH, /* part of a code point above 0x7f */
};

/* The class of each byte. */
extern const uint8_t fact_byte_class[256];

/* What a code point above 0x7f is, and its ASCII form. */
typedef struct {
    uint8_t class;
    char mark;
} FactCharClass;

FactCharClass
fact_char_classify(gunichar c);

/* The code point at @pos; *out_next is where the next one begins. */
gunichar
fact_char_decode(const char *text, uint32_t pos, uint32_t *out_next);

/* Length of the apostrophe at @pos, 0 if there is none. */
uint32_t
fact_char_apostrophe(const char *text, uint32_t pos);

gboolean
fact_char_is_letter(const char *text, uint32_t pos);

gboolean
fact_char_is_alnum(const char *text, uint32_t pos);
