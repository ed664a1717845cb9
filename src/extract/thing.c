/* SPDX-License-Identifier: MIT
 *
 * What the names of a document stand for: short forms join the long form they fit, owners and kinds
 * are read from what stands beside the names, and salience says what the document is about.
 *
 * A short form that fits two long ones is ambiguous, and nothing is claimed of it.
 */
#include "base/hash.h"
#include "extract/analysis.h"
#include "extract/name-text.h"
#include "extract/reference.h"
#include "extract/subject-place.h"

#include <string.h>

/* A word that more things than this begin or end with decides nothing. */
#define SAME_WORD_MAX 12

/* "OpenAI's cutting-edge O1": words between the owner and what it owns. */
#define OWNED_WORDS_MAX 4

/* A short form of a short form of ... */
#define NAME_STEPS_MAX 8

#define TITLE_SCORE 6
#define LEAD_SCORE 2
#define LEAD_SENTENCES 3

static gboolean
has_digit(const FactAnalysis *analysis, const FactName *name)
{
    for (guint i = name->first; i < name->last; i++)
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_HAS_DIGIT) != 0)
            return TRUE;
    return FALSE;
}

static gboolean
looks_personal(const FactAnalysis *analysis, const FactName *name)
{
    gboolean has_proper = FALSE;
    for (guint i = name->first; i < name->last; i++) {
        uint32_t classes = fact_analysis_classes(analysis, i);
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0)
            has_proper |=
                (classes & FACT_WORD_COMMON) == 0 || (classes & FACT_WORD_GIVEN_NAME) != 0;
    }
    gboolean is_code =
        name->last == name->first + 1 &&
        (fact_analysis_token(analysis, name->first)->flags & FACT_TOKEN_ALL_CAPS) != 0;
    return has_proper && !is_code && !has_digit(analysis, name);
}

/* An ordinary word or a short run of capitals ("AI", "Center"): too weak to stand for a longer
 * name. */
static gboolean
is_common(const FactAnalysis *analysis, const FactName *name)
{
    const FactToken *token = fact_analysis_token(analysis, name->last - 1);
    return (fact_analysis_classes(analysis, name->last - 1) & FACT_WORD_COMMON) != 0 ||
           ((token->flags & FACT_TOKEN_ALL_CAPS) != 0 && token->end - token->start <= 4);
}

static const char *
folded_label(const FactAnalysis *analysis, const FactEntity *known)
{
    char *folded = fact_name_text_fold(analysis->arena, known->label);
    for (char *s = folded; *s != '\0'; s++)
        *s = *s == '-' ? ' ' : *s;
    return folded;
}

static guint
count_words(const char *words)
{
    guint n = 1;
    for (const char *s = words; *s != '\0'; s++)
        n += *s == ' ' ? 1 : 0;
    return n;
}

static guint
thing_for_name(FactAnalysis *analysis, guint index)
{
    FactName *name = fact_analysis_name(analysis, index);
    const char *text = name->known != NULL ? name->known->label
                                           : fact_analysis_text(analysis, name->first, name->last);
    const char *key =
        name->known != NULL ? name->known->id : fact_name_text_key(analysis->arena, text);
    guint found = fact_thing_index_find(&analysis->thing_index, key, strlen(key));
    if (found != FACT_THING_INDEX_NONE)
        return found;
    FactThing thing = {
        .id = key,
        .key = key,
        .words = name->known != NULL ? folded_label(analysis, name->known) : key,
        .known = name->known,
        .kinds = name->known != NULL ? name->known->kind : 0,
        .label = text,
        .owner = FACT_NONE,
        .first_mention = index,
        .has_digit = has_digit(analysis, name),
        .looks_personal = looks_personal(analysis, name),
        .is_common = is_common(analysis, name),
    };
    thing.n_tokens = count_words(thing.words);
    fact_thing_index_add(&analysis->thing_index, key, analysis->things->len);
    g_array_append_val(analysis->things, thing);
    return analysis->things->len - 1;
}

/* Names met before, by what they look like. */
#define RECENT_NAMES 64

typedef struct {
    guint names[RECENT_NAMES]; /* FACT_NONE for none */
} RecentNames;

/* A text names most things several times, and mostly in the same letters: an earlier name that
 * looks like @index has what it stands for. FACT_NONE for none; @index is kept in its place. */
static guint
find_recent(const FactAnalysis *analysis, RecentNames *recent, guint index)
{
    const FactToken *tokens = analysis->tokens.tokens;
    const char *text = analysis->tokens.text;
    const FactName *name = fact_analysis_name(analysis, index);
    uint32_t start = tokens[name->first].start;
    uint32_t len = tokens[name->last - 1].end - start;
    guint *slot = &recent->names[fact_hash_bytes(text + start, len) % RECENT_NAMES];
    guint before = *slot;
    *slot = index;
    if (before == FACT_NONE)
        return FACT_NONE;
    const FactName *other = fact_analysis_name(analysis, before);
    uint32_t other_start = tokens[other->first].start;
    gboolean is_alike = other->known == name->known &&
                        tokens[other->last - 1].end - other_start == len &&
                        memcmp(text + other_start, text + start, len) == 0;
    return is_alike ? before : FACT_NONE;
}

static gboolean
is_word_between(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    if ((token->flags & FACT_TOKEN_DASH) != 0)
        return (token->flags & FACT_TOKEN_GLUED) != 0;
    return (token->flags & (FACT_TOKEN_WORD | FACT_TOKEN_NUMBER)) != 0 &&
           (fact_analysis_classes(analysis, i) &
            (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_AUXILIARY)) == 0;
}

/* "OpenAI's o1", "OpenAI's cutting-edge o1 model". */
static void
find_owner(FactAnalysis *analysis, guint index)
{
    if (index == 0)
        return;
    FactName *name = fact_analysis_name(analysis, index);
    const FactName *before = fact_analysis_name(analysis, index - 1);
    if ((before->flags & FACT_NAME_POSSESSIVE) == 0 ||
        name->start > before->last + 1 + OWNED_WORDS_MAX + 2)
        return;
    for (guint i = before->last + 1; i < name->start; i++)
        if (!is_word_between(analysis, i))
            return;
    name->owner = index - 1;
}

/* The kind that a common noun at token @i gives to what it stands for; 0 for none. @out_end is the
 * token after it. */
static uint32_t
description_at(const FactAnalysis *analysis, guint i, guint *out_end)
{
    if (i >= analysis->tokens.n)
        return 0;
    FactKind kind;
    const FactWording *descriptions = analysis->wording.descriptions;
    const char *name =
        fact_wording_match(descriptions, &analysis->tokens, i, analysis->tokens.n, out_end);
    return name != NULL && fact_kind_from_string(name, &kind) ? kind : 0;
}

static uint32_t
description_kind(const FactAnalysis *analysis, guint i)
{
    guint end;
    return description_at(analysis, i, &end);
}

/* "Orvane chief executive Ann Hale", "Tolmin Police Chief Ann Hale": the office is hers, and tells
 * nothing of what stands before it. */
static uint32_t
description_after(const FactAnalysis *analysis, guint i)
{
    guint end = i;
    uint32_t kind = description_at(analysis, i, &end);
    gboolean is_of_next = kind == FACT_KIND_PERSON && end < analysis->tokens.n &&
                          fact_analysis_name_at(analysis, end) != FACT_NONE;
    return is_of_next ? 0 : kind;
}

static gboolean
is_age(const FactAnalysis *analysis, guint token)
{
    guint index = fact_analysis_value_at(analysis, token);
    return index != FACT_NONE &&
           (fact_analysis_mention(analysis, index)->value.flags & FACT_VALUE_IS_AGE) != 0;
}

/* ", 27," after a name: a bare number, so that "the South Side, a 19-year-old man" makes no person.
 */
static gboolean
is_apposed_age(const FactAnalysis *analysis, guint comma)
{
    if (comma + 1 >= analysis->tokens.n || !fact_analysis_is_mark(analysis, comma, ',') ||
        !is_age(analysis, comma + 1))
        return FALSE;
    const FactMention *mention =
        fact_analysis_mention(analysis, fact_analysis_value_at(analysis, comma + 1));
    return mention->last == comma + 2 && !fact_analysis_is_mark(analysis, mention->last, '-');
}

/* Kinds by what stands beside a name: "R1 model", "model, R1", "Ann Smith, 27". */
static uint32_t
kinds_by_context(const FactAnalysis *analysis, const FactName *name)
{
    guint after = name->last;
    if (is_apposed_age(analysis, after))
        return FACT_KIND_PERSON;
    if (name->start > 0 && is_age(analysis, name->start - 1) &&
        (name->flags & FACT_NAME_POSSESSIVE) == 0 &&
        (fact_analysis_classes(analysis, after) & (FACT_WORD_NOUN | FACT_WORD_ADJECTIVE)) == 0)
        return FACT_KIND_PERSON;
    gboolean is_followed = (name->flags & FACT_NAME_POSSESSIVE) == 0 &&
                           after < analysis->tokens.n &&
                           (fact_analysis_token(analysis, after)->kind & FACT_ROLE_NAME) == 0;
    uint32_t kind = is_followed ? description_after(analysis, after) : 0;
    if (kind != 0)
        return kind;
    if (name->start > 1 && fact_analysis_is_mark(analysis, name->start - 1, ','))
        return description_kind(analysis, name->start - 2);
    return name->start > 0 ? description_kind(analysis, name->start - 1) : 0;
}

typedef struct {
    guint things[SAME_WORD_MAX];
    guint n;
} SameWord;

/* Notes that the name of @thing begins or ends with the words [@word, @word + @len). Only words
 * that are the whole of some name are ever looked up. */
static void
index_words(const FactAnalysis *analysis, SameWord **words, const char *word, size_t len,
            guint thing)
{
    guint whole = fact_thing_index_find(&analysis->thing_index, word, len);
    if (whole == FACT_THING_INDEX_NONE)
        return;
    if (words[whole] == NULL)
        words[whole] = fact_arena_new0(analysis->arena, SameWord, 1);
    SameWord *same = words[whole];
    if (same->n < SAME_WORD_MAX)
        same->things[same->n] = thing;
    same->n++;
}

static gboolean
ends_with_words(const char *key, const char *tail)
{
    size_t n = strlen(key);
    size_t m = strlen(tail);
    return n > m && key[n - m - 1] == ' ' && strcmp(key + n - m, tail) == 0;
}

static gboolean
begins_with_words(const char *key, const char *head)
{
    size_t m = strlen(head);
    return strncmp(key, head, m) == 0 && key[m] == ' ';
}

/* Whether the short name of @a can stand for the longer @b. */
static gboolean
is_short_form(const FactThing *a, const FactThing *b)
{
    if (b->n_tokens <= a->n_tokens || a->known != NULL)
        return FALSE;
    if (a->kinds != 0 && b->kinds != 0 && (a->kinds & b->kinds) == 0)
        return FALSE;
    if (ends_with_words(b->words, a->words)) {
        if ((b->kinds & (FACT_KIND_PLACE | FACT_KIND_ORGANISATION)) != 0)
            return FALSE;
        return (b->kinds & FACT_KIND_PERSON) != 0 || a->has_digit ||
               (a->n_tokens == 1 && !a->is_common);
    }
    if (!begins_with_words(b->words, a->words) || a->is_common)
        return FALSE;
    return (b->kinds & (FACT_KIND_ORGANISATION | FACT_KIND_PERSON)) != 0 &&
           (b->kinds & FACT_KIND_PRODUCT) == 0;
}

static guint
fuller_form(FactAnalysis *analysis, SameWord **words, guint index, gboolean *out_ambiguous)
{
    const FactThing *thing = fact_analysis_thing(analysis, index);
    guint best = FACT_NONE;
    *out_ambiguous = FALSE;
    const SameWord *same = words[index];
    for (guint k = 0; same != NULL && k < MIN(same->n, SAME_WORD_MAX); k++) {
        if (same->things[k] == best ||
            !is_short_form(thing, fact_analysis_thing(analysis, same->things[k])))
            continue;
        *out_ambiguous |= best != FACT_NONE;
        best = same->things[k];
    }
    return best;
}

/* Every tail and head of a name's words, so that short forms look up their long ones. */
static void
index_forms(const FactAnalysis *analysis, SameWord **words, guint index)
{
    const char *name = fact_analysis_thing(analysis, index)->words;
    const char *first = strchr(name, ' ');
    const char *end = first == NULL ? NULL : first + strlen(first);
    for (const char *s = first; s != NULL; s = strchr(s + 1, ' '))
        index_words(analysis, words, s + 1, (size_t)(end - s - 1), index);
    for (const char *s = first; s != NULL; s = strchr(s + 1, ' '))
        index_words(analysis, words, name, (size_t)(s - name), index);
}

/* Of two long forms that a short one fits, the one that is only a still longer form of the other
 * does not make it ambiguous: "Strong", "Robert Strong", "Robert Strong III". */
static void
join_short_forms(FactAnalysis *analysis, guint *into)
{
    SameWord **words = fact_arena_new0(analysis->arena, SameWord *, analysis->things->len);
    for (guint i = 0; i < analysis->things->len; i++) {
        into[i] = i;
        index_forms(analysis, words, i);
    }
    for (guint i = 0; i < analysis->things->len; i++) {
        FactThing *thing = fact_analysis_thing(analysis, i);
        gboolean is_ambiguous;
        guint fuller =
            thing->known == NULL ? fuller_form(analysis, words, i, &is_ambiguous) : FACT_NONE;
        if (fuller == FACT_NONE)
            continue;
        if (is_ambiguous)
            thing->is_ambiguous = TRUE;
        else
            into[i] = fuller;
    }
    for (guint i = 0; i < analysis->things->len; i++) {
        guint end = i;
        for (guint steps = 0; into[end] != end && steps < NAME_STEPS_MAX; steps++)
            end = into[end];
        into[i] = end;
    }
}

static void
gather(FactAnalysis *analysis, const guint *into)
{
    guint lead = analysis->tokens.sentences[MIN(LEAD_SENTENCES, analysis->tokens.n_sentences)];
    for (guint i = 0; i < analysis->names->len; i++) {
        FactName *name = fact_analysis_name(analysis, i);
        name->thing = into[name->thing];
        FactThing *thing = fact_analysis_thing(analysis, name->thing);
        thing->n_mentions++;
        thing->score += 1 + (name->first < lead ? LEAD_SCORE : 0);
        if (thing->known == NULL)
            thing->kinds |= name->kinds;
        if (name->owner != FACT_NONE && thing->owner == FACT_NONE)
            thing->owner = fact_analysis_name(analysis, name->owner)->thing;
    }
    for (guint i = 0; i < analysis->names->len; i++) {
        const FactName *name = fact_analysis_name(analysis, i);
        FactThing *thing = fact_analysis_thing(analysis, name->thing);
        if (thing->owner != FACT_NONE)
            thing->owner = into[thing->owner];
        if (thing->owner == name->thing)
            thing->owner = FACT_NONE;
    }
}

static void
settle_kinds(FactAnalysis *analysis)
{
    for (guint i = 0; i < analysis->things->len; i++) {
        FactThing *thing = fact_analysis_thing(analysis, i);
        if (thing->known != NULL)
            continue;
        if ((thing->kinds & FACT_KIND_PERSON) != 0)
            thing->kinds = FACT_KIND_PERSON;
        else if ((thing->kinds & FACT_KIND_PRODUCT) != 0 && (thing->kinds & FACT_KIND_OTHER) == 0)
            thing->kinds = FACT_KIND_PRODUCT;
    }
}

/* "DeepSeek R1" belongs to "DeepSeek" where both are named. */
static void
own_by_prefix(FactAnalysis *analysis)
{
    for (guint i = 0; i < analysis->things->len; i++) {
        FactThing *thing = fact_analysis_thing(analysis, i);
        if (thing->known != NULL || (thing->kinds & FACT_KIND_PRODUCT) == 0)
            continue;
        size_t len = strcspn(thing->key, " ");
        guint owner = thing->key[len] == '\0'
                          ? FACT_THING_INDEX_NONE
                          : fact_thing_index_find(&analysis->thing_index, thing->key, len);
        if (owner != FACT_THING_INDEX_NONE && owner != i)
            thing->owner = owner;
    }
}

static gboolean
label_begins_with(const char *label, const char *head)
{
    g_autofree char *a = g_utf8_casefold(label, -1);
    g_autofree char *b = g_utf8_casefold(head, -1);
    return g_str_has_prefix(a, b);
}

/* "R1" of DeepSeek is "DeepSeek R1" to people, and "deepseek-r1" as an id. */
static void
name_in_full(FactAnalysis *analysis)
{
    for (guint i = 0; i < analysis->things->len; i++) {
        FactThing *thing = fact_analysis_thing(analysis, i);
        if (thing->known != NULL)
            continue;
        const char *key = thing->key;
        const FactThing *owner =
            thing->owner == FACT_NONE ? NULL : fact_analysis_thing(analysis, thing->owner);
        if (owner != NULL && (thing->kinds & FACT_KIND_PRODUCT) != 0 &&
            (owner->kinds & FACT_KIND_PLACE) == 0 &&
            !label_begins_with(thing->label, owner->label)) {
            g_autofree char *label = g_strconcat(owner->label, " ", thing->label, NULL);
            thing->label = fact_arena_strdup(analysis->arena, label);
            key = fact_name_text_key(analysis->arena, label);
        }
        thing->id = fact_name_text_id(analysis->arena, key);
    }
}

/* "R1" whose owner the text tells may be one that the catalog has under its full name. */
static void
recognise_in_full(FactAnalysis *analysis)
{
    const FactCatalog *catalog = analysis->catalog;
    for (guint i = 0; i < analysis->things->len; i++) {
        FactThing *thing = fact_analysis_thing(analysis, i);
        if (thing->known != NULL || thing->owner == FACT_NONE ||
            (thing->kinds & FACT_KIND_PRODUCT) == 0)
            continue;
        uint32_t payload = fact_phrase_table_find(catalog->names, catalog->lexicon, thing->label);
        if (payload == 0)
            continue;
        thing->known =
            g_ptr_array_index(catalog->entities, (payload & FACT_NAME_PAYLOAD_INDEX) - 1);
        thing->id = thing->known->id;
        thing->label = thing->known->label;
        thing->kinds = thing->known->kind;
    }
}

/* One mention makes a thing what the article is about only where it is the subject of the lead. */
static gboolean
can_be_main(const FactAnalysis *analysis, const FactThing *thing, gboolean is_in_title)
{
    if (thing->is_ambiguous || thing->n_mentions == 0 || (thing->kinds & FACT_KIND_PLACE) != 0)
        return FALSE;
    if (is_in_title || thing->n_mentions > 1)
        return TRUE;
    const FactName *name = fact_analysis_name(analysis, thing->first_mention);
    if (fact_analysis_sentence_of(analysis, name->first) != 0 ||
        !fact_name_is_subject(analysis, name))
        return FALSE;
    for (guint i = 0; i < name->start; i++) {
        uint32_t classes = fact_analysis_classes(analysis, i);
        if ((classes & FACT_WORD_VERB) != 0 &&
            (classes & (FACT_WORD_NOUN | FACT_WORD_ADJECTIVE)) == 0)
            return FALSE;
    }
    return TRUE;
}

/* What the document is about: what it names most, its title and lead counting more. Places and
 * adjectives of places are where things happen, not what happens. */
static void
find_main(FactAnalysis *analysis)
{
    const char *title = analysis->document->title == NULL
                            ? NULL
                            : fact_name_text_fold(analysis->arena, analysis->document->title);
    guint best = 0;
    for (guint i = 0; i < analysis->things->len; i++) {
        FactThing *thing = fact_analysis_thing(analysis, i);
        gboolean is_in_title = title != NULL && strstr(title, thing->words) != NULL;
        thing->score += is_in_title ? TITLE_SCORE : 0;
        if (thing->score > best && can_be_main(analysis, thing, is_in_title)) {
            best = thing->score;
            analysis->main_thing = i;
        }
    }
}

void
fact_things_join(FactAnalysis *analysis)
{
    RecentNames recent;
    for (guint i = 0; i < RECENT_NAMES; i++)
        recent.names[i] = FACT_NONE;
    fact_thing_index_init(&analysis->thing_index, analysis->arena, analysis->names->len);
    for (guint i = 0; i < analysis->names->len; i++) {
        FactName *name = fact_analysis_name(analysis, i);
        find_owner(analysis, i);
        if (name->known == NULL)
            name->kinds |= kinds_by_context(analysis, name);
        guint alike = find_recent(analysis, &recent, i);
        name->thing = alike != FACT_NONE ? fact_analysis_name(analysis, alike)->thing
                                         : thing_for_name(analysis, i);
        if (name->known == NULL)
            fact_analysis_thing(analysis, name->thing)->kinds |= name->kinds;
    }
    g_autofree guint *into = g_new(guint, analysis->things->len + 1);
    join_short_forms(analysis, into);
    gather(analysis, into);
    settle_kinds(analysis);
    own_by_prefix(analysis);
    name_in_full(analysis);
    recognise_in_full(analysis);
    find_main(analysis);
}
