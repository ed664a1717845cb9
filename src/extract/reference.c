/* SPDX-License-Identifier: MIT
 *
 * Reference is resolved by a few plain rules, the surest first, each with a confidence. Where two
 * readings are as likely nothing is claimed: a claim about the wrong thing is a false alarm.
 */
#include "extract/reference.h"

#include "extract/subject-place.h"

#include <string.h>

/* An adjunct that opens a sentence, before its comma: words before what it tells, tokens in all. */
#define ADJUNCT_WORDS_MAX 2
#define ADJUNCT_TOKENS_MAX 12
/* Words between a possessor and what it possesses. */
#define OWNED_BACK_MAX 5
/* Of a subject that the sentence does not name at all; below what the comparator trusts. */
#define MAIN_CONFIDENCE 45
/* Of who is known by an age: as sure as a pronoun of the sentence before. */
#define AGED_CONFIDENCE 70
/* How many sentences back a pronoun or a description may reach. */
#define BACK_SENTENCES_PRONOUN 2
#define BACK_SENTENCES_DESCRIPTION 12

gboolean
fact_thing_fits(const FactThing *thing, uint32_t kinds)
{
    if (thing->is_ambiguous || thing->words[0] == '\0' || thing->words[1] == '\0')
        return FALSE; /* a single letter names nothing */
    if (thing->kinds == 0 && kinds == FACT_KIND_PERSON)
        return thing->looks_personal;
    if (thing->kinds == 0)
        return (kinds & ~(uint32_t)(FACT_KIND_PLACE | FACT_KIND_EVENT)) != 0;
    return (thing->kinds & kinds) != 0;
}

static FactReference
reference_to(guint thing, const FactAnalysis *analysis, guint confidence, FactPhrase phrase)
{
    return (FactReference){
        .thing = thing,
        .kinds = fact_analysis_thing(analysis, thing)->kinds,
        .confidence = confidence,
        .phrase = phrase,
    };
}

static const FactReference nothing = {.thing = FACT_NONE};

/* Kind of the phrase's head noun by the catalog's descriptions; its token in @out_head. */
static uint32_t
description_of(const FactAnalysis *analysis, FactPhrase phrase, guint *out_head)
{
    const FactWording *descriptions = analysis->wording.descriptions;
    for (guint i = phrase.last; i-- > phrase.first;) {
        guint end;
        FactKind kind;
        const char *name =
            fact_wording_match(descriptions, &analysis->tokens, i, phrase.last, &end);
        if (name != NULL && end == phrase.last && fact_kind_from_string(name, &kind)) {
            *out_head = i;
            return kind;
        }
    }
    return 0;
}

static gboolean
is_owned_by(const FactAnalysis *analysis, const FactThing *thing, guint owner)
{
    if (thing->owner == owner)
        return TRUE;
    const FactThing *other = fact_analysis_thing(analysis, owner);
    return thing->known != NULL && thing->known->owner != NULL && other->known != NULL &&
           strcmp(thing->known->owner, other->known->id) == 0;
}

/* Whose the thing is that the document names, as the text or the catalog tells. */
static guint
owner_of(const FactAnalysis *analysis, guint index)
{
    for (guint i = 0; i < analysis->things->len; i++)
        if (i != index && is_owned_by(analysis, fact_analysis_thing(analysis, index), i))
            return i;
    return FACT_NONE;
}

/* The one thing of these kinds that @owner has: "DeepSeek's model". */
static guint
owned_thing(const FactAnalysis *analysis, guint owner, uint32_t kinds)
{
    guint found = FACT_NONE;
    guint best = 0;
    gboolean is_tie = FALSE;
    for (guint i = 0; i < analysis->things->len; i++) {
        const FactThing *thing = fact_analysis_thing(analysis, i);
        if (thing->n_mentions == 0 || (thing->kinds & kinds) == 0 ||
            !is_owned_by(analysis, thing, owner))
            continue;
        is_tie = found != FACT_NONE && thing->n_mentions == best;
        if (thing->n_mentions > best) {
            best = thing->n_mentions;
            found = i;
        }
    }
    return is_tie ? FACT_NONE : found;
}

static guint
sentence_start(const FactAnalysis *analysis, guint token, guint back)
{
    guint sentence = fact_analysis_sentence_of(analysis, token);
    return analysis->tokens.sentences[sentence >= back ? sentence - back : 0];
}

static guint
sentence_end(const FactAnalysis *analysis, guint token)
{
    return analysis->tokens.sentences[fact_analysis_sentence_of(analysis, token) + 1];
}

/* First name in [first, last) in subject place that fits; FACT_NONE. */
static guint
first_subject(const FactAnalysis *analysis, guint first, guint last, uint32_t kinds)
{
    for (guint k = fact_analysis_name_from(analysis, first); k < analysis->names->len; k++) {
        const FactName *name = fact_analysis_name(analysis, k);
        if (name->first >= last)
            break;
        if (fact_name_is_subject(analysis, name) &&
            fact_thing_fits(fact_analysis_thing(analysis, name->thing), kinds))
            return k;
    }
    return FACT_NONE;
}

/* Nearest name before token @i, back to token @from, whose kinds are among @kinds for certain. */
static guint
nearest_before(const FactAnalysis *analysis, guint i, guint from, uint32_t kinds)
{
    for (guint k = fact_analysis_name_from(analysis, i); k-- > 0;) {
        const FactName *name = fact_analysis_name(analysis, k);
        if (name->first < from)
            break;
        const FactThing *thing = fact_analysis_thing(analysis, name->thing);
        if (name->last <= i && !thing->is_ambiguous && (thing->kinds & kinds) != 0 &&
            (name->flags & FACT_NAME_ADJECTIVE) == 0)
            return k;
    }
    return FACT_NONE;
}

/* Nearest name of nothing known that is made of ordinary words: "Home Supply" is a firm or the
 * like, seldom a person. */
static guint
nearest_ordinary(const FactAnalysis *analysis, guint i, guint from)
{
    for (guint k = fact_analysis_name_from(analysis, i); k-- > 0;) {
        const FactName *name = fact_analysis_name(analysis, k);
        if (name->first < from)
            break;
        const FactThing *thing = fact_analysis_thing(analysis, name->thing);
        if (name->last <= i && !thing->is_ambiguous && thing->kinds == 0 && thing->is_common &&
            thing->n_tokens > 1 && thing->n_mentions > 0)
            return k;
    }
    return FACT_NONE;
}

/* The one person that the document names; FACT_NONE where there are more: "the man" may be any. */
static guint
only_person(const FactAnalysis *analysis)
{
    guint found = FACT_NONE;
    for (guint i = 0; i < analysis->things->len; i++) {
        const FactThing *thing = fact_analysis_thing(analysis, i);
        if (thing->n_mentions == 0 || (thing->kinds != 0 && (thing->kinds & FACT_KIND_PERSON) == 0))
            continue;
        if (thing->kinds == 0 && thing->n_tokens < 2)
            continue;
        if (found != FACT_NONE)
            return FACT_NONE;
        found = i;
    }
    return found;
}

static FactReference
resolve_pronoun(const FactAnalysis *analysis, FactPhrase phrase, uint32_t kinds)
{
    guint i = phrase.first;
    uint32_t fits = 0;
    if (fact_phrase_has_word(analysis, i, FACT_WORDS_PERSON_PRONOUNS))
        fits = FACT_KIND_PERSON;
    else if (fact_phrase_has_word(analysis, i, FACT_WORDS_THING_PRONOUNS) ||
             fact_phrase_has_word(analysis, i, FACT_WORDS_DEMONSTRATIVES))
        fits = FACT_KIND_ANY & ~(uint32_t)FACT_KIND_PERSON;
    fits &= kinds;
    if (fits == 0)
        return nothing;
    guint start = sentence_start(analysis, i, 0);
    for (guint back = 0; back <= BACK_SENTENCES_PRONOUN; back++) {
        guint from = sentence_start(analysis, i, back);
        guint name = first_subject(analysis, from, back == 0 ? i : start, fits);
        if (name != FACT_NONE)
            return reference_to(fact_analysis_name(analysis, name)->thing, analysis, 80 - 10 * back,
                                phrase);
        start = from;
    }
    if (analysis->main_thing != FACT_NONE &&
        fact_thing_fits(fact_analysis_thing(analysis, analysis->main_thing), fits))
        return reference_to(analysis->main_thing, analysis, 60, phrase);
    if (!fact_phrase_has_word(analysis, i, FACT_WORDS_THING_PRONOUNS))
        return nothing;
    return (FactReference){.thing = FACT_NONE,
                           .description = FACT_SUBJECT_IT,
                           .kinds = fits,
                           .confidence = 50,
                           .phrase = phrase};
}

static FactReference
resolve_owned(const FactAnalysis *analysis, FactPhrase phrase, guint owner, uint32_t kind)
{
    guint thing = owned_thing(analysis, owner, kind);
    return thing == FACT_NONE ? nothing : reference_to(thing, analysis, 75, phrase);
}

/* "the sequel to Harlan" and "the remix of it" are none that were told of before. */
static gboolean
is_of_another(const FactAnalysis *analysis, FactPhrase phrase)
{
    guint end;
    return fact_wording_match(analysis->wording.derived_works, &analysis->tokens, phrase.last - 1,
                              phrase.last, &end) != NULL &&
           (fact_analysis_classes(analysis, phrase.last) & FACT_WORD_PREPOSITION) != 0;
}

/* "The company behind R1", the phrase of the first two words: whose the product is. */
static FactReference
resolve_maker(const FactAnalysis *analysis, FactPhrase phrase, guint limit)
{
    FactPhrase made;
    if (!fact_phrase_forward(analysis, phrase.last + 1, limit, &made))
        return nothing;
    FactReference product =
        fact_reference_resolve(analysis, made, FACT_KIND_PRODUCT | FACT_KIND_WORK);
    guint owner = product.thing == FACT_NONE ? FACT_NONE : owner_of(analysis, product.thing);
    return owner == FACT_NONE ? nothing
                              : reference_to(owner, analysis, product.confidence, phrase);
}

/* "the company", "this remarkable innovation", "its model", "DeepSeek's chatbot". */
static FactReference
resolve_description(const FactAnalysis *analysis, FactPhrase phrase, guint owner_name,
                    uint32_t kinds)
{
    guint head = phrase.first;
    uint32_t kind = description_of(analysis, phrase, &head);
    if (kind == 0 || (kind & kinds) == 0 || is_of_another(analysis, phrase))
        return nothing;
    if (owner_name != FACT_NONE)
        return resolve_owned(analysis, phrase, fact_analysis_name(analysis, owner_name)->thing,
                             kind);
    if (fact_phrase_has_word(analysis, phrase.first, FACT_WORDS_POSSESSIVES)) {
        FactReference owner =
            resolve_pronoun(analysis, (FactPhrase){phrase.first, phrase.first + 1}, FACT_KIND_ANY);
        return owner.thing == FACT_NONE ? nothing
                                        : resolve_owned(analysis, phrase, owner.thing, kind);
    }
    gboolean is_definite =
        fact_phrase_has_word(analysis, phrase.first, FACT_WORDS_DEMONSTRATIVES) ||
        strcmp(fact_phrase_word(analysis, phrase.first), "the") == 0;
    if (!is_definite)
        return nothing;
    if (kind == FACT_KIND_ORGANISATION && fact_phrase_is_behind(analysis, phrase.last))
        return resolve_maker(analysis, phrase, sentence_end(analysis, phrase.first));
    if (kind == FACT_KIND_PERSON) {
        guint person = only_person(analysis);
        return person == FACT_NONE ? nothing : reference_to(person, analysis, 60, phrase);
    }
    guint from = sentence_start(analysis, phrase.first, BACK_SENTENCES_DESCRIPTION);
    guint name = nearest_before(analysis, phrase.first, from, kind);
    if (name == FACT_NONE && kind == FACT_KIND_ORGANISATION)
        name = nearest_ordinary(analysis, phrase.first, from);
    if (name != FACT_NONE)
        return reference_to(fact_analysis_name(analysis, name)->thing, analysis, 75, phrase);
    if (analysis->main_thing != FACT_NONE) {
        const FactThing *thing = fact_analysis_thing(analysis, analysis->main_thing);
        if (thing->kinds == 0 || (thing->kinds & kind) != 0)
            return reference_to(analysis->main_thing, analysis, 65, phrase);
    }
    const char *text = fact_analysis_text(analysis, head, phrase.last);
    g_autofree char *folded = g_utf8_strdown(text, -1);
    g_autofree char *id = g_strconcat("@the ", folded, NULL);
    return (FactReference){
        .thing = FACT_NONE,
        .description = fact_arena_strdup(analysis->arena, id),
        .kinds = kind,
        .confidence = 60,
        .phrase = phrase,
    };
}

/* "The 34-year-old mother": known by the age, until an article of the story gives the name. */
static FactReference
resolve_aged(const FactAnalysis *analysis, FactPhrase phrase, uint32_t kinds)
{
    if ((kinds & FACT_KIND_PERSON) == 0)
        return nothing;
    guint value = fact_analysis_value_from(analysis, phrase.first);
    if (value >= analysis->mentions->len)
        return nothing;
    const FactMention *age = fact_analysis_mention(analysis, value);
    FactDecimal years = fact_value_amount(&age->value);
    if (age->first > phrase.first + 1 || age->first >= phrase.last ||
        (age->value.flags & FACT_VALUE_IS_AGE) == 0 || years.exponent != 0 ||
        age->value.comparator != FACT_COMPARATOR_EQ || g_strcmp0(age->value.unit, "a") != 0)
        return nothing;
    g_autofree char *id = g_strdup_printf("@" FACT_DESCRIBED_BY_AGE "%" G_GINT64_FORMAT FACT_YEARS_OLD,
                                          (gint64)years.coefficient);
    return (FactReference){
        .thing = FACT_NONE,
        .description = fact_arena_strdup(analysis->arena, id),
        .kinds = FACT_KIND_PERSON,
        .confidence = AGED_CONFIDENCE,
        .phrase = phrase,
    };
}

/* Whether the phrase is about the name itself: "R1", "R1 model", but not "Atlanta man", "Apple
 * shares". */
static gboolean
is_head_of(const FactAnalysis *analysis, const FactName *name, const FactThing *thing,
           FactPhrase phrase)
{
    if (name->last >= phrase.last)
        return TRUE;
    guint head;
    uint32_t kind = description_of(analysis, (FactPhrase){name->last, phrase.last}, &head);
    return kind != 0 && kind != FACT_KIND_PERSON && head == name->last &&
           (thing->kinds == 0 || (thing->kinds & kind) != 0);
}

FactReference
fact_reference_resolve(const FactAnalysis *analysis, FactPhrase phrase, uint32_t kinds)
{
    guint owner;
    guint head = fact_phrase_find_head(analysis, phrase, &owner);
    if (head != FACT_NONE) {
        const FactName *name = fact_analysis_name(analysis, head);
        if (fact_name_is_derived(analysis, name))
            return nothing;
        const FactThing *thing = fact_analysis_thing(analysis, name->thing);
        if (is_head_of(analysis, name, thing, phrase) && fact_thing_fits(thing, kinds))
            return reference_to(name->thing, analysis, thing->kinds == 0 ? 85 : 95, phrase);
    }
    if (phrase.last - phrase.first == 1 && fact_phrase_is_pronoun(analysis, phrase.first))
        return resolve_pronoun(analysis, phrase, kinds);
    FactReference aged = resolve_aged(analysis, phrase, kinds);
    return aged.confidence > 0 ? aged : resolve_description(analysis, phrase, owner, kinds);
}

/* "Inspector Hale said bags weighed": what was stepped over tells what she said of others. */
static gboolean
is_reported(const FactAnalysis *analysis, FactPhrase phrase)
{
    guint head = fact_phrase_head_name(analysis, phrase);
    if (head == FACT_NONE)
        return FALSE;
    const FactName *name = fact_analysis_name(analysis, head);
    return (fact_analysis_thing(analysis, name->thing)->kinds & FACT_KIND_PERSON) != 0 &&
           fact_name_is_reporter(analysis, name);
}

/* What possesses the word at @first: "R1's training cost", "its expenses", "the company's revenue".
 */
static FactReference
possessor(const FactAnalysis *analysis, guint first, guint start, uint32_t kinds)
{
    guint i = first;
    while (i > start && i + OWNED_BACK_MAX > first && fact_phrase_takes(analysis, i - 1) &&
           (fact_analysis_token(analysis, i - 1)->flags & FACT_TOKEN_POSSESSIVE) == 0 &&
           (fact_analysis_token(analysis, i - 1)->kind & FACT_ROLE_NAME) == 0 &&
           !fact_phrase_has_word(analysis, i - 1, FACT_WORDS_POSSESSIVES))
        i--;
    if (i == start)
        return nothing;
    if (fact_phrase_has_word(analysis, i - 1, FACT_WORDS_POSSESSIVES))
        return resolve_pronoun(analysis, (FactPhrase){i - 1, i}, kinds);
    guint end =
        (fact_analysis_token(analysis, i - 1)->flags & FACT_TOKEN_POSSESSIVE) != 0 ? i - 1 : i;
    FactPhrase phrase;
    if (!fact_phrase_backward(analysis, end, start, &phrase))
        return nothing;
    gboolean is_name = (fact_analysis_token(analysis, end - 1)->kind & FACT_ROLE_NAME) != 0;
    if (end == i && (!is_name || is_reported(analysis, phrase)))
        return nothing;
    return fact_reference_resolve(analysis, (FactPhrase){phrase.first, end}, kinds);
}

FactReference
fact_reference_possessor(const FactAnalysis *analysis, guint first, uint32_t kinds)
{
    guint sentence = fact_analysis_sentence_of(analysis, first);
    return possessor(analysis, first, analysis->tokens.sentences[sentence], kinds);
}

/* "The valuations of companies like Orvane": theirs, and not the sentence's subject's. */
static gboolean
is_of_several(const FactAnalysis *analysis, guint of, FactPhrase phrase, uint32_t kinds)
{
    const FactLexicon *lexicon = analysis->tokens.lexicon;
    FactWord word = fact_analysis_token(analysis, phrase.last - 1)->word;
    FactWord lemma = fact_lexicon_get_lemma(lexicon, word);
    FactKind kind;
    if (lemma == word || strcmp(fact_phrase_word(analysis, of), "of") != 0)
        return FALSE;
    const FactWording *descriptions = analysis->wording.descriptions;
    uint32_t payload = fact_phrase_table_find(descriptions->phrases, lexicon,
                                              fact_lexicon_get_text(lexicon, lemma));
    return payload != 0 &&
           fact_kind_from_string(g_ptr_array_index(descriptions->values, payload - 1), &kind) &&
           (kind & kinds) != 0;
}

/* "the development of R1". */
static FactReference
object_of(const FactAnalysis *analysis, guint last, guint limit, uint32_t kinds,
          gboolean *out_is_others)
{
    static const char *const of[] = {"of", "for", NULL};
    FactPhrase phrase;
    *out_is_others = FALSE;
    if (last >= limit || !fact_phrase_has_word(analysis, last, of) ||
        !fact_phrase_forward(analysis, last + 1, limit, &phrase))
        return nothing;
    *out_is_others = is_of_several(analysis, last, phrase, kinds);
    return fact_reference_resolve(analysis, phrase, kinds);
}

/* Going left from token @i over the verb itself, auxiliaries and adverbs. */
static guint
skip_verb(const FactAnalysis *analysis, guint i, guint start)
{
    while (i > start && (fact_analysis_token(analysis, i - 1)->flags & FACT_TOKEN_WORD) != 0 &&
           (fact_analysis_token(analysis, i - 1)->kind & FACT_ROLE_NAME) == 0 &&
           (fact_analysis_classes(analysis, i - 1) &
            (FACT_WORD_AUXILIARY | FACT_WORD_ADVERB | FACT_WORD_VERB)) != 0 &&
           (fact_analysis_classes(analysis, i - 1) & FACT_WORD_DETERMINER) == 0)
        i--;
    return i;
}

/* The phrase that stands right before the verb whose words begin at token @first. */
static gboolean
phrase_before_verb(const FactAnalysis *analysis, guint first, guint start, FactPhrase *out_phrase)
{
    return fact_phrase_backward(analysis, skip_verb(analysis, first, start), start, out_phrase);
}

/* "... which lies off the coast and is home to 900": the verb has the subject of another one. */
static gboolean
is_joined_verb(const FactAnalysis *analysis, guint first, guint start)
{
    static const char *const and[] = {"and", NULL};
    guint i = skip_verb(analysis, first, start);
    return i > start && i < first && fact_phrase_has_word(analysis, i - 1, and);
}

/* "In Portugal, inflation rose", "inflation in Portugal rose", "the economy of Portugal grew": the
 * place that opens the sentence, or one among the statement's own words. */
static guint
place_of_statement(const FactAnalysis *analysis, guint start, guint first, guint last, guint limit)
{
    static const char *const prepositions[] = {"in", "of", "for", "across", NULL};
    for (guint k = fact_analysis_name_from(analysis, start); k < analysis->names->len; k++) {
        const FactName *name = fact_analysis_name(analysis, k);
        if (name->first >= limit || name->start >= last + 3)
            break;
        gboolean opens = name->start <= start + 2;
        if (name->start == start || (!opens && name->start < first) ||
            (fact_analysis_thing(analysis, name->thing)->kinds & FACT_KIND_PLACE) == 0)
            continue;
        guint before = name->start - 1;
        if (before > start && (fact_analysis_classes(analysis, before) & FACT_WORD_DETERMINER) != 0)
            before--;
        if (fact_phrase_has_word(analysis, before, prepositions))
            return k;
    }
    return FACT_NONE;
}

/* "Based on 72 reviews, it was rated ...": the subject follows the adjunct that opens the sentence.
 */
static gboolean
subject_after_adjunct(const FactAnalysis *analysis, guint start, guint first, guint limit,
                      FactPhrase *out_phrase)
{
    if (first > start + ADJUNCT_WORDS_MAX)
        return FALSE;
    for (guint i = first; i + 1 < limit && i < first + ADJUNCT_TOKENS_MAX; i++)
        if (fact_analysis_is_mark(analysis, i, ',') &&
            (fact_analysis_classes(analysis, i + 1) & FACT_WORD_REPORTING) == 0 &&
            fact_phrase_forward(analysis, i + 1, limit, out_phrase))
            return TRUE;
    return FALSE;
}

/* "The initiative pledges an investment": a sentence with a subject of its own, which nothing known
 * stands for, is not about what the article is about; but "the board said" tells of others. */
static gboolean
has_own_subject(const FactAnalysis *analysis, guint start, guint first)
{
    FactPhrase phrase;
    if (start >= first || (fact_analysis_classes(analysis, start) & FACT_WORD_DETERMINER) == 0 ||
        !fact_phrase_forward(analysis, start, first, &phrase) || phrase.last >= first)
        return FALSE;
    guint i = phrase.last;
    if ((fact_analysis_classes(analysis, i) & FACT_WORD_DETERMINER) != 0 && i > start + 2)
        i--; /* "pledges" could be a noun, but none that "an" follows */
    uint32_t verb = fact_analysis_classes(analysis, i);
    return (verb & (FACT_WORD_VERB | FACT_WORD_AUXILIARY)) != 0 &&
           (verb & (FACT_WORD_REPORTING | FACT_WORD_PREPOSITION)) == 0;
}

FactReference
fact_reference_of_clause(const FactAnalysis *analysis, guint first, guint last, uint32_t kinds,
                         gboolean allow_main)
{
    guint sentence = fact_analysis_sentence_of(analysis, first);
    guint start = analysis->tokens.sentences[sentence];
    guint limit = analysis->tokens.sentences[sentence + 1];
    FactReference reference = possessor(analysis, first, start, kinds);
    if (reference.confidence > 0)
        return reference;
    gboolean is_others;
    reference = object_of(analysis, last, limit, kinds, &is_others);
    if (reference.confidence > 0 || is_others)
        return reference;
    FactPhrase phrase;
    gboolean has_phrase = phrase_before_verb(analysis, first, start, &phrase);
    if (has_phrase && !is_reported(analysis, phrase)) {
        reference = fact_reference_resolve(analysis, phrase, kinds);
        if (reference.confidence > 0)
            return reference;
    }
    guint name = first_subject(analysis, start, first, kinds);
    if (name != FACT_NONE && !fact_name_is_reporter(analysis, fact_analysis_name(analysis, name))) {
        const FactName *found = fact_analysis_name(analysis, name);
        return reference_to(found->thing, analysis, 70, (FactPhrase){found->first, found->last});
    }
    for (guint i = start; i < first; i++) {
        if ((fact_analysis_classes(analysis, i) & (FACT_WORD_PRONOUN | FACT_WORD_DETERMINER)) ==
                0 ||
            !fact_phrase_forward(analysis, i, first, &phrase))
            continue;
        reference = fact_reference_resolve(analysis, phrase, kinds);
        if (reference.confidence > 0)
            return reference;
    }
    if (!has_phrase && subject_after_adjunct(analysis, start, first, limit, &phrase)) {
        reference = fact_reference_resolve(analysis, phrase, kinds);
        if (reference.confidence > 0)
            return reference;
    }
    name = (kinds & FACT_KIND_PLACE) != 0 ? place_of_statement(analysis, start, first, last, limit)
                                          : FACT_NONE;
    if (name != FACT_NONE) {
        const FactName *found = fact_analysis_name(analysis, name);
        return reference_to(found->thing, analysis, 65, (FactPhrase){found->first, found->last});
    }
    if (!allow_main || has_phrase || is_joined_verb(analysis, first, start) ||
        has_own_subject(analysis, start, first) || analysis->main_thing == FACT_NONE ||
        !fact_thing_fits(fact_analysis_thing(analysis, analysis->main_thing), kinds))
        return nothing;
    return reference_to(analysis->main_thing, analysis, MAIN_CONFIDENCE,
                        (FactPhrase){first, first});
}
