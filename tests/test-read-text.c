/* SPDX-License-Identifier: MIT */
#include "support/assert.h"
#include "support/folder.h"

#include "read/encoding.h"
#include "read/source.h"

#include <glib/gstdio.h>
#include <string.h>

#define BYTES(str) str, sizeof(str) - 1

typedef struct {
    const char *name;
    const char *bytes;
    size_t len;
    const char *text; /* NULL: no document */
    const char *title;
    const char *messages;
} TextRow;

static const TextRow text_rows[] = {
    {"plain", BYTES("One line."), "One line.", NULL, ""},
    {"line feeds stay", BYTES("A b.\nC d.\n"), "A b.\nC d.\n", NULL, ""},
    {"carriage returns stay", BYTES("A b.\r\nC d.\r\n"), "A b.\r\nC d.\r\n", NULL, ""},
    {"byte order mark goes", BYTES("\xef\xbb\xbfText."), "Text.", NULL, ""},
    {"headline is the title too", BYTES("Fire in the town\n\nIt burned.\n"),
     "Fire in the town\n\nIt burned.\n", "Fire in the town", ""},
    {"a sentence is no headline", BYTES("It burned.\n\nIt did.\n"), "It burned.\n\nIt did.\n", NULL,
     ""},
    {"a label is no headline", BYTES("Sport\n\nIt burned.\n"), "Sport\n\nIt burned.\n", NULL, ""},
    {"a headline needs what follows", BYTES("Fire in the town\n \n"), "Fire in the town\n \n", NULL,
     ""},
    {"letters of more bytes", BYTES("caf\xc3\xa9"), "caf\xc3\xa9", NULL, ""},
    {"one bad byte", BYTES("caf\xe9 noir"), "caf\xef\xbf\xbd noir", NULL,
     "a.txt:1:4: not UTF-8, replaced by U+FFFD (1 such places)"},
    {"bad bytes in a row are one", BYTES("a\n b\xff\xfe\xfd c \xc3"),
     "a\n b\xef\xbf\xbd c \xef\xbf\xbd", NULL,
     "a.txt:2:3: not UTF-8, replaced by U+FFFD (2 such places)"},
    {"half a letter before another", BYTES("\xe2\x82n"), "\xef\xbf\xbdn", NULL,
     "a.txt:1:1: not UTF-8, replaced by U+FFFD (1 such places)"},
    {"UTF-16, little end first", BYTES("\xff\xfeH\0i\0 \0\xac\x20"), "Hi \xe2\x82\xac", NULL, ""},
    {"UTF-16, big end first", BYTES("\xfe\xff\0H\0i\xd8\x3d\xde\x00"), "Hi\xf0\x9f\x98\x80", NULL,
     ""},
    {"UTF-16 with half a pair", BYTES("\xff\xfeH\0\x3d\xd8i\0"), "H\xef\xbf\xbdi", NULL,
     "a.txt:1:2: not UTF-8, replaced by U+FFFD (1 such places)"},
    {"UTF-16 cut off", BYTES("\xff\xfeH\0i"), "H\xef\xbf\xbd", NULL,
     "a.txt:1:2: not UTF-8, replaced by U+FFFD (1 such places)"},
    {"empty", BYTES(""), NULL, NULL, "a.txt:1:1: the file is empty"},
    {"blank", BYTES(" \n\t\r\n"), NULL, NULL, "a.txt:1:1: there is no text in it"},
    {"a mark and nothing else", BYTES("\xef\xbb\xbf"), NULL, NULL,
     "a.txt:1:1: there is no text in it"},
    {"binary",
     BYTES("\x7f"
           "ELF\x02\x01\x01\0\0\0\0"),
     NULL, NULL, "a.txt:1:1: a binary file"},
    {"control characters", BYTES("ab\x01\x02\x03\x04"), NULL, NULL, "a.txt:1:1: a binary file"},
};

static void
test_text(void **state)
{
    const TextRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write_len(folder, "a.txt", row->bytes, row->len);
    test_folder_read_one(folder, "a.txt");
    assert_log(folder->log, row->messages);
    assert_int_equal(folder->documents->len, row->text != NULL);
    if (row->text == NULL)
        return;
    assert_string_equal(test_folder_get(folder, 0)->text, row->text);
    assert_string_equal(test_folder_get(folder, 0)->id, "a.txt");
    assert_int_equal(g_strcmp0(test_folder_get(folder, 0)->title, row->title), 0);
}

/* A file in an older encoding that says nothing of it is not turned into question marks. */
static void
test_unreadable(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(GString) text = g_string_new(NULL);

    (void)state;
    for (int i = 0; i < 100; i++)
        g_string_append(text, "\xcc\xee\xf1 \xea ");
    test_folder_write_len(folder, "a.txt", text->str, text->len);
    test_folder_read_one(folder, "a.txt");
    assert_log(folder->log, "a.txt:1:1: neither UTF-8 nor another encoding that it names");
}

typedef struct {
    const char *name;
    const char *charset;
    const char *bytes;
    const char *text;
    gboolean is_known;
} CharsetRow;

static const CharsetRow charset_rows[] = {
    {"latin 1 is windows 1252", "ISO-8859-1",
     "\x80"
     "5 caf\xe9",
     "\xe2\x82\xac"
     "5 caf\xc3\xa9",
     TRUE},
    {"name in capitals", "Windows-1251", "\xcc\xee\xf1\xea\xe2\xe0",
     "\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0", TRUE},
    {"letters of two bytes", "shift_jis", "\x83\x41 A", "\xe3\x82\xa2 A", TRUE},
    {"cut letter", "gbk", "a\x81", "a\xef\xbf\xbd", TRUE},
    {"UTF-8", "utf-8", "caf\xc3\xa9", "caf\xc3\xa9", TRUE},
    {"nobody says UTF-16 in ASCII", "UTF-16", "abc", "abc", TRUE},
    {"shift states are not read", "ISO-2022-JP", "abc", "abc", FALSE},
    {"no such thing", "x-no-such/../thing", "abc", "abc", FALSE},
};

static void
test_charset(void **state)
{
    const CharsetRow *row = *state;
    g_auto(FactDecoded) decoded = {0};

    assert_int_equal(fact_decode(row->bytes, strlen(row->bytes), row->charset, &decoded),
                     row->is_known);
    assert_string_equal(decoded.text, row->text);
}

/* ASCII stands where the map says, whatever stands between. */
static void
test_charset_offsets(void **state)
{
    const char raw[] = "a\xe9z\x80\x81y \xe9\xe9 x";
    g_auto(FactDecoded) decoded = {0};

    (void)state;
    assert_true(fact_decode(raw, sizeof raw - 1, "latin1", &decoded));
    for (guint i = 0; i < decoded.len; i++) {
        if ((guchar)decoded.text[i] < 0x80)
            assert_int_equal(raw[fact_offset_runs_map(decoded.runs, i)], decoded.text[i]);
    }
}

/* Offsets stay those of the file whatever was replaced. */
static void
test_offsets(void **state)
{
    const TextRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();

    test_folder_write_len(folder, "a.txt", row->bytes, row->len);
    test_folder_read_one(folder, "a.txt");
    if (row->text == NULL || fact_encoding_is_utf16(row->bytes, row->len))
        return;
    test_assert_offsets(test_folder_get(folder, 0));
}

static void
test_reload(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();
    g_autoptr(FactDocument) again = NULL;

    (void)state;
    test_folder_write(folder, "a.txt", "Fire in the town\nIt burned.\n");
    test_folder_read_one(folder, "a.txt");
    fact_document_release_text(g_ptr_array_index(folder->documents, 0));
    again = fact_document_reload(test_folder_get(folder, 0));
    assert_non_null(again);
    assert_string_equal(again->text, "Fire in the town\nIt burned.\n");
    assert_position(fact_document_position(again, 20), 2, 4);
    assert_int_equal(g_unlink("a.txt"), 0);
    assert_null(fact_document_reload(test_folder_get(folder, 0)));
}

/* Lines and columns are those of the letters, not of the bytes. */
static void
test_utf16_positions(void **state)
{
    static const char *const charsets[] = {"UTF-16LE", "UTF-16BE"};
    static const char *const marks[] = {"\xff\xfe", "\xfe\xff"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        g_autoptr(TestFolder) folder = test_folder_new();
        g_autoptr(GString) bytes = g_string_new(marks[i]);
        gsize len;
        g_autofree char *wide = g_convert("A\n\xf0\x9f\x98\x80 b\xc4\x8a c", -1, charsets[i],
                                          "UTF-8", NULL, &len, NULL);
        const FactDocument *document;

        g_string_append_len(bytes, wide, (gssize)len);
        test_folder_write_len(folder, "a.txt", bytes->str, bytes->len);
        test_folder_read_one(folder, "a.txt");
        document = test_folder_get(folder, 0);
        assert_position(fact_document_position(document, 0), 1, 1);
        assert_position(fact_document_position(document, 2), 2, 1);
        assert_position(fact_document_position(document, (uint32_t)document->text_len - 1), 2, 6);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("read-text");

    test_suite_add_rows(suite, test_text, text_rows);
    test_suite_add_rows(suite, test_offsets, text_rows);
    test_suite_add_rows(suite, test_charset, charset_rows);
    test_suite_add(suite, test_unreadable);
    test_suite_add(suite, test_charset_offsets);
    test_suite_add(suite, test_reload);
    test_suite_add(suite, test_utf16_positions);
    return test_suite_run(suite, argc, argv);
}
