/* SPDX-License-Identifier: MIT
 *
 * Input: a pointer, a line feed, a text that need not be JSON. The place found lies in the text.
 */
#include "fuzz/fuzz.h"

#include "base/json-locate.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    const char *newline = size == 0 ? NULL : memchr(text, '\n', size);
    g_autofree char *pointer = NULL;
    FactPosition position;
    FactPosition end;
    size_t len;

    if (newline == NULL)
        return 0;
    pointer = g_strndup(text, (gsize)(newline - text));
    len = size - (size_t)(newline + 1 - text);
    position = fact_json_locate(newline + 1, len, pointer);
    end = fact_position_of(newline + 1, len, len);
    g_assert_cmpuint(position.line, >=, 1);
    g_assert_cmpuint(position.column, >=, 1);
    g_assert_cmpuint(position.line, <=, end.line);
    return 0;
}
