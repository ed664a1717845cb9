/* SPDX-License-Identifier: MIT
 *
 * Recursion is bounded by FACT_READ_DEPTH_MAX. Every path exists twice, as it is shown (it begins
 * as the user gave it) and as ignore lists see it (absolute), and both end alike. Ignore lists
 * count from the root of the repository on, as git has it, whichever folder was given.
 */
#include "read/walk.h"

#include "read/ignore.h"
#include "read/source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const ignore_names[] = {".gitignore", ".factdiffignore"};

typedef struct {
    FactLog *log;
    GPtrArray *paths;
    const char *folder; /* as given */
    guint n_found;
    guint n_others; /* files of no known kind */
    char *an_other; /* owned: the first of them */
} Walk;

typedef enum {
    ENTRY_FILE,
    ENTRY_FOLDER,
    ENTRY_LINK,
    ENTRY_OTHER,
} EntryKind;

typedef struct {
    char *name;
    EntryKind kind;
} Entry;

static void
clear_entry(gpointer entry)
{
    g_free(((Entry *)entry)->name);
}

static gint
compare_entries(gconstpointer a, gconstpointer b)
{
    return strcmp(((const Entry *)a)->name, ((const Entry *)b)->name);
}

static void
tell_errno(Walk *walk, const char *path, const char *what)
{
    fact_log_error(walk->log, "%s:1:1: cannot %s: %s", path, what, g_strerror(errno));
}

static EntryKind
kind_of(int folder, const struct dirent *entry)
{
    struct stat status;
    mode_t mode = DTTOIF(entry->d_type);

    if (entry->d_type == DT_UNKNOWN)
        mode =
            fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status.st_mode : 0;
    if (S_ISREG(mode))
        return ENTRY_FILE;
    if (S_ISDIR(mode))
        return ENTRY_FOLDER;
    return S_ISLNK(mode) ? ENTRY_LINK : ENTRY_OTHER;
}

/* What is in @path but for hidden names, in the byte order of names; NULL where it cannot be read.
 */
static GArray *
list_entries(Walk *walk, const char *path)
{
    DIR *folder = opendir(path);
    GArray *entries;
    struct dirent *found;

    if (folder == NULL) {
        tell_errno(walk, path, "open the folder");
        return NULL;
    }
    entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(entries, clear_entry);
    while ((found = readdir(folder)) != NULL) {
        Entry entry;

        if (found->d_name[0] == '.')
            continue;
        entry = (Entry){g_strdup(found->d_name), kind_of(dirfd(folder), found)};
        g_array_append_val(entries, entry);
    }
    closedir(folder);
    g_array_sort(entries, compare_entries);
    return entries;
}

/* Adds the ignore lists that lie in @real; what is around it is @outer. */
static FactIgnore *
read_ignore(Walk *walk, const char *real, FactIgnore *outer)
{
    g_autoptr(FactIgnore) ignore = fact_ignore_new(real, outer);

    for (size_t i = 0; i < G_N_ELEMENTS(ignore_names); i++) {
        g_autofree char *path = g_build_filename(real, ignore_names[i], NULL);
        g_autofree char *text = NULL;
        struct stat status;
        gsize len;

        if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode))
            continue;
        if (status.st_size > FACT_IGNORE_BYTES_MAX || !g_file_get_contents(path, &text, &len, NULL))
            fact_log_error(walk->log, "%s:1:1: cannot be read, or is larger than %u bytes", path,
                           FACT_IGNORE_BYTES_MAX);
        else if (!fact_ignore_add(ignore, text, len))
            fact_log_error(walk->log, "%s:%d:1: more patterns than %d, the others are not heeded",
                           path, FACT_IGNORE_PATTERNS_MAX, FACT_IGNORE_PATTERNS_MAX);
    }
    return g_steal_pointer(&ignore);
}

static gboolean
is_repository(const char *real)
{
    g_autofree char *path = g_build_filename(real, ".git", NULL);

    return access(path, F_OK) == 0;
}

/* The lists of the folders around @real up to the repository's root; NULL where it is in none, or
 * is itself the root. */
static FactIgnore *
read_outer_ignores(Walk *walk, const char *real)
{
    g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *at = g_strdup(real);
    FactIgnore *ignore = NULL;

    while (!is_repository(at)) {
        char *outer = g_path_get_dirname(at);

        if (g_str_equal(outer, at)) {
            g_free(outer);
            return NULL;
        }
        g_ptr_array_add(folders, g_strdup(outer));
        g_free(at);
        at = outer;
    }
    for (guint i = folders->len; i > 0; i--) {
        FactIgnore *inner = read_ignore(walk, g_ptr_array_index(folders, i - 1), ignore);

        fact_ignore_unref(ignore);
        ignore = inner;
    }
    return ignore;
}

static void
add_file(Walk *walk, const char *path)
{
    if (fact_format_of_path(path) != NULL) {
        g_ptr_array_add(walk->paths, g_strdup(path));
        walk->n_found++;
        return;
    }
    if (walk->n_others++ == 0)
        walk->an_other = g_strdup(path);
}

static void
walk_folder(Walk *walk, const char *path, const char *real, FactIgnore *outer, guint depth);

static void
visit_entry(Walk *walk, const Entry *entry, const char *path, const char *real, FactIgnore *ignore,
            guint depth)
{
    g_autofree char *entry_path =
        g_str_equal(path, ".") ? g_strdup(entry->name) : g_build_filename(path, entry->name, NULL);
    g_autofree char *entry_real = g_build_filename(real, entry->name, NULL);

    if (fact_ignore_matches(ignore, entry_real, entry->kind == ENTRY_FOLDER))
        return;
    if (!g_utf8_validate(entry->name, -1, NULL)) {
        g_autofree char *shown = g_utf8_make_valid(entry_path, -1);

        fact_log_error(walk->log, "%s:1:1: left out: its name is not UTF-8", shown);
        return;
    }
    switch (entry->kind) {
    case ENTRY_FILE:
        add_file(walk, entry_path);
        break;
    case ENTRY_FOLDER:
        walk_folder(walk, entry_path, entry_real, ignore, depth + 1);
        break;
    case ENTRY_LINK:
        fact_log_note(walk->log, "%s:1:1: left out: a symbolic link (name it to read it)",
                      entry_path);
        break;
    case ENTRY_OTHER:
        fact_log_note(walk->log, "%s:1:1: left out: neither a file nor a folder", entry_path);
        break;
    }
}

static void
walk_folder(Walk *walk, const char *path, const char *real, FactIgnore *outer, guint depth)
{
    g_autoptr(FactIgnore) ignore = NULL;
    g_autoptr(GArray) entries = NULL;

    if (depth > FACT_READ_DEPTH_MAX) {
        fact_log_error(walk->log, "%s:1:1: left out: more than %d folders deep", path,
                       FACT_READ_DEPTH_MAX);
        return;
    }
    entries = list_entries(walk, path);
    if (entries == NULL)
        return;
    ignore = read_ignore(walk, real, outer);
    for (guint i = 0; i < entries->len; i++)
        visit_entry(walk, &g_array_index(entries, Entry, i), path, real, ignore, depth);
}

void
fact_walk_folder(const char *folder, GPtrArray *paths, FactLog *log)
{
    Walk walk = {.log = log, .paths = paths, .folder = folder};
    g_autoptr(FactIgnore) outer = NULL;
    char *real = realpath(folder, NULL);

    if (real == NULL) {
        tell_errno(&walk, folder, "open the folder");
        return;
    }
    outer = read_outer_ignores(&walk, real);
    walk_folder(&walk, folder, real, outer, 1);
    if (walk.n_others > 0)
        fact_log_note(
            log, "%s:1:1: %u files of other kinds left out, \"%s\" first (name them to read them)",
            folder, walk.n_others, walk.an_other);
    if (walk.n_found == 0)
        fact_log_error(log, "%s:1:1: there is nothing to read in this folder", folder);
    g_free(walk.an_other);
    free(real);
}
