/* SPDX-License-Identifier: MIT
 *
 * How two dates stand to each other. DISJOINT is an accusation, so it is said only where both
 * cannot hold: times are rounded as people round them, "about" reaches half its unit, a time with a
 * zone meets one without in any zone there is, and unresolved dates are compared by what both say.
 */
#include "value/date-private.h"

#include <string.h>

/* No two clocks on earth differ by more. */
#define ZONE_SLACK (14 * 60)
/* Longer stretches hold every weekday and every day of the year. */
#define PATTERN_DAYS_MAX 366

/* What "just after 6 p.m." may be off by at its ends; the window is wide already. */
#define WINDOW_SLACK 5

typedef struct {
    int64_t low;
    int64_t high;
} Interval;

static gboolean
is_resolved(const FactValue *value)
{
    return (value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0;
}

static gboolean
has_time(const FactValue *value)
{
    return (value->flags & FACT_VALUE_HAS_TIME) != 0;
}

/* Open ends lie far outside of all dates and far inside of the integer's range, so that tolerances
 * may be added. */
static Interval
interval_of(const FactValue *value)
{
    return (Interval){
        (value->flags & FACT_VALUE_HAS_LOW) != 0 ? value->as.date.low : G_MININT64 / 4,
        (value->flags & FACT_VALUE_HAS_HIGH) != 0 ? value->as.date.high : G_MAXINT64 / 4};
}

static FactRelation
relate(Interval a, Interval b)
{
    if (a.low == b.low && a.high == b.high)
        return FACT_RELATION_EQUAL;
    if (a.high < b.low || b.high < a.low)
        return FACT_RELATION_DISJOINT;
    if (a.low >= b.low && a.high <= b.high)
        return FACT_RELATION_INSIDE;
    if (b.low >= a.low && b.high <= a.high)
        return FACT_RELATION_CONTAINS;
    return FACT_RELATION_OVERLAP;
}

static int64_t
gap(Interval a, Interval b)
{
    return a.high < b.low ? b.low - a.high : a.low - b.high;
}

/* How far people round the minute they say: "4 p.m." may be 4:12, "7:38" is 7:38. */
static int64_t
rounding_of_minute(int64_t minute, gboolean is_hedged)
{
    static const struct {
        int step;
        int plain;
        int hedged;
    } habits[] = {{60, 15, 30}, {30, 10, 20}, {15, 7, 15}, {10, 5, 10}, {5, 2, 5}, {1, 0, 2}};
    for (guint i = 0; i < G_N_ELEMENTS(habits); i++)
        if (minute % habits[i].step == 0)
            return is_hedged ? habits[i].hedged : habits[i].plain;
    return 0;
}

static gboolean
is_one_minute(const FactValue *value)
{
    return has_time(value) &&
           ((value->flags & FACT_VALUE_HAS_LOW) == 0 || (value->flags & FACT_VALUE_HAS_HIGH) == 0 ||
            value->as.date.low == value->as.date.high);
}

/* How far a value may be off in either direction. */
static int64_t
slack_of(const FactValue *value)
{
    gboolean is_hedged = value->comparator == FACT_COMPARATOR_APPROX;
    gboolean is_closed =
        (value->flags & FACT_VALUE_HAS_LOW) != 0 && (value->flags & FACT_VALUE_HAS_HIGH) != 0;
    if (has_time(value)) {
        int64_t end =
            (value->flags & FACT_VALUE_HAS_LOW) != 0 ? value->as.date.low : value->as.date.high;
        if (is_closed && value->as.date.low != value->as.date.high)
            return is_hedged ? WINDOW_SLACK : 0;
        return rounding_of_minute(end, is_hedged);
    }
    if (!is_hedged || !is_closed)
        return 0;
    int64_t length = value->as.date.high - value->as.date.low + 1;
    return MAX(length / 2, 3 * FACT_DAY_MINUTES);
}

/* "around 4 p.m.", which meets windows too. */
static gboolean
is_hedged_minute(const FactValue *value)
{
    return is_one_minute(value) && value->comparator == FACT_COMPARATOR_APPROX;
}

static FactRelation
compare_resolved(const FactValue *a, const FactValue *b)
{
    Interval x = interval_of(a);
    Interval y = interval_of(b);
    gboolean one_zone = has_time(a) && has_time(b) && (a->spare == 0) != (b->spare == 0);
    if (has_time(a) && has_time(b) && a->spare != 0 && b->spare != 0) {
        int64_t shift = ((int64_t)a->spare - b->spare) * 15;
        y.low += shift;
        y.high += shift;
    }
    FactRelation relation = relate(x, y);
    if (one_zone && relation != FACT_RELATION_EQUAL)
        return relation == FACT_RELATION_DISJOINT && gap(x, y) > ZONE_SLACK ? FACT_RELATION_DISJOINT
                                                                            : FACT_RELATION_OVERLAP;
    if (relation != FACT_RELATION_DISJOINT)
        return relation;
    int64_t slack = MAX(slack_of(a), slack_of(b));
    if (has_time(a) && has_time(b) && is_one_minute(a) != is_one_minute(b) &&
        !is_hedged_minute(a) && !is_hedged_minute(b))
        slack = MIN(slack, WINDOW_SLACK);
    return gap(x, y) <= slack ? FACT_RELATION_ROUNDING : FACT_RELATION_DISJOINT;
}

/* What a date says of its day without a year: 0 and -1 for what it does not say. */
typedef struct {
    int month; /* or season, quarter, half */
    int day;
    uint8_t weekdays; /* bit 1 << weekday */
    int time_low;     /* of one day; low > high wraps round midnight */
    int time_high;
    gboolean is_known;
} Pattern;

static gboolean
take_two(const char **text, int *out)
{
    if (!g_ascii_isdigit((*text)[0]) || !g_ascii_isdigit((*text)[1]))
        return FALSE;
    *out = ((*text)[0] - '0') * 10 + (*text)[1] - '0';
    *text += 2;
    return TRUE;
}

static gboolean
take_time(const char **text, int *out)
{
    int hours;
    int minutes;
    if (!take_two(text, &hours) || **text != ':')
        return FALSE;
    (*text)++;
    if (!take_two(text, &minutes) || hours > 23 || minutes > 59)
        return FALSE;
    *out = hours * 60 + minutes;
    return TRUE;
}

/* FALSE for "~" and whatever is not of the grammar in date.h. */
static gboolean
read_pattern(const char *text, Pattern *out)
{
    Pattern pattern = {.time_low = -1, .time_high = -1};
    if (text == NULL || (text[0] != 'X' && text[0] != 'T'))
        return FALSE;
    if (g_str_has_prefix(text, "XXXX-WXX-")) {
        for (text += 9; *text >= '1' && *text <= '7'; text++)
            pattern.weekdays |= (uint8_t)(1u << (*text - '0'));
    } else if (g_str_has_prefix(text, "XXXX-")) {
        text += 5;
        if (!take_two(&text, &pattern.month))
            return FALSE;
        if (*text == '-') {
            text++;
            if (!take_two(&text, &pattern.day))
                return FALSE;
        }
    }
    if (*text == 'T') {
        text++;
        if (!take_time(&text, &pattern.time_low))
            return FALSE;
        pattern.time_high = pattern.time_low;
        if (*text == '/') {
            text++;
            if (!take_time(&text, &pattern.time_high))
                return FALSE;
        }
    }
    *out = pattern;
    return *text == '\0';
}

/* What one side of a comparison says more than the other. */
typedef struct {
    gboolean a_more;
    gboolean b_more;
    gboolean differs;  /* they cannot both hold */
    gboolean is_vague; /* nobody can say */
    gboolean is_rounded;
} Tally;

/* 23:50 and 00:10 are twenty minutes apart. */
static int64_t
gap_of_times(Interval a, Interval b)
{
    int64_t minutes = gap(a, b);
    int64_t round = FACT_DAY_MINUTES - (MAX(a.high, b.high) - MIN(a.low, b.low));
    return MIN(minutes, round);
}

int64_t
fact_date_times_apart(const FactValue *a, const FactValue *b)
{
    Pattern x;
    Pattern y;
    if (!read_pattern(a->unit, &x) || !read_pattern(b->unit, &y) || x.time_low < 0 ||
        y.time_low < 0)
        return 0;
    return gap_of_times((Interval){x.time_low, x.time_high}, (Interval){y.time_low, y.time_high});
}

int
fact_date_days_apart(const FactValue *a, const FactValue *b)
{
    if (!is_resolved(a) || !is_resolved(b))
        return 0;
    return (int)(MAX(gap(interval_of(a), interval_of(b)), 0) / FACT_DAY_MINUTES);
}

static gboolean
is_of_a_day(const FactValue *value)
{
    Interval interval = interval_of(value);
    return !is_resolved(value) || interval.high - interval.low < 3 * FACT_DAY_MINUTES / 2;
}

gboolean
fact_date_are_days(const FactValue *a, const FactValue *b)
{
    return is_of_a_day(a) && is_of_a_day(b);
}

static void
tally_times(const Pattern *a, const Pattern *b, const FactValue *x, const FactValue *y,
            Tally *tally)
{
    if (a->time_low < 0 || b->time_low < 0) {
        tally->a_more |= a->time_low >= 0;
        tally->b_more |= b->time_low >= 0;
        return;
    }
    if (a->time_low == b->time_low && a->time_high == b->time_high && x->spare == y->spare)
        return;
    if (x->spare != y->spare || a->time_low > a->time_high || b->time_low > b->time_high) {
        tally->is_vague = TRUE;
        return;
    }
    Interval first = {a->time_low, a->time_high};
    Interval second = {b->time_low, b->time_high};
    int64_t slack = 0;
    if (a->time_low == a->time_high)
        slack = rounding_of_minute(a->time_low, x->comparator == FACT_COMPARATOR_APPROX);
    if (b->time_low == b->time_high)
        slack =
            MAX(slack, rounding_of_minute(b->time_low, y->comparator == FACT_COMPARATOR_APPROX));
    FactRelation relation = relate(first, second);
    if (relation == FACT_RELATION_INSIDE)
        tally->a_more = TRUE;
    else if (relation == FACT_RELATION_CONTAINS)
        tally->b_more = TRUE;
    else if (relation == FACT_RELATION_OVERLAP)
        tally->is_vague = TRUE;
    else if (gap_of_times(first, second) <= slack)
        tally->is_rounded = TRUE;
    else
        tally->differs = TRUE;
}

static void
tally_days(const Pattern *a, const Pattern *b, Tally *tally)
{
    if (a->month > 0 && b->month > 0) {
        gboolean are_months = a->month <= 12 && b->month <= 12;
        if (a->month != b->month && are_months)
            tally->differs = TRUE;
        else if (a->month != b->month)
            tally->is_vague = TRUE;
        else if (a->day > 0 && b->day > 0)
            tally->differs |= a->day != b->day;
        else {
            tally->a_more |= a->day > 0;
            tally->b_more |= b->day > 0;
        }
    } else {
        tally->a_more |= a->month > 0;
        tally->b_more |= b->month > 0;
    }
    if (a->weekdays != 0 && b->weekdays != 0)
        tally->differs |= (a->weekdays & b->weekdays) == 0;
    tally->is_vague |= a->weekdays != 0 && b->weekdays != 0 && a->weekdays != b->weekdays;
    tally->a_more |= a->weekdays != 0 && b->weekdays == 0;
    tally->b_more |= b->weekdays != 0 && a->weekdays == 0;
}

static FactRelation
relation_of(const Tally *tally)
{
    if (tally->differs)
        return FACT_RELATION_DISJOINT;
    if (tally->is_vague || (tally->a_more && tally->b_more))
        return FACT_RELATION_OVERLAP;
    if (tally->is_rounded)
        return FACT_RELATION_ROUNDING;
    return tally->a_more   ? FACT_RELATION_INSIDE
           : tally->b_more ? FACT_RELATION_CONTAINS
                           : FACT_RELATION_EQUAL;
}

static gboolean
is_plain(const FactValue *value)
{
    return value->comparator == FACT_COMPARATOR_EQ || value->comparator == FACT_COMPARATOR_APPROX ||
           value->comparator == FACT_COMPARATOR_BETWEEN;
}

static FactRelation
compare_patterns(const FactValue *a, const FactValue *b)
{
    Pattern x;
    Pattern y;
    if (!read_pattern(a->unit, &x) || !read_pattern(b->unit, &y))
        return FACT_RELATION_INCOMPARABLE;
    if (!is_plain(a) || !is_plain(b))
        return a->comparator == b->comparator && strcmp(a->unit, b->unit) == 0
                   ? FACT_RELATION_EQUAL
                   : FACT_RELATION_INCOMPARABLE;
    Tally tally = {0};
    tally_days(&x, &y, &tally);
    tally_times(&x, &y, a, b, &tally);
    return relation_of(&tally);
}

static gboolean
day_fits(const Pattern *pattern, int32_t number)
{
    FactDateDay day = fact_date_day_split(number);
    if (pattern->weekdays != 0 && (pattern->weekdays >> fact_date_day_weekday(number) & 1) == 0)
        return FALSE;
    return pattern->month == 0 || pattern->month > 12 ||
           (day.month == pattern->month && (pattern->day == 0 || day.day == pattern->day));
}

/* A resolved @a against an unresolved @b. */
static FactRelation
compare_mixed(const FactValue *a, const FactValue *b)
{
    Pattern pattern;
    Interval interval = interval_of(a);
    if (!read_pattern(b->unit, &pattern))
        return FACT_RELATION_INCOMPARABLE;
    if (!is_plain(a) || !is_plain(b) || a->comparator == FACT_COMPARATOR_APPROX ||
        interval.high - interval.low > (int64_t)PATTERN_DAYS_MAX * FACT_DAY_MINUTES)
        return FACT_RELATION_OVERLAP;
    int32_t first = fact_date_day_of(interval.low);
    int32_t last = fact_date_day_of(interval.high);
    if (first != last) {
        for (int32_t day = first; day <= last; day++)
            if (day_fits(&pattern, day))
                return FACT_RELATION_OVERLAP;
        return FACT_RELATION_DISJOINT;
    }
    if (!day_fits(&pattern, first))
        return FACT_RELATION_DISJOINT;
    Tally tally = {.a_more = TRUE, .is_vague = pattern.month > 12}; /* @a has a year */
    Pattern times = {.time_low = -1, .time_high = -1};
    if (has_time(a)) {
        times.time_low = (int)(interval.low - (int64_t)first * FACT_DAY_MINUTES);
        times.time_high = (int)(interval.high - (int64_t)first * FACT_DAY_MINUTES);
    }
    if (times.time_low < 0 && pattern.month == 0 && pattern.weekdays == 0)
        return FACT_RELATION_INCOMPARABLE; /* a day and a time of some day */
    tally_times(&times, &pattern, a, b, &tally);
    return relation_of(&tally);
}

static FactRelation
mirror(FactRelation relation)
{
    return relation == FACT_RELATION_INSIDE     ? FACT_RELATION_CONTAINS
           : relation == FACT_RELATION_CONTAINS ? FACT_RELATION_INSIDE
                                                : relation;
}

FactRelation
fact_date_compare(const FactValue *a, const FactValue *b)
{
    gboolean a_recurs = (a->flags & FACT_VALUE_IS_RECURRING) != 0;
    gboolean b_recurs = (b->flags & FACT_VALUE_IS_RECURRING) != 0;
    if (a_recurs != b_recurs)
        return FACT_RELATION_INCOMPARABLE;
    if (a_recurs) { /* a thing may happen on Tuesdays and on Fridays */
        return a->unit != NULL && b->unit != NULL && strcmp(a->unit, b->unit) == 0
                   ? FACT_RELATION_EQUAL
                   : FACT_RELATION_OVERLAP;
    }
    if (is_resolved(a) && is_resolved(b))
        return compare_resolved(a, b);
    if (is_resolved(a))
        return compare_mixed(a, b);
    if (is_resolved(b))
        return mirror(compare_mixed(b, a));
    return compare_patterns(a, b);
}
