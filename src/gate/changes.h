/* SPDX-License-Identifier: MIT
 *
 * Which documents changed: named by hand, or by git since the merge base with a revision.
 */
#pragma once

#include <factdiff/error.h>
#include "base/document.h"

typedef struct FactChanges FactChanges;

/* @files is NULL-terminated: paths as the corpus names them, or folders. */
FactChanges *
fact_changes_new(const char *const *files);

/* What differs between the merge base of HEAD and @revision, and the working tree, new files that git
 * does not know yet included. Asks git's command line; the repository is that of the first of @paths
 * (NULL-terminated). A shallow clone without a merge base and an unknown revision are errors that say
 * how to mend them. */
FactChanges *
fact_changes_new_from_git(const char *revision, const char *const *paths, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void
fact_changes_free(FactChanges *changes);

gboolean
fact_changes_has(const FactChanges *changes, const FactDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactChanges, fact_changes_free)
