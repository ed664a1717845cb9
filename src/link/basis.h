/* SPDX-License-Identifier: MIT
 *
 * A basis that one article names and another takes for granted.
 */
#pragma once

#include "claim/claim.h"

/* Where an attribute takes its basis from a list of words (reviews: whose), and the claims of a key
 * name exactly one, the claims that name none are of that one too. Not so of an event's toll: a
 * basis is a part of it there. But where no claim counts the dead of a story, the injured of whom
 * "some may have died" are the injured. @ids are the subjects after linking, @n of them. */
void
fact_link_basis(const FactCatalog *catalog, FactClaim *claims, const char *const *ids, guint n);
