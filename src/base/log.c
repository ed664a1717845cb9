/* SPDX-License-Identifier: MIT
 *
 * A list of problems. Not locked: each worker has its own, and they are merged in the order of the
 * input.
 */
#include "base/log.h"

struct FactLog {
    GArray *problems; /* of FactProblem */
    gboolean has_errors;
};

static void
clear_problem(gpointer problem)
{
    g_free(((FactProblem *)problem)->message);
}

FactLog *
fact_log_new(void)
{
    FactLog *log = g_new0(FactLog, 1);

    log->problems = g_array_new(FALSE, FALSE, sizeof(FactProblem));
    g_array_set_clear_func(log->problems, clear_problem);
    return log;
}

void
fact_log_free(FactLog *log)
{
    if (log == NULL)
        return;
    g_array_unref(log->problems);
    g_free(log);
}

static void
add(FactLog *log, gboolean is_error, char *message)
{
    FactProblem problem = {message, is_error};

    g_array_append_val(log->problems, problem);
    log->has_errors |= is_error;
}

void
fact_log_error(FactLog *log, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(log, TRUE, g_strdup_vprintf(format, args));
    va_end(args);
}

void
fact_log_note(FactLog *log, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(log, FALSE, g_strdup_vprintf(format, args));
    va_end(args);
}

void
fact_log_merge(FactLog *log, FactLog *other)
{
    for (guint i = 0; i < other->problems->len; i++) {
        FactProblem *problem = &g_array_index(other->problems, FactProblem, i);

        add(log, problem->is_error, g_steal_pointer(&problem->message));
    }
    g_array_set_size(other->problems, 0);
    other->has_errors = FALSE;
}

guint
fact_log_get_length(const FactLog *log)
{
    return log->problems->len;
}

const FactProblem *
fact_log_get(const FactLog *log, guint index)
{
    g_return_val_if_fail(index < log->problems->len, NULL);
    return &g_array_index(log->problems, FactProblem, index);
}

gboolean
fact_log_has_errors(const FactLog *log)
{
    return log->has_errors;
}
