/* SPDX-License-Identifier: MIT
 *
 * Dates of the calendar without their time of day, by the word they begin with.
 *
 *     date  = month | digits | division | year      ; in files of their own
 *           | weekday [[","] date] | season ["of"] year | holiday [year] | "every" weekday
 *           | part | relative                       ; see date-relative.c
 *     part  = ("early" | "mid" | "late") ["-" | "in"] date
 *           | ("end" | "start" | "middle") "of" ["the"] date
 */
#include "value/date-private.h"

/* Tuesday, "May 17, 2014" | 17 May | (May 17) | 5/17/14 after a weekday. */
static guint
match_date_after_weekday(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    guint k = i;
    gboolean bracket = fact_date_is_mark(scan, k, '(');
    if (bracket || fact_date_is_mark(scan, k, ',') || fact_date_is_dash(scan, k))
        k++;
    k += fact_date_is_word(scan, k, "the") ? 1 : 0;
    gboolean is_number = fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER);
    if (!is_number && !fact_date_word_is(scan, k, FACT_DATE_WORD_MONTH, &word))
        return i;
    FactDateParts date = {0};
    guint end = is_number ? fact_date_digits_match(scan, k, &date)
                          : fact_date_month_match(scan, k, &word, &date);
    if (end == k || date.unit != FACT_DATE_UNIT_DAY || date.form != FACT_DATE_FORM_CALENDAR ||
        !fact_date_resolve_is_possible(&date) || (bracket && !fact_date_is_mark(scan, end, ')')))
        return i;
    int weekday = parts->weekday;
    *parts = date;
    parts->weekday = weekday;
    return bracket ? end + 1 : end;
}

/* "of last week", "next week" after a weekday. */
static guint
match_week(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord which;
    FactDateWord unit;
    guint k = i + (fact_date_is_word(scan, i, "of") ? 1 : 0);
    if (!fact_date_word_is(scan, k, FACT_DATE_WORD_WHICH, &which) || which.b != 0 ||
        !fact_date_word_is(scan, which.end, FACT_DATE_WORD_UNIT, &unit) ||
        unit.a != FACT_DATE_UNIT_WEEK || unit.b != 1)
        return i;
    parts->has_week = TRUE;
    parts->week = which.a;
    return unit.end;
}

static guint
match_weekday(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    gboolean is_short = word->b == FACT_DATE_CARE_SHORT;
    parts->unit = FACT_DATE_UNIT_DAY;
    parts->weekday = word->a;
    guint end = fact_date_month_skip_dot(scan, word->end, is_short);
    guint after = match_date_after_weekday(scan, end, parts);
    if (after != end)
        return after;
    if (is_short ||
        (fact_date_is_capital(scan, end) &&
         fact_date_is_on_list(scan, scan->lists->name_after, end)) ||
        (fact_date_is_word(scan, end, "the") &&
         fact_date_month_skip_ordinal(scan, end + 2) > end + 2))
        return i;
    if (i > 0 && fact_date_is_capital(scan, i - 1) &&
        fact_date_is_on_list(scan, scan->lists->name_before, i - 1))
        return i;
    return match_week(scan, end, parts);
}

/* "every Tuesday", "each Monday". */
static guint
match_every(const FactDateScan *scan, guint i, const FactDateWord *every, FactDateParts *parts)
{
    FactDateWord word;
    if (!fact_date_word_read(scan, every->end, &word))
        return i;
    if (word.kind != FACT_DATE_WORD_WEEKDAYS &&
        (word.kind != FACT_DATE_WORD_WEEKDAY || word.b != 0))
        return i;
    parts->form = FACT_DATE_FORM_RECURRING;
    parts->unit = FACT_DATE_UNIT_DAY;
    parts->n = word.a;
    return word.end;
}

static guint
match_season(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    parts->unit = FACT_DATE_UNIT_SEASON;
    parts->index = word->a;
    parts->window = word->rest;
    guint end = fact_date_month_match_year(scan, word->end, parts);
    if (end != word->end)
        return end;
    /* "in the spring" of nobody knows which year, "springs a leak": only "late summer" and "last
     * fall" */
    return i;
}

static guint
match_holiday(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    int numbers[3] = {0};
    guint n = 0;
    for (const char *c = word->rest; *c != '\0' && n < 3; c++) {
        if (g_ascii_isdigit(*c))
            numbers[n] = numbers[n] * 10 + *c - '0';
        else
            n++;
    }
    if (!fact_date_is_capital(scan, i))
        return i;
    parts->unit = FACT_DATE_UNIT_DAY;
    parts->month = numbers[0];
    if (n == 1) {
        parts->day = numbers[1];
    } else {
        parts->weekday = numbers[1];
        parts->nth = numbers[2];
    }
    return fact_date_month_match_year(scan, word->end, parts);
}

static guint
match_spelt_decade(const FactDateScan *scan, guint i, const FactDateWord *word,
                   FactDateParts *parts)
{
    if (i == 0 || (!fact_date_is_word(scan, i - 1, "the") &&
                   !fact_date_is_on_list(scan, scan->lists->month_strict, i - 1)))
        return i;
    /* Before a temperature's or a person's years there stands a preposition and a possessive, or
     * "in the". */
    parts->unit = FACT_DATE_UNIT_DECADE;
    parts->year = 1900 + word->a;
    return word->end;
}

static guint
match_weekend(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    if (i == 0 || !fact_date_is_word(scan, i - 1, "the") ||
        fact_date_is_word(scan, word->end, "of"))
        return i;
    parts->form = FACT_DATE_FORM_WHICH;
    parts->unit = FACT_DATE_UNIT_WEEKEND;
    return word->end;
}

/* "the year" after "the end of". */
static guint
match_unit_of(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord unit;
    if (!fact_date_word_is(scan, i, FACT_DATE_WORD_UNIT, &unit) || unit.b != 1 ||
        (unit.a != FACT_DATE_UNIT_WEEK && unit.a != FACT_DATE_UNIT_MONTH &&
         unit.a != FACT_DATE_UNIT_YEAR && unit.a != FACT_DATE_UNIT_DECADE &&
         unit.a != FACT_DATE_UNIT_CENTURY))
        return i;
    parts->form = FACT_DATE_FORM_WHICH;
    parts->which = FACT_DATE_WHICH_THIS;
    parts->unit = (FactDateUnit)unit.a;
    return unit.end;
}

/* What a part may be of; more than may stand alone, for the part vouches for it. */
static guint
match_whole(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    guint digits;
    guint year = fact_date_year_match(scan, i, TRUE, parts);
    if (year != i &&
        (parts->unit == FACT_DATE_UNIT_DECADE || (parts->year >= 1800 && parts->year < 2100)))
        return year;
    *parts = (FactDateParts){0};
    if (fact_date_number(scan, i, &digits) > 0) {
        guint end = fact_date_month_skip_ordinal(scan, i + 1);
        guint after =
            end > i + 1
                ? fact_date_division_match(scan, end, fact_date_number(scan, i, &digits), parts)
                : end;
        return after == end ? i : after;
    }
    if (!fact_date_word_read(scan, i, &word))
        return i;
    if (word.kind == FACT_DATE_WORD_SEASON) {
        parts->unit = FACT_DATE_UNIT_SEASON;
        parts->index = word.a;
        parts->window = word.rest;
        return fact_date_month_match_year(scan, word.end, parts);
    }
    if (word.kind == FACT_DATE_WORD_MONTH && fact_date_is_capital(scan, i) &&
        word.b != FACT_DATE_CARE_SHORT) {
        guint end = fact_date_month_match(scan, i, &word, parts);
        if (end != i || fact_date_month_is_beside_name(scan, i, word.end))
            return end;
        *parts = (FactDateParts){.unit = FACT_DATE_UNIT_MONTH, .month = word.a};
        return word.end;
    }
    if (word.kind == FACT_DATE_WORD_PART || word.kind == FACT_DATE_WORD_REST ||
        word.kind == FACT_DATE_WORD_NUMBER)
        return i;
    return fact_date_calendar_match(scan, i, parts);
}

/* "mid- to late 1990s", "early-to-mid 2010s": from the one's beginning to the other's end. */
static guint
match_two_parts(const FactDateScan *scan, const FactDateWord *part, FactDateParts *parts)
{
    FactDateWord other;
    int first;
    int last;
    guint k = part->end;
    k += fact_date_is_dash(scan, k) ? 1 : 0;
    if (part->a != 0 || !fact_date_is_word(scan, k, "to"))
        return part->end;
    k++;
    k += fact_date_is_dash(scan, k) ? 1 : 0;
    if (!fact_date_word_is(scan, k, FACT_DATE_WORD_PART, &other) || other.a != 0)
        return part->end;
    k = other.end + (fact_date_is_dash(scan, other.end) ? 1 : 0);
    guint end = match_whole(scan, k, parts);
    if (end == k || parts->part != NULL || parts->form == FACT_DATE_FORM_RECURRING ||
        parts->unit == FACT_DATE_UNIT_DAY || parts->has_time ||
        !fact_date_word_part_of(part->rest, parts->unit, &first, &last) ||
        !fact_date_word_part_of(other.rest, parts->unit, &first, &last))
        return part->end;
    parts->part = part->rest;
    parts->part_end = other.rest;
    return end;
}

static guint
match_part(const FactDateScan *scan, guint i, const FactDateWord *part, FactDateParts *parts)
{
    int first;
    int last;
    guint k = match_two_parts(scan, part, parts);
    if (k != part->end)
        return k;
    *parts = (FactDateParts){0};
    if (part->a == 1) {
        if (!fact_date_is_word(scan, k, "of"))
            return i;
        k++;
    } else if (fact_date_is_dash(scan, k)) {
        k++;
    } else if (fact_date_is_word(scan, k, "in") || fact_date_is_word(scan, k, "on")) {
        k++;
    }
    gboolean the = fact_date_is_word(scan, k, "the");
    k += the ? 1 : 0;
    guint end = the ? match_unit_of(scan, k, parts) : k;
    if (end == k)
        end = match_whole(scan, k, parts);
    if (end == k || parts->part != NULL || parts->form == FACT_DATE_FORM_RECURRING ||
        parts->form == FACT_DATE_FORM_SPAN || parts->form == FACT_DATE_FORM_AGO ||
        parts->form == FACT_DATE_FORM_REST || parts->has_time ||
        !fact_date_word_part_of(part->rest, parts->unit, &first, &last))
        return i;
    parts->part = part->rest;
    return end;
}

static guint
match_day_word(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    if (fact_date_is_capital(scan, i) && i > 0 && fact_date_is_capital(scan, i - 1) &&
        !fact_date_is_capital(scan, word->end) &&
        (fact_date_token(scan, i)->flags & (FACT_TOKEN_SENTENCE | FACT_TOKEN_ALL_CAPS)) == 0 &&
        (fact_date_token(scan, i - 1)->flags & FACT_TOKEN_ALL_CAPS) != 0)
        return i; /* "USA Today" */
    parts->form = FACT_DATE_FORM_OFFSET;
    parts->unit = FACT_DATE_UNIT_DAY;
    parts->n = word->a;
    if (word->rest[0] != '\0')
        parts->has_time = fact_date_word_hours(word->rest, &parts->time_low, &parts->time_high);
    return word->end;
}

static guint
match_word(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    switch ((FactDateWordKind)word->kind) {
    case FACT_DATE_WORD_MONTH:
        return fact_date_month_match(scan, i, word, parts);
    case FACT_DATE_WORD_WEEKDAY:
        return match_weekday(scan, i, word, parts);
    case FACT_DATE_WORD_WEEKDAYS:
        parts->form = FACT_DATE_FORM_RECURRING;
        parts->unit = FACT_DATE_UNIT_DAY;
        parts->n = word->a;
        return word->end;
    case FACT_DATE_WORD_EVERY:
        return match_every(scan, i, word, parts);
    case FACT_DATE_WORD_SEASON:
        return match_season(scan, i, word, parts);
    case FACT_DATE_WORD_DAY:
        return match_day_word(scan, i, word, parts);
    case FACT_DATE_WORD_UNIT:
        return word->a == FACT_DATE_UNIT_WEEKEND ? match_weekend(scan, i, word, parts) : i;
    case FACT_DATE_WORD_WHICH:
    case FACT_DATE_WORD_REST:
    case FACT_DATE_WORD_WITHIN:
    case FACT_DATE_WORD_NUMBER:
        return fact_date_relative_match(scan, i, word, parts);
    case FACT_DATE_WORD_PART:
        return match_part(scan, i, word, parts);
    case FACT_DATE_WORD_NTH: {
        guint end = fact_date_division_match(scan, word->end, word->a, parts);
        return end == word->end ? i : end;
    }
    case FACT_DATE_WORD_QUARTER:
    case FACT_DATE_WORD_HALF:
        return fact_date_division_match_code(scan, i, word, parts);
    case FACT_DATE_WORD_FISCAL:
        return fact_date_division_match_fiscal(scan, i, word, parts);
    case FACT_DATE_WORD_DECADE:
        return match_spelt_decade(scan, i, word, parts);
    case FACT_DATE_WORD_HOLIDAY:
        return match_holiday(scan, i, word, parts);
    case FACT_DATE_WORD_HOURS:
    case FACT_DATE_WORD_AT:
    case FACT_DATE_WORD_AGO:
    case FACT_DATE_WORD_ZONE:
        return i;
    }
    return i;
}

guint
fact_date_calendar_match_word(const FactDateScan *scan, guint i, const FactDateWord *word,
                              FactDateParts *parts)
{
    *parts = (FactDateParts){0};
    guint end = match_word(scan, i, word, parts);
    return end != i && fact_date_resolve_is_possible(parts) ? end : i;
}

guint
fact_date_calendar_match(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    if (fact_date_word_read(scan, i, &word))
        return fact_date_calendar_match_word(scan, i, &word, parts);
    if (!fact_date_has_flag(scan, i, FACT_TOKEN_NUMBER))
        return i;
    *parts = (FactDateParts){0};
    guint end = fact_date_digits_match(scan, i, parts);
    return end != i && fact_date_resolve_is_possible(parts) ? end : i;
}
