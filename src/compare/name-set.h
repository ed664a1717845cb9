/* SPDX-License-Identifier: MIT
 *
 * Sets of names: what one document gives for an attribute of which each article is expected to name
 * the same ones, though it may name them in several sentences.
 */
#pragma once

#include "compare/comparison.h"

/* For each of the @n claims the set of all that its document names under the same qualifiers and
 * polarity (an entity where it is one name), NULL where the claim is not comparable. Values of other types stay as
 * they are. Transfer container; values are the comparison's. */
const FactValue **
fact_name_sets_of(const FactComparison *comparison, const guint32 *claims, guint n);
