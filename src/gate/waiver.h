/* SPDX-License-Identifier: MIT
 *
 * Waivers at work: those of the catalog, which hold for all documents, and those of the documents,
 * each of which speaks for its own claims.
 */
#pragma once

#include "base/log.h"
#include "compare/finding.h"

typedef struct FactWaivers FactWaivers;

/* Refuses those that are wrong and sets those aside that have ended by @today (nullable), with a
 * message in @log each. */
FactWaivers *
fact_waivers_new(const FactFindings *findings, const FactClaim *claims, const GPtrArray *documents,
                 const FactCatalog *catalog, const char *today, FactLog *log);

void
fact_waivers_free(FactWaivers *waivers);

/* Whether the pair is waived: by the catalog, or by all documents of one of its sides. */
gboolean
fact_waivers_match(FactWaivers *waivers, const FactFinding *finding, const FactPair *pair);

/* Notes in @log the waivers that matched no pair so far. */
void
fact_waivers_report_unused(const FactWaivers *waivers, FactLog *log);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactWaivers, fact_waivers_free)
