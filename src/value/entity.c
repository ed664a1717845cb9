/* SPDX-License-Identifier: MIT
 *
 * One name. A place lies within the places that contain it, a model within its family: Hong Kong
 * and China refine each other.
 */
#include "value/names.h"
#include "value/value-class.h"

#include <string.h>

static FactRelation
compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
        const FactTolerance *tolerance)
{
    (void)tolerance;
    if (b->type == FACT_VALUE_SET)
        return fact_set_class.compare(catalog, a, b, tolerance);
    if (b->type != FACT_VALUE_ENTITY || a->as.names.n == 0 || b->as.names.n == 0)
        return FACT_RELATION_INCOMPARABLE;
    const char *id_a = a->as.names.ids[0];
    const char *id_b = b->as.names.ids[0];
    if (strcmp(id_a, id_b) == 0)
        return FACT_RELATION_EQUAL;
    if (fact_catalog_is_within(catalog, id_a, id_b))
        return FACT_RELATION_INSIDE;
    return fact_catalog_is_within(catalog, id_b, id_a) ? FACT_RELATION_CONTAINS
                                                       : FACT_RELATION_DISJOINT;
}

static void
write_members(const FactValue *value, FactJsonWriter *writer)
{
    if (value->as.names.n == 0)
        return;
    fact_json_string(writer, "id", value->as.names.ids[0]);
    fact_json_string(writer, "label", value->as.names.labels[0]);
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_autoptr(GPtrArray) labels = g_ptr_array_new();

    if (!fact_value_reader_names(reader, NULL, ids, labels))
        return FALSE;
    fact_names_set(out_value, ids, labels, reader->pool);
    return TRUE;
}

const FactValueClass fact_entity_class = {
    .name = "entity",
    .compare = compare,
    .is_near_bound = fact_names_is_near_bound,
    .order = fact_names_order,
    .format_key = fact_names_format_key,
    .format = fact_names_format,
    .write = write_members,
    .read = read_members,
    .intern = fact_names_intern,
};
