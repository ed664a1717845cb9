/* SPDX-License-Identifier: MIT
 *
 * `.factdiff.ini`: the section [factdiff] with the names of the long options as keys. The nearest
 * file upward counts, not beyond the root of the repository; outside one, that of the current
 * folder alone. Options given by hand win over it.
 */
#pragma once

#include "cli/settings.h"

#define FACT_CONFIG_NAME ".factdiff.ini"
#define FACT_CONFIG_SECTION "factdiff"

/* Fills in what @settings leaves open, as far as the command takes it: settings of @groups. Paths
 * in the file are relative to it. An unknown section or key and a value that cannot be read are
 * errors, as path:line:column. */
gboolean
fact_config_apply(FactSettings *settings, guint groups, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The root of the repository that @folder is in: the nearest folder upward with a ".git"; transfer
 * full, NULL if there is none. */
char *
fact_config_find_root(const char *folder);
