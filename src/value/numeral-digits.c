/* SPDX-License-Identifier: MIT
 *
 * Digits that a space, an optical reader or a tokeniser tore apart are joined where nothing else
 * can be meant: "1 234 567", "2, 000ft", "10 , 000".
 */
#include "value/numeral-digits.h"

#include "value/digits.h"

#include <string.h>

/* Bytes of digits that are joined at most. */
#define JOINED_BYTES_MAX 40

typedef struct {
    char bytes[JOINED_BYTES_MAX];
    size_t len;
    guint end; /* one past the last token */
} Joined;

static uint32_t
length_of(const FactScan *scan, guint i)
{
    return scan->token[i].end - scan->token[i].start;
}

static const char *
text_of(const FactScan *scan, guint i)
{
    return scan->text + scan->token[i].start;
}

static gboolean
is_group(const FactScan *scan, guint i)
{
    if (!fact_scan_is_number(scan, i))
        return FALSE;
    uint32_t len = length_of(scan, i);
    return len == 3 || (len > 4 && text_of(scan, i)[3] == '.');
}

/* A space that does not break a line: no-break, narrow or thin ones part thousands. */
static gboolean
is_narrow_gap(const FactScan *scan, guint i)
{
    const unsigned char *gap = (const unsigned char *)scan->text + scan->token[i - 1].end;
    uint32_t size = scan->token[i].start - scan->token[i - 1].end;

    if (size == 2)
        return gap[0] == 0xc2 && gap[1] == 0xa0;
    return size == 3 && gap[0] == 0xe2 && gap[1] == 0x80 && (gap[2] == 0xaf || gap[2] == 0x89);
}

static gboolean
is_one_space(const FactScan *scan, guint i)
{
    return scan->token[i].start - scan->token[i - 1].end == 1 &&
           scan->text[scan->token[i - 1].end] == ' ';
}

static gboolean
append(Joined *joined, char separator, const char *bytes, size_t len)
{
    if (joined->len + len + 1 > sizeof joined->bytes)
        return FALSE;
    if (separator != '\0')
        joined->bytes[joined->len++] = separator;
    memcpy(joined->bytes + joined->len, bytes, len);
    joined->len += len;
    return TRUE;
}

static gboolean
has_plain_digits(const Joined *joined)
{
    return joined->len <= 3 && memchr(joined->bytes, '.', joined->len) == NULL &&
           memchr(joined->bytes, ',', joined->len) == NULL;
}

/* "40 000", "1 234 567.89": every group has three digits; with plain spaces the first group after
 * the number is "000", or there are two. */
static gboolean
join_spaced(const FactScan *scan, guint limit, Joined *joined)
{
    guint i = joined->end;
    guint n = 0;

    if (i >= limit || !is_group(scan, i) || !has_plain_digits(joined))
        return FALSE;
    while (i + n < limit && is_group(scan, i + n) &&
           (is_one_space(scan, i + n) || is_narrow_gap(scan, i + n)))
        n++;
    if (n == 0 || (n == 1 && !is_narrow_gap(scan, i) && memcmp(text_of(scan, i), "000", 3) != 0))
        return FALSE;
    for (; n > 0; n--, i++)
        if (!append(joined, ',', text_of(scan, i), length_of(scan, i)))
            return FALSE;
    joined->end = i;
    return TRUE;
}

/* Whether what stands at @i goes with the number before it, as it does with "1, 500 kilometers" and
 * not in "of 10, 200 and 300". */
static gboolean
has_mate(const FactScan *scan, guint i)
{
    if (fact_scan_is_mark(scan, i, ',') || fact_scan_is_mark(scan, i, '.'))
        return !fact_scan_is_number(scan, i + 1); /* "some 1, 400, they say" */
    return fact_scan_is_word(scan, i) &&
           (fact_token_classes(scan->tokens, i) & (FACT_WORD_NOUN | FACT_WORD_UNIT)) != 0 &&
           (fact_token_classes(scan->tokens, i) & FACT_WORD_PREPOSITION) == 0;
}

/* "2, 000" and "10 , 000": no list goes on with a number of leading zeros, and a comma that stands
 * free on both sides was set by a tokeniser. */
static gboolean
join_comma(const FactScan *scan, guint limit, Joined *joined)
{
    guint comma = joined->end;

    if (comma + 1 >= limit || !fact_scan_is_mark(scan, comma, ',') || !is_group(scan, comma + 1) ||
        !is_one_space(scan, comma + 1))
        return FALSE;
    if (joined->len > 3 && joined->bytes[joined->len - 4] != ',')
        return FALSE;
    gboolean is_torn =
        fact_scan_is_glued(scan, comma) && (*text_of(scan, comma + 1) == '0' ||
                                            (scan->tokens->is_spaced && has_mate(scan, comma + 2)));
    gboolean is_free = !fact_scan_is_glued(scan, comma) && is_one_space(scan, comma);
    if (!is_torn && !is_free)
        return FALSE;
    joined->end = comma + 2;
    return append(joined, ',', text_of(scan, comma + 1), length_of(scan, comma + 1));
}

/* "12'345'678", as the Swiss write it. */
static gboolean
join_apostrophe(const FactScan *scan, guint limit, Joined *joined)
{
    guint mark = joined->end;

    if (mark + 1 >= limit || !fact_scan_is_mark(scan, mark, '\'') ||
        !fact_scan_is_glued(scan, mark) || !is_group(scan, mark + 1) ||
        !fact_scan_is_glued(scan, mark + 1) ||
        (joined->len > 3 && joined->bytes[joined->len - 4] != ','))
        return FALSE;
    joined->end = mark + 2;
    return append(joined, ',', text_of(scan, mark + 1), length_of(scan, mark + 1));
}

static gboolean
is_percent(const FactScan *scan, guint i)
{
    return fact_scan_is_mark(scan, i, '%') || fact_scan_is_text(scan, i, "percent") ||
           fact_scan_is_text(scan, i, "million") || fact_scan_is_text(scan, i, "billion") ||
           fact_scan_is_text(scan, i, "per");
}

/* "6 . 2 %" of tokenised text. */
static gboolean
join_point(const FactScan *scan, Joined *joined)
{
    guint dot = joined->end;

    if (!fact_scan_is_mark(scan, dot, '.') || fact_scan_is_glued(scan, dot) ||
        length_of(scan, dot) != 1 || !is_one_space(scan, dot) ||
        !fact_scan_is_number(scan, dot + 1) || !is_one_space(scan, dot + 1) ||
        !is_percent(scan, dot + 2) || memchr(joined->bytes, '.', joined->len) != NULL)
        return FALSE;
    joined->end = dot + 2;
    return append(joined, '.', text_of(scan, dot + 1), length_of(scan, dot + 1));
}

/* ".25": a dot that is not the end of anything. */
static gboolean
has_leading_point(const FactScan *scan, guint i)
{
    if (i == scan->first || i - 1 < scan->done || !fact_scan_is_glued(scan, i) ||
        !fact_scan_is_mark(scan, i - 1, '.') || length_of(scan, i - 1) != 1)
        return FALSE;
    if (memchr(text_of(scan, i), '.', length_of(scan, i)) != NULL)
        return FALSE;
    return !fact_scan_is_glued(scan, i - 1) ||
           (i - 1 > scan->first && (scan->token[i - 2].flags & FACT_TOKEN_SYMBOL) != 0) ||
           fact_scan_is_mark(scan, i - 2, '(') || fact_scan_is_dash(scan, i - 2);
}

static gboolean
is_small(const FactScan *scan, guint i, guint max_digits)
{
    return fact_scan_is_number(scan, i) && length_of(scan, i) <= max_digits &&
           memchr(text_of(scan, i), '.', length_of(scan, i)) == NULL &&
           memchr(text_of(scan, i), ',', length_of(scan, i)) == NULL;
}

static int64_t
small_number(const FactScan *scan, guint i)
{
    return g_ascii_strtoll(text_of(scan, i), NULL, 10);
}

/* N / D with nothing after it that makes it a date: "3/4", "1⁄128". */
static gboolean
read_slash(const FactScan *scan, guint i, guint limit, int64_t *out_upper, int64_t *out_lower)
{
    if (i + 2 >= limit || !fact_scan_is_mark(scan, i + 1, '/') || !is_small(scan, i, 3) ||
        !is_small(scan, i + 2, 3))
        return FALSE;
    if (fact_scan_is_glued(scan, i + 1) != fact_scan_is_glued(scan, i + 2))
        return FALSE;
    if (fact_scan_is_mark(scan, i + 3, '/') && fact_scan_is_glued(scan, i + 3))
        return FALSE;
    *out_upper = small_number(scan, i);
    *out_lower = small_number(scan, i + 2);
    return *out_lower > 1 && *out_upper > 0;
}

/* Denominators that fractions have in print; others are ratings, dates and slogans. */
static gboolean
is_denominator(int64_t lower)
{
    switch (lower) {
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 8:
    case 16:
    case 32:
    case 64:
    case 128:
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean
read_fraction(const FactScan *scan, guint i, guint limit, FactDecimal *out_fraction)
{
    int64_t upper;
    int64_t lower;

    if (!read_slash(scan, i, limit, &upper, &lower) || upper >= lower || !is_denominator(lower))
        return FALSE;
    return fact_decimal_scale(fact_decimal_new(1, 0), upper, lower, out_fraction, NULL);
}

/* "6.1/10", "58/100", "4/5" of a review. */
static gboolean
read_rating(const FactScan *scan, guint i, FactNumeral *numeral)
{
    guint slash = i + 1;

    if (!fact_scan_is_mark(scan, slash, '/') || !fact_scan_is_glued(scan, slash) ||
        !is_small(scan, slash + 1, 3) || !fact_scan_is_glued(scan, slash + 1))
        return FALSE;
    if (fact_scan_is_mark(scan, slash + 2, '/') || fact_scan_is_hyphen(scan, slash + 2))
        return FALSE;
    int64_t of = small_number(scan, slash + 1);
    FactDecimal whole = fact_decimal_new(of, 0);
    if ((of != 5 && of != 10 && of != 20 && of != 100) ||
        fact_decimal_compare(numeral->low, whole) > 0)
        return FALSE;
    if (of <= 20 && numeral->decimals == 0 &&
        (fact_scan_is_text(scan, slash + 2, "at") || fact_scan_is_text(scan, slash + 2, "on")))
        return FALSE; /* "3/10 at noon" is a day */
    if (of == 5 && numeral->decimals == 0 && numeral->low.coefficient < 3)
        return FALSE;
    numeral->is_rating = TRUE;
    numeral->of = whole;
    numeral->end = slash + 2;
    return TRUE;
}

static gboolean
add_fraction(FactNumeral *numeral, FactDecimal fraction, guint end)
{
    if (numeral->decimals > 0 || !fact_decimal_add(numeral->low, fraction, &numeral->low))
        return FALSE;
    numeral->high = numeral->low;
    numeral->end = end;
    return TRUE;
}

/* "1 4/5", "2½", "1-1/2". */
static void
read_mixed(const FactScan *scan, guint limit, FactNumeral *numeral)
{
    guint i = numeral->end;
    FactDecimal fraction;

    if (i >= limit || numeral->decimals > 0)
        return;
    if (fact_numeral_read_symbol(scan, i, &fraction)) {
        add_fraction(numeral, fraction, i + 1);
        return;
    }
    guint at = fact_scan_is_hyphen(scan, i) ? i + 1 : i;
    if ((at > i || !fact_scan_is_glued(scan, at)) && numeral->n_digits <= 3 &&
        read_fraction(scan, at, limit, &fraction))
        add_fraction(numeral, fraction, at + 3);
}

gboolean
fact_numeral_may_be_symbol(const FactScan *scan, guint i)
{
    const unsigned char *text = (const unsigned char *)text_of(scan, i);

    return (scan->token[i].flags & FACT_TOKEN_SYMBOL) != 0 && scan->token[i].mark == '\0' &&
           ((text[0] == 0xc2 && text[1] >= 0xbc && text[1] <= 0xbe) ||
            (text[0] == 0xe2 && text[1] == 0x85));
}

gboolean
fact_numeral_read_symbol(const FactScan *scan, guint i, FactDecimal *out_fraction)
{
    static const struct {
        gunichar symbol;
        int upper;
        int lower;
    } fractions[] = {
        {0x00bd, 1, 2}, {0x00bc, 1, 4}, {0x00be, 3, 4}, {0x2153, 1, 3}, {0x2154, 2, 3},
        {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5}, {0x2159, 1, 6},
        {0x215a, 5, 6}, {0x215b, 1, 8}, {0x215c, 3, 8}, {0x215d, 5, 8}, {0x215e, 7, 8},
    };

    if (!fact_numeral_may_be_symbol(scan, i))
        return FALSE;
    gunichar symbol = g_utf8_get_char(text_of(scan, i));
    for (size_t k = 0; k < G_N_ELEMENTS(fractions); k++)
        if (fractions[k].symbol == symbol)
            return fact_decimal_scale(fact_decimal_new(1, 0), fractions[k].upper,
                                      fractions[k].lower, out_fraction, NULL);
    return FALSE;
}

static gboolean
skip_times_ten(const FactScan *scan, uint32_t *at)
{
    const char *text = scan->text;
    uint32_t p = *at;

    p += text[p] == ' ';
    if (text[p] == 'x' || text[p] == 'X')
        p++;
    else if (memcmp(text + p, "\xc3\x97", 2) == 0)
        p += 2;
    else
        return FALSE;
    p += text[p] == ' ';
    if (memcmp(text + p, "10", 2) != 0)
        return FALSE;
    p += 2;
    if (text[p] == '^')
        p++;
    else if (memcmp(text + p, "\xe2\x88\x92", 3) != 0 && text[p] != '-')
        return FALSE;
    *at = p;
    return TRUE;
}

gboolean
fact_numeral_read_exponent(const FactScan *scan, uint32_t at, guint limit, FactNumeral *numeral)
{
    const char *text = scan->text;
    uint32_t p = at;
    gboolean is_negative = FALSE;
    int exponent = 0;
    guint n = 0;

    gboolean is_letter = text[p] == 'e' || text[p] == 'E';
    if (is_letter)
        p++;
    else if (!skip_times_ten(scan, &p))
        return FALSE;
    if (text[p] == '+')
        p++;
    else if (text[p] == '-' || memcmp(text + p, "\xe2\x88\x92", 3) == 0) {
        is_negative = TRUE;
        p += text[p] == '-' ? 1 : 3;
    }
    for (; g_ascii_isdigit(text[p]) && n < 4; p++, n++)
        exponent = exponent * 10 + (text[p] - '0');
    /* "7E7" is a model; a number has a point, a sign or two digits there */
    if (is_letter && n == 1 && text[p - 2] != '+' && text[p - 2] != '-' && numeral->decimals == 0)
        return FALSE;
    if (n == 0 || n > 2 || g_ascii_isalnum(text[p]) ||
        !fact_numeral_apply_scale(numeral, is_negative ? -exponent : exponent))
        return FALSE;
    while (numeral->end < limit && scan->token[numeral->end].start < p)
        numeral->end++;
    return TRUE;
}

static void
set_amount(FactNumeral *numeral, const FactDigits *digits)
{
    numeral->is_digits = TRUE;
    numeral->low = digits->amount;
    numeral->high = digits->amount;
    numeral->coefficient = digits->amount;
    numeral->decimals = digits->decimals;
    numeral->n_digits = (guint)digits->n_digits;
    numeral->has_separator = digits->has_separator;
}

static gboolean
join(const FactScan *scan, guint i, guint limit, Joined *out_joined)
{
    Joined joined = {.end = i + 1};

    if (has_leading_point(scan, i) && !append(&joined, '\0', "0.", 2))
        return FALSE;
    if (!append(&joined, '\0', text_of(scan, i), length_of(scan, i)))
        return FALSE;
    if (!join_spaced(scan, limit, &joined))
        while (join_comma(scan, limit, &joined) || join_apostrophe(scan, limit, &joined))
            continue;
    join_point(scan, &joined);
    *out_joined = joined;
    return TRUE;
}

/* Whether nothing around the digits at @i can belong to them: no dot before, and behind them a word
 * that is no sign of multiplication and, glued, no exponent, or a mark of ASCII that no other
 * digits follow. The mark may be the last token that is read, as at the end of a sentence. */
static gboolean
stands_free(const FactScan *scan, guint i, guint limit)
{
    if (i + 1 >= limit || (fact_scan_is_glued(scan, i) && i > 0 && scan->token[i - 1].mark == '.'))
        return FALSE;
    const FactToken *next = &scan->token[i + 1];
    if ((next->flags & FACT_TOKEN_WORD) != 0)
        return next->mark != 'x' && (next->mark != 'e' || (next->flags & FACT_TOKEN_GLUED) == 0);
    if ((next->flags & FACT_TOKEN_NUMBER) != 0 || fact_scan_is_number(scan, i + 2))
        return FALSE;
    return (next->flags & FACT_TOKEN_PUNCT) != 0 || (*text_of(scan, i + 1) & 0x80) == 0;
}

/* The common case: digits that stand free, with nothing to be joined or divided. */
static gboolean
read_free(const FactScan *scan, guint i, FactNumeral *numeral)
{
    FactDigits digits;

    if (!fact_digits_parse(text_of(scan, i), length_of(scan, i), &digits))
        return FALSE;
    set_amount(numeral, &digits);
    numeral->first = i;
    numeral->end = i + 1;
    return TRUE;
}

gboolean
fact_numeral_read_digits(const FactScan *scan, guint i, guint limit, FactNumeral *numeral)
{
    Joined joined;
    FactDigits digits;
    FactDecimal fraction;

    if (stands_free(scan, i, limit))
        return read_free(scan, i, numeral);
    if (!join(scan, i, limit, &joined) || !fact_digits_parse(joined.bytes, joined.len, &digits))
        return FALSE;
    set_amount(numeral, &digits);
    numeral->first = has_leading_point(scan, i) ? i - 1 : i;
    numeral->end = joined.end;
    if (joined.end == i + 1 && read_fraction(scan, i, limit, &fraction)) {
        numeral->low = fraction;
        numeral->high = fraction;
        numeral->is_fraction = TRUE;
        numeral->end = i + 3;
        return TRUE;
    }
    if (read_rating(scan, i, numeral))
        return TRUE;
    if (!fact_numeral_read_exponent(scan, scan->token[numeral->end - 1].end, limit, numeral))
        read_mixed(scan, limit, numeral);
    return TRUE;
}
