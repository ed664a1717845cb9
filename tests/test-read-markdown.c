/* SPDX-License-Identifier: MIT */
#include "support/assert.h"
#include "support/folder.h"

#include "read/front-matter.h"
#include "read/waiver.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *source;
    const char *text;
    const char *title;
} MarkdownRow;

static const MarkdownRow markdown_rows[] = {
    {"paragraphs", "One.\n\nTwo.\n", "One.\n\nTwo.", NULL},
    {"lines of a paragraph", "One\ntwo\n  three.", "One two three.", NULL},
    {"hard breaks", "One  \ntwo\\\nthree", "One\ntwo\nthree", NULL},
    {"emphasis", "It **rose** _5_ %.", "It rose 5 %.", NULL},
    {"headings", "# Fire *here*\n\nIt burned.\n\nAlso\n----\n\nMore.",
     "Fire here\n\nIt burned.\n\nAlso\n\nMore.", "Fire here"},
    {"lists", "- one\n- two\n  more\n1. three", "one\n\ntwo more\n\nthree", NULL},
    {"quotes", "> said\n> he", "said he", NULL},
    {"tables", "| a | b |\n|---|---|\n| 1 | 2 |", "a\n\nb\n\n1\n\n2", NULL},
    {"links keep their text", "See [the report](http://x.y/1 \"t\").", "See the report.", NULL},
    {"pictures go", "A ![alt 5](p.png) b", "A b", NULL},
    {"code blocks go", "A\n\n    x = 5\n\n```\ny = 6\n```\n\nb", "A\n\nb", NULL},
    {"code within a sentence stays", "Run `make` now", "Run make now", NULL},
    {"what is struck out goes", "It cost ~~$5~~ $6.", "It cost $6.", NULL},
    {"references", "A &amp; B &eacute;&#8217; &nosuch; &lt;5&nbsp;m",
     "A & B \xc3\xa9\xe2\x80\x99 &nosuch; <5 m", NULL},
    {"escapes", "2 \\* 3 \\& 4", "2 * 3 & 4", NULL},
    {"carriage returns", "One\r\ntwo.\r\n\r\nThree.\r\n", "One two.\n\nThree.", NULL},
    {"tags go", "A <b>bold</b><br>step", "A bold\nstep", NULL},
    {"blocks of HTML keep their text",
     "<div class=\"x\">\nIn <i>it</i> &gt;<p>More\n<script>no()</script>\n</div>",
     "In it >\n\nMore", NULL},
    {"comments go", "A <!-- no --> b\n\n<!-- nor\n\nthis -->\n\nc", "A b\n\nc", NULL},
    {"no header", "---\n\nA\n", "A", NULL},
};

static void
test_text(void **state)
{
    const MarkdownRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write(folder, "a.md", row->source);
    test_folder_read_one(folder, "a.md");
    assert_log(folder->log, "");
    assert_string_equal(test_folder_get(folder, 0)->text, row->text);
    assert_int_equal(g_strcmp0(test_folder_get(folder, 0)->title, row->title), 0);
    test_assert_offsets(test_folder_get(folder, 0));
}

typedef struct {
    const char *name;
    const char *header;
    const char *fields; /* id|title|published|publisher|url|topic|extra */
} HeaderRow;

static const HeaderRow header_rows[] = {
    {"plain", "---\ntitle: Fire here\ndate: 2025-01-02\n---\n",
     "a.md|Fire here|2025-01-02|-|-|-|-"},
    {"quoted", "---\ntitle: \"A \\\"fire\\\": here\" # so\nsource: 'The Daily''s'\n---\n",
     "a.md|A \"fire\": here|-|The Daily's|-|-|-"},
    {"all", "---\nid: x\npublisher: P\nurl: https://x.y/a#b\ntopic: t\n---\n",
     "x|-|-|P|https://x.y/a#b|t|-"},
    {"the first of two names wins", "---\npublished: 2025\ndate: 2024\n---\n",
     "a.md|-|2025|-|-|-|-"},
    {"further keys", "---\nsection: news\ntags: [a, \"b, c\"]\nlist:\n  - x\n  - y\n---\n",
     "a.md|-|-|-|-|-|{\"section\":\"news\",\"tags\":[\"a\",\"b, c\"],\"list\":[\"x\",\"y\"]}"},
    {"nested and block values are passed over",
     "---\na:\n  b: c\ntext: |\n  title: no\ntitle: T\n...\n", "a.md|T|-|-|-|-|-"},
    {"comments and blank lines", "---\n# title: no\n\ntitle: T\n---\n", "a.md|T|-|-|-|-|-"},
    {"TOML", "+++\ntitle = \"T\"\ndate = 2025-01-02\ntags = [\"a\", 'b']\n+++\n",
     "a.md|T|2025-01-02|-|-|-|{\"tags\":[\"a\",\"b\"]}"},
    {"after a mark, with carriage returns", "\xef\xbb\xbf---\r\ntitle: T\r\n---\r\n",
     "a.md|T|-|-|-|-|-"},
};

static const char *
or_dash(const char *str)
{
    return str != NULL ? str : "-";
}

static void
test_header(void **state)
{
    const HeaderRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autofree char *source = g_strconcat(row->header, "It burned.\n", NULL);
    g_autofree char *fields = NULL;
    const FactDocument *d;

    test_folder_write(folder, "a.md", source);
    test_folder_read_one(folder, "a.md");
    assert_log(folder->log, "");
    d = test_folder_get(folder, 0);
    fields = g_strdup_printf("%s|%s|%s|%s|%s|%s|%s", d->id, or_dash(d->title),
                             or_dash(d->published), or_dash(d->publisher), or_dash(d->url),
                             or_dash(d->topic), or_dash(d->extra));
    assert_string_equal(fields, row->fields);
    assert_string_equal(d->text, "It burned.");
    test_assert_offsets(d);
}

/* A header that does not end in time is text. */
static void
test_long_header(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) source = g_string_new("---\n");

    (void)state;
    while (source->len <= FACT_FRONT_MATTER_BYTES_MAX)
        g_string_append(source, "a: b\n");
    g_string_append(source, "title: T\n---\nText.\n");
    test_folder_write(folder, "a.md", source->str);
    test_folder_read_one(folder, "a.md");
    assert_true(g_str_has_suffix(test_folder_get(folder, 0)->text, "\n\nText."));
    assert_string_not_equal(or_dash(test_folder_get(folder, 0)->title), "T");
}

typedef struct {
    const char *name;
    const char *source;
    const char *waivers; /* subject|attribute|reason|until|who@line:column, a line each */
    const char *text;
    const char *messages;
} WaiverRow;

static const WaiverRow waiver_rows[] = {
    {"attribute and reason",
     "A.\n\n<!-- factdiff:ignore training_cost -- their own figure -->\n\nB.",
     "-|training_cost|their own figure|-|-@3:1\n", "A.\n\nB.", ""},
    {"within a paragraph", "It cost 5 <!-- factdiff:ignore cost -- old & *odd* --> million.",
     "-|cost|old & *odd*|-|-@1:11\n", "It cost 5 million.", ""},
    {"label of several words", "<!-- factdiff:ignore compared with -- x -->\n\nA.",
     "-|compared with|x|-|-@1:1\n", "A.", ""},
    {"all settings",
     "<!-- factdiff:ignore subject=\"DeepSeek R1\" attribute=cost until=2026-12 who=\"A. B.\" -- "
     "sic -->\n\nA.",
     "DeepSeek R1|cost|sic|2026-12|A. B.@1:1\n", "A.", ""},
    {"no reason", "<!--factdiff:ignore cost-->\n\nA.", "-|cost|-|-|-@1:1\n", "A.", ""},
    {"a dash for the hyphens", "<!-- factdiff:ignore cost \xe2\x80\x94 sic -->\n\nA.",
     "-|cost|sic|-|-@1:1\n", "A.", ""},
    {"nothing named", "<!-- factdiff:ignore -- all of it -->\n\nA.", "-|-|all of it|-|-@1:1\n",
     "A.", ""},
    {"in a code block it is an example", "A.\n\n    <!-- factdiff:ignore cost -- x -->\n", "", "A.",
     ""},
    {"in the header",
     "---\nfactdiff-ignore:\n  - cost -- one\n  - subject=\"X Y\" toll -- two\n---\nA.",
     "-|cost|one|-|-@3:1\nX Y|toll|two|-|-@4:1\n", "A.", ""},
    {"misspelt", "A.\n\n<!-- factdiff:ingore cost -- x -->\n", "", "A.",
     "a.md:3:1: a comment to factdiff that says neither \"factdiff:ignore\" nor what"},
};

static void
assert_waivers(const FactDocument *document, const char *waivers)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (guint i = 0; document->waivers != NULL && i < document->waivers->len; i++) {
        const FactWaiver *w = g_ptr_array_index(document->waivers, i);

        g_string_append_printf(out, "%s|%s|%s|%s|%s@%u:%u\n", or_dash(w->subject),
                               or_dash(w->attribute), or_dash(w->reason), or_dash(w->until),
                               or_dash(w->who), w->line, w->column);
    }
    assert_gstring(out, waivers);
}

static void
test_waivers(void **state)
{
    const WaiverRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write(folder, "a.md", row->source);
    test_folder_read_one(folder, "a.md");
    assert_log(folder->log, row->messages);
    assert_string_equal(test_folder_get(folder, 0)->text, row->text);
    assert_waivers(test_folder_get(folder, 0), row->waivers);
    test_assert_offsets(test_folder_get(folder, 0));
}

static void
test_waivers_max(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) source = g_string_new(NULL);

    (void)state;
    for (int i = 0; i <= FACT_READ_WAIVERS_MAX; i++)
        g_string_append(source, "<!-- factdiff:ignore a -- b -->\n\nA.\n\n");
    test_folder_write(folder, "a.md", source->str);
    test_folder_read_one(folder, "a.md");
    assert_log(folder->log, "a.md:401:1: more than 100 waivers in one document");
    assert_int_equal(test_folder_get(folder, 0)->waivers->len, FACT_READ_WAIVERS_MAX);
}

static void
test_waiver_bytes_max(void **state)
{
    g_autoptr(GString) reason = g_string_new("cost -- ");
    g_autoptr(FactWaiver) waiver = NULL;

    (void)state;
    for (int i = 0; i < FACT_READ_WAIVER_BYTES_MAX; i++)
        g_string_append(reason, "\xc3\xa9");
    waiver = fact_waiver_parse(reason->str, reason->len, (FactPosition){1, 1});
    assert_string_equal(waiver->attribute, "cost");
    assert_true(strlen(waiver->reason) < FACT_READ_WAIVER_BYTES_MAX);
    assert_true(g_utf8_validate(waiver->reason, -1, NULL));
}

/* Links that repeat a long target are cut off, and told. */
static void
test_cost(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) source = g_string_new("[x]: /");

    (void)state;
    for (int i = 0; i < 5000; i++)
        g_string_append(source, "a&amp;");
    g_string_append(source, "\n\nFirst.\n\n");
    for (int i = 0; i < 5000; i++)
        g_string_append(source, "[x] ");
    test_folder_write(folder, "a.md", source->str);
    test_folder_read_one(folder, "a.md");
    assert_log(folder->log, "a.md:1:1: tables or links repeat too much, read up to there only");
    assert_true(g_str_has_prefix(test_folder_get(folder, 0)->text, "First.\n\nx x"));
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("read-markdown");

    test_suite_add_rows(suite, test_text, markdown_rows);
    test_suite_add_rows(suite, test_header, header_rows);
    test_suite_add_rows(suite, test_waivers, waiver_rows);
    test_suite_add(suite, test_long_header);
    test_suite_add(suite, test_waivers_max);
    test_suite_add(suite, test_waiver_bytes_max);
    test_suite_add(suite, test_cost);
    return test_suite_run(suite, argc, argv);
}
