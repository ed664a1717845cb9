/* SPDX-License-Identifier: MIT
 *
 * Cue patterns: the grammar of catalog.h, read into rows of items.
 */
#include "catalog/loader.h"

#include <string.h>

/* Longest cue as written. */
#define CUE_BYTES_MAX 400

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

/* Ends @text before the first of @marks in it, and returns what is behind it; NULL if there is
 * none.
 */
static char *
cut(char *text, const char *marks)
{
    char *at = strpbrk(text, marks);
    if (at == NULL)
        return NULL;
    *at = '\0';
    return at + 1;
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
    if (text[1] == '\0')
        return fail(error, "()", "names no word");
    for (char *s = text + 1; s != NULL;) {
        char *alternative = s;
        s = cut(s, "|");
        if (!parse_alternative(lexicon, item, alternative, error))
            return FALSE;
    }
    return TRUE;
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
    if (text[0] == '\0')
        return fail(error, "?", "makes the item before it optional, and has none here");
    for (guint i = 0; i < G_N_ELEMENTS(slots); i++) {
        if (g_str_equal(text, slots[i].text)) {
            item->kind = slots[i].kind;
            return TRUE;
        }
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

gboolean
fact_cue_item_can_be_anchor(const FactCueItem *item)
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
        words += fact_cue_item_can_be_anchor(item);
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

/* Of a cue with so many items: most have few, and what is matched all the time stands together. */
static gsize
cue_size(guint n_items)
{
    return sizeof(FactCue) + n_items * sizeof(FactCueItem);
}

FactCue *
fact_cue_parse(FactLexicon *lexicon, const char *source, GError **error)
{
    if (strlen(source) > CUE_BYTES_MAX) {
        fail(error, source, "is too long for a cue");
        return NULL;
    }
    char text[CUE_BYTES_MAX + 1];
    FactCueItem items[FACT_CUE_ITEMS_MAX];
    guint n = 0;
    memcpy(text, source, strlen(source) + 1);
    for (char *s = text; s != NULL;) {
        char *part = s;
        s = cut(s, " \t");
        if (*part == '\0')
            continue;
        if (n == FACT_CUE_ITEMS_MAX) {
            fail(error, source, "has too many items");
            return NULL;
        }
        items[n] = (FactCueItem){0};
        if (!parse_item(lexicon, &items[n++], part, error))
            return NULL;
    }
    g_autofree FactCue *cue = g_malloc0(cue_size(n));
    cue->source = source;
    cue->n_items = n;
    memcpy(cue->items, items, n * sizeof *items);
    return check_items(cue, error) ? g_steal_pointer(&cue) : NULL;
}
