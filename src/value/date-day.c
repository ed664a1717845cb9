/* SPDX-License-Identifier: MIT
 *
 * Days counted from 1970-01-01. Whatever is asked, the answer is a day of the years 1 to 9999, so
 * that no sum of dates and durations from a hostile text can overflow.
 *
 * Months are counted from March on, so that the odd day of a leap year is the last of its year and
 * no month needs a table. Split as Cassio Neri and Lorenz Schneider do it ("Euclidean affine
 * functions and their application to calendar algorithms", 2023): the quotient and the rest of a
 * division by 1461 or 153 are the two halves of one product.
 */
#include "value/date-private.h"

/* From 0000-03-01, where the count of such years begins, to 1970-01-01. */
#define EPOCH 719468
#define CENTURIES_DAYS 146097u /* of four centuries */
#define DAY_MIN (-719162)      /* 0001-01-01 */
#define DAY_MAX 2932896        /* 9999-12-31 */

int
fact_date_day_month_length(int year, int month)
{
    gboolean is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /* of the others those are long that are odd up to July, and even from August on */
    return month == 2 ? (is_leap ? 29 : 28) : 30 | (month ^ month >> 3);
}

/* Of a day that there is. */
static int32_t
join(int year, int month, int day)
{
    int march_year = month <= 2 ? year - 1 : year;
    int march_month = month <= 2 ? month + 9 : month - 3;

    return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 +
           (153 * march_month + 2) / 5 + day - 1 - EPOCH;
}

gboolean
fact_date_day_join(int year, int month, int day, int32_t *out_day)
{
    if (year < 1 || year > FACT_DATE_YEAR_MAX || month < 1 || month > 12 || day < 1 ||
        day > fact_date_day_month_length(year, month))
        return FALSE;
    *out_day = join(year, month, day);
    return TRUE;
}

FactDateDay
fact_date_day_split(int32_t day)
{
    uint32_t quarters = 4 * (uint32_t)(CLAMP(day, DAY_MIN, DAY_MAX) + EPOCH) + 3;
    uint32_t century = quarters / CENTURIES_DAYS;
    uint32_t day_of_century = quarters % CENTURIES_DAYS / 4;
    uint64_t years = UINT64_C(2939745) * (4 * day_of_century + 3); /* 2^32 / 1461 */
    uint32_t day_of_year = (uint32_t)years / 2939745 / 4;
    uint32_t months = 2141 * day_of_year + 197913; /* 2^16 * 5 / 153, and from March on */
    gboolean is_next_year = day_of_year >= 306;

    return (FactDateDay){(int)(100 * century + (uint32_t)(years >> 32)) + (is_next_year ? 1 : 0),
                         (int)(months >> 16) - (is_next_year ? 12 : 0),
                         (int)((months & 0xffff) / 2141) + 1};
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
    if (*month >= 1 && *month <= 12 && *year >= 1 && *year <= FACT_DATE_YEAR_MAX)
        return;
    int64_t months = (int64_t)*year * 12 + *month - 1;
    months = CLAMP(months, 12, (int64_t)FACT_DATE_YEAR_MAX * 12 + 11);
    *year = (int)(months / 12);
    *month = (int)(months % 12) + 1;
}

int32_t
fact_date_day_month_start(int year, int month)
{
    carry(&year, &month);
    return join(year, month, 1);
}

int32_t
fact_date_day_month_end(int year, int month)
{
    carry(&year, &month);
    return join(year, month, fact_date_day_month_length(year, month));
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
