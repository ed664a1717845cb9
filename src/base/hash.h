/* SPDX-License-Identifier: MIT
 *
 * Mixing hashes. g_int64_hash of GLib 2.74 uses the low 32 bits only, and XOR makes (a,b) and (b,a)
 * collide; keys here are mixed with the finaliser of MurmurHash3 (Austin Appleby, public domain).
 */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

__extension__ typedef unsigned __int128 FactHashWide;

static inline uint64_t
fact_hash_mix(uint64_t h)
{
    h ^= h >> 33;
    h *= UINT64_C(0xff51afd7ed558ccd);
    h ^= h >> 33;
    h *= UINT64_C(0xc4ceb9fe1a85ec53);
    h ^= h >> 33;
    return h;
}

static inline uint64_t
fact_hash_combine(uint64_t h, uint64_t value)
{
    return fact_hash_mix(h * UINT64_C(0x9e3779b97f4a7c15) + value);
}

static inline uint64_t
fact_hash_read_8(const char *str)
{
    uint64_t word;

    memcpy(&word, str, sizeof word);
    return GUINT64_FROM_LE(word);
}

static inline uint64_t
fact_hash_read_4(const char *str)
{
    uint32_t word;

    memcpy(&word, str, sizeof word);
    return GUINT32_FROM_LE(word);
}

/* Both halves of the 128-bit product, folded: the mixer of wyhash (Wang Yi, public domain). */
static inline uint64_t
fact_hash_multiply(uint64_t a, uint64_t b)
{
    FactHashWide product = (FactHashWide)a * b;

    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Hash of @len bytes; the same on every machine. Inline, for it runs once for every token: up to 16
 * bytes take two loads that may overlap and two multiplications. Reads no byte beyond @len. */
static inline uint64_t
fact_hash_bytes(const char *str, size_t len)
{
    const uint64_t secret = UINT64_C(0xa0761d6478bd642f);
    uint64_t seed = UINT64_C(0xe7037ed1a0b428db);
    uint64_t a = 0;
    uint64_t b = 0;
    size_t left = len;

    for (; left > 16; left -= 16, str += 16)
        seed = fact_hash_multiply(fact_hash_read_8(str) ^ secret, fact_hash_read_8(str + 8) ^ seed);
    if (left >= 8) {
        a = fact_hash_read_8(str);
        b = fact_hash_read_8(str + left - 8);
    } else if (left >= 4) {
        a = fact_hash_read_4(str);
        b = fact_hash_read_4(str + left - 4);
    } else if (left > 0) {
        a = (uint64_t)(unsigned char)str[0] << 16 | (uint64_t)(unsigned char)str[left / 2] << 8 |
            (unsigned char)str[left - 1];
    }
    return fact_hash_multiply(secret ^ len, fact_hash_multiply(a ^ secret, b ^ seed));
}
