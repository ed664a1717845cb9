/* SPDX-License-Identifier: MIT
 *
 * Western order: given name first. Titles before a name, particles inside it ("de la", "van") and
 * nicknames in quotation marks do not tell persons apart; suffixes and middle names do, where both
 * names have them.
 */
#include "link/person-name.h"

#include <string.h>

/* Shorter words differ by a letter too easily: "Lee" and "Lea". */
#define NEAR_LENGTH_MIN 5

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
        if (strcmp(suffixes[i].word, word) == 0)
            return suffixes[i].suffix;
    }
    return 0;
}

static uint32_t
classes_of(const FactCatalog *catalog, const char *word)
{
    FactWord found = fact_lexicon_find(catalog->lexicon, word, strlen(word));

    return fact_lexicon_get_classes(catalog->lexicon, found);
}

static gboolean
is_title(const FactCatalog *catalog, const char *word)
{
    uint32_t classes = classes_of(catalog, word);

    return (classes & FACT_WORD_TITLE) != 0 && (classes & FACT_WORD_GIVEN_NAME) == 0;
}

/* "de" in "Maria de Leon"; "Al" in "Al Gore" is a given name. */
static gboolean
is_particle(const FactCatalog *catalog, const FactSubjectName *name, guint i, gboolean is_first)
{
    if (!fact_subject_word_is_listed(catalog, "name-particles", name->words[i]))
        return FALSE;
    if (!is_first || (name->flags[i] & FACT_SUBJECT_WORD_LOWER) != 0)
        return TRUE;
    return (classes_of(catalog, name->words[i]) & FACT_WORD_GIVEN_NAME) == 0;
}

static const char *
find_given_root(const FactCatalog *catalog, const char *given)
{
    const FactWording *wording = fact_catalog_get_wording(catalog, "given-name-short-forms");
    uint32_t index = wording->phrases == NULL
                         ? 0
                         : fact_phrase_table_find(wording->phrases, catalog->lexicon, given);

    return index == 0 ? NULL : g_ptr_array_index(wording->values, index - 1);
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

void
fact_person_name_parse(const FactCatalog *catalog, const FactSubjectName *name,
                       FactPersonName *out_person)
{
    guint first = 0;
    guint last = name->n_words;
    guint hyphen = G_MAXUINT;

    *out_person = (FactPersonName){0};
    while (last > 0 && (name->flags[last - 1] & FACT_SUBJECT_WORD_ASIDE) != 0)
        last--;
    if (last > 1 && find_suffix(name->words[last - 1]) != 0)
        out_person->suffix = find_suffix(name->words[--last]);
    while (first + 1 < last && is_title(catalog, name->words[first]))
        first++;
    if (name->is_cut || first >= last || has_digit(name, first, last))
        return;
    for (guint i = first; i < last; i++) {
        if ((name->flags[i] & FACT_SUBJECT_WORD_ASIDE) != 0) {
            if (out_person->nickname == NULL)
                out_person->nickname = name->words[i];
        } else if (i + 1 == last || !is_particle(catalog, name, i, out_person->n_words == 0)) {
            hyphen =
                (name->flags[i] & FACT_SUBJECT_WORD_HYPHEN) != 0 ? out_person->n_words : hyphen;
            out_person->words[out_person->n_words++] = name->words[i];
        }
    }
    out_person->is_hyphenated = out_person->n_words > 1 && hyphen == out_person->n_words - 1;
    if (out_person->n_words > 1)
        out_person->given_root = find_given_root(catalog, out_person->words[0]);
}

const char *
fact_person_name_surname(const FactPersonName *person)
{
    return person->words[person->n_words - 1];
}

gboolean
fact_person_word_is_near(const char *a, const char *b)
{
    size_t n = strlen(a);
    size_t m = strlen(b);
    size_t head = 0;
    size_t tail = 0;

    if (n > m)
        return fact_person_word_is_near(b, a);
    if (n < NEAR_LENGTH_MIN || m - n > 1)
        return FALSE;
    while (head < n && a[head] == b[head])
        head++;
    while (tail < n - head && a[n - 1 - tail] == b[m - 1 - tail])
        tail++;
    if (head == 0)
        return FALSE;
    if (head + tail + 1 >= m)
        return TRUE;
    return n == m && head + tail + 2 == n && a[head] == b[head + 1] && a[head + 1] == b[head];
}

/* Equal, or one the other's initial. */
static gboolean
is_same_or_initial(const char *a, const char *b)
{
    if (a[0] != b[0])
        return FALSE;
    return a[1] == '\0' || b[1] == '\0' || strcmp(a, b) == 0;
}

/* Whether the middle names of the person with fewer of them are found in the other's, in order. */
static gboolean
middle_names_fit(const FactPersonName *a, const FactPersonName *b)
{
    guint i = 1;

    if (a->n_words < b->n_words)
        return middle_names_fit(b, a);
    for (guint j = 1; j + 1 < b->n_words; j++) {
        while (i + 1 < a->n_words && !is_same_or_initial(a->words[i], b->words[j]))
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
lacks_second_surname(const FactPersonName *shorter, const FactPersonName *longer)
{
    return longer->is_hyphenated && longer->n_words > 2 && !shorter->is_hyphenated &&
           strcmp(longer->words[longer->n_words - 2], fact_person_name_surname(shorter)) == 0 &&
           strcmp(longer->words[0], shorter->words[0]) == 0;
}

static gboolean
is_vowel(char c)
{
    return strchr("aeiouy", c) != NULL;
}

/* Given names that differ by a letter are often two ("Deonta", "Deonte"; "Daniel", "Daniela"). Two
 * letters in the wrong order are an error; else the last two letters must be the same, and of the
 * others only vowels, doubled letters and an "h" vary. */
static gboolean
given_name_is_near(const char *a, const char *b)
{
    size_t n = strlen(a);
    size_t m = strlen(b);
    size_t head = 0;

    if (n > m)
        return given_name_is_near(b, a);
    if (!fact_person_word_is_near(a, b))
        return FALSE;
    while (a[head] == b[head])
        head++;
    if (n == m && a[head] == b[head + 1] && a[head + 1] == b[head])
        return TRUE;
    if (strcmp(a + n - 2, b + m - 2) != 0)
        return FALSE;
    if (n < m)
        return is_vowel(b[head]) || b[head] == b[head - 1] || b[head] == 'h';
    return is_vowel(a[head]) && is_vowel(b[head]);
}

static FactPersonMatch
match_bare(const FactPersonName *bare, const FactPersonName *other)
{
    const char *surname = fact_person_name_surname(other);

    if (strcmp(bare->words[0], surname) == 0)
        return other->n_words == 1 ? FACT_PERSON_FULLER : FACT_PERSON_SHORT;
    if (other->n_words == 1)
        return FACT_PERSON_APART;
    if (other->is_hyphenated && strcmp(bare->words[0], other->words[other->n_words - 2]) == 0)
        return FACT_PERSON_SHORT;
    return fact_person_word_is_near(bare->words[0], surname) ? FACT_PERSON_MISSPELT
                                                             : FACT_PERSON_APART;
}

static FactPersonMatch
match_same_surname(const FactPersonName *a, const FactPersonName *b)
{
    gboolean middles_fit = middle_names_fit(a, b);

    if (given_names_fit(a, b) && middles_fit)
        return FACT_PERSON_FULLER;
    if (is_tail(a, b))
        return FACT_PERSON_SHORT;
    return middles_fit && given_name_is_near(a->words[0], b->words[0]) ? FACT_PERSON_MISSPELT
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
    if (strcmp(fact_person_name_surname(a), fact_person_name_surname(b)) == 0)
        return match_same_surname(a, b);
    if (lacks_second_surname(a, b) || lacks_second_surname(b, a))
        return FACT_PERSON_SHORT;
    if (strcmp(a->words[0], b->words[0]) == 0 && middle_names_fit(a, b) &&
        fact_person_word_is_near(fact_person_name_surname(a), fact_person_name_surname(b)))
        return FACT_PERSON_MISSPELT;
    return FACT_PERSON_APART;
}
