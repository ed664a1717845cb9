/* SPDX-License-Identifier: MIT */
#include "claim/record.h"

#include <string.h>

#include "base/json-locate.h"
#include <factdiff/error.h>

gboolean
fact_record_fail(FactRecord *record, const char *pointer, const char *format, ...)
{
    FactPosition position = fact_json_locate(record->json, record->len, pointer);
    g_autofree char *what = NULL;
    va_list args;

    va_start(args, format);
    what = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error(record->error, FACT_ERROR, FACT_ERROR_INPUT, "%s:%u:%u: %s", record->path,
                record->line + position.line - 1, position.column, what);
    return FALSE;
}

static char *
member_pointer(const char *section, const char *name)
{
    return g_strconcat(section, "/", name, NULL);
}

gboolean
fact_record_get_string(FactRecord *record, json_t *object, const char *section, const char *name,
                       const char **out_str)
{
    json_t *value = json_object_get(object, name);

    *out_str = NULL;
    if (value == NULL || json_is_null(value))
        return TRUE;
    if (!json_is_string(value)) {
        g_autofree char *pointer = member_pointer(section, name);

        return fact_record_fail(record, pointer, "'%s' must be a string", name);
    }
    *out_str = json_string_value(value);
    return TRUE;
}

gboolean
fact_record_take_string(FactRecord *record, json_t *object, const char *section, const char *name,
                        const char **out_str)
{
    const char *str = NULL;

    if (!fact_record_get_string(record, object, section, name, &str))
        return FALSE;
    *out_str = fact_string_pool_intern(record->pool, str);
    return TRUE;
}

gboolean
fact_record_dup_string(FactRecord *record, json_t *object, const char *section, const char *name,
                       char **out_str)
{
    const char *str = NULL;

    if (!fact_record_get_string(record, object, section, name, &str))
        return FALSE;
    *out_str = g_strdup(str);
    return TRUE;
}

gboolean
fact_record_require_string(FactRecord *record, json_t *object, const char *section,
                           const char *name, const char **out_str)
{
    if (!fact_record_take_string(record, object, section, name, out_str))
        return FALSE;
    if (*out_str != NULL && **out_str != '\0')
        return TRUE;
    return fact_record_fail(record, section, "'%s' is missing", name);
}

gboolean
fact_record_take_uint(FactRecord *record, json_t *object, const char *section, const char *name,
                      uint32_t *out_uint)
{
    json_t *value = json_object_get(object, name);

    if (value == NULL)
        return TRUE;
    if (!json_is_integer(value) || json_integer_value(value) < 0 ||
        json_integer_value(value) > UINT32_MAX) {
        g_autofree char *pointer = member_pointer(section, name);

        return fact_record_fail(record, pointer, "'%s' must be a whole number that is not negative",
                                name);
    }
    *out_uint = (uint32_t)json_integer_value(value);
    return TRUE;
}

gboolean
fact_record_get_section(FactRecord *record, json_t *claim, const char *name, gboolean is_required,
                        json_t **out_section)
{
    g_autofree char *pointer = member_pointer("", name);

    *out_section = json_object_get(claim, name);
    if (*out_section == NULL)
        return !is_required || fact_record_fail(record, "", "'%s' is missing", name);
    return json_is_object(*out_section) ||
           fact_record_fail(record, pointer, "'%s' must be an object", name);
}

json_t *
fact_record_need_extra(FactRecord *record, const char *section)
{
    json_t *object = NULL;

    if (record->extra == NULL)
        record->extra = json_object();
    if (section == NULL)
        return record->extra;
    object = json_object_get(record->extra, section);
    if (object == NULL) {
        json_object_set_new(record->extra, section, json_object());
        object = json_object_get(record->extra, section);
    }
    return object;
}

void
fact_record_keep_foreign(FactRecord *record, json_t *object, const char *section,
                         const char *const *known)
{
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach(object, key, value)
    {
        if (!g_strv_contains(known, key))
            json_object_set(fact_record_need_extra(record, section), key, value);
    }
}

json_t *
fact_record_load(FactRecord *record)
{
    json_error_t problem;
    json_t *root = json_loadb(record->json, record->len, JSON_REJECT_DUPLICATES, &problem);
    FactPosition position;

    if (root != NULL && json_is_object(root))
        return root;
    if (root != NULL) {
        json_decref(root);
        fact_record_fail(record, "", "a record must be an object");
        return NULL;
    }
    position = fact_position_of(record->json, record->len, (size_t)MAX(problem.position, 0));
    g_set_error(record->error, FACT_ERROR, FACT_ERROR_INPUT, "%s:%u:%u: %s", record->path,
                record->line + position.line - 1, position.column, problem.text);
    return NULL;
}
