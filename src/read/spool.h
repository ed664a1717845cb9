/* SPDX-License-Identifier: MIT
 *
 * A copy of what can be read only once, so that evidence can be read again. The file has no name
 * where the system lets it be opened without one, so that a run that is killed leaves nothing
 * behind.
 */
#pragma once

#include <glib.h>

typedef struct FactSpool FactSpool;

/* Copies all that @fd gives. */
FactSpool *
fact_spool_new(int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void
fact_spool_free(FactSpool *spool);

/* What to open to read it, as often as wanted; good as long as the spool. */
const char *
fact_spool_get_file(const FactSpool *spool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactSpool, fact_spool_free)
