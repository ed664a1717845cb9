/* SPDX-License-Identifier: MIT
 *
 * Dates as a type of value. What dates are and how they are read is date.h's; this file joins them
 * to the registry.
 */
#if __has_include("value/date.h")
#include "value/date.h"
#include "value/value-class.h"

static FactRelation
compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
        const FactTolerance *tolerance)
{
    (void)catalog;
    (void)tolerance;
    return b->type == FACT_VALUE_DATE ? fact_date_compare(a, b) : FACT_RELATION_INCOMPARABLE;
}

/* A day within its month is no contradiction in wait: it only says more. */
static gboolean
is_near_bound(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    (void)catalog;
    (void)a;
    (void)b;
    return FALSE;
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    (void)catalog;
    fact_date_format(value, out);
}

static gboolean
read_comparator(FactValueReader *reader, FactValue *value)
{
    const char *name = NULL;
    FactComparator comparator;

    if (!fact_value_reader_string(reader, "comparator", &name))
        return FALSE;
    if (name == NULL)
        return TRUE;
    if (!fact_comparator_from_string(name, &comparator))
        return fact_value_reader_fail(reader, "comparator", "unknown comparator");
    value->comparator = comparator;
    return TRUE;
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    const char *low = NULL;
    const char *high = NULL;
    const char *edtf = NULL;
    const char *pattern = NULL;
    const char *culprit = "edtf";
    gboolean is_recurring = FALSE;

    if (!fact_value_reader_string(reader, "low", &low) ||
        !fact_value_reader_string(reader, "high", &high) ||
        !fact_value_reader_string(reader, "edtf", &edtf) ||
        !fact_value_reader_string(reader, "unit", &pattern) ||
        !fact_value_reader_boolean(reader, "recurring", &is_recurring))
        return FALSE;
    if (!fact_date_read_members(reader->catalog, low, high, edtf, pattern, reader->pool, out_value,
                                &culprit))
        return fact_value_reader_fail(reader, culprit, "not a date that is understood");
    if (is_recurring)
        out_value->flags |= FACT_VALUE_IS_RECURRING;
    return read_comparator(reader, out_value);
}

static void
intern(FactValue *value, FactStringPool *pool, FactArena *arena)
{
    (void)arena;
    value->as.date.edtf = fact_string_pool_intern(pool, value->as.date.edtf);
}

const FactValueClass fact_date_class = {
    .name = "date",
    .compare = compare,
    .is_near_bound = is_near_bound,
    .order = fact_date_order,
    .format_key = fact_date_format_key,
    .format = format,
    .write = fact_date_write_members,
    .read = read_members,
    .intern = intern,
};
#else
#include "value/value-class.h"

static int
order(const FactValue *a, const FactValue *b)
{
    if (a->as.date.low != b->as.date.low)
        return a->as.date.low < b->as.date.low ? -1 : 1;
    return (a->as.date.high > b->as.date.high) - (a->as.date.high < b->as.date.high);
}

static FactRelation
compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
        const FactTolerance *tolerance)
{
    (void)catalog;
    (void)tolerance;
    if (b->type != FACT_VALUE_DATE || a->as.date.edtf == NULL || b->as.date.edtf == NULL)
        return FACT_RELATION_INCOMPARABLE;
    if (order(a, b) == 0)
        return FACT_RELATION_EQUAL;
    if (a->as.date.low > b->as.date.high || b->as.date.low > a->as.date.high)
        return FACT_RELATION_DISJOINT;
    return FACT_RELATION_OVERLAP;
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
    g_string_append(out, value->as.date.edtf == NULL ? "" : value->as.date.edtf);
}

static void
format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    (void)catalog;
    format_key(value, out);
}

static void
write_members(const FactValue *value, FactJsonWriter *writer)
{
    fact_json_string(writer, "edtf", value->as.date.edtf);
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    return fact_value_reader_string(reader, "edtf", &out_value->as.date.edtf);
}

const FactValueClass fact_date_class = {
    .name = "date",
    .compare = compare,
    .is_near_bound = is_near_bound,
    .order = order,
    .format_key = format_key,
    .format = format,
    .write = write_members,
    .read = read_members,
};
#endif
