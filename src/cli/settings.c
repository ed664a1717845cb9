/* SPDX-License-Identifier: MIT */
#include "cli/settings.h"

#include "cli/command.h"
#include "cli/config.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/setting-value.h"

#include <string.h>

#define AT(member) G_STRUCT_OFFSET(FactSettings, member)

/* name, letter, kind, in the file, commands, place, argument, help */
static const FactSetting SETTINGS[] = {
    {"paths", 0, FACT_SETTING_PATHS, TRUE, 0, AT(default_paths), NULL, NULL},
    {"facts", 'f', FACT_SETTING_PATHS, TRUE, FACT_SETTINGS_READ | FACT_SETTINGS_FACTS, AT(facts),
     "DIR", "Layer a folder of facts over the built-in ones (repeatable)"},
    {"group-by", 'g', FACT_SETTING_STRING, TRUE, FACT_SETTINGS_READ, AT(group_by), "RULE",
     "Compare within topic, source, dir, none, or a FIELD of the documents"},
    {"jobs", 'j', FACT_SETTING_STRING, TRUE, FACT_SETTINGS_READ, AT(jobs), "N",
     "Read with N threads (one per processor)"},
    {"format", 0, FACT_SETTING_STRING, TRUE, FACT_SETTINGS_FORMAT, AT(format), "FORMAT",
     "Print as text, json, jsonl, sarif, github, gitlab, junit, html or markdown"},
    {"format", 0, FACT_SETTING_STRING, FALSE, FACT_SETTINGS_LINES, AT(format), "jsonl",
     "The one format of this command"},
    {"output", 0, FACT_SETTING_OUTPUTS, TRUE, FACT_SETTINGS_FORMAT, AT(output), "FORMAT:PATH",
     "Write a format to a file too (repeatable)"},
    {"fail-on", 0, FACT_SETTING_STRING, TRUE, FACT_SETTINGS_GATE | FACT_SETTINGS_LEVEL, AT(fail_on),
     "LEVEL", "Exit 1 from error (the default), warning or info on, or never"},
    {"show", 0, FACT_SETTING_STRING, TRUE, FACT_SETTINGS_SHOW | FACT_SETTINGS_BASELINE, AT(show),
     "LEVEL", "Print from error, warning (the default) or info on"},
    {"min-confidence", 0, FACT_SETTING_STRING, TRUE, FACT_SETTINGS_GATE | FACT_SETTINGS_BASELINE,
     AT(min_confidence), "0..1", "Leave out pairs of claims read with less confidence"},
    {"max-findings", 0, FACT_SETTING_STRING, TRUE, FACT_SETTINGS_SHOW, AT(max_findings), "N",
     "Print the N gravest findings only"},
    {"only", 0, FACT_SETTING_LIST, TRUE, FACT_SETTINGS_GATE | FACT_SETTINGS_BASELINE, AT(only),
     "FILTER", "Keep what matches subject=GLOB, attribute=GLOB, verdict=GLOB or GLOB (repeatable)"},
    {"ignore", 0, FACT_SETTING_LIST, TRUE, FACT_SETTINGS_GATE | FACT_SETTINGS_BASELINE, AT(ignore),
     "FILTER", "Leave out what matches (repeatable)"},
    {"baseline", 0, FACT_SETTING_PATH, TRUE, FACT_SETTINGS_GATE | FACT_SETTINGS_BASELINE,
     AT(baseline), "FILE", "Leave out the pairs that this baseline knows"},
    {"base", 0, FACT_SETTING_STRING, TRUE, FACT_SETTINGS_GATE, AT(base), "REV",
     "Only what articles changed since the merge base with REV have part in"},
    {"changed", 0, FACT_SETTING_PATHS, FALSE, FACT_SETTINGS_GATE, AT(changed), "FILE",
     "Only what this article or folder has part in (repeatable)"},
    {"today", 0, FACT_SETTING_STRING, FALSE, FACT_SETTINGS_GATE | FACT_SETTINGS_LEVEL, AT(today),
     "DATE", "The day by which waivers end, as 2026-11-23"},
    {"exit-zero", 0, FACT_SETTING_SWITCH, TRUE, FACT_SETTINGS_GATE | FACT_SETTINGS_LEVEL,
     AT(exit_zero), NULL, "Exit 0 whatever is found; errors still exit 2"},
    {"color", 0, FACT_SETTING_STRING, TRUE, FACT_SETTINGS_SHOW, AT(color), "WHEN",
     "Colours: auto (the default), always or never"},
    {"width", 0, FACT_SETTING_STRING, TRUE, FACT_SETTINGS_SHOW, AT(width), "COLUMNS",
     "Wrap text here (the terminal's width, else 80)"},
    {"hyperlinks", 0, FACT_SETTING_SWITCH, TRUE, FACT_SETTINGS_SHOW, AT(hyperlinks), NULL,
     "Make places links, for terminals that know OSC 8"},
    {"config", 0, FACT_SETTING_PATH, FALSE, 0, AT(config), "FILE",
     "Read this configuration instead of the nearest .factdiff.ini"},
    {"no-config", 0, FACT_SETTING_SWITCH, FALSE, 0, AT(no_config), NULL, "Read no configuration"},
    {"quiet", 'q', FACT_SETTING_SWITCH, TRUE, 0, AT(quiet), NULL,
     "Print no result, only tell by the exit status"},
    {"verbose", 'v', FACT_SETTING_SWITCH, TRUE, 0, AT(verbose), NULL,
     "Tell progress and timings on standard error"},
    {NULL, 0, FACT_SETTING_STRING, FALSE, 0, 0, NULL, NULL},
};

const FactSetting *
fact_settings_table(void)
{
    return SETTINGS;
}

void
fact_settings_clear(FactSettings *settings)
{
    for (const FactSetting *setting = SETTINGS; setting->name != NULL; setting++) {
        gpointer place = G_STRUCT_MEMBER_P(settings, setting->offset);
        switch (setting->kind) {
        case FACT_SETTING_STRING:
        case FACT_SETTING_PATH:
            g_clear_pointer((char **)place, g_free);
            break;
        case FACT_SETTING_LIST:
        case FACT_SETTING_PATHS:
        case FACT_SETTING_OUTPUTS:
            g_clear_pointer((char ***)place, g_strfreev);
            break;
        case FACT_SETTING_SWITCH:
            break;
        }
    }
    g_clear_pointer(&settings->paths, g_strfreev);
    g_clear_pointer(&settings->config_path, g_free);
    g_clear_pointer(&settings->config_dir, g_free);
}

void
fact_settings_refuse(const char *command, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    fact_console_error("%s: %s", command, message);
    fact_console_hint("\"%s %s --help\" tells its options", FACT_PROGRAM, command);
}

/* -- parsing ---------------------------------------------------------------------------------- */

static gboolean
is_taken(const FactSetting *setting, guint groups)
{
    return setting->help != NULL && (setting->groups == 0 || (setting->groups & groups) != 0);
}

/* Values come as bytes, whatever the locale says they are: the kinds named after file names do. */
static GOptionArg
option_arg_of(FactSettingKind kind)
{
    switch (kind) {
    case FACT_SETTING_STRING:
    case FACT_SETTING_PATH:
        return G_OPTION_ARG_FILENAME;
    case FACT_SETTING_LIST:
    case FACT_SETTING_PATHS:
    case FACT_SETTING_OUTPUTS:
        return G_OPTION_ARG_FILENAME_ARRAY;
    case FACT_SETTING_SWITCH:
        return G_OPTION_ARG_NONE;
    }
    return G_OPTION_ARG_NONE;
}

static void
add_settings(GArray *entries, FactSettings *settings, guint groups)
{
    for (const FactSetting *setting = SETTINGS; setting->name != NULL; setting++) {
        if (!is_taken(setting, groups))
            continue;
        GOptionEntry entry = {
            .long_name = setting->name,
            .short_name = setting->short_name,
            .arg = option_arg_of(setting->kind),
            .arg_data = G_STRUCT_MEMBER_P(settings, setting->offset),
            .description = setting->help,
            .arg_description = setting->argument,
        };
        g_array_append_val(entries, entry);
    }
}

static void
add_own_options(GArray *entries, const FactOption *options)
{
    for (; options != NULL && options->name != NULL; options++) {
        GOptionEntry entry = {
            .long_name = options->name,
            .short_name = options->short_name,
            .arg = options->is_switch ? G_OPTION_ARG_NONE : G_OPTION_ARG_FILENAME,
            .arg_data = options->destination,
            .description = options->help,
            .arg_description = options->argument,
        };
        g_array_append_val(entries, entry);
    }
}

static GOptionContext *
new_context(FactSettings *settings, const FactUsage *usage, gboolean *wants_help)
{
    g_autoptr(GArray) entries = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
    const GOptionEntry help = {.long_name = "help",
                               .short_name = 'h',
                               .arg = G_OPTION_ARG_NONE,
                               .arg_data = wants_help,
                               .description = "Show this help"};
    const GOptionEntry rest = {.long_name = G_OPTION_REMAINING,
                               .arg = G_OPTION_ARG_FILENAME_ARRAY,
                               .arg_data = &settings->paths};
    GOptionContext *context = g_option_context_new(usage->usage);

    add_own_options(entries, usage->options);
    add_settings(entries, settings, usage->groups);
    g_array_append_val(entries, help);
    g_array_append_val(entries, rest);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_summary(context, usage->summary);
    g_option_context_set_description(context, usage->description);
    g_option_context_add_main_entries(context, (const GOptionEntry *)entries->data, NULL);
    return context;
}

static gboolean
check_all(const FactSettings *settings, guint groups, GError **error)
{
    for (const FactSetting *setting = SETTINGS; setting->name != NULL; setting++) {
        if (is_taken(setting, groups) && !fact_setting_check(setting, settings, error))
            return FALSE;
    }
    return TRUE;
}

/* Whether the one-letter option takes a value. */
static gboolean
takes_value(char letter, const FactUsage *usage)
{
    for (const FactOption *option = usage->options; option != NULL && option->name != NULL;
         option++) {
        if (option->short_name == letter)
            return !option->is_switch;
    }
    for (const FactSetting *setting = SETTINGS; setting->name != NULL; setting++) {
        if (setting->short_name == letter && is_taken(setting, usage->groups))
            return setting->kind != FACT_SETTING_SWITCH;
    }
    return FALSE;
}

/* "-j4" becomes "-j 4", which is all that GOption knows. Transfer full. */
static char **
split_letters(char **argv, const FactUsage *usage)
{
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    gboolean is_literal = FALSE;

    for (guint i = 0; argv[i] != NULL; i++) {
        const char *word = argv[i];
        is_literal |= strcmp(word, "--") == 0;
        if (!is_literal && word[0] == '-' && word[1] != '-' && word[1] != '\0' && word[2] != '\0' &&
            takes_value(word[1], usage)) {
            const char letter[] = {'-', word[1], '\0'};
            g_strv_builder_add(words, letter);
            g_strv_builder_add(words, word + 2);
        } else {
            g_strv_builder_add(words, word);
        }
    }
    return g_strv_builder_end(words);
}

static FactParse
print_help(GOptionContext *context, const char *command)
{
    g_autofree char *name = g_strconcat(FACT_PROGRAM " ", command, NULL);

    g_set_prgname(name);
    g_autofree char *help = g_option_context_get_help(context, TRUE, NULL);
    return fact_output_stdout(help, strlen(help)) ? FACT_PARSE_HELP : FACT_PARSE_REFUSED;
}

void
fact_settings_fill_paths(FactSettings *settings)
{
    if (settings->paths[0] != NULL)
        return;
    g_strfreev(settings->paths);
    settings->paths = settings->default_paths != NULL ? g_strdupv(settings->default_paths)
                                                      : g_strsplit(".", "\n", 1);
}

FactParse
fact_settings_parse(FactSettings *settings, const FactUsage *usage, char **argv)
{
    const char *command = argv[0];
    gboolean wants_help = FALSE;
    g_autoptr(GError) error = NULL;
    g_autoptr(GOptionContext) context = new_context(settings, usage, &wants_help);
    g_auto(GStrv) words = split_letters(argv, usage);

    if (!g_option_context_parse_strv(context, &words, &error)) {
        fact_settings_refuse(command, "%s", error->message);
        return FACT_PARSE_REFUSED;
    }
    if (wants_help)
        return print_help(context, command);
    if (!check_all(settings, usage->groups, &error)) {
        fact_settings_refuse(command, "--%s", error->message);
        return FACT_PARSE_REFUSED;
    }
    if (settings->paths == NULL)
        settings->paths = g_new0(char *, 1);
    if (!settings->no_config && !fact_config_apply(settings, usage->groups, &error)) {
        fact_console_error("%s", error->message);
        return FACT_PARSE_REFUSED;
    }
    if (usage->takes_paths)
        fact_settings_fill_paths(settings);
    return FACT_PARSE_RUN;
}

/* -- as the library takes them ---------------------------------------------------------------- */

FactCorpusOptions
fact_settings_corpus(const FactSettings *settings)
{
    static const struct {
        const char *name;
        FactGroupBy group_by;
    } rules[] = {
        {"topic", FACT_GROUP_BY_TOPIC},
        {"source", FACT_GROUP_BY_SOURCE},
        {"dir", FACT_GROUP_BY_DIRECTORY},
        {"none", FACT_GROUP_BY_NONE},
    };
    FactCorpusOptions options = {.group_by = FACT_GROUP_BY_DEFAULT};

    if (settings->jobs != NULL)
        fact_setting_parse_number(settings->jobs, 1, FACT_JOBS_MAX, &options.jobs);
    if (settings->group_by == NULL)
        return options;
    options.group_by = FACT_GROUP_BY_FIELD;
    options.group_field = settings->group_by;
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        if (strcmp(settings->group_by, rules[i].name) == 0)
            options.group_by = rules[i].group_by;
    }
    return options;
}

FactSeverity
fact_settings_fail_on(const FactSettings *settings)
{
    FactSeverity level = FACT_SEVERITY_ERROR;

    if (settings->exit_zero)
        return FACT_SEVERITY_NONE;
    if (settings->fail_on != NULL)
        fact_setting_parse_level(settings->fail_on, TRUE, &level);
    return level;
}

guint
fact_settings_min_confidence(const FactSettings *settings)
{
    guint hundredths = 0;

    if (settings->min_confidence != NULL)
        fact_setting_parse_share(settings->min_confidence, &hundredths);
    return hundredths;
}

FactReportOptions
fact_settings_report(const FactSettings *settings, gboolean is_terminal)
{
    FactReportOptions options = {.show = FACT_SEVERITY_WARNING};

    if (settings->show != NULL)
        fact_setting_parse_level(settings->show, FALSE, &options.show);
    if (settings->max_findings != NULL)
        fact_setting_parse_number(settings->max_findings, 1, G_MAXINT, &options.max_findings);
    if (is_terminal) {
        options.width = fact_console_width();
        options.hyperlinks = settings->hyperlinks;
        fact_setting_parse_color(settings->color != NULL ? settings->color : "auto",
                                 fact_console_has_color(), &options.color);
    }
    if (settings->width != NULL)
        fact_setting_parse_number(settings->width, FACT_WIDTH_MIN, FACT_WIDTH_MAX, &options.width);
    return options;
}
