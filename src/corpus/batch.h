/* SPDX-License-Identifier: MIT
 *
 * A batch: what one input gives, documents with their claims, in the order of the input. It is
 * filled by any thread and taken over by the one that merges; its strings live in its own arena and
 * pool until then, and it is used again for the next input.
 */
#pragma once

#include "claim/claim.h"
#include "extract/extract.h"
#include "read/read.h"

typedef struct {
    FactDocument *document; /* owned, NULL once taken */
    guint first_claim;      /* its claims, in the batch's array */
    guint n_claims;
    gboolean is_record; /* a record of its own stood there; else claims alone tell of it */
    gboolean is_read;   /* from a claims file: the record may be one of several of its document */
} FactBatchPart;

typedef struct {
    GArray *parts;    /* of FactBatchPart */
    GArray *claims;   /* of FactClaim; document is the index of the part */
    GArray *evidence; /* of FactEvidence, one for each claim, if the batch keeps it; else NULL */
    FactArena *arena;
    FactStringPool *pool;    /* of claims that were read; NULL before the first one */
    FactClaimReader *reader; /* the same */
    gboolean keeps_evidence; /* of claims that were read, and the texts of documents */
} FactBatch;

/* A batch that @keeps_evidence holds on to texts and quotes until it is cleared. */
FactBatch *
fact_batch_new(gboolean keeps_evidence);

void
fact_batch_free(FactBatch *batch);

/* Forgets documents and claims, and keeps the memory for the next input. */
void
fact_batch_clear(FactBatch *batch);

/* Reads @input and extracts the claims of its documents, or reads those of a claims file. */
void
fact_batch_read(FactBatch *batch, FactInput *input, const FactCatalog *catalog,
                FactExtractor *extractor, FactLog *log);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactBatch, fact_batch_free)
