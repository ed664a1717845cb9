/* SPDX-License-Identifier: MIT
 *
 * Which files of a folder are left out: .gitignore and .factdiffignore, as git reads them. Each
 * folder has its own list, which points to the list of the folder around it; inner lists outrank
 * outer ones, and within one folder .factdiffignore outranks .gitignore and later lines earlier
 * ones.
 */
#pragma once

#include <glib.h>
#include <stddef.h>

/* Of the patterns of one folder, and of the bytes of one file of them. */
#define FACT_IGNORE_PATTERNS_MAX 10000
#define FACT_IGNORE_BYTES_MAX (1024u * 1024u)

typedef struct FactIgnore FactIgnore;

/* The empty list of the folder @folder ("" for the current one) within @outer, which it refers to.
 */
FactIgnore *
fact_ignore_new(const char *folder, FactIgnore *outer);

FactIgnore *
fact_ignore_ref(FactIgnore *ignore);

void
fact_ignore_unref(FactIgnore *ignore);

/* Adds the patterns in @text, one a line. FALSE where there are too many. */
gboolean
fact_ignore_add(FactIgnore *ignore, const char *text, size_t len);

/* Whether @path, in @ignore's folder or below it, is left out. Folders around it are not asked
 * about: who walks does not enter them. */
gboolean
fact_ignore_matches(const FactIgnore *ignore, const char *path, gboolean is_folder);

/* Whether @path matches @pattern, of which `**` stands for any folders. */
gboolean
fact_ignore_glob(const char *pattern, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactIgnore, fact_ignore_unref)
