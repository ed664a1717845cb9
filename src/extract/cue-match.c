/* SPDX-License-Identifier: MIT
 *
 * A cue is matched outward from its anchor, item by item, to the right and then to the left.
 * Between two items a few words that carry no claim of their own may stand: determiners, adverbs,
 * adjectives, quotation marks. A gap may not pass over a value of the attribute's own type, for
 * then the cue speaks of that one.
 */
#include "extract/cue-match.h"

#include <string.h>

/* A cue that tells the basis says more than one that does not. */
#define BASIS_WEIGHT 4

/* Tokens and commas of what is put in between commas: "Ben Hale, then of Marrow, but not for long, fell". */
#define INSERTION_MAX 16
#define INSERTION_COMMAS_MAX 3

#define SKIPPED                                                                                    \
    (FACT_WORD_DETERMINER | FACT_WORD_ADVERB | FACT_WORD_ADJECTIVE | FACT_WORD_HEDGE |             \
     FACT_WORD_AUXILIARY)

#define NOT_SKIPPED                                                                                \
    (FACT_WORD_NEGATION | FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_PRONOUN)

typedef struct {
    const FactAnalysis *analysis;
    const FactCue *cue;
    guint first;
    guint last;
    FactCueMatch match;
    guint skipped;
} Matcher;

static gboolean
names_are_values(const FactAttribute *attribute)
{
    return (attribute->value_types & FACT_CUE_NAME_TYPES) != 0;
}

static gboolean
word_matches(const Matcher *matcher, const FactCueItem *item, guint i)
{
    const FactToken *token = fact_analysis_token(matcher->analysis, i);
    if ((token->flags & (FACT_TOKEN_WORD | FACT_TOKEN_POSSESSIVE)) == 0 || token->word == 0)
        return FALSE;
    const FactLexicon *lexicon = matcher->analysis->tokens.lexicon;
    if ((token->classes & item->classes) != 0)
        return TRUE;
    FactWord word = item->is_exact ? token->word : fact_lexicon_get_lemma(lexicon, token->word);
    for (guint k = 0; k < item->n_words; k++)
        if (item->words[k] == word || (!item->is_exact && item->words[k] == token->word))
            return TRUE;
    return FALSE;
}

static gboolean
mark_matches(const Matcher *matcher, const FactCueItem *item, guint i)
{
    const FactToken *token = fact_analysis_token(matcher->analysis, i);
    return (token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 &&
           (FactWord)(uint8_t)token->mark == item->words[0];
}

static gboolean
is_skippable(const Matcher *matcher, guint i)
{
    const FactToken *token = fact_analysis_token(matcher->analysis, i);
    if ((token->kind & (FACT_ROLE_VALUE | FACT_ROLE_NAME)) != 0)
        return FALSE;
    if ((token->flags & FACT_TOKEN_QUOTE) != 0)
        return TRUE;
    uint32_t classes = fact_analysis_classes(matcher->analysis, i);
    if ((token->flags & FACT_TOKEN_WORD) == 0 || (classes & SKIPPED) == 0 ||
        (classes & NOT_SKIPPED) != 0)
        return FALSE;
    return (classes & FACT_WORD_VERB) == 0 || (classes & FACT_WORD_AUXILIARY) != 0 ||
           (i > 0 && (fact_analysis_classes(matcher->analysis, i - 1) & FACT_WORD_DETERMINER) != 0);
}

/* A token that no gap may pass. */
static gboolean
stops_gap(const Matcher *matcher, guint i)
{
    if (fact_analysis_is_mark(matcher->analysis, i, ';') ||
        fact_analysis_is_mark(matcher->analysis, i, '('))
        return TRUE;
    const FactWording *words = matcher->cue->attribute->words;
    if (words != NULL)
        return fact_phrase_table_may_begin(words->phrases, &matcher->analysis->tokens, i);
    guint value = fact_analysis_value_at(matcher->analysis, i);
    return value != FACT_NONE &&
           fact_analysis_accepts(matcher->analysis, value, matcher->cue->attribute);
}

/* Ids of countries, and of what lies in one, begin with a code; those of regions do not. */
static gboolean
is_in_country(const FactEntity *place)
{
    return g_ascii_isupper(place->id[0]);
}

static gboolean
is_country(const FactEntity *place)
{
    return is_in_country(place) && strpbrk(place->id, "-/") == NULL;
}

/* "Dutch sailor", "New Zealand climber", but neither "Asian man" nor "Boston teacher". */
static guint
match_demonym(Matcher *matcher, guint i, gboolean leftward)
{
    guint index = fact_analysis_name_at(matcher->analysis, i);
    if (index == FACT_NONE)
        return FACT_NONE;
    const FactName *name = fact_analysis_name(matcher->analysis, index);
    const FactEntity *place = name->known;
    gboolean is_whole = leftward ? name->last == i + 1 : name->start == i;
    if (!is_whole || place == NULL || (place->kind & matcher->cue->attribute->value_kinds) == 0 ||
        !((name->flags & FACT_NAME_ADJECTIVE) != 0 ? is_in_country(place) : is_country(place)))
        return FACT_NONE;
    matcher->match.value = index;
    matcher->match.value_is_name = TRUE;
    matcher->match.has_value = TRUE;
    return leftward ? name->start : name->last;
}

/* A name as the value: the head of the noun phrase at @i, where its kind fits. */
static guint
match_name_value(Matcher *matcher, guint i, gboolean leftward)
{
    const FactAnalysis *analysis = matcher->analysis;
    FactPhrase phrase;
    if (leftward ? !fact_phrase_backward(analysis, i + 1, matcher->first, &phrase)
                 : !fact_phrase_forward(analysis, i, matcher->last, &phrase))
        return FACT_NONE;
    guint head = fact_phrase_head_name(analysis, phrase);
    if (head == FACT_NONE)
        return FACT_NONE;
    const FactThing *thing =
        fact_analysis_thing(analysis, fact_analysis_name(analysis, head)->thing);
    if (!fact_thing_fits(thing, matcher->cue->attribute->value_kinds))
        return FACT_NONE;
    matcher->match.value = head;
    matcher->match.value_is_name = TRUE;
    matcher->match.has_value = TRUE;
    return leftward ? phrase.first : phrase.last;
}

/* "1,150 kilometres (700 miles) south of": the value told again in brackets, which mention @value
 * opens at token @end, is passed by. Returns the token after it, or @end. */
static guint
skip_restated(const FactAnalysis *analysis, guint value, guint end)
{
    if (value + 1 >= analysis->mentions->len || !fact_analysis_is_mark(analysis, end, '('))
        return end;
    const FactMention *next = fact_analysis_mention(analysis, value + 1);
    gboolean is_alone = next->first <= end + 1 && end + 1 <= next->core &&
                        fact_analysis_is_mark(analysis, next->last, ')');
    return is_alone && next->value.type == fact_analysis_mention(analysis, value)->value.type
               ? next->last + 1
               : end;
}

/* Going left from the ")" at @i over such a bracket: the last token of the value before it, or @i. */
static guint
skip_restated_left(const FactAnalysis *analysis, guint i)
{
    if (i == 0 || !fact_analysis_is_mark(analysis, i, ')'))
        return i;
    guint inner = fact_analysis_value_at(analysis, i - 1);
    if (inner == FACT_NONE || inner == 0)
        return i;
    guint end = fact_analysis_mention(analysis, inner - 1)->last;
    return skip_restated(analysis, inner - 1, end) == i + 1 ? end - 1 : i;
}

/* A word of the attribute's list as the value. */
static guint
match_word_value(Matcher *matcher, guint i, gboolean leftward)
{
    const FactWording *words = matcher->cue->attribute->words;
    const FactCueItem *last = &matcher->cue->items[matcher->cue->n_items - 1];
    FactWordValue value;
    if (leftward
            ? !fact_word_value_backward(matcher->analysis, words, i, matcher->first, &value)
            : !fact_word_value_forward(matcher->analysis, words, i, matcher->last,
                                       last->kind == FACT_CUE_VALUE, &value))
        return FACT_NONE;
    matcher->match.words_value = value;
    matcher->match.has_value = TRUE;
    return leftward ? value.first : value.last;
}

/* The slot {value} with its first (or, going left, last) token at @i: the next position, FACT_NONE.
 */
static guint
match_value(Matcher *matcher, guint i, gboolean leftward)
{
    const FactAnalysis *analysis = matcher->analysis;
    const FactAttribute *attribute = matcher->cue->attribute;
    if (attribute->words != NULL)
        return match_word_value(matcher, i, leftward);
    if (attribute->takes_demonyms)
        return match_demonym(matcher, i, leftward);
    guint next = names_are_values(attribute) ? match_name_value(matcher, i, leftward) : FACT_NONE;
    if (next != FACT_NONE)
        return next;
    if (leftward)
        i = skip_restated_left(analysis, i);
    guint value = fact_analysis_value_at(analysis, i);
    if (value == FACT_NONE)
        return FACT_NONE;
    const FactMention *mention = fact_analysis_mention(analysis, value);
    if (!fact_analysis_accepts(analysis, value, attribute) ||
        (leftward ? i != mention->last - 1 : i > mention->core))
        return FACT_NONE;
    matcher->match.value = value;
    matcher->match.value_is_name = FALSE;
    matcher->match.has_value = TRUE;
    return leftward ? mention->first : skip_restated(analysis, value, mention->last);
}

/* "the wife of Charles Hall died": what stands after a preposition is not who died; but it is in "the
 * wife of Charles Hall, who died". */
static gboolean
is_complement(const FactAnalysis *analysis, FactPhrase phrase, guint start)
{
    static const char *const who[] = {"who", "which", NULL};
    guint after = fact_analysis_is_mark(analysis, phrase.last, ',') ? phrase.last + 1 : phrase.last;
    return phrase.first > start && !fact_phrase_has_word(analysis, after, who) &&
           (fact_analysis_classes(analysis, phrase.first - 1) & FACT_WORD_PREPOSITION) != 0;
}

/* "Orvane, a unit of Kestrel Group, is based in": whose unit it is is not what is told of. */
static gboolean
is_parent(const FactAnalysis *analysis, FactPhrase phrase, guint start)
{
    guint end;
    return phrase.first > start + 1 && is_complement(analysis, phrase, start) &&
           fact_wording_match(analysis->wording.parts_of_companies, &analysis->tokens,
                              phrase.first - 2, phrase.first - 1, &end) != NULL;
}

/* Whether a name goes on after token @i. */
static gboolean
cuts_name(const FactAnalysis *analysis, guint i)
{
    guint name = fact_analysis_name_at(analysis, i);
    return name != FACT_NONE && fact_analysis_name(analysis, name)->last > i + 1;
}

/* "The island lies off the port of Marrow and is home to 900": what stands after a preposition is not
 * what the verb after "and" tells of. */
static gboolean
is_joined_complement(const FactAnalysis *analysis, FactPhrase phrase, guint start)
{
    static const char *const and[] = {"and", NULL};
    return is_complement(analysis, phrase, start) &&
           fact_phrase_has_word(analysis, phrase.last, and);
}

/* Going left from the comma at @i over an age in apposition, "Ann Harper, 27, died": the last token
 * of the name, or @i. */
static guint
skip_age_left(const FactAnalysis *analysis, guint i)
{
    if (i < 3 || !fact_analysis_is_mark(analysis, i, ','))
        return i;
    guint value = fact_analysis_value_at(analysis, i - 1);
    if (value == FACT_NONE)
        return i;
    const FactMention *age = fact_analysis_mention(analysis, value);
    if ((age->value.flags & FACT_VALUE_IS_AGE) == 0 || age->first < 2 ||
        !fact_analysis_is_mark(analysis, age->first - 1, ','))
        return i;
    return age->first - 2;
}

/* "Found a man dead": the last word of the phrase that @item begins is the cue's own next one. */
static gboolean
ends_in_next_item(const Matcher *matcher, const FactCueItem *item, FactPhrase phrase)
{
    const FactCueItem *next = item + 1;
    return next < matcher->cue->items + matcher->cue->n_items && next->kind == FACT_CUE_WORDS &&
           phrase.last > phrase.first + 1 && word_matches(matcher, next, phrase.last - 1);
}

static guint
match_phrase(Matcher *matcher, const FactCueItem *item, guint i, gboolean leftward)
{
    gboolean is_subject = item->kind == FACT_CUE_SUBJECT;
    FactPhrase phrase;
    if (leftward && is_subject)
        i = skip_age_left(matcher->analysis, i);
    gboolean found = leftward
                         ? fact_phrase_backward(matcher->analysis, i + 1, matcher->first, &phrase)
                         : fact_phrase_forward(matcher->analysis, i, matcher->last, &phrase);
    if (!found)
        return FACT_NONE;
    if (!leftward && ends_in_next_item(matcher, item, phrase))
        phrase.last--;
    if (is_subject) {
        uint32_t kinds = matcher->cue->attribute->subject_kinds;
        if (kinds == FACT_KIND_PERSON && leftward && matcher->match.n_words > 0 &&
            is_complement(matcher->analysis, phrase, matcher->first))
            return FACT_NONE;
        if (leftward && matcher->match.n_words > 0 &&
            (cuts_name(matcher->analysis, i) ||
             is_parent(matcher->analysis, phrase, matcher->first) ||
             is_joined_complement(matcher->analysis, phrase, matcher->first)))
            return FACT_NONE;
        if ((kinds & FACT_KIND_EVENT) == 0 &&
            fact_reference_resolve(matcher->analysis, phrase, kinds).confidence == 0)
            return FACT_NONE;
        matcher->match.subject = phrase;
        matcher->match.has_subject = TRUE;
        return leftward ? phrase.first : phrase.last;
    }
    for (guint k = phrase.first; k < phrase.last; k++) {
        guint name = fact_analysis_name_at(matcher->analysis, k);
        if (name == FACT_NONE)
            continue;
        matcher->match.name = name;
        return leftward ? fact_analysis_name(matcher->analysis, name)->start
                        : fact_analysis_name(matcher->analysis, name)->last;
    }
    return FACT_NONE;
}

/* One item at token @i, going right (or left, @i being the last token it may take). Where the item
 * is words, can_take has said that the token is one of them, or the cue's index that it is the
 * anchor. Returns where the next item starts: right: the token after; left: the token at which the
 * item begins. */
static guint
match_item(Matcher *matcher, const FactCueItem *item, guint i, gboolean leftward)
{
    switch ((FactCueItemKind)item->kind) {
    case FACT_CUE_WORDS:
        matcher->match.words_first = MIN(matcher->match.words_first, i);
        matcher->match.words_last = MAX(matcher->match.words_last, i + 1);
        matcher->match.n_words++;
        return leftward ? i : i + 1;
    case FACT_CUE_MARK:
        return mark_matches(matcher, item, i) ? (leftward ? i : i + 1) : FACT_NONE;
    case FACT_CUE_VALUE:
        return match_value(matcher, i, leftward);
    case FACT_CUE_SUBJECT:
    case FACT_CUE_NAME:
        return match_phrase(matcher, item, i, leftward);
    case FACT_CUE_END:
    case FACT_CUE_GAP:
        break;
    }
    return FACT_NONE;
}

/* FALSE where @item cannot be at token @i, as one look at the token tells. */
static gboolean
can_take(const Matcher *matcher, const FactCueItem *item, guint i)
{
    if (item->kind == FACT_CUE_WORDS)
        return word_matches(matcher, item, i);
    if (item->kind == FACT_CUE_VALUE && matcher->cue->attribute->words == NULL &&
        !names_are_values(matcher->cue->attribute))
        return (fact_analysis_token(matcher->analysis, i)->kind & FACT_ROLE_VALUE) != 0 ||
               fact_analysis_is_mark(matcher->analysis, i, ')');
    return TRUE;
}

static gboolean
match_right(Matcher *matcher, guint item, guint i, guint *out_end);

/* What stands before an insertion: somebody, or something that is counted or named; of people what
 * is put in tells a part: "three people, two of them children, were hurt". */
static gboolean
takes_insertion(const Matcher *matcher, const FactCueItem *item)
{
    return item->kind == FACT_CUE_SUBJECT || item->kind == FACT_CUE_NAME ||
           (item->kind == FACT_CUE_VALUE &&
            g_strcmp0(matcher->cue->attribute->unit, "person") != 0);
}

/* Whether what stands between two commas, in tokens [first, last), is put in: not a name or a value
 * of a list. */
static gboolean
is_insertion(const Matcher *matcher, guint first, guint last)
{
    if (last < first + 2 ||
        (fact_analysis_token(matcher->analysis, first)->kind & (FACT_ROLE_NAME | FACT_ROLE_VALUE)) != 0 ||
        (fact_analysis_classes(matcher->analysis, first) & FACT_WORD_NEGATION) != 0)
        return FALSE;
    for (guint i = first; i < last; i++)
        if (stops_gap(matcher, i))
            return FALSE;
    return TRUE;
}

static gboolean
match_left(Matcher *matcher, guint item, guint i, guint *out_first);

/* Going left from the comma at @i: the items before what stands between it and a comma before. */
static gboolean
match_left_of_insertion(Matcher *matcher, guint item, guint i, guint *out_first)
{
    guint n_commas = 0;
    for (guint k = i; k > matcher->first && i < k + INSERTION_MAX && n_commas < INSERTION_COMMAS_MAX;) {
        k--;
        if (k == i || !fact_analysis_is_mark(matcher->analysis, k, ','))
            continue;
        n_commas++;
        if (!is_insertion(matcher, k + 1, i))
            return FALSE;
        FactCueMatch saved = matcher->match;
        guint next = match_item(matcher, &matcher->cue->items[item - 1], k - 1, TRUE);
        if (next != FACT_NONE && match_left(matcher, item - 1, next, out_first))
            return TRUE;
        matcher->match = saved;
    }
    return FALSE;
}

/* Whether a name begins at @i, letters that go with a ship's before it: "HMS Kestrel". */
static gboolean
begins_name(const FactAnalysis *analysis, guint i)
{
    return fact_analysis_name_at(analysis, i) != FACT_NONE ||
           ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_ALL_CAPS) != 0 &&
            fact_analysis_name_at(analysis, i + 1) != FACT_NONE);
}

/* Tries item @item at @i and up to @reach tokens on; tokens passed must satisfy the gap's or the
 * silent skip's rule. */
static gboolean
try_right(Matcher *matcher, guint item, guint i, guint reach, gboolean is_gap, guint *out_end)
{
    if (matcher->match.n_words == 0 && matcher->match.words_value.meaning != NULL) {
        reach = 0; /* "the ferry Marlin Bay", not "the ferry left Lisbon" */
        if (matcher->cue->items[item].kind == FACT_CUE_SUBJECT &&
            !begins_name(matcher->analysis, i))
            return FALSE;
    }
    for (guint step = 0; step <= reach && i + step < matcher->last; step++) {
        if (can_take(matcher, &matcher->cue->items[item], i + step)) {
            FactCueMatch saved = matcher->match;
            guint skipped = matcher->skipped;
            guint next = match_item(matcher, &matcher->cue->items[item], i + step, FALSE);
            matcher->skipped += step;
            if (next != FACT_NONE && match_right(matcher, item + 1, next, out_end))
                return TRUE;
            matcher->match = saved;
            matcher->skipped = skipped;
        }
        if (is_gap ? stops_gap(matcher, i + step) : !is_skippable(matcher, i + step))
            break;
    }
    return FALSE;
}

static gboolean
match_right(Matcher *matcher, guint item, guint i, guint *out_end)
{
    if (item >= matcher->cue->n_items) {
        *out_end = i;
        return TRUE;
    }
    if (matcher->cue->items[item].kind == FACT_CUE_END)
        return !fact_phrase_goes_on(matcher->analysis, i) &&
               match_right(matcher, item + 1, i, out_end);
    const FactCueItem *it = &matcher->cue->items[item];
    if (it->kind == FACT_CUE_GAP)
        return try_right(matcher, item + 1, i, FACT_CUE_GAP_MAX, TRUE, out_end);
    if (try_right(matcher, item, i, FACT_CUE_SKIP_MAX, FALSE, out_end))
        return TRUE;
    return it->is_optional && match_right(matcher, item + 1, i, out_end);
}

/* Going left, @i is one past the last token that item @item (counted from 1) may take. */
static gboolean
try_left(Matcher *matcher, guint item, guint i, guint reach, gboolean is_gap, guint *out_first)
{
    for (guint step = 0; step <= reach && i > matcher->first + step; step++) {
        guint at = i - step - 1;
        if (can_take(matcher, &matcher->cue->items[item - 1], at)) {
            FactCueMatch saved = matcher->match;
            guint skipped = matcher->skipped;
            guint next = match_item(matcher, &matcher->cue->items[item - 1], at, TRUE);
            matcher->skipped += step;
            if (next != FACT_NONE && match_left(matcher, item - 1, next, out_first))
                return TRUE;
            matcher->match = saved;
            matcher->skipped = skipped;
        }
        if (takes_insertion(matcher, &matcher->cue->items[item - 1]) && at > matcher->first &&
            fact_analysis_is_mark(matcher->analysis, at, ',') &&
            match_left_of_insertion(matcher, item, at, out_first))
            return TRUE;
        if (is_gap ? stops_gap(matcher, at) : !is_skippable(matcher, at))
            break;
    }
    return FALSE;
}

static gboolean
match_left(Matcher *matcher, guint item, guint i, guint *out_first)
{
    if (item == 0) {
        *out_first = i;
        return TRUE;
    }
    const FactCueItem *it = &matcher->cue->items[item - 1];
    if (it->kind == FACT_CUE_GAP)
        return item >= 2 && try_left(matcher, item - 1, i, FACT_CUE_GAP_MAX, TRUE, out_first);
    if (try_left(matcher, item, i, FACT_CUE_SKIP_MAX, FALSE, out_first))
        return TRUE;
    return it->is_optional && match_left(matcher, item - 1, i, out_first);
}

static guint
literal_words(const FactCue *cue)
{
    guint n = 0;
    for (guint i = 0; i < cue->n_items; i++)
        n += cue->items[i].kind == FACT_CUE_WORDS && !cue->items[i].is_optional ? 2 : 1;
    return n + (cue->basis != NULL ? BASIS_WEIGHT : 0);
}

gboolean
fact_cue_match(const FactAnalysis *analysis, const FactCue *cue, guint anchor, guint first,
               guint last, FactCueMatch *out_match)
{
    Matcher matcher = {.analysis = analysis, .cue = cue, .first = first, .last = last};
    matcher.match =
        (FactCueMatch){.cue = cue, .value = FACT_NONE, .name = FACT_NONE, .words_first = FACT_NONE};
    guint next = match_item(&matcher, &cue->items[cue->anchor], anchor, FALSE);
    guint end;
    guint start;
    if (next == FACT_NONE || !match_right(&matcher, cue->anchor + 1, next, &end))
        return FALSE;
    guint before = cue->items[cue->anchor].kind == FACT_CUE_VALUE &&
                           fact_cue_match_has_mention(&matcher.match)
                       ? fact_analysis_mention(analysis, matcher.match.value)->first
                       : anchor;
    if (!match_left(&matcher, cue->anchor, before, &start))
        return FALSE;
    matcher.match.first = start;
    matcher.match.last = end;
    if (matcher.match.words_first == FACT_NONE) {
        matcher.match.words_first = start;
        matcher.match.words_last = end;
    }
    guint weight = literal_words(cue) * 4;
    matcher.match.weight = weight > matcher.skipped ? weight - matcher.skipped : 0;
    *out_match = matcher.match;
    return TRUE;
}
