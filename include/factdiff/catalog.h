/* SPDX-License-Identifier: MIT
 *
 * The catalog: attributes, entities, units, wording and accepted facts, all data. The built-in one
 * is part of the library; folders of a newsroom's own are layered over it.
 *
 *     g_autoptr(FactCatalog) catalog = fact_catalog_new(folders, log, &error);
 */
#pragma once

#include <factdiff/error.h>

G_BEGIN_DECLS

typedef struct FactCatalog FactCatalog;

FACT_PUBLIC FactCatalog *
fact_catalog_ref(FactCatalog *catalog);

FACT_PUBLIC void
fact_catalog_unref(FactCatalog *catalog);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactCatalog, fact_catalog_unref)

G_END_DECLS
