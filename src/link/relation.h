/* SPDX-License-Identifier: MIT
 *
 * Whether two named subjects can be one, and how sure that is; and the keys under which subjects
 * that can be one meet, so that not every pair need be tried.
 */
#pragma once

#include "link/subject.h"

/* Words of a maker before a product's name. */
#define FACT_MAKER_WORDS_MAX 2
/* Words of a name, not a person's, one of which may be misspelt. */
#define FACT_MISSPELT_WORDS_MAX 3

/* The surest first; linking goes through them in this order. */
typedef enum {
    FACT_LINK_SPELLING, /* one name, spelt in other ways */
    FACT_LINK_FULLER,   /* a person's name with more or less of it given */
    FACT_LINK_SHORT,  /* a surname, a short form of an organisation, a product without its maker */
    FACT_LINK_UNSURE, /* a letter of a person's name differs, a second surname is left out */
    FACT_LINK_GIVEN,  /* a given name alone */
    FACT_LINK_APART,
} FactLinkLevel;

/* The level at which @a and @b, of one group, are one. Symmetric. */
FactLinkLevel
fact_relation_between(const FactCatalog *catalog, const FactSubject *a, const FactSubject *b);

/* Whether @subject's name is such that a misspelling of it is taken for it. */
gboolean
fact_relation_may_be_misspelt(const FactSubject *subject);

/* Appends to @out_keys (of uint64_t) the keys of @subject at @level: two subjects that are one at a
 * level have a key of it in common, or one of FACT_LINK_SPELLING to FACT_LINK_SHORT. */
void
fact_relation_add_keys(const FactSubject *subject, FactLinkLevel level, GArray *out_keys);
