/* SPDX-License-Identifier: MIT
 *
 * Stands in for libFuzzer where there is none: replays every file of the folders and files it is
 * given, each in a buffer of its exact size, then random mutations of them, the same ones each
 * time.
 *
 *     fuzz-decimal [--mutations N] PATH...
 */
#include "fuzz/fuzz.h"
#include "support/random.h"

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Mutations of one file. */
#define MUTATIONS_DEFAULT 64
/* The longest part that a mutation copies or drops. */
#define PART_MAX 32

static void
run(const GByteArray *input)
{
    /* Not the array's own buffer: it has room to spare, which would hide a read past the end. */
    uint8_t *exact = malloc(MAX(input->len, 1));

    if (input->len > 0)
        memcpy(exact, input->data, input->len);
    LLVMFuzzerTestOneInput(exact, input->len);
    free(exact);
}

static void
mutate_once(GByteArray *input, TestRandom *random)
{
    static const char marks[] = "\"\\{}[],:.-$%'<>&;#|\n \0\xc2\xe2\xff";
    guint at = input->len == 0 ? 0 : test_random_below(random, input->len);
    guint wanted = 1 + test_random_below(random, PART_MAX);
    guint len = MIN(wanted, input->len - at);
    uint8_t byte = (uint8_t)test_random_next(random);

    if (input->len == 0)
        return;
    switch (test_random_below(random, 5)) {
    case 0:
        input->data[at] = byte;
        break;
    case 1:
        input->data[at] = (uint8_t)marks[byte % (sizeof marks - 1)];
        break;
    case 2:
        g_byte_array_remove_range(input, at, len);
        break;
    case 3: {
        g_autofree uint8_t *part = g_memdup2(input->data + at, len);

        g_byte_array_append(input, part, len);
        break;
    }
    default:
        g_byte_array_set_size(input, at);
        break;
    }
}

static void
run_mutations(const GByteArray *input, guint n, TestRandom *random)
{
    for (guint i = 0; i < n; i++) {
        g_autoptr(GByteArray) mutated = g_byte_array_new();
        guint times = 1 + test_random_below(random, 8);

        g_byte_array_append(mutated, input->data, input->len);
        for (guint k = 0; k < times; k++)
            mutate_once(mutated, random);
        run(mutated);
    }
}

static gboolean
replay_file(const char *path, guint mutations)
{
    TestRandom random = {1};
    g_autoptr(GByteArray) input = g_byte_array_new();
    g_autofree char *contents = NULL;
    gsize len;

    if (!g_file_get_contents(path, &contents, &len, NULL)) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return FALSE;
    }
    g_byte_array_append(input, (const guint8 *)contents, (guint)len);
    printf("%s\n", path);
    fflush(stdout);
    run(input);
    run_mutations(input, mutations, &random);
    return TRUE;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static gboolean
replay(const char *path, guint mutations)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    gboolean is_read = TRUE;
    const char *name;

    if (dir == NULL)
        return replay_file(path, mutations);
    for (name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir))
        g_ptr_array_add(files, g_build_filename(path, name, NULL));
    g_ptr_array_sort(files, compare_names);
    for (guint i = 0; i < files->len; i++)
        is_read &= replay_file(files->pdata[i], mutations);
    return is_read;
}

int
main(int argc, char **argv)
{
    guint mutations = MUTATIONS_DEFAULT;
    gboolean is_read = TRUE;
    int i = 1;

    if (argc > 2 && strcmp(argv[1], "--mutations") == 0) {
        mutations = (guint)g_ascii_strtoull(argv[2], NULL, 10);
        i = 3;
    }
    for (; i < argc; i++)
        is_read &= replay(argv[i], mutations);
    return is_read ? 0 : 1;
}
