/* SPDX-License-Identifier: MIT
 *
 * Sets up a comparison, and finds how an attribute is compared.
 */
#include "compare/comparison.h"

#include "compare/replacement.h"
#include "compare/signature.h"
#include "value/mention.h"

/* What an attribute that the catalog does not know is worth: its words were found near a value, but
 * nobody said that an article gives only one of them. */
static const FactSeverity OPEN_SEVERITIES[FACT_VERDICT_LAST + 1] = {
    [FACT_VERDICT_AGREE] = FACT_SEVERITY_NONE,
    [FACT_VERDICT_SCOPE_DIFFERS] = FACT_SEVERITY_INFO,
    [FACT_VERDICT_CHANGED_OVER_TIME] = FACT_SEVERITY_INFO,
    [FACT_VERDICT_ROUNDING] = FACT_SEVERITY_INFO,
    [FACT_VERDICT_DISPUTED] = FACT_SEVERITY_INFO,
    [FACT_VERDICT_REFINES] = FACT_SEVERITY_INFO,
    [FACT_VERDICT_CONFLICT] = FACT_SEVERITY_WARNING,
};

FactPolicy
fact_policy_find(const FactCatalog *catalog, const char *attribute_id)
{
    const FactAttribute *attribute = fact_catalog_find_attribute(catalog, attribute_id);
    FactPolicy policy = {NULL, FACT_CARDINALITY_ONE, FACT_MOVES_NO, NULL, OPEN_SEVERITIES};

    if (attribute == NULL)
        return policy;
    policy.attribute = attribute;
    policy.cardinality = attribute->cardinality;
    policy.moves = attribute->moves;
    policy.tolerance = &attribute->tolerance;
    policy.severities = attribute->severities;
    return policy;
}

static void
init_witnesses(FactComparison *comparison)
{
    const GPtrArray *documents = comparison->documents;
    g_autofree guint32 *originals = fact_signature_originals(documents);

    comparison->witnesses = g_new0(FactWitness, MAX(documents->len, 1));
    for (guint i = 0; i < documents->len; i++) {
        const FactDocument *document = g_ptr_array_index(documents, i);
        FactWitness *witness = &comparison->witnesses[i];
        FactClock clock = fact_clock_parse(comparison->catalog, document->published);

        witness->original = originals[i];
        witness->trust = 1;
        witness->is_dated = clock.is_known;
        witness->has_time = clock.is_known && clock.has_time;
        witness->minute = clock.is_known ? clock.minute : 0;
    }
}

void
fact_comparison_init(FactComparison *comparison, const FactCatalog *catalog,
                     const FactClaim *claims, const GPtrArray *documents, FactArena *arena)
{
    comparison->catalog = catalog;
    comparison->claims = claims;
    comparison->documents = documents;
    comparison->arena = arena;
    init_witnesses(comparison);
    comparison->references = fact_references_new(catalog, NULL);
    comparison->replacements = fact_replacements_find(documents, comparison->witnesses);
    for (guint i = 0; i < comparison->replacements->len; i++) {
        const FactReplacement *replacement =
            &g_array_index(comparison->replacements, FactReplacement, i);

        comparison->witnesses[replacement->earlier].is_replaced = TRUE;
    }
}

void
fact_comparison_clear(FactComparison *comparison)
{
    g_clear_pointer(&comparison->witnesses, g_free);
    g_clear_pointer(&comparison->references, fact_references_free);
    g_clear_pointer(&comparison->replacements, g_array_unref);
}
