/* SPDX-License-Identifier: MIT
 *
 * Character references of HTML, which Markdown has too: "&amp;", "&#8217;", "&nbsp;".
 */
#pragma once

#include <glib.h>

/* Names are at most so long ("CounterClockwiseContourIntegral"). */
#define FACT_ENTITY_NAME_MAX 32

/* Remembers what it was asked, since the names of one text are few. */
typedef struct FactEntities FactEntities;

FactEntities *
fact_entities_new(void);

void
fact_entities_free(FactEntities *entities);

/* What the reference at @str stands for, as UTF-8, and its length in @out_used; NULL where none
 * stands there. NUL and what is no character is U+FFFD. Borrowed until the next call. */
const char *
fact_entities_decode(FactEntities *entities, const char *str, size_t len, size_t *out_used);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactEntities, fact_entities_free)
