/* SPDX-License-Identifier: MIT
 *
 * Dates and times. A date is the interval of minutes in which it lies, both ends inclusive, in the
 * local time of the text: "2014" is 2014-01-01T00:00 to 2014-12-31T23:59, "after 6 p.m. Friday" has
 * a low end alone. FACT_VALUE_HAS_TIME tells that it was said to the minute or the part of a day.
 *
 * as.date.edtf is the same interval in EDTF (Library of Congress, levels 0 and 1, with minutes in
 * intervals as an extension), NULL while it is unresolved. An unresolved date has neither end; what
 * is known of it is its pattern, kept in the value's unit:
 *
 *     pattern = day ["T" time ["/" time]] | "T" time ["/" time] | relative
 *     day     = year "-" month "-" date   ; X for digits not known: "XXXX-05-17", "XXXX-12"
 *             | "XXXX-W" ("XX-" 1*8DIGIT) ; weekdays, Monday is 1: "XXXX-WXX-2", "XXXX-WXX-12345"
 *     time    = HH ":" MM
 *     relative = "~" anything             ; "~last year": without a publication date nobody knows
 *
 * A recurring date ("every Tuesday") is such a pattern too. Two patterns are compared as far as
 * both know; relative ones never are. A pattern that is valid EDTF ("XXXX-05-17") is as.date.edtf
 * too.
 *
 * A time with a named zone keeps it in the value's spare: 0 for none, else FACT_DATE_ZONE_UTC plus
 * quarters of an hour east of it.
 */
#pragma once

#include "value/mention.h"
#include "value/value.h"

#define FACT_DATE_ZONE_UTC 100u

/* The longest EDTF string or pattern that this module writes, with its terminator. */
#define FACT_EDTF_MAX 64

#define FACT_DAY_MINUTES 1440

struct FactDateWord;

/* The lists of wording that dates are read by. */
typedef struct {
    const FactCatalog *catalog;
    const FactWording *words;      /* "calendar" */
    const FactWording *inner;      /* "calendar-inner" */
    struct FactDateWord *meanings; /* of the phrases of words, then of inner, owned; 0 is none */
    uint32_t *begins;              /* by word of the lexicon, owned: date-private.h */
    uint64_t *is_known;            /* of each of those words whether it begins anything: a bit */
    guint n_begins;
    FactPhraseEnds calendar_seconds; /* what stands second in a phrase of words or inner, */
    FactPhraseEnds tense_seconds;    /* and in one of tense */
    const FactWording *bounds;       /* "date-bounds" */
    const FactWording *tense;
    const FactWording *year_strong;
    const FactWording *year_weak;
    const FactWording *year_not_before;
    const FactWording *month_before;
    const FactWording *month_strict;
    const FactWording *quarter_after;
    const FactWording *name_after;
    const FactWording *name_before;
} FactDateLists;

void
fact_date_lists_init(FactDateLists *lists, const FactCatalog *catalog);

void
fact_date_lists_clear(FactDateLists *lists);

/* What dates of one text are read with, all borrowed. */
typedef struct {
    const FactDateLists *lists;
    const FactTokens *tokens;
    guint limit; /* tokens from it on are not looked at: where the sentence ends, at the latest */
    FactClock clock;
    FactArena *arena;
} FactDateScan;

/* Reads a date or time at token @i. Call it at each NUMBER token, each WORD of class
 * FACT_WORD_CALENDAR and each quotation mark before a number ("'90s"). Wording before it in the
 * same sentence ("since", "around", "by") is found by looking back, so @out_mention->first may be
 * less than @i. Returns one past the last token, or @i if there is no date; @out_mention is of no
 * use then. */
guint
fact_date_match(const FactDateScan *scan, guint i, FactMention *out_mention);

/* How @a stands to @b, both dates. DISJOINT only where both cannot hold. */
FactRelation
fact_date_compare(const FactValue *a, const FactValue *b);

/* Minutes between two times of day, the shorter way round; 0 where one is none. */
int64_t
fact_date_times_apart(const FactValue *a, const FactValue *b);

/* Whole days between two resolved dates, 0 where they meet; and whether both of them say which day
 * or night they mean, "last week" does not. */
int
fact_date_days_apart(const FactValue *a, const FactValue *b);

gboolean
fact_date_are_days(const FactValue *a, const FactValue *b);

/* Whether @value says an hour or a minute, and whether it says a day. */
gboolean
fact_date_has_time_of_day(const FactValue *value);

gboolean
fact_date_has_day(const FactValue *value);

/* Whether it says a part of a day that is no hour: "Sunday night", "the early hours". */
gboolean
fact_date_has_part_of_day(const FactValue *value);

/* Leaves of @value, which has it, the time of day alone, as a pattern in @arena; or its day alone.
 * A part of a day ("Sunday night") belongs to the day, and is a time as well. */
void
fact_date_take_time(FactValue *value, FactArena *arena);

void
fact_date_take_day(FactValue *value, FactArena *arena);

/* A total order: resolved before unresolved, by low, high, comparator, pattern. */
int
fact_date_order(const FactValue *a, const FactValue *b);

/* For people: "17 May 2014", "spring 2023", "since 2005", "11 April 2013, 14:18". */
void
fact_date_format(const FactValue *value, GString *out);

/* After "date:": "2014-05-17:eq". */
void
fact_date_format_key(const FactValue *value, GString *out);

/* low, high, edtf, unit (the pattern), comparator and recurring, as members of the open object. */
void
fact_date_write_members(const FactValue *value, FactJsonWriter *writer);

/* The members of a date's JSON form back; each nullable. @edtf outranks @low and @high. FALSE if
 * nothing usable is there; @out_member (static) names the culprit. Sets type, flags, unit and
 * as.date of @value and leaves its comparator. */
gboolean
fact_date_read_members(const FactCatalog *catalog, const char *low, const char *high,
                       const char *edtf, const char *pattern, FactStringPool *pool,
                       FactValue *value, const char **out_member);

/* Reads EDTF into type, flags, spare, unit and as.date of @out_value (comparator EQ, BETWEEN for an
 * interval, GE and LE for open ones, APPROX for "~" and "?"); as.date.edtf and unit are left NULL
 * for the caller to set. Seasons mean what the catalog says; without one (NULL) they are refused.
 * FALSE if it is not EDTF or beyond what is read here; @out_value is untouched then. */
gboolean
fact_edtf_parse(const FactCatalog *catalog, const char *str, size_t len, FactValue *out_value);

/* The EDTF of a resolved date's interval, the shortest that says it exactly. Returns its length. */
size_t
fact_edtf_format(const FactValue *value, char out[FACT_EDTF_MAX]);
