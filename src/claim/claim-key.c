/* SPDX-License-Identifier: MIT
 *
 * The key that claims are grouped by. Its strings are interned, so that their addresses stand for
 * them; the three are mixed in order, since XOR would make (a,b) and (b,a) collide.
 */
#include "claim/claim-table.h"

#include "base/hash.h"

guint
fact_claim_key_hash(gconstpointer key)
{
    const FactClaimKey *self = key;
    uint64_t hash = fact_hash_combine(0, (uintptr_t)self->group);

    hash = fact_hash_combine(hash, (uintptr_t)self->subject);
    return (guint)fact_hash_combine(hash, (uintptr_t)self->attribute);
}

gboolean
fact_claim_key_equal(gconstpointer a, gconstpointer b)
{
    const FactClaimKey *first = a;
    const FactClaimKey *second = b;

    return first->subject == second->subject && first->attribute == second->attribute &&
           first->group == second->group;
}
