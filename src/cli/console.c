/* SPDX-License-Identifier: MIT */
#include "cli/console.h"

#include "cli/command.h"
#include "report/escape.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void
print_line(const char *kind, const char *message)
{
    g_autoptr(GString) line = g_string_new(FACT_PROGRAM ": ");
    g_autofree char *text = g_utf8_make_valid(message, -1); /* arguments may be any bytes */

    g_string_append(line, kind);
    fact_escape_terminal(line, text, strlen(text));
    g_string_append_c(line, '\n');
    fact_console_print(line->str);
}

void
fact_console_error(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    print_line("", message);
}

void
fact_console_hint(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    print_line("hint: ", message);
}

void
fact_console_print(const char *text)
{
    fputs(text, stderr);
}

void
fact_console_log(const FactLog *log, gboolean with_notes)
{
    for (guint i = 0; i < fact_log_get_length(log); i++) {
        const FactProblem *problem = fact_log_get(log, i);
        if (problem->is_error || with_notes)
            print_line(problem->is_error ? "" : "note: ", problem->message);
    }
}

/* https://no-color.org: set and not empty means no. */
gboolean
fact_console_has_color(void)
{
    const char *no_color = g_getenv("NO_COLOR");
    const char *term = g_getenv("TERM");

    if (no_color != NULL && no_color[0] != '\0')
        return FALSE;
    return isatty(STDOUT_FILENO) && term != NULL && strcmp(term, "dumb") != 0;
}

guint
fact_console_width(void)
{
    struct winsize size;

    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}
