/* SPDX-License-Identifier: MIT
 *
 * Singular and plural of the nouns that units and counts have.
 */
#pragma once

#include "catalog/catalog.h"

/* Appends the plural of @singular, irregular ones from the catalog: "person" gives "people". */
void
fact_noun_append_plural(const FactCatalog *catalog, const char *singular, GString *out);
