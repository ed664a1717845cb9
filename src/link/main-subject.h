/* SPDX-License-Identifier: MIT
 *
 * What a group is about, for descriptions without an antecedent: "the film" of one article is the
 * one film that the others name.
 */
#pragma once

#include "link/cluster.h"

typedef struct FactMainSubjects FactMainSubjects;

/* Of subjects [first, last) of @clusters, which are one group, and whose claims are among @claims.
 * Everything is borrowed. */
FactMainSubjects *
fact_main_subjects_new(const FactClusters *clusters, const FactClaim *claims,
                       const GPtrArray *documents, guint first, guint last);

void
fact_main_subjects_free(FactMainSubjects *mains);

typedef enum {
    FACT_MAIN_SUBJECT, /* it means the cluster *out_root */
    FACT_MAIN_STORY,   /* it means the story of the group */
    FACT_MAIN_SHARED,  /* nothing of the group is named so: all documents mean the same by it */
    FACT_MAIN_NOUN,    /* a pronoun that means what others describe: the subject *out_root */
    FACT_MAIN_PRIVATE, /* who knows: it is of its document alone */
} FactMainReading;

/* What the described subject @index of the group means. */
FactMainReading
fact_main_subjects_read(FactMainSubjects *mains, guint index, guint *out_root);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactMainSubjects, fact_main_subjects_free)
