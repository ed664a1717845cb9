/* SPDX-License-Identifier: MIT */
#include "catalog/catalog-source.h"

#include "catalog/catalog-file.h"
#include "facts-resource.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define BUILTIN_ROOT "/factdiff/facts/"
/* Folders within folders; symbolic links could make it endless. */
#define FOLDER_DEPTH_MAX 8

FactCatalogSource *
fact_catalog_source_new(const char *path, const char *text, size_t len)
{
    FactCatalogSource *source = g_new0(FactCatalogSource, 1);
    source->path = g_strdup(path);
    source->bytes = g_bytes_new(text, len);
    return source;
}

void
fact_catalog_source_free(FactCatalogSource *source)
{
    if (source == NULL)
        return;
    g_free(source->path);
    g_bytes_unref(source->bytes);
    g_free(source);
}

static void
add_source(GPtrArray *sources, char *path, GBytes *bytes)
{
    FactCatalogSource *source = g_new0(FactCatalogSource, 1);
    source->path = path;
    source->bytes = bytes;
    g_ptr_array_add(sources, source);
}

static int
compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Paths of the JSON files below @folder of @resource ("" or ending in a slash), below @root. */
static void
walk_resource(GResource *resource, const char *folder, GPtrArray *out_paths)
{
    g_autofree char *path = g_strconcat(BUILTIN_ROOT, folder, NULL);
    g_auto(GStrv) children =
        g_resource_enumerate_children(resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    for (char **s = children; s != NULL && *s != NULL; s++) {
        g_autofree char *child = g_strconcat(folder, *s, NULL);
        if (g_str_has_suffix(child, "/"))
            walk_resource(resource, child, out_paths);
        else
            g_ptr_array_add(out_paths, g_steal_pointer(&child));
    }
}

GPtrArray *
fact_catalog_source_list_builtin(void)
{
    GPtrArray *sources = g_ptr_array_new_with_free_func((GDestroyNotify)fact_catalog_source_free);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    GResource *resource = fact_builtin_get_resource();
    walk_resource(resource, "", paths);
    g_ptr_array_sort(paths, compare_strings);
    for (guint i = 0; i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        g_autofree char *full = g_strconcat(BUILTIN_ROOT, path, NULL);
        GBytes *bytes = g_resource_lookup_data(resource, full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
        if (bytes != NULL)
            add_source(sources, g_strconcat("builtin:", path, NULL), bytes);
    }
    return sources;
}

static void
walk_folder(const char *folder, guint depth, GPtrArray *out_paths, FactLog *log)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    if (dir == NULL) {
        fact_log_error(log, "%s: the folder of facts cannot be read: %s", folder,
                       g_strerror(errno));
        return;
    }
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        struct stat info;
        if (name[0] == '.')
            continue;
        if (stat(path, &info) != 0) {
            fact_log_error(log, "%s: the file cannot be read: %s", path, g_strerror(errno));
            continue;
        }
        if (S_ISDIR(info.st_mode)) {
            if (depth < FOLDER_DEPTH_MAX && strcmp(name, "schema") != 0)
                walk_folder(path, depth + 1, out_paths, log);
        } else if (S_ISREG(info.st_mode) && g_str_has_suffix(name, ".json")) {
            g_ptr_array_add(out_paths, g_steal_pointer(&path));
        }
    }
}

static GBytes *
read_file(const char *path, FactLog *log)
{
    struct stat info;
    if (stat(path, &info) == 0 && info.st_size > (off_t)FACT_CATALOG_FILE_MAX) {
        fact_log_error(log, "%s:1:1: the file has more than %" G_GSIZE_FORMAT " bytes", path,
                       FACT_CATALOG_FILE_MAX);
        return NULL;
    }
    g_autoptr(GError) error = NULL;
    char *text;
    gsize len;
    if (!g_file_get_contents(path, &text, &len, &error)) {
        fact_log_error(log, "%s: the file cannot be read: %s", path, error->message);
        return NULL;
    }
    return g_bytes_new_take(text, len);
}

GPtrArray *
fact_catalog_source_list_folder(const char *folder, FactLog *log)
{
    GPtrArray *sources = g_ptr_array_new_with_free_func((GDestroyNotify)fact_catalog_source_free);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    if (g_file_test(folder, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add(paths, g_strdup(folder));
    else
        walk_folder(folder, 0, paths, log);
    g_ptr_array_sort(paths, compare_strings);
    for (guint i = 0; i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        GBytes *bytes = read_file(path, log);
        if (bytes != NULL)
            add_source(sources, g_filename_display_name(path), bytes);
    }
    return sources;
}
