/* SPDX-License-Identifier: MIT
 *
 * A set of names that an article gives together. A lone name is a set of one.
 */
#include "value/names.h"
#include "value/value-class.h"

#include <string.h>

/* How many of @a's names are in @b, or lie within one that is. */
static uint32_t
count_covered(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < a->as.names.n; i++) {
        gboolean is_covered = FALSE;
        for (uint32_t j = 0; j < b->as.names.n && !is_covered; j++)
            is_covered = strcmp(a->as.names.ids[i], b->as.names.ids[j]) == 0 ||
                         fact_catalog_is_within(catalog, a->as.names.ids[i], b->as.names.ids[j]);
        n += is_covered;
    }
    return n;
}

static FactRelation
compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
        const FactTolerance *tolerance)
{
    (void)tolerance;
    if (b->type != FACT_VALUE_SET && b->type != FACT_VALUE_ENTITY)
        return FACT_RELATION_INCOMPARABLE;
    if (fact_names_order(a, b) == 0)
        return FACT_RELATION_EQUAL;
    uint32_t a_in_b = count_covered(catalog, a, b);
    uint32_t b_in_a = count_covered(catalog, b, a);
    if (a_in_b == a->as.names.n)
        return FACT_RELATION_INSIDE;
    if (b_in_a == b->as.names.n)
        return FACT_RELATION_CONTAINS;
    return a_in_b + b_in_a > 0 ? FACT_RELATION_OVERLAP : FACT_RELATION_DISJOINT;
}

static void
write_members(const FactValue *value, FactJsonWriter *writer)
{
    fact_json_begin_array(writer, "names");
    for (uint32_t i = 0; i < value->as.names.n; i++) {
        fact_json_begin_object(writer, NULL);
        fact_json_string(writer, "id", value->as.names.ids[i]);
        fact_json_string(writer, "label", value->as.names.labels[i]);
        fact_json_end_object(writer);
    }
    fact_json_end_array(writer);
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_autoptr(GPtrArray) labels = g_ptr_array_new();

    if (!fact_value_reader_names(reader, "names", ids, labels))
        return FALSE;
    fact_names_set(out_value, ids, labels, reader->pool);
    return TRUE;
}

const FactValueClass fact_set_class = {
    .name = "set",
    .compare = compare,
    .is_near_bound = fact_names_is_near_bound,
    .order = fact_names_order,
    .format_key = fact_names_format_key,
    .format = fact_names_format,
    .write = write_members,
    .read = read_members,
    .intern = fact_names_intern,
};
