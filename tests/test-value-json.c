/* SPDX-License-Identifier: MIT
 *
 * Values as JSON and back, as keys, and as words for people.
 */
#include "support/suite.h"

#include "support/random.h"
#include "value/numeric.h"
#include "value/value-class.h"

#include <jansson.h>
#include <string.h>

#define N_GENERATED 2000

static const FactCatalog *catalog;

typedef struct {
    const char *name;
    const char *json;
    const char *key;
    const char *said;
} ReadRow;

static const ReadRow read_rows[] = {
    {"money", "{\"type\":\"money\",\"amount\":5600000,\"unit\":\"USD\",\"precision\":100000}",
     "money:5600000:USD:eq", "$5.6 million"},
    {"money below",
     "{\"type\":\"money\",\"amount\":6000000,\"unit\":\"USD\",\"comparator\":\"lt\","
     "\"precision\":1000000}",
     "money:6000000:USD:lt", "less than $6 million"},
    {"money without precision", "{\"type\":\"money\",\"amount\":5600000,\"unit\":\"EUR\"}",
     "money:5600000:EUR:eq", "€5,600,000"},
    {"money of a real",
     "{\"type\":\"money\",\"amount\":31.2,\"unit\":\"USD\",\"per\":\"[bbl_us]\"}",
     "money:31.2:USD per [bbl_us]:eq", "$31.20 per barrel"},
    {"money without symbol", "{\"type\":\"money\",\"amount\":5,\"unit\":\"ZZZ\"}", "money:5:ZZZ:eq",
     "ZZZ 5"},
    {"negative money", "{\"type\":\"money\",\"amount\":-50,\"unit\":\"USD\"}", "money:-50:USD:eq",
     "-$50"},
    {"count range",
     "{\"type\":\"count\",\"low\":3,\"high\":5,\"unit\":\"person\",\"comparator\":\"between\"}",
     "count:3..5:person:between", "3 to 5 people"},
    {"count of one", "{\"type\":\"count\",\"amount\":1,\"unit\":\"child\"}", "count:1:child:eq",
     "1 child"},
    {"count of children", "{\"type\":\"count\",\"amount\":2,\"unit\":\"child\"}",
     "count:2:child:eq", "2 children"},
    {"count of cities", "{\"type\":\"count\",\"amount\":2,\"unit\":\"city\"}", "count:2:city:eq",
     "2 cities"},
    {"count of boxes", "{\"type\":\"count\",\"amount\":2,\"unit\":\"box\"}", "count:2:box:eq",
     "2 boxes"},
    {"about", "{\"type\":\"count\",\"amount\":300,\"comparator\":\"approx\",\"precision\":100}",
     "count:300::approx", "about 300"},
    {"percent", "{\"type\":\"percent\",\"amount\":66}", "percent:66:%:eq", "66 %"},
    {"percentage points", "{\"type\":\"percent\",\"amount\":1,\"unit\":\"pp\"}", "percent:1:pp:eq",
     "1 percentage point"},
    {"rise", "{\"type\":\"percent\",\"amount\":3,\"direction\":\"up\",\"change\":true}",
     "percent:3:%:eq:change1", "up 3 %"},
    {"old and new", "{\"type\":\"number\",\"amount\":12,\"from\":10,\"direction\":\"up\"}",
     "number:12::eq", "12 (from 10)"},
    {"ratio", "{\"type\":\"ratio\",\"amount\":58,\"of\":100}", "ratio:58/100::eq", "58 out of 100"},
    {"half", "{\"type\":\"ratio\",\"amount\":0.5}", "ratio:0.5::eq", "half"},
    {"third", "{\"type\":\"ratio\",\"amount\":0.333333333333333}", "ratio:0.333333333333333::eq",
     "a third"},
    {"quantity", "{\"type\":\"quantity\",\"amount\":70,\"unit\":\"[mi_i]/h\"}",
     "quantity:70:[mi_i]/h:eq", "70 mph"},
    {"quantity of an unknown unit", "{\"type\":\"quantity\",\"amount\":70,\"unit\":\"{blob}\"}",
     "quantity:70:{blob}:eq", "70 {blob}"},
    {"duration", "{\"type\":\"duration\",\"amount\":1,\"unit\":\"a\"}", "duration:1:a:eq",
     "1 year"},
    {"age", "{\"type\":\"duration\",\"amount\":27,\"unit\":\"a\",\"age\":true}", "duration:27:a:eq",
     "27 years old"},
    {"decades", "{\"type\":\"duration\",\"amount\":2,\"unit\":\"10.a\"}", "duration:2:10.a:eq",
     "2 decades"},
    {"ordinal", "{\"type\":\"ordinal\",\"amount\":22}", "ordinal:22::eq", "22nd"},
    {"ordinal teen", "{\"type\":\"ordinal\",\"amount\":112}", "ordinal:112::eq", "112th"},
    {"score", "{\"type\":\"score\",\"parts\":[3,2]}", "score:3-2", "3-2"},
    {"entity", "{\"type\":\"entity\",\"id\":\"openai/o1\",\"label\":\"o1\"}", "entity:openai/o1",
     "o1"},
    {"entity without label", "{\"type\":\"entity\",\"id\":\"x\"}", "entity:x", "x"},
    {"set",
     "{\"type\":\"set\",\"names\":[{\"id\":\"b\",\"label\":\"B\"},{\"id\":\"a\",\"label\":\"A\"},"
     "{\"id\":\"b\",\"label\":\"B\"}]}",
     "set:a|b", "A, B"},
    {"flag", "{\"type\":\"flag\",\"value\":true}", "flag:true", "yes"},
    {"flag off", "{\"type\":\"flag\",\"value\":false}", "flag:false", "no"},
    {"text", "{\"type\":\"text\",\"value\":\"Self  Defence\"}", "text:self defence",
     "Self  Defence"},
    {"many digits as a string", "{\"type\":\"number\",\"amount\":\"123456789012345678\"}",
     "number:123456789012345678::eq", "123,456,789,012,345,678"},
    {"small real", "{\"type\":\"number\",\"amount\":1.99e-29}",
     "number:0.0000000000000000000000000000199::eq", "0.0000000000000000000000000000199"},
    {"large real", "{\"type\":\"number\",\"amount\":1e30}",
     "number:1000000000000000000000000000000::eq", "1,000,000,000,000,000,000,000,000,000,000"},
};

static gboolean
read_text(const char *text, FactStringPool *pool, FactValue *out_value, char **out_pointer,
          GError **error)
{
    json_t *json = json_loads(text, JSON_DECODE_ANY, NULL);
    gboolean ok;

    assert_non_null(json);
    ok = fact_value_from_json(catalog, json, pool, out_value, out_pointer, error);
    json_decref(json);
    return ok;
}

static void
write_text(const FactValue *value, GString *out)
{
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_value_write_members(value, NULL, 0, &writer);
    fact_json_end_object(&writer);
}

static void
test_read(void **state)
{
    const ReadRow *row = *state;
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) key = g_string_new(NULL);
    g_autoptr(GString) said = g_string_new(NULL);
    g_autoptr(GString) json = g_string_new(NULL);
    g_autoptr(GString) again = g_string_new(NULL);
    FactValue value;
    FactValue copy;

    assert_true(read_text(row->json, pool, &value, NULL, &error));
    fact_value_format_key(&value, key);
    assert_string_equal(key->str, row->key);
    fact_value_format(catalog, &value, said);
    assert_string_equal(said->str, row->said);
    write_text(&value, json);
    assert_true(read_text(json->str, pool, &copy, NULL, &error));
    assert_true(fact_value_equal(&value, &copy));
    write_text(&copy, again);
    assert_string_equal(again->str, json->str);
}

typedef struct {
    const char *name;
    const char *json;
    const char *pointer;
} RefuseRow;

static const RefuseRow refuse_rows[] = {
    {"no type", "{\"amount\":5}", "/type"},
    {"type of no string", "{\"type\":5}", "/type"},
    {"unknown type", "{\"type\":\"wish\",\"amount\":5}", "/type"},
    {"no amount", "{\"type\":\"number\"}", "/amount"},
    {"amount of no number", "{\"type\":\"number\",\"amount\":\"much\"}", "/amount"},
    {"amount too long", "{\"type\":\"number\",\"amount\":\"1234567890123456789\"}", "/amount"},
    {"amount too large", "{\"type\":\"number\",\"amount\":1e300}", "/amount"},
    {"unknown comparator", "{\"type\":\"number\",\"amount\":5,\"comparator\":\"near\"}",
     "/comparator"},
    {"between without high", "{\"type\":\"number\",\"low\":5,\"comparator\":\"between\"}", "/high"},
    {"between without low", "{\"type\":\"number\",\"high\":5,\"comparator\":\"between\"}", "/low"},
    {"between upside down", "{\"type\":\"number\",\"low\":5,\"high\":3,\"comparator\":\"between\"}",
     "/high"},
    {"direction", "{\"type\":\"number\",\"amount\":5,\"direction\":\"left\"}", "/direction"},
    {"age of no boolean", "{\"type\":\"number\",\"amount\":5,\"age\":1}", "/age"},
    {"precision", "{\"type\":\"number\",\"amount\":5,\"precision\":[]}", "/precision"},
    {"money without unit", "{\"type\":\"money\",\"amount\":5}", "/unit"},
    {"money in dollars", "{\"type\":\"money\",\"amount\":5,\"unit\":\"dollars\"}", "/unit"},
    {"percent of things", "{\"type\":\"percent\",\"amount\":5,\"unit\":\"km\"}", "/unit"},
    {"quantity without unit", "{\"type\":\"quantity\",\"amount\":5}", "/unit"},
    {"duration without unit", "{\"type\":\"duration\",\"amount\":5}", "/unit"},
    {"ratio of zero", "{\"type\":\"ratio\",\"amount\":5,\"of\":0}", "/of"},
    {"score without parts", "{\"type\":\"score\"}", "/parts"},
    {"score of five", "{\"type\":\"score\",\"parts\":[1,2,3,4,5]}", "/parts"},
    {"score of less than nothing", "{\"type\":\"score\",\"parts\":[1,-2]}", "/parts"},
    {"entity without id", "{\"type\":\"entity\",\"label\":\"o1\"}", "/id"},
    {"set of no array", "{\"type\":\"set\",\"names\":5}", "/names"},
    {"set of no names", "{\"type\":\"set\",\"names\":[5]}", "/names"},
    {"flag without value", "{\"type\":\"flag\"}", "/value"},
    {"flag of no boolean", "{\"type\":\"flag\",\"value\":\"yes\"}", "/value"},
    {"text without value", "{\"type\":\"text\"}", "/value"},
    {"no object", "[]", "/type"},
};

static void
test_refuse(void **state)
{
    const RefuseRow *row = *state;
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *pointer = NULL;
    FactValue value;

    assert_false(read_text(row->json, pool, &value, &pointer, &error));
    assert_true(g_error_matches(error, FACT_ERROR, FACT_ERROR_INPUT));
    assert_string_equal(pointer, row->pointer);
}

static FactValue
random_value(TestRandom *random)
{
    static const FactValueType types[] = {
        FACT_VALUE_NUMBER, FACT_VALUE_COUNT,    FACT_VALUE_MONEY,    FACT_VALUE_PERCENT,
        FACT_VALUE_RATIO,  FACT_VALUE_QUANTITY, FACT_VALUE_DURATION, FACT_VALUE_ORDINAL};
    static const char *const units[] = {NULL, "person", "USD", "%", NULL, "km", "mo", NULL};
    uint32_t kind = test_random_below(random, G_N_ELEMENTS(types));
    int64_t coefficient =
        (int64_t)(test_random_next(random) % UINT64_C(999999999999999)) - INT64_C(400000000000000);
    FactDecimal amount = fact_decimal_new(coefficient, (int)test_random_below(random, 60) - 30);
    FactValue value = fact_numeric_new(types[kind], amount, units[kind]);
    FactComparator comparator = (FactComparator)test_random_below(random, 7);

    if (comparator == FACT_COMPARATOR_BETWEEN)
        value.as.number.low = fact_decimal_negate(fact_decimal_abs(amount));
    if (comparator == FACT_COMPARATOR_BETWEEN)
        value.as.number.high = fact_decimal_abs(amount);
    fact_numeric_set_comparator(&value, comparator);
    if (test_random_below(random, 2) == 0) {
        value.flags |= FACT_VALUE_HAS_PRECISION;
        value.as.number.precision = fact_decimal_new(1, (int)test_random_below(random, 9));
    }
    if (test_random_below(random, 3) == 0) {
        value.flags |= FACT_VALUE_HAS_FROM;
        value.as.number.from = fact_decimal_new(1 + (int)test_random_below(random, 99), 0);
    }
    if (test_random_below(random, 3) == 0)
        value.flags |= FACT_VALUE_IS_CHANGE;
    value.direction = (uint8_t)test_random_below(random, 3);
    return value;
}

static void
test_round_trip(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    TestRandom random = {5};

    (void)state;
    for (int i = 0; i < N_GENERATED; i++) {
        g_autoptr(GString) json = g_string_new(NULL);
        g_autoptr(GString) again = g_string_new(NULL);
        g_autoptr(GError) error = NULL;
        FactValue value = random_value(&random);
        FactValue copy;
        write_text(&value, json);
        if (!read_text(json->str, pool, &copy, NULL, &error))
            fail_msg("%s: %s", json->str, error->message);
        assert_true(fact_value_equal(&value, &copy));
        assert_int_equal(copy.flags, value.flags);
        assert_int_equal(copy.direction, value.direction);
        write_text(&copy, again);
        assert_string_equal(again->str, json->str);
    }
}

static void
test_intern(void **state)
{
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(FactStringPool) other = fact_string_pool_new();
    g_autoptr(FactArena) arena = fact_arena_new();

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(read_rows); i++) {
        FactValue value;
        FactValue copy;
        assert_true(read_text(read_rows[i].json, pool, &value, NULL, NULL));
        copy = value;
        fact_value_intern(&copy, other, arena);
        assert_true(fact_value_equal(&value, &copy));
        assert_true(value.unit == NULL || value.unit != copy.unit);
    }
}

static void
test_names_of_types(void **state)
{
    (void)state;
    for (int i = 0; i <= FACT_VALUE_LAST; i++) {
        FactValueType type;
        assert_true(
            fact_value_type_from_string(fact_value_type_to_string((FactValueType)i), &type));
        assert_int_equal(type, i);
    }
    for (int i = 0; i <= FACT_COMPARATOR_BETWEEN; i++) {
        FactComparator comparator;
        assert_true(
            fact_comparator_from_string(fact_comparator_to_string((FactComparator)i), &comparator));
        assert_int_equal(comparator, i);
    }
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FactCatalog) owned = fact_catalog_new(NULL, log, &error);
    TestSuite *suite = test_suite_new("value-json");

    g_assert_no_error(error);
    catalog = owned;
    test_suite_add_rows(suite, test_read, read_rows);
    test_suite_add_rows(suite, test_refuse, refuse_rows);
    test_suite_add(suite, test_round_trip);
    test_suite_add(suite, test_intern);
    test_suite_add(suite, test_names_of_types);
    return test_suite_run(suite, argc, argv);
}
