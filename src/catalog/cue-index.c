/* SPDX-License-Identifier: MIT
 *
 * A cue is looked for only where one of its anchor's words stands, so the anchor is the item whose
 * words are seen least: function words and words that many cues share come last. A cue without such
 * an item is looked for at each value of its attribute's type.
 */
#include "catalog/cue-index.h"

#include "catalog/loader.h"

#include <string.h>

/* What a function word costs as anchor, measured in cues that share it, and a frequent word. */
#define FUNCTION_WORD_COST 100000
#define FREQUENT_WORD_COST 1000

#define FUNCTION_CLASSES                                                                           \
    (FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION | FACT_WORD_PRONOUN | FACT_WORD_CONJUNCTION |    \
     FACT_WORD_AUXILIARY | FACT_WORD_NEGATION)

/* What is known of a word while the index is made. */
typedef struct {
    guint n_cues; /* whose items have it */
    gboolean is_frequent;
    GPtrArray *cues; /* of a lemma: those filed under it, owned; NULL for none */
    GArray *needs;   /* of WordNeed: what the word meets, owned; NULL for none */
} WordDraft;

typedef struct {
    uint16_t number;
    gboolean is_exact; /* met by this form alone, else by all forms of a lemma */
} WordNeed;

typedef struct {
    FactCatalog *catalog;
    FactCueIndex *index;
    WordDraft *words;          /* by FactWord */
    GHashTable *need_by_words; /* of FactCueItem, borrowed -> number */
    GHashTable *need_by_list;  /* of FactWording, borrowed -> number */
    GPtrArray *wordless;       /* of FactCue, borrowed */
} Builder;

static void
for_each_cue(Builder *builder, void (*visit)(Builder *builder, FactCue *cue))
{
    for (guint i = 0; i < builder->catalog->attributes->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(builder->catalog->attributes, i);
        for (guint j = 0; j < attribute->cues->len; j++)
            visit(builder, g_ptr_array_index(attribute->cues, j));
    }
}

/* -- anchors ---------------------------------------------------------------------------------- */

static void
count_words(Builder *builder, FactCue *cue)
{
    for (guint i = 0; i < cue->n_items; i++) {
        for (guint j = 0; fact_cue_item_can_be_anchor(&cue->items[i]) && j < cue->items[i].n_words;
             j++)
            builder->words[cue->items[i].words[j]].n_cues++;
    }
}

/* The words that English prose has most. */
static void
mark_frequent_words(Builder *builder)
{
    const FactWording *wording = fact_catalog_get_wording(builder->catalog, "frequent-words");
    for (guint i = 0; i < wording->values->len; i++) {
        const char *text = g_ptr_array_index(wording->values, i);
        FactWord word = fact_lexicon_find(builder->catalog->lexicon, text, strlen(text));
        builder->words[word].is_frequent = TRUE;
    }
}

static guint64
item_cost(const Builder *builder, const FactCueItem *item)
{
    guint64 cost = 0;
    for (guint i = 0; i < item->n_words; i++) {
        const WordDraft *word = &builder->words[item->words[i]];
        uint32_t classes = fact_lexicon_get_classes(builder->catalog->lexicon, item->words[i]);
        cost += word->n_cues;
        cost += (classes & FUNCTION_CLASSES) != 0 ? FUNCTION_WORD_COST : 0;
        cost += word->is_frequent ? FREQUENT_WORD_COST : 0;
    }
    return cost;
}

static void
choose_anchor(const Builder *builder, FactCue *cue)
{
    guint64 best = G_MAXUINT64;
    for (guint i = 0; i < cue->n_items; i++) {
        guint64 cost =
            fact_cue_item_can_be_anchor(&cue->items[i]) ? item_cost(builder, &cue->items[i]) : best;
        if (cost < best) {
            best = cost;
            cue->anchor = i;
        }
    }
    for (guint i = 0; best == G_MAXUINT64 && i < cue->n_items; i++) {
        if (cue->items[i].kind == FACT_CUE_VALUE)
            cue->anchor = i;
    }
}

static void
add_cue(WordDraft *draft, FactCue *cue)
{
    if (draft->cues == NULL)
        draft->cues = g_ptr_array_new();
    if (draft->cues->len == 0 || g_ptr_array_index(draft->cues, draft->cues->len - 1) != cue)
        g_ptr_array_add(draft->cues, cue);
}

/* A cue of nothing but words of a list is looked for where one of them begins. */
static void
file_under_values(Builder *builder, FactCue *cue)
{
    const FactPhraseEnds *first = &cue->attribute->words->phrases->first;
    for (FactWord word = fact_phrase_ends_next(first, 1); word != 0;
         word = fact_phrase_ends_next(first, word + 1)) {
        add_cue(&builder->words[fact_lexicon_get_lemma(builder->catalog->lexicon, word)], cue);
    }
}

/* Files @cue under the lemma of each word of its anchor, once each. */
static void
file_under_anchor(Builder *builder, FactCue *cue)
{
    choose_anchor(builder, cue);
    const FactCueItem *anchor = &cue->items[cue->anchor];
    if (anchor->kind == FACT_CUE_VALUE && cue->attribute->words != NULL)
        file_under_values(builder, cue);
    else if (anchor->kind == FACT_CUE_VALUE)
        g_ptr_array_add(builder->wordless, cue);
    for (guint i = 0; anchor->kind == FACT_CUE_WORDS && i < anchor->n_words; i++) {
        FactWord lemma = fact_lexicon_get_lemma(builder->catalog->lexicon, anchor->words[i]);
        add_cue(&builder->words[lemma], cue);
    }
}

/* -- needs ------------------------------------------------------------------------------------ */

static guint
hash_words(gconstpointer data)
{
    const FactCueItem *item = data;
    guint hash = item->is_exact;
    for (guint i = 0; i < item->n_words; i++)
        hash = hash * 31 + item->words[i];
    return hash;
}

static gboolean
words_equal(gconstpointer a, gconstpointer b)
{
    const FactCueItem *x = a;
    const FactCueItem *y = b;
    return x->is_exact == y->is_exact && x->n_words == y->n_words &&
           memcmp(x->words, y->words, x->n_words * sizeof *x->words) == 0;
}

/* The next number for a need; 0, which is no need, when they run out. */
static uint16_t
take_number(FactCueIndex *index)
{
    return index->n_needs < G_MAXUINT16 ? (uint16_t)++index->n_needs : 0;
}

/* @word meets @need. */
static void
add_need(WordDraft *word, WordNeed need)
{
    if (word->needs == NULL)
        word->needs = g_array_new(FALSE, FALSE, sizeof(WordNeed));
    g_array_append_val(word->needs, need);
}

/* The number of the need that some phrase of @list begins in the sentence; 0 where a phrase may
 * begin with what is no word. */
static uint16_t
number_list(Builder *builder, const FactWording *list)
{
    const FactPhraseEnds *first = &list->phrases->first;
    uint16_t number = (uint16_t)GPOINTER_TO_UINT(g_hash_table_lookup(builder->need_by_list, list));
    if (number != 0 || first->has_unworded)
        return number;
    number = take_number(builder->index);
    g_hash_table_insert(builder->need_by_list, (gpointer)list, GUINT_TO_POINTER(number));
    for (FactWord word = fact_phrase_ends_next(first, 1); number != 0 && word != 0;
         word = fact_phrase_ends_next(first, word + 1)) {
        add_need(&builder->words[word], (WordNeed){number, TRUE});
    }
    return number;
}

static uint16_t
number_words(Builder *builder, FactCueItem *item)
{
    uint16_t number = (uint16_t)GPOINTER_TO_UINT(g_hash_table_lookup(builder->need_by_words, item));
    if (number != 0)
        return number;
    number = take_number(builder->index);
    g_hash_table_insert(builder->need_by_words, item, GUINT_TO_POINTER(number));
    WordNeed need = {number, item->is_exact};
    for (guint i = 0; number != 0 && i < item->n_words; i++)
        add_need(&builder->words[item->words[i]], need);
    return number;
}

static uint16_t
number_mark(FactCueIndex *index, FactWord mark)
{
    if (index->marks[mark] == 0)
        index->marks[mark] = take_number(index);
    return index->marks[mark];
}

/* A choice of words with a function word among them is in nearly every sentence: to ask for it
 * costs more than it saves. */
static gboolean
is_worth_asking(const Builder *builder, const FactCueItem *item)
{
    return item->n_words == 1 || item_cost(builder, item) < FUNCTION_WORD_COST;
}

/* The number of what @item of @cue needs, and how rare that is; 0 for nothing. */
static uint16_t
number_need(Builder *builder, FactCue *cue, guint i, guint64 *out_cost)
{
    FactCueItem *item = &cue->items[i];
    if (i == cue->anchor || item->is_optional || item->classes != 0)
        return 0;
    *out_cost = FUNCTION_WORD_COST;
    if (item->kind == FACT_CUE_MARK)
        return number_mark(builder->index, item->words[0]);
    if (item->kind == FACT_CUE_VALUE && cue->attribute->words != NULL)
        return number_list(builder, cue->attribute->words);
    if (item->kind != FACT_CUE_WORDS || !is_worth_asking(builder, item))
        return 0;
    *out_cost = item_cost(builder, item);
    return number_words(builder, item);
}

/* What a sentence must have for @cue to be tried there. */
static FactCueTry
make_try(Builder *builder, FactCue *cue)
{
    FactCueTry try = {.cue = cue, .types = FACT_CUE_NO_VALUE};
    guint64 costs[FACT_CUE_NEEDS_MAX];
    guint n = 0;
    for (guint i = 0; i < cue->n_items; i++) {
        if (cue->items[i].kind == FACT_CUE_VALUE && !cue->items[i].is_optional &&
            cue->attribute->words == NULL)
            try.types = cue->attribute->value_types;
        guint64 cost = 0;
        uint16_t need = number_need(builder, cue, i, &cost);
        guint at = n;
        for (; need != 0 && at > 0 && costs[at - 1] > cost; at--) {
            if (at < FACT_CUE_NEEDS_MAX) {
                costs[at] = costs[at - 1];
                try.needs[at] = try.needs[at - 1];
            }
        }
        if (need == 0 || at == FACT_CUE_NEEDS_MAX)
            continue;
        costs[at] = cost;
        try.needs[at] = need;
        n = MIN(n + 1, FACT_CUE_NEEDS_MAX);
    }
    return try;
}

/* -- forms ------------------------------------------------------------------------------------ */

/* Whether @word, of that lemma, can stand for the anchor of @cue. */
static gboolean
anchor_takes(const FactCue *cue, FactWord word, FactWord lemma)
{
    const FactCueItem *anchor = &cue->items[cue->anchor];
    if (anchor->kind == FACT_CUE_VALUE)
        return fact_phrase_ends_have_word(&cue->attribute->words->phrases->first, word);
    for (guint i = 0; i < anchor->n_words; i++) {
        if (anchor->words[i] == word || (!anchor->is_exact && anchor->words[i] == lemma))
            return TRUE;
    }
    return FALSE;
}

static void
add_try(FactCueIndex *index, FactCueWord *word, const FactCueTry *try)
{
    word->types |= try->types;
    word->n_tries++;
    g_array_append_vals(index->tries, try, 1);
}

static void
add_needs(FactCueIndex *index, FactCueWord *word, const WordDraft *draft, gboolean is_form)
{
    for (guint i = 0; draft->needs != NULL && i < draft->needs->len; i++) {
        const WordNeed *need = &g_array_index(draft->needs, WordNeed, i);
        if (need->is_exact && !is_form)
            continue;
        g_array_append_val(index->needs, need->number);
        word->n_needs++;
    }
}

static FactCueWord
begin_word(const FactCueIndex *index)
{
    return (FactCueWord){.first_try = index->tries->len, .first_need = index->needs->len};
}

/* Whether the word at the end of the index says just what @other does. */
static gboolean
says_same(const FactCueIndex *index, const FactCueWord *word, const FactCueWord *other)
{
    if (word->n_tries != other->n_tries || word->n_needs != other->n_needs)
        return FALSE;
    for (guint i = 0; i < word->n_tries; i++) {
        if (fact_cue_index_get_try(index, word, i)->cue !=
            fact_cue_index_get_try(index, other, i)->cue)
            return FALSE;
    }
    for (guint i = 0; i < word->n_needs; i++) {
        if (fact_cue_index_get_need(index, word, i) != fact_cue_index_get_need(index, other, i))
            return FALSE;
    }
    return TRUE;
}

/* Files one form. Most forms say what their lemma says, and share its entry. */
static void
file_form(Builder *builder, GHashTable *tries, FactWord form)
{
    FactCueIndex *index = builder->index;
    FactLexicon *lexicon = builder->catalog->lexicon;
    FactWord lemma = fact_lexicon_get_lemma(lexicon, form);
    const WordDraft *own = &builder->words[form];
    const WordDraft *base = &builder->words[lemma];
    if (own->needs == NULL && base->needs == NULL && base->cues == NULL)
        return;
    FactCueWord word = begin_word(index);
    for (guint i = 0; base->cues != NULL && i < base->cues->len; i++) {
        const FactCue *cue = g_ptr_array_index(base->cues, i);
        if (anchor_takes(cue, form, lemma))
            add_try(index, &word, g_hash_table_lookup(tries, cue));
    }
    add_needs(index, &word, own, TRUE);
    if (form != lemma)
        add_needs(index, &word, base, FALSE);
    uint32_t place = index->places[lemma];
    if (place != 0 && says_same(index, &word, &g_array_index(index->words, FactCueWord, place))) {
        g_array_set_size(index->tries, word.first_try);
        g_array_set_size(index->needs, word.first_need);
    } else {
        place = index->words->len;
        g_array_append_val(index->words, word);
    }
    index->places[form] = place;
    fact_lexicon_mark(lexicon, form,
                      (word.n_tries > 0 ? FACT_WORD_CUE : 0) |
                          (word.n_needs > 0 ? FACT_WORD_CUE_PART : 0));
}

static void
file_wordless(Builder *builder, GHashTable *tries)
{
    FactCueWord word = begin_word(builder->index);
    for (guint i = 0; i < builder->wordless->len; i++)
        add_try(builder->index, &word,
                g_hash_table_lookup(tries, g_ptr_array_index(builder->wordless, i)));
    g_array_append_val(builder->index->words, word);
}

/* Lemmas before other forms, so that those find the entry they share. */
static void
file_forms(Builder *builder, GHashTable *tries)
{
    const FactLexicon *lexicon = builder->catalog->lexicon;
    for (guint pass = 0; pass < 2; pass++) {
        for (FactWord word = 1; word < builder->index->n_places; word++) {
            if ((fact_lexicon_get_lemma(lexicon, word) != word) == (pass == 1))
                file_form(builder, tries, word);
        }
    }
}

static GHashTable *
make_tries(Builder *builder)
{
    GHashTable *tries = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    for (guint i = 0; i < builder->catalog->attributes->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(builder->catalog->attributes, i);
        for (guint j = 0; j < attribute->cues->len; j++) {
            FactCue *cue = g_ptr_array_index(attribute->cues, j);
            FactCueTry try = make_try(builder, cue);
            g_hash_table_insert(tries, cue, g_memdup2(&try, sizeof try));
        }
    }
    return tries;
}

static void
free_drafts(WordDraft *words, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_clear_pointer(&words[i].cues, g_ptr_array_unref);
        g_clear_pointer(&words[i].needs, g_array_unref);
    }
    g_free(words);
}

FactCueIndex *
fact_cue_index_new(FactCatalog *catalog)
{
    FactCueIndex *index = g_new0(FactCueIndex, 1);
    index->n_places = fact_lexicon_get_size(catalog->lexicon) + 1;
    index->places = g_new0(uint32_t, index->n_places);
    index->words = g_array_new(FALSE, FALSE, sizeof(FactCueWord));
    index->tries = g_array_new(FALSE, FALSE, sizeof(FactCueTry));
    index->needs = g_array_new(FALSE, FALSE, sizeof(uint16_t));

    g_autoptr(GHashTable) need_by_words = g_hash_table_new(hash_words, words_equal);
    g_autoptr(GHashTable) need_by_list = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) wordless = g_ptr_array_new();
    Builder builder = {
        .catalog = catalog,
        .index = index,
        .words = g_new0(WordDraft, index->n_places),
        .need_by_words = need_by_words,
        .need_by_list = need_by_list,
        .wordless = wordless,
    };
    for_each_cue(&builder, count_words);
    mark_frequent_words(&builder);
    for_each_cue(&builder, file_under_anchor);
    g_autoptr(GHashTable) tries = make_tries(&builder);
    file_wordless(&builder, tries);
    file_forms(&builder, tries);
    free_drafts(builder.words, index->n_places);
    return index;
}

void
fact_cue_index_free(FactCueIndex *index)
{
    if (index == NULL)
        return;
    g_free(index->places);
    g_array_unref(index->words);
    g_array_unref(index->tries);
    g_array_unref(index->needs);
    g_free(index);
}
