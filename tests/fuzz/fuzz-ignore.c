/* SPDX-License-Identifier: MIT
 *
 * Input: a path, a line feed, an ignore list.
 */
#include "fuzz/fuzz.h"

#include "read/ignore.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    const char *newline = size == 0 ? NULL : memchr(text, '\n', size);
    g_autoptr(FactIgnore) outer = fact_ignore_new("", NULL);
    g_autoptr(FactIgnore) inner = fact_ignore_new("a", outer);
    g_autofree char *path = NULL;

    if (newline == NULL)
        return 0;
    path = g_strndup(text, (gsize)(newline - text));
    (void)fact_ignore_add(outer, newline + 1, size - (size_t)(newline + 1 - text));
    (void)fact_ignore_add(inner, newline + 1, size - (size_t)(newline + 1 - text));
    (void)fact_ignore_matches(inner, path, FALSE);
    (void)fact_ignore_matches(inner, path, TRUE);
    return 0;
}
