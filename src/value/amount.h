/* SPDX-License-Identifier: MIT
 *
 * A number with its unit, before ranges and the wording around it are looked at.
 */
#pragma once

#include "value/numeral.h"
#include "value/unit-mark.h"

typedef struct {
    guint first; /* its currency sign or number */
    guint end;   /* one past its unit */
    FactNumeral numeral;
    FactUnitMark mark;
    gboolean has_mark;
    gboolean is_prefixed; /* the currency stands before the number */
} FactAmount;

/* Reads a number at @i, with a currency before it or a unit behind it. */
gboolean
fact_amount_read(const FactScan *scan, guint i, guint limit, FactAmount *out_amount);

/* Gives @amount the unit of @other, and its scale where the two share it ("$89 to $93 billion"). */
void
fact_amount_share(FactAmount *amount, const FactAmount *other);

/* Whether both are said of one unit, or one of them of none. */
gboolean
fact_amount_is_alike(const FactAmount *a, const FactAmount *b);

/* Writes amount, precision and unit into @out_value, which gets a type. */
gboolean
fact_amount_to_value(const FactAmount *amount, FactValue *out_value);
