/* SPDX-License-Identifier: MIT
 *
 * Finds the values of a text.
 */
#include "value/mention.h"

void
fact_mentions_scan(const FactCatalog *catalog, const FactTokens *tokens, guint first, guint last,
                   FactClock published, FactArena *arena, GArray *out_mentions)
{
    (void)catalog;
    (void)tokens;
    (void)first;
    (void)last;
    (void)published;
    (void)arena;
    (void)out_mentions;
}
