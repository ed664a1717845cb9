/* SPDX-License-Identifier: MIT
 *
 * Number words as pieces, and the sum that is built of them piece by piece.
 */
#pragma once

#include "value/scan.h"

typedef enum {
    FACT_PIECE_NONE = 0,
    FACT_PIECE_UNIT = 'u',
    FACT_PIECE_TENS = 't',
    FACT_PIECE_HUNDRED = 'h',
    FACT_PIECE_SCALE = 's',
    FACT_PIECE_BOUND = 'b', /* a short form of a scale word, which is none without a number: "mn" */
    FACT_PIECE_DOZEN = 'd',
    FACT_PIECE_DOZENS = 'q',
    FACT_PIECE_PLURAL = 'p', /* "thousands": its number is a power of ten */
    FACT_PIECE_FRACTION = 'f',
    FACT_PIECE_ORDINAL = 'o',
    FACT_PIECE_DIGITS = 'D',
} FactPieceKind;

typedef struct {
    FactPieceKind kind;
    int64_t number;
    FactDecimal decimal; /* of DIGITS */
    int decimals;
    guint end;
} FactPiece;

typedef struct {
    FactDecimal total;   /* what scale words closed */
    FactDecimal current; /* what is open */
    FactDecimal coefficient;
    gboolean has_total;
    gboolean has_current;
    FactPieceKind last;
    int last_scale;
    int decimals;
    int place; /* power of ten that the last piece is good to */
    gboolean has_place;
    gboolean is_fraction;
    gboolean is_ordinal;
    gboolean is_short; /* a fraction ends it, for the scale behind is of more than it */
    guint n_pieces;
} FactSum;

/* The number word at @i: "twelve", "million". FALSE if it is none. */
gboolean
fact_numeral_piece_read(const FactScan *scan, guint i, guint limit, FactPiece *out_piece);

/* Up to three digits at @i, which may go on where words began: "4 thousand 3 hundred and 21". */
gboolean
fact_numeral_piece_read_digits(const FactScan *scan, guint i, FactPiece *out_piece);

/* Adds the piece to the sum. FALSE if it does not fit behind what is there; @sum is spoilt then. */
gboolean
fact_numeral_sum_take(FactSum *sum, const FactPiece *piece);
