/* SPDX-License-Identifier: MIT
 *
 * What an outline keeps of a text, and its way through a string.
 */
#include "claim/outline.h"
#include "extract/extract.h"
#include "support/padded.h"
#include "support/random.h"
#include "support/suite.h"

#include <string.h>

static FactCatalog *catalog;
static FactExtractor *extractor;
static FactArena *arena; /* of claims and texts */

static GArray *
outline_of(const char *text)
{
    g_autoptr(FactDocument) document = fact_document_new("x");
    g_autoptr(GArray) claims = g_array_new(FALSE, FALSE, sizeof(FactClaim));
    GArray *items = g_array_new(FALSE, FALSE, sizeof(FactOutlineItem));

    document->id = g_strdup("x");
    document->text = test_padded(text);
    document->text_len = strlen(text);
    document->raw = g_strdup(text);
    document->raw_len = strlen(text);
    fact_extractor_run(extractor, document, arena, claims);
    g_autoptr(GBytes) outline = fact_extractor_outline(extractor);
    if (outline != NULL)
        assert_true(fact_outline_decode(outline, arena, items));
    return items;
}

typedef struct {
    const char *name;
    const char *text;
    const char *expected; /* what the items stand on, "!" before what is denied, "*" after what is
                             light */
} KeptRow;

static const KeptRow kept_rows[] = {
    {"words of grammar go", "The keeper of the old mill fed his goats at the gate.",
     "keeper old* mill fed goats gate"},
    {"numbers are light", "The keeper sold 14 goats to nine farmers.",
     "keeper sold 14* goats nine* farmers"},
    {"known names are one", "The keeper moved to New York with all of his goats.",
     "keeper moved New York all* goats"},
    {"a negation marks its word", "The keeper did not sell the goats of the mill.",
     "keeper !sell goats mill"},
    {"so do more words", "The keeper failed to sell the goats of the mill.",
     "keeper !sell goats mill"},
    {"an emphasis denies nothing", "The keeper not only sold the goats but the mill.",
     "keeper sold goats mill"},
    {"questions state nothing", "Did the keeper sell the goats of the mill?", ""},
    {"nor do headlines", "Keeper Of Old Mill Sells Goats", ""},
    {"nor too few words", "He sold the goats.", ""},
    {"nor speech of nobody known", "\"The keeper sold the goats of the mill,\" a boy said.", ""},
    {"but their names stay", "Did the keeper sell the goats to Orla Venn of Oslo?",
     "Orla Venn Oslo"},
    {"unknown names are one", "The keeper sold the goats to Orla Venn at the gate.",
     "keeper sold goats Orla Venn gate"},
    {"a few quoted words are the article's",
     "The keeper sold the goats with \"crooked old horns\" of the mill.",
     "keeper sold goats crooked old* horns mill"},
    {"a stop without white space", "The keeper sold the goats.They had eaten the gate of the mill.",
     "keeper sold goats eaten gate mill"},
};

static void
test_kept(void **state)
{
    const KeptRow *row = *state;
    g_autoptr(GArray) items = outline_of(row->text);
    g_autoptr(GString) kept = g_string_new(NULL);

    for (guint i = 0; i < items->len; i++) {
        const FactOutlineItem *item = &g_array_index(items, FactOutlineItem, i);
        g_string_append_printf(kept, "%s%s%.*s%s", i > 0 ? " " : "",
                               (item->word & FACT_OUTLINE_DENIED) != 0 ? "!" : "",
                               (int)(item->end - item->start), row->text + item->start,
                               (item->word & FACT_OUTLINE_LIGHT) != 0 ? "*" : "");
        assert_int_equal(item->line, 1);
        assert_int_equal(item->column, item->start + 1);
    }
    assert_string_equal(kept->str, row->expected);
}

typedef struct {
    const char *name;
    const char *text;
    const char *other;
    gboolean is_same;
} WordsRow;

static const WordsRow words_rows[] = {
    {"one number", "The keeper sold 14 goats of the mill.",
     "The keeper sold fourteen goats of the mill.", TRUE},
    {"another number", "The keeper sold 14 goats of the mill.",
     "The keeper sold fifteen goats of the mill.", FALSE},
    {"a longer name", "The mill was sold by Orla Venn to the bank.",
     "The mill was sold by Venn to the bank.", TRUE},
    {"inflection", "The keeper sells goats of the mill.", "The keepers sold the goat of the mill.",
     TRUE},
    {"one meaning", "The price of goats fell in the valley.",
     "The price of goats dropped in the valley.", TRUE},
    {"opposite meanings", "The price of goats fell in the valley.",
     "The price of goats rose in the valley.", FALSE},
    {"another word", "The keeper sold goats of the mill.", "The keeper sold pigs of the mill.",
     FALSE},
    {"a place and its adjective", "The keeper met envoys of France there.",
     "The keeper met envoys of French there.", TRUE},
    {"a denial", "The keeper fed goats of the mill.", "The keeper never fed goats of the mill.",
     FALSE},
};

static void
test_words(void **state)
{
    const WordsRow *row = *state;
    g_autoptr(GArray) a = outline_of(row->text);
    g_autoptr(GArray) b = outline_of(row->other);
    gboolean is_same = a->len == b->len;

    for (guint i = 0; is_same && i < a->len; i++)
        is_same =
            g_array_index(a, FactOutlineItem, i).word == g_array_index(b, FactOutlineItem, i).word;
    assert_true(a->len > 0);
    assert_int_equal(is_same, row->is_same);
}

/* A random place, with the extremes among them. */
static uint32_t
random_place(TestRandom *random)
{
    uint64_t next = test_random_next(random);

    return next % 5 == 0 ? UINT32_MAX : (uint32_t)(next >> (next % 32 + 32));
}

static void
assert_same_item(const FactOutlineItem *a, const FactOutlineItem *b)
{
    assert_int_equal(a->word, b->word);
    assert_int_equal(a->start, b->start);
    assert_int_equal(a->end, b->end);
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->column, b->column);
    assert_int_equal(a->text == NULL, b->text == NULL);
    if (a->text != NULL)
        assert_string_equal(a->text, b->text);
}

static void
test_string_and_back(void **state)
{
    static const char *const texts[] = {"x", "count 19 0 goat", "Çağla Öz"};
    TestRandom random = {7};

    (void)state;
    for (guint round = 0; round < 200; round++) {
        g_autoptr(GArray) items = g_array_new(FALSE, TRUE, sizeof(FactOutlineItem));
        g_autoptr(GArray) back = g_array_new(FALSE, FALSE, sizeof(FactOutlineItem));
        for (guint i = 0; i <= round % 20; i++) {
            uint32_t start = random_place(&random);
            FactOutlineItem item = {.word = random_place(&random),
                                    .text = texts[i % G_N_ELEMENTS(texts)],
                                    .start = start,
                                    .end = start + MIN(30, UINT32_MAX - start),
                                    .line = random_place(&random),
                                    .column = random_place(&random)};
            if ((item.word & FACT_OUTLINE_TEXT) == 0)
                item.text = NULL;
            g_array_append_val(items, item);
        }
        g_autoptr(GBytes) outline = fact_outline_encode(items);
        g_autofree char *written = fact_outline_format(outline);
        g_autoptr(GBytes) read = fact_outline_parse(written);
        assert_true(fact_outline_decode(read, arena, back));
        assert_int_equal(back->len, items->len);
        for (guint i = 0; i < items->len; i++)
            assert_same_item(&g_array_index(back, FactOutlineItem, i),
                             &g_array_index(items, FactOutlineItem, i));
    }
}

static const struct {
    const char *name;
    const char *outline;
} broken_rows[] = {
    {"none", NULL},
    {"empty", ""},
    {"another version", "1-AAAAAAAAAAAA"},
    {"half an item", "2-AAAAAAAA"},
    {"a text that is cut", "2-QAAAAAACAAAF"},
    {"an empty text", "2-QAAAAAACAAAA"},
    {"before the file", "2-AAAAAAEAAAA="},
    {"an endless number", "2-AAAAAP//////////"},
    {"a number beyond 32 bits", "2-AAAAAAD//////wcAAA=="},
};

static void
test_broken(void **state)
{
    g_autoptr(GBytes) outline = fact_outline_parse(((const char *const *)*state)[1]);
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(FactOutlineItem));

    assert_false(fact_outline_decode(outline, arena, items));
    assert_int_equal(items->len, 0);
}

static void
test_nothing_has_no_outline(void **state)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(FactOutlineItem));

    (void)state;
    assert_null(fact_outline_encode(items));
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    TestSuite *suite = test_suite_new("outline");

    catalog = fact_catalog_new(NULL, log, NULL);
    g_assert_nonnull(catalog);
    extractor = fact_extractor_new(catalog);
    arena = fact_arena_new();
    test_suite_add_rows(suite, test_kept, kept_rows);
    test_suite_add_rows(suite, test_words, words_rows);
    test_suite_add(suite, test_string_and_back);
    test_suite_add_rows(suite, test_broken, broken_rows);
    test_suite_add(suite, test_nothing_has_no_outline);
    int failed = test_suite_run(suite, argc, argv);
    fact_extractor_free(extractor);
    fact_arena_free(arena);
    fact_catalog_unref(catalog);
    return failed;
}
