/* SPDX-License-Identifier: MIT
 *
 * Intervals of decimals as JSON, keys and words. A change ("rose 3 %") and a level ("3 %") say
 * different things and never meet; two changes of opposite direction exclude each other.
 */
#include "value/numeric.h"

#include "value/interval.h"
#include "value/measure.h"

#include <string.h>

/* Amounts from here on are said with a scale word. */
#define SCALE_WORDS_MIN_DIGITS 7

FactValue
fact_numeric_new(FactValueType type, FactDecimal amount, const char *unit)
{
    FactValue value = {.type = type, .comparator = FACT_COMPARATOR_EQ, .unit = unit};
    value.flags = FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH;
    value.as.number.low = amount;
    value.as.number.high = amount;
    return value;
}

void
fact_numeric_set_comparator(FactValue *value, FactComparator comparator)
{
    value->comparator = comparator;
    switch (comparator) {
    case FACT_COMPARATOR_LT:
    case FACT_COMPARATOR_LE:
        value->flags &= ~(uint32_t)FACT_VALUE_HAS_LOW;
        value->as.number.low = FACT_DECIMAL_ZERO;
        break;
    case FACT_COMPARATOR_GT:
    case FACT_COMPARATOR_GE:
        value->flags &= ~(uint32_t)FACT_VALUE_HAS_HIGH;
        value->as.number.high = FACT_DECIMAL_ZERO;
        break;
    case FACT_COMPARATOR_EQ:
    case FACT_COMPARATOR_APPROX:
    case FACT_COMPARATOR_BETWEEN:
        break;
    }
}

static gboolean
is_opposed(const FactValue *a, const FactValue *b)
{
    return a->direction != FACT_DIRECTION_NONE && b->direction != FACT_DIRECTION_NONE &&
           a->direction != b->direction;
}

FactRelation
fact_numeric_compare(const FactCatalog *catalog, const FactValue *a, const FactValue *b,
                     const FactTolerance *tolerance)
{
    if (!fact_value_is_numeric(b))
        return FACT_RELATION_INCOMPARABLE;
    FactMeasure measure_a = fact_measure_of(catalog, a);
    FactMeasure measure_b = fact_measure_of(catalog, b);
    if (!fact_measure_is_common(&measure_a, &measure_b) || g_strcmp0(a->per, b->per) != 0)
        return FACT_RELATION_INCOMPARABLE;
    if (((a->flags ^ b->flags) & FACT_VALUE_IS_CHANGE) != 0)
        return FACT_RELATION_INCOMPARABLE;
    if ((a->flags & FACT_VALUE_IS_CHANGE) != 0 && is_opposed(a, b))
        return FACT_RELATION_DISJOINT;
    return fact_interval_relate(catalog, a, b, tolerance);
}

gboolean
fact_numeric_is_near_bound(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    FactMeasure measure_a = fact_measure_of(catalog, a);
    FactMeasure measure_b = fact_measure_of(catalog, b);

    return fact_measure_is_common(&measure_a, &measure_b) && fact_interval_is_near(catalog, a, b);
}

static int
order_ends(const FactValue *a, const FactValue *b, FactValueFlags flag, FactDecimal end_a,
           FactDecimal end_b)
{
    gboolean has_a = (a->flags & flag) != 0;
    gboolean has_b = (b->flags & flag) != 0;

    if (has_a != has_b)
        return has_a ? 1 : -1;
    return has_a ? fact_decimal_compare(end_a, end_b) : 0;
}

/* Direction as far as it is part of what is said. */
static int
change_of(const FactValue *value)
{
    return (value->flags & FACT_VALUE_IS_CHANGE) != 0 ? 1 + value->direction : 0;
}

int
fact_numeric_order(const FactValue *a, const FactValue *b)
{
    int order = g_strcmp0(a->unit, b->unit);

    if (order == 0)
        order = g_strcmp0(a->per, b->per);
    if (order == 0)
        order = order_ends(a, b, FACT_VALUE_HAS_LOW, a->as.number.low, b->as.number.low);
    if (order == 0)
        order = order_ends(a, b, FACT_VALUE_HAS_HIGH, a->as.number.high, b->as.number.high);
    if (order == 0)
        order = a->comparator - b->comparator;
    if (order == 0)
        order = change_of(a) - change_of(b);
    if (order == 0 && a->type == FACT_VALUE_RATIO)
        order = order_ends(a, b, FACT_VALUE_HAS_FROM, a->as.number.from, b->as.number.from);
    return order;
}

void
fact_numeric_format_key(const FactValue *value, GString *out)
{
    gboolean is_ratio = value->type == FACT_VALUE_RATIO;

    if (value->comparator == FACT_COMPARATOR_BETWEEN) {
        fact_decimal_format(value->as.number.low, out);
        g_string_append(out, "..");
        fact_decimal_format(value->as.number.high, out);
    } else {
        fact_decimal_format(fact_value_amount(value), out);
    }
    if (is_ratio && (value->flags & FACT_VALUE_HAS_FROM) != 0) {
        g_string_append_c(out, '/');
        fact_decimal_format(value->as.number.from, out);
    }
    g_string_append_printf(out, ":%s", value->unit == NULL ? "" : value->unit);
    if (value->per != NULL)
        g_string_append_printf(out, " per %s", value->per);
    g_string_append_printf(out, ":%s",
                           fact_comparator_to_string((FactComparator)value->comparator));
    if ((value->flags & FACT_VALUE_IS_CHANGE) != 0)
        g_string_append_printf(out, ":change%d", value->direction);
}

static void
write_amounts(const FactValue *value, FactJsonWriter *writer)
{
    if (value->comparator == FACT_COMPARATOR_BETWEEN) {
        fact_json_decimal(writer, "low", value->as.number.low);
        fact_json_decimal(writer, "high", value->as.number.high);
        return;
    }
    fact_json_decimal(writer, "amount", fact_value_amount(value));
}

static void
write_flag(const FactValue *value, FactValueFlags flag, const char *member, FactJsonWriter *writer)
{
    if ((value->flags & flag) != 0)
        fact_json_bool(writer, member, TRUE);
}

void
fact_numeric_write(const FactValue *value, FactJsonWriter *writer)
{
    write_amounts(value, writer);
    if ((value->flags & FACT_VALUE_HAS_FROM) != 0)
        fact_json_decimal(writer, value->type == FACT_VALUE_RATIO ? "of" : "from",
                          value->as.number.from);
    fact_json_string(writer, "unit", value->unit);
    fact_json_string(writer, "per", value->per);
    fact_json_string(writer, "comparator",
                     fact_comparator_to_string((FactComparator)value->comparator));
    if (value->direction != FACT_DIRECTION_NONE)
        fact_json_string(writer, "direction",
                         value->direction == FACT_DIRECTION_UP ? "up" : "down");
    if ((value->flags & FACT_VALUE_HAS_PRECISION) != 0)
        fact_json_decimal(writer, "precision", value->as.number.precision);
    write_flag(value, FACT_VALUE_IS_AGE, "age", writer);
    write_flag(value, FACT_VALUE_IS_CHANGE, "change", writer);
    write_flag(value, FACT_VALUE_IS_INDEFINITE, "indefinite", writer);
}

static gboolean
read_amounts(FactValueReader *reader, FactValue *value)
{
    gboolean has_amount;
    gboolean has_low;
    gboolean has_high;
    FactDecimal amount;
    FactDecimal low;
    FactDecimal high;

    if (!fact_value_reader_decimal(reader, "amount", &amount, &has_amount) ||
        !fact_value_reader_decimal(reader, "low", &low, &has_low) ||
        !fact_value_reader_decimal(reader, "high", &high, &has_high))
        return FALSE;
    value->flags |= FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH;
    if (value->comparator == FACT_COMPARATOR_BETWEEN) {
        if (!has_low || !has_high || fact_decimal_compare(low, high) > 0)
            return fact_value_reader_fail(reader, has_low ? "high" : "low",
                                          "\"between\" needs low and high in this order");
        value->as.number.low = low;
        value->as.number.high = high;
        return TRUE;
    }
    if (!has_amount)
        return fact_value_reader_fail(reader, "amount", "missing");
    value->as.number.low = amount;
    value->as.number.high = amount;
    fact_numeric_set_comparator(value, (FactComparator)value->comparator);
    return TRUE;
}

static gboolean
read_decimal_flag(FactValueReader *reader, const char *member, FactValueFlags flag,
                  FactValue *value, FactDecimal *out_decimal)
{
    gboolean found;

    if (!fact_value_reader_decimal(reader, member, out_decimal, &found))
        return FALSE;
    if (found)
        value->flags |= flag;
    return TRUE;
}

static gboolean
read_flag(FactValueReader *reader, const char *member, FactValueFlags flag, FactValue *value)
{
    gboolean is_set = FALSE;

    if (!fact_value_reader_boolean(reader, member, &is_set))
        return FALSE;
    if (is_set)
        value->flags |= flag;
    return TRUE;
}

static gboolean
read_direction(FactValueReader *reader, FactValue *value)
{
    const char *direction = NULL;

    if (!fact_value_reader_string(reader, "direction", &direction))
        return FALSE;
    if (g_strcmp0(direction, "up") == 0)
        value->direction = FACT_DIRECTION_UP;
    else if (g_strcmp0(direction, "down") == 0)
        value->direction = FACT_DIRECTION_DOWN;
    else if (direction != NULL)
        return fact_value_reader_fail(reader, "direction", "neither \"up\" nor \"down\"");
    return TRUE;
}

static gboolean
read_comparator(FactValueReader *reader, FactValue *value)
{
    const char *name = "eq";
    FactComparator comparator;

    if (!fact_value_reader_string(reader, "comparator", &name))
        return FALSE;
    if (!fact_comparator_from_string(name, &comparator))
        return fact_value_reader_fail(reader, "comparator", "unknown comparator");
    value->comparator = comparator;
    return TRUE;
}

gboolean
fact_numeric_read(FactValueReader *reader, FactValue *out_value)
{
    const char *from = out_value->type == FACT_VALUE_RATIO ? "of" : "from";

    return read_comparator(reader, out_value) && read_amounts(reader, out_value) &&
           fact_value_reader_string(reader, "unit", &out_value->unit) &&
           fact_value_reader_string(reader, "per", &out_value->per) &&
           read_direction(reader, out_value) &&
           read_decimal_flag(reader, "precision", FACT_VALUE_HAS_PRECISION, out_value,
                             &out_value->as.number.precision) &&
           read_decimal_flag(reader, from, FACT_VALUE_HAS_FROM, out_value,
                             &out_value->as.number.from) &&
           read_flag(reader, "age", FACT_VALUE_IS_AGE, out_value) &&
           read_flag(reader, "change", FACT_VALUE_IS_CHANGE, out_value) &&
           read_flag(reader, "indefinite", FACT_VALUE_IS_INDEFINITE, out_value);
}

/* Puts commas between the thousands of the whole part. */
static void
append_grouped(FactDecimal amount, GString *out)
{
    gsize start = out->len;
    fact_decimal_format(fact_decimal_abs(amount), out);
    const char *point = strchr(out->str + start, '.');
    gsize whole = point == NULL ? out->len - start : (gsize)(point - out->str) - start;

    for (gsize at = whole; at > 3; at -= 3)
        g_string_insert_c(out, (gssize)(start + at - 3), ',');
}

static gboolean
append_scaled(FactDecimal amount, GString *out)
{
    static const struct {
        int exponent;
        const char *word;
    } scales[] = {{12, " trillion"}, {9, " billion"}, {6, " million"}};
    int digits = fact_decimal_digits(amount);
    int whole = digits + amount.exponent;

    for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
        if (whole <= scales[i].exponent || whole > scales[i].exponent + 6)
            continue;
        if (amount.exponent < scales[i].exponent - 3)
            return FALSE;
        append_grouped(fact_decimal_new(amount.coefficient, amount.exponent - scales[i].exponent),
                       out);
        g_string_append(out, scales[i].word);
        return TRUE;
    }
    return FALSE;
}

void
fact_numeric_format_amount(FactDecimal amount, const FactValue *value, GString *out)
{
    gboolean is_scaled = (value->flags & FACT_VALUE_HAS_PRECISION) != 0 &&
                         fact_decimal_digits(amount) + amount.exponent >= SCALE_WORDS_MIN_DIGITS;

    if (!is_scaled || !append_scaled(amount, out))
        append_grouped(amount, out);
}

void
fact_numeric_pad_cents(FactDecimal amount, const FactValue *value, GString *out)
{
    if (value->type == FACT_VALUE_MONEY && amount.exponent == -1 && out->len > 0 &&
        g_ascii_isdigit(out->str[out->len - 1]))
        g_string_append_c(out, '0');
}

static const char *
comparator_words(FactComparator comparator)
{
    switch (comparator) {
    case FACT_COMPARATOR_EQ:
    case FACT_COMPARATOR_BETWEEN:
        return "";
    case FACT_COMPARATOR_LT:
        return "less than ";
    case FACT_COMPARATOR_LE:
        return "at most ";
    case FACT_COMPARATOR_GT:
        return "more than ";
    case FACT_COMPARATOR_GE:
        return "at least ";
    case FACT_COMPARATOR_APPROX:
        return "about ";
    }
    return "";
}

static void
append_signed(FactDecimal amount, const FactValue *value, const char *prefix, GString *out)
{
    if (amount.coefficient < 0)
        g_string_append_c(out, '-');
    g_string_append(out, prefix == NULL ? "" : prefix);
    fact_numeric_format_amount(amount, value, out);
    fact_numeric_pad_cents(amount, value, out);
}

void
fact_numeric_format(const FactValue *value, const char *prefix, const char *suffix, GString *out)
{
    gboolean is_change = (value->flags & FACT_VALUE_IS_CHANGE) != 0;

    if (is_change && value->direction != FACT_DIRECTION_NONE)
        g_string_append(out, value->direction == FACT_DIRECTION_UP ? "up " : "down ");
    g_string_append(out, comparator_words((FactComparator)value->comparator));
    if (value->comparator == FACT_COMPARATOR_BETWEEN) {
        append_signed(value->as.number.low, value, prefix, out);
        g_string_append(out, " to ");
        append_signed(value->as.number.high, value, prefix, out);
    } else {
        append_signed(fact_value_amount(value), value, prefix, out);
    }
    g_string_append(out, suffix == NULL ? "" : suffix);
    if ((value->flags & FACT_VALUE_HAS_FROM) != 0 && value->type != FACT_VALUE_RATIO) {
        g_string_append(out, " (from ");
        append_signed(value->as.number.from, value, prefix, out);
        g_string_append_c(out, ')');
    }
}

void
fact_numeric_format_per(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    const FactUnit *unit = value->per == NULL ? NULL : fact_catalog_find_unit(catalog, value->per);

    if (value->per == NULL)
        return;
    g_string_append_printf(out, " per %s", unit == NULL ? value->per : unit->label);
    /* labels follow numbers and are plurals where they are words */
    if (unit != NULL && strlen(unit->label) > 3 && g_str_has_suffix(unit->label, "s"))
        g_string_truncate(out, out->len - 1);
}

gboolean
fact_numeric_is_one(const FactValue *value)
{
    FactDecimal amount = fact_value_amount(value);
    return value->comparator != FACT_COMPARATOR_BETWEEN && amount.coefficient == 1 &&
           amount.exponent == 0;
}
