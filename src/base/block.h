/* SPDX-License-Identifier: MIT
 *
 * Sixteen bytes at a time: which of them are equal to a byte or lie in a range, as a bitmap. The
 * compiler's vectors make it the machine's own instructions wherever there are some; only the
 * bitmap asks for them by name.
 */
#pragma once

#include <glib.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define FACT_BLOCK_BYTES 16

typedef uint8_t FactBlock __attribute__((vector_size(FACT_BLOCK_BYTES)));

/* Bit i for byte i, from bytes that are all ones or all zero. */
static inline uint32_t
fact_block_bitmap(FactBlock bytes)
{
#ifdef __SSE2__
    return (uint32_t)_mm_movemask_epi8((__m128i)bytes);
#else
    uint32_t bitmap = 0;

    for (guint i = 0; i < FACT_BLOCK_BYTES; i++)
        bitmap |= (uint32_t)(bytes[i] & 1) << i;
    return bitmap;
#endif
}

/* All sixteen bytes at @bytes are read. */
static inline FactBlock
fact_block_load(const char *bytes)
{
    FactBlock block;

    memcpy(&block, bytes, sizeof block);
    return block;
}

static inline void
fact_block_store(FactBlock block, char *out)
{
    memcpy(out, &block, sizeof block);
}

/* The bytes that are @byte, as ones. */
static inline FactBlock
fact_block_equal(FactBlock block, uint8_t byte)
{
    return (FactBlock)(block == byte);
}

/* The bytes from @first to @last, as ones. */
static inline FactBlock
fact_block_between(FactBlock block, uint8_t first, uint8_t last)
{
    return (FactBlock)(block - first <= (uint8_t)(last - first));
}

static inline gboolean
fact_block_is_equal(FactBlock a, FactBlock b)
{
    return fact_block_bitmap((FactBlock)(a == b)) == 0xffff;
}

/* The first @n bytes of @block, at most FACT_BLOCK_BYTES, and zeros behind them. */
static inline FactBlock
fact_block_head(FactBlock block, guint n)
{
    static const uint8_t ones_and_zeros[2 * FACT_BLOCK_BYTES] = {
        [0 ... FACT_BLOCK_BYTES - 1] = 0xff,
    };

    return block & fact_block_load((const char *)ones_and_zeros + FACT_BLOCK_BYTES - n);
}

/* The number of the lowest bit of @bitmap; FACT_BLOCK_BYTES for an empty one of a block. */
static inline guint
fact_block_first(uint32_t bitmap)
{
    return (guint)__builtin_ctz(bitmap | UINT32_C(1) << FACT_BLOCK_BYTES);
}
