/* SPDX-License-Identifier: MIT
 *
 * What a noun phrase of the text refers to: a thing of the document, the story itself, or something
 * known by a description alone.
 */
#pragma once

#include "extract/phrase.h"

typedef struct {
    guint thing;             /* index, FACT_NONE */
    const char *description; /* "@the film" where nothing else is known; NULL */
    uint32_t kinds;
    guint confidence; /* hundredths; 0: it refers to nothing certain */
    FactPhrase phrase;
} FactReference;

/* What @phrase refers to, @kinds being the kinds (FactKind) that fit. */
FactReference
fact_reference_resolve(const FactAnalysis *analysis, FactPhrase phrase, uint32_t kinds);

/* The subject that is meant where the words between @first and @last of a sentence name none:
 * what possesses them, the subject of their clause, else (with @allow_main) what the document is
 * about. A subject that is there but refers to nothing certain gives nothing. */
FactReference
fact_reference_of_clause(const FactAnalysis *analysis, guint first, guint last, uint32_t kinds,
                         gboolean allow_main);

/* What possesses the words from token @first on: "R1's price", "her brother". */
FactReference
fact_reference_possessor(const FactAnalysis *analysis, guint first, uint32_t kinds);

/* Whether @thing can be of one of @kinds; what nothing is known of can be anything but a place or
 * event. */
gboolean
fact_thing_fits(const FactThing *thing, uint32_t kinds);
