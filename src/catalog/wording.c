/* SPDX-License-Identifier: MIT
 *
 * Wording: named lists of phrases, each with a string that says what it means to the module that
 * asks for the list.
 *
 *     {"wording": {"comparators": {"less than": "lt"}, "months": ["january", "february"]},
 *      "marks": {"comparators": "hedge"}}
 *
 * "marks" sets a class on the first word of each phrase of a list, so that a scan may skip the
 * words that begin none.
 */
#include "catalog/loader.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *phrase;  /* borrowed from the file */
    const char *meaning; /* borrowed from the file */
    FactNode root;
    FactNode kind;
    FactNode list;
    FactNode node;
} DraftPhrase;

typedef struct {
    char *name;
    GPtrArray *phrases;    /* of DraftPhrase, owned, in the order of the files */
    GHashTable *by_phrase; /* phrase -> DraftPhrase, borrowed */
} WordingDraft;

void
fact_wording_draft_free(gpointer data)
{
    WordingDraft *draft = data;
    g_hash_table_unref(draft->by_phrase);
    g_ptr_array_unref(draft->phrases);
    g_free(draft->name);
    g_free(draft);
}

static WordingDraft *
find_draft(FactLoader *loader, const char *name)
{
    WordingDraft *draft = g_hash_table_lookup(loader->wordings, name);
    if (draft != NULL)
        return draft;
    draft = g_new0(WordingDraft, 1);
    draft->name = g_strdup(name);
    draft->phrases = g_ptr_array_new_with_free_func(g_free);
    draft->by_phrase = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(loader->wordings, draft->name, draft);
    return draft;
}

/* A later layer's meaning replaces an earlier one's; two in one layer are a mistake. */
static void
add_phrase(WordingDraft *draft, const FactNode *node, const char *phrase, const char *meaning)
{
    DraftPhrase *known = g_hash_table_lookup(draft->by_phrase, phrase);
    if (known != NULL && known->node.file->layer == node->file->layer) {
        g_autofree char *place = fact_node_place(&known->node);
        fact_node_error(node, "\"%.60s\" is given twice in \"%s\"; the first one is at %s", phrase,
                        draft->name, place);
        return;
    }
    if (known != NULL)
        known->phrase = NULL;
    DraftPhrase *added = g_new0(DraftPhrase, 1);
    added->phrase = phrase;
    added->meaning = meaning;
    added->root = *node->parent->parent->parent;
    added->kind = *node->parent->parent;
    added->list = *node->parent;
    added->node = *node;
    added->kind.parent = &added->root;
    added->list.parent = &added->kind;
    added->node.parent = &added->list;
    g_ptr_array_add(draft->phrases, added);
    g_hash_table_insert(draft->by_phrase, (gpointer)phrase, added);
}

static void
collect_object(WordingDraft *draft, const FactNode *list)
{
    for (size_t i = 0; i < fact_node_size(list); i++) {
        FactNode node = fact_node_member(list, i);
        const char *meaning = fact_node_string(&node);
        if (meaning != NULL)
            add_phrase(draft, &node, node.name, meaning);
    }
}

static void
collect_array(WordingDraft *draft, const FactNode *list)
{
    for (size_t i = 0; i < fact_node_length(list); i++) {
        FactNode node = fact_node_element(list, i);
        const char *phrase = fact_node_string(&node);
        if (phrase != NULL)
            add_phrase(draft, &node, phrase, phrase);
    }
}

void
fact_wording_collect(FactLoader *loader, const FactNode *lists)
{
    if (!fact_node_expect_object(lists))
        return;
    for (size_t i = 0; i < fact_node_size(lists); i++) {
        FactNode list = fact_node_member(lists, i);
        if (fact_node_is_object(&list))
            collect_object(find_draft(loader, list.name), &list);
        else if (fact_node_is_array(&list))
            collect_array(find_draft(loader, list.name), &list);
        else
            fact_node_error(&list, "a wording is an object of phrases or an array of them");
    }
}

void
fact_wording_collect_marks(FactLoader *loader, const FactNode *marks)
{
    if (!fact_node_expect_object(marks))
        return;
    for (size_t i = 0; i < fact_node_size(marks); i++) {
        FactNode node = fact_node_member(marks, i);
        const char *class_name = fact_node_string(&node);
        uint32_t class = class_name != NULL ? fact_word_class_from_string(class_name) : 0;
        if (class_name != NULL && class == 0)
            fact_node_error(&node, "\"%.60s\" is not a class of words", class_name);
        guint classes = GPOINTER_TO_UINT(g_hash_table_lookup(loader->marks, node.name)) | class;
        g_hash_table_insert(loader->marks, g_strdup(node.name), GUINT_TO_POINTER(classes));
    }
}

static void
build_phrase(FactCatalog *catalog, FactWording *wording, const DraftPhrase *draft, uint32_t classes)
{
    if (fact_phrase_table_add(wording->phrases, catalog->lexicon, draft->phrase, classes,
                              wording->values->len + 1)) {
        g_ptr_array_add(wording->values,
                        (gpointer)fact_string_pool_intern(catalog->strings, draft->meaning));
        return;
    }
    if (fact_phrase_table_find(wording->phrases, catalog->lexicon, draft->phrase) == 0)
        fact_node_error(&draft->node, "\"%.60s\" has no word in it", draft->phrase);
    else
        fact_node_error(&draft->node, "\"%.60s\" reads like another phrase of \"%s\"",
                        draft->phrase, wording->name);
}

static void
build_wording(FactLoader *loader, const WordingDraft *draft)
{
    FactCatalog *catalog = loader->catalog;
    FactWording *wording = g_new0(FactWording, 1);
    wording->name = fact_string_pool_intern(catalog->strings, draft->name);
    wording->phrases = fact_phrase_table_new();
    wording->values = g_ptr_array_new();
    uint32_t classes = GPOINTER_TO_UINT(g_hash_table_lookup(loader->marks, draft->name));
    for (guint i = 0; i < draft->phrases->len; i++) {
        const DraftPhrase *phrase = g_ptr_array_index(draft->phrases, i);
        if (phrase->phrase != NULL)
            build_phrase(catalog, wording, phrase, classes);
    }
    fact_name_index_add(catalog->wording_index, wording->name, catalog->wordings->len);
    g_ptr_array_add(catalog->wordings, wording);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void
fact_wording_build(FactLoader *loader)
{
    guint n;
    g_autofree gpointer *names = g_hash_table_get_keys_as_array(loader->wordings, &n);
    qsort(names, n, sizeof *names, compare_names);
    for (guint i = 0; i < n; i++)
        build_wording(loader, g_hash_table_lookup(loader->wordings, names[i]));
}

const FactWording *
fact_catalog_get_wording(const FactCatalog *catalog, const char *name)
{
    guint i = fact_name_index_find(catalog->wording_index, name);
    return i == FACT_NAME_INDEX_NONE ? &catalog->empty : g_ptr_array_index(catalog->wordings, i);
}
