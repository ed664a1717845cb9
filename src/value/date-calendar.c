/* SPDX-License-Identifier: MIT
 *
 * Dates of the calendar without their time of day:
 *
 *     date     = [weekday [","]] (month day | day ["of"] month) ["," year | year]
 *              | month ["of" | ","] year | month | weekday | season ["of"] year | holiday [year]
 *              | YYYY-MM-DD | M/D/Y | year | decade | century | quarter | half | fiscal year
 *     part     = ("early" | "mid" | "late") ["-" | "in"] date | ("end" | "start" ...) "of" ["the"]
 * date relative = see date-relative.c
 *
 * Months and weekdays that are other words too ("may", "march", "Sun") need more company than the
 * rest.
 */
#include "value/date-private.h"

static gboolean
is_on_list(const FactDateScan *scan, const FactWording *list, guint i)
{
    guint end;
    return fact_wording_match(list, scan->tokens, i, scan->limit, &end) != NULL;
}

static gboolean
is_capital(const FactDateScan *scan, guint i)
{
    return fact_date_has_flag(scan, i, FACT_TOKEN_CAPITAL);
}

static gboolean
is_dash(const FactDateScan *scan, guint i)
{
    return fact_date_has_flag(scan, i, FACT_TOKEN_DASH);
}

/* Past "st", "nd", "rd", "th" glued to a number. */
static guint
skip_ordinal(const FactDateScan *scan, guint i)
{
    if (!fact_date_has_flag(scan, i, FACT_TOKEN_WORD))
        return i;
    return fact_date_is_word(scan, i, "st") || fact_date_is_word(scan, i, "nd") ||
                   fact_date_is_word(scan, i, "rd") || fact_date_is_word(scan, i, "th")
               ? i + 1
               : i;
}

/* A day of the month with its ordinal; not a time, a share or a count. */
static guint
match_day_number(const FactDateScan *scan, guint i, int *out_day)
{
    guint digits;
    int day = fact_date_number(scan, i, &digits);
    if (day < 1 || day > 31 || digits > 2)
        return i;
    guint end = skip_ordinal(scan, i + 1);
    if (end == i + 1 && fact_date_has_flag(scan, end, FACT_TOKEN_WORD) &&
        fact_date_has_flag(scan, end, FACT_TOKEN_GLUED))
        return i;
    if (fact_date_is_mark(scan, end, '%') ||
        (fact_date_is_mark(scan, end, ':') &&
         fact_date_has_flag(scan, end + 1, FACT_TOKEN_NUMBER)) ||
        (fact_date_is_mark(scan, end, '/') && fact_date_has_flag(scan, end, FACT_TOKEN_GLUED)))
        return i;
    *out_day = day;
    return end;
}

/* "people" after "May 15": a count, where the month is another word. */
static gboolean
is_counting(const FactDateScan *scan, guint i)
{
    if (i >= scan->limit || is_capital(scan, i))
        return FALSE;
    uint32_t classes = fact_token_classes(scan->tokens, i);
    return (classes & (FACT_WORD_PLURAL | FACT_WORD_UNIT | FACT_WORD_NUMBER)) != 0 &&
           (classes &
            (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_DETERMINER |
             FACT_WORD_CALENDAR | FACT_WORD_VERB | FACT_WORD_ADVERB | FACT_WORD_AUXILIARY)) == 0;
}

/* -- the year after a month or day ---------------------------------------------------------------
 */

/* "last year" after a month; without the publication date the year stays open. */
static guint
match_relative_year(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord which;
    FactDateWord unit;
    if (!fact_date_word_is(scan, i, FACT_DATE_WORD_WHICH, &which) || which.b != 0 ||
        !fact_date_word_is(scan, which.end, FACT_DATE_WORD_UNIT, &unit) ||
        unit.a != FACT_DATE_UNIT_YEAR)
        return i;
    if (scan->clock.is_known)
        parts->year = fact_date_day_split(fact_date_day_of(scan->clock.minute)).year + which.a;
    return unit.end;
}

/* "2014", ", 2014", "of 2014", "of last year", "'14". */
static guint
match_trailing_year(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    guint k = i;
    guint digits;
    gboolean has_comma = fact_date_is_mark(scan, k, ',');
    k += has_comma ? 1 : 0;
    if (!has_comma) {
        guint relative =
            match_relative_year(scan, fact_date_is_word(scan, k, "of") ? k + 1 : k, parts);
        if (relative > k + 1)
            return relative;
        k += fact_date_is_word(scan, k, "of") ? 1 : 0;
    }
    if (fact_date_is_mark(scan, k, '\'') && fact_date_number(scan, k + 1, &digits) >= 0 &&
        digits == 2 && fact_date_has_flag(scan, k + 1, FACT_TOKEN_GLUED)) {
        parts->year = 2000 + fact_date_number(scan, k + 1, &digits);
        return k + 2;
    }
    int year = fact_date_number(scan, k, &digits);
    if (year < 1000 || year > 2999 || digits != 4 || is_counting(scan, k + 1) ||
        fact_date_is_mark(scan, k + 1, '%') ||
        (fact_date_is_mark(scan, k + 1, ':') &&
         fact_date_has_flag(scan, k + 2, FACT_TOKEN_NUMBER)) ||
        (has_comma && (fact_date_has_flag(scan, k + 1, FACT_TOKEN_WORD) &&
                       fact_date_has_flag(scan, k + 1, FACT_TOKEN_GLUED))))
        return i;
    FactDateParts ignored = {0};
    if (fact_date_time_match(scan, k, &ignored) != k) /* "May 5, 1630 GMT" */
        return i;
    parts->year = year;
    return k + 1;
}

/* -- months ---------------------------------------------------------------------------------------
 */

/* Past the dot of "Oct.". */
static guint
skip_dot(const FactDateScan *scan, guint i, gboolean is_short)
{
    return is_short && fact_date_is_mark(scan, i, '.') &&
                   fact_date_has_flag(scan, i, FACT_TOKEN_GLUED)
               ? i + 1
               : i;
}

/* Whether the token beside is a name's other half: "April Jones", "Theresa May". */
static gboolean
is_beside_name(const FactDateScan *scan, guint i, guint end)
{
    FactDateWord word;
    if (is_capital(scan, end) && fact_date_has_flag(scan, end, FACT_TOKEN_WORD) &&
        !fact_date_has_flag(scan, end, FACT_TOKEN_SENTENCE) &&
        !fact_date_word_read(scan, end, &word))
        return TRUE;
    if (i == 0 || !is_capital(scan, i - 1) ||
        (fact_date_token(scan, i)->flags & FACT_TOKEN_SENTENCE) != 0)
        return FALSE;
    uint32_t classes = fact_token_classes(scan->tokens, i - 1);
    gboolean is_small_word = (classes & (FACT_WORD_PREPOSITION | FACT_WORD_DETERMINER |
                                         FACT_WORD_CONJUNCTION | FACT_WORD_CALENDAR)) != 0;
    return !is_small_word;
}

/* Whether a month's name without a number is one. */
static gboolean
is_month_alone(const FactDateScan *scan, guint i, const FactDateWord *word, guint end)
{
    FactDateWordCare care = (FactDateWordCare)word->b;
    if (is_dash(scan, end) && fact_date_has_flag(scan, end, FACT_TOKEN_GLUED) &&
        care != FACT_DATE_CARE_NONE)
        return FALSE;
    gboolean is_led = i > 0 && is_on_list(scan, scan->lists->month_before, i - 1);
    gboolean is_firm = i > 0 && is_on_list(scan, scan->lists->month_strict, i - 1);
    switch (care) {
    case FACT_DATE_CARE_NONE:
        return is_capital(scan, i) || is_led;
    case FACT_DATE_CARE_SHORT:
        return is_capital(scan, i) && end > word->end && is_led;
    case FACT_DATE_CARE_NAME:
        return is_capital(scan, i) && is_led && !is_beside_name(scan, i, end);
    case FACT_DATE_CARE_WORD:
        return is_capital(scan, i) && is_firm && !is_beside_name(scan, i, end);
    }
    return FALSE;
}

/* "31 June": the number before makes a day that there is not, and the month is no better. */
static gboolean
is_after_impossible_day(const FactDateScan *scan, guint i, const FactDateParts *parts)
{
    guint k = i;
    guint digits;
    int32_t ignored;
    k -= k > 0 && fact_date_is_word(scan, k - 1, "of") ? 1 : 0;
    k -= k > 0 && skip_ordinal(scan, k - 1) == k ? 1 : 0;
    if (k == 0)
        return FALSE;
    int day = fact_date_number(scan, k - 1, &digits);
    return day >= 29 && digits == 2 && day <= 31 &&
           !fact_date_day_join(parts->year > 0 ? parts->year : 2000, parts->month, day, &ignored);
}

/* "in March and May 2015": the year is the other one's too. */
static void
borrow_year(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    FactDateParts other = {0};
    int day;
    guint k = i + (fact_date_is_mark(scan, i, ',') ? 1 : 0);
    k += fact_date_is_word(scan, k, "and") || fact_date_is_word(scan, k, "or") ? 1 : 0;
    if (k == i || !fact_date_word_is(scan, k, FACT_DATE_WORD_MONTH, &word) || !is_capital(scan, k))
        return;
    k = skip_dot(scan, word.end, word.b == FACT_DATE_CARE_SHORT);
    k = match_day_number(scan, k, &day);
    if (match_trailing_year(scan, k, &other) != k && other.year > 0)
        parts->year = other.year - (word.a < parts->month ? 1 : 0);
}

static guint
match_month(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    guint end = skip_dot(scan, word->end, word->b == FACT_DATE_CARE_SHORT);
    gboolean is_plain = word->b == FACT_DATE_CARE_NONE;
    if (!is_plain && !is_capital(scan, i))
        return i;
    parts->month = word->a;
    guint after = match_day_number(scan, end, &parts->day);
    if (after != end && !(!is_plain && after == end + 1 && is_counting(scan, after))) {
        parts->unit = FACT_DATE_UNIT_DAY;
        guint last = match_trailing_year(scan, after, parts);
        if (last == after)
            borrow_year(scan, after, parts);
        return last;
    }
    parts->day = 0;
    parts->unit = FACT_DATE_UNIT_MONTH;
    after = match_trailing_year(scan, end, parts);
    if (is_after_impossible_day(scan, i, parts))
        return i;
    if (after == end && !is_month_alone(scan, i, word, end))
        return i;
    if (after == end)
        borrow_year(scan, end, parts);
    return after;
}

/* "17 May 2014", "17th of May", "the 3rd of Oct." */
static guint
match_day_month(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    guint k = match_day_number(scan, i, &parts->day);
    if (k == i)
        return i;
    gboolean is_ordinal = k > i + 1;
    k += fact_date_is_word(scan, k, "of") && is_ordinal ? 1 : 0;
    k += is_dash(scan, k) && fact_date_has_flag(scan, k, FACT_TOKEN_GLUED) ? 1 : 0;
    if (!fact_date_word_is(scan, k, FACT_DATE_WORD_MONTH, &word) || !is_capital(scan, k))
        return i;
    guint end = skip_dot(scan, word.end, word.b == FACT_DATE_CARE_SHORT);
    parts->month = word.a;
    parts->unit = FACT_DATE_UNIT_DAY;
    guint digits;
    int next = fact_date_number(scan, end, &digits);
    if (next >= 1 && next <= 31 && digits <= 2 &&
        !is_ordinal) /* "in 12 May 17 ..." belongs to the second */
        return i;
    return match_trailing_year(scan, end, parts);
}

/* -- digits ---------------------------------------------------------------------------------------
 */

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
        !((is_dash(scan, i + 1) && is_dash(scan, i + 3)) ||
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

/* "19th century", "1st quarter of 2014" begin with these. */
static guint
match_division(const FactDateScan *scan, guint i, int nth, FactDateParts *parts);

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

static guint
match_digits(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    static guint (*const readers[])(const FactDateScan *, guint,
                                    FactDateParts *) = {match_iso, match_slashes, match_day_month};
    guint digits;
    for (guint r = 0; r < G_N_ELEMENTS(readers); r++) {
        FactDateParts read = {0};
        guint end = readers[r](scan, i, &read);
        if (end != i && fact_date_resolve_is_possible(&read)) {
            *parts = read;
            return end;
        }
        if (end != i)
            return i;
    }
    int number = fact_date_number(scan, i, &digits);
    if (number > 0 && digits <= 2) {
        guint end = skip_ordinal(scan, i + 1);
        if (end > i + 1) {
            guint after = match_division(scan, end, number, parts);
            return after == end ? i : after;
        }
    }
    gboolean is_half = i > 0 && fact_date_is_mark(scan, i - 1, '/');
    if (number > 0 && !is_half) {
        guint next = skip_fraction(scan, i + 1);
        guint end = fact_date_relative_match_ago(scan, next, MIN(number, 5000), parts);
        if (end != next)
            return end;
    }
    return fact_date_year_match(scan, i, FALSE, parts);
}

/* -- weekdays -------------------------------------------------------------------------------------
 */

/* Tuesday, "May 17, 2014" | 17 May | (May 17) | 5/17/14 after a weekday. */
static guint
match_date_after_weekday(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateParts date = {0};
    FactDateWord word;
    guint k = i;
    gboolean bracket = fact_date_is_mark(scan, k, '(');
    if (bracket || fact_date_is_mark(scan, k, ',') || is_dash(scan, k))
        k++;
    k += fact_date_is_word(scan, k, "the") ? 1 : 0;
    guint end = k;
    if (fact_date_word_is(scan, k, FACT_DATE_WORD_MONTH, &word))
        end = match_month(scan, k, &word, &date);
    else if (fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER))
        end = match_digits(scan, k, &date);
    if (end == k || date.unit != FACT_DATE_UNIT_DAY || date.form != FACT_DATE_FORM_CALENDAR ||
        !fact_date_resolve_is_possible(&date) || (bracket && !fact_date_is_mark(scan, end, ')')))
        return i;
    int weekday = parts->weekday;
    *parts = date;
    parts->weekday = weekday;
    return bracket ? end + 1 : end;
}

static guint
match_weekday(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    gboolean is_short = word->b == FACT_DATE_CARE_SHORT;
    parts->unit = FACT_DATE_UNIT_DAY;
    parts->weekday = word->a;
    guint end = skip_dot(scan, word->end, is_short);
    guint after = match_date_after_weekday(scan, end, parts);
    if (after != end)
        return after;
    if (is_short || (is_capital(scan, end) && is_on_list(scan, scan->lists->name_after, end)) ||
        (fact_date_is_word(scan, end, "the") && skip_ordinal(scan, end + 2) > end + 2))
        return i;
    if (i > 0 && is_capital(scan, i - 1) && is_on_list(scan, scan->lists->name_before, i - 1))
        return i;
    return end;
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

/* -- seasons, quarters, years by name -------------------------------------------------------------
 */

static guint
match_season(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    parts->unit = FACT_DATE_UNIT_SEASON;
    parts->index = word->a;
    parts->window = word->rest;
    guint end = match_trailing_year(scan, word->end, parts);
    if (end != word->end)
        return end;
    /* "in the spring" of nobody knows which year, "springs a leak": only "late summer" and "last
     * fall" */
    return i;
}

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
    guint end = match_trailing_year(scan, i, parts);
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
static guint
match_division(const FactDateScan *scan, guint i, int nth, FactDateParts *parts)
{
    FactDateWord unit;
    guint k = is_dash(scan, i) ? i + 1 : i;
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
        guint studio = unit.end + (is_dash(scan, unit.end) ? 1 : 0);
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
    return end != unit.end || is_on_list(scan, scan->lists->quarter_after, unit.end) ? end : i;
}

/* "Q3 2021", "H1 of 2014". */
static guint
match_code(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    parts->unit =
        word->kind == FACT_DATE_WORD_QUARTER ? FACT_DATE_UNIT_QUARTER : FACT_DATE_UNIT_HALF;
    parts->index = word->a;
    guint end = match_year_of(scan, word->end, parts);
    if (end != word->end)
        return end;
    return word->kind == FACT_DATE_WORD_QUARTER && is_capital(scan, i) ? word->end : i;
}

/* "fiscal 2014", "fiscal year 2014-15". */
static guint
match_fiscal(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
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
    if (!is_capital(scan, i))
        return i;
    parts->unit = FACT_DATE_UNIT_DAY;
    parts->month = numbers[0];
    if (n == 1) {
        parts->day = numbers[1];
    } else {
        parts->weekday = numbers[1];
        parts->nth = numbers[2];
    }
    return match_trailing_year(scan, word->end, parts);
}

static guint
match_spelt_decade(const FactDateScan *scan, guint i, const FactDateWord *word,
                   FactDateParts *parts)
{
    if (i == 0 || (!fact_date_is_word(scan, i - 1, "the") &&
                   !is_on_list(scan, scan->lists->month_strict, i - 1)))
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
    if (i == 0 || !fact_date_is_word(scan, i - 1, "the"))
        return i;
    parts->form = FACT_DATE_FORM_WHICH;
    parts->unit = FACT_DATE_UNIT_WEEKEND;
    return word->end;
}

/* -- early, mid, late
 * ------------------------------------------------------------------------------ */

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
        guint end = skip_ordinal(scan, i + 1);
        guint after = end > i + 1
                          ? match_division(scan, end, fact_date_number(scan, i, &digits), parts)
                          : end;
        return after == end ? i : after;
    }
    if (!fact_date_word_read(scan, i, &word))
        return i;
    if (word.kind == FACT_DATE_WORD_SEASON) {
        parts->unit = FACT_DATE_UNIT_SEASON;
        parts->index = word.a;
        parts->window = word.rest;
        return match_trailing_year(scan, word.end, parts);
    }
    if (word.kind == FACT_DATE_WORD_MONTH && is_capital(scan, i) &&
        word.b != FACT_DATE_CARE_SHORT) {
        guint end = match_month(scan, i, &word, parts);
        if (end != i || is_beside_name(scan, i, word.end))
            return end;
        *parts = (FactDateParts){.unit = FACT_DATE_UNIT_MONTH, .month = word.a};
        return word.end;
    }
    if (word.kind == FACT_DATE_WORD_PART || word.kind == FACT_DATE_WORD_REST ||
        word.kind == FACT_DATE_WORD_NUMBER)
        return i;
    return fact_date_calendar_match(scan, i, parts);
}

static guint
match_part(const FactDateScan *scan, guint i, const FactDateWord *part, FactDateParts *parts)
{
    guint k = part->end;
    int first;
    int last;
    if (part->a == 1) {
        if (!fact_date_is_word(scan, k, "of"))
            return i;
        k++;
    } else if (is_dash(scan, k)) {
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

/* -- all of them
 * ----------------------------------------------------------------------------------- */

static guint
match_day_word(const FactDateScan *scan, guint i, const FactDateWord *word, FactDateParts *parts)
{
    if (is_capital(scan, i) && i > 0 && is_capital(scan, i - 1) && !is_capital(scan, word->end) &&
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
    switch (word->kind) {
    case FACT_DATE_WORD_MONTH:
        return match_month(scan, i, word, parts);
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
        guint end = match_division(scan, word->end, word->a, parts);
        return end == word->end ? i : end;
    }
    case FACT_DATE_WORD_QUARTER:
    case FACT_DATE_WORD_HALF:
        return match_code(scan, i, word, parts);
    case FACT_DATE_WORD_FISCAL:
        return match_fiscal(scan, i, word, parts);
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
fact_date_calendar_match(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    FactDateParts read = {0};
    guint end = i;
    if (fact_date_has_flag(scan, i, FACT_TOKEN_NUMBER))
        end = match_digits(scan, i, &read);
    else if (fact_date_word_read(scan, i, &word))
        end = match_word(scan, i, &word, &read);
    if (end == i || !fact_date_resolve_is_possible(&read))
        return i;
    *parts = read;
    return end;
}
