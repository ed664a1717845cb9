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

/* The wording right after a value that ends at @end alone. */
FactHedge
fact_hedge_find_after(const FactScan *scan, guint end, guint limit);

/* The wording right before token @i alone. */
FactHedge
fact_hedge_find_before(const FactScan *scan, guint i);
