/* SPDX-License-Identifier: MIT
 *
 * Names of persons: given name, middle names, surname, suffix, nickname; and whether two of them
 * can be one person's. Compatibility is symmetric but not transitive ("R. Strong" fits "Robert
 * Strong" and "Rachel Strong"); what follows from it is cluster.h's to decide.
 */
#pragma once

#include "link/subject-name.h"

typedef struct {
    const char
        *words[FACT_SUBJECT_WORDS_MAX]; /* given name, middle names, surname; a surname alone */
    guint n_words;                      /* 0: this is no person's name */
    guint suffix; /* generation: 1 "Sr.", 2 "II", 3 "III", ... , FACT_PERSON_JUNIOR; 0 none */
    gboolean is_hyphenated; /* the last two words are one surname */
    const char *nickname;   /* given in quotation marks; NULL */
    const char *given_root; /* what the given name is short for; NULL */
} FactPersonName;

#define FACT_PERSON_JUNIOR 20u

/* How two names stand to each other; the later, the weaker. */
typedef enum {
    FACT_PERSON_FULLER, /* the same but for middle names, initials, a suffix, a short given name */
    FACT_PERSON_SHORT,  /* one is the surname alone, or the last words of the other */
    FACT_PERSON_MISSPELT, /* one letter of the surname or of the given name differs */
    FACT_PERSON_APART,
} FactPersonMatch;

/* @name as a person's; strings are borrowed from it and from the catalog. */
void
fact_person_name_parse(const FactCatalog *catalog, const FactSubjectName *name,
                       FactPersonName *out_person);

FactPersonMatch
fact_person_name_match(const FactPersonName *a, const FactPersonName *b);

/* "Strong" of "Robert Strong III"; the person has a name. */
const char *
fact_person_name_surname(const FactPersonName *person);

/* Whether @a and @b differ by one letter left out, added, replaced or swapped with its neighbour,
 * neither the first one, in words long enough that this is more likely an error than another name.
 */
gboolean
fact_person_word_is_near(const char *a, const char *b);
