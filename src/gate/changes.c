/* SPDX-License-Identifier: MIT
 *
 * Changed files are kept as absolute paths without symbolic links, and so are documents looked up:
 * git names files from its own root, the corpus as the user named them.
 */
#include "gate/changes.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "gate/git.h"

/* Bytes of untrusted text in a message. */
#define SHOWN_MAX 120

struct FactChanges {
    GHashTable *paths; /* owned strings, as a set */
};

/* Absolute, links resolved as far as the path is there; transfer full. */
static char *
resolve(const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = NULL;

    if (real == NULL)
        return g_canonicalize_filename(path, NULL);
    copy = g_strdup(real);
    free(real);
    return copy;
}

static FactChanges *
changes_new(void)
{
    FactChanges *changes = g_new0(FactChanges, 1);

    changes->paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return changes;
}

FactChanges *
fact_changes_new(const char *const *files)
{
    FactChanges *changes = changes_new();

    for (guint i = 0; files[i] != NULL; i++)
        g_hash_table_add(changes->paths, resolve(files[i]));
    return changes;
}

void
fact_changes_free(FactChanges *changes)
{
    if (changes == NULL)
        return;
    g_hash_table_unref(changes->paths);
    g_free(changes);
}

/* The path, or a folder it lies in. */
static gboolean
has_path(const FactChanges *changes, char *path)
{
    char *slash = NULL;

    while (!g_hash_table_contains(changes->paths, path)) {
        slash = strrchr(path, '/');
        if (slash == NULL || slash == path)
            return FALSE;
        *slash = '\0';
    }
    return TRUE;
}

gboolean
fact_changes_has(const FactChanges *changes, const FactDocument *document)
{
    g_autofree char *path = NULL;

    if (g_str_equal(document->path, "-"))
        return TRUE; /* what is piped in has no past */
    path = resolve(document->path);
    return has_path(changes, path);
}

/* At most @max bytes as a string; no bytes are "". */
static char *
dup_bytes(GBytes *bytes, gsize max)
{
    gsize len = 0;
    const char *text = g_bytes_get_data(bytes, &len);

    return len == 0 ? g_strdup("") : g_strndup(text, MIN(len, max));
}

/* Runs git in @folder; its output, transfer full, or NULL where it fails; @out_stderr (nullable,
 * transfer full) is what it complained of. @error is set only where git could not be run. */
static GBytes *
run_git(const char *folder, const char *const *arguments, char **out_stderr, GError **error)
{
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    g_autoptr(GSubprocess) git = NULL;
    g_autoptr(GBytes) output = NULL;
    g_autoptr(GBytes) complaint = NULL;
    g_autoptr(GError) problem = NULL;

    g_ptr_array_add(argv, (char *)"git");
    g_ptr_array_add(argv, (char *)"-C");
    g_ptr_array_add(argv, (char *)folder);
    for (guint i = 0; arguments[i] != NULL; i++)
        g_ptr_array_add(argv, (char *)arguments[i]);
    g_ptr_array_add(argv, NULL);
    git = fact_git_start((const char *const *)argv->pdata, FALSE, &problem);
    if (git == NULL || !g_subprocess_communicate(git, NULL, NULL, &output, &complaint, &problem)) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE, "git could not be run: %s",
                    problem->message);
        return NULL;
    }
    if (out_stderr != NULL)
        *out_stderr = g_strstrip(dup_bytes(complaint, SHOWN_MAX));
    return g_subprocess_get_successful(git) ? g_steal_pointer(&output) : NULL;
}

/* The first line of what git prints; NULL where it fails. */
static char *
ask_git(const char *folder, const char *const *arguments, char **out_stderr, GError **error)
{
    g_autoptr(GBytes) output = run_git(folder, arguments, out_stderr, error);

    return output == NULL ? NULL : g_strchomp(dup_bytes(output, G_MAXSIZE));
}

/* Adds the NUL-separated names that git prints, below @root. */
static gboolean
add_names(FactChanges *changes, const char *root, const char *const *arguments, GError **error)
{
    g_autofree char *complaint = NULL;
    g_autoptr(GBytes) output = run_git(root, arguments, &complaint, error);
    gsize len = 0;
    const char *text = NULL;
    const char *end = NULL;

    if (output == NULL) {
        if (error != NULL && *error == NULL)
            g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE, "git: %s", complaint);
        return FALSE;
    }
    text = g_bytes_get_data(output, &len);
    end = text + len;
    while (text != NULL && text < end) {
        g_autofree char *name = g_strndup(text, (gsize)(end - text));

        if (*name != '\0')
            g_hash_table_add(changes->paths, g_build_filename(root, name, NULL));
        text += strlen(name) + 1;
    }
    return TRUE;
}

static char *
find_folder(const char *const *paths)
{
    const char *path = paths == NULL || paths[0] == NULL ? "." : paths[0];

    if (g_str_equal(path, "-"))
        return g_strdup(".");
    return g_file_test(path, G_FILE_TEST_IS_DIR) ? g_strdup(path) : g_path_get_dirname(path);
}

static gboolean
is_shallow(const char *root)
{
    const char *const arguments[] = {"rev-parse", "--is-shallow-repository", NULL};
    g_autofree char *answer = ask_git(root, arguments, NULL, NULL);

    return answer != NULL && g_str_equal(answer, "true");
}

static char *
find_root(const char *const *paths, GError **error)
{
    const char *const arguments[] = {"rev-parse", "--show-toplevel", NULL};
    g_autofree char *folder = find_folder(paths);
    g_autofree char *complaint = NULL;
    char *root = ask_git(folder, arguments, &complaint, error);

    if (root == NULL && complaint != NULL)
        g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE,
                    "%s: not in a git repository (%s); name changed files with --changed instead",
                    folder, complaint);
    return root;
}

/* The commit that @revision and HEAD have in common. */
static char *
find_merge_base(const char *root, const char *revision, GError **error)
{
    g_autofree char *commit = g_strconcat(revision, "^{commit}", NULL);
    const char *const verify[] = {"rev-parse", "--verify", "--quiet", commit, NULL};
    const char *const merge_base[] = {"merge-base", "HEAD", commit, NULL};
    g_autofree char *found = NULL;
    char *base = NULL;

    if (*revision == '\0' || *revision == '-') {
        g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE, "'%.*s' is no revision", SHOWN_MAX,
                    revision);
        return NULL;
    }
    if (is_shallow(root)) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE,
                    "%s: the clone is shallow, so its merge base with '%.*s' is missing or wrong; "
                    "run `git fetch --unshallow`, or clone with full history (fetch-depth: 0)",
                    root, SHOWN_MAX, revision);
        return NULL;
    }
    found = ask_git(root, verify, NULL, error);
    if (found == NULL) {
        if (error == NULL || *error == NULL)
            g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE,
                        "%s: unknown revision '%.*s'; fetch it first, as in `git fetch origin "
                        "main`, and name it as git does: origin/main",
                        root, SHOWN_MAX, revision);
        return NULL;
    }
    base = ask_git(root, merge_base, NULL, error);
    if (base == NULL && (error == NULL || *error == NULL))
        g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE,
                    "%s: HEAD and '%.*s' have no commit in common; fetch more of the history", root,
                    SHOWN_MAX, revision);
    return base;
}

FactChanges *
fact_changes_new_from_git(const char *revision, const char *const *paths, GError **error)
{
    g_autoptr(FactChanges) changes = changes_new();
    g_autofree char *root = find_root(paths, error);
    g_autofree char *base = root == NULL ? NULL : find_merge_base(root, revision, error);
    const char *const diff[] = {"diff", "--name-only", "-z", "--no-renames", base, "--", NULL};
    const char *const others[] = {"ls-files", "--others", "--exclude-standard", "-z", NULL};

    if (base == NULL || !add_names(changes, root, diff, error) ||
        !add_names(changes, root, others, error))
        return NULL;
    return g_steal_pointer(&changes);
}
