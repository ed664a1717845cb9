/* SPDX-License-Identifier: MIT
 *
 * Runs golden cases: the program against a folder of articles, its output against files.
 *
 *     golden --program FACTDIFF [--update] CASE...
 *
 * A case is a folder:
 *     args              a command per line, quoted as for a shell, run in turn; '#' begins a
 * comment stdin             what the commands read from standard input (optional) expected.txt what
 * they print, one after the other; any ending will do (expected.json ...) expected.err      what
 * they say on standard error; nothing where there is no such file expected.exit     exit code of
 * the last command; 0 where there is no such file expected.files/   files that they leave behind
 * (optional) All else in the folder is copied to a new empty one, where the commands run: output
 * files and baselines never touch the case, and a command given "." sees articles alone.
 *
 * A case folder whose name ends in ".bug" is a known failure and has to fail. --update rewrites
 * what a case expects and lists what changed; it is refused where CI is set.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPECTED "expected."
#define EXPECTED_FILES "expected.files"

typedef struct {
    char *program;
    gboolean update;
} Options;

typedef struct {
    GString *out;
    GString *err;
    int exit_code;
} Result;

static void
result_clear(Result *result)
{
    g_string_free(result->out, TRUE);
    g_string_free(result->err, TRUE);
}

/* -- files -- */

static gboolean
copy_file(const char *from, const char *to, GError **error)
{
    g_autofree char *contents = NULL;
    gsize len;

    return g_file_get_contents(from, &contents, &len, error) &&
           g_file_set_contents(to, contents, (gssize)len, error);
}

static gboolean
is_of_case_alone(const char *name)
{
    static const char *const names[] = {"args", "articles-from", "stdin", NULL};

    return g_str_has_prefix(name, EXPECTED) || g_strv_contains(names, name);
}

/* @is_top: leave out what belongs to the case and not to the corpus. */
static gboolean
copy_folder(const char *from, const char *to, gboolean is_top, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(from, 0, error);
    const char *name;

    if (dir == NULL)
        return FALSE;
    g_mkdir_with_parents(to, 0755);
    for (name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *source = g_build_filename(from, name, NULL);
        g_autofree char *target = g_build_filename(to, name, NULL);

        if (is_top && is_of_case_alone(name))
            continue;
        if (!(g_file_test(source, G_FILE_TEST_IS_DIR) ? copy_folder(source, target, FALSE, error)
                                                      : copy_file(source, target, error)))
            return FALSE;
    }
    return TRUE;
}

/* All that the commands of the case see. */
static gboolean
copy_case(const char *folder, const char *scratch, GError **error)
{
    g_autofree char *list = g_build_filename(folder, "articles-from", NULL);
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    if (g_file_test(list, G_FILE_TEST_IS_REGULAR) && !g_file_get_contents(list, &text, NULL, error))
        return FALSE;
    lines = g_strsplit(text != NULL ? text : "", "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_autofree char *source = g_build_filename(folder, lines[i], NULL);

        if (*lines[i] != '\0' && !copy_folder(source, scratch, FALSE, error))
            return FALSE;
    }
    return copy_folder(folder, scratch, TRUE, error);
}

static void
remove_folder(const char *path)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;

    for (name = dir == NULL ? NULL : g_dir_read_name(dir); name != NULL;
         name = g_dir_read_name(dir)) {
        g_autofree char *child = g_build_filename(path, name, NULL);

        if (g_file_test(child, G_FILE_TEST_IS_DIR) && !g_file_test(child, G_FILE_TEST_IS_SYMLINK))
            remove_folder(child);
        else
            g_unlink(child);
    }
    g_rmdir(path);
}

static char *
read_or_default(const char *folder, const char *name, const char *fallback)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *contents = NULL;

    return g_file_get_contents(path, &contents, NULL, NULL) ? contents : g_strdup(fallback);
}

/* Name of the file with what is printed; NULL if there is none yet. */
static char *
find_expected_output(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    for (name = dir == NULL ? NULL : g_dir_read_name(dir); name != NULL;
         name = g_dir_read_name(dir)) {
        if (g_str_has_prefix(name, EXPECTED) && !g_str_equal(name, EXPECTED "err") &&
            !g_str_equal(name, EXPECTED "exit") && !g_str_equal(name, EXPECTED_FILES))
            return g_strdup(name);
    }
    return NULL;
}

/* -- running -- */

static GSubprocessLauncher *
make_launcher(const char *folder)
{
    static const char *const unset[] = {
        "CI",       "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI",
        "NO_COLOR", "COLUMNS",        "CLICOLOR_FORCE",      "FORCE_COLOR",
        "GIT_DIR",  "TERM",           "GIT_INDEX_FILE"};
    GSubprocessLauncher *launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                  G_SUBPROCESS_FLAGS_STDERR_PIPE);

    g_subprocess_launcher_set_cwd(launcher, folder);
    for (guint i = 0; i < G_N_ELEMENTS(unset); i++)
        g_subprocess_launcher_unsetenv(launcher, unset[i]);
    return launcher;
}

static gboolean
run_command(const Options *options, const char *folder, const char *line, GBytes *input,
            Result *result, GError **error)
{
    g_autoptr(GSubprocessLauncher) launcher = make_launcher(folder);
    g_autofree char *command = g_strconcat("factdiff ", line, NULL);
    g_autoptr(GSubprocess) process = NULL;
    g_autoptr(GBytes) out = NULL;
    g_autoptr(GBytes) err = NULL;
    g_auto(GStrv) argv = NULL;

    if (!g_shell_parse_argv(command, NULL, &argv, error))
        return FALSE;
    g_free(argv[0]);
    argv[0] = g_strdup(options->program);
    process = g_subprocess_launcher_spawnv(launcher, (const char *const *)argv, error);
    if (process == NULL || !g_subprocess_communicate(process, input, NULL, &out, &err, error))
        return FALSE;
    g_string_append_len(result->out, g_bytes_get_data(out, NULL), (gssize)g_bytes_get_size(out));
    g_string_append_len(result->err, g_bytes_get_data(err, NULL), (gssize)g_bytes_get_size(err));
    result->exit_code = g_subprocess_get_if_exited(process)
                            ? g_subprocess_get_exit_status(process)
                            : 128 + g_subprocess_get_term_sig(process);
    return TRUE;
}

static gboolean
run_commands(const Options *options, const char *folder, const char *scratch, Result *result,
             GError **error)
{
    g_autofree char *args = read_or_default(folder, "args", "");
    g_autofree char *text = read_or_default(folder, "stdin", "");
    g_autoptr(GBytes) input = g_bytes_new(text, strlen(text));
    g_auto(GStrv) lines = g_strsplit(args, "\n", -1);
    guint n = 0;

    for (guint i = 0; lines[i] != NULL; i++) {
        const char *line = g_strstrip(lines[i]);

        if (*line == '\0' || *line == '#')
            continue;
        if (!run_command(options, scratch, line, input, result, error))
            return FALSE;
        n++;
    }
    if (n == 0)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s/args: no command", folder);
    return n > 0;
}

/* -- comparing -- */

/* Prints the lines in which the two differ, as diff does. */
static void
print_difference(const char *what, const char *expected, const char *actual)
{
    g_autofree char *old_path = NULL;
    g_autofree char *new_path = NULL;
    int old_file = g_file_open_tmp("golden-expected-XXXXXX", &old_path, NULL);
    int new_file = g_file_open_tmp("golden-actual-XXXXXX", &new_path, NULL);
    const char *argv[] = {"diff",   "-u",     "--label", "expected", "--label",
                          "actual", old_path, new_path,  NULL};

    printf("%s differs:\n", what);
    fflush(stdout);
    g_close(old_file, NULL);
    g_close(new_file, NULL);
    g_file_set_contents(old_path, expected, -1, NULL);
    g_file_set_contents(new_path, actual, -1, NULL);
    if (!g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN,
                      NULL, NULL, NULL, NULL, NULL, NULL))
        printf("expected:\n%s\nactual:\n%s\n", expected, actual);
    g_unlink(old_path);
    g_unlink(new_path);
}

static gboolean
check_text(const char *what, const char *expected, const char *actual)
{
    if (g_str_equal(expected, actual))
        return TRUE;
    print_difference(what, expected, actual);
    return FALSE;
}

static gboolean
check_left_files(const char *expected_folder, const char *scratch)
{
    g_autoptr(GDir) dir = g_dir_open(expected_folder, 0, NULL);
    gboolean is_equal = TRUE;
    const char *name;

    for (name = dir == NULL ? NULL : g_dir_read_name(dir); name != NULL;
         name = g_dir_read_name(dir)) {
        g_autofree char *expected = read_or_default(expected_folder, name, "");
        g_autofree char *actual = read_or_default(scratch, name, "(no such file)\n");

        is_equal &= check_text(name, expected, actual);
    }
    return is_equal;
}

static gboolean
check_case(const char *folder, const char *scratch, const Result *result)
{
    g_autofree char *name = find_expected_output(folder);
    g_autofree char *out = read_or_default(folder, name != NULL ? name : EXPECTED "txt", "");
    g_autofree char *err = read_or_default(folder, EXPECTED "err", "");
    g_autofree char *exit_text = read_or_default(folder, EXPECTED "exit", "0");
    g_autofree char *exit_actual = g_strdup_printf("%d", result->exit_code);
    g_autofree char *files = g_build_filename(folder, EXPECTED_FILES, NULL);
    gboolean is_equal = check_text("standard output", out, result->out->str);

    is_equal &= check_text("standard error", err, result->err->str);
    is_equal &= check_text("exit code", g_strstrip(exit_text), exit_actual);
    is_equal &= check_left_files(files, scratch);
    return is_equal;
}

/* -- updating -- */

/* Writes @text to the file, or removes it where @text is what its absence means. */
static void
update_file(const char *folder, const char *name, const char *text, const char *absent)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *before = read_or_default(folder, name, absent);

    if (g_str_equal(before, text))
        return;
    printf("%s\n", path);
    if (g_str_equal(text, absent))
        g_unlink(path);
    else
        g_file_set_contents(path, text, -1, NULL);
}

/* The ending for a new case: that of the format its commands name. */
static const char *
ending_of_format(const char *folder)
{
    static const char *const formats[] = {"jsonl", "json", "sarif", "html", "markdown", "junit"};
    g_autofree char *args = read_or_default(folder, "args", "");

    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autofree char *option = g_strdup_printf("--format %s", formats[i]);

        if (strstr(args, option) != NULL)
            return formats[i];
    }
    return "txt";
}

static void
update_case(const char *folder, const char *scratch, const Result *result)
{
    g_autofree char *found = find_expected_output(folder);
    g_autofree char *name = found != NULL ? g_steal_pointer(&found)
                                          : g_strconcat(EXPECTED, ending_of_format(folder), NULL);
    g_autofree char *exit_text = g_strdup_printf("%d\n", result->exit_code);
    g_autofree char *files = g_build_filename(folder, EXPECTED_FILES, NULL);
    g_autoptr(GDir) dir = g_dir_open(files, 0, NULL);
    const char *left;

    update_file(folder, name, result->out->str, "");
    update_file(folder, EXPECTED "err", result->err->str, "");
    update_file(folder, EXPECTED "exit", exit_text, "0\n");
    for (left = dir == NULL ? NULL : g_dir_read_name(dir); left != NULL;
         left = g_dir_read_name(dir)) {
        g_autofree char *actual = read_or_default(scratch, left, "");

        update_file(files, left, actual, "");
    }
}

/* -- cases -- */

/* Whether the case passes; under --update always, if it ran. */
static gboolean
run_in_scratch(const Options *options, const char *folder, const char *scratch)
{
    Result result = {g_string_new(NULL), g_string_new(NULL), 0};
    g_autoptr(GError) error = NULL;
    gboolean passes = copy_case(folder, scratch, &error) &&
                      run_commands(options, folder, scratch, &result, &error);

    if (!passes)
        printf("%s\n", error->message);
    else if (options->update)
        update_case(folder, scratch, &result);
    else
        passes = check_case(folder, scratch, &result);
    result_clear(&result);
    return passes;
}

static gboolean
run_case(const Options *options, const char *folder)
{
    g_autofree char *name = g_path_get_basename(folder);
    g_autofree char *scratch = g_dir_make_tmp("golden-XXXXXX", NULL);
    gboolean is_bug = g_str_has_suffix(name, ".bug");
    gboolean passes;

    if (is_bug && options->update)
        return TRUE;
    passes = run_in_scratch(options, folder, scratch);
    remove_folder(scratch);
    if (is_bug && passes)
        printf("%s passes: take \".bug\" off its name\n", name);
    return passes != is_bug;
}

int
main(int argc, char **argv)
{
    Options options = {NULL, FALSE};
    const GOptionEntry entries[] = {
        {"program", 0, 0, G_OPTION_ARG_FILENAME, &options.program, "The program to run", "FILE"},
        {"update", 0, 0, G_OPTION_ARG_NONE, &options.update, "Rewrite what the cases expect", NULL},
        {0},
    };
    g_autoptr(GOptionContext) context = g_option_context_new("CASE...");
    g_autoptr(GError) error = NULL;
    guint failed = 0;

    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error) || options.program == NULL) {
        fprintf(stderr, "golden: %s\n", error != NULL ? error->message : "--program is missing");
        return 2;
    }
    if (options.update && g_getenv("CI") != NULL) {
        fprintf(stderr, "golden: --update is refused where CI is set\n");
        return 2;
    }
    for (int i = 1; i < argc; i++) {
        gboolean passes = run_case(&options, argv[i]);

        if (!passes || !options.update)
            printf("%s: %s\n", passes ? "ok" : "FAILED", argv[i]);
        failed += !passes;
    }
    g_free(options.program);
    return failed == 0 ? 0 : 1;
}
