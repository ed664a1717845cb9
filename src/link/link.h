/* SPDX-License-Identifier: MIT
 *
 * Which subjects of different documents are one (design.md section 5, "Linking").
 */
#pragma once

#include "claim/claim.h"

/* For each of @n claims, whose strings are interned in @pool, the id and the label of its subject
 * after linking, interned there too, into @out_ids and @out_labels. @documents (of FactDocument) tell titles and dates. The result does not
 * depend on the order of the claims. */
void
fact_link_subjects(const FactCatalog *catalog, const FactClaim *claims, guint n,
                   const GPtrArray *documents, FactStringPool *pool, const char **out_ids,
                   const char **out_labels);

/* Gives the names that are values of @claims the id and the label they share with other articles'
 * ("Ann Marsh" and "Ann J. Marsh" head one company), interned in @pool. */
void
fact_link_values(const FactCatalog *catalog, FactClaim *claims, guint n, const GPtrArray *documents,
                 FactStringPool *pool);
