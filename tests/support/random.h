/* SPDX-License-Identifier: MIT
 *
 * A small generator of pseudo-random numbers for laws, benchmarks and mutations: the same numbers
 * on every machine, which g_random does not promise. SplitMix64 (Sebastiano Vigna, public domain).
 */
#pragma once

#include <stdint.h>

typedef struct {
    uint64_t state;
} TestRandom;

static inline uint64_t
test_random_next(TestRandom *random)
{
    uint64_t z = random->state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* From 0 up to but not including @end, which is not 0. */
static inline uint32_t
test_random_below(TestRandom *random, uint32_t end)
{
    return (uint32_t)((test_random_next(random) >> 32) * end >> 32);
}
