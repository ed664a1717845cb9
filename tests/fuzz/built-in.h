/* SPDX-License-Identifier: MIT
 *
 * The catalog that ships, for the targets that read with it.
 */
#pragma once

#include "catalog/catalog.h"

/* Loaded once and kept from input to input: loading costs more than a thousand of them. */
static inline const FactCatalog *
fuzz_catalog(void)
{
    static FactCatalog *catalog;

    if (catalog == NULL) {
        g_autoptr(FactLog) log = fact_log_new();
        catalog = fact_catalog_new(NULL, log, NULL);
        g_assert_nonnull(catalog);
    }
    return catalog;
}
