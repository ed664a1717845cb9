/* SPDX-License-Identifier: MIT
 *
 * See spool.h. On Linux the file lives on through its descriptor, as /proc/self/fd/N; elsewhere it
 * keeps its name until it is freed.
 */
#include "read/spool.h"

#include <factdiff/error.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define SPOOL_CHUNK (256u * 1024u)

struct FactSpool {
    int fd;
    char *file; /* owned */
    gboolean has_name;
};

static gboolean
fail_errno(const char *what, GError **error)
{
    g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "cannot %s: %s", what, g_strerror(errno));
    return FALSE;
}

static gboolean
write_all(int fd, const char *bytes, size_t len, GError **error)
{
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail_errno("write a temporary file", error);
        bytes += n;
        len -= (size_t)n;
    }
    return TRUE;
}

static gboolean
copy_all(int from, int to, GError **error)
{
    g_autofree char *chunk = g_malloc(SPOOL_CHUNK);

    for (;;) {
        ssize_t n = read(from, chunk, SPOOL_CHUNK);

        if (n == 0)
            return TRUE;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail_errno("read it", error);
        if (!write_all(to, chunk, (size_t)n, error))
            return FALSE;
    }
}

/* Takes the name away where the file can be opened without it. */
static void
drop_name(FactSpool *spool)
{
    g_autofree char *by_number = g_strdup_printf("/proc/self/fd/%d", spool->fd);
    int fd = open(by_number, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return;
    close(fd);
    if (unlink(spool->file) != 0)
        return;
    g_free(spool->file);
    spool->file = g_steal_pointer(&by_number);
    spool->has_name = FALSE;
}

FactSpool *
fact_spool_new(int fd, GError **error)
{
    g_autoptr(FactSpool) spool = g_new0(FactSpool, 1);

    spool->fd = g_file_open_tmp("factdiff-XXXXXX", &spool->file, error);
    if (spool->fd < 0)
        return NULL;
    spool->has_name = TRUE;
    drop_name(spool);
    if (!copy_all(fd, spool->fd, error))
        return NULL;
    return g_steal_pointer(&spool);
}

void
fact_spool_free(FactSpool *spool)
{
    if (spool == NULL)
        return;
    if (spool->has_name)
        (void)unlink(spool->file);
    if (spool->fd >= 0)
        close(spool->fd);
    g_free(spool->file);
    g_free(spool);
}

const char *
fact_spool_get_file(const FactSpool *spool)
{
    return spool->file;
}
