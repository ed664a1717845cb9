/* SPDX-License-Identifier: MIT
 *
 * The table of formats, and what tells them apart. A known extension decides; the first bytes
 * decide where there is none, and between the two JSON formats, whose files go by each other's
 * names.
 */
#include "read/source.h"

#include <string.h>

static const FactFormat *const formats[] = {
    &fact_format_text, &fact_format_markdown,   &fact_format_html,
    &fact_format_json, &fact_format_json_lines,
};

const FactFormat *
fact_format_of_path(const char *path)
{
    size_t len = strlen(path);

    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        for (const char *const *extension = formats[i]->extensions; *extension != NULL;
             extension++) {
            size_t n = strlen(*extension);

            if (len > n && g_ascii_strcasecmp(path + len - n, *extension) == 0)
                return formats[i];
        }
    }
    return NULL;
}

/* A line ends and the next that is not blank begins another object. */
static gboolean
is_json_lines(const char *head, size_t len)
{
    const char *newline = memchr(head, '\n', len);

    if (len == 0 || *head != '{' || newline == NULL)
        return FALSE;
    for (const char *at = newline; at < head + len; at++) {
        if (!g_ascii_isspace(*at))
            return *at == '{';
    }
    return FALSE;
}

const FactFormat *
fact_format_of_content(const FactFormat *named, const char *head, size_t len)
{
    if (named != NULL && named != &fact_format_json)
        return named;
    if (len >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0) {
        head += 3;
        len -= 3;
    }
    while (len > 0 && g_ascii_isspace(*head)) {
        head++;
        len--;
    }
    if (is_json_lines(head, len))
        return &fact_format_json_lines;
    if (named != NULL)
        return named;
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (formats[i]->sniff != NULL && formats[i]->sniff(head, len))
            return formats[i];
    }
    return &fact_format_text;
}

/* Control characters that no text has. */
static const uint8_t is_control[256] = {
    [0x00 ... 0x07] = 1,
    [0x0e ... 0x1a] = 1,
    [0x1c ... 0x1f] = 1,
    [0x7f] = 1,
};

gboolean
fact_format_is_binary(const char *head, size_t len)
{
    size_t n_controls = 0;

    if (fact_encoding_is_utf16(head, len))
        return FALSE;
    if (memchr(head, 0, len) != NULL)
        return TRUE;
    for (size_t i = 0; i < len; i++)
        n_controls += is_control[(guchar)head[i]];
    return n_controls > len / 16;
}
