/* SPDX-License-Identifier: MIT
 *
 * A version of a corpus to compare: a path as it is, or REV:PATH, what git has of a path in a
 * revision, written into a temporary folder that goes with the snapshot.
 */
#pragma once

#include <glib.h>

typedef struct {
    char *label;   /* as the user named it; owned */
    char *path;    /* what to read; owned */
    char *scratch; /* temporary folder, NULL for a path as it is; owned */
} FactSnapshot;

/* @argument is taken for a path where one is there. An unknown revision or path is an error with
 * git's own words. */
gboolean
fact_snapshot_init(FactSnapshot *snapshot, const char *argument,
                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

void
fact_snapshot_clear(FactSnapshot *snapshot);

/* How people know @path, which lies in the snapshot: "HEAD~1:articles/a.txt". Transfer full. */
char *
fact_snapshot_name_path(const FactSnapshot *snapshot, const char *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FactSnapshot, fact_snapshot_clear)
