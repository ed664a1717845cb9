/* SPDX-License-Identifier: MIT
 *
 * Bytes of files.
 */
#pragma once

#include <glib.h>

/* The first bytes of a file, enough to tell what it is. */
#define FACT_READ_HEAD_BYTES 8192u

/* All of @file, NUL-terminated; shown as @path in @error. At most FACT_READ_BYTES_MAX. */
char *
fact_load_file(const char *file, const char *path, size_t *out_len,
               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Up to @len bytes from @offset on, NUL-terminated; fewer at the end of the file. */
char *
fact_load_range(const char *file, const char *path, guint64 offset, size_t len, size_t *out_len,
                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Up to @len bytes from @offset on into @bytes; how many, or -1 with errno. */
gssize
fact_load_at(int fd, guint64 offset, char *bytes, size_t len);
