/* SPDX-License-Identifier: MIT
 *
 * Numbers that name rather than count: models, versions, flights, sections, years, addresses,
 * telephone numbers, footnote marks, clock times.
 */
#pragma once

#include "value/numeral.h"

/* Whether the numeral is part of a name whatever follows it: "GPT-4", "@5", "x_1". */
gboolean
fact_label_is_joined(const FactScan *scan, const FactNumeral *numeral);

/* Whether the word before token @i is one that numbers follow as names: "Section", "Class". */
gboolean
fact_label_follows(const FactScan *scan, guint i);

/* Whether the marks and words around a numeral without unit or currency make a label of it,
 * whatever it may count: an address, a time, a telephone number, an enumeration. */
gboolean
fact_label_is_marked(const FactScan *scan, const FactNumeral *numeral);

/* Whether such a numeral, which is not marked as one, is a label for what it counts or does not.
 * @has_noun: a plural noun that it may count follows; @is_hedged: wording like "about" stands
 * before it. */
gboolean
fact_label_is_name(const FactScan *scan, const FactNumeral *numeral, gboolean has_noun,
                   gboolean is_hedged);
