/* SPDX-License-Identifier: MIT
 *
 * Two documents are versions of one article where they have one URL in one topic, or one publisher
 * and one title once words like "UPDATE:" are taken off it, which one of the two titles must have.
 * The later one must be told by its date, or by those words where the dates are equal or missing.
 */
#include "compare/replacement.h"

#include "base/hash.h"
#include "base/repeats.h"

#include <string.h>

/* Marks that open or close the title of a later version, folded. */
static const char *const UPDATE_MARKS[] = {
    "update", "updated", "correction", "corrected", "clarification", "updates", "corrects", NULL,
};

/* One version of an article. */
typedef struct {
    char *key;     /* what versions share, of which at first only the title or URL; owned */
    uint64_t hash; /* of all of it */
    int64_t minute;
    guint32 document;
    gboolean is_dated;
    gboolean is_marked; /* its title says that it is a later version */
    gboolean is_by_title;
} Version;

static void
version_clear(gpointer data)
{
    Version *version = data;

    g_free(version->key);
}

/* Scheme, "www.", fragment, query of a tracker and the last slash do not tell pages apart. */
static char *
fold_url(const char *url)
{
    const char *start = strstr(url, "://");
    g_autofree char *folded = g_ascii_strdown(start == NULL ? url : start + 3, -1);
    char *host = g_str_has_prefix(folded, "www.") ? folded + 4 : folded;
    size_t len = strcspn(host, "#");
    char *tracker = NULL;

    host[len] = '\0';
    tracker = strstr(host, "?utm_");
    if (tracker != NULL)
        *tracker = '\0';
    len = strlen(host);
    if (len > 0 && host[len - 1] == '/')
        host[len - 1] = '\0';
    return g_strdup(host);
}

static gboolean
is_mark(const char *word, size_t len)
{
    for (guint i = 0; UPDATE_MARKS[i] != NULL; i++) {
        if (strlen(UPDATE_MARKS[i]) == len && memcmp(UPDATE_MARKS[i], word, len) == 0)
            return TRUE;
    }
    return FALSE;
}

static uint64_t
hash_string(uint64_t hash, const char *str)
{
    return fact_hash_combine(hash, fact_hash_bytes(str, strlen(str)));
}

/* @title folded; ASCII needs no table. Transfer full. */
static char *
fold_case(const char *title)
{
    return g_str_is_ascii(title) ? g_ascii_strdown(title, -1) : g_utf8_casefold(title, -1);
}

/* Words of the title with single spaces, without marks at its begin and end that stand apart by
 * punctuation: "UPDATE: Fire kills two" and "Fire kills two (updated)", not "Update on a fire". */
static char *
fold_title(const char *title, gboolean *out_is_marked)
{
    char *folded = fold_case(title);
    char *to = folded; /* what is kept is written over what was read */
    char last = '\0';  /* what stood before the word at hand, there or gone */

    *out_is_marked = FALSE;
    for (const char *p = folded; *p != '\0';) {
        const char *start = p;
        gboolean is_apart;

        while (g_ascii_isalnum(*p) || (guchar)*p >= 0x80)
            p++;
        if (p == start) {
            last = *p++;
            continue;
        }
        is_apart = (*p != '\0' && strchr(":)]|-", *p) != NULL) ||
                   (last != '\0' && strchr("([|", last) != NULL);
        last = p[-1];
        if (is_apart && is_mark(start, (size_t)(p - start))) {
            *out_is_marked = TRUE;
            continue;
        }
        if (to > folded)
            *to++ = ' ';
        memmove(to, start, (size_t)(p - start));
        to += p - start;
    }
    *to = '\0';
    return folded;
}

static const char *
or_empty(const char *str)
{
    return str == NULL ? "" : str;
}

/* Takes @key, the folded title or URL of @document. */
static void
add_version(GArray *versions, guint32 i, const FactDocument *document, const FactWitness *witness,
            char *key, gboolean is_marked, gboolean is_by_title)
{
    uint64_t hash = hash_string(is_by_title ? 1 : 2, key);

    if (is_by_title)
        hash = hash_string(hash, or_empty(document->publisher));
    Version version = {
        .key = key,
        .hash = hash_string(hash, or_empty(document->topic)),
        .minute = witness->minute,
        .document = i,
        .is_dated = witness->is_dated,
        .is_marked = is_marked,
        .is_by_title = is_by_title,
    };

    g_array_append_val(versions, version);
}

static void
add_versions(GArray *versions, guint32 i, const FactDocument *document, const FactWitness *witness)
{
    gboolean is_marked = FALSE;
    g_autofree char *title =
        document->title == NULL ? NULL : fold_title(document->title, &is_marked);

    if (document->url != NULL && *document->url != '\0')
        add_version(versions, i, document, witness, fold_url(document->url), is_marked, FALSE);
    if (title != NULL && *title != '\0')
        add_version(versions, i, document, witness, g_steal_pointer(&title), is_marked, TRUE);
}

/* Makes the key of @version all that versions of one article share. */
static void
complete_key(Version *version, const FactDocument *document)
{
    char *key = version->is_by_title
                    ? g_strconcat("t\n", version->key, "\n", or_empty(document->publisher), "\n",
                                  or_empty(document->topic), NULL)
                    : g_strconcat("u\n", version->key, "\n", or_empty(document->topic), NULL);

    g_free(version->key);
    version->key = key;
}

/* Most articles have one version: those are dropped before the rest is put in order. */
static void
drop_single_versions(GArray *versions)
{
    g_auto(FactRepeats) repeats;
    guint n_kept = 0;

    fact_repeats_init(&repeats, versions->len);
    for (guint i = 0; i < versions->len; i++)
        fact_repeats_add(&repeats, g_array_index(versions, Version, i).hash);
    for (guint i = 0; i < versions->len; i++) {
        Version *version = &g_array_index(versions, Version, i);
        Version kept = *version;

        if (!fact_repeats_may_have(&repeats, kept.hash))
            continue;
        version->key = g_array_index(versions, Version, n_kept).key; /* each is freed once */
        g_array_index(versions, Version, n_kept++) = kept;
    }
    g_array_set_size(versions, n_kept);
}

/* Earliest version first, those without a date before all, marked ones after the others of their
 * time. */
static int
compare_versions(gconstpointer a, gconstpointer b)
{
    const Version *first = a;
    const Version *second = b;
    int order = strcmp(first->key, second->key);

    if (order == 0)
        order = first->is_dated - second->is_dated;
    if (order == 0 && first->minute != second->minute)
        order = first->minute < second->minute ? -1 : 1;
    if (order == 0)
        order = first->is_marked - second->is_marked;
    if (order == 0)
        order = first->document < second->document ? -1 : 1;
    return order;
}

/* Why @later takes the place of @earlier; NULL if it does not. */
static const char *
find_reason(const Version *earlier, const Version *later)
{
    gboolean is_newer = earlier->is_dated && later->is_dated && earlier->minute < later->minute;
    gboolean is_same_time =
        !earlier->is_dated || !later->is_dated || earlier->minute == later->minute;

    if (!earlier->is_by_title && is_newer)
        return "same URL, newer date";
    if (later->is_marked && !earlier->is_marked && (is_newer || is_same_time))
        return later->is_by_title ? "its title says that it is a later version"
                                  : "same URL, and its title says that it is a later version";
    return NULL;
}

/* Each of the @n versions of one article against the last one. */
static void
replace_versions(const Version *versions, guint n, guint8 *is_replaced, GArray *out)
{
    const Version *latest = &versions[n - 1];

    for (guint i = 0; i + 1 < n; i++) {
        const char *reason = find_reason(&versions[i], latest);
        FactReplacement replacement = {versions[i].document, latest->document, reason};

        if (reason == NULL || is_replaced[versions[i].document] || is_replaced[latest->document])
            continue;
        is_replaced[versions[i].document] = TRUE;
        g_array_append_val(out, replacement);
    }
}

static int
compare_replacements(gconstpointer a, gconstpointer b)
{
    const FactReplacement *first = a;
    const FactReplacement *second = b;

    return first->earlier < second->earlier ? -1 : first->earlier > second->earlier;
}

GArray *
fact_replacements_find(const GPtrArray *documents, const FactWitness *witnesses)
{
    g_autoptr(GArray) versions = g_array_new(FALSE, FALSE, sizeof(Version));
    g_autofree guint8 *is_replaced = g_new0(guint8, MAX(documents->len, 1));
    GArray *out = g_array_new(FALSE, FALSE, sizeof(FactReplacement));
    guint first = 0;

    g_array_set_clear_func(versions, version_clear);
    for (guint32 i = 0; i < documents->len; i++)
        add_versions(versions, i, g_ptr_array_index(documents, i), &witnesses[i]);
    drop_single_versions(versions);
    for (guint i = 0; i < versions->len; i++) {
        Version *version = &g_array_index(versions, Version, i);
        complete_key(version, g_ptr_array_index(documents, version->document));
    }
    g_array_sort(versions, compare_versions);
    for (guint i = 1; i <= versions->len; i++) {
        const Version *all = (const Version *)(gpointer)versions->data;

        if (i < versions->len && g_str_equal(all[i].key, all[first].key))
            continue;
        replace_versions(all + first, i - first, is_replaced, out);
        first = i;
    }
    g_array_sort(out, compare_replacements);
    return out;
}
