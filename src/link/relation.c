/* SPDX-License-Identifier: MIT
 *
 * Precision first: kinds must not contradict, numbers must match, and of organisations and products
 * only short forms that drop words of no weight ("Capital Management") or the maker are taken.
 */
#include "link/relation.h"

#include "base/hash.h"
#include "link/person-word.h"

#include <string.h>

/* "IMF": shorter ones stand for too many things. */
#define ACRONYM_LENGTH_MIN 3
#define ACRONYM_LENGTH_MAX 8

/* Words of a maker before a product's name. */
#define MAKER_WORDS_MAX 2

/* In a group that is no topic, people of all stories meet: short surnames are common, and a
 * given name alone says nothing. */
#define UNSURE_LENGTH_MIN 7

/* Years: a father and the son of his name are further apart, two reports of one age are closer. */
#define GENERATION_MIN 12

/* Words of a name, not a person's, that may be misspelt. */
#define MISSPELT_WORDS_MAX 3

#define PRODUCT_KINDS (FACT_KIND_PRODUCT | FACT_KIND_EVENT | FACT_KIND_OTHER)

static gboolean
is_topic(const FactSubject *subject)
{
    return subject->group[0] != '\0';
}

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
        (fact_subject_word_is_listed(catalog, "name-heads", shorter->name.words[0]) ||
         fact_subject_word_is_listed(catalog, "organisation-tails", shorter->name.words[0])))
        return FALSE;
    while (n > 1 &&
           fact_subject_word_is_listed(catalog, "organisation-tails", longer->name.words[n - 1])) {
        n--;
        if (glue_equals(&longer->name, 0, n, shorter->name.compact))
            return TRUE;
    }
    return FALSE;
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
    for (guint i = 1; i < n && i <= MAKER_WORDS_MAX; i++) {
        if (glue_equals(&longer->name, i, n, shorter->name.compact))
            return TRUE;
    }
    return FALSE;
}

/* First letters of the words, those written small left out unless @with_small. */
static void
append_initials(const FactSubjectName *name, gboolean with_small, GString *out)
{
    for (guint i = 0; i < name->n_words; i++) {
        if (with_small || (name->flags[i] & FACT_SUBJECT_WORD_LOWER) == 0)
            g_string_append_unichar(out, g_utf8_get_char(name->words[i]));
    }
}

static gboolean
is_acronym(const FactSubjectName *name)
{
    return name->n_words == 1 && (name->flags[0] & FACT_SUBJECT_WORD_CAPITALS) != 0 &&
           (name->flags[0] & FACT_SUBJECT_WORD_DIGIT) == 0 &&
           strlen(name->compact) >= ACRONYM_LENGTH_MIN &&
           strlen(name->compact) <= ACRONYM_LENGTH_MAX;
}

static gboolean
is_acronym_of(const FactSubject *acronym, const FactSubject *full)
{
    g_autoptr(GString) initials = g_string_new(NULL);

    if (!is_acronym(&acronym->name) || full->name.n_words < ACRONYM_LENGTH_MIN ||
        ((acronym->kinds | full->kinds) & FACT_KIND_PERSON) != 0)
        return FALSE;
    append_initials(&full->name, FALSE, initials);
    if (strcmp(initials->str, acronym->name.compact) == 0)
        return TRUE;
    g_string_truncate(initials, 0);
    append_initials(&full->name, TRUE, initials);
    return strcmp(initials->str, acronym->name.compact) == 0;
}

static gboolean
is_long_name(const FactSubject *subject)
{
    return subject->person.n_words > 1 &&
           strlen(fact_person_name_last(&subject->person)) >= UNSURE_LENGTH_MIN;
}

static gboolean
are_generations(const FactSubject *a, const FactSubject *b)
{
    return a->has_age && b->has_age &&
           MAX(a->age_low - b->age_high, b->age_low - a->age_high) > GENERATION_MIN;
}

static FactLinkLevel
relation_of_persons(const FactSubject *a, const FactSubject *b)
{
    if (are_generations(a, b))
        return FACT_LINK_APART;
    switch (fact_person_name_match(&a->person, &b->person)) {
    case FACT_PERSON_FULLER:
        return FACT_LINK_FULLER;
    case FACT_PERSON_SHORT:
        return FACT_LINK_SHORT;
    case FACT_PERSON_UNSURE:
        return is_topic(a) || (is_long_name(a) && is_long_name(b)) ? FACT_LINK_UNSURE
                                                                   : FACT_LINK_APART;
    case FACT_PERSON_GIVEN:
        return is_topic(a) ? FACT_LINK_GIVEN : FACT_LINK_APART;
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

    if (!is_topic(a) || a->name.n_words != b->name.n_words || a->name.n_words > MISSPELT_WORDS_MAX)
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
           !fact_subject_word_is_ordinary(catalog, word) &&
           !fact_subject_word_is_ordinary(catalog, other) &&
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
    if (strcmp(a->name.compact, b->name.compact) == 0)
        return FACT_LINK_SPELLING;
    if (((a->kinds | b->kinds) & FACT_KIND_PERSON) != 0)
        return a->may_be_person && b->may_be_person ? relation_of_persons(a, b) : FACT_LINK_APART;
    if (lacks_organisation_tail(catalog, a, b) || lacks_organisation_tail(catalog, b, a) ||
        lacks_maker(a, b) || lacks_maker(b, a) || is_acronym_of(a, b) || is_acronym_of(b, a))
        return FACT_LINK_SHORT;
    return is_misspelt(catalog, a, b) ? FACT_LINK_UNSURE : FACT_LINK_APART;
}

/* Tells keys of different making apart. */
typedef enum {
    KEY_COMPACT = 1,
    KEY_KNOWN,
    KEY_GIVEN,
    KEY_INITIAL,
    KEY_SURNAME,
    KEY_HEAD,
    KEY_TAIL,
    KEY_ACRONYM,
    KEY_NEAR_SURNAME,
    KEY_NEAR_GIVEN,
    KEY_NEAR_BARE,
    KEY_NEAR_NAME,
    KEY_BARE_GIVEN,
    KEY_SOUND,
    KEY_TWO_SURNAMES,
} KeyKind;

static void
add_key(GArray *keys, KeyKind kind, const char *first, const char *second, size_t second_len)
{
    uint64_t key = fact_hash_combine((uint64_t)kind, fact_hash_bytes(first, strlen(first)));

    key = fact_hash_combine(key, fact_hash_bytes(second, second_len));
    g_array_append_val(keys, key);
}

static void
add_word_key(GArray *keys, KeyKind kind, const char *word)
{
    add_key(keys, kind, word, "", 0);
}

/* A surname with particles before it is filed under both forms. */
static guint
surname_forms(const FactPersonName *person, const char *out_forms[2])
{
    out_forms[0] = fact_person_name_last(person);
    out_forms[1] = person->surname;
    return strcmp(out_forms[0], out_forms[1]) == 0 ? 1 : 2;
}

static void
add_fuller_keys(const FactPersonName *person, GArray *keys)
{
    const char *surnames[2];
    const char *given[] = {person->words[0], person->given_root, person->nickname};
    guint n = surname_forms(person, surnames);

    if (person->n_words < 2)
        return;
    for (guint k = 0; k < n; k++) {
        for (guint i = 0; i < G_N_ELEMENTS(given); i++) {
            if (given[i] != NULL)
                add_key(keys, KEY_GIVEN, surnames[k], given[i], strlen(given[i]));
        }
        add_key(keys, KEY_INITIAL, surnames[k], person->words[0], 1);
    }
}

static void
add_surname_keys(const FactPersonName *person, GArray *keys)
{
    const char *surnames[2];
    guint n = surname_forms(person, surnames);

    for (guint k = 0; k < n; k++)
        add_word_key(keys, KEY_SURNAME, surnames[k]);
    if (person->is_hyphenated)
        add_word_key(keys, KEY_SURNAME, person->words[person->n_words - 2]);
}

static void
add_short_keys(const FactSubject *subject, GArray *keys)
{
    g_autoptr(GString) glued = g_string_new(NULL);
    const FactSubjectName *name = &subject->name;

    for (guint i = 1; i <= name->n_words; i++) {
        g_string_truncate(glued, 0);
        fact_subject_name_glue(name, 0, i, glued);
        add_word_key(keys, KEY_HEAD, glued->str);
    }
    for (guint i = 0; i < name->n_words && i <= MAKER_WORDS_MAX; i++) {
        g_string_truncate(glued, 0);
        fact_subject_name_glue(name, i, name->n_words, glued);
        add_word_key(keys, KEY_TAIL, glued->str);
    }
    if (is_acronym(name))
        add_word_key(keys, KEY_ACRONYM, name->compact);
    if (name->n_words < ACRONYM_LENGTH_MIN)
        return;
    for (guint with_small = 0; with_small < 2; with_small++) {
        g_string_truncate(glued, 0);
        append_initials(name, with_small == 1, glued);
        add_word_key(keys, KEY_ACRONYM, glued->str);
    }
}

/* Every form of @word with one letter left out: two words a letter apart have one in common. */
static void
add_near_keys(KeyKind kind, const char *fixed, const char *word, GArray *keys)
{
    size_t len = strlen(word);
    char rest[FACT_PERSON_WORD_MAX + 1];

    if (len > FACT_PERSON_WORD_MAX)
        return;
    add_key(keys, kind, fixed, word, len);
    for (size_t i = 1; i < len; i++) {
        memcpy(rest, word, i);
        memcpy(rest + i, word + i + 1, len - i);
        add_key(keys, kind, fixed, rest, len - 1);
    }
}

static void
add_unsure_keys(const FactPersonName *person, GArray *keys)
{
    const char *surname = fact_person_name_last(person);
    const char *given = person->words[0];
    char sound[FACT_PERSON_WORD_MAX + 1];

    add_near_keys(KEY_NEAR_BARE, "", surname, keys);
    if (person->n_words < 2)
        return;
    add_near_keys(KEY_NEAR_SURNAME, given, surname, keys);
    if (person->given_root != NULL)
        add_near_keys(KEY_NEAR_SURNAME, person->given_root, surname, keys);
    add_near_keys(KEY_NEAR_GIVEN, surname, given, keys);
    fact_person_word_sound(given, sound);
    add_key(keys, KEY_SOUND, surname, sound, strlen(sound));
    if (person->n_words == 2 || person->has_two_surnames)
        add_key(keys, KEY_TWO_SURNAMES, given, person->words[1], strlen(person->words[1]));
}

static void
add_misspelt_keys(const FactSubjectName *name, GArray *keys)
{
    g_autoptr(GString) rest = g_string_new(NULL);

    for (guint i = 0; name->n_words <= MISSPELT_WORDS_MAX && i < name->n_words; i++) {
        g_string_truncate(rest, 0);
        fact_subject_name_glue(name, 0, i, rest);
        g_string_append_c(rest, '|');
        fact_subject_name_glue(name, i + 1, name->n_words, rest);
        add_near_keys(KEY_NEAR_NAME, rest->str, name->words[i], keys);
    }
}

static void
add_keys_of_level(const FactSubject *subject, FactLinkLevel level, GArray *keys)
{
    switch (level) {
    case FACT_LINK_SPELLING:
        add_word_key(keys, KEY_COMPACT, subject->name.compact);
        if (subject->known != NULL)
            add_word_key(keys, KEY_KNOWN, subject->known->id);
        break;
    case FACT_LINK_FULLER:
        if (subject->may_be_person)
            add_fuller_keys(&subject->person, keys);
        break;
    case FACT_LINK_SHORT:
        if (subject->may_be_person)
            add_surname_keys(&subject->person, keys);
        if ((subject->kinds & FACT_KIND_PERSON) == 0)
            add_short_keys(subject, keys);
        break;
    case FACT_LINK_UNSURE:
        if (subject->may_be_person)
            add_unsure_keys(&subject->person, keys);
        if ((subject->kinds & FACT_KIND_PERSON) == 0 && is_topic(subject))
            add_misspelt_keys(&subject->name, keys);
        break;
    case FACT_LINK_GIVEN:
        if (subject->may_be_person && is_topic(subject))
            add_word_key(keys, KEY_BARE_GIVEN, subject->person.words[0]);
        break;
    case FACT_LINK_APART:
        break;
    }
}

void
fact_relation_add_keys(const FactSubject *subject, FactLinkLevel level, GArray *out_keys)
{
    if (subject->form != FACT_SUBJECT_NAMED || subject->name.is_cut || subject->name.n_words == 0)
        return;
    for (FactLinkLevel surer = FACT_LINK_SPELLING; surer < level && surer <= FACT_LINK_SHORT;
         surer++)
        add_keys_of_level(subject, surer, out_keys);
    add_keys_of_level(subject, level, out_keys);
}
