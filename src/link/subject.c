/* SPDX-License-Identifier: MIT
 *
 * Claims are met once and counted into subjects through a hash table; what needs an order (labels,
 * documents) is gathered in pairs and sorted afterwards.
 */
#include "link/subject.h"

#include "base/hash.h"

#include <string.h>

#define NO_DOCUMENT G_MAXUINT32

typedef struct {
    const char *group;
    const char *id;
    guint32 document; /* of a description; else NO_DOCUMENT */
    guint32 index;    /* of its subject */
} Key;

typedef struct {
    guint32 subject;
    guint32 document;
} Place;

typedef struct {
    guint32 subject;
    const char *label;
} Label;

typedef struct {
    FactSubjects *subjects;
    const char *no_group; /* "", interned */
    GHashTable *keys; /* of Key, owned by key_arena */
    FactArena *key_arena;
    GArray *places;        /* of Place: document of each claim, repetitions mostly left out */
    GArray *labels;        /* of Label: those that are not the first one met for their subject */
    GArray *n_first;       /* of guint: claims with the first label met */
    GArray *last_document; /* of guint32, for each subject */
} Gatherer;

static guint
key_hash(gconstpointer key)
{
    const Key *k = key;
    uint64_t hash = fact_hash_combine((uint64_t)(guintptr)k->group, (uint64_t)(guintptr)k->id);

    return (guint)fact_hash_combine(hash, k->document);
}

static gboolean
key_equal(gconstpointer a, gconstpointer b)
{
    const Key *k = a;
    const Key *l = b;

    return k->group == l->group && k->id == l->id && k->document == l->document;
}

/* An id that says whose description it is ("@the film#7") comes from claims linked before. */
static FactSubjectForm
form_of(const char *id)
{
    if (id[0] != FACT_SUBJECT_DESCRIPTION || strchr(id, '#') != NULL)
        return FACT_SUBJECT_NAMED;
    return strcmp(id, FACT_SUBJECT_STORY) == 0 ? FACT_SUBJECT_IS_STORY : FACT_SUBJECT_IS_DESCRIBED;
}

/* Who is meant by a description is a matter of its document; so is the story where the group does
 * not say which documents tell it. */
static gboolean
is_of_one_document(FactSubjectForm form, const char *group)
{
    return form == FACT_SUBJECT_IS_DESCRIBED || (form == FACT_SUBJECT_IS_STORY && group[0] == '\0');
}

static guint32
add_subject(Gatherer *gatherer, const Key *key, const FactClaim *claim)
{
    FactSubject subject = {
        .group = key->group,
        .id = key->id,
        .label = claim->subject_label,
        .form = form_of(key->id),
    };
    Key *kept = fact_arena_new0(gatherer->key_arena, Key, 1);
    guint none = 0;
    guint32 no_document = NO_DOCUMENT;

    *kept = *key;
    kept->index = gatherer->subjects->subjects->len;
    g_array_append_val(gatherer->subjects->subjects, subject);
    g_array_append_val(gatherer->n_first, none);
    g_array_append_val(gatherer->last_document, no_document);
    g_hash_table_add(gatherer->keys, kept);
    return kept->index;
}

static guint32
find_subject(Gatherer *gatherer, const FactClaim *claim)
{
    Key key = {
        .group = claim->group == NULL ? gatherer->no_group : claim->group,
        .id = claim->subject_id,
    };

    key.document = is_of_one_document(form_of(key.id), key.group) ? claim->document : NO_DOCUMENT;
    const Key *found = g_hash_table_lookup(gatherer->keys, &key);
    return found != NULL ? found->index : add_subject(gatherer, &key, claim);
}

static double
years_of(FactDecimal amount, const char *unit)
{
    double years = fact_decimal_to_double(amount);

    if (g_strcmp0(unit, "mo") == 0)
        return years / 12;
    if (g_strcmp0(unit, "wk") == 0)
        return years / 52;
    return g_strcmp0(unit, "d") == 0 ? years / 365 : years;
}

static void
count_age(FactSubject *subject, const FactValue *value)
{
    const guint both = FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH;

    if (value->type != FACT_VALUE_DURATION || (value->flags & FACT_VALUE_IS_AGE) == 0 ||
        (value->flags & both) != both)
        return;
    double low = years_of(value->as.number.low, value->unit);
    double high = years_of(value->as.number.high, value->unit);
    subject->age_low = subject->has_age ? MIN(subject->age_low, low) : low;
    subject->age_high = subject->has_age ? MAX(subject->age_high, high) : high;
    subject->has_age = TRUE;
}

static void
count_claim(Gatherer *gatherer, guint32 index, const FactClaim *claim)
{
    FactSubject *subject = fact_subjects_get(gatherer->subjects, index);
    guint32 *last = &g_array_index(gatherer->last_document, guint32, index);

    subject->kinds |= claim->subject_kinds;
    subject->n_claims++;
    count_age(subject, &claim->value);
    if (claim->subject_label == subject->label) {
        g_array_index(gatherer->n_first, guint, index)++;
    } else if (claim->subject_label != NULL) {
        Label label = {index, claim->subject_label};
        g_array_append_val(gatherer->labels, label);
    }
    if (*last != claim->document) {
        Place place = {index, claim->document};
        g_array_append_val(gatherer->places, place);
        *last = claim->document;
    }
}

static int
compare_labels(gconstpointer a, gconstpointer b)
{
    const Label *x = a;
    const Label *y = b;

    if (x->subject != y->subject)
        return x->subject < y->subject ? -1 : 1;
    return strcmp(x->label, y->label);
}

static gboolean
label_is_better(const char *label, guint n, const char *best, guint n_best)
{
    if (best == NULL || n != n_best)
        return best == NULL || n > n_best;
    size_t len = strlen(label);
    size_t best_len = strlen(best);
    return len != best_len ? len > best_len : strcmp(label, best) < 0;
}

static void
choose_labels(Gatherer *gatherer)
{
    GArray *labels = gatherer->labels;

    g_array_sort(labels, compare_labels);
    for (guint i = 0; i < labels->len;) {
        const Label *label = &g_array_index(labels, Label, i);
        guint end = i + 1;

        while (end < labels->len && compare_labels(&g_array_index(labels, Label, end), label) == 0)
            end++;
        FactSubject *subject = fact_subjects_get(gatherer->subjects, label->subject);
        guint *n_best = &g_array_index(gatherer->n_first, guint, label->subject);
        if (label_is_better(label->label, end - i, subject->label, *n_best)) {
            subject->label = label->label;
            *n_best = end - i;
        }
        i = end;
    }
}

static int
compare_places(gconstpointer a, gconstpointer b)
{
    const Place *x = a;
    const Place *y = b;

    if (x->subject != y->subject)
        return x->subject < y->subject ? -1 : 1;
    return x->document < y->document ? -1 : x->document > y->document;
}

static void
place_subjects(Gatherer *gatherer)
{
    GArray *places = gatherer->places;

    g_array_sort(places, compare_places);
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);
        FactSubject *subject = fact_subjects_get(gatherer->subjects, place->subject);

        if (i > 0 && compare_places(place, place - 1) == 0)
            continue;
        if (subject->n_documents == 0)
            subject->first_document = gatherer->subjects->documents->len;
        subject->n_documents++;
        g_array_append_val(gatherer->subjects->documents, place->document);
    }
}

static const char *
document_id(const GPtrArray *documents, guint32 index)
{
    const FactDocument *document =
        index < documents->len ? g_ptr_array_index(documents, index) : NULL;

    return document == NULL || document->id == NULL ? "" : document->id;
}

static int
compare_document_ids(gconstpointer a, gconstpointer b, gpointer user_data)
{
    return strcmp(document_id(user_data, *(const guint32 *)a),
                  document_id(user_data, *(const guint32 *)b));
}

/* The place of each document among all of them by id; equal ids have equal ones. They mostly come
 * in that order, and then nothing is sorted. Transfer full. */
static guint32 *
rank_documents(GPtrArray *documents)
{
    guint32 *ranks = g_new(guint32, documents->len + (gsize)1);
    g_autofree guint32 *order = g_new(guint32, documents->len + (gsize)1);
    gboolean is_sorted = TRUE;

    for (guint32 i = 0; i < documents->len; i++) {
        order[i] = i;
        is_sorted =
            is_sorted && (i == 0 || compare_document_ids(&order[i - 1], &order[i], documents) <= 0);
    }
    if (!is_sorted)
        g_qsort_with_data(order, (gint)documents->len, sizeof order[0], compare_document_ids,
                          documents);
    for (guint32 i = 0; i < documents->len; i++) {
        gboolean is_same = i > 0 && compare_document_ids(&order[i - 1], &order[i], documents) == 0;
        ranks[order[i]] = is_same ? ranks[order[i - 1]] : i + 1;
    }
    return ranks;
}

/* A subject to be put in order; most are told apart by the first bytes of their ids. */
typedef struct {
    const char *group;
    const char *id;
    uint64_t start; /* of the id: its first bytes, the first one highest */
    guint32 rank;   /* of its first document */
    guint32 index;
} Ordered;

static uint64_t
first_bytes(const char *id)
{
    uint64_t start = 0;
    guint shift = 64;

    for (; *id != '\0' && shift > 0; id++) {
        shift -= 8;
        start |= (uint64_t)(guchar)*id << shift;
    }
    return start;
}

static int
compare_subjects(gconstpointer a, gconstpointer b, gpointer user_data)
{
    const Ordered *x = a;
    const Ordered *y = b;
    int difference = x->group == y->group ? 0 : strcmp(x->group, y->group);

    (void)user_data;
    if (difference != 0)
        return difference;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    difference = x->id == y->id ? 0 : strcmp(x->id, y->id);
    if (difference != 0)
        return difference;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* Puts subjects[order[i].index] at i, in place, one cycle of the permutation after another: a second
 * array of them would be memory that is touched once. Leaves the indices of @order in order. */
static void
permute_subjects(FactSubject *subjects, Ordered *order, guint n)
{
    for (guint i = 0; i < n; i++) {
        if (order[i].index == i)
            continue;
        FactSubject moved = subjects[i];
        guint at = i;
        while (order[at].index != i) {
            guint from = order[at].index;
            subjects[at] = subjects[from];
            order[at].index = at;
            at = from;
        }
        subjects[at] = moved;
        order[at].index = at;
    }
}

static void
sort_subjects(FactSubjects *subjects, guint n_claims, const GPtrArray *documents)
{
    guint n = subjects->subjects->len;
    g_autofree Ordered *order = g_new(Ordered, n + 1);
    g_autofree guint32 *place = g_new(guint32, n + 1);
    g_autofree guint32 *ranks = rank_documents((GPtrArray *)documents);

    for (guint32 i = 0; i < n; i++) {
        const FactSubject *subject = fact_subjects_get(subjects, i);
        guint32 document =
            subject->n_documents == 0 ? NO_DOCUMENT : fact_subject_document(subjects, subject, 0);
        guint32 rank = document < documents->len ? ranks[document] : 0;
        order[i] = (Ordered){subject->group, subject->id, first_bytes(subject->id), rank, i};
    }
    g_qsort_with_data(order, (gint)n, sizeof order[0], compare_subjects, NULL);
    for (guint i = 0; i < n; i++)
        place[order[i].index] = i;
    for (guint i = 0; i < n_claims; i++) {
        if (subjects->of_claim[i] != G_MAXUINT32)
            subjects->of_claim[i] = place[subjects->of_claim[i]];
    }
    permute_subjects((FactSubject *)(void *)subjects->subjects->data, order, n);
}

/* FALSE where no name of the catalog begins with the first word. */
static gboolean
may_be_known(const FactCatalog *catalog, const FactSubjectName *name)
{
    return (name->flags[0] & FACT_SUBJECT_WORD_PLAIN) == 0 ||
           fact_phrase_ends_have_word(&catalog->names->first, name->numbers[0]);
}

/* What the catalog has under the subject's id, else under its name where nothing contradicts it. */
static const FactEntity *
find_known(const FactCatalog *catalog, const FactSubject *subject, GString *words)
{
    const FactEntity *known = fact_catalog_find_entity(catalog, subject->id);

    if (known != NULL || catalog->names == NULL || subject->name.n_words == 0 ||
        subject->name.is_cut || !may_be_known(catalog, &subject->name))
        return known;
    g_string_truncate(words, 0);
    for (guint i = 0; i < subject->name.n_words; i++) {
        g_string_append(words, i == 0 ? "" : " ");
        g_string_append(words, subject->name.words[i]);
    }
    uint32_t payload = fact_phrase_table_find(catalog->names, catalog->lexicon, words->str);
    if (payload == 0 || (payload & FACT_NAME_PAYLOAD_ADJECTIVE) != 0)
        return NULL;
    if ((payload & FACT_NAME_PAYLOAD_CASED) != 0 &&
        (subject->name.flags[0] & FACT_SUBJECT_WORD_LOWER) != 0)
        return NULL;
    known = g_ptr_array_index(catalog->entities, (payload & FACT_NAME_PAYLOAD_INDEX) - 1);
    return fact_subject_kinds_meet(known->kind, subject->kinds) ? known : NULL;
}

static gboolean
may_be_person(const FactCatalog *catalog, const FactSubject *subject)
{
    const FactPersonName *person = &subject->person;

    if (person->n_words == 0)
        return FALSE;
    if (subject->kinds != 0)
        return (subject->kinds & FACT_KIND_PERSON) != 0;
    if (person->n_words == 1)
        return !fact_subject_word_is_ordinary(catalog, person->words[0]);
    return !fact_subject_word_is_listed(catalog, "name-heads", fact_person_name_last(person)) &&
           !fact_subject_word_is_listed(catalog, "organisation-tails",
                                        fact_person_name_last(person));
}

static void
name_subjects(FactSubjects *subjects, const FactCatalog *catalog)
{
    g_autoptr(GString) words = g_string_new(NULL);

    for (guint i = 0; i < subjects->subjects->len; i++) {
        FactSubject *subject = fact_subjects_get(subjects, i);

        if (subject->label == NULL)
            subject->label = subject->id;
        if (subject->form != FACT_SUBJECT_NAMED)
            continue;
        fact_subject_name_parse(catalog, subject->label, subjects->arena, &subject->name);
        fact_person_name_parse(catalog, &subject->name, subjects->arena, &subject->person);
        subject->known = find_known(catalog, subject, words);
        if (subject->known != NULL)
            subject->kinds |= subject->known->kind;
        subject->may_be_person = may_be_person(catalog, subject);
    }
}

/* After the subjects have their order. */
static void
index_claims(FactSubjects *subjects, guint n_claims)
{
    guint n = subjects->subjects->len;
    guint next = 0;
    g_autofree guint *places = g_new(guint, n + 1);

    for (guint i = 0; i < n; i++) {
        FactSubject *subject = fact_subjects_get(subjects, i);

        subject->first_claim = places[i] = next;
        next += subject->n_claims;
    }
    subjects->claims = g_new(guint32, next + 1);
    for (guint i = 0; i < n_claims; i++) {
        if (subjects->of_claim[i] != G_MAXUINT32)
            subjects->claims[places[subjects->of_claim[i]]++] = i;
    }
}

static void
gather(Gatherer *gatherer, const FactClaim *claims, guint n)
{
    for (guint i = 0; i < n; i++) {
        gatherer->subjects->of_claim[i] = G_MAXUINT32;
        if (claims[i].subject_id == NULL)
            continue;
        guint32 index = find_subject(gatherer, &claims[i]);
        gatherer->subjects->of_claim[i] = index;
        count_claim(gatherer, index, &claims[i]);
    }
    choose_labels(gatherer);
    place_subjects(gatherer);
}

void
fact_subjects_init(FactSubjects *subjects, const FactCatalog *catalog, const FactClaim *claims,
                   guint n, const GPtrArray *documents, FactStringPool *pool)
{
    Gatherer gatherer = {.subjects = subjects, .no_group = fact_string_pool_intern(pool, "")};

    *subjects = (FactSubjects){
        .subjects = g_array_new(FALSE, FALSE, sizeof(FactSubject)),
        .documents = g_array_new(FALSE, FALSE, sizeof(guint32)),
        .of_claim = g_new(guint32, n + 1),
        .arena = fact_arena_new(),
    };
    gatherer.keys = g_hash_table_new(key_hash, key_equal);
    gatherer.key_arena = fact_arena_new();
    gatherer.places = g_array_new(FALSE, FALSE, sizeof(Place));
    gatherer.labels = g_array_new(FALSE, FALSE, sizeof(Label));
    gatherer.n_first = g_array_new(FALSE, FALSE, sizeof(guint));
    gatherer.last_document = g_array_new(FALSE, FALSE, sizeof(guint32));
    gather(&gatherer, claims, n);
    g_hash_table_unref(gatherer.keys);
    fact_arena_free(gatherer.key_arena);
    g_array_unref(gatherer.places);
    g_array_unref(gatherer.labels);
    g_array_unref(gatherer.n_first);
    g_array_unref(gatherer.last_document);
    sort_subjects(subjects, n, documents);
    index_claims(subjects, n);
    name_subjects(subjects, catalog);
}

void
fact_subjects_clear(FactSubjects *subjects)
{
    g_array_unref(subjects->subjects);
    g_array_unref(subjects->documents);
    g_free(subjects->of_claim);
    g_free(subjects->claims);
    fact_arena_free(subjects->arena);
}

guint
fact_subjects_group_end(const FactSubjects *subjects, guint first)
{
    const char *group = fact_subjects_get(subjects, first)->group;

    while (first < subjects->subjects->len && fact_subjects_get(subjects, first)->group == group)
        first++;
    return first;
}
