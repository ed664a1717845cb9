/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include "cli/console.h"
#include <factdiff/error.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Set once, by the thread that prints; the one piece of state of the program. */
static gboolean is_closed;

static gboolean
write_all(int fd, const char *text, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, text, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return FALSE;
        text += n;
        len -= (size_t)n;
    }
    return TRUE;
}

gboolean
fact_output_is_closed(void)
{
    return is_closed;
}

gboolean
fact_output_stdout(const char *text, size_t len)
{
    if (is_closed || write_all(STDOUT_FILENO, text, len))
        return TRUE;
    is_closed = TRUE;
    if (errno == EPIPE)
        return TRUE;
    fact_console_error("standard output: %s", g_strerror(errno));
    return FALSE;
}

static gboolean
write_in_place(const char *path, int flags, const char *text, size_t len, GError **error)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY | flags, 0666);

    if (fd < 0 || !write_all(fd, text, len)) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s: %s", path, g_strerror(errno));
        if (fd >= 0)
            close(fd);
        return FALSE;
    }
    close(fd);
    return TRUE;
}

gboolean
fact_output_file(const char *path, const char *text, size_t len, GError **error)
{
    struct stat known;
    g_autoptr(GError) failure = NULL;

    if (strcmp(path, "-") == 0) {
        if (fact_output_stdout(text, len))
            return TRUE;
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "standard output could not be written");
        return FALSE;
    }
    /* A pipe, a terminal, /dev/null: there is nothing to rename over. */
    if (stat(path, &known) == 0 && !S_ISREG(known.st_mode) && !S_ISDIR(known.st_mode))
        return write_in_place(path, 0, text, len, error);
    if (!g_file_set_contents_full(path, text, (gssize)len, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                  &failure)) {
        /* GLib names the temporary file, which differs from run to run; the reason stands last. */
        const char *reason = strrchr(failure->message, ':');
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s: could not be written%s", path,
                    reason != NULL ? reason : "");
        return FALSE;
    }
    return TRUE;
}

gboolean
fact_output_append(const char *path, const char *text, size_t len, GError **error)
{
    return write_in_place(path, O_APPEND | O_CREAT, text, len, error);
}
