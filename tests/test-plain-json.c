/* SPDX-License-Identifier: MIT */
#include "catalog/plain-json.h"

#include "support/assert.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    gboolean is_plain;
} PlainRow;

#define MANY_MEMBERS "{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0"

static const PlainRow rows[] = {
    {"object", "{\"a\":[1,-20,0,true,false,null],\"b\":{\"c\":\"d e\"}}", TRUE},
    {"many members", MANY_MEMBERS "}", TRUE},
    {"twice among many members", MANY_MEMBERS ",\"g\":0}", FALSE},
    {"longest number", "[999999999999999999]", TRUE},
    {"longer number", "[1999999999999999999]", FALSE},
    {"fraction", "[2.5]", FALSE},
    {"exponent", "[-3e2]", FALSE},
    {"minus alone", "[-]", FALSE},
    {"blanks", " {\n\t\"a\" : [ ] , \"b\" : { } }\r\n", TRUE},
    {"string", "\"caf\xc3\xa9\"", TRUE},
    {"escapes",
     "[\"a\\nb\", \"\\\"\\\\\\/\\b\\f\\r\\t\", \"a string \\\"of several\\\" blocks of bytes\"]",
     TRUE},
    {"escaped name", "{\"a\\n\":1}", TRUE},
    {"escape by number", "{\"a\\u0041\":1}", FALSE},
    {"unknown escape", "[\"\\x\"]", FALSE},
    {"escape at the end", "\"a\\", FALSE},
    {"control", "\"a\nb\"", FALSE},
    {"invalid utf-8", "\"\xc3(\"", FALSE},
    {"twice", "{\"a\":1,\"a\":2}", FALSE},
    {"no end", "[1,2", FALSE},
    {"open string", "\"abc", FALSE},
    {"last comma", "[1,]", FALSE},
    {"no colon", "{\"a\" 1}", FALSE},
    {"rest", "{} x", FALSE},
    {"bad number", "[01]", FALSE},
    {"bad word", "[nul]", FALSE},
    {"empty", "", FALSE},
    {"deep", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
     FALSE},
};

static void
test_row(void **state)
{
    const PlainRow *row = *state;
    size_t len = strlen(row->text);
    g_autofree char *text = g_memdup2(row->text, MAX(len, 1));
    g_autoptr(FactArena) arena = fact_arena_new();
    const FactPlainJson *plain = fact_plain_json_parse(text, len, arena);
    json_t *value = plain == NULL ? NULL : fact_plain_json_to_jansson(plain);
    json_t *expected = json_loadb(text, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, NULL);

    assert_int_equal(value != NULL, row->is_plain);
    assert_true(value == NULL || json_equal(value, expected));
    json_decref(value);
    json_decref(expected);
}

/* What jansson had to read becomes the same tree. */
static void
test_there_and_back(void **state)
{
    g_autoptr(FactArena) arena = fact_arena_new();
    json_t *value =
        json_loads("{\"a\":[1.25,-3e2,7,true,false,null,\"\\u00e9\"],\"b\":{\"c\":{}}}", 0, NULL);
    json_t *back = fact_plain_json_to_jansson(fact_plain_json_from_jansson(value, arena));

    (void)state;
    assert_true(json_equal(value, back));
    json_decref(value);
    json_decref(back);
}

static void
test_get(void **state)
{
    static const char text[] = "{\"a\":\"x\",\"b\":\"y\"}";
    g_autoptr(FactArena) arena = fact_arena_new();
    const FactPlainJson *object = fact_plain_json_parse(text, strlen(text), arena);

    (void)state;
    assert_string_equal(fact_plain_json_get(object, "b")->as.text, "y");
    assert_null(fact_plain_json_get(object, "c"));
    assert_null(fact_plain_json_get(fact_plain_json_get(object, "a"), "a"));
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("plain-json");

    test_suite_add_rows(suite, test_row, rows);
    test_suite_add(suite, test_there_and_back);
    test_suite_add(suite, test_get);
    return test_suite_run(suite, argc, argv);
}
