/* SPDX-License-Identifier: MIT
 *
 * Whether two names that no catalog knows as one may be one all the same.
 */
#pragma once

#include "value/value.h"

/* Whether the names of two entities share a word of weight: "Tolmin Bank" and "Bank of Tolmin", but
 * not "Tolmin Bank" and "Marlow Bank", which share what they are. Never where one has a number
 * ("Llama 2" and "Llama 3" are two). */
gboolean
fact_names_are_alike(const FactCatalog *catalog, const FactValue *a, const FactValue *b);
