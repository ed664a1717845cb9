/* SPDX-License-Identifier: MIT
 *
 * Western order: given name first. Titles before a name, particles inside it ("de la", "van") and
 * nicknames in quotation marks do not tell persons apart; suffixes and middle names do, where both
 * names have them.
 */
#include "link/person-name.h"

#include "link/person-word.h"

#include <string.h>

/* A surname alone that is this long may be misspelt. */
/* Shorter given names are a letter apart by chance. */
#define SLIP_LENGTH_MIN 7
#define BARE_LENGTH_MIN 6
/* A given name alone. */
#define GIVEN_LENGTH_MIN 3

static const struct {
    const char *word;
    guint suffix;
} suffixes[] = {
    {"sr", 1},
    {"senior", 1},
    {"ii", 2},
    {"2nd", 2},
    {"iii", 3},
    {"3rd", 3},
    {"iv", 4},
    {"4th", 4},
    {"v", 5},
    {"jr", FACT_PERSON_JUNIOR},
    {"junior", FACT_PERSON_JUNIOR},
};

static guint
find_suffix(const char *word)
{
    for (guint i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        if (suffixes[i].word[0] == word[0] && strcmp(suffixes[i].word, word) == 0)
            return suffixes[i].suffix;
    }
    return 0;
}

static gboolean
is_title(const FactCatalog *catalog, const FactSubjectName *name, guint i)
{
    uint32_t classes = fact_subject_name_classes(catalog, name, i);

    return (classes & FACT_WORD_TITLE) != 0 && (classes & FACT_WORD_GIVEN_NAME) == 0;
}

/* "de" in "Maria de Leon"; "Al" in "Al Gore" is a given name. */
static gboolean
is_particle(const FactCatalog *catalog, const FactSubjectName *name, guint i, gboolean is_first)
{
    if (!fact_subject_name_is_listed(catalog, "name-particles", name, i))
        return FALSE;
    if (!is_first || (name->flags[i] & FACT_SUBJECT_WORD_LOWER) != 0)
        return TRUE;
    return (fact_subject_name_classes(catalog, name, i) & FACT_WORD_GIVEN_NAME) == 0;
}

static gboolean
has_digit(const FactSubjectName *name, guint first, guint last)
{
    for (guint i = first; i < last; i++) {
        if ((name->flags[i] & FACT_SUBJECT_WORD_DIGIT) != 0)
            return TRUE;
    }
    return FALSE;
}

/* What is left of @name without suffix, titles and what stands in quotation marks at its end. */
static void
trim(const FactCatalog *catalog, const FactSubjectName *name, FactPersonName *person,
     guint *out_first, guint *out_last)
{
    guint first = 0;
    guint last = name->n_words;

    while (last > 0 && (name->flags[last - 1] & FACT_SUBJECT_WORD_ASIDE) != 0)
        last--;
    if (last > 1 && find_suffix(name->words[last - 1]) != 0)
        person->suffix = find_suffix(name->words[--last]);
    while (first + 1 < last && is_title(catalog, name, first))
        first++;
    *out_first = first;
    *out_last = last;
}

/* "Brandon White" may be all that is said of "Brandon White Ladson", but not of "Brandon Lee
 * Ladson". */
static gboolean
has_two_surnames(const FactCatalog *catalog, const FactPersonName *person,
                 const FactSubjectName *name, guint middle)
{
    return person->n_words == 3 && !person->is_hyphenated && person->words[1][1] != '\0' &&
           (fact_subject_name_classes(catalog, name, middle) & FACT_WORD_GIVEN_NAME) == 0;
}

static const char *const *
keep_words(FactArena *arena, const char *const *words, guint n)
{
    const char **kept = fact_arena_new0(arena, const char *, n + 1);

    memcpy(kept, words, n * sizeof words[0]);
    return kept;
}

/* The words of @name from @first on that are no asides, glued together: mostly one, which is kept
 * as it is. */
static const char *
glue_surname(FactArena *arena, const FactSubjectName *name, guint first, guint last)
{
    if (first + 1 == last)
        return name->words[first];
    g_autoptr(GString) surname = g_string_new(NULL);
    for (guint i = first; i < last; i++) {
        if ((name->flags[i] & FACT_SUBJECT_WORD_ASIDE) == 0)
            g_string_append(surname, name->words[i]);
    }
    return fact_arena_strndup(arena, surname->str, surname->len);
}

void
fact_person_name_parse(const FactCatalog *catalog, const FactSubjectName *name, FactArena *arena,
                       FactPersonName *out_person)
{
    const char *words[FACT_SUBJECT_WORDS_MAX];
    guint places[FACT_SUBJECT_WORDS_MAX] = {0}; /* of the words in @name */
    guint surname;                              /* where it begins in @name */
    guint first;
    guint last;
    guint hyphen = G_MAXUINT;

    *out_person = (FactPersonName){0};
    trim(catalog, name, out_person, &first, &last);
    if (name->is_cut || first >= last || has_digit(name, first, last))
        return;
    surname = first;
    for (guint i = first; i < last; i++) {
        gboolean is_aside = (name->flags[i] & FACT_SUBJECT_WORD_ASIDE) != 0;

        if (is_aside && out_person->nickname == NULL)
            out_person->nickname = name->words[i];
        if (is_aside)
            continue;
        if (i + 1 < last && is_particle(catalog, name, i, out_person->n_words == 0))
            continue;
        hyphen = (name->flags[i] & FACT_SUBJECT_WORD_HYPHEN) != 0 ? out_person->n_words : hyphen;
        places[out_person->n_words] = i;
        words[out_person->n_words++] = name->words[i];
        if (i + 1 < last)
            surname = i + 1;
    }
    out_person->words = keep_words(arena, words, out_person->n_words);
    out_person->surname = glue_surname(arena, name, surname, last);
    out_person->is_hyphenated = out_person->n_words > 1 && hyphen == out_person->n_words - 1;
    out_person->has_two_surnames = has_two_surnames(catalog, out_person, name, places[1]);
    if (out_person->n_words > 1)
        out_person->given_root =
            fact_subject_name_find_listed(catalog, "given-name-short-forms", name, places[0]);
    out_person->given_is_known =
        out_person->n_words > 1 &&
        (fact_subject_name_classes(catalog, name, places[0]) & FACT_WORD_GIVEN_NAME) != 0;
}

static gboolean
surnames_are_equal(const FactPersonName *a, const FactPersonName *b)
{
    const char *last_a = fact_person_name_last(a);
    const char *last_b = fact_person_name_last(b);

    return strcmp(last_a, last_b) == 0 || strcmp(a->surname, last_b) == 0 ||
           strcmp(last_a, b->surname) == 0;
}

/* Equal, or one the other's initial. */
static gboolean
is_same_or_initial(const char *a, const char *b)
{
    if (a[0] != b[0])
        return FALSE;
    return a[1] == '\0' || b[1] == '\0' || strcmp(a, b) == 0;
}

static gboolean
is_same_initial_or_variant(const char *a, const char *b)
{
    return is_same_or_initial(a, b) || fact_person_word_is_variant(a, b);
}

/* Whether the middle names of the person with fewer of them are found in the other's, in order, by
 * @is_same. */
static gboolean
middle_names_fit(const FactPersonName *a, const FactPersonName *b,
                 gboolean (*is_same)(const char *, const char *))
{
    guint i = 1;

    if (a->n_words < b->n_words)
        return middle_names_fit(b, a, is_same);
    for (guint j = 1; j + 1 < b->n_words; j++) {
        while (i + 1 < a->n_words && !is_same(a->words[i], b->words[j]))
            i++;
        if (i + 1 >= a->n_words)
            return FALSE;
        i++;
    }
    return TRUE;
}

static gboolean
is_short_for(const char *root, const char *given)
{
    return root != NULL && strcmp(root, given) == 0;
}

static gboolean
given_names_fit(const FactPersonName *a, const FactPersonName *b)
{
    const char *given_a = a->words[0];
    const char *given_b = b->words[0];

    if (is_same_or_initial(given_a, given_b) || is_short_for(a->given_root, given_b) ||
        is_short_for(b->given_root, given_a))
        return TRUE;
    if (a->given_root != NULL && b->given_root != NULL && strcmp(a->given_root, b->given_root) == 0)
        return TRUE;
    return (a->nickname != NULL && strcmp(a->nickname, given_b) == 0) ||
           (b->nickname != NULL && strcmp(b->nickname, given_a) == 0);
}

/* Whether all words of the shorter name are the last ones of the longer: "Lee Strong". */
static gboolean
is_tail(const FactPersonName *a, const FactPersonName *b)
{
    if (a->n_words < b->n_words)
        return is_tail(b, a);
    for (guint i = 0; i < b->n_words; i++) {
        if (strcmp(a->words[a->n_words - 1 - i], b->words[b->n_words - 1 - i]) != 0)
            return FALSE;
    }
    return TRUE;
}

/* "Armando Garcia" and "Armando Garcia-Ramires". */
static gboolean
lacks_hyphenated_surname(const FactPersonName *shorter, const FactPersonName *longer)
{
    return longer->is_hyphenated && longer->n_words > 2 && !shorter->is_hyphenated &&
           strcmp(longer->words[longer->n_words - 2], fact_person_name_last(shorter)) == 0 &&
           strcmp(longer->words[0], shorter->words[0]) == 0;
}

/* "Brandon White" and "Brandon White Ladson". */
static gboolean
lacks_second_surname(const FactPersonName *shorter, const FactPersonName *longer)
{
    return longer->has_two_surnames && shorter->n_words == 2 &&
           strcmp(longer->words[0], shorter->words[0]) == 0 &&
           strcmp(longer->words[1], shorter->words[1]) == 0;
}

static FactPersonMatch
match_bare(const FactPersonName *bare, const FactPersonName *other)
{
    if (surnames_are_equal(bare, other))
        return other->n_words == 1 ? FACT_PERSON_FULLER : FACT_PERSON_SHORT;
    if (other->n_words == 1)
        return FACT_PERSON_APART;
    if (other->is_hyphenated && strcmp(bare->words[0], other->words[other->n_words - 2]) == 0)
        return FACT_PERSON_SHORT;
    if (strcmp(bare->words[0], other->words[0]) == 0 && strlen(bare->words[0]) >= GIVEN_LENGTH_MIN)
        return FACT_PERSON_GIVEN;
    return strlen(bare->words[0]) >= BARE_LENGTH_MIN &&
                   fact_person_word_is_near(bare->words[0], fact_person_name_last(other))
               ? FACT_PERSON_UNSURE
               : FACT_PERSON_APART;
}

/* "Dominikue" for "Dominique": no name, but a letter from one. Where the last letters differ they may be
 * a brother and a sister. */
static gboolean
is_slip_of_given(const FactPersonName *a, const FactPersonName *b)
{
    if (a->given_is_known == b->given_is_known)
        return FALSE;
    size_t n = strlen(a->words[0]);
    size_t m = strlen(b->words[0]);
    return MAX(n, m) >= SLIP_LENGTH_MIN && a->words[0][n - 1] == b->words[0][m - 1] &&
           fact_person_word_is_near(a->words[0], b->words[0]);
}

static FactPersonMatch
match_same_surname(const FactPersonName *a, const FactPersonName *b)
{
    gboolean given_fit = given_names_fit(a, b);

    if (given_fit && middle_names_fit(a, b, is_same_or_initial))
        return FACT_PERSON_FULLER;
    if ((given_fit || a->n_words != b->n_words) && is_tail(a, b))
        return FACT_PERSON_SHORT;
    if (!given_fit && !fact_person_word_is_variant(a->words[0], b->words[0]) &&
        !is_slip_of_given(a, b))
        return FACT_PERSON_APART;
    return middle_names_fit(a, b, is_same_initial_or_variant) ? FACT_PERSON_UNSURE
                                                              : FACT_PERSON_APART;
}

FactPersonMatch
fact_person_name_match(const FactPersonName *a, const FactPersonName *b)
{
    if (a->n_words == 0 || b->n_words == 0)
        return FACT_PERSON_APART;
    if (a->suffix != 0 && b->suffix != 0 && a->suffix != b->suffix)
        return FACT_PERSON_APART;
    if (a->n_words == 1)
        return match_bare(a, b);
    if (b->n_words == 1)
        return match_bare(b, a);
    if (surnames_are_equal(a, b))
        return match_same_surname(a, b);
    if (lacks_hyphenated_surname(a, b) || lacks_hyphenated_surname(b, a))
        return FACT_PERSON_SHORT;
    if (lacks_second_surname(a, b) || lacks_second_surname(b, a))
        return FACT_PERSON_UNSURE;
    if (a->words[0][1] != '\0' && b->words[0][1] != '\0' && given_names_fit(a, b) &&
        middle_names_fit(a, b, is_same_or_initial) &&
        fact_person_word_is_near(fact_person_name_last(a), fact_person_name_last(b)))
        return FACT_PERSON_UNSURE;
    return FACT_PERSON_APART;
}
