/* SPDX-License-Identifier: MIT
 *
 * What --only and --ignore take.
 */
#pragma once

#include "compare/finding.h"

typedef struct FactFilter FactFilter;

/* NULL and a message where @text is none. */
FactFilter *
fact_filter_new(const char *text, GError **error);

void
fact_filter_free(FactFilter *filter);

gboolean
fact_filter_matches(const FactFilter *filter, const FactFinding *finding, const FactPair *pair);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactFilter, fact_filter_free)
