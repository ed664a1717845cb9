/* SPDX-License-Identifier: MIT
 *
 * People an article tells of one by one: "a 24-year-old man was shot", "Ann Hall, 31, died". Two
 * tellings are of two people only where they cannot be of one: names, ages or sexes differ, or the
 * second says "another". So their number is a lower bound.
 */
#pragma once

#include "extract/phrase.h"

typedef struct {
    guint thing;     /* of a full name, FACT_NONE */
    guint age;       /* 0: not told */
    const char *sex; /* as the wording gives it, NULL: not told */
    gboolean is_another; /* "another man" */
    gboolean is_new; /* a full name or "a man": may be one not told of before; "the man" is not */
} FactToldPerson;

/* The person that @phrase is of. */
FactToldPerson
fact_told_person_read(const FactAnalysis *analysis, FactPhrase phrase);

/* How many of @people cannot be any of @others (both of FactToldPerson). */
guint
fact_told_people_besides(const GArray *people, const GArray *others);

/* Adds @person to @people (of FactToldPerson) unless it may be one of them. */
void
fact_told_person_add(GArray *people, FactToldPerson person);
