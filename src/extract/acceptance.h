/* SPDX-License-Identifier: MIT
 *
 * Which attributes take which values. That is a matter of a value's type and unit, so it is found
 * once for each kind of value and attribute, and kept from document to document.
 */
#pragma once

#include "catalog/catalog.h"
#include "value/value.h"

typedef struct FactAcceptances FactAcceptances;

/* What is known of values of one type and unit. */
typedef struct FactAcceptance FactAcceptance;

FactAcceptances *
fact_acceptances_new(const FactCatalog *catalog);

void
fact_acceptances_free(FactAcceptances *acceptances);

/* Forgets all where it has become much, as it does where many nouns are counted. */
void
fact_acceptances_trim(FactAcceptances *acceptances);

/* What is known of values like @value; valid until the next trim. */
FactAcceptance *
fact_acceptances_get(FactAcceptances *acceptances, const FactValue *value);

/* Whether a value of this kind can be one of @attribute: by its type, and the units that the
 * attribute asks for. A unit may be "~person", any noun for a person; "~age", a duration said as an
 * age; or the dimension of a quantity. */
gboolean
fact_acceptance_has(FactAcceptances *acceptances, FactAcceptance *acceptance,
                    const FactAttribute *attribute);
