/* SPDX-License-Identifier: MIT
 *
 * Content words are kept as lemmas, a name of the catalog as its id, and a word of the list
 * "contrasts" as what it means there: "tumbled" and "fell" are one. Words of grammar are left out,
 * and a negation marks the word after it. Sentences that state nothing are left out whole:
 * questions, headlines, lists, and speech where nobody says whose it is.
 */
#include "extract/outline-maker.h"

#include "extract/modality.h"

#include <string.h>

/* No more words than these of a document: an article tells its story at its beginning. */
#define ITEMS_MAX 500
/* A longer sentence is a list or a page without full stops. */
#define SENTENCE_TOKENS_MAX 90
/* A sentence with fewer words than these has too few to be told by. */
#define SENTENCE_TOKENS_MIN 6
/* How far from the words between quotation marks a word reports them. */
#define SPEECH_REACH 5

/* Words of grammar; an open class beside it does not matter ("in", "like", "that"). */
#define GRAMMAR                                                                                    \
    (FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION | FACT_WORD_PRONOUN | FACT_WORD_CONJUNCTION |    \
     FACT_WORD_AUXILIARY)
#define CONTENT (FACT_WORD_NOUN | FACT_WORD_VERB | FACT_WORD_ADJECTIVE)

/* Of a word, in the bits of flags that no single word has. */
#define WORD_IS_JUDGED FACT_OUTLINE_STARTS
#define WORD_MAY_BEGIN FACT_OUTLINE_CONTRAST /* a contrast, a denial, a number: to be looked at */
#define WORD_IS_LEFT_OUT FACT_OUTLINE_GRAMMAR

typedef struct {
    const FactAnalysis *analysis;
    const GArray *claimed; /* of FactSpan: values that the catalog knows more about */
    uint32_t *words; /* by FactWord: its hash, FACT_OUTLINE_LIGHT and the flags below; 0 at first */
    GArray *items;
    gboolean is_denied;  /* a negation waits for its word */
    gboolean is_started; /* the sentence has an item */
} Maker;

static FactOutlineItem *
add(Maker *maker, uint32_t hash, guint flags, guint first, guint last)
{
    if (!maker->is_started)
        flags |= FACT_OUTLINE_STARTS;
    if (maker->is_denied && (flags & FACT_OUTLINE_SPEAKER) == 0)
        flags |= FACT_OUTLINE_DENIED;
    FactOutlineItem item = {
        .word = fact_outline_word(hash, flags),
        .start = fact_analysis_token(maker->analysis, first)->start,
        .end = fact_analysis_token(maker->analysis, last - 1)->end,
    };
    g_array_append_val(maker->items, item);
    maker->is_started = TRUE;
    if ((flags & FACT_OUTLINE_SPEAKER) == 0)
        maker->is_denied = FALSE;
    return &g_array_index(maker->items, FactOutlineItem, maker->items->len - 1);
}

static void
set_text(FactOutlineItem *item, const char *text)
{
    item->word |= FACT_OUTLINE_TEXT;
    item->text = text;
}

static uint32_t
hash_string(const char *str)
{
    return fact_outline_hash(str, strlen(str));
}

/* What @list has for token @i, as it stands or as a form of a word ("fell"); NULL. */
static const char *
find_word(const FactAnalysis *analysis, const FactWording *list, guint i, guint limit,
          guint *out_end)
{
    const FactLexicon *lexicon = analysis->tokens.lexicon;
    const FactToken *token = fact_analysis_token(analysis, i);
    const char *meaning = fact_wording_match(list, &analysis->tokens, i, limit, out_end);

    if (meaning != NULL || token->word == 0)
        return meaning;
    FactWord lemma = fact_lexicon_get_lemma(lexicon, token->word);
    const FactPhraseTable *phrases = list->phrases;
    if (lemma == token->word || !fact_phrase_ends_have_word(&phrases->first, lemma))
        return NULL;
    uint32_t payload =
        fact_phrase_table_find(phrases, lexicon, fact_lexicon_get_text(lexicon, lemma));
    *out_end = i + 1;
    return payload == 0 ? NULL : g_ptr_array_index(list->values, payload - 1);
}

static gboolean
is_in_list(const FactAnalysis *analysis, const FactWording *list, guint i)
{
    guint end;
    return find_word(analysis, list, i, i + 1, &end) != NULL;
}

static gboolean
may_begin(const FactWording *list, FactWord word)
{
    return fact_phrase_ends_have_word(&list->phrases->first, word);
}

/* What an outline makes of the word of token @i wherever it stands. */
static uint32_t
judge_word(const FactAnalysis *analysis, guint i)
{
    const FactExtractWording *wording = &analysis->wording;
    const FactLexicon *lexicon = analysis->tokens.lexicon;
    FactWord word = fact_analysis_token(analysis, i)->word;
    FactWord lemma = fact_lexicon_get_lemma(lexicon, word);
    uint32_t classes = fact_lexicon_get_classes(lexicon, word);
    guint flags = WORD_IS_JUDGED;
    guint end;
    gboolean is_modal =
        fact_wording_match(wording->moods, &analysis->tokens, i, i + 1, &end) != NULL;

    if ((classes & (FACT_WORD_NEGATION | FACT_WORD_NUMBER)) != 0 ||
        may_begin(wording->not_negations, word) || may_begin(wording->denials, word) ||
        may_begin(wording->contrasts, word) || may_begin(wording->contrasts, lemma))
        flags |= WORD_MAY_BEGIN;
    if (((classes & GRAMMAR) != 0 && !is_modal) ||
        ((classes & FACT_WORD_ADVERB) != 0 && (classes & CONTENT) == 0))
        flags |= WORD_IS_LEFT_OUT;
    if (is_modal || (classes & FACT_WORD_NUMBER) != 0 ||
        is_in_list(analysis, wording->light_verbs, i) ||
        is_in_list(analysis, wording->light_words, i))
        flags |= FACT_OUTLINE_LIGHT;
    return fact_outline_word(hash_string(fact_lexicon_get_text(lexicon, lemma)), flags);
}

/* The same, from memory. */
static uint32_t
know_word(Maker *maker, guint i)
{
    const FactToken *token = fact_analysis_token(maker->analysis, i);

    if (token->word == 0)
        return fact_outline_word(token->hash, WORD_IS_JUDGED);
    uint32_t *known = &maker->words[token->word];
    if (*known == 0)
        *known = judge_word(maker->analysis, i);
    return *known;
}

/* An ordinary word, or a part of a name that the catalog does not know. */
static void
add_word(Maker *maker, guint i, uint32_t known)
{
    if ((known & WORD_IS_LEFT_OUT) == 0)
        add(maker, known, known & FACT_OUTLINE_LIGHT, i, i + 1);
}

static gboolean
is_number(const FactAnalysis *analysis, guint i)
{
    return (fact_analysis_token(analysis, i)->flags & FACT_TOKEN_NUMBER) != 0 ||
           ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0 &&
            (fact_analysis_classes(analysis, i) & FACT_WORD_NUMBER) != 0);
}

/* Whether the catalog's own attributes have taken the value: they know better what it is. */
static gboolean
is_claimed(const Maker *maker, FactSpan words)
{
    for (guint i = 0; i < maker->claimed->len; i++) {
        const FactSpan *span = &g_array_index(maker->claimed, FactSpan, i);
        if (span->start < words.end && words.start < span->end)
            return TRUE;
    }
    return FALSE;
}

/* Whether the value says exactly how much of what: no year, no time of day, no bound, no age. */
static gboolean
is_comparable(const FactValue *value)
{
    switch ((FactValueType)value->type) {
    case FACT_VALUE_COUNT:
    case FACT_VALUE_MONEY:
    case FACT_VALUE_PERCENT:
    case FACT_VALUE_QUANTITY:
    case FACT_VALUE_DURATION:
        return value->comparator == FACT_COMPARATOR_EQ && value->unit != NULL &&
               (value->flags & (FACT_VALUE_IS_AGE | FACT_VALUE_IS_INDEFINITE)) == 0;
    case FACT_VALUE_NUMBER:
    case FACT_VALUE_RATIO:
    case FACT_VALUE_ORDINAL:
    case FACT_VALUE_DATE:
    case FACT_VALUE_SCORE:
    case FACT_VALUE_ENTITY:
    case FACT_VALUE_SET:
    case FACT_VALUE_FLAG:
    case FACT_VALUE_TEXT:
        return FALSE;
    }
    return FALSE;
}

/* "count 19 0 pickup": type, amount, precision, unit. */
static const char *
format_value(const FactAnalysis *analysis, const FactValue *value)
{
    g_autoptr(GString) text = g_string_new(fact_value_type_to_string((FactValueType)value->type));

    g_string_append_c(text, ' ');
    fact_decimal_format(fact_value_amount(value), text);
    g_string_append_c(text, ' ');
    fact_decimal_format((value->flags & FACT_VALUE_HAS_PRECISION) != 0 ? value->as.number.precision
                                                                       : FACT_DECIMAL_ZERO,
                        text);
    g_string_append_printf(text, " %s", value->unit);
    return text->len > FACT_OUTLINE_TEXT_MAX
               ? NULL
               : fact_arena_strndup(analysis->arena, text->str, text->len);
}

/* "35 years ago": how long, where nobody asks for the day. */
static const char *
format_time_ago(const FactAnalysis *analysis, const FactMention *mention, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    const char *digits = analysis->tokens.text + token->start;
    size_t len = token->end - token->start;
    FactDecimal amount;

    if (mention == NULL || mention->value.type != FACT_VALUE_DATE || mention->last < i + 3 ||
        fact_analysis_token(analysis, mention->last - 1)->word != analysis->wording.ago ||
        !fact_decimal_parse(digits, len, &amount))
        return NULL;
    g_autofree char *text = g_strdup_printf("number %.*s 0 -", (int)len, digits);
    return fact_arena_strndup(analysis->arena, text, strlen(text));
}

/* Whether token @i is of the wording before an amount: "less" of "less than 100". */
static gboolean
is_bound(const FactAnalysis *analysis, guint i)
{
    guint valued = fact_analysis_value_at(analysis, i);

    return valued != FACT_NONE && i < fact_analysis_mention(analysis, valued)->core;
}

/* Number words from token @i on are one item, "fifty-five" and "55" the same. */
static guint
read_number(Maker *maker, guint i, guint limit)
{
    const FactAnalysis *analysis = maker->analysis;
    guint valued = fact_analysis_value_at(analysis, i);
    const FactMention *mention =
        valued == FACT_NONE ? NULL : fact_analysis_mention(analysis, valued);
    guint end = i + 1;

    if (mention == NULL || i < mention->core || !fact_value_is_numeric(&mention->value)) {
        const FactToken *token = fact_analysis_token(analysis, i);
        const char *ago = format_time_ago(analysis, mention, i);
        uint32_t hash =
            fact_outline_hash(analysis->tokens.text + token->start, token->end - token->start);
        FactOutlineItem *number = add(maker, hash, FACT_OUTLINE_LIGHT, i, end);
        if (ago != NULL)
            set_text(number, ago);
        return end;
    }
    while (end < MIN(limit, mention->last) &&
           (is_number(analysis, end) ||
            (fact_analysis_token(analysis, end)->flags & FACT_TOKEN_DASH) != 0))
        end++;
    while (end > i + 1 && (fact_analysis_token(analysis, end - 1)->flags & FACT_TOKEN_DASH) != 0)
        end--;
    g_autoptr(GString) amount = g_string_new(NULL);
    fact_decimal_format(fact_value_amount(&mention->value), amount);
    FactOutlineItem *item =
        add(maker, fact_outline_hash(amount->str, amount->len), FACT_OUTLINE_LIGHT, i, end);
    const char *text = is_comparable(&mention->value) && !is_claimed(maker, mention->span)
                           ? format_value(analysis, &mention->value)
                           : NULL;
    if (text != NULL)
        set_text(item, text);
    return end;
}

/* Whether a name that the catalog does not know names something by itself: capitals that only begin
 * a sentence or make a headline do not, initials and agencies in brackets stand for too much. */
static gboolean
names_alone(const FactAnalysis *analysis, const FactName *name)
{
    const FactToken *first = fact_analysis_token(analysis, name->first);
    const FactToken *last = fact_analysis_token(analysis, name->last - 1);
    guint flags = 0;

    for (guint i = name->first; i < name->last; i++)
        flags |= fact_analysis_token(analysis, i)->flags;
    return (first->flags & (FACT_TOKEN_SENTENCE | FACT_TOKEN_PARAGRAPH)) == 0 &&
           (name->flags & (FACT_NAME_HEADLINE | FACT_NAME_QUOTED)) == 0 &&
           (flags & (FACT_TOKEN_ALL_CAPS | FACT_TOKEN_HAS_DIGIT | FACT_TOKEN_NEWLINE)) == 0 &&
           last->end - first->start <= FACT_OUTLINE_TEXT_MAX && last->end - last->start > 2 &&
           name->first > 0 && !fact_analysis_is_mark(analysis, name->first - 1, '(');
}

/* Reads what begins at token @i; one past it. */
static guint
read_words(Maker *maker, guint i, guint limit)
{
    const FactAnalysis *analysis = maker->analysis;
    const FactToken *token = fact_analysis_token(analysis, i);
    guint named = fact_analysis_name_at(analysis, i);
    guint end = i + 1;

    if ((token->flags & FACT_TOKEN_NUMBER) != 0)
        return read_number(maker, i, limit);
    if ((token->flags & FACT_TOKEN_WORD) == 0)
        return i + 1;
    const FactName *name = named == FACT_NONE ? NULL : fact_analysis_name(analysis, named);
    if (name != NULL && name->known != NULL && name->first == i) {
        add(maker, hash_string(name->known->id), FACT_OUTLINE_NAME, name->first, name->last);
        return name->last;
    }
    if (name != NULL && name->known == NULL && name->first == i && names_alone(analysis, name)) {
        uint32_t surname = fact_analysis_token(analysis, name->last - 1)->hash;
        FactOutlineItem *item = add(maker, surname, FACT_OUTLINE_NAME, name->first, name->last);
        set_text(item, fact_analysis_text(analysis, name->first, name->last));
        return name->last;
    }
    uint32_t known = know_word(maker, i);
    if ((known & WORD_MAY_BEGIN) == 0) {
        add_word(maker, i, known);
        return i + 1;
    }
    if (fact_wording_match(analysis->wording.not_negations, &analysis->tokens, i, limit, &end) !=
        NULL)
        return end;
    if (fact_wording_match(analysis->wording.denials, &analysis->tokens, i, limit, &end) != NULL ||
        (fact_analysis_classes(analysis, i) & FACT_WORD_NEGATION) != 0) {
        maker->is_denied = !maker->is_denied;
        return end;
    }
    const char *meaning =
        name == NULL ? find_word(analysis, analysis->wording.contrasts, i, limit, &end) : NULL;
    if (meaning != NULL) {
        FactSpan words = {token->start, fact_analysis_token(analysis, end - 1)->end};
        guint flags = is_claimed(maker, words) || is_bound(analysis, i) ? 0 : FACT_OUTLINE_CONTRAST;
        flags |= known & FACT_OUTLINE_LIGHT;
        if ((fact_analysis_classes(analysis, i) & GRAMMAR) != 0)
            flags |= FACT_OUTLINE_GRAMMAR | FACT_OUTLINE_LIGHT;
        add(maker, hash_string(meaning), flags, i, end);
        return end;
    }
    if (is_number(analysis, i))
        return read_number(maker, i, limit);
    add_word(maker, i, known);
    return i + 1;
}

/* Whether a reporting word of the sentence stands by the words between quotation marks. */
static gboolean
is_reported(const FactAnalysis *analysis, guint first, guint last)
{
    for (guint i = first; i < last; i++) {
        const FactToken *token = fact_analysis_token(analysis, i);
        if ((token->flags & FACT_TOKEN_WORD) == 0 || (token->kind & FACT_ROLE_SPEECH) != 0 ||
            (fact_analysis_classes(analysis, i) & FACT_WORD_REPORTING) == 0)
            continue;
        guint from = MAX(i, first + SPEECH_REACH) - SPEECH_REACH;
        guint to = MIN(last, i + 1 + SPEECH_REACH);
        for (guint k = from; k < to; k++) {
            if ((fact_analysis_token(analysis, k)->kind & FACT_ROLE_SPEECH) != 0)
                return TRUE;
        }
    }
    return FALSE;
}

/* The last word of a name stands for a person in all articles. */
static uint32_t
hash_speaker(const char *speaker)
{
    const char *blank = strrchr(speaker, ' ');
    g_autofree char *folded = g_utf8_strdown(blank == NULL ? speaker : blank + 1, -1);

    return hash_string(folded);
}

/* Adds whose words the sentence is, where it says so. FALSE if it is speech of nobody known: a
 * quotation of a few words inside the article's own sentence is the article's. */
static gboolean
read_speaker(Maker *maker, guint first, guint last)
{
    const FactAnalysis *analysis = maker->analysis;
    gboolean begins_quoted = FALSE;

    for (guint i = first; i < MIN(first + 2, last); i++)
        begins_quoted |= (fact_analysis_token(analysis, i)->kind & FACT_ROLE_SPEECH) != 0;
    const char *speaker = fact_modality_speaker(analysis, first, last);
    if (speaker != NULL)
        add(maker, hash_speaker(speaker), FACT_OUTLINE_SPEAKER | FACT_OUTLINE_LIGHT, first,
            first + 1);
    return speaker != NULL || !(begins_quoted || is_reported(analysis, first, last));
}

/* Whether most words of the sentence have a capital: a headline, a caption, a row of names. */
static gboolean
is_headline(const FactAnalysis *analysis, guint first, guint last)
{
    guint n_words = 0;
    guint n_capitals = 0;

    for (guint i = first; i < last; i++) {
        guint flags = fact_analysis_token(analysis, i)->flags;
        n_words += (flags & FACT_TOKEN_WORD) != 0;
        n_capitals += (flags & FACT_TOKEN_WORD) != 0 && (flags & FACT_TOKEN_CAPITAL) != 0;
    }
    return n_capitals * 5 > n_words * 3;
}

static gboolean
is_question(const FactAnalysis *analysis, guint first, guint last)
{
    for (guint i = MAX(first + 3, last) - 3; i < last; i++) {
        if (fact_analysis_is_mark(analysis, i, '?'))
            return TRUE;
    }
    return FALSE;
}

/* Of a sentence that is left out the names stay, each for itself: the article speaks of them. */
static void
add_names(Maker *maker, guint first, guint last)
{
    const FactAnalysis *analysis = maker->analysis;

    maker->is_denied = FALSE;
    for (guint k = fact_analysis_name_from(analysis, first); k < analysis->names->len; k++) {
        const FactName *name = fact_analysis_name(analysis, k);
        if (name->first >= last)
            break;
        maker->is_started = FALSE;
        add(maker,
            name->known != NULL ? hash_string(name->known->id)
                                : fact_analysis_token(analysis, name->last - 1)->hash,
            FACT_OUTLINE_NAME, name->first, name->last);
    }
}

static void
read_sentence(Maker *maker, guint first, guint last)
{
    const FactAnalysis *analysis = maker->analysis;
    guint kept = maker->items->len;

    maker->is_started = FALSE;
    maker->is_denied = FALSE;
    if (last - first < SENTENCE_TOKENS_MIN || last - first > SENTENCE_TOKENS_MAX ||
        is_question(analysis, first, last) || is_headline(analysis, first, last)) {
        add_names(maker, first, last);
        return;
    }
    if (!read_speaker(maker, first, last)) {
        g_array_set_size(maker->items, kept);
        add_names(maker, first, last);
        return;
    }
    for (guint i = first; i < last;)
        i = read_words(maker, i, last);
}

/* "the plan.The mayor": a crawler that lost the white space. */
static gboolean
is_lost_break(const FactAnalysis *analysis, guint i)
{
    const FactToken *before = fact_analysis_token(analysis, i - 1);
    const FactToken *after = fact_analysis_token(analysis, i + 1);

    return fact_analysis_is_mark(analysis, i, '.') && (before->flags & FACT_TOKEN_WORD) != 0 &&
           (before->flags & FACT_TOKEN_CAPITAL) == 0 && before->end > before->start + 1 &&
           (after->flags & FACT_TOKEN_GLUED) != 0 && (after->flags & FACT_TOKEN_CAPITAL) != 0;
}

void
fact_outline_make(const FactAnalysis *analysis, const GArray *claimed, uint32_t *words,
                  GArray *out_items)
{
    Maker maker = {.analysis = analysis, .claimed = claimed, .words = words, .items = out_items};
    guint kept = out_items->len;

    if (analysis->is_roundup)
        return;
    for (guint s = 0; s < analysis->tokens.n_sentences; s++) {
        guint first = analysis->tokens.sentences[s];
        guint last = analysis->tokens.sentences[s + 1];
        if (out_items->len - kept >= ITEMS_MAX)
            return;
        for (guint i = first + 1; i < last; i++) {
            if (!is_lost_break(analysis, i))
                continue;
            read_sentence(&maker, first, i + 1);
            first = i + 1;
        }
        read_sentence(&maker, first, last);
    }
}
