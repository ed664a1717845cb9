/* SPDX-License-Identifier: MIT
 *
 * What stands behind an amount and belongs to it: cents, inches, minutes, "and a half".
 */
#pragma once

#include "value/amount.h"

/* What one cent of @currency is of the whole. */
FactDecimal
fact_amount_part_minor(const FactCurrency *currency);

/* Adds what stands at @amount->end: "3 dollars 50 cents", "5 feet 2 inches", "2 hours and a half".
 */
void
fact_amount_part_add(const FactScan *scan, guint limit, FactAmount *amount);

/* Adds the inches of a height in feet, which need no unit: "5-foot-11", "six-foot-two". */
void
fact_amount_part_add_height(const FactScan *scan, guint limit, FactAmount *amount);

/* Makes a height of the number where marks say so: 5'9". */
gboolean
fact_amount_part_read_height(const FactScan *scan, guint limit, FactAmount *amount);

/* "in" at token @i as inches, for who knows that it is no preposition; FALSE where it is another word. */
gboolean
fact_amount_part_inches(const FactScan *scan, guint i, FactUnitMark *out_mark);
