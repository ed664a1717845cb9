/* SPDX-License-Identifier: MIT
 *
 * "First" and "second" are ranks only where a superlative or "place" follows; they are too common
 * otherwise.
 */
#include "value/rank.h"

#include <string.h>

/* "second-largest", "first-placed", but "first-half" */
static gboolean
is_superlative(const FactScan *scan, guint i)
{
    static const char *const endings[] = {"est", "most", "best", "placed", "ranked", "seeded"};

    if (!fact_scan_is_word(scan, i))
        return FALSE;
    for (size_t k = 0; k < G_N_ELEMENTS(endings); k++) {
        size_t len = strlen(endings[k]);
        const FactToken *token = &scan->token[i];
        if (token->end - token->start >= len &&
            memcmp(scan->text + token->end - len, endings[k], len) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
fact_rank_is_said(const FactScan *scan, const FactNumeral *numeral)
{
    gboolean is_small =
        !numeral->is_digits && fact_decimal_compare(numeral->low, fact_decimal_new(3, 0)) < 0;
    guint after = numeral->end;

    if ((scan->token[numeral->first].flags & FACT_TOKEN_CAPITAL) != 0 &&
        (scan->token[numeral->first].flags & FACT_TOKEN_SENTENCE) == 0)
        return FALSE;
    if (!fact_scan_is_border(scan, after) && fact_scan_is_word(scan, after) &&
        (scan->token[after].flags & FACT_TOKEN_CAPITAL) != 0)
        return FALSE;
    return !is_small || fact_scan_is_text(scan, after, "place") ||
           (fact_scan_is_hyphen(scan, after) && is_superlative(scan, after + 1));
}
