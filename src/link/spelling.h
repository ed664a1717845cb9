/* SPDX-License-Identifier: MIT
 *
 * Names of one person that are written differently: which of them are another way to name the
 * person ("Bill", "William", a middle name), and which are a slip ("Robyn" and "Robin").
 */
#pragma once

#include "claim/claim.h"

/* Gives the name claims (FACT_ATTRIBUTE_NAME) of one key equal values, unless one of two names is
 * misspelt. @ids are the subjects after linking, @n of them; values are kept in @pool. The result
 * does not depend on the order of the claims. */
void
fact_link_spelling(const FactCatalog *catalog, FactClaim *claims, const char *const *ids, guint n,
                   FactStringPool *pool);
