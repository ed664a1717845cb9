/* SPDX-License-Identifier: MIT
 *
 * What may follow what: a unit behind tens or a hundred, a scale word that is smaller than the one
 * before, a denominator behind a count. What does not fit ends the number.
 */
#include "value/numeral-sum.h"

#include "value/digits.h"

static FactDecimal
integer(int64_t number)
{
    return fact_decimal_new(number, 0);
}

/* The catalog says "u12", "s6": a kind and a number. */
gboolean
fact_numeral_piece_read(const FactScan *scan, guint i, guint limit, FactPiece *out_piece)
{
    guint end;

    if ((fact_token_classes(scan->tokens, i) & FACT_WORD_NUMBER) == 0)
        return FALSE;
    const char *meaning = fact_scan_lookup(scan, scan->numerals, i, limit, &end);
    if (meaning == NULL)
        return FALSE;
    *out_piece = (FactPiece){.kind = (FactPieceKind)meaning[0], .end = end};
    for (const char *digit = meaning + 1; g_ascii_isdigit(*digit); digit++)
        out_piece->number = out_piece->number * 10 + (*digit - '0');
    return TRUE;
}

gboolean
fact_numeral_piece_read_digits(const FactScan *scan, guint i, FactPiece *out_piece)
{
    const FactToken *token = &scan->token[i];
    FactDigits digits;

    if (!fact_scan_is_number(scan, i) || token->end - token->start > 3 ||
        !fact_digits_parse(scan->text + token->start, token->end - token->start, &digits))
        return FALSE;
    *out_piece = (FactPiece){.kind = FACT_PIECE_DIGITS, .decimal = digits.amount, .end = i + 1};
    return TRUE;
}

static gboolean
add_current(FactSum *sum, int64_t number)
{
    sum->has_current = TRUE;
    return fact_decimal_add(sum->current, integer(number), &sum->current);
}

static gboolean
take_small(FactSum *sum, const FactPiece *piece)
{
    gboolean fits = !sum->has_current || sum->last == FACT_PIECE_HUNDRED ||
                    (sum->last == FACT_PIECE_TENS && piece->kind == FACT_PIECE_UNIT &&
                     piece->number > 0 && piece->number < 10);

    sum->has_place = FALSE;
    return fits && add_current(sum, piece->number);
}

static gboolean
take_digits(FactSum *sum, const FactPiece *piece)
{
    if (sum->last != FACT_PIECE_SCALE && sum->last != FACT_PIECE_HUNDRED)
        return FALSE;
    sum->has_current = TRUE;
    sum->has_place = FALSE;
    return fact_decimal_add(sum->current, piece->decimal, &sum->current);
}

static gboolean
take_hundred(FactSum *sum)
{
    gboolean is_open = sum->has_current && sum->last != FACT_PIECE_HUNDRED &&
                       fact_decimal_compare(sum->current, integer(100)) < 0;

    gboolean is_first = sum->last == FACT_PIECE_DIGITS && sum->n_pieces == 1;

    if (sum->has_current && !is_open && !is_first)
        return FALSE;
    if (!sum->has_current)
        sum->current = integer(1);
    sum->has_current = TRUE;
    sum->has_place = TRUE;
    sum->place = 2 - sum->decimals;
    return fact_decimal_multiply(sum->current, integer(100), &sum->current);
}

static gboolean
take_scale(FactSum *sum, int scale)
{
    FactDecimal factor = fact_decimal_new(1, scale);
    FactDecimal part = sum->has_current ? sum->current : integer(1);

    if (sum->last == FACT_PIECE_SCALE) { /* "thousand million", "lakh crore" */
        sum->place += scale;
        return !sum->has_current && fact_decimal_multiply(sum->total, factor, &sum->total);
    }
    if (sum->has_total && scale >= sum->last_scale)
        return FALSE;
    if (!sum->has_total)
        sum->coefficient = part;
    if (!fact_decimal_multiply(part, factor, &part) ||
        !fact_decimal_add(sum->total, part, &sum->total))
        return FALSE;
    sum->current = FACT_DECIMAL_ZERO;
    sum->has_current = FALSE;
    sum->has_total = TRUE;
    sum->last_scale = scale;
    sum->has_place = scale >= 3;
    sum->place = scale + MIN(MAX(sum->coefficient.exponent, -3), -sum->decimals);
    return TRUE;
}

static gboolean
take_dozen(FactSum *sum)
{
    FactDecimal part = sum->has_current ? sum->current : integer(1);

    sum->has_current = TRUE;
    return !sum->has_total && fact_decimal_multiply(part, integer(12), &sum->current);
}

/* A denominator after a count: "three quarters"; "half" and a counted "quarter" stand alone. */
static gboolean
take_fraction(FactSum *sum, const FactPiece *piece)
{
    FactDecimal count = sum->has_current ? sum->current : integer(1);

    if (sum->has_total || sum->is_fraction || count.exponent < 0 ||
        (!sum->has_current && piece->number != 2 && piece->number != 4))
        return FALSE;
    sum->has_current = TRUE;
    sum->is_fraction = TRUE;
    return fact_decimal_scale(count, 1, piece->number, &sum->current, NULL);
}

static gboolean
take_ordinal(FactSum *sum, const FactPiece *piece)
{
    gboolean is_one = sum->has_current && sum->n_pieces == 1 && sum->last == FACT_PIECE_UNIT &&
                      sum->current.coefficient == 1 && sum->current.exponent == 0;

    if (is_one && piece->number > 2)
        return take_fraction(sum, piece);
    sum->is_ordinal = TRUE;
    if (piece->number >= 100) {
        FactDecimal part = sum->has_current ? sum->current : integer(1);
        sum->has_current = TRUE;
        return fact_decimal_multiply(part, integer(piece->number), &sum->current);
    }
    gboolean fits = (sum->last == FACT_PIECE_TENS && piece->number < 10) ||
                    sum->last == FACT_PIECE_HUNDRED || sum->n_pieces == 0;
    return fits && add_current(sum, piece->number);
}

/* What decides on the piece that comes next. */
static FactPieceKind
plain_kind(FactPieceKind kind)
{
    if (kind == FACT_PIECE_DOZENS)
        return FACT_PIECE_DOZEN;
    return kind == FACT_PIECE_BOUND ? FACT_PIECE_SCALE : kind;
}

gboolean
fact_numeral_sum_take(FactSum *sum, const FactPiece *piece)
{
    gboolean is_taken = FALSE;

    if (sum->is_ordinal || sum->last == FACT_PIECE_DOZEN)
        return FALSE;
    if (piece->kind == FACT_PIECE_ORDINAL && sum->last == FACT_PIECE_DIGITS)
        return FALSE;
    if (sum->is_fraction &&
        (sum->is_short || (piece->kind != FACT_PIECE_SCALE && piece->kind != FACT_PIECE_DOZEN)))
        return FALSE;
    switch (piece->kind) {
    case FACT_PIECE_UNIT:
    case FACT_PIECE_TENS:
        is_taken = take_small(sum, piece);
        break;
    case FACT_PIECE_DIGITS:
        is_taken = take_digits(sum, piece);
        break;
    case FACT_PIECE_HUNDRED:
        is_taken = take_hundred(sum);
        break;
    case FACT_PIECE_SCALE:
        is_taken = take_scale(sum, (int)piece->number);
        break;
    case FACT_PIECE_BOUND:
        is_taken = sum->has_current && take_scale(sum, (int)piece->number);
        break;
    case FACT_PIECE_PLURAL: /* "two thousands" */
        is_taken = sum->has_current && take_scale(sum, (int)piece->number);
        break;
    case FACT_PIECE_DOZEN:
    case FACT_PIECE_DOZENS:
        is_taken = (sum->n_pieces > 0 || piece->kind == FACT_PIECE_DOZEN) && take_dozen(sum);
        break;
    case FACT_PIECE_FRACTION:
        is_taken = take_fraction(sum, piece);
        break;
    case FACT_PIECE_ORDINAL:
        is_taken = take_ordinal(sum, piece);
        break;
    case FACT_PIECE_NONE:
        break;
    }
    if (is_taken) {
        sum->last = plain_kind(piece->kind);
        sum->n_pieces++;
    }
    return is_taken;
}
