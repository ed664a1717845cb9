/* SPDX-License-Identifier: MIT
 *
 * The commands: one function each, one table for dispatch and help. Adding a command is one file
 * cmd-NAME.c and one line of the table in command.c.
 */
#pragma once

#include <glib.h>

#define FACT_PROGRAM "factdiff"

typedef enum {
    FACT_EXIT_CLEAN = 0,    /* nothing at the fail level */
    FACT_EXIT_FINDINGS = 1, /* something is */
    FACT_EXIT_TROUBLE = 2,  /* usage, configuration, input or output error */
} FactExit;

typedef struct {
    const char *name;
    const char *summary; /* for the list of commands */
    /* @argv[0] is the command's name; the array is NULL-terminated and the command may change it.
     */
    FactExit (*run)(char **argv);
} FactCommand;

/* All commands in the order of the help; the last one has a NULL name. */
const FactCommand *
fact_commands(void);

/* NULL if unknown. */
const FactCommand *
fact_command_find(const char *name);

/* The known command that @name is most like, for a hint; NULL if none is near. */
const char *
fact_command_guess(const char *name);

FactExit
fact_cmd_check(char **argv);

FactExit
fact_cmd_extract(char **argv);

FactExit
fact_cmd_values(char **argv);

FactExit
fact_cmd_report(char **argv);

FactExit
fact_cmd_baseline(char **argv);

FactExit
fact_cmd_facts(char **argv);

FactExit
fact_cmd_init(char **argv);

FactExit
fact_cmd_explain(char **argv);

FactExit
fact_cmd_diff(char **argv);
