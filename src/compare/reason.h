/* SPDX-License-Identifier: MIT
 *
 * Why a key is silent: what `factdiff explain --why-not` tells.
 */
#pragma once

#include "compare/finding.h"

/* Two sides of a key, or one claim that took no part (with no second value). */
typedef struct {
    char *values[2];   /* as shown; the second is NULL for a claim that took no part; owned */
    const char *rule;  /* which one decided; NULL for such a claim */
    const char *remedy; /* what would change it; NULL for such a claim */
    FactVerdict verdict;
    FactSeverity severity;
    gboolean is_silent; /* no pair of a finding */
    guint32 claim;      /* the first claim of the first side, or that claim; UINT32_MAX for none */
    char *message;      /* one sentence; owned */
} FactReason;

/* The reasons of @group, pairs first, the best supported sides first; of FactReason, transfer full.
 * At most FACT_SIDES_MAX sides are looked at. */
GPtrArray *
fact_reasons_of_group(const FactCatalog *catalog, const FactClaimGroup *group,
                      const FactClaim *claims, const GPtrArray *documents);
