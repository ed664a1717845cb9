/* SPDX-License-Identifier: MIT
 *
 * What a date may begin with: most numbers and words that are asked about begin none, and what
 * stands right behind them says so. Whoever is let through is read, and may still be none.
 */
#include "value/date-private.h"

#include <string.h>

/* "years ago", "and a half years ago" behind a number. */
static gboolean
is_before_ago(const FactDateScan *scan, guint i)
{
    FactDateWord unit;
    FactDateWord ago;

    if (fact_date_is_word(scan, i, "and"))
        return fact_date_is_word(scan, i + 1, "a");
    return fact_date_word_is(scan, i, FACT_DATE_WORD_UNIT, &unit) &&
           fact_date_word_is(scan, unit.end, FACT_DATE_WORD_AGO, &ago);
}

/* "at 9", "around 10": an hour whose half of the day is told behind it. */
static guint
lead_of_hour(const FactDateScan *scan, guint i)
{
    gboolean is_led = i > 0 && (fact_date_is_word(scan, i - 1, "at") ||
                                fact_date_is_word(scan, i - 1, "around") ||
                                fact_date_is_word(scan, i - 1, "about"));
    return is_led ? FACT_DATE_LEAD_HOUR : 0;
}

/* A number of up to three digits before the calendar's word @word. */
static guint
lead_before_calendar(const FactDateScan *scan, guint i, const FactDateWord *word)
{
    FactDateWord ago;

    switch ((FactDateWordKind)word->kind) {
    case FACT_DATE_WORD_UNIT:
        return fact_date_word_is(scan, word->end, FACT_DATE_WORD_AGO, &ago) ? FACT_DATE_LEAD_DAY
                                                                            : 0;
    case FACT_DATE_WORD_MONTH:
        return FACT_DATE_LEAD_DAY | lead_of_hour(scan, i);
    case FACT_DATE_WORD_AT: /* "12 noon" */
        return FACT_DATE_LEAD_TIME;
    case FACT_DATE_WORD_ZONE:
    case FACT_DATE_WORD_AGO:
        return 0;
    case FACT_DATE_WORD_NUMBER:
    case FACT_DATE_WORD_WHICH:
    case FACT_DATE_WORD_NTH:
    case FACT_DATE_WORD_WEEKDAY:
    case FACT_DATE_WORD_PART:
    case FACT_DATE_WORD_HOURS:
    case FACT_DATE_WORD_DAY:
    case FACT_DATE_WORD_WEEKDAYS:
    case FACT_DATE_WORD_SEASON:
    case FACT_DATE_WORD_QUARTER:
    case FACT_DATE_WORD_HALF:
    case FACT_DATE_WORD_FISCAL:
    case FACT_DATE_WORD_DECADE:
    case FACT_DATE_WORD_HOLIDAY:
    case FACT_DATE_WORD_EVERY:
    case FACT_DATE_WORD_REST:
    case FACT_DATE_WORD_WITHIN:
        return lead_of_hour(scan, i);
    }
    return 0;
}

/* "17th of May", "19th century", "1st nine months", with @i at the "th". */
static guint
lead_before_ordinal(const FactDateScan *scan, guint i)
{
    FactDateWord word;
    guint k = i + 1;

    if (fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER))
        return FACT_DATE_LEAD_DAY;
    k += fact_date_is_word(scan, k, "of") ? 1 : 0;
    k += fact_date_is_dash(scan, k) ? 1 : 0;
    return fact_date_word_read(scan, k, &word) &&
                   (word.kind == FACT_DATE_WORD_MONTH || word.kind == FACT_DATE_WORD_UNIT ||
                    word.kind == FACT_DATE_WORD_NUMBER)
               ? FACT_DATE_LEAD_DAY
               : 0;
}

static guint
lead_before_word(const FactDateScan *scan, guint i)
{
    FactDateWord word;
    guint next = i + 1;
    int hours;

    if (fact_date_time_match_meridiem(scan, next, &hours) != next)
        return FACT_DATE_LEAD_TIME;
    if (fact_date_word_read(scan, next, &word))
        return lead_before_calendar(scan, i, &word);
    switch (fact_date_token(scan, next)->mark) {
    case 't':
        if (fact_date_is_word(scan, next, "to")) /* "2 to 4 p.m." */
            return fact_date_has_flag(scan, next + 1, FACT_TOKEN_NUMBER) ? FACT_DATE_LEAD_TIME : 0;
        break;
    case 'a':
        if (!fact_date_is_word(scan, next, "and"))
            return 0;
        if (fact_date_has_flag(scan, next + 1, FACT_TOKEN_NUMBER)) /* "2 and 4 p.m." */
            return FACT_DATE_LEAD_TIME;
        return is_before_ago(scan, next) ? FACT_DATE_LEAD_DAY : 0;
    case 'o':
        return fact_date_is_word(scan, next, "on")        ? lead_of_hour(scan, i)
               : fact_date_is_word(scan, next, "o'clock") ? FACT_DATE_LEAD_TIME
                                                          : 0;
    default:
        break;
    }
    if (!fact_date_has_flag(scan, next, FACT_TOKEN_GLUED))
        return 0;
    if (fact_date_month_skip_ordinal(scan, next) != next)
        return lead_before_ordinal(scan, next);
    return fact_date_is_word(scan, next, "s") ? FACT_DATE_LEAD_DAY : 0; /* "'90s" */
}

/* What up to three digits may begin. */
static guint
lead_of_few_digits(const FactDateScan *scan, guint i)
{
    FactDateWord word;

    if (i + 1 >= scan->limit)
        return 0;
    const FactToken *next = &scan->tokens->tokens[i + 1];
    if ((next->flags & FACT_TOKEN_SYMBOL) != 0)
        return 0;
    if ((next->flags & FACT_TOKEN_WORD) != 0)
        return lead_before_word(scan, i);
    if ((next->flags & FACT_TOKEN_NUMBER) != 0) /* "2 1/2 years ago" */
        return lead_of_hour(scan, i) |
               (fact_date_is_mark(scan, i + 2, '/') ? FACT_DATE_LEAD_DAY : 0);
    gboolean is_number_next = fact_date_has_flag(scan, i + 2, FACT_TOKEN_NUMBER);
    if ((next->flags & FACT_TOKEN_DASH) != 0) { /* "2-4 p.m.", "17-May-2014" */
        if (is_number_next)
            return FACT_DATE_LEAD_TIME;
        return fact_date_word_is(scan, i + 2, FACT_DATE_WORD_MONTH, &word) ? FACT_DATE_LEAD_DAY : 0;
    }
    if (next->mark == ':' && is_number_next)
        return FACT_DATE_LEAD_TIME | FACT_DATE_LEAD_HOUR;
    if (next->mark == '/' && is_number_next && fact_date_is_mark(scan, i + 3, '/'))
        return FACT_DATE_LEAD_DAY;
    return 0;
}

/* "7.35", which needs "p.m." or the like behind it. */
static guint
lead_of_dotted(const FactDateScan *scan, guint i)
{
    const FactToken *token = fact_date_token(scan, i);
    gboolean is_time = scan->tokens->text[token->end - 3] == '.' && i + 1 < scan->limit &&
                       (token[1].flags & FACT_TOKEN_SYMBOL) == 0;
    return is_time ? FACT_DATE_LEAD_TIME : 0;
}

/* "1913" of "[1913 Smith]": behind a mark that leads to no year, and before a word that says
 * nothing of one, four digits are none. */
static gboolean
is_no_year(const FactDateScan *scan, guint i)
{
    if (i == 0 || i + 1 >= scan->limit || fact_date_is_sentence_start(scan, i))
        return FALSE;
    const FactToken *before = &scan->tokens->tokens[i - 1];
    const FactToken *next = &scan->tokens->tokens[i + 1];
    return (before->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_DASH)) == FACT_TOKEN_PUNCT &&
           before->mark != '(' && before->mark != ',' && before->mark != '\'' &&
           !fact_phrase_table_may_have_mark(scan->lists->year_strong->phrases, scan->tokens,
                                            i - 1) &&
           !fact_phrase_table_may_have_mark(scan->lists->year_weak->phrases, scan->tokens, i - 1) &&
           (next->flags & (FACT_TOKEN_WORD | FACT_TOKEN_GLUED)) == FACT_TOKEN_WORD &&
           next->mark != 'a' && next->mark != 't' && !fact_date_is_known(scan, i + 1);
}

/* A year, or "1630 GMT". */
static guint
lead_of_four_digits(const FactDateScan *scan, guint i)
{
    FactDateWord word;
    guint next = i + 1;
    guint lead = is_no_year(scan, i) ? 0 : FACT_DATE_LEAD_DAY;

    if (fact_date_is_mark(scan, next, '(') || fact_date_is_word(scan, next, "hours") ||
        fact_date_is_word(scan, next, "hrs") ||
        fact_date_word_is(scan, next, FACT_DATE_WORD_ZONE, &word))
        lead |= FACT_DATE_LEAD_TIME;
    return lead;
}

guint
fact_date_lead_of_number(const FactDateScan *scan, guint i)
{
    const FactToken *token = &scan->tokens->tokens[i];
    guint len = token->end - token->start;
    guint digits;

    if (len < 4)
        return lead_of_few_digits(scan, i);
    if (len > strlen("12.30"))
        return 0;
    if (fact_date_number(scan, i, &digits) < 0)
        return lead_of_dotted(scan, i);
    return digits == 4 ? lead_of_four_digits(scan, i) : 0;
}

/* "early 2014", "mid-May", "late in the year", "end of June", "early to mid 1990s". */
static gboolean
is_before_whole(const FactDateScan *scan, const FactDateWord *part)
{
    FactDateWord word;
    guint k = part->end;

    if (part->a == 1 && !fact_date_is_word(scan, k, "of"))
        return FALSE;
    k += part->a == 1 || fact_date_is_dash(scan, k) || fact_date_is_word(scan, k, "in") ||
                 fact_date_is_word(scan, k, "on")
             ? 1
             : 0;
    k += fact_date_is_word(scan, k, "the") ? 1 : 0;
    return fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) || fact_date_word_read(scan, k, &word) ||
           fact_date_is_word(scan, k, "to");
}

/* "a" and "one" before what is neither a unit nor "and": most of all. */
static inline gboolean
is_lone_number(const FactDateScan *scan, guint i)
{
    uint32_t begins = fact_date_begins(scan, i);

    return (begins & FACT_DATE_BEGINS_NUMBER) != 0 && i + 1 < scan->limit &&
           !fact_date_is_known(scan, i + 1) && scan->tokens->tokens[i + 1].mark != 'a' &&
           ((begins & FACT_DATE_BEGINS_LONGER) == 0 ||
            !fact_date_may_follow(scan, i + 1, &scan->lists->calendar_seconds));
}

/* "a", "first", "last" and "end" are most of the words that are asked about, and few of them begin
 * a date. */
gboolean
fact_date_lead_is_word(const FactDateScan *scan, guint i, FactDateWord *out_word)
{
    FactDateWord next;

    if (i >= scan->limit || is_lone_number(scan, i) ||
        !fact_date_word_read_known(scan, i, out_word))
        return FALSE;
    guint k = out_word->end;
    switch ((FactDateWordKind)out_word->kind) {
    case FACT_DATE_WORD_NUMBER:
        return is_before_ago(scan, k);
    case FACT_DATE_WORD_NTH:
        k += fact_date_has_flag(scan, k, FACT_TOKEN_DASH) ? 1 : 0;
        return fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) ||
               (fact_date_word_read(scan, k, &next) &&
                (next.kind == FACT_DATE_WORD_UNIT || next.kind == FACT_DATE_WORD_NUMBER));
    case FACT_DATE_WORD_WHICH:
    case FACT_DATE_WORD_REST:
    case FACT_DATE_WORD_EVERY:
        return fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) ||
               fact_date_word_read(scan, k, &next);
    case FACT_DATE_WORD_PART:
        return is_before_whole(scan, out_word);
    case FACT_DATE_WORD_HOURS:
        return fact_date_is_word(scan, k, "of") || fact_date_is_word(scan, k, "on");
    case FACT_DATE_WORD_UNIT:
        return out_word->a == FACT_DATE_UNIT_WEEKEND;
    case FACT_DATE_WORD_AGO:
    case FACT_DATE_WORD_ZONE:
        return FALSE;
    case FACT_DATE_WORD_MONTH:
    case FACT_DATE_WORD_WEEKDAY:
    case FACT_DATE_WORD_WEEKDAYS:
    case FACT_DATE_WORD_SEASON:
    case FACT_DATE_WORD_DAY:
    case FACT_DATE_WORD_AT:
    case FACT_DATE_WORD_QUARTER:
    case FACT_DATE_WORD_HALF:
    case FACT_DATE_WORD_FISCAL:
    case FACT_DATE_WORD_DECADE:
    case FACT_DATE_WORD_HOLIDAY:
    case FACT_DATE_WORD_WITHIN:
        return TRUE;
    }
    return TRUE;
}
