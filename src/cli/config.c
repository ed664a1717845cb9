/* SPDX-License-Identifier: MIT
 *
 * GKeyFile keeps no places, so those of messages are found by a second look at the text.
 */
#include "cli/config.h"

#include "cli/setting-value.h"

#include <string.h>

typedef struct {
    char *path; /* as messages name it, owned */
    char *text; /* owned */
    GKeyFile *keys;
} ConfigFile;

static void
config_file_clear(ConfigFile *file)
{
    g_clear_pointer(&file->path, g_free);
    g_clear_pointer(&file->text, g_free);
    g_clear_pointer(&file->keys, g_key_file_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ConfigFile, config_file_clear)

static gboolean
has_entry(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* The nearest folder upward that has @name; transfer full. */
static char *
find_upward(const char *folder, const char *name)
{
    char *at = g_canonicalize_filename(folder, NULL);

    while (!has_entry(at, name)) {
        char *parent = g_path_get_dirname(at);
        gboolean is_top = strcmp(parent, at) == 0;
        g_free(at);
        at = parent;
        if (is_top) {
            g_free(at);
            return NULL;
        }
    }
    return at;
}

char *
fact_config_find_root(const char *folder)
{
    return find_upward(folder, ".git");
}

/* A file above the root of the repository, or anywhere above where there is none, is somebody
 * else's. */
static char *
find_config(void)
{
    g_autofree char *folder = find_upward(".", FACT_CONFIG_NAME);
    if (folder == NULL)
        return NULL;
    g_autofree char *root = fact_config_find_root(".");
    g_autofree char *here = g_canonicalize_filename(".", NULL);
    const char *top = root != NULL ? root : here;
    gsize len = strlen(top);
    if (strncmp(folder, top, len) != 0 ||
        (folder[len] != '\0' && folder[len] != '/' && strcmp(top, "/") != 0))
        return NULL;
    if (strcmp(folder, here) == 0)
        return g_strdup(FACT_CONFIG_NAME);
    return g_build_filename(folder, FACT_CONFIG_NAME, NULL);
}

/* The line of the section's header, or of a key in it; 1 where it is not found. */
static guint
find_line(const char *text, const char *section, const char *key)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autofree char *header = g_strdup_printf("[%s]", section);
    gboolean is_inside = FALSE;

    for (guint i = 0; lines[i] != NULL; i++) {
        char *line = g_strstrip(lines[i]);
        if (line[0] == '[') {
            is_inside = strcmp(line, header) == 0;
            if (is_inside && key == NULL)
                return i + 1;
        } else if (is_inside && key != NULL && g_str_has_prefix(line, key)) {
            const char *rest = line + strlen(key);
            rest += strspn(rest, " \t");
            if (*rest == '=')
                return i + 1;
        }
    }
    return 1;
}

/* What GKeyFile cannot read: the first line that is no comment, header or assignment. */
static guint
find_broken_line(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    gboolean has_section = FALSE;

    for (guint i = 0; lines[i] != NULL; i++) {
        const char *line = g_strstrip(lines[i]);
        if (line[0] == '\0' || line[0] == '#')
            continue;
        gboolean is_header = line[0] == '[' && g_str_has_suffix(line, "]");
        if (!is_header && (!has_section || line[0] == '=' || strchr(line, '=') == NULL))
            return i + 1;
        has_section = TRUE;
    }
    return 1;
}

static gboolean
fail_at(const ConfigFile *file, guint line, GError **error, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

static gboolean
fail_at(const ConfigFile *file, guint line, GError **error, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE, "%s:%u:1: %s", file->path, line, message);
    return FALSE;
}

static gboolean
load_file(ConfigFile *file, GError **error)
{
    g_autoptr(GError) failure = NULL;
    gsize len;

    if (!g_file_get_contents(file->path, &file->text, &len, &failure)) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s: could not be read: %s", file->path,
                    failure->message);
        return FALSE;
    }
    if (!g_utf8_validate(file->text, (gssize)len, NULL))
        return fail_at(file, 1, error, "is not UTF-8 text");
    file->keys = g_key_file_new();
    if (!g_key_file_load_from_data(file->keys, file->text, len, G_KEY_FILE_NONE, &failure))
        return fail_at(file, find_broken_line(file->text), error, "%s", failure->message);
    return TRUE;
}

static const FactSetting *
find_setting(const char *name)
{
    for (const FactSetting *setting = fact_settings_table(); setting->name != NULL; setting++) {
        if (setting->in_config && strcmp(setting->name, name) == 0)
            return setting;
    }
    return NULL;
}

/* Paths stay as they are for a file in the current folder, so that output names them as the user
 * does. */
static char *
resolve_path(const FactSettings *settings, const char *path)
{
    if (settings->config_dir == NULL || g_path_is_absolute(path) || strcmp(path, "-") == 0)
        return g_strdup(path);
    return g_build_filename(settings->config_dir, path, NULL);
}

static char *
resolve_output(const FactSettings *settings, const char *output)
{
    const char *colon = strchr(output, ':');

    if (colon == NULL)
        return g_strdup(output);
    g_autofree char *format = g_strndup(output, (gsize)(colon - output));
    g_autofree char *path = resolve_path(settings, colon + 1);
    return g_strconcat(format, ":", path, NULL);
}

static char **
read_list(const ConfigFile *file, const FactSetting *setting, const FactSettings *settings)
{
    char **values =
        g_key_file_get_string_list(file->keys, FACT_CONFIG_SECTION, setting->name, NULL, NULL);

    for (guint i = 0; values != NULL && values[i] != NULL; i++) {
        g_autofree char *value = g_strstrip(values[i]);
        if (setting->kind == FACT_SETTING_PATHS)
            values[i] = resolve_path(settings, value);
        else if (setting->kind == FACT_SETTING_OUTPUTS)
            values[i] = resolve_output(settings, value);
        else
            values[i] = g_steal_pointer(&value);
    }
    return values;
}

/* Whether it went well; a setting that was given by hand keeps that value. */
static gboolean
apply_key(const ConfigFile *file, const FactSetting *setting, FactSettings *settings,
          GError **error)
{
    gpointer place = G_STRUCT_MEMBER_P(settings, setting->offset);
    guint line = find_line(file->text, FACT_CONFIG_SECTION, setting->name);
    g_autoptr(GError) failure = NULL;

    if (setting->kind == FACT_SETTING_SWITCH) {
        gboolean is_on =
            g_key_file_get_boolean(file->keys, FACT_CONFIG_SECTION, setting->name, &failure);
        if (failure != NULL)
            return fail_at(file, line, error, "%s: neither true nor false", setting->name);
        *(gboolean *)place |= is_on;
        return TRUE;
    }
    if (*(gpointer *)place != NULL)
        return TRUE;
    if (setting->kind == FACT_SETTING_STRING || setting->kind == FACT_SETTING_PATH) {
        g_autofree char *value =
            g_key_file_get_string(file->keys, FACT_CONFIG_SECTION, setting->name, &failure);
        if (value != NULL)
            *(char **)place = setting->kind == FACT_SETTING_PATH ? resolve_path(settings, value)
                                                                 : g_strdup(value);
    } else {
        *(char ***)place = read_list(file, setting, settings);
    }
    if (failure != NULL || !fact_setting_check(setting, settings, &failure))
        return fail_at(file, line, error, "%s", failure->message);
    return TRUE;
}

static gboolean
apply_file(const ConfigFile *file, FactSettings *settings, guint groups, GError **error)
{
    g_auto(GStrv) sections = g_key_file_get_groups(file->keys, NULL);

    for (guint i = 0; sections[i] != NULL; i++) {
        if (strcmp(sections[i], FACT_CONFIG_SECTION) != 0)
            return fail_at(file, find_line(file->text, sections[i], NULL), error,
                           "unknown section [%.80s]; settings stand in [" FACT_CONFIG_SECTION "]",
                           sections[i]);
    }
    g_auto(GStrv) keys = g_key_file_get_keys(file->keys, FACT_CONFIG_SECTION, NULL, NULL);
    for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
        const FactSetting *setting = find_setting(keys[i]);
        if (setting == NULL)
            return fail_at(file, find_line(file->text, FACT_CONFIG_SECTION, keys[i]), error,
                           "unknown setting \"%.80s\"", keys[i]);
        gboolean is_taken = setting->groups == 0 || (setting->groups & groups) != 0;
        if (is_taken && !apply_key(file, setting, settings, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
fact_config_apply(FactSettings *settings, guint groups, GError **error)
{
    g_auto(ConfigFile) file = {0};

    file.path = settings->config != NULL ? g_strdup(settings->config) : find_config();
    if (file.path == NULL)
        return TRUE;
    if (!load_file(&file, error))
        return FALSE;
    g_autofree char *folder = g_path_get_dirname(file.path);
    settings->config_path = g_strdup(file.path);
    settings->config_dir = strcmp(folder, ".") == 0 ? NULL : g_steal_pointer(&folder);
    return apply_file(&file, settings, groups, error);
}
