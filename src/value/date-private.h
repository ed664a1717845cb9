/* SPDX-License-Identifier: MIT
 *
 * What the files of the date recogniser share: days, the words of the calendar, the parts of a date
 * as they are read, and the scan they are read in.
 *
 *     words -> parts (date-match and all it calls) -> value (date-resolve, date-bound, date-range)
 */
#pragma once

#include "value/date.h"

/* -- days (date-day.c): counted from 1970-01-01; years 1 to 9999 ------------------------------- */

#define FACT_DATE_YEAR_MAX 9999

typedef struct {
    int year;
    int month;
    int day;
} FactDateDay;

/* FALSE for a day that no calendar has. */
gboolean
fact_date_day_join(int year, int month, int day, int32_t *out_day);

FactDateDay
fact_date_day_split(int32_t day);

/* How many days @month has, 1 to 12. */
int
fact_date_day_month_length(int year, int month);

/* 1 for Monday to 7 for Sunday. */
int
fact_date_day_weekday(int32_t day);

/* The same day of another month, or that month's last. Stays within the years there are. */
int32_t
fact_date_day_add_months(int32_t day, int months);

/* The first or last day of a month; @month may be out of 1 to 12 and is carried into the year. */
int32_t
fact_date_day_month_start(int year, int month);

int32_t
fact_date_day_month_end(int year, int month);

/* The @nth (1 to 4; 5 for the last) @weekday of a month. */
int32_t
fact_date_day_nth_weekday(int year, int month, int weekday, int nth);

/* The day that holds a minute. */
int32_t
fact_date_day_of(int64_t minute);

/* The kinds of words in the wording list "calendar"; facts/wording/calendar.json describes their
 * arguments. */
typedef enum {                         /* the most frequent ones first */
               FACT_DATE_WORD_NUMBER,  /* a */
               FACT_DATE_WORD_WHICH,   /* a: -1 last, 0 this, 1 next; b: 1 for a span ("past") */
               FACT_DATE_WORD_NTH,     /* a: 1 to 4 */
               FACT_DATE_WORD_UNIT,    /* a: FactDateUnit; b: how many of it */
               FACT_DATE_WORD_WEEKDAY, /* a: number; b: FactDateWordCare */
               FACT_DATE_WORD_MONTH,   /* a: number; b: FactDateWordCare */
               FACT_DATE_WORD_PART,    /* rest: which part of each unit; b: 1 if "of" must follow */
               FACT_DATE_WORD_HOURS,   /* rest: hours */
               FACT_DATE_WORD_DAY,     /* a: days from the publication; rest: hours, may be empty */
               FACT_DATE_WORD_WEEKDAYS, /* a: digits of weekdays, recurring */
               FACT_DATE_WORD_SEASON,   /* a: 21 to 24; rest: its days */
               FACT_DATE_WORD_AT,       /* rest: one time */
               FACT_DATE_WORD_AGO,      /* a: -1 ago, 1 from now */
               FACT_DATE_WORD_QUARTER,  /* a: 1 to 4 */
               FACT_DATE_WORD_HALF,     /* a: 1 or 2 */
               FACT_DATE_WORD_FISCAL,  /* a, b: months it may begin before its year and end after it
                                        */
               FACT_DATE_WORD_DECADE,  /* a: its first year without the century */
               FACT_DATE_WORD_HOLIDAY, /* rest: "12-25", or month, weekday, which of them: "11 4 4"
                                        */
               FACT_DATE_WORD_EVERY,
               FACT_DATE_WORD_REST, /* a: -1 earlier, 1 later (this week) */
               FACT_DATE_WORD_WITHIN,
               FACT_DATE_WORD_ZONE, /* a: minutes east; b: 1 if it is known */
} FactDateWordKind;

typedef enum {
    FACT_DATE_CARE_NONE,
    FACT_DATE_CARE_SHORT, /* an abbreviation: only with a date beside it, or its dot */
    FACT_DATE_CARE_NAME,  /* a first name too: not beside another name */
    FACT_DATE_CARE_WORD,  /* an ordinary word too: only beside a number or after a preposition */
} FactDateWordCare;

typedef enum {
    FACT_DATE_UNIT_NONE, /* a time of day alone */
    FACT_DATE_UNIT_DAY,
    FACT_DATE_UNIT_WEEK,
    FACT_DATE_UNIT_WEEKEND,
    FACT_DATE_UNIT_MONTH,
    FACT_DATE_UNIT_QUARTER,
    FACT_DATE_UNIT_SEASON,
    FACT_DATE_UNIT_HALF,
    FACT_DATE_UNIT_YEAR,
    FACT_DATE_UNIT_DECADE,
    FACT_DATE_UNIT_CENTURY,
} FactDateUnit;

typedef struct FactDateWord {
    const char *rest; /* what follows the numbers, never NULL */
    int32_t a;
    guint end; /* one past its last token */
    int32_t b;
    uint8_t kind; /* FactDateWordKind */
} FactDateWord;

/* What a word of the lexicon begins: of the calendar's phrases the one that is this word alone, as
 * an index into the meanings (0: none), and whether some are longer; and the same of the phrases
 * that tell a tense. */
#define FACT_DATE_BEGINS_MEANING 0x00ffffffu
#define FACT_DATE_BEGINS_LONGER 0x01000000u
#define FACT_DATE_BEGINS_PAST 0x02000000u
#define FACT_DATE_BEGINS_FUTURE 0x04000000u
#define FACT_DATE_BEGINS_LONGER_TENSE 0x08000000u
#define FACT_DATE_BEGINS_NUMBER 0x10000000u /* its meaning alone is a NUMBER */

/* Most words that are asked about begin nothing: that a few kilobytes say, which stay in the cache
 * as the whole table does not. */
static inline gboolean
fact_date_is_known(const FactDateScan *scan, guint i)
{
    FactWord word = scan->tokens->tokens[i].word;
    return word < scan->lists->n_begins &&
           (scan->lists->is_known[word / 64] >> (word % 64) & 1) != 0;
}

static inline uint32_t
fact_date_begins(const FactDateScan *scan, guint i)
{
    FactWord word = scan->tokens->tokens[i].word;
    return word < scan->lists->n_begins ? scan->lists->begins[word] : 0;
}

/* Whether token @i may stand second in a phrase, or is a hyphen before what does. */
static inline gboolean
fact_date_may_follow(const FactDateScan *scan, guint i, const FactPhraseEnds *seconds)
{
    const FactToken *token = &scan->tokens->tokens[i];
    return i < scan->limit &&
           (fact_phrase_ends_have(seconds, token) || (token->flags & FACT_TOKEN_DASH) != 0);
}

/* The calendar word at token @i, which begins something. */
gboolean
fact_date_word_read_known(const FactDateScan *scan, guint i, FactDateWord *out_word);

/* The calendar word at token @i. Each reader of dates asks this of the same tokens again, and
 * nearly all of them are no such word. */
static inline gboolean
fact_date_word_read(const FactDateScan *scan, guint i, FactDateWord *out_word)
{
    return i < scan->limit && (scan->tokens->tokens[i].flags & FACT_TOKEN_WORD) != 0 &&
           fact_date_is_known(scan, i) && fact_date_word_read_known(scan, i, out_word);
}

/* The same of @kind alone. */
static inline gboolean
fact_date_word_is(const FactDateScan *scan, guint i, FactDateWordKind kind, FactDateWord *out_word)
{
    return fact_date_word_read(scan, i, out_word) && out_word->kind == kind;
}

/* Looks @phrase up, for date lines that are not tokenised. */
gboolean
fact_date_word_find(const FactCatalog *catalog, const char *phrase, FactDateWord *out_word);

/* The days of a season of @year. A winter without its side of the year means both. */
gboolean
fact_date_word_season(const FactCatalog *catalog, int season, int year, int32_t *out_first,
                      int32_t *out_last);

/* Reads "03-01 06-20", a season's days, into those of the one that begins in @year. */
gboolean
fact_date_word_season_days(const char *window, int year, int32_t *out_first, int32_t *out_last);

/* Reads "18:00 29:59"; hours beyond 23 are of the next day. One time is both ends. */
gboolean
fact_date_word_hours(const char *text, int *out_low, int *out_high);

/* The name at the end of hours, "morning"; NULL if they have none. */
const char *
fact_date_word_hours_name(const char *text);

/* Reads the range of @name from a part's text, "year=1-4 month=1-12"; FALSE if it has none. */
gboolean
fact_date_word_part(const char *text, const char *name, int *out_first, int *out_last);

/* The same of a unit. */
gboolean
fact_date_word_part_of(const char *text, FactDateUnit unit, int *out_first, int *out_last);

static inline const FactToken *
fact_date_token(const FactDateScan *scan, guint i)
{
    return &scan->tokens->tokens[MIN(i, scan->tokens->n)];
}

static inline gboolean
fact_date_is_mark(const FactDateScan *scan, guint i, char mark)
{
    return i < scan->limit && scan->tokens->tokens[i].mark == mark &&
           (scan->tokens->tokens[i].flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0;
}

static inline gboolean
fact_date_has_flag(const FactDateScan *scan, guint i, guint flag)
{
    return i < scan->limit && (scan->tokens->tokens[i].flags & flag) != 0;
}

static inline gboolean
fact_date_is_capital(const FactDateScan *scan, guint i)
{
    return fact_date_has_flag(scan, i, FACT_TOKEN_CAPITAL);
}

static inline gboolean
fact_date_is_dash(const FactDateScan *scan, guint i)
{
    return fact_date_has_flag(scan, i, FACT_TOKEN_DASH);
}

/* Nothing is looked for before it. */
static inline gboolean
fact_date_is_sentence_start(const FactDateScan *scan, guint i)
{
    return (scan->tokens->tokens[i].flags & FACT_TOKEN_SENTENCE) != 0;
}

/* Whether a phrase of @list begins at token @i. */
static inline gboolean
fact_date_is_on_list(const FactDateScan *scan, const FactWording *list, guint i)
{
    guint end;
    return fact_wording_match(list, scan->tokens, i, scan->limit, &end) != NULL;
}

/* Whether token @i is the small word @word (lower case ASCII). */
static inline gboolean
fact_date_is_word(const FactDateScan *scan, guint i, const char *word)
{
    return i < scan->limit && fact_token_is_word(scan->tokens, i, word);
}

/* A NUMBER token of digits alone: its value, -1 for anything else; @out_digits is their number. */
int
fact_date_number(const FactDateScan *scan, guint i, guint *out_digits);

typedef enum {
    FACT_DATE_FORM_CALENDAR,  /* year, month, day, weekday, index as far as said */
    FACT_DATE_FORM_OFFSET,    /* n days from the publication */
    FACT_DATE_FORM_WHICH,     /* the last, this or next unit */
    FACT_DATE_FORM_AGO,       /* n units from the publication, roughly */
    FACT_DATE_FORM_SPAN,      /* the n units before (< 0) or after the publication */
    FACT_DATE_FORM_REST,      /* this unit before (n < 0) or after the publication */
    FACT_DATE_FORM_RECURRING, /* weekdays */
} FactDateForm;

typedef enum {
    FACT_DATE_WHICH_NONE,
    FACT_DATE_WHICH_LAST,
    FACT_DATE_WHICH_THIS,
    FACT_DATE_WHICH_NEXT,
} FactDateWhich;

typedef enum {
    FACT_DATE_TENSE_NONE,
    FACT_DATE_TENSE_PAST,
    FACT_DATE_TENSE_FUTURE,
} FactDateTense;

/* Small, for it is copied and set back at each step of reading. */
typedef struct {
    const char *window;   /* of a season, its days; NULL */
    const char *part;     /* of early, mid, late; NULL */
    const char *part_end; /* of "mid- to late"; NULL: the same */
    int32_t year;         /* 0: not said; of a decade or century its first */
    int32_t n;            /* of the relative forms; of a recurring one the digits of its weekdays */
    int32_t time_low;     /* minutes of the day, beyond 1440 of the next one */
    int32_t time_high;
    int16_t month; /* 0: not said */
    int16_t day;
    int16_t weekday;
    int16_t week;          /* of a weekday: which week, from the publication's; only if has_week */
    int16_t index;         /* of a quarter, half or season */
    int16_t nth;           /* of a weekday in its month: a movable holiday */
    int16_t fiscal_before; /* months by which a fiscal year may begin before its year, */
    int16_t fiscal_after;  /* and end after it */
    int16_t other_month;   /* of 5/6/2014: the other reading, 0 for none */
    int16_t other_day;
    uint8_t form;  /* FactDateForm */
    uint8_t unit;  /* FactDateUnit, the finest that was said */
    uint8_t which; /* FactDateWhich */
    uint8_t zone;
    uint8_t has_week : 1;
    uint8_t is_fiscal : 1;
    uint8_t has_time : 1;
    uint8_t time_is_approx : 1;
    uint8_t time_is_range : 1; /* "2 to 4 p.m." */
    uint8_t time_is_weak : 1;  /* "14:18" alone, which may be a length of time */
    int8_t time_side; /* "just before" -1, "just after" 1 a time: the interval is built already */
} FactDateParts;

/* What a number may begin, as its digits and the tokens beside it tell. */
typedef enum {
    FACT_DATE_LEAD_TIME = 1 << 0, /* "2:18", "7 p.m.", "2 to 4 p.m.", "1630 GMT" */
    FACT_DATE_LEAD_HOUR = 1 << 1, /* "at 9 Saturday night" */
    FACT_DATE_LEAD_DAY = 1 << 2,  /* all else: "17 May", "2014", "19th century", "3 years ago" */
} FactDateLead;

/* FactDateLead bits; 0 for most numbers. */
guint
fact_date_lead_of_number(const FactDateScan *scan, guint i);

/* Whether a date may begin with the WORD at @i, and what that says; @out_word is of no use
 * elsewhere. */
gboolean
fact_date_lead_is_word(const FactDateScan *scan, guint i, FactDateWord *out_word);

/* Readers: each returns one past the last token it took, or @i; then @parts is as it was, or of no
 * use where it is a date's beginning (calendar, point, digits). */

/* A time of day with its zone: "2:18 p.m.", "1630 GMT", "noon". */
guint
fact_date_time_match(const FactDateScan *scan, guint i, FactDateParts *parts);

/* Its zone at token @i, with or without brackets; @zone stays where it is none that is known. */
guint
fact_date_time_match_zone(const FactDateScan *scan, guint i, uint8_t *zone);

/* "a.m." or "p.m." at token @i: @out_hours is 0 or 12. */
guint
fact_date_time_match_meridiem(const FactDateScan *scan, guint i, int *out_hours);

/* "9:30", "9" of the first half of the day, for a part of the day after it to tell which half. */
guint
fact_date_time_match_bare(const FactDateScan *scan, guint i, int *out_minute);

/* What begins with last, this, next, a number, earlier, within ... */
guint
fact_date_relative_match(const FactDateScan *scan, guint i, const FactDateWord *word,
                         FactDateParts *parts);

/* "two weeks ago" at the number; @n is its value, @i the token after it. */
guint
fact_date_relative_match_ago(const FactDateScan *scan, guint i, int n, FactDateParts *parts);

/* A date of any kind without its time. */
guint
fact_date_calendar_match(const FactDateScan *scan, guint i, FactDateParts *parts);

/* The same at the word @word. */
guint
fact_date_calendar_match_word(const FactDateScan *scan, guint i, const FactDateWord *word,
                              FactDateParts *parts);

/* "May 17, 2014" and "May" at the month @word. */
guint
fact_date_month_match(const FactDateScan *scan, guint i, const FactDateWord *word,
                      FactDateParts *parts);

/* "17 May 2014" at the number. */
guint
fact_date_month_match_day_first(const FactDateScan *scan, guint i, FactDateParts *parts);

/* The year after a month, day, season or quarter. */
guint
fact_date_month_match_year(const FactDateScan *scan, guint i, FactDateParts *parts);

/* Past the "th" of "17th", and past the dot of "Oct.". */
guint
fact_date_month_skip_ordinal(const FactDateScan *scan, guint i);

guint
fact_date_month_skip_dot(const FactDateScan *scan, guint i, gboolean is_short);

/* Whether the words at @i to @end are half of a name: "April Jones", "Theresa May". */
gboolean
fact_date_month_is_beside_name(const FactDateScan *scan, guint i, guint end);

/* All that begins with a number. */
guint
fact_date_digits_match(const FactDateScan *scan, guint i, FactDateParts *parts);

/* "quarter of 2014" at the unit, after its number @nth. */
guint
fact_date_division_match(const FactDateScan *scan, guint i, int nth, FactDateParts *parts);

/* "Q3 2021". */
guint
fact_date_division_match_code(const FactDateScan *scan, guint i, const FactDateWord *word,
                              FactDateParts *parts);

/* "fiscal 2014". */
guint
fact_date_division_match_fiscal(const FactDateScan *scan, guint i, const FactDateWord *word,
                                FactDateParts *parts);

/* A day with its time, or either. */
guint
fact_date_point_match(const FactDateScan *scan, guint i, FactDateParts *parts);

/* The same at the word @word. */
guint
fact_date_point_match_word(const FactDateScan *scan, guint i, const FactDateWord *word,
                           FactDateParts *parts);

/* The same at a number, of which FactDateLead bits are known. */
guint
fact_date_point_match_number(const FactDateScan *scan, guint i, guint lead, FactDateParts *parts);

gboolean
fact_date_point_is_one_day(const FactDateParts *parts);

/* The time of @time into @parts, all that is told of it. */
void
fact_date_point_set_time(FactDateParts *parts, const FactDateParts *time);

/* One minute, or midnight, which is both ends of its day. */
gboolean
fact_date_point_is_one_time(const FactDateParts *parts);

/* Whether a bound moves or blurs a time: "just after", "around". */
gboolean
fact_date_point_is_bending(const char *bound);

void
fact_date_point_bend(const char *bound, FactDateParts *time);

/* "2014", "2014-15", "1990s" where the words around it say that it is one. @is_certain skips that
 * test. */
guint
fact_date_year_match(const FactDateScan *scan, guint i, gboolean is_certain, FactDateParts *parts);

/* -- what stands around a point --------------------------------------------------------------- */

/* FACT_DATE_BEGINS_PAST or FUTURE, as the list "date-tense" says it. */
uint32_t
fact_date_tense_of(const char *code);

/* Whether the verbs around tokens @first to @end speak of the past or the future. */
FactDateTense
fact_date_tense_find(const FactDateScan *scan, guint first, guint end);

/* The second point of a range whose first one ends at @end; fills @value. @end if there is none. */
guint
fact_date_range_match(const FactDateScan *scan, guint first, guint end, FactDateTense tense,
                      FactDateParts *parts, FactValue *value);

/* The token of "from" or "between" before a range, else @i. */
guint
fact_date_range_first(const FactDateScan *scan, guint i);

/* A bound's code from the wording list, NULL for none, and its first token. */
typedef struct {
    const char *code;
    guint first;
} FactDateBound;

FactDateBound
fact_date_bound_find(const FactDateScan *scan, guint core);

/* Whether the bound before is on what follows the date: "before Tuesday's vote". */
gboolean
fact_date_bound_is_attributive(const FactDateScan *scan, const FactDateParts *parts, guint end);

/* Whether the bound moves a day that is not known. */
gboolean
fact_date_bound_is_unplaced(const char *code, const FactValue *value);

/* FALSE if the bound does not fit what it stands before. */
gboolean
fact_date_bound_apply(const FactDateScan *scan, const char *code, const FactDateParts *parts,
                      FactDateTense tense, FactValue *value);

/* The days of @parts without a time. FALSE if the publication date were needed. */
gboolean
fact_date_resolve_days(const FactDateScan *scan, const FactDateParts *parts, FactDateTense tense,
                       int32_t *out_first, int32_t *out_last);

/* Whether there is such a date at all, as far as it is said. */
gboolean
fact_date_resolve_is_possible(const FactDateParts *parts);

/* Makes @value of @parts: type, flags, comparator (EQ or APPROX), spare and the ends of as.date;
 * without the publication date it may stay without ends. */
void
fact_date_resolve(const FactDateScan *scan, const FactDateParts *parts, FactDateTense tense,
                  FactValue *value);

/* The hours of the day that "early Thursday" or a time names; FALSE for the whole day. */
gboolean
fact_date_resolve_hours(const FactDateParts *parts, int *out_low, int *out_high);

/* Fills edtf and unit, once the ends are final. @span is the wording, for relative patterns. */
void
fact_date_pattern_set(const FactDateScan *scan, const FactDateParts *parts, FactSpan span,
                      FactValue *value);
