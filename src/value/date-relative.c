/* SPDX-License-Identifier: MIT
 *
 * Dates told from the day of publication: "last year", "this summer", "next Tuesday", "two weeks
 * ago", "over the past decade", "earlier this week", "within the year".
 *
 * "Three years later" and "the next day" are told from something else in the text and are left.
 */
#include "value/date-private.h"

static FactDateWhich
which_of(const FactDateWord *word)
{
    return word->a < 0   ? FACT_DATE_WHICH_LAST
           : word->a > 0 ? FACT_DATE_WHICH_NEXT
                         : FACT_DATE_WHICH_THIS;
}

/* A number in digits or words; 0 for none. */
static guint
match_number(const FactDateScan *scan, guint i, int *out_number)
{
    FactDateWord word;
    guint digits;
    int number = fact_date_number(scan, i, &digits);
    if (number > 0 && number < 10000) {
        *out_number = number;
        return i + 1;
    }
    if (!fact_date_word_is(scan, i, FACT_DATE_WORD_NUMBER, &word))
        return i;
    *out_number = word.a;
    return word.end;
}

/* "two weeks" after "last": a stretch of time that ends or begins today. */
static guint
match_span(const FactDateScan *scan, guint i, int sign, FactDateParts *parts)
{
    FactDateWord unit;
    int number = 0;
    guint k = match_number(scan, i, &number);
    if (k == i || !fact_date_word_is(scan, k, FACT_DATE_WORD_UNIT, &unit) ||
        unit.a == FACT_DATE_UNIT_WEEKEND || number * unit.b > 2000)
        return i;
    parts->form = FACT_DATE_FORM_SPAN;
    parts->unit = (FactDateUnit)unit.a;
    parts->n = sign * number * unit.b;
    return unit.end;
}

static gboolean
is_plural(const FactDateScan *scan, guint i)
{
    return (scan->tokens->text[scan->tokens->tokens[i].end - 1] | 0x20) == 's';
}

/* "week", "year", "fiscal year" after last, this, next. */
static guint
match_unit(const FactDateScan *scan, guint i, const FactDateWord *which, FactDateParts *parts)
{
    FactDateWord unit;
    if (fact_date_word_is(scan, i, FACT_DATE_WORD_FISCAL, &unit)) {
        parts->form = FACT_DATE_FORM_WHICH;
        parts->unit = FACT_DATE_UNIT_YEAR;
        parts->which = which_of(which);
        parts->is_fiscal = TRUE;
        parts->fiscal_before = unit.a;
        parts->fiscal_after = unit.b;
        return unit.end;
    }
    if (!fact_date_word_is(scan, i, FACT_DATE_WORD_UNIT, &unit) || unit.a == FACT_DATE_UNIT_DAY ||
        unit.b != 1)
        return i;
    if (fact_date_has_flag(scan, i, FACT_TOKEN_WORD) && is_plural(scan, unit.end - 1))
        return i;                                            /* "the coming weeks" */
    if (which->b == 1 && unit.a != FACT_DATE_UNIT_WEEKEND) { /* "the past year" is twelve months */
        parts->form = FACT_DATE_FORM_SPAN;
        parts->unit = (FactDateUnit)unit.a;
        parts->n = which->a;
        return unit.end;
    }
    if (unit.a == FACT_DATE_UNIT_HALF)
        return i;
    parts->form = FACT_DATE_FORM_WHICH;
    parts->unit = (FactDateUnit)unit.a;
    parts->which = which_of(which);
    return unit.end;
}

/* "last Tuesday", "next May", "this summer". */
static guint
match_named(const FactDateScan *scan, guint i, const FactDateWord *which, FactDateParts *parts)
{
    FactDateWord word;
    if (!fact_date_word_read(scan, i, &word))
        return i;
    gboolean is_capital = fact_date_has_flag(scan, i, FACT_TOKEN_CAPITAL);
    if (word.kind == FACT_DATE_WORD_SEASON) {
        parts->unit = FACT_DATE_UNIT_SEASON;
        parts->index = word.a;
        parts->window = word.rest;
    } else if (word.kind == FACT_DATE_WORD_WEEKDAY && word.b == 0) {
        parts->unit = FACT_DATE_UNIT_DAY;
        parts->weekday = word.a;
    } else if (word.kind == FACT_DATE_WORD_MONTH && is_capital) {
        parts->unit = FACT_DATE_UNIT_MONTH;
        parts->month = word.a;
        guint digits;
        int day = fact_date_number(scan, word.end, &digits);
        if (day >= 1 && day <= 31 && digits <= 2) { /* "last May 5" */
            parts->unit = FACT_DATE_UNIT_DAY;
            parts->day = day;
            word.end++;
        }
    } else {
        return i;
    }
    parts->which = which_of(which);
    return word.end;
}

/* "earlier this week": the part of the unit that is over; "later this year". */
static guint
match_rest(const FactDateScan *scan, guint i, const FactDateWord *rest, FactDateParts *parts)
{
    FactDateWord which;
    FactDateWord unit;
    if (fact_date_word_is(scan, rest->end, FACT_DATE_WORD_WEEKDAY, &unit) && unit.b == 0) {
        parts->unit = FACT_DATE_UNIT_DAY;
        parts->weekday = unit.a;
        return unit.end;
    }
    if (!fact_date_word_is(scan, rest->end, FACT_DATE_WORD_WHICH, &which) || which.a != 0 ||
        !fact_date_word_is(scan, which.end, FACT_DATE_WORD_UNIT, &unit) ||
        unit.a == FACT_DATE_UNIT_DAY || unit.a == FACT_DATE_UNIT_WEEKEND)
        return i;
    parts->form = FACT_DATE_FORM_REST;
    parts->unit = (FactDateUnit)unit.a;
    parts->n = rest->a;
    return unit.end;
}

/* "within the year", "within two weeks". */
static guint
match_within(const FactDateScan *scan, guint i, const FactDateWord *within, FactDateParts *parts)
{
    FactDateWord unit;
    FactDateWord which;
    guint k = within->end;
    k += fact_date_is_word(scan, k, "the") ? 1 : 0;
    if (fact_date_word_is(scan, k, FACT_DATE_WORD_WHICH, &which) && which.a >= 0) {
        guint end = match_span(scan, which.end, 1, parts);
        if (end != which.end)
            return end;
        k = which.a == 1 ? which.end : k;
    }
    if (k == within->end || !fact_date_word_is(scan, k, FACT_DATE_WORD_UNIT, &unit) ||
        unit.a == FACT_DATE_UNIT_WEEKEND)
        return i;
    parts->form = FACT_DATE_FORM_SPAN;
    parts->unit = (FactDateUnit)unit.a;
    parts->n = 1;
    return unit.end;
}

guint
fact_date_relative_match_ago(const FactDateScan *scan, guint i, int n, FactDateParts *parts)
{
    FactDateWord unit;
    FactDateWord ago;
    guint k = i;
    /* "two and a half years ago": the half is lost in the rounding that "ago" has anyway. */
    if (fact_date_is_word(scan, k, "and") && fact_date_is_word(scan, k + 1, "a") &&
        fact_date_is_word(scan, k + 2, "half"))
        k += 3;
    if (!fact_date_word_is(scan, k, FACT_DATE_WORD_UNIT, &unit) ||
        unit.a == FACT_DATE_UNIT_WEEKEND || unit.a == FACT_DATE_UNIT_HALF ||
        !fact_date_word_is(scan, unit.end, FACT_DATE_WORD_AGO, &ago) || n * unit.b > 2000)
        return i;
    parts->form = FACT_DATE_FORM_AGO;
    parts->unit = (FactDateUnit)unit.a;
    parts->n = ago.a * n * unit.b;
    return ago.end;
}

static guint
match_which(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    guint next = word->end;
    guint end = word->a == 0 ? next : match_span(scan, next, word->a, parts);
    if (end == next)
        end = match_unit(scan, next, word, parts);
    if (end == next)
        end = match_named(scan, next, word, parts);
    return end == next ? i : end; /* "the last few weeks": nobody can say how many */
}

guint
fact_date_relative_match(const FactDateScan *scan, guint i, const FactDateWord *word,
                         FactDateParts *parts)
{
    guint end;
    switch ((FactDateWordKind)word->kind) {
    case FACT_DATE_WORD_WHICH:
        return match_which(scan, i, word, parts);
    case FACT_DATE_WORD_REST:
        return match_rest(scan, i, word, parts);
    case FACT_DATE_WORD_WITHIN:
        return match_within(scan, i, word, parts);
    case FACT_DATE_WORD_NUMBER:
        end = fact_date_relative_match_ago(scan, word->end, word->a, parts);
        return end == word->end ? i : end;
    case FACT_DATE_WORD_MONTH:
    case FACT_DATE_WORD_WEEKDAY:
    case FACT_DATE_WORD_WEEKDAYS:
    case FACT_DATE_WORD_SEASON:
    case FACT_DATE_WORD_DAY:
    case FACT_DATE_WORD_HOURS:
    case FACT_DATE_WORD_AT:
    case FACT_DATE_WORD_UNIT:
    case FACT_DATE_WORD_PART:
    case FACT_DATE_WORD_AGO:
    case FACT_DATE_WORD_NTH:
    case FACT_DATE_WORD_QUARTER:
    case FACT_DATE_WORD_HALF:
    case FACT_DATE_WORD_FISCAL:
    case FACT_DATE_WORD_DECADE:
    case FACT_DATE_WORD_HOLIDAY:
    case FACT_DATE_WORD_EVERY:
    case FACT_DATE_WORD_ZONE:
        return i;
    }
    return i;
}
