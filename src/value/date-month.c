/* SPDX-License-Identifier: MIT
 *
 * Dates that name their month, and the year after them.
 *
 *     date = month (day ["," year | year] | ["of" | ","] year | ) | day ["of"] month [year]
 *     year = YYYY | "'" YY | ["of"] ("last" | "this" | "next") "year"
 *
 * Months that are other words too ("may", "march", "April") need more company than the rest.
 */
#include "value/date-private.h"

/* Years of two digits below it are of this century. */
#define SHORT_YEAR_PIVOT 50

/* Past "st", "nd", "rd", "th" glued to a number. */
guint
fact_date_month_skip_ordinal(const FactDateScan *scan, guint i)
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
match_day_number(const FactDateScan *scan, guint i, int16_t *out_day)
{
    guint digits;
    int day = fact_date_number(scan, i, &digits);
    if (day < 1 || day > 31 || digits > 2)
        return i;
    guint end = fact_date_month_skip_ordinal(scan, i + 1);
    if (end == i + 1 && fact_date_has_flag(scan, end, FACT_TOKEN_WORD) &&
        fact_date_has_flag(scan, end, FACT_TOKEN_GLUED))
        return i;
    if (fact_date_is_mark(scan, end, '%') ||
        (fact_date_is_mark(scan, end, ':') &&
         fact_date_has_flag(scan, end + 1, FACT_TOKEN_NUMBER)) ||
        (fact_date_is_mark(scan, end, '/') && fact_date_has_flag(scan, end, FACT_TOKEN_GLUED)))
        return i;
    *out_day = (int16_t)day;
    return end;
}

/* "people" after "May 15": a count, where the month is another word. */
static gboolean
is_counting(const FactDateScan *scan, guint i)
{
    if (i >= scan->limit || fact_date_is_capital(scan, i))
        return FALSE;
    uint32_t classes = fact_token_classes(scan->tokens, i);
    return (classes & (FACT_WORD_PLURAL | FACT_WORD_UNIT | FACT_WORD_NUMBER)) != 0 &&
           (classes &
            (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_DETERMINER |
             FACT_WORD_CALENDAR | FACT_WORD_VERB | FACT_WORD_ADVERB | FACT_WORD_AUXILIARY)) == 0;
}

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
guint
fact_date_month_match_year(const FactDateScan *scan, guint i, FactDateParts *parts)
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

/* Past the dot of "Oct.". */
guint
fact_date_month_skip_dot(const FactDateScan *scan, guint i, gboolean is_short)
{
    return is_short && fact_date_is_mark(scan, i, '.') &&
                   fact_date_has_flag(scan, i, FACT_TOKEN_GLUED)
               ? i + 1
               : i;
}

/* Whether the token beside is a name's other half: "April Jones", "Theresa May". */
gboolean
fact_date_month_is_beside_name(const FactDateScan *scan, guint i, guint end)
{
    FactDateWord word;
    if (fact_date_is_capital(scan, end) && fact_date_has_flag(scan, end, FACT_TOKEN_WORD) &&
        !fact_date_has_flag(scan, end, FACT_TOKEN_SENTENCE) &&
        !fact_date_word_read(scan, end, &word))
        return TRUE;
    if (i == 0 || !fact_date_is_capital(scan, i - 1) ||
        (fact_date_token(scan, i)->flags & FACT_TOKEN_SENTENCE) != 0)
        return FALSE;
    uint32_t classes = fact_token_classes(scan->tokens, i - 1);
    gboolean is_small_word = (classes & (FACT_WORD_PREPOSITION | FACT_WORD_DETERMINER |
                                         FACT_WORD_CONJUNCTION | FACT_WORD_CALENDAR)) != 0;
    return !is_small_word;
}

/* "a March traffic violation", "the August murder". */
static gboolean
is_before_noun(const FactDateScan *scan, guint i, guint end)
{
    gboolean is_led =
        i > 0 && (fact_date_is_word(scan, i - 1, "a") || fact_date_is_word(scan, i - 1, "an") ||
                  fact_date_is_word(scan, i - 1, "the"));
    if (!is_led || !fact_date_is_capital(scan, i) || fact_date_is_capital(scan, end) ||
        !fact_date_has_flag(scan, end, FACT_TOKEN_WORD))
        return FALSE;
    uint32_t classes = fact_token_classes(scan->tokens, end);
    return (classes & FACT_WORD_NOUN) != 0 &&
           (classes & (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_AUXILIARY |
                       FACT_WORD_ADVERB | FACT_WORD_PAST)) == 0;
}

/* Whether a month's name without a number is one. */
static gboolean
is_month_alone(const FactDateScan *scan, guint i, const FactDateWord *word, guint end)
{
    FactDateWordCare care = (FactDateWordCare)word->b;
    if (fact_date_is_dash(scan, end) && fact_date_has_flag(scan, end, FACT_TOKEN_GLUED) &&
        care != FACT_DATE_CARE_NONE)
        return FALSE;
    gboolean is_led = i > 0 && fact_date_is_on_list(scan, scan->lists->month_before, i - 1);
    gboolean is_firm = i > 0 && fact_date_is_on_list(scan, scan->lists->month_strict, i - 1);
    switch (care) {
    case FACT_DATE_CARE_NONE:
        return fact_date_is_capital(scan, i) || is_led;
    case FACT_DATE_CARE_SHORT:
        return fact_date_is_capital(scan, i) && end > word->end && is_led;
    case FACT_DATE_CARE_NAME:
        if (is_before_noun(scan, i, end))
            return TRUE;
        return fact_date_is_capital(scan, i) && is_led &&
               !fact_date_month_is_beside_name(scan, i, end);
    case FACT_DATE_CARE_WORD:
        if (is_before_noun(scan, i, end))
            return TRUE;
        return fact_date_is_capital(scan, i) && is_firm &&
               !fact_date_month_is_beside_name(scan, i, end);
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
    k -= k > 0 && fact_date_month_skip_ordinal(scan, k - 1) == k ? 1 : 0;
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
    int16_t day;
    guint k = i + (fact_date_is_mark(scan, i, ',') ? 1 : 0);
    k += fact_date_is_word(scan, k, "and") || fact_date_is_word(scan, k, "or") ? 1 : 0;
    if (k == i || !fact_date_word_is(scan, k, FACT_DATE_WORD_MONTH, &word) ||
        !fact_date_is_capital(scan, k))
        return;
    k = fact_date_month_skip_dot(scan, word.end, word.b == FACT_DATE_CARE_SHORT);
    k = match_day_number(scan, k, &day);
    if (fact_date_month_match_year(scan, k, &other) != k && other.year > 0)
        parts->year = other.year - (word.a < parts->month ? 1 : 0);
}

/* "May 15 people": a verb only where any word is a capital. */
static gboolean
may_count(const FactDateScan *scan, guint i)
{
    return fact_date_is_sentence_start(scan, i) ||
           fact_date_has_flag(scan, i, FACT_TOKEN_ALL_CAPS) ||
           (i > 0 && fact_date_is_capital(scan, i - 1));
}

guint
fact_date_month_match(const FactDateScan *scan, guint i, const FactDateWord *word,
                      FactDateParts *parts)
{
    guint end = fact_date_month_skip_dot(scan, word->end, word->b == FACT_DATE_CARE_SHORT);
    gboolean is_plain = word->b == FACT_DATE_CARE_NONE;
    if (!is_plain && !fact_date_is_capital(scan, i))
        return i;
    parts->month = word->a;
    guint after = match_day_number(scan, end, &parts->day);
    if (after != end &&
        !(!is_plain && after == end + 1 && may_count(scan, i) && is_counting(scan, after))) {
        parts->unit = FACT_DATE_UNIT_DAY;
        guint last = fact_date_month_match_year(scan, after, parts);
        if (last == after)
            borrow_year(scan, after, parts);
        return last;
    }
    parts->day = 0;
    parts->unit = FACT_DATE_UNIT_MONTH;
    after = fact_date_month_match_year(scan, end, parts);
    if (is_after_impossible_day(scan, i, parts))
        return i;
    if (after == end && !is_month_alone(scan, i, word, end))
        return i;
    if (after == end)
        borrow_year(scan, end, parts);
    return after;
}

/* Whether a mark that ends a phrase, or nothing, stands at @i. */
static gboolean
ends_phrase(const FactDateScan *scan, guint i)
{
    return i >= scan->tokens->n || fact_date_is_mark(scan, i, '.') ||
           fact_date_is_mark(scan, i, ',') || fact_date_is_mark(scan, i, ';') ||
           fact_date_is_mark(scan, i, ')') ||
           fact_date_has_flag(scan, i, FACT_TOKEN_PARAGRAPH);
}

/* "17 May 2014", "17th of May", "the 3rd of Oct." */
guint
fact_date_month_match_day_first(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    guint k = match_day_number(scan, i, &parts->day);
    if (k == i)
        return i;
    gboolean is_ordinal = k > i + 1;
    k += fact_date_is_word(scan, k, "of") && is_ordinal ? 1 : 0;
    k += fact_date_is_dash(scan, k) && fact_date_has_flag(scan, k, FACT_TOKEN_GLUED) ? 1 : 0;
    if (!fact_date_word_is(scan, k, FACT_DATE_WORD_MONTH, &word) || !fact_date_is_capital(scan, k))
        return i;
    guint end = fact_date_month_skip_dot(scan, word.end, word.b == FACT_DATE_CARE_SHORT);
    parts->month = word.a;
    parts->unit = FACT_DATE_UNIT_DAY;
    guint digits;
    int next = fact_date_number(scan, end, &digits);
    gboolean is_short_year = digits == 2 && next >= 0 && !is_ordinal && ends_phrase(scan, end + 1);
    if (is_short_year) { /* "on 10 Nov 11." */
        parts->year = (next < SHORT_YEAR_PIVOT ? 2000 : 1900) + next;
        return end + 1;
    }
    if (next >= 1 && next <= 31 && digits <= 2 &&
        !is_ordinal) /* "in 12 May 17 ..." belongs to the second */
        return i;
    return fact_date_month_match_year(scan, end, parts);
}
