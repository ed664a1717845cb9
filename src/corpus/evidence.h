/* SPDX-License-Identifier: MIT
 *
 * Evidence of claims after their texts are gone: documents are read again, and the last few kept.
 */
#pragma once

#include "claim/claim.h"

typedef struct FactEvidenceReader FactEvidenceReader;

/* @documents (of FactDocument) is borrowed and may still grow. */
FactEvidenceReader *
fact_evidence_reader_new(const FactCatalog *catalog, const GPtrArray *documents);

void
fact_evidence_reader_free(FactEvidenceReader *reader);

/* FALSE where the file is gone or is not what it was. */
gboolean
fact_evidence_reader_get(FactEvidenceReader *reader, const FactClaim *claim,
                         FactEvidence *out_evidence);

/* The evidence of @claim while @document still has its text. */
void
fact_evidence_of(const FactDocument *document, const FactClaim *claim, FactEvidence *out_evidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactEvidenceReader, fact_evidence_reader_free)
