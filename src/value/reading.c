/* SPDX-License-Identifier: MIT
 *
 * Puts a value together: the amount and its range first, then what it is of (unit, noun, share,
 * age), then how it is said. Every step answers from the tokens alone and may decline.
 */
#include "value/reading.h"

#include "value/age.h"
#include "value/draft.h"
#include "value/label.h"
#include "value/rank.h"
#include "value/tally.h"

#include <string.h>

static void
silence(FactReading *out_reading, guint next)
{
    out_reading->next = next;
    out_reading->is_silent = TRUE;
}

/* The value is in the reading's mention already. */
static void
finish(const FactScan *scan, const FactDraft *draft, FactReading *out_reading)
{
    FactMention *mention = &out_reading->mention;

    mention->first = draft->first;
    mention->last = draft->last;
    mention->core = draft->core;
    mention->span = (FactSpan){scan->token[draft->core].start, scan->token[draft->end - 1].end};
    out_reading->next = draft->last;
    out_reading->is_silent = FALSE;
}

/* @high_amount is the upper end of a range, if there is one. */
static gboolean
load_value(FactDraft *draft, const FactAmount *high_amount)
{
    FactValue high;

    if (!fact_amount_to_value(draft->amount, draft->value))
        return FALSE;
    if (draft->range.kind == FACT_RANGE_NONE)
        return TRUE;
    if (!fact_amount_to_value(high_amount, &high))
        return FALSE;
    draft->end = draft->range.end;
    if (draft->range.kind == FACT_RANGE_FROM) {
        FactDecimal old = draft->value->as.number.low;
        *draft->value = high;
        draft->value->as.number.from = old;
        draft->value->flags |= FACT_VALUE_HAS_FROM;
        draft->value->direction = fact_decimal_compare(old, high.as.number.low) < 0
                                      ? FACT_DIRECTION_UP
                                      : FACT_DIRECTION_DOWN;
        return TRUE;
    }
    draft->value->as.number.high = high.as.number.high;
    draft->value->comparator = FACT_COMPARATOR_BETWEEN;
    if ((high.flags & FACT_VALUE_HAS_PRECISION) != 0) {
        draft->value->flags |= FACT_VALUE_HAS_PRECISION;
        draft->value->as.number.precision = high.as.number.precision;
    }
    return TRUE;
}

static void
read_rate(const FactScan *scan, guint limit, FactDraft *draft)
{
    guint end;

    if (draft->value->type == FACT_VALUE_RATIO || draft->value->type == FACT_VALUE_ORDINAL)
        return;
    if (draft->end >= limit ||
        (!fact_scan_is_dash(scan, draft->end) &&
         !fact_phrase_table_may_begin(scan->rates->phrases, scan->tokens, draft->end)))
        return;
    const char *per = fact_unit_mark_per(scan, draft->end, limit, &end);
    if (per == NULL || (strcmp(per, "item") == 0 && draft->value->type != FACT_VALUE_MONEY))
        return;
    draft->value->per = per;
    draft->end = end;
}

static void
make_age(const FactScan *scan, FactDraft *draft)
{
    (void)scan;
    draft->value->type = FACT_VALUE_DURATION;
    draft->value->flags |= FACT_VALUE_IS_AGE;
    if (draft->value->unit == NULL)
        draft->value->unit = "a";
}

/* "People 65 or older": a sentence may begin with those counted; nothing else is named like this.
 */
static gboolean
is_aged_group(const FactScan *scan, const FactDraft *draft)
{
    return draft->hedge.is_said && draft->core > scan->first &&
           (scan->token[draft->core - 1].flags & FACT_TOKEN_SENTENCE) != 0 &&
           (fact_token_classes(scan->tokens, draft->core - 1) & FACT_WORD_PLURAL) != 0;
}

/* "above 1000", "less than 2000": four digits, and no year. */
static gboolean
is_bounded(const FactScan *scan, const FactDraft *draft)
{
    static const char *const words[] = {"above", "below", "more", "less", "fewer", "greater"};

    if (!draft->before.is_said || !draft->amount->numeral.is_digits ||
        draft->amount->numeral.n_digits != 4 || draft->range.kind != FACT_RANGE_NONE ||
        fact_scan_is_word(scan, draft->end))
        return FALSE;
    for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
        if (fact_scan_is_text(scan, draft->before.first, words[k]))
            return TRUE;
    return FALSE;
}

/* What a number without unit is of; FALSE if it is nothing that counts. */
static gboolean
settle_plain(const FactScan *scan, guint limit, FactDraft *draft)
{
    gboolean is_hedged = draft->before.is_said;

    /* whatever it counts; but "above 1000" is a bound, wherever it stands */
    gboolean is_marked = fact_label_is_marked(scan, &draft->amount->numeral);
    if (is_marked && !is_hedged)
        return FALSE;
    if (!draft->amount->numeral.is_rating && !fact_draft_read_share(scan, limit, draft))
        fact_draft_read_noun(scan, limit, draft);
    if (draft->amount->numeral.is_one && draft->range.kind == FACT_RANGE_NONE &&
        !fact_draft_is_counting_one(scan, draft))
        return FALSE;
    if (draft->amount->numeral.is_fraction && !fact_draft_is_counting_fraction(scan, draft))
        return FALSE;
    if (draft->amount->numeral.is_one &&
        fact_scan_is_text(scan, draft->amount->numeral.end, "of") &&
        draft->value->type == FACT_VALUE_COUNT)
        draft->value->flags |= FACT_VALUE_IS_INDEFINITE;
    if (is_bounded(scan, draft) && !draft->has_plural)
        return TRUE;
    is_hedged |= draft->range.kind != FACT_RANGE_NONE || is_aged_group(scan, draft);
    return !is_marked &&
           !fact_label_is_name(scan, &draft->amount->numeral, draft->has_plural, is_hedged);
}

/* "One day he will leave": no span of time. */
static gboolean
is_some_day(const FactScan *scan, const FactDraft *draft)
{
    static const char *const after[] = {"after", "later",  "before", "ago", "in",
                                        "per",   "longer", "early",  "a",   "off"};

    if (!draft->amount->numeral.is_one || draft->value->unit == NULL ||
        strcmp(draft->value->unit, "d") != 0 || draft->before.is_said ||
        draft->amount->mark.is_hyphenated)
        return FALSE;
    for (size_t k = 0; k < G_N_ELEMENTS(after); k++)
        if (fact_scan_is_text(scan, draft->end, after[k]))
            return FALSE;
    return TRUE;
}

/* "Class 3A": the letter is part of a name. */
static gboolean
is_class_letter(const FactScan *scan, const FactDraft *draft)
{
    guint letter = draft->amount->end - 1;

    return draft->amount->has_mark && !draft->amount->is_prefixed &&
           scan->token[letter].end - scan->token[letter].start == 1 &&
           fact_scan_is_word(scan, letter) && fact_scan_is_glued(scan, letter) &&
           fact_label_follows(scan, draft->core);
}

static gboolean
read_cardinal(const FactScan *scan, guint limit, FactAmount *amount, FactReading *out_reading)
{
    FactDraft draft = {.amount = amount,
                       .value = &out_reading->mention.value,
                       .first = amount->first,
                       .core = amount->first};
    FactAmount high;

    draft.end = amount->end;
    draft.before = fact_hedge_find_before(scan, amount->first);
    draft.range = fact_range_read(scan, amount, &draft.before, limit, &high);
    if (!load_value(&draft, &high))
        return FALSE;
    if (draft.range.first < amount->first)
        draft.before = fact_hedge_find_before(scan, draft.range.first);
    gboolean is_age = fact_age_is_said(scan, amount, &draft.first, &draft.end);
    if (is_age) {
        make_age(scan, &draft);
    } else if (is_some_day(scan, &draft) || is_class_letter(scan, &draft)) {
        silence(out_reading, draft.end);
        return TRUE;
    } else if (!amount->has_mark) {
        if (!settle_plain(scan, limit, &draft)) {
            silence(out_reading, MAX(amount->end, draft.range.end));
            return TRUE;
        }
    }
    read_rate(scan, limit, &draft);
    fact_draft_apply_hedge(scan, limit, &draft);
    fact_draft_apply_trend(scan, limit, &draft);
    finish(scan, &draft, out_reading);
    return TRUE;
}

static gboolean
read_rank(const FactScan *scan, const FactAmount *amount, FactReading *out_reading)
{
    FactDraft draft = {.amount = amount,
                       .value = &out_reading->mention.value,
                       .first = amount->first,
                       .core = amount->first};

    if (!fact_rank_is_said(scan, &amount->numeral) || !load_value(&draft, NULL)) {
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
    FactDraft draft = {.value = &out_reading->mention.value, .first = i, .core = i};
    guint end = fact_tally_read(scan, i, limit, draft.value);

    if (end == i)
        return FALSE;
    draft.end = end;
    draft.last = end;
    finish(scan, &draft, out_reading);
    return TRUE;
}

gboolean
fact_reading_read(const FactScan *scan, guint i, guint limit, FactReading *out_reading)
{
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
