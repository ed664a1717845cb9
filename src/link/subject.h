/* SPDX-License-Identifier: MIT
 *
 * The distinct subjects of all claims: one for each id of a group, whatever number of claims and
 * documents name it. They are sorted by group and id, so that nothing made from them depends on the
 * order of the claims.
 */
#pragma once

#include "claim/claim.h"
#include "link/person-name.h"

/* What a subject's id says it is. */
typedef enum {
    FACT_SUBJECT_NAMED,
    FACT_SUBJECT_IS_STORY,     /* the story itself: of the group */
    FACT_SUBJECT_IS_DESCRIBED, /* "@the film": of one document */
} FactSubjectForm;

typedef struct {
    const char *group; /* interned */
    const char *id;    /* interned, as the claims have it */
    const char *label; /* interned; the one most claims give */
    FactSubjectForm form;
    uint32_t kinds; /* FactKind bits of all its claims; 0: unknown */
    guint n_claims;
    guint first_claim;    /* in FactSubjects.claims */
    guint first_document; /* in FactSubjects.documents */
    guint n_documents;
    const FactEntity *known; /* what the catalog has under its id or its name; NULL */
    FactSubjectName name;    /* of a named subject */
    FactPersonName person;
    gboolean may_be_person;
    gboolean has_age; /* some of its claims tell an age */
    double age_low;   /* in years */
    double age_high;
} FactSubject;

typedef struct {
    GArray *subjects;  /* of FactSubject */
    GArray *documents; /* of guint32: ascending indices of the documents of each subject */
    guint32 *of_claim; /* index of each claim's subject, G_MAXUINT32 for none; owned */
    guint32 *claims;   /* indices of all claims, subject by subject; owned */
    FactArena *arena;  /* of the names */
} FactSubjects;

/* The strings of @claims are interned in @pool. */
void
fact_subjects_init(FactSubjects *subjects, const FactCatalog *catalog, const FactClaim *claims,
                   guint n, const GPtrArray *documents, FactStringPool *pool);

void
fact_subjects_clear(FactSubjects *subjects);

static inline FactSubject *
fact_subjects_get(const FactSubjects *subjects, guint index)
{
    return &g_array_index(subjects->subjects, FactSubject, index);
}

/* Whether its group is a topic: the documents tell one story. */
static inline gboolean
fact_subject_is_topical(const FactSubject *subject)
{
    return subject->group[0] != '\0';
}

/* Kinds do not contradict each other; 0 is unknown. */
static inline gboolean
fact_subject_kinds_meet(uint32_t a, uint32_t b)
{
    return a == 0 || b == 0 || (a & b) != 0;
}

/* The index of the @i-th document of @subject. */
static inline guint32
fact_subject_document(const FactSubjects *subjects, const FactSubject *subject, guint i)
{
    return g_array_index(subjects->documents, guint32, subject->first_document + i);
}

/* One past the last subject of the group of subject @first. */
guint
fact_subjects_group_end(const FactSubjects *subjects, guint first);
