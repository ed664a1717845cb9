/* SPDX-License-Identifier: MIT
 *
 * What findings and pairs are recognised by from run to run.
 */
#pragma once

#include "compare/comparison.h"

/* Hashes subject, attribute, the sides' qualifiers and normalised values, and the topic where the
 * documents name one: never a path, a line or a label. The same for (a, b) and (b, a). */
void
fact_pair_fingerprint(const FactComparison *comparison, const FactFinding *finding, FactPair *pair);

/* Hashes group, subject and attribute. */
void
fact_finding_format_id(FactFinding *finding);
