/* SPDX-License-Identifier: MIT
 *
 * Finds the values of a text. A mention is where a value stands and what it is; mentions come in
 * the order of the text and do not overlap.
 */
#pragma once

#include "text/token.h"
#include "value/value.h"

typedef struct {
    guint first;     /* first token of the value's wording: "less" of "less than $6 million" */
    guint last;      /* one past its last token */
    guint core;      /* first token of the value itself: "$" there */
    FactSpan span;   /* of the value itself with its number and unit, without hedges: what quotes show */
    FactValue value; /* strings from the catalog or the scanner's arena */
} FactMention;

/* The day a text was published, which relative dates resolve against. */
typedef struct {
    gboolean is_known;
    int64_t minute;     /* since 1970-01-01T00:00, local to the text */
    gboolean has_time;  /* else the day alone is known */
} FactClock;

/* Reads ISO 8601 / EDTF and the date lines newspapers print ("June 6th, 2013 7:38pm EDT",
 * "Sunday, November 27 - 2005 at 16:12", "2013-06-06"). An unreadable one gives an unknown clock. */
FactClock
fact_clock_parse(const FactCatalog *catalog, const char *published);

/* Whether a line is a date line and nothing else: a whole date, and at most a weekday, a time, a zone,
 * a second date and words as "Last updated" beside it. */
gboolean
fact_clock_is_all(const FactCatalog *catalog, const char *line);

/* The catalog's wording, as the recogniser reads it. Made once; any number of threads may use it. */
typedef struct FactMentionLists FactMentionLists;

FactMentionLists *
fact_mention_lists_new(const FactCatalog *catalog);

void
fact_mention_lists_free(FactMentionLists *lists);

/* Appends the values between tokens @first and @last (whole sentences) of @tokens to @out_mentions
 * (of FactMention). Strings and arrays that are not the catalog's are in @arena. */
void
fact_mentions_scan(const FactMentionLists *lists, const FactTokens *tokens, guint first, guint last,
                   FactClock published, FactArena *arena, GArray *out_mentions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactMentionLists, fact_mention_lists_free)
