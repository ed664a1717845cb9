/* SPDX-License-Identifier: MIT
 *
 * The words the catalog knows, each with a number, its lemma and what it can be. The tokeniser
 * looks every word of a text up once; all matching after that compares numbers. Built once, then
 * read by any number of threads.
 *
 * Words are keyed folded: lower case, typographic apostrophes made plain.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/block.h"
#include "base/hash.h"

/* 0 is a word that the lexicon does not know. */
typedef uint32_t FactWord;

/* What a word can be, all that hold. Closed classes come from facts/wording, the open ones from the
 * word list there. */
typedef enum {
    FACT_WORD_NOUN = 1 << 0,
    FACT_WORD_VERB = 1 << 1,
    FACT_WORD_ADJECTIVE = 1 << 2,
    FACT_WORD_ADVERB = 1 << 3,
    FACT_WORD_DETERMINER = 1 << 4,
    FACT_WORD_PREPOSITION = 1 << 5,
    FACT_WORD_PRONOUN = 1 << 6,
    FACT_WORD_CONJUNCTION = 1 << 7,
    FACT_WORD_AUXILIARY = 1 << 8,
    FACT_WORD_PAST = 1 << 9,          /* a past form or participle */
    FACT_WORD_PLURAL = 1 << 10,       /* a plural noun */
    FACT_WORD_NUMBER = 1 << 11,       /* may begin or continue a number: "two", "dozen", "half" */
    FACT_WORD_UNIT = 1 << 12,         /* may begin a unit's name */
    FACT_WORD_CALENDAR = 1 << 13,     /* months, weekdays, seasons, "today", "ago", "last" */
    FACT_WORD_TITLE = 1 << 14,        /* "Mr", "President", "Dr": before a person's name */
    FACT_WORD_GIVEN_NAME = 1 << 15,   /* a common first name */
    FACT_WORD_ABBREVIATION = 1 << 16, /* a full stop after it does not end a sentence */
    FACT_WORD_COMMON =
        1 << 17, /* an ordinary word: capitalised at a sentence start it names nothing */
    FACT_WORD_REPORTING = 1 << 18, /* "said", "according": a speaker is near */
    FACT_WORD_HEDGE =
        1 << 19, /* "about", "nearly", "reportedly", "more" (than): begins wording around a value */
    FACT_WORD_NEGATION = 1 << 20,
    FACT_WORD_COMPANY_SUFFIX = 1 << 21, /* "Inc", "Ltd" */
    FACT_WORD_PLACE = 1 << 22,          /* begins the name of a place */
    FACT_WORD_CUE = 1 << 23,            /* the anchor of a cue pattern */
    FACT_WORD_NAME = 1 << 24,           /* begins a name of the catalog */
    FACT_WORD_CUE_PART = 1 << 25,       /* stands in a cue beside its anchor */
    FACT_WORD_BEGINS_VALUE = FACT_WORD_NUMBER | FACT_WORD_UNIT | FACT_WORD_CALENDAR,
} FactWordClass;

/* Words shorter than this stand in the entry itself. */
#define FACT_WORD_SHORT_BYTES FACT_BLOCK_BYTES

/* A word in its place in the table of them: half a line of cache, which brings all that is asked of
 * every word of a text. */
typedef struct {
    union {
        char bytes[FACT_WORD_SHORT_BYTES]; /* of a short word, with zeros behind it */
        struct {
            const char *pointer; /* into the arena */
            uint64_t mark;       /* makes it differ from any short word */
        } text;                  /* of a longer one */
    } as;
    FactWord word; /* 0: nothing stands here */
    uint32_t classes;
    uint32_t len;
    uint32_t note; /* free for the lexicon's owner, 0 at first; tokens carry it */
} FactWordEntry;

/* Private to lexicon.c, but for the functions below, which run for every token of a text. */
typedef struct {
    FactWordEntry
        *entries; /* by the low bits of a word's hash, and one behind them for word 0; owned */
    uint32_t n_entries; /* a power of two */
    uint32_t *places;   /* by word, word 0 included: its entry; owned */
    FactWord *lemmas;   /* by word; owned */
    guint n_words;      /* words and word 0 */
    guint allocated;    /* of places and lemmas */
    FactArena *arena;   /* owned */
} FactLexicon;

/* Writes the folded form of @len bytes of UTF-8 into @out, which has room for 2 * @len bytes, and
 * returns its length. ASCII needs no call: it folds byte by byte. Depends on no locale. */
size_t
fact_word_fold(const char *word, size_t len, char *out);

FactLexicon *
fact_lexicon_new(void);

void
fact_lexicon_free(FactLexicon *lexicon);

/* Makes room for @n_words words in all, so that adding them moves none. */
void
fact_lexicon_reserve(FactLexicon *lexicon, guint n_words);

/* Adds @word if it is new, and @classes to what it can be. Folds it. Not thread-safe. */
FactWord
fact_lexicon_add(FactLexicon *lexicon, const char *word, gssize len, uint32_t classes);

/* Adds @classes to what a known word can be. Not thread-safe. */
static inline void
fact_lexicon_mark(FactLexicon *lexicon, FactWord word, uint32_t classes)
{
    lexicon->entries[lexicon->places[word]].classes |= classes;
}

/* Keeps @note with a known word, for who finds its tokens in a text. Not thread-safe. */
static inline void
fact_lexicon_set_note(FactLexicon *lexicon, FactWord word, uint32_t note)
{
    lexicon->entries[lexicon->places[word]].note = note;
}

/* @lemma becomes the lemma of @word ("killed" -> "kill"). */
void
fact_lexicon_set_lemma(FactLexicon *lexicon, FactWord word, FactWord lemma);

/* Hash of a word that is shorter than FACT_WORD_SHORT_BYTES and folded, with zeros behind it: the
 * zeros tell its length, so that one multiplication does for all lengths, and no branch. */
static inline uint64_t
fact_word_hash_short(FactBlock folded)
{
    char bytes[FACT_BLOCK_BYTES];

    fact_block_store(folded, bytes);
    return fact_hash_multiply(fact_hash_read_8(bytes) ^ UINT64_C(0xa0761d6478bd642f),
                              fact_hash_read_8(bytes + 8) ^ UINT64_C(0xe7037ed1a0b428db));
}

/* Hash of a folded word of any length; the same on every machine. */
uint64_t
fact_word_hash(const char *folded, size_t len);

/* The number of a word, folding it; 0 if unknown. */
FactWord
fact_lexicon_find(const FactLexicon *lexicon, const char *word, size_t len);

/* The same for a word already folded; @hash is fact_word_hash (@folded, @len). */
FactWord
fact_lexicon_find_hashed(const FactLexicon *lexicon, uint64_t hash, const char *folded, size_t len);

/* The entry of a word shorter than FACT_WORD_SHORT_BYTES, which is @folded with zeros behind it;
 * that of word 0 for an unknown one. */
static inline const FactWordEntry *
fact_lexicon_find_entry(const FactLexicon *lexicon, uint64_t hash, FactBlock folded)
{
    const FactWordEntry *entries = lexicon->entries;
    uint32_t mask = lexicon->n_entries - 1;

    for (uint32_t i = (uint32_t)hash & mask; entries[i].word != 0; i = (i + 1) & mask) {
        if (fact_block_is_equal(fact_block_load(entries[i].as.bytes), folded))
            return &entries[i];
    }
    return &entries[lexicon->n_entries];
}

static inline FactWord
fact_lexicon_find_short(const FactLexicon *lexicon, uint64_t hash, FactBlock folded)
{
    return fact_lexicon_find_entry(lexicon, hash, folded)->word;
}

static inline const FactWordEntry *
fact_lexicon_get_entry(const FactLexicon *lexicon, FactWord word)
{
    return &lexicon->entries[lexicon->places[word]];
}

/* What a word can be; 0 for word 0. */
static inline uint32_t
fact_lexicon_get_classes(const FactLexicon *lexicon, FactWord word)
{
    return fact_lexicon_get_entry(lexicon, word)->classes;
}

/* What fact_lexicon_set_note() set; 0 for word 0. */
static inline uint32_t
fact_lexicon_get_note(const FactLexicon *lexicon, FactWord word)
{
    return fact_lexicon_get_entry(lexicon, word)->note;
}

/* Its lemma, the word itself where none was set. */
static inline FactWord
fact_lexicon_get_lemma(const FactLexicon *lexicon, FactWord word)
{
    return lexicon->lemmas[word];
}

/* Its folded text; "" for word 0. */
const char *
fact_lexicon_get_text(const FactLexicon *lexicon, FactWord word);

guint
fact_lexicon_get_size(const FactLexicon *lexicon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactLexicon, fact_lexicon_free)
