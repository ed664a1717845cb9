/* SPDX-License-Identifier: MIT
 *
 * The one function of a fuzz target, as libFuzzer calls it. It returns 0, and fails by g_assert or
 * by what a sanitizer sees.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
