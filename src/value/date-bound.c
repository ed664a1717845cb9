/* SPDX-License-Identifier: MIT
 *
 * The wording before a date that makes a bound of it: "since", "until", "before", "around", "more
 * than" (two years ago). The wording list "date-bounds" says what each phrase does:
 *
 *     ge | le | lt | gt    a bound
 *     approx               roughly
 *     approx-time          the same, of times and "ago" alone
 *     after N | before N   minutes around a time; a plain bound on other dates
 *     older | newer        a bound on "two years ago"
 *     shift N              another day: "the day after"
 *     stretch N            so many days more: "the week of"
 */
#include "value/date-private.h"

#include <stdlib.h>
#include <string.h>

/* Small words between a bound and its date. */
static gboolean
is_filler(const FactDateScan *scan, guint i)
{
    switch (scan->tokens->tokens[i].mark) {
    case 't':
        return fact_date_is_word(scan, i, "the");
    case 'o':
        return fact_date_is_word(scan, i, "on");
    case 'i':
        return fact_date_is_word(scan, i, "in");
    case 'a':
        return fact_date_is_word(scan, i, "at");
    default:
        return FALSE;
    }
}

static inline gboolean
may_bound_end(const FactDateScan *scan, guint i)
{
    return i > 0 && fact_phrase_table_may_end(scan->lists->bounds->phrases, scan->tokens, i - 1);
}

/* The longest bound that ends at token @i, where one may, looking back at most four tokens. */
static FactDateBound
find_bound_ending(const FactDateScan *scan, guint i)
{
    FactDateBound best = {NULL, i};
    for (guint k = i; k > 0 && i - k < 4 && !fact_date_is_sentence_start(scan, k); k--) {
        guint end;
        if (!fact_date_has_flag(scan, k - 1, FACT_TOKEN_WORD))
            break;
        const char *code = fact_wording_match(scan->lists->bounds, scan->tokens, k - 1, i, &end);
        if (code != NULL && end == i)
            best = (FactDateBound){code, k - 1};
    }
    return best;
}

FactDateBound
fact_date_bound_find(const FactDateScan *scan, guint core)
{
    FactDateBound bound = {NULL, core};
    guint k = core;
    if (may_bound_end(scan, k))
        bound = find_bound_ending(scan, k);
    for (guint n = 0; n < 2 && bound.code == NULL && k > 0 &&
                      !fact_date_is_sentence_start(scan, k) && is_filler(scan, k - 1);
         n++) {
        k--;
        bound.first = k;
        if (may_bound_end(scan, k))
            bound = find_bound_ending(scan, k);
    }
    return bound;
}

/* "before Tuesday's vote", "after the 2014 season": the bound is on what follows. */
gboolean
fact_date_bound_is_attributive(const FactDateScan *scan, const FactDateParts *parts, guint end)
{
    if (fact_date_has_flag(scan, end, FACT_TOKEN_POSSESSIVE))
        return TRUE;
    if (!fact_date_has_flag(scan, end, FACT_TOKEN_WORD) || parts->unit == FACT_DATE_UNIT_NONE ||
        parts->has_time)
        return FALSE;
    uint32_t classes = fact_token_classes(scan->tokens, end);
    gboolean is_participle =
        (fact_date_token(scan, end)->end - fact_date_token(scan, end)->start) > 4 &&
        memcmp(scan->tokens->text + fact_date_token(scan, end)->end - 3, "ing", 3) == 0;
    return ((classes & FACT_WORD_NOUN) != 0 || classes == 0 || is_participle) &&
           (classes &
            (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_AUXILIARY |
             FACT_WORD_PRONOUN | FACT_WORD_DETERMINER | FACT_WORD_PAST | FACT_WORD_ADVERB)) == 0;
}

static void
set_open(FactValue *value, FactComparator comparator)
{
    gboolean resolved = (value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0;
    value->comparator = (uint8_t)comparator;
    if (!resolved)
        return;
    value->flags &= ~(uint32_t)(FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH);
    if (comparator == FACT_COMPARATOR_GE || comparator == FACT_COMPARATOR_GT) {
        value->flags |= FACT_VALUE_HAS_LOW;
        if (comparator == FACT_COMPARATOR_GT)
            value->as.date.low = value->as.date.high + 1;
        value->as.date.high = 0;
    } else {
        value->flags |= FACT_VALUE_HAS_HIGH;
        if (comparator == FACT_COMPARATOR_LT)
            value->as.date.high = value->as.date.low - 1;
        value->as.date.low = 0;
    }
}

/* "the day after Thanksgiving" is a day, not a bound, and "the week of May 5" more than a day. */
static gboolean
shift(int first, int last, const FactDateParts *parts, FactValue *value)
{
    gboolean is_day = fact_date_point_is_one_day(parts) && !parts->has_time &&
                      (value->flags & FACT_VALUE_HAS_LOW) != 0 &&
                      (value->flags & FACT_VALUE_HAS_TIME) == 0;
    if (!is_day)
        return FALSE;
    value->as.date.low += (int64_t)first * FACT_DAY_MINUTES;
    value->as.date.high += (int64_t)last * FACT_DAY_MINUTES;
    return TRUE;
}

gboolean
fact_date_bound_is_unplaced(const char *code, const FactValue *value)
{
    return code != NULL && (strncmp(code, "shift ", 6) == 0 || strncmp(code, "stretch ", 8) == 0) &&
           (value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) == 0;
}

static gboolean
is_roughly_datable(const FactDateParts *parts, gboolean is_around)
{
    if (parts->has_time || parts->form == FACT_DATE_FORM_AGO)
        return TRUE;
    return is_around && parts->form == FACT_DATE_FORM_CALENDAR &&
           (parts->month > 0 || parts->year > 0);
}

/* "before the end of May" reaches to that end, not to where "the end" begins. */
static gboolean
ends_its_unit(const FactDateScan *scan, const FactDateParts *parts, FactDateTense tense,
              const FactValue *value)
{
    FactDateParts whole = *parts;
    FactValue unit;
    if (parts->part == NULL)
        return FALSE;
    whole.part = NULL;
    fact_date_resolve(scan, &whole, tense, &unit);
    return (unit.flags & FACT_VALUE_HAS_HIGH) != 0 && unit.as.date.high == value->as.date.high;
}

/* FALSE if the bound does not fit what it stands before. */
gboolean
fact_date_bound_apply(const FactDateScan *scan, const char *code, const FactDateParts *parts,
                      FactDateTense tense, FactValue *value)
{
    static const struct {
        const char *code;
        FactComparator comparator;
    } open[] = {{"ge", FACT_COMPARATOR_GE},
                {"le", FACT_COMPARATOR_LE},
                {"lt", FACT_COMPARATOR_LT},
                {"gt", FACT_COMPARATOR_GT}};
    gboolean is_ago = parts->form == FACT_DATE_FORM_AGO;
    if (parts->form == FACT_DATE_FORM_SPAN || parts->form == FACT_DATE_FORM_RECURRING ||
        value->comparator == FACT_COMPARATOR_BETWEEN)
        return FALSE;
    if (strcmp(code, "older") == 0 || strcmp(code, "newer") == 0) {
        if (is_ago)
            set_open(value,
                     (code[0] == 'o') == (parts->n < 0) ? FACT_COMPARATOR_LE : FACT_COMPARATOR_GE);
        return is_ago;
    }
    if (strncmp(code, "shift ", 6) == 0)
        return shift(atoi(code + 6), atoi(code + 6), parts, value);
    if (strncmp(code, "stretch ", 8) == 0)
        return shift(0, atoi(code + 8), parts, value);
    if (strncmp(code, "approx", 6) == 0) {
        if (!is_roughly_datable(parts, strcmp(code, "approx") == 0))
            return FALSE;
        value->comparator = FACT_COMPARATOR_APPROX;
        return TRUE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(open); i++) {
        if (strcmp(code, open[i].code) == 0) {
            gboolean is_before_end = open[i].comparator == FACT_COMPARATOR_LT &&
                                     ends_its_unit(scan, parts, tense, value);
            set_open(value, is_before_end ? FACT_COMPARATOR_LE : open[i].comparator);
            return TRUE;
        }
    }
    if (!fact_date_point_is_bending(code))
        return FALSE;
    if (!fact_date_point_is_one_time(parts)) /* "just after 2010" */
        set_open(value, code[0] == 'a' ? FACT_COMPARATOR_GT : FACT_COMPARATOR_LT);
    return TRUE;
}
