/* SPDX-License-Identifier: MIT
 *
 * The baseline: known pairs, in one sorted file that is kept beside the articles and reviewed like
 * them. A pair is recognised by its fingerprint alone; the rest of its line is for people.
 *
 *     {"version":1,"pairs":[
 *     {"fingerprint":"…","verdict":"conflict","subject":"…","attribute":"…","values":["…","…"]},
 *     …
 *     ]}
 */
#pragma once

#include "compare/finding.h"

#define FACT_BASELINE_VERSION 1

typedef struct FactBaseline FactBaseline;

FactBaseline *
fact_baseline_new(void);

void
fact_baseline_free(FactBaseline *baseline);

/* NULL where the file is not there, is malformed or of another version: `path:line:column: ...`. */
FactBaseline *
fact_baseline_load(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whole or not at all: written beside @path and renamed. */
gboolean
fact_baseline_save(const FactBaseline *baseline, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean
fact_baseline_has(const FactBaseline *baseline, const char *fingerprint);

guint
fact_baseline_get_size(const FactBaseline *baseline);

/* Adds the pairs of @findings that are at least as grave as @level; how many were new. */
guint
fact_baseline_add(FactBaseline *baseline, const FactCatalog *catalog, const FactFindings *findings,
                  FactSeverity level);

/* Drops the pairs that @findings no longer holds; how many. */
guint
fact_baseline_prune(FactBaseline *baseline, const FactFindings *findings);

typedef struct {
    const char *fingerprint;
    const char *verdict;
    const char *group; /* "" for none */
    const char *subject;
    const char *attribute;
    const char *values[2];
    gboolean is_present; /* the corpus still holds it */
} FactBaselineEntry;

/* All entries in the order of the file, for `baseline audit`; transfer full, of FactBaselineEntry,
 * whose strings are the baseline's. @findings nullable: is_present is FALSE then. */
GArray *
fact_baseline_audit(const FactBaseline *baseline, const FactFindings *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactBaseline, fact_baseline_free)
