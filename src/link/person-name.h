/* SPDX-License-Identifier: MIT
 *
 * Names of persons: given name, middle names, surname, suffix, nickname; and whether two of them
 * can be one person's. Compatibility is symmetric but not transitive ("R. Strong" fits "Robert
 * Strong" and "Rachel Strong"); what follows from it is cluster.h's to decide.
 */
#pragma once

#include "link/subject-name.h"

typedef struct {
    const char *const *words; /* given name, middle names, surname; a surname alone */
    guint n_words;            /* 0: this is no person's name */
    guint suffix; /* generation: 1 "Sr.", 2 "II", 3 "III", ... , FACT_PERSON_JUNIOR; 0 none */
    gboolean is_hyphenated;    /* the last two words are one surname */
    gboolean has_two_surnames; /* the last two of three words may both be surnames */
    const char *surname;       /* the last word with the particles before it: "delacruz" */
    const char *nickname;      /* given in quotation marks; NULL */
    gboolean given_is_known;   /* the given name is in the catalog's list */
    const char *given_root;    /* what the given name is short for; NULL */
} FactPersonName;

#define FACT_PERSON_JUNIOR 20u

/* How two names stand to each other; the later, the weaker. */
typedef enum {
    FACT_PERSON_FULLER, /* the same but for middle names, initials, a suffix, a short given name */
    FACT_PERSON_SHORT,  /* one is the surname alone, or the last words of the other */
    FACT_PERSON_UNSURE, /* a misspelling, or a second surname left out */
    FACT_PERSON_GIVEN,  /* one is the given name alone */
    FACT_PERSON_APART,
} FactPersonMatch;

/* @name as a person's; strings are borrowed from it, from the catalog and from @arena. */
void
fact_person_name_parse(const FactCatalog *catalog, const FactSubjectName *name, FactArena *arena,
                       FactPersonName *out_person);

/* Symmetric. */
FactPersonMatch
fact_person_name_match(const FactPersonName *a, const FactPersonName *b);

/* The last word of the name, which has one. */
static inline const char *
fact_person_name_last(const FactPersonName *person)
{
    return person->words[person->n_words - 1];
}
