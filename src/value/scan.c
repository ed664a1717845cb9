/* SPDX-License-Identifier: MIT
 *
 * Walks over the tokens once. Only a NUMBER, a word that the catalog marks as a number, a unit or
 * of the calendar, and a symbol may begin a value; everything else costs one look at its flags or
 * at its word's classes. Values that were made lend their unit to bare numbers before them.
 */
#include "value/scan.h"

#include "value/date.h"
#include "value/numeral.h"
#include "value/reading.h"
#include "value/unit-mark.h"

#include <string.h>

/* Tokens between two values that share a unit, a bound or an origin: a comma and "and", or a few
 * small words. A direction is shared over more ("down 2.3%, Burlington by 2.6%"). */
#define NEIGHBOUR_GAP_MAX 4
/* Tokens from a currency's symbol on within which its number begins. */
#define CURRENCY_GAP_MAX 4
/* Tokens that one value may span, ahead of where it begins. */
#define LOOKAHEAD 28

/* Moves on to the sentence of token @i: nothing reads across its end. */
static inline void
enter_sentence(FactScan *scan, guint i)
{
    while (scan->sentence_end <= i)
        scan->sentence_end = scan->tokens->sentences[++scan->sentence];
    scan->date.limit = MIN(scan->sentence_end, scan->last);
}

/* A scan of no text, with the catalog's lists. */
struct FactMentionLists {
    FactScan scan;
};

static void
load_lists(FactScan *scan)
{
    const struct {
        const FactWording **list;
        const char *name;
    } lists[] = {
        {&scan->numerals, "numerals"},
        {&scan->letter_scales, "letter-scales"},
        {&scan->case_units, "case-units"},
        {&scan->minor_letters, "minor-letters"},
        {&scan->line_counts, "line-counts"},
        {&scan->joined_symbols, "joined-symbols"},
        {&scan->number_names, "number-names"},
        {&scan->labels_after, "labels-after"},
        {&scan->unit_gaps, "unit-gaps"},
        {&scan->age_units, "age-units"},
        {&scan->over_nouns, "over-nouns"},
        {&scan->plurals, "irregular-plurals"},
        {&scan->large_sums, "large-sums"},
        {&scan->hedges_before, "comparators-before"},
        {&scan->hedges_after, "comparators-after"},
        {&scan->hedge_gaps, "hedge-gaps"},
        {&scan->trends, "trends"},
        {&scan->trend_gaps, "trend-gaps"},
        {&scan->trends_after, "trends-after"},
        {&scan->moves, "moves"},
        {&scan->labels, "labels"},
        {&scan->streets, "street-words"},
        {&scan->rates, "per-words"},
        {&scan->rate_nouns, "rate-nouns"},
        {&scan->age_prefixes, "age-prefixes"},
        {&scan->age_suffixes, "age-suffixes"},
        {&scan->age_groups, "age-groups"},
        {&scan->score_words, "score-words"},
        {&scan->enumerators, "enumerators"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i].list = fact_catalog_get_wording(scan->catalog, lists[i].name);
    fact_unit_mark_find_joined(scan);
    fact_date_lists_init(&scan->dates, scan->catalog);
}

FactMentionLists *
fact_mention_lists_new(const FactCatalog *catalog)
{
    FactMentionLists *lists = g_new0(FactMentionLists, 1);

    lists->scan.catalog = catalog;
    load_lists(&lists->scan);
    return lists;
}

void
fact_mention_lists_free(FactMentionLists *lists)
{
    if (lists == NULL)
        return;
    fact_date_lists_clear(&lists->scan.dates);
    g_free(lists);
}

/* -- what mentions lend each other -- */

static FactMention *
mention_before(const FactScan *scan, guint n)
{
    guint len = scan->mentions->len;
    return n < len ? &g_array_index(scan->mentions, FactMention, len - 1 - n) : NULL;
}

/* Only ",", "/", a hyphen, "and" or "or" between: a list. */
static gboolean
is_listed(const FactScan *scan, guint first, guint end)
{
    if (end - first > 3 || first >= end)
        return FALSE;
    for (guint i = first; i < end; i++) {
        if (fact_scan_is_border(scan, i))
            return FALSE;
        if (!fact_scan_is_mark(scan, i, ',') && !fact_scan_is_mark(scan, i, '/') &&
            !fact_scan_is_dash(scan, i) && !fact_scan_is_text(scan, i, "and") &&
            !fact_scan_is_text(scan, i, "or") && !fact_scan_is_text(scan, i, "to"))
            return FALSE;
    }
    return TRUE;
}

static void
adopt_unit(FactValue *value, const FactValue *from)
{
    value->type = from->type;
    value->unit = from->unit;
    value->per = from->per;
    value->flags |= from->flags & (FACT_VALUE_IS_AGE | FACT_VALUE_IS_CHANGE);
    if (value->direction == FACT_DIRECTION_NONE)
        value->direction = from->direction;
}

/* "10, 20 and 30 km": bare numbers before get the unit of the last one. */
static void
lend_unit(const FactScan *scan, const FactMention *mention)
{
    guint end = mention->first;

    if (mention->value.unit == NULL)
        return;
    if (mention->value.type == FACT_VALUE_COUNT &&
        fact_value_amount(&mention->value).coefficient == 1 &&
        fact_value_amount(&mention->value).exponent == 0)
        return; /* "18 and 20, and one woman" */
    if (mention->first < mention->core &&
        fact_scan_lookup(scan, scan->trends, mention->first, mention->first + 1, NULL) != NULL)
        return; /* "28,600, down 17%" */
    for (guint n = 0;; n++) {
        FactMention *before = mention_before(scan, n);
        if (before == NULL || before->value.type != FACT_VALUE_NUMBER ||
            !is_listed(scan, before->last, end))
            break;
        /* "about 5,000, or 9% of them" is no list; "10, 20, or 30 km" is */
        const FactMention *other = mention_before(scan, n + 1);
        if (n == 0 && end - before->last > 1 && fact_scan_is_mark(scan, before->last, ',') &&
            (other == NULL || other->value.type != FACT_VALUE_NUMBER ||
             !is_listed(scan, other->last, before->first)))
            break;
        adopt_unit(&before->value, &mention->value);
        end = before->first;
    }
}

/* "ages 26 and 27", "men aged 19, 21 and 24": bare numbers behind an age are ages. */
static void
borrow_age(const FactScan *scan, FactMention *mention)
{
    const FactMention *before = mention_before(scan, 0);

    if (before == NULL || mention->value.type != FACT_VALUE_NUMBER ||
        (before->value.flags & FACT_VALUE_IS_AGE) == 0 || before->first == before->core ||
        !is_listed(scan, before->last, mention->first))
        return;
    adopt_unit(&mention->value, &before->value);
    /* what follows in the list goes by this one */
    mention->first = before->last;
}

static gboolean
is_same_sort(const FactScan *scan, const FactValue *a, const FactValue *b)
{
    if (a->type != b->type)
        return FALSE;
    if (a->type == FACT_VALUE_MONEY || a->type == FACT_VALUE_PERCENT)
        return TRUE;
    if (a->type != FACT_VALUE_QUANTITY || a->unit == NULL || b->unit == NULL)
        return FALSE;
    const FactUnit *unit_a = fact_catalog_find_unit(scan->catalog, a->unit);
    const FactUnit *unit_b = fact_catalog_find_unit(scan->catalog, b->unit);
    return unit_a != NULL && unit_b != NULL && strcmp(unit_a->dimension, unit_b->dimension) == 0;
}

static void
copy_wording(FactValue *value, const FactValue *from)
{
    if (value->comparator == FACT_COMPARATOR_EQ && from->comparator != FACT_COMPARATOR_BETWEEN &&
        from->comparator != FACT_COMPARATOR_EQ) {
        value->comparator = from->comparator;
        if (from->comparator == FACT_COMPARATOR_LT || from->comparator == FACT_COMPARATOR_LE)
            value->flags &= ~(uint32_t)FACT_VALUE_HAS_LOW;
        if (from->comparator == FACT_COMPARATOR_GT || from->comparator == FACT_COMPARATOR_GE)
            value->flags &= ~(uint32_t)FACT_VALUE_HAS_HIGH;
    }
    if (value->direction == FACT_DIRECTION_NONE) {
        value->direction = from->direction;
        value->flags |= from->flags & FACT_VALUE_IS_CHANGE;
    }
}

/* "under 296 hp (224 kW / 300 PS)": what stands in brackets is the same, said in another unit. */
static void
borrow_wording(const FactScan *scan, FactMention *mention)
{
    const FactMention *before = mention_before(scan, 0);

    if (before == NULL || mention->first == 0 || mention->first - 1 < before->last ||
        !is_same_sort(scan, &before->value, &mention->value))
        return;
    guint gap = mention->first - before->last;
    gboolean is_bracketed = gap == 1 && fact_scan_is_mark(scan, mention->first - 1, '(');
    gboolean is_slashed = gap == 1 && fact_scan_is_mark(scan, mention->first - 1, '/');
    if (is_bracketed || is_slashed)
        copy_wording(&mention->value, &before->value);
}

static gboolean
is_same_sentence(const FactScan *scan, guint first, guint end)
{
    for (guint i = first; i <= end; i++)
        if (fact_scan_is_border(scan, i))
            return FALSE;
    return TRUE;
}

/* "to", "at", "to close at": between a step and where it led. */
static gboolean
is_led_to(const FactScan *scan, guint first, guint end)
{
    static const char *const words[] = {"to", "at", "end", "close", "finish", "settle", "trade"};

    first += fact_scan_is_mark(scan, first, ',');
    if (end <= first || end - first > 3 ||
        !(fact_scan_is_text(scan, end - 1, "to") || fact_scan_is_text(scan, end - 1, "at")))
        return FALSE;
    for (guint i = first; i < end; i++) {
        gboolean is_known = FALSE;
        for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
            is_known |= fact_scan_is_text(scan, i, words[k]);
        if (!is_known)
            return FALSE;
    }
    return TRUE;
}

/* "down 2.3%, Burlington by 2.6%" and "rose 18 sen to RM23.50". */
static void
borrow_direction(const FactScan *scan, FactMention *mention)
{
    FactMention *before = mention_before(scan, 0);

    if (before == NULL || mention->value.direction != FACT_DIRECTION_NONE ||
        mention->first == scan->first || before->value.direction == FACT_DIRECTION_NONE ||
        !fact_value_is_numeric(&mention->value) || !fact_value_is_numeric(&before->value) ||
        mention->first < before->last + 1 || !is_same_sentence(scan, before->last, mention->first))
        return;
    gboolean is_again = mention->first == before->last + 2 &&
                        fact_scan_is_mark(scan, before->last, ',') &&
                        fact_scan_is_text(scan, before->last + 1, "or");
    if (is_again && (before->value.flags & FACT_VALUE_IS_CHANGE) != 0) {
        /* "up 33 cents, or 0.5 percent" */
        mention->value.direction = before->value.direction;
        mention->value.flags |= FACT_VALUE_IS_CHANGE;
    } else if (fact_scan_is_text(scan, mention->first - 1, "by") &&
               before->value.type == mention->value.type) {
        mention->value.direction = before->value.direction;
        mention->value.flags |= FACT_VALUE_IS_CHANGE;
    } else if ((before->value.flags & FACT_VALUE_IS_CHANGE) != 0 &&
               is_led_to(scan, before->last, mention->first)) {
        mention->value.direction = before->value.direction;
    }
}

/* "rose to $7.36 billion from $6.78 billion": the second is the first one's old value as well. */
static void
lend_origin(const FactScan *scan, const FactMention *mention)
{
    FactMention *before = mention_before(scan, 0);

    if (before == NULL || mention->first != before->last + 1 ||
        !fact_scan_is_text(scan, mention->first - 1, "from") ||
        before->value.direction == FACT_DIRECTION_NONE ||
        before->value.comparator == FACT_COMPARATOR_BETWEEN ||
        (before->value.flags & (FACT_VALUE_IS_CHANGE | FACT_VALUE_HAS_FROM)) != 0 ||
        mention->value.type != before->value.type ||
        mention->value.comparator == FACT_COMPARATOR_BETWEEN ||
        g_strcmp0(mention->value.unit, before->value.unit) != 0)
        return;
    before->value.flags |= FACT_VALUE_HAS_FROM;
    before->value.as.number.from = fact_value_amount(&mention->value);
}

static gboolean
is_joined_bound(const FactScan *scan, guint first, guint end)
{
    if (first >= end || end - first > 2)
        return FALSE;
    for (guint i = first; i < end; i++)
        if (fact_scan_is_border(scan, i) ||
            (!fact_scan_is_text(scan, i, "and") && !fact_scan_is_text(scan, i, "but") &&
             !fact_scan_is_mark(scan, i, ',')))
            return FALSE;
    return TRUE;
}

static uint32_t
ends_of(const FactValue *value)
{
    return value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH);
}

/* "more than 10 and less than 40" is one interval. */
static gboolean
merge_bounds(FactScan *scan, const FactMention *mention)
{
    FactMention *before = mention_before(scan, 0);
    const FactValue *value = &mention->value;

    /* "fell as low as 5 % and rose as high as 9 %", "a low of 5 C and a high of 9 C": two things */
    if (value->direction != FACT_DIRECTION_NONE || fact_scan_is_text(scan, mention->first, "a"))
        return FALSE;
    if (before == NULL || before->value.type != value->type || !fact_value_is_numeric(value) ||
        ends_of(value) == 0 ||
        (ends_of(value) | ends_of(&before->value)) != (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH) ||
        (ends_of(value) & ends_of(&before->value)) != 0 ||
        g_strcmp0(before->value.unit, value->unit) != 0 ||
        !is_joined_bound(scan, before->last, mention->first))
        return FALSE;
    FactValue merged = before->value;
    if ((ends_of(value) & FACT_VALUE_HAS_HIGH) != 0)
        merged.as.number.high = value->as.number.high;
    else
        merged.as.number.low = value->as.number.low;
    if (fact_decimal_compare(merged.as.number.low, merged.as.number.high) >= 0)
        return FALSE;
    merged.flags |= ends_of(value);
    merged.comparator = FACT_COMPARATOR_BETWEEN;
    before->value = merged;
    before->last = mention->last;
    before->span.end = mention->span.end;
    scan->done = MAX(scan->done, mention->last);
    return TRUE;
}

static void
append(FactScan *scan, const FactMention *mention)
{
    g_array_append_vals(scan->mentions, mention, 1);
    scan->done = MAX(scan->done, mention->last);
}

/* Appends a value that is no date, after those before it and it have lent each other what they
 * share. */
static void
append_value(FactScan *scan, FactMention *mention)
{
    const FactMention *before = mention_before(scan, 0);

    if (before != NULL && mention->first <= before->last + NEIGHBOUR_GAP_MAX) {
        lend_unit(scan, mention);
        if (merge_bounds(scan, mention))
            return;
        borrow_age(scan, mention);
        borrow_wording(scan, mention);
        borrow_direction(scan, mention);
        lend_origin(scan, mention);
    } else if (before != NULL) {
        borrow_direction(scan, mention);
    }
    append(scan, mention);
}

/* A date may begin before the token it was found at; what it covers was no value of its own. */
static void
drop_covered(FactScan *scan, guint first, guint floor)
{
    while (scan->mentions->len > floor) {
        const FactMention *before = mention_before(scan, 0);
        if (before->last <= first)
            break;
        g_array_set_size(scan->mentions, scan->mentions->len - 1);
    }
}

/* -- the walk -- */

static guint
read_date(FactScan *scan, guint i, guint floor)
{
    FactMention mention;
    guint end = fact_date_match(&scan->date, i, &mention);

    if (end == i)
        return i;
    if (mention.first < scan->done)
        drop_covered(scan, mention.first, floor);
    append(scan, &mention);
    return end;
}

static guint
read_value(FactScan *scan, guint i)
{
    FactReading reading;

    if (!fact_reading_read(scan, i, MIN(scan->sentence_end, i + LOOKAHEAD), &reading))
        return i;
    if (!reading.is_silent)
        append_value(scan, &reading.mention);
    return reading.next;
}

/* Whether a word of a unit's name may be a currency before its number: one that is all small has
 * three letters, or a dollar sign behind it. */
static gboolean
is_before_number(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];

    if ((token->flags & FACT_TOKEN_HAS_DIGIT) != 0)
        return TRUE;
    for (guint n = 1; n <= 3 && i + n < scan->last; n++) {
        if (fact_scan_is_number(scan, i + n))
            return n > 1 || (token->flags & FACT_TOKEN_CAPITAL) != 0 ||
                   token->end - token->start == 3;
        if ((scan->token[i + n].flags & (FACT_TOKEN_SYMBOL | FACT_TOKEN_PUNCT)) == 0)
            return FALSE;
    }
    return FALSE;
}

static inline gboolean
may_begin_date(const FactScan *scan, guint i)
{
    uint16_t flags = scan->token[i].flags;

    if ((flags & FACT_TOKEN_WORD) != 0)
        return (scan->token[i].classes & FACT_WORD_CALENDAR) != 0;
    return (flags & FACT_TOKEN_NUMBER) != 0 ||
           (scan->token[i].mark == '\'' && fact_scan_is_number(scan, i + 1));
}

static gboolean
may_word_begin_value(const FactScan *scan, guint i)
{
    uint16_t flags = scan->token[i].flags;
    uint32_t classes = scan->token[i].classes;

    if ((classes & FACT_WORD_NUMBER) != 0)
        return TRUE;
    if ((classes & FACT_WORD_UNIT) != 0 && fact_scan_is_text(scan, i + 1, "and"))
        return TRUE; /* "an hour and a half" */
    if ((classes & FACT_WORD_UNIT) != 0)
        return is_before_number(scan, i);
    return (flags & FACT_TOKEN_HAS_DIGIT) != 0 && (flags & FACT_TOKEN_CAPITAL) != 0 &&
           fact_unit_mark_may_be_joined(scan, i);
}

/* Whether a symbol that has no ASCII form is a fraction, or has a number behind it that it may be
 * the currency of. */
static gboolean
may_symbol_begin_value(const FactScan *scan, guint i)
{
    guint end = MIN(i + CURRENCY_GAP_MAX, scan->last);

    for (guint k = i; k < end; k++)
        if ((scan->token[k].flags & FACT_TOKEN_HAS_DIGIT) != 0 ||
            fact_numeral_may_be_symbol(scan, k))
            return TRUE;
    return FALSE;
}

static inline gboolean
may_begin_value(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];

    if ((token->flags & FACT_TOKEN_WORD) != 0)
        return may_word_begin_value(scan, i);
    if ((token->flags & FACT_TOKEN_SYMBOL) == 0)
        return (token->flags & FACT_TOKEN_NUMBER) != 0;
    return token->mark == '$' || (token->mark == '\0' && may_symbol_begin_value(scan, i));
}

/* The first token from @i on that may begin a value; the last of the scan is no further. Most may
 * not, so that they are asked four at a time. */
static inline guint
next_begin(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];
    const FactToken *end = &scan->token[scan->last];

    while (end - token >= 4 &&
           ((token[0].flags | token[1].flags | token[2].flags | token[3].flags) &
            FACT_TOKEN_VALUE) == 0)
        token += 4;
    while (token < end && (token->flags & FACT_TOKEN_VALUE) == 0)
        token++;
    return (guint)(token - scan->token);
}

void
fact_mentions_scan(const FactMentionLists *lists, const FactTokens *tokens, guint first, guint last,
                   FactClock published, FactArena *arena, GArray *out_mentions)
{
    FactScan scan = lists->scan;
    guint floor = out_mentions->len;

    scan.tokens = tokens;
    scan.token = tokens->tokens;
    scan.text = tokens->text;
    scan.first = first;
    scan.last = last;
    scan.done = first;
    scan.sentence = fact_tokens_sentence_of(tokens, first);
    scan.sentence_end = first;
    scan.arena = arena;
    scan.mentions = out_mentions;
    scan.date = (FactDateScan){&lists->scan.dates, tokens, first, published, arena};
    for (guint i = next_begin(&scan, first); i < last;) {
        guint next = i;
        enter_sentence(&scan, i);
        if (may_begin_date(&scan, i))
            next = read_date(&scan, i, floor);
        if (next == i && may_begin_value(&scan, i))
            next = read_value(&scan, i);
        i = next_begin(&scan, MAX(next, i + 1));
    }
}
