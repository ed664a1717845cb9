/* SPDX-License-Identifier: MIT
 *
 * The names of a key are sorted and each takes the form of the first that it does not contradict.
 * The linker has found already that they are one person's; here it is only asked whether a word of
 * the one is the same word of the other with other letters.
 */
#include "link/spelling.h"

#include "base/hash.h"
#include "claim/claim-table.h"
#include "link/person-name.h"
#include "link/person-word.h"

#include <stdlib.h>
#include <string.h>

/* Different names of one person that are looked at. */
#define NAMES_MAX 32
/* Fewer of them are alike by chance: "Beth" and "Betty". */
#define CONSONANTS_MIN 3

typedef struct {
    const char *group;
    const char *subject;
    const char *words; /* the value's id */
    guint claim;
} Entry;

/* Strings that are interned are mostly the same one. */
static int
compare_strings(const char *a, const char *b)
{
    return a == b ? 0 : g_strcmp0(a, b);
}

static int
compare_entries(const void *a, const void *b)
{
    const Entry *x = a;
    const Entry *y = b;
    int order = compare_strings(x->group, y->group);
    if (order == 0)
        order = compare_strings(x->subject, y->subject);
    if (order == 0)
        order = compare_strings(x->words, y->words);
    return order != 0 ? order : (x->claim > y->claim) - (x->claim < y->claim);
}

static gboolean
is_known_given_name(const FactCatalog *catalog, const char *word)
{
    FactWord found = fact_lexicon_find(catalog->lexicon, word, strlen(word));
    return (fact_lexicon_get_classes(catalog->lexicon, found) & FACT_WORD_GIVEN_NAME) != 0;
}

/* The letters that transcribers choose between are made one: "Heydar" and "Heidar". */
static void
fold_transcription(const char *word, char out_fold[FACT_PERSON_WORD_MAX + 1])
{
    guint n = 0;
    for (const char *s = word; *s != '\0' && n < FACT_PERSON_WORD_MAX; s++) {
        char c = *s == 'y' || *s == 'j' ? 'i' : *s == 'v' || *s == 'w' ? 'b' : *s;
        if (c != 'h' || s == word || s[-1] != 'k')
            out_fold[n++] = c;
    }
    out_fold[n] = '\0';
}

static gboolean
is_other_transcription(const char *a, const char *b)
{
    char fold_a[FACT_PERSON_WORD_MAX + 1];
    char fold_b[FACT_PERSON_WORD_MAX + 1];
    fold_transcription(a, fold_a);
    fold_transcription(b, fold_b);
    return strcmp(fold_a, fold_b) == 0;
}

/* Spellings of a name that was written in other letters first: no paper is wrong. */
static gboolean
is_transcribed(const FactCatalog *catalog, const FactPersonName *a, const FactPersonName *b)
{
    if (a->given_root != NULL && b->given_root != NULL &&
        strcmp(a->given_root, b->given_root) == 0 && strcmp(a->given_root, "muhammad") == 0)
        return TRUE;
    return !fact_subject_word_is_ordinary(catalog, fact_person_name_last(a)) &&
           !is_known_given_name(catalog, a->words[0]) &&
           !is_known_given_name(catalog, b->words[0]) &&
           is_other_transcription(a->words[0], b->words[0]) &&
           is_other_transcription(fact_person_name_last(a), fact_person_name_last(b));
}

static guint
drop_vowels(const char *word, char out_sound[FACT_PERSON_WORD_MAX + 1])
{
    guint n = 0;
    fact_person_word_sound(word, out_sound);
    for (const char *s = out_sound; *s != '\0'; s++) {
        if (strchr("aeiou", *s) == NULL)
            out_sound[n++] = *s;
    }
    out_sound[n] = '\0';
    return n;
}

static gboolean
sounds_alike(const char *a, const char *b)
{
    char sound_a[FACT_PERSON_WORD_MAX + 1];
    char sound_b[FACT_PERSON_WORD_MAX + 1];
    fact_person_word_sound(a, sound_a);
    fact_person_word_sound(b, sound_b);
    return sound_a[0] != '\0' && strcmp(sound_a, sound_b) == 0;
}

/* "both Kissingers" */
static gboolean
is_plural_of(const char *a, const char *b)
{
    size_t n = strlen(a);
    return strncmp(a, b, n) == 0 && b[n] == 's' && b[n + 1] == '\0';
}

/* "Jon" of "Jonathan" is no slip, "Rait" of "Raite" is. */
static gboolean
is_slip_of(const char *a, const char *b)
{
    if (a[1] == '\0' || b[1] == '\0' || strcmp(a, b) == 0 || is_plural_of(a, b) ||
        is_plural_of(b, a))
        return FALSE;
    return sounds_alike(a, b) || fact_person_word_is_near(a, b);
}

static gboolean
is_short_form(const FactPersonName *a, const FactPersonName *b)
{
    const char *root_a = a->given_root != NULL ? a->given_root : a->words[0];
    const char *root_b = b->given_root != NULL ? b->given_root : b->words[0];
    return strcmp(root_a, root_b) == 0;
}

/* "Catherine" and "Kathryn" stand under one name in the list, but are short for nothing. */
static gboolean
has_same_consonants(const char *a, const char *b)
{
    char sound_a[FACT_PERSON_WORD_MAX + 1];
    char sound_b[FACT_PERSON_WORD_MAX + 1];
    guint n = drop_vowels(a, sound_a);
    return n >= CONSONANTS_MIN && n == drop_vowels(b, sound_b) && strcmp(sound_a, sound_b) == 0;
}

static gboolean
given_names_clash(const FactPersonName *a, const FactPersonName *b)
{
    if (strcmp(a->words[0], b->words[0]) == 0)
        return FALSE;
    if (sounds_alike(a->words[0], b->words[0]))
        return TRUE;
    return is_short_form(a, b) ? has_same_consonants(a->words[0], b->words[0])
                               : is_slip_of(a->words[0], b->words[0]);
}

/* "John Darrell Hale" and "John Darrel Hale" */
static gboolean
middle_names_clash(const FactPersonName *a, const FactPersonName *b)
{
    for (guint i = 1; a->n_words == b->n_words && i + 1 < a->n_words; i++)
        if (is_slip_of(a->words[i], b->words[i]))
            return TRUE;
    return FALSE;
}

static void
parse(const FactCatalog *catalog, const char *words, FactArena *arena, FactPersonName *out_person)
{
    FactSubjectName name;
    fact_subject_name_parse(catalog, words, arena, &name);
    fact_person_name_parse(catalog, &name, arena, out_person);
}

static gboolean
names_clash(const FactCatalog *catalog, const FactPersonName *a, const FactPersonName *b)
{
    if (a->n_words < 2 || b->n_words < 2 || is_transcribed(catalog, a, b))
        return FALSE;
    return given_names_clash(a, b) || middle_names_clash(a, b) ||
           is_slip_of(fact_person_name_last(a), fact_person_name_last(b));
}

/* Entries [first, last) are of one key. */
static void
settle_key(const FactCatalog *catalog, FactClaim *claims, const Entry *entries, guint first,
           guint last, FactStringPool *pool)
{
    g_autoptr(FactArena) arena = fact_arena_new();
    FactPersonName forms[NAMES_MAX];
    const char *words[NAMES_MAX];
    guint n = 0;
    for (guint i = first; i < last; i++) {
        FactPersonName person;
        guint form = 0;
        parse(catalog, entries[i].words, arena, &person);
        while (form < n && names_clash(catalog, &forms[form], &person))
            form++;
        if (form == n && n < NAMES_MAX) {
            forms[n] = person;
            words[n++] = entries[i].words;
        }
        if (form == n || strcmp(words[form], entries[i].words) == 0)
            continue;
        const char *id = words[form];
        claims[entries[i].claim].value.as.names.ids = fact_string_pool_intern_array(pool, &id, 1);
    }
}

/* The first way to write the name that was met under a hash of its key, and whether there is
 * another. */
typedef struct {
    const char *words;
    gboolean has_others;
} Spelling;

static guint64
hash_key(const Entry *entry)
{
    return fact_hash_combine((guint64)(guintptr)entry->group, (guint64)(guintptr)entry->subject);
}

/* Nearly all names are written in one way: those are dropped before the rest is sorted. A table by
 * hash is enough for that; what it keeps by accident does no harm. */
static void
drop_agreed(GArray *entries)
{
    guint n_kept = 0;
    gsize size = 64;

    while (size < 2 * (gsize)entries->len)
        size *= 2;
    g_autofree Spelling *spellings = g_new0(Spelling, size);
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        Spelling *spelling = &spellings[hash_key(entry) & (size - 1)];
        if (spelling->words == NULL)
            spelling->words = entry->words;
        else if (compare_strings(spelling->words, entry->words) != 0)
            spelling->has_others = TRUE;
    }
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        if (spellings[hash_key(entry) & (size - 1)].has_others)
            g_array_index(entries, Entry, n_kept++) = *entry;
    }
    g_array_set_size(entries, n_kept);
}

void
fact_link_spelling(const FactCatalog *catalog, FactClaim *claims, const char *const *ids, guint n,
                   FactStringPool *pool)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    for (guint i = 0; i < n; i++) {
        const FactClaim *claim = &claims[i];
        if (strcmp(claim->attribute_id, FACT_ATTRIBUTE_NAME) != 0 || ids[i] == NULL ||
            claim->value.type != FACT_VALUE_TEXT || claim->value.as.names.n != 1)
            continue;
        Entry entry = {claim->group, ids[i], claim->value.as.names.ids[0], i};
        g_array_append_val(entries, entry);
    }
    drop_agreed(entries);
    if (entries->len < 2)
        return;
    Entry *sorted = (Entry *)(void *)entries->data;
    qsort(sorted, entries->len, sizeof(Entry), compare_entries);
    for (guint first = 0; first < entries->len;) {
        guint last = first + 1;
        while (last < entries->len && g_strcmp0(sorted[last].group, sorted[first].group) == 0 &&
               strcmp(sorted[last].subject, sorted[first].subject) == 0)
            last++;
        if (strcmp(sorted[first].words, sorted[last - 1].words) != 0)
            settle_key(catalog, claims, sorted, first, last, pool);
        first = last;
    }
}
