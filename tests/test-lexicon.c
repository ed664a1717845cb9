/* SPDX-License-Identifier: MIT */
#include "text/lexicon.h"

#include "support/assert.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *word;
    const char *folded;
} FoldRow;

static const FoldRow fold_rows[] = {
    {"lower case", "cost", "cost"},
    {"capitals", "DeepSeek", "deepseek"},
    {"digits", "H800", "h800"},
    {"typographic apostrophe", "Don\xe2\x80\x99t", "don't"},
    {"accents", "\xc3\x89T\xc3\x89", "\xc3\xa9t\xc3\xa9"},
    {"Cyrillic", "\xd0\x9c\xd0\xbe", "\xd0\xbc\xd0\xbe"},
    {"sharp s stays",
     "stra\xc3\x9f"
     "e",
     "stra\xc3\x9f"
     "e"},
    {"dotted capital I in any locale", "\xc4\xb0I", "ii"},
    {"longer in lower case", "\xc8\xba", "\xe2\xb1\xa5"},
    {"symbol", "\xe2\x82\xac", "\xe2\x82\xac"},
    {"invalid byte stays", "a\xff", "a\xff"},
};

static void
test_fold(void **state)
{
    const FoldRow *row = *state;
    size_t len = strlen(row->word);
    g_autofree char *word = g_memdup2(row->word, len);
    g_autofree char *out = g_malloc(2 * len);
    size_t folded_len = fact_word_fold(word, len, out);
    g_autofree char *folded = g_strndup(out, folded_len);

    assert_true(folded_len <= 2 * len);
    assert_string_equal(folded, row->folded);
}

static void
test_add_folds_and_gathers_classes(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    FactWord killed = fact_lexicon_add(lexicon, "Killed", -1, FACT_WORD_VERB);

    (void)state;
    assert_int_not_equal(killed, 0);
    assert_int_equal(fact_lexicon_add(lexicon, "killed off", 6, FACT_WORD_PAST), killed);
    assert_int_equal(fact_lexicon_get_classes(lexicon, killed), FACT_WORD_VERB | FACT_WORD_PAST);
    assert_string_equal(fact_lexicon_get_text(lexicon, killed), "killed");
    assert_int_equal(fact_lexicon_get_size(lexicon), 1);
    assert_int_equal(fact_lexicon_find(lexicon, "KILLED", 6), killed);
    assert_int_equal(fact_lexicon_find(lexicon, "kill", 4), 0);
    assert_int_equal(fact_lexicon_find(lexicon, "", 0), 0);
}

static void
test_lemma_is_the_word_itself_at_first(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    FactWord kill = fact_lexicon_add(lexicon, "kill", -1, 0);
    FactWord killed = fact_lexicon_add(lexicon, "killed", -1, 0);

    (void)state;
    assert_int_equal(fact_lexicon_get_lemma(lexicon, killed), killed);
    fact_lexicon_set_lemma(lexicon, killed, kill);
    assert_int_equal(fact_lexicon_get_lemma(lexicon, killed), kill);
    assert_int_equal(fact_lexicon_get_lemma(lexicon, kill), kill);
}

static void
test_word_zero_is_nothing(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();

    (void)state;
    assert_int_equal(fact_lexicon_get_classes(lexicon, 0), 0);
    assert_int_equal(fact_lexicon_get_lemma(lexicon, 0), 0);
    assert_string_equal(fact_lexicon_get_text(lexicon, 0), "");
    assert_int_equal(fact_lexicon_get_size(lexicon), 0);
    fact_lexicon_free(NULL);
}

static void
make_word(guint i, char *out, size_t size)
{
    g_snprintf(out, size, "%.*s%u", (int)(i % 23), "abcdefghijklmnopqrstuvwxyz", i);
}

static void
test_many_words(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    char word[64];
    guint n = 50000;

    (void)state;
    for (guint i = 0; i < n; i++) {
        make_word(i, word, sizeof word);
        assert_int_equal(fact_lexicon_add(lexicon, word, -1, 0), i + 1);
    }
    assert_int_equal(fact_lexicon_get_size(lexicon), n);
    for (guint i = 0; i < 2 * n; i++) {
        size_t len;

        make_word(i, word, sizeof word);
        len = strlen(word);
        assert_int_equal(fact_lexicon_find_hashed(lexicon, fact_word_hash(word, len), word, len),
                         i < n ? i + 1 : 0);
    }
}

static void
test_reserve_keeps_words(void **state)
{
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();
    char word[64];

    (void)state;
    for (guint i = 0; i < 300; i++) {
        make_word(i, word, sizeof word);
        assert_int_equal(fact_lexicon_add(lexicon, word, -1, 0), i + 1);
        if (i == 100 || i == 200)
            fact_lexicon_reserve(lexicon, i * 20);
    }
    fact_lexicon_reserve(lexicon, 1);
    for (guint i = 0; i < 600; i++) {
        make_word(i, word, sizeof word);
        assert_int_equal(fact_lexicon_find(lexicon, word, strlen(word)), i < 300 ? i + 1 : 0);
    }
}

/* Words of all lengths about that from which on they stand apart from their entries. */
static void
test_short_and_long_words(void **state)
{
    static const char text[] = "abcdefghijklmnopqrstuvwxyz";
    g_autoptr(FactLexicon) lexicon = fact_lexicon_new();

    (void)state;
    for (gssize len = 1; len <= 26; len++)
        assert_int_equal(fact_lexicon_add(lexicon, text, len, 0), len);
    for (size_t len = 1; len <= 26; len++) {
        g_autofree char *word = g_strndup(text, len);

        assert_int_equal(fact_lexicon_find(lexicon, word, len), len);
        assert_string_equal(fact_lexicon_get_text(lexicon, (FactWord)len), word);
        word[len - 1] = '-';
        assert_int_equal(fact_lexicon_find(lexicon, word, len), 0);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("lexicon");

    test_suite_add_rows(suite, test_fold, fold_rows);
    test_suite_add(suite, test_add_folds_and_gathers_classes);
    test_suite_add(suite, test_lemma_is_the_word_itself_at_first);
    test_suite_add(suite, test_word_zero_is_nothing);
    test_suite_add(suite, test_many_words);
    test_suite_add(suite, test_reserve_keeps_words);
    test_suite_add(suite, test_short_and_long_words);
    return test_suite_run(suite, argc, argv);
}
