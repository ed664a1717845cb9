/* SPDX-License-Identifier: MIT
 *
 * What the text does with a statement: denies it, hedges it, plans it, asks it, or puts it in
 * somebody's mouth.
 */
#pragma once

#include "extract/analysis.h"

typedef struct {
    FactPolarity polarity;
    FactMood mood;
    const char *hedge;   /* NULL for none */
    const char *speaker; /* NULL for the article itself */
} FactModality;

/* Of the statement whose words are tokens [first, last). */
FactModality
fact_modality_read(const FactAnalysis *analysis, guint first, guint last);

/* Who says the sentence of tokens [first, last); NULL for the article itself. */
const char *
fact_modality_speaker(const FactAnalysis *analysis, guint first, guint last);

/* First token of the clause that token @i is part of. */
guint
fact_clause_start(const FactAnalysis *analysis, guint i);

/* One past its last token. */
guint
fact_clause_end(const FactAnalysis *analysis, guint i);
