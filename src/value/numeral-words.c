/* SPDX-License-Identifier: MIT
 *
 * Number words come as pieces: units (one to nineteen), tens, hundred, scales, dozen, denominators
 * and ordinals; the catalog says which is which. A sum is built piece by piece, and ends before the
 * first piece that does not fit.
 *
 *     number   = part *(["and"] part) [scale ...]
 *     part     = [tens] unit | tens | part "hundred" ["and"] part
 *     fraction = [part] denominator | "half" ["a"] scale
 *     vague    = plural *("of" plural)      ; "tens of thousands"
 */
#include "value/numeral-words.h"

#include "value/numeral-sum.h"

#include <string.h>

static FactDecimal
integer(int64_t number)
{
    return fact_decimal_new(number, 0);
}

/* "and three quarters": a fraction to come, no further part of the sum. */
static gboolean
begins_fraction(const FactScan *scan, const FactPiece *piece, guint limit)
{
    guint at = fact_scan_is_hyphen(scan, piece->end) ? piece->end + 1 : piece->end;
    FactPiece next;

    return piece->kind == FACT_PIECE_UNIT && at < limit &&
           fact_numeral_piece_read(scan, at, limit, &next) &&
           (next.kind == FACT_PIECE_FRACTION ||
            (next.kind == FACT_PIECE_ORDINAL && piece->number == 1 && next.number > 2));
}

static gboolean
is_article(const FactScan *scan, guint i)
{
    return fact_scan_is_text(scan, i, "a") || fact_scan_is_text(scan, i, "an");
}

/* "half a million", "a quarter of a million": a fraction of the scale word ahead. */
static guint
skip_to_scale(const FactScan *scan, guint i, guint limit)
{
    guint at = i;
    FactPiece piece;

    if (fact_scan_is_text(scan, at, "of"))
        at++;
    if (is_article(scan, at))
        at++;
    if (at > i && at < limit && fact_numeral_piece_read(scan, at, limit, &piece) &&
        (piece.kind == FACT_PIECE_SCALE || piece.kind == FACT_PIECE_DOZEN))
        return at;
    return i;
}

/* "five - eighths", "two - million" of tokenised text. */
static gboolean
is_spaced_part(const FactScan *scan, guint i, guint limit)
{
    FactPiece piece;

    return i < limit && fact_numeral_piece_read(scan, i, limit, &piece) &&
           (piece.kind == FACT_PIECE_FRACTION || piece.kind == FACT_PIECE_SCALE ||
            (piece.kind == FACT_PIECE_ORDINAL && piece.number > 3));
}

/* Where the next piece stands: after a hyphen, an "and" that the sum may have, or right here. */
static guint
skip_joint(const FactScan *scan, const FactSum *sum, guint i, guint limit, gboolean *out_is_and)
{
    *out_is_and = FALSE;
    if (i >= limit)
        return i;
    if (fact_scan_is_hyphen(scan, i))
        return i + 1;
    if (sum->is_fraction && !sum->is_short)
        return skip_to_scale(scan, i, limit);
    if ((sum->last == FACT_PIECE_HUNDRED || sum->last == FACT_PIECE_SCALE) &&
        fact_scan_is_text(scan, i, "and")) {
        *out_is_and = TRUE;
        return i + 1;
    }
    /* "ninety - five" of tokenised text */
    if (fact_scan_is_dash(scan, i) && !fact_scan_is_glued(scan, i) && i + 1 < limit &&
        !fact_scan_is_glued(scan, i + 1) &&
        (sum->last == FACT_PIECE_TENS || is_spaced_part(scan, i + 1, limit)))
        return i + 1;
    return i;
}

/* Takes pieces from @i on; one past the last one taken. An "and" that leads to a second number
 * ("between five thousand and ten thousand") is given back. */
static guint
take_all(const FactScan *scan, guint i, guint limit, FactSum *sum)
{
    guint end = i;
    guint and_end = i;
    FactSum before_and;
    gboolean had_and = FALSE;

    while (end < limit && (end == i || !fact_scan_is_border(scan, end))) {
        FactPiece piece;
        gboolean is_and = FALSE;
        guint at = sum->n_pieces == 0 ? end : skip_joint(scan, sum, end, limit, &is_and);
        if (at >= limit)
            break;
        if (!fact_numeral_piece_read(scan, at, limit, &piece) &&
            (sum->n_pieces == 0 || at == end ||
             !fact_numeral_piece_read_digits(scan, at, &piece)) &&
            (sum->last != FACT_PIECE_SCALE || !fact_numeral_piece_read_digits(scan, at, &piece)))
            break;
        if (sum->n_pieces > 0 && is_and) {
            before_and = *sum;
            and_end = end;
            had_and = TRUE;
            if (piece.kind == FACT_PIECE_FRACTION || begins_fraction(scan, &piece, limit))
                break;
        }
        FactSum next = *sum;
        if (!fact_numeral_sum_take(&next, &piece)) {
            gboolean is_second =
                had_and && (piece.kind == FACT_PIECE_HUNDRED || piece.kind == FACT_PIECE_SCALE ||
                            piece.kind == FACT_PIECE_BOUND);
            if (!is_second)
                break;
            *sum = before_and;
            return and_end;
        }
        *sum = next;
        end = piece.end;
    }
    return end;
}

/* "five point five", "nought point zero three". */
static guint
read_point(const FactScan *scan, guint i, guint limit, FactSum *sum)
{
    FactDecimal decimal = FACT_DECIMAL_ZERO;
    guint end = i;
    int place = 0;
    int64_t last_tens = 0;

    if (!fact_scan_is_text(scan, i, "point") || !sum->has_current || sum->is_fraction ||
        sum->is_ordinal)
        return i;
    for (guint at = i + 1; at < limit && place < 12; at = end) {
        FactPiece piece;
        gboolean is_tens = FALSE;
        if (place == 2 && last_tens > 0 && fact_scan_is_hyphen(scan, at))
            at++; /* "point seventy-one" */
        if (!fact_numeral_piece_read(scan, at, limit, &piece))
            break;
        is_tens = piece.kind == FACT_PIECE_TENS && place == 0;
        if (!is_tens && (piece.kind != FACT_PIECE_UNIT || piece.number > 9))
            break;
        if (last_tens > 0) /* the unit of a tens word stands in its second place */
            place--;
        place += is_tens ? 2 : 1;
        decimal = fact_decimal_new(piece.number, -place);
        if (!fact_decimal_add(sum->current, decimal, &sum->current))
            break;
        last_tens = is_tens ? piece.number : 0;
        end = piece.end;
    }
    sum->decimals = place;
    return end;
}

static guint
skip_hyphen(const FactScan *scan, guint i)
{
    return fact_scan_is_hyphen(scan, i) ? i + 1 : i;
}

/* "and a half", "and three quarters" after a whole number. */
static guint
read_and_fraction(const FactScan *scan, guint i, guint limit, FactSum *sum)
{
    guint at = skip_hyphen(scan, i); /* "five-and-a-half" */

    if (!fact_scan_is_text(scan, at, "and") || sum->is_fraction || sum->is_ordinal ||
        at + 1 >= limit)
        return i;
    FactSum fraction = {.is_short = TRUE};
    at = skip_hyphen(scan, at + 1);
    gboolean has_article = is_article(scan, at);
    if (has_article)
        at = skip_hyphen(scan, at + 1);
    guint end = take_all(scan, at, limit, &fraction);
    gboolean is_share = fraction.is_fraction && !fraction.has_total;
    /* "and a third" */
    if (has_article && fraction.is_ordinal && fraction.n_pieces == 1 &&
        fraction.current.coefficient > 2 && !fact_scan_is_word(scan, end))
        is_share = fact_decimal_scale(integer(1), 1, fraction.current.coefficient,
                                      &fraction.current, NULL);
    if (end == at || !is_share)
        return i;
    if (sum->has_current) {
        if (!fact_decimal_add(sum->current, fraction.current, &sum->current))
            return i;
    } else {
        /* "three million and a half" */
        FactDecimal part;
        if (!fact_decimal_multiply(fraction.current, fact_decimal_new(1, sum->last_scale), &part) ||
            !fact_decimal_add(sum->total, part, &sum->total))
            return i;
    }
    return end;
}

/* "one twenty-fifth", "three twenty-firsts": a count and a denominator of two words. */
static guint
read_denominator(const FactScan *scan, guint i, guint limit, FactSum *sum)
{
    if (sum->n_pieces != 1 || sum->last != FACT_PIECE_UNIT || i >= limit ||
        !fact_numeral_is_word(scan, i))
        return i;
    FactSum lower = {0};
    guint end = take_all(scan, i, limit, &lower);
    if (end == i || !lower.is_ordinal || lower.n_pieces != 2 || lower.has_total)
        return i;
    int64_t of = lower.current.coefficient * (lower.current.exponent == 1 ? 10 : 1);
    if (!fact_decimal_scale(sum->current, 1, of, &sum->current, NULL))
        return i;
    sum->is_fraction = TRUE;
    return end;
}

static gboolean
set_total(FactNumeral *numeral, const FactSum *sum, guint end)
{
    FactDecimal total;

    if (sum->n_pieces == 0 || !fact_decimal_add(sum->total, sum->current, &total))
        return FALSE;
    numeral->low = total;
    numeral->high = total;
    numeral->end = end;
    numeral->is_fraction |= sum->is_fraction && !sum->has_total && sum->last != FACT_PIECE_DOZEN;
    numeral->is_ordinal = sum->is_ordinal;
    if (sum->has_place && !sum->has_current) {
        numeral->has_precision = TRUE;
        numeral->precision = fact_decimal_new(1, sum->place);
        numeral->coefficient = sum->coefficient;
        numeral->scale = sum->last_scale;
    } else if (sum->has_place && sum->last == FACT_PIECE_HUNDRED) {
        numeral->has_precision = TRUE;
        numeral->precision = fact_decimal_new(1, sum->place);
    } else if (sum->last == FACT_PIECE_DOZEN) {
        numeral->has_precision = TRUE;
        numeral->precision = integer(12);
    }
    if (!numeral->has_precision)
        numeral->coefficient = total;
    return TRUE;
}

/* "hundreds of thousands": from the least that may be called so up to the next such word. */
static gboolean
read_vague(const FactScan *scan, guint i, guint limit, FactNumeral *numeral)
{
    FactPiece piece;
    FactDecimal low = integer(1);
    int scale = 0;
    guint end = i;

    for (guint at = i; at < limit; at = end + 1) {
        if (!fact_numeral_piece_read(scan, at, limit, &piece) ||
            (piece.kind != FACT_PIECE_PLURAL && piece.kind != FACT_PIECE_DOZENS &&
             (end == i || piece.kind != FACT_PIECE_SCALE)))
            break;
        if (piece.kind == FACT_PIECE_DOZENS)
            low = integer(12);
        else
            scale += (int)piece.number;
        end = piece.end;
        if (!fact_scan_is_text(scan, end, "of"))
            break;
    }
    if (end == i || scale > 15)
        return FALSE;
    numeral->low = fact_decimal_new(low.coefficient, scale);
    numeral->high = fact_decimal_new(low.coefficient, scale + 1);
    numeral->end = end;
    numeral->is_vague = TRUE;
    return TRUE;
}

/* "several hundred", "a few thousand". */
static gboolean
is_several(const FactScan *scan, guint i)
{
    return i >= scan->first && i >= scan->done &&
           (fact_scan_is_text(scan, i, "several") || fact_scan_is_text(scan, i, "few") ||
            fact_scan_is_text(scan, i, "many"));
}

static void
make_several(FactNumeral *numeral)
{
    FactDecimal times = integer(10);

    if (!fact_decimal_multiply(numeral->low, times, &numeral->high))
        return;
    numeral->is_vague = TRUE;
    numeral->has_precision = FALSE;
    numeral->first--;
}

/* "a couple hundred", "a couple of thousand": where the couple stands, @i for none. */
static guint
find_couple(const FactScan *scan, guint i)
{
    guint at = i - 1 - fact_scan_is_text(scan, i - 1, "of");

    return at >= scan->first && at >= scan->done && at < i && fact_scan_is_text(scan, at, "couple")
               ? at
               : i;
}

static void
make_couple(FactNumeral *numeral, guint couple)
{
    FactDecimal twice;

    if (!fact_decimal_multiply(numeral->low, fact_decimal_new(2, 0), &twice))
        return;
    numeral->precision = numeral->low;
    numeral->has_precision = TRUE;
    numeral->low = twice;
    numeral->high = twice;
    numeral->first = couple;
}

static gboolean
is_free_before(const FactScan *scan, guint i)
{
    return i > scan->first && i > scan->done && !fact_scan_is_border(scan, i);
}

/* "quarter-point", "quarter century": what is divided stands right behind. */
static gboolean
is_of_measure(const FactScan *scan, guint i)
{
    static const char *const words[] = {"point", "percentage", "century", "mile", "inch",
                                        "ounce", "pound",      "acre",    "ton",  "tonne"};
    guint at = skip_hyphen(scan, i);

    for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
        if (fact_scan_is_text(scan, at, words[k]))
            return TRUE;
    return FALSE;
}

/* "by a third to $200", "by a quarter.": a share of what it was, and no third party. */
static gboolean
is_step(const FactScan *scan, guint article, guint end)
{
    return article > scan->first && fact_scan_is_text(scan, article - 1, "by") &&
           !fact_scan_is_text(scan, end, "past") &&
           (fact_scan_is_border(scan, end) || !fact_scan_is_word(scan, end) ||
            (fact_token_classes(scan->tokens, end) & FACT_WORD_PREPOSITION) != 0);
}

/* An article before is part of the number ("a dozen"), or makes a share of an ordinal ("a third").
 */
static gboolean
settle_start(const FactScan *scan, guint i, const FactSum *sum, FactNumeral *numeral)
{
    FactPiece first;

    if (numeral->is_digits || !fact_numeral_piece_read(scan, i, scan->last, &first))
        return TRUE;
    gboolean has_before = is_free_before(scan, i);
    gboolean has_article = has_before && is_article(scan, i - 1);
    /* "N5 million": of a sum in a currency nobody knows here */
    if (first.kind == FACT_PIECE_SCALE && has_before &&
        (scan->token[i - 1].flags & FACT_TOKEN_HAS_DIGIT) != 0)
        return FALSE;
    if (first.kind == FACT_PIECE_ORDINAL && sum->n_pieces == 1 && has_article && first.number > 2 &&
        (fact_scan_is_text(scan, numeral->end, "of") || is_step(scan, i - 1, numeral->end) ||
         (fact_scan_is_border(scan, i - 1) && fact_scan_is_border(scan, numeral->end)))) {
        numeral->is_ordinal = FALSE;
        numeral->is_fraction = TRUE;
        numeral->first = i - 1;
        return fact_decimal_scale(integer(1), 1, first.number, &numeral->low, NULL) &&
               fact_decimal_scale(integer(1), 1, first.number, &numeral->high, NULL);
    }
    if (has_article && !numeral->is_ordinal && first.kind != FACT_PIECE_UNIT &&
        first.kind != FACT_PIECE_TENS)
        numeral->first = i - 1;
    if ((first.kind == FACT_PIECE_HUNDRED || first.kind == FACT_PIECE_SCALE ||
         first.kind == FACT_PIECE_DOZEN) &&
        has_before) {
        guint couple = find_couple(scan, i);
        if (couple < i)
            make_couple(numeral, couple);
        else if (is_several(scan, i - 1))
            make_several(numeral);
    }
    /* A quarter alone is one of the year, or of a city, unless something says "of". */
    if (first.kind == FACT_PIECE_FRACTION && first.number == 4 && sum->n_pieces == 1)
        return (has_article && (fact_scan_is_text(scan, numeral->end, "of") ||
                                is_step(scan, i - 1, numeral->end))) ||
               is_of_measure(scan, numeral->end);
    return TRUE;
}

static FactSum
begin_sum(const FactNumeral *numeral)
{
    FactSum sum = {0};

    if (!numeral->is_digits)
        return sum;
    sum.has_current = TRUE;
    sum.current = numeral->low;
    sum.coefficient = numeral->low;
    sum.decimals = numeral->decimals;
    sum.last = FACT_PIECE_DIGITS;
    sum.n_pieces = 1;
    return sum;
}

/* Whether words can go on with a number in digits at @i; most are followed by what they count. */
static gboolean
goes_on(const FactScan *scan, guint i, guint limit)
{
    return i < limit && (fact_numeral_is_word(scan, i) || fact_scan_is_dash(scan, i) ||
                         fact_scan_is_text(scan, i, "and") || fact_scan_is_text(scan, i, "point"));
}

/* The common case of digits and one scale word, "5.6 million", which makes no sum. */
static gboolean
read_lone_scale(const FactScan *scan, guint limit, FactNumeral *numeral)
{
    FactPiece piece;
    FactDecimal total;

    if (!fact_numeral_piece_read(scan, numeral->end, limit, &piece) ||
        piece.kind != FACT_PIECE_SCALE || piece.number < 3 ||
        !fact_numeral_is_end(scan, piece.end, limit) ||
        !fact_decimal_multiply(numeral->low, fact_decimal_new(1, (int32_t)piece.number), &total))
        return FALSE;
    numeral->scale = (int)piece.number;
    numeral->precision = fact_decimal_new(
        1, numeral->scale + MIN(MAX(numeral->low.exponent, -3), -numeral->decimals));
    numeral->has_precision = TRUE;
    numeral->coefficient = numeral->low;
    numeral->low = total;
    numeral->high = total;
    numeral->end = piece.end;
    return TRUE;
}

/* The same of one word of a small number, "one", "fifty". */
static gboolean
read_lone_word(const FactScan *scan, guint limit, FactNumeral *numeral)
{
    FactPiece piece;
    guint i = numeral->end;

    if (!fact_numeral_piece_read(scan, i, limit, &piece) ||
        (piece.kind != FACT_PIECE_UNIT && piece.kind != FACT_PIECE_TENS) ||
        !fact_numeral_is_end(scan, piece.end, limit))
        return FALSE;
    numeral->low = integer(piece.number);
    numeral->high = numeral->low;
    numeral->coefficient = numeral->low;
    numeral->end = piece.end;
    numeral->is_one = piece.number == 1 && fact_scan_is_text(scan, i, "one");
    return TRUE;
}

gboolean
fact_numeral_read_words(const FactScan *scan, guint limit, FactNumeral *numeral)
{
    guint i = numeral->end;
    if (numeral->is_digits && !goes_on(scan, i, limit))
        return FALSE;
    if (fact_numeral_is_word(scan, i) &&
        (numeral->is_digits ? read_lone_scale(scan, limit, numeral)
                            : read_lone_word(scan, limit, numeral)))
        return TRUE;
    FactSum sum = begin_sum(numeral);
    guint end = take_all(scan, i, limit, &sum);
    guint after = end;

    if (sum.n_pieces > 0) {
        after = read_denominator(scan, end, limit, &sum);
        if (after == end)
            after = read_point(scan, end, limit, &sum);
        if (after == end)
            after = read_and_fraction(scan, end, limit, &sum);
        if (after > end && sum.has_current) /* "two and a half million" */
            after = take_all(scan, after, limit, &sum);
    }
    if (numeral->is_digits && after == i)
        return FALSE;
    if (sum.n_pieces == 0)
        return read_vague(scan, i, limit, numeral);
    numeral->is_one = !numeral->is_digits && sum.n_pieces == 1 && after == end &&
                      fact_scan_is_text(scan, i, "one");
    return set_total(numeral, &sum, after) && settle_start(scan, i, &sum, numeral);
}
