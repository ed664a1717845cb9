/* SPDX-License-Identifier: MIT
 *
 * EDTF to intervals and back.
 *
 *     edtf   = point | [end] "/" [end]          ; an empty end or ".." is open
 *     end    = point | ".."
 *     point  = ( date [ "T" HH ":" MM [ ":" SS ] [ zone ] ] | season ) [ "~" | "?" | "%" ]
 *     date   = year [ "-" month [ "-" day ] ]   ; X for the last digits not known
 *     season = year "-" 21..24 | year "-" 33..36 (quarters) | year "-" 40..41 (halves)
 *     zone   = "Z" | ("+" | "-") HH [ ":" MM ]
 *
 * What is written is the shortest form that says the interval exactly. Sets, long years and years
 * before 1 are refused: no newspaper's date needs them.
 */
#include "base/integer.h"
#include "value/date-private.h"

#include <string.h>

typedef struct {
    const char *pos;
    const char *end;
} Cursor;

/* One point: its first and last minute. */
typedef struct {
    int64_t low;
    int64_t high;
    gboolean has_time;
    gboolean is_approx;
    gboolean is_pattern; /* the year is not known: "XXXX-05-17" */
    uint8_t zone;
} Point;

static gboolean
accept(Cursor *cursor, char c)
{
    if (cursor->pos == cursor->end || *cursor->pos != c)
        return FALSE;
    cursor->pos++;
    return TRUE;
}

/* Exactly @n digits, the last ones perhaps X: the least and greatest number they can be. */
static gboolean
read_digits(Cursor *cursor, int n, int *out_low, int *out_high)
{
    int low = 0;
    int high = 0;
    gboolean unknown = FALSE;
    if (cursor->end - cursor->pos < n)
        return FALSE;
    for (int i = 0; i < n; i++) {
        char c = cursor->pos[i];
        if (c == 'X')
            unknown = TRUE;
        else if (!g_ascii_isdigit(c) || unknown)
            return FALSE;
        low = low * 10 + (c == 'X' ? 0 : c - '0');
        high = high * 10 + (c == 'X' ? 9 : c - '0');
    }
    cursor->pos += n;
    *out_low = low;
    *out_high = high;
    return TRUE;
}

static gboolean
read_number(Cursor *cursor, int n, int max, int *out_number)
{
    int high;
    Cursor ahead = *cursor;
    if (!read_digits(&ahead, n, out_number, &high) || *out_number != high || high > max)
        return FALSE;
    *cursor = ahead;
    return TRUE;
}

static gboolean
read_zone(Cursor *cursor, uint8_t *out_zone)
{
    if (accept(cursor, 'Z')) {
        *out_zone = FACT_DATE_ZONE_UTC;
        return TRUE;
    }
    gboolean is_west = cursor->pos < cursor->end && *cursor->pos == '-';
    if (!is_west && (cursor->pos == cursor->end || *cursor->pos != '+'))
        return TRUE;
    cursor->pos++;
    int hours;
    int minutes = 0;
    if (!read_number(cursor, 2, 14, &hours))
        return FALSE;
    if (accept(cursor, ':') && !read_number(cursor, 2, 59, &minutes))
        return FALSE;
    int quarters = hours * 4 + minutes / 15;
    *out_zone = (uint8_t)((int)FACT_DATE_ZONE_UTC + (is_west ? -quarters : quarters));
    return TRUE;
}

static gboolean
read_time(Cursor *cursor, Point *point)
{
    int hours;
    int minutes;
    int seconds;
    if (!read_number(cursor, 2, 23, &hours) || !accept(cursor, ':') ||
        !read_number(cursor, 2, 59, &minutes))
        return FALSE;
    if (accept(cursor, ':') && !read_number(cursor, 2, 60, &seconds))
        return FALSE;
    point->low += hours * 60 + minutes;
    point->high = point->low;
    point->has_time = TRUE;
    return read_zone(cursor, &point->zone);
}

static void
set_days(Point *point, int32_t first, int32_t last)
{
    point->low = (int64_t)first * FACT_DAY_MINUTES;
    point->high = (int64_t)last * FACT_DAY_MINUTES + FACT_DAY_MINUTES - 1;
}

/* A number in the place of a month that is a season, a quarter or a half. */
static gboolean
set_division(const FactCatalog *catalog, int year, int code, Point *point)
{
    int32_t first;
    int32_t last;
    if (code >= 21 && code <= 24) {
        if (catalog == NULL || !fact_date_word_season(catalog, code, year, &first, &last))
            return FALSE;
    } else if (code >= 33 && code <= 36) {
        first = fact_date_day_month_start(year, (code - 33) * 3 + 1);
        last = fact_date_day_month_end(year, (code - 33) * 3 + 3);
    } else if (code == 40 || code == 41) {
        first = fact_date_day_month_start(year, (code - 40) * 6 + 1);
        last = fact_date_day_month_end(year, (code - 40) * 6 + 6);
    } else {
        return FALSE;
    }
    set_days(point, first, last);
    return TRUE;
}

/* "05", "05-17" or "XX" after a year that is not known; the day must be one of a leap year. */
static gboolean
read_pattern(Cursor *cursor, Point *point)
{
    int month;
    int day;
    int32_t ignored;
    if (!accept(cursor, '-') || !read_number(cursor, 2, 12, &month) || month == 0)
        return FALSE;
    if (accept(cursor, '-') &&
        (!read_number(cursor, 2, 31, &day) || !fact_date_day_join(2000, month, day, &ignored)))
        return FALSE;
    point->is_pattern = TRUE;
    return TRUE;
}

static gboolean
read_month_and_day(const FactCatalog *catalog, Cursor *cursor, int year, Point *point)
{
    int month;
    int month_high;
    int day;
    int day_high;
    if (!read_digits(cursor, 2, &month, &month_high))
        return FALSE;
    if (month != month_high) { /* "2004-XX", "2004-XX-XX" */
        set_days(point, fact_date_day_month_start(year, 1), fact_date_day_month_end(year, 12));
        return month == 0 && month_high == 99 &&
               (!accept(cursor, '-') ||
                (read_digits(cursor, 2, &day, &day_high) && day_high == 99));
    }
    if (month > 12)
        return set_division(catalog, year, month, point);
    if (month == 0)
        return FALSE;
    set_days(point, fact_date_day_month_start(year, month), fact_date_day_month_end(year, month));
    if (!accept(cursor, '-'))
        return TRUE;
    if (!read_digits(cursor, 2, &day, &day_high))
        return FALSE;
    if (day != day_high)
        return day == 0 && day_high == 99;
    int32_t number;
    if (!fact_date_day_join(year, month, day, &number))
        return FALSE;
    set_days(point, number, number);
    return !accept(cursor, 'T') || read_time(cursor, point);
}

static gboolean
read_point(const FactCatalog *catalog, Cursor *cursor, Point *point)
{
    int year;
    int year_high;
    *point = (Point){0};
    if (!read_digits(cursor, 4, &year, &year_high))
        return FALSE;
    if (year == 0 && year_high == 9999) {
        if (!read_pattern(cursor, point))
            return FALSE;
    } else if (year == 0) {
        return FALSE;
    } else if (year == year_high && accept(cursor, '-')) {
        if (!read_month_and_day(catalog, cursor, year, point))
            return FALSE;
    } else {
        set_days(point, fact_date_day_month_start(year, 1), fact_date_day_month_end(year_high, 12));
    }
    point->is_approx = accept(cursor, '~') || accept(cursor, '?') || accept(cursor, '%');
    return TRUE;
}

static gboolean
at_end(const Cursor *cursor)
{
    return cursor->pos == cursor->end;
}

/* An end of an interval: TRUE with @out_is_open where it is not there. */
static gboolean
read_end(const FactCatalog *catalog, Cursor *cursor, Point *point, gboolean *out_is_open)
{
    *point = (Point){0};
    *out_is_open = TRUE;
    if (at_end(cursor) || *cursor->pos == '/')
        return TRUE;
    if (accept(cursor, '.'))
        return accept(cursor, '.');
    *out_is_open = FALSE;
    return read_point(catalog, cursor, point) && !point->is_pattern;
}

static void
fill(FactValue *value, const Point *low, const Point *high, FactComparator comparator)
{
    value->type = FACT_VALUE_DATE;
    value->comparator = (uint8_t)comparator;
    value->flags = (low->has_time || high->has_time ? FACT_VALUE_HAS_TIME : 0u);
    value->spare = low->zone != 0 ? low->zone : high->zone;
    value->as.date.low = low->low;
    value->as.date.high = high->high;
}

gboolean
fact_edtf_parse(const FactCatalog *catalog, const char *str, size_t len, FactValue *out_value)
{
    Cursor cursor = {str, str + len};
    Point low;
    Point high;
    gboolean low_open;
    gboolean high_open;
    FactValue value = {0};
    if (!read_end(catalog, &cursor, &low, &low_open)) {
        if (!low.is_pattern || !at_end(&cursor))
            return FALSE;
        fill(&value, &low, &low, FACT_COMPARATOR_EQ);
        *out_value = value;
        return TRUE;
    }
    if (!low_open && at_end(&cursor)) {
        fill(&value, &low, &low, low.is_approx ? FACT_COMPARATOR_APPROX : FACT_COMPARATOR_EQ);
        value.flags |= FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH;
        *out_value = value;
        return TRUE;
    }
    if (!accept(&cursor, '/') || !read_end(catalog, &cursor, &high, &high_open) ||
        !at_end(&cursor) || (low_open && high_open) ||
        (!low_open && !high_open && low.low > high.high))
        return FALSE;
    gboolean is_approx = low.is_approx || high.is_approx;
    fill(&value, &low, &high,
         high_open   ? FACT_COMPARATOR_GE
         : low_open  ? FACT_COMPARATOR_LE
         : is_approx ? FACT_COMPARATOR_APPROX
                     : FACT_COMPARATOR_BETWEEN);
    value.flags |= (low_open ? 0u : FACT_VALUE_HAS_LOW) | (high_open ? 0u : FACT_VALUE_HAS_HIGH);
    *out_value = value;
    return TRUE;
}

/* What is exactly said by an interval of days: 10 for a decade's digits, and so on. */
typedef enum {
    REACH_DAY,
    REACH_MONTH,
    REACH_YEAR,
    REACH_DECADE,
    REACH_CENTURY,
} Reach;

/* Writers: each returns where it ends. The longest string, two times with their zones and marks,
 * has 47 bytes; no year is longer than four digits. */

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
    return fact_integer_put_pair((guint)number, out);
}

static char *
put_zone(char *out, uint8_t zone)
{
    int quarters = ABS((int)zone - (int)FACT_DATE_ZONE_UTC);

    if (zone == 0)
        return out;
    if (quarters == 0)
        return put_text(out, "Z");
    *out++ = zone < FACT_DATE_ZONE_UTC ? '-' : '+';
    out = put_pair(out, quarters / 4);
    *out++ = ':';
    return put_pair(out, quarters % 4 * 15);
}

static char *
put_day(char *out, FactDateDay day, Reach reach)
{
    out = put_pair(out, day.year / 100);
    if (reach == REACH_CENTURY)
        return put_text(out, "XX");
    out = put_pair(out, day.year % 100);
    if (reach == REACH_DECADE)
        out[-1] = 'X';
    if (reach == REACH_DAY || reach == REACH_MONTH) {
        *out++ = '-';
        out = put_pair(out, day.month);
    }
    if (reach == REACH_DAY) {
        *out++ = '-';
        out = put_pair(out, day.day);
    }
    return out;
}

static char *
put_minute(char *out, int64_t minute, uint8_t zone)
{
    int32_t number = fact_date_day_of(minute);
    int rest = (int)(minute - (int64_t)number * FACT_DAY_MINUTES);

    out = put_day(out, fact_date_day_split(number), REACH_DAY);
    *out++ = 'T';
    out = put_pair(out, rest / 60);
    *out++ = ':';
    out = put_pair(out, rest % 60);
    return put_zone(out, zone);
}

static gboolean
is_month_end(FactDateDay day)
{
    return day.day >= 28 && day.day == fact_date_day_month_length(day.year, day.month);
}

/* How far one point can say both ends, REACH_DAY - 1 if it cannot. */
static int
single_reach(FactDateDay low, FactDateDay high)
{
    gboolean months = low.day == 1 && is_month_end(high);
    if (months && low.month == 1 && high.month == 12) {
        if (low.year == high.year)
            return REACH_YEAR;
        if (low.year % 10 == 0 && high.year == low.year + 9)
            return REACH_DECADE;
        if (low.year % 100 == 0 && high.year == low.year + 99)
            return REACH_CENTURY;
    }
    if (low.year != high.year || low.month != high.month)
        return -1;
    if (months)
        return REACH_MONTH;
    return low.day == high.day ? REACH_DAY : -1;
}

static Reach
low_reach(FactDateDay low)
{
    return low.day != 1 ? REACH_DAY : low.month != 1 ? REACH_MONTH : REACH_YEAR;
}

static Reach
high_reach(FactDateDay high)
{
    return !is_month_end(high) ? REACH_DAY : high.month != 12 ? REACH_MONTH : REACH_YEAR;
}

/* Both ends at the reach that fits both, so that "2025-01/2025-04" is not "2025/2025-04". */
static char *
put_days(char *out, const FactValue *value, const char *mark)
{
    gboolean has_low = (value->flags & FACT_VALUE_HAS_LOW) != 0;
    gboolean has_high = (value->flags & FACT_VALUE_HAS_HIGH) != 0;
    int32_t first = fact_date_day_of(value->as.date.low);
    int32_t last = fact_date_day_of(value->as.date.high);
    FactDateDay low = fact_date_day_split(first);
    if (has_low && has_high && first == last)
        return put_text(put_day(out, low, REACH_DAY), mark);
    FactDateDay high = fact_date_day_split(last);
    int single = has_low && has_high ? single_reach(low, high) : -1;
    if (single >= 0)
        return put_text(put_day(out, low, (Reach)single), mark);
    Reach reach = !has_low    ? high_reach(high)
                  : !has_high ? low_reach(low)
                              : MIN(low_reach(low), high_reach(high));
    if (has_low)
        out = put_day(out, low, reach);
    out = put_text(out, has_low ? mark : "..");
    *out++ = '/';
    if (has_high)
        out = put_day(out, high, reach);
    return put_text(out, has_high ? mark : "..");
}

static char *
put_times(char *out, const FactValue *value, const char *mark)
{
    gboolean has_low = (value->flags & FACT_VALUE_HAS_LOW) != 0;
    gboolean has_high = (value->flags & FACT_VALUE_HAS_HIGH) != 0;
    if (has_low)
        out = put_minute(out, value->as.date.low, value->spare);
    out = put_text(out, has_low ? mark : "..");
    if (has_low && has_high && value->as.date.low == value->as.date.high)
        return out;
    *out++ = '/';
    if (has_high)
        out = put_minute(out, value->as.date.high, value->spare);
    return put_text(out, has_high ? mark : "..");
}

size_t
fact_edtf_format(const FactValue *value, char out[FACT_EDTF_MAX])
{
    const char *mark = value->comparator == FACT_COMPARATOR_APPROX ? "~" : "";
    char *end = out;
    if ((value->flags & FACT_VALUE_HAS_TIME) != 0 &&
        (value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0)
        end = put_times(out, value, mark);
    else if ((value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0)
        end = put_days(out, value, mark);
    *end = '\0';
    return (size_t)(end - out);
}
