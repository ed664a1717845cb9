/* SPDX-License-Identifier: MIT
 *
 * Entities and places: facts/entities and facts/places. They share their ids and one table of
 * names. Names of places, and what an entity lists as "cased", count only where they are written
 * with their capitals: "Polish" is not "polish", nor "Mobile" "mobile".
 */
#include "catalog/loader.h"

/* How many places or families contain one, looked at by fact_catalog_is_within. */
#define CONTAINERS_MAX 64

static const char *const entity_members[] = {"id",    "label", "kind",    "owner",
                                             "names", "cased", "parents", NULL};
static const char *const place_members[] = {"id", "label", "names", "adjectives", "parents", NULL};

void
fact_entity_collect(FactLoader *loader, const FactNode *list)
{
    fact_definitions_add(&loader->entities, list, "id");
}

void
fact_place_collect(FactLoader *loader, const FactNode *list)
{
    fact_definitions_add(&loader->entities, list, "id");
}

static gboolean
is_place(const FactDefinition *definition)
{
    return g_str_equal(definition->list.name, "places");
}

static gboolean
read_kind(const FactNode *object, FactEntity *entity)
{
    FactNode node;
    const char *name = fact_node_need_string(object, "kind");
    if (name == NULL || fact_kind_from_string(name, &entity->kind))
        return name != NULL;
    if (fact_node_get(object, "kind", &node))
        fact_node_error(&node, "\"%.60s\" is not a kind of entities", name);
    return FALSE;
}

/* The label is a name, too; where it is missing, the first name is the label. */
static const char *
read_label(const FactNode *object)
{
    FactNode names;
    gboolean ok = TRUE;
    const char *label = fact_node_get_string(object, "label", &ok);
    if (label != NULL || !ok)
        return label;
    if (fact_node_get_array(object, "names", &names) && fact_node_length(&names) > 0) {
        FactNode first = fact_node_element(&names, 0);
        return fact_node_string(&first);
    }
    fact_node_error(object, "\"label\" is missing");
    return NULL;
}

static void
build_entity(FactLoader *loader, FactDefinition *definition)
{
    FactCatalog *catalog = loader->catalog;
    const FactNode *object = &definition->node;
    gboolean ok = TRUE;
    fact_node_expect_members(object, is_place(definition) ? place_members : entity_members);
    g_autofree FactEntity *entity = g_new0(FactEntity, 1);
    const char *label = read_label(object);
    entity->kind = FACT_KIND_PLACE;
    if (label == NULL || (!is_place(definition) && !read_kind(object, entity)))
        return;
    entity->id = fact_string_pool_intern(catalog->strings, definition->id);
    entity->label = fact_string_pool_intern(catalog->strings, label);
    entity->owner =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "owner", &ok));
    entity->index = catalog->entities->len;
    if (!ok || entity->index >= FACT_NAME_PAYLOAD_INDEX)
        return;
    g_hash_table_insert(catalog->entity_by_id, (gpointer)entity->id, entity);
    g_ptr_array_add(catalog->entities, g_steal_pointer(&entity));
}

/* Parents are looked up once all entities are known; an unknown one is a mistake. */
static void
build_parents(FactCatalog *catalog, const FactNode *object, FactEntity *entity)
{
    FactNode list;
    g_autoptr(GPtrArray) parents = g_ptr_array_new();
    if (fact_node_get_array(object, "parents", &list)) {
        for (size_t i = 0; i < fact_node_length(&list); i++) {
            FactNode node = fact_node_element(&list, i);
            const char *id = fact_node_string(&node);
            const FactEntity *parent =
                id != NULL ? g_hash_table_lookup(catalog->entity_by_id, id) : NULL;
            if (parent != NULL)
                g_ptr_array_add(parents, (gpointer)parent->id);
            else if (id != NULL)
                fact_node_error(&node, "\"%.60s\" is not the id of an entity or a place", id);
        }
    }
    g_ptr_array_add(parents, NULL);
    entity->parents = (const char *const *)g_ptr_array_free(g_steal_pointer(&parents), FALSE);
}

/* The owner may be named by an id that is not there: it is told, and forgotten. */
static void
check_owner(FactCatalog *catalog, const FactNode *object, FactEntity *entity)
{
    FactNode node;
    if (entity->owner == NULL || g_hash_table_contains(catalog->entity_by_id, entity->owner))
        return;
    if (fact_node_get(object, "owner", &node))
        fact_node_error(&node, "\"%.60s\" is not the id of an entity or a place", entity->owner);
    entity->owner = NULL;
}

/* Whether @name has two letters or more and no small one. */
static gboolean
is_all_capitals(const char *name)
{
    guint letters = 0;
    for (const char *s = name; *s != '\0'; s = g_utf8_next_char(s)) {
        gunichar c = g_utf8_get_char(s);
        if (g_unichar_islower(c))
            return FALSE;
        letters += g_unichar_isalpha(c) ? 1 : 0;
    }
    return letters > 1;
}

static void
add_name(FactCatalog *catalog, const FactNode *node, const char *name, uint32_t classes,
         uint32_t payload)
{
    if ((payload & FACT_NAME_PAYLOAD_CASED) != 0 && is_all_capitals(name))
        payload |= FACT_NAME_PAYLOAD_CAPITALS;
    if (fact_phrase_table_add(catalog->names, catalog->lexicon, name, classes, payload))
        return;
    if (fact_phrase_table_find(catalog->names, catalog->lexicon, name) == 0)
        fact_node_error(node, "\"%.60s\" has no word in it", name);
}

static void
add_names(FactCatalog *catalog, const FactNode *object, const char *member, uint32_t classes,
          uint32_t payload)
{
    FactNode list;
    if (!fact_node_get_array(object, member, &list))
        return;
    for (size_t i = 0; i < fact_node_length(&list); i++) {
        FactNode node = fact_node_element(&list, i);
        const char *name = fact_node_string(&node);
        if (name != NULL)
            add_name(catalog, &node, name, classes, payload);
    }
}

static void
build_names(FactCatalog *catalog, const FactDefinition *definition, const FactEntity *entity)
{
    const FactNode *object = &definition->node;
    uint32_t payload = entity->index + 1;
    uint32_t classes = FACT_WORD_NAME;
    FactNode label;
    if (is_place(definition)) {
        payload |= FACT_NAME_PAYLOAD_CASED;
        classes |= FACT_WORD_PLACE;
    }
    add_names(catalog, object, "cased", classes, payload | FACT_NAME_PAYLOAD_CASED);
    add_names(catalog, object, "names", classes, payload);
    if (fact_node_get(object, "label", &label))
        add_name(catalog, &label, entity->label, classes, payload);
    if (is_place(definition))
        add_names(catalog, object, "adjectives", FACT_WORD_NAME,
                  payload | FACT_NAME_PAYLOAD_ADJECTIVE);
}

/* Whether @entity lies within itself by way of others. */
static gboolean
is_in_cycle(const FactCatalog *catalog, const FactEntity *entity)
{
    for (guint i = 0; entity->parents[i] != NULL; i++) {
        if (fact_catalog_is_within(catalog, entity->parents[i], entity->id))
            return TRUE;
    }
    return FALSE;
}

void
fact_entity_build(FactLoader *loader)
{
    FactCatalog *catalog = loader->catalog;
    GPtrArray *all = loader->entities.all;
    for (guint i = 0; i < all->len; i++) {
        FactDefinition *definition = g_ptr_array_index(all, i);
        if (!definition->is_replaced)
            build_entity(loader, definition);
    }
    for (guint layer = loader->n_layers; layer-- > 0;) {
        for (guint i = 0; i < all->len; i++) {
            const FactDefinition *definition = g_ptr_array_index(all, i);
            FactEntity *entity = definition->is_replaced
                                     ? NULL
                                     : g_hash_table_lookup(catalog->entity_by_id, definition->id);
            if (entity == NULL || definition->node.file->layer != layer)
                continue;
            build_parents(catalog, &definition->node, entity);
            check_owner(catalog, &definition->node, entity);
            build_names(catalog, definition, entity);
        }
    }
    for (guint i = 0; i < all->len; i++) {
        const FactDefinition *definition = g_ptr_array_index(all, i);
        const FactEntity *entity = definition->is_replaced
                                       ? NULL
                                       : g_hash_table_lookup(catalog->entity_by_id, definition->id);
        if (entity != NULL && entity->parents[0] != NULL && is_in_cycle(catalog, entity))
            fact_node_error(&definition->node, "\"%.60s\" lies within itself", entity->id);
    }
}

const FactEntity *
fact_catalog_find_entity(const FactCatalog *catalog, const char *id)
{
    return id != NULL ? g_hash_table_lookup(catalog->entity_by_id, id) : NULL;
}

typedef struct {
    const FactEntity *entities[CONTAINERS_MAX];
    guint n;
} Containers;

/* Adds @entity unless it is there or there is no room. */
static void
add_container(Containers *containers, const FactEntity *entity)
{
    for (guint i = 0; i < containers->n; i++) {
        if (containers->entities[i] == entity)
            return;
    }
    if (containers->n < CONTAINERS_MAX)
        containers->entities[containers->n++] = entity;
}

gboolean
fact_catalog_is_within(const FactCatalog *catalog, const char *inner, const char *outer)
{
    if (inner == NULL || outer == NULL)
        return FALSE;
    if (g_str_equal(inner, outer))
        return TRUE;
    const FactEntity *entity = fact_catalog_find_entity(catalog, inner);
    const FactEntity *goal = fact_catalog_find_entity(catalog, outer);
    if (entity == NULL || goal == NULL)
        return FALSE;
    Containers containers = {.entities = {entity}, .n = 1};
    for (guint i = 0; i < containers.n; i++) {
        const char *const *parents = containers.entities[i]->parents;
        for (guint j = 0; parents != NULL && parents[j] != NULL; j++) {
            const FactEntity *parent = fact_catalog_find_entity(catalog, parents[j]);
            if (parent == goal)
                return TRUE;
            if (parent != NULL)
                add_container(&containers, parent);
        }
    }
    return FALSE;
}
