/* SPDX-License-Identifier: MIT
 *
 * Input: the text of one file of a catalog, of any kind. Each mistake is told with a place in it.
 */
#include "fuzz/fuzz.h"

#include "catalog/catalog-source.h"
#include "catalog/loader.h"

#include <stdio.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    GPtrArray *layer = g_ptr_array_new_with_free_func((GDestroyNotify)fact_catalog_source_free);
    g_autoptr(FactLog) log = fact_log_new();

    g_ptr_array_add(layer, fact_catalog_source_new("a.json", (const char *)data, size));
    g_ptr_array_add(layers, layer);
    g_autoptr(FactCatalog) catalog = fact_catalog_new_from_layers(layers, log, NULL);
    for (guint i = 0; i < fact_log_get_length(log); i++) {
        guint line = 0;
        guint column = 0;

        g_assert_cmpint(sscanf(fact_log_get(log, i)->message, "a.json:%u:%u: ", &line, &column), ==,
                        2);
        g_assert_cmpuint(line, >=, 1);
        g_assert_cmpuint(column, >=, 1);
    }
    g_assert(catalog != NULL || fact_log_has_errors(log));
    return 0;
}
