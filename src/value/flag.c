/* SPDX-License-Identifier: MIT
 *
 * True or false.
 */
#include "value/value-class.h"

static gboolean
is_true(const FactValue *value)
{
    return (value->flags & FACT_VALUE_IS_TRUE) != 0;
}

static int
order(const FactValue *a, const FactValue *b)
{
    return is_true(a) - is_true(b);
}

static FactRelation
compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
        const FactTolerance *tolerance)
{
    (void)catalog;
    (void)tolerance;
    if (b->type != FACT_VALUE_FLAG)
        return FACT_RELATION_INCOMPARABLE;
    return is_true(a) == is_true(b) ? FACT_RELATION_EQUAL : FACT_RELATION_DISJOINT;
}

static gboolean
is_near_bound(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    (void)catalog;
    (void)a;
    (void)b;
    return FALSE;
}

static void
format_key(const FactValue *value, GString *out)
{
    g_string_append(out, is_true(value) ? "true" : "false");
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    (void)catalog;
    g_string_append(out, is_true(value) ? "yes" : "no");
}

static void
write_members(const FactValue *value, FactJsonWriter *writer)
{
    fact_json_bool(writer, "value", is_true(value));
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    gboolean is_set = FALSE;

    if (!fact_value_reader_has(reader, "value"))
        return fact_value_reader_fail(reader, "value", "missing");
    if (!fact_value_reader_boolean(reader, "value", &is_set))
        return FALSE;
    if (is_set)
        out_value->flags |= FACT_VALUE_IS_TRUE;
    return TRUE;
}

const FactValueClass fact_flag_class = {
    .name = "flag",
    .compare = compare,
    .is_near_bound = is_near_bound,
    .order = order,
    .format_key = format_key,
    .format = format,
    .write = write_members,
    .read = read_members,
};
