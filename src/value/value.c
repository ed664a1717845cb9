/* SPDX-License-Identifier: MIT
 *
 * Values in and out of the module: keys, words, JSON, and copies of what they borrow. What is
 * particular to a type is in its file; here is what all have.
 */
#include "value/value.h"

#include <string.h>

#include "base/hash.h"
#include "value/value-class.h"

void
fact_value_format_key(const FactValue *value, GString *out)
{
    const FactValueClass *class = fact_value_class_of(value);

    g_string_append(out, class->name);
    g_string_append_c(out, ':');
    class->format_key(value, out);
}

static uint64_t
hash_string(uint64_t hash, const char *str)
{
    return str == NULL ? fact_hash_combine(hash, 1)
                       : fact_hash_combine(hash, fact_hash_bytes(str, strlen(str)));
}

static uint64_t
hash_decimal(uint64_t hash, FactDecimal decimal)
{
    hash = fact_hash_combine(hash, (uint64_t)decimal.coefficient);
    return fact_hash_combine(hash, (uint64_t)(uint32_t)decimal.exponent);
}

/* Numbers and names are nearly all of a corpus, and making their keys would take longer than
 * comparing them. Looks at no more than fact_value_order does: a rate, a change and an old value
 * may collide. */
static uint64_t
hash_numeric(const FactValue *value)
{
    uint64_t hash = fact_hash_combine(value->type, value->comparator);

    hash = hash_string(hash, value->unit);
    if ((value->flags & FACT_VALUE_HAS_LOW) != 0)
        hash = hash_decimal(hash, value->as.number.low);
    if ((value->flags & FACT_VALUE_HAS_HIGH) != 0)
        hash = hash_decimal(hash, value->as.number.high);
    return hash;
}

static uint64_t
hash_names(const FactValue *value)
{
    uint64_t hash = fact_hash_combine(value->type, value->as.names.n);

    for (uint32_t i = 0; i < value->as.names.n; i++)
        hash = hash_string(hash, value->as.names.ids[i]);
    return hash;
}

guint
fact_value_hash(const FactValue *value)
{
    g_autoptr(GString) key = NULL;

    if (fact_value_is_numeric(value))
        return (guint)hash_numeric(value);
    if (fact_value_is_names(value))
        return (guint)hash_names(value);
    key = g_string_sized_new(64);
    fact_value_format_key(value, key);
    return (guint)fact_hash_bytes(key->str, key->len);
}

void
fact_value_format(const FactCatalog *catalog, const FactValue *value, GString *out)
{
    fact_value_class_of(value)->format(catalog, value, out);
}

void
fact_value_write_members(const FactValue *value, const char *text, size_t text_len,
                         FactJsonWriter *writer)
{
    const FactValueClass *class = fact_value_class_of(value);

    fact_json_string(writer, "type", class->name);
    class->write(value, writer);
    if (text != NULL)
        fact_json_string_len(writer, "text", text, text_len);
    else
        fact_json_string(writer, "text", value->text);
}

static gboolean
read_value(FactValueReader *reader, FactValue *out_value)
{
    const char *name = NULL;
    FactValueType type;

    if (!fact_value_reader_string(reader, "type", &name))
        return FALSE;
    if (name == NULL)
        return fact_value_reader_fail(reader, "type", "missing");
    if (!fact_value_type_from_string(name, &type))
        return fact_value_reader_fail(reader, "type", "unknown type of value");
    out_value->type = type;
    return fact_value_class_of(out_value)->read(reader, out_value) &&
           fact_value_reader_string(reader, "text", &out_value->text);
}

gboolean
fact_value_from_json(const FactCatalog *catalog, const void *json, FactStringPool *pool,
                     FactValue *out_value, char **out_pointer, GError **error)
{
    FactValueReader reader = {.catalog = catalog, .json = json, .pool = pool};
    FactValue value = {0};

    if (read_value(&reader, &value)) {
        *out_value = value;
        return TRUE;
    }
    g_propagate_error(error, reader.error);
    if (out_pointer != NULL)
        *out_pointer = g_steal_pointer(&reader.pointer);
    g_free(reader.pointer);
    return FALSE;
}

void
fact_value_intern(FactValue *value, FactStringPool *pool, FactArena *arena)
{
    const FactValueClass *class = fact_value_class_of(value);

    value->unit = fact_string_pool_intern(pool, value->unit);
    value->per = fact_string_pool_intern(pool, value->per);
    value->text = fact_string_pool_intern(pool, value->text);
    if (class->intern != NULL)
        class->intern(value, pool, arena);
}
