/* SPDX-License-Identifier: MIT
 *
 * The result of a game or a record: one to four numbers in the order written. "3-2" and "2-3" may
 * tell one game from two sides, so they do not exclude each other.
 */
#include "value/value-class.h"

#define PARTS_MAX 4

static gboolean
is_reversed(const FactValue *a, const FactValue *b)
{
    return a->as.score.n == 2 && b->as.score.n == 2 &&
           a->as.score.parts[0] == b->as.score.parts[1] &&
           a->as.score.parts[1] == b->as.score.parts[0];
}

static int
order(const FactValue *a, const FactValue *b)
{
    if (a->as.score.n != b->as.score.n)
        return a->as.score.n < b->as.score.n ? -1 : 1;
    for (uint32_t i = 0; i < a->as.score.n; i++)
        if (a->as.score.parts[i] != b->as.score.parts[i])
            return a->as.score.parts[i] < b->as.score.parts[i] ? -1 : 1;
    return 0;
}

static FactRelation
compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
        const FactTolerance *tolerance)
{
    (void)catalog;
    (void)tolerance;
    if (b->type != FACT_VALUE_SCORE || a->as.score.n != b->as.score.n)
        return FACT_RELATION_INCOMPARABLE;
    if (order(a, b) == 0)
        return FACT_RELATION_EQUAL;
    return is_reversed(a, b) ? FACT_RELATION_OVERLAP : FACT_RELATION_DISJOINT;
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
    for (uint32_t i = 0; i < value->as.score.n; i++)
        g_string_append_printf(out, "%s%d", i == 0 ? "" : "-", value->as.score.parts[i]);
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
    fact_json_begin_array(writer, "parts");
    for (uint32_t i = 0; i < value->as.score.n; i++)
        fact_json_int(writer, NULL, value->as.score.parts[i]);
    fact_json_end_array(writer);
}

static gboolean
read_members(FactValueReader *reader, FactValue *out_value)
{
    return fact_value_reader_integers(reader, "parts", out_value->as.score.parts, PARTS_MAX,
                                      &out_value->as.score.n);
}

const FactValueClass fact_score_class = {
    .name = "score",
    .compare = compare,
    .is_near_bound = is_near_bound,
    .order = order,
    .format_key = format_key,
    .format = format,
    .write = write_members,
    .read = read_members,
};
