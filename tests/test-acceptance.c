/* SPDX-License-Identifier: MIT */
#include "extract/acceptance.h"

#include <string.h>

#include "catalog/catalog-source.h"
#include "catalog/loader.h"
#include "support/suite.h"

static FactCatalog *catalog;

static const char *const catalog_texts[] = {
    "{\"wording\": {\"descriptions\": {\"woman\": \"person\", \"film\": \"work\"}}}",
    "{\"units\": [{\"code\": \"m\", \"label\": \"m\", \"dimension\": \"length\", \"factor\": \"1\","
    " \"names\": [\"metre\"]}]}",
    "{\"attributes\": [{\"id\": \"age\", \"type\": \"duration\", \"units\": [\"~age\"]},"
    " {\"id\": \"deaths\", \"type\": \"count\", \"units\": [\"~person\", \"dog\"]},"
    " {\"id\": \"height\", \"type\": \"quantity\", \"units\": [\"length\"]},"
    " {\"id\": \"run\", \"type\": [\"duration\", \"number\"]}]}",
};

static FactCatalog *
load(FactLog *log)
{
    g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);

    for (guint i = 0; i < G_N_ELEMENTS(catalog_texts); i++) {
        GPtrArray *layer = g_ptr_array_new_with_free_func((GDestroyNotify)fact_catalog_source_free);
        char path[] = "a.json";

        path[0] = (char)('a' + i);
        g_ptr_array_add(layer,
                        fact_catalog_source_new(path, catalog_texts[i], strlen(catalog_texts[i])));
        g_ptr_array_add(layers, layer);
    }
    return fact_catalog_new_from_layers(layers, log, NULL);
}

typedef struct {
    const char *name;
    const char *attribute;
    FactValueType type;
    guint flags;
    const char *unit;
    gboolean is_accepted;
} AcceptanceRow;

static const AcceptanceRow acceptance_rows[] = {
    {"another type", "deaths", FACT_VALUE_MONEY, 0, "USD", FALSE},
    {"a noun for a person", "deaths", FACT_VALUE_COUNT, 0, "woman", TRUE},
    {"a noun for something else", "deaths", FACT_VALUE_COUNT, 0, "film", FALSE},
    {"an unknown noun", "deaths", FACT_VALUE_COUNT, 0, "gizmo", FALSE},
    {"a noun of its list", "deaths", FACT_VALUE_COUNT, 0, "dog", TRUE},
    {"a count of nothing said", "deaths", FACT_VALUE_COUNT, 0, NULL, TRUE},
    {"an age", "age", FACT_VALUE_DURATION, FACT_VALUE_IS_AGE, "a", TRUE},
    {"a duration that is no age", "age", FACT_VALUE_DURATION, 0, "a", FALSE},
    {"an age where none is wanted", "run", FACT_VALUE_DURATION, FACT_VALUE_IS_AGE, "a", FALSE},
    {"a duration of any unit", "run", FACT_VALUE_DURATION, 0, "a", TRUE},
    {"one of several types", "run", FACT_VALUE_NUMBER, 0, NULL, TRUE},
    {"a unit of the dimension", "height", FACT_VALUE_QUANTITY, 0, "m", TRUE},
    {"an unknown unit", "height", FACT_VALUE_QUANTITY, 0, "x", FALSE},
};

static gboolean
is_accepted(FactAcceptances *acceptances, const AcceptanceRow *row)
{
    const FactAttribute *attribute = fact_catalog_find_attribute(catalog, row->attribute);
    FactValue value = {.type = (uint8_t)row->type, .unit = row->unit};

    assert_non_null(attribute);
    value.flags |= row->flags;
    return fact_acceptance_has(acceptances, fact_acceptances_get(acceptances, &value), attribute);
}

/* Asked twice the answer is the same, whatever else was asked between. */
static void
test_acceptance(void **state)
{
    FactAcceptances *acceptances = fact_acceptances_new(catalog);

    assert_int_equal(is_accepted(acceptances, *state),
                     ((const AcceptanceRow *)*state)->is_accepted);
    for (guint i = 0; i < G_N_ELEMENTS(acceptance_rows); i++)
        assert_int_equal(is_accepted(acceptances, &acceptance_rows[i]),
                         acceptance_rows[i].is_accepted);
    assert_int_equal(is_accepted(acceptances, *state),
                     ((const AcceptanceRow *)*state)->is_accepted);
    fact_acceptances_free(acceptances);
}

/* Where all kinds of nouns are counted, what is known is dropped, and found out again. */
static void
test_trim(void **state)
{
    FactAcceptances *acceptances = fact_acceptances_new(catalog);

    (void)state;
    for (guint i = 0; i < 10000; i++) {
        g_autofree char *unit = g_strdup_printf("gizmo %u", i);
        FactValue value = {.type = FACT_VALUE_COUNT, .unit = unit};

        fact_acceptances_trim(acceptances);
        assert_non_null(fact_acceptances_get(acceptances, &value));
        assert_true(is_accepted(acceptances, &acceptance_rows[1]));
    }
    fact_acceptances_free(acceptances);
    fact_acceptances_free(NULL);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("acceptance");
    g_autoptr(FactLog) log = fact_log_new();

    catalog = load(log);
    test_suite_add_rows(suite, test_acceptance, acceptance_rows);
    test_suite_add(suite, test_trim);
    int status = test_suite_run(suite, argc, argv);
    fact_catalog_unref(catalog);
    return status;
}
