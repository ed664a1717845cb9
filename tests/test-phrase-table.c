/* SPDX-License-Identifier: MIT */
#include "text/phrase-table.h"

#include "support/assert.h"
#include "support/padded.h"

#include <string.h>

static const char *const phrases[] = {
    "more than",
    "more",
    "DeepSeek R1",
    "deepseek",
    "GPT-4",
    "Boeing 737",
    "Boeing 737 Max",
    "U.S",
    "°C",
    "%",
    "km/h",
    "O'Brien's",
    "square metre",
    "-",
    "per cent",
    "737",
};

typedef struct {
    const char *name;
    const char *text;
    const char *expected; /* what is matched, from left to right, with " | " between */
} MatchRow;

static const MatchRow match_rows[] = {
    {"nothing", "a plain sentence", ""},
    {"empty", "", ""},
    {"longest wins", "more than that, more or less", "more than | more"},
    {"any case", "MORE THAN", "MORE THAN"},
    {"first word alone is a phrase", "DeepSeek said", "DeepSeek"},
    {"hyphen in the text", "DeepSeek-R1", "DeepSeek-R1"},
    {"en dash in the text", "more\xe2\x80\x93than", "more\xe2\x80\x93than"},
    {"em dash parts", "more\xe2\x80\x94than", "more | \xe2\x80\x94"},
    {"loose hyphen parts", "more - than", "more | -"},
    {"hyphen of the phrase", "GPT-4 or GPT 4", "GPT-4 | GPT 4"},
    {"another number is another phrase", "GPT-5", "-"},
    {"number in a phrase", "the Boeing 737 fell", "Boeing 737"},
    {"number goes on", "a Boeing 737\nMAX 8", "Boeing 737\nMAX"},
    {"number first", "737s", "737"},
    {"initials", "the U.S. and the U.S", "U.S. | U.S"},
    {"symbols",
     "20\xc2\xb0"
     "C, 66 %",
     "\xc2\xb0"
     "C | %"},
    {"marks between words", "900 km/h", "km/h"},
    {"possessive",
     "O\xe2\x80\x99"
     "Brien\xe2\x80\x99s",
     "O\xe2\x80\x99"
     "Brien\xe2\x80\x99s"},
    {"unknown word ends it", "Boeing seven 737", "737"},
    {"limit of the text", "Boeing", ""},
};

static FactPhraseTable *
make_table(FactLexicon *lexicon)
{
    FactPhraseTable *table = fact_phrase_table_new();

    for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
        assert_true(fact_phrase_table_add(table, lexicon, phrases[i], FACT_WORD_NAME, i + 1));
    return table;
}

static char *
match_all(const FactPhraseTable *table, const FactTokens *tokens)
{
    GString *found = g_string_new(NULL);

    for (guint i = 0; i < tokens->n;) {
        uint32_t payload = 0;
        guint end = fact_phrase_table_match(table, tokens, i, tokens->n, &payload);

        if (end > i) {
            uint32_t start = tokens->tokens[i].start;

            g_string_append(found, found->len == 0 ? "" : " | ");
            g_string_append_len(found, tokens->text + start, tokens->tokens[end - 1].end - start);
            assert_int_not_equal(payload, 0);
        }
        i = MAX(end, i + 1);
    }
    return g_string_free(found, FALSE);
}

static void
test_match(void **state)
{
    const MatchRow *row = *state;
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = make_table(lexicon);
    g_autofree char *text = test_padded(row->text);
    g_autofree char *found = NULL;
    FactTokens tokens;

    fact_tokens_init(&tokens, lexicon);
    fact_tokens_split(&tokens, text, strlen(row->text));
    found = match_all(table, &tokens);
    assert_string_equal(found, row->expected);
    fact_tokens_clear(&tokens);
}

/* What is matched began and ended with tokens that may. */
static void
test_law_matches_may_begin_and_end(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = make_table(lexicon);

    (void)state;
    for (guint row = 0; row < G_N_ELEMENTS(match_rows); row++) {
        g_autofree char *text = test_padded(match_rows[row].text);
        FactTokens tokens;

        fact_tokens_init(&tokens, lexicon);
        fact_tokens_split(&tokens, text, strlen(text));
        for (guint i = 0; i < tokens.n; i++) {
            uint32_t payload = 0;
            guint end = fact_phrase_table_match(table, &tokens, i, tokens.n, &payload);

            if (end == i)
                continue;
            assert_true(fact_phrase_table_may_begin(table, &tokens, i));
            assert_true(fact_phrase_table_may_end(table, &tokens, end - 1));
        }
        fact_tokens_clear(&tokens);
    }
}

static void
test_other_words_end_nothing(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = make_table(lexicon);
    g_autofree char *text = test_padded("than per unknown");
    FactTokens tokens;

    (void)state;
    fact_tokens_init(&tokens, lexicon);
    fact_tokens_split(&tokens, text, strlen(text));
    assert_true(fact_phrase_table_may_end(table, &tokens, 0));
    assert_false(fact_phrase_table_may_begin(table, &tokens, 0));
    assert_true(fact_phrase_table_may_begin(table, &tokens, 1));
    assert_false(fact_phrase_table_may_end(table, &tokens, 1));
    assert_false(fact_phrase_table_may_end(table, &tokens, 2));
    fact_tokens_clear(&tokens);
}

static void
test_match_stops_at_limit(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = make_table(lexicon);
    g_autofree char *text = test_padded("more than");
    uint32_t payload = 0;
    FactTokens tokens;

    (void)state;
    fact_tokens_init(&tokens, lexicon);
    fact_tokens_split(&tokens, text, strlen("more than"));
    assert_int_equal(fact_phrase_table_match(table, &tokens, 0, 1, &payload), 1);
    assert_int_equal(payload, 2);
    assert_int_equal(fact_phrase_table_match(table, &tokens, 0, 0, &payload), 0);
    assert_int_equal(fact_phrase_table_match(table, &tokens, 2, 2, &payload), 2);
    fact_tokens_clear(&tokens);
}

static void
test_find_is_exact(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = make_table(lexicon);

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
        assert_int_equal(fact_phrase_table_find(table, lexicon, phrases[i]), i + 1);
    assert_int_equal(fact_phrase_table_find(table, lexicon, "more than that"), 0);
    assert_int_equal(fact_phrase_table_find(table, lexicon, "square"), 0);
    assert_int_equal(fact_phrase_table_find(table, lexicon, ""), 0);
}

static void
test_first_payload_stays(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = make_table(lexicon);

    (void)state;
    assert_false(fact_phrase_table_add(table, lexicon, "More Than", 0, 99));
    assert_int_equal(fact_phrase_table_find(table, lexicon, "more than"), 1);
    assert_false(fact_phrase_table_add(table, lexicon, "", 0, 99));
    assert_false(fact_phrase_table_add(table, lexicon, "  ", 0, 99));
}

static void
test_classes_go_to_the_first_word(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = make_table(lexicon);

    (void)state;
    assert_non_null(table);
    assert_int_equal(fact_lexicon_get_classes(lexicon, fact_lexicon_find(lexicon, "square", 6)),
                     FACT_WORD_NAME);
    assert_int_equal(fact_lexicon_get_classes(lexicon, fact_lexicon_find(lexicon, "metre", 5)), 0);
}

static void
test_many_phrases(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(FactPhraseTable) table = fact_phrase_table_new();

    (void)state;
    for (guint i = 0; i < 20000; i++) {
        g_autofree char *phrase = g_strdup_printf("name%u of%u %u", i % 100, i % 7, i);

        assert_true(fact_phrase_table_add(table, lexicon, phrase, 0, i + 1));
    }
    for (guint i = 0; i < 20000; i += 17) {
        g_autofree char *phrase = g_strdup_printf("NAME%u-of%u %u", i % 100, i % 7, i);

        assert_int_equal(fact_phrase_table_find(table, lexicon, phrase), i + 1);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("phrase-table");

    test_suite_add_rows(suite, test_match, match_rows);
    test_suite_add(suite, test_law_matches_may_begin_and_end);
    test_suite_add(suite, test_other_words_end_nothing);
    test_suite_add(suite, test_match_stops_at_limit);
    test_suite_add(suite, test_find_is_exact);
    test_suite_add(suite, test_first_payload_stays);
    test_suite_add(suite, test_classes_go_to_the_first_word);
    test_suite_add(suite, test_many_phrases);
    return test_suite_run(suite, argc, argv);
}
