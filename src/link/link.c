/* SPDX-License-Identifier: MIT
 *
 * Group by group: names are joined level by level, the surest first, then descriptions are read as
 * what they mean among those.
 */
#include "link/link.h"

#include "link/aged.h"
#include "link/main-subject.h"
#include "value/names.h"

#include <string.h>

/* Below this, in hundredths, it is a guess whom a pronoun means. */
#define CONFIDENCE_GUESSED 65

typedef struct {
    const char *id;
    const char *label;
    gboolean is_known;   /* to the catalog */
    gboolean is_generic; /* made of ordinary words: "the Ocean" */
    gboolean is_kind;    /* says what it is and no more: "Department", "Post Office" */
} Identity;

typedef struct {
    FactClusters clusters;
    const FactSubjects *subjects;
    const FactClaim *claims;
    const GPtrArray *documents;
    FactStringPool *pool;
    Identity *identities; /* of each subject */
} Linker;

/* What the words of a name no catalog knows say. Works and products go by ordinary words. */
static void
weigh_words(const FactCatalog *catalog, const FactSubject *subject, Identity *identity)
{
    const FactSubjectName *name = &subject->name;

    if (name->n_words == 0 || (subject->kinds & (FACT_KIND_WORK | FACT_KIND_PRODUCT)) != 0)
        return;
    identity->is_generic = identity->is_kind = TRUE;
    for (guint i = 0; i < name->n_words; i++) {
        identity->is_generic &= fact_subject_name_is_ordinary(catalog, name, i);
        identity->is_kind &= fact_subject_name_is_listed(catalog, "name-heads", name, i);
    }
}

static void
name_cluster(Linker *linker, guint root)
{
    const FactSubject *best =
        fact_subjects_get(linker->subjects, fact_cluster_best(&linker->clusters, root));
    Identity identity = {
        .id = best->id,
        .label = best->label,
        .is_known = best->known != NULL,
    };

    if (best->known != NULL) {
        identity.id = fact_string_pool_intern(linker->pool, best->known->id);
        identity.label = fact_string_pool_intern(linker->pool, best->known->label);
    } else {
        weigh_words(linker->clusters.catalog, best, &identity);
    }
    for (guint i = root;; i = linker->clusters.next[i]) {
        linker->identities[i] = identity;
        if (linker->clusters.next[i] == i)
            return;
    }
}

/* @id with the document's, so that it meets no other's. */
static const char *
with_document(const Linker *linker, const char *id, guint32 index)
{
    const FactDocument *document =
        index < linker->documents->len ? g_ptr_array_index(linker->documents, index) : NULL;
    g_autofree char *own =
        g_strconcat(id, "#", document == NULL || document->id == NULL ? "" : document->id, NULL);

    return fact_string_pool_intern(linker->pool, own);
}

/* A person of whom a whole corpus has a first name or a surname alone: there are many Johns. */
static gboolean
is_half_named(const FactClaim *claim, const Identity *identity)
{
    return claim->subject_kinds == FACT_KIND_PERSON && strpbrk(identity->label, " -") == NULL;
}

/* The first word of what the claim calls its subject; 0 where it says nothing. */
static uint32_t
first_word_classes(const FactCatalog *catalog, const char *text)
{
    size_t len = text == NULL ? 0 : strcspn(text, " ");

    return len == 0 ? 0
                    : fact_lexicon_get_classes(catalog->lexicon,
                                               fact_lexicon_find(catalog->lexicon, text, len));
}

/* "The Department" is some department, and who "it" is may be a guess: neither is compared beyond
 * its document. Who does not tell what the article says is taken at the word. */
static gboolean
is_loosely_named(const FactCatalog *catalog, const FactClaim *claim, const Identity *identity)
{
    uint32_t classes = first_word_classes(catalog, claim->subject_text);

    if (claim->subject_text == NULL || identity->is_kind)
        return identity->is_kind;
    if (claim->subject_text[0] == '\0' || (classes & FACT_WORD_PRONOUN) != 0)
        return identity->is_generic || claim->confidence < CONFIDENCE_GUESSED;
    return identity->is_generic && (classes & FACT_WORD_DETERMINER) != 0;
}

/* Whether its attribute tells of a story that its subject does not tell from others. */
static gboolean
is_topical(const FactCatalog *catalog, const FactClaim *claim)
{
    const FactAttribute *attribute = fact_catalog_find_attribute(catalog, claim->attribute_id);

    return attribute != NULL && attribute->is_topical;
}

/* Whether the claim says too little of whom it speaks of to meet those of other documents. In a
 * topic they tell one story, so that little is enough. */
static gboolean
is_private(const FactCatalog *catalog, const FactClaim *claim, const Identity *identity)
{
    if (claim->group != NULL && claim->group[0] != '\0')
        return FALSE;
    if (is_topical(catalog, claim))
        return TRUE;
    return !identity->is_known && fact_catalog_find_entity(catalog, identity->id) == NULL &&
           identity->id[0] != FACT_SUBJECT_DESCRIPTION && strchr(identity->id, '#') == NULL &&
           (is_half_named(claim, identity) || is_loosely_named(catalog, claim, identity));
}

/* The subject with its document's id, so that it meets no other's. */
static Identity
private_identity(const Linker *linker, const FactSubject *subject)
{
    guint32 index = fact_subject_document(linker->subjects, subject, 0);

    return (Identity){.id = with_document(linker, subject->id, index), .label = subject->label};
}

static Identity
described_identity(Linker *linker, FactMainSubjects *mains, FactAged *aged, guint index)
{
    const FactSubject *subject = fact_subjects_get(linker->subjects, index);
    guint root;

    if (fact_aged_find(aged, subject, &root))
        return linker->identities[root];
    switch (fact_main_subjects_read(mains, index, &root)) {
    case FACT_MAIN_SUBJECT:
        return linker->identities[root];
    case FACT_MAIN_STORY:
        return (Identity){.id = fact_string_pool_intern(linker->pool, FACT_SUBJECT_STORY),
                          .label = subject->label};
    case FACT_MAIN_SHARED:
        return (Identity){.id = subject->id, .label = subject->label};
    case FACT_MAIN_NOUN:
        return (Identity){.id = fact_subjects_get(linker->subjects, root)->id,
                          .label = fact_subjects_get(linker->subjects, root)->label};
    case FACT_MAIN_PRIVATE:
        break;
    }
    return private_identity(linker, subject);
}

static void
link_group(Linker *linker, guint first, guint last)
{
    g_autoptr(FactMainSubjects) mains =
        fact_main_subjects_new(&linker->clusters, linker->claims, linker->documents, first, last);
    g_autoptr(FactAged) aged = fact_aged_new(&linker->clusters, first, last);

    fact_clusters_join(&linker->clusters, first, last);
    for (guint i = first; i < last; i++) {
        if (linker->clusters.root[i] == i)
            name_cluster(linker, i);
    }
    for (guint i = first; i < last; i++) {
        const FactSubject *subject = fact_subjects_get(linker->subjects, i);

        if (subject->form == FACT_SUBJECT_IS_DESCRIBED)
            linker->identities[i] = described_identity(linker, mains, aged, i);
        else if (subject->form == FACT_SUBJECT_IS_STORY && subject->group[0] == '\0')
            linker->identities[i] = private_identity(linker, subject);
    }
}

/* Who each of @claims is about, before it is asked whether that is enough to be told apart. */
static void
identify(Linker *linker, const FactCatalog *catalog, const FactClaim *claims, guint n,
         const GPtrArray *documents, FactStringPool *pool, Identity *out)
{
    FactSubjects subjects;

    *linker =
        (Linker){.subjects = &subjects, .claims = claims, .documents = documents, .pool = pool};
    fact_subjects_init(&subjects, catalog, claims, n, documents, pool);
    fact_clusters_init(&linker->clusters, catalog, &subjects);
    linker->identities = g_new0(Identity, subjects.subjects->len + 1);
    for (guint first = 0; first < subjects.subjects->len;) {
        guint last = fact_subjects_group_end(&subjects, first);

        link_group(linker, first, last);
        first = last;
    }
    for (guint i = 0; i < n; i++) {
        gboolean is_linked = subjects.of_claim[i] != G_MAXUINT32;

        out[i] = is_linked ? linker->identities[subjects.of_claim[i]] : (Identity){.id = NULL};
    }
    g_clear_pointer(&linker->identities, g_free);
    fact_clusters_clear(&linker->clusters);
    fact_subjects_clear(&subjects);
}

void
fact_link_subjects(const FactCatalog *catalog, const FactClaim *claims, guint n,
                   const GPtrArray *documents, FactStringPool *pool, const char **out_ids,
                   const char **out_labels)
{
    g_autofree Identity *identities = g_new(Identity, n + 1);
    Linker linker;

    identify(&linker, catalog, claims, n, documents, pool, identities);
    for (guint i = 0; i < n; i++) {
        out_ids[i] = identities[i].id;
        out_labels[i] = identities[i].label;
        if (out_ids[i] != NULL && is_private(catalog, &claims[i], &identities[i]))
            out_ids[i] = with_document(&linker, out_ids[i], claims[i].document);
    }
}

/* Each name of each value as if it were a subject. */
static GArray *
collect_value_names(const FactCatalog *catalog, const FactClaim *claims, guint n)
{
    GArray *names = g_array_new(FALSE, FALSE, sizeof(FactClaim));

    for (guint i = 0; i < n; i++) {
        if (!fact_value_is_names(&claims[i].value))
            continue;
        const FactAttribute *attribute =
            fact_catalog_find_attribute(catalog, claims[i].attribute_id);
        uint32_t kinds = attribute == NULL ? FACT_KIND_ANY : attribute->value_kinds;
        for (uint32_t k = 0; k < claims[i].value.as.names.n; k++) {
            FactClaim name = {
                .group = claims[i].group,
                .document = claims[i].document,
                .subject_id = claims[i].value.as.names.ids[k],
                .subject_label = claims[i].value.as.names.labels[k],
                .subject_kinds = kinds == FACT_KIND_ANY ? 0 : kinds,
            };
            g_array_append_val(names, name);
        }
    }
    return names;
}

static void
rename_value(FactValue *value, const Identity *identities, FactStringPool *pool)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_autoptr(GPtrArray) labels = g_ptr_array_new();

    for (uint32_t i = 0; i < value->as.names.n; i++) {
        g_ptr_array_add(ids, (char *)identities[i].id);
        g_ptr_array_add(labels, (char *)identities[i].label);
    }
    fact_names_set(value, ids, labels, pool);
}

void
fact_link_values(const FactCatalog *catalog, FactClaim *claims, guint n, const GPtrArray *documents,
                 FactStringPool *pool)
{
    g_autoptr(GArray) names = collect_value_names(catalog, claims, n);
    g_autofree Identity *identities = g_new(Identity, names->len + 1);
    guint next = 0;
    Linker linker;

    identify(&linker, catalog, (const FactClaim *)(const void *)names->data, names->len, documents,
             pool, identities);
    for (guint i = 0; i < n; i++) {
        if (!fact_value_is_names(&claims[i].value))
            continue;
        guint n_names = claims[i].value.as.names.n;
        rename_value(&claims[i].value, identities + next, pool);
        next += n_names;
    }
}
