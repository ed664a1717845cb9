/* SPDX-License-Identifier: MIT */
#include "catalog/definition.h"

void
fact_definitions_init(FactDefinitions *definitions)
{
    definitions->all = g_ptr_array_new_with_free_func(g_free);
    definitions->by_id = g_hash_table_new(g_str_hash, g_str_equal);
}

void
fact_definitions_clear(FactDefinitions *definitions)
{
    g_clear_pointer(&definitions->by_id, g_hash_table_unref);
    g_clear_pointer(&definitions->all, g_ptr_array_unref);
}

/* Whether @definition may stand; what it replaces is marked. */
static gboolean
replace_earlier(FactDefinitions *definitions, const FactDefinition *definition,
                const char *id_member)
{
    FactDefinition *known = g_hash_table_lookup(definitions->by_id, definition->id);
    if (known == NULL)
        return TRUE;
    if (known->node.file->layer == definition->node.file->layer) {
        FactNode id;
        g_autofree char *place = fact_node_get(&known->node, id_member, &id)
                                     ? fact_node_place(&id)
                                     : fact_node_place(&known->node);
        if (fact_node_get(&definition->node, id_member, &id))
            fact_node_error(&id, "\"%s\" is given twice; the first one is at %s", definition->id,
                            place);
        return FALSE;
    }
    known->is_replaced = TRUE;
    return TRUE;
}

static void
add_one(FactDefinitions *definitions, const FactNode *list, size_t index, const char *id_member)
{
    FactDefinition *definition = g_new0(FactDefinition, 1);
    g_ptr_array_add(definitions->all, definition);
    definition->is_replaced = TRUE; /* until it proves sound */
    definition->root = *list->parent;
    definition->list = *list;
    definition->list.parent = &definition->root;
    definition->node = fact_node_element(&definition->list, index);
    if (!fact_node_expect_object(&definition->node))
        return;
    definition->id = fact_node_need_string(&definition->node, id_member);
    if (definition->id == NULL || !replace_earlier(definitions, definition, id_member))
        return;
    definition->is_replaced = FALSE;
    g_hash_table_insert(definitions->by_id, (gpointer)definition->id, definition);
}

void
fact_definitions_add(FactDefinitions *definitions, const FactNode *list, const char *id_member)
{
    if (!fact_node_expect_array(list))
        return;
    for (size_t i = 0; i < fact_node_length(list); i++)
        add_one(definitions, list, i, id_member);
}
