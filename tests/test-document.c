/* SPDX-License-Identifier: MIT */
#include "base/document.h"

#include "support/assert.h"

#include <string.h>

/* "<p>one</p>\n<p>two</p>" without its markup. */
static FactDocument *
make_document(void)
{
    static const FactOffsetRun runs[] = {{0, 3}, {3, 10}, {4, 14}};
    FactDocument *document = fact_document_new("a.html");

    document->raw = g_strdup("<p>one</p>\n<p>two</p>");
    document->raw_len = strlen(document->raw);
    document->text = g_strdup("one\ntwo");
    document->text_len = strlen(document->text);
    document->runs = g_array_new(FALSE, FALSE, sizeof(FactOffsetRun));
    g_array_append_vals(document->runs, runs, G_N_ELEMENTS(runs));
    return document;
}

typedef struct {
    const char *name;
    uint32_t offset;
    uint32_t file_offset;
    guint line;
    guint column;
} OffsetRow;

static const OffsetRow offset_rows[] = {
    {"first byte", 0, 3, 1, 4},       {"within a run", 2, 5, 1, 6},   {"second run", 3, 10, 1, 11},
    {"third run", 4, 14, 2, 4},       {"its last byte", 6, 16, 2, 6}, {"end", 7, 17, 2, 7},
    {"past the end", 99, 109, 2, 11},
};

static void
test_offset(void **state)
{
    const OffsetRow *row = *state;
    g_autoptr(FactDocument) document = make_document();

    assert_int_equal(fact_document_file_offset(document, row->offset), row->file_offset);
    assert_position(fact_document_position(document, row->offset), row->line, row->column);
}

static void
test_offsets_without_runs(void **state)
{
    g_autoptr(FactDocument) document = make_document();

    (void)state;
    g_clear_pointer(&document->runs, g_array_unref);
    assert_int_equal(fact_document_file_offset(document, 12), 12);
    assert_position(fact_document_position(document, 12), 2, 2);
}

static void
test_offset_before_the_first_run(void **state)
{
    g_autoptr(FactDocument) document = make_document();
    FactOffsetRun run = {5, 14};

    (void)state;
    g_array_set_size(document->runs, 0);
    g_array_append_val(document->runs, run);
    assert_int_equal(fact_document_file_offset(document, 2), 14);
}

static void
test_positions_in_one_pass(void **state)
{
    static const uint32_t offsets[] = {0, 2, 2, 4, 7};
    g_autoptr(FactDocument) document = make_document();
    FactPosition positions[G_N_ELEMENTS(offsets)];

    (void)state;
    fact_document_positions(document, offsets, G_N_ELEMENTS(offsets), positions);
    for (guint i = 0; i < G_N_ELEMENTS(offsets); i++) {
        FactPosition single = fact_document_position(document, offsets[i]);

        assert_position(positions[i], single.line, single.column);
    }
}

static void
test_record_of_a_json_file(void **state)
{
    g_autoptr(FactDocument) document = make_document();

    (void)state;
    document->record_line = 12;
    document->record_column = 3;
    assert_int_equal(fact_document_file_offset(document, 4), 4);
    assert_position(fact_document_position(document, 4), 12, 3);
}

static void
test_byte_order_mark_is_no_column(void **state)
{
    g_autoptr(FactDocument) document = fact_document_new("a.txt");

    (void)state;
    document->raw = g_strdup("\xef\xbb\xbf"
                             "\xc3\xa9x");
    document->raw_len = strlen(document->raw);
    assert_position(fact_document_position(document, 3), 1, 1);
    assert_position(fact_document_position(document, 5), 1, 2);
}

static void
test_release_keeps_the_record(void **state)
{
    g_autoptr(FactDocument) document = make_document();

    (void)state;
    document->title = g_strdup("One");
    fact_document_release_text(document);
    assert_null(document->text);
    assert_null(document->raw);
    assert_null(document->runs);
    assert_string_equal(document->title, "One");
    assert_string_equal(document->path, "a.html");
    assert_position(fact_document_position(document, 4), 1, 1);
}

static void
test_free_accepts_null(void **state)
{
    FactWaiver *waiver = g_new0(FactWaiver, 1);

    (void)state;
    waiver->reason = g_strdup("a quotation");
    fact_waiver_free(waiver);
    fact_waiver_free(NULL);
    fact_document_free(NULL);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("document");

    test_suite_add_rows(suite, test_offset, offset_rows);
    test_suite_add(suite, test_offsets_without_runs);
    test_suite_add(suite, test_offset_before_the_first_run);
    test_suite_add(suite, test_positions_in_one_pass);
    test_suite_add(suite, test_record_of_a_json_file);
    test_suite_add(suite, test_byte_order_mark_is_no_column);
    test_suite_add(suite, test_release_keeps_the_record);
    test_suite_add(suite, test_free_accepts_null);
    return test_suite_run(suite, argc, argv);
}
