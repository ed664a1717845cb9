/* SPDX-License-Identifier: MIT
 *
 * What all numeric types share: comparing, ordering and writing intervals of decimals. The files of
 * the types say what is special about each.
 */
#pragma once

#include "value/value-reader.h"
#include "value/value.h"

FactRelation
fact_numeric_compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                     const FactTolerance *tolerance);

gboolean
fact_numeric_is_near_bound(const FactCatalog *catalog, const FactValue *a, const FactValue *b);

int
fact_numeric_order(const FactValue *a, const FactValue *b);

void
fact_numeric_format_key(const FactValue *value, GString *out);

void
fact_numeric_write(const FactValue *value, FactJsonWriter *writer);

gboolean
fact_numeric_read(FactValueReader *reader, FactValue *out_value);

/* A value of @type that is one @amount, said plainly. */
FactValue
fact_numeric_new(FactValueType type, FactDecimal amount, const char *unit);

/* Makes of @value, whose low and high are the amount, what @comparator says of it. */
void
fact_numeric_set_comparator(FactValue *value, FactComparator comparator);

/* A sum of money has two decimals or none: appends the one that is missing. */
void
fact_numeric_pad_cents(FactDecimal amount, const FactValue *value, GString *out);

/* The wording around amounts: "less than ", "3 to 5", "up ". @prefix stands before each number,
 * @suffix after the last; both nullable. */
void
fact_numeric_format(const FactValue *value, const char *prefix, const char *suffix, GString *out);

/* "1,234.5", or "5.6 million" where the value's precision says that it was said so. */
void
fact_numeric_format_amount(FactDecimal amount, const FactValue *value, GString *out);

/* " per year", " per barrel": nothing where there is no rate. */
void
fact_numeric_format_per(const FactCatalog *catalog, const FactValue *value, GString *out);

/* Whether the value is exactly one of its unit. */
gboolean
fact_numeric_is_one(const FactValue *value);
