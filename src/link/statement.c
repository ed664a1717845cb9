/* SPDX-License-Identifier: MIT
 *
 * A slot is a word of an outline that could be another one (slot.h). A frame is what surrounds it:
 * as many informative words as make the sentence hard to mistake, some on either side, with all
 * between them. Slots of one frame and one kind meet by sorting a hash of both, so that the work is
 * that of sorting the words of a group. Several shapes of frame are tried, for a paraphrase seldom
 * spares both sides alike; what met in one is left out of the next.
 *
 * Silence is kept where articles may both be right: where one of them gives several values in one
 * frame, where named speakers differ, where they are days apart, and where an article that says
 * "Oslo" also speaks of the Bergen that another one has in its place.
 */
#include "link/statement.h"

#include <string.h>

#include "base/hash.h"
#include "link/outline-set.h"
#include "link/slot.h"
#include "value/mention.h"

/* A statement is matched by its words alone, and of nobody by name. */
#define CONFIDENCE 55
/* More values than these in one frame are a form that pages fill in. */
#define VALUES_MAX 4
/* Articles that differ may both be right if they were published further apart: a day and a half. */
#define APART_MINUTES (36 * 60)
/* Informative words to the left and to the right. */
static const guint FRAMES[][2] = {{2, 2}, {1, 3}, {3, 1}, {5, 0}, {1, 2}, {2, 1}};
/* Fewer words than these around it tell an opposite alone. */
#define FRAME_WORDS 4

#define SAME_WORD (~(uint32_t)FACT_OUTLINE_FLAGS)

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
    FactSlotMeanings meanings;
    FactOutlineSet outlines;
    GArray *used;             /* of guint8, for each item: a claim was made of it */
    GHashTable *denied;       /* words that somebody denies, as a set */
    GArray *candidates;       /* of Slot, without their frames */
    GArray *slots;            /* of Slot */
    GArray *run;              /* of guint: the items of one frame */
    guint values[VALUES_MAX]; /* the first item of each value of the run */
    guint n_values;
    GArray *claims; /* of FactClaim; borrowed */
} Meeting;

static const FactOutlineItem *
item_at(const Meeting *meeting, guint i)
{
    return fact_outline_set_item(&meeting->outlines, i);
}

static guint32
document_of(const Meeting *meeting, guint i)
{
    return fact_outline_set_document(&meeting->outlines, i);
}

/* What can be a slot of @kind. */
static void
find_candidates(Meeting *meeting, FactSlotKind kind)
{
    g_array_set_size(meeting->candidates, 0);
    for (guint i = 0; i < meeting->outlines.items->len; i++) {
        const FactOutlineItem *item = item_at(meeting, i);
        Slot slot = {.item = i};
        if ((kind != FACT_SLOT_DENIAL ||
             g_hash_table_contains(meeting->denied, GUINT_TO_POINTER(fact_slot_word(item)))) &&
            fact_slot_hash(&meeting->meanings, item, kind, &slot.key))
            g_array_append_val(meeting->candidates, slot);
    }
}

/* Whether @frame is enough for the item: what stands on one side alone is not, for a word that may
 * be denied or is one of a list of people; what has fewer words is, for a plain opposite. */
static gboolean
is_enough(const Meeting *meeting, const FactOutlineItem *item, FactSlotKind kind, guint frame)
{
    guint n_left = FRAMES[frame][0];
    guint n_right = FRAMES[frame][1];

    if (n_left + n_right < FRAME_WORDS)
        return fact_slot_is_opposite(&meeting->meanings, item);
    if (n_left == 0 || n_right == 0)
        return kind != FACT_SLOT_DENIAL &&
               (kind != FACT_SLOT_CONTRAST || !fact_slot_has(item, FACT_OUTLINE_LIGHT));
    return TRUE;
}

static void
find_slots(Meeting *meeting, FactSlotKind kind, guint frame)
{
    g_array_set_size(meeting->slots, 0);
    for (guint k = 0; k < meeting->candidates->len; k++) {
        Slot slot = g_array_index(meeting->candidates, Slot, k);
        if (!is_enough(meeting, item_at(meeting, slot.item), kind, frame))
            continue;
        slot.key = fact_hash_combine(slot.key, frame);
        if (fact_outline_set_hash_frame(&meeting->outlines, slot.item, FRAMES[frame][0],
                                        FRAMES[frame][1], &slot.key))
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

static guint
run_item(const Meeting *meeting, guint k)
{
    return g_array_index(meeting->run, guint, k);
}

/* Finds the first item of each value of the run. FALSE if there is one value, or too many. */
static gboolean
find_values(Meeting *meeting, FactSlotKind kind)
{
    guint n = 0;

    for (guint k = 0; k < meeting->run->len; k++) {
        uint32_t value = fact_slot_value(item_at(meeting, run_item(meeting, k)), kind);
        guint i = 0;
        while (i < n && fact_slot_value(item_at(meeting, meeting->values[i]), kind) != value)
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
        uint32_t speaker = fact_outline_set_speaker(&meeting->outlines, run_item(meeting, k));
        if (speaker != 0 && known != 0 && speaker != known)
            return FALSE;
        known = speaker != 0 ? speaker : known;
    }
    return TRUE;
}

/* Whether the document of item @k of the run gives another value in the frame. Its items stand
 * together. */
static gboolean
gives_another(const Meeting *meeting, guint k, FactSlotKind kind)
{
    guint32 document = document_of(meeting, run_item(meeting, k));
    uint32_t value = fact_slot_value(item_at(meeting, run_item(meeting, k)), kind);
    guint first = k;

    while (first > 0 && document_of(meeting, run_item(meeting, first - 1)) == document)
        first--;
    for (guint i = first; i < meeting->run->len; i++) {
        guint other = run_item(meeting, i);
        if (document_of(meeting, other) != document)
            return FALSE;
        if (fact_slot_value(item_at(meeting, other), kind) != value)
            return TRUE;
    }
    return FALSE;
}

/* Whether an article that gives item @i may well know what another one gives at @other: it speaks
 * of the name, which may only be spelled otherwise; of other words both have both in a sentence. */
static gboolean
may_be_one(const Meeting *meeting, guint i, guint other, FactSlotKind kind)
{
    const FactOutlineSet *outlines = &meeting->outlines;
    const FactOutlineItem *a = item_at(meeting, i);
    const FactOutlineItem *b = item_at(meeting, other);
    uint32_t mask = SAME_WORD | (kind == FACT_SLOT_DENIAL ? FACT_OUTLINE_DENIED : 0);

    if (kind == FACT_SLOT_NAME)
        return !fact_slot_names_differ(&meeting->meanings, a, b) ||
               fact_outline_set_document_has(outlines, i, b);
    return fact_outline_set_sentence_has(outlines, i, b, mask) &&
           fact_outline_set_sentence_has(outlines, other, a, mask);
}

/* Whether that is so of item @k of the run and any other value. */
static gboolean
knows_another(const Meeting *meeting, guint k, FactSlotKind kind)
{
    guint i = run_item(meeting, k);
    uint32_t value = fact_slot_value(item_at(meeting, i), kind);

    for (guint v = 0; v < meeting->n_values; v++) {
        guint other = meeting->values[v];
        if (fact_slot_value(item_at(meeting, other), kind) != value &&
            may_be_one(meeting, i, other, kind))
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
times_of_value(const Meeting *meeting, guint v, FactSlotKind kind)
{
    Times times = {.first = INT64_MAX, .last = INT64_MIN};
    uint32_t value = fact_slot_value(item_at(meeting, meeting->values[v]), kind);

    for (guint k = 0; k < meeting->run->len; k++) {
        guint i = run_item(meeting, k);
        if (fact_slot_value(item_at(meeting, i), kind) != value)
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
is_of_one_time(const Meeting *meeting, FactSlotKind kind)
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
drop_unsure(Meeting *meeting, FactSlotKind kind)
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
add_claim(Meeting *meeting, guint i, FactSlotKind kind, const char *attribute)
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

    if (!fact_slot_tell(&meeting->meanings, item, kind, meeting->pool, &claim))
        return;
    g_array_append_val(meeting->claims, claim);
    g_array_index(meeting->used, guint8, i) = TRUE;
}

/* What meets in one frame: claims, if it differs for sure and some of it is new. */
static void
judge_run(Meeting *meeting, FactSlotKind kind, uint64_t key)
{
    if (!find_values(meeting, kind) || !has_one_speaker(meeting))
        return;
    drop_unsure(meeting, kind);
    if (!find_values(meeting, kind) || !is_of_one_time(meeting, kind) || !has_unused(meeting))
        return;
    g_autofree char *attribute = g_strdup_printf(FACT_ATTRIBUTE_STATEMENT "%016" G_GINT64_MODIFIER "x", key);
    const char *interned = fact_string_pool_intern(meeting->pool, attribute);
    for (guint k = 0; k < meeting->run->len; k++)
        add_claim(meeting, run_item(meeting, k), kind, interned);
}

static void
judge_slots(Meeting *meeting, FactSlotKind kind)
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
note_words(Meeting *meeting)
{
    g_hash_table_remove_all(meeting->denied);
    g_array_set_size(meeting->used, 0);
    g_array_set_size(meeting->used, meeting->outlines.items->len);
    for (guint i = 0; i < meeting->outlines.items->len; i++) {
        if (fact_slot_has(item_at(meeting, i), FACT_OUTLINE_DENIED))
            g_hash_table_add(meeting->denied,
                             GUINT_TO_POINTER(fact_slot_word(item_at(meeting, i))));
    }
}

static void
meet_group(Meeting *meeting)
{
    note_words(meeting);
    for (FactSlotKind kind = FACT_SLOT_CONTRAST; kind < FACT_SLOT_KINDS; kind++) {
        find_candidates(meeting, kind);
        for (guint frame = 0; frame < G_N_ELEMENTS(FRAMES); frame++) {
            find_slots(meeting, kind, frame);
            judge_slots(meeting, kind);
        }
    }
}

static void
begin(Meeting *meeting)
{
    fact_outline_set_init(&meeting->outlines);
    fact_slot_meanings_init(&meeting->meanings, meeting->catalog);
    meeting->denied = g_hash_table_new(NULL, NULL);
    meeting->used = g_array_new(FALSE, TRUE, sizeof(guint8));
    meeting->candidates = g_array_new(FALSE, FALSE, sizeof(Slot));
    meeting->slots = g_array_new(FALSE, FALSE, sizeof(Slot));
    meeting->run = g_array_new(FALSE, FALSE, sizeof(guint));
}

static void
end(Meeting *meeting)
{
    fact_outline_set_clear(&meeting->outlines);
    fact_slot_meanings_clear(&meeting->meanings);
    g_hash_table_unref(meeting->denied);
    g_array_unref(meeting->used);
    g_array_unref(meeting->candidates);
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
        fact_outline_set_empty(&meeting.outlines);
        for (; i < order->len && groups[g_array_index(order, guint32, i)] == meeting.group; i++) {
            guint32 index = g_array_index(order, guint32, i);
            fact_outline_set_add(&meeting.outlines, g_ptr_array_index(documents, index), index);
        }
        if (i > first + 1)
            meet_group(&meeting);
    }
    end(&meeting);
}
