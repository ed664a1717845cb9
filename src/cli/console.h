/* SPDX-License-Identifier: MIT
 *
 * What the program tells people besides its results: standard error, and what is known of the
 * terminal. Control characters of an input never reach it.
 */
#pragma once

#include "base/log.h"

/* "factdiff: MESSAGE" */
void
fact_console_error(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* "factdiff: hint: MESSAGE" */
void
fact_console_hint(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* The text as it is. */
void
fact_console_print(const char *text);

/* The problems of @log, one a line; notes, marked as such, only @with_notes. */
void
fact_console_log(const FactLog *log, gboolean with_notes);

/* Whether standard output is a terminal that wants colours. */
gboolean
fact_console_has_color(void);

/* Columns of the terminal on standard output; 0 if it is none. */
guint
fact_console_width(void);
