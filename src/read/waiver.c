/* SPDX-License-Identifier: MIT
 *
 * Whether a waiver is good (it needs a reason, its subject has to exist) is for the gate to say,
 * which sees all of them: here nothing is refused.
 */
#include "read/waiver.h"

#include <string.h>

#define COMMENT_MARK "factdiff:ignore"

typedef struct {
    const char *at;
    const char *end;
} WaiverCursor;

/* The next word, or what stands between quotation marks; NULL at the end. */
static char *
take_word(WaiverCursor *cursor, const char *stops)
{
    const char *start;
    const char *end;
    gboolean is_quoted;

    while (cursor->at < cursor->end && g_ascii_isspace(*cursor->at))
        cursor->at++;
    if (cursor->at == cursor->end)
        return NULL;
    is_quoted = *cursor->at == '"';
    start = cursor->at + is_quoted;
    end = start;
    while (end < cursor->end &&
           (is_quoted ? *end != '"' : !g_ascii_isspace(*end) && strchr(stops, *end) == NULL))
        end++;
    cursor->at = end + (is_quoted && end < cursor->end);
    return g_strndup(start, (size_t)(end - start));
}

static char **
find_setting(FactWaiver *waiver, const char *name)
{
    if (g_str_equal(name, "subject"))
        return &waiver->subject;
    if (g_str_equal(name, "attribute"))
        return &waiver->attribute;
    if (g_str_equal(name, "until"))
        return &waiver->until;
    return g_str_equal(name, "who") ? &waiver->who : NULL;
}

static void
add_word(FactWaiver *waiver, const char *word)
{
    char *joined = waiver->attribute != NULL ? g_strconcat(waiver->attribute, " ", word, NULL)
                                             : g_strdup(word);

    g_free(waiver->attribute);
    waiver->attribute = joined;
}

static void
parse_what(FactWaiver *waiver, WaiverCursor *cursor)
{
    for (;;) {
        const char *before = cursor->at;
        g_autofree char *word = take_word(cursor, "=");
        char **setting;

        if (word == NULL)
            return;
        setting =
            cursor->at < cursor->end && *cursor->at == '=' ? find_setting(waiver, word) : NULL;
        if (setting != NULL) {
            cursor->at++;
            g_free(*setting);
            *setting = take_word(cursor, "");
        } else if (*word != '\0') {
            add_word(waiver, word);
        }
        if (cursor->at == before)
            cursor->at++;
    }
}

/* Where " -- " or a dash begins the reason; @end where there is none. */
static const char *
find_reason(const char *str, const char *end, size_t *out_dash)
{
    static const char *const dashes[] = {"--", "\xe2\x80\x94", "\xe2\x80\x93"};

    for (const char *at = str; at < end; at++) {
        for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++) {
            *out_dash = strlen(dashes[i]);
            if ((at == str || g_ascii_isspace(at[-1])) && (size_t)(end - at) >= *out_dash &&
                memcmp(at, dashes[i], *out_dash) == 0)
                return at;
        }
    }
    *out_dash = 0;
    return end;
}

FactWaiver *
fact_waiver_parse(const char *str, size_t len, FactPosition place)
{
    FactWaiver *waiver = g_new0(FactWaiver, 1);
    WaiverCursor cursor = {str, str};
    const char *reason;
    const char *end;
    size_t dash;

    (void)g_utf8_validate(str, (gssize)MIN(len, FACT_READ_WAIVER_BYTES_MAX), &end);
    reason = find_reason(str, end, &dash);
    cursor.end = reason;
    parse_what(waiver, &cursor);
    waiver->reason = g_strstrip(g_strndup(reason + dash, (size_t)(end - reason) - dash));
    if (*waiver->reason == '\0')
        g_clear_pointer(&waiver->reason, g_free);
    waiver->line = place.line;
    waiver->column = place.column;
    return waiver;
}

FactWaiver *
fact_waiver_parse_comment(const char *str, size_t len, FactPosition place)
{
    size_t mark = strlen(COMMENT_MARK);

    while (len > 0 && g_ascii_isspace(*str)) {
        str++;
        len--;
    }
    if (len < mark || memcmp(str, COMMENT_MARK, mark) != 0 ||
        (len > mark && !g_ascii_isspace(str[mark])))
        return NULL;
    return fact_waiver_parse(str + mark, len - mark, place);
}

gboolean
fact_document_add_waiver(FactDocument *document, FactWaiver *waiver)
{
    if (document->waivers == NULL)
        document->waivers = g_ptr_array_new_with_free_func((GDestroyNotify)fact_waiver_free);
    if (document->waivers->len == FACT_READ_WAIVERS_MAX) {
        fact_waiver_free(waiver);
        return FALSE;
    }
    g_ptr_array_add(document->waivers, waiver);
    return TRUE;
}
