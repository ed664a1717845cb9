/* SPDX-License-Identifier: MIT
 *
 * From a file's bytes to valid UTF-8, with the way back.
 */
#pragma once

#include "base/document.h"

/* Where more than one byte in so many is not UTF-8, the file is in another encoding and says not in
 * which. Replacing its letters one by one would leave nothing to read. */
#define FACT_READ_INVALID_SHARE 8
/* ...but a few are always borne, for short files. */
#define FACT_READ_INVALID_FREE 16

typedef struct {
    char *text; /* owned, NUL-terminated, valid UTF-8; NUL bytes are spaces */
    size_t len;
    GArray *runs; /* of FactOffsetRun, owned: where text stands in the raw bytes; NULL: identity */
    size_t n_invalid;       /* sequences replaced by U+FFFD */
    size_t first_invalid;   /* place of the first in text */
    gboolean is_unreadable; /* far too many were */
} FactDecoded;

void
fact_decoded_clear(FactDecoded *decoded);

/* Decodes @raw. A byte order mark outranks @charset; without either it is UTF-8. FALSE where
 * @charset is not known; then @decoded is what UTF-8 makes of it. */
gboolean
fact_decode(const char *raw, size_t len, const char *charset, FactDecoded *decoded);

/* Where the byte at @offset stands. */
uint32_t
fact_offset_runs_map(const GArray *runs, uint32_t offset);

/* The raw bytes begin with a byte order mark of UTF-16. */
gboolean
fact_encoding_is_utf16(const char *raw, size_t len);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FactDecoded, fact_decoded_clear)
