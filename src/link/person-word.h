/* SPDX-License-Identifier: MIT
 *
 * One word of a person's name, folded, and how it may be misspelt.
 */
#pragma once

#include <glib.h>

/* Bytes of a word beyond which it is no misspelling of another. */
#define FACT_PERSON_WORD_MAX 40

/* Whether @a and @b differ by one letter left out, added, replaced or swapped with its neighbour,
 * not the first one, in words long enough that this is more likely an error than another name. */
gboolean
fact_person_word_is_near(const char *a, const char *b);

/* Writes how @word sounds, roughly, so that spellings that sound alike are equal: "Jon" and "John",
 * "Stacey" and "Staci", "Isabella" and "Izabela". Empty for a word that is too long. */
void
fact_person_word_sound(const char *word, char out_sound[FACT_PERSON_WORD_MAX + 1]);

/* Whether @a and @b are spellings of one given name. Two names of one family often differ by a
 * letter too ("Deonta" and "Deonte", "Daniel" and "Daniela"), so this is stricter than being near.
 */
gboolean
fact_person_word_is_variant(const char *a, const char *b);
