/* SPDX-License-Identifier: MIT
 *
 * What narrows a claim: the time it speaks of and the place it holds for.
 */
#pragma once

#include "extract/analysis.h"

/* EDTF of the time that the clause around tokens [first, last) speaks of, mention @value left out;
 * NULL for none. */
const char *
fact_qualifier_period(const FactAnalysis *analysis, guint first, guint last, guint value);

/* Entity id of the place that the clause says the statement holds for ("in the US"); NULL for none. */
const char *
fact_qualifier_place(const FactAnalysis *analysis, guint first, guint last);

/* Whether the sentence of token @i says by its words that it is background: "last year", "two years ago". */
gboolean
fact_qualifier_looks_back(const FactAnalysis *analysis, guint i);

/* Whether the sentence of token @i has a word that reports what somebody says: "said". */
gboolean
fact_qualifier_reports(const FactAnalysis *analysis, guint i);

/* Whether the sentence of token @i adds up over more than it says: "so far", "a total of". */
gboolean
fact_qualifier_sums_up(const FactAnalysis *analysis, guint i);

/* Whether it looks back by its words, or by a date well before the article. */
gboolean
fact_qualifier_is_background(const FactAnalysis *analysis, guint i);

/* The basis that the sentence of tokens [first, last) names by a phrase of @list, the one nearest to
 * them; NULL for none. */
const char *
fact_qualifier_basis(const FactAnalysis *analysis, const FactWording *list, guint first, guint last);
