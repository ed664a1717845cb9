/* SPDX-License-Identifier: MIT
 *
 * Accepted facts: facts/reference. They are claims like any other, so only their outline is checked
 * here; the claim module reads them.
 */
#include "catalog/loader.h"

/* Where an accepted fact stands. */
typedef struct {
    guint file;
    guint element;
} ReferencePlace;

static gboolean
check_statement(const FactNode *statement)
{
    static const char *const members[] = {"subject",  "attribute", "value", "qualifiers",
                                          "modality", "source",    "as_of", "confidence",
                                          "note",     NULL};
    static const char *const needed[] = {"subject", "attribute", "value"};
    if (!fact_node_expect_object(statement))
        return FALSE;
    gboolean ok = fact_node_expect_members(statement, members);
    for (guint i = 0; i < G_N_ELEMENTS(needed); i++) {
        FactNode node;
        if (fact_node_get(statement, needed[i], &node)) {
            ok &= fact_node_expect_object(&node);
            continue;
        }
        fact_node_error(statement, "\"%s\" is missing", needed[i]);
        ok = FALSE;
    }
    fact_node_get_string(statement, "as_of", &ok);
    return ok;
}

void
fact_reference_collect(FactLoader *loader, const FactNode *list)
{
    FactCatalog *catalog = loader->catalog;
    if (!fact_node_expect_array(list))
        return;
    for (size_t i = 0; i < fact_node_length(list); i++) {
        FactNode statement = fact_node_element(list, i);
        if (!check_statement(&statement))
            continue;
        ReferencePlace place = {.file = catalog->files->len - 1, .element = (guint)i};
        g_ptr_array_add(catalog->reference, fact_plain_json_to_jansson(statement.json));
        g_array_append_val(catalog->reference_places, place);
    }
}

/* Place of the element @index of the main list of file @file, below it @pointer. */
static char *
place_of(const FactCatalog *catalog, guint file_index, const char *pointer)
{
    const FactCatalogFile *file = g_ptr_array_index(catalog->files, file_index);
    size_t len;
    const char *text = g_bytes_get_data(file->bytes, &len);
    FactPosition at = fact_json_locate(text, len, pointer);
    return g_strdup_printf("%s:%u:%u", file->path, at.line, at.column);
}

char *
fact_catalog_reference_place(const FactCatalog *catalog, guint index)
{
    g_return_val_if_fail(index < catalog->reference_places->len, NULL);
    const ReferencePlace *place = &g_array_index(catalog->reference_places, ReferencePlace, index);
    g_autofree char *pointer = g_strdup_printf("/statements/%u", place->element);
    return place_of(catalog, place->file, pointer);
}

char *
fact_catalog_attribute_place(const FactCatalog *catalog, const FactAttribute *attribute)
{
    g_autofree char *pointer = g_strdup_printf("/attributes/%u", attribute->element);
    return place_of(catalog, attribute->file, pointer);
}

char *
fact_catalog_example_place(const FactCatalog *catalog, const FactAttribute *attribute,
                           guint example)
{
    g_return_val_if_fail(example < attribute->examples->len, NULL);
    guint element = g_array_index(attribute->examples, FactExample, example).element;
    g_autofree char *pointer =
        g_strdup_printf("/attributes/%u/examples/%u", attribute->element, element);
    return place_of(catalog, attribute->file, pointer);
}
