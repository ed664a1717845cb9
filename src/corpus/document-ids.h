/* SPDX-License-Identifier: MIT
 *
 * Keeps the ids of documents unique within a run: the second document called "x" in the order of
 * the inputs is "x#2".
 */
#pragma once

#include "base/document.h"
#include "base/log.h"

typedef struct FactDocumentIds FactDocumentIds;

FactDocumentIds *
fact_document_ids_new(void);

void
fact_document_ids_free(FactDocumentIds *ids);

/* Takes the id of @document, after changing it if another document has it, which goes to @log.
 * Whether the id stayed as it was. */
gboolean
fact_document_ids_take(FactDocumentIds *ids, FactDocument *document, FactLog *log);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactDocumentIds, fact_document_ids_free)
