/* SPDX-License-Identifier: MIT */
#include "report/escape.h"

#include <string.h>

gboolean
fact_escape_is_unsafe(gunichar c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return TRUE;
    /* Marks that reorder text ("Trojan source"), separators of lines, annotations, tags. Joiners
     * stay: Persian and emoji need them. */
    return c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || (c >= 0xfff9 && c <= 0xfffb) ||
           (c >= 0xe0000 && c <= 0xe007f);
}

void
fact_escape_terminal(GString *out, const char *text, size_t len)
{
    const char *end = text + len;

    while (text < end) {
        const char *next = g_utf8_next_char(text);
        gunichar c = g_utf8_get_char(text);
        if (!fact_escape_is_unsafe(c))
            g_string_append_len(out, text, next - text);
        else if (c == '\t' || c == '\n')
            g_string_append_c(out, ' ');
        else
            g_string_append_printf(out, c < 0x100 ? "\\x%02x" : "\\u%04x", c);
        text = next;
    }
}

guint
fact_escape_terminal_width(const char *text, size_t len)
{
    const char *end = text + len;
    guint width = 0;

    for (; text < end; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (c == '\t' || c == '\n')
            width += 1;
        else if (fact_escape_is_unsafe(c))
            width += c < 0x100 ? 4 : c < 0x10000 ? 6 : 7;
        else if (!g_unichar_iszerowidth(c))
            width += g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

static gboolean
is_xml_char(gunichar c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7f) ||
           (c >= 0xa0 && c < 0xd800) || (c >= 0xe000 && c != 0xfffe && c != 0xffff);
}

void
fact_escape_xml(GString *out, const char *text, size_t len)
{
    const char *end = text + len;

    for (; text < end; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        switch (c) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '"':
            g_string_append(out, "&quot;");
            break;
        case '\'':
            g_string_append(out, "&#39;");
            break;
        default:
            g_string_append_unichar(
                out, is_xml_char(c) && !(c > 0xa0 && fact_escape_is_unsafe(c)) ? c : 0xfffd);
            break;
        }
    }
}

/* What begins a heading, a list, a quote or a rule, where it stands first. */
static gboolean
begins_block(const char *text, size_t len)
{
    size_t digits = 0;

    while (digits < len && g_ascii_isdigit(text[digits]))
        digits++;
    return (len > 0 && strchr("#+-=", text[0]) != NULL) ||
           (digits > 0 && digits < len && (text[digits] == '.' || text[digits] == ')') &&
            (digits + 1 == len || text[digits + 1] == ' '));
}

void
fact_escape_markdown(GString *out, const char *text, size_t len)
{
    const char *end = text + len;
    const char *mark = NULL; /* of a block, at the beginning: it is escaped too */

    if (begins_block(text, len))
        mark = text + strspn(text, "0123456789");
    for (; text < end; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (c == '<')
            g_string_append(out, "&lt;");
        else if (c == '>')
            g_string_append(out, "&gt;");
        else if (c == '&')
            g_string_append(out, "&amp;");
        else if (c == '@')
            g_string_append(out, "&#64;"); /* mentions nobody */
        else if (c == '\n' || c == '\r' || c == '\t')
            g_string_append_c(out, ' ');
        else if (fact_escape_is_unsafe(c))
            g_string_append_unichar(out, 0xfffd);
        else {
            gboolean is_scheme = c == ':' && end - text > 2 && text[1] == '/' && text[2] == '/';
            if (text == mark || is_scheme || (c < 0x80 && strchr("\\`*_[]~|", (int)c) != NULL))
                g_string_append_c(out, '\\');
            g_string_append_unichar(out, c);
        }
    }
}

void
fact_escape_github(GString *out, const char *text, size_t len, gboolean is_property)
{
    const char *end = text + len;

    for (; text < end; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (c == '%')
            g_string_append(out, "%25");
        else if (c == '\r')
            g_string_append(out, "%0D");
        else if (c == '\n')
            g_string_append(out, "%0A");
        else if (c == ':' && is_property)
            g_string_append(out, "%3A");
        else if (c == ',' && is_property)
            g_string_append(out, "%2C");
        else
            g_string_append_unichar(out, fact_escape_is_unsafe(c) ? 0xfffd : c);
    }
}

void
fact_escape_uri_path(GString *out, const char *path)
{
    g_string_append_uri_escaped(out, path, "/", FALSE);
}
