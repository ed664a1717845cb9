/* SPDX-License-Identifier: MIT
 *
 * The keys under which subjects meet: hashes of parts of their names. What has a key in common need
 * not be one, relation.c decides; what relation.c may join must have one.
 */
#include "link/relation.h"

#include "base/hash.h"
#include "link/person-word.h"

#include <string.h>

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
    for (guint i = 0; i < name->n_words && i <= FACT_MAKER_WORDS_MAX; i++) {
        g_string_truncate(glued, 0);
        fact_subject_name_glue(name, i, name->n_words, glued);
        add_word_key(keys, KEY_TAIL, glued->str);
    }
    if (fact_subject_name_is_acronym(name))
        add_word_key(keys, KEY_ACRONYM, name->compact);
    if (name->n_words < FACT_ACRONYM_LENGTH_MIN)
        return;
    for (guint with_small = 0; with_small < 2; with_small++) {
        g_string_truncate(glued, 0);
        fact_subject_name_initials(name, with_small == 1, glued);
        add_word_key(keys, KEY_ACRONYM, glued->str);
    }
}

/* Every form of @word with one letter left out: two words a letter apart have one in common. The
 * hash of a form is put together from those of its two parts. */
static void
add_near_keys(KeyKind kind, const char *fixed, const char *word, GArray *keys)
{
    const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15);
    uint64_t base = fact_hash_combine((uint64_t)kind, fact_hash_bytes(fixed, strlen(fixed)));
    uint64_t heads[FACT_PERSON_WORD_MAX + 1] = {0}; /* hash of so many letters from the start */
    uint64_t tail = 0;                              /* and of those after the one left out */
    uint64_t power = 1;                             /* factor to the number of those */
    size_t len = strlen(word);
    guint n = keys->len;

    if (len > FACT_PERSON_WORD_MAX)
        return;
    for (size_t i = 0; i < len; i++)
        heads[i + 1] = heads[i] * factor + (guchar)word[i];
    g_array_set_size(keys, n + MAX((guint)len, 1));
    g_array_index(keys, uint64_t, n++) = fact_hash_combine(base, heads[len]);
    for (size_t i = len; i-- > 1;) {
        uint64_t form = heads[i] * power + tail;

        g_array_index(keys, uint64_t, n++) = fact_hash_combine(base, form);
        tail += (guchar)word[i] * power;
        power *= factor;
    }
}

static void
add_unsure_keys(const FactSubject *subject, GArray *keys)
{
    const FactPersonName *person = &subject->person;
    const char *surname = fact_person_name_last(person);
    const char *given = person->words[0];
    char sound[FACT_PERSON_WORD_MAX + 1];

    if (fact_subject_is_topical(subject)) /* elsewhere a surname alone is taken for no other */
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

    for (guint i = 0; name->n_words <= FACT_MISSPELT_WORDS_MAX && i < name->n_words; i++) {
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
        if (subject->may_be_person && fact_relation_may_be_misspelt(subject))
            add_unsure_keys(subject, keys);
        if ((subject->kinds & FACT_KIND_PERSON) == 0 && fact_subject_is_topical(subject))
            add_misspelt_keys(&subject->name, keys);
        break;
    case FACT_LINK_GIVEN:
        if (subject->may_be_person && fact_subject_is_topical(subject))
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
    add_keys_of_level(subject, level, out_keys);
}
