/* SPDX-License-Identifier: MIT
 *
 * One line for each pair, sorted by what people read, so that a merge of two branches is a merge of
 * lines. What a line says besides the fingerprint is kept as it was when the pair came in: a later
 * label makes no change to review.
 */
#include "gate/baseline.h"

#include <errno.h>
#include <jansson.h>
#include <string.h>

#include "base/json-locate.h"
#include "base/json-writer.h"
#include "compare/explanation.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

#define FINGERPRINT_LENGTH 32
/* A baseline is a text that people review. */
#define BYTES_MAX (256u * 1024 * 1024)

typedef struct {
    char *fingerprint;
    char *verdict;
    char *group; /* "" for none */
    char *subject;
    char *attribute;
    char *values[2];
} Entry;

struct FactBaseline {
    GHashTable *entries; /* fingerprint of an Entry -> Entry, owned */
};

static void
entry_free(gpointer data)
{
    Entry *entry = data;

    g_free(entry->fingerprint);
    g_free(entry->verdict);
    g_free(entry->group);
    g_free(entry->subject);
    g_free(entry->attribute);
    g_free(entry->values[0]);
    g_free(entry->values[1]);
    g_free(entry);
}

FactBaseline *
fact_baseline_new(void)
{
    FactBaseline *baseline = g_new0(FactBaseline, 1);

    baseline->entries = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, entry_free);
    return baseline;
}

void
fact_baseline_free(FactBaseline *baseline)
{
    if (baseline == NULL)
        return;
    g_hash_table_unref(baseline->entries);
    g_free(baseline);
}

/* A file being read. */
typedef struct {
    const char *path;
    const char *json;
    size_t len;
    GError **error;
} Reader;

static gboolean
    G_GNUC_PRINTF(3, 4) fail(const Reader *reader, const char *pointer, const char *format, ...)
{
    FactPosition position = fact_json_locate(reader->json, reader->len, pointer);
    g_autofree char *what = NULL;
    va_list args;

    va_start(args, format);
    what = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error(reader->error, FACT_ERROR, FACT_ERROR_INPUT, "%s:%u:%u: %s", reader->path,
                position.line, position.column, what);
    return FALSE;
}

static char *
dup_member(const json_t *object, const char *name)
{
    const char *str = json_string_value(json_object_get(object, name));

    return g_strdup(str == NULL ? "" : str);
}

static gboolean
is_fingerprint(const char *str)
{
    return str != NULL && strlen(str) == FINGERPRINT_LENGTH &&
           strspn(str, "0123456789abcdef") == FINGERPRINT_LENGTH;
}

static char *
dup_value(const json_t *object, size_t index)
{
    const char *str = json_string_value(json_array_get(json_object_get(object, "values"), index));

    return g_strdup(str == NULL ? "" : str);
}

static gboolean
read_entry(const Reader *reader, const json_t *object, size_t index, FactBaseline *baseline)
{
    g_autofree char *pointer = g_strdup_printf("/pairs/%zu", index);
    const char *fingerprint = json_string_value(json_object_get(object, "fingerprint"));
    Entry *entry = NULL;

    if (!is_fingerprint(fingerprint))
        return fail(reader, pointer, "'fingerprint' must be %d hexadecimal digits",
                    FINGERPRINT_LENGTH);
    if (g_hash_table_contains(baseline->entries, fingerprint))
        return fail(reader, pointer, "the fingerprint is given twice");
    entry = g_new0(Entry, 1);
    entry->fingerprint = g_strdup(fingerprint);
    entry->verdict = dup_member(object, "verdict");
    entry->group = dup_member(object, "group");
    entry->subject = dup_member(object, "subject");
    entry->attribute = dup_member(object, "attribute");
    entry->values[0] = dup_value(object, 0);
    entry->values[1] = dup_value(object, 1);
    g_hash_table_insert(baseline->entries, entry->fingerprint, entry);
    return TRUE;
}

static gboolean
check_version(const Reader *reader, const json_t *root)
{
    const json_t *version = json_object_get(root, "version");

    if (!json_is_object(root))
        return fail(reader, "", "a baseline must be an object");
    if (!json_is_integer(version))
        return fail(reader, "/version", "'version' must be a whole number");
    if (json_integer_value(version) != FACT_BASELINE_VERSION)
        return fail(reader, "/version",
                    "the baseline has version %" JSON_INTEGER_FORMAT
                    ", this program reads and writes version %d; write it anew with "
                    "`factdiff baseline create`",
                    json_integer_value(version), FACT_BASELINE_VERSION);
    if (!json_is_array(json_object_get(root, "pairs")))
        return fail(reader, "/pairs", "'pairs' must be an array");
    return TRUE;
}

static json_t *
parse_file(const Reader *reader)
{
    json_error_t problem;
    json_t *root = json_loadb(reader->json, reader->len, JSON_REJECT_DUPLICATES, &problem);
    FactPosition position;

    if (root != NULL)
        return root;
    position = fact_position_of(reader->json, reader->len, (size_t)MAX(problem.position, 0));
    g_set_error(reader->error, FACT_ERROR, FACT_ERROR_INPUT, "%s:%u:%u: %s", reader->path,
                position.line, position.column, problem.text);
    return NULL;
}

FactBaseline *
fact_baseline_load(const char *path, GError **error)
{
    g_autofree char *json = NULL;
    g_autoptr(json_t) root = NULL;
    g_autoptr(FactBaseline) baseline = fact_baseline_new();
    g_autoptr(GError) problem = NULL;
    Reader reader = {.path = path, .error = error};
    json_t *item = NULL;
    size_t i = 0;

    if (!g_file_get_contents(path, &json, &reader.len, &problem)) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s: %s", path, problem->message);
        return NULL;
    }
    if (reader.len > BYTES_MAX) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_LIMIT, "%s: larger than %u bytes", path,
                    BYTES_MAX);
        return NULL;
    }
    reader.json = json;
    root = parse_file(&reader);
    if (root == NULL || !check_version(&reader, root))
        return NULL;
    json_array_foreach(json_object_get(root, "pairs"), i, item)
    {
        if (!read_entry(&reader, item, i, baseline))
            return NULL;
    }
    return g_steal_pointer(&baseline);
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
    const Entry *first = *(const Entry *const *)a;
    const Entry *second = *(const Entry *const *)b;
    int order = strcmp(first->group, second->group);

    if (order == 0)
        order = strcmp(first->subject, second->subject);
    if (order == 0)
        order = strcmp(first->attribute, second->attribute);
    if (order == 0)
        order = strcmp(first->values[0], second->values[0]);
    if (order == 0)
        order = strcmp(first->values[1], second->values[1]);
    return order == 0 ? strcmp(first->fingerprint, second->fingerprint) : order;
}

/* Of Entry, in the order of the file; transfer container. */
static GPtrArray *
sort_entries(const FactBaseline *baseline)
{
    GPtrArray *sorted = g_ptr_array_new();
    GHashTableIter iter;
    gpointer entry = NULL;

    g_hash_table_iter_init(&iter, baseline->entries);
    while (g_hash_table_iter_next(&iter, NULL, &entry))
        g_ptr_array_add(sorted, entry);
    g_ptr_array_sort(sorted, compare_entries);
    return sorted;
}

static void
write_entry(const Entry *entry, GString *out)
{
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_json_string(&writer, "fingerprint", entry->fingerprint);
    fact_json_string(&writer, "verdict", entry->verdict);
    fact_json_string(&writer, "group", *entry->group == '\0' ? NULL : entry->group);
    fact_json_string(&writer, "subject", entry->subject);
    fact_json_string(&writer, "attribute", entry->attribute);
    fact_json_begin_array(&writer, "values");
    fact_json_string(&writer, NULL, entry->values[0]);
    fact_json_string(&writer, NULL, entry->values[1]);
    fact_json_end_array(&writer);
    fact_json_end_object(&writer);
}

gboolean
fact_baseline_save(const FactBaseline *baseline, const char *path, GError **error)
{
    g_autoptr(GPtrArray) sorted = sort_entries(baseline);
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) problem = NULL;

    g_string_append_printf(out, "{\"version\":%d,\"pairs\":[", FACT_BASELINE_VERSION);
    for (guint i = 0; i < sorted->len; i++) {
        g_string_append(out, i == 0 ? "\n" : ",\n");
        write_entry(g_ptr_array_index(sorted, i), out);
    }
    g_string_append(out, "\n]}\n");
    if (g_file_set_contents_full(path, out->str, (gssize)out->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 &problem))
        return TRUE;
    g_set_error(error, FACT_ERROR, FACT_ERROR_IO, "%s: %s", path, problem->message);
    return FALSE;
}

gboolean
fact_baseline_has(const FactBaseline *baseline, const char *fingerprint)
{
    return g_hash_table_contains(baseline->entries, fingerprint);
}

guint
fact_baseline_get_size(const FactBaseline *baseline)
{
    return g_hash_table_size(baseline->entries);
}

static char *
format_side(const FactCatalog *catalog, const FactFinding *finding, guint index)
{
    GString *out = g_string_new(NULL);

    fact_side_format_value(catalog, &g_array_index(finding->sides, FactSide, index), out);
    return g_string_free(out, FALSE);
}

static void
add_pair(FactBaseline *baseline, const FactCatalog *catalog, const FactFinding *finding,
         const FactPair *pair)
{
    Entry *entry = g_new0(Entry, 1);

    entry->fingerprint = g_strdup(pair->fingerprint);
    entry->verdict = g_strdup(fact_verdict_to_string(pair->verdict));
    entry->group = g_strdup(finding->group == NULL ? "" : finding->group);
    entry->subject = g_strdup(finding->subject_label);
    entry->attribute = g_strdup(finding->attribute_label);
    entry->values[0] = format_side(catalog, finding, pair->a);
    entry->values[1] = format_side(catalog, finding, pair->b);
    if (strcmp(entry->values[0], entry->values[1]) > 0) {
        char *first = entry->values[0]; /* support may change which side comes first */

        entry->values[0] = entry->values[1];
        entry->values[1] = first;
    }
    g_hash_table_insert(baseline->entries, entry->fingerprint, entry);
}

guint
fact_baseline_add(FactBaseline *baseline, const FactCatalog *catalog, const FactFindings *findings,
                  FactSeverity level)
{
    guint n = 0;

    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);

        for (guint k = 0; k < finding->pairs->len; k++) {
            const FactPair *pair = &g_array_index(finding->pairs, FactPair, k);

            if (pair->severity < level || pair->state == FACT_PAIR_WAIVED ||
                fact_baseline_has(baseline, pair->fingerprint))
                continue;
            add_pair(baseline, catalog, finding, pair);
            n++;
        }
    }
    return n;
}

/* The fingerprints of all pairs, borrowed, as a set. */
static GHashTable *
collect_fingerprints(const FactFindings *findings)
{
    GHashTable *present = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; findings != NULL && i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);

        for (guint k = 0; k < finding->pairs->len; k++)
            g_hash_table_add(present, g_array_index(finding->pairs, FactPair, k).fingerprint);
    }
    return present;
}

guint
fact_baseline_prune(FactBaseline *baseline, const FactFindings *findings)
{
    g_autoptr(GHashTable) present = collect_fingerprints(findings);
    GHashTableIter iter;
    gpointer fingerprint = NULL;
    guint n = 0;

    g_hash_table_iter_init(&iter, baseline->entries);
    while (g_hash_table_iter_next(&iter, &fingerprint, NULL)) {
        if (g_hash_table_contains(present, fingerprint))
            continue;
        g_hash_table_iter_remove(&iter);
        n++;
    }
    return n;
}

GArray *
fact_baseline_audit(const FactBaseline *baseline, const FactFindings *findings)
{
    g_autoptr(GHashTable) present = collect_fingerprints(findings);
    g_autoptr(GPtrArray) sorted = sort_entries(baseline);
    GArray *out = g_array_sized_new(FALSE, FALSE, sizeof(FactBaselineEntry), sorted->len);

    for (guint i = 0; i < sorted->len; i++) {
        const Entry *entry = g_ptr_array_index(sorted, i);
        FactBaselineEntry shown = {
            .fingerprint = entry->fingerprint,
            .verdict = entry->verdict,
            .group = entry->group,
            .subject = entry->subject,
            .attribute = entry->attribute,
            .values = {entry->values[0], entry->values[1]},
            .is_present = g_hash_table_contains(present, entry->fingerprint),
        };

        g_array_append_val(out, shown);
    }
    return out;
}
