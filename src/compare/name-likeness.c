/* SPDX-License-Identifier: MIT
 *
 * Words of a name weigh unless they are short or say what kind of thing it is.
 */
#include "compare/name-likeness.h"

#include <string.h>

#define WORD_CHARS_MIN 4

static gboolean
is_listed(const FactCatalog *catalog, const char *list, const char *word)
{
    const FactWording *wording = fact_catalog_get_wording(catalog, list);

    return wording->phrases != NULL &&
           fact_phrase_table_find(wording->phrases, catalog->lexicon, word) != 0;
}

static gboolean
has_weight(const FactCatalog *catalog, const char *word)
{
    return g_utf8_strlen(word, -1) >= WORD_CHARS_MIN && !is_listed(catalog, "name-heads", word) &&
           !is_listed(catalog, "organisation-tails", word) &&
           !is_listed(catalog, "legal-forms", word);
}

static gboolean
has_digit(const char *label)
{
    return strpbrk(label, "0123456789") != NULL;
}

gboolean
fact_names_are_alike(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    if (a->type != FACT_VALUE_ENTITY || b->type != FACT_VALUE_ENTITY || a->as.names.n == 0 ||
        b->as.names.n == 0 || has_digit(a->as.names.labels[0]) || has_digit(b->as.names.labels[0]))
        return FALSE;
    g_auto(GStrv) first = g_str_tokenize_and_fold(a->as.names.labels[0], "en", NULL);
    g_auto(GStrv) second = g_str_tokenize_and_fold(b->as.names.labels[0], "en", NULL);
    for (guint i = 0; first[i] != NULL; i++) {
        if (has_weight(catalog, first[i]) && g_strv_contains((const char *const *)second, first[i]))
            return TRUE;
    }
    return FALSE;
}
