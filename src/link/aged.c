/* SPDX-License-Identifier: MIT
 *
 * The ages of a group are read once, when somebody first asks. Two clusters of one age leave it to
 * nobody.
 */
#include "link/aged.h"

#include <stdlib.h>
#include <string.h>

#define YEARS_MAX 120
#define NOBODY G_MAXUINT
#define SEVERAL (G_MAXUINT - 1)

struct FactAged {
    const FactClusters *clusters;
    guint first;
    guint last;
    gboolean is_read;
    guint roots[YEARS_MAX + 1]; /* by age: the cluster, NOBODY or SEVERAL */
};

FactAged *
fact_aged_new(const FactClusters *clusters, guint first, guint last)
{
    FactAged *aged = g_new0(FactAged, 1);

    aged->clusters = clusters;
    aged->first = first;
    aged->last = last;
    return aged;
}

void
fact_aged_free(FactAged *aged)
{
    g_free(aged);
}

/* A slip makes two ages of one person; both are hers. */
static void
add_age(FactAged *aged, double years, guint root)
{
    guint age = years >= 0 && years <= YEARS_MAX ? (guint)years : 0;

    if (age == 0)
        return;
    if (aged->roots[age] == NOBODY)
        aged->roots[age] = root;
    else if (aged->roots[age] != root)
        aged->roots[age] = SEVERAL;
}

static void
read_ages(FactAged *aged)
{
    const FactClusters *clusters = aged->clusters;

    for (guint i = 0; i <= YEARS_MAX; i++)
        aged->roots[i] = NOBODY;
    for (guint i = aged->first; i < aged->last; i++) {
        const FactSubject *subject = fact_subjects_get(clusters->subjects, i);
        if (subject->form != FACT_SUBJECT_NAMED || !subject->has_age)
            continue;
        add_age(aged, subject->age_low, clusters->root[i]);
        if (subject->age_high != subject->age_low)
            add_age(aged, subject->age_high, clusters->root[i]);
    }
    aged->is_read = TRUE;
}

/* The age of "@the 34-year-old"; 0 where it is another description. */
static guint
age_of_description(const char *id)
{
    char *end;

    if (!g_str_has_prefix(id + 1, FACT_DESCRIBED_BY_AGE))
        return 0;
    guint64 age = g_ascii_strtoull(id + 1 + strlen(FACT_DESCRIBED_BY_AGE), &end, 10);
    return age <= YEARS_MAX && g_str_equal(end, FACT_YEARS_OLD) ? (guint)age : 0;
}

gboolean
fact_aged_find(FactAged *aged, const FactSubject *subject, guint *out_root)
{
    guint age = fact_subject_is_topical(subject) ? age_of_description(subject->id) : 0;

    if (age == 0)
        return FALSE;
    if (!aged->is_read)
        read_ages(aged);
    *out_root = aged->roots[age];
    return *out_root != NOBODY && *out_root != SEVERAL;
}
