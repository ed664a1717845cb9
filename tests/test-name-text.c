/* SPDX-License-Identifier: MIT */
#include "extract/name-text.h"

#include "support/suite.h"

typedef struct {
    const char *name;
    const char *text;
    const char *key;
    const char *id;
} NameRow;

static const NameRow name_rows[] = {
    {"one word", "Acme", "acme", "acme"},
    {"words", "Ann Lee", "ann lee", "ann-lee"},
    {"marks", "J. T. O'Hara", "j t ohara", "j-t-ohara"},
    {"a hyphen", "Hall-Reed", "hall reed", "hall-reed"},
    {"a comma", "Acme, Inc.", "acme, inc", "acme-inc"},
    {"marks alone between blanks", "Hall & Reed", "hall reed", "hall-reed"},
    {"a nickname", "Joe \"Duke\" Hall", "joe hall", "joe-hall"},
    {"a nickname in curly marks",
     "Joe \xe2\x80\x9c"
     "Duke\xe2\x80\x9d Hall",
     "joe hall", "joe-hall"},
    {"one quotation mark", "Joe \"Duke Hall", "joe duke hall", "joe-duke-hall"},
    {"letters beyond ASCII", "\xc3\x89mile Zo\xc3\xab", "\xc3\xa9mile zo\xc3\xab",
     "\xc3\xa9mile-zo\xc3\xab"},
    {"blanks at the start", "- Acme", "acme", "acme"},
    {"nothing", "", "", ""},
    {"nothing but marks", "'.'", "", ""},
};

static void
test_name(void **state)
{
    const NameRow *row = *state;
    g_autoptr(FactArena) arena = fact_arena_new();
    const char *key = fact_name_text_key(arena, row->text);

    assert_string_equal(key, row->key);
    assert_string_equal(fact_name_text_id(arena, key), row->id);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("name-text");

    test_suite_add_rows(suite, test_name, name_rows);
    return test_suite_run(suite, argc, argv);
}
