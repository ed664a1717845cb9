/* SPDX-License-Identifier: MIT
 *
 * A claim's evidence made fit to be shown: its sentence, or as much of it as there is room for,
 * with the value in its middle.
 */
#pragma once

#include "report/report.h"

typedef struct {
    char *before; /* owned, as are the others; with a "…" where something was cut */
    char *quote;
    char *after;
} FactExcerpt;

/* At most @columns wide unless the quote alone is wider; 0 for the whole sentence. FALSE where
 * there is no evidence to be had. */
gboolean
fact_excerpt_get(const FactReportInput *input, guint claim, guint columns,
                 FactExcerpt *out_excerpt);

void
fact_excerpt_clear(FactExcerpt *excerpt);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FactExcerpt, fact_excerpt_clear)
