/* SPDX-License-Identifier: MIT
 *
 * A statement is a claim without the place in a text: it is given a source that stands for the file
 * and read like any other claim.
 */
#include "claim/reference.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "value/mention.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

struct FactReferences {
    FactStringPool *pool;
    FactArena *arena;
    GPtrArray *all;    /* of FactReference, owned by the arena */
    GHashTable *index; /* FactReference, its subject and attribute being the key -> GPtrArray */
};

static guint
reference_hash(gconstpointer key)
{
    const FactReference *self = key;
    uint64_t hash = fact_hash_bytes(self->claim.subject_id, strlen(self->claim.subject_id));

    return (guint)fact_hash_combine(
        hash, fact_hash_bytes(self->claim.attribute_id, strlen(self->claim.attribute_id)));
}

static gboolean
reference_equal(gconstpointer a, gconstpointer b)
{
    const FactReference *first = a;
    const FactReference *second = b;

    return g_str_equal(first->claim.subject_id, second->claim.subject_id) &&
           g_str_equal(first->claim.attribute_id, second->claim.attribute_id);
}

/* The statement as a claim of a document that stands for the accepted facts. */
static char *
dump_as_claim(const json_t *statement)
{
    g_autoptr(json_t) claim = json_copy((json_t *)statement);

    json_object_del(claim, "as_of");
    json_object_set_new(claim, "source", json_pack("{s:s}", "doc", "facts/reference"));
    return json_dumps(claim, JSON_COMPACT);
}

static const char *
get_interned(FactReferences *references, const json_t *object, const char *name)
{
    return fact_string_pool_intern(references->pool,
                                   json_string_value(json_object_get(object, name)));
}

static void
index_reference(FactReferences *references, FactReference *reference)
{
    GPtrArray *same = g_hash_table_lookup(references->index, reference);

    if (same == NULL) {
        same = g_ptr_array_new();
        g_hash_table_insert(references->index, reference, same);
    }
    g_ptr_array_add(same, reference);
    g_ptr_array_add(references->all, reference);
}

/* A claim's message opens with its place, which means nothing here. */
static void
report(const FactCatalog *catalog, guint index, const char *message, FactLog *log)
{
    g_autofree char *place = fact_catalog_reference_place(catalog, index);
    const char *what = strstr(message, ": ");

    if (log != NULL)
        fact_log_error(log, "%s: accepted fact: %s", place, what == NULL ? message : what + 2);
}

static void
add_statement(FactReferences *references, const FactCatalog *catalog, FactClaimReader *reader,
              guint index, FactLog *log)
{
    const json_t *statement = g_ptr_array_index(catalog->reference, index);
    FactReference *reference = fact_arena_new0(references->arena, FactReference, 1);
    const json_t *source = json_object_get(statement, "source");
    g_autoptr(FactDocument) document = NULL;
    g_autoptr(GError) error = NULL;
    gboolean is_claim = FALSE;
    char *json = dump_as_claim(statement);
    FactClock clock;

    if (json == NULL ||
        !fact_claim_reader_read(reader, "facts/reference", 1, json, strlen(json), &is_claim,
                                &reference->claim, &document, NULL, &error)) {
        report(catalog, index, error == NULL ? "malformed" : error->message, log);
        free(json);
        return;
    }
    free(json);
    reference->title = get_interned(references, source, "title");
    reference->url = get_interned(references, source, "url");
    reference->as_of = get_interned(references, statement, "as_of");
    clock = fact_clock_parse(catalog, reference->as_of);
    reference->is_dated = clock.is_known;
    reference->minute = clock.minute;
    index_reference(references, reference);
}

FactReferences *
fact_references_new(const FactCatalog *catalog, FactLog *log)
{
    FactReferences *references = g_new0(FactReferences, 1);
    g_autoptr(FactClaimReader) reader = NULL;

    references->pool = fact_string_pool_new();
    references->arena = fact_arena_new();
    references->all = g_ptr_array_new();
    references->index = g_hash_table_new_full(reference_hash, reference_equal, NULL,
                                              (GDestroyNotify)g_ptr_array_unref);
    reader = fact_claim_reader_new(catalog, references->pool, references->arena);
    for (guint i = 0; catalog->reference != NULL && i < catalog->reference->len; i++)
        add_statement(references, catalog, reader, i, log);
    return references;
}

void
fact_references_check(const FactCatalog *catalog, FactLog *log)
{
    g_autoptr(FactReferences) references = fact_references_new(catalog, log);

    (void)references;
}

void
fact_references_free(FactReferences *references)
{
    if (references == NULL)
        return;
    g_hash_table_unref(references->index);
    g_ptr_array_unref(references->all);
    fact_arena_free(references->arena);
    fact_string_pool_free(references->pool);
    g_free(references);
}

const GPtrArray *
fact_references_find(const FactReferences *references, const char *subject_id,
                     const char *attribute_id)
{
    FactReference key = {.claim = {.subject_id = subject_id, .attribute_id = attribute_id}};

    if (references->all->len == 0)
        return NULL;
    return g_hash_table_lookup(references->index, &key);
}
