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

void
fact_link_basis(const FactCatalog *catalog, FactClaim *claims, const char *const *ids, guint n)
{
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
