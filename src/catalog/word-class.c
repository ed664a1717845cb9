/* SPDX-License-Identifier: MIT
 *
 * Names of what a word can be, and the closed classes: {"classes": {"determiner": ["the a an"]}}.
 * A string may hold several words, parted by spaces; lists of hundreds stay readable so.
 */
#include "catalog/loader.h"

#include <string.h>

/* Words of these classes are never names of their own. */
static const uint32_t plain_classes =
    FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION | FACT_WORD_PRONOUN | FACT_WORD_CONJUNCTION |
    FACT_WORD_AUXILIARY | FACT_WORD_NEGATION | FACT_WORD_REPORTING | FACT_WORD_ADVERB;

static const struct {
    const char *name;
    uint32_t class;
    gboolean is_open_to_files; /* the loader itself sets the others */
} classes[] = {
    {"noun", FACT_WORD_NOUN, TRUE},
    {"verb", FACT_WORD_VERB, TRUE},
    {"adjective", FACT_WORD_ADJECTIVE, TRUE},
    {"adverb", FACT_WORD_ADVERB, TRUE},
    {"determiner", FACT_WORD_DETERMINER, TRUE},
    {"preposition", FACT_WORD_PREPOSITION, TRUE},
    {"pronoun", FACT_WORD_PRONOUN, TRUE},
    {"conjunction", FACT_WORD_CONJUNCTION, TRUE},
    {"auxiliary", FACT_WORD_AUXILIARY, TRUE},
    {"past", FACT_WORD_PAST, TRUE},
    {"plural", FACT_WORD_PLURAL, TRUE},
    {"number", FACT_WORD_NUMBER, TRUE},
    {"unit", FACT_WORD_UNIT, FALSE},
    {"calendar", FACT_WORD_CALENDAR, TRUE},
    {"title", FACT_WORD_TITLE, TRUE},
    {"given-name", FACT_WORD_GIVEN_NAME, TRUE},
    {"abbreviation", FACT_WORD_ABBREVIATION, TRUE},
    {"common", FACT_WORD_COMMON, TRUE},
    {"reporting", FACT_WORD_REPORTING, TRUE},
    {"hedge", FACT_WORD_HEDGE, TRUE},
    {"negation", FACT_WORD_NEGATION, TRUE},
    {"company-suffix", FACT_WORD_COMPANY_SUFFIX, TRUE},
    {"place", FACT_WORD_PLACE, FALSE},
    {"cue", FACT_WORD_CUE, FALSE},
    {"name", FACT_WORD_NAME, FALSE},
};

uint32_t
fact_word_class_find(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (g_str_equal(classes[i].name, name))
            return classes[i].class;
    }
    return 0;
}

uint32_t
fact_word_class_from_string(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (g_str_equal(classes[i].name, name))
            return classes[i].is_open_to_files ? classes[i].class : 0;
    }
    return 0;
}

/* Abbreviations are kept as the tokeniser reads them: "gov." is the word "gov" and a dot, but
 * "U.S." is one word, with its last dot. */
static void
add_word(FactLexicon *lexicon, const char *word, size_t len, uint32_t class)
{
    gboolean has_dot = len > 1 && word[len - 1] == '.';
    gboolean has_inner_dot = memchr(word, '.', has_dot ? len - 1 : len) != NULL;
    if (has_inner_dot && !has_dot) {
        g_autofree char *dotted = g_strdup_printf("%.*s.", (int)len, word);
        fact_lexicon_add(lexicon, dotted, -1, class);
        return;
    }
    fact_lexicon_add(lexicon, word, (gssize)(has_dot && !has_inner_dot ? len - 1 : len), class);
}

static void
collect_class(FactLoader *loader, const FactNode *list, uint32_t class)
{
    if ((class & plain_classes) != 0)
        class |= FACT_WORD_COMMON;
    for (size_t i = 0; i < fact_node_length(list); i++) {
        FactNode node = fact_node_element(list, i);
        const char *text = fact_node_string(&node);
        while (text != NULL && *text != '\0') {
            size_t len = strcspn(text, " ");
            if (len > 0)
                add_word(loader->catalog->lexicon, text, len, class);
            text += len + strspn(text + len, " ");
        }
    }
}

void
fact_word_class_collect(FactLoader *loader, const FactNode *object)
{
    if (!fact_node_expect_object(object))
        return;
    for (size_t i = 0; i < fact_node_size(object); i++) {
        FactNode list = fact_node_member(object, i);
        uint32_t class = fact_word_class_from_string(list.name);
        if (class == 0)
            fact_node_error(&list, "\"%.60s\" is not a class of words that a file may set",
                            list.name);
        else if (fact_node_expect_array(&list))
            collect_class(loader, &list, class);
    }
}
