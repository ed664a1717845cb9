/* SPDX-License-Identifier: MIT
 *
 * A slot is a word of an outline that could be another one: a word of a contrast, a known name, or
 * any word that could be denied. A frame is what surrounds it: as many informative words as make
 * the sentence hard to mistake, some on either side, with all between them. Slots of one frame and
 * one kind meet by sorting a hash of both, so that the work is that of sorting the words of a
 * group. Three shapes of frame are tried, for a paraphrase seldom spares both sides alike; what met
 * in one is left out of the next.
 *
 * Silence is kept where articles may both be right: where one of them gives several values in one
 * frame, where named speakers differ, and where an article that says "Oslo" also speaks of the
 * Bergen that another one has in its place.
 */
#include "link/statement.h"

#include <string.h>

#include "base/hash.h"
#include "claim/outline.h"
#include "value/mention.h"
#include "value/names.h"

/* A statement is matched by its words alone, and of nobody by name. */
#define CONFIDENCE 55
/* More values than these in one frame are a form that pages fill in. */
#define VALUES_MAX 4
/* Articles that differ may both be right if they were published further apart: a day and a half. */
#define APART_MINUTES (36 * 60)
/* Words on either side that a frame may reach over, those that inform little included. */
#define REACH_MAX 12

/* Informative words to the left and to the right. */
static const guint FRAMES[][2] = {{2, 2}, {1, 3}, {3, 1}};

typedef enum {
    KIND_CONTRAST,
    KIND_NAME,
    KIND_DENIAL,
} Kind;

typedef struct {
    uint64_t key; /* of kind and frame */
    guint item;
} Slot;

/* The words of one group. */
typedef struct {
    const FactCatalog *catalog;
    const GPtrArray *all_documents; /* of FactDocument, borrowed */
    const char *group;
    FactStringPool *pool;
    GHashTable *meanings;     /* hash -> "dimension: value" of the contrasts, borrowed */
    GHashTable *entities;     /* hash -> FactEntity, borrowed */
    GArray *items;            /* of FactOutlineItem, of all documents */
    GArray *documents;        /* of guint32: of each item */
    GArray *used;             /* of guint8, for each item: a claim was made of it */
    GHashTable *denied;       /* words that somebody denies, as a set */
    GArray *slots;            /* of Slot */
    GArray *run;              /* of guint: the items of one frame */
    guint values[VALUES_MAX]; /* the first item of each value of the run */
    guint n_values;
    GArray *claims; /* of FactClaim; borrowed */
} Meeting;

static const FactOutlineItem *
item_at(const Meeting *meeting, guint i)
{
    return &g_array_index(meeting->items, FactOutlineItem, i);
}

static guint32
document_of(const Meeting *meeting, guint i)
{
    return g_array_index(meeting->documents, guint32, i);
}

static uint32_t
word_of(const FactOutlineItem *item)
{
    return item->word & ~(uint32_t)FACT_OUTLINE_FLAGS;
}

static gboolean
has(const FactOutlineItem *item, FactOutlineFlags flag)
{
    return (item->word & flag) != 0;
}

/* What of a word of the frame must be the same. */
static uint64_t
hash_item(const FactOutlineItem *item)
{
    return word_of(item) | (item->word & FACT_OUTLINE_DENIED);
}

/* Adds the words before item @i to @hash until @n of them inform. FALSE if the sentence has fewer.
 */
static gboolean
hash_left(const Meeting *meeting, guint i, guint n, uint64_t *hash)
{
    for (guint step = 0; n > 0 && step < REACH_MAX; step++) {
        if (i == 0 || has(item_at(meeting, i), FACT_OUTLINE_STARTS))
            return FALSE;
        const FactOutlineItem *item = item_at(meeting, --i);
        if (has(item, FACT_OUTLINE_SPEAKER))
            return FALSE;
        *hash = fact_hash_combine(*hash, hash_item(item));
        n -= !has(item, FACT_OUTLINE_LIGHT);
    }
    return n == 0;
}

static gboolean
hash_right(const Meeting *meeting, guint i, guint n, uint64_t *hash)
{
    for (guint step = 0; n > 0 && step < REACH_MAX; step++) {
        if (++i >= meeting->items->len || has(item_at(meeting, i), FACT_OUTLINE_STARTS))
            return FALSE;
        *hash = fact_hash_combine(*hash, hash_item(item_at(meeting, i)));
        n -= !has(item_at(meeting, i), FACT_OUTLINE_LIGHT);
    }
    return n == 0;
}

static const char *
meaning_of(const Meeting *meeting, const FactOutlineItem *item)
{
    return g_hash_table_lookup(meeting->meanings, GUINT_TO_POINTER(word_of(item)));
}

static const FactEntity *
entity_of(const Meeting *meeting, const FactOutlineItem *item)
{
    return g_hash_table_lookup(meeting->entities, GUINT_TO_POINTER(word_of(item)));
}

/* What slots must have in common beside their frame; FALSE if the item is no slot of @kind. */
static gboolean
hash_kind(const Meeting *meeting, guint i, Kind kind, uint64_t *out_hash)
{
    const FactOutlineItem *item = item_at(meeting, i);
    uint64_t denied = item->word & FACT_OUTLINE_DENIED;

    if (has(item, FACT_OUTLINE_SPEAKER))
        return FALSE;
    if (kind == KIND_CONTRAST) {
        const char *meaning = has(item, FACT_OUTLINE_CONTRAST) ? meaning_of(meeting, item) : NULL;
        if (meaning == NULL)
            return FALSE;
        *out_hash = fact_hash_combine(denied, fact_hash_bytes(meaning, strcspn(meaning, ":")));
    } else if (kind == KIND_NAME) {
        const FactEntity *entity = has(item, FACT_OUTLINE_NAME) ? entity_of(meeting, item) : NULL;
        if (entity == NULL)
            return FALSE;
        *out_hash = fact_hash_combine(denied, (uint64_t)entity->kind);
    } else {
        if (has(item, FACT_OUTLINE_NAME) || has(item, FACT_OUTLINE_LIGHT) ||
            !g_hash_table_contains(meeting->denied, GUINT_TO_POINTER(word_of(item))))
            return FALSE;
        *out_hash = word_of(item);
    }
    *out_hash = fact_hash_combine(*out_hash, kind);
    return TRUE;
}

static uint32_t
value_of(const FactOutlineItem *item, Kind kind)
{
    return kind == KIND_DENIAL ? item->word & FACT_OUTLINE_DENIED : word_of(item);
}

static void
find_slots(Meeting *meeting, Kind kind, guint frame)
{
    g_array_set_size(meeting->slots, 0);
    for (guint i = 0; i < meeting->items->len; i++) {
        Slot slot = {.item = i};
        if (!hash_kind(meeting, i, kind, &slot.key))
            continue;
        slot.key = fact_hash_combine(slot.key, frame);
        if (hash_left(meeting, i, FRAMES[frame][0], &slot.key) &&
            hash_right(meeting, i, FRAMES[frame][1], &slot.key))
            g_array_append_val(meeting->slots, slot);
    }
}

static int
compare_slots(gconstpointer a, gconstpointer b)
{
    const Slot *x = a;
    const Slot *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

/* The hash of who says the sentence of item @i, 0 for the article itself. */
static uint32_t
speaker_of(const Meeting *meeting, guint i)
{
    while (i > 0 && !has(item_at(meeting, i), FACT_OUTLINE_STARTS))
        i--;
    return has(item_at(meeting, i), FACT_OUTLINE_SPEAKER) ? word_of(item_at(meeting, i)) : 0;
}

static guint
run_item(const Meeting *meeting, guint k)
{
    return g_array_index(meeting->run, guint, k);
}

/* Finds the first item of each value of the run. FALSE if there is one value, or too many. */
static gboolean
find_values(Meeting *meeting, Kind kind)
{
    guint n = 0;

    for (guint k = 0; k < meeting->run->len; k++) {
        uint32_t value = value_of(item_at(meeting, run_item(meeting, k)), kind);
        guint i = 0;
        while (i < n && value_of(item_at(meeting, meeting->values[i]), kind) != value)
            i++;
        if (i == n && n == VALUES_MAX)
            return FALSE;
        if (i == n)
            meeting->values[n++] = run_item(meeting, k);
    }
    meeting->n_values = n;
    return n > 1;
}

static gboolean
has_one_speaker(const Meeting *meeting)
{
    uint32_t known = 0;

    for (guint k = 0; k < meeting->run->len; k++) {
        uint32_t speaker = speaker_of(meeting, run_item(meeting, k));
        if (speaker != 0 && known != 0 && speaker != known)
            return FALSE;
        known = speaker != 0 ? speaker : known;
    }
    return TRUE;
}

/* Whether the document of item @i has the word of item @other anywhere. */
static gboolean
speaks_of(const Meeting *meeting, guint i, guint other)
{
    guint32 document = document_of(meeting, i);
    uint32_t word = word_of(item_at(meeting, other));

    for (guint k = i; k > 0 && document_of(meeting, k - 1) == document; k--) {
        if (word_of(item_at(meeting, k - 1)) == word)
            return TRUE;
    }
    for (guint k = i + 1; k < meeting->items->len && document_of(meeting, k) == document; k++) {
        if (word_of(item_at(meeting, k)) == word)
            return TRUE;
    }
    return FALSE;
}

/* Whether the document of item @k of the run gives another value in the frame. Its items stand
 * together. */
static gboolean
gives_another(const Meeting *meeting, guint k, Kind kind)
{
    guint32 document = document_of(meeting, run_item(meeting, k));
    uint32_t value = value_of(item_at(meeting, run_item(meeting, k)), kind);
    guint first = k;

    while (first > 0 && document_of(meeting, run_item(meeting, first - 1)) == document)
        first--;
    for (guint i = first; i < meeting->run->len; i++) {
        guint other = run_item(meeting, i);
        if (document_of(meeting, other) != document)
            return FALSE;
        if (value_of(item_at(meeting, other), kind) != value)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_same(const FactOutlineItem *a, const FactOutlineItem *b, Kind kind)
{
    return word_of(a) == word_of(b) && value_of(a, kind) == value_of(b, kind);
}

/* Whether the sentence of item @i has what stands at @other: "three men and four women". */
static gboolean
has_beside(const Meeting *meeting, guint i, guint other, Kind kind)
{
    guint k = i;

    while (k > 0 && !has(item_at(meeting, k), FACT_OUTLINE_STARTS))
        k--;
    do {
        if (k != i && is_same(item_at(meeting, k), item_at(meeting, other), kind))
            return TRUE;
    } while (++k < meeting->items->len && !has(item_at(meeting, k), FACT_OUTLINE_STARTS));
    return FALSE;
}

/* Whether the article of item @k of the run has the value that another one gives there: a name
 * anywhere; other words in the same sentence, where the other one's sentence has both, too. */
static gboolean
knows_another(const Meeting *meeting, guint k, Kind kind)
{
    guint i = run_item(meeting, k);

    for (guint v = 0; v < meeting->n_values; v++) {
        guint other = meeting->values[v];
        if (is_same(item_at(meeting, i), item_at(meeting, other), kind))
            continue;
        if (kind == KIND_NAME
                ? speaks_of(meeting, i, other)
                : has_beside(meeting, i, other, kind) && has_beside(meeting, other, i, kind))
            return TRUE;
    }
    return FALSE;
}

/* When the articles that give a value were published. */
typedef struct {
    gboolean is_undated; /* one of them */
    int64_t first;       /* minute */
    int64_t last;
} Times;

static Times
times_of_value(const Meeting *meeting, guint v, Kind kind)
{
    Times times = {.first = INT64_MAX, .last = INT64_MIN};
    uint32_t value = value_of(item_at(meeting, meeting->values[v]), kind);

    for (guint k = 0; k < meeting->run->len; k++) {
        guint i = run_item(meeting, k);
        if (value_of(item_at(meeting, i), kind) != value)
            continue;
        const FactDocument *document =
            g_ptr_array_index(meeting->all_documents, document_of(meeting, i));
        FactClock clock = fact_clock_parse(meeting->catalog, document->published);
        times.is_undated |= !clock.is_known;
        times.first = clock.is_known ? MIN(times.first, clock.minute) : times.first;
        times.last = clock.is_known ? MAX(times.last, clock.minute) : times.last;
    }
    return times;
}

/* What is said of a story changes with the days: "nobody has been arrested". */
static gboolean
is_of_one_time(const Meeting *meeting, Kind kind)
{
    for (guint a = 0; a < meeting->n_values; a++) {
        Times first = times_of_value(meeting, a, kind);
        for (guint b = a + 1; b < meeting->n_values; b++) {
            Times second = times_of_value(meeting, b, kind);
            if (first.is_undated || second.is_undated ||
                (first.first - second.last <= APART_MINUTES &&
                 second.first - first.last <= APART_MINUTES))
                return TRUE;
        }
    }
    return FALSE;
}

static void
drop_unsure(Meeting *meeting, Kind kind)
{
    g_autoptr(GArray) sure = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint k = 0; k < meeting->run->len; k++) {
        guint i = run_item(meeting, k);
        if (!gives_another(meeting, k, kind) && !knows_another(meeting, k, kind))
            g_array_append_val(sure, i);
    }
    g_array_set_size(meeting->run, 0);
    if (sure->len > 0)
        g_array_append_vals(meeting->run, sure->data, sure->len);
}

static gboolean
has_unused(const Meeting *meeting)
{
    for (guint k = 0; k < meeting->run->len; k++) {
        if (!g_array_index(meeting->used, guint8, run_item(meeting, k)))
            return TRUE;
    }
    return FALSE;
}

static void
set_name(const Meeting *meeting, const char *id, const char *label, FactValue *value)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_autoptr(GPtrArray) labels = g_ptr_array_new();

    g_ptr_array_add(ids, (gpointer)fact_string_pool_intern(meeting->pool, id));
    g_ptr_array_add(labels, (gpointer)fact_string_pool_intern(meeting->pool, label));
    fact_names_set(value, ids, labels, meeting->pool);
}

/* "direction: up" is a value of an attribute that people call "direction". */
static void
set_contrast(const Meeting *meeting, const char *meaning, FactClaim *claim)
{
    size_t len = strcspn(meaning, ":");
    const char *value = meaning + len + strspn(meaning + len, ": ");

    claim->attribute_label = fact_string_pool_intern_len(meeting->pool, meaning, len);
    claim->value.type = FACT_VALUE_TEXT;
    set_name(meeting, value, value, &claim->value);
}

static void
set_entity(const Meeting *meeting, const FactEntity *entity, FactClaim *claim)
{
    claim->attribute_label =
        fact_string_pool_intern(meeting->pool, fact_kind_to_string(entity->kind));
    claim->value.type = FACT_VALUE_ENTITY;
    set_name(meeting, entity->id, entity->label, &claim->value);
}

static void
set_denial(const Meeting *meeting, const FactOutlineItem *item, FactClaim *claim)
{
    claim->attribute_label = fact_string_pool_intern(meeting->pool, "whether it holds");
    claim->value.type = FACT_VALUE_FLAG;
    claim->value.flags = FACT_VALUE_IS_TRUE;
    if (has(item, FACT_OUTLINE_DENIED))
        claim->polarity = FACT_POLARITY_DENIED;
}

static void
add_claim(Meeting *meeting, guint i, Kind kind, const char *attribute)
{
    const FactOutlineItem *item = item_at(meeting, i);
    FactClaim claim = {
        .subject_id = fact_string_pool_intern(meeting->pool, FACT_SUBJECT_STORY),
        .subject_label = fact_string_pool_intern(meeting->pool, "the story"),
        .subject_text = fact_string_pool_intern(meeting->pool, ""),
        .subject_kinds = FACT_KIND_EVENT,
        .attribute_id = attribute,
        .group = meeting->group,
        .document = document_of(meeting, i),
        .span = {item->start, item->end},
        .line = item->line,
        .column = item->column,
        .confidence = CONFIDENCE,
    };

    switch (kind) {
    case KIND_CONTRAST:
        set_contrast(meeting, meaning_of(meeting, item), &claim);
        break;
    case KIND_NAME:
        set_entity(meeting, entity_of(meeting, item), &claim);
        break;
    case KIND_DENIAL:
        set_denial(meeting, item, &claim);
        break;
    }
    g_array_append_val(meeting->claims, claim);
    g_array_index(meeting->used, guint8, i) = TRUE;
}

/* What meets in one frame: claims, if it differs for sure and some of it is new. */
static void
judge_run(Meeting *meeting, Kind kind, uint64_t key)
{
    if (!find_values(meeting, kind) || !has_one_speaker(meeting))
        return;
    drop_unsure(meeting, kind);
    if (!find_values(meeting, kind) || !is_of_one_time(meeting, kind) || !has_unused(meeting))
        return;
    g_autofree char *attribute = g_strdup_printf("statement:%016" G_GINT64_MODIFIER "x", key);
    const char *interned = fact_string_pool_intern(meeting->pool, attribute);
    for (guint k = 0; k < meeting->run->len; k++)
        add_claim(meeting, run_item(meeting, k), kind, interned);
}

static void
judge_slots(Meeting *meeting, Kind kind)
{
    g_array_sort(meeting->slots, compare_slots);
    for (guint i = 0; i < meeting->slots->len;) {
        uint64_t key = g_array_index(meeting->slots, Slot, i).key;
        g_array_set_size(meeting->run, 0);
        for (; i < meeting->slots->len && g_array_index(meeting->slots, Slot, i).key == key; i++)
            g_array_append_val(meeting->run, g_array_index(meeting->slots, Slot, i).item);
        if (meeting->run->len > 1)
            judge_run(meeting, kind, key);
    }
}

static void
add_document(Meeting *meeting, const FactDocument *document, guint32 index)
{
    guint first = meeting->items->len;

    fact_outline_decode(document->outline, meeting->items);
    g_array_set_size(meeting->documents, meeting->items->len);
    for (guint i = first; i < meeting->items->len; i++)
        g_array_index(meeting->documents, guint32, i) = index;
}

/* A document's first item begins a sentence, whatever its outline says. */
static void
note_words(Meeting *meeting)
{
    g_hash_table_remove_all(meeting->denied);
    g_array_set_size(meeting->used, 0);
    g_array_set_size(meeting->used, meeting->items->len);
    for (guint i = 0; i < meeting->items->len; i++) {
        FactOutlineItem *item = &g_array_index(meeting->items, FactOutlineItem, i);
        if (i == 0 || document_of(meeting, i) != document_of(meeting, i - 1))
            item->word |= FACT_OUTLINE_STARTS;
        if (has(item, FACT_OUTLINE_DENIED))
            g_hash_table_add(meeting->denied, GUINT_TO_POINTER(word_of(item)));
    }
}

static void
meet_group(Meeting *meeting)
{
    note_words(meeting);
    for (guint frame = 0; frame < G_N_ELEMENTS(FRAMES); frame++) {
        for (Kind kind = KIND_CONTRAST; kind <= KIND_DENIAL; kind++) {
            find_slots(meeting, kind, frame);
            judge_slots(meeting, kind);
        }
    }
}

static void
add_hash(GHashTable *table, const char *str, gconstpointer value)
{
    uint32_t hash = fact_outline_word(fact_outline_hash(str, strlen(str)), 0);

    if (!g_hash_table_contains(table, GUINT_TO_POINTER(hash)))
        g_hash_table_insert(table, GUINT_TO_POINTER(hash), (gpointer)value);
}

static void
begin(Meeting *meeting)
{
    const FactWording *contrasts = fact_catalog_get_wording(meeting->catalog, "contrasts");

    meeting->meanings = g_hash_table_new(NULL, NULL);
    meeting->entities = g_hash_table_new(NULL, NULL);
    meeting->denied = g_hash_table_new(NULL, NULL);
    meeting->items = g_array_new(FALSE, FALSE, sizeof(FactOutlineItem));
    meeting->documents = g_array_new(FALSE, FALSE, sizeof(guint32));
    meeting->used = g_array_new(FALSE, TRUE, sizeof(guint8));
    meeting->slots = g_array_new(FALSE, FALSE, sizeof(Slot));
    meeting->run = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < contrasts->values->len; i++) {
        const char *meaning = g_ptr_array_index(contrasts->values, i);
        add_hash(meeting->meanings, meaning, meaning);
    }
    for (guint i = 0; i < meeting->catalog->entities->len; i++) {
        const FactEntity *entity = g_ptr_array_index(meeting->catalog->entities, i);
        add_hash(meeting->entities, entity->id, entity);
    }
}

static void
end(Meeting *meeting)
{
    g_hash_table_unref(meeting->meanings);
    g_hash_table_unref(meeting->entities);
    g_hash_table_unref(meeting->denied);
    g_array_unref(meeting->items);
    g_array_unref(meeting->documents);
    g_array_unref(meeting->used);
    g_array_unref(meeting->slots);
    g_array_unref(meeting->run);
}

typedef struct {
    const GPtrArray *documents;
    const char *const *groups;
} Places;

/* By group, then by id: the order of the documents must not decide which statement is told. */
static int
compare_places(gconstpointer a, gconstpointer b, gpointer user_data)
{
    const Places *places = user_data;
    guint32 x = *(const guint32 *)a;
    guint32 y = *(const guint32 *)b;
    int order = strcmp(places->groups[x], places->groups[y]);

    if (order != 0)
        return order;
    const FactDocument *first = g_ptr_array_index(places->documents, x);
    const FactDocument *second = g_ptr_array_index(places->documents, y);
    return strcmp(first->id, second->id);
}

void
fact_statements_meet(const FactCatalog *catalog, const GPtrArray *documents,
                     const char *const *groups, FactStringPool *pool, GArray *claims)
{
    Places places = {documents, groups};
    Meeting meeting = {
        .catalog = catalog, .all_documents = documents, .pool = pool, .claims = claims};
    g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint32));

    for (guint32 i = 0; i < documents->len; i++) {
        const FactDocument *document = g_ptr_array_index(documents, i);
        if (document->outline != NULL && groups[i] != NULL && groups[i][0] != '\0')
            g_array_append_val(order, i);
    }
    if (order->len < 2)
        return;
    g_array_sort_with_data(order, compare_places, &places);
    begin(&meeting);
    for (guint i = 0; i < order->len;) {
        guint first = i;
        meeting.group = groups[g_array_index(order, guint32, i)];
        g_array_set_size(meeting.items, 0);
        g_array_set_size(meeting.documents, 0);
        for (; i < order->len && groups[g_array_index(order, guint32, i)] == meeting.group; i++) {
            guint32 index = g_array_index(order, guint32, i);
            add_document(&meeting, g_ptr_array_index(documents, index), index);
        }
        if (i > first + 1)
            meet_group(&meeting);
    }
    end(&meeting);
}
