/* SPDX-License-Identifier: MIT
 *
 * What went wrong with one part of the input while the rest went on. The library collects; the
 * program prints. Problems are told in the order of the input, whatever thread met them.
 */
#pragma once

#include <glib.h>

typedef struct {
    char *message;      /* `path:line:column: what is wrong`, owned */
    gboolean is_error;  /* makes the run exit 2; else a note */
} FactProblem;

typedef struct FactLog FactLog;

FactLog *
fact_log_new(void);

void
fact_log_free(FactLog *log);

void
fact_log_error(FactLog *log, const char *format, ...) G_GNUC_PRINTF(2, 3);

void
fact_log_note(FactLog *log, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Appends all of @other and empties it. */
void
fact_log_merge(FactLog *log, FactLog *other);

guint
fact_log_get_length(const FactLog *log);

const FactProblem *
fact_log_get(const FactLog *log, guint index);

gboolean
fact_log_has_errors(const FactLog *log);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactLog, fact_log_free)
