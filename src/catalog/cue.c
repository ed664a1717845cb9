/* SPDX-License-Identifier: MIT
 *
 * Cue patterns: the grammar of catalog.h, read into rows of items, and the choice of anchors.
 *
 * A cue is looked for only where one of its anchor's words stands, so the anchor is the item whose
 * words are seen least: function words and words that many cues share come last. A cue without such
 * an item is looked for at each value of its attribute's type.
 */
#include "catalog/loader.h"

#include <string.h>

/* Longest cue as written. */
#define CUE_BYTES_MAX 400
/* What a function word costs as anchor, measured in cues that share it, and a frequent word. */
#define FUNCTION_WORD_COST 100000
#define FREQUENT_WORD_COST 1000

static const uint32_t function_classes = FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION |
                                         FACT_WORD_PRONOUN | FACT_WORD_CONJUNCTION |
                                         FACT_WORD_AUXILIARY | FACT_WORD_NEGATION;

static gboolean
is_word_text(const char *text)
{
    for (const char *s = text; *s != '\0'; s = g_utf8_next_char(s)) {
        gunichar c = g_utf8_get_char(s);
        if (!g_unichar_isalnum(c) && c != '\'' && c != 0x2019 && c != '.')
            return FALSE;
    }
    return text[0] != '\0' && g_unichar_isalpha(g_utf8_get_char(text));
}

static gboolean
fail(GError **error, const char *item, const char *why)
{
    g_set_error(error, FACT_ERROR, FACT_ERROR_CATALOG, "\"%.60s\" %s", item, why);
    return FALSE;
}

/* One alternative of a word: "kill", "~noun". */
static gboolean
parse_alternative(FactLexicon *lexicon, FactCueItem *item, const char *text, GError **error)
{
    if (text[0] == '~') {
        uint32_t class = fact_word_class_find(text + 1);
        item->classes |= class;
        return class != 0 || fail(error, text, "is not a word class");
    }
    if (!is_word_text(text))
        return fail(error, text, "is not one word; words are parted by spaces, without marks");
    if (item->n_words == FACT_CUE_WORDS_MAX)
        return fail(error, text, "is one alternative too many");
    FactWord word = fact_lexicon_add(lexicon, text, -1, 0);
    item->words[item->n_words++] = item->is_exact ? word : fact_lexicon_get_lemma(lexicon, word);
    return TRUE;
}

/* "word", "=word", "(a|b)", "=(a|b)"; the "?" is gone. */
static gboolean
parse_words(FactLexicon *lexicon, FactCueItem *item, char *text, GError **error)
{
    item->kind = FACT_CUE_WORDS;
    if (text[0] == '=') {
        item->is_exact = TRUE;
        text++;
    }
    size_t len = strlen(text);
    if (text[0] != '(')
        return parse_alternative(lexicon, item, text, error);
    if (text[len - 1] != ')')
        return fail(error, text,
                    "has no closing bracket; alternatives are written (a|b) without spaces");
    text[len - 1] = '\0';
    g_auto(GStrv) alternatives = g_strsplit(text + 1, "|", -1);
    for (char **s = alternatives; *s != NULL; s++) {
        if (!parse_alternative(lexicon, item, *s, error))
            return FALSE;
    }
    return alternatives[0] != NULL || fail(error, "()", "names no word");
}

static gboolean
is_mark(const char *text)
{
    return text[0] != '\0' && text[1] == '\0' && strchr(",():-/", text[0]) != NULL;
}

static gboolean
parse_item(FactLexicon *lexicon, FactCueItem *item, char *text, GError **error)
{
    static const struct {
        const char *text;
        FactCueItemKind kind;
    } slots[] = {
        {"{value}", FACT_CUE_VALUE}, {"{subject}", FACT_CUE_SUBJECT},
        {"{name}", FACT_CUE_NAME},   {"{end}", FACT_CUE_END},
        {"*", FACT_CUE_GAP},
    };
    size_t len = strlen(text);
    if (text[len - 1] == '?') {
        item->is_optional = TRUE;
        text[len - 1] = '\0';
    }
    for (guint i = 0; i < G_N_ELEMENTS(slots); i++) {
        if (g_str_equal(text, slots[i].text)) {
            item->kind = slots[i].kind;
            return TRUE;
        }
    }
    if (text[1] == '\0' && strchr(",():-/", text[0]) != NULL) {
        item->kind = FACT_CUE_MARK;
        item->words[0] = (FactWord)text[0];
        item->n_words = 1;
        return TRUE;
    }
    if (is_mark(text)) {
        item->kind = FACT_CUE_MARK;
        item->n_words = 1;
        item->words[0] = (FactWord)text[0];
        return TRUE;
    }
    if (text[0] == '{')
        return fail(error, text, "is not {value}, {subject}, {name} or {end}");
    return parse_words(lexicon, item, text, error);
}

static gboolean
can_be_anchor(const FactCueItem *item)
{
    return item->kind == FACT_CUE_WORDS && !item->is_optional && item->classes == 0;
}

/* Rules on the row as a whole. */
static gboolean
check_items(const FactCue *cue, GError **error)
{
    guint values = 0;
    guint words = 0;
    guint others = 0;
    for (guint i = 0; i < cue->n_items; i++) {
        const FactCueItem *item = &cue->items[i];
        others += item->kind == FACT_CUE_SUBJECT || item->kind == FACT_CUE_NAME;
        values += item->kind == FACT_CUE_VALUE;
        words += can_be_anchor(item);
        if (item->kind == FACT_CUE_GAP && (i == 0 || i + 1 == cue->n_items))
            return fail(error, "*", "stands at an end, where it means nothing");
        if (item->kind == FACT_CUE_GAP && cue->items[i - 1].kind == FACT_CUE_GAP)
            return fail(error, "* *", "is one gap");
    }
    if (values > 1)
        return fail(error, "{value}", "stands twice");
    return words > 0 || (values == 1 && others > 0) ||
           fail(error, cue->source,
                "needs a word of its own that is not optional, or {value} beside {subject}");
}

FactCue *
fact_cue_parse(FactLexicon *lexicon, const char *source, GError **error)
{
    if (strlen(source) > CUE_BYTES_MAX) {
        fail(error, source, "is too long for a cue");
        return NULL;
    }
    g_autofree FactCue *cue = g_new0(FactCue, 1);
    cue->source = source;
    g_auto(GStrv) parts = g_strsplit_set(source, " \t", -1);
    for (char **s = parts; *s != NULL; s++) {
        if (**s == '\0')
            continue;
        if (cue->n_items == FACT_CUE_ITEMS_MAX) {
            fail(error, source, "has too many items");
            return NULL;
        }
        if (!parse_item(lexicon, &cue->items[cue->n_items++], *s, error))
            return NULL;
    }
    return check_items(cue, error) ? g_steal_pointer(&cue) : NULL;
}

static void
count_words(const FactCue *cue, GHashTable *counts)
{
    for (guint i = 0; i < cue->n_items; i++) {
        if (!can_be_anchor(&cue->items[i]))
            continue;
        for (guint j = 0; j < cue->items[i].n_words; j++) {
            gpointer word = GUINT_TO_POINTER(cue->items[i].words[j]);
            guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, word));
            g_hash_table_insert(counts, word, GUINT_TO_POINTER(n + 1));
        }
    }
}

/* What the choice of anchors looks at. */
typedef struct {
    const FactLexicon *lexicon;
    GHashTable *counts;   /* word -> how many cues have it */
    GHashTable *frequent; /* set of the words that English prose has most */
} AnchorChoice;

static GHashTable *
collect_frequent_words(const FactCatalog *catalog)
{
    const FactWording *wording = fact_catalog_get_wording(catalog, "frequent-words");
    GHashTable *words = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < wording->values->len; i++) {
        const char *text = g_ptr_array_index(wording->values, i);
        g_hash_table_add(words,
                         GUINT_TO_POINTER(fact_lexicon_find(catalog->lexicon, text, strlen(text))));
    }
    return words;
}

static guint64
anchor_cost(const AnchorChoice *choice, const FactCueItem *item)
{
    guint64 cost = 0;
    for (guint i = 0; i < item->n_words; i++) {
        gpointer word = GUINT_TO_POINTER(item->words[i]);
        cost += GPOINTER_TO_UINT(g_hash_table_lookup(choice->counts, word));
        if ((fact_lexicon_get_classes(choice->lexicon, item->words[i]) & function_classes) != 0)
            cost += FUNCTION_WORD_COST;
        if (g_hash_table_contains(choice->frequent, word))
            cost += FREQUENT_WORD_COST;
    }
    return cost;
}

static void
choose_anchor(const AnchorChoice *choice, FactCue *cue)
{
    guint64 best = G_MAXUINT64;
    for (guint i = 0; i < cue->n_items; i++) {
        if (cue->items[i].kind == FACT_CUE_VALUE && best == G_MAXUINT64)
            cue->anchor = i;
        if (!can_be_anchor(&cue->items[i]))
            continue;
        guint64 cost = anchor_cost(choice, &cue->items[i]);
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

/* What a sentence must have for @cue to be tried there. */
static void
collect_needs(FactCue *cue)
{
    cue->n_needed = 0;
    cue->marks = 0;
    for (guint i = 0; i < cue->n_items; i++) {
        const FactCueItem *item = &cue->items[i];
        cue->needs_value |= item->kind == FACT_CUE_VALUE && !item->is_optional;
        if (item->kind == FACT_CUE_MARK && !item->is_optional)
            cue->marks |= FACT_MARK_BIT(item->words[0]);
        if (i != cue->anchor && item->kind == FACT_CUE_WORDS && !item->is_optional &&
            item->classes == 0)
            cue->needed[cue->n_needed++] = (uint8_t)i;
    }
}

static void
file_under_word(FactCatalog *catalog, FactCue *cue, FactWord word)
{
    GPtrArray *cues = g_hash_table_lookup(catalog->cues_by_word, GUINT_TO_POINTER(word));
    if (cues == NULL) {
        cues = g_ptr_array_new();
        g_hash_table_insert(catalog->cues_by_word, GUINT_TO_POINTER(word), cues);
        if (word != 0)
            fact_lexicon_add(catalog->lexicon, fact_lexicon_get_text(catalog->lexicon, word), -1,
                             FACT_WORD_CUE);
    }
    if (cues->len == 0 || g_ptr_array_index(cues, cues->len - 1) != cue)
        g_ptr_array_add(cues, cue);
}

/* Files @cue under the lemma of each word of its anchor, once each; under 0 where {value} is. */
static void
file_under_anchor(FactCatalog *catalog, FactCue *cue)
{
    const FactCueItem *anchor = &cue->items[cue->anchor];
    if (anchor->kind == FACT_CUE_VALUE)
        file_under_word(catalog, cue, 0);
    for (guint i = 0; anchor->kind == FACT_CUE_WORDS && i < anchor->n_words; i++)
        file_under_word(catalog, cue, fact_lexicon_get_lemma(catalog->lexicon, anchor->words[i]));
}

/* A text is looked at form by form: each form of an anchor says that a cue may be near. */
static void
mark_forms(FactLexicon *lexicon)
{
    guint n = fact_lexicon_get_size(lexicon);
    for (FactWord word = 1; word <= n; word++) {
        FactWord lemma = fact_lexicon_get_lemma(lexicon, word);
        if (lemma != word && (fact_lexicon_get_classes(lexicon, lemma) & FACT_WORD_CUE) != 0)
            fact_lexicon_add(lexicon, fact_lexicon_get_text(lexicon, word), -1, FACT_WORD_CUE);
    }
}

void
fact_cue_index(FactCatalog *catalog)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < catalog->attributes->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(catalog->attributes, i);
        for (guint j = 0; j < attribute->cues->len; j++)
            count_words(g_ptr_array_index(attribute->cues, j), counts);
    }
    g_autoptr(GHashTable) frequent = collect_frequent_words(catalog);
    const AnchorChoice choice = {
        .lexicon = catalog->lexicon, .counts = counts, .frequent = frequent};
    for (guint i = 0; i < catalog->attributes->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(catalog->attributes, i);
        for (guint j = 0; j < attribute->cues->len; j++) {
            FactCue *cue = g_ptr_array_index(attribute->cues, j);
            choose_anchor(&choice, cue);
            collect_needs(cue);
            file_under_anchor(catalog, cue);
        }
    }
    mark_forms(catalog->lexicon);
}
