/* SPDX-License-Identifier: MIT
 *
 * Every example sentence of the built-in catalog, one test each, named by attribute.
 */
#include "extract/example.h"
#include "support/suite.h"

typedef struct {
    const char *name; /* attribute and number */
    const FactAttribute *attribute;
    const FactExample *example;
} ExampleRow;

static FactExtractor *extractor;

static void
test_example(void **state)
{
    const ExampleRow *row = *state;
    g_autofree char *why = NULL;
    if (!fact_example_check(extractor, row->attribute, row->example, &why))
        fail_msg("\"%s\": wanted %s of %s, %s", row->example->text,
                 row->example->is_none ? "nothing" : row->example->value, row->example->subject, why);
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FactCatalog) catalog = fact_catalog_new(NULL, log, &error);
    g_assert_nonnull(catalog);
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(ExampleRow));
    for (guint i = 0; i < catalog->attributes->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(catalog->attributes, i);
        for (guint k = 0; k < attribute->examples->len; k++) {
            ExampleRow row = {
                .name = g_strdup_printf("%s-%u", attribute->id, k + 1),
                .attribute = attribute,
                .example = &g_array_index(attribute->examples, FactExample, k),
            };
            g_array_append_val(rows, row);
        }
    }
    extractor = fact_extractor_new(catalog);
    TestSuite *suite = test_suite_new("example");
    test_suite_add_table(suite, "example", test_example, rows->data, rows->len, sizeof(ExampleRow));
    int status = test_suite_run(suite, argc, argv);
    for (guint i = 0; i < rows->len; i++)
        g_free((char *)g_array_index(rows, ExampleRow, i).name);
    fact_extractor_free(extractor);
    return status;
}
