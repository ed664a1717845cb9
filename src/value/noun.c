/* SPDX-License-Identifier: MIT
 *
 * Plurals for showing counts. Irregular ones are data (wording list "irregular-plurals", singular
 * to plural); the rest follow the rules of spelling.
 */
#include "value/noun.h"

#include <string.h>

static const char *
find_irregular(const FactCatalog *catalog, const char *singular)
{
    const FactWording *list = fact_catalog_get_wording(catalog, "irregular-plurals");
    uint32_t payload = fact_phrase_table_find(list->phrases, catalog->lexicon, singular);

    return payload == 0 ? NULL : g_ptr_array_index(list->values, payload - 1);
}

static gboolean
ends_with_any(const char *word, const char *const *endings)
{
    for (; *endings != NULL; endings++)
        if (g_str_has_suffix(word, *endings))
            return TRUE;
    return FALSE;
}

void
fact_noun_append_plural(const FactCatalog *catalog, const char *singular, GString *out)
{
    static const char *const hissing[] = {"s", "x", "z", "ch", "sh", NULL};
    const char *irregular = find_irregular(catalog, singular);
    size_t len = strlen(singular);

    if (irregular != NULL) {
        g_string_append(out, irregular);
        return;
    }
    g_string_append(out, singular);
    if (ends_with_any(singular, hissing)) {
        g_string_append(out, "es");
    } else if (len > 1 && singular[len - 1] == 'y' && strchr("aeiou", singular[len - 2]) == NULL) {
        g_string_truncate(out, out->len - 1);
        g_string_append(out, "ies");
    } else {
        g_string_append_c(out, 's');
    }
}
