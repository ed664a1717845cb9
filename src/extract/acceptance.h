/* SPDX-License-Identifier: MIT
 *
 * Which attributes take which values. That is a matter of a value's type and unit, so it is found
 * once for each kind of value and attribute, and kept from document to document.
 */
#pragma once

#include "catalog/catalog.h"
#include "value/value.h"

typedef struct FactAcceptances FactAcceptances;

/* What is known of values of one type and unit. Private to acceptance.c, but for what answers most
 * questions without a call. */
typedef struct {
    FactValueType type;
    gboolean is_age;
    const char *unit; /* NULL: none */
    gsize n_words;    /* of a set of all attributes by their index */
    uint64_t sets[];  /* of attributes asked for, and after it of those that accept */
} FactAcceptance;

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

/* Finds out whether a value of this kind can be one of @attribute: by its type, and the units that
 * the attribute asks for. A unit may be "~person", any noun for a person; "~age", a duration said
 * as an age; or the dimension of a quantity. */
void
fact_acceptance_ask(const FactAcceptances *acceptances, FactAcceptance *acceptance,
                    const FactAttribute *attribute);

/* The same, and tells it. */
static inline gboolean
fact_acceptance_has(const FactAcceptances *acceptances, FactAcceptance *acceptance,
                    const FactAttribute *attribute)
{
    const uint64_t *asked = &acceptance->sets[attribute->index / 64];
    uint64_t bit = UINT64_C(1) << (attribute->index % 64);

    if ((*asked & bit) == 0)
        fact_acceptance_ask(acceptances, acceptance, attribute);
    return (asked[acceptance->n_words] & bit) != 0;
}
