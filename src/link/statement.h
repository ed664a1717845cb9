/* SPDX-License-Identifier: MIT
 *
 * Statements that two articles of a group make alike but for one word: "pleaded guilty to murder in
 * the death" and "pleaded guilty to manslaughter in the death". The words around it are the
 * attribute of a claim on the story, and the word is its value.
 */
#pragma once

#include "claim/claim.h"

/* Appends to @claims (of FactClaim) those of the statements in which documents of one group differ:
 * all that make such a statement, whatever they give. @documents (of FactDocument) with an outline
 * take part, @groups has the group of each (NULL or "" for none). Strings are interned in @pool.
 * The claims do not depend on the order of the documents. */
void
fact_statements_meet(const FactCatalog *catalog, const GPtrArray *documents,
                     const char *const *groups, FactStringPool *pool, GArray *claims);
