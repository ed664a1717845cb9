/* SPDX-License-Identifier: MIT
 *
 * Attributes that no catalog has: read from the words around a value, so that text about anything
 * still yields claims. "a budget of $25 million" -> "budget", "sold 100,000 copies" -> "sell copy".
 */
#pragma once

#include "extract/analysis.h"

typedef struct {
    const char *id;    /* "open:budget" */
    const char *label; /* "budget" */
    guint first;       /* tokens of the words it was read from */
    guint last;
    gboolean is_verb;  /* its subject is the clause's; else what possesses the noun */
} FactOpenAttribute;

/* The noun that stands for all that mean what @noun does, for counts to meet: "vessel" -> "ship". */
const char *
fact_open_attribute_noun(const FactAnalysis *analysis, const char *noun);

/* FALSE where the words say too little to tell the attribute. */
gboolean
fact_open_attribute_read(const FactAnalysis *analysis, guint value, FactOpenAttribute *out_attribute);
