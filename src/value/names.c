/* SPDX-License-Identifier: MIT
 *
 * Names are known by their ids; labels are for people and never compared. Arrays that are read are
 * kept in the string pool, so that they live as long as the strings do.
 */
#include "value/names.h"

#include <stdlib.h>
#include <string.h>

int
fact_names_order(const FactValue *a, const FactValue *b)
{
    uint32_t n = MIN(a->as.names.n, b->as.names.n);

    for (uint32_t i = 0; i < n; i++) {
        int order = strcmp(a->as.names.ids[i], b->as.names.ids[i]);
        if (order != 0)
            return order < 0 ? -1 : 1;
    }
    return (a->as.names.n > n) - (b->as.names.n > n);
}

void
fact_names_format_key(const FactValue *value, GString *out)
{
    for (uint32_t i = 0; i < value->as.names.n; i++) {
        g_string_append(out, i == 0 ? "" : "|");
        g_string_append(out, value->as.names.ids[i]);
    }
}

void
fact_names_format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    (void)catalog;
    for (uint32_t i = 0; i < value->as.names.n; i++) {
        g_string_append(out, i == 0 ? "" : ", ");
        g_string_append(out, value->as.names.labels[i]);
    }
}

static const char *const *
intern_all(const char *const *strings, uint32_t n, FactStringPool *pool, FactArena *arena)
{
    const char **copy = fact_arena_new0(arena, const char *, n + 1);

    for (uint32_t i = 0; i < n; i++)
        copy[i] = fact_string_pool_intern(pool, strings[i]);
    return copy;
}

void
fact_names_intern(FactValue *value, FactStringPool *pool, FactArena *arena)
{
    uint32_t n = value->as.names.n;

    value->as.names.ids = intern_all(value->as.names.ids, n, pool, arena);
    value->as.names.labels = intern_all(value->as.names.labels, n, pool, arena);
}

typedef struct {
    const char *id;
    const char *label;
} Name;

static int
compare_names(const void *a, const void *b)
{
    return strcmp(((const Name *)a)->id, ((const Name *)b)->id);
}

void
fact_names_set(FactValue *value, GPtrArray *ids, GPtrArray *labels, FactStringPool *pool)
{
    g_autofree Name *names = g_new(Name, ids->len + 1);
    g_autoptr(GPtrArray) sorted_ids = g_ptr_array_new();
    g_autoptr(GPtrArray) sorted_labels = g_ptr_array_new();

    for (guint i = 0; i < ids->len; i++)
        names[i] = (Name){g_ptr_array_index(ids, i), g_ptr_array_index(labels, i)};
    qsort(names, ids->len, sizeof(Name), compare_names);
    for (guint i = 0; i < ids->len; i++) {
        if (i > 0 && strcmp(names[i].id, names[i - 1].id) == 0)
            continue;
        g_ptr_array_add(sorted_ids, (char *)names[i].id);
        g_ptr_array_add(sorted_labels, (char *)names[i].label);
    }
    value->as.names.n = sorted_ids->len;
    value->as.names.ids = fact_string_pool_intern_array(
        pool, (const char *const *)sorted_ids->pdata, sorted_ids->len);
    value->as.names.labels = fact_string_pool_intern_array(
        pool, (const char *const *)sorted_labels->pdata, sorted_labels->len);
}

gboolean
fact_names_is_near_bound(const FactCatalog *catalog, const FactValue *a, const FactValue *b)
{
    (void)catalog;
    (void)a;
    (void)b;
    return TRUE;
}
