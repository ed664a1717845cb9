/* SPDX-License-Identifier: MIT */
#include "support/assert.h"
#include "support/folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    const char *name;
    const char *files[12]; /* name, text, name, text ... */
    const char *paths[4];
    const char *read; /* ids of the documents in their order */
    const char *messages;
} InputRow;

static const InputRow input_rows[] = {
    {"one file", {"a.txt", "A."}, {"a.txt"}, "a.txt", ""},
    {"byte order of whole paths",
     {"x/b.txt", "B.", "x.txt", "X.", "x/a/c.txt", "C.", "Z.txt", "Z."},
     {"."},
     "Z.txt x.txt x/a/c.txt x/b.txt",
     ""},
    {"any order of arguments",
     {"a.txt", "A.", "b.txt", "B."},
     {"b.txt", "a.txt"},
     "a.txt b.txt",
     ""},
    {"given twice", {"a.txt", "A."}, {"a.txt", "./a.txt", ".//a.txt"}, "a.txt", ""},
    {"given by its folder too",
     {"x/a.txt", "A.", "x/b.txt", "B."},
     {"x/a.txt", "x"},
     "x/a.txt x/b.txt",
     ""},
    {"folder with a slash", {"x/a.txt", "A."}, {"x/"}, "x/a.txt", ""},
    {"by another way", {"x/a.txt", "A.", "y/b.txt", "B."}, {"x", "y/../x/a.txt"}, "x/a.txt", ""},
    {"missing",
     {"a.txt", "A."},
     {"no.txt", "a.txt"},
     "a.txt",
     "no.txt:1:1: cannot open: No such file or directory"},
    {"hidden", {".h.txt", "H.", ".x/a.txt", "X.", "a.txt", "A."}, {"."}, "a.txt", ""},
    {"hidden, by name", {".h.txt", "H."}, {".h.txt"}, ".h.txt", ""},
    {"all kinds",
     {"a.md", "A", "b.HTML", "<p>B</p>", "c.json", "{\"text\":\"C\"}", "d.jsonl",
      "{\"text\":\"D\"}"},
     {"."},
     "a.md b.HTML c.json:1 d.jsonl:1",
     ""},
    {"other kinds are left out",
     {"a.txt", "A.", "b.png", "P", "c", "C", "d.c", "D"},
     {"."},
     "a.txt",
     ".:1:1: 3 files of other kinds left out, \"b.png\" first (name them to read them)"},
    {"other kinds, by name", {"c", "C c.", "d.c", "D"}, {"c", "d.c"}, "c d.c", ""},
    {"what it is, by its bytes",
     {"a", "<!DOCTYPE html><p>A</p>", "b", "{\"text\":\"B\"}", "c", "---\ntitle: T\n---\nC"},
     {"a", "b", "c"},
     "a b:1 c",
     ""},
    {"JSON that is no article, in a folder",
     {"a.txt", "A.", "package.json", "{\"name\":\"x\"}"},
     {"."},
     "a.txt",
     "package.json:1:1: not an article: there is no \"text\" in it"},
    {"nothing to read",
     {"x/b.png", "P"},
     {"x"},
     "",
     "x:1:1: 1 files of other kinds left out, \"x/b.png\" first (name them to read them)\n"
     "x:1:1: there is nothing to read in this folder"},
    {"ignored",
     {".gitignore", "b*\n", "a.txt", "A.", "b.txt", "B.", "bb/c.txt", "C."},
     {"."},
     "a.txt",
     ""},
    {"ignored by our own list",
     {".gitignore", "*.txt\n", ".factdiffignore", "!b.txt\n", "a.txt", "A.", "b.txt", "B."},
     {"."},
     "b.txt",
     ""},
    {"ignored below",
     {"x/.gitignore", "/a.txt", "x/a.txt", "A.", "x/y/a.txt", "Y.", "a.txt", "T."},
     {"."},
     "a.txt x/y/a.txt",
     ""},
    {"ignored from around",
     {".git/HEAD", "r", ".gitignore", "/x/a.txt\nb.txt\n", "x/a.txt", "A.", "x/b.txt", "B.",
      "x/c.txt", "C."},
     {"x"},
     "x/c.txt",
     ""},
    {"around is up to the repository",
     {".gitignore", "*.txt", "x/.git/HEAD", "r", "x/a.txt", "A."},
     {"x"},
     "x/a.txt",
     ""},
    {"ignored, by name", {".gitignore", "a.txt", "a.txt", "A."}, {"a.txt"}, "a.txt", ""},
};

static void
assert_read(const TestFolder *folder, const char *ids)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (guint i = 0; i < folder->documents->len; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "", test_folder_get(folder, i)->id);
    assert_gstring(out, ids);
}

static void
test_inputs(void **state)
{
    const InputRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    for (int i = 0; row->files[i] != NULL; i += 2)
        test_folder_write(folder, row->files[i], row->files[i + 1]);
    test_folder_read(folder, row->paths);
    assert_log(folder->log, row->messages);
    assert_read(folder, row->read);
}

/* Links lead in circles and out of the folder. */
static void
test_links(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();

    (void)state;
    test_folder_write(folder, "x/a.txt", "A.");
    test_folder_write(folder, "out.txt", "O.");
    assert_int_equal(symlink("..", "x/up"), 0);
    assert_int_equal(symlink("../out.txt", "x/b.txt"), 0);
    assert_int_equal(symlink("loop", "x/loop"), 0);
    test_folder_read_one(folder, "x");
    assert_read(folder, "x/a.txt");
    assert_log(folder->log, "x/b.txt:1:1: left out: a symbolic link (name it to read it)\n"
                            "x/loop:1:1: left out: a symbolic link (name it to read it)\n"
                            "x/up:1:1: left out: a symbolic link (name it to read it)");
}

static void
test_named_link(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();

    (void)state;
    test_folder_write(folder, "x/a.txt", "A.");
    assert_int_equal(symlink("x", "y"), 0);
    assert_int_equal(symlink("x/a.txt", "b.txt"), 0);
    test_folder_read(folder, (const char *const[]){"y", "b.txt", NULL});
    assert_read(folder, "b.txt");
    test_folder_read_one(folder, "y");
    assert_read(folder, "b.txt y/a.txt");
}

static void
test_depth(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) path = g_string_new("x");

    (void)state;
    for (int i = 1; i < FACT_READ_DEPTH_MAX; i++)
        g_string_append(path, "/x");
    g_string_append(path, "/a.txt");
    test_folder_write(folder, path->str, "A.");
    test_folder_read_one(folder, "x");
    assert_int_equal(folder->documents->len, 1);
    g_string_prepend(path, "y/");
    test_folder_write(folder, path->str, "B.");
    test_folder_read_one(folder, "y");
    assert_int_equal(folder->documents->len, 1);
    assert_true(fact_log_has_errors(folder->log));
    assert_true(g_str_has_suffix(fact_log_get(folder->log, 0)->message,
                                 "left out: more than 200 folders deep"));
}

static void
test_unreadable(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip();

    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write(folder, "a.txt", "A.");
    assert_int_equal(g_chmod("a.txt", 0), 0);
    test_folder_read_one(folder, "a.txt");
    assert_log(folder->log, "a.txt:1:1: cannot open: Permission denied");
}

/* A file that is larger than is read is told, not read. */
static void
test_bytes_max(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();

    (void)state;
    test_folder_write(folder, "a.txt", "A.");
    assert_int_equal(truncate("a.txt", (off_t)FACT_READ_BYTES_MAX + 1), 0);
    test_folder_read_one(folder, "a.txt");
    assert_log(folder->log, "a.txt:1:1: larger than 268435456 bytes, left out");
}

static void
test_bad_name(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();

    (void)state;
    test_folder_write(folder, "a\xff.txt", "A.");
    test_folder_write(folder, "b.txt", "B.");
    test_folder_read_one(folder, ".");
    assert_read(folder, "b.txt");
    assert_log(folder->log, "a\xef\xbf\xbd.txt:1:1: left out: its name is not UTF-8");
}

/* Puts @text on standard input. */
static int
feed(const char *text)
{
    int held = dup(STDIN_FILENO);
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, strlen(text)), (int)strlen(text));
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    return held;
}

static void
test_standard_input(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    int held = feed("{\"text\":\"A\"}\n{\"id\":\"b\",\"text\":\"B\"}\n{\"record\":\"claim\"}\n");
    g_autoptr(FactDocument) again = NULL;

    (void)state;
    test_folder_read(folder, (const char *const[]){"-", "-", NULL});
    dup2(held, STDIN_FILENO);
    close(held);
    assert_log(folder->log, "");
    assert_read(folder, "-:1 b");
    assert_string_equal(test_folder_get(folder, 1)->path, "-");
    assert_string_equal(g_ptr_array_index(folder->claims, 0), "-:3:35 {\"record\":\"claim\"}");
    again = fact_document_reload(test_folder_get(folder, 1));
    assert_non_null(again);
    assert_string_equal(again->text, "B");
    assert_string_equal(again->path, "-");
}

static void
test_standard_input_text(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    int held = feed("Plain text.\n");
    g_autoptr(FactDocument) again = NULL;

    (void)state;
    test_folder_read_one(folder, "-");
    dup2(held, STDIN_FILENO);
    close(held);
    assert_read(folder, "-");
    again = fact_document_reload(test_folder_get(folder, 0));
    assert_non_null(again);
    assert_string_equal(again->text, "Plain text.\n");
}

/* A pipe that has a name, as the shell gives one for `<(...)`. */
static void
test_pipe(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    int ends[2];
    g_autofree char *path = NULL;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "It burned.", 10), 10);
    close(ends[1]);
    path = g_strdup_printf("/dev/fd/%d", ends[0]);
    test_folder_read_one(folder, path);
    close(ends[0]);
    assert_log(folder->log, "");
    assert_read(folder, path);
    assert_string_equal(test_folder_get(folder, 0)->text, "It burned.");
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("read-inputs");

    test_suite_add_rows(suite, test_inputs, input_rows);
    test_suite_add(suite, test_links);
    test_suite_add(suite, test_named_link);
    test_suite_add(suite, test_depth);
    test_suite_add(suite, test_unreadable);
    test_suite_add(suite, test_bytes_max);
    test_suite_add(suite, test_bad_name);
    test_suite_add(suite, test_standard_input);
    test_suite_add(suite, test_standard_input_text);
    test_suite_add(suite, test_pipe);
    return test_suite_run(suite, argc, argv);
}
