/* SPDX-License-Identifier: MIT
 *
 * The program is thin: it finds the command and runs it. The locale is set here and nowhere else.
 */
#include "cli/command.h"
#include "cli/console.h"
#include "cli/output.h"

#include <locale.h>
#include <signal.h>
#include <string.h>

static void
write_help(GString *out)
{
    g_string_append(
        out, "Usage: " FACT_PROGRAM " COMMAND [OPTION…] [PATH…]\n\n"
             "Reads news articles, extracts their factual claims and shows where they disagree.\n\n"
             "Commands:\n");
    for (const FactCommand *command = fact_commands(); command->name != NULL; command++)
        g_string_append_printf(out, "  %-10s %s\n", command->name, command->summary);
    g_string_append(
        out,
        "\nA PATH is a file or a folder of text, Markdown, HTML, JSON or JSON Lines; \"-\" is\n"
        "standard input. \"" FACT_PROGRAM " COMMAND --help\" tells the options of a command.\n\n"
        "  " FACT_PROGRAM " check articles/                 what the articles disagree on\n"
        "  " FACT_PROGRAM " report articles/ -o review.html the same for an editor's desk\n\n"
        "Exit status: 0 nothing to report, 1 findings, 2 an error.\n");
}

static FactExit
print_help(void)
{
    g_autoptr(GString) out = g_string_new(NULL);

    write_help(out);
    return fact_output_stdout(out->str, out->len) ? FACT_EXIT_CLEAN : FACT_EXIT_TROUBLE;
}

static FactExit
print_version(void)
{
    static const char version[] = FACT_PROGRAM " " FACT_VERSION "\n";

    return fact_output_stdout(version, sizeof version - 1) ? FACT_EXIT_CLEAN : FACT_EXIT_TROUBLE;
}

static FactExit
refuse_command(const char *name)
{
    const char *guess = fact_command_guess(name);

    if (name[0] == '-')
        fact_console_error("options follow a command: \"%s\" is none", name);
    else
        fact_console_error("there is no command \"%s\"", name);
    if (guess != NULL)
        fact_console_hint("did you mean \"%s %s\"?", FACT_PROGRAM, guess);
    else
        fact_console_hint("\"%s --help\" lists the commands", FACT_PROGRAM);
    return FACT_EXIT_TROUBLE;
}

static gboolean
is_one_of(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

/* "help check" is "check --help". */
static FactExit
run_help(char **argv)
{
    char help[] = "--help";
    char *help_argv[] = {argv[0], help, NULL};

    if (argv[0] == NULL)
        return print_help();
    const FactCommand *command = fact_command_find(argv[0]);
    return command != NULL ? command->run(help_argv) : refuse_command(argv[0]);
}

int
main(int argc, char **argv)
{
    setlocale(LC_CTYPE, ""); /* arguments are text of the user's; messages are the same everywhere */
    signal(SIGPIPE, SIG_IGN); /* a reader that has seen enough is no crash */

    if (argc < 2) {
        g_autoptr(GString) out = g_string_new(NULL);
        write_help(out);
        fact_console_print(out->str);
        return FACT_EXIT_TROUBLE;
    }
    if (is_one_of(argv[1], "--help", "-h"))
        return print_help();
    if (is_one_of(argv[1], "--version", "-V"))
        return print_version();
    if (strcmp(argv[1], "help") == 0)
        return run_help(argv + 2);
    const FactCommand *command = fact_command_find(argv[1]);
    return command != NULL ? command->run(argv + 1) : refuse_command(argv[1]);
}
