/* SPDX-License-Identifier: MIT
 *
 * Puts a value together: the amount and its range first, then what it is of (unit, noun, share,
 * age), then how it is said. Every step answers from the tokens alone and may decline.
 */
#include "value/reading.h"

#include "value/age.h"
#include "value/amount.h"
#include "value/head-noun.h"
#include "value/hedge.h"
#include "value/label.h"
#include "value/numeric.h"
#include "value/range.h"
#include "value/tally.h"
#include "value/trend.h"

#include <string.h>

/* Tokens that one value may span, ahead of where it begins. */
#define LOOKAHEAD 28

/* A value on its way. */
typedef struct {
    FactAmount amount;
    FactRange range;
    FactValue value;
    guint first;      /* of the wording */
    guint core;       /* of the value itself */
    guint end;        /* one past the value itself */
    guint last;       /* one past the wording after it */
    FactHedge before; /* the wording before it */
    FactHedge hedge;  /* between number and noun */
    gboolean is_bare;
    gboolean has_plural;
} Draft;

static void
silence(FactReading *out_reading, guint next)
{
    *out_reading = (FactReading){.next = next, .is_silent = TRUE};
}

static void
finish(const FactScan *scan, const Draft *draft, FactReading *out_reading)
{
    FactSpan span = {scan->token[draft->core].start, scan->token[draft->end - 1].end};

    *out_reading = (FactReading){
        .mention = {draft->first, draft->last, draft->core, span, draft->value},
        .next = draft->last,
        .is_bare = draft->is_bare,
    };
}

static gboolean
load_value(Draft *draft)
{
    FactValue high;

    if (!fact_amount_to_value(&draft->amount, &draft->value))
        return FALSE;
    if (draft->range.kind == FACT_RANGE_NONE)
        return TRUE;
    if (!fact_amount_to_value(&draft->range.high, &high))
        return FALSE;
    draft->end = draft->range.end;
    if (draft->range.kind == FACT_RANGE_FROM) {
        FactDecimal old = draft->value.as.number.low;
        draft->value = high;
        draft->value.as.number.from = old;
        draft->value.flags |= FACT_VALUE_HAS_FROM;
        draft->value.direction = fact_decimal_compare(old, high.as.number.low) < 0
                                     ? FACT_DIRECTION_UP
                                     : FACT_DIRECTION_DOWN;
        return TRUE;
    }
    draft->value.as.number.high = high.as.number.high;
    draft->value.comparator = FACT_COMPARATOR_BETWEEN;
    if ((high.flags & FACT_VALUE_HAS_PRECISION) != 0) {
        draft->value.flags |= FACT_VALUE_HAS_PRECISION;
        draft->value.as.number.precision = high.as.number.precision;
    }
    return TRUE;
}

/* -- shares: "one in three", "58 out of 100" -- */

static gboolean
read_denominator(const FactScan *scan, guint i, guint limit, FactNumeral *out_of)
{
    return i < limit && (fact_scan_is_number(scan, i) || fact_numeral_is_word(scan, i)) &&
           fact_numeral_read(scan, i, limit, FALSE, out_of) && !out_of->is_ordinal &&
           !out_of->is_fraction && !out_of->is_vague && out_of->low.coefficient > 0;
}

static gboolean
is_small_count(const FactNumeral *numeral)
{
    return numeral->scale == 0 && !numeral->is_fraction && numeral->decimals == 0 &&
           fact_decimal_compare(numeral->low, fact_decimal_new(10, 0)) < 0;
}

static gboolean
divide(FactValue *value, FactDecimal of)
{
    FactDecimal share;

    if (of.exponent < 0 || of.exponent > 6 || of.coefficient > G_MAXINT32)
        return FALSE;
    int64_t divisor = of.coefficient;
    for (int32_t e = of.exponent; e > 0; e--)
        divisor *= 10;
    if (!fact_decimal_scale(value->as.number.low, 1, divisor, &share, NULL))
        return FALSE;
    value->as.number.low = share;
    value->as.number.high = share;
    return TRUE;
}

static gboolean
read_ratio(const FactScan *scan, guint limit, Draft *draft)
{
    guint at = draft->end;
    FactNumeral of;
    FactNumeral *count = &draft->amount.numeral;
    gboolean is_out = fact_scan_is_text(scan, at, "out") && fact_scan_is_text(scan, at + 1, "of");
    gboolean is_over = fact_scan_is_text(scan, at, "over");
    gboolean is_in = fact_scan_is_text(scan, at, "in") || is_over;

    if (draft->amount.has_mark || draft->range.kind != FACT_RANGE_NONE || (!is_out && !is_in))
        return FALSE;
    at += is_out ? 2 : 1;
    if (is_out && fact_scan_is_text(scan, at, "every"))
        at++;
    if (is_in && fact_scan_is_text(scan, at, "every"))
        at++;
    if (!read_denominator(scan, at, limit, &of) || fact_decimal_compare(of.low, count->low) <= 0)
        return FALSE;
    if (is_in && (!is_small_count(count) || of.n_digits == 4 ||
                  (count->low.coefficient > 1 && !is_small_count(&of) && of.low.exponent == 0)))
        return FALSE;
    FactUnitMark mark;
    if (is_in && fact_unit_mark_after(scan, of.end, limit, &mark))
        return FALSE;
    draft->value.type = FACT_VALUE_RATIO;
    draft->end = of.end;
    if (is_over) /* "one over twenty" is a fraction of mathematics */
        return divide(&draft->value, of.low);
    draft->value.flags |= FACT_VALUE_HAS_FROM;
    draft->value.as.number.from = of.low;
    return TRUE;
}

/* -- counts -- */

static gboolean
is_determiner(const FactScan *scan, guint i)
{
    return fact_scan_is_word(scan, i) &&
           (fact_token_classes(scan->tokens, i) & FACT_WORD_DETERMINER) != 0;
}

/* The noun behind "of the", "of their": not part of the value's wording, but what is counted. */
static gboolean
find_partitive(const FactScan *scan, guint i, FactHeadNoun *out_noun)
{
    if (!fact_scan_is_text(scan, i, "of"))
        return FALSE;
    for (i++;
         is_determiner(scan, i) || fact_numeral_is_word(scan, i) || fact_scan_is_number(scan, i);)
        i++;
    return fact_head_noun_find(scan, i, FALSE, out_noun);
}

/* "11-member", "six-cylinder": a singular joined to its number. */
static gboolean
find_joined(const FactScan *scan, guint i, FactHeadNoun *out_noun)
{
    if (!fact_scan_is_hyphen(scan, i) || !fact_scan_is_word(scan, i + 1) ||
        (scan->token[i + 1].flags & FACT_TOKEN_CAPITAL) != 0 ||
        (scan->token[i + 1].word != 0 &&
         (fact_token_classes(scan->tokens, i + 1) & FACT_WORD_NOUN) == 0))
        return FALSE;
    *out_noun = (FactHeadNoun){fact_head_noun_singular(scan, i + 1), i + 1, i + 2, FALSE};
    return TRUE;
}

static gboolean
is_exactly_one(const Draft *draft)
{
    return draft->value.comparator != FACT_COMPARATOR_BETWEEN &&
           draft->value.as.number.low.coefficient == 1 && draft->value.as.number.low.exponent == 0;
}

static void
set_noun(Draft *draft, const FactHeadNoun *noun)
{
    draft->value.type = FACT_VALUE_COUNT;
    draft->value.unit = noun->noun;
}

/* The noun behind "or more" and "-plus": "50 or more people". */
static guint
skip_hedge(const FactScan *scan, guint limit, Draft *draft)
{
    FactHedge hedge = fact_hedge_find_after(scan, draft->end, limit);

    if (!hedge.is_said || fact_scan_is_border(scan, hedge.end))
        return draft->end;
    draft->hedge = hedge;
    return hedge.end;
}

static void
read_noun(const FactScan *scan, guint limit, Draft *draft)
{
    FactHeadNoun noun;

    if (fact_scan_is_border(scan, draft->end))
        return;
    guint i = skip_hedge(scan, limit, draft);
    if (draft->amount.numeral.is_vague && fact_scan_is_text(scan, i, "of") &&
        !is_determiner(scan, i + 1))
        i++;
    if (find_joined(scan, i, &noun) && strcmp(noun.noun, "block") != 0) {
        set_noun(draft, &noun);
        draft->end = noun.end;
        return;
    }
    if (find_partitive(scan, i, &noun)) {
        set_noun(draft, &noun);
        draft->has_plural = TRUE;
        return;
    }
    if (fact_scan_is_text(scan, i, "of"))
        return;
    if (fact_head_noun_find(scan, i, is_exactly_one(draft), &noun)) {
        set_noun(draft, &noun);
        draft->end = noun.end;
        draft->has_plural = noun.is_plural;
    }
}

/* "no one", "that one", "each one": pronouns. */
static gboolean
is_pronoun_one(const FactScan *scan, const Draft *draft)
{
    static const char *const before[] = {"no",    "each",  "any",  "every", "that",  "this",
                                         "which", "other", "some", "the",   "these", "those"};
    guint i = draft->core;

    if (i == scan->first || fact_scan_is_border(scan, i))
        return FALSE;
    if (fact_scan_is_hyphen(scan, i - 1))
        return TRUE;
    for (size_t k = 0; k < G_N_ELEMENTS(before); k++)
        if (fact_scan_is_text(scan, i - 1, before[k]))
            return draft->value.type != FACT_VALUE_COUNT || strcmp(before[k], "the") != 0;
    return fact_scan_is_word(scan, i - 1) && draft->value.type != FACT_VALUE_COUNT &&
           !fact_scan_is_text(scan, draft->amount.numeral.end, "of") &&
           !fact_scan_is_text(scan, i - 1, "only") &&
           (fact_token_classes(scan->tokens, i - 1) & FACT_WORD_ADJECTIVE) != 0;
}

/* The word "one" counts where a noun or "of the" follows, or wording before it says so. */
static gboolean
is_counting_one(const FactScan *scan, const Draft *draft, gboolean is_hedged)
{
    guint after = draft->amount.numeral.end;

    if (fact_scan_is_hyphen(scan, after) || is_pronoun_one(scan, draft))
        return FALSE;
    if (draft->value.type == FACT_VALUE_RATIO || is_hedged || draft->amount.numeral.is_signed)
        return TRUE;
    if (fact_scan_is_text(scan, after, "of"))
        return TRUE;
    return draft->value.type == FACT_VALUE_COUNT;
}

/* A half is a number where it is said of something. */
static gboolean
is_counting_fraction(const FactScan *scan, const Draft *draft, gboolean is_hedged)
{
    guint after = draft->end;
    guint before = draft->core;

    if (!draft->amount.numeral.is_fraction || draft->amount.numeral.is_digits ||
        draft->amount.has_mark)
        return TRUE;
    if (fact_scan_is_hyphen(scan, after))
        return FALSE;
    if (before > scan->first && !fact_scan_is_border(scan, before) &&
        fact_scan_is_word(scan, before - 1)) {
        uint32_t classes = fact_token_classes(scan->tokens, before - 1);
        if ((classes & FACT_WORD_NUMBER) != 0 || fact_scan_is_text(scan, before - 1, "in") ||
            fact_scan_is_text(scan, before - 1, "other") ||
            fact_scan_is_text(scan, before - 1, "last") ||
            fact_scan_is_text(scan, before - 1, "the") ||
            ((classes & FACT_WORD_ADJECTIVE) != 0 && !is_hedged))
            return fact_scan_is_text(scan, after, "of") && (classes & FACT_WORD_NUMBER) == 0;
    }
    if (before > scan->first && fact_scan_is_text(scan, before, "a") &&
        fact_scan_is_text(scan, before - 1, "and"))
        return FALSE; /* "an hour and a half" */
    return is_hedged || fact_scan_is_text(scan, after, "of") || is_determiner(scan, after) ||
           fact_scan_is_border(scan, after) || !fact_scan_is_word(scan, after) ||
           after > draft->core + (fact_scan_is_text(scan, before, "a") ? 2 : 1);
}

/* -- how it is said -- */

/* "about 300" is good to its last digit that is not a zero. */
static void
set_rough(FactValue *value)
{
    FactDecimal amount = fact_value_amount(value);
    gboolean is_share =
        value->type == FACT_VALUE_RATIO && (value->flags & FACT_VALUE_HAS_FROM) == 0;
    FactDecimal place = fact_decimal_new(1, is_share ? -1 : amount.exponent);

    value->comparator = FACT_COMPARATOR_APPROX;
    if ((value->flags & FACT_VALUE_HAS_PRECISION) != 0 &&
        fact_decimal_compare(value->as.number.precision, place) >= 0)
        return;
    value->flags |= FACT_VALUE_HAS_PRECISION;
    value->as.number.precision = place;
}

/* "$500 billion over four years": over is during, unless a verb or a preposition goes before. */
static gboolean
is_during(const FactScan *scan, const Draft *draft, const FactHedge *hedge)
{
    guint over = hedge->first;

    if (hedge->comparator != FACT_COMPARATOR_GT || over + 1 != draft->first ||
        !fact_scan_is_text(scan, over, "over") || over == scan->first)
        return FALSE;
    /* "a dispute over $10" is about them */
    if (fact_scan_lookup(scan, scan->over_nouns, over - 1, over, NULL) != NULL)
        return TRUE;
    if (draft->value.type != FACT_VALUE_DURATION)
        return FALSE;
    if (!fact_scan_is_word(scan, over - 1))
        return TRUE;
    uint32_t classes = fact_token_classes(scan->tokens, over - 1);
    return (classes & FACT_WORD_NOUN) != 0 &&
           (classes & (FACT_WORD_PREPOSITION | FACT_WORD_AUXILIARY | FACT_WORD_PAST)) == 0;
}

static void
apply_hedge(const FactScan *scan, guint limit, Draft *draft, gboolean *out_is_hedged)
{
    guint first = MIN(draft->first, draft->range.first);
    if (draft->before.end != first) /* "aged" moved the start */
        draft->before = fact_hedge_find_before(scan, first);
    FactHedge hedge = fact_hedge_join(scan, &draft->before, draft->end, limit);
    if (draft->hedge.is_said) {
        hedge.comparator = draft->hedge.comparator;
        hedge.is_said = TRUE;
        hedge.end = MAX(hedge.end, draft->hedge.end);
    }

    if (is_during(scan, draft, &hedge)) {
        hedge.is_said = FALSE;
        hedge.first = first;
    }
    *out_is_hedged = hedge.is_said;
    draft->first = MIN(hedge.first, first);
    draft->last = MAX(hedge.end, draft->end);
    if (!hedge.is_said || draft->value.comparator == FACT_COMPARATOR_BETWEEN)
        return;
    if (hedge.comparator == FACT_COMPARATOR_APPROX)
        set_rough(&draft->value);
    else
        fact_numeric_set_comparator(&draft->value, hedge.comparator);
}

/* "added 200 jobs", "picked up 20 people": what the verb does to things counted is no change of a
 * level, unless "by" or a copula says so. */
static gboolean
is_transitive(const FactScan *scan, const Draft *draft, const FactTrend *trend)
{
    if ((draft->value.type != FACT_VALUE_COUNT && draft->value.type != FACT_VALUE_NUMBER) ||
        trend->first == draft->first || trend->is_level || trend->is_from)
        return FALSE;
    if (fact_scan_is_text(scan, draft->first - 1, "by"))
        return FALSE;
    if (!fact_scan_is_text(scan, trend->first, "up") &&
        !fact_scan_is_text(scan, trend->first, "down"))
        return draft->value.type == FACT_VALUE_COUNT;
    return trend->first > scan->first && !fact_scan_is_border(scan, trend->first) &&
           fact_scan_is_word(scan, trend->first - 1) &&
           (fact_token_classes(scan->tokens, trend->first - 1) & FACT_WORD_AUXILIARY) == 0;
}

/* "fell below $50", "rose above 170": a level that was passed, not a step. */
static gboolean
is_mark_passed(const FactScan *scan, const Draft *draft)
{
    guint i = draft->before.first;

    return draft->before.is_said &&
           (fact_scan_is_text(scan, i, "below") || fact_scan_is_text(scan, i, "above") ||
            fact_scan_is_text(scan, i, "beneath") || fact_scan_is_text(scan, i, "under"));
}

static void
apply_trend(const FactScan *scan, guint limit, Draft *draft)
{
    FactTrend trend = fact_trend_find(scan, draft->first, draft->last, limit);
    gboolean is_signed = draft->amount.numeral.is_signed && !draft->amount.is_prefixed;

    if (trend.direction == FACT_DIRECTION_NONE && is_signed && !draft->amount.numeral.is_negative)
        trend.direction = FACT_DIRECTION_UP;
    if (trend.direction == FACT_DIRECTION_NONE || is_transitive(scan, draft, &trend))
        return;
    if ((draft->value.flags & FACT_VALUE_HAS_FROM) == 0 || draft->value.type == FACT_VALUE_RATIO) {
        if (trend.is_from) /* "down from 3.4 percent" is where it was */
            return;
        draft->value.direction = trend.direction;
        if (!trend.is_level && !is_mark_passed(scan, draft))
            draft->value.flags |= FACT_VALUE_IS_CHANGE;
    }
    draft->first = MIN(draft->first, trend.first);
}

static void
read_rate(const FactScan *scan, guint limit, Draft *draft)
{
    guint end;

    if (draft->value.type == FACT_VALUE_RATIO || draft->value.type == FACT_VALUE_ORDINAL)
        return;
    const char *per = fact_unit_mark_per(scan, draft->end, limit, &end);
    if (per == NULL || (strcmp(per, "item") == 0 && draft->value.type != FACT_VALUE_MONEY))
        return;
    draft->value.per = per;
    draft->end = end;
}

static void
make_age(const FactScan *scan, Draft *draft)
{
    (void)scan;
    draft->value.type = FACT_VALUE_DURATION;
    draft->value.flags |= FACT_VALUE_IS_AGE;
    if (draft->value.unit == NULL)
        draft->value.unit = "a";
}

/* What a number without unit is of; FALSE if it is nothing that counts. */
static gboolean
settle_plain(const FactScan *scan, guint limit, Draft *draft)
{
    gboolean is_hedged = draft->before.is_said;

    if (!draft->amount.numeral.is_rating && !read_ratio(scan, limit, draft) &&
        draft->value.type == FACT_VALUE_NUMBER)
        read_noun(scan, limit, draft);
    if (draft->amount.numeral.is_one && !is_counting_one(scan, draft, is_hedged))
        return FALSE;
    if (!is_counting_fraction(scan, draft, is_hedged))
        return FALSE;
    if (draft->amount.numeral.is_one && fact_scan_is_text(scan, draft->amount.numeral.end, "of") &&
        draft->value.type == FACT_VALUE_COUNT)
        draft->value.flags |= FACT_VALUE_IS_INDEFINITE;
    return !fact_label_is_name(scan, &draft->amount.numeral, draft->has_plural,
                               is_hedged || draft->range.kind != FACT_RANGE_NONE);
}

/* "One day he will leave": no span of time. */
static gboolean
is_some_day(const FactScan *scan, const Draft *draft)
{
    static const char *const after[] = {"after", "later",  "before", "ago", "in",
                                        "per",   "longer", "early",  "a",   "off"};

    if (!draft->amount.numeral.is_one || draft->value.unit == NULL ||
        strcmp(draft->value.unit, "d") != 0 || draft->before.is_said ||
        draft->amount.mark.is_hyphenated)
        return FALSE;
    for (size_t k = 0; k < G_N_ELEMENTS(after); k++)
        if (fact_scan_is_text(scan, draft->end, after[k]))
            return FALSE;
    return TRUE;
}

/* "Class 3A": the letter is part of a name. */
static gboolean
is_class_letter(const FactScan *scan, const Draft *draft)
{
    guint letter = draft->amount.end - 1;

    return draft->amount.has_mark && !draft->amount.is_prefixed &&
           scan->token[letter].end - scan->token[letter].start == 1 &&
           fact_scan_is_word(scan, letter) && fact_scan_is_glued(scan, letter) &&
           fact_label_follows(scan, draft->core);
}

static gboolean
read_cardinal(const FactScan *scan, guint limit, const FactAmount *amount, FactReading *out_reading)
{
    Draft draft = {.amount = *amount, .first = amount->first, .core = amount->first};
    gboolean is_hedged;

    draft.end = amount->end;
    draft.range = fact_range_read(scan, &draft.amount, limit);
    if (!load_value(&draft))
        return FALSE;
    draft.before = fact_hedge_find_before(scan, MIN(draft.core, draft.range.first));
    gboolean is_age = fact_age_is_said(scan, &draft.amount, &draft.first, &draft.end);
    if (is_age) {
        make_age(scan, &draft);
    } else if (is_some_day(scan, &draft) || is_class_letter(scan, &draft)) {
        silence(out_reading, draft.end);
        return TRUE;
    } else if (!draft.amount.has_mark) {
        if (!settle_plain(scan, limit, &draft)) {
            silence(out_reading, MAX(draft.amount.end, draft.range.end));
            return TRUE;
        }
    }
    draft.is_bare = draft.value.type == FACT_VALUE_NUMBER;
    read_rate(scan, limit, &draft);
    apply_hedge(scan, limit, &draft, &is_hedged);
    apply_trend(scan, limit, &draft);
    finish(scan, &draft, out_reading);
    return TRUE;
}

/* -- ranks -- */

/* "second-largest", "first-placed", but "first-half" */
static gboolean
is_superlative(const FactScan *scan, guint i)
{
    static const char *const endings[] = {"est", "most", "best", "placed", "ranked", "seeded"};

    if (!fact_scan_is_word(scan, i))
        return FALSE;
    for (size_t k = 0; k < G_N_ELEMENTS(endings); k++) {
        size_t len = strlen(endings[k]);
        const FactToken *token = &scan->token[i];
        if (token->end - token->start >= len &&
            memcmp(scan->text + token->end - len, endings[k], len) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_rank(const FactScan *scan, const FactNumeral *numeral)
{
    gboolean is_small =
        !numeral->is_digits && fact_decimal_compare(numeral->low, fact_decimal_new(3, 0)) < 0;
    guint after = numeral->end;

    if ((scan->token[numeral->first].flags & FACT_TOKEN_CAPITAL) != 0 &&
        (scan->token[numeral->first].flags & FACT_TOKEN_SENTENCE) == 0)
        return FALSE;
    if (!fact_scan_is_border(scan, after) && fact_scan_is_word(scan, after) &&
        (scan->token[after].flags & FACT_TOKEN_CAPITAL) != 0)
        return FALSE;
    return !is_small || fact_scan_is_text(scan, after, "place") ||
           (fact_scan_is_hyphen(scan, after) && is_superlative(scan, after + 1));
}

static gboolean
read_rank(const FactScan *scan, const FactAmount *amount, FactReading *out_reading)
{
    Draft draft = {.amount = *amount, .first = amount->first, .core = amount->first};

    if (!is_rank(scan, &amount->numeral) || !load_value(&draft)) {
        silence(out_reading, amount->end);
        return TRUE;
    }
    draft.end = amount->end;
    draft.last = amount->end;
    finish(scan, &draft, out_reading);
    return TRUE;
}

static gboolean
read_tally(const FactScan *scan, guint i, guint limit, FactReading *out_reading)
{
    Draft draft = {.first = i, .core = i};
    guint end = fact_tally_read(scan, i, limit, &draft.value);

    if (end == i)
        return FALSE;
    draft.end = end;
    draft.last = end;
    finish(scan, &draft, out_reading);
    return TRUE;
}

gboolean
fact_reading_read(const FactScan *scan, guint i, FactReading *out_reading)
{
    guint limit = fact_scan_limit(scan, i, LOOKAHEAD);
    FactAmount amount;

    if (fact_scan_is_number(scan, i) && fact_scan_is_hyphen(scan, i + 1) &&
        read_tally(scan, i, limit, out_reading))
        return TRUE;
    if (!fact_amount_read(scan, i, limit, &amount))
        return FALSE;
    if (!amount.is_prefixed && fact_label_is_joined(scan, &amount.numeral)) {
        silence(out_reading, amount.end);
        return TRUE;
    }
    if (amount.numeral.is_ordinal)
        return read_rank(scan, &amount, out_reading);
    return read_cardinal(scan, limit, &amount, out_reading);
}
