/* SPDX-License-Identifier: MIT
 *
 * The recogniser of dates: a day and its time of day joined, ranges of two, and the wording before
 * them ("since", "around", "just after") that makes bounds of them.
 *
 *     date  = [bound] ["the" | "on" | "in"] point [("to" | "through" | "-") point]
 *           | "between" point "and" point | "from" point "to" point
 *     point = day [hours] [[","] ["at"] [bound] time] | time [[","] ["on"] day [hours]]
 */
#include "value/date-private.h"

#include <stdlib.h>
#include <string.h>

/* -- a day and its time
 * ---------------------------------------------------------------------------- */

static gboolean
is_one_day(const FactDateParts *parts)
{
    return parts->unit == FACT_DATE_UNIT_DAY &&
           (parts->form == FACT_DATE_FORM_CALENDAR || parts->form == FACT_DATE_FORM_OFFSET ||
            parts->form == FACT_DATE_FORM_RECURRING);
}

static void
set_time(FactDateParts *parts, const FactDateParts *time)
{
    parts->has_time = TRUE;
    parts->time_low = time->time_low;
    parts->time_high = time->time_high;
    parts->time_is_approx = time->time_is_approx;
    parts->time_is_range = time->time_is_range;
    parts->zone = time->zone;
}

/* "just after" and "around" on a time. */
static void
bend_time(const char *bound, FactDateParts *time)
{
    if (strncmp(bound, "after ", 6) ==
        0) { /* "just after midnight Friday" is Friday's first minute */
        time->time_high = time->time_low + atoi(bound + 6);
        time->time_low += 1;
        time->time_side = 1;
    } else if (strncmp(bound, "before ", 7) == 0) {
        time->time_low = MAX(0, time->time_high - atoi(bound + 7));
        time->time_high -= 1;
        time->time_side = -1;
    }
    time->time_is_approx |= strncmp(bound, "approx", 6) == 0 || time->time_side != 0;
    if (time->time_low > time->time_high)
        time->time_low = time->time_high;
}

/* One minute, or midnight, which is both ends of its day. */
static gboolean
is_one_time(const FactDateParts *parts)
{
    return parts->has_time && (parts->time_low == parts->time_high ||
                               (parts->time_low == 0 && parts->time_high == FACT_DAY_MINUTES));
}

static gboolean
is_bending(const char *bound)
{
    return strncmp(bound, "after ", 6) == 0 || strncmp(bound, "before ", 7) == 0 ||
           strncmp(bound, "approx", 6) == 0;
}

/* "morning" after "Tuesday"; narrows "early". */
static guint
match_hours(const FactDateScan *scan, guint i, FactDateParts *day)
{
    FactDateWord word;
    int low;
    int high;
    int first;
    int last;
    if (!fact_date_word_is(scan, i, FACT_DATE_WORD_HOURS, &word) ||
        !fact_date_word_hours(word.rest, &low, &high))
        return i;
    if (fact_date_has_flag(scan, i, FACT_TOKEN_CAPITAL) &&
        fact_wording_match(scan->lists->name_after, scan->tokens, i, scan->limit, &(guint){0}) !=
            NULL)
        return i;
    const char *name = day->part != NULL ? fact_date_word_hours_name(word.rest) : NULL;
    if (name != NULL &&
        fact_date_word_part(day->part, name, &first, &last)) { /* "late Friday afternoon" */
        low = first * 60;
        high = last * 60 + 59;
    }
    if (!day->has_time) {
        day->has_time = TRUE;
        day->time_low = low;
        day->time_high = high;
    }
    return word.end;
}

/* Past "(1300 GMT)": the same time for readers elsewhere. */
static guint
skip_other_time(const FactDateScan *scan, guint i)
{
    FactDateParts ignored = {0};
    if (!fact_date_is_mark(scan, i, '('))
        return i;
    guint end = fact_date_time_match(scan, i + 1, &ignored);
    return end > i + 1 && fact_date_is_mark(scan, end, ')') ? end + 1 : i;
}

/* The day after a time: "Friday", "on Saturday, May 17", "early Thursday", "yesterday". */
static guint
match_day_after(const FactDateScan *scan, guint i, const FactDateParts *time, FactDateParts *parts)
{
    FactDateParts day;
    guint k = skip_other_time(scan, i);
    k += fact_date_is_mark(scan, k, ',') ? 1 : 0;
    k += fact_date_is_word(scan, k, "on") || fact_date_is_word(scan, k, "of") ? 1 : 0;
    k += fact_date_is_word(scan, k, "the") ? 1 : 0;
    guint end = fact_date_calendar_match(scan, k, &day);
    if (end == k || !is_one_day(&day))
        return i;
    guint after = match_hours(scan, end, &day);
    FactDateParts said = *time;
    if (after != end && day.has_time &&
        day.time_low >= 12 * 60) { /* "1 a.m. Saturday night" is Sunday's */
        if (said.time_low == 0 && said.time_high == FACT_DAY_MINUTES)
            said.time_low = said.time_high;
        else if (said.time_high + FACT_DAY_MINUTES <= day.time_high) {
            said.time_low += FACT_DAY_MINUTES;
            said.time_high += FACT_DAY_MINUTES;
        }
    }
    set_time(&day, &said);
    *parts = day;
    return after;
}

/* The time after a day: ", at about 6 p.m.", "just after midnight", "between 2 and 4 p.m.". */
static guint
match_time_after(const FactDateScan *scan, guint i, FactDateParts *day)
{
    FactDateParts time = {0};
    guint k = i;
    guint bound_end;
    k += fact_date_is_mark(scan, k, ',') ? 1 : 0;
    const char *bound =
        fact_wording_match(scan->lists->bounds, scan->tokens, k, scan->limit, &bound_end);
    if (bound == NULL &&
        (fact_date_is_word(scan, k, "at") || fact_date_is_word(scan, k, "between") ||
         fact_date_is_word(scan, k, "from"))) {
        k++;
        bound = fact_wording_match(scan->lists->bounds, scan->tokens, k, scan->limit, &bound_end);
    }
    if (bound != NULL && !is_bending(bound))
        return i;
    if (bound != NULL)
        k = bound_end;
    if (!fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) && fact_date_is_word(scan, k, "night"))
        return i;
    guint end = fact_date_time_match(scan, k, &time);
    FactDateWord word;
    if (end == k || fact_date_word_is(scan, k, FACT_DATE_WORD_HOURS, &word))
        return i;
    FactDateParts other;
    if (match_day_after(scan, end, &time, &other) != end) /* "on Thursday, at 4 p.m. Friday ..." */
        return i;
    if (bound != NULL)
        bend_time(bound, &time);
    set_time(day, &time);
    return end;
}

/* "the night of May 17", "the morning of Tuesday". */
static guint
match_hours_of(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    FactDateParts time = {0};
    if (!fact_date_word_is(scan, i, FACT_DATE_WORD_HOURS, &word) ||
        (!fact_date_is_word(scan, word.end, "of") && !fact_date_is_word(scan, word.end, "on")) ||
        !fact_date_word_hours(word.rest, &time.time_low, &time.time_high))
        return i;
    guint end = match_day_after(scan, word.end, &time, parts);
    return end == word.end ? i : end;
}

/* "9:30 last night", "around 10 Saturday morning": the part of the day tells which half. */
static guint
match_bare_time(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    int minute;
    guint end = fact_date_time_match_bare(scan, i, &minute);
    if (end == i || i == 0)
        return i;
    FactDateParts day;
    FactDateWord word;
    guint k = end + (fact_date_is_word(scan, end, "on") ? 1 : 0);
    guint the = k + (fact_date_is_word(scan, k, "the") ? 1 : 0);
    guint after;
    if (fact_date_word_is(scan, the, FACT_DATE_WORD_HOURS,
                          &word)) { /* "about 5:00 on the night of May 29" */
        k = the;
        after = match_hours_of(scan, k, &day);
    } else {
        after = fact_date_calendar_match(scan, k, &day);
    }
    if (after == k || !is_one_day(&day))
        return i;
    after = match_hours(scan, after, &day);
    if (!day.has_time || day.part != NULL)
        return i;
    gboolean is_led = fact_date_is_mark(scan, i + 1, ':') || fact_date_is_word(scan, i - 1, "at") ||
                      fact_date_is_word(scan, i - 1, "around") ||
                      fact_date_is_word(scan, i - 1, "about");
    while (minute < day.time_low)
        minute += FACT_DAY_MINUTES / 2;
    if (!is_led || minute > day.time_high)
        return i;
    day.time_low = minute;
    day.time_high = minute;
    *parts = day;
    return after;
}

/* "at 14:18": without such a word it may be the length of a video. */
static gboolean
is_after_preposition(const FactDateScan *scan, guint i)
{
    return i > 0 && (scan->tokens->tokens[i].flags & FACT_TOKEN_SENTENCE) == 0 &&
           (fact_token_classes(scan->tokens, i - 1) & (FACT_WORD_PREPOSITION | FACT_WORD_HEDGE)) !=
               0;
}

static guint
match_point(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateParts time = {0};
    FactDateWord word;
    gboolean is_number = fact_date_has_flag(scan, i, FACT_TOKEN_NUMBER);
    if (!is_number && !fact_date_word_read(scan, i, &word))
        return i;
    if (!is_number && word.kind == FACT_DATE_WORD_HOURS)
        return match_hours_of(scan, i, parts);
    guint end =
        is_number || word.kind == FACT_DATE_WORD_AT ? fact_date_time_match(scan, i, &time) : i;
    if (end != i) {
        guint after = match_day_after(scan, end, &time, parts);
        if (after != end)
            return after;
        if (time.time_is_weak && !is_after_preposition(scan, i))
            return i;
        *parts = time;
        return end;
    }
    if (is_number) {
        end = match_bare_time(scan, i, parts);
        if (end != i)
            return end;
    }
    end = fact_date_calendar_match(scan, i, parts);
    if (end == i || !is_one_day(parts))
        return end;
    end = match_hours(scan, end, parts);
    return match_time_after(scan, end, parts);
}

/* -- ranges
 * ---------------------------------------------------------------------------------------- */

/* The number after "May 3 to", "2014-": what of the first point it repeats is taken from there. */
static guint
match_second(const FactDateScan *scan, guint i, const FactDateParts *first, FactDateParts *second)
{
    guint digits;
    int number = fact_date_number(scan, i, &digits);
    FactDateParts ignored = {0};
    if (number < 0 || fact_date_time_match(scan, i, &ignored) != i)
        return match_point(scan, i, second);
    if (first->form != FACT_DATE_FORM_CALENDAR)
        return match_point(scan, i, second);
    if (first->unit == FACT_DATE_UNIT_YEAR && first->part == NULL) {
        gboolean is_glued = fact_date_has_flag(scan, i, FACT_TOKEN_GLUED);
        *second = *first;
        if (digits == 2 && is_glued && number == (first->year + 1) % 100) {
            second->year = first->year + 1;
            return i + 1;
        }
        guint end = fact_date_year_match(scan, i, TRUE, second);
        return second->unit == FACT_DATE_UNIT_YEAR && second->year >= 1800 && second->year < 2200
                   ? end
                   : i;
    }
    guint end = match_point(scan, i, second);
    if (end != i)
        return end;
    if (first->unit != FACT_DATE_UNIT_DAY || first->month == 0 || first->nth > 0 || digits > 2 ||
        number < 1 || number > 31 || number <= first->day)
        return i;
    *second = *first;
    second->day = number;
    second->weekday = 0;
    end = i + 1;
    if (fact_date_has_flag(scan, end, FACT_TOKEN_GLUED | FACT_TOKEN_SYMBOL) &&
        fact_date_has_flag(scan, end, FACT_TOKEN_WORD) &&
        (fact_date_is_word(scan, end, "st") || fact_date_is_word(scan, end, "nd") ||
         fact_date_is_word(scan, end, "rd") || fact_date_is_word(scan, end, "th")))
        end++;
    uint32_t classes = end < scan->limit ? fact_token_classes(scan->tokens, end) : 0;
    if ((classes & (FACT_WORD_PLURAL | FACT_WORD_UNIT)) != 0 &&
        (classes & (FACT_WORD_PREPOSITION | FACT_WORD_DETERMINER | FACT_WORD_CONJUNCTION |
                    FACT_WORD_CALENDAR)) == 0)
        return i;
    guint k = end + (fact_date_is_mark(scan, end, ',') ? 1 : 0);
    FactDateParts year = {0};
    if (first->year == 0 && fact_date_year_match(scan, k, TRUE, &year) != k &&
        year.unit == FACT_DATE_UNIT_YEAR) {
        second->year = year.year;
        end = k + 1;
    }
    return end;
}

/* Years that only the second point says. */
static void
share_year(FactDateParts *first, const FactDateParts *second)
{
    if (first->form != FACT_DATE_FORM_CALENDAR || second->form != FACT_DATE_FORM_CALENDAR ||
        first->year != 0 || second->year == 0 || first->unit == FACT_DATE_UNIT_NONE ||
        (first->month == 0 && first->index == 0))
        return;
    gboolean wraps = first->unit == second->unit && first->month > second->month;
    first->year = second->year - (wraps ? 1 : 0);
}

static gboolean
is_separator(const FactDateScan *scan, guint first, guint end)
{
    if (fact_date_has_flag(scan, end, FACT_TOKEN_DASH))
        return TRUE;
    guint start = first > 0 && fact_date_is_word(scan, first - 1, "the") ? first - 1 : first;
    gboolean is_from = start > 0 && fact_date_is_word(scan, start - 1, "from");
    if (fact_date_is_word(scan, end, "to") || fact_date_is_word(scan, end, "through") ||
        fact_date_is_word(scan, end, "thru"))
        return TRUE;
    if (fact_date_is_word(scan, end, "until") || fact_date_is_word(scan, end, "till"))
        return is_from;
    return fact_date_is_word(scan, end, "and") && first > 0 &&
           fact_date_is_word(scan, first - 1, "between");
}

/* Both ends resolved by one tense; the second weekday follows the first. */
static gboolean
resolve_range(const FactDateScan *scan, const FactDateParts *first, const FactDateParts *second,
              FactDateTense tense, FactValue *value)
{
    FactValue low;
    FactValue high;
    fact_date_resolve(scan, first, tense, &low);
    fact_date_resolve(scan, second, tense, &high);
    if ((low.flags & FACT_VALUE_HAS_LOW) == 0 || (high.flags & FACT_VALUE_HAS_HIGH) == 0)
        return FALSE;
    gboolean is_week = second->form == FACT_DATE_FORM_CALENDAR &&
                       second->unit == FACT_DATE_UNIT_DAY && second->month == 0;
    int64_t shift = is_week && high.as.date.high < low.as.date.low ? 7 * FACT_DAY_MINUTES : 0;
    gboolean is_yearless =
        second->form == FACT_DATE_FORM_CALENDAR && second->month > 0 && second->year == 0;
    if (is_yearless && high.as.date.high < low.as.date.low) {
        FactDateParts later = *second;
        later.year = fact_date_day_split(fact_date_day_of(low.as.date.low)).year +
                     (second->month < first->month ? 1 : 0);
        fact_date_resolve(scan, &later, tense, &high);
    }
    *value = low;
    value->flags |= high.flags;
    value->as.date.high = high.as.date.high + shift;
    value->comparator = FACT_COMPARATOR_BETWEEN;
    return value->as.date.high > value->as.date.low;
}

/* A range of times of one day: only the second one told which. */
static void
share_day(FactDateParts *first, const FactDateParts *second)
{
    if (first->unit == FACT_DATE_UNIT_NONE && second->unit == FACT_DATE_UNIT_DAY &&
        second->has_time) {
        FactDateParts day = *second;
        set_time(&day, first);
        *first = day;
    }
}

static guint
match_range(const FactDateScan *scan, guint first, guint end, FactDateTense tense,
            FactDateParts *parts, FactValue *value)
{
    FactDateParts second = {0};
    if (!is_separator(scan, first, end) || parts->form == FACT_DATE_FORM_RECURRING ||
        parts->form == FACT_DATE_FORM_SPAN)
        return end;
    guint next = end + 1 + (fact_date_is_word(scan, end + 1, "the") ? 1 : 0);
    guint last = match_second(scan, next, parts, &second);
    if (last == next || second.form == FACT_DATE_FORM_RECURRING ||
        !fact_date_resolve_is_possible(&second))
        return end;
    FactDateParts start = *parts;
    share_year(&start, &second);
    share_day(&start, &second);
    if (!fact_date_resolve_is_possible(&start))
        return end;
    if (start.unit == FACT_DATE_UNIT_NONE && second.unit == FACT_DATE_UNIT_NONE &&
        start.time_low < second.time_high) {
        parts->time_high = second.time_high;
        parts->time_is_range = TRUE;
        parts->zone = MAX(parts->zone, second.zone);
        fact_date_resolve(scan, parts, tense, value);
        return last;
    }
    if ((start.unit == FACT_DATE_UNIT_NONE) != (second.unit == FACT_DATE_UNIT_NONE))
        return end;
    FactValue range;
    if (!resolve_range(scan, &start, &second, tense, &range))
        return end;
    *value = range;
    parts->year = 0; /* no season's name for it */
    return last;
}

/* -- bounds
 * ---------------------------------------------------------------------------------------- */

typedef struct {
    const char *code;
    guint first; /* its first token */
} Bound;

/* Small words between a bound and its date. */
static gboolean
is_filler(const FactDateScan *scan, guint i)
{
    static const char *const words[] = {"the", "on", "in", "at"};
    for (guint k = 0; k < G_N_ELEMENTS(words); k++)
        if (fact_date_is_word(scan, i, words[k]))
            return TRUE;
    return FALSE;
}

static gboolean
is_sentence_start(const FactDateScan *scan, guint i)
{
    return (scan->tokens->tokens[i].flags & FACT_TOKEN_SENTENCE) != 0;
}

/* The longest bound that ends at token @i, looking back at most four tokens. */
static Bound
find_bound_ending(const FactDateScan *scan, guint i)
{
    Bound best = {NULL, i};
    for (guint k = i; k > 0 && i - k < 4 && !is_sentence_start(scan, k); k--) {
        guint end;
        if (!fact_date_has_flag(scan, k - 1, FACT_TOKEN_WORD))
            break;
        const char *code = fact_wording_match(scan->lists->bounds, scan->tokens, k - 1, i, &end);
        if (code != NULL && end == i)
            best = (Bound){code, k - 1};
    }
    return best;
}

static Bound
find_bound(const FactDateScan *scan, guint core)
{
    Bound bound = find_bound_ending(scan, core);
    guint k = core;
    for (guint n = 0; n < 2 && bound.code == NULL && k > 0 && !is_sentence_start(scan, k) &&
                      is_filler(scan, k - 1);
         n++) {
        k--;
        bound = find_bound_ending(scan, k);
    }
    return bound;
}

/* "before Tuesday's vote", "after the 2014 season": the bound is on what follows. */
static gboolean
is_attributive(const FactDateScan *scan, const FactDateParts *parts, guint end)
{
    if (fact_date_has_flag(scan, end, FACT_TOKEN_POSSESSIVE))
        return TRUE;
    if (!fact_date_has_flag(scan, end, FACT_TOKEN_WORD) || parts->unit == FACT_DATE_UNIT_NONE ||
        parts->has_time)
        return FALSE;
    uint32_t classes = fact_token_classes(scan->tokens, end);
    gboolean is_participle =
        (fact_date_token(scan, end)->end - fact_date_token(scan, end)->start) > 4 &&
        memcmp(scan->tokens->text + fact_date_token(scan, end)->end - 3, "ing", 3) == 0;
    return ((classes & FACT_WORD_NOUN) != 0 || classes == 0 || is_participle) &&
           (classes &
            (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_AUXILIARY |
             FACT_WORD_PRONOUN | FACT_WORD_DETERMINER | FACT_WORD_PAST | FACT_WORD_ADVERB)) == 0;
}

static void
set_open(FactValue *value, FactComparator comparator)
{
    gboolean resolved = (value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0;
    value->comparator = (uint8_t)comparator;
    if (!resolved)
        return;
    value->flags &= ~(uint32_t)(FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH);
    if (comparator == FACT_COMPARATOR_GE || comparator == FACT_COMPARATOR_GT) {
        value->flags |= FACT_VALUE_HAS_LOW;
        if (comparator == FACT_COMPARATOR_GT)
            value->as.date.low = value->as.date.high + 1;
        value->as.date.high = 0;
    } else {
        value->flags |= FACT_VALUE_HAS_HIGH;
        if (comparator == FACT_COMPARATOR_LT)
            value->as.date.high = value->as.date.low - 1;
        value->as.date.low = 0;
    }
}

/* "the day after Thanksgiving" is a day, not a bound. */
static gboolean
shift(const char *code, const FactDateParts *parts, FactValue *value)
{
    gboolean is_day = is_one_day(parts) && !parts->has_time &&
                      (value->flags & FACT_VALUE_HAS_LOW) != 0 &&
                      (value->flags & FACT_VALUE_HAS_TIME) == 0;
    if (!is_day)
        return FALSE;
    int64_t minutes = (int64_t)atoi(code + 6) * FACT_DAY_MINUTES;
    value->as.date.low += minutes;
    value->as.date.high += minutes;
    return TRUE;
}

static gboolean
is_roughly_datable(const FactDateParts *parts, gboolean is_around)
{
    if (parts->has_time || parts->form == FACT_DATE_FORM_AGO)
        return TRUE;
    return is_around && parts->form == FACT_DATE_FORM_CALENDAR &&
           (parts->month > 0 || parts->year > 0);
}

/* "before the end of May" reaches to that end, not to where "the end" begins. */
static gboolean
ends_its_unit(const FactDateScan *scan, const FactDateParts *parts, FactDateTense tense,
              const FactValue *value)
{
    FactDateParts whole = *parts;
    FactValue unit;
    if (parts->part == NULL)
        return FALSE;
    whole.part = NULL;
    fact_date_resolve(scan, &whole, tense, &unit);
    return (unit.flags & FACT_VALUE_HAS_HIGH) != 0 && unit.as.date.high == value->as.date.high;
}

/* FALSE if the bound does not fit what it stands before. */
static gboolean
apply_bound(const FactDateScan *scan, const char *code, const FactDateParts *parts,
            FactDateTense tense, FactValue *value)
{
    static const struct {
        const char *code;
        FactComparator comparator;
    } open[] = {{"ge", FACT_COMPARATOR_GE},
                {"le", FACT_COMPARATOR_LE},
                {"lt", FACT_COMPARATOR_LT},
                {"gt", FACT_COMPARATOR_GT}};
    gboolean is_ago = parts->form == FACT_DATE_FORM_AGO;
    if (parts->form == FACT_DATE_FORM_SPAN || parts->form == FACT_DATE_FORM_RECURRING ||
        value->comparator == FACT_COMPARATOR_BETWEEN)
        return FALSE;
    if (strcmp(code, "older") == 0 || strcmp(code, "newer") == 0) {
        if (is_ago)
            set_open(value,
                     (code[0] == 'o') == (parts->n < 0) ? FACT_COMPARATOR_LE : FACT_COMPARATOR_GE);
        return is_ago;
    }
    if (strncmp(code, "shift ", 6) == 0)
        return shift(code, parts, value);
    if (strncmp(code, "approx", 6) == 0) {
        if (!is_roughly_datable(parts, strcmp(code, "approx") == 0))
            return FALSE;
        value->comparator = FACT_COMPARATOR_APPROX;
        return TRUE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(open); i++) {
        if (strcmp(code, open[i].code) == 0) {
            gboolean is_before_end = open[i].comparator == FACT_COMPARATOR_LT &&
                                     ends_its_unit(scan, parts, tense, value);
            set_open(value, is_before_end ? FACT_COMPARATOR_LE : open[i].comparator);
            return TRUE;
        }
    }
    if (!is_bending(code))
        return FALSE;
    if (!is_one_time(parts)) /* "just after 2010" */
        set_open(value, code[0] == 'a' ? FACT_COMPARATOR_GT : FACT_COMPARATOR_LT);
    return TRUE;
}

/* -- the whole
 * -------------------------------------------------------------------------------------- */

static FactSpan
span_of(const FactDateScan *scan, guint first, guint end)
{
    return (FactSpan){scan->tokens->tokens[first].start, scan->tokens->tokens[end - 1].end};
}

/* "from" and "between" belong to a range's wording. */
static guint
first_of_range(const FactDateScan *scan, guint i)
{
    guint k = i;
    if (k > 0 && !is_sentence_start(scan, k) && fact_date_is_word(scan, k - 1, "the"))
        k--;
    if (k > 0 && !is_sentence_start(scan, k) &&
        (fact_date_is_word(scan, k - 1, "from") || fact_date_is_word(scan, k - 1, "between")))
        return k - 1;
    return i;
}

/* Whether the number at @i can begin a date at all: what follows most numbers in a text says no. */
static gboolean
may_begin_number(const FactDateScan *scan, guint i)
{
    const FactToken *token = &scan->tokens->tokens[i];
    guint len = token->end - token->start;
    FactDateWord word;
    if (len > 5)
        return FALSE;
    if (len == 4 && token->mark == 0) /* a year, perhaps */
        return TRUE;
    const FactToken *next = &scan->tokens->tokens[i + 1];
    if (i + 1 >= scan->limit || (next->flags & (FACT_TOKEN_NUMBER | FACT_TOKEN_SYMBOL)) != 0)
        return i + 2 < scan->limit &&
               (next->flags & FACT_TOKEN_NUMBER) != 0; /* "2 1/2 years ago" */
    if ((next->flags & FACT_TOKEN_WORD) == 0)
        return next->mark == ':' || next->mark == '/' || (next->flags & FACT_TOKEN_DASH) != 0;
    if (fact_date_word_read(scan, i + 1, &word))
        return TRUE;
    if ((next->flags & FACT_TOKEN_GLUED) != 0 || next->mark == 'a' || next->mark == 'p')
        return TRUE; /* "17th", "7pm", "7 p.m.", "2 and 4 p.m." */
    return fact_date_is_word(scan, i + 1, "to") || fact_date_is_word(scan, i + 1, "on") ||
           fact_date_is_word(scan, i + 1, "o'clock") || fact_date_is_word(scan, i + 1, "in") ||
           fact_date_is_word(scan, i + 1, "of");
}

/* Whether the word at @i can begin a date, by the word after it. "a", "first", "last" and "end" are
 * most of the words that are asked about, and few of them do. */
static gboolean
may_begin_word(const FactDateScan *scan, guint i)
{
    FactDateWord word;
    FactDateWord next;
    if (!fact_date_word_read(scan, i, &word))
        return FALSE;
    guint k = word.end;
    switch (word.kind) {
    case FACT_DATE_WORD_NUMBER:
        return fact_date_word_is(scan, k, FACT_DATE_WORD_UNIT, &next) ||
               fact_date_is_word(scan, k, "and");
    case FACT_DATE_WORD_NTH:
        k += fact_date_has_flag(scan, k, FACT_TOKEN_DASH) ? 1 : 0;
        return fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) ||
               (fact_date_word_read(scan, k, &next) &&
                (next.kind == FACT_DATE_WORD_UNIT || next.kind == FACT_DATE_WORD_NUMBER));
    case FACT_DATE_WORD_WHICH:
    case FACT_DATE_WORD_REST:
    case FACT_DATE_WORD_EVERY:
        return fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) ||
               fact_date_word_read(scan, k, &next);
    case FACT_DATE_WORD_PART:
        return word.a == 0 || fact_date_is_word(scan, k, "of");
    case FACT_DATE_WORD_HOURS:
        return fact_date_is_word(scan, k, "of") || fact_date_is_word(scan, k, "on");
    case FACT_DATE_WORD_UNIT:
        return word.a == FACT_DATE_UNIT_WEEKEND;
    case FACT_DATE_WORD_AGO:
    case FACT_DATE_WORD_ZONE:
        return FALSE;
    case FACT_DATE_WORD_MONTH:
    case FACT_DATE_WORD_WEEKDAY:
    case FACT_DATE_WORD_WEEKDAYS:
    case FACT_DATE_WORD_SEASON:
    case FACT_DATE_WORD_DAY:
    case FACT_DATE_WORD_AT:
    case FACT_DATE_WORD_QUARTER:
    case FACT_DATE_WORD_HALF:
    case FACT_DATE_WORD_FISCAL:
    case FACT_DATE_WORD_DECADE:
    case FACT_DATE_WORD_HOLIDAY:
    case FACT_DATE_WORD_WITHIN:
        return TRUE;
    }
    return TRUE;
}

static void
forget(FactDateMemo *memos)
{
    for (guint k = 0; k < FACT_DATE_MEMOS; k++)
        memos[k].token = 0;
}

/* Nothing reads across the end of a sentence. */
static guint
end_of_sentence(const FactTokens *tokens, guint i, guint limit)
{
    for (guint k = i + 1; k < limit; k++)
        if ((tokens->tokens[k].flags & FACT_TOKEN_SENTENCE) != 0)
            return k;
    return limit;
}

/* Bounds, range and tense around the point that was read from the core to @end. */
static guint
finish(const FactDateScan *scan, guint i, guint end, FactDateParts *parts, FactMention *mention)
{
    Bound bound = find_bound(scan, i);
    gboolean bends = bound.code != NULL && is_bending(bound.code) && is_one_time(parts);
    if (bends)
        bend_time(bound.code, parts);
    /* Looked for only where something hangs on it. */
    gboolean is_open =
        scan->clock.is_known && parts->unit != FACT_DATE_UNIT_NONE && parts->year == 0;
    FactDateTense tense = is_open ? fact_date_resolve_tense(scan, i, end) : FACT_DATE_TENSE_NONE;
    fact_date_resolve(scan, parts, tense, &mention->value);
    guint last = match_range(scan, i, end, tense, parts, &mention->value);
    if (last != end)
        mention->first = first_of_range(scan, i);
    else if (bends || (bound.code != NULL && !is_attributive(scan, parts, end) &&
                       apply_bound(scan, bound.code, parts, tense, &mention->value)))
        mention->first = bound.first;
    if (bound.code != NULL && strncmp(bound.code, "shift ", 6) == 0 &&
        (mention->value.flags & FACT_VALUE_HAS_LOW) == 0)
        parts->form =
            FACT_DATE_FORM_OFFSET; /* told from a day that is not known: its words must do */
    mention->last = last;
    mention->span = span_of(scan, i, last);
    gboolean is_told = parts->form == FACT_DATE_FORM_OFFSET; /* by its words, "the day after" too */
    fact_date_resolve_name(scan, parts,
                           is_told ? span_of(scan, mention->first, last) : mention->span,
                           &mention->value);
    return last;
}

guint
fact_date_match(const FactDateLists *lists, const FactTokens *tokens, guint i, guint limit,
                FactClock published, FactArena *arena, FactMention *out_mention)
{
    FactDateMemo memos[FACT_DATE_MEMOS];
    FactDateScan scan = {.lists = lists,
                         .tokens = tokens,
                         .limit = MIN(limit, tokens->n),
                         .clock = published,
                         .arena = arena,
                         .memos = memos};
    guint core = i;
    forget(memos);
    if (fact_date_is_mark(&scan, core, '\'') &&
        fact_date_has_flag(&scan, core + 1, FACT_TOKEN_GLUED))
        core++; /* "'90s" */
    if (core >= scan.limit)
        return i;
    gboolean is_number = fact_date_has_flag(&scan, core, FACT_TOKEN_NUMBER);
    if (!(is_number ? may_begin_number(&scan, core) : may_begin_word(&scan, core)))
        return i;
    guint sentence_end = end_of_sentence(tokens, core, scan.limit);
    if (sentence_end < scan.limit)
        forget(memos);
    scan.limit = sentence_end;
    FactDateParts parts = {0};
    guint end = match_point(&scan, core, &parts);
    if (end == core)
        return i;
    FactMention mention = {.first = i, .core = i};
    end = finish(&scan, i, end, &parts, &mention);
    *out_mention = mention;
    return end;
}
