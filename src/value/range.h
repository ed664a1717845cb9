/* SPDX-License-Identifier: MIT
 *
 * Two amounts that one statement gives: "3 to 5", "between $62 and $68", "from $36,040 to $34,935".
 */
#pragma once

#include "value/amount.h"
#include "value/hedge.h"

typedef enum {
    FACT_RANGE_NONE,
    FACT_RANGE_BETWEEN, /* low and high of one value */
    FACT_RANGE_FROM,    /* an old value and a new one */
} FactRangeKind;

typedef struct {
    FactRangeKind kind;
    guint first; /* "between" or "from", or the first amount's first token */
    guint end;   /* one past the second amount */
} FactRange;

/* Looks for a second amount after @amount, which gets the unit and scale that both share. @before is
 * the wording before @amount. @out_high is the second amount, and holds nothing of use where there is no range. */
FactRange
fact_range_read(const FactScan *scan, FactAmount *amount, const FactHedge *before, guint limit,
                FactAmount *out_high);
