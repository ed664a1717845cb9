/* SPDX-License-Identifier: MIT
 *
 * Reads "$5.6 million", "5.6 million dollars", "half a mile"; `amount-part` adds what is told
 * besides: "12 ft 2 in", "3 dollars 50 cents".
 */
#include "value/amount.h"

#include "value/amount-part.h"
#include "value/label.h"
#include "value/numeric.h"

#include <stdlib.h>
#include <string.h>

static gboolean
is_article(const FactScan *scan, guint i)
{
    return fact_scan_is_text(scan, i, "a") || fact_scan_is_text(scan, i, "an");
}

/* "half a mile", "a quarter of an hour", "half-hour", "0.25 of a percentage point". */
static gboolean
mark_fraction(const FactScan *scan, guint limit, FactAmount *amount)
{
    guint at = amount->numeral.end;

    if (!amount->numeral.is_fraction && amount->numeral.decimals == 0)
        return FALSE;
    if (fact_scan_is_text(scan, at, "of"))
        at++;
    else if (!amount->numeral.is_fraction)
        return FALSE;
    if (!is_article(scan, at) || !fact_unit_mark_after(scan, at + 1, limit, &amount->mark))
        return FALSE;
    amount->has_mark = TRUE;
    amount->end = amount->mark.end;
    return TRUE;
}

/* Pounds by the million are money, unless of something: "26 million pounds of beef". */
static void
settle_pounds(const FactScan *scan, FactAmount *amount)
{
    guint end;
    guint word = amount->mark.end - 1;

    gboolean is_large = amount->numeral.scale >= 6 ||
                        (!amount->numeral.is_digits &&
                         fact_decimal_compare(amount->numeral.low, fact_decimal_new(1, 6)) >= 0);
    if (amount->mark.kind != FACT_MARK_UNIT || !is_large ||
        fact_scan_is_text(scan, amount->end, "of"))
        return;
    const char *code = fact_scan_lookup(scan, scan->large_sums, word, word + 1, &end);
    const FactCurrency *currency =
        code == NULL ? NULL : fact_catalog_find_currency(scan->catalog, code);
    if (currency == NULL)
        return;
    amount->mark.kind = FACT_MARK_CURRENCY;
    amount->mark.currency = currency;
}

/* "an hour and a half", "a year and six months": one of a unit, and more of it. */
static gboolean
read_article(const FactScan *scan, guint i, guint limit, FactAmount *amount)
{
    FactDecimal one = fact_decimal_new(1, 0);

    if (i == scan->first || i <= scan->done || fact_scan_is_border(scan, i) ||
        !fact_scan_is_text(scan, i + 1, "and") || !is_article(scan, i - 1) ||
        !fact_unit_mark_after(scan, i, limit, &amount->mark) ||
        amount->mark.kind != FACT_MARK_UNIT || amount->mark.end != i + 1)
        return FALSE;
    amount->numeral = (FactNumeral){.first = i - 1, .end = i, .low = one, .high = one};
    amount->first = i - 1;
    amount->end = i + 1;
    amount->has_mark = TRUE;
    fact_amount_part_add(scan, limit, amount);
    return amount->end > i + 1;
}

/* "75 USD million" */
static void
read_late_scale(const FactScan *scan, guint limit, FactAmount *amount)
{
    guint end;

    if (amount->end >= limit || fact_scan_is_border(scan, amount->end))
        return;
    const char *meaning = fact_scan_lookup(scan, scan->numerals, amount->end, limit, &end);
    if (meaning != NULL && (*meaning == 's' || *meaning == 'b') &&
        fact_numeral_apply_scale(&amount->numeral, atoi(meaning + 1)))
        amount->end = end;
}

/* "0.68 in (1.73 cm)" */
static gboolean
find_lone_inches(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark)
{
    return i + 2 < limit && fact_scan_is_mark(scan, i + 1, '(') &&
           fact_scan_is_number(scan, i + 2) && fact_amount_part_inches(scan, i, out_mark);
}

/* "30 more days", "three consecutive weeks": a word between the number and a unit that is written
 * out. */
static gboolean
find_distant(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark)
{
    return i + 1 < limit && fact_scan_is_word(scan, i) && !fact_scan_is_border(scan, i + 1) &&
           (fact_token_classes(scan->tokens, i + 1) & FACT_WORD_UNIT) != 0 &&
           scan->token[i + 1].end - scan->token[i + 1].start > 3 &&
           fact_scan_lookup(scan, scan->unit_gaps, i, i + 1, NULL) != NULL &&
           fact_unit_mark_after(scan, i + 1, limit, out_mark);
}

/* "50 Cent": one coin with a capital is a name. */
static gboolean
is_singer(const FactScan *scan, const FactAmount *amount)
{
    guint word = amount->mark.end - 1;

    return fact_scan_is_text(scan, word, "cent") &&
           (scan->token[word].flags & (FACT_TOKEN_CAPITAL | FACT_TOKEN_ALL_CAPS)) ==
               FACT_TOKEN_CAPITAL;
}

/* "- 20 degrees Fahrenheit" */
static void
read_torn_minus(const FactScan *scan, FactAmount *amount)
{
    FactNumeral *numeral = &amount->numeral;
    guint minus = numeral->first - 1;

    if (numeral->is_signed || !numeral->is_digits || numeral->first == scan->first ||
        minus < scan->done || fact_scan_is_border(scan, minus + 1) ||
        !fact_scan_is_dash(scan, minus) || scan->token[minus].end - scan->token[minus].start != 1 ||
        fact_scan_is_glued(scan, minus) || fact_scan_is_glued(scan, minus + 1))
        return;
    numeral->low = fact_decimal_negate(numeral->low);
    numeral->high = numeral->low;
    numeral->is_negative = TRUE;
    numeral->is_signed = TRUE;
    numeral->first = minus;
    amount->first = minus;
}

static void
mark_after(const FactScan *scan, guint limit, FactAmount *amount)
{
    guint at = amount->numeral.end;

    /* "hundreds of miles" */
    if (amount->numeral.is_vague && fact_scan_is_text(scan, at, "of"))
        at++;
    if (mark_fraction(scan, limit, amount) || (fact_scan_is_mark(scan, amount->numeral.end, '\'') &&
                                               fact_amount_part_read_height(scan, limit, amount)))
        return;
    if (!fact_unit_mark_after(scan, at, limit, &amount->mark) &&
        !find_lone_inches(scan, at, limit, &amount->mark) &&
        !find_distant(scan, at, limit, &amount->mark))
        return;
    if (amount->mark.kind == FACT_MARK_MINOR && is_singer(scan, amount))
        return;
    amount->has_mark = TRUE;
    amount->end = amount->mark.end;
    settle_pounds(scan, amount);
    if (amount->mark.kind == FACT_MARK_UNIT &&
        strcmp(amount->mark.unit->dimension, "temperature") == 0)
        read_torn_minus(scan, amount);
    fact_amount_part_add_height(scan, limit, amount);
    if (amount->mark.scale > 0)
        fact_numeral_apply_scale(&amount->numeral, amount->mark.scale);
    else if (amount->mark.kind == FACT_MARK_CURRENCY && amount->numeral.scale == 0)
        read_late_scale(scan, limit, amount);
    if (!amount->mark.is_hyphenated) {
        fact_amount_part_add(scan, limit, amount);
    }
}

/* "-$5 million", "minus £3" */
static void
read_sign_before(const FactScan *scan, FactAmount *amount)
{
    FactNumeral *numeral = &amount->numeral;
    guint first = numeral->first;

    if (numeral->is_signed || amount->first == scan->first ||
        !(fact_scan_is_dash(scan, amount->first - 1) ||
          fact_scan_is_text(scan, amount->first - 1, "minus")))
        return;
    numeral->first = amount->first;
    fact_numeral_read_sign(scan, numeral);
    amount->first = numeral->first;
    numeral->first = first;
}

/* An amount of which all but the number is known to be nothing. */
static void
begin(FactAmount *amount)
{
    amount->mark = (FactUnitMark){0};
    amount->has_mark = FALSE;
    amount->is_prefixed = FALSE;
}

static gboolean
read_prefixed(const FactScan *scan, guint i, guint limit, FactAmount *amount)
{
    FactUnitMark after;
    gboolean is_read;
    guint at;

    begin(amount);
    if (!fact_unit_mark_before(scan, i, limit, &amount->mark))
        return FALSE;
    at = amount->mark.end;
    if (amount->mark.number != 0) {
        is_read = fact_numeral_read_inside(scan, at, amount->mark.number, limit, &amount->numeral);
    } else {
        gboolean is_signed = fact_scan_is_dash(scan, at) && fact_scan_is_glued(scan, at) &&
                             fact_scan_is_number(scan, at + 1) && fact_scan_is_glued(scan, at + 1);
        is_read = at + is_signed < limit && !fact_scan_is_word(scan, at) &&
                  fact_numeral_read(scan, at + is_signed, limit, TRUE, &amount->numeral) &&
                  amount->numeral.first >= at;
    }
    if (!is_read || amount->numeral.is_fraction || amount->numeral.is_ordinal)
        return FALSE;
    amount->first = i;
    amount->end = amount->numeral.end;
    amount->has_mark = TRUE;
    amount->is_prefixed = TRUE;
    read_sign_before(scan, amount);
    /* "$ 10 dollars", "$31.20 US", "$100 million Canadian dollars", but "$20 $37" */
    if (fact_unit_mark_after(scan, amount->end, limit, &after) &&
        !fact_scan_is_number(scan, after.end)) {
        if (after.kind == FACT_MARK_CURRENCY && !after.is_hyphenated) {
            amount->mark.currency = after.currency;
            amount->end = after.end;
        } else if (after.kind == FACT_MARK_UNIT && strcmp(after.unit->code, "%") == 0) {
            return FALSE; /* "AMD 3.5%" names a company */
        }
    }
    if (fact_scan_is_text(scan, amount->end, "us") || fact_scan_is_text(scan, amount->end, "u.s."))
        if ((scan->token[amount->end].flags & FACT_TOKEN_CAPITAL) != 0 &&
            strcmp(amount->mark.currency->code, "USD") == 0)
            amount->end++;
    return TRUE;
}

gboolean
fact_amount_read(const FactScan *scan, guint i, guint limit, FactAmount *out_amount)
{
    if (fact_unit_mark_may_be_before(scan, i) && read_prefixed(scan, i, limit, out_amount))
        return TRUE;
    begin(out_amount);
    if (!fact_numeral_read(scan, i, limit, FALSE, &out_amount->numeral))
        return read_article(scan, i, limit, out_amount);
    out_amount->first = out_amount->numeral.first;
    out_amount->end = out_amount->numeral.end;
    if (!out_amount->numeral.is_ordinal && !out_amount->numeral.is_rating)
        mark_after(scan, limit, out_amount);
    return TRUE;
}

void
fact_amount_share(FactAmount *amount, const FactAmount *other)
{
    if (!amount->has_mark && other->has_mark) {
        amount->mark = other->mark;
        amount->has_mark = TRUE;
    }
    /* "two to three hundred" */
    if (amount->numeral.scale == 0 && !amount->numeral.has_precision && other->numeral.scale == 0 &&
        other->numeral.has_precision &&
        fact_decimal_compare(other->numeral.precision, fact_decimal_new(1, 2)) == 0 &&
        fact_decimal_compare(amount->numeral.low, fact_decimal_new(10, 0)) < 0) {
        fact_numeral_apply_scale(&amount->numeral, 2);
        amount->numeral.scale = 0;
    }
    /* "$89 to $93 billion", but "$200 to $4 million" */
    if (amount->numeral.scale == 0 && other->numeral.scale > 0 && !amount->numeral.has_separator &&
        !amount->numeral.has_precision &&
        fact_decimal_compare(amount->numeral.low, other->numeral.coefficient) < 0)
        fact_numeral_apply_scale(&amount->numeral, other->numeral.scale);
}

gboolean
fact_amount_is_alike(const FactAmount *a, const FactAmount *b)
{
    if (!a->has_mark || !b->has_mark)
        return TRUE;
    if (a->mark.kind != b->mark.kind)
        return FALSE;
    return a->mark.kind == FACT_MARK_UNIT ? a->mark.unit == b->mark.unit
                                          : a->mark.currency == b->mark.currency;
}

static FactValueType
type_of_unit(const FactUnit *unit)
{
    if (strcmp(unit->code, "%") == 0 || strcmp(unit->code, "pp") == 0)
        return FACT_VALUE_PERCENT;
    if (strcmp(unit->dimension, "duration") == 0)
        return FACT_VALUE_DURATION;
    return FACT_VALUE_QUANTITY;
}

static FactValueType
type_of(const FactAmount *amount)
{
    if (amount->numeral.is_rating)
        return FACT_VALUE_RATIO;
    if (amount->numeral.is_ordinal)
        return FACT_VALUE_ORDINAL;
    if (!amount->has_mark)
        return amount->numeral.is_fraction ? FACT_VALUE_RATIO : FACT_VALUE_NUMBER;
    return amount->mark.kind == FACT_MARK_UNIT ? type_of_unit(amount->mark.unit) : FACT_VALUE_MONEY;
}

static gboolean
scale_minor(const FactAmount *amount, FactValue *value)
{
    FactDecimal share = fact_amount_part_minor(amount->mark.currency);

    return fact_decimal_multiply(value->as.number.low, share, &value->as.number.low) &&
           fact_decimal_multiply(value->as.number.high, share, &value->as.number.high) &&
           fact_decimal_multiply(value->as.number.precision, share, &value->as.number.precision);
}

gboolean
fact_amount_to_value(const FactAmount *amount, FactValue *out_value)
{
    const FactNumeral *numeral = &amount->numeral;
    *out_value = (FactValue){
        .type = type_of(amount),
        .comparator = numeral->is_vague ? FACT_COMPARATOR_BETWEEN : FACT_COMPARATOR_EQ,
        .flags = FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH,
        .as.number = {.low = numeral->low, .high = numeral->high},
    };
    if (numeral->has_precision) {
        out_value->flags |= FACT_VALUE_HAS_PRECISION;
        out_value->as.number.precision = numeral->precision;
    }
    if (numeral->is_rating) {
        out_value->flags |= FACT_VALUE_HAS_FROM;
        out_value->as.number.from = numeral->of;
    }
    if (!amount->has_mark)
        return TRUE;
    out_value->unit =
        amount->mark.kind == FACT_MARK_UNIT ? amount->mark.unit->code : amount->mark.currency->code;
    return amount->mark.kind != FACT_MARK_MINOR || scale_minor(amount, out_value);
}
