/* SPDX-License-Identifier: MIT
 *
 * What begins with a number: "2014-05-17", "5/17/14", "17 May", "19th century", "10 days ago",
 * years. An impossible date is left unread, whole.
 */
#include "value/date-private.h"

static gboolean
is_glued(const FactDateScan *scan, guint i, guint n)
{
    for (guint k = 0; k < n; k++)
        if (!fact_date_has_flag(scan, i + k, FACT_TOKEN_GLUED))
            return FALSE;
    return TRUE;
}

/* "2014-05-17", "2014/05/17". */
static guint
match_iso(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    guint digits;
    int year = fact_date_number(scan, i, &digits);
    if (digits != 4 || year < 1000 || year > 2999 || !is_glued(scan, i + 1, 4) ||
        !((fact_date_is_dash(scan, i + 1) && fact_date_is_dash(scan, i + 3)) ||
          (fact_date_is_mark(scan, i + 1, '/') && fact_date_is_mark(scan, i + 3, '/'))))
        return i;
    parts->year = year;
    parts->month = fact_date_number(scan, i + 2, &digits);
    if (digits != 2)
        return i;
    parts->day = fact_date_number(scan, i + 4, &digits);
    parts->unit = FACT_DATE_UNIT_DAY;
    return digits == 2 && parts->month >= 1 && parts->day >= 1 ? i + 5 : i;
}

/* Which of the two readings of 5/6/2014 the publication date allows; both where it cannot say. */
static void
choose_reading(const FactDateScan *scan, FactDateParts *parts)
{
    int32_t american;
    int32_t other;
    if (!fact_date_day_join(parts->year, parts->month, parts->day, &american) ||
        !fact_date_day_join(parts->year, parts->other_month, parts->other_day, &other) ||
        american == other) {
        parts->other_month = 0;
        return;
    }
    if (!scan->clock.is_known)
        return;
    int32_t today = fact_date_day_of(scan->clock.minute);
    /* What has just been is likelier than what is to come. */
    gboolean is_past = american <= today + 1 || other <= today + 1;
    gboolean american_near = ABS(today - american) <= 45 && (!is_past || american <= today + 1);
    gboolean other_near = ABS(today - other) <= 45 && (!is_past || other <= today + 1);
    if (american_near == other_near)
        return;
    if (other_near) {
        parts->month = parts->other_month;
        parts->day = parts->other_day;
    }
    parts->other_month = 0;
}

/* "5/17/14", "17/05/2014", "7 / 8 / 07". */
static guint
match_slashes(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    guint digits;
    guint year_digits;
    if (!fact_date_is_mark(scan, i + 1, '/') || !fact_date_is_mark(scan, i + 3, '/') ||
        (i > 0 && fact_date_is_mark(scan, i - 1, '/')) || fact_date_is_mark(scan, i + 5, '/'))
        return i;
    int a = fact_date_number(scan, i, &digits);
    gboolean is_short = a >= 0 && digits <= 2;
    int b = fact_date_number(scan, i + 2, &digits);
    is_short = is_short && b >= 0 && digits <= 2;
    int year = fact_date_number(scan, i + 4, &year_digits);
    if (!is_short || year < 0 || (year_digits != 2 && year_digits != 4) || a < 1 || b < 1 ||
        a > 31 || b > 31)
        return i;
    parts->year = year_digits == 4 ? year : year + (year < 50 ? 2000 : 1900);
    parts->unit = FACT_DATE_UNIT_DAY;
    parts->month = a;
    parts->day = b;
    if (a > 12) {
        parts->month = b;
        parts->day = a;
    } else if (b <= 12) {
        parts->other_month = b;
        parts->other_day = a;
        choose_reading(scan, parts);
    }
    return parts->month <= 12 ? i + 5 : i;
}

/* Past the "1/2" of "2 1/2 years ago". */
static guint
skip_fraction(const FactDateScan *scan, guint i)
{
    gboolean is_fraction = fact_date_has_flag(scan, i, FACT_TOKEN_NUMBER) &&
                           fact_date_is_mark(scan, i + 1, '/') &&
                           fact_date_has_flag(scan, i + 1, FACT_TOKEN_GLUED) &&
                           fact_date_has_flag(scan, i + 2, FACT_TOKEN_NUMBER);
    return is_fraction ? i + 3 : i;
}

/* A whole date in digits or with its month's name. */
static guint
match_day(const FactDateScan *scan, guint i, guint digits, FactDateParts *parts)
{
    gboolean has_slash = fact_date_is_mark(scan, i + 1, '/');
    if (digits == 4)
        return has_slash || fact_date_is_dash(scan, i + 1) ? match_iso(scan, i, parts) : i;
    if (digits > 2)
        return i;
    return has_slash ? match_slashes(scan, i, parts)
                     : fact_date_month_match_day_first(scan, i, parts);
}

guint
fact_date_digits_match(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    guint digits;
    int number = fact_date_number(scan, i, &digits);
    if (number < 0)
        return i;
    guint end = match_day(scan, i, digits, parts);
    if (end != i)
        return fact_date_resolve_is_possible(parts) ? end : i;
    *parts = (FactDateParts){0};
    if (number > 0 && digits <= 2) { /* "19th century", "3rd quarter" */
        guint ordinal = fact_date_month_skip_ordinal(scan, i + 1);
        if (ordinal > i + 1) {
            end = fact_date_division_match(scan, ordinal, number, parts);
            return end == ordinal ? i : end;
        }
    }
    gboolean is_half = i > 0 && fact_date_is_mark(scan, i - 1, '/');
    if (number > 0 && !is_half) {
        guint next = skip_fraction(scan, i + 1);
        end = fact_date_relative_match_ago(scan, next, MIN(number, 5000), parts);
        if (end != next)
            return end;
    }
    return fact_date_year_match(scan, i, FALSE, parts);
}
