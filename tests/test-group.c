/* SPDX-License-Identifier: MIT */
#include "support/assert.h"

#include "corpus/group.h"

typedef struct {
    const char *name;
    FactGroupBy group_by;
    const char *field;
    const char *path;
    const char *topic;
    const char *publisher;
    const char *url;
    const char *extra;
    const char *expected;
} GroupRow;

static const GroupRow group_rows[] = {
    {"topic by default", FACT_GROUP_BY_DEFAULT, NULL, "a.txt", "flood", "Post", NULL, NULL,
     "flood"},
    {"no topic", FACT_GROUP_BY_DEFAULT, NULL, "a.txt", NULL, "Post", NULL, NULL, ""},
    {"none", FACT_GROUP_BY_NONE, NULL, "a.txt", "flood", NULL, NULL, NULL, ""},
    {"source", FACT_GROUP_BY_SOURCE, NULL, "a.txt", NULL, "Post", "https://x.org", NULL, "Post"},
    {"source from the url", FACT_GROUP_BY_SOURCE, NULL, "a.txt", NULL, NULL,
     "https://www.example.org:8080/news?id=1", NULL, "www.example.org"},
    {"no source", FACT_GROUP_BY_SOURCE, NULL, "a.txt", NULL, NULL, NULL, NULL, ""},
    {"folder", FACT_GROUP_BY_DIRECTORY, NULL, "news/2025/a.txt", NULL, NULL, NULL, NULL,
     "news/2025"},
    {"folder of none", FACT_GROUP_BY_DIRECTORY, NULL, "a.txt", NULL, NULL, NULL, NULL, "."},
    {"field that is known", FACT_GROUP_BY_FIELD, "publisher", "a.txt", NULL, "Post", NULL, NULL,
     "Post"},
    {"further field", FACT_GROUP_BY_FIELD, "desk", "a.txt", NULL, NULL, NULL, "{\"desk\":\"city\"}",
     "city"},
    {"number as a field", FACT_GROUP_BY_FIELD, "issue", "a.txt", NULL, NULL, NULL, "{\"issue\":7}",
     "7"},
    {"null as a field", FACT_GROUP_BY_FIELD, "desk", "a.txt", NULL, NULL, NULL, "{\"desk\":null}",
     ""},
    {"field that is not there", FACT_GROUP_BY_FIELD, "desk", "a.txt", NULL, NULL, NULL, "{}", ""},
};

static void
test_group(void **state)
{
    const GroupRow *row = *state;
    FactCorpusOptions options = {.group_by = row->group_by, .group_field = row->field};
    g_autoptr(FactStringPool) pool = fact_string_pool_new();
    g_autoptr(FactDocument) document = fact_document_new(row->path);

    document->topic = g_strdup(row->topic);
    document->publisher = g_strdup(row->publisher);
    document->url = g_strdup(row->url);
    document->extra = g_strdup(row->extra);
    assert_string_equal(fact_group_of(document, &options, pool), row->expected);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("group");

    test_suite_add_rows(suite, test_group, group_rows);
    return test_suite_run(suite, argc, argv);
}
