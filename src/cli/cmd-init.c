/* SPDX-License-Identifier: MIT
 *
 * Writes the starter files, which are part of the program (init/). What is there already is kept.
 */
#include "cli/config.h"
#include "cli/output.h"
#include "cli/run.h"
#include "init-resource.h"

#include <errno.h>
#include <string.h>

#define RESOURCES "/factdiff/init/"

typedef struct {
    const char *resource;
    const char *path;   /* under the folder */
    const char *choice; /* of --ci; NULL: always */
} InitFile;

static const InitFile FILES[] = {
    {"factdiff.ini", FACT_CONFIG_NAME, NULL},
    {"factdiffignore", ".factdiffignore", NULL},
    {"facts/attributes.json", "facts/attributes/newsroom.json", NULL},
    {"facts/entities.json", "facts/entities/newsroom.json", NULL},
    {"github.yml", ".github/workflows/factdiff.yml", "github"},
    {"gitlab.yml", ".gitlab/factdiff.yml", "gitlab"},
    {"pre-commit.yaml", ".pre-commit-config.yaml", "pre-commit"},
};

static gboolean
is_choice(const char *choice)
{
    for (guint i = 0; i < G_N_ELEMENTS(FILES); i++) {
        if (g_strcmp0(FILES[i].choice, choice) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
write_file(const InitFile *file, const char *folder, GString *told, GError **error)
{
    g_autofree char *name = g_strconcat(RESOURCES, file->resource, NULL);
    g_autofree char *path = strcmp(folder, ".") == 0 ? g_strdup(file->path)
                                                     : g_build_filename(folder, file->path, NULL);
    g_autofree char *parent = g_path_get_dirname(path);

    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_string_append_printf(told, "kept     %s\n", path);
        return TRUE;
    }
    if (g_mkdir_with_parents(parent, 0777) != 0) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s: could not be made: %s", parent,
                    g_strerror(errno));
        return FALSE;
    }
    g_autoptr(GBytes) bytes =
        g_resource_lookup_data(fact_init_get_resource(), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    if (bytes == NULL)
        return FALSE;
    gsize len;
    const char *text = g_bytes_get_data(bytes, &len);
    if (!fact_output_file(path, text, len, error))
        return FALSE;
    g_string_append_printf(told, "written  %s\n", path);
    return TRUE;
}

static FactExit
write_files(FactRun *run, const char *folder, const char *ci)
{
    g_autoptr(GString) told = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    FactExit exit = FACT_EXIT_CLEAN;

    for (guint i = 0; i < G_N_ELEMENTS(FILES); i++) {
        if (FILES[i].choice != NULL && g_strcmp0(FILES[i].choice, ci) != 0)
            continue;
        if (!write_file(&FILES[i], folder, told, &error)) {
            exit = fact_run_fail(run, error);
            break;
        }
    }
    if (!run->settings.quiet && !fact_output_stdout(told->str, told->len))
        exit = FACT_EXIT_TROUBLE;
    return exit;
}

FactExit
fact_cmd_init(char **argv)
{
    g_autofree char *ci = NULL;
    const FactOption options[] = {
        {"ci", 0, FALSE, &ci, "KIND", "Write a workflow too: github, gitlab or pre-commit"},
        {NULL, 0, FALSE, NULL, NULL, NULL},
    };
    const FactUsage usage = {
        .usage = "[FOLDER]",
        .summary = "Writes a starter configuration, an ignore file and a facts folder into the "
                   "current or the\n"
                   "named folder. What is there already is kept.",
        .options = options,
    };
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;

    if (!fact_run_parse(&run, &usage, argv, &exit))
        return exit;
    if (run.settings.paths[0] != NULL && run.settings.paths[1] != NULL) {
        fact_settings_refuse(argv[0], "takes one folder");
        return FACT_EXIT_TROUBLE;
    }
    if (ci != NULL && !is_choice(ci)) {
        fact_settings_refuse(argv[0], "--ci: \"%s\" is not github, gitlab or pre-commit", ci);
        return FACT_EXIT_TROUBLE;
    }
    return write_files(&run, run.settings.paths[0] != NULL ? run.settings.paths[0] : ".", ci);
}
