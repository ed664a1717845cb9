/* SPDX-License-Identifier: MIT
 *
 * read() into one buffer of the file's size: for small files that is faster than a mapping, and
 * there is room for a terminator. A file may grow or shrink meanwhile; what is there when it is
 * read counts.
 */
#include "read/load.h"

#include "read/read.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int
open_file(const char *file, const char *path, GError **error)
{
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY);

    if (fd < 0)
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s:1:1: cannot open: %s", path,
                    g_strerror(errno));
    return fd;
}

gssize
fact_load_at(int fd, guint64 offset, char *bytes, size_t len)
{
    size_t done = 0;

    while (done < len) {
        ssize_t n = pread(fd, bytes + done, len - done, (off_t)(offset + done));

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        done += (size_t)n;
    }
    return (gssize)done;
}

static char *
load_open(int fd, const char *path, guint64 offset, size_t len, size_t *out_len, GError **error)
{
    g_autofree char *bytes = g_malloc(len + 1);
    gssize n = fact_load_at(fd, offset, bytes, len);

    if (n < 0) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s:1:1: cannot read: %s", path,
                    g_strerror(errno));
        return NULL;
    }
    bytes[n] = '\0';
    *out_len = (size_t)n;
    return g_steal_pointer(&bytes);
}

char *
fact_load_range(const char *file, const char *path, guint64 offset, size_t len, size_t *out_len,
                GError **error)
{
    int fd = open_file(file, path, error);
    char *bytes;

    if (fd < 0)
        return NULL;
    bytes = load_open(fd, path, offset, len, out_len, error);
    close(fd);
    return bytes;
}

static gboolean
check_size(int fd, const char *path, size_t *out_size, GError **error)
{
    struct stat status;

    if (fstat(fd, &status) != 0) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s:1:1: cannot read: %s", path,
                    g_strerror(errno));
        return FALSE;
    }
    if (status.st_size > (off_t)FACT_READ_BYTES_MAX) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_LIMIT, "%s:1:1: larger than %u bytes, left out",
                    path, FACT_READ_BYTES_MAX);
        return FALSE;
    }
    *out_size = (size_t)status.st_size;
    return TRUE;
}

char *
fact_load_file(const char *file, const char *path, size_t *out_len, GError **error)
{
    int fd = open_file(file, path, error);
    char *bytes = NULL;
    size_t size;

    if (fd < 0)
        return NULL;
    if (check_size(fd, path, &size, error))
        bytes = load_open(fd, path, 0, size, out_len, error);
    close(fd);
    return bytes;
}
