/* SPDX-License-Identifier: MIT
 *
 * Rises and falls: "rose 3 %", "down 9.2%", "+0.2%", "fell by", "34.4% higher".
 */
#pragma once

#include "value/scan.h"

typedef struct {
    FactDirection direction;
    gboolean is_level; /* "rose to 5": the value is where it went, not how far */
    gboolean is_from;  /* "rose from 5" */
    guint first;       /* first token of the wording, or the value's own */
} FactTrend;

/* Looks before token @first, where a value with its hedges begins, and after @end. */
FactTrend
fact_trend_find(const FactScan *scan, guint first, guint end, guint limit);
