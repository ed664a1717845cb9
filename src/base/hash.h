/* SPDX-License-Identifier: MIT
 *
 * Mixing hashes. g_int64_hash of GLib 2.74 uses the low 32 bits only, and XOR makes (a,b) and (b,a)
 * collide; keys here are mixed with the finaliser of MurmurHash3 (Austin Appleby, public domain).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

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

/* Hash of @len bytes; the same on every machine. */
uint64_t
fact_hash_bytes(const char *str, size_t len);
