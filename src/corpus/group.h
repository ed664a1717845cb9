/* SPDX-License-Identifier: MIT
 *
 * The group of a document: which documents are compared with one another.
 */
#pragma once

#include "corpus/corpus.h"

/* Interned in @pool; "" where the rule gives none, so that those documents are one group. */
const char *
fact_group_of(const FactDocument *document, const FactCorpusOptions *options, FactStringPool *pool);
