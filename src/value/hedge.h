/* SPDX-License-Identifier: MIT
 *
 * Wording around a value that says how it is meant: "more than", "about", "or more", "-plus".
 */
#pragma once

#include "value/scan.h"

typedef struct {
    FactComparator comparator;
    gboolean is_said; /* some wording was found */
    guint first;      /* first token of the wording before the value, or the value's own */
    guint end;        /* one past the wording after it, or the value's own end */
} FactHedge;

/* Adds to @before, what stands before a value, what stands after it at @end. */
FactHedge
fact_hedge_join(const FactScan *scan, const FactHedge *before, guint end, guint limit);

/* Whether wording may stand at @i behind a value; mostly it does not. */
static inline gboolean
fact_hedge_may_be_after(const FactScan *scan, guint i)
{
    const FactPhraseTable *phrases = scan->hedges_after->phrases;

    return fact_scan_is_dash(scan, i) ||
           (fact_phrase_table_may_begin(phrases, scan->tokens, i) &&
            fact_phrase_table_may_have_mark(phrases, scan->tokens, i));
}

/* The wording right after a value that ends at @end alone. */
FactHedge
fact_hedge_find_after(const FactScan *scan, guint end, guint limit);

/* The wording right before token @i alone. */
FactHedge
fact_hedge_find_before(const FactScan *scan, guint i);
