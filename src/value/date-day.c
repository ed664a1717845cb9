/* SPDX-License-Identifier: MIT
 *
 * Days counted from 1970-01-01. Whatever is asked, the answer is a day of the years 1 to 9999, so
 * that no sum of dates and durations from a hostile text can overflow.
 *
 * Months are counted from March on, so that the odd day of a leap year is the last of its year and
 * no month needs a table (Howard Hinnant, "chrono-compatible low-level date algorithms", public
 * domain).
 */
#include "value/date-private.h"

/* From 0000-03-01, where the count of such years begins, to 1970-01-01. */
#define EPOCH 719468
#define ERA_DAYS 146097   /* of 400 years */
#define DAY_MIN (-719162) /* 0001-01-01 */
#define DAY_MAX 2932896   /* 9999-12-31 */

gboolean
fact_date_day_join(int year, int month, int day, int32_t *out_day)
{
    int march_year = month <= 2 ? year - 1 : year;
    int march_month = (month + 9) % 12;

    if (year < 1 || year > FACT_DATE_YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return FALSE;
    *out_day = march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 +
               (153 * march_month + 2) / 5 + day - 1 - EPOCH;
    return TRUE;
}

FactDateDay
fact_date_day_split(int32_t day)
{
    int days = CLAMP(day, DAY_MIN, DAY_MAX) + EPOCH;
    int era = days / ERA_DAYS;
    int rest = days % ERA_DAYS;
    int year = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
    int day_of_year = rest - (365 * year + year / 4 - year / 100);
    int march_month = (5 * day_of_year + 2) / 153;
    int month = march_month < 10 ? march_month + 3 : march_month - 9;

    return (FactDateDay){era * 400 + year + (month <= 2 ? 1 : 0), month,
                         day_of_year - (153 * march_month + 2) / 5 + 1};
}

int
fact_date_day_weekday(int32_t day)
{
    int weekday = (int)(((int64_t)day + 3) % 7);
    return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

/* Carries months into years and keeps both within the years there are. */
static void
carry(int *year, int *month)
{
    int64_t months = (int64_t)*year * 12 + *month - 1;
    months = CLAMP(months, 12, (int64_t)FACT_DATE_YEAR_MAX * 12 + 11);
    *year = (int)(months / 12);
    *month = (int)(months % 12) + 1;
}

int32_t
fact_date_day_month_start(int year, int month)
{
    int32_t day = 0;
    carry(&year, &month);
    gboolean is_valid = fact_date_day_join(year, month, 1, &day);
    g_assert(is_valid);
    return day;
}

int32_t
fact_date_day_month_end(int year, int month)
{
    carry(&year, &month);
    return fact_date_day_month_start(year, month) +
           g_date_get_days_in_month((GDateMonth)month, (GDateYear)year) - 1;
}

int32_t
fact_date_day_add_months(int32_t day, int months)
{
    FactDateDay date = fact_date_day_split(day);
    int month = CLAMP(months, -12 * FACT_DATE_YEAR_MAX, 12 * FACT_DATE_YEAR_MAX) + date.month;
    int32_t first = fact_date_day_month_start(date.year, month);
    return MIN(first + date.day - 1, fact_date_day_month_end(date.year, month));
}

int32_t
fact_date_day_nth_weekday(int year, int month, int weekday, int nth)
{
    if (nth >= 5) {
        int32_t last = fact_date_day_month_end(year, month);
        return last - (fact_date_day_weekday(last) - weekday + 7) % 7;
    }
    int32_t first = fact_date_day_month_start(year, month);
    return first + (weekday - fact_date_day_weekday(first) + 7) % 7 + 7 * (nth - 1);
}

int32_t
fact_date_day_of(int64_t minute)
{
    int64_t day = minute / FACT_DAY_MINUTES;
    return (int32_t)(minute % FACT_DAY_MINUTES < 0 ? day - 1 : day);
}
