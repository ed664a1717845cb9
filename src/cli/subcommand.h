/* SPDX-License-Identifier: MIT
 *
 * Commands of two words: "baseline create". The second word may stand among the options.
 */
#pragma once

#include "cli/command.h"

typedef struct {
    const char *name;
    FactExit (*run)(char **argv); /* @argv[0] is "baseline create" */
} FactSubcommand;

/* @subcommands ends with a NULL name. Without one, or with an unknown one, @help is printed: after
 * --help as a result, else as a refusal. */
FactExit
fact_subcommand_run(const FactSubcommand *subcommands, const char *help, char **argv);
