/* SPDX-License-Identifier: MIT
 *
 * From names to the numbers of what has them: units, lists of wording, attributes. They are asked
 * for by name all the time, so a name is hashed and compared once. Built once, then read by any
 * number of threads.
 */
#pragma once

#include <glib.h>

typedef struct FactNameIndex FactNameIndex;

/* What no name has. */
#define FACT_NAME_INDEX_NONE G_MAXUINT

FactNameIndex *
fact_name_index_new(void);

void
fact_name_index_free(FactNameIndex *index);

/* @name is borrowed, and not to be changed while @index is used. The first of equal names counts.
 */
void
fact_name_index_add(FactNameIndex *index, const char *name, guint number);

/* The number of @name; FACT_NAME_INDEX_NONE for an unknown one and for NULL. */
guint
fact_name_index_find(const FactNameIndex *index, const char *name);
