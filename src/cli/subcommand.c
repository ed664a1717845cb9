/* SPDX-License-Identifier: MIT */
#include "cli/subcommand.h"

#include "cli/console.h"
#include "cli/output.h"

#include <string.h>

static gboolean
is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static FactExit
refuse(const char *command, const char *word, const char *help)
{
    if (word == NULL)
        fact_console_error("%s: what to do is missing", command);
    else
        fact_console_error("%s: \"%s\" is not known", command, word);
    fact_console_print(help);
    return FACT_EXIT_TROUBLE;
}

FactExit
fact_subcommand_run(const FactSubcommand *subcommands, const char *help, char **argv)
{
    const char *word = argv[1];

    if (word == NULL)
        return refuse(argv[0], NULL, help);
    if (is_help(word))
        return fact_output_stdout(help, strlen(help)) ? FACT_EXIT_CLEAN : FACT_EXIT_TROUBLE;
    for (; subcommands->name != NULL; subcommands++) {
        if (strcmp(subcommands->name, word) != 0)
            continue;
        g_autofree char *name = g_strdup_printf("%s %s", argv[0], word);
        argv[1] = name;
        return subcommands->run(argv + 1);
    }
    return refuse(argv[0], word, help);
}
