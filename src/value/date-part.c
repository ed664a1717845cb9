/* SPDX-License-Identifier: MIT
 *
 * A date said with a time of day is two statements: on which day, and at what hour. They are right
 * or wrong apart from each other.
 */
#include "value/date-private.h"

#include <string.h>

/* A longer stretch is a part of the day ("Sunday night"), which belongs to the day. */
#define TIME_MINUTES_MAX 90

#define RESOLVED (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)

/* The time in @pattern, which is "T" and what follows; NULL for none. */
static const char *
time_of_pattern(const char *pattern)
{
    return pattern == NULL || (pattern[0] != 'X' && pattern[0] != 'T') ? NULL
                                                                       : strchr(pattern, 'T');
}

static int
minute_of(const char *time)
{
    return ((time[0] - '0') * 10 + time[1] - '0') * 60 + (time[3] - '0') * 10 + time[4] - '0';
}

/* "T20:45/20:59" is a time, "T17:00/06:59" is a night. */
static gboolean
is_short(const char *time)
{
    const char *end = strchr(time, '/');

    if (strlen(time) < 6 || (end != NULL && strlen(end) < 6))
        return FALSE;
    return end == NULL ||
           (minute_of(end + 1) - minute_of(time + 1) + FACT_DAY_MINUTES) % FACT_DAY_MINUTES <=
               TIME_MINUTES_MAX;
}

static gboolean
is_resolved_minute(const FactValue *value)
{
    return (value->flags & FACT_VALUE_HAS_TIME) != 0 && (value->flags & RESOLVED) == RESOLVED &&
           value->as.date.high - value->as.date.low <= TIME_MINUTES_MAX;
}

static int
minute_of_day(int64_t minute)
{
    return (int)(((minute % FACT_DAY_MINUTES) + FACT_DAY_MINUTES) % FACT_DAY_MINUTES);
}

gboolean
fact_date_has_time_of_day(const FactValue *value)
{
    const char *time = time_of_pattern(value->unit);

    if (value->type != FACT_VALUE_DATE || (value->flags & FACT_VALUE_IS_RECURRING) != 0 ||
        value->spare != 0)
        return FALSE;
    return (value->flags & RESOLVED) != 0 ? is_resolved_minute(value)
                                          : time != NULL && is_short(time);
}

/* Minutes of the part of a day that @value, resolved or not, says; 0 where it says none. */
static int64_t
minutes_of_part(const FactValue *value)
{
    const char *time = time_of_pattern(value->unit);

    if ((value->flags & RESOLVED) != 0)
        return (value->flags & RESOLVED) == RESOLVED ? value->as.date.high - value->as.date.low : 0;
    if (time == NULL || strlen(time) != strlen("T00:00/00:00"))
        return 0;
    return (minute_of(time + 7) - minute_of(time + 1) + FACT_DAY_MINUTES) % FACT_DAY_MINUTES;
}

gboolean
fact_date_has_part_of_day(const FactValue *value)
{
    int64_t minutes;

    if (value->type != FACT_VALUE_DATE || (value->flags & FACT_VALUE_IS_RECURRING) != 0 ||
        value->spare != 0)
        return FALSE;
    minutes = minutes_of_part(value);
    return minutes > TIME_MINUTES_MAX && minutes < FACT_DAY_MINUTES - 1;
}

gboolean
fact_date_has_day(const FactValue *value)
{
    return value->type == FACT_VALUE_DATE &&
           ((value->flags & RESOLVED) != 0 || value->unit == NULL || value->unit[0] != 'T');
}

void
fact_date_take_time(FactValue *value, FactArena *arena)
{
    char pattern[FACT_EDTF_MAX];
    int low;
    int high;

    if ((value->flags & RESOLVED) == 0) {
        value->unit = time_of_pattern(value->unit);
        value->as.date.edtf = NULL;
        return;
    }
    low = minute_of_day(value->as.date.low);
    high = minute_of_day(value->as.date.high);
    g_snprintf(pattern, sizeof pattern, "T%02d:%02d", low / 60, low % 60);
    if (high != low)
        g_snprintf(pattern + strlen(pattern), sizeof pattern - strlen(pattern), "/%02d:%02d",
                   high / 60, high % 60);
    value->unit = fact_arena_strdup(arena, pattern);
    value->flags &= (uint16_t)~RESOLVED;
    value->as.date.low = 0;
    value->as.date.high = 0;
    value->as.date.edtf = NULL;
}

void
fact_date_take_day(FactValue *value, FactArena *arena)
{
    char edtf[FACT_EDTF_MAX];
    const char *time = time_of_pattern(value->unit);

    if ((value->flags & RESOLVED) == 0 && time != NULL && time != value->unit && is_short(time)) {
        value->unit = fact_arena_strndup(arena, value->unit, (gsize)(time - value->unit));
        value->comparator = FACT_COMPARATOR_EQ;
        value->flags &= (uint16_t)~FACT_VALUE_HAS_TIME;
    }
    if (!is_resolved_minute(value))
        return;
    value->as.date.low -= minute_of_day(value->as.date.low);
    value->as.date.high = value->as.date.low + FACT_DAY_MINUTES - 1;
    value->comparator = FACT_COMPARATOR_EQ;
    value->flags &= (uint16_t)~FACT_VALUE_HAS_TIME;
    value->as.date.edtf = fact_arena_strndup(arena, edtf, fact_edtf_format(value, edtf));
}
