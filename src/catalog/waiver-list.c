/* SPDX-License-Identifier: MIT
 *
 * Waivers: facts/waivers. What they leave out of the gate is the gate's affair.
 */
#include "base/document.h"
#include "catalog/loader.h"

static void
collect_waiver(FactCatalog *catalog, const FactNode *node, FactPosition at)
{
    static const char *const members[] = {"subject", "attribute", "reason", "who", "until", NULL};
    if (!fact_node_expect_object(node) || !fact_node_expect_members(node, members))
        return;
    gboolean ok = TRUE;
    const char *subject = fact_node_get_string(node, "subject", &ok);
    const char *attribute = fact_node_get_string(node, "attribute", &ok);
    const char *who = fact_node_get_string(node, "who", &ok);
    const char *until = fact_node_get_string(node, "until", &ok);
    const char *reason = fact_node_need_string(node, "reason");
    if (!ok || reason == NULL)
        return;
    if (subject == NULL && attribute == NULL) {
        fact_node_error(node, "a waiver names a subject or an attribute");
        return;
    }
    FactWaiver *waiver = g_new0(FactWaiver, 1);
    waiver->path = g_strdup(node->file->path);
    waiver->subject = g_strdup(subject);
    waiver->attribute = g_strdup(attribute);
    waiver->reason = g_strdup(reason);
    waiver->until = g_strdup(until);
    waiver->who = g_strdup(who);
    waiver->line = at.line;
    waiver->column = at.column;
    g_ptr_array_add(catalog->waivers, waiver);
}

void
fact_waiver_collect(FactLoader *loader, const FactNode *list)
{
    if (!fact_node_expect_array(list))
        return;
    g_autoptr(GArray) positions = fact_catalog_file_positions(list->file, "waivers");
    for (size_t i = 0; i < fact_node_length(list); i++) {
        FactNode node = fact_node_element(list, i);
        FactPosition at =
            i < positions->len ? g_array_index(positions, FactPosition, i) : (FactPosition){1, 1};
        collect_waiver(loader->catalog, &node, at);
    }
}
