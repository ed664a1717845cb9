/* SPDX-License-Identifier: MIT
 *
 * Things of a catalog that have an id, while it is being loaded: which ones there are once later
 * layers have replaced those of earlier ones, in the order of the files. They become attributes,
 * entities and units afterwards, when all of them are known.
 */
#pragma once

#include "catalog/catalog-file.h"

typedef struct {
    const char *id; /* borrowed from the file */
    FactNode root;
    FactNode list;
    FactNode node; /* the definition itself; its parents are the two above */
    gboolean is_replaced;
} FactDefinition;

typedef struct {
    GPtrArray *all;    /* of FactDefinition, owned */
    GHashTable *by_id; /* id -> FactDefinition that holds, borrowed */
} FactDefinitions;

void
fact_definitions_init(FactDefinitions *definitions);

void
fact_definitions_clear(FactDefinitions *definitions);

/* Adds the objects of the array @list, each known by its member @id_member. An id given twice in
 * one layer is a mistake, and the first one holds. */
void
fact_definitions_add(FactDefinitions *definitions, const FactNode *list, const char *id_member);
