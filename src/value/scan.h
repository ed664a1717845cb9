/* SPDX-License-Identifier: MIT
 *
 * What the parts of the recogniser share while they read one text: the tokens, the catalog's lists
 * of wording, and the mentions made so far. Parts look at tokens and answer; only scan.c appends.
 */
#pragma once

#include "value/date.h"
#include "value/mention.h"

#include <string.h>

typedef struct {
    const FactCatalog *catalog;
    const FactTokens *tokens;
    const FactToken *token; /* tokens->tokens */
    const char *text;
    guint first;
    guint last;
    guint done;     /* tokens before it belong to mentions that were made */
    guint sentence; /* the number of the one that ends at sentence_end, less one before the first */
    guint sentence_end; /* one past the last token of the sentence that is read */
    FactArena *arena;
    GArray *mentions; /* of FactMention */
    FactDateLists dates;
    FactDateScan date;
    const FactWording *numerals;
    const FactWording *letter_scales;
    const FactWording *case_units;
    const FactWording *minor_letters;
    const FactWording *line_counts; /* of pictures: "1080p" */
    const FactWording *joined_symbols;
    uint8_t joined_lengths[26]; /* of what stands in one word with its sum ("RM23"), by first
                                 * letter: a bit for each length */
    const FactWording *number_names;
    const FactWording *labels_after;
    const FactWording *unit_gaps;
    const FactWording *age_units;
    const FactWording *over_nouns;
    const FactWording *plurals; /* irregular ones, by singular */
    const FactWording *large_sums;
    const FactWording *hedges_before;
    const FactWording *hedges_after;
    const FactWording *hedge_gaps;
    const FactWording *trends;
    const FactWording *trend_gaps;
    const FactWording *trends_after;
    const FactWording *moves; /* verbs that "up" and "down" go with */
    const FactWording *labels;
    const FactWording *streets;
    const FactWording *rates;
    const FactWording *rate_nouns;
    const FactWording *age_prefixes;
    const FactWording *age_suffixes;
    const FactWording *age_groups;
    const FactWording *score_words;
    const FactWording *enumerators;
} FactScan;

static inline gboolean
fact_scan_is_glued(const FactScan *scan, guint i)
{
    return (scan->token[i].flags & FACT_TOKEN_GLUED) != 0;
}

static inline gboolean
fact_scan_is_mark(const FactScan *scan, guint i, char mark)
{
    return i < scan->last && scan->token[i].mark == mark &&
           (scan->token[i].flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0;
}

static inline gboolean
fact_scan_is_word(const FactScan *scan, guint i)
{
    return i < scan->last && (scan->token[i].flags & FACT_TOKEN_WORD) != 0;
}

static inline gboolean
fact_scan_is_number(const FactScan *scan, guint i)
{
    return i < scan->last && (scan->token[i].flags & FACT_TOKEN_NUMBER) != 0;
}

static inline gboolean
fact_scan_is_dash(const FactScan *scan, guint i)
{
    return i < scan->last && (scan->token[i].flags & FACT_TOKEN_DASH) != 0;
}

/* A hyphen with no white space on either side. */
static inline gboolean
fact_scan_is_hyphen(const FactScan *scan, guint i)
{
    return fact_scan_is_dash(scan, i) && fact_scan_is_glued(scan, i) && i + 1 < scan->last &&
           fact_scan_is_glued(scan, i + 1);
}

/* Whether a sentence or paragraph begins at token @i; nothing reads across it. */
static inline gboolean
fact_scan_is_border(const FactScan *scan, guint i)
{
    return i >= scan->last ||
           (scan->token[i].flags & (FACT_TOKEN_SENTENCE | FACT_TOKEN_PARAGRAPH)) != 0;
}

/* What @list says of the phrase at @i, NULL if it is none; @out_end (nullable) is one past it. Most
 * words begin no phrase of a list, which the table's first look tells without a call. */
static inline const char *
fact_scan_lookup(const FactScan *scan, const FactWording *list, guint i, guint limit,
                 guint *out_end)
{
    uint32_t payload = 0;
    guint end =
        i < limit ? fact_phrase_table_match(list->phrases, scan->tokens, i, limit, &payload) : i;

    if (end == i || payload == 0)
        return NULL;
    if (out_end != NULL)
        *out_end = end;
    return g_ptr_array_index(list->values, payload - 1);
}

/* Whether the word at @i is exactly @word, which is in small letters. */
static inline gboolean
fact_scan_is_text(const FactScan *scan, guint i, const char *word)
{
    return i < scan->last && fact_token_is_word(scan->tokens, i, word);
}
