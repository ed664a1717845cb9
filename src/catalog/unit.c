/* SPDX-License-Identifier: MIT
 *
 * Units and currencies: facts/units. Factors are exact rationals, given as "1397/3125" or "0.3048".
 */
#include "catalog/loader.h"

#include <string.h>

void
fact_unit_collect(FactLoader *loader, const FactNode *list)
{
    fact_definitions_add(&loader->units, list, "code");
}

void
fact_currency_collect(FactLoader *loader, const FactNode *list)
{
    fact_definitions_add(&loader->currencies, list, "code");
}

static gboolean
power_of_ten(int32_t exponent, int64_t *out_power)
{
    int64_t power = 1;
    for (int32_t i = 0; i < exponent; i++) {
        if (__builtin_mul_overflow(power, 10, &power))
            return FALSE;
    }
    *out_power = power;
    return TRUE;
}

/* coefficient * 10^exponent as a fraction. */
static gboolean
decimal_to_fraction(FactDecimal decimal, int64_t *out_numerator, int64_t *out_denominator)
{
    int64_t numerator = 1;
    int64_t denominator = 1;
    gboolean ok = decimal.exponent >= 0 ? power_of_ten(decimal.exponent, &numerator)
                                        : power_of_ten(-decimal.exponent, &denominator);
    if (!ok || __builtin_mul_overflow(numerator, decimal.coefficient, &numerator))
        return FALSE;
    *out_numerator = numerator;
    *out_denominator = denominator;
    return TRUE;
}

static int64_t
greatest_common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* decimal ["/" decimal], more than zero. */
static gboolean
parse_factor(const char *text, int64_t *out_numerator, int64_t *out_denominator)
{
    const char *slash = strchr(text, '/');
    size_t len = slash != NULL ? (size_t)(slash - text) : strlen(text);
    FactDecimal upper;
    FactDecimal lower = {1, 0};
    if (!fact_decimal_parse(text, len, &upper) || upper.coefficient <= 0)
        return FALSE;
    if (slash != NULL &&
        (!fact_decimal_parse(slash + 1, strlen(slash + 1), &lower) || lower.coefficient <= 0))
        return FALSE;
    int64_t a, b, c, d;
    if (!decimal_to_fraction(upper, &a, &b) || !decimal_to_fraction(lower, &c, &d))
        return FALSE;
    int64_t first = greatest_common_divisor(a, c);
    int64_t second = greatest_common_divisor(d, b);
    int64_t numerator, denominator;
    if (__builtin_mul_overflow(a / first, d / second, &numerator) ||
        __builtin_mul_overflow(b / second, c / first, &denominator))
        return FALSE;
    int64_t common = greatest_common_divisor(numerator, denominator);
    *out_numerator = numerator / common;
    *out_denominator = denominator / common;
    return TRUE;
}

static gboolean
read_factor(const FactNode *object, FactUnit *unit)
{
    FactNode node;
    if (!fact_node_get(object, "factor", &node)) {
        fact_node_error(object, "\"factor\" is missing");
        return FALSE;
    }
    const char *text = fact_node_string(&node);
    if (text == NULL)
        return FALSE;
    if (parse_factor(text, &unit->numerator, &unit->denominator))
        return TRUE;
    fact_node_error(
        &node,
        "\"%.60s\" is not a factor; it is a decimal or two with a slash, more than zero, "
        "and small enough for 64 bits",
        text);
    return FALSE;
}

static gboolean
read_offset(const FactNode *object, FactUnit *unit)
{
    FactNode node;
    if (!fact_node_get(object, "offset", &node))
        return TRUE;
    const char *text = fact_node_string(&node);
    if (text == NULL)
        return FALSE;
    if (fact_decimal_parse(text, strlen(text), &unit->offset))
        return TRUE;
    fact_node_error(&node, "\"%.60s\" is not a decimal number", text);
    return FALSE;
}

/* Adds each string of the member @name as a name of what @payload says. */
static void
add_names(FactLoader *loader, const FactNode *object, const char *name, uint32_t payload)
{
    FactNode list;
    if (!fact_node_get_array(object, name, &list))
        return;
    FactCatalog *catalog = loader->catalog;
    for (size_t i = 0; i < fact_node_length(&list); i++) {
        FactNode node = fact_node_element(&list, i);
        const char *text = fact_node_string(&node);
        if (text == NULL || fact_phrase_table_add(catalog->unit_names, catalog->lexicon, text,
                                                  FACT_WORD_UNIT, payload))
            continue;
        uint32_t known = fact_phrase_table_find(catalog->unit_names, catalog->lexicon, text);
        if (known == 0)
            fact_node_error(&node, "\"%.60s\" has no word or symbol in it", text);
        else if (((known ^ payload) & ~FACT_UNIT_PAYLOAD_PREFIX) != 0)
            fact_node_note(&node, "\"%.60s\" already names another unit, which keeps it", text);
    }
}

static void
build_unit(FactLoader *loader, const FactDefinition *definition)
{
    static const char *const members[] = {"code",   "label", "dimension", "factor",
                                          "offset", "names", NULL};
    const FactNode *object = &definition->node;
    fact_node_expect_members(object, members);
    FactUnit unit = {0};
    const char *label = fact_node_need_string(object, "label");
    const char *dimension = fact_node_need_string(object, "dimension");
    if (!read_factor(object, &unit) || !read_offset(object, &unit) || label == NULL ||
        dimension == NULL)
        return;
    FactCatalog *catalog = loader->catalog;
    unit.code = fact_string_pool_intern(catalog->strings, definition->id);
    unit.label = fact_string_pool_intern(catalog->strings, label);
    unit.dimension = fact_string_pool_intern(catalog->strings, dimension);
    fact_name_index_add(catalog->unit_index, unit.code, catalog->units->len);
    g_array_append_val(catalog->units, unit);
    add_names(loader, object, "names", catalog->units->len);
}

static gboolean
read_minor(const FactNode *object, int64_t *out_minor)
{
    FactNode node;
    *out_minor = 100;
    if (!fact_node_get(object, "minor", &node))
        return TRUE;
    int64_t minor = fact_node_integer(&node);
    if (minor >= 1 && minor <= 100000) {
        *out_minor = minor;
        return TRUE;
    }
    fact_node_error(&node, "\"minor\" must be a whole number from 1 to 100000");
    return FALSE;
}

static void
build_currency(FactLoader *loader, const FactDefinition *definition)
{
    static const char *const members[] = {"code",  "label",   "symbol",      "minor",
                                          "names", "symbols", "minor_names", NULL};
    const FactNode *object = &definition->node;
    fact_node_expect_members(object, members);
    FactCurrency currency = {0};
    gboolean ok = TRUE;
    const char *label = fact_node_need_string(object, "label");
    const char *symbol = fact_node_get_string(object, "symbol", &ok);
    if (!read_minor(object, &currency.minor) || label == NULL || !ok)
        return;
    FactCatalog *catalog = loader->catalog;
    currency.code = fact_string_pool_intern(catalog->strings, definition->id);
    currency.label = fact_string_pool_intern(catalog->strings, label);
    currency.symbol =
        fact_string_pool_intern(catalog->strings, symbol != NULL ? symbol : definition->id);
    fact_name_index_add(catalog->currency_index, currency.code, catalog->currencies->len);
    g_array_append_val(catalog->currencies, currency);
    uint32_t payload = FACT_UNIT_PAYLOAD_CURRENCY | catalog->currencies->len;
    add_names(loader, object, "symbols", payload | FACT_UNIT_PAYLOAD_PREFIX);
    add_names(loader, object, "names", payload);
    add_names(loader, object, "minor_names", payload | FACT_UNIT_PAYLOAD_MINOR);
}

/* Later layers first, so that their names win. */
static void
build_layers(FactLoader *loader, const FactDefinitions *definitions,
             void (*build)(FactLoader *, const FactDefinition *))
{
    for (guint layer = loader->n_layers; layer-- > 0;) {
        for (guint i = 0; i < definitions->all->len; i++) {
            const FactDefinition *definition = g_ptr_array_index(definitions->all, i);
            if (!definition->is_replaced && definition->node.file->layer == layer)
                build(loader, definition);
        }
    }
}

void
fact_unit_build(FactLoader *loader)
{
    build_layers(loader, &loader->currencies, build_currency);
    build_layers(loader, &loader->units, build_unit);
}

const FactUnit *
fact_catalog_find_unit(const FactCatalog *catalog, const char *code)
{
    guint i = fact_name_index_find(catalog->unit_index, code);
    return i == FACT_NAME_INDEX_NONE ? NULL : &g_array_index(catalog->units, FactUnit, i);
}

const FactCurrency *
fact_catalog_find_currency(const FactCatalog *catalog, const char *code)
{
    guint i = fact_name_index_find(catalog->currency_index, code);
    return i == FACT_NAME_INDEX_NONE ? NULL : &g_array_index(catalog->currencies, FactCurrency, i);
}
