/* SPDX-License-Identifier: MIT
 *
 * A second amount must follow at once, or, after "from", within a few words before "to". Where the
 * second one is smaller, two values were given and not the ends of one.
 */
#include "value/range.h"

#include "value/trend.h"

#include <string.h>

/* Words between an old value and the "to" of its new one. */
#define FROM_GAP_MAX 8

typedef enum {
    JOINT_NONE,
    JOINT_DASH,
    JOINT_TO,
    JOINT_AND,
    JOINT_OR,
} Joint;

/* Whether @word stands before a number, over its hedge: "between about 3 and 5". */
static gboolean
is_after(const FactScan *scan, const FactHedge *hedge, const char *word, guint *out_at)
{
    guint at = hedge->first;

    if (at == scan->first || at - 1 < scan->done || fact_scan_is_border(scan, at) ||
        !fact_scan_is_text(scan, at - 1, word))
        return FALSE;
    *out_at = at - 1;
    return TRUE;
}

static gboolean
is_spaced_dash(const FactScan *scan, guint i)
{
    return fact_scan_is_dash(scan, i) && i + 1 < scan->last &&
           fact_scan_is_glued(scan, i) == fact_scan_is_glued(scan, i + 1) &&
           scan->token[i].end - scan->token[i].start != 2;
}

/* Where the second amount begins, after the word or mark that joins both. */
static Joint
find_joint(const FactScan *scan, guint i, guint limit, guint *out_at)
{
    guint at = fact_scan_is_hyphen(scan, i) && fact_scan_is_word(scan, i + 1) ? i + 1 : i;

    if (i + 1 >= limit)
        return JOINT_NONE;
    if (fact_scan_is_text(scan, at, "to") || fact_scan_is_text(scan, at, "through") ||
        fact_scan_is_text(scan, at, "till")) {
        *out_at = at + 1 + (fact_scan_is_dash(scan, at + 1) && fact_scan_is_number(scan, at + 2));
        return JOINT_TO;
    }
    /* "5- to 7-year-old" */
    if (fact_scan_is_dash(scan, i) && fact_scan_is_glued(scan, i) &&
        fact_scan_is_text(scan, i + 1, "to") && !fact_scan_is_glued(scan, i + 1)) {
        *out_at = i + 2;
        return JOINT_TO;
    }
    if (is_spaced_dash(scan, i) ||
        (fact_scan_is_mark(scan, i, '~') && i + 1 < scan->last &&
         fact_scan_is_glued(scan, i) == fact_scan_is_glued(scan, i + 1))) {
        *out_at = i + 1;
        return JOINT_DASH;
    }
    if (fact_scan_is_text(scan, i, "and")) {
        *out_at = i + 1;
        return JOINT_AND;
    }
    if (fact_scan_is_text(scan, i, "or")) {
        *out_at = i + 1;
        return JOINT_OR;
    }
    return JOINT_NONE;
}

static gboolean
begins_amount(const FactScan *scan, guint i, guint limit)
{
    if (i >= limit || fact_scan_is_border(scan, i))
        return FALSE;
    if (fact_scan_is_number(scan, i) || fact_numeral_is_word(scan, i))
        return TRUE;
    if (fact_scan_is_word(scan, i))
        return (fact_token_classes(scan->tokens, i) & FACT_WORD_UNIT) != 0 ||
               (scan->token[i].flags & FACT_TOKEN_HAS_DIGIT) != 0 ||
               ((fact_scan_is_text(scan, i, "minus") || fact_scan_is_text(scan, i, "a")) &&
                begins_amount(scan, i + 1, limit));
    return (scan->token[i].flags & FACT_TOKEN_SYMBOL) != 0;
}

/* "three or four": neighbours, or one hundred more of the first one's steps. */
static gboolean
is_neighbour(const FactAmount *low, const FactAmount *high)
{
    FactDecimal twice;

    if (low->has_mark && !high->has_mark)
        return FALSE;
    return fact_decimal_multiply(low->numeral.low, fact_decimal_new(2, 0), &twice) &&
           fact_decimal_compare(high->numeral.low, twice) <= 0 && !low->numeral.is_fraction;
}

/* "5m" of "£3-5m": behind a sum its letter is a scale and no unit. */
static void
read_bare_sum(const FactScan *scan, guint i, guint limit, FactAmount *out_amount)
{
    FactNumeral numeral;

    if (fact_numeral_read(scan, i, limit, TRUE, &numeral) && numeral.scale > 0)
        *out_amount = (FactAmount){.first = i, .end = numeral.end, .numeral = numeral};
}

static gboolean
read_second(const FactScan *scan, guint at, guint limit, const FactAmount *amount,
            FactAmount *out_high)
{
    guint start = at;

    if (fact_scan_is_text(scan, start, "minus") || fact_scan_is_text(scan, start, "a"))
        start++;
    if (!begins_amount(scan, start, limit) || !fact_amount_read(scan, start, limit, out_high))
        return FALSE;
    if (amount->is_prefixed && !fact_amount_is_alike(amount, out_high))
        read_bare_sum(scan, start, limit, out_high);
    return !out_high->numeral.is_ordinal && !out_high->numeral.is_rating &&
           !out_high->numeral.is_vague && out_high->first >= at &&
           fact_amount_is_alike(amount, out_high);
}

/* A negative second amount of a dash is the dash itself. */
static gboolean
is_ascending(FactAmount *amount, FactAmount *high)
{
    fact_amount_share(amount, high);
    fact_amount_share(high, amount);
    return fact_decimal_compare(amount->numeral.low, high->numeral.high) < 0;
}

/* Dashes join years, telephone numbers and scores too. */
static gboolean
is_dash_range(const FactAmount *low, const FactAmount *high)
{
    if (low->numeral.n_digits == 4 && !low->has_mark && !low->numeral.has_separator &&
        high->numeral.n_digits == 2)
        return FALSE;
    return low->numeral.is_digits == high->numeral.is_digits || high->has_mark;
}

static FactRange
none(const FactAmount *amount)
{
    return (FactRange){.kind = FACT_RANGE_NONE, .first = amount->first, .end = amount->end};
}

static gboolean
is_changing(const FactScan *scan, guint from)
{
    FactTrend trend = fact_trend_find(scan, from, from + 1, from + 1);
    return trend.direction != FACT_DIRECTION_NONE;
}

/* "increased by $43.6 billion to $419.2 billion", "rose $2 to $45": a step and where it led. */
static gboolean
is_stepping(const FactScan *scan, const FactAmount *amount, const FactHedge *before)
{
    guint first = before->first;
    FactTrend trend = fact_trend_find(scan, first, first, first);
    gboolean is_by = first > scan->first && fact_scan_is_text(scan, first - 1, "by");

    if (trend.direction == FACT_DIRECTION_NONE || trend.is_from || trend.is_level)
        return FALSE;
    return amount->mark.kind != FACT_MARK_UNIT ||
           (is_by && strcmp(amount->mark.unit->code, "%") != 0);
}

/* "rose by 12 to 1,234": of bare numbers, the larger is where the step led if it is far larger. */
static gboolean
is_leading_far(const FactScan *scan, const FactAmount *amount, const FactAmount *high)
{
    FactDecimal far;

    return !amount->has_mark && !high->has_mark && amount->first > scan->first &&
           fact_scan_is_text(scan, amount->first - 1, "by") && high->numeral.scale == 0 &&
           fact_decimal_multiply(amount->numeral.low, fact_decimal_new(5, 0), &far) &&
           fact_decimal_compare(high->numeral.low, far) > 0;
}

/* "ranging from", "between": ends of one thing, whichever is larger. */
static FactRange
make_range(const FactScan *scan, FactAmount *amount, const FactHedge *before, FactAmount *high,
           Joint joint)
{
    FactRange range = {FACT_RANGE_BETWEEN, amount->first, high->end};
    guint at;

    if (joint == JOINT_TO && amount->has_mark && high->has_mark && is_stepping(scan, amount, before))
        return none(amount);
    if (joint == JOINT_TO && is_leading_far(scan, amount, high))
        return none(amount);
    gboolean is_up = is_ascending(amount, high);
    if (joint == JOINT_TO && is_after(scan, before, "from", &at)) {
        range.first = at;
        if (!is_up || is_changing(scan, at))
            range.kind = FACT_RANGE_FROM;
        return range;
    }
    if (is_after(scan, before, "between", &at))
        range.first = at;
    if (!is_up)
        range.kind = FACT_RANGE_NONE;
    return range;
}

/* "from 20 miles per gallon in 2008 to 29 mpg": the "to" is some words off. */
static FactRange
find_far(const FactScan *scan, FactAmount *amount, const FactHedge *before, guint limit,
         FactAmount *out_high)
{
    guint from;

    if (!is_after(scan, before, "from", &from))
        return none(amount);
    for (guint i = amount->end; i < MIN(limit, amount->end + FROM_GAP_MAX); i++) {
        if (fact_scan_is_border(scan, i) || fact_scan_is_mark(scan, i, ',') ||
            fact_scan_is_mark(scan, i, ';') || fact_scan_is_text(scan, i, "from"))
            break;
        if (!fact_scan_is_text(scan, i, "to") || !begins_amount(scan, i + 1, limit))
            continue;
        if (!read_second(scan, i + 1, limit, amount, out_high) ||
            (!amount->has_mark && i > amount->end))
            break;
        if (!out_high->has_mark && fact_scan_is_text(scan, out_high->end, "in"))
            fact_amount_share(out_high, amount);
        gboolean is_up = is_ascending(amount, out_high);
        gboolean is_from = !is_up || is_changing(scan, from) || i > amount->end;
        return (FactRange){is_from ? FACT_RANGE_FROM : FACT_RANGE_BETWEEN, from, out_high->end};
    }
    return none(amount);
}

/* "from 24.2 to 33-35 billion": the second amount is a range itself; its upper end stands for it.
 */
static void
extend_high(const FactScan *scan, guint limit, FactAmount *high)
{
    FactAmount upper;

    if (!fact_scan_is_hyphen(scan, high->end) || !fact_scan_is_number(scan, high->end + 1) ||
        !read_second(scan, high->end + 1, limit, high, &upper) || !is_ascending(high, &upper))
        return;
    *high = upper;
}

/* Whether the token at @i may join two amounts, of which find_joint makes sure. */
static inline gboolean
may_join(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];

    switch (token->mark) {
    case 't':
        return fact_scan_is_text(scan, i, "to") || fact_scan_is_text(scan, i, "through") ||
               fact_scan_is_text(scan, i, "till");
    case 'a':
        return fact_scan_is_text(scan, i, "and");
    case 'o':
        return fact_scan_is_text(scan, i, "or");
    default:
        return (token->flags & FACT_TOKEN_DASH) != 0 || token->mark == '~';
    }
}

static FactRange
read_joined(const FactScan *scan, FactAmount *amount, const FactHedge *before, guint limit,
            FactAmount *out_high)
{
    guint at = 0;
    guint between;
    FactRange range;

    Joint joint = find_joint(scan, amount->end, limit, &at);
    if (joint == JOINT_NONE ||
        (joint == JOINT_AND && !is_after(scan, before, "between", &between)) ||
        !read_second(scan, at, limit, amount, out_high))
        return find_far(scan, amount, before, limit, out_high);
    if (joint == JOINT_DASH && out_high->numeral.is_negative) {
        out_high->numeral.low = fact_decimal_abs(out_high->numeral.low);
        out_high->numeral.high = out_high->numeral.low;
    }
    if (joint == JOINT_DASH && !is_dash_range(amount, out_high))
        return none(amount);
    if (joint == JOINT_OR && !is_neighbour(amount, out_high))
        return none(amount);
    /* "cut by half to 50" */
    if (amount->numeral.is_fraction && !amount->numeral.is_digits && !amount->has_mark &&
        !(out_high->has_mark && out_high->mark.kind == FACT_MARK_UNIT) &&
        !out_high->numeral.is_fraction)
        return none(amount);
    if (joint == JOINT_TO && !out_high->has_mark)
        extend_high(scan, limit, out_high);
    FactAmount low = *amount;
    range = make_range(scan, &low, before, out_high, joint);
    if (range.kind == FACT_RANGE_NONE)
        return none(amount);
    *amount = low;
    return range;
}

FactRange
fact_range_read(const FactScan *scan, FactAmount *amount, const FactHedge *before, guint limit,
                FactAmount *out_high)
{
    gboolean is_after_from =
        before->first > scan->first && scan->token[before->first - 1].mark == 'f';

    if (amount->numeral.is_rating || amount->numeral.is_ordinal || amount->numeral.is_vague ||
        (!is_after_from && !may_join(scan, amount->end)))
        return none(amount);
    return read_joined(scan, amount, before, limit, out_high);
}
