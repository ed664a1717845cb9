/* SPDX-License-Identifier: MIT
 *
 * Periods are EDTF, and stand to each other as dates do.
 */
#include "compare/period.h"

#include <string.h>

#include "value/date.h"

FactRelation
fact_period_relate(const FactCatalog *catalog, const char *a, const char *b)
{
    FactValue first = {0};
    FactValue second = {0};

    if (a == NULL || b == NULL)
        return FACT_RELATION_INCOMPARABLE;
    if (!fact_edtf_parse(catalog, a, strlen(a), &first) ||
        !fact_edtf_parse(catalog, b, strlen(b), &second))
        return FACT_RELATION_INCOMPARABLE;
    first.as.date.edtf = a;
    second.as.date.edtf = b;
    return fact_date_compare(&first, &second);
}
