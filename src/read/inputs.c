/* SPDX-License-Identifier: MIT
 *
 * The list of what there is to read. All of it is made by one thread, in one order, whatever the
 * order of the arguments. Files are told to the system a few ahead of their turn, so that a cold
 * disk reads while the processors work.
 */
#include "read/blocks.h"
#include "read/input.h"
#include "read/load.h"
#include "read/spool.h"
#include "read/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STANDARD_INPUT "-"
/* Files that the system is told of before they are read. */
#define FILES_AHEAD 16u

typedef struct {
    char *path;
    const char *spool; /* borrowed from the spools; NULL: the bytes are at path */
    gboolean is_named;
    dev_t device; /* which file it is, by whatever path */
    ino_t inode;
} InputFile;

struct FactInputs {
    GArray *files;      /* of InputFile, sorted by path */
    GPtrArray *spools;  /* of FactSpool, owned */
    guint next;         /* file to hand out */
    guint advised;      /* files the system was told of */
    FactBlocks *blocks; /* of the file before it, while it has some left; owned */
};

static void
clear_file(gpointer file)
{
    g_free(((InputFile *)file)->path);
}

/* Without "./" at its start, doubled slashes and slashes at its end, so that one file has one path.
 */
static char *
tidy_path(const char *path)
{
    GString *tidy = g_string_new(*path == '/' ? "/" : NULL);
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);

    for (guint i = 0; parts[i] != NULL; i++) {
        if (*parts[i] == '\0' || g_str_equal(parts[i], "."))
            continue;
        if (tidy->len > 0 && tidy->str[tidy->len - 1] != '/')
            g_string_append_c(tidy, '/');
        g_string_append(tidy, parts[i]);
    }
    if (tidy->len == 0)
        g_string_append_c(tidy, '.');
    return g_string_free(tidy, FALSE);
}

static void
add_file(FactInputs *inputs, const char *path, const char *spool, gboolean is_named)
{
    InputFile file = {.path = g_strdup(path), .spool = spool, .is_named = is_named};

    g_array_append_val(inputs->files, file);
}

static void
add_folder(FactInputs *inputs, const char *path, FactLog *log)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

    fact_walk_folder(path, paths, log);
    for (guint i = 0; i < paths->len; i++)
        add_file(inputs, g_ptr_array_index(paths, i), NULL, FALSE);
}

static void
add_spool(FactInputs *inputs, const char *path, int fd, FactLog *log)
{
    g_autoptr(GError) error = NULL;
    FactSpool *spool = fact_spool_new(fd, &error);

    if (spool == NULL) {
        fact_log_error(log, "%s:1:1: %s", path, error->message);
        return;
    }
    g_ptr_array_add(inputs->spools, spool);
    add_file(inputs, path, fact_spool_get_file(spool), TRUE);
}

/* A pipe, as the shell's <(...) makes them. */
static void
add_stream(FactInputs *inputs, const char *path, FactLog *log)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

    if (fd < 0) {
        fact_log_error(log, "%s:1:1: cannot open: %s", path, g_strerror(errno));
        return;
    }
    add_spool(inputs, path, fd, log);
    close(fd);
}

static void
add_path(FactInputs *inputs, const char *path, FactLog *log)
{
    struct stat status;

    if (!g_utf8_validate(path, -1, NULL)) {
        g_autofree char *shown = g_utf8_make_valid(path, -1);

        fact_log_error(log, "%s:1:1: left out: its name is not UTF-8", shown);
    } else if (g_str_equal(path, STANDARD_INPUT)) {
        add_spool(inputs, path, STDIN_FILENO, log);
    } else if (stat(path, &status) != 0) {
        fact_log_error(log, "%s:1:1: cannot open: %s", path, g_strerror(errno));
    } else if (S_ISDIR(status.st_mode)) {
        add_folder(inputs, path, log);
    } else if (S_ISREG(status.st_mode)) {
        add_file(inputs, path, NULL, TRUE);
    } else {
        add_stream(inputs, path, log);
    }
}

static gint
compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* By path; of two alike the one that was named comes first and stays. */
static gint
compare_files(gconstpointer a, gconstpointer b)
{
    const InputFile *one = a;
    const InputFile *other = b;
    int order = strcmp(one->path, other->path);

    return order != 0 ? order : (other->is_named != 0) - (one->is_named != 0);
}

static guint
hash_file(gconstpointer file)
{
    const InputFile *self = file;

    return (guint)self->inode * 31u + (guint)self->device;
}

static gboolean
is_same_file(gconstpointer a, gconstpointer b)
{
    const InputFile *one = a;
    const InputFile *other = b;

    return one->inode == other->inode && one->device == other->device;
}

/* Sorts, and drops what is there twice: under the same path, or, where several were given, under
 * another path of the same file. */
static void
settle_files(FactInputs *inputs, gboolean is_several)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(hash_file, is_same_file);
    g_autoptr(GArray) files = inputs->files;
    guint n_kept = 0;

    g_array_sort(files, compare_files);
    inputs->files = g_array_sized_new(FALSE, FALSE, sizeof(InputFile), files->len);
    g_array_set_clear_func(inputs->files, clear_file);
    for (guint i = 0; i < files->len; i++) {
        InputFile *file = &g_array_index(files, InputFile, i);
        struct stat status;
        gboolean is_known = is_several && file->spool == NULL && stat(file->path, &status) == 0;

        if (is_known) {
            file->device = status.st_dev;
            file->inode = status.st_ino;
        }
        if ((n_kept > 0 &&
             g_str_equal(g_array_index(inputs->files, InputFile, n_kept - 1).path, file->path)) ||
            (is_known && !g_hash_table_add(seen, file))) {
            g_clear_pointer(&file->path, g_free);
            continue;
        }
        g_array_append_val(inputs->files, *file);
        n_kept++;
    }
    g_array_set_clear_func(files, NULL);
}

FactInputs *
fact_inputs_new(const char *const *paths, FactLog *log)
{
    FactInputs *inputs = g_new0(FactInputs, 1);
    g_autoptr(GPtrArray) given = g_ptr_array_new_with_free_func(g_free);

    inputs->files = g_array_new(FALSE, FALSE, sizeof(InputFile));
    inputs->spools = g_ptr_array_new_with_free_func((GDestroyNotify)fact_spool_free);
    for (size_t i = 0; paths[i] != NULL; i++)
        g_ptr_array_add(given, tidy_path(paths[i]));
    g_ptr_array_sort(given, compare_paths);
    for (guint i = 0; i < given->len; i++) {
        const char *path = g_ptr_array_index(given, i);

        if (i == 0 || !g_str_equal(path, g_ptr_array_index(given, i - 1)))
            add_path(inputs, path, log);
    }
    settle_files(inputs, given->len > 1);
    return inputs;
}

void
fact_inputs_free(FactInputs *inputs)
{
    if (inputs == NULL)
        return;
    fact_blocks_free(inputs->blocks);
    g_array_unref(inputs->files);
    g_ptr_array_unref(inputs->spools);
    g_free(inputs);
}

static void
advise_ahead(FactInputs *inputs)
{
    guint end = MIN(inputs->next + FILES_AHEAD, inputs->files->len);

    for (inputs->advised = MAX(inputs->advised, inputs->next + 1); inputs->advised < end;
         inputs->advised++) {
        const InputFile *file = &g_array_index(inputs->files, InputFile, inputs->advised);
        int fd = file->spool == NULL
                     ? open(file->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
                     : -1;

        if (fd < 0)
            continue;
        (void)posix_fadvise(fd, 0, 0, POSIX_FADV_WILLNEED);
        close(fd);
    }
}

/* The format, where it is one that can be cut into blocks; of a small file it is not asked. */
static const FactFormat *
find_block_format(const char *path, const char *file)
{
    const FactFormat *format = fact_format_of_path(path);
    g_autofree char *head = NULL;
    struct stat status;
    size_t len;

    if (stat(file, &status) != 0 || status.st_size <= (off_t)FACT_INPUT_BLOCK_BYTES)
        return NULL;
    head = fact_load_range(file, path, 0, FACT_READ_HEAD_BYTES, &len, NULL);
    if (head == NULL || fact_encoding_is_utf16(head, len) || fact_format_is_binary(head, len))
        return NULL;
    format = fact_format_of_content(format, head, len);
    return format->by_lines ? format : NULL;
}

FactInput *
fact_inputs_next(FactInputs *inputs, FactLog *log)
{
    while (inputs->blocks != NULL || inputs->next < inputs->files->len) {
        const InputFile *file;
        const FactFormat *format;
        FactInput *input;

        if (inputs->blocks != NULL) {
            input = fact_blocks_next(inputs->blocks, log);
            if (input != NULL)
                return input;
            g_clear_pointer(&inputs->blocks, fact_blocks_free);
            continue;
        }
        advise_ahead(inputs);
        file = &g_array_index(inputs->files, InputFile, inputs->next++);
        input = g_new0(FactInput, 1);
        input->path = g_strdup(file->path);
        input->file = g_strdup(file->spool != NULL ? file->spool : file->path);
        input->is_named = file->is_named;
        input->line = 1;
        format = find_block_format(input->path, input->file);
        if (format == NULL)
            return input;
        input->format = format;
        inputs->blocks = fact_blocks_new(input);
    }
    return NULL;
}
