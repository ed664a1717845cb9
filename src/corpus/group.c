/* SPDX-License-Identifier: MIT */
#include "corpus/group.h"

#include <jansson.h>
#include <string.h>

/* "www.example.org" of "https://www.example.org:443/page"; the whole string where there is no host.
 */
static const char *
intern_host(const char *url, FactStringPool *pool)
{
    const char *host = strstr(url, "://");

    host = host != NULL ? host + 3 : url;
    return fact_string_pool_intern_len(pool, host, strcspn(host, "/?#:"));
}

static const char *
source_of(const FactDocument *document, FactStringPool *pool)
{
    if (document->publisher != NULL)
        return fact_string_pool_intern(pool, document->publisher);
    return document->url != NULL ? intern_host(document->url, pool) : NULL;
}

static const char *
directory_of(const FactDocument *document, FactStringPool *pool)
{
    g_autofree char *directory = g_path_get_dirname(document->path);

    return fact_string_pool_intern(pool, directory);
}

/* A field that readers know by name; NULL for any other. */
static const char *
known_field(const FactDocument *document, const char *name)
{
    const struct {
        const char *name;
        const char *value;
    } fields[] = {
        {"id", document->id},
        {"title", document->title},
        {"published", document->published},
        {"date", document->published},
        {"source", document->publisher},
        {"publisher", document->publisher},
        {"url", document->url},
        {"topic", document->topic},
    };

    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        if (strcmp(fields[i].name, name) == 0)
            return fields[i].value;
    }
    return NULL;
}

static const char *
intern_json(const json_t *value, FactStringPool *pool)
{
    if (json_is_string(value))
        return fact_string_pool_intern_len(pool, json_string_value(value),
                                           json_string_length(value));
    if (value == NULL || json_is_null(value))
        return NULL;
    g_autofree char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_SORT_KEYS);
    return fact_string_pool_intern(pool, text);
}

static const char *
field_of(const FactDocument *document, const char *name, FactStringPool *pool)
{
    const char *value = known_field(document, name);

    if (value != NULL)
        return fact_string_pool_intern(pool, value);
    if (document->extra == NULL)
        return NULL;
    json_t *extra = json_loads(document->extra, 0, NULL);
    value = intern_json(json_object_get(extra, name), pool);
    json_decref(extra);
    return value;
}

static const char *
find_group(const FactDocument *document, const FactCorpusOptions *options, FactStringPool *pool)
{
    switch (options->group_by) {
    case FACT_GROUP_BY_DEFAULT:
    case FACT_GROUP_BY_TOPIC:
        return fact_string_pool_intern(pool, document->topic);
    case FACT_GROUP_BY_SOURCE:
        return source_of(document, pool);
    case FACT_GROUP_BY_DIRECTORY:
        return directory_of(document, pool);
    case FACT_GROUP_BY_FIELD:
        return field_of(document, options->group_field, pool);
    case FACT_GROUP_BY_NONE:
        return NULL;
    }
    return NULL;
}

const char *
fact_group_of(const FactDocument *document, const FactCorpusOptions *options, FactStringPool *pool)
{
    const char *group = find_group(document, options, pool);

    return group != NULL ? group : fact_string_pool_intern(pool, "");
}
