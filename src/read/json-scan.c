/* SPDX-License-Identifier: MIT
 *
 * Values are checked without recursion: the kinds of the open brackets stand in an array of
 * FACT_READ_DEPTH_MAX bytes. Strings, most of what a corpus is made of, are passed sixteen bytes
 * at a time.
 */
#include "read/json-scan.h"

#include "base/block.h"
#include "read/read.h"

#include <string.h>

static gboolean
fail(FactJsonScanner *scanner, const char *error)
{
    scanner->error = error;
    return FALSE;
}

/* The byte at the scanner's place; 0 at the end, which no JSON text has elsewhere. */
static char
peek(const FactJsonScanner *scanner)
{
    return scanner->at < scanner->len ? scanner->text[scanner->at] : '\0';
}

gboolean
fact_json_skip_space(FactJsonScanner *scanner)
{
    while (scanner->at < scanner->len) {
        char c = scanner->text[scanner->at];

        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return TRUE;
        scanner->at++;
    }
    return FALSE;
}

/* Passes what stands in a string as itself. */
static void
skip_plain(FactJsonScanner *scanner)
{
    const char *text = scanner->text;
    size_t len = scanner->len;
    size_t at = scanner->at;

    for (; len - at >= FACT_BLOCK_BYTES; at += FACT_BLOCK_BYTES) {
        FactBlock block = fact_block_load(text + at);
        uint32_t special =
            fact_block_bitmap(fact_block_between(block, 0, 0x1f) | fact_block_equal(block, '"') |
                              fact_block_equal(block, '\\'));

        if (special != 0) {
            scanner->at = at + fact_block_first(special);
            return;
        }
    }
    for (; at < len; at++) {
        guchar c = (guchar)text[at];

        if (c < 0x20 || c == '"' || c == '\\')
            break;
    }
    scanner->at = at;
}

static gboolean
scan_escape(FactJsonScanner *scanner)
{
    static const gboolean is_simple[256] = {
        ['"'] = TRUE, ['\\'] = TRUE, ['/'] = TRUE, ['b'] = TRUE,
        ['f'] = TRUE, ['n'] = TRUE,  ['r'] = TRUE, ['t'] = TRUE,
    };
    char c = scanner->at + 1 < scanner->len ? scanner->text[scanner->at + 1] : '\0';

    if (is_simple[(guchar)c]) {
        scanner->at += 2;
        return TRUE;
    }
    if (c != 'u')
        return fail(scanner, "this escape means nothing");
    for (size_t i = 2; i < 6; i++) {
        if (scanner->at + i >= scanner->len || !g_ascii_isxdigit(scanner->text[scanner->at + i]))
            return fail(scanner, "\\u needs four hexadecimal digits");
    }
    scanner->at += 6;
    return TRUE;
}

static gboolean
scan_string(FactJsonScanner *scanner)
{
    scanner->at++;
    for (;;) {
        skip_plain(scanner);
        if (scanner->at == scanner->len)
            return fail(scanner, "the text ends within a string");
        if (scanner->text[scanner->at] == '"') {
            scanner->at++;
            return TRUE;
        }
        if (scanner->text[scanner->at] != '\\')
            return fail(scanner, "a control character in a string has to be escaped");
        if (!scan_escape(scanner))
            return FALSE;
    }
}

static gboolean
scan_digits(FactJsonScanner *scanner)
{
    size_t start = scanner->at;

    while (g_ascii_isdigit(peek(scanner)))
        scanner->at++;
    return scanner->at > start;
}

static gboolean
scan_number(FactJsonScanner *scanner)
{
    if (peek(scanner) == '-')
        scanner->at++;
    if (peek(scanner) == '0')
        scanner->at++;
    else if (!scan_digits(scanner))
        return fail(scanner, "a digit is missing here");
    if (peek(scanner) == '.') {
        scanner->at++;
        if (!scan_digits(scanner))
            return fail(scanner, "a digit is missing here");
    }
    if (peek(scanner) == 'e' || peek(scanner) == 'E') {
        scanner->at++;
        if (peek(scanner) == '+' || peek(scanner) == '-')
            scanner->at++;
        if (!scan_digits(scanner))
            return fail(scanner, "a digit is missing here");
    }
    return TRUE;
}

static gboolean
scan_word(FactJsonScanner *scanner, const char *word)
{
    size_t len = strlen(word);

    if (scanner->len - scanner->at < len || memcmp(scanner->text + scanner->at, word, len) != 0)
        return fail(scanner, "a value should stand here");
    scanner->at += len;
    return TRUE;
}

/* Anything but an object or array. */
static gboolean
scan_scalar(FactJsonScanner *scanner)
{
    switch (peek(scanner)) {
    case '"':
        return scan_string(scanner);
    case 't':
        return scan_word(scanner, "true");
    case 'f':
        return scan_word(scanner, "false");
    case 'n':
        return scan_word(scanner, "null");
    default:
        if (scanner->at == scanner->len)
            return fail(scanner, "the text breaks off");
        if (peek(scanner) != '-' && !g_ascii_isdigit(peek(scanner)))
            return fail(scanner, "a value should stand here");
        return scan_number(scanner);
    }
}

static FactJsonType
type_of(char first)
{
    switch (first) {
    case '{':
        return FACT_JSON_OBJECT;
    case '[':
        return FACT_JSON_ARRAY;
    case '"':
        return FACT_JSON_STRING;
    case 't':
    case 'f':
        return FACT_JSON_BOOLEAN;
    case 'n':
        return FACT_JSON_NULL;
    default:
        return FACT_JSON_NUMBER;
    }
}

/* A member's name and its colon. */
static gboolean
scan_key(FactJsonScanner *scanner, FactJsonSlice *out_key)
{
    fact_json_skip_space(scanner);
    if (peek(scanner) != '"')
        return fail(scanner, scanner->at == scanner->len ? "the text breaks off"
                                                         : "a member's name should stand here");
    out_key->start = scanner->at;
    out_key->type = FACT_JSON_STRING;
    if (!scan_string(scanner))
        return FALSE;
    out_key->end = scanner->at;
    fact_json_skip_space(scanner);
    if (peek(scanner) != ':')
        return fail(scanner, scanner->at == scanner->len ? "the text breaks off"
                                                         : "a colon should stand here");
    scanner->at++;
    return TRUE;
}

/* The brackets that are open, innermost last. */
typedef struct {
    size_t n;
    char closing[FACT_READ_DEPTH_MAX];
} Nesting;

/* Opens brackets up to the first value that is none; @out_is_open tells that the innermost one is
 * empty so far and may close. */
static gboolean
open_brackets(FactJsonScanner *scanner, Nesting *nesting, gboolean *out_is_open)
{
    FactJsonSlice key;

    for (;;) {
        char c;

        *out_is_open = FALSE;
        fact_json_skip_space(scanner);
        c = peek(scanner);
        if (c != '{' && c != '[')
            return scan_scalar(scanner);
        if (nesting->n == FACT_READ_DEPTH_MAX)
            return fail(scanner,
                        "nested too deep (more than " G_STRINGIFY(FACT_READ_DEPTH_MAX) " levels)");
        nesting->closing[nesting->n++] = c == '{' ? '}' : ']';
        scanner->at++;
        fact_json_skip_space(scanner);
        *out_is_open = TRUE;
        if (peek(scanner) == nesting->closing[nesting->n - 1])
            return TRUE;
        if (c == '{' && !scan_key(scanner, &key))
            return FALSE;
    }
}

/* After a value: closes what ends here and passes the comma before the next value. TRUE at the end
 * of the outermost value or before another one. */
static gboolean
close_brackets(FactJsonScanner *scanner, Nesting *nesting)
{
    FactJsonSlice key;

    while (nesting->n > 0) {
        char closing = nesting->closing[nesting->n - 1];

        fact_json_skip_space(scanner);
        if (peek(scanner) == ',') {
            scanner->at++;
            return closing == ']' || scan_key(scanner, &key);
        }
        if (peek(scanner) != closing)
            return fail(scanner, scanner->at == scanner->len
                                     ? "the text breaks off"
                                     : "a comma or a closing bracket should stand here");
        scanner->at++;
        nesting->n--;
    }
    return TRUE;
}

gboolean
fact_json_scan_value(FactJsonScanner *scanner, FactJsonSlice *out_value)
{
    Nesting nesting;
    gboolean is_open;

    nesting.n = 0;
    fact_json_skip_space(scanner);
    out_value->start = scanner->at;
    out_value->type = type_of(peek(scanner));
    do {
        if (!open_brackets(scanner, &nesting, &is_open) || !close_brackets(scanner, &nesting))
            return FALSE;
    } while (nesting.n > 0);
    out_value->end = scanner->at;
    return TRUE;
}

gboolean
fact_json_enter(FactJsonScanner *scanner, FactJsonType type)
{
    fact_json_skip_space(scanner);
    if (scanner->at == scanner->len)
        return fail(scanner, "the text breaks off");
    if (type_of(peek(scanner)) != type)
        return fail(scanner, type == FACT_JSON_OBJECT ? "an object should stand here"
                                                      : "an array should stand here");
    scanner->at++;
    return TRUE;
}

/* Passes the comma before the next item of what was entered; FALSE at its end or with error set. */
static gboolean
before_item(FactJsonScanner *scanner, char opening, char closing)
{
    gboolean is_first = scanner->at > 0 && scanner->text[scanner->at - 1] == opening;

    if (!fact_json_skip_space(scanner))
        return fail(scanner, "the text breaks off");
    if (peek(scanner) == closing) {
        scanner->at++;
        return FALSE;
    }
    if (is_first)
        return TRUE;
    if (peek(scanner) != ',')
        return fail(scanner, "a comma or a closing bracket should stand here");
    scanner->at++;
    return TRUE;
}

gboolean
fact_json_next_key(FactJsonScanner *scanner, FactJsonSlice *out_key)
{
    return before_item(scanner, '{', '}') && scan_key(scanner, out_key);
}

gboolean
fact_json_next_element(FactJsonScanner *scanner)
{
    return before_item(scanner, '[', ']');
}

/* The code of the four hexadecimal digits at @digits. */
static gunichar
read_code(const char *digits)
{
    gunichar code = 0;

    for (size_t i = 0; i < 4; i++)
        code = code << 4 | (gunichar)g_ascii_xdigit_value(digits[i]);
    return code;
}

/* Decodes the "\u" at @text, which ends before @end, or a surrogate pair of them; the first byte
 * after it. What stands for nothing is replaced. */
static const char *
decode_code(const char *text, const char *end, char **to, guint *replaced)
{
    gunichar code = read_code(text + 2);

    text += 6;
    if (code >= 0xd800 && code < 0xdc00 && end - text >= 6 && text[0] == '\\' && text[1] == 'u') {
        gunichar low = read_code(text + 2);

        if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            text += 6;
        }
    }
    if (code == 0 || (code >= 0xd800 && code < 0xe000)) {
        (*replaced)++;
        code = code == 0 ? ' ' : 0xfffd;
    }
    *to += g_unichar_to_utf8(code, *to);
    return text;
}

/* Decodes the escape at @text; the first byte after it. */
static const char *
decode_escape(const char *text, const char *end, char **to, guint *replaced)
{
    static const char meanings[128] = {
        ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t',
    };
    char c = text[1];

    if (c == 'u')
        return decode_code(text, end, to, replaced);
    *(*to)++ = meanings[(guchar)c] != 0 ? meanings[(guchar)c] : c;
    return text + 2;
}

/* Copies what stands before the first escape to @to, which has room for all of @text; how much. */
static size_t
copy_plain(const char *text, size_t len, char *to)
{
    size_t n = 0;

    for (; n + FACT_BLOCK_BYTES <= len; n += FACT_BLOCK_BYTES) {
        FactBlock block = fact_block_load(text + n);
        uint32_t escapes = fact_block_bitmap(fact_block_equal(block, '\\'));

        fact_block_store(block, to + n);
        if (escapes != 0)
            return n + fact_block_first(escapes);
    }
    for (; n < len && text[n] != '\\'; n++)
        to[n] = text[n];
    return n;
}

char *
fact_json_decode_string(const char *text, const FactJsonSlice *slice, size_t padding,
                        size_t *out_len, guint *out_replaced)
{
    const char *at = text + slice->start + 1;
    const char *end = text + slice->end - 1;
    /* no escape is shorter than what it stands for */
    char *decoded = g_malloc((size_t)(end - at) + padding + 1);
    char *to = decoded;
    guint replaced = 0;

    while (at < end) {
        size_t n = copy_plain(at, (size_t)(end - at), to);

        at += n;
        to += n;
        if (at < end)
            at = decode_escape(at, end, &to, &replaced);
    }
    memset(to, 0, padding + 1);
    if (out_len != NULL)
        *out_len = (size_t)(to - decoded);
    if (out_replaced != NULL)
        *out_replaced += replaced;
    return decoded;
}

gboolean
fact_json_string_is(const char *text, const FactJsonSlice *slice, const char *str)
{
    size_t len = strlen(str);

    return slice->type == FACT_JSON_STRING && slice->end - slice->start == len + 2 &&
           memcmp(text + slice->start + 1, str, len) == 0;
}
