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

/* Looks around the value at tokens @first to @end. */
FactHedge
fact_hedge_find(const FactScan *scan, guint first, guint end, guint limit);

/* The wording right after a value that ends at @end alone. */
FactHedge
fact_hedge_find_after(const FactScan *scan, guint end, guint limit);

/* The wording right before token @i alone. */
FactHedge
fact_hedge_find_before(const FactScan *scan, guint i);
