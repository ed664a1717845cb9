/* SPDX-License-Identifier: MIT
 *
 * Whether time explains that two values of an attribute that moves differ.
 */
#pragma once

#include "compare/side.h"

typedef enum {
    FACT_MOVEMENT_NONE,     /* time explains nothing */
    FACT_MOVEMENT_UNKNOWN,  /* it might, but dates are missing */
    FACT_MOVEMENT_LATER,    /* all articles of one side are later than those of the other, and the
                             * value moved the way it can */
    FACT_MOVEMENT_SAME_DAY, /* the same, but for articles of one day that do not tell the hour */
    FACT_MOVEMENT_BIRTHDAY,
} FactMovement;

/* @a and @b exclude each other. */
FactMovement
fact_movement_explain(const FactCatalog *catalog, FactMoves moves, const FactSideDraft *a,
                      const FactSideDraft *b);

/* Whether one of two numeric values is more than @factor times the other. Nothing is any number of times
 * nothing: with a @factor above 1, zero is apart from no value. */
gboolean
fact_amount_is_apart(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                     double factor);

/* Whether @outer is a range, open or closed, one of whose ends belongs to it and is @inner's too: "at least
 * 4" and 4. */
gboolean
fact_amount_attains_bound(const FactCatalog *catalog, const FactValue *inner,
                          const FactValue *outer);

/* Which of two numeric values that exclude each other is the smaller: <0, 0, >0. 0 for others. */
int
fact_amount_compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b);
