/* SPDX-License-Identifier: MIT
 *
 * The parser of HTML knows the 2,231 names and that some need no semicolon, but only as part of a
 * page. So a name it has not seen is given to it as a page of one reference, and how much of that
 * was used is told by what is left of it at the end.
 */
#include "read/entities.h"

#include <gumbo.h>
#include <string.h>

/* A text that makes up names cannot fill the memory with them. */
#define ENTITIES_MAX 4096

typedef struct {
    char *decoded; /* owned; NULL: no reference */
    size_t used;
} Entity;

struct FactEntities {
    GHashTable *known; /* of text -> Entity, both owned */
};

static void
free_entity(gpointer entity)
{
    g_free(((Entity *)entity)->decoded);
    g_free(entity);
}

FactEntities *
fact_entities_new(void)
{
    FactEntities *entities = g_new0(FactEntities, 1);

    entities->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_entity);
    return entities;
}

void
fact_entities_free(FactEntities *entities)
{
    if (entities == NULL)
        return;
    g_hash_table_unref(entities->known);
    g_free(entities);
}

/* The length of what may be a reference at @str; 0 for none. */
static size_t
measure_reference(const char *str, size_t len)
{
    size_t n = 1;
    size_t most = MIN(len, FACT_ENTITY_NAME_MAX + 2);

    if (len < 2 || *str != '&')
        return 0;
    if (str[1] == '#')
        n++;
    while (n < most && g_ascii_isalnum(str[n]))
        n++;
    if (n < most && str[n] == ';')
        n++;
    return n;
}

/* The text of the page that @reference is, after the parser has read it. */
static char *
parse_reference(const char *reference)
{
    GumboOutput *output =
        gumbo_parse_with_options(&kGumboDefaultOptions, reference, strlen(reference));
    const GumboVector *top = &output->root->v.element.children;
    char *text = NULL;

    for (guint i = 0; i < top->length && text == NULL; i++) {
        const GumboNode *node = top->data[i];
        const GumboNode *child;

        if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag != GUMBO_TAG_BODY ||
            node->v.element.children.length == 0)
            continue;
        child = node->v.element.children.data[0];
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE)
            text = g_strdup(child->v.text.text);
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return text;
}

/* What both strings end with. */
static size_t
common_end(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t n = 0;

    while (n < a_len && n < b_len && a[a_len - 1 - n] == b[b_len - 1 - n])
        n++;
    return n;
}

static Entity *
make_entity(const char *reference)
{
    Entity *entity = g_new0(Entity, 1);
    size_t len = strlen(reference);
    g_autofree char *text = parse_reference(reference);
    size_t tail;

    if (text == NULL || strcmp(text, reference) == 0)
        return entity;
    tail = common_end(reference, len, text, strlen(text));
    if (tail >= len)
        return entity;
    entity->used = len - tail;
    entity->decoded = g_strndup(text, strlen(text) - tail);
    /* gumbo counts long numbers over the edge. */
    if (!g_utf8_validate(entity->decoded, -1, NULL)) {
        g_free(entity->decoded);
        entity->decoded = g_strdup("\xef\xbf\xbd");
    }
    return entity;
}

const char *
fact_entities_decode(FactEntities *entities, const char *str, size_t len, size_t *out_used)
{
    char reference[FACT_ENTITY_NAME_MAX + 3];
    size_t n = measure_reference(str, len);
    Entity *entity;

    if (n < 3)
        return NULL;
    memcpy(reference, str, n);
    reference[n] = '\0';
    entity = g_hash_table_lookup(entities->known, reference);
    if (entity == NULL) {
        if (g_hash_table_size(entities->known) == ENTITIES_MAX)
            g_hash_table_remove_all(entities->known);
        entity = make_entity(reference);
        g_hash_table_insert(entities->known, g_strdup(reference), entity);
    }
    *out_used = entity->used;
    return entity->decoded;
}
