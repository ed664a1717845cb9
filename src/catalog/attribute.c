/* SPDX-License-Identifier: MIT
 *
 * Attributes: facts/attributes. An attribute that is half wrong is left out whole, but for a cue or
 * an example, which is left out alone.
 */
#include "catalog/cue-index.h"
#include "catalog/loader.h"

#include <factdiff/value.h>
#include <string.h>

static const char *const attribute_members[] = {
    "id",      "label",       "description", "type",         "units",
    "subject", "values",      "moves",       "tolerance",    "severity",
    "basis",   "basis_words", "value_kinds", "implies",      "unless",
    "time",    "earlier",     "cues",        "not",          "examples",
    "unit",    "value_not",   "several",     "unless_words", "value_not_unless",
    "besides", "apart",       "plans",       "story",        "topical",     "demonyms",
    "words",   NULL,
};

void
fact_attribute_collect(FactLoader *loader, const FactNode *list)
{
    fact_definitions_add(&loader->attributes, list, "id");
}

void
fact_attribute_free(gpointer data)
{
    FactAttribute *attribute = data;
    if (attribute == NULL)
        return;
    g_free((gpointer)attribute->units);
    g_ptr_array_unref(attribute->cues);
    g_array_unref(attribute->examples);
    g_free(attribute);
}

/* A string, or an array of strings, each given to @read. */
static gboolean
read_names(const FactNode *object, const char *member,
           gboolean (*read)(const FactNode *, FactAttribute *), FactAttribute *attribute)
{
    FactNode node;
    if (!fact_node_get(object, member, &node))
        return TRUE;
    if (!fact_node_is_array(&node))
        return read(&node, attribute);
    gboolean ok = TRUE;
    for (size_t i = 0; i < fact_node_length(&node); i++) {
        FactNode element = fact_node_element(&node, i);
        ok &= read(&element, attribute);
    }
    return ok;
}

static gboolean
read_type(const FactNode *node, FactAttribute *attribute)
{
    FactValueType type;
    const char *name = fact_node_string(node);
    if (name == NULL)
        return FALSE;
    if (!fact_value_type_from_string(name, &type)) {
        fact_node_error(node, "\"%.60s\" is not a type of values", name);
        return FALSE;
    }
    attribute->value_types |= 1u << type;
    return TRUE;
}

static gboolean
read_kind(const FactNode *node, uint32_t *in_out_kinds)
{
    FactKind kind;
    const char *name = fact_node_string(node);
    if (name == NULL)
        return FALSE;
    if (!fact_kind_from_string(name, &kind)) {
        fact_node_error(node, "\"%.60s\" is not a kind of subjects", name);
        return FALSE;
    }
    *in_out_kinds |= kind;
    return TRUE;
}

static gboolean
read_subject(const FactNode *node, FactAttribute *attribute)
{
    return read_kind(node, &attribute->subject_kinds);
}

static gboolean
read_value_kind(const FactNode *node, FactAttribute *attribute)
{
    return read_kind(node, &attribute->value_kinds);
}

/* One word of @words for the member @member, as its index; the number there is where it is missing.
 */
static gboolean
read_choice(const FactNode *object, const char *member, const char *const *words, int *in_out_index)
{
    FactNode node;
    if (!fact_node_get(object, member, &node))
        return TRUE;
    const char *text = fact_node_string(&node);
    if (text == NULL)
        return FALSE;
    for (int i = 0; words[i] != NULL; i++) {
        if (g_str_equal(words[i], text)) {
            *in_out_index = i;
            return TRUE;
        }
    }
    g_autofree char *known = g_strjoinv(", ", (char **)words);
    fact_node_error(&node, "\"%.60s\" is not one of %s", text, known);
    return FALSE;
}

static gboolean
read_decimal(const FactNode *object, const char *member, FactDecimal *out_decimal)
{
    FactNode node;
    if (!fact_node_get(object, member, &node))
        return TRUE;
    const char *text = fact_node_string(&node);
    if (text == NULL)
        return FALSE;
    if (fact_decimal_parse(text, strlen(text), out_decimal) && out_decimal->coefficient >= 0)
        return TRUE;
    fact_node_error(&node, "\"%.60s\" is not a decimal number from zero on", text);
    return FALSE;
}

static gboolean
read_tolerance(const FactNode *object, const char *member, FactTolerance *tolerance)
{
    static const char *const members[] = {"relative", "absolute", NULL};
    FactNode node;
    if (!fact_node_get(object, member, &node))
        return TRUE;
    if (!fact_node_expect_object(&node) || !fact_node_expect_members(&node, members))
        return FALSE;
    return read_decimal(&node, "relative", &tolerance->relative) &&
           read_decimal(&node, "absolute", &tolerance->absolute);
}

static void
set_default_severities(FactAttribute *attribute)
{
    attribute->severities[FACT_VERDICT_CONFLICT] = FACT_SEVERITY_ERROR;
    attribute->severities[FACT_VERDICT_REFINES] = FACT_SEVERITY_WARNING;
    attribute->severities[FACT_VERDICT_DISPUTED] = FACT_SEVERITY_WARNING;
    attribute->severities[FACT_VERDICT_ROUNDING] = FACT_SEVERITY_INFO;
    attribute->severities[FACT_VERDICT_CHANGED_OVER_TIME] = FACT_SEVERITY_INFO;
    attribute->severities[FACT_VERDICT_SCOPE_DIFFERS] = FACT_SEVERITY_INFO;
    attribute->severities[FACT_VERDICT_AGREE] = FACT_SEVERITY_NONE;
}

/* "conflict": "error" */
static gboolean
read_severity(const FactNode *member, FactAttribute *attribute)
{
    FactVerdict verdict;
    FactSeverity severity;
    const char *text = fact_node_string(member);
    if (text == NULL)
        return FALSE;
    if (!fact_verdict_from_string(member->name, &verdict)) {
        fact_node_error(member, "\"%.60s\" is not a verdict", member->name);
        return FALSE;
    }
    if (!fact_severity_from_string(text, &severity)) {
        fact_node_error(member, "\"%.60s\" is not a severity: none, info, warning or error", text);
        return FALSE;
    }
    attribute->severities[verdict] = severity;
    return TRUE;
}

static gboolean
read_severities(const FactNode *object, FactAttribute *attribute)
{
    FactNode node;
    if (!fact_node_get(object, "severity", &node))
        return TRUE;
    if (!fact_node_expect_object(&node))
        return FALSE;
    gboolean ok = TRUE;
    for (size_t i = 0; i < fact_node_size(&node); i++) {
        FactNode member = fact_node_member(&node, i);
        ok &= read_severity(&member, attribute);
    }
    return ok;
}

static gboolean
read_units(FactCatalog *catalog, const FactNode *object, FactAttribute *attribute)
{
    FactNode list;
    size_t n = 0;
    if (fact_node_get(object, "units", &list)) {
        if (!fact_node_expect_array(&list))
            return FALSE;
        n = fact_node_length(&list);
    }
    const char **units = g_new0(const char *, n + 1);
    attribute->units = units;
    for (size_t i = 0; i < n; i++) {
        FactNode node = fact_node_element(&list, i);
        const char *unit = fact_node_string(&node);
        if (unit == NULL)
            return FALSE;
        units[i] = fact_string_pool_intern(catalog->strings, unit);
    }
    return TRUE;
}

/* "pattern", or {"cue": "pattern", "basis": "...", "implied": "...", "partial": true}. */
static void
read_cue(FactCatalog *catalog, const FactNode *node, FactAttribute *attribute, gboolean is_veto)
{
    static const char *const members[] = {"cue", "basis", "implied", "partial", NULL};
    FactNode pattern = *node;
    const char *basis = NULL;
    const char *implied = NULL;
    gboolean is_partial = FALSE;
    if (fact_node_is_object(node)) {
        gboolean ok = fact_node_expect_members(node, members);
        basis = fact_node_get_string(node, "basis", &ok);
        implied = fact_node_get_string(node, "implied", &ok);
        ok = fact_node_get_flag(node, "partial", &is_partial) && ok;
        if (!ok || fact_node_need_string(node, "cue") == NULL ||
            !fact_node_get(node, "cue", &pattern))
            return;
    }
    const char *text = fact_node_string(&pattern);
    if (text == NULL)
        return;
    g_autoptr(GError) error = NULL;
    FactCue *cue =
        fact_cue_parse(catalog->lexicon, fact_string_pool_intern(catalog->strings, text), &error);
    if (cue == NULL) {
        fact_node_error(&pattern, "cue: %s", error->message);
        return;
    }
    cue->attribute = attribute;
    cue->is_veto = is_veto;
    cue->is_partial = is_partial;
    cue->basis = fact_string_pool_intern(catalog->strings, basis);
    cue->implied = fact_string_pool_intern(catalog->strings, implied);
    g_ptr_array_add(attribute->cues, cue);
}

static void
read_cues(FactCatalog *catalog, const FactNode *object, const char *member,
          FactAttribute *attribute)
{
    FactNode list;
    if (!fact_node_get_array(object, member, &list))
        return;
    for (size_t i = 0; i < fact_node_length(&list); i++) {
        FactNode node = fact_node_element(&list, i);
        read_cue(catalog, &node, attribute, g_str_equal(member, "not"));
    }
}

static void
read_example(FactCatalog *catalog, const FactNode *node, FactAttribute *attribute)
{
    static const char *const members[] = {"text", "subject", "value", "basis", "none", NULL};
    if (!fact_node_expect_object(node) || !fact_node_expect_members(node, members))
        return;
    gboolean ok = TRUE;
    FactExample example = {0};
    example.text = fact_string_pool_intern(catalog->strings, fact_node_need_string(node, "text"));
    example.subject =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(node, "subject", &ok));
    example.value =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(node, "value", &ok));
    example.basis =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(node, "basis", &ok));
    ok = fact_node_get_flag(node, "none", &example.is_none) && ok;
    if (example.text == NULL || !ok)
        return;
    if (example.is_none && (example.subject != NULL || example.value != NULL)) {
        fact_node_error(node, "an example of what is not claimed has no subject and no value");
        return;
    }
    example.element = (guint)node->index;
    g_array_append_val(attribute->examples, example);
}

static void
read_examples(FactCatalog *catalog, const FactNode *object, FactAttribute *attribute)
{
    FactNode list;
    if (!fact_node_get_array(object, "examples", &list))
        return;
    for (size_t i = 0; i < fact_node_length(&list); i++) {
        FactNode node = fact_node_element(&list, i);
        read_example(catalog, &node, attribute);
    }
}

/* What an attribute is apart from its cues; FALSE where it cannot stand. */
static gboolean
read_head(FactCatalog *catalog, const FactNode *object, FactAttribute *attribute)
{
    static const char *const cardinalities[] = {"one", "many", "set", NULL};
    static const char *const movements[] = {"no", "up", "down", "any", "age", NULL};
    gboolean ok = TRUE;
    int cardinality = FACT_CARDINALITY_ONE;
    int moves = FACT_MOVES_NO;
    attribute->id = fact_string_pool_intern(catalog->strings, fact_node_need_string(object, "id"));
    const char *label = fact_node_get_string(object, "label", &ok);
    attribute->label =
        fact_string_pool_intern(catalog->strings, label != NULL ? label : attribute->id);
    attribute->basis =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "basis", &ok));
    attribute->basis_words =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "basis_words", &ok));
    attribute->unit =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "unit", &ok));
    attribute->value_not =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "value_not", &ok));
    attribute->value_not_unless = fact_string_pool_intern(
        catalog->strings, fact_node_get_string(object, "value_not_unless", &ok));
    attribute->several =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "several", &ok));
    attribute->besides =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "besides", &ok));
    attribute->implies =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "implies", &ok));
    attribute->unless =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "unless", &ok));
    attribute->time_id =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "time", &ok));
    attribute->earlier_id =
        fact_string_pool_intern(catalog->strings, fact_node_get_string(object, "earlier", &ok));
    attribute->unless_words = fact_string_pool_intern(
        catalog->strings, fact_node_get_string(object, "unless_words", &ok));
    const char *words = fact_node_get_string(object, "words", &ok);
    attribute->words = words == NULL ? NULL : fact_catalog_get_wording(catalog, words);
    fact_node_get_string(object, "description", &ok);
    ok &= read_names(object, "type", read_type, attribute);
    ok &= read_names(object, "subject", read_subject, attribute);
    ok &= read_names(object, "value_kinds", read_value_kind, attribute);
    ok &= read_choice(object, "values", cardinalities, &cardinality);
    ok &= read_choice(object, "moves", movements, &moves);
    ok &= read_tolerance(object, "tolerance", &attribute->tolerance);
    ok &= read_tolerance(object, "apart", &attribute->apart);
    ok &= fact_node_get_flag(object, "plans", &attribute->takes_plans);
    ok &= fact_node_get_flag(object, "story", &attribute->is_of_story);
    ok &= fact_node_get_flag(object, "topical", &attribute->is_topical);
    ok &= fact_node_get_flag(object, "demonyms", &attribute->takes_demonyms);
    ok &= read_severities(object, attribute);
    ok &= read_units(catalog, object, attribute);
    if (ok && attribute->value_types == 0) {
        fact_node_error(object, "\"type\" is missing");
        return FALSE;
    }
    attribute->cardinality = (FactCardinality)cardinality;
    attribute->moves = (FactMoves)moves;
    if (attribute->subject_kinds == 0)
        attribute->subject_kinds = FACT_KIND_ANY;
    if (attribute->value_kinds == 0)
        attribute->value_kinds = FACT_KIND_ANY;
    return ok;
}

static guint
file_index(const FactCatalog *catalog, const FactCatalogFile *file)
{
    guint index = 0;
    g_ptr_array_find(catalog->files, file, &index);
    return index;
}

static void
build_attribute(FactCatalog *catalog, const FactDefinition *definition)
{
    const FactNode *object = &definition->node;
    fact_node_expect_members(object, attribute_members);
    FactAttribute *attribute = g_new0(FactAttribute, 1);
    attribute->cues = g_ptr_array_new_with_free_func(g_free);
    attribute->examples = g_array_new(FALSE, TRUE, sizeof(FactExample));
    attribute->path = fact_string_pool_intern(catalog->strings, object->file->path);
    attribute->file = file_index(catalog, object->file);
    attribute->element = (guint)object->index;
    set_default_severities(attribute);
    if (!read_head(catalog, object, attribute)) {
        fact_attribute_free(attribute);
        return;
    }
    read_cues(catalog, object, "cues", attribute);
    read_cues(catalog, object, "not", attribute);
    read_examples(catalog, object, attribute);
    g_ptr_array_add(catalog->attributes, attribute);
}

/* The member @name, where it is there, is the id of an attribute. */
static void
check_reference(const FactCatalog *catalog, const FactNode *object, const char *name)
{
    FactNode node;
    const char *id = fact_node_get(object, name, &node) ? fact_node_text(&node) : NULL;
    if (id != NULL && fact_catalog_find_attribute(catalog, id) == NULL)
        fact_node_error(&node, "\"%.60s\" is not the id of an attribute", id);
}

/* The member @name, where it is there, names a list of the wording. */
static void
check_list(const FactCatalog *catalog, const FactNode *object, const char *name)
{
    FactNode node;
    const char *list = fact_node_get(object, name, &node) ? fact_node_text(&node) : NULL;
    if (list != NULL && fact_catalog_get_wording(catalog, list)->values->len == 0)
        fact_node_error(&node, "\"%.60s\" is not a list of the wording", list);
}

static void
check_references(const FactLoader *loader)
{
    for (guint i = 0; i < loader->attributes.all->len; i++) {
        const FactDefinition *definition = g_ptr_array_index(loader->attributes.all, i);
        if (definition->is_replaced)
            continue;
        check_reference(loader->catalog, &definition->node, "implies");
        check_reference(loader->catalog, &definition->node, "unless");
        check_reference(loader->catalog, &definition->node, "time");
        check_reference(loader->catalog, &definition->node, "earlier");
        check_reference(loader->catalog, &definition->node, "besides");
        check_list(loader->catalog, &definition->node, "basis_words");
        check_list(loader->catalog, &definition->node, "words");
    }
}

static int
compare_ids(gconstpointer a, gconstpointer b)
{
    const FactAttribute *left = *(const FactAttribute *const *)a;
    const FactAttribute *right = *(const FactAttribute *const *)b;
    return strcmp(left->id, right->id);
}

void
fact_attribute_build(FactLoader *loader)
{
    FactCatalog *catalog = loader->catalog;
    for (guint i = 0; i < loader->attributes.all->len; i++) {
        const FactDefinition *definition = g_ptr_array_index(loader->attributes.all, i);
        if (!definition->is_replaced)
            build_attribute(catalog, definition);
    }
    g_ptr_array_sort(catalog->attributes, compare_ids);
    for (guint i = 0; i < catalog->attributes->len; i++) {
        FactAttribute *attribute = g_ptr_array_index(catalog->attributes, i);
        attribute->index = i;
        fact_name_index_add(catalog->attribute_index, attribute->id, i);
    }
    for (guint i = 0; i < catalog->attributes->len; i++) {
        FactAttribute *attribute = g_ptr_array_index(catalog->attributes, i);
        guint earlier = fact_name_index_find(catalog->attribute_index, attribute->earlier_id);
        attribute->time = fact_catalog_find_attribute(catalog, attribute->time_id);
        if (earlier != FACT_NAME_INDEX_NONE) {
            FactAttribute *other = g_ptr_array_index(catalog->attributes, earlier);
            other->is_earlier = TRUE;
            attribute->earlier = other;
        }
    }
    check_references(loader);
    catalog->cue_index = fact_cue_index_new(catalog);
}

const FactAttribute *
fact_catalog_find_attribute(const FactCatalog *catalog, const char *id)
{
    guint i = fact_name_index_find(catalog->attribute_index, id);
    return i == FACT_NAME_INDEX_NONE ? NULL : g_ptr_array_index(catalog->attributes, i);
}
