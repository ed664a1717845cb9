/* SPDX-License-Identifier: MIT */
#include "gate/git.h"

GSubprocess *
fact_git_start(const char *const *argv, gboolean has_input, GError **error)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
        G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE |
        (has_input ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE));

    g_subprocess_launcher_setenv(launcher, "LC_ALL", "C", TRUE);
    return g_subprocess_launcher_spawnv(launcher, argv, error);
}
