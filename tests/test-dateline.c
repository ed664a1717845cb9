/* SPDX-License-Identifier: MIT
 *
 * Where a document's date is found when its metadata give none.
 */
#include "value/dateline.h"

#include "support/suite.h"

#include <string.h>

static FactCatalog *catalog;

typedef struct {
    const char *name;
    const char *published;
    const char *url;
    const char *text;
    const char *expected; /* NULL: stays without */
} DatelineRow;

static const DatelineRow rows[] = {
    {"metadata win", "2019-02-03", "https://a.example/2013/07/21/x", "A title\nMarch 1, 2008\n",
     "2019-02-03"},
    {"metadata without a date", "She was 91.", "https://a.example/2013/07/21/x", "", "2013-07-21"},
    {"url slashes", NULL, "https://a.example/news/2013/07/21/fire-in-town", "", "2013-07-21"},
    {"url without zeros", NULL, "https://a.example/2013/7/9/fire.html", "", "2013-07-09"},
    {"url ends with the day", NULL, "https://a.example/2013/07/21", "", "2013-07-21"},
    {"url query", NULL, "https://a.example/2013/07/21?page=2", "", "2013-07-21"},
    {"url dashes", NULL, "https://a.example/story/2013-07-21-fire/", "", "2013-07-21"},
    {"url month name", NULL, "https://a.example/world/2013/sep/16/climber", "", "2013-09-16"},
    {"url compact", NULL, "https://a.example/30409/20130606/swimmer.htm", "", "2013-06-06"},
    {"url without a scheme", NULL, "a.example/2013/07/21/fire", "", "2013-07-21"},
    {"url month alone", NULL, "https://a.example/2013/07/fire", "", NULL},
    {"url number of a story", NULL, "https://a.example/2013/8723/41/fire", "", NULL},
    {"url long number", NULL, "https://a.example/20401724/fire", "", NULL},
    {"url number and more", NULL, "https://a.example/201307211/fire", "", NULL},
    {"url impossible day", NULL, "https://a.example/2013/02/30/fire", "", NULL},
    {"url older than the web", NULL, "https://a.example/1944/06/06/landing", "", NULL},
    {"url date in the host", NULL, "https://2013.example/07/21/", "", NULL},
    {"url day in a slug", NULL, "https://a.example/on-june-6-1994-we-met", "", NULL},
    {"second line", NULL, NULL, "A title\nMarch 1, 2008\nThe text.", "March 1, 2008"},
    {"weekday and zone", NULL, NULL, "A title\n\n  Last updated: Monday, 5 June 2013, 14:02 GMT\n",
     "Last updated: Monday, 5 June 2013, 14:02 GMT"},
    {"carriage return", NULL, NULL, "A title\r\n5 June 2013\r\nThe text.", "5 June 2013"},
    {"posted and updated", NULL, NULL, "T\nPosted June 5, 2013 | Updated June 7, 2013\nText",
     "Posted June 5, 2013 | Updated June 7, 2013"},
    {"url before the text", NULL, "https://a.example/2013/07/21/x", "T\nMarch 1, 2008\n",
     "2013-07-21"},
    {"prose", NULL, NULL, "The treaty was signed on March 1, 2008.\nIt held.", NULL},
    {"a title with a date", NULL, NULL, "The battle of June 6, 1944\nIt was long.", NULL},
    {"a person's dates", NULL, NULL, "Ann Marsh (June 6, 1914 - May 2, 2001)\nShe wrote.", NULL},
    {"no year", NULL, NULL, "A title\nMarch 1\nThe text.", NULL},
    {"far down", NULL, NULL, "T\na b\nc d\ne f\ng h\ni j\nMarch 1, 2008\n", NULL},
    {"nothing", NULL, NULL, "", NULL},
};

static void
test_dateline(void **state)
{
    const DatelineRow *row = *state;
    FactDocument *document = fact_document_new("row");

    document->published = g_strdup(row->published);
    document->url = g_strdup(row->url);
    document->text_len = strlen(row->text);
    document->text = g_malloc0(document->text_len + FACT_TEXT_PADDING);
    memcpy(document->text, row->text, document->text_len);
    fact_dateline_complete(catalog, document);
    if (row->expected == NULL)
        assert_null(document->published);
    else
        assert_string_equal(document->published, row->expected);
    fact_document_free(document);
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    catalog = fact_catalog_new(NULL, log, &error);
    g_assert_nonnull(catalog);
    TestSuite *suite = test_suite_new("dateline");
    test_suite_add_rows(suite, test_dateline, rows);
    int status = test_suite_run(suite, argc, argv);
    fact_catalog_unref(catalog);
    return status;
}
