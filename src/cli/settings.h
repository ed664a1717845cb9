/* SPDX-License-Identifier: MIT
 *
 * What the user asked for: options given by hand, and where none is, the configuration file. One
 * table names each setting once and serves the options, their help and the file alike.
 */
#pragma once

#include "catalog/catalog.h"
#include "corpus/corpus.h"
#include "report/report.h"

/* As given; NULL, empty or FALSE where not. All owned. */
typedef struct {
    char **paths;         /* given by hand */
    char **default_paths; /* of the configuration */
    char **facts;
    char *group_by;
    char *jobs;
    char *format;
    char **output;
    char *fail_on;
    char *show;
    char *min_confidence;
    char *max_findings;
    char **only;
    char **ignore;
    char *baseline;
    char *base;
    char **changed;
    char *color;
    char *width;
    char *today;
    char *config;
    gboolean hyperlinks;
    gboolean exit_zero;
    gboolean quiet;
    gboolean verbose;
    gboolean no_config;
    char *config_path; /* of the file that was read, NULL for none */
    char *config_dir;
} FactSettings;

/* Groups of settings; a command takes some of them. */
typedef enum {
    FACT_SETTINGS_READ = 1 << 0,   /* facts, group-by, jobs */
    FACT_SETTINGS_GATE = 1 << 1,   /* fail-on, baseline, only, ... */
    FACT_SETTINGS_FORMAT = 1 << 2, /* format, output */
    FACT_SETTINGS_SHOW = 1 << 3,   /* show, color, width, ... */
    FACT_SETTINGS_FACTS = 1 << 4,  /* facts alone */
    FACT_SETTINGS_LINES = 1 << 5,  /* format of a command that prints JSON Lines only */
    FACT_SETTINGS_LEVEL = 1 << 7,  /* fail-on, exit-zero, today */
    FACT_SETTINGS_BASELINE =
        1 << 6, /* show, only, ignore, min-confidence, baseline: what goes into one */
} FactSettingsGroup;

/* One of the command's own options beside the common ones; the array ends with a NULL name. */
typedef struct {
    const char *name;
    char short_name;
    gboolean is_switch;
    gpointer destination; /* char ** (owned by the caller) or gboolean * */
    const char *argument;
    const char *help;
} FactOption;

typedef struct {
    const char *usage;         /* "[OPTION…] [PATH…]" is in it */
    const char *summary;       /* one paragraph, above the options */
    const char *description;   /* examples, below them */
    guint groups;              /* FactSettingsGroup */
    gboolean takes_paths;      /* from the configuration, or ".", where none is given */
    const FactOption *options; /* nullable */
} FactUsage;

typedef enum {
    FACT_PARSE_RUN,
    FACT_PARSE_HELP,    /* help was asked for and printed */
    FACT_PARSE_REFUSED, /* a message was printed */
} FactParse;

/* Reads the options of a command and the configuration. Whatever is wrong is told on standard
 * error. */
FactParse
fact_settings_parse(FactSettings *settings, const FactUsage *usage, char **argv);

/* Where no path was given by hand: those of the configuration, else the current folder. */
void
fact_settings_fill_paths(FactSettings *settings);

void
fact_settings_clear(FactSettings *settings);

/* Refuses the use of a command with a message and a hint. */
void
fact_settings_refuse(const char *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The settings as the library takes them; fact_settings_parse has checked them. */
FactCorpusOptions
fact_settings_corpus(const FactSettings *settings);

FactSeverity
fact_settings_fail_on(const FactSettings *settings);

guint
fact_settings_min_confidence(const FactSettings *settings);

/* Options for a writer; @is_terminal: the result goes to standard output. */
FactReportOptions
fact_settings_report(const FactSettings *settings, gboolean is_terminal);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FactSettings, fact_settings_clear)

/* -- for config.c: the table ------------------------------------------------------------------ */

typedef enum {
    FACT_SETTING_STRING,
    FACT_SETTING_PATH, /* relative to the configuration file where it comes from one */
    FACT_SETTING_LIST,
    FACT_SETTING_PATHS,
    FACT_SETTING_OUTPUTS, /* a list of FORMAT:PATH */
    FACT_SETTING_SWITCH,
} FactSettingKind;

typedef struct {
    const char *name;
    char short_name;
    FactSettingKind kind;
    gboolean in_config; /* may stand in the configuration file */
    guint groups;       /* FactSettingsGroup: commands that take it; 0: all */
    size_t offset;      /* in FactSettings */
    const char *argument;
    const char *help;
} FactSetting;

/* Ends with a NULL name. */
const FactSetting *
fact_settings_table(void);
