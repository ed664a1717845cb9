/* SPDX-License-Identifier: MIT
 *
 * Words compared as they are. The id is the normalised text: lower case, single spaces. What one
 * word says may lie within what another says, by the list "within" of facts/wording: a rifle is a
 * gun. A text of several words joined by "and" is the set of them.
 */
#include "value/names.h"
#include "value/value-class.h"

#include <string.h>

/* Steps from a word to what it lies within. */
#define WITHIN_MAX 8
/* Words of one text; the rest stays together. */
#define WORDS_MAX 16

/* Whether @inner is @outer or lies within it. */
static gboolean
is_within(const FactCatalog *catalog, const FactWording *within, const char *inner,
          const char *outer)
{
    for (guint step = 0; step < WITHIN_MAX; step++) {
        if (strcmp(inner, outer) == 0)
            return TRUE;
        uint32_t payload = fact_phrase_table_find(within->phrases, catalog->lexicon, inner);
        if (payload == 0)
            return FALSE;
        inner = g_ptr_array_index(within->values, payload - 1);
    }
    return FALSE;
}

/* How many of @a's words are among @b's, or lie within one that is. */
static guint
count_covered(const FactCatalog *catalog, char **a, char **b)
{
    const FactWording *within = fact_catalog_get_wording(catalog, "within");
    guint n = 0;

    for (guint i = 0; a[i] != NULL; i++) {
        gboolean is_covered = FALSE;
        for (guint k = 0; b[k] != NULL && !is_covered; k++)
            is_covered = is_within(catalog, within, a[i], b[k]);
        n += is_covered ? 1 : 0;
    }
    return n;
}

static FactRelation
compare_words(const FactCatalog *catalog, const char *a, const char *b)
{
    g_auto(GStrv) words_a = g_strsplit(a, FACT_TEXT_JOINER, WORDS_MAX);
    g_auto(GStrv) words_b = g_strsplit(b, FACT_TEXT_JOINER, WORDS_MAX);
    guint a_in_b = count_covered(catalog, words_a, words_b);
    guint b_in_a = count_covered(catalog, words_b, words_a);

    if (a_in_b == g_strv_length(words_a))
        return FACT_RELATION_INSIDE;
    if (b_in_a == g_strv_length(words_b))
        return FACT_RELATION_CONTAINS;
    return a_in_b + b_in_a > 0 ? FACT_RELATION_OVERLAP : FACT_RELATION_DISJOINT;
}

static FactRelation
compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
        const FactTolerance *tolerance)
{
    (void)tolerance;
    if (b->type != FACT_VALUE_TEXT)
        return FACT_RELATION_INCOMPARABLE;
    if (fact_names_order(a, b) == 0)
        return FACT_RELATION_EQUAL;
    return a->as.names.n == 1 && b->as.names.n == 1
               ? compare_words(catalog, a->as.names.ids[0], b->as.names.ids[0])
               : FACT_RELATION_DISJOINT;
}

static void
write_members(const FactValue *value, FactJsonWriter *writer)
{
    if (value->as.names.n > 0)
        fact_json_string(writer, "value", value->as.names.labels[0]);
}

char *
fact_text_normalise(const char *label)
{
    g_autofree char *folded = g_utf8_strdown(label, -1);
    g_auto(GStrv) words = g_strsplit_set(folded, " \t\r\n", -1);
    GString *joined = g_string_new(NULL);

    for (char **word = words; *word != NULL; word++) {
        if (**word == '\0')
            continue;
        if (joined->len > 0)
            g_string_append_c(joined, ' ');
        g_string_append(joined, *word);
    }
    return g_string_free(joined, FALSE);
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_autoptr(GPtrArray) labels = g_ptr_array_new();
    const char *label = NULL;

    if (!fact_value_reader_string(reader, "value", &label))
        return FALSE;
    if (label == NULL)
        return fact_value_reader_fail(reader, "value", "missing");
    g_autofree char *id = fact_text_normalise(label);
    g_ptr_array_add(ids, (char *)fact_string_pool_intern(reader->pool, id));
    g_ptr_array_add(labels, (char *)label);
    fact_names_set(out_value, ids, labels, reader->pool);
    return TRUE;
}

const FactValueClass fact_text_class = {
    .name = "text",
    .compare = compare,
    .is_near_bound = fact_names_is_near_bound,
    .order = fact_names_order,
    .format_key = fact_names_format_key,
    .format = fact_names_format,
    .write = write_members,
    .read = read_members,
    .intern = fact_names_intern,
};
