/* SPDX-License-Identifier: MIT */
#include "support/assert.h"
#include "support/random.h"

#include "read/ignore.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *patterns;
    const char *path; /* within the folder of the list; a folder where it ends in a slash */
    gboolean is_left_out;
} IgnoreRow;

static const IgnoreRow ignore_rows[] = {
    {"name at any depth", "a.txt", "x/y/a.txt", TRUE},
    {"name of a folder", "x", "x/", TRUE},
    {"part of a name", "a", "ab", FALSE},
    {"star", "*.log", "x/a.log", TRUE},
    {"star crosses no slash", "x/*.log", "x/y/a.log", FALSE},
    {"star matches nothing", "a*b", "ab", TRUE},
    {"several stars", "*a*b*", "xxaxxbxx", TRUE},
    {"question mark", "a?c", "abc", TRUE},
    {"question mark is no slash", "a?c", "a/c", FALSE},
    {"anchored by a slash at the start", "/a.txt", "a.txt", TRUE},
    {"anchored: not below", "/a.txt", "x/a.txt", FALSE},
    {"anchored by a slash within", "x/a.txt", "y/x/a.txt", FALSE},
    {"a slash at the end does not anchor", "x/", "y/x/", TRUE},
    {"folders only: a folder", "x/", "x/", TRUE},
    {"folders only: a file", "x/", "x", FALSE},
    {"two stars first", "**/a", "x/y/a", TRUE},
    {"two stars first, at the top", "**/a", "a", TRUE},
    {"two stars last", "x/**", "x/y/z", TRUE},
    {"two stars last: not the folder itself", "x/**", "x/", FALSE},
    {"two stars between", "x/**/z", "x/a/b/z", TRUE},
    {"two stars between: none", "x/**/z", "x/z", TRUE},
    {"two stars between: whole names", "x/**/z", "x/az", FALSE},
    {"two stars and a star", "**/b*/c", "a/b/d/bx/c", TRUE},
    {"more stars are two", "***/a", "x/y/a", TRUE},
    {"two stars within a name are one", "a**b", "a/b", FALSE},
    {"negated", "*.txt\n!a.txt", "a.txt", FALSE},
    {"the last one decides", "!a.txt\n*.txt", "a.txt", TRUE},
    {"negated again", "*\n!a\na", "a", TRUE},
    {"comment", "# a", "a", FALSE},
    {"escaped comment", "\\#a", "#a", TRUE},
    {"escaped negation", "\\!a", "!a", TRUE},
    {"escaped star", "a\\*", "ab", FALSE},
    {"escaped star itself", "a\\*", "a*", TRUE},
    {"spaces at the end", "a   ", "a", TRUE},
    {"escaped space at the end", "a\\ ", "a ", TRUE},
    {"carriage return", "a\r\nb\r\n", "a", TRUE},
    {"byte order mark",
     "\xef\xbb\xbf"
     "a",
     "a", TRUE},
    {"range", "[a-c]x", "bx", TRUE},
    {"range: outside", "[a-c]x", "dx", FALSE},
    {"negated range", "[!a-c]x", "dx", TRUE},
    {"negated range with a caret", "[^a-c]x", "ax", FALSE},
    {"bracket in a range", "[]x]", "]", TRUE},
    {"hyphen at the end of a range", "[a-]", "-", TRUE},
    {"class", "[[:digit:]].txt", "5.txt", TRUE},
    {"class and more", "[[:alpha:]_]", "_", TRUE},
    {"unknown class", "[[:nonsense:]]", "n", FALSE},
    {"open range", "[ab", "a", FALSE},
    {"a range is no slash", "a[/]b", "a/b", FALSE},
    {"escaped bracket", "[\\]]", "]", TRUE},
    {"only a slash", "/", "a", FALSE},
    {"empty", "\n\n", "a", FALSE},
    {"everything but", "/*\n!/a", "b", TRUE},
};

static gboolean
matches(FactIgnore *ignore, const char *folder, const char *path)
{
    g_autofree char *full = g_build_filename(folder, path, NULL);
    size_t len = strlen(full);
    gboolean is_folder = full[len - 1] == '/';

    if (is_folder)
        full[len - 1] = '\0';
    return fact_ignore_matches(ignore, full, is_folder);
}

static void
test_matches(void **state)
{
    const IgnoreRow *row = *state;
    g_autoptr(FactIgnore) ignore = fact_ignore_new("/r", NULL);

    assert_true(fact_ignore_add(ignore, row->patterns, strlen(row->patterns)));
    assert_int_equal(matches(ignore, "/r", row->path), row->is_left_out);
}

/* Inner lists outrank outer ones, and say nothing of what is not below them. */
static void
test_nested(void **state)
{
    g_autoptr(FactIgnore) outer = fact_ignore_new("/", NULL);
    g_autoptr(FactIgnore) inner = fact_ignore_new("/x", outer);

    (void)state;
    assert_true(fact_ignore_add(outer, "*.txt\n/x/b.md\n", strlen("*.txt\n/x/b.md\n")));
    assert_true(fact_ignore_add(inner, "!a.txt\n/c.md\n", strlen("!a.txt\n/c.md\n")));
    assert_false(matches(inner, "/x", "a.txt"));
    assert_true(matches(inner, "/x", "other.txt"));
    assert_true(matches(inner, "/x", "b.md"));
    assert_true(matches(inner, "/x", "c.md"));
    assert_false(matches(inner, "/x", "y/c.md"));
    assert_true(matches(inner, "/xy", "a.txt"));
}

static void
test_patterns_max(void **state)
{
    g_autoptr(FactIgnore) ignore = fact_ignore_new("/r", NULL);
    g_autoptr(GString) text = g_string_new(NULL);

    (void)state;
    for (int i = 0; i < FACT_IGNORE_PATTERNS_MAX; i++)
        g_string_append_printf(text, "n%d\n", i);
    assert_true(fact_ignore_add(ignore, text->str, text->len));
    assert_false(fact_ignore_add(ignore, "x", 1));
    assert_true(matches(ignore, "/r", "n9999"));
    assert_false(matches(ignore, "/r", "x"));
}

/* The plainest matcher there is, which tries everything. */
static gboolean
match_slowly(const char *start, const char *pattern, const char *path)
{
    if (*pattern == '\0')
        return *path == '\0';
    if (strncmp(pattern, "**/", 3) == 0 && (pattern == start || pattern[-1] == '/')) {
        for (const char *at = path; at != NULL;
             at = strchr(at, '/') != NULL ? strchr(at, '/') + 1 : NULL) {
            if (match_slowly(start, pattern + 3, at))
                return TRUE;
        }
        return FALSE;
    }
    if (strcmp(pattern, "**") == 0 && pattern != start && pattern[-1] == '/')
        return *path != '\0';
    if (*pattern == '*') {
        for (const char *at = path;; at++) {
            if (match_slowly(start, pattern + 1, at))
                return TRUE;
            if (*at == '\0' || *at == '/')
                return FALSE;
        }
    }
    if (*path == '\0' || (*pattern == '?' ? *path == '/' : *pattern != *path))
        return FALSE;
    return match_slowly(start, pattern + 1, path + 1);
}

static void
test_matcher_agrees(void **state)
{
    static const char *const pieces[] = {"a", "b", "*", "?", "/", "/**/", "ab", "*a"};
    static const char *const parts[] = {"a", "b", "/", "ab", "ba", "a/b"};
    TestRandom random = {3};
    guint n_matched = 0;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        g_autoptr(GString) pattern = g_string_new(test_random_below(&random, 4) == 0 ? "**/" : "a");
        g_autoptr(GString) path = g_string_new("a");
        gboolean expected;

        for (guint k = test_random_below(&random, 6); k > 0; k--)
            g_string_append(pattern, pieces[test_random_below(&random, G_N_ELEMENTS(pieces))]);
        for (guint k = test_random_below(&random, 8); k > 0; k--)
            g_string_append(path, parts[test_random_below(&random, G_N_ELEMENTS(parts))]);
        if (strstr(pattern->str, "//") != NULL || strstr(path->str, "//") != NULL ||
            strstr(pattern->str, "***") != NULL || g_str_has_suffix(pattern->str, "/") ||
            g_str_has_suffix(path->str, "/"))
            continue;
        expected = match_slowly(pattern->str, pattern->str, path->str);
        if (fact_ignore_glob(pattern->str, path->str) != expected)
            fail_msg("%s against %s: expected %d", pattern->str, path->str, expected);
        n_matched += expected;
    }
    assert_true(n_matched > 1000);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("read-ignore");

    test_suite_add_rows(suite, test_matches, ignore_rows);
    test_suite_add(suite, test_nested);
    test_suite_add(suite, test_patterns_max);
    test_suite_add(suite, test_matcher_agrees);
    return test_suite_run(suite, argc, argv);
}
