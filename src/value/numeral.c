/* SPDX-License-Identifier: MIT
 *
 * Joins the parts of a numeral: a sign, digits, words, and the letters that scale digits ("500k",
 * "$5m"). A letter scales only where it cannot be a unit.
 */
#include "value/numeral.h"

#include "value/digits.h"
#include "value/numeral-digits.h"
#include "value/numeral-words.h"

#include <stdlib.h>
#include <string.h>

/* Powers of ten that an exponent may have; more is no number of a newspaper. */
#define SCALE_MAX 40

gboolean
fact_numeral_apply_scale(FactNumeral *numeral, int scale)
{
    FactDecimal factor;
    FactDecimal low;
    FactDecimal high;

    if (ABS(scale) > SCALE_MAX || numeral->decimals > SCALE_MAX / 2)
        return FALSE;
    factor = fact_decimal_new(1, scale);
    if (!fact_decimal_multiply(numeral->low, factor, &low) ||
        !fact_decimal_multiply(numeral->high, factor, &high))
        return FALSE;
    numeral->low = low;
    numeral->high = high;
    numeral->scale = scale;
    numeral->precision = fact_decimal_new(1, scale - numeral->decimals);
    numeral->has_precision = TRUE;
    return TRUE;
}

/* Whether something that is counted or paid follows: "5m people", "2.5m euros". */
static gboolean
is_counted(const FactScan *scan, guint i)
{
    uint32_t payload;

    if (!fact_scan_is_word(scan, i) || fact_scan_is_glued(scan, i))
        return FALSE;
    if ((fact_token_classes(scan->tokens, i) & FACT_WORD_PLURAL) != 0)
        return TRUE;
    guint end =
        fact_phrase_table_match(scan->catalog->unit_names, scan->tokens, i, scan->last, &payload);
    return end > i && (payload & FACT_UNIT_PAYLOAD_CURRENCY) != 0;
}

/* Letters that are units too scale only sums of money, or what is plainly counted. */
static gboolean
is_scaling(const FactScan *scan, guint i, const char *letters, size_t len, gboolean is_money)
{
    if (is_money)
        return TRUE;
    if (len == 2 && (letters[0] == 'm' || letters[0] == 'M') && (letters[1] | 0x20) == 'm')
        return FALSE;
    if (len > 1)
        return TRUE;
    switch (letters[0]) {
    case 'M':
    case 'k':
    case 'b':
    case 'B':
        return TRUE;
    case 'K':
    case 'm':
        return is_counted(scan, i + 1);
    default:
        return FALSE;
    }
}

static void
read_letters(const FactScan *scan, guint limit, gboolean is_money, FactNumeral *numeral)
{
    guint i = numeral->end;
    guint end;

    if (i >= limit || !fact_scan_is_word(scan, i) || (!fact_scan_is_glued(scan, i) && !is_money))
        return;
    const char *scale = fact_scan_lookup(scan, scan->letter_scales, i, limit, &end);
    const FactToken *token = &scan->token[i];
    if (scale == NULL || end != i + 1 ||
        !is_scaling(scan, i, scan->text + token->start, token->end - token->start, is_money))
        return;
    if (fact_numeral_apply_scale(numeral, atoi(scale)))
        numeral->end = end;
}

static gboolean
is_sign_place(const FactScan *scan, guint i)
{
    if (i < scan->first || i < scan->done)
        return FALSE;
    if (!fact_scan_is_glued(scan, i) || i == scan->first)
        return TRUE;
    guint before = i - 1;
    return fact_scan_is_mark(scan, before, '(') || fact_scan_is_mark(scan, before, '<') ||
           fact_scan_is_mark(scan, before, '>') || fact_scan_is_mark(scan, before, '=') ||
           fact_scan_is_mark(scan, before, '$');
}

static void
negate(FactNumeral *numeral)
{
    FactDecimal low = fact_decimal_negate(numeral->high);

    numeral->high = fact_decimal_negate(numeral->low);
    numeral->low = low;
    numeral->is_negative = TRUE;
    numeral->is_signed = TRUE;
}

/* Most numbers stand behind a word that is no sign, or a mark. */
static inline gboolean
may_be_sign(const FactToken *token)
{
    if ((token->flags & FACT_TOKEN_WORD) != 0)
        return token->mark == 'm' || token->mark == 'n';
    return (token->flags & FACT_TOKEN_DASH) != 0 || token->mark == '+';
}

void
fact_numeral_read_sign(const FactScan *scan, FactNumeral *numeral)
{
    guint i = numeral->first;
    gboolean is_joined;

    if (i == scan->first || i <= scan->done || numeral->is_ordinal || numeral->is_vague)
        return;
    if (fact_scan_is_glued(scan, i) && is_sign_place(scan, i - 1)) {
        if (fact_scan_is_mark(scan, i - 1, '+'))
            numeral->is_signed = TRUE;
        else if (fact_scan_is_dash(scan, i - 1) &&
                 scan->token[i - 1].end - scan->token[i - 1].start != 2)
            negate(numeral);
        else
            return;
        numeral->first = i - 1;
        return;
    }
    /* a text that begins with a minus torn off */
    if (i - 1 == scan->first && fact_scan_is_dash(scan, i - 1) && numeral->is_digits) {
        negate(numeral);
        numeral->first = i - 1;
        return;
    }
    is_joined = fact_scan_is_hyphen(scan, i - 1) && i - 1 > scan->first;
    guint word = is_joined ? i - 2 : i - 1;
    if (word > scan->first + 1 && fact_scan_is_text(scan, word - 1, "or") &&
        fact_scan_is_text(scan, word - 2, "plus"))
        return; /* "plus or minus 3" */
    if (word >= scan->done &&
        (fact_scan_is_text(scan, word, "minus") || fact_scan_is_text(scan, word, "negative"))) {
        negate(numeral);
        numeral->first = word;
    }
}

static gboolean
read_symbol(const FactScan *scan, guint i, FactNumeral *numeral)
{
    if (!fact_numeral_read_symbol(scan, i, &numeral->low))
        return FALSE;
    numeral->high = numeral->low;
    numeral->coefficient = numeral->low;
    numeral->is_fraction = TRUE;
    numeral->end = i + 1;
    return TRUE;
}

/* "1st", "22nd" */
static gboolean
read_ordinal_ending(const FactScan *scan, guint limit, FactNumeral *numeral)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    guint i = numeral->end;

    if (i >= limit || !fact_scan_is_glued(scan, i) || numeral->decimals > 0)
        return FALSE;
    int64_t last = numeral->low.exponent > 0 ? 0 : numeral->low.coefficient % 10;
    for (size_t k = 0; k < G_N_ELEMENTS(endings); k++) {
        if (k < 3 && last != (int64_t)k + 1)
            continue; /* "12st" is a weight */
        if (fact_scan_is_text(scan, i, endings[k])) {
            numeral->is_ordinal = TRUE;
            numeral->end = i + 1;
            return TRUE;
        }
    }
    return FALSE;
}

/* A character that a conversion lost (U+FFFD) was a space between digits and a scale word. */
static gboolean
is_lost(const FactScan *scan, guint i, guint limit)
{
    return i + 1 < limit && (scan->token[i].flags & (FACT_TOKEN_SYMBOL | FACT_TOKEN_PUNCT)) != 0 &&
           scan->token[i].end - scan->token[i].start == 3 &&
           memcmp(scan->text + scan->token[i].start, "\xef\xbf\xbd", 3) == 0 &&
           fact_numeral_is_word(scan, i + 1);
}

/* Whether letters that scale sums stand at @i: "$5 m". */
static inline gboolean
may_be_letters(const FactScan *scan, guint i, guint limit)
{
    return i < limit && fact_scan_is_word(scan, i) &&
           fact_phrase_table_may_begin(scan->letter_scales->phrases, scan->tokens, i);
}

static gboolean
read_number(const FactScan *scan, guint i, guint limit, gboolean is_money, FactNumeral *numeral)
{
    if (!fact_numeral_read_digits(scan, i, limit, numeral))
        return FALSE;
    if (fact_numeral_is_end(scan, numeral->end, limit) &&
        !(is_money && may_be_letters(scan, numeral->end, limit)))
        return TRUE;
    if (numeral->is_fraction || numeral->is_rating || read_ordinal_ending(scan, limit, numeral))
        return TRUE;
    guint end = numeral->end;
    numeral->end += is_lost(scan, end, limit);
    if (!fact_numeral_read_words(scan, limit, numeral)) {
        numeral->end = end;
        read_letters(scan, limit, is_money, numeral);
    }
    return TRUE;
}

gboolean
fact_numeral_read(const FactScan *scan, guint i, guint limit, gboolean is_money,
                  FactNumeral *out_numeral)
{
    gboolean is_read;

    if (i >= limit)
        return FALSE;
    *out_numeral = (FactNumeral){.first = i, .end = i};
    if (fact_scan_is_number(scan, i))
        is_read = read_number(scan, i, limit, is_money, out_numeral);
    else if (fact_scan_is_word(scan, i))
        is_read = fact_numeral_is_word(scan, i) && fact_numeral_read_words(scan, limit, out_numeral);
    else
        is_read = read_symbol(scan, i, out_numeral);
    guint first = out_numeral->first;
    if (is_read && first > scan->first && may_be_sign(&scan->token[first - 1]))
        fact_numeral_read_sign(scan, out_numeral);
    return is_read;
}

gboolean
fact_numeral_read_inside(const FactScan *scan, guint i, uint32_t at, guint limit,
                         FactNumeral *out_numeral)
{
    FactNumeral numeral = {.first = i, .end = i + 1, .is_digits = TRUE};
    const char *text = scan->text;
    FactDigits digits;
    uint32_t end = at;

    while (g_ascii_isdigit(text[end]) ||
           ((text[end] == '.' || text[end] == ',') && g_ascii_isdigit(text[end + 1]) && end > at))
        end++;
    if (!fact_digits_parse(text + at, end - at, &digits))
        return FALSE;
    numeral.low = numeral.high = numeral.coefficient = digits.amount;
    numeral.decimals = digits.decimals;
    numeral.n_digits = (guint)digits.n_digits;
    numeral.has_separator = digits.has_separator;
    while (numeral.end < limit && scan->token[numeral.end].start < end)
        numeral.end++;
    const FactToken *last = &scan->token[numeral.end - 1];
    if (last->end > end) {
        /* letters in the same word: "USD10m" */
        g_autofree char *letters = g_ascii_strdown(text + end, last->end - end);
        uint32_t payload =
            fact_phrase_table_find(scan->letter_scales->phrases, scan->tokens->lexicon, letters);
        if (payload == 0 ||
            !fact_numeral_apply_scale(
                &numeral, atoi(g_ptr_array_index(scan->letter_scales->values, payload - 1))))
            return FALSE;
    } else if (!fact_numeral_read_words(scan, limit, &numeral)) {
        read_letters(scan, limit, TRUE, &numeral);
    }
    *out_numeral = numeral;
    return TRUE;
}
