/* SPDX-License-Identifier: MIT
 *
 * What a slot means is looked up by its hash: the contrasts and names of the catalog. Values and
 * names that the catalog does not know bring their text.
 */
#include "link/slot.h"

#include <string.h>

#include "base/hash.h"
#include "value/names.h"

/* Whether the string was new. */
static gboolean
add_hash(GHashTable *table, const char *str, gconstpointer value)
{
    uint32_t hash = fact_outline_word(fact_outline_hash(str, strlen(str)), 0);

    return !g_hash_table_contains(table, GUINT_TO_POINTER(hash)) &&
           g_hash_table_insert(table, GUINT_TO_POINTER(hash), (gpointer)value);
}

static gpointer
dimension_key(const char *meaning)
{
    return GUINT_TO_POINTER(fact_outline_hash(meaning, strcspn(meaning, ":")));
}

static void
count_value(FactSlotMeanings *self, const char *meaning)
{
    gpointer key = dimension_key(meaning);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(self->n_values, key));

    g_hash_table_insert(self->n_values, key, GUINT_TO_POINTER(n + 1));
}

void
fact_slot_meanings_init(FactSlotMeanings *self, const FactCatalog *catalog)
{
    const FactWording *contrasts = fact_catalog_get_wording(catalog, "contrasts");

    self->meanings = g_hash_table_new(NULL, NULL);
    self->entities = g_hash_table_new(NULL, NULL);
    self->n_values = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < contrasts->values->len; i++) {
        const char *meaning = g_ptr_array_index(contrasts->values, i);
        if (add_hash(self->meanings, meaning, meaning))
            count_value(self, meaning);
    }
    for (guint i = 0; i < catalog->entities->len; i++) {
        const FactEntity *entity = g_ptr_array_index(catalog->entities, i);
        add_hash(self->entities, entity->id, entity);
    }
}

void
fact_slot_meanings_clear(FactSlotMeanings *self)
{
    g_clear_pointer(&self->meanings, g_hash_table_unref);
    g_clear_pointer(&self->entities, g_hash_table_unref);
    g_clear_pointer(&self->n_values, g_hash_table_unref);
}

static const char *
meaning_of(const FactSlotMeanings *self, const FactOutlineItem *item)
{
    return fact_slot_has(item, FACT_OUTLINE_CONTRAST)
               ? g_hash_table_lookup(self->meanings, GUINT_TO_POINTER(fact_slot_word(item)))
               : NULL;
}

static const FactEntity *
entity_of(const FactSlotMeanings *self, const FactOutlineItem *item)
{
    return fact_slot_has(item, FACT_OUTLINE_NAME) && item->text == NULL
               ? g_hash_table_lookup(self->entities, GUINT_TO_POINTER(fact_slot_word(item)))
               : NULL;
}

/* Type and unit of "count 19 0 pickup". */
static gboolean
hash_number(const FactOutlineItem *item, uint64_t *out_hash)
{
    if (item->text == NULL || fact_slot_has(item, FACT_OUTLINE_NAME))
        return FALSE;
    const char *unit = strrchr(item->text, ' ');
    if (unit == NULL)
        return FALSE;
    *out_hash = fact_hash_combine(fact_hash_bytes(item->text, strcspn(item->text, " ")),
                                  fact_hash_bytes(unit, strlen(unit)));
    return TRUE;
}

static gboolean
hash_kind(const FactSlotMeanings *self, const FactOutlineItem *item, FactSlotKind kind,
          uint64_t *out_hash)
{
    const char *meaning;

    switch (kind) {
    case FACT_SLOT_CONTRAST:
        meaning = meaning_of(self, item);
        if (meaning != NULL)
            *out_hash = fact_hash_bytes(meaning, strcspn(meaning, ":"));
        return meaning != NULL;
    case FACT_SLOT_NAME:
        *out_hash = 0;
        return fact_slot_has(item, FACT_OUTLINE_NAME) &&
               (item->text != NULL || entity_of(self, item) != NULL);
    case FACT_SLOT_NUMBER:
        return hash_number(item, out_hash);
    case FACT_SLOT_DENIAL:
        *out_hash = fact_slot_word(item);
        return !fact_slot_has(item, FACT_OUTLINE_NAME);
    case FACT_SLOT_KINDS:
        break;
    }
    return FALSE;
}

gboolean
fact_slot_hash(const FactSlotMeanings *self, const FactOutlineItem *item, FactSlotKind kind,
               uint64_t *out_hash)
{
    uint64_t hash = 0;

    if (fact_slot_has(item, FACT_OUTLINE_SPEAKER) || !hash_kind(self, item, kind, &hash))
        return FALSE;
    if (kind != FACT_SLOT_DENIAL)
        hash = fact_hash_combine(hash, item->word & FACT_OUTLINE_DENIED);
    *out_hash = fact_hash_combine(hash, kind);
    return TRUE;
}

gboolean
fact_slot_is_opposite(const FactSlotMeanings *self, const FactOutlineItem *item)
{
    const char *meaning = meaning_of(self, item);

    return meaning != NULL &&
           GPOINTER_TO_UINT(g_hash_table_lookup(self->n_values, dimension_key(meaning))) == 2;
}

uint32_t
fact_slot_value(const FactOutlineItem *item, FactSlotKind kind)
{
    return kind == FACT_SLOT_DENIAL ? item->word & FACT_OUTLINE_DENIED : fact_slot_word(item);
}

/* Two names with one first letter may be two spellings of one: "St." and "Street". */
gboolean
fact_slot_names_differ(const FactSlotMeanings *self, const FactOutlineItem *a,
                       const FactOutlineItem *b)
{
    const FactEntity *first = entity_of(self, a);
    const FactEntity *second = entity_of(self, b);

    if (first != NULL && second != NULL)
        return first->kind == second->kind;
    const char *x = first != NULL ? first->label : a->text;
    const char *y = second != NULL ? second->label : b->text;
    return g_unichar_tolower(g_utf8_get_char(x)) != g_unichar_tolower(g_utf8_get_char(y));
}

static void
set_name(FactStringPool *pool, const char *id, const char *label, FactValue *value)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_autoptr(GPtrArray) labels = g_ptr_array_new();

    g_ptr_array_add(ids, (gpointer)fact_string_pool_intern(pool, id));
    g_ptr_array_add(labels, (gpointer)fact_string_pool_intern(pool, label));
    fact_names_set(value, ids, labels, pool);
}

/* "direction: up" is a value of an attribute that people call "direction". */
static gboolean
tell_contrast(const char *meaning, FactStringPool *pool, FactClaim *claim)
{
    size_t len = strcspn(meaning, ":");
    const char *value = meaning + len + strspn(meaning + len, ": ");

    claim->attribute_label = fact_string_pool_intern_len(pool, meaning, len);
    claim->value.type = FACT_VALUE_TEXT;
    set_name(pool, value, value, &claim->value);
    return TRUE;
}

static gboolean
tell_name(const FactEntity *entity, const char *name, FactStringPool *pool, FactClaim *claim)
{
    g_autofree char *folded = name == NULL ? NULL : g_utf8_strdown(name, -1);

    claim->attribute_label = fact_string_pool_intern(pool, "name");
    claim->value.type = FACT_VALUE_ENTITY;
    if (entity != NULL)
        set_name(pool, entity->id, entity->label, &claim->value);
    else
        set_name(pool, folded, name, &claim->value);
    return TRUE;
}

/* "count 19 0 pickup": type, amount, precision, unit. */
static gboolean
tell_number(const char *text, FactStringPool *pool, FactClaim *claim)
{
    g_auto(GStrv) parts = g_strsplit(text, " ", 4);
    FactValueType type;
    FactDecimal amount;
    FactDecimal precision;

    if (g_strv_length(parts) != 4 || !fact_value_type_from_string(parts[0], &type) ||
        !fact_decimal_parse(parts[1], strlen(parts[1]), &amount) ||
        !fact_decimal_parse(parts[2], strlen(parts[2]), &precision))
        return FALSE;
    claim->attribute_label = fact_string_pool_intern(pool, parts[0]);
    claim->value.type = (uint8_t)type;
    if (!fact_value_is_numeric(&claim->value))
        return FALSE;
    if (strcmp(parts[3], "-") != 0)
        claim->value.unit = fact_string_pool_intern(pool, parts[3]);
    claim->value.flags = FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH;
    claim->value.as.number.low = claim->value.as.number.high = amount;
    if (!fact_decimal_is_zero(precision)) {
        claim->value.flags |= FACT_VALUE_HAS_PRECISION;
        claim->value.as.number.precision = precision;
    }
    return TRUE;
}

static gboolean
tell_denial(const FactOutlineItem *item, FactStringPool *pool, FactClaim *claim)
{
    claim->attribute_label = fact_string_pool_intern(pool, "whether it holds");
    claim->value.type = FACT_VALUE_FLAG;
    claim->value.flags = FACT_VALUE_IS_TRUE;
    if (fact_slot_has(item, FACT_OUTLINE_DENIED))
        claim->polarity = FACT_POLARITY_DENIED;
    return TRUE;
}

gboolean
fact_slot_tell(const FactSlotMeanings *self, const FactOutlineItem *item, FactSlotKind kind,
               FactStringPool *pool, FactClaim *claim)
{
    switch (kind) {
    case FACT_SLOT_CONTRAST:
        return tell_contrast(meaning_of(self, item), pool, claim);
    case FACT_SLOT_NAME:
        return tell_name(entity_of(self, item), item->text, pool, claim);
    case FACT_SLOT_NUMBER:
        return tell_number(item->text, pool, claim);
    case FACT_SLOT_DENIAL:
        return tell_denial(item, pool, claim);
    case FACT_SLOT_KINDS:
        break;
    }
    return FALSE;
}
