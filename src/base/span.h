/* SPDX-License-Identifier: MIT
 *
 * A span is a byte range of a document's text. Documents are smaller than 4 GiB (the reader's limit
 * is far below that), so 32 bits serve, and tokens and claims stay small.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

typedef struct {
    uint32_t start; /* first byte */
    uint32_t end;   /* one past the last byte */
} FactSpan;
