/* SPDX-License-Identifier: MIT
 *
 * Texts as the scanners want them: followed by FACT_TEXT_PADDING zero bytes, and by nothing else,
 * so that a sanitizer sees the byte after those.
 */
#pragma once

#include <glib.h>
#include <string.h>

#include "base/document.h"

/* Transfer full. */
static inline char *
test_padded_len(const char *text, size_t len)
{
    char *padded = g_malloc0(len + FACT_TEXT_PADDING);

    if (len > 0)
        memcpy(padded, text, len);
    return padded;
}

static inline char *
test_padded(const char *text)
{
    return test_padded_len(text, strlen(text));
}
