/* SPDX-License-Identifier: MIT */
#include "support/assert.h"

#include "report/escape.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    const char *expected;
} EscapeRow;

static const EscapeRow terminal_rows[] = {
    {"plain", "o1 costs $6 million", "o1 costs $6 million"},
    {"escape sequence", "a\033[31mb", "a\\x1b[31mb"},
    {"bell and delete", "\a\x7f", "\\x07\\x7f"},
    {"one-byte csi",
     "a\xc2\x9b"
     "1mb",
     "a\\x9b1mb"},
    {"line break", "a\nb\tc", "a b c"},
    {"carriage return", "good\rbad", "good\\x0dbad"},
    {"right to left override",
     "\xe2\x80\xae"
     "cba",
     "\\u202ecba"},
    {"tag characters", "\xf3\xa0\x81\x81", "\\ue0041"},
    {"joiner of an emoji stays", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80",
     "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80"},
    {"accents stay", "Málaga €5", "Málaga €5"},
};

static void
test_terminal(void **state)
{
    const EscapeRow *row = *state;
    g_autoptr(GString) out = g_string_new(NULL);

    fact_escape_terminal(out, row->text, strlen(row->text));
    assert_gstring(out, row->expected);
    /* The width is that of what is shown. */
    assert_int_equal(fact_escape_terminal_width(row->text, strlen(row->text)),
                     fact_escape_terminal_width(out->str, out->len));
}

static const EscapeRow xml_rows[] = {
    {"markup", "<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
    {"attribute", "\" onload=\"x", "&quot; onload=&quot;x"},
    {"entity", "AT&T &lt;", "AT&amp;T &amp;lt;"},
    {"control", "a\033b\x01",
     "a\xef\xbf\xbd"
     "b\xef\xbf\xbd"},
    {"override", "\xe2\x80\xae", "\xef\xbf\xbd"},
    {"no-break space stays", "5\xc2\xa0km", "5\xc2\xa0km"},
};

static void
test_xml(void **state)
{
    const EscapeRow *row = *state;
    g_autoptr(GString) out = g_string_new(NULL);

    fact_escape_xml(out, row->text, strlen(row->text));
    assert_gstring(out, row->expected);
}

static const EscapeRow markdown_rows[] = {
    {"emphasis", "*a* _b_", "\\*a\\* \\_b\\_"},
    {"link", "![x](javascript:y)", "!\\[x\\](javascript:y)"},
    {"bare link", "see https://example.org", "see https\\://example.org"},
    {"html", "<b>&amp;", "&lt;b&gt;&amp;amp;"},
    {"mention", "@all", "&#64;all"},
    {"heading", "# a # b", "\\# a # b"},
    {"line break before a list", "a\n- b", "a - b"},
    {"list", "- a-b", "\\- a-b"},
    {"numbered list", "12. May", "12\\. May"},
    {"decimals stay", "5.6 million", "5.6 million"},
    {"code", "`rm`", "\\`rm\\`"},
    {"table and strike", "a|b ~~c~~", "a\\|b \\~\\~c\\~\\~"},
    {"plain prose stays", "It cost $5.6 million (at most).", "It cost $5.6 million (at most)."},
};

static void
test_markdown(void **state)
{
    const EscapeRow *row = *state;
    g_autoptr(GString) out = g_string_new(NULL);

    fact_escape_markdown(out, row->text, strlen(row->text));
    assert_gstring(out, row->expected);
}

static void
test_github(void **state)
{
    g_autoptr(GString) message = g_string_new(NULL);
    g_autoptr(GString) property = g_string_new(NULL);
    const char text[] = "50%: a, b\n::error::c\r\033";

    (void)state;
    fact_escape_github(message, text, strlen(text), FALSE);
    fact_escape_github(property, text, strlen(text), TRUE);
    assert_gstring(message, "50%25: a, b%0A::error::c%0D\xef\xbf\xbd");
    assert_gstring(property, "50%25%3A a%2C b%0A%3A%3Aerror%3A%3Ac%0D\xef\xbf\xbd");
}

static void
test_uri_path(void **state)
{
    g_autoptr(GString) out = g_string_new(NULL);

    (void)state;
    fact_escape_uri_path(out, "a b/100%/é?#.txt");
    assert_gstring(out, "a%20b/100%25/%C3%A9%3F%23.txt");
}

static void
test_wide_characters_take_two_columns(void **state)
{
    (void)state;
    assert_int_equal(fact_escape_terminal_width("深度求索", strlen("深度求索")), 8);
    assert_int_equal(fact_escape_terminal_width("e\xcc\x81", 3), 1);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("escape");

    test_suite_add_rows(suite, test_terminal, terminal_rows);
    test_suite_add_rows(suite, test_xml, xml_rows);
    test_suite_add_rows(suite, test_markdown, markdown_rows);
    test_suite_add(suite, test_github);
    test_suite_add(suite, test_uri_path);
    test_suite_add(suite, test_wide_characters_take_two_columns);
    return test_suite_run(suite, argc, argv);
}
