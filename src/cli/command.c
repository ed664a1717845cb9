/* SPDX-License-Identifier: MIT */
#include "cli/command.h"

#include <string.h>

/* A name this many letters away is still taken for a slip. */
#define GUESS_DISTANCE_MAX 2
#define GUESS_LENGTH_MAX 16

static const FactCommand COMMANDS[] = {
    {"check", "compare articles and print where they disagree", fact_cmd_check},
    {"report", "write the editorial review report", fact_cmd_report},
    {"extract", "print the claims of articles as JSON Lines", fact_cmd_extract},
    {"values", "print the typed values of articles as JSON Lines", fact_cmd_values},
    {"diff", "show what a new version of a corpus changes", fact_cmd_diff},
    {"explain", "tell why a finding was made, or why none was", fact_cmd_explain},
    {"baseline", "keep a file of disagreements that are known", fact_cmd_baseline},
    {"facts", "check or list what the catalog knows", fact_cmd_facts},
    {"init", "write a starter configuration and facts folder", fact_cmd_init},
    {NULL, NULL, NULL},
};

const FactCommand *
fact_commands(void)
{
    return COMMANDS;
}

const FactCommand *
fact_command_find(const char *name)
{
    for (const FactCommand *command = COMMANDS; command->name != NULL; command++) {
        if (strcmp(command->name, name) == 0)
            return command;
    }
    return NULL;
}

/* Levenshtein distance of two short words, one row at a time. */
static guint
word_distance(const char *a, const char *b)
{
    guint row[GUESS_LENGTH_MAX + 1];
    size_t len = strlen(b);

    for (guint j = 0; j <= len; j++)
        row[j] = j;
    for (guint i = 1; a[i - 1] != '\0'; i++) {
        guint diagonal = row[0];
        row[0] = i;
        for (guint j = 1; j <= len; j++) {
            guint change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = MIN(change, MIN(row[j], row[j - 1]) + 1);
        }
    }
    return row[len];
}

const char *
fact_command_guess(const char *name)
{
    const char *best = NULL;
    guint best_distance = GUESS_DISTANCE_MAX + 1;

    if (strlen(name) > GUESS_LENGTH_MAX)
        return NULL;
    for (const FactCommand *command = COMMANDS; command->name != NULL; command++) {
        guint distance = word_distance(name, command->name);
        if (distance < best_distance) {
            best = command->name;
            best_distance = distance;
        }
    }
    return best;
}
