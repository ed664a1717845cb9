/* SPDX-License-Identifier: MIT */
#include "extract/acceptance.h"

#include "base/hash.h"

#include <string.h>

/* Kinds of value that are kept from one document to the next. */
#define KINDS_MAX 4096

/* Kinds that are found without the table: a text has many values of few kinds. A power of two. */
#define N_RECENT 64

struct FactAcceptances {
    const FactCatalog *catalog;       /* borrowed */
    gsize n_words;                    /* of a set of all attributes */
    FactArena *arena;                 /* of the kinds */
    GHashTable *kinds;                /* set of FactAcceptance, borrowed from arena */
    FactAcceptance *recent[N_RECENT]; /* kinds asked for last, by their places; NULL for none */
};

static guint
hash_kind(gconstpointer key)
{
    const FactAcceptance *kind = key;
    uint64_t hash = kind->unit == NULL ? 0 : fact_hash_bytes(kind->unit, strlen(kind->unit));
    return (guint)fact_hash_combine(hash, (uint64_t)kind->type << 1 | (kind->is_age ? 1 : 0));
}

static gboolean
kinds_equal(gconstpointer a, gconstpointer b)
{
    const FactAcceptance *x = a;
    const FactAcceptance *y = b;
    return x->type == y->type && x->is_age == y->is_age && g_strcmp0(x->unit, y->unit) == 0;
}

FactAcceptances *
fact_acceptances_new(const FactCatalog *catalog)
{
    FactAcceptances *acceptances = g_new0(FactAcceptances, 1);
    acceptances->catalog = catalog;
    acceptances->n_words = catalog->attributes->len / 64 + 1;
    acceptances->arena = fact_arena_new();
    acceptances->kinds = g_hash_table_new(hash_kind, kinds_equal);
    return acceptances;
}

void
fact_acceptances_free(FactAcceptances *acceptances)
{
    if (acceptances == NULL)
        return;
    g_hash_table_unref(acceptances->kinds);
    fact_arena_free(acceptances->arena);
    g_free(acceptances);
}

void
fact_acceptances_trim(FactAcceptances *acceptances)
{
    if (g_hash_table_size(acceptances->kinds) <= KINDS_MAX)
        return;
    memset(acceptances->recent, 0, sizeof acceptances->recent);
    g_hash_table_remove_all(acceptances->kinds);
    fact_arena_clear(acceptances->arena);
}

static FactAcceptance *
find_kind(FactAcceptances *acceptances, const FactAcceptance *like)
{
    FactAcceptance *kind = g_hash_table_lookup(acceptances->kinds, like);
    if (kind != NULL)
        return kind;
    kind = fact_arena_alloc(acceptances->arena,
                            sizeof *kind + 2 * acceptances->n_words * sizeof kind->sets[0]);
    *kind = *like;
    kind->unit = fact_arena_strdup(acceptances->arena, like->unit);
    g_hash_table_add(acceptances->kinds, kind);
    return kind;
}

/* A place among the recent kinds: of most units the first two letters and the type tell which. */
static guint
place_of(const FactAcceptance *kind)
{
    guint unit = kind->unit == NULL || kind->unit[0] == '\0'
                     ? 0
                     : (guint)(guchar)kind->unit[0] * 3 + (guchar)kind->unit[1];
    return (unit + (guint)kind->type * 7 + (kind->is_age ? 5 : 0)) % N_RECENT;
}

FactAcceptance *
fact_acceptances_get(FactAcceptances *acceptances, const FactValue *value)
{
    FactAcceptance like = {
        .type = (FactValueType)value->type,
        .is_age = (value->flags & FACT_VALUE_IS_AGE) != 0,
        .unit = value->unit,
        .n_words = acceptances->n_words,
    };
    FactAcceptance **recent = &acceptances->recent[place_of(&like)];
    if (*recent == NULL || !kinds_equal(*recent, &like))
        *recent = find_kind(acceptances, &like);
    return *recent;
}

/* Whether @unit, a singular noun, is a noun for things of this kind: "~person" takes "woman". */
static gboolean
is_noun_of_kind(const FactCatalog *catalog, const char *unit, const char *kind)
{
    const FactWording *descriptions = fact_catalog_get_wording(catalog, "descriptions");
    uint32_t payload = fact_phrase_table_find(descriptions->phrases, catalog->lexicon, unit);
    return payload != 0 && strcmp(g_ptr_array_index(descriptions->values, payload - 1), kind) == 0;
}

static gboolean
unit_is_accepted(const FactCatalog *catalog, const FactAttribute *attribute, const char *unit)
{
    for (guint i = 0; attribute->units[i] != NULL; i++) {
        const char *wanted = attribute->units[i];
        if (wanted[0] == '~' ? is_noun_of_kind(catalog, unit, wanted + 1)
                             : strcmp(wanted, unit) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
accepts(const FactCatalog *catalog, const FactAttribute *attribute, const FactAcceptance *kind)
{
    if ((attribute->value_types & (1u << kind->type)) == 0)
        return FALSE;
    gboolean has_units = attribute->units != NULL && attribute->units[0] != NULL;
    if (kind->is_age != (has_units && strcmp(attribute->units[0], "~age") == 0))
        return FALSE;
    if (kind->is_age || !has_units || kind->type == FACT_VALUE_NUMBER || kind->unit == NULL)
        return TRUE;
    const FactUnit *unit =
        kind->type == FACT_VALUE_QUANTITY ? fact_catalog_find_unit(catalog, kind->unit) : NULL;
    return unit_is_accepted(catalog, attribute, unit != NULL ? unit->dimension : kind->unit);
}

void
fact_acceptance_ask(const FactAcceptances *acceptances, FactAcceptance *acceptance,
                    const FactAttribute *attribute)
{
    uint64_t *asked = &acceptance->sets[attribute->index / 64];
    uint64_t bit = UINT64_C(1) << (attribute->index % 64);
    *asked |= bit;
    if (accepts(acceptances->catalog, attribute, acceptance))
        asked[acceptance->n_words] |= bit;
}
