/* SPDX-License-Identifier: MIT
 *
 * What the writer and the reader of claims files agree on. Members that neither knows travel in the
 * claim's `extra`: an object with the foreign members of the claim itself, and under the name of
 * each section those that stood there. A foreign `id` is kept there too.
 */
#pragma once

#include <glib.h>

/* The objects inside a claim; NULL ends them. */
extern const char *const FACT_CLAIM_SECTIONS[];

/* Whether @name is a member of a document record that is ours. */
gboolean
fact_document_record_knows(const char *name);
