/* SPDX-License-Identifier: MIT */
#include "support/folder.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

TestFolder *
test_folder_new(void)
{
    TestFolder *folder = g_new0(TestFolder, 1);

    folder->path = g_dir_make_tmp("factdiff-test-XXXXXX", NULL);
    assert_non_null(folder->path);
    assert_int_equal(g_chdir(folder->path), 0);
    folder->documents = g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);
    folder->claims = g_ptr_array_new_with_free_func(g_free);
    folder->log = fact_log_new();
    return folder;
}

static int
remove_cb(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

void
test_folder_free(TestFolder *folder)
{
    if (folder == NULL)
        return;
    (void)g_chdir("/");
    (void)nftw(folder->path, remove_cb, 16, FTW_DEPTH | FTW_PHYS);
    g_ptr_array_unref(folder->documents);
    g_ptr_array_unref(folder->claims);
    fact_inputs_free(folder->inputs);
    fact_log_free(folder->log);
    g_free(folder->path);
    g_free(folder);
}

void
test_folder_write_len(TestFolder *folder, const char *name, const char *bytes, size_t len)
{
    g_autofree char *path = g_build_filename(folder->path, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);

    assert_int_equal(g_mkdir_with_parents(parent, 0755), 0);
    assert_true(g_file_set_contents(path, bytes, (gssize)len, NULL));
}

void
test_folder_write(TestFolder *folder, const char *name, const char *text)
{
    test_folder_write_len(folder, name, text, strlen(text));
}

static void
keep_record_cb(const FactRecord *record, gpointer user_data)
{
    TestFolder *folder = user_data;

    switch (record->kind) {
    case FACT_RECORD_DOCUMENT:
        g_ptr_array_add(folder->documents, record->document);
        break;
    case FACT_RECORD_CLAIMS:
        g_ptr_array_add(folder->claims, g_strdup_printf("%s:%u:%" G_GUINT64_FORMAT " %.*s",
                                                        record->path, record->line, record->offset,
                                                        (int)record->json_len, record->json));
        break;
    }
}

void
test_folder_read(TestFolder *folder, const char *const *paths)
{
    FactInput *input;

    fact_inputs_free(folder->inputs);
    folder->inputs = fact_inputs_new(paths, folder->log);
    while ((input = fact_inputs_next(folder->inputs, folder->log)) != NULL) {
        fact_input_read(input, keep_record_cb, folder, folder->log);
        fact_input_free(input);
        folder->n_inputs++;
    }
}

void
test_folder_read_one(TestFolder *folder, const char *path)
{
    const char *const paths[] = {path, NULL};

    test_folder_read(folder, paths);
}

const FactDocument *
test_folder_get(const TestFolder *folder, guint index)
{
    assert_true(index < folder->documents->len);
    return g_ptr_array_index(folder->documents, index);
}

/* A byte the reader made: part of a break, of a reference or of U+FFFD. */
static gboolean
is_made(const FactDocument *document, guint at, guint file_offset)
{
    char c = document->text[at];

    if (c == ' ' || c == '\n')
        return TRUE;
    if (strstr("\xef\xbf\xbd", (char[]){c, '\0'}) != NULL)
        return TRUE;
    for (guint back = 0; back < 8 && back <= file_offset; back++) {
        if (document->raw[file_offset - back] == '&')
            return TRUE;
    }
    return FALSE;
}

void
test_assert_offsets(const FactDocument *document)
{
    guint last = 0;

    assert_non_null(document->raw);
    assert_true(g_utf8_validate(document->text, (gssize)document->text_len, NULL));
    for (guint i = 0; i < FACT_TEXT_PADDING; i++)
        assert_int_equal(document->text[document->text_len + i], 0);
    for (guint i = 0; i < document->text_len; i++) {
        guint at = fact_document_file_offset(document, i);

        if (at >= document->raw_len || document->raw[at] != document->text[i]) {
            assert_true(is_made(document, i, MIN(at, (guint)document->raw_len - 1)));
            continue;
        }
        assert_true(at >= last);
        last = at;
    }
    for (guint i = 1; document->runs != NULL && i < document->runs->len; i++) {
        const FactOffsetRun *run = &g_array_index(document->runs, FactOffsetRun, i);

        assert_true(run[0].text_offset > run[-1].text_offset);
        assert_true(run[0].file_offset >= run[-1].file_offset);
    }
}
