/* SPDX-License-Identifier: MIT
 *
 * Files of tests/data/catalog, each loaded alone: those of rejected/ and mistaken/ give the
 * messages of the text file beside them, those of sound/ none. check-schemas.py holds the same
 * files against the schemas: rejected/ breaks them, the others do not.
 */
#include "catalog/catalog-file.h"

#include "catalog/catalog-source.h"
#include "catalog/loader.h"
#include "support/assert.h"

#include <string.h>

#define DATA FACT_SOURCE_DIR "/tests/data/catalog/"

/* A row made of a file; the suite wants the name first. */
typedef struct {
    const char *name;
    char *folder;
} FileRow;

static void
test_file(void **state)
{
    const FileRow *row = *state;
    g_autofree char *path = g_strconcat(DATA, row->folder, "/", row->name, ".json", NULL);
    g_autofree char *messages_path = g_strconcat(DATA, row->folder, "/", row->name, ".txt", NULL);
    g_autofree char *shown = g_strconcat(row->name, ".json", NULL);
    g_autofree char *text = NULL;
    g_autofree char *messages = NULL;
    gsize len;
    g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    GPtrArray *layer = g_ptr_array_new_with_free_func((GDestroyNotify)fact_catalog_source_free);
    g_autoptr(FactLog) log = fact_log_new();

    assert_true(g_file_get_contents(path, &text, &len, NULL));
    if (!g_file_get_contents(messages_path, &messages, NULL, NULL))
        messages = g_strdup("");
    g_ptr_array_add(layer, fact_catalog_source_new(shown, text, len));
    g_ptr_array_add(layers, layer);
    FactCatalog *catalog = fact_catalog_new_from_layers(layers, log, NULL);
    assert_log(log, g_strchomp(messages));
    g_clear_pointer(&catalog, fact_catalog_unref);
}

static int
compare_rows(gconstpointer a, gconstpointer b)
{
    return strcmp(((const FileRow *)a)->name, ((const FileRow *)b)->name);
}

static void
collect_folder(GArray *rows, const char *folder)
{
    g_autofree char *path = g_strconcat(DATA, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    guint first = rows->len;

    g_assert(dir != NULL);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        if (!g_str_has_suffix(name, ".json"))
            continue;
        FileRow row = {g_strndup(name, strlen(name) - strlen(".json")), g_strdup(folder)};
        g_array_append_val(rows, row);
    }
    qsort(&g_array_index(rows, FileRow, first), rows->len - first, sizeof(FileRow), compare_rows);
}

static void
clear_row(gpointer data)
{
    FileRow *row = data;
    g_free((char *)row->name);
    g_free(row->folder);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("catalog-file");
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(FileRow));

    g_array_set_clear_func(rows, clear_row);
    collect_folder(rows, "mistaken");
    collect_folder(rows, "rejected");
    collect_folder(rows, "sound");
    test_suite_add_table(suite, "test_file", test_file, rows->data, rows->len, sizeof(FileRow));
    return test_suite_run(suite, argc, argv);
}
