/* SPDX-License-Identifier: MIT
 *
 * Where results go. A file is either old or new, never torn: it is written beside its place and
 * renamed. A reader of standard output that has gone away is no error; a full disk is.
 */
#pragma once

#include <glib.h>

/* Writes to standard output. FALSE and a message on standard error where that fails; TRUE and
 * nothing more to write where the reader is gone. */
gboolean
fact_output_stdout(const char *text, size_t len);

/* Whether nobody reads standard output any more, so that a command may stop early. */
gboolean
fact_output_is_closed(void);

/* Writes @path as a whole; "-" is standard output. */
gboolean
fact_output_file(const char *path, const char *text, size_t len,
                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Appends to @path, making it where it is not there. */
gboolean
fact_output_append(const char *path, const char *text, size_t len,
                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
