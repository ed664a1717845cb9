/* SPDX-License-Identifier: MIT */
#include "base/json-locate.h"

#include "support/assert.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *json;
    const char *pointer;
    guint line;
    guint column;
} LocateRow;

#define NESTED "{\n  \"a\": [1, {\"b\": \"x\"}, 3],\n  \"c\" : { \"d\": null }\n}\n"

static const LocateRow locate_rows[] = {
    {"root", NESTED, "", 1, 1},
    {"root after space", "\n  {}", "", 2, 3},
    {"member", NESTED, "/a", 2, 8},
    {"element", NESTED, "/a/0", 2, 9},
    {"member of an element", NESTED, "/a/1/b", 2, 18},
    {"last element", NESTED, "/a/2", 2, 24},
    {"space before the colon", NESTED, "/c", 3, 9},
    {"member after an array", NESTED, "/c/d", 3, 16},
    {"missing member: its parent", NESTED, "/c/x", 3, 9},
    {"missing element: its array", NESTED, "/a/3", 2, 8},
    {"missing step: the deepest there is", NESTED, "/c/x/y/z", 3, 9},
    {"into a number", NESTED, "/a/0/x", 2, 9},
    {"index with a leading sign", NESTED, "/a/-1", 2, 8},
    {"empty array", "{\"a\":[]}", "/a/0", 1, 6},
    {"empty object", "{}", "/a", 1, 1},
    {"empty key", "{\"\": 7}", "/", 1, 6},
    {"slash in a key", "{\"a/b\": 1}", "/a~1b", 1, 9},
    {"tilde in a key", "{\"a~b\": 1}", "/a~0b", 1, 9},
    {"escaped key", "{\"\\u0061\\n\": 1}", "/a\n", 1, 14},
    {"surrogates in a key", "{\"\\ud83d\\ude00\": 1}", "/\xf0\x9f\x98\x80", 1, 18},
    {"brackets in strings", "{\"x\": \"]}\\\"{\", \"y\": 2}", "/y", 1, 21},
    {"columns count code points", "{\"\xc3\xa9\xe2\x82\xac\": 1}", "/\xc3\xa9\xe2\x82\xac", 1, 8},
    {"CRLF", "{\r\n\"a\":\r\n1}", "/a", 3, 1},
    {"byte order mark", "\xef\xbb\xbf{\"a\": 1}", "/a", 1, 7},
    {"cut short", "{\"a\": [1, ", "/a/1", 1, 7},
    {"nothing", "", "/a", 1, 1},
};

static void
test_locate(void **state)
{
    const LocateRow *row = *state;
    size_t len = strlen(row->json);
    g_autofree char *exact = g_memdup2(row->json, len);

    assert_position(fact_json_locate(len == 0 ? "" : exact, len, row->pointer), row->line,
                    row->column);
}

typedef struct {
    const char *name;
    const char *text;
    size_t offset;
    guint line;
    guint column;
} PositionRow;

static const PositionRow position_rows[] = {
    {"start", "ab", 0, 1, 1},
    {"middle", "ab", 1, 1, 2},
    {"end", "ab", 2, 1, 3},
    {"past the end", "ab", 99, 1, 3},
    {"line feed itself", "ab\ncd", 2, 1, 3},
    {"after a line feed", "ab\ncd", 3, 2, 1},
    {"blank lines", "\n\n\nx", 3, 4, 1},
    {"code points", "\xc3\xa9\xe2\x82\xacx", 5, 1, 3},
    {"after a byte order mark", "\xef\xbb\xbfx", 3, 1, 1},
    {"within a byte order mark", "\xef\xbb\xbfx", 1, 1, 1},
};

static void
test_position(void **state)
{
    const PositionRow *row = *state;

    assert_position(fact_position_of(row->text, strlen(row->text), row->offset), row->line,
                    row->column);
}

/* Nesting is not recursed and each byte is passed once. */
static void
test_deep_nesting(void **state)
{
    g_autoptr(GString) json = g_string_new("[");

    (void)state;
    for (int i = 0; i < 1000000; i++)
        g_string_append_c(json, '[');
    g_string_append(json, ",1]");
    assert_position(fact_json_locate(json->str, json->len, "/1"), 1, 1);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("json-locate");

    test_suite_add_rows(suite, test_locate, locate_rows);
    test_suite_add_rows(suite, test_position, position_rows);
    test_suite_add(suite, test_deep_nesting);
    return test_suite_run(suite, argc, argv);
}
