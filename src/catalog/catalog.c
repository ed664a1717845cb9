/* SPDX-License-Identifier: MIT
 *
 * Loading the catalog: the files of all layers in order, each member of a file to the part that
 * knows it, then the second pass over what holds. What one file says of another (owners, parents)
 * is looked up in the second pass only, so files may come in any order.
 */
#include "catalog/catalog.h"

#include "base/document.h"
#include "catalog/catalog-source.h"
#include "catalog/cue-index.h"
#include "catalog/loader.h"

#include <string.h>

/* What the built-in catalog has, and room for one of a newsroom's own. */
#define WORDS_LIKELY 80000

/* A file has members of one group. "$schema" and "source", where the data comes from, may stand in
 * each. */
static const struct {
    const char *member;
    const char *group;
    void (*collect)(FactLoader *loader, const FactNode *node);
} kinds[] = {
    {"units", "units", fact_unit_collect},
    {"currencies", "units", fact_currency_collect},
    {"wording", "wording", fact_wording_collect},
    {"marks", "wording", fact_wording_collect_marks},
    {"classes", "wording", fact_word_class_collect},
    {"words", "words", fact_word_list_collect},
    {"attributes", "attributes", fact_attribute_collect},
    {"entities", "entities", fact_entity_collect},
    {"places", "places", fact_place_collect},
    {"statements", "reference", fact_reference_collect},
    {"waivers", "waivers", fact_waiver_collect},
};

static void
free_statement(gpointer statement)
{
    json_decref(statement);
}

static void
free_entity(gpointer data)
{
    FactEntity *entity = data;
    g_free((gpointer)entity->parents);
    g_free(entity);
}

static void
free_wording(gpointer data)
{
    FactWording *wording = data;
    fact_phrase_table_free(wording->phrases);
    g_ptr_array_unref(wording->values);
    g_free(wording);
}

static FactCatalog *
new_empty(void)
{
    FactCatalog *catalog = g_new0(FactCatalog, 1);
    g_atomic_ref_count_init(&catalog->refs);
    catalog->strings = fact_string_pool_new();
    catalog->lexicon = fact_lexicon_new();
    fact_lexicon_reserve(catalog->lexicon, WORDS_LIKELY);
    catalog->units = g_array_new(FALSE, TRUE, sizeof(FactUnit));
    catalog->currencies = g_array_new(FALSE, TRUE, sizeof(FactCurrency));
    catalog->unit_names = fact_phrase_table_new();
    catalog->attributes = g_ptr_array_new_with_free_func(fact_attribute_free);
    catalog->entities = g_ptr_array_new_with_free_func(free_entity);
    catalog->names = fact_phrase_table_new();
    catalog->entity_by_id = g_hash_table_new(g_str_hash, g_str_equal);
    catalog->wordings = g_ptr_array_new_with_free_func(free_wording);
    catalog->unit_index = fact_name_index_new();
    catalog->currency_index = fact_name_index_new();
    catalog->attribute_index = fact_name_index_new();
    catalog->wording_index = fact_name_index_new();
    catalog->reference = g_ptr_array_new_with_free_func(free_statement);
    catalog->reference_places = g_array_new(FALSE, TRUE, 2 * sizeof(guint));
    catalog->waivers = g_ptr_array_new_with_free_func((GDestroyNotify)fact_waiver_free);
    catalog->files = g_ptr_array_new_with_free_func((GDestroyNotify)fact_catalog_file_free);
    catalog->empty.name = "";
    catalog->empty.phrases = fact_phrase_table_new();
    catalog->empty.values = g_ptr_array_new();
    return catalog;
}

FactCatalog *
fact_catalog_ref(FactCatalog *catalog)
{
    g_atomic_ref_count_inc(&catalog->refs);
    return catalog;
}

void
fact_catalog_unref(FactCatalog *catalog)
{
    if (catalog == NULL || !g_atomic_ref_count_dec(&catalog->refs))
        return;
    fact_cue_index_free(catalog->cue_index);
    fact_name_index_free(catalog->unit_index);
    fact_name_index_free(catalog->currency_index);
    fact_name_index_free(catalog->attribute_index);
    fact_name_index_free(catalog->wording_index);
    g_hash_table_unref(catalog->entity_by_id);
    g_ptr_array_unref(catalog->wordings);
    fact_phrase_table_free(catalog->empty.phrases);
    g_ptr_array_unref(catalog->empty.values);
    fact_phrase_table_free(catalog->names);
    g_ptr_array_unref(catalog->entities);
    g_ptr_array_unref(catalog->attributes);
    fact_phrase_table_free(catalog->unit_names);
    g_array_unref(catalog->currencies);
    g_array_unref(catalog->units);
    g_ptr_array_unref(catalog->reference);
    g_array_unref(catalog->reference_places);
    g_ptr_array_unref(catalog->waivers);
    g_ptr_array_unref(catalog->files);
    fact_lexicon_free(catalog->lexicon);
    fact_string_pool_free(catalog->strings);
    g_free(catalog);
}

static void
loader_init(FactLoader *loader, FactCatalog *catalog)
{
    *loader = (FactLoader){.catalog = catalog, .trees = fact_arena_new()};
    fact_definitions_init(&loader->units);
    fact_definitions_init(&loader->currencies);
    fact_definitions_init(&loader->attributes);
    fact_definitions_init(&loader->entities);
    loader->wordings =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, fact_wording_draft_free);
    loader->marks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void
loader_clear(FactLoader *loader)
{
    fact_definitions_clear(&loader->units);
    fact_definitions_clear(&loader->currencies);
    fact_definitions_clear(&loader->attributes);
    fact_definitions_clear(&loader->entities);
    g_hash_table_unref(loader->wordings);
    g_hash_table_unref(loader->marks);
    fact_arena_free(loader->trees);
}

static int
find_kind(const char *member)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (g_str_equal(kinds[i].member, member))
            return (int)i;
    }
    return -1;
}

static void
tell_unknown_kind(const FactNode *node)
{
    const char *names[G_N_ELEMENTS(kinds) + 1] = {NULL};
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        names[i] = kinds[i].member;
    const char *guess = fact_node_guess_name(node->name, names);
    g_autofree char *known = g_strjoinv(", ", (char **)names);
    if (guess != NULL)
        fact_node_error(node, "unknown member \"%.60s\"; did you mean \"%s\"?", node->name, guess);
    else
        fact_node_error(node, "unknown member \"%.60s\"; a file has one of %s", node->name, known);
}

/* Each member to the part that knows it. */
static void
collect_file(FactLoader *loader, FactCatalogFile *file)
{
    FactNode root = fact_node_root(file);
    const char *group = NULL;
    for (size_t i = 0; i < fact_node_size(&root); i++) {
        FactNode node = fact_node_member(&root, i);
        const char *name = node.name;
        if (g_str_equal(name, "$schema") || g_str_equal(name, "source")) {
            fact_node_string(&node);
            continue;
        }
        int kind = find_kind(name);
        if (kind < 0)
            tell_unknown_kind(&node);
        else if (group != NULL && !g_str_equal(group, kinds[kind].group))
            fact_node_error(&node, "\"%s\" does not belong into a file of %s", name, group);
        else
            kinds[kind].collect(loader, &node);
        group = group == NULL && kind >= 0 ? kinds[kind].group : group;
    }
    if (group == NULL && file->n_mistakes == 0)
        fact_node_error(&root, "the file says nothing: it has no member that names its kind");
}

static void
collect_layer(FactLoader *loader, const GPtrArray *sources, FactLog *log)
{
    FactCatalog *catalog = loader->catalog;
    for (guint i = 0; i < sources->len; i++) {
        const FactCatalogSource *source = g_ptr_array_index(sources, i);
        FactCatalogFile *file = fact_catalog_file_new(source->path, source->bytes, loader->n_layers,
                                                      loader->trees, log);
        if (file == NULL)
            continue;
        g_ptr_array_add(catalog->files, file);
        collect_file(loader, file);
    }
    loader->n_layers++;
}

/* Once all is built only the text is needed, for places. */
static void
forget_trees(FactCatalog *catalog)
{
    for (guint i = 0; i < catalog->files->len; i++) {
        FactCatalogFile *file = g_ptr_array_index(catalog->files, i);
        file->root = NULL;
        file->log = NULL;
    }
}

static void
build(FactLoader *loader)
{
    fact_unit_build(loader);
    fact_wording_build(loader);
    fact_entity_build(loader);
    fact_attribute_build(loader);
}

FactCatalog *
fact_catalog_new_from_layers(const GPtrArray *layers, FactLog *log, GError **error)
{
    g_autoptr(FactCatalog) catalog = new_empty();
    FactLoader loader;
    loader_init(&loader, catalog);
    for (guint i = 0; i < layers->len; i++)
        collect_layer(&loader, g_ptr_array_index(layers, i), log);
    build(&loader);
    forget_trees(catalog);
    loader_clear(&loader);
    if (catalog->files->len == 0) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_CATALOG, "no file of a catalog could be read");
        return NULL;
    }
    return g_steal_pointer(&catalog);
}

FactCatalog *
fact_catalog_new(const char *const *folders, FactLog *log, GError **error)
{
    g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_ptr_array_add(layers, fact_catalog_source_list_builtin());
    for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
        g_ptr_array_add(layers, fact_catalog_source_list_folder(folders[i], log));
    return fact_catalog_new_from_layers(layers, log, error);
}
