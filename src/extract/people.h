/* SPDX-License-Identifier: MIT
 *
 * How many people a list of them names: "two men and a teenager", "Ann Hall, 31, and Tom Hall, 54".
 */
#pragma once

#include "extract/analysis.h"

typedef struct {
    guint first;   /* tokens of the list */
    guint last;
    guint n;       /* people in it, 0: no list of people */
    guint n_items; /* 1: no list, one phrase */
    gboolean says_who; /* a count, and then who they are: "two victims, a man and a woman" */
    gboolean is_exact; /* no item is vague ("several men", "at least two") */
} FactPeople;

/* The list that ends before token @end, at or after @start. */
FactPeople
fact_people_before(const FactAnalysis *analysis, guint end, guint start);

/* The list that begins at token @first, before @limit. */
FactPeople
fact_people_after(const FactAnalysis *analysis, guint first, guint limit);
