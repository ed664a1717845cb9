/* SPDX-License-Identifier: MIT
 *
 * Later versions of articles. The later one takes the earlier one's place in comparison, and a
 * reader is told.
 */
#pragma once

#include "compare/comparison.h"

/* Of FactReplacement, ascending by the earlier document; each document is replaced once, by the
 * latest version. Transfer full. */
GArray *
fact_replacements_find(const GPtrArray *documents, const FactWitness *witnesses);
