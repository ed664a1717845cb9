/* SPDX-License-Identifier: MIT */
#include "text/token.h"

#include "support/assert.h"
#include "support/padded.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    const char *expected;
} SplitRow;

static const SplitRow split_rows[] = {
    {"words", "It rose sharply.", "It | rose | sharply | ."},
    {"numbers keep their separators", "1,234 and 5.6, or 7.", "1,234 | and | 5.6 | , | or | 7 | ."},
    {"clock", "10:30", "10 | : | 30"},
    {"number and letters part", "1st 500k", "1 | st | 500 | k"},
    {"letters and digits do not", "R1 H800", "R1 | H800"},
    {"inner apostrophe", "o'clock don\xe2\x80\x99t", "o'clock | don\xe2\x80\x99t"},
    {"possessive", "OpenAI's", "OpenAI | 's"},
    {"plural possessive", "the drivers' union", "the | drivers | ' | union"},
    {"hyphens part", "27-year-old", "27 | - | year | - | old"},
    {"dots are one", "well...", "well | ..."},
    {"currency",
     "$5.6 \xe2\x82\xac"
     "6m",
     "$ | 5.6 | \xe2\x82\xac | 6 | m"},
    {"fraction character", "2\xc2\xbd", "2 | \xc2\xbd"},
    {"per cent", "66%", "66 | %"},
    {"initials are one", "the U.S. said", "the | U.S. | said"},
    {"zero-width space parts nothing visible",
     "a\xe2\x80\x8b"
     "b",
     "a | b"},
    {"other scripts", "\xd0\x9c\xd0\xbe\xd1\x81 \xe4\xb8\xad\xe5\x9b\xbd",
     "\xd0\x9c\xd0\xbe\xd1\x81 | \xe4\xb8\xad\xe5\x9b\xbd"},
    {"empty", "", ""},
    {"white space alone", " \r\n\t ", ""},
};

static void
split(FactTokens *tokens, const FactLexicon *lexicon, const char *padded, const char *text)
{
    fact_tokens_init(tokens, lexicon);
    fact_tokens_split(tokens, padded, strlen(text));
}

static void
test_split(void **state)
{
    const SplitRow *row = *state;
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autofree char *padded = test_padded(row->text);
    FactTokens tokens;

    split(&tokens, lexicon, padded, row->text);
    assert_tokens(&tokens, row->expected);
    fact_tokens_clear(&tokens);
}

typedef struct {
    const char *name;
    const char *text;
    guint token;
    uint16_t has;
    uint16_t has_not;
} FlagRow;

static const FlagRow flag_rows[] = {
    {"word", "rose", 0, FACT_TOKEN_WORD | FACT_TOKEN_PARAGRAPH,
     FACT_TOKEN_CAPITAL | FACT_TOKEN_GLUED},
    {"capital", "Rose", 0, FACT_TOKEN_CAPITAL, FACT_TOKEN_ALL_CAPS},
    {"all capitals", "NASA", 0, FACT_TOKEN_CAPITAL | FACT_TOKEN_ALL_CAPS, FACT_TOKEN_HAS_DIGIT},
    {"one capital", "A", 0, FACT_TOKEN_CAPITAL, FACT_TOKEN_ALL_CAPS},
    {"digits in a word", "R1", 0, FACT_TOKEN_WORD | FACT_TOKEN_HAS_DIGIT, FACT_TOKEN_NUMBER},
    {"number", "84,115", 0, FACT_TOKEN_NUMBER | FACT_TOKEN_HAS_DIGIT, FACT_TOKEN_WORD},
    {"glued", "500k", 1, FACT_TOKEN_WORD | FACT_TOKEN_GLUED, FACT_TOKEN_PARAGRAPH},
    {"not glued", "500 k", 1, FACT_TOKEN_WORD, FACT_TOKEN_GLUED},
    {"new line", "one\ntwo", 1, FACT_TOKEN_NEWLINE, FACT_TOKEN_PARAGRAPH | FACT_TOKEN_GLUED},
    {"new paragraph", "one\r\n\r\ntwo", 1, FACT_TOKEN_NEWLINE | FACT_TOKEN_PARAGRAPH,
     FACT_TOKEN_GLUED},
    {"dash", "a \xe2\x80\x94 b", 1, FACT_TOKEN_PUNCT | FACT_TOKEN_DASH, FACT_TOKEN_QUOTE},
    {"quotation mark", "\xe2\x80\x9cNo\xe2\x80\x9d", 0, FACT_TOKEN_PUNCT | FACT_TOKEN_QUOTE,
     FACT_TOKEN_DASH},
    {"possessive", "Ann's", 1, FACT_TOKEN_POSSESSIVE | FACT_TOKEN_GLUED, FACT_TOKEN_PUNCT},
    {"symbol", "$5", 0, FACT_TOKEN_SYMBOL, FACT_TOKEN_PUNCT},
    {"break after a full stop", "He left. She", 3, FACT_TOKEN_BREAK, 0},
    {"break after a closing quote", "\"Go.\" She", 4, FACT_TOKEN_BREAK, 0},
    {"break after initials", "the U.S. She", 2, FACT_TOKEN_BREAK, 0},
    {"break at a new line", "one\ntwo", 1, FACT_TOKEN_BREAK, 0},
    {"no break after a comma", "He left, she", 3, 0, FACT_TOKEN_BREAK},
    {"number may begin a value", "5 of them", 0, FACT_TOKEN_VALUE, 0},
    {"symbol may begin a value", "a $5 note", 1, FACT_TOKEN_VALUE, 0},
    {"other symbol begins no value", "a = b", 1, 0, FACT_TOKEN_VALUE},
    {"apostrophe may begin a value", "in '90 it", 1, FACT_TOKEN_VALUE, 0},
    {"possessive may begin a value", "the boys' 90", 2, FACT_TOKEN_VALUE, 0},
    {"word with a digit may begin a value", "an RM23 note", 1, FACT_TOKEN_VALUE, 0},
    {"plain word begins no value", "a note", 1, 0, FACT_TOKEN_VALUE},
    {"comma begins no value", "one, two", 1, 0, FACT_TOKEN_VALUE},
    {"torn age", "a 36 - year - old man", 2, FACT_TOKEN_DASH | FACT_TOKEN_GLUED, 0},
    {"torn age, the word after", "a 36 - year - old man", 3, FACT_TOKEN_GLUED, 0},
    {"torn once, torn all over", "a multi - boat raid, a stand - off", 8,
     FACT_TOKEN_DASH | FACT_TOKEN_GLUED, 0},
    {"torn dash", "a multi - boat raid - - the fifth", 5, FACT_TOKEN_DASH, FACT_TOKEN_GLUED},
    {"a name after a dash", "a multi - boat raid - Orion said", 5, FACT_TOKEN_DASH,
     FACT_TOKEN_GLUED},
    {"a writer's dash", "the raid - the fifth - was over", 2, FACT_TOKEN_DASH, FACT_TOKEN_GLUED},
    {"a dash before a list", "rivals - old and new", 1, FACT_TOKEN_DASH, FACT_TOKEN_GLUED},
};

static void
test_flags(void **state)
{
    const FlagRow *row = *state;
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autofree char *padded = test_padded(row->text);
    FactTokens tokens;

    split(&tokens, lexicon, padded, row->text);
    assert_true(row->token < tokens.n);
    assert_int_equal(tokens.tokens[row->token].flags & row->has, row->has);
    assert_int_equal(tokens.tokens[row->token].flags & row->has_not, 0);
    fact_tokens_clear(&tokens);
}

static void
test_words_are_looked_up_folded(void **state)
{
    static const char text[] = "DON\xe2\x80\x99T \xc3\x89t\xc3\xa9 unknown";
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autofree char *padded = test_padded(text);
    FactWord dont = fact_lexicon_add(lexicon, "don't", -1, FACT_WORD_NEGATION);
    FactWord summer = fact_lexicon_add(lexicon, "\xc3\xa9t\xc3\xa9", -1, FACT_WORD_NOUN);
    FactTokens tokens;

    (void)state;
    split(&tokens, lexicon, padded, text);
    assert_int_equal(tokens.tokens[0].word, dont);
    assert_int_equal(fact_token_classes(&tokens, 0), FACT_WORD_NEGATION);
    assert_int_equal(tokens.tokens[1].word, summer);
    assert_int_equal(tokens.tokens[2].word, 0);
    assert_int_equal(fact_token_classes(&tokens, 2), 0);
    fact_tokens_clear(&tokens);
}

static void
test_unknown_words_hash_alike(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autofree char *padded = test_padded("Zorblax ZORBLAX zorblay");
    FactTokens tokens;

    (void)state;
    split(&tokens, lexicon, padded, "Zorblax ZORBLAX zorblay");
    assert_int_equal(tokens.tokens[0].hash, tokens.tokens[1].hash);
    assert_int_not_equal(tokens.tokens[0].hash, tokens.tokens[2].hash);
    fact_tokens_clear(&tokens);
}

/* Texts that could make a scanner look back or ahead without bound. */
static void
test_pathological_texts_take_linear_time(void **state)
{
    static const char *const parts[] = {"a.", "''", "-",    "1,", "a'",
                                        ". ", "\n", "U.S ", "\"", "\xe2\x80\x99"};
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    FactTokens tokens;

    (void)state;
    fact_tokens_init(&tokens, lexicon);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autofree char *padded = NULL;

        while (text->len < 1000000)
            g_string_append(text, parts[i]);
        padded = test_padded(text->str);
        fact_tokens_split(&tokens, padded, text->len);
    }
    fact_tokens_clear(&tokens);
}

/* A word of the law below: plain ones of all lengths, some in capitals, some unknown. */
static void
make_word(guint i, GString *out)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzabcdefghij";
    guint len = 1 + i * 7 % 34;

    g_string_truncate(out, 0);
    g_string_append_len(out, letters + i % 3, MIN(len, sizeof letters - 1 - i % 3));
    if (i % 5 == 0)
        g_string_ascii_up(out);
    if (i % 11 == 0)
        g_string_append(out, "7");
}

/* However many words are looked up together, each token has the word that its letters have, and the
 * flag of its class. */
static void
test_law_tokens_have_their_words(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    g_autoptr(GString) word = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *padded = NULL;
    FactTokens tokens;

    (void)state;
    for (guint i = 0; i < 500; i++) {
        make_word(i, word);
        if (i % 4 != 0)
            fact_lexicon_add(lexicon, word->str, -1, i % 3 == 0 ? FACT_WORD_UNIT : FACT_WORD_NOUN);
        g_string_append_printf(text, "%s%s", word->str, i % 9 == 0 ? ".\n" : " ");
    }
    padded = test_padded(text->str);
    split(&tokens, lexicon, padded, text->str);
    assert_true(tokens.n > 500);
    for (guint i = 0; i < tokens.n; i++) {
        const FactToken *token = &tokens.tokens[i];
        FactWord expected =
            fact_lexicon_find(lexicon, padded + token->start, token->end - token->start);
        uint32_t classes = fact_lexicon_get_classes(lexicon, token->word);
        gboolean may_begin =
            (classes & FACT_WORD_BEGINS_VALUE) != 0 || (token->flags & FACT_TOKEN_HAS_DIGIT) != 0;

        if ((token->flags & FACT_TOKEN_WORD) == 0)
            continue;
        assert_int_equal(token->word, expected);
        assert_int_equal((token->flags & FACT_TOKEN_VALUE) != 0, may_begin);
    }
    fact_tokens_clear(&tokens);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("token");

    test_suite_add_rows(suite, test_split, split_rows);
    test_suite_add_rows(suite, test_flags, flag_rows);
    test_suite_add(suite, test_words_are_looked_up_folded);
    test_suite_add(suite, test_unknown_words_hash_alike);
    test_suite_add(suite, test_law_tokens_have_their_words);
    test_suite_add(suite, test_pathological_texts_take_linear_time);
    return test_suite_run(suite, argc, argv);
}
