/* SPDX-License-Identifier: MIT
 *
 * Titles and offices beside names: "Dr.", "Police Chief", "Governor".
 */
#pragma once

#include "extract/analysis.h"

/* An office and who holds it, behind the name of what it is in: "Texas Governor Greg Abbott", "the
 * Apple Chief Executive Officer". Where it begins in tokens [first, last), or @last. Up to @known a
 * name of the catalog goes. */
guint
fact_office_begin(const FactAnalysis *analysis, guint first, guint known, guint last);

/* Skips titles at the front of tokens [first, last), "Dr." and "Police Chief", and adds
 * FACT_NAME_TITLED to @flags if there are any. */
guint
fact_office_skip_titles(const FactAnalysis *analysis, guint first, guint last, uint32_t *flags);
