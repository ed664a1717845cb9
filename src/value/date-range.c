/* SPDX-License-Identifier: MIT
 *
 * Ranges of two points, which lend each other what only one of them says: the month of "May 3 to
 * 5", the year of "June to August 2013", the day of "9 a.m. to 5 p.m. Friday".
 *
 *     range = point ("to" | "through" | "-") point | "between" point "and" point
 *           | "from" point ("to" | "until") point
 */
#include "value/date-private.h"

/* The number after "May 3 to", "2014-": what of the first point it repeats is taken from there. */
static guint
match_second(const FactDateScan *scan, guint i, const FactDateParts *first, FactDateParts *second)
{
    guint digits;
    int number = fact_date_number(scan, i, &digits);
    FactDateParts ignored = {0};
    if (number < 0 || fact_date_time_match(scan, i, &ignored) != i)
        return fact_date_point_match(scan, i, second);
    if (first->form != FACT_DATE_FORM_CALENDAR)
        return fact_date_point_match(scan, i, second);
    if (first->unit == FACT_DATE_UNIT_YEAR && first->part == NULL) {
        gboolean is_glued = fact_date_has_flag(scan, i, FACT_TOKEN_GLUED);
        *second = *first;
        if (digits == 2 && is_glued && number == (first->year + 1) % 100) {
            second->year = first->year + 1;
            return i + 1;
        }
        guint end = fact_date_year_match(scan, i, TRUE, second);
        return second->unit == FACT_DATE_UNIT_YEAR && second->year >= 1800 && second->year < 2200
                   ? end
                   : i;
    }
    guint end = fact_date_point_match(scan, i, second);
    if (end != i)
        return end;
    if (first->unit != FACT_DATE_UNIT_DAY || first->month == 0 || first->nth > 0 || digits > 2 ||
        number < 1 || number > 31 || number <= first->day)
        return i;
    *second = *first;
    second->day = number;
    second->weekday = 0;
    end = i + 1;
    if (fact_date_has_flag(scan, end, FACT_TOKEN_GLUED | FACT_TOKEN_SYMBOL) &&
        fact_date_has_flag(scan, end, FACT_TOKEN_WORD) &&
        (fact_date_is_word(scan, end, "st") || fact_date_is_word(scan, end, "nd") ||
         fact_date_is_word(scan, end, "rd") || fact_date_is_word(scan, end, "th")))
        end++;
    uint32_t classes = end < scan->limit ? fact_token_classes(scan->tokens, end) : 0;
    if ((classes & (FACT_WORD_PLURAL | FACT_WORD_UNIT)) != 0 &&
        (classes & (FACT_WORD_PREPOSITION | FACT_WORD_DETERMINER | FACT_WORD_CONJUNCTION |
                    FACT_WORD_CALENDAR)) == 0)
        return i;
    guint k = end + (fact_date_is_mark(scan, end, ',') ? 1 : 0);
    FactDateParts year = {0};
    if (first->year == 0 && fact_date_year_match(scan, k, TRUE, &year) != k &&
        year.unit == FACT_DATE_UNIT_YEAR) {
        second->year = year.year;
        end = k + 1;
    }
    return end;
}

/* Years that only the second point says. */
static void
share_year(FactDateParts *first, const FactDateParts *second)
{
    if (first->form != FACT_DATE_FORM_CALENDAR || second->form != FACT_DATE_FORM_CALENDAR ||
        first->year != 0 || second->year == 0 || first->unit == FACT_DATE_UNIT_NONE ||
        (first->month == 0 && first->index == 0))
        return;
    gboolean wraps = first->unit == second->unit && first->month > second->month;
    first->year = second->year - (wraps ? 1 : 0);
}

static gboolean
is_after_from(const FactDateScan *scan, guint first)
{
    guint start = first > 0 && fact_date_is_word(scan, first - 1, "the") ? first - 1 : first;
    return start > 0 && fact_date_is_word(scan, start - 1, "from");
}

/* Whether token @end joins the date before it, which begins at @first, to one behind. */
static gboolean
is_separator(const FactDateScan *scan, guint first, guint end)
{
    guint digits;
    if (end >= scan->limit)
        return FALSE;
    switch (scan->tokens->tokens[end].mark) {
    case '/': /* "the 2013/14 season" */
        return fact_date_number(scan, end + 1, &digits) >= 0 && digits == 2 &&
               fact_date_has_flag(scan, end, FACT_TOKEN_GLUED);
    case 't':
        return fact_date_is_word(scan, end, "to") || fact_date_is_word(scan, end, "through") ||
               fact_date_is_word(scan, end, "thru") ||
               (fact_date_is_word(scan, end, "till") && is_after_from(scan, first));
    case 'u':
        return fact_date_is_word(scan, end, "until") && is_after_from(scan, first);
    case 'a':
        return fact_date_is_word(scan, end, "and") && first > 0 &&
               fact_date_is_word(scan, first - 1, "between");
    default:
        return fact_date_is_dash(scan, end);
    }
}

/* Both ends resolved by one tense; the second weekday follows the first. */
static gboolean
resolve_range(const FactDateScan *scan, const FactDateParts *first, const FactDateParts *second,
              FactDateTense tense, FactValue *value)
{
    FactValue low;
    FactValue high;
    fact_date_resolve(scan, first, tense, &low);
    fact_date_resolve(scan, second, tense, &high);
    if ((low.flags & FACT_VALUE_HAS_LOW) == 0 || (high.flags & FACT_VALUE_HAS_HIGH) == 0)
        return FALSE;
    gboolean is_week = second->form == FACT_DATE_FORM_CALENDAR &&
                       second->unit == FACT_DATE_UNIT_DAY && second->month == 0;
    int64_t shift = is_week && high.as.date.high < low.as.date.low ? 7 * FACT_DAY_MINUTES : 0;
    gboolean is_yearless =
        second->form == FACT_DATE_FORM_CALENDAR && second->month > 0 && second->year == 0;
    if (is_yearless && high.as.date.high < low.as.date.low) {
        FactDateParts later = *second;
        later.year = fact_date_day_split(fact_date_day_of(low.as.date.low)).year +
                     (second->month < first->month ? 1 : 0);
        fact_date_resolve(scan, &later, tense, &high);
    }
    *value = low;
    value->flags |= high.flags;
    value->as.date.high = high.as.date.high + shift;
    value->comparator = FACT_COMPARATOR_BETWEEN;
    return value->as.date.high > value->as.date.low;
}

/* A range of times of one day: only the second one told which. */
static void
share_day(FactDateParts *first, const FactDateParts *second)
{
    if (first->unit == FACT_DATE_UNIT_NONE && second->unit == FACT_DATE_UNIT_DAY &&
        second->has_time) {
        FactDateParts day = *second;
        fact_date_point_set_time(&day, first);
        *first = day;
    }
}

static guint
match_range(const FactDateScan *scan, guint end, FactDateTense tense, FactDateParts *parts,
            FactValue *value)
{
    FactDateParts second = {0};
    guint next = end + 1 + (fact_date_is_word(scan, end + 1, "the") ? 1 : 0);
    guint last = match_second(scan, next, parts, &second);
    if (last == next || second.form == FACT_DATE_FORM_RECURRING ||
        !fact_date_resolve_is_possible(&second))
        return end;
    FactDateParts start = *parts;
    share_year(&start, &second);
    share_day(&start, &second);
    if (!fact_date_resolve_is_possible(&start))
        return end;
    if (start.unit == FACT_DATE_UNIT_NONE && second.unit == FACT_DATE_UNIT_NONE &&
        start.time_low < second.time_high) {
        parts->time_high = second.time_high;
        parts->time_is_range = TRUE;
        parts->zone = MAX(parts->zone, second.zone);
        fact_date_resolve(scan, parts, tense, value);
        return last;
    }
    if ((start.unit == FACT_DATE_UNIT_NONE) != (second.unit == FACT_DATE_UNIT_NONE))
        return end;
    FactValue range;
    if (!resolve_range(scan, &start, &second, tense, &range))
        return end;
    *value = range;
    parts->year = 0; /* no season's name for it */
    return last;
}

/* Most dates are no beginning of a range, which their next token tells. */
guint
fact_date_range_match(const FactDateScan *scan, guint first, guint end, FactDateTense tense,
                      FactDateParts *parts, FactValue *value)
{
    if (!is_separator(scan, first, end) || parts->form == FACT_DATE_FORM_RECURRING ||
        parts->form == FACT_DATE_FORM_SPAN)
        return end;
    return match_range(scan, end, tense, parts, value);
}

/* "from" and "between" belong to a range's wording. */
guint
fact_date_range_first(const FactDateScan *scan, guint i)
{
    guint k = i;
    if (k > 0 && !fact_date_is_sentence_start(scan, k) && fact_date_is_word(scan, k - 1, "the"))
        k--;
    if (k > 0 && !fact_date_is_sentence_start(scan, k) &&
        (fact_date_is_word(scan, k - 1, "from") || fact_date_is_word(scan, k - 1, "between")))
        return k - 1;
    return i;
}
