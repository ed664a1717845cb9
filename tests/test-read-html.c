/* SPDX-License-Identifier: MIT */
#include "support/assert.h"
#include "support/folder.h"

#include "read/entities.h"
#include "read/html-tree.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *source;
    const char *text;
} HtmlRow;

/* So much of an article that what stands around it is not most of the page. */
#define STORY                                                                                      \
    "<p>The fire burned for two days and took twelve houses in the old town, the mayor said on "   \
    "Friday.</p>"
#define STORY_TEXT                                                                                 \
    "The fire burned for two days and took twelve houses in the old town, the mayor said on "      \
    "Friday."

static const HtmlRow html_rows[] = {
    {"paragraphs", "<p>One.<p>Two.</p>", "One.\n\nTwo."},
    {"text without tags", "Just text", "Just text"},
    {"white space is one", "<p> One\n\t two </p>\n<p>Three</p>", "One two\n\nThree"},
    {"inline tags", "<p>It <b>rose</b> <i>5</i>&nbsp;<span>%</span>.</p>", "It rose 5 %."},
    {"line breaks", "<p>One<br>two<br/><br>three</p>", "One\ntwo\n\nthree"},
    {"cells and items", "<table><tr><td>a<td>1</table><ul><li>x<li>y</ul>", "a\n\n1\n\nx\n\ny"},
    {"preformatted", "<pre>a  b\nc</pre>", "a b\nc"},
    {"references", "<p>A &amp; B&eacute;&#8217;&#x2019; &lt5 &notit; &nosuch; 5 & 6 &</p>",
     "A & B\xc3\xa9\xe2\x80\x99\xe2\x80\x99 <5 \xc2\xacit; &nosuch; 5 & 6 &"},
    {"carriage returns", "<p>One\r\ntwo</p>", "One two"},
    {"tags that are ignored", "<p>ab</x>cd <tr>ef</p>", "abcd ef"},
    {"text between cells", "<table>a<tr><td>b</td></tr>c</table>", "a\n\nb\n\nc"},
    {"scripts and styles", "<p>A<script>var b = '<p>c</p>';</script></p><style>p{}</style>", "A"},
    {"icons within a sentence", "<p>A <svg><title>x</title><path d='M0'/></svg> b</p>", "A b"},
    {"what is struck out", "<p>It cost <del>$5</del> <s>$6</s> $7.</p>", "It cost $7."},
    {"comments", "<p>A <!-- b --> c</p>", "A c"},
    {"navigation", STORY "<nav><a href=a>Sport</a></nav><header><a href=b>Home</a> Paper</header>",
     STORY_TEXT},
    {"the article's own header", "<article><header><h1>Fire</h1></header>" STORY "</article>",
     "Fire\n\n" STORY_TEXT},
    {"footer and aside", STORY "<aside>More</aside><footer>Copyright 2025</footer>", STORY_TEXT},
    {"form", STORY "<form>Your mail <input></form><button>Send</button>", STORY_TEXT},
    {"a form around the page", "<form>" STORY "<div>More</div></form>", STORY_TEXT "\n\nMore"},
    {"hidden",
     STORY "<div hidden>A</div><div style='display: none'>B</div><p aria-hidden=true>C</p>",
     STORY_TEXT},
    {"roles", STORY "<div role=navigation>A</div><div role=complementary>B</div>", STORY_TEXT},
    {"names of boilerplate", STORY "<div class='x share-bar'>A</div><p id=related_stories>B</p>",
     STORY_TEXT},
    {"names that only say so of the page",
     "<body class='has-sidebar no-ads'>" STORY "<p class=with-menu>A</p>", STORY_TEXT "\n\nA"},
    {"lists of links", STORY "<ul><li><a href=a>One fire kills 9</a><li><a href=b>Other</a></ul>",
     STORY_TEXT},
    {"lists with a link", STORY "<ul><li>Nine people died in <a href=a>Leeds</a><li>Two</ul>",
     STORY_TEXT "\n\nNine people died in Leeds\n\nTwo"},
    {"a heading that is a link", STORY "<h3><a href=a>Other fire kills 9</a></h3>", STORY_TEXT},
    {"a line that is a link", STORY "<p><a href=a>Read more: other fire kills 9</a></p>",
     STORY_TEXT},
    {"numbers of footnotes",
     "<p>It rose 5 m<sup>2</sup>.<sup><a href='#n'>[1]</a></sup> So. It burned on and on.</p>",
     "It rose 5 m2. So. It burned on and on."},
    {"the article alone",
     "<h1>Fire</h1><article>" STORY "</article><div><p>Other fire kills 9.</p></div>",
     "Fire\n\n" STORY_TEXT},
    {"a headline around the article", "<h1>A<article>" STORY "</article>", STORY_TEXT},
    {"an article too small", "<article><p>A</p></article>" STORY, "A\n\n" STORY_TEXT},
};

static void
test_text(void **state)
{
    const HtmlRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write(folder, "a.html", row->source);
    test_folder_read_one(folder, "a.html");
    assert_log(folder->log, "");
    assert_string_equal(test_folder_get(folder, 0)->text, row->text);
    test_assert_offsets(test_folder_get(folder, 0));
}

typedef struct {
    const char *name;
    const char *head;
    const char *fields; /* title|published|publisher|url */
} MetaRow;

static const MetaRow meta_rows[] = {
    {"title", "<title>Fire &amp; smoke</title>", "Fire & smoke|-|-|-"},
    {"Open Graph",
     "<title>x</title><meta property='og:title' content='Fire'><meta property='og:site_name' "
     "content=P>"
     "<meta property='article:published_time' content='2025-01-02T03:04Z'><meta property='og:url' "
     "content='http://x/y'>",
     "Fire|2025-01-02T03:04Z|P|http://x/y"},
    {"canonical before all",
     "<meta property='og:url' content='http://x/z'><link rel=canonical href='https://x/y'>",
     "-|-|-|https://x/y"},
    {"no other schemes", "<link rel=canonical href='javascript:x'>", "-|-|-|-"},
    {"other names of dates", "<meta name=pubdate content=2025-01-02><meta name=date content=2024>",
     "-|2025-01-02|-|-"},
    {"linked data",
     "<script "
     "type='application/"
     "ld+json'>{\"@context\":1,\"datePublished\":\"2025\",\"@type\":\"NewsArticle\","
     "\"headline\":\"H\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"P\"}}</script>",
     "H|2025|P|-"},
    {"linked data in a graph",
     "<script "
     "type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"datePublished\":\"1999\"},"
     "{\"@type\":[\"Thing\",\"Article\"],\"datePublished\":\"2025\"}]}</script>",
     "-|2025|-|-"},
    {"linked data of something else",
     "<script "
     "type='application/ld+json'>{\"@type\":\"Product\",\"datePublished\":\"2025\"}</script>",
     "-|-|-|-"},
    {"linked data that breaks off",
     "<script type='application/ld+json'>{\"@type\":\"Article\",</script>", "-|-|-|-"},
    {"time", "<body><time datetime=2025-01-02>Thursday</time>", "-|2025-01-02|-|-"},
    {"time of the change",
     "<body><time datetime=2025 itemprop=dateModified></time><time datetime=2024 pubdate></time>",
     "-|2024|-|-"},
    {"numbers that are no letter", "<title>A &#xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; b</title>",
     "A \xef\xbf\xbd b|-|-|-"},
    {"headline before title", "<title>Fire - Paper</title><body><h1>Fire</h1>", "Fire|-|-|-"},
};

static const char *
or_dash(const char *str)
{
    return str != NULL ? str : "-";
}

static void
test_meta(void **state)
{
    const MetaRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autofree char *source = g_strconcat("<!doctype html>", row->head, "<p>It burned.</p>", NULL);
    g_autofree char *fields = NULL;
    const FactDocument *d;

    test_folder_write(folder, "a.htm", source);
    test_folder_read_one(folder, "a.htm");
    assert_log(folder->log, "");
    d = test_folder_get(folder, 0);
    fields = g_strdup_printf("%s|%s|%s|%s", or_dash(d->title), or_dash(d->published),
                             or_dash(d->publisher), or_dash(d->url));
    assert_string_equal(fields, row->fields);
}

typedef struct {
    const char *name;
    const char *bytes;
    const char *text;
    const char *messages;
} CharsetRow;

static const CharsetRow charset_rows[] = {
    {"meta charset",
     "<meta charset='windows-1252'><p>\x93"
     "5\x94 caf\xe9</p>",
     "\xe2\x80\x9c"
     "5\xe2\x80\x9d caf\xc3\xa9",
     ""},
    {"http-equiv",
     "<META http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\"><p>caf\xe9</p>",
     "caf\xc3\xa9", ""},
    {"XML", "<?xml version='1.0' encoding='koi8-r'?><html><p>\xed</p></html>", "\xd0\x9c", ""},
    {"UTF-8", "<meta charset=utf-8><p>caf\xc3\xa9</p>", "caf\xc3\xa9", ""},
    {"a mark outranks it", "\xef\xbb\xbf<meta charset=latin1><p>caf\xc3\xa9</p>", "caf\xc3\xa9",
     ""},
    {"outside of a tag it is text", "<p>charset=latin1 caf\xc3\xa9</p>",
     "charset=latin1 caf\xc3\xa9", ""},
    {"unknown", "<meta charset=klingon><p>A</p>", "A",
     "a.html:1:1: the encoding \"klingon\" is not known, read as UTF-8"},
};

static void
test_charset(void **state)
{
    const CharsetRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write(folder, "a.html", row->bytes);
    test_folder_read_one(folder, "a.html");
    assert_log(folder->log, row->messages);
    assert_string_equal(test_folder_get(folder, 0)->text, row->text);
}

static void
test_waiver(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    const FactWaiver *waiver;

    (void)state;
    test_folder_write(
        folder, "a.html",
        "<p>A\n <b>b</b> <!-- factdiff:ignore cost -- sic --> c</p><!-- factdiff: -->");
    test_folder_read_one(folder, "a.html");
    assert_int_equal(test_folder_get(folder, 0)->waivers->len, 1);
    waiver = g_ptr_array_index(test_folder_get(folder, 0)->waivers, 0);
    assert_string_equal(waiver->attribute, "cost");
    assert_string_equal(waiver->reason, "sic");
    assert_int_equal(waiver->line, 2);
    assert_int_equal(waiver->column, 11);
}

typedef struct {
    const char *name;
    const char *before;
    const char *repeated; /* %d is its number */
    int times;
    const char *error; /* NULL: it is read */
} LimitRow;

/* A string of the size of a node of gumbo, its end included. */
#define TEN "abcdefghij"
#define LONG_NAME TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN "abcdefg"

static const LimitRow limit_rows[] = {
    {"deep enough", "", "<div>", 500, NULL},
    {"too deep", "", "<div>", 520, "left out: its elements are nested deeper than 512"},
    {"far too deep", "", "<div>", 100000, "left out: its elements are nested deeper than 512"},
    {"deep by what the parser opens again", "", "<div><b i=%d>x</div>", 100000,
     "left out: its elements are nested deeper than 512"},
    {"formats opened again in each paragraph", "<i 1><i 2><i 3><i 4><i 5><i 6><i 7><i 8>",
     "<b i=%d><p>x</b>", 500, NULL},
    {"deep in tables", "", "<table><tr><td>", 100000,
     "left out: its elements are nested deeper than 512"},
    {"deep in drawings", "<svg>", "<g>", 100000,
     "left out: its elements are nested deeper than 512"},
    {"deep in templates", "<template><col><title>", "<template>", 100000,
     "left out: its elements are nested deeper than 512"},
    {"attributes enough", "<p ", "a%d=1 ", 250, NULL},
    {"too many attributes", "<p ", "a%d=1 ", 300,
     "left out: an element has more than 256 attributes"},
    {"too many attributes with a long name now and then", "<p ", "a%d=1 " LONG_NAME "=1 b=1 ", 300,
     "left out: an element has more than 256 attributes"},
    {"pages in one", "", "<body a%d=1><br>", 64, NULL},
    {"too many pages in one", "", "<body a%d=1><br>", 65, "left out: more than 64 pages in one"},
    {"endless references", "<p>", "&a%d;", 50000, NULL},
    {"endless tags that close nothing", "<p>", "</x%d>", 100000, NULL},
    {"endless items", "<p>", "<li>x", 100000, NULL},
    {"endless angles", "<p>", "<", 100000, NULL},
};

static void
test_limits(void **state)
{
    const LimitRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) source = g_string_new(row->before);
    g_autofree char *message =
        row->error != NULL ? g_strconcat("a.html:1:1: ", row->error, NULL) : g_strdup("");
    g_auto(GStrv) parts = g_strsplit(row->repeated, "%d", 2);

    for (int i = 0; i < row->times; i++) {
        g_string_append(source, parts[0]);
        if (parts[1] != NULL)
            g_string_append_printf(source, "%d%s", i, parts[1]);
    }
    g_string_append(source, ">text");
    test_folder_write(folder, "a.html", source->str);
    test_folder_read_one(folder, "a.html");
    assert_log(folder->log, message);
}

static void
test_bytes_max(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) source = g_string_sized_new(FACT_HTML_BYTES_MAX + 1);

    (void)state;
    while (source->len <= FACT_HTML_BYTES_MAX)
        g_string_append(source, "<p>It burned for days and days.</p>\n");
    test_folder_write(folder, "a.html", source->str);
    test_folder_read_one(folder, "a.html");
    assert_log(folder->log, "a.html:1:1: left out: a page of more than 32 MiB");
}

/* Four hundred formats that are opened again in each paragraph. */
static void
test_memory_max(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) source = g_string_new("<div>");

    (void)state;
    for (int i = 0; i < 400; i++)
        g_string_append_printf(source, "<b i=%d>", i);
    g_string_append(source, "</div>");
    for (int i = 0; i < 5000; i++)
        g_string_append(source, "<p>x");
    test_folder_write(folder, "a.html", source->str);
    test_folder_read_one(folder, "a.html");
    assert_log(folder->log, "a.html:1:1: left out: its markup takes too much memory for its size");
}

typedef struct {
    const char *name;
    const char *str;
    const char *decoded; /* NULL: no reference */
    size_t used;
} EntityRow;

static const EntityRow entity_rows[] = {
    {"name", "&amp;x", "&", 5},
    {"name without its end", "&ampx", "&", 4},
    {"longer name", "&notin;", "\xe2\x88\x89", 7},
    {"a name within a name", "&notit;", "\xc2\xac", 4},
    {"number", "&#65;", "A", 5},
    {"hexadecimal", "&#x1F600;", "\xf0\x9f\x98\x80", 9},
    {"of Windows", "&#146;", "\xe2\x80\x99", 6},
    {"zero", "&#0;", "\xef\xbf\xbd", 4},
    {"a number over the edge", "&#xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;", "\xef\xbf\xbd", 34},
    {"two letters", "&fjlig;", "fj", 7},
    {"unknown", "&nosuch;", NULL, 0},
    {"no name", "& x", NULL, 0},
    {"at the end", "&", NULL, 0},
    {"too long", "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;", NULL, 0},
};

static void
test_entity(void **state)
{
    const EntityRow *row = *state;
    g_autoptr(FactEntities) entities = fact_entities_new();

    for (int i = 0; i < 2; i++) {
        size_t used = 0;
        const char *decoded = fact_entities_decode(entities, row->str, strlen(row->str), &used);

        assert_int_equal(g_strcmp0(decoded, row->decoded), 0);
        if (row->decoded != NULL)
            assert_int_equal(used, row->used);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("read-html");

    test_suite_add_rows(suite, test_text, html_rows);
    test_suite_add_rows(suite, test_meta, meta_rows);
    test_suite_add_rows(suite, test_charset, charset_rows);
    test_suite_add_rows(suite, test_limits, limit_rows);
    test_suite_add_rows(suite, test_entity, entity_rows);
    test_suite_add(suite, test_waiver);
    test_suite_add(suite, test_bytes_max);
    test_suite_add(suite, test_memory_max);
    return test_suite_run(suite, argc, argv);
}
