/* SPDX-License-Identifier: MIT
 *
 * What a date is called once its ends are known: its EDTF, or the pattern of an unresolved one.
 */
#include "value/date-private.h"

#include <string.h>

static size_t
put_pattern_day(const FactDateParts *parts, char *out, size_t size)
{
    if (parts->form == FACT_DATE_FORM_RECURRING)
        return (size_t)g_snprintf(out, size, "XXXX-WXX-%d", parts->n);
    gboolean is_day = parts->unit == FACT_DATE_UNIT_DAY;
    gboolean is_weekday = is_day && parts->month == 0 && parts->weekday > 0;
    /* "early Thursday" is told by its hours, "last Thursday" is a Thursday at least */
    if (parts->form != FACT_DATE_FORM_CALENDAR || (parts->part != NULL && !is_day) ||
        (parts->which != FACT_DATE_WHICH_NONE && !is_weekday))
        return 0;
    switch ((FactDateUnit)parts->unit) {
    case FACT_DATE_UNIT_DAY:
        if (parts->nth > 0)
            return 0;
        if (parts->month > 0)
            return (size_t)g_snprintf(out, size, "XXXX-%02d-%02d", parts->month, parts->day);
        return (size_t)g_snprintf(out, size, "XXXX-WXX-%d", parts->weekday);
    case FACT_DATE_UNIT_MONTH:
        return (size_t)g_snprintf(out, size, "XXXX-%02d", parts->month);
    case FACT_DATE_UNIT_SEASON:
        return (size_t)g_snprintf(out, size, "XXXX-%02d", parts->index);
    case FACT_DATE_UNIT_QUARTER:
        return (size_t)g_snprintf(out, size, "XXXX-%02d", 32 + parts->index);
    case FACT_DATE_UNIT_HALF:
        return (size_t)g_snprintf(out, size, "XXXX-%02d", 39 + parts->index);
    case FACT_DATE_UNIT_NONE:
    case FACT_DATE_UNIT_WEEK:
    case FACT_DATE_UNIT_WEEKEND:
    case FACT_DATE_UNIT_YEAR:
    case FACT_DATE_UNIT_DECADE:
    case FACT_DATE_UNIT_CENTURY:
        return 0;
    }
    return 0;
}

/* "T19:35", "T17:00/T05:59" as HH:MM of one day round. */
static size_t
put_pattern_time(const FactDateParts *parts, char *out, size_t size)
{
    int low;
    int high;
    if (!fact_date_resolve_hours(parts, &low, &high) || low >= 2 * FACT_DAY_MINUTES ||
        high >= 2 * FACT_DAY_MINUTES)
        return 0;
    low %= FACT_DAY_MINUTES;
    high %= FACT_DAY_MINUTES;
    size_t len = (size_t)g_snprintf(out, size, "T%02d:%02d", low / 60, low % 60);
    if (low != high)
        len += (size_t)g_snprintf(out + len, size - len, "/%02d:%02d", high / 60, high % 60);
    return len;
}

/* "~last year": lower case, single blanks, cut. */
static void
put_pattern_words(const FactDateScan *scan, FactSpan span, char *out, size_t size)
{
    size_t len = 0;
    out[len++] = '~';
    for (uint32_t i = span.start; i < span.end && len < size - 1; i++) {
        char c = scan->tokens->text[i];
        if (g_ascii_isspace(c) && out[len - 1] == ' ')
            continue;
        out[len++] = g_ascii_isspace(c) ? ' ' : g_ascii_tolower(c);
    }
    while (len > 1 && ((unsigned char)out[len - 1] & 0x80) != 0) /* no cut character at the end */
        len--;
    out[len] = '\0';
}

void
fact_date_pattern_set(const FactDateScan *scan, const FactDateParts *parts, FactSpan span,
                      FactValue *value)
{
    char name[FACT_EDTF_MAX];
    if ((value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0) {
        if (parts->unit == FACT_DATE_UNIT_SEASON && parts->year > 0 && parts->part == NULL &&
            !parts->is_fiscal && value->comparator == FACT_COMPARATOR_EQ)
            g_snprintf(name, sizeof name, "%04d-%02d", parts->year, parts->index);
        else
            fact_edtf_format(value, name);
        value->as.date.edtf = fact_arena_strdup(scan->arena, name);
        return;
    }
    size_t len = put_pattern_day(parts, name, sizeof name);
    gboolean is_edtf = len > 0 && parts->form == FACT_DATE_FORM_CALENDAR && name[5] != 'W' &&
                       (parts->unit == FACT_DATE_UNIT_DAY || parts->unit == FACT_DATE_UNIT_MONTH);
    size_t time = len > 0 || parts->unit == FACT_DATE_UNIT_NONE
                      ? put_pattern_time(parts, name + len, sizeof name - len)
                      : 0;
    if (len + time == 0)
        put_pattern_words(scan, span, name, sizeof name);
    value->unit = fact_arena_strdup(scan->arena, name);
    if (is_edtf && time == 0)
        value->as.date.edtf = value->unit;
    if (time > 0)
        value->flags |= FACT_VALUE_HAS_TIME;
}
