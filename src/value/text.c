/* SPDX-License-Identifier: MIT
 *
 * Words compared as they are. The id is the normalised text: lower case, single spaces.
 */
#include "value/names.h"
#include "value/value-class.h"

#include <string.h>

static FactRelation
compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
        const FactTolerance *tolerance)
{
    (void)catalog;
    (void)tolerance;
    if (b->type != FACT_VALUE_TEXT)
        return FACT_RELATION_INCOMPARABLE;
    return fact_names_order(a, b) == 0 ? FACT_RELATION_EQUAL : FACT_RELATION_DISJOINT;
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
