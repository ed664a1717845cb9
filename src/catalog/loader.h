/* SPDX-License-Identifier: MIT
 *
 * What the parts of the catalog's loader share. Loading has two passes: the first one collects the
 * definitions of all layers, the second one builds what matching needs from those that hold.
 */
#pragma once

#include "catalog/catalog.h"
#include "catalog/definition.h"

typedef struct {
    FactCatalog *catalog;
    guint n_layers;
    FactArena *trees; /* what the files say */
    FactDefinitions units;
    FactDefinitions currencies;
    FactDefinitions attributes;
    FactDefinitions entities; /* and places: they share their ids */
    GHashTable *wordings;     /* name -> WordingDraft of wording.c, owned */
    GHashTable *marks;        /* name of a wording -> class bits of its phrases' first words */
} FactLoader;

/* What fact_catalog_new does, from @layers alone: of GPtrArray of FactCatalogSource. */
FactCatalog *
fact_catalog_new_from_layers(const GPtrArray *layers, FactLog *log,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* First pass: one member of a file each. */
void
fact_unit_collect(FactLoader *loader, const FactNode *list);

void
fact_currency_collect(FactLoader *loader, const FactNode *list);

void
fact_wording_collect(FactLoader *loader, const FactNode *lists);

void
fact_wording_collect_marks(FactLoader *loader, const FactNode *marks);

void
fact_word_list_collect(FactLoader *loader, const FactNode *words);

void
fact_word_class_collect(FactLoader *loader, const FactNode *object);

void
fact_attribute_collect(FactLoader *loader, const FactNode *list);

void
fact_entity_collect(FactLoader *loader, const FactNode *list);

void
fact_place_collect(FactLoader *loader, const FactNode *list);

void
fact_reference_collect(FactLoader *loader, const FactNode *list);

void
fact_waiver_collect(FactLoader *loader, const FactNode *list);

/* Second pass, in this order. */
void
fact_unit_build(FactLoader *loader);

void
fact_wording_build(FactLoader *loader);

void
fact_entity_build(FactLoader *loader);

void
fact_attribute_build(FactLoader *loader);

/* Frees what the drafts of wordings hold. */
void
fact_wording_draft_free(gpointer data);

/* The bit of a class's name ("given-name"); 0 if there is none or files may not set it. */
uint32_t
fact_word_class_from_string(const char *name);

/* The bits of a word class named in a cue, also those files may not set. */
uint32_t
fact_word_class_find(const char *name);

void
fact_attribute_free(gpointer data);

/* -- cues ------------------------------------------------------------------------------------- */

/* Compiles @source; words go to @lexicon without a class. NULL with a message that says what is
 * wrong, without place. */
FactCue *
fact_cue_parse(FactLexicon *lexicon, const char *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it is words of its own that every match has. */
gboolean
fact_cue_item_can_be_anchor(const FactCueItem *item);
