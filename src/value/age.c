/* SPDX-License-Identifier: MIT
 *
 * A number between commas after a name is how newspapers give an age.
 */
#include "value/age.h"

#include <string.h>

/* Ages that a bare number between commas may be. */
#define AGE_MAX 115

static gboolean
is_years(const FactAmount *amount)
{
    return amount->has_mark && amount->mark.kind == FACT_MARK_UNIT &&
           strcmp(amount->mark.unit->dimension, "duration") == 0;
}

static gboolean
has_suffix(const FactScan *scan, guint *end)
{
    guint at = fact_scan_is_hyphen(scan, *end) ? *end + 1 : *end;
    guint after;

    if (at >= scan->last || fact_scan_is_border(scan, at) ||
        fact_scan_lookup(scan, scan->age_suffixes, at, scan->last, &after) == NULL)
        return FALSE;
    *end = after;
    return TRUE;
}

/* "87 yo" */
static gboolean
has_unit(const FactScan *scan, guint *end)
{
    guint after;

    if (*end >= scan->last || fact_scan_is_border(scan, *end) ||
        fact_scan_lookup(scan, scan->age_units, *end, scan->last, &after) == NULL)
        return FALSE;
    *end = after;
    return TRUE;
}

/* "Age: 17", "Age – 17" of a list of particulars. */
static gboolean
has_heading(const FactScan *scan, guint *first)
{
    guint i = *first;

    if (i < scan->first + 2 || i - 2 < scan->done ||
        !(fact_scan_is_mark(scan, i - 1, ':') || fact_scan_is_dash(scan, i - 1)) ||
        !fact_scan_is_text(scan, i - 2, "age"))
        return FALSE;
    *first = i - 2;
    return TRUE;
}

/* Whether one of the two tokens before @i may begin a phrase of ages, or a heading end there. */
static inline gboolean
may_have_prefix(const FactScan *scan, guint i)
{
    const FactPhraseTable *phrases = scan->age_prefixes->phrases;

    return i > scan->first &&
           (fact_scan_is_mark(scan, i - 1, ':') || fact_scan_is_dash(scan, i - 1) ||
            fact_phrase_table_may_begin(phrases, scan->tokens, i - 1) ||
            (i > scan->first + 1 && fact_phrase_table_may_begin(phrases, scan->tokens, i - 2)));
}

static gboolean
has_prefix(const FactScan *scan, guint *first)
{
    if (!may_have_prefix(scan, *first))
        return FALSE;
    if (has_heading(scan, first))
        return TRUE;
    for (guint n = 1; n <= 2 && *first >= scan->first + n && *first - n >= scan->done; n++) {
        guint end;
        if (fact_scan_is_border(scan, *first - n + 1))
            return FALSE;
        if (fact_scan_lookup(scan, scan->age_prefixes, *first - n, *first, &end) != NULL &&
            end == *first) {
            *first -= n;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
is_plausible(const FactNumeral *numeral)
{
    return numeral->is_digits && numeral->n_digits <= 3 && numeral->decimals == 0 &&
           !numeral->has_separator && !numeral->is_signed && !numeral->is_fraction &&
           fact_decimal_compare(numeral->low, fact_decimal_new(AGE_MAX, 0)) <= 0;
}

/* "eight" of "aged eight"; "turned two" is said of more than ages. */
static gboolean
is_worded(const FactNumeral *numeral)
{
    return !numeral->is_digits && numeral->scale == 0 && !numeral->is_fraction &&
           !numeral->is_vague && !numeral->is_ordinal &&
           fact_decimal_compare(numeral->low, fact_decimal_new(AGE_MAX, 0)) <= 0;
}

/* "Smith" of "Ann Smith, 27," or "son" of "her son, 5,". */
static gboolean
is_person(const FactScan *scan, guint i)
{
    uint32_t classes = fact_token_classes(scan->tokens, i);

    if (!fact_scan_is_word(scan, i) || (classes & FACT_WORD_CALENDAR) != 0)
        return fact_scan_is_mark(scan, i, '"');
    if ((scan->token[i].flags & FACT_TOKEN_CAPITAL) != 0)
        return (scan->token[i].flags & FACT_TOKEN_HAS_DIGIT) == 0;
    return (classes & FACT_WORD_NOUN) != 0 &&
           (classes & (FACT_WORD_PLURAL | FACT_WORD_PREPOSITION | FACT_WORD_NUMBER)) == 0;
}

static gboolean
is_between_commas(const FactScan *scan, const FactAmount *amount)
{
    guint i = amount->first;
    guint end = amount->end;

    /* "Smith and Jones, both 28," */
    if (i > scan->first && fact_scan_is_text(scan, i - 1, "both"))
        return i >= scan->first + 2 && fact_scan_is_mark(scan, i - 2, ',') &&
               fact_scan_is_mark(scan, end, ',');
    /* "Smith, now 21," and "“E.C.,” 65," */
    if (i >= scan->first + 3 && (fact_scan_is_text(scan, i - 1, "now") ||
                                 (scan->token[i - 1].flags & FACT_TOKEN_QUOTE) != 0))
        i--;
    if (i < scan->first + 2 || i - 1 < scan->done || !fact_scan_is_mark(scan, i - 1, ',') ||
        fact_scan_is_glued(scan, amount->first) || !fact_scan_is_glued(scan, i - 1))
        return FALSE;
    /* "Smith Jr., 59," */
    guint name = fact_scan_is_mark(scan, i - 2, '.') && i >= scan->first + 3 ? i - 3 : i - 2;
    if (!is_person(scan, name))
        return FALSE;
    if (fact_scan_is_mark(scan, end, ',') || fact_scan_is_mark(scan, end, ';') ||
        (fact_scan_is_dash(scan, end) && !fact_scan_is_glued(scan, end)))
        return TRUE;
    return fact_scan_is_mark(scan, end, '.') &&
           (scan->token[i - 2].flags & FACT_TOKEN_CAPITAL) != 0 && i >= scan->first + 3 &&
           (scan->token[i - 3].flags & FACT_TOKEN_CAPITAL) != 0;
}

static gboolean
is_small_number(const FactScan *scan, guint i)
{
    return fact_scan_is_number(scan, i) && scan->token[i].end - scan->token[i].start <= 2;
}

/* "Two men, 18 and 20, were": as many ages as there are people, between commas. The comma goes to
 * the wording, so that the ages behind are told to be some. */
static gboolean
is_listed_behind(const FactScan *scan, const FactAmount *amount, guint *first)
{
    guint i = amount->first;
    guint end = amount->end;
    guint n = 1;

    if (i < scan->first + 2 || i - 2 < scan->done - (scan->done > scan->first) ||
        !fact_scan_is_mark(scan, i - 1, ',') ||
        fact_scan_lookup(scan, scan->age_groups, i - 2, i - 1, NULL) == NULL)
        return FALSE;
    gboolean is_closed = FALSE;
    for (;; n++, end++) {
        guint joint = end;
        is_closed = fact_scan_is_mark(scan, joint, ',') || fact_scan_is_mark(scan, joint, '.');
        while (fact_scan_is_mark(scan, end, ',') || fact_scan_is_text(scan, end, "and"))
            end++;
        if (end == joint || !is_small_number(scan, end))
            break;
    }
    if (n < 2 || !is_closed)
        return FALSE;
    *first = i - 1;
    return TRUE;
}

/* Whether what stands beside a bare number may make an age of it: a unit behind, a prefix before,
 * or a comma or quotation mark, "now" or "both" before. */
static inline gboolean
may_be_said(const FactScan *scan, guint i, guint end)
{
    if (i == scan->first || end >= scan->last)
        return TRUE;
    const FactToken *before = &scan->token[i - 1];
    return before->mark == ',' || before->mark == 'n' || before->mark == 'b' ||
           (before->flags & FACT_TOKEN_QUOTE) != 0 || may_have_prefix(scan, i) ||
           fact_phrase_table_may_begin(scan->age_units->phrases, scan->tokens, end);
}

gboolean
fact_age_is_said(const FactScan *scan, const FactAmount *amount, guint *first, guint *end)
{
    if (!amount->has_mark && !may_be_said(scan, *first, *end))
        return FALSE;
    if (is_years(amount))
        return has_suffix(scan, end) || has_prefix(scan, first);
    if (!amount->has_mark && is_worded(&amount->numeral))
        return has_prefix(scan, first) && scan->token[*first].mark == 'a';
    if (amount->has_mark || !is_plausible(&amount->numeral))
        return FALSE;
    return has_unit(scan, end) || has_prefix(scan, first) || is_between_commas(scan, amount) ||
           is_listed_behind(scan, amount, first);
}
