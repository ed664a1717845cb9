/* SPDX-License-Identifier: MIT
 *
 * What values made of names share: entities, sets of them, and texts.
 */
#pragma once

#include "value/value-reader.h"
#include "value/value.h"

int
fact_names_order(const FactValue *a, const FactValue *b);

void
fact_names_format_key(const FactValue *value, GString *out);

/* Labels, with ", " between them. */
void
fact_names_format(const FactCatalog *catalog, const FactValue *value, GString *out);

void
fact_names_intern(FactValue *value, FactStringPool *pool, FactArena *arena);

/* Takes the names of @ids and @labels, sorted by id and each once, into @value. Their arrays are
 * kept in @pool. */
void
fact_names_set(FactValue *value, GPtrArray *ids, GPtrArray *labels, FactStringPool *pool);

/* Names have no bound to be near to; one inside another always says something of its own. */
gboolean
fact_names_is_near_bound(const FactCatalog *catalog, const FactValue *a, const FactValue *b);

/* The id of a text: lower case, single spaces; transfer full. */
char *
fact_text_normalise(const char *label);
