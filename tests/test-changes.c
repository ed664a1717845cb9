/* SPDX-License-Identifier: MIT
 *
 * Changed documents, in repositories made here. Without git there is nothing to test.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "gate/changes.h"
#include "support/suite.h"

static char *folder;

static gboolean
run(const char *command)
{
    g_autofree char *script = g_strdup_printf(
        "cd '%s' && export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null "
        "GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@t GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@t; "
        "(%s) >/dev/null 2>&1",
        folder, command);
    const char *const argv[] = {"/bin/sh", "-c", script, NULL};
    g_autoptr(GSubprocess) shell = g_subprocess_newv(argv, G_SUBPROCESS_FLAGS_NONE, NULL);

    return shell != NULL && g_subprocess_wait_check(shell, NULL, NULL);
}

static int
make_repository(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("factdiff-changes-XXXXXX", NULL);
    return folder != NULL &&
                   run("git init -q -b main repo && cd repo && mkdir news 'with space' && "
                       "for f in a b c; do echo $f > news/$f.txt; done && echo x > 'with "
                       "space/d.txt' && git add . && git commit -qm one && git tag base && "
                       "git checkout -qb work && echo more >> news/a.txt && git commit -qam two && "
                       "echo more >> news/b.txt && echo new > news/e.txt && echo more >> 'with "
                       "space/d.txt' && git clone -q --depth 1 file://$PWD ../shallow && "
                       "mkdir ../plain")
               ? 0
               : -1;
}

static int
drop_repository(void **state)
{
    (void)state;
    run("rm -rf repo shallow plain");
    g_rmdir(folder);
    g_clear_pointer(&folder, g_free);
    return 0;
}

static FactChanges *
ask(const char *revision, const char *path, GError **error)
{
    g_autofree char *full = g_build_filename(folder, path, NULL);
    const char *const paths[] = {full, NULL};

    return fact_changes_new_from_git(revision, paths, error);
}

static gboolean
has(const FactChanges *changes, const char *path)
{
    g_autofree char *full = g_build_filename(folder, path, NULL);
    g_autoptr(FactDocument) document = fact_document_new(full);

    return fact_changes_has(changes, document);
}

static void
test_git(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FactChanges) changes = ask("base", "repo/news", &error);

    (void)state;
    if (changes == NULL)
        fail_msg("%s", error->message);
    assert_true(has(changes, "repo/news/a.txt")); /* committed since */
    assert_true(has(changes, "repo/news/b.txt")); /* in the working tree */
    assert_true(has(changes, "repo/news/e.txt")); /* not known to git */
    assert_true(has(changes, "repo/with space/d.txt"));
    assert_true(has(changes, "repo/news/../news/a.txt"));
    assert_false(has(changes, "repo/news/c.txt"));
    assert_false(has(changes, "repo/news"));
}

/* The other branch goes on: what it changed is not ours. */
static void
test_merge_base(void **state)
{
    g_autoptr(FactChanges) changes = NULL;

    (void)state;
    assert_true(run("cd repo && git stash -qu && git checkout -q main && echo z >> news/c.txt && "
                    "git commit -qam three && git checkout -q work && git stash pop -q"));
    changes = ask("main", "repo", NULL);
    assert_non_null(changes);
    assert_true(has(changes, "repo/news/a.txt"));
    assert_false(has(changes, "repo/news/c.txt"));
}

typedef struct {
    const char *name;
    const char *revision;
    const char *path;
    const char *hint; /* part of the message */
} ErrorRow;

static const ErrorRow error_rows[] = {
    {"unknown revision", "nowhere", "repo", "unknown revision 'nowhere'; fetch it first"},
    {"an option", "--help", "repo", "'--help' is no revision"},
    {"nothing", "", "repo", "'' is no revision"},
    {"shallow", "HEAD", "shallow", "git fetch --unshallow"},
    {"no repository", "HEAD", "plain", "--changed"},
    {"no folder", "HEAD", "nothing/there", "--changed"},
};

static void
test_error(void **state)
{
    const ErrorRow *row = *state;
    g_autoptr(GError) error = NULL;

    assert_null(ask(row->revision, row->path, &error));
    assert_int_equal(error->domain, FACT_ERROR);
    assert_int_equal(error->code, FACT_ERROR_USAGE);
    if (strstr(error->message, row->hint) == NULL)
        fail_msg("'%s' does not say '%s'", error->message, row->hint);
}

static void
test_files(void **state)
{
    const char *const files[] = {"./one/../a.txt", "folder/", NULL};
    g_autoptr(FactChanges) changes = fact_changes_new(files);
    static const char *const in[] = {"a.txt", "./a.txt", "folder/x/y.txt", "-"};
    static const char *const out[] = {"b.txt", "folders/x.txt", "a.txt.bak"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(in); i++) {
        g_autoptr(FactDocument) document = fact_document_new(in[i]);

        assert_true(fact_changes_has(changes, document));
    }
    for (guint i = 0; i < G_N_ELEMENTS(out); i++) {
        g_autoptr(FactDocument) document = fact_document_new(out[i]);

        assert_false(fact_changes_has(changes, document));
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("changes");
    g_autofree char *git = g_find_program_in_path("git");
    int result;

    test_suite_add(suite, test_files);
    if (git != NULL && make_repository(NULL) == 0) {
        test_suite_add(suite, test_git);
        test_suite_add(suite, test_merge_base);
        test_suite_add_rows(suite, test_error, error_rows);
    }
    result = test_suite_run(suite, argc, argv);
    if (folder != NULL)
        drop_repository(NULL);
    return result;
}
