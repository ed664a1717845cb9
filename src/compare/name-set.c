/* SPDX-License-Identifier: MIT
 *
 * Claims of a key come by document, so that those of one document are neighbours. A list in an
 * article has few members; beyond NAMES_MAX it is cut, which is the limit that keeps a hostile
 * document from making sets of sets.
 */
#include "compare/name-set.h"

#include <stdlib.h>
#include <string.h>

#include "compare/side.h"

#define NAMES_MAX 256
/* How far on in its document a name is looked for that goes with one: names under other qualifiers
 * may stand between, and to walk over all of them for each would be quadratic. */
#define NEIGHBOURS_MAX 1024

typedef struct {
    const char *id;
    const char *label;
} Name;

static gboolean
is_together(const FactClaim *a, const FactClaim *b)
{
    return a->document == b->document && a->polarity == b->polarity &&
           g_strcmp0(a->period, b->period) == 0 && g_strcmp0(a->place, b->place) == 0 &&
           g_strcmp0(a->basis, b->basis) == 0;
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(((const Name *)a)->id, ((const Name *)b)->id);
}

static void
collect(const FactValue *value, Name *names, guint *n)
{
    for (uint32_t i = 0; i < value->as.names.n && *n < NAMES_MAX; i++)
        names[(*n)++] = (Name){value->as.names.ids[i], value->as.names.labels[i]};
}

static const FactValue *
make_set(const FactComparison *comparison, const FactValue *model, Name *names, guint n)
{
    FactValue *value = fact_arena_new0(comparison->arena, FactValue, 1);
    const char **ids = fact_arena_new0(comparison->arena, const char *, n);
    const char **labels = fact_arena_new0(comparison->arena, const char *, n);
    guint n_distinct = 0;

    qsort(names, n, sizeof *names, compare_names);
    for (guint i = 0; i < n; i++) {
        if (n_distinct > 0 && strcmp(ids[n_distinct - 1], names[i].id) == 0)
            continue;
        ids[n_distinct] = names[i].id;
        labels[n_distinct++] = names[i].label;
    }
    *value = *model;
    value->type = n_distinct == 1 ? FACT_VALUE_ENTITY : FACT_VALUE_SET;
    value->text = NULL;
    value->as.names.ids = ids;
    value->as.names.labels = labels;
    value->as.names.n = n_distinct;
    return value;
}

/* The set of claim @i and of those of its document that go with it; fills their entries too. */
static void
gather(const FactComparison *comparison, const guint32 *claims, guint n, guint i,
       const FactValue **values)
{
    const FactClaim *first = &comparison->claims[claims[i]];
    guint members[NAMES_MAX];
    Name names[NAMES_MAX];
    guint n_members = 0;
    guint n_names = 0;
    const FactValue *set = NULL;

    for (guint k = i; k < MIN(n, i + NEIGHBOURS_MAX) && n_members < NAMES_MAX; k++) {
        const FactClaim *claim = &comparison->claims[claims[k]];

        if (claim->document != first->document)
            break;
        if (values[k] != NULL || !fact_value_is_names(&claim->value) ||
            !is_together(first, claim) || !fact_claim_is_comparable(comparison, claim))
            continue;
        members[n_members++] = k;
        collect(&claim->value, names, &n_names);
    }
    set = n_members == 1 ? &first->value : make_set(comparison, &first->value, names, n_names);
    for (guint k = 0; k < n_members; k++)
        values[members[k]] = set;
}

const FactValue **
fact_name_sets_of(const FactComparison *comparison, const guint32 *claims, guint n)
{
    const FactValue **values = g_new0(const FactValue *, MAX(n, 1));

    for (guint i = 0; i < n; i++) {
        const FactClaim *claim = &comparison->claims[claims[i]];

        if (values[i] != NULL || !fact_claim_is_comparable(comparison, claim))
            continue;
        if (fact_value_is_names(&claim->value))
            gather(comparison, claims, n, i, values);
        else
            values[i] = &claim->value;
    }
    return values;
}
