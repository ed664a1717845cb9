/* SPDX-License-Identifier: MIT
 *
 * Phrases of one or more words with a payload each: units, hedges, names. Matching walks a trie over
 * word numbers, so its cost does not depend on how many phrases there are.
 *
 * In a text a hyphen or a glued boundary between two words of a phrase is skipped: "more-than" meets
 * "more than", "DeepSeek-R1" meets "deepseek r1". Hyphens between two words of a phrase are dropped
 * when it is added.
 *
 * All tokens of a phrase are words of the lexicon, not its WORD tokens alone: a mark is the word of
 * its ASCII form ("-" for any dash), another symbol ("°", "€") or a number ("737") the word of its
 * bytes. A text's tokens carry no word for those, so matching looks them up, and only where some
 * phrase may go on with one. Matching therefore needs tokens made with the lexicon given to add.
 */
#pragma once

#include "text/token.h"

/* The words at one end of the phrases. */
typedef struct {
    uint64_t *words;       /* bitmap by word, owned */
    FactWord end;          /* bits in it */
    gboolean has_unworded; /* a mark, symbol or number is one, too */
} FactPhraseEnds;

/* Private to phrase-table.c, but for what turns most tokens away without a call. */
typedef struct {
    GArray *nodes;                     /* of nodes, owned */
    struct FactPhraseEdge *edges;      /* owned */
    uint32_t n_edges_allocated;        /* a power of two, at least twice the edges */
    FactPhraseEnds first;
    FactPhraseEnds last;
    FactWord marks[128];               /* words of ASCII marks that phrases have */
} FactPhraseTable;

FactPhraseTable *
fact_phrase_table_new(void);

void
fact_phrase_table_free(FactPhraseTable *table);

/* Splits @phrase into words, adds them to @lexicon with @first_classes on the first one, and keeps
 * @payload (not 0) for the whole. A phrase given twice keeps its first payload and returns FALSE;
 * so does one without a word in it. Symbols and punctuation that are words of a unit ("°", "%", "/")
 * count as words here. */
gboolean
fact_phrase_table_add(FactPhraseTable *table, FactLexicon *lexicon, const char *phrase, uint32_t first_classes,
                      uint32_t payload);

/* The same as match, for a token that may begin a phrase. */
guint
fact_phrase_table_match_from(const FactPhraseTable *table, const FactTokens *tokens, guint i, guint limit,
                             uint32_t *out_payload);

static inline gboolean
fact_phrase_ends_have_word(const FactPhraseEnds *ends, FactWord word)
{
    return word < ends->end && (ends->words[word / 64] >> (word % 64) & 1) != 0;
}

/* The first of the words from @word on; 0 for none. */
static inline FactWord
fact_phrase_ends_next(const FactPhraseEnds *ends, FactWord word)
{
    for (FactWord i = word / 64; i < ends->end / 64; i++) {
        uint64_t bits = ends->words[i] & (i == word / 64 ? UINT64_MAX << (word % 64) : UINT64_MAX);
        if (bits != 0)
            return i * 64 + (FactWord)__builtin_ctzll(bits);
    }
    return 0;
}

static inline gboolean
fact_phrase_ends_have(const FactPhraseEnds *ends, const FactToken *token)
{
    if ((token->flags & (FACT_TOKEN_WORD | FACT_TOKEN_POSSESSIVE)) == 0)
        return ends->has_unworded;
    return fact_phrase_ends_have_word(ends, token->word);
}

/* Whether token @i may be the first one of a phrase; most say no. */
static inline gboolean
fact_phrase_table_may_begin(const FactPhraseTable *table, const FactTokens *tokens, guint i)
{
    return fact_phrase_ends_have(&table->first, &tokens->tokens[i]);
}

/* Whether token @i may be the last one of a phrase. Who looks for the phrase that ends somewhere
 * asks this before trying where it begins. */
static inline gboolean
fact_phrase_table_may_end(const FactPhraseTable *table, const FactTokens *tokens, guint i)
{
    return fact_phrase_ends_have(&table->last, &tokens->tokens[i]);
}

/* Whether some phrase has the mark of ASCII that token @i is; true of all other tokens. For who meets
 * many marks, of which the functions above let all through if some phrase begins or ends with one. */
static inline gboolean
fact_phrase_table_may_have_mark(const FactPhraseTable *table, const FactTokens *tokens, guint i)
{
    const FactToken *token = &tokens->tokens[i];
    return (token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) == 0 || token->mark <= 0 ||
           table->marks[(unsigned char)token->mark] != 0;
}

/* The longest phrase that begins at token @i and ends before token @limit: the index of the first
 * token after it and its payload; @i itself if there is none. */
static inline guint
fact_phrase_table_match(const FactPhraseTable *table, const FactTokens *tokens, guint i, guint limit,
                        uint32_t *out_payload)
{
    if (i >= limit || !fact_phrase_table_may_begin(table, tokens, i))
        return i;
    return fact_phrase_table_match_from(table, tokens, i, limit, out_payload);
}

/* Payload of the phrase that is @word alone, a word of letters; 0 if none. Most words that are asked
 * for begin no phrase, and that is seen without a call. */
uint32_t
fact_phrase_table_find_from(const FactPhraseTable *table, FactWord word);

static inline uint32_t
fact_phrase_table_find_word(const FactPhraseTable *table, FactWord word)
{
    return fact_phrase_ends_have_word(&table->first, word)
               ? fact_phrase_table_find_from(table, word)
               : 0;
}

/* Whether some phrase of several words begins with @word. */
gboolean
fact_phrase_table_goes_on(const FactPhraseTable *table, FactWord word);

/* Adds to @ends, zeroed at first, what stands second in a phrase. */
void
fact_phrase_table_add_seconds(const FactPhraseTable *table, FactPhraseEnds *ends);

/* Adds to @ends, zeroed at first, what stands first in a phrase: one look then answers for several
 * tables. */
void
fact_phrase_table_add_firsts(const FactPhraseTable *table, FactPhraseEnds *ends);

void
fact_phrase_ends_clear(FactPhraseEnds *ends);

/* Payload of exactly this phrase, 0 if none. */
uint32_t
fact_phrase_table_find(const FactPhraseTable *table, const FactLexicon *lexicon, const char *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactPhraseTable, fact_phrase_table_free)
