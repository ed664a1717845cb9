/* SPDX-License-Identifier: MIT
 *
 * Precision first: kinds must not contradict, numbers must match, and of organisations and products
 * only short forms that drop words of no weight ("Capital Management") or the maker are taken.
 */
#include "link/relation.h"

#include "link/person-word.h"

#include <string.h>

/* In a group that is no topic, people of all stories meet: short surnames are common, and a
 * given name alone says nothing. */
#define UNSURE_LENGTH_MIN 7

/* Years: a father and the son of his name are further apart, two reports of one age are closer. */
#define GENERATION_MIN 12
/* In a whole corpus two names that differ, as "Bill Nelson" and "Billy Deshan Nelson", are sooner
 * two people's. */
#define NAMESAKES_MIN 5

#define PRODUCT_KINDS (FACT_KIND_PRODUCT | FACT_KIND_EVENT | FACT_KIND_OTHER)

static gboolean
glue_equals(const FactSubjectName *name, guint first, guint last, const char *compact)
{
    g_autoptr(GString) glued = g_string_new(NULL);

    fact_subject_name_glue(name, first, last, glued);
    return strcmp(glued->str, compact) == 0;
}

/* "High-Flyer" and "High-Flyer Capital Management". */
static gboolean
lacks_organisation_tail(const FactCatalog *catalog, const FactSubject *shorter,
                        const FactSubject *longer)
{
    guint n = longer->name.n_words;

    if ((longer->kinds & FACT_KIND_ORGANISATION) == 0 ||
        !fact_subject_kinds_meet(shorter->kinds, FACT_KIND_ORGANISATION) ||
        !g_str_has_prefix(longer->name.compact, shorter->name.compact))
        return FALSE;
    if (shorter->name.n_words == 1 &&
        (fact_subject_name_is_listed(catalog, "name-heads", &shorter->name, 0) ||
         fact_subject_name_is_listed(catalog, "organisation-tails", &shorter->name, 0)))
        return FALSE;
    while (n > 1 &&
           fact_subject_name_is_listed(catalog, "organisation-tails", &longer->name, n - 1)) {
        n--;
        if (glue_equals(&longer->name, 0, n, shorter->name.compact))
            return TRUE;
    }
    return FALSE;
}

/* "Marrow" and "Marrow Island": where no more than one of them can be meant. */
static gboolean
lacks_place_tail(const FactCatalog *catalog, const FactSubject *shorter, const FactSubject *longer)
{
    guint n = longer->name.n_words;

    const uint32_t others = ~(uint32_t)(FACT_KIND_PLACE | FACT_KIND_OTHER);

    return n > 1 && ((shorter->kinds | longer->kinds) & others) == 0 &&
           fact_subject_is_topical(shorter) &&
           fact_subject_name_is_listed(catalog, "place-tails", &longer->name, n - 1) &&
           glue_equals(&longer->name, 0, n - 1, shorter->name.compact);
}

static gboolean
has_digit(const FactSubjectName *name)
{
    for (guint i = 0; i < name->n_words; i++) {
        if ((name->flags[i] & FACT_SUBJECT_WORD_DIGIT) != 0)
            return TRUE;
    }
    return FALSE;
}

/* Enough of a name to be known without its maker: "R1", "Model Y", not "3" or "Watch". */
static gboolean
stands_alone(const FactSubject *subject)
{
    if (has_digit(&subject->name))
        return strpbrk(subject->name.compact, "abcdefghijklmnopqrstuvwxyz") != NULL;
    return subject->name.n_words > 1 &&
           (subject->kinds & (FACT_KIND_PRODUCT | FACT_KIND_EVENT)) != 0;
}

/* "R1" and "DeepSeek R1". */
static gboolean
lacks_maker(const FactSubject *shorter, const FactSubject *longer)
{
    guint n = longer->name.n_words;

    if ((longer->kinds & PRODUCT_KINDS) == 0 ||
        !fact_subject_kinds_meet(shorter->kinds, longer->kinds & PRODUCT_KINDS) ||
        !stands_alone(shorter) || !g_str_has_suffix(longer->name.compact, shorter->name.compact) ||
        !fact_subject_name_same_numbers(&shorter->name, &longer->name))
        return FALSE;
    for (guint i = 1; i < n && i <= FACT_MAKER_WORDS_MAX; i++) {
        if (glue_equals(&longer->name, i, n, shorter->name.compact))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_acronym_of(const FactSubject *acronym, const FactSubject *full)
{
    if (full->name.n_words < FACT_ACRONYM_LENGTH_MIN ||
        !fact_subject_name_is_acronym(&acronym->name) ||
        ((acronym->kinds | full->kinds) & FACT_KIND_PERSON) != 0)
        return FALSE;
    g_autoptr(GString) initials = g_string_new(NULL);
    fact_subject_name_initials(&full->name, FALSE, initials);
    if (strcmp(initials->str, acronym->name.compact) == 0)
        return TRUE;
    g_string_truncate(initials, 0);
    fact_subject_name_initials(&full->name, TRUE, initials);
    return strcmp(initials->str, acronym->name.compact) == 0;
}

gboolean
fact_relation_may_be_misspelt(const FactSubject *subject)
{
    return fact_subject_is_topical(subject) ||
           (subject->person.n_words > 1 &&
            strlen(fact_person_name_last(&subject->person)) >= UNSURE_LENGTH_MIN);
}

static gboolean
are_generations(const FactSubject *a, const FactSubject *b)
{
    return a->has_age && b->has_age &&
           MAX(a->age_low - b->age_high, b->age_low - a->age_high) >
               (fact_subject_is_topical(a) ? GENERATION_MIN : NAMESAKES_MIN);
}

/* "Christopher" and "Black" alone are no surnames for certain. */
static gboolean
may_be_no_surname(const FactCatalog *catalog, const FactPersonName *person)
{
    if (person->n_words != 1)
        return FALSE;
    const char *word = person->words[0];
    FactWord found = fact_lexicon_find(catalog->lexicon, word, strlen(word));
    return (fact_lexicon_get_classes(catalog->lexicon, found) & FACT_WORD_GIVEN_NAME) != 0 ||
           fact_subject_word_is_ordinary(catalog, word);
}

static FactLinkLevel
relation_of_persons(const FactCatalog *catalog, const FactSubject *a, const FactSubject *b)
{
    if (are_generations(a, b))
        return FACT_LINK_APART;
    switch (fact_person_name_match(&a->person, &b->person)) {
    case FACT_PERSON_FULLER:
        return FACT_LINK_FULLER;
    case FACT_PERSON_SHORT:
        return !fact_subject_is_topical(a) && (may_be_no_surname(catalog, &a->person) ||
                                               may_be_no_surname(catalog, &b->person))
                   ? FACT_LINK_APART
                   : FACT_LINK_SHORT;
    case FACT_PERSON_UNSURE:
        return fact_relation_may_be_misspelt(a) && fact_relation_may_be_misspelt(b)
                   ? FACT_LINK_UNSURE
                   : FACT_LINK_APART;
    case FACT_PERSON_GIVEN:
        return fact_subject_is_topical(a) ? FACT_LINK_GIVEN : FACT_LINK_APART;
    case FACT_PERSON_APART:
        return FACT_LINK_APART;
    }
    return FACT_LINK_APART;
}

/* "Rasmus" and "Ramus": all words but one are the same, and that one means nothing else. */
static gboolean
is_misspelt(const FactCatalog *catalog, const FactSubject *a, const FactSubject *b)
{
    guint different = G_MAXUINT;

    if (!fact_subject_is_topical(a) || a->name.n_words != b->name.n_words ||
        a->name.n_words > FACT_MISSPELT_WORDS_MAX)
        return FALSE;
    for (guint i = 0; i < a->name.n_words; i++) {
        if (strcmp(a->name.words[i], b->name.words[i]) == 0)
            continue;
        if (different != G_MAXUINT)
            return FALSE;
        different = i;
    }
    if (different == G_MAXUINT)
        return FALSE;
    const guint flags = a->name.flags[different] | b->name.flags[different];
    const char *word = a->name.words[different];
    const char *other = b->name.words[different];
    gboolean is_given =
        different == 0 && a->name.n_words > 1 && a->may_be_person && b->may_be_person;
    return (flags & (FACT_SUBJECT_WORD_CAPITALS | FACT_SUBJECT_WORD_DIGIT)) == 0 &&
           !fact_subject_name_is_ordinary(catalog, &a->name, different) &&
           !fact_subject_name_is_ordinary(catalog, &b->name, different) &&
           (is_given ? fact_person_word_is_variant(word, other)
                     : fact_person_word_is_near(word, other));
}

FactLinkLevel
fact_relation_between(const FactCatalog *catalog, const FactSubject *a, const FactSubject *b)
{
    if (a->known != NULL && b->known != NULL)
        return a->known == b->known ? FACT_LINK_SPELLING : FACT_LINK_APART;
    if (a->name.is_cut || b->name.is_cut || a->name.n_words == 0 || b->name.n_words == 0 ||
        !fact_subject_kinds_meet(a->kinds, b->kinds))
        return FACT_LINK_APART;
    if (a->name.hash == b->name.hash && strcmp(a->name.compact, b->name.compact) == 0)
        return FACT_LINK_SPELLING;
    if (((a->kinds | b->kinds) & FACT_KIND_PERSON) != 0)
        return a->may_be_person && b->may_be_person ? relation_of_persons(catalog, a, b)
                                                    : FACT_LINK_APART;
    if (lacks_organisation_tail(catalog, a, b) || lacks_organisation_tail(catalog, b, a) ||
        lacks_place_tail(catalog, a, b) || lacks_place_tail(catalog, b, a) || lacks_maker(a, b) ||
        lacks_maker(b, a) || is_acronym_of(a, b) || is_acronym_of(b, a))
        return FACT_LINK_SHORT;
    return is_misspelt(catalog, a, b) ? FACT_LINK_UNSURE : FACT_LINK_APART;
}
