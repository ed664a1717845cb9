/* SPDX-License-Identifier: MIT
 *
 * How values stand to each other: rows that a reader can check, each side read from its wording,
 * and laws over generated values.
 */
#include "support/suite.h"

#include "support/padded.h"
#include "support/random.h"
#include "value/mention.h"
#include "value/numeric.h"
#include "value/value-class.h"
#include "value/wide.h"

#define N_GENERATED 3000

static const FactCatalog *catalog;

static const char *const relation_names[] = {"equal",   "rounding", "inside",      "contains",
                                             "overlap", "disjoint", "incomparable"};

/* The one value that @text holds. */
static FactValue
read_value(const char *text, FactArena *arena)
{
    g_autofree char *padded = test_padded(text);
    g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(FactMention));
    g_autoptr(FactMentionLists) lists = fact_mention_lists_new(catalog);
    FactTokens tokens;
    FactValue value;

    fact_tokens_init(&tokens, catalog->lexicon);
    fact_tokens_split(&tokens, padded, strlen(text));
    fact_mentions_scan(lists, &tokens, 0, tokens.n, (FactClock){0}, arena, mentions);
    if (mentions->len != 1)
        fail_msg("\"%s\" holds %u values", text, mentions->len);
    value = g_array_index(mentions, FactMention, 0).value;
    fact_tokens_clear(&tokens);
    return value;
}

typedef struct {
    const char *name;
    const char *a;
    const char *b;
    const char *relation;
    const char *relative; /* tolerance, NULL for none */
} CompareRow;

static const CompareRow compare_rows[] = {
    {"same sum", "$5.6 million", "5.6 million dollars", "equal", NULL},
    {"same sum in digits", "$5.6 million", "$5,600,000", "equal", NULL},
    {"two sums", "$5.6 million", "$9 million", "disjoint", NULL},
    {"sum and rounder sum", "$5.6 million", "$6 million", "rounding", NULL},
    {"neighbours of one digit", "$5.6 million", "$5.7 million", "disjoint", NULL},
    {"round down", "$5.2 million", "$5 million", "rounding", NULL},
    {"too far to round", "$5.6 million", "$5 million", "disjoint", NULL},
    {"under a bound", "$5.6 million", "less than $6 million", "inside", NULL},
    {"over a bound", "$7 million", "less than $6 million", "disjoint", NULL},
    {"at an open bound", "$10.1 million", "less than $10.1 million", "disjoint", NULL},
    {"one round digit at its bound", "$6 million", "less than $6 million", "rounding", NULL},
    {"at a closed bound", "$10.1 million", "at most $10.1 million", "inside", NULL},
    {"exact against under", "84,115 people", "under 70,000 people", "disjoint", NULL},
    {"bound in bound", "less than $6 million", "less than $9 million", "inside", NULL},
    {"bound over bound", "more than $6 million", "more than $9 million", "contains", NULL},
    {"bounds that face", "more than $6 million", "less than $9 million", "overlap", NULL},
    {"bounds that part", "more than $9 million", "less than $6 million", "disjoint", NULL},
    {"bounds that touch", "at least 15 people", "at most 15 people", "overlap", NULL},
    {"open bounds that touch", "more than 15 people", "less than 15 people", "disjoint", NULL},
    {"open and closed bound", "more than 15 people", "at least 15 people", "inside", NULL},
    {"in a range", "4 people", "3 to 5 people", "inside", NULL},
    {"at the end of a range", "5 people", "3 to 5 people", "inside", NULL},
    {"beyond a range", "6 people", "3 to 5 people", "disjoint", NULL},
    {"range in range", "3 to 5 people", "2 to 9 people", "inside", NULL},
    {"ranges that overlap", "3 to 5 people", "4 to 9 people", "overlap", NULL},
    {"ranges that part", "3 to 5 people", "6 to 9 people", "disjoint", NULL},
    {"range of millions rounds", "$3 million to $5 million", "$5.2 million", "rounding", NULL},
    {"about", "about 300 people", "310 people", "rounding", NULL},
    {"about and exact", "about 300 people", "300 people", "equal", NULL},
    {"about too far", "about 300 people", "380 people", "disjoint", NULL},
    {"hundreds", "hundreds of people", "310 people", "contains", NULL},
    {"hundreds of", "hundreds of people", "31 people", "disjoint", NULL},
    {"exact counts", "15 people", "16 people", "disjoint", NULL},
    {"number and count", "15", "15 people", "equal", NULL},
    {"counts of two things", "15 people", "15 cars", "incomparable", NULL},
    {"plural and singular", "one person", "two people", "disjoint", NULL},
    {"gigawatts", "2 GW", "2,000 megawatts", "equal", NULL},
    {"mph and km/h", "70 mph", "112 km/h", "rounding", NULL},
    {"mph and other km/h", "70 mph", "120 km/h", "disjoint", NULL},
    {"miles and kilometres", "seven miles", "11 km", "rounding", NULL},
    {"feet and metres", "47 feet", "14 metres", "rounding", NULL},
    {"round miles", "200 mph", "320 km/h", "rounding", NULL},
    {"tons and tonnes", "5 tons", "5 tonnes", "rounding", NULL},
    {"celsius and fahrenheit", "100 degrees Celsius", "212 degrees Fahrenheit", "equal", NULL},
    {"celsius and wrong fahrenheit", "30 degrees Celsius", "100 degrees Fahrenheit", "disjoint",
     NULL},
    {"degrees of two kinds", "30 degrees Celsius", "30 mph", "incomparable", NULL},
    {"week and days", "one week", "7 days", "equal", NULL},
    {"months and years", "18 months", "1.5 years", "equal", NULL},
    {"hours and minutes", "3 hours and 20 minutes", "200 minutes", "equal", NULL},
    {"ages", "27 years old", "28 years old", "disjoint", NULL},
    {"age in months", "24 months old", "2 years old", "equal", NULL},
    {"cents and dollars", "63 cents", "$0.63", "equal", NULL},
    {"pence and pounds", "118.5p", "£1.185", "equal", NULL},
    {"two currencies", "$5 million", "€5 million", "incomparable", NULL},
    {"rate and sum", "$5 a share", "$5", "incomparable", NULL},
    {"two rates", "$5 a month", "$5 a year", "incomparable", NULL},
    {"percent", "66 %", "66 percent", "equal", NULL},
    {"percents", "66 %", "67 %", "disjoint", NULL},
    {"percent and points", "3 percent", "3 percentage points", "incomparable", NULL},
    {"basis points", "50 basis points", "0.5 percentage points", "equal", NULL},
    {"share and percent", "a third of it", "33 percent", "rounding", NULL},
    {"half and percent", "half of it", "50 percent", "equal", NULL},
    {"one in four", "one in four", "25 percent", "equal", NULL},
    {"ratings", "58 out of 100", "5.8/10", "equal", NULL},
    {"two ratings", "58 out of 100", "61 out of 100", "disjoint", NULL},
    {"rise and fall", "up 3 %", "down 3 %", "disjoint", NULL},
    {"rise and level", "rose 3 %", "it is 3 %", "incomparable", NULL},
    {"ranks", "the third-largest", "3rd", "equal", NULL},
    {"two ranks", "the third-largest", "the fourth-largest", "disjoint", NULL},
    {"scores", "won 3-2", "won 3-1", "disjoint", NULL},
    {"score from the other side", "won 3-2", "lost 2-3", "overlap", NULL},
    {"score and number", "won 3-2", "3", "incomparable", NULL},
    {"tolerated", "$100", "$101", "rounding", "0.01"},
    {"not tolerated", "$100", "$102", "disjoint", "0.01"},
    {"tolerated range", "$90 to $100", "$101", "rounding", "0.01"},
};

static FactRelation
mirror(FactRelation relation)
{
    if (relation == FACT_RELATION_INSIDE)
        return FACT_RELATION_CONTAINS;
    return relation == FACT_RELATION_CONTAINS ? FACT_RELATION_INSIDE : relation;
}

static void
test_compare(void **state)
{
    const CompareRow *row = *state;
    g_autoptr(FactArena) arena = fact_arena_new();
    FactValue a = read_value(row->a, arena);
    FactValue b = read_value(row->b, arena);
    FactTolerance tolerance = {0};
    const FactTolerance *used = NULL;

    if (row->relative != NULL) {
        assert_true(fact_decimal_parse(row->relative, strlen(row->relative), &tolerance.relative));
        used = &tolerance;
    }
    FactRelation relation = fact_value_compare(catalog, &a, &b, used);
    assert_string_equal(relation_names[relation], row->relation);
    assert_int_equal(fact_value_compare(catalog, &b, &a, used), mirror(relation));
    assert_int_equal(fact_value_compare(catalog, &a, &a, used), FACT_RELATION_EQUAL);
}

typedef struct {
    const char *name;
    const char *a;
    const char *b;
    gboolean is_near;
} NearRow;

static const NearRow near_rows[] = {
    {"close below", "$5.6 million", "less than $6 million", TRUE},
    {"far below", "$1 million", "less than $6 million", FALSE},
    {"close above", "105 people", "at least 100 people", TRUE},
    {"far above", "300 people", "at least 100 people", FALSE},
    {"bound near bound", "less than $5.6 million", "less than $6 million", TRUE},
    {"in the middle", "50 people", "10 to 100 people", FALSE},
    {"near one end", "95 people", "10 to 100 people", TRUE},
};

static void
test_near(void **state)
{
    const NearRow *row = *state;
    g_autoptr(FactArena) arena = fact_arena_new();
    FactValue a = read_value(row->a, arena);
    FactValue b = read_value(row->b, arena);

    assert_int_equal(fact_value_is_near_bound(catalog, &a, &b), row->is_near);
    assert_int_equal(fact_value_is_near_bound(catalog, &b, &a), row->is_near);
}

static FactDecimal
random_decimal(TestRandom *random)
{
    int64_t coefficient = test_random_below(random, 2000) - INT64_C(400);
    return fact_decimal_new(coefficient, (int)test_random_below(random, 9) - 3);
}

static FactValue
random_value(TestRandom *random)
{
    static const struct {
        FactValueType type;
        const char *unit;
    } kinds[] = {{FACT_VALUE_NUMBER, NULL},       {FACT_VALUE_COUNT, "person"},
                 {FACT_VALUE_MONEY, "USD"},       {FACT_VALUE_PERCENT, "%"},
                 {FACT_VALUE_RATIO, NULL},        {FACT_VALUE_QUANTITY, "km"},
                 {FACT_VALUE_QUANTITY, "[mi_i]"}, {FACT_VALUE_QUANTITY, "Cel"},
                 {FACT_VALUE_QUANTITY, "[degF]"}, {FACT_VALUE_DURATION, "d"},
                 {FACT_VALUE_DURATION, "mo"},     {FACT_VALUE_ORDINAL, NULL}};
    uint32_t kind = test_random_below(random, G_N_ELEMENTS(kinds));
    FactValue value = fact_numeric_new(kinds[kind].type, random_decimal(random), kinds[kind].unit);

    if (test_random_below(random, 3) == 0) {
        value.flags |= FACT_VALUE_HAS_PRECISION;
        value.as.number.precision =
            fact_decimal_new(1, value.as.number.low.exponent + (int)test_random_below(random, 3));
    }
    if (value.type == FACT_VALUE_RATIO) {
        value.flags |= FACT_VALUE_HAS_FROM;
        value.as.number.from = fact_decimal_new(1 + (int)test_random_below(random, 99), 0);
    }
    if (test_random_below(random, 4) == 0) {
        value.flags |= FACT_VALUE_IS_CHANGE;
        value.direction = (uint8_t)(FACT_DIRECTION_UP + test_random_below(random, 2));
    }
    FactComparator comparator = (FactComparator)test_random_below(random, 7);
    if (comparator == FACT_COMPARATOR_BETWEEN) {
        FactDecimal step = fact_decimal_new(1 + (int)test_random_below(random, 50), 0);
        assert_true(fact_decimal_add(value.as.number.low, step, &value.as.number.high));
    }
    fact_numeric_set_comparator(&value, comparator);
    return value;
}

static void
test_compare_laws(void **state)
{
    TestRandom random = {7};

    (void)state;
    for (int i = 0; i < N_GENERATED; i++) {
        FactValue a = random_value(&random);
        FactValue b = random_value(&random);
        FactRelation relation = fact_value_compare(catalog, &a, &b, NULL);
        assert_int_equal(fact_value_compare(catalog, &b, &a, NULL), mirror(relation));
        assert_int_equal(fact_value_compare(catalog, &a, &a, NULL), FACT_RELATION_EQUAL);
        if (fact_value_equal(&a, &b))
            assert_int_equal(relation, FACT_RELATION_EQUAL);
    }
}

static int
sign(int number)
{
    return (number > 0) - (number < 0);
}

static void
test_order_laws(void **state)
{
    TestRandom random = {11};

    (void)state;
    for (int i = 0; i < N_GENERATED; i++) {
        FactValue a = random_value(&random);
        FactValue b = random_value(&random);
        FactValue c = random_value(&random);
        int ab = sign(fact_value_order(&a, &b));
        assert_int_equal(ab, -sign(fact_value_order(&b, &a)));
        assert_int_equal(fact_value_order(&a, &a), 0);
        if (ab <= 0 && fact_value_order(&b, &c) <= 0)
            assert_true(fact_value_order(&a, &c) <= 0);
        if (ab == 0)
            assert_int_equal(fact_value_hash(&a), fact_value_hash(&b));
    }
}

static void
test_key_tells_all(void **state)
{
    TestRandom random = {13};

    (void)state;
    for (int i = 0; i < N_GENERATED; i++) {
        FactValue a = random_value(&random);
        FactValue b = random_value(&random);
        g_autoptr(GString) key_a = g_string_new(NULL);
        g_autoptr(GString) key_b = g_string_new(NULL);
        fact_value_format_key(&a, key_a);
        fact_value_format_key(&b, key_b);
        assert_int_equal(g_string_equal(key_a, key_b), fact_value_equal(&a, &b));
    }
}

/* Bounds of one digit and amounts at the limits of a decimal do not overflow. */
static void
test_compare_extremes(void **state)
{
    static const int exponents[] = {-FACT_DECIMAL_EXPONENT_MAX, -1, 0, 1,
                                    FACT_DECIMAL_EXPONENT_MAX};
    int64_t largest = INT64_C(999999999999999999);

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(exponents); i++) {
        for (size_t j = 0; j < G_N_ELEMENTS(exponents); j++) {
            FactValue a = fact_numeric_new(FACT_VALUE_QUANTITY,
                                           fact_decimal_new(largest, exponents[i]), "[mi_i]");
            FactValue b = fact_numeric_new(FACT_VALUE_QUANTITY,
                                           fact_decimal_new(-largest, exponents[j]), "km");
            FactTolerance tolerance = {fact_decimal_new(1, -20), FACT_DECIMAL_ZERO};
            assert_int_equal(fact_value_compare(catalog, &a, &b, &tolerance),
                             FACT_RELATION_DISJOINT);
        }
    }
}

static void
test_wide_laws(void **state)
{
    TestRandom random = {17};

    (void)state;
    for (int i = 0; i < N_GENERATED; i++) {
        int64_t x = (int32_t)test_random_next(&random);
        int64_t y = (int32_t)test_random_next(&random);
        FactWide a = fact_wide_from_int(x);
        FactWide b = fact_wide_from_int(y);
        FactWide sum = fact_wide_add(&a, &b);
        FactWide product = fact_wide_multiply(&a, y);
        FactWide expected_sum = fact_wide_from_int(x + y);
        FactWide expected_product = fact_wide_from_int(x * y);
        FactWide shifted = fact_wide_shift(&a, 9);
        FactWide expected_shifted = fact_wide_multiply(&a, 1000000000);
        assert_int_equal(fact_wide_compare(&sum, &expected_sum), 0);
        assert_int_equal(fact_wide_compare(&product, &expected_product), 0);
        assert_int_equal(fact_wide_compare(&shifted, &expected_shifted), 0);
        assert_int_equal(fact_wide_compare(&a, &b), (x > y) - (x < y));
    }
}

typedef struct {
    const char *name;
    const char *a;
    const char *b;
    const char *relation;
} TextRow;

static const TextRow text_rows[] = {
    {"same word", "chest", "chest", "equal"},
    {"two words", "chest", "leg", "disjoint"},
    {"a part of it", "cheek", "face", "inside"},
    {"through another", "cheek", "head", "inside"},
    {"what it is a part of", "gun", "revolver", "contains"},
    {"one of two", "chest", "chest and face", "inside"},
    {"two of which one", "chest and face", "chest", "contains"},
    {"a part of one of two", "cheek", "arm and face", "inside"},
    {"one in common", "arm and chest", "chest and leg", "overlap"},
    {"nothing in common", "arm and hand", "chest and leg", "disjoint"},
    {"two quarters of the sky", "south", "east and south", "inside"},
    {"words of no list", "warsaw", "oslo", "disjoint"},
};

static FactValue
text_value(const char **label)
{
    FactValue value = {.type = FACT_VALUE_TEXT};
    value.as.names.ids = value.as.names.labels = label;
    value.as.names.n = 1;
    return value;
}

static void
test_texts(void **state)
{
    const TextRow *row = *state;
    const char *a = row->a;
    const char *b = row->b;
    FactValue x = text_value(&a);
    FactValue y = text_value(&b);
    FactRelation relation = fact_value_compare(catalog, &x, &y, NULL);
    FactRelation mirrored = relation == FACT_RELATION_INSIDE     ? FACT_RELATION_CONTAINS
                            : relation == FACT_RELATION_CONTAINS ? FACT_RELATION_INSIDE
                                                                 : relation;

    assert_string_equal(relation_names[relation], row->relation);
    assert_int_equal(fact_value_compare(catalog, &y, &x, NULL), mirrored);
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FactCatalog) owned = fact_catalog_new(NULL, log, &error);
    TestSuite *suite = test_suite_new("value-compare");

    g_assert_no_error(error);
    catalog = owned;
    test_suite_add_rows(suite, test_compare, compare_rows);
    test_suite_add_rows(suite, test_near, near_rows);
    test_suite_add_rows(suite, test_texts, text_rows);
    test_suite_add(suite, test_compare_laws);
    test_suite_add(suite, test_order_laws);
    test_suite_add(suite, test_key_tells_all);
    test_suite_add(suite, test_compare_extremes);
    test_suite_add(suite, test_wide_laws);
    return test_suite_run(suite, argc, argv);
}
