/* SPDX-License-Identifier: MIT
 *
 * The word list: facts/words. Files hold base forms and what is irregular; regular plurals and verb
 * forms are made here, which keeps the files short and loads faster than reading them would.
 *
 *     {"words": {"nouns": ["cat city"], "mass_nouns": ["rice"], "verbs": ["walk"],
 *                "doubling_verbs": ["stop"], "adjectives": ["big"], "adverbs": ["soon"],
 *                "rare_nouns": ["juvenile"], "rare_verbs": ["sentence"], "lemmas": ["building"],
 *                "others": ["amid"], "proper": ["baker"],
 *                "plurals": {"men": "man"}, "pasts": {"went": "go"}, "forms": {"bigger": "big"}}}
 *
 * A string may hold several words. "mass_nouns" have no plural, "doubling_verbs" double their last
 * letter, "pasts" are irregular past forms and participles, "forms" any other form and its base.
 * "rare_nouns" and "rare_verbs" have the forms of nouns and verbs, but are mostly something else;
 * "lemmas" are nobody's forms, whatever they look like.
 * All become common words but those listed as "proper", which are names more often than not.
 */
#include "catalog/loader.h"

#include <string.h>

#define WORD_BYTES_MAX 60

static const uint32_t closed_classes = FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION |
                                       FACT_WORD_PRONOUN | FACT_WORD_CONJUNCTION |
                                       FACT_WORD_AUXILIARY | FACT_WORD_NEGATION;

typedef struct {
    FactLexicon *lexicon;
    GHashTable *irregular; /* set of base forms with a past of their own, borrowed strings */
    GArray *proper;        /* set of FactWord */
    GArray *lemmas;        /* set of FactWord that no base may claim */
} WordList;

/* A set of words is a row of bytes, one for each word: it is asked for every form there is. */
static GArray *
new_set(void)
{
    return g_array_new(FALSE, TRUE, sizeof(uint8_t));
}

static void
add_to_set(GArray *set, FactWord word)
{
    if (word >= set->len)
        g_array_set_size(set, word + 1);
    g_array_index(set, uint8_t, word) = TRUE;
}

static gboolean
has_word(const GArray *set, FactWord word)
{
    return word < set->len && g_array_index(set, uint8_t, word);
}

typedef void (*WordFunc)(WordList *list, const char *word, size_t len);

static void
add_form(WordList *list, FactWord base, uint32_t classes, const char *stem, size_t len,
         const char *ending)
{
    char form[WORD_BYTES_MAX + 8];
    size_t n = strlen(ending);
    memcpy(form, stem, len);
    memcpy(form + len, ending, n + 1);
    FactWord word =
        fact_lexicon_add(list->lexicon, form, (gssize)(len + n), classes | FACT_WORD_COMMON);
    /* A form that another base has already, or that is a function word ("his"), keeps what it is.
     */
    if (word != base && fact_lexicon_get_lemma(list->lexicon, word) == word &&
        (fact_lexicon_get_classes(list->lexicon, word) & closed_classes) == 0 &&
        !has_word(list->lemmas, word))
        fact_lexicon_set_lemma(list->lexicon, word, base);
}

static gboolean
is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static gboolean
ends_with(const char *word, size_t len, const char *ending)
{
    size_t n = strlen(ending);
    return len > n && memcmp(word + len - n, ending, n) == 0;
}

static gboolean
ends_in_consonant_y(const char *word, size_t len)
{
    return len > 2 && word[len - 1] == 'y' && !is_vowel(word[len - 2]);
}

/* The -s of plurals and of verbs. */
static void
add_s_form(WordList *list, FactWord base, uint32_t classes, const char *word, size_t len)
{
    if (ends_in_consonant_y(word, len))
        add_form(list, base, classes, word, len - 1, "ies");
    else if (ends_with(word, len, "s") || ends_with(word, len, "x") || ends_with(word, len, "z") ||
             ends_with(word, len, "ch") || ends_with(word, len, "sh"))
        add_form(list, base, classes, word, len, "es");
    else if (len > 2 && word[len - 1] == 'o' && !is_vowel(word[len - 2]))
        add_form(list, base, classes, word, len, (classes & FACT_WORD_VERB) != 0 ? "es" : "s");
    else
        add_form(list, base, classes, word, len, "s");
}

static FactWord
add_base(WordList *list, const char *word, size_t len, uint32_t classes)
{
    FactWord base = fact_lexicon_add(list->lexicon, word, (gssize)len, classes);
    if (!has_word(list->proper, base))
        fact_lexicon_mark(list->lexicon, base, FACT_WORD_COMMON);
    return base;
}

static gboolean
is_irregular(const WordList *list, const char *word, size_t len)
{
    char base[WORD_BYTES_MAX + 1];
    memcpy(base, word, len);
    base[len] = '\0';
    return g_hash_table_contains(list->irregular, base);
}

static void
add_noun(WordList *list, const char *word, size_t len)
{
    FactWord base = add_base(list, word, len, FACT_WORD_NOUN);
    if (len > 2)
        add_s_form(list, base, FACT_WORD_NOUN | FACT_WORD_PLURAL, word, len);
}

static void
add_rare_noun(WordList *list, const char *word, size_t len)
{
    FactWord base = add_base(list, word, len, 0);
    if (len > 2)
        add_s_form(list, base, FACT_WORD_NOUN | FACT_WORD_PLURAL, word, len);
}

static void
add_mass_noun(WordList *list, const char *word, size_t len)
{
    add_base(list, word, len, FACT_WORD_NOUN);
}

static void
add_adjective(WordList *list, const char *word, size_t len)
{
    add_base(list, word, len, FACT_WORD_ADJECTIVE);
}

static void
add_adverb(WordList *list, const char *word, size_t len)
{
    add_base(list, word, len, FACT_WORD_ADVERB);
}

static void
add_other(WordList *list, const char *word, size_t len)
{
    add_base(list, word, len, 0);
}

static void
add_proper(WordList *list, const char *word, size_t len)
{
    FactWord base = fact_lexicon_add(list->lexicon, word, (gssize)len, 0);
    add_to_set(list->proper, base);
}

static void
add_lemma(WordList *list, const char *word, size_t len)
{
    FactWord base = fact_lexicon_add(list->lexicon, word, (gssize)len, 0);
    add_to_set(list->lemmas, base);
}

static void
add_past(WordList *list, FactWord base, const char *word, size_t len)
{
    const uint32_t classes = FACT_WORD_VERB | FACT_WORD_PAST;
    if (is_irregular(list, word, len))
        return;
    if (word[len - 1] == 'e')
        add_form(list, base, classes, word, len, "d");
    else if (ends_in_consonant_y(word, len))
        add_form(list, base, classes, word, len - 1, "ied");
    else
        add_form(list, base, classes, word, len, "ed");
}

/* -ed and -ing. */
static void
add_verb_forms(WordList *list, FactWord base, const char *word, size_t len)
{
    add_past(list, base, word, len);
    if (ends_with(word, len, "ie")) {
        char stem[WORD_BYTES_MAX + 1];
        memcpy(stem, word, len - 2);
        stem[len - 2] = 'y';
        add_form(list, base, FACT_WORD_VERB, stem, len - 1, "ing");
    } else if (len > 2 && word[len - 1] == 'e' && word[len - 2] != 'e' && word[len - 2] != 'o' &&
               word[len - 2] != 'y') {
        add_form(list, base, FACT_WORD_VERB, word, len - 1, "ing");
    } else {
        add_form(list, base, FACT_WORD_VERB, word, len, "ing");
    }
}

static void
add_verb(WordList *list, const char *word, size_t len)
{
    FactWord base = add_base(list, word, len, FACT_WORD_VERB);
    if (len < 2)
        return;
    add_s_form(list, base, FACT_WORD_VERB, word, len);
    add_verb_forms(list, base, word, len);
}

static void
add_rare_verb(WordList *list, const char *word, size_t len)
{
    FactWord base = add_base(list, word, len, 0);
    if (len > 1)
        add_verb_forms(list, base, word, len);
}

/* "stop": "stopped", "stopping". */
static void
add_doubling_verb(WordList *list, const char *word, size_t len)
{
    FactWord base = add_base(list, word, len, FACT_WORD_VERB);
    add_s_form(list, base, FACT_WORD_VERB, word, len);
    char stem[WORD_BYTES_MAX + 2];
    memcpy(stem, word, len);
    stem[len] = word[len - 1];
    if (!is_irregular(list, word, len))
        add_form(list, base, FACT_WORD_VERB | FACT_WORD_PAST, stem, len + 1, "ed");
    add_form(list, base, FACT_WORD_VERB, stem, len + 1, "ing");
}

static void
read_words(WordList *list, const FactNode *words, const char *member, WordFunc add)
{
    FactNode array;
    if (!fact_node_get_array(words, member, &array))
        return;
    for (size_t i = 0; i < fact_node_length(&array); i++) {
        FactNode node = fact_node_element(&array, i);
        const char *text = fact_node_string(&node);
        while (text != NULL && *text != '\0') {
            size_t len = strcspn(text, " ");
            if (len > WORD_BYTES_MAX)
                fact_node_error(&node, "a word has more than %d bytes", WORD_BYTES_MAX);
            else if (len > 0)
                add(list, text, len);
            text += len + strspn(text + len, " ");
        }
    }
}

/* "plurals", "pasts" and "forms": an object of forms with their bases. The first of two bases of
 * one form holds. */
static void
read_forms(WordList *list, const FactNode *words, const char *member, uint32_t classes)
{
    FactNode object;
    if (!fact_node_get(words, member, &object) || !fact_node_expect_object(&object))
        return;
    for (size_t i = 0; i < fact_node_size(&object); i++) {
        FactNode node = fact_node_member(&object, i);
        const char *form = node.name;
        const char *base = fact_node_string(&node);
        if (base == NULL)
            continue;
        FactWord word = fact_lexicon_add(list->lexicon, form, -1, classes | FACT_WORD_COMMON);
        FactWord lemma = fact_lexicon_add(list->lexicon, base, -1, 0);
        if (word != 0 && lemma != 0 && word != lemma &&
            fact_lexicon_get_lemma(list->lexicon, word) == word)
            fact_lexicon_set_lemma(list->lexicon, word, lemma);
        if ((classes & FACT_WORD_PAST) != 0)
            g_hash_table_add(list->irregular, (gpointer)base);
    }
}

void
fact_word_list_collect(FactLoader *loader, const FactNode *words)
{
    static const char *const members[] = {
        "nouns",      "mass_nouns", "rare_nouns", "verbs",  "doubling_verbs",
        "rare_verbs", "adjectives", "adverbs",    "others", "proper",
        "lemmas",     "plurals",    "pasts",      "forms",  NULL,
    };
    if (!fact_node_expect_object(words))
        return;
    fact_node_expect_members(words, members);
    g_autoptr(GHashTable) irregular = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) proper = new_set();
    g_autoptr(GArray) lemmas = new_set();
    WordList list = {loader->catalog->lexicon, irregular, proper, lemmas};
    read_words(&list, words, "proper", add_proper);
    read_words(&list, words, "lemmas", add_lemma);
    read_forms(&list, words, "pasts", FACT_WORD_VERB | FACT_WORD_PAST);
    read_forms(&list, words, "plurals", FACT_WORD_NOUN | FACT_WORD_PLURAL);
    read_forms(&list, words, "forms", 0);
    read_words(&list, words, "verbs", add_verb);
    read_words(&list, words, "doubling_verbs", add_doubling_verb);
    read_words(&list, words, "rare_verbs", add_rare_verb);
    read_words(&list, words, "nouns", add_noun);
    read_words(&list, words, "mass_nouns", add_mass_noun);
    read_words(&list, words, "rare_nouns", add_rare_noun);
    read_words(&list, words, "adjectives", add_adjective);
    read_words(&list, words, "adverbs", add_adverb);
    read_words(&list, words, "others", add_other);
}
