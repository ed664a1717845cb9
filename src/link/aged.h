/* SPDX-License-Identifier: MIT
 *
 * Who is known by an age alone: "the 34-year-old mother" is the one of a story's persons who is 34.
 */
#pragma once

#include "link/cluster.h"

typedef struct FactAged FactAged;

/* The ages of subjects [first, last) of @clusters, which are one group; everything is borrowed. */
FactAged *
fact_aged_new(const FactClusters *clusters, guint first, guint last);

void
fact_aged_free(FactAged *aged);

/* The cluster that the described @subject means: the only one of that age in a topic. FALSE where
 * there is none or several, or where the subject is not described so. */
gboolean
fact_aged_find(FactAged *aged, const FactSubject *subject, guint *out_root);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactAged, fact_aged_free)
