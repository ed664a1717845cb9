/* SPDX-License-Identifier: MIT */
#include "catalog/plain-json.h"

#include "support/assert.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    gboolean is_plain;
} PlainRow;

static const PlainRow rows[] = {
    {"object", "{\"a\":[1,2.5,-3e2,true,false,null],\"b\":{\"c\":\"d e\"}}", TRUE},
    {"blanks", " {\n\t\"a\" : [ ] , \"b\" : { } }\r\n", TRUE},
    {"string", "\"caf\xc3\xa9\"", TRUE},
    {"escape", "\"a\\nb\"", FALSE},
    {"escaped name", "{\"a\\u0041\":1}", FALSE},
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
    json_t *value = fact_plain_json_parse(text, len);
    json_t *expected = json_loadb(text, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, NULL);

    assert_int_equal(value != NULL, row->is_plain);
    assert_true(value == NULL || json_equal(value, expected));
    json_decref(value);
    json_decref(expected);
}

int
main(void)
{
    struct CMUnitTest tests[G_N_ELEMENTS(rows)];

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        tests[i] = (struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)&rows[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
