/* SPDX-License-Identifier: MIT
 *
 * What is known of one document while its claims are made: tokens, values, names, and the things the
 * names stand for. Filled pass by pass, reused from document to document; strings are in the
 * document's arena or the catalog.
 */
#pragma once

#include "base/document.h"
#include "catalog/catalog.h"
#include "claim/claim.h"
#include "extract/acceptance.h"
#include "extract/thing-index.h"
#include "value/mention.h"

/* Roles of a token, in FactToken.kind. */
enum {
    FACT_ROLE_VALUE = 1 << 0, /* inside a value mention, its hedges included */
    FACT_ROLE_NAME = 1 << 1,  /* inside a name mention */
    FACT_ROLE_SPEECH = 1 << 2, /* between quotation marks */
};

#define FACT_NONE G_MAXUINT

typedef enum {
    FACT_NAME_POSSESSIVE = 1 << 0, /* "'s" follows */
    FACT_NAME_ADJECTIVE = 1 << 1,  /* "Chinese" */
    FACT_NAME_HEADLINE = 1 << 2,   /* found in a line of Title Case or capitals */
    FACT_NAME_TITLED = 1 << 3,     /* a person's title stands before it */
    FACT_NAME_QUOTED = 1 << 4,
} FactNameFlags;

/* A name where it stands. */
typedef struct {
    guint first;
    guint last;    /* one past its last token; a possessive is not part of it */
    guint start;   /* first token with titles: "Dr. Ann Smith" */
    guint thing;   /* index of what it stands for */
    uint32_t kinds;
    uint32_t flags; /* FactNameFlags */
    const FactEntity *known; /* NULL when the catalog has no such name */
    guint owner;   /* index of the name mention that owns it ("OpenAI's o1"), FACT_NONE */
} FactName;

/* Something the document speaks of, whatever its names there. */
typedef struct {
    const char *id;     /* catalog id or normalised full name */
    const char *label;
    const char *key;    /* catalog id, or normalised words */
    const char *words;  /* normalised words of its fullest name, joined by blanks */
    const FactEntity *known;
    uint32_t kinds;     /* what it can be; 0: nothing is known */
    guint owner;        /* index of a thing, FACT_NONE */
    guint n_tokens;
    guint n_mentions;
    guint first_mention; /* index of a name */
    guint score;        /* salience in the document */
    gboolean is_ambiguous; /* two fuller names fit: nothing is claimed of it */
    gboolean has_digit;
    gboolean looks_personal; /* a word of it is a first name or no ordinary word, and none has a digit */
    gboolean is_common; /* its last word is an ordinary one */
} FactThing;

/* The catalog's lists that extraction reads, looked up once. */
typedef struct {
    const FactWording *attackers;
    const FactWording *background;
    const FactWording *changed_works; /* before a name: "revised"; it is not what was before */
    const FactWording *clause_breaks;
    const FactWording *contrasts; /* words that exclude each other: "rise" -> "direction: up" */
    const FactWording *denials;   /* "failed to": negations of several words */
    const FactWording *derived_works; /* "sequel": of another, and not the other */
    const FactWording *descriptions;
    const FactWording *hedges;
    const FactWording *light_verbs;
    const FactWording *light_words; /* too common to tell a statement by */
    const FactWording *moods;
    const FactWording *name_heads;
    const FactWording *not_negations;
    const FactWording *open_synonyms;
    const FactWording *noun_synonyms;
    const FactWording *ranks; /* before a name: "sgt" */
    const FactWording *sums; /* "so far": a figure that is added up over more than is said */
    const FactWording *not_measures; /* nouns that name no measure: "south" */
    const FactWording *part_words;
    const FactWording *general_people; /* nouns that do not tell who is counted: "victims" */
    const FactWording *groups_apart; /* "two civilians": a part of all who are counted */
    const FactWording *place_prepositions;
    const FactWording *seat_words; /* before where somebody sits, not where something happens */
    const FactWording *parts_of_companies;
    const FactWording *deictics;   /* before a time that is told from today: "these two months" */
    const FactWording *street_words;
    const FactWording *several_events; /* "separate shootings" */
    const FactWording *steps; /* "soon after": what is told is one step of several */
    const FactWording *words_of_killing; /* "slain": by another, and no accident */
    const FactWording *words_of_living;  /* "resides": what follows is a home */
    FactWord ago;
    const FactWording *sexes; /* "man" -> male */
} FactExtractWording;

/* Lists of the wording of which a document remembers whether it has one of their phrases. */
#define FACT_SOUGHT_MAX 16

typedef struct {
    guint n;
    const char *lists[FACT_SOUGHT_MAX]; /* their names */
    gboolean are_there[FACT_SOUGHT_MAX];
} FactSought;

typedef struct FactAnalysis {
    const FactCatalog *catalog;
    FactExtractWording wording;
    FactPhraseEnds modal_words; /* what begins a phrase of "moods", "hedges" and "not-negations", */
    FactPhraseEnds aside_words; /* and of "background" and "sums" */
    GPtrArray *implying;        /* of FactAttribute, borrowed: those that imply another */
    FactMentionLists *lists; /* owned */
    const FactDocument *document;
    FactArena *arena;
    FactClock clock;
    FactTokens tokens;
    GArray *mentions;  /* of FactMention, ascending */
    GArray *names;     /* of FactName, ascending */
    GArray *things;    /* of FactThing */
    FactThingIndex thing_index; /* things by their keys */
    guint *value_of;   /* of each token that has the role: index of its mention; in the arena */
    guint *name_of;    /* likewise of its name */
    guint *sentence_of; /* of each token, and of one after the last: its sentence; in the arena */
    guint *starts; /* tokens that a name may begin with: words with a capital or a digit; in the arena */
    guint n_starts;
    uint8_t *is_headline; /* of each sentence: its capitals say nothing; in the arena */
    uint8_t *says; /* of each sentence: what qualifier.c keeps of it; in the arena */
    FactAcceptances *acceptances;
    FactAcceptance **accepted; /* of each mention: what takes it, NULL until asked; in the arena */
    FactSought *sought; /* filled as it is asked; in the arena */
    const struct FactAnalysis *title; /* of the document's title; NULL where it has none */
    const GArray *title_claims; /* of FactClaim, what the document's title claims; NULL */
    guint main_thing;  /* what the document is about, FACT_NONE */
    gboolean is_roundup; /* several stories in one page: a police blotter, a list of headlines */
} FactAnalysis;

void
fact_analysis_init(FactAnalysis *analysis, const FactCatalog *catalog);

void
fact_analysis_clear(FactAnalysis *analysis);

/* Tokens, values and roles of @document. */
void
fact_analysis_start(FactAnalysis *analysis, const FactDocument *document, FactArena *arena);

/* The value mention that token @i is part of; FACT_NONE. */
static inline guint
fact_analysis_value_at(const FactAnalysis *analysis, guint i)
{
    if (i >= analysis->tokens.n || (analysis->tokens.tokens[i].kind & FACT_ROLE_VALUE) == 0)
        return FACT_NONE;
    return analysis->value_of[i];
}

/* The name that token @i is part of; FACT_NONE. */
static inline guint
fact_analysis_name_at(const FactAnalysis *analysis, guint i)
{
    if (i >= analysis->tokens.n || (analysis->tokens.tokens[i].kind & FACT_ROLE_NAME) == 0)
        return FACT_NONE;
    return analysis->name_of[i];
}

/* Index of the sentence of token @i: many claims ask for it again and again. */
static inline guint
fact_analysis_sentence_of(const FactAnalysis *analysis, guint i)
{
    return analysis->sentence_of[MIN(i, analysis->tokens.n)];
}

/* First of the mentions / names that begin at or after token @i. */
guint
fact_analysis_value_from(const FactAnalysis *analysis, guint i);

guint
fact_analysis_name_from(const FactAnalysis *analysis, guint i);

static inline const FactMention *
fact_analysis_mention(const FactAnalysis *analysis, guint i)
{
    return &g_array_index(analysis->mentions, FactMention, i);
}

static inline FactName *
fact_analysis_name(const FactAnalysis *analysis, guint i)
{
    return &g_array_index(analysis->names, FactName, i);
}

static inline FactThing *
fact_analysis_thing(const FactAnalysis *analysis, guint i)
{
    return &g_array_index(analysis->things, FactThing, i);
}

static inline const FactToken *
fact_analysis_token(const FactAnalysis *analysis, guint i)
{
    return &analysis->tokens.tokens[i];
}

static inline uint32_t
fact_analysis_classes(const FactAnalysis *analysis, guint i)
{
    return fact_token_classes(&analysis->tokens, i);
}

/* Whether the value mention @i can be a value of @attribute. */
static inline gboolean
fact_analysis_accepts(const FactAnalysis *analysis, guint i, const FactAttribute *attribute)
{
    FactAcceptance **accepted = &analysis->accepted[i];

    if (*accepted == NULL)
        *accepted = fact_acceptances_get(analysis->acceptances,
                                         &fact_analysis_mention(analysis, i)->value);
    return fact_acceptance_has(analysis->acceptances, *accepted, attribute);
}

/* The text from token @first to before token @last, folded to single blanks, in the arena. */
const char *
fact_analysis_text(const FactAnalysis *analysis, guint first, guint last);

/* Whether token @i is this mark. */
static inline gboolean
fact_analysis_is_mark(const FactAnalysis *analysis, guint i, char mark)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    return (token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 && token->mark == mark;
}

/* Whether a phrase of the wording list @name stands anywhere in the text or its title; FALSE where @name is NULL.
 * The text is looked through once for each list. */
gboolean
fact_analysis_has_words(const FactAnalysis *analysis, const char *name);

/* name.c: fills names (not yet what they stand for). */
void
fact_names_find(FactAnalysis *analysis);

/* thing.c: joins names into things, with owners, kinds and salience. */
void
fact_things_join(FactAnalysis *analysis);
