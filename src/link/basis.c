/* SPDX-License-Identifier: MIT */
#include "link/basis.h"

#include "claim/claim-table.h"

/* The one basis of a key; many where it is AMBIGUOUS. */
static const char AMBIGUOUS[] = "";

/* The basis of an event's toll is a part of it, the children or all but the gunman: who names none
 * counts all. */
static gboolean
takes_basis(const FactCatalog *catalog, const FactClaim *claim)
{
    const FactAttribute *attribute = fact_catalog_find_attribute(catalog, claim->attribute_id);
    return attribute != NULL && attribute->basis_words != NULL &&
           (attribute->subject_kinds & FACT_KIND_EVENT) == 0;
}

static FactClaimKey
key_of(const FactClaim *claim, const char *id)
{
    return (FactClaimKey){.group = claim->group, .subject = id, .attribute = claim->attribute_id};
}

static gboolean
counts_people(const FactClaim *claim)
{
    return claim->polarity == FACT_POLARITY_AFFIRMED && claim->mood == FACT_MOOD_FACT &&
           fact_value_is_numeric(&claim->value);
}

/* Where no article of a story counts any dead, none of the injured died: the word stood there for
 * another reason. */
static void
clear_the_dead(const FactCatalog *catalog, FactClaim *claims, const char *const *ids, guint n)
{
    g_autoptr(GHashTable) counted =
        g_hash_table_new_full(fact_claim_key_hash, fact_claim_key_equal, g_free, NULL);
    for (guint i = 0; i < n; i++) {
        if ((claims[i].subject_kinds & FACT_KIND_EVENT) == 0 || !counts_people(&claims[i]))
            continue;
        const FactAttribute *attribute =
            fact_catalog_find_attribute(catalog, claims[i].attribute_id);
        FactClaimKey key = key_of(&claims[i], ids[i]);
        key.attribute = attribute == NULL ? NULL : attribute->id; /* one string for all threads */
        if (!g_hash_table_contains(counted, &key))
            g_hash_table_add(counted, g_memdup2(&key, sizeof(key)));
    }
    for (guint i = 0; i < n; i++) {
        const FactAttribute *attribute =
            g_strcmp0(claims[i].basis, FACT_BASIS_SOME_MAY_HAVE_DIED) != 0
                ? NULL
                : fact_catalog_find_attribute(catalog, claims[i].attribute_id);
        const FactAttribute *dead =
            attribute == NULL ? NULL : fact_catalog_find_attribute(catalog, attribute->besides);
        if (dead == NULL)
            continue;
        FactClaimKey key = key_of(&claims[i], ids[i]);
        key.attribute = dead->id;
        if (!g_hash_table_contains(counted, &key))
            claims[i].basis = NULL;
    }
}

void
fact_link_basis(const FactCatalog *catalog, FactClaim *claims, const char *const *ids, guint n)
{
    clear_the_dead(catalog, claims, ids, n);
    g_autoptr(GHashTable) bases =
        g_hash_table_new_full(fact_claim_key_hash, fact_claim_key_equal, g_free, NULL);
    for (guint i = 0; i < n; i++) {
        if (claims[i].basis == NULL || !takes_basis(catalog, &claims[i]))
            continue;
        FactClaimKey key = key_of(&claims[i], ids[i]);
        const char *known = g_hash_table_lookup(bases, &key);
        if (known != NULL && known != claims[i].basis)
            g_hash_table_replace(bases, g_memdup2(&key, sizeof(key)), (gpointer)AMBIGUOUS);
        else if (known == NULL)
            g_hash_table_insert(bases, g_memdup2(&key, sizeof(key)), (gpointer)claims[i].basis);
    }
    for (guint i = 0; i < n; i++) {
        if (claims[i].basis != NULL || !takes_basis(catalog, &claims[i]))
            continue;
        FactClaimKey key = key_of(&claims[i], ids[i]);
        const char *known = g_hash_table_lookup(bases, &key);
        if (known != NULL && known != AMBIGUOUS)
            claims[i].basis = known;
    }
}
