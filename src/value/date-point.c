/* SPDX-License-Identifier: MIT
 *
 * A point in time: a day and its time of day, in either order.
 *
 *     point = day [hours] [[","] ["at"] [bound] time] | time [[","] ["on"] day [hours]]
 */
#include "value/date-private.h"

#include <stdlib.h>
#include <string.h>

gboolean
fact_date_point_is_one_day(const FactDateParts *parts)
{
    return parts->unit == FACT_DATE_UNIT_DAY &&
           (parts->form == FACT_DATE_FORM_CALENDAR || parts->form == FACT_DATE_FORM_OFFSET ||
            parts->form == FACT_DATE_FORM_RECURRING);
}

void
fact_date_point_set_time(FactDateParts *parts, const FactDateParts *time)
{
    parts->has_time = TRUE;
    parts->time_low = time->time_low;
    parts->time_high = time->time_high;
    parts->time_is_approx = time->time_is_approx;
    parts->time_is_range = time->time_is_range;
    parts->zone = time->zone;
}

/* One minute, or midnight, which is both ends of its day. */
gboolean
fact_date_point_is_one_time(const FactDateParts *parts)
{
    return parts->has_time && (parts->time_low == parts->time_high ||
                               (parts->time_low == 0 && parts->time_high == FACT_DAY_MINUTES));
}

gboolean
fact_date_point_is_bending(const char *bound)
{
    if (bound[0] != 'a' && bound[0] != 'b')
        return FALSE;
    return strncmp(bound, "after ", 6) == 0 || strncmp(bound, "before ", 7) == 0 ||
           strncmp(bound, "approx", 6) == 0;
}

/* "just after" and "around" on a time. */
void
fact_date_point_bend(const char *bound, FactDateParts *time)
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
    if (!fact_date_is_mark(scan, i, '('))
        return i;
    FactDateParts ignored = {0};
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
    if (end == k || !fact_date_point_is_one_day(&day))
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
    fact_date_point_set_time(&day, &said);
    *parts = day;
    return after;
}

/* The time after a day: ", at about 6 p.m.", "just after midnight", "between 2 and 4 p.m.". */
static guint
match_time_after(const FactDateScan *scan, guint i, FactDateParts *day)
{
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
    if (bound != NULL && !fact_date_point_is_bending(bound))
        return i;
    if (bound != NULL)
        k = bound_end;
    FactDateWord word;
    if (!fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) &&
        !fact_date_word_is(scan, k, FACT_DATE_WORD_AT, &word))
        return i;
    FactDateParts time = {0};
    guint end = fact_date_time_match(scan, k, &time);
    if (end == k)
        return i;
    FactDateParts other;
    if (match_day_after(scan, end, &time, &other) != end) /* "on Thursday, at 4 p.m. Friday ..." */
        return i;
    if (bound != NULL)
        fact_date_point_bend(bound, &time);
    fact_date_point_set_time(day, &time);
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
    if (after == k || !fact_date_point_is_one_day(&day))
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

/* A time of day and the day behind it: "2:18 p.m. on Friday". */
static guint
match_time(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateParts time = {0};
    guint end = fact_date_time_match(scan, i, &time);
    if (end == i)
        return i;
    guint after = match_day_after(scan, end, &time, parts);
    if (after == end)
        *parts = time;
    return after;
}

/* The time behind a day that ends at @end, if it is one: "Friday at about 6 p.m.". */
static guint
match_behind(const FactDateScan *scan, guint end, FactDateParts *parts)
{
    if (!fact_date_point_is_one_day(parts))
        return end;
    end = match_hours(scan, end, parts);
    return match_time_after(scan, end, parts);
}

guint
fact_date_point_match_number(const FactDateScan *scan, guint i, guint lead, FactDateParts *parts)
{
    guint end = i;
    if ((lead & FACT_DATE_LEAD_TIME) != 0)
        end = match_time(scan, i, parts);
    if (end != i)
        return parts->time_is_weak && !is_after_preposition(scan, i) ? i : end;
    if ((lead & FACT_DATE_LEAD_HOUR) != 0)
        end = match_bare_time(scan, i, parts);
    if (end != i)
        return end;
    end = fact_date_calendar_match(scan, i, parts);
    return end == i ? i : match_behind(scan, end, parts);
}

guint
fact_date_point_match_word(const FactDateScan *scan, guint i, const FactDateWord *word,
                           FactDateParts *parts)
{
    if (word->kind == FACT_DATE_WORD_HOURS)
        return match_hours_of(scan, i, parts);
    guint end = word->kind == FACT_DATE_WORD_AT ? match_time(scan, i, parts) : i;
    if (end != i)
        return end;
    end = fact_date_calendar_match_word(scan, i, word, parts);
    return end == i ? i : match_behind(scan, end, parts);
}

guint
fact_date_point_match(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    if (fact_date_has_flag(scan, i, FACT_TOKEN_NUMBER))
        return fact_date_point_match_number(scan, i, fact_date_lead_of_number(scan, i), parts);
    return fact_date_word_read(scan, i, &word) ? fact_date_point_match_word(scan, i, &word, parts)
                                               : i;
}
