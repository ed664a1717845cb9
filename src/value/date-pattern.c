/* SPDX-License-Identifier: MIT
 *
 * What a date is called once its ends are known: its EDTF, or the pattern of an unresolved one.
 */
#include "base/integer.h"
#include "value/date-private.h"

/* Writers: each returns where it ends, which is where it began where there is nothing to be told.
 * Numbers beyond what is written of them are none that a reader lets through. */

static char *
put_text(char *out, const char *text)
{
    while (*text != '\0')
        *out++ = *text++;
    return out;
}

static char *
put_pair(char *out, int number)
{
    return fact_integer_put_pair((guint)number % 100, out);
}

/* Digits of weekdays. */
static char *
put_weekdays(char *out, int weekdays)
{
    return fact_integer_put((uint64_t)ABS(weekdays), put_text(out, "XXXX-WXX-"));
}

static char *
put_pattern_day(char *out, const FactDateParts *parts)
{
    if (parts->form == FACT_DATE_FORM_RECURRING)
        return put_weekdays(out, parts->n);
    gboolean is_day = parts->unit == FACT_DATE_UNIT_DAY;
    gboolean is_weekday = is_day && parts->month == 0 && parts->weekday > 0;
    /* "early Thursday" is told by its hours, "last Thursday" is a Thursday at least */
    if (parts->form != FACT_DATE_FORM_CALENDAR || (parts->part != NULL && !is_day) ||
        (parts->which != FACT_DATE_WHICH_NONE && !is_weekday))
        return out;
    switch ((FactDateUnit)parts->unit) {
    case FACT_DATE_UNIT_DAY:
        if (parts->nth > 0)
            return out;
        if (parts->month == 0)
            return put_weekdays(out, parts->weekday);
        out = put_pair(put_text(out, "XXXX-"), parts->month);
        *out++ = '-';
        return put_pair(out, parts->day);
    case FACT_DATE_UNIT_MONTH:
        return put_pair(put_text(out, "XXXX-"), parts->month);
    case FACT_DATE_UNIT_SEASON:
        return put_pair(put_text(out, "XXXX-"), parts->index);
    case FACT_DATE_UNIT_QUARTER:
        return put_pair(put_text(out, "XXXX-"), 32 + parts->index);
    case FACT_DATE_UNIT_HALF:
        return put_pair(put_text(out, "XXXX-"), 39 + parts->index);
    case FACT_DATE_UNIT_NONE:
    case FACT_DATE_UNIT_WEEK:
    case FACT_DATE_UNIT_WEEKEND:
    case FACT_DATE_UNIT_YEAR:
    case FACT_DATE_UNIT_DECADE:
    case FACT_DATE_UNIT_CENTURY:
        return out;
    }
    return out;
}

static char *
put_minute(char *out, int minute)
{
    out = put_pair(out, minute / 60);
    *out++ = ':';
    return put_pair(out, minute % 60);
}

/* "T19:35", "T17:00/T05:59" as HH:MM of one day round. */
static char *
put_pattern_time(char *out, const FactDateParts *parts)
{
    int low;
    int high;
    if (!fact_date_resolve_hours(parts, &low, &high) || low >= 2 * FACT_DAY_MINUTES ||
        high >= 2 * FACT_DAY_MINUTES)
        return out;
    low = (low + FACT_DAY_MINUTES) % FACT_DAY_MINUTES; /* "just before 12 a.m." is below zero */
    high = (high + FACT_DAY_MINUTES) % FACT_DAY_MINUTES;
    *out++ = 'T';
    out = put_minute(out, low);
    if (low == high)
        return out;
    *out++ = '/';
    return put_minute(out, high);
}

/* "~last year": lower case, single blanks, cut. */
static char *
put_pattern_words(char out[FACT_EDTF_MAX], const FactDateScan *scan, FactSpan span)
{
    size_t len = 0;
    out[len++] = '~';
    for (uint32_t i = span.start; i < span.end && len < FACT_EDTF_MAX - 1; i++) {
        char c = scan->tokens->text[i];
        if (g_ascii_isspace(c) && out[len - 1] == ' ')
            continue;
        out[len++] = g_ascii_isspace(c) ? ' ' : g_ascii_tolower(c);
    }
    while (len > 1 && ((unsigned char)out[len - 1] & 0x80) != 0) /* no cut character at the end */
        len--;
    return out + len;
}

/* The EDTF of resolved ends; a season has a name that its ends do not tell. */
static const char *
edtf_of(const FactDateParts *parts, const FactValue *value, FactArena *arena)
{
    char name[FACT_EDTF_MAX];
    size_t len;
    if (parts->unit == FACT_DATE_UNIT_SEASON && parts->year > 0 && parts->part == NULL &&
        !parts->is_fiscal && value->comparator == FACT_COMPARATOR_EQ)
        len = (size_t)g_snprintf(name, sizeof name, "%04d-%02d", parts->year, parts->index);
    else
        len = fact_edtf_format(value, name);
    return fact_arena_strndup(arena, name, len);
}

void
fact_date_pattern_set(const FactDateScan *scan, const FactDateParts *parts, FactSpan span,
                      FactValue *value)
{
    char name[FACT_EDTF_MAX];
    if ((value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0) {
        value->as.date.edtf = edtf_of(parts, value, scan->arena);
        return;
    }
    char *day_end = put_pattern_day(name, parts);
    gboolean is_edtf = day_end > name && parts->form == FACT_DATE_FORM_CALENDAR && name[5] != 'W' &&
                       (parts->unit == FACT_DATE_UNIT_DAY || parts->unit == FACT_DATE_UNIT_MONTH);
    char *end = day_end > name || parts->unit == FACT_DATE_UNIT_NONE
                    ? put_pattern_time(day_end, parts)
                    : day_end;
    gboolean has_time = end > day_end;
    if (end == name)
        end = put_pattern_words(name, scan, span);
    value->unit = fact_arena_strndup(scan->arena, name, (size_t)(end - name));
    if (is_edtf && !has_time)
        value->as.date.edtf = value->unit;
    if (has_time)
        value->flags |= FACT_VALUE_HAS_TIME;
}
