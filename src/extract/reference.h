/* SPDX-License-Identifier: MIT
 *
 * What a noun phrase of the text refers to: a thing of the document, the story itself, or something
 * known by a description alone.
 */
#pragma once

#include "extract/analysis.h"

typedef struct {
    guint first; /* tokens of the phrase */
    guint last;
} FactPhrase;

typedef struct {
    guint thing;             /* index, FACT_NONE */
    const char *description; /* "@the film" where nothing else is known; NULL */
    uint32_t kinds;
    guint confidence;        /* hundredths; 0: it refers to nothing certain */
    FactPhrase phrase;
} FactReference;

/* The noun phrase that begins at token @i / ends before token @i, not beyond @limit; FALSE for none. */
gboolean
fact_phrase_forward(const FactAnalysis *analysis, guint i, guint limit, FactPhrase *out_phrase);

gboolean
fact_phrase_backward(const FactAnalysis *analysis, guint i, guint limit, FactPhrase *out_phrase);

/* Whether a noun phrase that was read up to token @i goes on there: a name, a noun or an adjective. */
gboolean
fact_phrase_goes_on(const FactAnalysis *analysis, guint i);

/* What @phrase refers to, @kinds being the kinds (FactKind) that fit. */
FactReference
fact_reference_resolve(const FactAnalysis *analysis, FactPhrase phrase, uint32_t kinds);

/* The name that heads @phrase: the last one in it that owns nothing there; FACT_NONE for none. */
guint
fact_phrase_head_name(const FactAnalysis *analysis, FactPhrase phrase);

/* The subject that is meant where the words between @first and @last of a sentence name none:
 * what possesses them, the subject of their clause, else (with @allow_main) what the document is
 * about. A subject that is there but refers to nothing certain gives nothing. */
FactReference
fact_reference_of_clause(const FactAnalysis *analysis, guint first, guint last, uint32_t kinds, gboolean allow_main);

/* Whether the name stands where a subject stands: no owner of what follows, no part of another noun
 * phrase, not after a preposition. */
gboolean
fact_name_is_subject(const FactAnalysis *analysis, const FactName *name);

/* Whether @thing can be of one of @kinds; what nothing is known of can be anything but a place or event. */
gboolean
fact_thing_fits(const FactThing *thing, uint32_t kinds);
