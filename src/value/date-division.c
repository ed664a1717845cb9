/* SPDX-License-Identifier: MIT
 *
 * Divisions of a year: quarters, halves, first months, fiscal years; and centuries, which are
 * counted in the same way.
 */
#include "value/date-private.h"

/* "of 2014", "2014", "of fiscal 2014", "of last year", "of the year" after a quarter or half. */
static guint
match_year_of(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    gboolean of = fact_date_is_word(scan, i, "of");
    guint k = of ? i + 1 : i;
    guint the = fact_date_is_word(scan, k, "the") ? k + 1 : k;
    if (fact_date_word_is(scan, the, FACT_DATE_WORD_FISCAL, &word)) {
        parts->is_fiscal = TRUE;
        parts->fiscal_before = word.a;
        parts->fiscal_after = word.b;
        k = word.end;
        guint digits;
        int year = fact_date_number(scan, k, &digits);
        if (digits != 4 || year < 1900 || year > 2199)
            return i;
        parts->year = year;
        return k + 1;
    }
    guint end = fact_date_month_match_year(scan, i, parts);
    if (end != i)
        return end;
    if (of && the > k && fact_date_word_is(scan, the, FACT_DATE_WORD_UNIT, &word) &&
        word.a == FACT_DATE_UNIT_YEAR) {
        parts->which = FACT_DATE_WHICH_THIS;
        return word.end;
    }
    return i;
}

/* The first so many months of a year, in the manner of "early". */
static const char *
first_months(int n)
{
    static const char *const parts[] = {"year=1-1", "year=1-2",  "year=1-3", "year=1-4",
                                        "year=1-5", "year=1-6",  "year=1-7", "year=1-8",
                                        "year=1-9", "year=1-10", "year=1-11"};
    return n >= 1 && n <= (int)G_N_ELEMENTS(parts) ? parts[n - 1] : NULL;
}

/* "first nine months of 2013" after "first". */
static guint
match_first_months(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    FactDateWord unit;
    guint digits;
    int n = fact_date_number(scan, i, &digits);
    guint k = i + 1;
    if (n < 0 && fact_date_word_is(scan, i, FACT_DATE_WORD_NUMBER, &word)) {
        n = word.a;
        k = word.end;
    }
    if (first_months(n) == NULL || !fact_date_word_is(scan, k, FACT_DATE_WORD_UNIT, &unit) ||
        unit.a != FACT_DATE_UNIT_MONTH)
        return i;
    guint end = match_year_of(scan, unit.end, parts);
    if (end == unit.end)
        return i;
    parts->part = first_months(n);
    parts->unit = FACT_DATE_UNIT_YEAR;
    if (parts->which == FACT_DATE_WHICH_THIS)
        parts->form = FACT_DATE_FORM_WHICH;
    return end;
}

/* "quarter", "half", "century" after their number. */
guint
fact_date_division_match(const FactDateScan *scan, guint i, int nth, FactDateParts *parts)
{
    FactDateWord unit;
    guint k = fact_date_is_dash(scan, i) ? i + 1 : i;
    if (nth == 1) {
        guint end = match_first_months(scan, i, parts);
        if (end != i)
            return end;
    }
    if (!fact_date_word_is(scan, k, FACT_DATE_WORD_UNIT, &unit))
        return i;
    parts->unit = (FactDateUnit)unit.a;
    parts->index = nth;
    if (unit.a == FACT_DATE_UNIT_CENTURY && nth > 10 && nth < 30) {
        guint studio = unit.end + (fact_date_is_dash(scan, unit.end) ? 1 : 0);
        if (fact_date_is_word(scan, studio, "fox"))
            return i;
        parts->year = (nth - 1) * 100;
        return unit.end;
    }
    if (unit.a == FACT_DATE_UNIT_HALF && nth <= 2) {
        guint end = match_year_of(scan, unit.end, parts);
        return end == unit.end ? i : end;
    }
    if (unit.a != FACT_DATE_UNIT_QUARTER || nth > 4)
        return i;
    guint end = match_year_of(scan, unit.end, parts);
    return end != unit.end || fact_date_is_on_list(scan, scan->lists->quarter_after, unit.end) ? end
                                                                                               : i;
}

/* "Q3 2021", "H1 of 2014". */
guint
fact_date_division_match_code(const FactDateScan *scan, guint i, const FactDateWord *word,
                              FactDateParts *parts)
{
    parts->unit =
        word->kind == FACT_DATE_WORD_QUARTER ? FACT_DATE_UNIT_QUARTER : FACT_DATE_UNIT_HALF;
    parts->index = word->a;
    guint end = match_year_of(scan, word->end, parts);
    if (end != word->end)
        return end;
    return word->kind == FACT_DATE_WORD_QUARTER && fact_date_is_capital(scan, i) ? word->end : i;
}

/* "fiscal 2014", "fiscal year 2014-15". */
guint
fact_date_division_match_fiscal(const FactDateScan *scan, guint i, const FactDateWord *word,
                                FactDateParts *parts)
{
    guint digits;
    int year = fact_date_number(scan, word->end, &digits);
    if (digits != 4 || year < 1900 || year > 2199)
        return i;
    parts->unit = FACT_DATE_UNIT_YEAR;
    parts->year = year;
    parts->is_fiscal = TRUE;
    parts->fiscal_before = word->a;
    parts->fiscal_after = word->b;
    return word->end + 1;
}
