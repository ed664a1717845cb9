/* SPDX-License-Identifier: MIT */
#include "base/json-writer.h"

#include "support/assert.h"
#include "support/random.h"

#include <jansson.h>
#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    const char *expected;
} StringRow;

static const StringRow string_rows[] = {
    {"plain", "training cost", "\"training cost\""},
    {"empty", "", "\"\""},
    {"quotation mark", "say \"no\"", "\"say \\\"no\\\"\""},
    {"backslash", "a\\b", "\"a\\\\b\""},
    {"solidus stays", "a/b", "\"a/b\""},
    {"named controls", "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
    {"other controls", "\x01\x1b[31m", "\"\\u0001\\u001b[31m\""},
    {"delete", "a\x7f", "\"a\\u007f\""},
    {"C1 control",
     "a\xc2\x9b"
     "31m",
     "\"a\\u009b31m\""},
    {"no-break space stays", "5\xc2\xa0m", "\"5\xc2\xa0m\""},
    {"UTF-8 stays", "\xe2\x82\xac \xf0\x9f\x98\x80", "\"\xe2\x82\xac \xf0\x9f\x98\x80\""},
    {"cut sequence at the end", "a\xc2", "\"a\xc2\""},
};

static void
test_string(void **state)
{
    const StringRow *row = *state;
    g_autoptr(GString) out = g_string_new(NULL);
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    fact_json_string(&writer, NULL, row->text);
    assert_gstring(out, row->expected);
}

typedef struct {
    const char *name;
    const char *text;
    const char *expected;
} DecimalRow;

static const DecimalRow decimal_rows[] = {
    {"whole", "5600000", "5600000"},
    {"fraction", "-0.05", "-0.05"},
    {"15 digits", "123456789.012345", "123456789.012345"},
    {"16 digits", "123456789.0123456", "\"123456789.0123456\""},
    {"few digits, many zeros", "1000000000000000000000", "1000000000000000000000.0"},
};

static void
test_decimal_value(void **state)
{
    const DecimalRow *row = *state;
    g_autoptr(GString) out = g_string_new(NULL);
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    fact_json_decimal(&writer, NULL, test_decimal(row->text));
    assert_gstring(out, row->expected);
}

static void
test_nesting_and_commas(void **state)
{
    g_autoptr(GString) out = g_string_new(NULL);
    FactJsonWriter writer;

    (void)state;
    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_json_begin_array(&writer, "empty");
    fact_json_end_array(&writer);
    fact_json_begin_array(&writer, "list");
    fact_json_int(&writer, NULL, -3);
    fact_json_begin_object(&writer, NULL);
    fact_json_end_object(&writer);
    fact_json_bool(&writer, NULL, TRUE);
    fact_json_end_array(&writer);
    fact_json_string(&writer, "none", NULL);
    fact_json_foreign_name(&writer, "a \"name\"");
    fact_json_string_len(&writer, NULL, "cutting", 3);
    fact_json_int(&writer, "a name that is longer than most of them are", 1);
    fact_json_raw(&writer, "raw", "{\"x\":1}");
    fact_json_int(&writer, "least", INT64_MIN);
    fact_json_end_object(&writer);
    assert_gstring(out, "{\"empty\":[],\"list\":[-3,{},true],\"a \\\"name\\\"\":\"cut\",\"a name "
                        "that is longer than most of them are\":1,\"raw\":{\"x\":1},"
                        "\"least\":-9223372036854775808}");
}

/* One escape in a string that is longer than a block, at each place. */
static void
test_escape_anywhere(void **state)
{
    static const char plain[] = "the quick brown fox jumps over the lazy dog";

    (void)state;
    for (guint at = 0; at < sizeof plain; at++) {
        g_autoptr(GString) text = g_string_new(plain);
        g_autoptr(GString) expected = g_string_new(plain);
        g_autoptr(GString) out = g_string_new(NULL);
        FactJsonWriter writer;

        g_string_insert_c(text, at, '"');
        g_string_insert(expected, at, "\\\"");
        g_string_prepend_c(expected, '"');
        g_string_append_c(expected, '"');
        fact_json_writer_init(&writer, out);
        fact_json_string_len(&writer, NULL, text->str, text->len);
        assert_gstring(out, expected->str);
    }
}

/* Any text of ASCII and wide characters reads back as itself. */
static void
test_law_strings_read_back(void **state)
{
    TestRandom random = {5};

    (void)state;
    for (int i = 0; i < 2000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(GString) out = g_string_new(NULL);
        FactJsonWriter writer;
        json_t *json;

        for (guint k = test_random_below(&random, 20); k > 0; k--)
            g_string_append_unichar(text,
                                    1 + test_random_below(&random, i % 2 == 0 ? 0x200 : 0xd000));
        fact_json_writer_init(&writer, out);
        fact_json_string_len(&writer, NULL, text->str, text->len);
        json = json_loads(out->str, JSON_DECODE_ANY, NULL);
        assert_non_null(json);
        assert_string_equal(json_string_value(json), text->str);
        json_decref(json);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("json-writer");

    test_suite_add_rows(suite, test_string, string_rows);
    test_suite_add_rows(suite, test_decimal_value, decimal_rows);
    test_suite_add(suite, test_nesting_and_commas);
    test_suite_add(suite, test_escape_anywhere);
    test_suite_add(suite, test_law_strings_read_back);
    return test_suite_run(suite, argc, argv);
}
