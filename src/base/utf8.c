/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include "base/block.h"

/* The bytes of the character at @str, 0 where it is none: no lead byte, cut off, longer than it
 * need be, a surrogate, or beyond U+10FFFF. */
static size_t
character_length(const unsigned char *str, size_t left)
{
    unsigned char lead = str[0];
    size_t len = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    unsigned char first = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char last = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;

    if (lead == 0 || (lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || left < len)
        return 0;
    if (len > 1 && (str[1] < first || str[1] > last))
        return 0;
    for (size_t i = 2; i < len; i++) {
        if ((str[i] & 0xc0) != 0x80)
            return 0;
    }
    return len;
}

static inline FactBlock
others_at(const char *str)
{
    return ~fact_block_between(fact_block_load(str), 0x01, 0x7f);
}

/* Passes over ASCII from @at on, four blocks at a time and then one. */
static inline size_t
skip_ascii(const char *str, size_t at, size_t len)
{
    for (; len - at >= 4 * FACT_BLOCK_BYTES; at += 4 * FACT_BLOCK_BYTES) {
        const char *next = str + at;
        FactBlock others = others_at(next) | others_at(next + FACT_BLOCK_BYTES) |
                           others_at(next + 2 * FACT_BLOCK_BYTES) |
                           others_at(next + 3 * FACT_BLOCK_BYTES);
        if (fact_block_bitmap(others) != 0)
            break;
    }
    for (; len - at >= FACT_BLOCK_BYTES; at += FACT_BLOCK_BYTES) {
        uint32_t others = fact_block_bitmap(others_at(str + at));

        if (others != 0)
            return at + fact_block_first(others);
    }
    return at;
}

size_t
fact_utf8_valid_length(const char *str, size_t len)
{
    size_t at = 0;

    for (;;) {
        size_t n;

        at = skip_ascii(str, at, len);
        if (at == len)
            break;
        n = character_length((const unsigned char *)str + at, len - at);
        if (n == 0)
            break;
        at += n;
    }
    return at;
}
