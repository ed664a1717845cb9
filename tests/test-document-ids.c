/* SPDX-License-Identifier: MIT */
#include "support/assert.h"

#include "corpus/document-ids.h"

typedef struct {
    const char *name;
    const char *ids;      /* as they come */
    const char *expected; /* as they are called */
    guint n_problems;
} IdsRow;

static const IdsRow ids_rows[] = {
    {"all different", "a b c", "a b c", 0},
    {"one twice", "a b a", "a b a#2", 1},
    {"one three times", "a a a", "a a#2 a#3", 2},
    {"made id is taken", "a a#2 a", "a a#2 a#3", 1},
    {"made id comes later", "a a a#2", "a a#2 a#2#2", 2},
};

static void
test_take(void **state)
{
    const IdsRow *row = *state;
    g_auto(GStrv) ids = g_strsplit(row->ids, " ", -1);
    g_autoptr(FactDocumentIds) taken = fact_document_ids_new();
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; ids[i] != NULL; i++) {
        g_autoptr(FactDocument) document = fact_document_new("news.jsonl");
        g_free(document->id);
        document->id = g_strdup(ids[i]);
        document->record_line = i + 1;
        fact_document_ids_take(taken, document, log);
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", document->id);
    }
    assert_gstring(names, row->expected);
    assert_int_equal(fact_log_get_length(log), row->n_problems);
}

static void
test_message_names_place(void **state)
{
    g_autoptr(FactDocumentIds) taken = fact_document_ids_new();
    g_autoptr(FactLog) log = fact_log_new();

    (void)state;
    for (guint i = 0; i < 2; i++) {
        g_autoptr(FactDocument) document = fact_document_new("news.jsonl");
        g_free(document->id);
        document->id = g_strdup("x");
        document->record_line = 7;
        document->record_column = 3;
        fact_document_ids_take(taken, document, log);
    }
    assert_log(log,
               "news.jsonl:7:3: another document has the id \"x\" too; this one is called \"x#2\"");
    assert_true(fact_log_has_errors(log));
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("document-ids");

    test_suite_add_rows(suite, test_take, ids_rows);
    test_suite_add(suite, test_message_names_place);
    return test_suite_run(suite, argc, argv);
}
