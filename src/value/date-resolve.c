/* SPDX-License-Identifier: MIT
 *
 * From the parts of a date to its days. What the text leaves out (the year of "May 17", the week of
 * "Tuesday") is taken from the publication date: news tells of the past, unless the verb nearby
 * says that something is still to come. Where two readings are possible and nothing decides, the
 * interval covers both; where the publication date is not known, the date stays unresolved.
 */
#include "value/date-private.h"

/* A crawled publication date may be a day or two early, or that of another time zone. */
#define SKEW_DAYS 2
/* How many times nearer a day must be that the tense speaks against; or, without a tense, one to
 * come. */
#define AGAINST_TENSE 5
#define AGAINST_HABIT 4
/* What "a decade ago" may be off by. */
#define DECADE_SLACK_MONTHS 24

typedef struct {
    int32_t first;
    int32_t last;
} Days;

static gboolean
months_of(int year, int first, int last, Days *out)
{
    if (year < 1 || year > FACT_DATE_YEAR_MAX)
        return FALSE;
    *out = (Days){fact_date_day_month_start(year, first), fact_date_day_month_end(year, last)};
    return TRUE;
}

static gboolean
days_of_month_day(const FactDateParts *parts, int year, Days *out)
{
    if (parts->nth > 0) {
        out->first = fact_date_day_nth_weekday(year, parts->month, parts->weekday, parts->nth);
        out->last = out->first;
        return TRUE;
    }
    int32_t other;
    if (!fact_date_day_join(year, parts->month, parts->day, &out->first))
        return FALSE;
    out->last = out->first;
    if (parts->other_month > 0 &&
        fact_date_day_join(year, parts->other_month, parts->other_day, &other)) {
        out->first = MIN(out->first, other);
        out->last = MAX(out->last, other);
    }
    return TRUE;
}

static gboolean
days_of_fiscal(const FactDateParts *parts, int year, Days *out)
{
    return months_of(year, 1 - parts->fiscal_before, 12 + parts->fiscal_after, out);
}

static gboolean
days_in_year(const FactDateParts *parts, int year, Days *out)
{
    if (parts->is_fiscal)
        return days_of_fiscal(parts, year, out);
    switch ((FactDateUnit)parts->unit) {
    case FACT_DATE_UNIT_DAY:
        return days_of_month_day(parts, year, out);
    case FACT_DATE_UNIT_MONTH:
        return months_of(year, parts->month, parts->month, out);
    case FACT_DATE_UNIT_QUARTER:
        return months_of(year, parts->index * 3 - 2, parts->index * 3, out);
    case FACT_DATE_UNIT_HALF:
        return months_of(year, parts->index * 6 - 5, parts->index * 6, out);
    case FACT_DATE_UNIT_SEASON:
        return fact_date_word_season_days(parts->window, year, &out->first, &out->last);
    case FACT_DATE_UNIT_YEAR:
        return months_of(year, 1, 12, out);
    case FACT_DATE_UNIT_DECADE:
        return months_of(year, 1, 120, out);
    case FACT_DATE_UNIT_CENTURY:
        return months_of(year, 1, 1200, out);
    case FACT_DATE_UNIT_NONE:
    case FACT_DATE_UNIT_WEEK:
    case FACT_DATE_UNIT_WEEKEND:
        return FALSE;
    }
    return FALSE;
}

/* A season of a year said with it: a winter belongs to two years, and nobody says which he means.
 */
static gboolean
days_of_said_season(const FactDateParts *parts, Days *out)
{
    Days before;
    if (!fact_date_word_season_days(parts->window, parts->year, &out->first, &out->last))
        return FALSE;
    if (fact_date_day_split(out->last).year > parts->year && parts->year > 1 &&
        fact_date_word_season_days(parts->window, parts->year - 1, &before.first, &before.last))
        out->first = before.first;
    return TRUE;
}

static gboolean
is_wanted(const FactDateParts *parts, const Days *days, int32_t today, FactDateTense tense)
{
    switch ((FactDateWhich)parts->which) {
    case FACT_DATE_WHICH_LAST:
        return days->last < today;
    case FACT_DATE_WHICH_NEXT:
        return days->first > today;
    case FACT_DATE_WHICH_THIS:
        return TRUE;
    case FACT_DATE_WHICH_NONE:
        break;
    }
    if (parts->unit == FACT_DATE_UNIT_DAY)
        return TRUE;
    return tense == FACT_DATE_TENSE_NONE ||
           (tense == FACT_DATE_TENSE_PAST ? days->first <= today : days->last >= today);
}

/* How far off a reading is, in the eyes of the text: against its tense a day must be very near. A
 * single day may go against it, for the verb nearby may be another clause's; a month may not. */
static int64_t
distance(const FactDateParts *parts, const Days *days, int32_t today, FactDateTense tense)
{
    int64_t before = (int64_t)today - days->last;
    int64_t after = (int64_t)days->first - today;
    if (before <= 0 && after <= 0)
        return 0;
    if (parts->which != FACT_DATE_WHICH_NONE)
        return MAX(before, after);
    if (before > 0)
        return before * (tense == FACT_DATE_TENSE_FUTURE ? AGAINST_TENSE : 1);
    if (after <= SKEW_DAYS)
        return after;
    return after * (tense == FACT_DATE_TENSE_PAST   ? AGAINST_TENSE
                    : tense == FACT_DATE_TENSE_NONE ? AGAINST_HABIT
                                                    : 1);
}

static gboolean
days_by_clock(const FactDateParts *parts, int32_t today, FactDateTense tense, Days *out)
{
    int this_year = fact_date_day_split(today).year;
    gboolean with_weekday =
        parts->weekday > 0 && parts->nth == 0 && parts->unit == FACT_DATE_UNIT_DAY;
    gboolean found = FALSE;
    int reach = with_weekday || (parts->month == 2 && parts->day == 29) ? 8 : 1;
    int64_t best = 0;
    for (int year = this_year - reach; year <= this_year + reach; year++) {
        Days days;
        if (!days_in_year(parts, year, &days) || !is_wanted(parts, &days, today, tense) ||
            (with_weekday && fact_date_day_weekday(days.first) != parts->weekday))
            continue;
        int64_t far = distance(parts, &days, today, tense);
        if (!found || far < best) {
            best = far;
            *out = days;
            found = TRUE;
        }
    }
    return found;
}

static int32_t
weekday_day(const FactDateParts *parts, int32_t today, FactDateTense tense)
{
    if (parts->has_week) /* from Monday on */
        return today - (fact_date_day_weekday(today) - parts->weekday) + 7 * parts->week;
    int back = (fact_date_day_weekday(today) - parts->weekday + 7) % 7;
    int ahead = (7 - back) % 7;
    switch ((FactDateWhich)parts->which) {
    case FACT_DATE_WHICH_LAST:
        return today - (back == 0 ? 7 : back);
    case FACT_DATE_WHICH_NEXT:
        return today + (ahead == 0 ? 7 : ahead);
    case FACT_DATE_WHICH_THIS:
        return tense == FACT_DATE_TENSE_PAST ? today - back : today + ahead;
    case FACT_DATE_WHICH_NONE:
        break;
    }
    return tense == FACT_DATE_TENSE_FUTURE ? today + ahead : today - back;
}

static gboolean
resolve_calendar(const FactDateScan *scan, const FactDateParts *parts, FactDateTense tense,
                 Days *out)
{
    if (parts->year > 0 && parts->unit == FACT_DATE_UNIT_SEASON && !parts->is_fiscal)
        return days_of_said_season(parts, out);
    if (parts->year > 0)
        return days_in_year(parts, parts->year, out);
    if (!scan->clock.is_known)
        return FALSE;
    int32_t today = fact_date_day_of(scan->clock.minute);
    if (parts->unit == FACT_DATE_UNIT_DAY && parts->month == 0) {
        out->first = weekday_day(parts, today, tense);
        out->last = out->first;
        return parts->weekday > 0;
    }
    if (parts->unit == FACT_DATE_UNIT_DECADE) /* "the '80s": the last one that has begun */
        return FALSE;
    return days_by_clock(parts, today, tense, out);
}

static int
unit_months(FactDateUnit unit)
{
    switch (unit) {
    case FACT_DATE_UNIT_MONTH:
        return 1;
    case FACT_DATE_UNIT_QUARTER:
    case FACT_DATE_UNIT_SEASON:
        return 3;
    case FACT_DATE_UNIT_HALF:
        return 6;
    case FACT_DATE_UNIT_YEAR:
        return 12;
    case FACT_DATE_UNIT_DECADE:
        return 120;
    case FACT_DATE_UNIT_CENTURY:
        return 1200;
    case FACT_DATE_UNIT_NONE:
    case FACT_DATE_UNIT_DAY:
    case FACT_DATE_UNIT_WEEK:
    case FACT_DATE_UNIT_WEEKEND:
        return 0;
    }
    return 0;
}

/* The calendar's unit that holds @today, moved by @n of them. */
static gboolean
unit_around(FactDateUnit unit, int32_t today, int n, Days *out)
{
    int months = unit_months(unit);
    if (unit == FACT_DATE_UNIT_DAY) {
        *out = (Days){today + n, today + n};
        return TRUE;
    }
    if (unit == FACT_DATE_UNIT_WEEK) { /* from Sunday or Monday on: both Sundays are in it */
        int32_t monday = today - (fact_date_day_weekday(today) - 1) + 7 * n;
        *out = (Days){monday - 1, monday + 6};
        return TRUE;
    }
    if (months == 0)
        return FALSE;
    FactDateDay day = fact_date_day_split(today);
    int64_t month = (int64_t)day.year * 12 + day.month - 1;
    int64_t first = (month / months + n) * months;
    if (first < 12 || (first + months) / 12 > FACT_DATE_YEAR_MAX)
        return FALSE;
    *out = (Days){fact_date_day_month_start((int)(first / 12), (int)(first % 12) + 1),
                  fact_date_day_month_end((int)(first / 12), (int)(first % 12) + months)};
    return TRUE;
}

static Days
weekend(FactDateWhich which, int32_t today, FactDateTense tense)
{
    int since_saturday =
        (fact_date_day_weekday(today) + 1) % 7; /* Saturday 0, Sunday 1, Friday 6 */
    int32_t saturday = today - since_saturday;
    gboolean is_now = since_saturday <= 1;
    if (which == FACT_DATE_WHICH_LAST && is_now)
        saturday -= 7;
    else if (which == FACT_DATE_WHICH_NEXT ||
             (!is_now && which != FACT_DATE_WHICH_LAST &&
              (tense == FACT_DATE_TENSE_FUTURE ||
               (which == FACT_DATE_WHICH_THIS && tense == FACT_DATE_TENSE_NONE))))
        saturday += 7;
    return (Days){saturday, saturday + 1};
}

/* @n units from @today, as people count: months keep the day. */
static int32_t
add_units(FactDateUnit unit, int32_t today, int n)
{
    if (unit == FACT_DATE_UNIT_DAY)
        return today + n;
    if (unit == FACT_DATE_UNIT_WEEK || unit == FACT_DATE_UNIT_WEEKEND)
        return today + 7 * n;
    return fact_date_day_add_months(today, unit_months(unit) * n);
}

static gboolean
resolve_ago(const FactDateParts *parts, int32_t today, Days *out)
{
    int32_t day = add_units(parts->unit, today, parts->n);
    *out = (Days){day, day};
    if (unit_months(parts->unit) == 0)
        return TRUE;
    if (!unit_around(MIN(parts->unit, FACT_DATE_UNIT_YEAR), day, 0, out))
        return FALSE;
    if (parts->unit > FACT_DATE_UNIT_YEAR) { /* "a decade ago" is good to a few years */
        out->first = fact_date_day_add_months(out->first, -DECADE_SLACK_MONTHS);
        out->last = fact_date_day_add_months(out->last, DECADE_SLACK_MONTHS);
    }
    return TRUE;
}

static int
which_offset(FactDateWhich which)
{
    return which == FACT_DATE_WHICH_LAST ? -1 : which == FACT_DATE_WHICH_NEXT ? 1 : 0;
}

static gboolean
resolve_relative(const FactDateParts *parts, int32_t today, FactDateTense tense, Days *out)
{
    switch ((FactDateForm)parts->form) {
    case FACT_DATE_FORM_OFFSET:
        *out = (Days){today + parts->n, today + parts->n};
        return TRUE;
    case FACT_DATE_FORM_WHICH:
        if (parts->unit == FACT_DATE_UNIT_WEEKEND) {
            *out = weekend(parts->which, today, tense);
            return TRUE;
        }
        if (parts->is_fiscal)
            return days_of_fiscal(
                parts, fact_date_day_split(today).year + which_offset(parts->which), out);
        return unit_around(parts->unit, today, which_offset(parts->which), out);
    case FACT_DATE_FORM_AGO:
        return resolve_ago(parts, today, out);
    case FACT_DATE_FORM_SPAN: {
        int32_t other = add_units(parts->unit, today, parts->n);
        *out = (Days){MIN(today, other), MAX(today, other)};
        return TRUE;
    }
    case FACT_DATE_FORM_REST:
        if (!unit_around(parts->unit, today, 0, out))
            return FALSE;
        if (parts->n < 0)
            out->last = today;
        else
            out->first = today;
        return TRUE;
    case FACT_DATE_FORM_CALENDAR:
    case FACT_DATE_FORM_RECURRING:
        return FALSE;
    }
    return FALSE;
}

static Days
month_part(Days days, int first, int last)
{
    FactDateDay start = fact_date_day_split(days.first);
    return (Days){fact_date_day_month_start(start.year, start.month + first - 1),
                  MIN(days.last, fact_date_day_month_end(start.year, start.month + last - 1))};
}

static Days
narrow(const FactDateParts *parts, Days days)
{
    int first;
    int last;
    FactDateUnit unit = (FactDateUnit)parts->unit;
    if (parts->part == NULL || !fact_date_word_part_of(parts->part, unit, &first, &last))
        return days;
    int ignored;
    if (parts->part_end != NULL)
        fact_date_word_part_of(parts->part_end, unit, &ignored, &last);
    if (first > last)
        return days;
    int32_t length = days.last - days.first + 1;
    switch (unit) {
    case FACT_DATE_UNIT_MONTH:
        return (Days){MIN(days.first + first - 1, days.last),
                      MIN(days.first + last - 1, days.last)};
    case FACT_DATE_UNIT_YEAR:
    case FACT_DATE_UNIT_QUARTER:
    case FACT_DATE_UNIT_HALF:
        return parts->is_fiscal ? days : month_part(days, first, last);
    case FACT_DATE_UNIT_DECADE:
    case FACT_DATE_UNIT_CENTURY:
        return month_part(days, first * 12 + 1, last * 12 + 12);
    case FACT_DATE_UNIT_SEASON: /* thirds */
        return (Days){days.first + length * (first - 1) / 3, days.first + length * last / 3 - 1};
    case FACT_DATE_UNIT_WEEK: /* days.first is the Sunday before */
        return (Days){MIN(days.first + first, days.last), MIN(days.first + last, days.last)};
    case FACT_DATE_UNIT_NONE:
    case FACT_DATE_UNIT_DAY: /* hours, not days */
    case FACT_DATE_UNIT_WEEKEND:
        return days;
    }
    return days;
}

gboolean
fact_date_resolve_days(const FactDateScan *scan, const FactDateParts *parts, FactDateTense tense,
                       int32_t *out_first, int32_t *out_last)
{
    Days days;
    if (parts->form == FACT_DATE_FORM_CALENDAR) {
        if (!resolve_calendar(scan, parts, tense, &days))
            return FALSE;
    } else if (!scan->clock.is_known ||
               !resolve_relative(parts, fact_date_day_of(scan->clock.minute), tense, &days)) {
        return FALSE;
    }
    days = narrow(parts, days);
    if (days.first > days.last)
        return FALSE;
    *out_first = days.first;
    *out_last = days.last;
    return TRUE;
}

gboolean
fact_date_resolve_is_possible(const FactDateParts *parts)
{
    int32_t ignored;
    if (parts->form != FACT_DATE_FORM_CALENDAR || parts->unit != FACT_DATE_UNIT_DAY ||
        parts->month == 0 || parts->nth > 0)
        return TRUE;
    return fact_date_day_join(parts->year > 0 ? parts->year : 2000, parts->month, parts->day,
                              &ignored);
}

/* Hours of the day that "early Thursday" or a time names; FALSE for the whole day. */
gboolean
fact_date_resolve_hours(const FactDateParts *parts, int *out_low, int *out_high)
{
    int first;
    int last;
    if (parts->has_time) {
        *out_low = parts->time_low;
        *out_high = parts->time_high;
        return TRUE;
    }
    if (parts->part == NULL || parts->unit != FACT_DATE_UNIT_DAY ||
        !fact_date_word_part_of(parts->part, FACT_DATE_UNIT_DAY, &first, &last))
        return FALSE;
    *out_low = first * 60;
    *out_high = last * 60 + 59;
    return TRUE;
}

static gboolean
is_weekday_wrong(const FactDateParts *parts, int32_t day)
{
    return parts->form == FACT_DATE_FORM_CALENDAR && parts->month > 0 && parts->nth == 0 &&
           parts->weekday > 0 && parts->other_month == 0 &&
           fact_date_day_weekday(day) != parts->weekday;
}

void
fact_date_resolve(const FactDateScan *scan, const FactDateParts *parts, FactDateTense tense,
                  FactValue *value)
{
    int32_t first;
    int32_t last;
    int low;
    int high;
    gboolean is_approx = parts->time_is_approx ||
                         (parts->form == FACT_DATE_FORM_AGO && parts->unit != FACT_DATE_UNIT_DAY);
    *value = (FactValue){
        .type = FACT_VALUE_DATE, .comparator = FACT_COMPARATOR_EQ, .spare = parts->zone};
    if (parts->form == FACT_DATE_FORM_RECURRING)
        value->flags |= FACT_VALUE_IS_RECURRING;
    if (parts->time_is_range)
        value->comparator = FACT_COMPARATOR_BETWEEN;
    if (parts->unit != FACT_DATE_UNIT_NONE &&
        fact_date_resolve_days(scan, parts, tense, &first, &last)) {
        value->flags |= FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH;
        value->as.date.low = (int64_t)first * FACT_DAY_MINUTES;
        value->as.date.high = (int64_t)last * FACT_DAY_MINUTES + FACT_DAY_MINUTES - 1;
        is_approx |= is_weekday_wrong(parts, first);
        if (first == last && fact_date_resolve_hours(parts, &low, &high)) {
            value->flags |= FACT_VALUE_HAS_TIME;
            value->as.date.high = value->as.date.low + high;
            value->as.date.low += low;
        }
    }
    if (is_approx)
        value->comparator = FACT_COMPARATOR_APPROX;
}
