/* SPDX-License-Identifier: MIT
 *
 * What findings and pairs are recognised by from run to run.
 */
#pragma once

#include "compare/comparison.h"

/* Sets the fingerprints of all pairs. Each hashes subject, attribute, the sides' qualifiers and normalised
 * values, and the topic where the documents name one: never a path, a line or a label. The same for
 * (a, b) and (b, a). */
void
fact_finding_set_fingerprints(const FactComparison *comparison, FactFinding *finding);

/* Hashes group, subject and attribute. */
void
fact_finding_format_id(FactFinding *finding);
