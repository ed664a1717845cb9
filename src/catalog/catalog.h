/* SPDX-License-Identifier: MIT
 *
 * The catalog as the library's modules see it: compiled once from JSON, then read by any number of
 * threads. It is data below everything: it knows the names of value types, not values.
 */
#pragma once

#include "base/decimal.h"
#include "base/log.h"
#include "base/string-pool.h"
#include "catalog/name-index.h"
#include "text/lexicon.h"
#include "text/phrase-table.h"
#include <factdiff/catalog.h>

/* -- units and money (facts/units) ------------------------------------------------------------ */

typedef struct {
    const char *code;      /* UCUM: "m", "[mi_i]/h", "GW"; "a" for years; singular noun never */
    const char *label;     /* for people, after a number: "mph", "km" */
    const char *dimension; /* "length", "speed", "power", "duration", "temperature", ... */
    int64_t numerator; /* value in the dimension's base unit = amount * numerator / denominator +
                          offset */
    int64_t denominator;
    FactDecimal offset; /* temperatures only, in the base unit */
} FactUnit;

typedef struct {
    const char *code;   /* ISO 4217 */
    const char *label;  /* "US dollar" */
    const char *symbol; /* for people: "$", "€", "HK$" */
    int64_t minor;      /* how many of its minor unit make one: 100 */
} FactCurrency;

/* Payloads of the units' phrase table: an index into units or currencies, with these bits. */
#define FACT_UNIT_PAYLOAD_CURRENCY 0x40000000u /* index is of a currency */
#define FACT_UNIT_PAYLOAD_MINOR 0x20000000u    /* its minor unit: "cents" */
#define FACT_UNIT_PAYLOAD_PREFIX                                                                   \
    0x10000000u /* stands before the number: "$", "US$" (may also stand after) */
#define FACT_UNIT_PAYLOAD_INDEX 0x00ffffffu /* index + 1 */

/* -- wording (facts/wording) ------------------------------------------------------------------ */

/* A named list of phrases, each with a string: {"less than": "lt", ...}. */
typedef struct {
    const char *name;
    FactPhraseTable *phrases; /* payload: index + 1 into values */
    GPtrArray *values;        /* of const char *, interned */
} FactWording;

/* -- attributes (facts/attributes) ------------------------------------------------------------ */

typedef enum {
    FACT_CARDINALITY_ONE,
    FACT_CARDINALITY_MANY,
    FACT_CARDINALITY_SET,
} FactCardinality;

typedef enum {
    FACT_MOVES_NO,
    FACT_MOVES_UP,   /* only rises while the story runs: a toll */
    FACT_MOVES_DOWN, /* only falls: the missing */
    FACT_MOVES_ANY,  /* a price, a population */
    FACT_MOVES_AGE,  /* a year a year */
} FactMoves;

typedef enum {
    FACT_SEVERITY_NONE, /* not shown at all */
    FACT_SEVERITY_INFO,
    FACT_SEVERITY_WARNING,
    FACT_SEVERITY_ERROR,
} FactSeverity;

typedef enum {
    FACT_VERDICT_AGREE,
    FACT_VERDICT_SCOPE_DIFFERS,
    FACT_VERDICT_CHANGED_OVER_TIME,
    FACT_VERDICT_ROUNDING,
    FACT_VERDICT_DISPUTED,
    FACT_VERDICT_REFINES,
    FACT_VERDICT_CONFLICT,
    FACT_VERDICT_LAST = FACT_VERDICT_CONFLICT,
} FactVerdict;

/* Kinds of subject, a set of bits. */
typedef enum {
    FACT_KIND_PERSON = 1 << 0,
    FACT_KIND_ORGANISATION = 1 << 1,
    FACT_KIND_PLACE = 1 << 2,
    FACT_KIND_PRODUCT = 1 << 3,
    FACT_KIND_WORK = 1 << 4,  /* a film, book, song, video */
    FACT_KIND_EVENT = 1 << 5, /* the story itself, or a named event */
    FACT_KIND_OTHER = 1 << 6,
} FactKind;
#define FACT_KIND_ANY 0x7fu

typedef struct {
    FactDecimal relative; /* 0.01: within one per cent; zero: none */
    FactDecimal absolute; /* in the value's unit */
} FactTolerance;

typedef struct FactCue FactCue;
typedef struct FactCueIndex FactCueIndex;

/* A sentence that an attribute's author says is read so. */
typedef struct {
    const char *text;
    const char *subject; /* label of the claim's subject, NULL: any */
    const char *value;   /* the value as it would be written, NULL: any */
    const char *basis;   /* NULL: any */
    gboolean is_none;    /* the attribute must not be claimed in it */
    guint element;       /* its place in the examples of the file */
} FactExample;

typedef struct FactAttribute {
    const char *id;
    const char *label;
    uint32_t value_types;   /* bits 1 << FactValueType */
    uint32_t subject_kinds; /* FactKind */
    uint32_t value_kinds;   /* FactKind of the names that can be its value */
    FactCardinality cardinality;
    FactMoves moves;
    FactTolerance tolerance;
    FactTolerance apart; /* values further apart than this are of two things; zero: there is no such */
    gboolean takes_plans; /* what is planned counts as said: a price, a date to come */
    gboolean takes_demonyms; /* its values are countries, named by what their people are called */
    gboolean is_of_story; /* of the story, where a topic says which articles tell it, if the cue meets
                           * no subject: the price of the deal, whoever is named beside it */
    gboolean is_topical; /* compared only where a topic says which articles tell one story: the block of
                          * a street has many such stories */
    FactSeverity
        severities[FACT_VERDICT_LAST + 1]; /* design.md section 6 unless the file says otherwise */
    const char *const
        *units;       /* NULL-terminated; a count's nouns or a quantity's dimension; empty: any */
    const char *unit; /* what all its counts are counted in, whatever noun they have; NULL */
    const char *value_not;   /* list of facts/wording whose phrases may not stand in the value's own
                              * words: "two others" are not all of the dead; NULL */
    const char *value_not_unless; /* list whose phrases, in the claim's sentence or the one before,
                                   * undo value_not; NULL */
    const char *basis;       /* default basis qualifier of its claims, NULL */
    const char *basis_words; /* list of facts/wording whose phrases, in the claim's sentence, give
                              * the basis: {"metacritic": "Metacritic"}; NULL */
    const char *several; /* list of facts/wording whose phrases, anywhere in an article that tells of
                          * one, say that there were more; NULL */
    const char *besides; /* id of an attribute: who is told of there, one by one, is not counted here;
                          * NULL */
    const char *implies; /* id of an attribute that has the same value where the article claims */
    const char
        *unless;      /* neither it nor this one: people shot are injured unless some died; NULL */
    const char *unless_words; /* list of facts/wording whose phrases, in an article, bar the
                               * implication; NULL */
    const char *time_id; /* id of the attribute that has the hour of its dates, which it then has by
                          * the day; its own where the hour alone counts; NULL */
    const struct FactAttribute *time; /* that attribute, borrowed; NULL */
    const char *earlier_id; /* id of the attribute that has what is told of another event, of years
                             * before; NULL */
    const struct FactAttribute *earlier; /* that attribute, borrowed; NULL */
    gboolean is_earlier;                 /* whether it is such a one */
    const FactWording *words; /* the list that its values are words of, as {value} of a cue; NULL */
    GPtrArray *cues;  /* of FactCue, owned */
    GArray *examples; /* of FactExample, owned */
    guint index;      /* its place in the catalog */
    const char *path; /* file it came from, for messages */
    guint file;       /* index of that file in the catalog, */
    guint element;    /* and the attribute's place in its array */
} FactAttribute;

/* -- cue patterns ----------------------------------------------------------------------------- */

/* A cue is a row of items that must follow one another within a clause:
 *
 *     cue   = item *(" " item)
 *     item  = "{value}" | "{subject}" | "{name}" | "{end}" | gap | mark | word ["?"]
 *     mark  = "," | "(" | ")" | ":" | "-" | "/"
 *     gap   = "*"                     ; nothing up to FACT_CUE_GAP_MAX tokens of the clause
 *     word  = ["="] alt | "(" alt *("|" alt) ")"
 *     alt   = letters                 ; matched by lemma, after "=" by form; ~CLASS by word class
 *
 * "?" makes an item optional. The anchor is the literal item whose words are rarest in the catalog;
 * a cue without words ("{subject} , {value}") is anchored at its {value} and filed under word 0.
 */
#define FACT_CUE_GAP_MAX 8
#define FACT_CUE_ITEMS_MAX 16
#define FACT_CUE_WORDS_MAX 24

typedef enum {
    FACT_CUE_WORDS,   /* one of words */
    FACT_CUE_VALUE,   /* {value}: the claim's value */
    FACT_CUE_SUBJECT, /* {subject}: a noun phrase, the claim's subject */
    FACT_CUE_NAME,    /* {name}: any name */
    FACT_CUE_GAP,
    FACT_CUE_END,  /* {end}: no noun phrase goes on here; takes no token */
    FACT_CUE_MARK, /* a mark of punctuation, in words[0] its ASCII form: "," or "(" */
} FactCueItemKind;

typedef struct {
    uint8_t kind; /* FactCueItemKind */
    uint8_t is_optional;
    uint8_t is_exact; /* by form, else by lemma */
    uint8_t n_words;
    uint32_t classes;                   /* of "~noun": any word with one of these classes */
    FactWord words[FACT_CUE_WORDS_MAX]; /* lemmas, or forms when exact */
} FactCueItem;

struct FactCue {
    guint n_items;
    guint anchor; /* index of the anchor item */
    const FactAttribute *attribute;
    const char *source; /* as written in the file */
    const char *basis;  /* basis qualifier it gives its claims, NULL: the attribute's */
    gboolean is_veto;   /* matches where the attribute must not be claimed */
    gboolean is_partial; /* may count a part: stands only where the article counts nothing else */
    const char *
        implied; /* "value" implied by the cue without a {value}: "a man was killed" -> "1"; NULL */
    FactCueItem items[]; /* n_items of them, FACT_CUE_ITEMS_MAX at most */
};

/* -- entities and places (facts/entities, facts/places) --------------------------------------- */

typedef struct {
    const char *id; /* "openai/o1", "CN", "US-CA" */
    const char *label;
    FactKind kind;
    const char *owner;          /* id of who makes it, NULL */
    const char *const *parents; /* ids of the places that contain it, or the family it belongs to;
                                   NULL-terminated */
    guint index;
} FactEntity;

/* Names' payload: index + 1, and this bit where the name must be written with its capitals. */
#define FACT_NAME_PAYLOAD_CASED 0x80000000u
/* The name is an adjective of a place: "Chinese". */
#define FACT_NAME_PAYLOAD_ADJECTIVE 0x40000000u
/* The name is written in capitals throughout, and only so: "US", "IT" (CASED is set, too). */
#define FACT_NAME_PAYLOAD_CAPITALS 0x20000000u
#define FACT_NAME_PAYLOAD_INDEX 0x00ffffffu

/* -- the catalog ------------------------------------------------------------------------------ */

struct FactCatalog {
    gatomicrefcount refs;
    FactStringPool *strings;
    FactLexicon *lexicon;
    GArray *units;               /* of FactUnit */
    GArray *currencies;          /* of FactCurrency */
    FactPhraseTable *unit_names; /* payload: FACT_UNIT_PAYLOAD_* */
    GPtrArray *attributes;       /* of FactAttribute, owned, sorted by id */
    GPtrArray *entities;         /* of FactEntity, owned, in order of the files */
    FactPhraseTable *names;      /* payload: FACT_NAME_PAYLOAD_* */
    GHashTable *entity_by_id;    /* id -> FactEntity, borrowed */
    FactNameIndex *unit_index;      /* of codes, into units */
    FactNameIndex *currency_index;  /* of codes, into currencies */
    FactNameIndex *attribute_index; /* of ids, into attributes */
    FactNameIndex *wording_index;   /* of names, into wordings */
    GPtrArray *wordings;         /* of FactWording, owned, sorted by name */
    FactCueIndex *cue_index;     /* cues by their anchors: cue-index.h */
    GPtrArray
        *reference; /* of json_t claims from facts/reference, owned; the claim module reads them */
    GPtrArray *waivers;       /* of FactWaiver (base/document.h) from waivers files, owned */
    GPtrArray *files;         /* what was read, of FactCatalogFile, owned; for places */
    GArray *reference_places; /* private: where each of reference stands */
    FactWording empty;        /* what an unknown name of a wording gives */
};

/* The built-in catalog with @folders (NULL-terminated, nullable) layered over it, later ones over
 * earlier ones: an attribute, entity or unit with a known id replaces the known one; lists add up.
 * Mistakes go to @log as path:line:column messages, and what is sound is loaded all the same; NULL
 * and @error only if nothing can be loaded. */
FactCatalog *
fact_catalog_new(const char *const *folders, FactLog *log,
                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "path:line:column" (transfer full) of an attribute, of one of its examples, of an accepted fact.
 * The file is searched for it. */
char *
fact_catalog_attribute_place(const FactCatalog *catalog, const FactAttribute *attribute);

char *
fact_catalog_example_place(const FactCatalog *catalog, const FactAttribute *attribute,
                           guint example);

char *
fact_catalog_reference_place(const FactCatalog *catalog, guint index);

/* NULL if unknown. */
const FactAttribute *
fact_catalog_find_attribute(const FactCatalog *catalog, const char *id);

const FactEntity *
fact_catalog_find_entity(const FactCatalog *catalog, const char *id);

const FactUnit *
fact_catalog_find_unit(const FactCatalog *catalog, const char *code);

const FactCurrency *
fact_catalog_find_currency(const FactCatalog *catalog, const char *code);

/* The list of this name; an empty one if no file has it, never NULL. */
const FactWording *
fact_catalog_get_wording(const FactCatalog *catalog, const char *name);

/* Longest phrase of @wording at token @i: its string, NULL if none; @out_end is one past it. */
static inline const char *
fact_wording_match(const FactWording *wording, const FactTokens *tokens, guint i, guint limit,
                   guint *out_end)
{
    uint32_t payload = 0;
    guint end = fact_phrase_table_match(wording->phrases, tokens, i, limit, &payload);
    if (end == i || payload == 0)
        return NULL;
    *out_end = end;
    return (const char *)g_ptr_array_index(wording->values, payload - 1);
}

/* Whether @inner is @outer or lies within it (transitively); ids of entities. */
gboolean
fact_catalog_is_within(const FactCatalog *catalog, const char *inner, const char *outer);

const char *
fact_verdict_to_string(FactVerdict verdict);

gboolean
fact_verdict_from_string(const char *name, FactVerdict *out_verdict);

const char *
fact_severity_to_string(FactSeverity severity);

gboolean
fact_severity_from_string(const char *name, FactSeverity *out_severity);

/* One kind's name: "person"; and back. */
const char *
fact_kind_to_string(FactKind kind);

gboolean
fact_kind_from_string(const char *name, FactKind *out_kind);
