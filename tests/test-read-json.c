/* SPDX-License-Identifier: MIT */
#include "support/assert.h"
#include "support/folder.h"
#include "support/random.h"

#include "read/input.h"
#include "read/json-scan.h"
#include "read/source.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const char *name;
    const char *file;
    const char *json;
    const char
        *records; /* a line each: id|text|title|published|publisher|url|topic|extra@line:column */
    const char *messages;
} RecordRow;

static const RecordRow record_rows[] = {
    {"all fields", "a.json",
     "{\"id\":\"x\",\"text\":\"T\",\"title\":\"H\",\"published\":\"2025\",\"publisher\":\"P\","
     "\"url\":\"u\","
     "\"topic\":\"t\"}",
     "x|T|H|2025|P|u|t|-@1:1\n", ""},
    {"second names", "a.json",
     "{\"doc_id\":\"x\",\"text\":\"T\",\"date\":\"2025\",\"source\":\"P\"}",
     "x|T|-|2025|P|-|-|-@1:1\n", ""},
    {"both names: the other passes through", "a.json",
     "{\"doc_id\":\"y\",\"id\":\"x\",\"text\":\"T\"}", "x|T|-|-|-|-|-|{\"doc_id\":\"y\"}@1:1\n",
     ""},
    {"further fields pass through", "a.json",
     "{\"a\": [1, {\"b c\": null}],\n\"text\":\"T\", \"n\":1.50 }",
     "a.json:1|T|-|-|-|-|-|{\"a\":[1,{\"b c\":null}],\"n\":1.50}@1:1\n", ""},
    {"a number as id", "a.json", "{\"id\":12,\"text\":\"T\",\"topic\":7}", "12|T|-|-|-|-|7|-@1:1\n",
     ""},
    {"null is missing", "a.json", "{\"id\":null,\"text\":\"T\",\"title\":null,\"url\":\"\"}",
     "a.json:1|T|-|-|-|-|-|-@1:1\n", ""},
    {"another type passes through", "a.json", "{\"text\":\"T\",\"source\":{\"name\":\"P\"}}",
     "a.json:1|T|-|-|-|-|-|{\"source\":{\"name\":\"P\"}}@1:1\n", ""},
    {"escapes", "a.json", "{\"text\":\"\\u00e9\\n\\\"\\ud83d\\ude00\\/\"}",
     "a.json:1|\xc3\xa9\n\"\xf0\x9f\x98\x80/|-|-|-|-|-|-@1:1\n", ""},
    {"characters that stand for nothing", "a.json", "{\"text\":\"a\\u0000b\\ud800c\"}",
     "a.json:1|a b\xef\xbf\xbd"
     "c|-|-|-|-|-|-@1:1\n",
     "a.json:1:1: 2 characters of \"text\" stand for nothing and were replaced"},
    {"an array", "a.json", "[{\"text\":\"A\"},\n  {\"text\":\"B\"}]",
     "a.json:1|A|-|-|-|-|-|-@1:2\na.json:2|B|-|-|-|-|-|-@2:3\n", ""},
    {"held by documents", "a.json",
     "{\"version\":1,\"documents\":[{\"text\":\"A\"},{\"text\":\"B\",\"id\":\"b\"}]}",
     "a.json:1|A|-|-|-|-|-|-@1:27\nb|B|-|-|-|-|-|-@1:40\n", ""},
    {"held by articles", "a.json", "{\"articles\":[{\"text\":\"A\"}],\"status\":\"ok\"}",
     "a.json:1|A|-|-|-|-|-|-@1:14\n", ""},
    {"a member of that name may be anything", "a.json", "{\"text\":\"A\",\"articles\":[1,2]}",
     "a.json:1|A|-|-|-|-|-|{\"articles\":[1,2]}@1:1\n", ""},
    {"nothing held", "a.json", "{\"articles\":[]}", "", ""},
    {"lines", "a.jsonl", "{\"text\":\"A\"}\n\n{\"text\":\"B\"}\r\n{\"text\":\"C\"}",
     "a.jsonl:1|A|-|-|-|-|-|-@1:1\na.jsonl:3|B|-|-|-|-|-|-@3:1\na.jsonl:4|C|-|-|-|-|-|-@4:1\n", ""},
    {"lines by another name", "a.json", "{\"text\":\"A\"}\n{\"text\":\"B\"}\n",
     "a.json:1|A|-|-|-|-|-|-@1:1\na.json:2|B|-|-|-|-|-|-@2:1\n", ""},
    {"lines after a mark", "a.ndjson", "\xef\xbb\xbf{\"text\":\"A\"}\n{\"text\":\"B\"}\n",
     "a.ndjson:1|A|-|-|-|-|-|-@1:1\na.ndjson:2|B|-|-|-|-|-|-@2:1\n", ""},
    {"records one after the other", "a.json", "{\n\"text\":\"A\"\n}\n{\n\"text\":\"B\"\n}",
     "a.json:1|A|-|-|-|-|-|-@1:1\na.json:4|B|-|-|-|-|-|-@4:1\n", ""},
    {"a broken line costs itself alone", "a.jsonl",
     "{\"text\":\"A\"}\n{\"text\":\n{\"text\":\"C\"}\n{\"text\":\"D\"} x\n",
     "a.jsonl:1|A|-|-|-|-|-|-@1:1\na.jsonl:3|C|-|-|-|-|-|-@3:1\na.jsonl:4|D|-|-|-|-|-|-@4:1\n",
     "a.jsonl:2:9: the text breaks off\na.jsonl:4:14: nothing should follow on this line"},
    {"a file that breaks off", "a.json", "[{\"text\":\"A\"},\n{\"text\":\"B",
     "a.json:1|A|-|-|-|-|-|-@1:2\n", "a.json:2:11: the text ends within a string"},
    {"columns count letters", "a.jsonl", "{\"t\xc3\xa9xt\":\"\xe2\x82\xac\",x}\n", "",
     "a.jsonl:1:13: a member's name should stand here"},
    {"no text", "a.jsonl", "{\"id\":\"x\"}\n", "",
     "a.jsonl:1:1: not an article: there is no \"text\" in it"},
    {"text of another type", "a.json", "{\"id\":\"x\",\"text\":5}", "",
     "a.json:1:18: \"text\" has to be a string"},
    {"empty text", "a.json", "{\"id\":\"x\",\"text\":\"\"}", "x||-|-|-|-|-|-@1:1\n",
     "a.json:1:1: \"text\" is empty"},
    {"given twice", "a.json", "{\"text\":\"A\",\"text\":\"B\"}", "a.json:1|A|-|-|-|-|-|-@1:1\n",
     "a.json:1:13: \"text\" is given twice, the first is taken"},
    {"not an object", "a.jsonl", "5\n[]\n", "",
     "a.jsonl:1:1: an object should stand here\na.jsonl:2:1: an object should stand here"},
    {"bad bytes", "a.jsonl", "{\"text\":\"caf\xe9\"}\n{\"text\":\"B\"}\n",
     "a.jsonl:1|caf\xef\xbf\xbd|-|-|-|-|-|-@1:1\na.jsonl:2|B|-|-|-|-|-|-@2:1\n",
     "a.jsonl:1:13: not UTF-8, replaced by U+FFFD (1 such places)"},
    {"blank", "a.json", " \n ", "", "a.json:1:1: there is nothing in it"},
};

static const char *
or_dash(const char *str)
{
    return str != NULL ? str : "-";
}

static void
assert_records(const TestFolder *folder, const char *records)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (guint i = 0; i < folder->documents->len; i++) {
        const FactDocument *d = test_folder_get(folder, i);

        g_string_append_printf(out, "%s|%s|%s|%s|%s|%s|%s|%s@%u:%u\n", d->id, d->text,
                               or_dash(d->title), or_dash(d->published), or_dash(d->publisher),
                               or_dash(d->url), or_dash(d->topic), or_dash(d->extra),
                               d->record_line, d->record_column);
    }
    assert_gstring(out, records);
}

static void
test_records(void **state)
{
    const RecordRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write(folder, row->file, row->json);
    test_folder_read_one(folder, row->file);
    assert_log(folder->log, row->messages);
    assert_records(folder, row->records);
}

/* What was read is read again from its place. */
static void
test_reload(void **state)
{
    const RecordRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write(folder, row->file, row->json);
    test_folder_read_one(folder, row->file);
    for (guint i = 0; i < folder->documents->len; i++) {
        const FactDocument *document = test_folder_get(folder, i);
        g_autoptr(FactDocument) again = fact_document_reload(document);

        assert_non_null(again);
        assert_string_equal(again->id, document->id);
        assert_string_equal(again->text, document->text);
        assert_int_equal(again->record_line, document->record_line);
        assert_int_equal(fact_document_file_offset(again, 1), 1);
    }
}

static void
test_utf16(void **state)
{
    static const char json[] = "[{\"text\":\"\xc3\xa9 A\"}, {\"text\":\"B\"}]";
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(FactDocument) again = NULL;
    gsize len;
    g_autofree char *wide = g_convert(json, -1, "UTF-16LE", "UTF-8", NULL, &len, NULL);
    g_autoptr(GString) marked = g_string_new("\xff\xfe");

    (void)state;
    g_string_append_len(marked, wide, (gssize)len);
    test_folder_write_len(folder, "a.json", marked->str, marked->len);
    test_folder_read_one(folder, "a.json");
    assert_int_equal(folder->documents->len, 2);
    again = fact_document_reload(test_folder_get(folder, 1));
    assert_non_null(again);
    assert_string_equal(again->text, "B");
}

/* A record longer than what is read at first. */
static void
test_reload_long(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) json = g_string_new("{\"text\":\"A\"}\n{\"text\":\"");
    g_autoptr(FactDocument) again = NULL;

    (void)state;
    for (int i = 0; i < 30000; i++)
        g_string_append(json, "\xe2\x82\xac 5 ");
    g_string_append(json, "\"}\n{\"text\":\"C\"}\n");
    test_folder_write(folder, "a.jsonl", json->str);
    test_folder_read_one(folder, "a.jsonl");
    assert_int_equal(folder->documents->len, 3);
    again = fact_document_reload(test_folder_get(folder, 1));
    assert_non_null(again);
    assert_string_equal(again->text, test_folder_get(folder, 1)->text);
}

static void
test_claims(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autofree char *again = NULL;

    (void)state;
    test_folder_write(folder, "c.jsonl",
                      "{\"record\":\"claim\",\"id\":\"1\"}\n{\"text\":\"A\",\"record\":\"other\"}\n"
                      " {\"id\":\"d\",\"record\":\"document\"}\n");
    test_folder_read_one(folder, "c.jsonl");
    assert_int_equal(folder->claims->len, 2);
    assert_string_equal(g_ptr_array_index(folder->claims, 0),
                        "c.jsonl:1:0 {\"record\":\"claim\",\"id\":\"1\"}");
    assert_string_equal(g_ptr_array_index(folder->claims, 1),
                        "c.jsonl:3:59 {\"id\":\"d\",\"record\":\"document\"}");
    assert_records(folder, "c.jsonl:2|A|-|-|-|-|-|{\"record\":\"other\"}@2:1\n");
    again = fact_record_reload("c.jsonl", 59);
    assert_string_equal(again, "{\"id\":\"d\",\"record\":\"document\"}");
    assert_null(fact_record_reload("gone.jsonl", 0));
}

/* A large file comes in blocks; every line is read once, in order, with its own number. */
static void
test_blocks(void **state)
{
    enum { N_LINES = 30000 };
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) json = g_string_new(NULL);

    (void)state;
    for (int i = 0; i < N_LINES; i++)
        g_string_append_printf(json, "{\"id\":%d,\"text\":\"%0*d\"}\n", i, i % 97, i);
    g_string_truncate(json, json->len - 1);
    test_folder_write(folder, "a.jsonl", json->str);
    test_folder_read_one(folder, "a.jsonl");
    assert_true(folder->n_inputs > json->len / FACT_INPUT_BLOCK_BYTES);
    assert_int_equal(folder->documents->len, N_LINES);
    for (guint i = 0; i < N_LINES; i++) {
        const FactDocument *document = test_folder_get(folder, i);

        assert_int_equal(g_ascii_strtoull(document->id, NULL, 10), i);
        assert_int_equal(document->record_line, i + 1);
        assert_true(g_str_has_prefix(json->str + document->record_offset, "{\"id\":"));
    }
}

/* A line longer than a block is still one. */
static void
test_long_line(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) json = g_string_new("{\"text\":\"A\"}\n{\"text\":\"");

    (void)state;
    for (guint i = 0; i < 3 * FACT_INPUT_BLOCK_BYTES / 8; i++)
        g_string_append(json, "abcdefg ");
    g_string_append(json, "\"}\n{\"text\":\"C\"}\n");
    test_folder_write(folder, "a.jsonl", json->str);
    test_folder_read_one(folder, "a.jsonl");
    assert_log(folder->log, "");
    assert_int_equal(folder->documents->len, 3);
    assert_int_equal(test_folder_get(folder, 1)->text_len, 3 * FACT_INPUT_BLOCK_BYTES);
    assert_int_equal(test_folder_get(folder, 2)->record_line, 3);
}

/* A line that is longer than is read at all costs itself alone. The file has a hole, not the bytes.
 */
static void
test_line_max(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) json = g_string_new(NULL);
    int fd;

    (void)state;
    while (json->len < 2 * FACT_INPUT_BLOCK_BYTES)
        g_string_append(json, "{\"text\":\"A\"}\n");
    test_folder_write(folder, "a.jsonl", json->str);
    fd = g_open("a.jsonl", O_WRONLY);
    assert_true(
        pwrite(fd, "\n{\"text\":\"last\"}", 16, (off_t)json->len + FACT_READ_BYTES_MAX + 10) == 16);
    close(fd);
    test_folder_read_one(folder, "a.jsonl");
    assert_int_equal(fact_log_get_length(folder->log), 1);
    assert_non_null(strstr(fact_log_get(folder->log, 0)->message,
                           "1: a line of more than 268435456 bytes, left out"));
    assert_string_equal(test_folder_get(folder, folder->documents->len - 1)->text, "last");
}

static void
test_problems_are_counted(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) json = g_string_new(NULL);

    (void)state;
    for (int i = 0; i < 100; i++)
        g_string_append(json, "{\n");
    test_folder_write(folder, "a.jsonl", json->str);
    test_folder_read_one(folder, "a.jsonl");
    assert_int_equal(fact_log_get_length(folder->log), FACT_READ_PROBLEMS_MAX + 1);
    assert_string_equal(fact_log_get(folder->log, FACT_READ_PROBLEMS_MAX)->message,
                        "a.jsonl:1:1: 80 more problems like these");
}

typedef struct {
    const char *name;
    const char *json;
    int at; /* of the error; -1: it is JSON */
} ScanRow;

static const ScanRow scan_rows[] = {
    {"object", "{\"a\":1,\"b\":[true,false,null,\"s\",{}]}", -1},
    {"empty array", " [ ] ", -1},
    {"numbers", "[0,-0,1.5,-1e5,1E+5,0.0e-2]", -1},
    {"leading zero", "[01]", 2},
    {"no digit after the point", "[1.]", 3},
    {"no digit in the exponent", "[1e]", 3},
    {"a plus", "[+1]", 1},
    {"comma at the end", "[1,]", 3},
    {"comma at the end of an object", "{\"a\":1,}", 7},
    {"no comma", "[1 2]", 3},
    {"wrong bracket", "[1}", 2},
    {"no colon", "{\"a\" 1}", 5},
    {"name without marks", "{a:1}", 1},
    {"misspelt word", "[tru]", 1},
    {"bad escape", "\"a\\x\"", 2},
    {"short unicode escape", "\"\\u12\"", 1},
    {"tab in a string", "\"a\tb\"", 2},
    {"open string", "\"abc", 4},
    {"open array", "[1,2", 4},
    {"nothing", "", 0},
    {"long plain string", "\"0123456789abcdef0123456789abcdef\"", -1},
    {"quotation mark at a word's edge", "[\"0123456\",\"01234567\",\"012345678\"]", -1},
};

static void
test_scan(void **state)
{
    const ScanRow *row = *state;
    FactJsonScanner scanner = {row->json, strlen(row->json), 0, NULL};
    FactJsonSlice slice;

    assert_int_equal(fact_json_scan_value(&scanner, &slice), row->at < 0);
    if (row->at < 0)
        return;
    assert_non_null(scanner.error);
    assert_int_equal(scanner.at, row->at);
}

static void
test_scan_depth(void **state)
{
    (void)state;
    for (int depth = FACT_READ_DEPTH_MAX; depth <= FACT_READ_DEPTH_MAX + 1; depth++) {
        g_autoptr(GString) json = g_string_new(NULL);
        FactJsonScanner scanner = {0};
        FactJsonSlice slice;

        for (int i = 0; i < depth; i++)
            g_string_append_c(json, '[');
        for (int i = 0; i < depth; i++)
            g_string_append_c(json, ']');
        scanner.text = json->str;
        scanner.len = json->len;
        assert_int_equal(fact_json_scan_value(&scanner, &slice), depth == FACT_READ_DEPTH_MAX);
    }
}

/* The scanner and jansson call the same texts JSON, of texts that are nearly so. */
static void
test_scan_agrees(void **state)
{
    static const char *const pieces[] = {
        "{", "}",    "[",    "]",      ",",       ":",    "\"a\"", "\"b\"",
        "1", "-2.5", "true", "null",   "\"\\n\"", " ",    "1e-5",  "\"\\u00e9\"",
        "0", "{}",   "[]",   "\"k\":", "\"m\":",  "fals", "\"",    "\\"};
    TestRandom random = {7};
    guint n_good = 0;

    (void)state;
    for (int i = 0; i < 60000; i++) {
        g_autoptr(GString) json = g_string_new("[");
        guint n = 1 + test_random_below(&random, 8);
        FactJsonScanner scanner = {0};
        FactJsonSlice slice;
        gboolean is_json;
        json_t *parsed;

        for (guint k = 0; k < n; k++)
            g_string_append(json, pieces[test_random_below(&random, G_N_ELEMENTS(pieces))]);
        g_string_append_c(json, ']');
        scanner.text = json->str;
        scanner.len = json->len;
        is_json = fact_json_scan_value(&scanner, &slice) && !fact_json_skip_space(&scanner);
        parsed = json_loadb(json->str, json->len, JSON_ALLOW_NUL, NULL);
        if (is_json != (parsed != NULL))
            fail_msg("%s", json->str);
        n_good += is_json;
        json_decref(parsed);
    }
    assert_true(n_good > 500);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("read-json");

    test_suite_add_rows(suite, test_records, record_rows);
    test_suite_add_rows(suite, test_reload, record_rows);
    test_suite_add_rows(suite, test_scan, scan_rows);
    test_suite_add(suite, test_utf16);
    test_suite_add(suite, test_reload_long);
    test_suite_add(suite, test_claims);
    test_suite_add(suite, test_blocks);
    test_suite_add(suite, test_long_line);
    test_suite_add(suite, test_line_max);
    test_suite_add(suite, test_problems_are_counted);
    test_suite_add(suite, test_scan_depth);
    test_suite_add(suite, test_scan_agrees);
    return test_suite_run(suite, argc, argv);
}
