/* SPDX-License-Identifier: MIT
 *
 * Git's command line, run so that what it says is the same in every locale.
 */
#pragma once

#include <gio/gio.h>

/* Starts @argv, which NULL ends and whose first is "git", with pipes for what it writes, and for
 * what it reads where @has_input. Transfer full; NULL, and @error set, where it cannot be run. */
GSubprocess *
fact_git_start(const char *const *argv, gboolean has_input, GError **error);
