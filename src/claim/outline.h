/* SPDX-License-Identifier: MIT
 *
 * The outline of a document: its content words in their order, sentence by sentence, as hashes.
 * Statements of different articles are found alike by it after the texts are gone
 * (link/statement.h). It is made of documents that have a topic, for only articles on one story
 * repeat each other's statements. It travels as a string in the document's record, like the
 * signature; inside a run it stays the bytes it is.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

#include "base/arena.h"

typedef enum {
    FACT_OUTLINE_STARTS = 1 << 0,   /* the first of its sentence */
    FACT_OUTLINE_DENIED = 1 << 1,   /* a negation stands before it */
    FACT_OUTLINE_CONTRAST = 1 << 2, /* a meaning of the list "contrasts", not a word */
    FACT_OUTLINE_NAME = 1 << 3,     /* the id of a name that the catalog knows */
    FACT_OUTLINE_LIGHT = 1 << 4,    /* too common to tell a sentence by: a number, "said" */
    FACT_OUTLINE_SPEAKER = 1 << 5,  /* who says the sentence; stands before its words */
    FACT_OUTLINE_TEXT =
        1 << 6, /* it has a text: a value, or a name that the catalog does not know */
    FACT_OUTLINE_GRAMMAR = 1 << 7, /* a word of grammar, which a paraphrase may well leave out */
    FACT_OUTLINE_FLAGS = (1 << 8) - 1,
} FactOutlineFlags;

typedef struct {
    uint32_t word;  /* the upper bits of a hash, and the flags */
    uint32_t start; /* in the file, as a claim's span */
    uint32_t end;
    uint32_t line;
    uint32_t column;
    const char *text; /* NULL without FACT_OUTLINE_TEXT */
} FactOutlineItem;

/* Longest text of an item. */
#define FACT_OUTLINE_TEXT_MAX 80

/* The same for equal strings on every machine. */
uint32_t
fact_outline_hash(const char *word, size_t len);

static inline uint32_t
fact_outline_word(uint32_t hash, guint flags)
{
    return (hash & ~(uint32_t)FACT_OUTLINE_FLAGS) | flags;
}

/* The outline of @items (of FactOutlineItem), transfer full; NULL for none. */
GBytes *
fact_outline_encode(const GArray *items);

/* Appends the items of @outline (nullable) to @out_items; texts are kept in @arena. FALSE, and
 * nothing appended, where it is no outline: it may come from a file. */
gboolean
fact_outline_decode(GBytes *outline, FactArena *arena, GArray *out_items);

/* @outline (nullable) as a string of printable ASCII, transfer full; NULL for none. */
char *
fact_outline_format(GBytes *outline);

/* The outline that was written as @str (nullable), transfer full; NULL where it is none. What is
 * in it shows when it is decoded. */
GBytes *
fact_outline_parse(const char *str);
