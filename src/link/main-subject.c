/* SPDX-License-Identifier: MIT
 *
 * A cluster is the group's main subject of a kind when at least half of the documents that need no
 * description name it, in a claim or in their title, and no other one comes near. Persons are left
 * out: "the victim" and "the suspect" of a story are two, and often only one of them has a name.
 */
#include "link/main-subject.h"

#include <string.h>

/* Clusters whose names are looked for in titles. */
#define TITLED_MAX 4

typedef struct {
    guint32 root;
    gboolean is_sure; /* its kind is known to fit */
    guint n_claims;
    guint n_titles;        /* documents whose title names it */
    guint n_documents;     /* that name it */
    GHashTable *documents; /* indices of those; NULL until they are asked for */
} Candidate;

/* What is known about descriptions of one set of kinds. */
typedef struct {
    gboolean is_read;
    gboolean has_sure;      /* something of these kinds has a name */
    guint32 main_root;      /* G_MAXUINT32: no clear one */
    GHashTable *attributes; /* ids of what is claimed of the main one; NULL: none */
    gboolean has_noun;      /* the next two are read */
    guint32 noun; /* a subject of the only description by a noun; G_MAXUINT32: none or several */
    GHashTable *otherwise; /* documents that name something else of these kinds; NULL: none */
} Reading;

typedef struct {
    FactSubjectName name; /* strings in the arena */
    uint64_t bits;        /* word_bits() of it */
} Title;

struct FactMainSubjects {
    const FactClusters *clusters;
    const FactClaim *claims;
    const GPtrArray *documents;
    guint first;
    guint last;
    gboolean is_topic;
    FactArena *arena;
    GHashTable *plain;  /* documents without a description; NULL until needed */
    GHashTable *titles; /* document -> Title, in the arena */
    const char *event;  /* id of the description of an event that most documents have */
    Reading readings[FACT_KIND_ANY + 1];
};

FactMainSubjects *
fact_main_subjects_new(const FactClusters *clusters, const FactClaim *claims,
                       const GPtrArray *documents, guint first, guint last)
{
    FactMainSubjects *mains = g_new0(FactMainSubjects, 1);

    mains->clusters = clusters;
    mains->claims = claims;
    mains->documents = documents;
    mains->first = first;
    mains->last = last;
    mains->is_topic = fact_subjects_get(clusters->subjects, first)->group[0] != '\0';
    mains->arena = fact_arena_new();
    mains->titles = g_hash_table_new(NULL, NULL);
    return mains;
}

void
fact_main_subjects_free(FactMainSubjects *mains)
{
    for (guint i = 0; i < G_N_ELEMENTS(mains->readings); i++) {
        g_clear_pointer(&mains->readings[i].otherwise, g_hash_table_unref);
        g_clear_pointer(&mains->readings[i].attributes, g_hash_table_unref);
    }
    g_clear_pointer(&mains->plain, g_hash_table_unref);
    g_hash_table_unref(mains->titles);
    fact_arena_free(mains->arena);
    g_free(mains);
}

static void
add_documents(const FactSubjects *subjects, const FactSubject *subject, GHashTable *set)
{
    for (guint i = 0; i < subject->n_documents; i++)
        g_hash_table_add(set, GUINT_TO_POINTER(fact_subject_document(subjects, subject, i)));
}

/* The documents that describe nothing: those that could name what the others describe. */
static void
find_plain_documents(FactMainSubjects *mains)
{
    const FactSubjects *subjects = mains->clusters->subjects;

    if (mains->plain != NULL)
        return;
    mains->plain = g_hash_table_new(NULL, NULL);
    for (guint i = mains->first; i < mains->last; i++) {
        const FactSubject *subject = fact_subjects_get(subjects, i);
        if (subject->form != FACT_SUBJECT_IS_DESCRIBED)
            add_documents(subjects, subject, mains->plain);
    }
    for (guint i = mains->first; i < mains->last; i++) {
        const FactSubject *subject = fact_subjects_get(subjects, i);
        if (subject->form == FACT_SUBJECT_IS_DESCRIBED)
            g_hash_table_remove(mains->plain,
                                GUINT_TO_POINTER(fact_subject_document(subjects, subject, 0)));
    }
}

static void
candidate_clear(gpointer data)
{
    Candidate *candidate = data;

    g_clear_pointer(&candidate->documents, g_hash_table_unref);
}

/* The documents that name @candidate. Most candidates are named by few, and nobody asks by which.
 */
static GHashTable *
documents_of(const FactMainSubjects *mains, Candidate *candidate)
{
    const FactClusters *clusters = mains->clusters;

    if (candidate->documents != NULL)
        return candidate->documents;
    candidate->documents = g_hash_table_new(NULL, NULL);
    for (guint i = candidate->root;; i = clusters->next[i]) {
        add_documents(clusters->subjects, fact_subjects_get(clusters->subjects, i),
                      candidate->documents);
        if (clusters->next[i] == i)
            return candidate->documents;
    }
}

static Candidate
make_candidate(const FactMainSubjects *mains, guint root, gboolean is_sure)
{
    const FactClusters *clusters = mains->clusters;
    Candidate candidate = {.root = root, .is_sure = is_sure};

    for (guint i = root;; i = clusters->next[i]) {
        const FactSubject *subject = fact_subjects_get(clusters->subjects, i);
        candidate.n_claims += subject->n_claims;
        candidate.n_documents += subject->n_documents;
        if (clusters->next[i] == i)
            break;
    }
    if (clusters->next[root] != root) /* some may name it in two ways */
        candidate.n_documents = g_hash_table_size(documents_of(mains, &candidate));
    return candidate;
}

static GArray *
collect_candidates(const FactMainSubjects *mains, uint32_t kinds)
{
    const FactClusters *clusters = mains->clusters;
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));

    g_array_set_clear_func(candidates, candidate_clear);
    for (guint root = mains->first; root < mains->last; root++) {
        if (clusters->root[root] != root ||
            fact_subjects_get(clusters->subjects, root)->form != FACT_SUBJECT_NAMED)
            continue;
        uint32_t cluster_kinds = fact_cluster_kinds(clusters, root);
        if (!fact_subject_kinds_meet(cluster_kinds, kinds))
            continue;
        Candidate candidate = make_candidate(mains, root, (cluster_kinds & kinds) != 0);
        g_array_append_val(candidates, candidate);
    }
    return candidates;
}

/* How much the documents are about it: naming it in the title counts once more. */
static guint
weigh(const Candidate *candidate)
{
    return candidate->n_documents + candidate->n_titles;
}

/* The one that more documents name, of which more is known, of which more is claimed. */
static int
compare_candidates(gconstpointer a, gconstpointer b)
{
    const Candidate *x = a;
    const Candidate *y = b;

    if (weigh(x) != weigh(y))
        return weigh(x) > weigh(y) ? -1 : 1;
    if (x->is_sure != y->is_sure)
        return x->is_sure ? -1 : 1;
    if (x->n_claims != y->n_claims)
        return x->n_claims > y->n_claims ? -1 : 1;
    return x->root < y->root ? -1 : x->root > y->root;
}

/* Brings the first TITLED_MAX of them to the front, in order: nobody asks for the order of the
 * rest. */
static void
rank_candidates(GArray *candidates)
{
    Candidate *all = (Candidate *)(void *)candidates->data;
    guint n_best = 0;

    for (guint i = 0; i < candidates->len; i++) {
        Candidate candidate = all[i];
        guint at = n_best;
        if (n_best == TITLED_MAX && compare_candidates(&candidate, &all[n_best - 1]) > 0)
            continue;
        if (n_best < TITLED_MAX)
            n_best++; /* what stands at i is one of the best, or @candidate */
        else
            at--;
        all[i] = all[n_best - 1];
        for (; at > 0 && compare_candidates(&candidate, &all[at - 1]) < 0; at--)
            all[at] = all[at - 1];
        all[at] = candidate;
    }
}

/* The words of a name as bits: a text that has all of its words has all of its bits. */
static uint64_t
word_bits(const FactSubjectName *name)
{
    uint64_t bits = 0;

    for (guint i = 0; i < name->n_words; i++)
        bits |= UINT64_C(1) << (name->numbers[i] & 63);
    return bits;
}

static gboolean
has_words(const FactSubjectName *text, const FactSubjectName *name)
{
    for (guint i = 0; i + name->n_words <= text->n_words; i++) {
        guint k = 0;

        while (k < name->n_words && text->numbers[i + k] == name->numbers[k] &&
               strcmp(text->words[i + k], name->words[k]) == 0)
            k++;
        if (k == name->n_words)
            return TRUE;
    }
    return FALSE;
}

/* Titles are read once, for whatever kinds are asked. */
static const Title *
read_title(FactMainSubjects *mains, gpointer key, const FactDocument *document)
{
    Title *title = g_hash_table_lookup(mains->titles, key);

    if (title != NULL)
        return title;
    title = fact_arena_new0(mains->arena, Title, 1);
    fact_subject_name_parse(mains->clusters->catalog, document->title, mains->arena, &title->name);
    title->bits = word_bits(&title->name);
    g_hash_table_insert(mains->titles, key, title);
    return title;
}

/* Adds the documents of the group whose title names a candidate. */
static void
read_titles(FactMainSubjects *mains, GArray *candidates)
{
    const FactSubjectName *names[TITLED_MAX];
    uint64_t bits[TITLED_MAX];
    guint n_titled = MIN(candidates->len, TITLED_MAX);
    GHashTableIter iter;
    gpointer key;

    for (guint i = 0; i < n_titled; i++) {
        guint root = g_array_index(candidates, Candidate, i).root;
        names[i] = &fact_subjects_get(mains->clusters->subjects, root)->name;
        bits[i] = word_bits(names[i]);
    }
    g_hash_table_iter_init(&iter, mains->plain);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        guint index = GPOINTER_TO_UINT(key);
        const FactDocument *document =
            index < mains->documents->len ? g_ptr_array_index(mains->documents, index) : NULL;

        if (document == NULL || document->title == NULL)
            continue;
        const Title *title = read_title(mains, key, document);
        for (guint i = 0; i < n_titled; i++) {
            Candidate *candidate = &g_array_index(candidates, Candidate, i);
            const FactSubjectName *name = names[i];
            if ((bits[i] & ~title->bits) != 0 || name->n_words == 0 ||
                !has_words(&title->name, name))
                continue;
            g_hash_table_add(documents_of(mains, candidate), key);
            candidate->n_documents = g_hash_table_size(candidate->documents);
            candidate->n_titles++;
        }
    }
}

/* Documents without a description that name @candidate. */
static guint
count_plain(const FactMainSubjects *mains, Candidate *candidate)
{
    GHashTableIter iter;
    gpointer key;
    guint n = 0;

    g_hash_table_iter_init(&iter, documents_of(mains, candidate));
    while (g_hash_table_iter_next(&iter, &key, NULL))
        n += g_hash_table_contains(mains->plain, key) ? 1 : 0;
    return n;
}

/* Whether the first candidate is clearly the main one. Where its kind is known and the second's is
 * not, it need not be named more often. */
static gboolean
is_clear(const FactMainSubjects *mains, const GArray *candidates)
{
    Candidate *best = &g_array_index(candidates, Candidate, 0);
    const Candidate *second = candidates->len > 1 ? &g_array_index(candidates, Candidate, 1) : NULL;
    guint n = count_plain(mains, best);

    if (n == 0 || n * 2 < g_hash_table_size(mains->plain))
        return FALSE;
    if (second == NULL || (best->is_sure && !second->is_sure))
        return TRUE;
    return weigh(best) >= 2 * weigh(second);
}

static void
add_attributes(const FactMainSubjects *mains, const FactSubject *subject, GHashTable *attributes)
{
    for (guint k = 0; k < subject->n_claims; k++) {
        const FactClaim *claim =
            &mains->claims[mains->clusters->subjects->claims[subject->first_claim + k]];

        if (claim->attribute_id != NULL)
            g_hash_table_add(attributes, (gpointer)claim->attribute_id);
    }
}

static GHashTable *
attributes_of_cluster(const FactMainSubjects *mains, guint root)
{
    const FactClusters *clusters = mains->clusters;
    GHashTable *attributes = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = root;; i = clusters->next[i]) {
        add_attributes(mains, fact_subjects_get(clusters->subjects, i), attributes);
        if (clusters->next[i] == i)
            return attributes;
    }
}

/* Whether something is claimed of the description that is among @attributes: no proof, but two
 * things of which nothing is said alike are seldom one, and need not be. */
static gboolean
shares_attribute(const FactMainSubjects *mains, const FactSubject *subject, GHashTable *attributes)
{
    for (guint k = 0; k < subject->n_claims; k++) {
        const FactClaim *claim =
            &mains->claims[mains->clusters->subjects->claims[subject->first_claim + k]];

        if (claim->attribute_id != NULL && g_hash_table_contains(attributes, claim->attribute_id))
            return TRUE;
    }
    return FALSE;
}

static void
mark_otherwise(const FactMainSubjects *mains, Reading *reading, const GArray *candidates)
{
    const FactClusters *clusters = mains->clusters;

    reading->otherwise = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        GHashTableIter iter;
        gpointer key;

        if (!candidate->is_sure || candidate->root == reading->main_root)
            continue;
        if (candidate->documents == NULL) { /* of one subject */
            add_documents(clusters->subjects,
                          fact_subjects_get(clusters->subjects, candidate->root),
                          reading->otherwise);
            continue;
        }
        g_hash_table_iter_init(&iter, candidate->documents);
        while (g_hash_table_iter_next(&iter, &key, NULL))
            g_hash_table_add(reading->otherwise, key);
    }
}

static Reading *
reading_of(FactMainSubjects *mains, uint32_t kinds)
{
    Reading *reading = &mains->readings[kinds & FACT_KIND_ANY];

    if (reading->is_read)
        return reading;
    find_plain_documents(mains);
    g_autoptr(GArray) candidates = collect_candidates(mains, kinds);
    *reading = (Reading){.is_read = TRUE, .main_root = G_MAXUINT32};
    for (guint i = 0; i < candidates->len; i++)
        reading->has_sure |= g_array_index(candidates, Candidate, i).is_sure;
    if (candidates->len > 0) {
        rank_candidates(candidates);
        read_titles(mains, candidates);
        rank_candidates(candidates); /* titles only add to the first ones */
        if (is_clear(mains, candidates)) {
            reading->main_root = g_array_index(candidates, Candidate, 0).root;
            reading->attributes = attributes_of_cluster(mains, reading->main_root);
        }
        mark_otherwise(mains, reading, candidates);
    }
    return reading;
}

/* The description of an event that more documents have than any other: that one is the story. */
static const char *
main_event(FactMainSubjects *mains)
{
    guint best = 0;
    gboolean is_tie = FALSE;

    if (mains->event != NULL)
        return mains->event;
    mains->event = "";
    for (guint i = mains->first; i < mains->last;) {
        const FactSubject *subject = fact_subjects_get(mains->clusters->subjects, i);
        guint end = i + 1;

        while (end < mains->last &&
               fact_subjects_get(mains->clusters->subjects, end)->id == subject->id)
            end++;
        if (subject->form == FACT_SUBJECT_IS_DESCRIBED && (subject->kinds & FACT_KIND_EVENT) != 0) {
            is_tie = end - i == best;
            if (end - i > best) {
                best = end - i;
                mains->event = subject->id;
            }
        }
        i = end;
    }
    if (is_tie)
        mains->event = "";
    return mains->event;
}

/* "@the film", not "@it". */
static gboolean
has_noun(const FactSubject *subject)
{
    return g_str_has_prefix(subject->id + 1, "the ");
}

/* The first subject that is described by the only noun of these kinds that the group has. */
static void
find_noun(const FactMainSubjects *mains, uint32_t kinds, Reading *reading)
{
    reading->has_noun = TRUE;
    reading->noun = G_MAXUINT32;
    for (guint i = mains->first; i < mains->last; i++) {
        const FactSubject *subject = fact_subjects_get(mains->clusters->subjects, i);

        if (subject->form != FACT_SUBJECT_IS_DESCRIBED || (subject->kinds & kinds) == 0 ||
            (subject->kinds & FACT_KIND_PERSON) != 0 || !has_noun(subject))
            continue;
        if (reading->noun == G_MAXUINT32) {
            reading->noun = i;
        } else if (fact_subjects_get(mains->clusters->subjects, reading->noun)->id != subject->id) {
            reading->noun = G_MAXUINT32;
            return;
        }
    }
}

/* Whether the pronoun of one document means what the others describe by a noun. */
static gboolean
means_noun(FactMainSubjects *mains, const FactSubject *subject, Reading *reading)
{
    if (has_noun(subject))
        return FALSE;
    if (!reading->has_noun)
        find_noun(mains, subject->kinds, reading);
    if (reading->noun == G_MAXUINT32)
        return FALSE;
    const FactSubjects *subjects = mains->clusters->subjects;
    const char *id = fact_subjects_get(subjects, reading->noun)->id;
    g_autoptr(GHashTable) attributes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = reading->noun; i < mains->last && fact_subjects_get(subjects, i)->id == id; i++)
        add_attributes(mains, fact_subjects_get(subjects, i), attributes);
    return shares_attribute(mains, subject, attributes);
}

FactMainReading
fact_main_subjects_read(FactMainSubjects *mains, guint index, guint *out_root)
{
    const FactSubjects *subjects = mains->clusters->subjects;
    const FactSubject *subject = fact_subjects_get(subjects, index);

    if (subject->kinds == 0 || (subject->kinds & FACT_KIND_PERSON) != 0)
        return FACT_MAIN_PRIVATE;
    Reading *reading = reading_of(mains, subject->kinds);
    guint32 document = fact_subject_document(subjects, subject, 0);
    if (reading->otherwise != NULL &&
        g_hash_table_contains(reading->otherwise, GUINT_TO_POINTER(document)))
        return FACT_MAIN_PRIVATE;
    if (reading->main_root != G_MAXUINT32 &&
        shares_attribute(mains, subject, reading->attributes)) {
        *out_root = reading->main_root;
        return FACT_MAIN_SUBJECT;
    }
    if (!mains->is_topic || reading->has_sure)
        return FACT_MAIN_PRIVATE;
    if ((subject->kinds & FACT_KIND_EVENT) != 0)
        return main_event(mains) == subject->id ? FACT_MAIN_STORY : FACT_MAIN_PRIVATE;
    if (!means_noun(mains, subject, reading))
        return FACT_MAIN_SHARED;
    guint32 noun = reading->noun;
    FactMainReading meaning = fact_main_subjects_read(mains, noun, out_root);
    if (meaning != FACT_MAIN_SHARED)
        return meaning;
    *out_root = noun;
    return FACT_MAIN_NOUN;
}
