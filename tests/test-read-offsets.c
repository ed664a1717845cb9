/* SPDX-License-Identifier: MIT
 *
 * The law of offsets: whatever stands around it, a word of the text stands in the file where the
 * map says. Documents are put together at random of words that occur once, and of everything that
 * is left out, replaced or moved between them, so that the place of each word is known without the
 * map.
 */
#include "support/assert.h"
#include "support/folder.h"
#include "support/random.h"

#include <string.h>

#define ROUNDS 150
#define PIECES 60

typedef struct {
    const char *name;
    const char *file;
    const char *const *pieces; /* NULL-terminated; "@" stands for a word */
} FormatRow;

static const char *const text_pieces[] = {
    "@ ", "@ ", "@\n", "@\r\n", "\n\n", "\xc3\xa9 ", "@\xff ", "\xe2\x82 ", "\t", ". ", NULL};

static const char *const markdown_pieces[] = {"@ ",
                                              "@ ",
                                              "@\n",
                                              "\n\n",
                                              "**@** ",
                                              "_@ @_ ",
                                              "# @\n",
                                              "\n- @\n",
                                              "\n> @ ",
                                              "&amp; ",
                                              "&eacute;@ ",
                                              "&nosuch; ",
                                              "\\*@ ",
                                              "`@` ",
                                              "[@](http://x) ",
                                              "![no](p) ",
                                              "~~no~~",
                                              "<b>@</b> ",
                                              "\n\n```\nno\n```\n\n",
                                              "<!-- no -->",
                                              "\n\n<div>\n@ &gt; @\n</div>\n\n",
                                              "\n\n| @ | @ |\n|---|---|\n| @ | @ |\n\n",
                                              "  \n",
                                              "\\\n",
                                              "&nbsp;@ ",
                                              "\xff@ ",
                                              "\r\n",
                                              "<!-- factdiff:ignore x -- y --> @ ",
                                              NULL};

static const char *const html_pieces[] = {"@ ",
                                          "@ ",
                                          "@\n",
                                          "<p>",
                                          "</p>",
                                          "<b>@</b> ",
                                          "<i>@ ",
                                          "</i>",
                                          "<div>",
                                          "</div>",
                                          "&amp; ",
                                          "&eacute;@ ",
                                          "&#8217;@ ",
                                          "&nosuch; ",
                                          "&notit; ",
                                          "& ",
                                          "< ",
                                          "<br>",
                                          "<ul><li>@ ",
                                          "</ul>",
                                          "<table><tr><td>@ ",
                                          "</td>@ ",
                                          "</table>@ ",
                                          "<script>no</script>",
                                          "<style>no</style>",
                                          "<!-- no -->",
                                          "</bogus>",
                                          "<a href=x>@</a> long text beside it ",
                                          "\r\n",
                                          "<svg><g/></svg>",
                                          "<pre>@\n @</pre>",
                                          "<h2>@</h2>",
                                          "\xff@ ",
                                          "&nbsp;",
                                          "<nobr>@ ",
                                          "<form>@ ",
                                          "</form>",
                                          "<select><option>no</select>",
                                          NULL};

static const FormatRow format_rows[] = {
    {"text", "a.txt", text_pieces},
    {"Markdown", "a.md", markdown_pieces},
    {"HTML", "a.html", html_pieces},
};

static void
append_piece(GString *source, const char *piece, guint *n_words)
{
    for (; *piece != '\0'; piece++) {
        if (*piece == '@')
            g_string_append_printf(source, "w%uq", (*n_words)++);
        else
            g_string_append_c(source, *piece);
    }
}

static char *
make_source(const FormatRow *row, TestRandom *random)
{
    guint n_words = 0;
    guint n_pieces = g_strv_length((char **)row->pieces);
    GString *source = g_string_new(test_random_below(random, 4) == 0 ? "\xef\xbb\xbf" : NULL);

    append_piece(source, "@ ", &n_words);
    for (int i = 0; i < PIECES; i++)
        append_piece(source, row->pieces[test_random_below(random, n_pieces)], &n_words);
    append_piece(source, "\n@\n", &n_words);
    return g_string_free(source, FALSE);
}

/* Every word of the text stands where its name stands in the file. */
static guint
check_words(const FactDocument *document, const char *source)
{
    guint n = 0;

    for (const char *at = document->text; (at = strchr(at, 'w')) != NULL; at++) {
        size_t len = 1 + strspn(at + 1, "0123456789");
        g_autofree char *word = NULL;
        const char *found;

        if (len == 1 || at[len] != 'q')
            continue;
        word = g_strndup(at, len + 1);
        found = strstr(source, word);
        assert_non_null(found);
        assert_int_equal(fact_document_file_offset(document, (uint32_t)(at - document->text)),
                         found - source);
        n++;
    }
    return n;
}

static void
test_words(void **state)
{
    const FormatRow *row = *state;
    g_autoptr(TestFolder) folder = test_folder_new();
    TestRandom random = {11};
    guint n_words = 0;

    for (int round = 0; round < ROUNDS; round++) {
        g_autofree char *source = make_source(row, &random);

        test_folder_write(folder, row->file, source);
        test_folder_read_one(folder, row->file);
        assert_int_equal(folder->documents->len, round + 1);
        test_assert_offsets(test_folder_get(folder, (guint)round));
        n_words += check_words(test_folder_get(folder, (guint)round), source);
    }
    assert_true(n_words > ROUNDS * PIECES / 4);
}

/* The articles that come with the program. */
static void
test_fixtures(void **state)
{
    g_autoptr(TestFolder) folder = test_folder_new();

    (void)state;
    test_folder_read_one(folder, FACT_SOURCE_DIR "/fixtures");
    assert_true(folder->documents->len > 0);
    for (guint i = 0; i < folder->documents->len; i++) {
        const FactDocument *document = test_folder_get(folder, i);
        g_autoptr(FactDocument) again = fact_document_reload(document);

        assert_non_null(again);
        assert_string_equal(again->text, document->text);
        if (document->record_line == 0)
            test_assert_offsets(document);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("read-offsets");

    test_suite_add_rows(suite, test_words, format_rows);
    test_suite_add(suite, test_fixtures);
    return test_suite_run(suite, argc, argv);
}
