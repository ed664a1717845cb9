/* SPDX-License-Identifier: MIT
 *
 * UTF-8 is checked in place and copied in long stretches; what is not UTF-8 becomes U+FFFD, one for
 * each stretch of bad bytes, so that no input grows by more than half. Older encodings are decoded
 * letter by letter, since only so is it known where each letter stood; ASCII among them is copied.
 * Encodings with shift states are not offered: their bytes mean nothing without those before them.
 */
#include "read/encoding.h"

#include "base/utf8.h"

#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* Names that documents give, and what GIConv calls them. "latin1" and "ascii" are Windows-1252 on
 * the web, as browsers have always read them. */
static const struct {
    const char *label;
    const char *charset;
} charsets[] = {
    {"ascii", "WINDOWS-1252"},
    {"big5", "BIG5-HKSCS"},
    {"cp1250", "WINDOWS-1250"},
    {"cp1251", "WINDOWS-1251"},
    {"cp1252", "WINDOWS-1252"},
    {"euc-jp", "EUC-JP"},
    {"euc-kr", "EUC-KR"},
    {"gb18030", "GB18030"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"ibm866", "IBM866"},
    {"iso-8859-1", "WINDOWS-1252"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso-8859-15", "ISO-8859-15"},
    {"iso-8859-16", "ISO-8859-16"},
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-9", "WINDOWS-1254"},
    {"iso8859-1", "WINDOWS-1252"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"latin1", "WINDOWS-1252"},
    {"macintosh", "MACINTOSH"},
    {"shift_jis", "CP932"},
    {"sjis", "CP932"},
    {"tis-620", "CP874"},
    {"us-ascii", "WINDOWS-1252"},
    {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},
    {"windows-1252", "CP1252"},
    {"windows-1253", "CP1253"},
    {"windows-1254", "CP1254"},
    {"windows-1255", "CP1255"},
    {"windows-1256", "CP1256"},
    {"windows-1257", "CP1257"},
    {"windows-1258", "CP1258"},
    {"windows-874", "CP874"},
    {"x-sjis", "CP932"},
};

typedef struct {
    const char *raw;
    size_t len;
    size_t at; /* in raw */
    GString *text;
    FactDecoded *decoded;
    size_t most_invalid;
} Decoder;

void
fact_decoded_clear(FactDecoded *decoded)
{
    g_clear_pointer(&decoded->text, g_free);
    g_clear_pointer(&decoded->runs, g_array_unref);
}

/* From here on text stands in the file at @at. */
static void
mark_run(Decoder *decoder, size_t at)
{
    FactOffsetRun run = {(uint32_t)decoder->text->len, (uint32_t)at};
    GArray **runs = &decoder->decoded->runs;
    FactOffsetRun *last;

    if (*runs == NULL) {
        FactOffsetRun first = {0, 0};

        *runs = g_array_new(FALSE, FALSE, sizeof(FactOffsetRun));
        g_array_append_val(*runs, first);
    }
    last = &g_array_index(*runs, FactOffsetRun, (*runs)->len - 1);
    if (last->text_offset == run.text_offset)
        last->file_offset = run.file_offset;
    else
        g_array_append_val(*runs, run);
}

static void
replace_bytes(Decoder *decoder, size_t n)
{
    FactDecoded *decoded = decoder->decoded;

    if (decoded->n_invalid++ == 0)
        decoded->first_invalid = decoder->text->len;
    mark_run(decoder, decoder->at);
    g_string_append_len(decoder->text, REPLACEMENT, 3);
    decoder->at += n;
    mark_run(decoder, decoder->at);
    if (decoded->n_invalid > decoder->most_invalid) {
        decoded->is_unreadable = TRUE;
        decoder->at = decoder->len;
    }
}

/* How many bytes from @str on begin no letter. */
static size_t
count_invalid(const char *str, const char *end)
{
    const char *at = str + 1;

    while (at < end && *at != '\0') {
        gunichar code = g_utf8_get_char_validated(at, end - at);

        if (code != (gunichar)-1 && code != (gunichar)-2)
            break;
        at++;
    }
    return (size_t)(at - str);
}

static void
decode_utf8(Decoder *decoder)
{
    while (decoder->at < decoder->len) {
        const char *start = decoder->raw + decoder->at;
        const char *end = start + fact_utf8_valid_length(start, decoder->len - decoder->at);

        g_string_append_len(decoder->text, start, end - start);
        decoder->at += (size_t)(end - start);
        if (decoder->at == decoder->len)
            return;
        if (*end == '\0') {
            g_string_append_c(decoder->text, ' ');
            decoder->at++;
            continue;
        }
        replace_bytes(decoder, count_invalid(end, decoder->raw + decoder->len));
    }
}

static gunichar
read_unit(const Decoder *decoder, size_t at, gboolean is_big)
{
    const guchar *raw = (const guchar *)decoder->raw + at;

    return is_big ? (gunichar)(raw[0] << 8 | raw[1]) : (gunichar)(raw[1] << 8 | raw[0]);
}

static void
decode_utf16(Decoder *decoder, gboolean is_big)
{
    while (decoder->at + 2 <= decoder->len) {
        gunichar code = read_unit(decoder, decoder->at, is_big);
        size_t n = 2;

        if (code >= 0xd800 && code < 0xdc00 && decoder->at + 4 <= decoder->len) {
            gunichar low = read_unit(decoder, decoder->at + 2, is_big);

            if (low >= 0xdc00 && low < 0xe000) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                n = 4;
            }
        }
        if (code >= 0xd800 && code < 0xe000) {
            replace_bytes(decoder, n);
            continue;
        }
        mark_run(decoder, decoder->at);
        g_string_append_unichar(decoder->text, code == 0 ? ' ' : code);
        decoder->at += n;
    }
    if (decoder->at < decoder->len)
        replace_bytes(decoder, decoder->len - decoder->at);
}

/* The letter that begins at @decoder's place, its length in bytes returned; 0 for none. */
static size_t
decode_letter(const Decoder *decoder, GIConv converter, char out[16], size_t *out_len)
{
    size_t most = MIN(decoder->len - decoder->at, 4);

    for (size_t n = 1; n <= most; n++) {
        char *in = (char *)decoder->raw + decoder->at;
        gsize in_left = n;
        char *to = out;
        gsize out_left = 16;

        (void)g_iconv(converter, NULL, NULL, NULL, NULL);
        if (g_iconv(converter, &in, &in_left, &to, &out_left) == (gsize)-1 || in_left > 0)
            continue;
        /* Some converters hold a letter back for what may follow it. */
        (void)g_iconv(converter, NULL, NULL, &to, &out_left);
        *out_len = 16 - out_left;
        if (*out_len > 0 && g_utf8_validate(out, (gssize)*out_len, NULL))
            return n;
    }
    return 0;
}

static void
decode_charset(Decoder *decoder, GIConv converter)
{
    while (decoder->at < decoder->len) {
        const char *start = decoder->raw + decoder->at;
        size_t n = 0;
        char letter[16];
        size_t letter_len;

        while (decoder->at + n < decoder->len && (guchar)start[n] < 0x80 && start[n] != '\0')
            n++;
        g_string_append_len(decoder->text, start, (gssize)n);
        decoder->at += n;
        if (decoder->at == decoder->len)
            return;
        if (start[n] == '\0') {
            g_string_append_c(decoder->text, ' ');
            decoder->at++;
            continue;
        }
        n = decode_letter(decoder, converter, letter, &letter_len);
        if (n == 0) {
            replace_bytes(decoder, 1);
            continue;
        }
        mark_run(decoder, decoder->at);
        g_string_append_len(decoder->text, letter, (gssize)letter_len);
        decoder->at += n;
        mark_run(decoder, decoder->at);
    }
}

static const char *
find_charset(const char *label)
{
    g_autofree char *lower = g_ascii_strdown(label, -1);

    g_strstrip(lower);
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++) {
        if (g_str_equal(charsets[i].label, lower))
            return charsets[i].charset;
    }
    return NULL;
}

static gboolean
is_unicode(const char *label)
{
    return g_ascii_strncasecmp(label, "utf", 3) == 0 ||
           g_ascii_strncasecmp(label, "unicode", 7) == 0;
}

/* A document that says "UTF-16" in ASCII letters is not in UTF-16, so all such names are UTF-8. */
static gboolean
decode_labelled(Decoder *decoder, const char *label)
{
    const char *charset = is_unicode(label) ? NULL : find_charset(label);
    GIConv converter;

    if (charset == NULL) {
        decode_utf8(decoder);
        return is_unicode(label);
    }
    converter = g_iconv_open("UTF-8", charset);
    if (converter == (GIConv)-1) {
        decode_utf8(decoder);
        return FALSE;
    }
    decode_charset(decoder, converter);
    g_iconv_close(converter);
    return TRUE;
}

uint32_t
fact_offset_runs_map(const GArray *runs, uint32_t offset)
{
    const FactOffsetRun *run = (const FactOffsetRun *)(gpointer)runs->data;
    guint low = 0;
    guint high = runs->len;

    while (high - low > 1) {
        guint middle = low + (high - low) / 2;

        if (run[middle].text_offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return run[low].file_offset + (offset - run[low].text_offset);
}

gboolean
fact_encoding_is_utf16(const char *raw, size_t len)
{
    return len >= 2 && (memcmp(raw, "\xff\xfe", 2) == 0 || memcmp(raw, "\xfe\xff", 2) == 0);
}

static gboolean
decode_any(Decoder *decoder, const char *label)
{
    if (fact_encoding_is_utf16(decoder->raw, decoder->len)) {
        decoder->at = 2;
        decode_utf16(decoder, decoder->raw[0] == '\xfe');
        return TRUE;
    }
    if (decoder->len >= 3 && memcmp(decoder->raw, "\xef\xbb\xbf", 3) == 0) {
        decoder->at = 3;
        mark_run(decoder, 3);
        label = NULL;
    }
    if (label != NULL)
        return decode_labelled(decoder, label);
    decode_utf8(decoder);
    return TRUE;
}

gboolean
fact_decode(const char *raw, size_t len, const char *charset, FactDecoded *decoded)
{
    Decoder decoder = {
        .raw = raw,
        .len = len,
        .text = g_string_sized_new(len + FACT_TEXT_PADDING + 1),
        .decoded = decoded,
        .most_invalid = FACT_READ_INVALID_FREE + len / FACT_READ_INVALID_SHARE,
    };
    gboolean is_known;

    *decoded = (FactDecoded){0};
    is_known = decode_any(&decoder, charset);
    decoded->len = decoder.text->len;
    for (int i = 0; i < FACT_TEXT_PADDING; i++)
        g_string_append_c(decoder.text, '\0');
    decoded->text = g_string_free(decoder.text, FALSE);
    return is_known;
}
