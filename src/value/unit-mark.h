/* SPDX-License-Identifier: MIT
 *
 * What stands at a number and says what is measured: a unit, a currency, a percent sign. With it
 * goes a rate: "per barrel", "a month", "/kg".
 */
#pragma once

#include "value/scan.h"

typedef enum {
    FACT_MARK_UNIT,
    FACT_MARK_CURRENCY,
    FACT_MARK_MINOR, /* cents of a currency */
} FactMarkKind;

typedef struct {
    FactMarkKind kind;
    const FactUnit *unit;         /* of a UNIT */
    const FactCurrency *currency; /* of the others */
    guint end;                    /* one past its last token */
    int scale;                    /* power of ten in the mark: 6 of "MUSD" */
    uint32_t number;              /* byte of a word where digits begin, 0: at the next token */
    gboolean is_hyphenated;       /* "5-mile" */
} FactUnitMark;

/* Whether a currency may begin at token @i; words of numbers begin none. */
static inline gboolean
fact_unit_mark_may_be_before(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];

    if ((token->flags & FACT_TOKEN_NUMBER) != 0)
        return FALSE;
    return (token->flags & (FACT_TOKEN_WORD | FACT_TOKEN_HAS_DIGIT)) != FACT_TOKEN_WORD ||
           fact_phrase_table_may_begin(scan->catalog->unit_names, scan->tokens, i);
}

/* Fills joined_lengths of @scan, which has its lists. */
void
fact_unit_mark_find_joined(FactScan *scan);

/* Whether the word at @i, which has a capital and a digit, may be a currency and its sum; of most
 * that are models and codes, the length of their letters tells that they are none. */
gboolean
fact_unit_mark_may_be_joined(const FactScan *scan, guint i);

/* A currency before its number, at token @i: "$", "US$", "EUR", "RM23". */
gboolean
fact_unit_mark_before(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark);

/* A unit or currency after a number, at token @i. */
gboolean
fact_unit_mark_after(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark);

/* The denominator of a rate at token @i, as a UCUM code or a singular noun; NULL if there is none.
 * @out_end is one past it. */
const char *
fact_unit_mark_per(const FactScan *scan, guint i, guint limit, guint *out_end);
