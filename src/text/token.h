/* SPDX-License-Identifier: MIT
 *
 * Tokens of a text, made in one pass, without allocation per token.
 *
 * What a token is:
 * - WORD: a run of letters, digits after the first letter and inner apostrophes: "killed", "o'clock",
 *   "R1", "H800", "don't". A possessive "'s" or "'" is a token of its own, POSSESSIVE.
 * - NUMBER: digits with inner separators, each followed by a digit: "5.6", "1,234", "10:30" is three
 *   tokens, "1st" is NUMBER "1" and WORD "st" glued, "500k" likewise.
 * - PUNCT: one mark of punctuation; a run of dots ("...") is one; Unicode dashes and quotes too.
 * - SYMBOL: one other mark: currency signs, "%", "+", "°", "=", "<", "½".
 * Hyphens split: "27-year-old" is 27 - year - old, all glued.
 */
#pragma once

#include <string.h>

#include "base/span.h"
#include "text/lexicon.h"

typedef enum {
    FACT_TOKEN_WORD = 1 << 0,
    FACT_TOKEN_NUMBER = 1 << 1,
    FACT_TOKEN_PUNCT = 1 << 2,
    FACT_TOKEN_SYMBOL = 1 << 3,
    FACT_TOKEN_POSSESSIVE = 1 << 4,
    FACT_TOKEN_GLUED = 1 << 5,      /* no white space between it and the token before */
    FACT_TOKEN_CAPITAL = 1 << 6,    /* begins with a capital letter */
    FACT_TOKEN_ALL_CAPS = 1 << 7,   /* two or more letters, no small one */
    FACT_TOKEN_HAS_DIGIT = 1 << 8,  /* a WORD with a digit in it, or any NUMBER */
    FACT_TOKEN_NEWLINE = 1 << 9,    /* a line break stands before it */
    FACT_TOKEN_PARAGRAPH = 1 << 10, /* a blank line stands before it, or it is the text's first */
    FACT_TOKEN_SENTENCE = 1 << 11,  /* it begins a sentence (set by the sentence splitter) */
    FACT_TOKEN_DASH = 1 << 12,      /* a hyphen, dash or minus */
    FACT_TOKEN_QUOTE = 1 << 13,     /* a quotation mark that opens or closes speech */
    FACT_TOKEN_BREAK = 1 << 14,     /* what stands before it may end a sentence: a line break, or a mark
                                     * or word that does */
    FACT_TOKEN_VALUE = 1 << 15,     /* may begin a value: any NUMBER or apostrophe, of the SYMBOLs "$"
                                     * and what has no ASCII form, and of the WORDs those with a digit
                                     * or of FACT_WORD_BEGINS_VALUE */
} FactTokenFlags;

typedef struct {
    uint32_t start;
    uint32_t end;
    FactWord word;  /* of a WORD (or POSSESSIVE); 0 when unknown, and for all others */
    uint16_t flags; /* FactTokenFlags */
    char mark;      /* of PUNCT and SYMBOL: its ASCII form ('"' for any double quote, '\'' single,
                     * '-' any dash, '.' dots); 0 if it has none. Of WORD: its first byte, folded */
    uint8_t kind;   /* free for the passes after the tokeniser; 0 at first */
    uint32_t hash;  /* of a WORD, folded: equal words have equal hashes even when unknown */
    uint32_t note;  /* of word in the lexicon: its place in the catalog's cue index */
    uint32_t classes; /* FactWordClass bits of word, 0 where there is none: each pass asks for them */
} FactToken;

/* The tokens and sentences of one text. Reused from document to document. */
typedef struct {
    const char *text;         /* borrowed */
    size_t text_len;
    const FactLexicon *lexicon; /* borrowed */
    FactToken *tokens;        /* n of them, and one sentinel with flags 0 and empty span after the last */
    guint n;
    guint allocated;
    guint *sentences;         /* index of each sentence's first token, and n as the last entry */
    guint n_sentences;
    guint *breaks;            /* scratch of the sentence splitter */
    guint breaks_allocated;   /* of breaks and of sentences */
    gboolean is_spaced;       /* a tokeniser set its marks apart by spaces (spacing.h) */
} FactTokens;

void
fact_tokens_init(FactTokens *tokens, const FactLexicon *lexicon);

void
fact_tokens_clear(FactTokens *tokens);

/* Splits @text (padded as base/document.h says, valid UTF-8) into tokens and sentences. @text is
 * borrowed and must outlive the use of @tokens. */
void
fact_tokens_split(FactTokens *tokens, const char *text, size_t len);

/* Classes of the token's word, 0 if it has none. */
static inline uint32_t
fact_token_classes(const FactTokens *tokens, guint i)
{
    return tokens->tokens[i].classes;
}

/* Whether token @i is the WORD @word, which is in small letters of ASCII and may have an apostrophe
 * or dots. Nearly always its first letter says no, before anybody has to know how long @word is. */
static inline gboolean
fact_token_is_word(const FactTokens *tokens, guint i, const char *word)
{
    const FactToken *token = &tokens->tokens[i];

    if (token->mark != word[0])
        return FALSE;
    const char *text = tokens->text + token->start;
    size_t len = strlen(word);
    if (token->end - token->start != len || (token->flags & FACT_TOKEN_WORD) == 0)
        return FALSE;
    for (size_t k = 1; k < len; k++) {
        if ((text[k] | 0x20) != word[k])
            return FALSE;
    }
    return TRUE;
}

/* Index of the sentence that token @i belongs to. */
guint
fact_tokens_sentence_of(const FactTokens *tokens, guint i);
