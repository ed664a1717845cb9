/* SPDX-License-Identifier: MIT
 *
 * Years, and years alone above all: four digits are a year where the words around them say so ("in
 * 2014", "the 2014 season", "(1998)") and a count elsewhere ("2000 people", "by 1800 votes").
 */
#include "value/date-private.h"

#define YEAR_MIN 1000
#define YEAR_MAX 2199
/* Where the context is weak, only these. */
#define YEAR_LIKELY_MIN 1800
#define YEAR_LIKELY_MAX 2099

/* Whether a phrase of the list ends right before token @i, in its sentence. */
static gboolean
is_led_by(const FactDateScan *scan, const FactWording *words, guint i)
{
    if (i == 0 || !fact_phrase_table_may_end(words->phrases, scan->tokens, i - 1))
        return FALSE;
    for (guint k = i;
         k > 0 && i - k < 3 && (scan->tokens->tokens[k].flags & FACT_TOKEN_SENTENCE) == 0; k--) {
        guint end;
        if (fact_wording_match(words, scan->tokens, k - 1, i, &end) != NULL && end == i)
            return TRUE;
    }
    return FALSE;
}

/* The year that a number of so many digits may be; 0 for none. */
static int
year_of(int number, guint digits)
{
    return number >= YEAR_MIN && number <= YEAR_MAX && digits == 4 ? number : 0;
}

static int
year_at(const FactDateScan *scan, guint i)
{
    guint digits;
    int number = fact_date_number(scan, i, &digits);
    return number < 0 ? 0 : year_of(number, digits);
}

static gboolean
is_likely(int year)
{
    return year >= YEAR_LIKELY_MIN && year <= YEAR_LIKELY_MAX;
}

/* What makes any number something else: a unit, a letter, a percent sign, a currency. */
static gboolean
is_measured(const FactDateScan *scan, guint i)
{
    guint next = i + 1;
    if (fact_date_has_flag(scan, next, FACT_TOKEN_GLUED) &&
        fact_date_has_flag(scan, next, FACT_TOKEN_WORD))
        return TRUE;
    if (fact_date_is_mark(scan, next, '%') ||
        (fact_date_is_mark(scan, next, ':') &&
         fact_date_has_flag(scan, next + 1, FACT_TOKEN_NUMBER)))
        return TRUE;
    if (i > 0 && fact_date_has_flag(scan, i, FACT_TOKEN_GLUED)) {
        const FactToken *before = fact_date_token(scan, i - 1);
        if ((before->flags & FACT_TOKEN_SYMBOL) != 0 || before->mark == '#' ||
            before->mark == '.' || before->mark == '/')
            return TRUE;
    }
    /* "the 2014 Israeli ...": a currency's name begins so, but not its unit's. */
    gboolean is_small = next < scan->limit && !fact_date_is_capital(scan, next);
    uint32_t classes = is_small ? fact_token_classes(scan->tokens, next) : 0;
    return (classes & (FACT_WORD_UNIT | FACT_WORD_NUMBER)) != 0 &&
           (classes & (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_CALENDAR |
                       FACT_WORD_DETERMINER)) == 0;
}

/* "people" after the number: counted, unless a year is likelier as "the 2012 elections". */
static gboolean
is_counted(const FactDateScan *scan, guint i, int year)
{
    if (i + 1 >= scan->limit || fact_date_has_flag(scan, i + 1, FACT_TOKEN_CAPITAL))
        return FALSE;
    uint32_t classes = fact_token_classes(scan->tokens, i + 1);
    return (classes & FACT_WORD_PLURAL) != 0 &&
           ((classes & FACT_WORD_VERB) == 0 || year % 100 == 0);
}

static gboolean
is_modifier(const FactDateScan *scan, guint i)
{
    if (!fact_date_has_flag(scan, i + 1, FACT_TOKEN_WORD) || i == 0)
        return FALSE;
    const FactToken *before = fact_date_token(scan, i - 1);
    uint32_t classes = fact_token_classes(scan->tokens, i - 1);
    gboolean is_led =
        (before->flags & FACT_TOKEN_POSSESSIVE) != 0 || (classes & FACT_WORD_DETERMINER) != 0 ||
        fact_date_is_word(scan, i - 1, "the") || fact_date_is_word(scan, i - 1, "a") ||
        fact_date_is_word(scan, i - 1, "his") || fact_date_is_word(scan, i - 1, "her") ||
        fact_date_is_word(scan, i - 1, "their") || fact_date_is_word(scan, i - 1, "its");
    uint32_t next = fact_token_classes(scan->tokens, i + 1);
    gboolean is_noun =
        (next & (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_AUXILIARY)) == 0;
    return is_led && is_noun && !fact_date_is_word(scan, i + 1, "or") &&
           !fact_date_is_word(scan, i + 1, "and");
}

/* "(1998)", "(2010-2014)", "(1998, ". */
static gboolean
is_bracketed(const FactDateScan *scan, guint i)
{
    return i > 0 && fact_date_is_mark(scan, i - 1, '(') &&
           (fact_date_is_mark(scan, i + 1, ')') || fact_date_is_mark(scan, i + 1, ',') ||
            fact_date_has_flag(scan, i + 1, FACT_TOKEN_DASH));
}

/* "2012, 2013 and 2014": the first one told what they are. */
static gboolean
is_listed(const FactDateScan *scan, guint i)
{
    if (i < 2 || !is_likely(year_at(scan, i - 2)))
        return FALSE;
    return fact_date_is_mark(scan, i - 1, ',') || fact_date_is_word(scan, i - 1, "and") ||
           fact_date_is_word(scan, i - 1, "or") || fact_date_is_word(scan, i - 1, "to");
}

/* "2014-15", "2014 to 2017": two years in a row tell each other. */
static gboolean
is_range(const FactDateScan *scan, guint i, int year)
{
    guint digits;
    gboolean dash = fact_date_is_dash(scan, i + 1) || fact_date_is_mark(scan, i + 1, '/');
    if (!dash && !fact_date_is_word(scan, i + 1, "to"))
        return FALSE;
    int next = fact_date_number(scan, i + 2, &digits);
    if (next < 0)
        return FALSE;
    if (digits == 2)
        return dash && fact_date_has_flag(scan, i + 2, FACT_TOKEN_GLUED) &&
               next == (year + 1) % 100 && !fact_date_has_flag(scan, i + 3, FACT_TOKEN_DASH);
    return digits == 4 && next > year && next - year <= 100 && is_likely(next) &&
           !is_measured(scan, i + 2) &&
           (!is_counted(scan, i + 2, next) || (dash && year % 100 != 0 && next - year < 10));
}

static gboolean
is_opening(const FactDateScan *scan, guint i)
{
    if ((fact_date_token(scan, i)->flags & FACT_TOKEN_SENTENCE) == 0)
        return FALSE;
    return fact_date_is_word(scan, i + 1, "was") || fact_date_is_word(scan, i + 1, "is") ||
           fact_date_is_word(scan, i + 1, "saw") || fact_date_is_word(scan, i + 1, "has") ||
           fact_date_is_word(scan, i + 1, "will");
}

static gboolean
is_year(const FactDateScan *scan, guint i, int year)
{
    if (is_measured(scan, i) || fact_date_is_on_list(scan, scan->lists->year_not_before, i + 1))
        return FALSE;
    gboolean counted = is_counted(scan, i, year);
    if (is_led_by(scan, scan->lists->year_strong, i))
        return !counted || (year % 100 != 0 && is_likely(year));
    if (!is_likely(year))
        return FALSE;
    if (is_range(scan, i, year) || is_bracketed(scan, i) || is_listed(scan, i) ||
        is_opening(scan, i))
        return !counted;
    if (is_modifier(scan, i))
        return !counted || (year % 100 != 0 && !fact_date_is_word(scan, i - 1, "a"));
    return !counted && is_led_by(scan, scan->lists->year_weak, i);
}

/* The "s" of "1990s" at token @i. */
static gboolean
is_plural_s(const FactDateScan *scan, guint i)
{
    return fact_date_has_flag(scan, i, FACT_TOKEN_GLUED) && fact_date_is_word(scan, i, "s");
}

/* "1990s", "the 1990's"; "'90s" where the apostrophe stands before. */
static guint
match_decade(const FactDateScan *scan, guint i, int number, guint digits, FactDateParts *parts)
{
    if (number % 10 != 0)
        return i;
    gboolean is_possessive =
        fact_date_has_flag(scan, i + 1, FACT_TOKEN_POSSESSIVE) && i > 0 &&
        (fact_date_is_word(scan, i - 1, "the") || fact_date_is_word(scan, i - 1, "early") ||
         fact_date_is_word(scan, i - 1, "mid") || fact_date_is_word(scan, i - 1, "late"));
    if (!is_plural_s(scan, i + 1) && !is_possessive)
        return i;
    if (digits == 2) {
        gboolean has_quote = i > 0 && fact_date_is_mark(scan, i - 1, '\'') &&
                             fact_date_has_flag(scan, i, FACT_TOKEN_GLUED);
        if (!has_quote || number < 30)
            return i;
        number += 1900;
    } else if (digits != 4 || number < YEAR_MIN || number > YEAR_MAX) {
        return i;
    }
    parts->unit = FACT_DATE_UNIT_DECADE;
    parts->year = number;
    return i + 2;
}

guint
fact_date_year_match(const FactDateScan *scan, guint i, gboolean is_certain, FactDateParts *parts)
{
    guint digits;
    int number = fact_date_number(scan, i, &digits);
    if (number < 0)
        return i;
    guint end = match_decade(scan, i, number, digits, parts);
    if (end != i)
        return end;
    int year = year_of(number, digits);
    if (year == 0 || (is_certain ? is_measured(scan, i) : !is_year(scan, i, year)))
        return i;
    parts->unit = FACT_DATE_UNIT_YEAR;
    parts->year = year;
    return i + 1;
}
