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

/* Bits that needs share which function words and frequent words meet. */
#define N_FREQUENT_BITS 48

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
    guint bit;
    gboolean is_exact; /* met by this form alone, else by all forms of a lemma */
} WordNeed;

typedef struct {
    FactCatalog *catalog;
    FactCueIndex *index;
    WordDraft *words; /* by FactWord */
    guint n_words;
    GHashTable *need_by_words; /* of FactCueItem, borrowed -> bit */
    GHashTable *need_by_list;  /* of FactWording, borrowed -> bit */
    guint n_needs;             /* needs that have a bit, but for frequent ones, */
    guint n_frequent_needs;    /* and those */
    guint need_by_mark[128];   /* bit by ASCII mark, 0 where no cue has it */
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

/* A bit for one more need. Those that nearly every sentence meets share some bits with each other,
 * so that they do not hide that one of the others is not met. */
static guint
take_bit(Builder *builder, gboolean is_frequent)
{
    if (is_frequent)
        return FACT_CUE_NEEDS_SIDED + builder->n_frequent_needs++ % N_FREQUENT_BITS;
    guint first = FACT_CUE_NEEDS_SIDED + N_FREQUENT_BITS;
    return first + builder->n_needs++ % (FACT_CUE_NO_NEED - first);
}

static void
set_bit(FactCueNeeds *needs, guint bit)
{
    needs->bits[bit / 64] |= UINT64_C(1) << (bit % 64);
}

/* @word meets @need. */
static void
add_need(WordDraft *word, WordNeed need)
{
    if (word->needs == NULL)
        word->needs = g_array_new(FALSE, FALSE, sizeof(WordNeed));
    g_array_append_val(word->needs, need);
}

static gboolean
is_frequent(const Builder *builder, FactWord word)
{
    uint32_t classes = fact_lexicon_get_classes(builder->catalog->lexicon, word);
    return builder->words[word].is_frequent || (classes & FUNCTION_CLASSES) != 0;
}

/* The bit of the need that some phrase of @list begins in the sentence; FACT_CUE_NO_NEED where a
 * phrase may begin with what is no word. */
static guint
bit_of_list(Builder *builder, const FactWording *list)
{
    const FactPhraseEnds *first = &list->phrases->first;
    guint bit = GPOINTER_TO_UINT(g_hash_table_lookup(builder->need_by_list, list));
    if (first->has_unworded)
        return FACT_CUE_NO_NEED;
    if (bit != 0)
        return bit;
    bit = take_bit(builder, FALSE);
    g_hash_table_insert(builder->need_by_list, (gpointer)list, GUINT_TO_POINTER(bit));
    for (FactWord word = fact_phrase_ends_next(first, 1); word != 0;
         word = fact_phrase_ends_next(first, word + 1))
        add_need(&builder->words[word], (WordNeed){bit, TRUE});
    return bit;
}

static guint
bit_of_words(Builder *builder, FactCueItem *item)
{
    guint bit = GPOINTER_TO_UINT(g_hash_table_lookup(builder->need_by_words, item));
    gboolean has_frequent = FALSE;
    if (bit != 0)
        return bit;
    for (guint i = 0; i < item->n_words; i++)
        has_frequent = has_frequent || is_frequent(builder, item->words[i]);
    bit = take_bit(builder, has_frequent);
    g_hash_table_insert(builder->need_by_words, item, GUINT_TO_POINTER(bit));
    for (guint i = 0; i < item->n_words; i++)
        add_need(&builder->words[item->words[i]], (WordNeed){bit, item->is_exact});
    return bit;
}

static guint
bit_of_mark(Builder *builder, FactWord mark)
{
    if (builder->need_by_mark[mark] == 0) {
        builder->need_by_mark[mark] = take_bit(builder, TRUE);
        set_bit(&builder->index->marks[mark], builder->need_by_mark[mark]);
    }
    return builder->need_by_mark[mark];
}

/* A choice of words with a function word among them is in nearly every sentence: it would only
 * crowd the set. */
static gboolean
is_worth_asking(const Builder *builder, const FactCueItem *item)
{
    return item->n_words == 1 || item_cost(builder, item) < FUNCTION_WORD_COST;
}

/* Of a {value} that is no word of a list: a mention, or a name. Where it may be either, nobody
 * knows. */
static guint
bit_of_value(const FactAttribute *attribute, gboolean is_after)
{
    if ((attribute->value_types & FACT_CUE_NAME_TYPES) == 0)
        return is_after ? FACT_CUE_NEED_VALUE_AFTER : FACT_CUE_NEED_VALUE_BEFORE;
    if ((attribute->value_types & ~FACT_CUE_NAME_TYPES) != 0)
        return FACT_CUE_NO_NEED;
    return is_after ? FACT_CUE_NEED_NAME_AFTER : FACT_CUE_NEED_NAME_BEFORE;
}

/* "The ferry Marlin Bay": right after a word of a list that a cue is anchored at only a name is who
 * is told of. */
static gboolean
follows_word_value(const FactCue *cue, guint i)
{
    return cue->items[cue->anchor].kind == FACT_CUE_VALUE && cue->attribute->words != NULL &&
           i == cue->anchor + 1;
}

/* The bit that must be met for item @i to match; FACT_CUE_NO_NEED. */
static guint
bit_of_item(Builder *builder, FactCue *cue, guint i)
{
    FactCueItem *item = &cue->items[i];
    gboolean is_after = i > cue->anchor;
    if (i == cue->anchor || item->is_optional)
        return FACT_CUE_NO_NEED;
    switch ((FactCueItemKind)item->kind) {
    case FACT_CUE_VALUE:
        return cue->attribute->words != NULL ? bit_of_list(builder, cue->attribute->words)
                                             : bit_of_value(cue->attribute, is_after);
    case FACT_CUE_WORDS:
        return item->classes == 0 && is_worth_asking(builder, item) ? bit_of_words(builder, item)
                                                                    : FACT_CUE_NO_NEED;
    case FACT_CUE_MARK:
        return bit_of_mark(builder, item->words[0]);
    case FACT_CUE_NAME:
        return is_after ? FACT_CUE_NEED_NAME_AFTER : FACT_CUE_NEED_NAME_BEFORE;
    case FACT_CUE_SUBJECT:
        return follows_word_value(cue, i) ? FACT_CUE_NEED_NAME_AFTER : FACT_CUE_NO_NEED;
    case FACT_CUE_GAP:
    case FACT_CUE_END:
        break;
    }
    return FACT_CUE_NO_NEED;
}

/* The bit that a token right beside the anchor must meet where item @i is the next one there. */
static guint
bit_of_neighbour(Builder *builder, FactCue *cue, guint i, gboolean is_after)
{
    const FactCueItem *item = &cue->items[i];
    gboolean is_value = item->kind == FACT_CUE_VALUE;
    /* Of words of a list it is known what they begin with, and going left that comes last. */
    if (is_value && cue->attribute->words != NULL && !is_after)
        return FACT_CUE_NO_NEED;
    /* A name heads a noun phrase, however long that is; but who says of what country somebody is,
     * says nothing else between. */
    guint bit = bit_of_item(builder, cue, i);
    gboolean is_name = bit == FACT_CUE_NEED_NAME_BEFORE || bit == FACT_CUE_NEED_NAME_AFTER;
    return !is_name || (is_value && cue->attribute->takes_demonyms) ? bit : FACT_CUE_NO_NEED;
}

/* The same of the items before or after the anchor, which a gap may part from it. */
static uint8_t
bit_beside(Builder *builder, FactCue *cue, gboolean is_after)
{
    guint step = is_after ? 1 : G_MAXUINT;
    guint i = cue->anchor + step;
    uint8_t far = 0;
    if (cue->items[cue->anchor].kind != FACT_CUE_WORDS)
        return FACT_CUE_NO_NEED;
    if (i < cue->n_items && cue->items[i].kind == FACT_CUE_GAP) {
        far = FACT_CUE_FAR;
        i += step;
    }
    guint bit = i < cue->n_items ? bit_of_neighbour(builder, cue, i, is_after) : FACT_CUE_NO_NEED;
    return (uint8_t)(bit == FACT_CUE_NO_NEED ? bit : bit | far);
}

/* What a sentence must have for @cue to be tried there. */
static FactCueTry
make_try(Builder *builder, FactCue *cue)
{
    FactCueTry try = {.cue = cue, .types = FACT_CUE_NO_VALUE, .attribute = cue->attribute->index};
    for (guint i = 0; i < cue->n_items; i++) {
        guint bit = bit_of_item(builder, cue, i);
        if (bit != FACT_CUE_NO_NEED)
            set_bit(&try.needs, bit);
        if (cue->items[i].kind == FACT_CUE_VALUE && !cue->items[i].is_optional &&
            cue->attribute->words == NULL)
            try.types = (uint16_t)cue->attribute->value_types;
    }
    try.before = bit_beside(builder, cue, FALSE);
    try.after = bit_beside(builder, cue, TRUE);
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

/* Files those of @cues at @word that are vetoes or are not. */
static guint
add_tries(FactCueIndex *index, FactCueWord *word, GHashTable *tries, const GPtrArray *cues,
          gboolean are_vetoes)
{
    guint n_before = index->tries->len;
    for (guint i = 0; i < cues->len; i++) {
        const FactCue *cue = g_ptr_array_index(cues, i);
        const FactCueTry *try = g_hash_table_lookup(tries, cue);
        if (cue->is_veto != are_vetoes)
            continue;
        if (are_vetoes)
            word->vetoed |= UINT64_C(1) << try->attribute % 64;
        else
            word->types |= try->types;
        g_array_append_vals(index->tries, try, 1);
    }
    return index->tries->len - n_before;
}

static FactCueWord
begin_word(FactCueIndex *index, GHashTable *tries, const GPtrArray *cues)
{
    FactCueWord word = {.first_try = index->tries->len};
    word.n_tries = add_tries(index, &word, tries, cues, FALSE);
    word.n_vetoes = add_tries(index, &word, tries, cues, TRUE);
    return word;
}

static void
add_needs(FactCueWord *word, const WordDraft *draft, gboolean is_form)
{
    for (guint i = 0; draft->needs != NULL && i < draft->needs->len; i++) {
        const WordNeed *need = &g_array_index(draft->needs, WordNeed, i);
        if (is_form || !need->is_exact)
            set_bit(&word->meets, need->bit);
    }
}

/* Whether the word at the end of the index says just what @other does. */
static gboolean
says_same(const FactCueIndex *index, const FactCueWord *word, const FactCueWord *other)
{
    if (word->n_tries != other->n_tries || word->n_vetoes != other->n_vetoes ||
        memcmp(&word->meets, &other->meets, sizeof word->meets) != 0)
        return FALSE;
    for (guint i = 0; i < word->n_tries + word->n_vetoes; i++) {
        if (fact_cue_index_get_tries(index, word)[i].cue !=
            fact_cue_index_get_tries(index, other)[i].cue)
            return FALSE;
    }
    return TRUE;
}

/* The cues filed under @lemma that @form can stand for. */
static GPtrArray *
cues_of_form(const Builder *builder, FactWord form, FactWord lemma)
{
    const GPtrArray *cues = builder->words[lemma].cues;
    GPtrArray *taken = g_ptr_array_new();
    for (guint i = 0; cues != NULL && i < cues->len; i++) {
        FactCue *cue = g_ptr_array_index(cues, i);
        if (anchor_takes(cue, form, lemma))
            g_ptr_array_add(taken, cue);
    }
    return taken;
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
    g_autoptr(GPtrArray) cues = cues_of_form(builder, form, lemma);
    FactCueWord word = begin_word(index, tries, cues);
    add_needs(&word, own, TRUE);
    if (form != lemma)
        add_needs(&word, base, FALSE);
    uint32_t place = fact_lexicon_get_note(lexicon, lemma);
    if (place != 0 && says_same(index, &word, &g_array_index(index->words, FactCueWord, place))) {
        g_array_set_size(index->tries, word.first_try);
    } else {
        place = index->words->len;
        g_array_append_val(index->words, word);
    }
    fact_lexicon_set_note(lexicon, form, place);
    gboolean is_part = (word.meets.bits[0] | word.meets.bits[1]) != 0;
    fact_lexicon_mark(lexicon, form,
                      (cues->len > 0 ? FACT_WORD_CUE : 0) | (is_part ? FACT_WORD_CUE_PART : 0));
}

static void
file_wordless(Builder *builder, GHashTable *tries)
{
    FactCueWord word = begin_word(builder->index, tries, builder->wordless);
    g_array_append_val(builder->index->words, word);
}

/* Lemmas before other forms, so that those find the entry they share. */
static void
file_forms(Builder *builder, GHashTable *tries)
{
    const FactLexicon *lexicon = builder->catalog->lexicon;
    for (guint pass = 0; pass < 2; pass++) {
        for (FactWord word = 1; word < builder->n_words; word++) {
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
    guint n_words = fact_lexicon_get_size(catalog->lexicon) + 1;
    index->words = g_array_new(FALSE, FALSE, sizeof(FactCueWord));
    index->tries = g_array_new(FALSE, FALSE, sizeof(FactCueTry));

    g_autoptr(GHashTable) need_by_words = g_hash_table_new(hash_words, words_equal);
    g_autoptr(GHashTable) need_by_list = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) wordless = g_ptr_array_new();
    Builder builder = {
        .catalog = catalog,
        .index = index,
        .n_words = n_words,
        .words = g_new0(WordDraft, n_words),
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
    free_drafts(builder.words, n_words);
    return index;
}

void
fact_cue_index_free(FactCueIndex *index)
{
    if (index == NULL)
        return;
    g_array_unref(index->words);
    g_array_unref(index->tries);
    g_free(index);
}
