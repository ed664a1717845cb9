/* SPDX-License-Identifier: MIT
 *
 * git is asked through its command line: `ls-tree` for the files of a tree, `cat-file --batch` for
 * all of them in one process. Links and submodules are left out: nothing in a repository may lead
 * out of it.
 */
#include "cli/snapshot.h"

#include <factdiff/error.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "gate/git.h"

/* Runs git; its output, which may hold NUL, or an error with what it said. */
static GBytes *
run_git(const char *const *argv, GBytes *input, GError **error)
{
    g_autoptr(GBytes) out = NULL;
    g_autoptr(GBytes) err = NULL;
    g_autoptr(GSubprocess) git = fact_git_start(argv, input != NULL, error);

    if (git == NULL || !g_subprocess_communicate(git, input, NULL, &out, &err, error))
        return NULL;
    if (!g_subprocess_get_successful(git)) {
        gsize len;
        const char *said = g_bytes_get_data(err, &len);
        g_autofree char *message = g_utf8_make_valid(said, (gssize)len);
        g_set_error(error, FACT_ERROR, FACT_ERROR_INPUT, "git: %s", g_strstrip(message));
        return NULL;
    }
    return g_steal_pointer(&out);
}

static void
remove_tree(const char *path)
{
    g_autoptr(GDir) folder =
        g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    const char *name;

    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        remove_tree(child);
    }
    g_remove(path);
}

/* A name that stays below the folder it is joined to. */
static gboolean
is_below(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);

    for (guint i = 0; parts[i] != NULL; i++) {
        if (parts[i][0] == '\0' || strcmp(parts[i], "..") == 0 || strcmp(parts[i], ".") == 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_blob(const char *folder, const char *name, const char *bytes, gsize len, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);

    return g_mkdir_with_parents(parent, 0700) == 0 &&
           g_file_set_contents(path, bytes, (gssize)len, error);
}

/* `cat-file --batch` answers each name with "ID TYPE SIZE\n", the bytes and "\n". */
static gboolean
write_blobs(const char *folder, const GPtrArray *names, GBytes *answer, GError **error)
{
    gsize left;
    const char *at = g_bytes_get_data(answer, &left);

    for (guint i = 0; i < names->len; i++) {
        const char *end = memchr(at, '\n', left);
        const char *size = end != NULL ? g_strrstr_len(at, end - at, " ") : NULL;
        gsize len = size != NULL ? (gsize)g_ascii_strtoull(size, NULL, 10) : 0;
        if (size == NULL || len + 1 > left - (gsize)(end + 1 - at)) {
            g_set_error(error, FACT_ERROR, FACT_ERROR_INPUT, "git: an answer that breaks off");
            return FALSE;
        }
        if (!write_blob(folder, g_ptr_array_index(names, i), end + 1, len, error))
            return FALSE;
        left -= (gsize)(end + 1 + len + 1 - at);
        at = end + 1 + len + 1;
    }
    return TRUE;
}

/* Entries of `ls-tree -r -z`: "MODE TYPE ID\tNAME\0". Those of plain files go to @names and their
 * ids to @ids. */
static void
list_blobs(GBytes *tree, GPtrArray *names, GString *ids)
{
    gsize len;
    const char *at = g_bytes_get_data(tree, &len);
    const char *end = at + len;

    while (at < end) {
        const char *tab = strchr(at, '\t');
        if (tab == NULL)
            return;
        g_autofree char *head = g_strndup(at, (gsize)(tab - at));
        g_auto(GStrv) fields = g_strsplit(head, " ", 3);
        if (g_str_has_prefix(head, "100") && g_strv_length(fields) == 3 && is_below(tab + 1)) {
            g_ptr_array_add(names, g_strdup(tab + 1));
            g_string_append_printf(ids, "%s\n", fields[2]);
        }
        at = tab + 1 + strlen(tab + 1) + 1;
    }
}

static gboolean
write_tree(const char *spec, const char *folder, GError **error)
{
    const char *const ls_tree[] = {"git", "ls-tree", "-r", "-z", "--full-tree", spec, NULL};
    const char *const cat_file[] = {"git", "cat-file", "--batch", NULL};
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) ids = g_string_new(NULL);
    g_autoptr(GBytes) tree = run_git(ls_tree, NULL, error);

    if (tree == NULL)
        return FALSE;
    list_blobs(tree, names, ids);
    g_autoptr(GBytes) input = g_bytes_new(ids->str, ids->len);
    g_autoptr(GBytes) answer = run_git(cat_file, input, error);
    return answer != NULL && write_blobs(folder, names, answer, error);
}

/* REV:PATH for git, PATH relative to the current folder. */
static char *
spec_of(const char *argument)
{
    const char *colon = strchr(argument, ':');
    g_autofree char *revision = g_strndup(argument, (gsize)(colon - argument));
    const char *path = colon + 1;

    if (path[0] == '/')
        return g_strdup(argument); /* git's own refusal says it best */
    return g_strconcat(revision, ":./", path, NULL);
}

static gboolean
write_revision(FactSnapshot *snapshot, const char *argument, GError **error)
{
    g_autofree char *spec = spec_of(argument);
    const char *const cat_type[] = {"git", "cat-file", "-t", spec, NULL};
    const char *const cat_blob[] = {"git", "cat-file", "blob", spec, NULL};
    g_autofree char *name = g_path_get_basename(argument);
    g_autoptr(GBytes) type = run_git(cat_type, NULL, error);

    if (type == NULL)
        return FALSE;
    snapshot->scratch = g_dir_make_tmp("factdiff-XXXXXX", error);
    if (snapshot->scratch == NULL)
        return FALSE;
    if (g_bytes_get_size(type) >= 4 && memcmp(g_bytes_get_data(type, NULL), "tree", 4) == 0) {
        snapshot->path = g_strdup(snapshot->scratch);
        return write_tree(spec, snapshot->scratch, error);
    }
    g_autoptr(GBytes) blob = run_git(cat_blob, NULL, error);
    if (blob == NULL)
        return FALSE;
    gsize len;
    const char *bytes = g_bytes_get_data(blob, &len);
    const char *colon = strrchr(name, ':');
    const char *plain = colon != NULL ? colon + 1 : name;
    snapshot->path = g_build_filename(snapshot->scratch, plain, NULL);
    return write_blob(snapshot->scratch, plain, bytes, len, error);
}

gboolean
fact_snapshot_init(FactSnapshot *snapshot, const char *argument, GError **error)
{
    *snapshot = (FactSnapshot){.label = g_strdup(argument)};
    if (strcmp(argument, "-") == 0 || g_file_test(argument, G_FILE_TEST_EXISTS) ||
        strchr(argument, ':') == NULL) {
        snapshot->path = g_strdup(argument);
        return TRUE;
    }
    if (write_revision(snapshot, argument, error))
        return TRUE;
    g_prefix_error(error, "%s: ", argument);
    return FALSE;
}

void
fact_snapshot_clear(FactSnapshot *snapshot)
{
    if (snapshot->scratch != NULL)
        remove_tree(snapshot->scratch);
    g_clear_pointer(&snapshot->label, g_free);
    g_clear_pointer(&snapshot->path, g_free);
    g_clear_pointer(&snapshot->scratch, g_free);
}

char *
fact_snapshot_name_path(const FactSnapshot *snapshot, const char *path)
{
    gsize len = strlen(snapshot->path);

    if (snapshot->scratch == NULL || strncmp(path, snapshot->path, len) != 0)
        return g_strdup(path);
    if (path[len] == '/' && g_str_has_suffix(snapshot->label, ":"))
        return g_strconcat(snapshot->label, path + len + 1, NULL);
    return g_strconcat(snapshot->label, path + len, NULL);
}
