/* SPDX-License-Identifier: MIT
 *
 * Patterns of gitignore(5). The matcher goes back to the last star only, and from there to the last
 * `**`: a star never crosses a slash, so an earlier star could not do better, and no pattern takes
 * more than the product of both lengths.
 */
#include "read/ignore.h"

#include <string.h>

typedef struct {
    char *glob;
    gboolean is_negated;
    gboolean is_folder_only;
    gboolean is_anchored; /* to the folder of its list; else any name below matches */
} IgnorePattern;

struct FactIgnore {
    gint n_refs;
    char *folder;
    FactIgnore *outer; /* owned */
    GArray *patterns;  /* of IgnorePattern */
};

static void
clear_pattern(gpointer pattern)
{
    g_free(((IgnorePattern *)pattern)->glob);
}

FactIgnore *
fact_ignore_new(const char *folder, FactIgnore *outer)
{
    FactIgnore *ignore = g_new0(FactIgnore, 1);

    ignore->n_refs = 1;
    ignore->folder = g_strdup(folder);
    ignore->outer = outer != NULL ? fact_ignore_ref(outer) : NULL;
    ignore->patterns = g_array_new(FALSE, FALSE, sizeof(IgnorePattern));
    g_array_set_clear_func(ignore->patterns, clear_pattern);
    return ignore;
}

FactIgnore *
fact_ignore_ref(FactIgnore *ignore)
{
    g_atomic_int_inc(&ignore->n_refs);
    return ignore;
}

void
fact_ignore_unref(FactIgnore *ignore)
{
    while (ignore != NULL && g_atomic_int_dec_and_test(&ignore->n_refs)) {
        FactIgnore *outer = ignore->outer;

        g_array_unref(ignore->patterns);
        g_free(ignore->folder);
        g_free(ignore);
        ignore = outer;
    }
}

/* Without the spaces at its end, but for those after a backslash. */
static size_t
trim_line(const char *line, size_t len)
{
    if (len > 0 && line[len - 1] == '\r')
        len--;
    while (len > 0 && line[len - 1] == ' ') {
        size_t n_slashes = 0;

        while (n_slashes + 1 < len && line[len - 2 - n_slashes] == '\\')
            n_slashes++;
        if (n_slashes % 2 == 1)
            break;
        len--;
    }
    return len;
}

static void
add_line(FactIgnore *ignore, const char *line, size_t len)
{
    IgnorePattern pattern = {0};

    len = trim_line(line, len);
    if (len == 0 || *line == '#' || memchr(line, '\0', len) != NULL)
        return;
    if (*line == '!') {
        pattern.is_negated = TRUE;
        line++;
        len--;
    }
    if (len > 0 && line[len - 1] == '/') {
        pattern.is_folder_only = TRUE;
        len--;
    }
    pattern.is_anchored = memchr(line, '/', len) != NULL;
    if (len > 0 && *line == '/') {
        line++;
        len--;
    }
    if (len == 0)
        return;
    pattern.glob = g_strndup(line, len);
    g_array_append_val(ignore->patterns, pattern);
}

gboolean
fact_ignore_add(FactIgnore *ignore, const char *text, size_t len)
{
    const char *end = text + len;

    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        text += 3;
    while (text < end) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *stop = newline != NULL ? newline : end;

        if (ignore->patterns->len == FACT_IGNORE_PATTERNS_MAX)
            return FALSE;
        add_line(ignore, text, (size_t)(stop - text));
        text = newline != NULL ? newline + 1 : end;
    }
    return TRUE;
}

typedef gboolean (*ClassFunc)(guchar c);

#define DEFINE_CLASS(name)                                                                         \
    static gboolean is_##name(guchar c)                                                            \
    {                                                                                              \
        return g_ascii_is##name((char)c);                                                          \
    }

DEFINE_CLASS(alnum)
DEFINE_CLASS(alpha)
DEFINE_CLASS(cntrl)
DEFINE_CLASS(digit)
DEFINE_CLASS(graph)
DEFINE_CLASS(lower)
DEFINE_CLASS(print)
DEFINE_CLASS(punct)
DEFINE_CLASS(space)
DEFINE_CLASS(upper)
DEFINE_CLASS(xdigit)

static gboolean
is_blank(guchar c)
{
    return c == ' ' || c == '\t';
}

static const struct {
    const char *name;
    ClassFunc is_in;
} classes[] = {
    {"alnum", is_alnum}, {"alpha", is_alpha}, {"blank", is_blank}, {"cntrl", is_cntrl},
    {"digit", is_digit}, {"graph", is_graph}, {"lower", is_lower}, {"print", is_print},
    {"punct", is_punct}, {"space", is_space}, {"upper", is_upper}, {"xdigit", is_xdigit},
};

/* `[:name:]` at @at; the byte after it, NULL where there is none of the kind. */
static const char *
match_class(const char *at, guchar c, gboolean *matched)
{
    const char *end = strstr(at + 2, ":]");

    if (end == NULL)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        size_t len = strlen(classes[i].name);

        if ((size_t)(end - at - 2) == len && memcmp(at + 2, classes[i].name, len) == 0) {
            *matched = *matched || classes[i].is_in(c);
            return end + 2;
        }
    }
    return NULL;
}

/* The bracket expression at @at against @c. The byte after it; NULL where it does not close, which
 * matches nothing. */
static const char *
match_bracket(const char *at, guchar c, gboolean *out_matched)
{
    gboolean is_negated;
    gboolean matched = FALSE;
    const char *first;

    at++;
    is_negated = *at == '!' || *at == '^';
    at += is_negated;
    first = at;
    while (*at != '\0' && (*at != ']' || at == first)) {
        guchar low;
        guchar high;

        if (at[0] == '[' && at[1] == ':') {
            at = match_class(at, c, &matched);
            if (at == NULL)
                return NULL;
            continue;
        }
        at += at[0] == '\\' && at[1] != '\0';
        low = high = (guchar)*at++;
        if (at[0] == '-' && at[1] != ']' && at[1] != '\0') {
            at++;
            at += at[0] == '\\' && at[1] != '\0';
            high = (guchar)*at++;
        }
        matched = matched || (low <= c && c <= high);
    }
    *out_matched = matched != is_negated && c != '/';
    return *at == ']' ? at + 1 : NULL;
}

/* One byte of the pattern that is not a star; the pattern after it, NULL where it does not match.
 */
static const char *
match_one(const char *pattern, char c)
{
    gboolean matched;

    switch (*pattern) {
    case '\0':
        return NULL;
    case '?':
        return c != '/' ? pattern + 1 : NULL;
    case '[':
        pattern = match_bracket(pattern, (guchar)c, &matched);
        return pattern != NULL && matched ? pattern : NULL;
    case '\\':
        if (pattern[1] != '\0')
            pattern++;
        return *pattern == c ? pattern + 1 : NULL;
    default:
        return *pattern == c ? pattern + 1 : NULL;
    }
}

/* The length of the part of the pattern that is `**` and nothing else; 0 where it is another. */
static size_t
measure_stars(const char *start, const char *pattern)
{
    size_t n = strspn(pattern, "*");

    if (n < 2 || (pattern != start && pattern[-1] != '/') ||
        (pattern[n] != '/' && pattern[n] != '\0'))
        return 0;
    return n;
}

gboolean
fact_ignore_glob(const char *pattern, const char *path)
{
    const char *start = pattern;
    const char *star = NULL;      /* after the last star, */
    const char *star_path = NULL; /* and where it has to go on */
    const char *folders = NULL;   /* after the last `**` and its slash */
    const char *folders_path = NULL;

    for (;;) {
        size_t n_stars = measure_stars(start, pattern);
        const char *next;

        if (n_stars > 0 && pattern[n_stars] == '\0')
            return *path != '\0';
        if (n_stars > 0) {
            folders = pattern += n_stars + 1;
            folders_path = path;
            star = NULL;
            continue;
        }
        if (*pattern == '*') {
            while (*pattern == '*')
                pattern++;
            star = pattern;
            star_path = path;
            continue;
        }
        if (*path == '\0' && *pattern == '\0')
            return TRUE;
        next = *path != '\0' ? match_one(pattern, *path) : NULL;
        if (next != NULL) {
            pattern = next;
            path++;
        } else if (star != NULL && *star_path != '\0' && *star_path != '/') {
            pattern = star;
            path = ++star_path;
        } else if (folders != NULL && (folders_path = strchr(folders_path, '/')) != NULL) {
            pattern = folders;
            path = ++folders_path;
            star = NULL;
        } else {
            return FALSE;
        }
    }
}

/* @path as the list of @ignore sees it; NULL where it is not below its folder. */
static const char *
path_within(const FactIgnore *ignore, const char *path)
{
    size_t len = strlen(ignore->folder);

    if (len == 0)
        return path;
    if (strncmp(path, ignore->folder, len) != 0)
        return NULL;
    if (ignore->folder[len - 1] == '/')
        return path + len;
    return path[len] == '/' ? path + len + 1 : NULL;
}

/* The last pattern of this list that matches; NULL for none. */
static const IgnorePattern *
find_pattern(const FactIgnore *ignore, const char *path, gboolean is_folder)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;

    for (guint i = ignore->patterns->len; i > 0; i--) {
        const IgnorePattern *pattern = &g_array_index(ignore->patterns, IgnorePattern, i - 1);

        if (pattern->is_folder_only && !is_folder)
            continue;
        if (fact_ignore_glob(pattern->glob, pattern->is_anchored ? path : name))
            return pattern;
    }
    return NULL;
}

gboolean
fact_ignore_matches(const FactIgnore *ignore, const char *path, gboolean is_folder)
{
    for (; ignore != NULL; ignore = ignore->outer) {
        const char *within = path_within(ignore, path);
        const IgnorePattern *pattern =
            within != NULL ? find_pattern(ignore, within, is_folder) : NULL;

        if (pattern != NULL)
            return !pattern->is_negated;
    }
    return FALSE;
}
