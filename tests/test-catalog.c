/* SPDX-License-Identifier: MIT */
#include "catalog/catalog.h"

#include "base/document.h"
#include "catalog/catalog-source.h"
#include "catalog/cue-index.h"
#include "catalog/loader.h"
#include "support/assert.h"

#include <string.h>

#define DATA FACT_SOURCE_DIR "/tests/data/catalog/"

typedef struct {
    FactLog *log;
    FactCatalog *catalog;
} Loaded;

static void
loaded_clear(Loaded *loaded)
{
    fact_catalog_unref(loaded->catalog);
    fact_log_free(loaded->log);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Loaded, loaded_clear)

/* A catalog of one file a layer, named a.json, b.json and so on; @texts ends in NULL. */
static void
load_texts(Loaded *loaded, const char *const *texts)
{
    g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GError) error = NULL;

    for (guint i = 0; texts[i] != NULL; i++) {
        char path[] = "a.json";
        GPtrArray *layer = g_ptr_array_new_with_free_func((GDestroyNotify)fact_catalog_source_free);

        path[0] = (char)('a' + i);
        g_ptr_array_add(layer, fact_catalog_source_new(path, texts[i], strlen(texts[i])));
        g_ptr_array_add(layers, layer);
    }
    loaded->log = fact_log_new();
    loaded->catalog = fact_catalog_new_from_layers(layers, loaded->log, &error);
}

/* -- the built-in catalog --------------------------------------------------------------------- */

static FactCatalog *builtin;

static void
test_builtin_is_sound(void **state)
{
    (void)state;
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FactCatalog) catalog = fact_catalog_new(NULL, log, &error);

    assert_log(log, "");
    assert_non_null(catalog);
}

typedef struct {
    const char *name;
    const char *inner;
    const char *outer;
    gboolean is_within;
} WithinRow;

static const WithinRow within_rows[] = {
    {"itself", "CN", "CN", TRUE},
    {"a territory", "HK", "CN", TRUE},
    {"not the other way", "CN", "HK", FALSE},
    {"through others", "US-NY/manhattan", "north-america", TRUE},
    {"two regions", "GB-SCT/glasgow", "europe", TRUE},
    {"another country", "US-CA/los-angeles", "CA", FALSE},
    {"a model's family", "openai/gpt-4o", "openai/gpt-4", TRUE},
    {"a model's variant", "openai/o1-mini", "openai/o1", TRUE},
    {"not a sister", "openai/o1", "openai/o3", FALSE},
    {"an agency", "usgs", "interior-department", TRUE},
    {"unknown inner", "XX", "CN", FALSE},
    {"unknown outer", "CN", "XX", FALSE},
    {"unknown both", "XX", "XX", TRUE},
};

static void
test_within(void **state)
{
    const WithinRow *row = *state;

    assert_int_equal(fact_catalog_is_within(builtin, row->inner, row->outer), row->is_within);
}

typedef struct {
    const char *name; /* as written */
    const char *id;   /* NULL: no name of the catalog */
    uint32_t flags;   /* FACT_NAME_PAYLOAD_* but the index */
} NameRow;

#define CASED FACT_NAME_PAYLOAD_CASED
#define ADJECTIVE FACT_NAME_PAYLOAD_ADJECTIVE
#define CAPITALS FACT_NAME_PAYLOAD_CAPITALS

static const NameRow name_rows[] = {
    {"China", "CN", CASED},
    {"Chinese", "CN", CASED | ADJECTIVE},
    {"U.S.", "US", CASED | CAPITALS},
    {"US", "US", CASED | CAPITALS},
    {"Calif.", "US-CA", CASED},
    {"New York City", "US-NY/new-york-city", CASED},
    {"EU", "EU", CASED | CAPITALS},
    {"Eurozone", "euro-area", CASED},
    {"Georgia", "US-GA", CASED},
    {"Georgian", "GE", CASED | ADJECTIVE},
    {"Sao Paulo", "BR/sao-paulo", CASED},
    {"Mobile", NULL, 0},
    {"Mobile, Alabama", "US-AL/mobile", CASED},
    {"o1", "openai/o1", 0},
    {"DeepSeek-R1", "deepseek/r1", 0},
    {"Deepseek R1", "deepseek/r1", 0},
    {"Claude", "anthropic/claude", CASED},
    {"GPT-4o", "openai/gpt-4o", 0},
    {"WHO", "who", CASED | CAPITALS},
    {"Apple", "apple", CASED},
    {"Rotten Tomatoes", "rotten-tomatoes", 0},
};

static void
test_name(void **state)
{
    const NameRow *row = *state;
    uint32_t payload = fact_phrase_table_find(builtin->names, builtin->lexicon, row->name);

    if (row->id == NULL) {
        assert_int_equal(payload, 0);
        return;
    }
    assert_int_not_equal(payload, 0);
    const FactEntity *entity =
        g_ptr_array_index(builtin->entities, (payload & FACT_NAME_PAYLOAD_INDEX) - 1);
    assert_string_equal(entity->id, row->id);
    assert_int_equal(payload & ~FACT_NAME_PAYLOAD_INDEX, row->flags);
}

typedef struct {
    const char *name; /* the word */
    const char *lemma;
    uint32_t has;   /* classes it has, among others */
    uint32_t lacks; /* classes it must not have */
} WordRow;

static const WordRow word_rows[] = {
    {"killed", "kill", FACT_WORD_VERB | FACT_WORD_PAST | FACT_WORD_COMMON, FACT_WORD_NOUN},
    {"stopped", "stop", FACT_WORD_VERB | FACT_WORD_PAST, 0},
    {"stopping", "stop", FACT_WORD_VERB, FACT_WORD_PAST},
    {"dying", "die", FACT_WORD_VERB, 0},
    {"went", "go", FACT_WORD_VERB | FACT_WORD_PAST, 0},
    {"found", "find", FACT_WORD_VERB | FACT_WORD_PAST, 0},
    {"founded", "found", FACT_WORD_VERB | FACT_WORD_PAST, 0},
    {"rose", "rise", FACT_WORD_VERB | FACT_WORD_PAST, 0},
    {"cut", "cut", FACT_WORD_VERB | FACT_WORD_PAST | FACT_WORD_NOUN, 0},
    {"people", "person", FACT_WORD_NOUN | FACT_WORD_PLURAL, 0},
    {"women", "woman", FACT_WORD_NOUN | FACT_WORD_PLURAL, 0},
    {"cities", "city", FACT_WORD_NOUN | FACT_WORD_PLURAL, 0},
    {"businesses", "business", FACT_WORD_NOUN | FACT_WORD_PLURAL, 0},
    {"his", "his", FACT_WORD_DETERMINER, FACT_WORD_PLURAL},
    {"is", "be", FACT_WORD_AUXILIARY, FACT_WORD_NOUN},
    {"didn't", "do", FACT_WORD_AUXILIARY | FACT_WORD_NEGATION, 0},
    {"bigger", "big", FACT_WORD_ADJECTIVE, 0},
    {"smith", "smith", 0, FACT_WORD_COMMON},
    {"trump", "trump", 0, FACT_WORD_COMMON},
    {"price", "price", FACT_WORD_NOUN | FACT_WORD_COMMON, 0},
    {"john", "john", FACT_WORD_GIVEN_NAME, FACT_WORD_COMMON},
    {"sgt", "sgt", FACT_WORD_TITLE | FACT_WORD_ABBREVIATION, 0},
    {"u.s.", "u.s.", FACT_WORD_ABBREVIATION | FACT_WORD_NAME | FACT_WORD_PLACE, 0},
    {"oct", "oct", FACT_WORD_ABBREVIATION, 0},
    {"inc", "inc", FACT_WORD_COMPANY_SUFFIX, 0},
    {"according", "accord", FACT_WORD_REPORTING | FACT_WORD_COMMON, 0},
    {"allegedly", "allegedly", FACT_WORD_ADVERB | FACT_WORD_HEDGE, 0},
};

static void
test_word(void **state)
{
    const WordRow *row = *state;
    FactWord word = fact_lexicon_find(builtin->lexicon, row->name, strlen(row->name));
    FactWord lemma = fact_lexicon_get_lemma(builtin->lexicon, word);
    uint32_t classes = fact_lexicon_get_classes(builtin->lexicon, word);

    assert_int_not_equal(word, 0);
    assert_string_equal(fact_lexicon_get_text(builtin->lexicon, lemma), row->lemma);
    assert_int_equal(classes & row->has, row->has);
    assert_int_equal(classes & row->lacks, 0);
}

static gboolean
is_filed(const FactCueWord *word, const FactCue *cue)
{
    for (guint i = 0; i < word->n_tries + word->n_vetoes; i++) {
        if (fact_cue_index_get_tries(builtin->cue_index, word)[i].cue == cue)
            return TRUE;
    }
    return FALSE;
}

/* A word that begins one of a list. */
static FactWord
first_word_of(const FactWording *words)
{
    FactWord word = 1;
    while (!fact_phrase_ends_have_word(&words->phrases->first, word))
        word++;
    return word;
}

static const FactCueWord *
word_of(const FactCatalog *catalog, FactWord word)
{
    return fact_cue_index_get_word(catalog->cue_index,
                                   fact_lexicon_get_note(catalog->lexicon, word));
}

/* Where @cue is filed: under its anchor, or under the words that its value can be. */
static const FactCueWord *
filed_word(const FactCue *cue)
{
    const FactCueItem *anchor = &cue->items[cue->anchor];
    if (anchor->kind == FACT_CUE_WORDS)
        return word_of(builtin, anchor->words[0]);
    return cue->attribute->words == NULL ? fact_cue_index_get_wordless(builtin->cue_index)
                                         : word_of(builtin, first_word_of(cue->attribute->words));
}

/* Each anchor's forms say so, and each cue is filed under its anchor. */
static void
test_cues_are_filed(void **state)
{
    (void)state;
    for (guint i = 0; i < builtin->attributes->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(builtin->attributes, i);
        for (guint j = 0; j < attribute->cues->len; j++) {
            const FactCue *cue = g_ptr_array_index(attribute->cues, j);
            const FactCueItem *anchor = &cue->items[cue->anchor];
            gboolean has_word = anchor->kind == FACT_CUE_WORDS;

            assert_true(is_filed(filed_word(cue), cue));
            assert_true(!has_word || (fact_lexicon_get_classes(builtin->lexicon, anchor->words[0]) &
                                      FACT_WORD_CUE) != 0);
        }
    }
}

/* What one word of the catalog's cues can be: anchored cues, and needs of others that it meets. */
typedef struct {
    const char *name;
    const char *cues; /* as in the file */
    const char *word;
    guint n_tries;
    int n_needs; /* of the first try of @anchor */
    const char *anchor;
    const char *meets; /* a word that meets the first of them, NULL: none */
} CueIndexRow;

static const CueIndexRow cue_index_rows[] = {
    {"all forms of a lemma are anchors", "\"gizmo {value}\"", "gizmos", 1, 0, "gizmo", NULL},
    {"one form alone after =", "\"=gizmos {value}\"", "gizmo", 0, 0, "gizmos", NULL},
    {"a word beside the anchor is needed", "\"rare gizmo {value}\", \"gizmo {value}\"", "rare", 1,
     1, "rare", "gizmos"},
    {"one of several words is one need",
     "\"rare (gizmo|gadget) {value}\", \"gizmo {value}\","
     " \"gadget {value}\"",
     "rare", 1, 1, "rare", "gadgets"},
    {"an optional word is none", "\"gizmo rare? {value}\"", "rare", 0, 0, "gizmo", NULL},
    {"a mark is one", "\"gizmo : {value}\"", "gizmo", 1, 1, "gizmo", NULL},
    {"the same need has one number",
     "\"rare gizmo {value}\", \"blue gizmo {value}\","
     " \"gizmo {value}\"",
     "blue", 1, 1, "rare", "gizmo"},
};

static const FactCueWord *
cue_word(const FactCatalog *catalog, const char *text)
{
    FactWord word = fact_lexicon_find(catalog->lexicon, text, strlen(text));

    return word == 0 || fact_lexicon_get_note(catalog->lexicon, word) == 0 ? NULL
                                                                           : word_of(catalog, word);
}

/* What @try needs in words and marks: that it needs a value is left out. */
static FactCueNeeds
needs_of_words(const FactCueTry *try)
{
    FactCueNeeds needs = try->needs;

    needs.bits[0] &= UINT64_MAX << FACT_CUE_NEEDS_SIDED;
    return needs;
}

static int
count_needs(const FactCueNeeds *needs)
{
    return __builtin_popcountll(needs->bits[0]) + __builtin_popcountll(needs->bits[1]);
}

static void
test_cue_index(void **state)
{
    const CueIndexRow *row = *state;
    g_auto(Loaded) loaded = {0};
    g_autofree char *text = g_strdup_printf(
        "{\"attributes\": [{\"id\": \"cost\", \"type\": \"money\", \"cues\": [%s]}]}", row->cues);

    load_texts(&loaded,
               (const char *const[]){"{\"words\": {\"nouns\": [\"gizmo gadget\"]}}", text, NULL});
    assert_log(loaded.log, "");
    const FactCueIndex *index = loaded.catalog->cue_index;
    const FactCueWord *word = cue_word(loaded.catalog, row->word);
    const FactCueWord *anchor = cue_word(loaded.catalog, row->anchor);
    assert_int_equal(word == NULL ? 0 : word->n_tries, row->n_tries);
    assert_non_null(anchor);
    FactCueNeeds needs = needs_of_words(fact_cue_index_get_tries(index, anchor));
    assert_int_equal(count_needs(&needs), row->n_needs);
    if (row->meets != NULL)
        assert_true(fact_cue_needs_have(&cue_word(loaded.catalog, row->meets)->meets, &needs));
}

/* -- layers ----------------------------------------------------------------------------------- */

static void
test_layer_replaces_attribute(void **state)
{
    (void)state;
    g_auto(Loaded) loaded = {0};
    const char *const texts[] = {
        "{\"attributes\": [{\"id\": \"cost\", \"type\": \"money\", \"cues\": [\"cost {value}\"]},"
        " {\"id\": \"age\", \"type\": \"duration\"}]}",
        "{\"attributes\": [{\"id\": \"cost\", \"type\": \"count\", \"moves\": \"up\"}]}",
        NULL,
    };

    load_texts(&loaded, texts);
    assert_log(loaded.log, "");
    assert_int_equal(loaded.catalog->attributes->len, 2);
    const FactAttribute *cost = fact_catalog_find_attribute(loaded.catalog, "cost");
    assert_int_equal(cost->moves, FACT_MOVES_UP);
    assert_int_equal(cost->cues->len, 0);
    assert_string_equal(cost->path, "b.json");
}

static void
test_layer_takes_name(void **state)
{
    (void)state;
    g_auto(Loaded) loaded = {0};
    const char *const texts[] = {
        "{\"entities\": [{\"id\": \"old\", \"label\": \"Anvil\", \"kind\": \"product\"}]}",
        "{\"entities\": [{\"id\": \"new\", \"label\": \"Anvil\", \"kind\": \"work\"}]}",
        NULL,
    };

    load_texts(&loaded, texts);
    assert_log(loaded.log, "");
    uint32_t payload =
        fact_phrase_table_find(loaded.catalog->names, loaded.catalog->lexicon, "anvil");
    const FactEntity *entity =
        g_ptr_array_index(loaded.catalog->entities, (payload & FACT_NAME_PAYLOAD_INDEX) - 1);
    assert_string_equal(entity->id, "new");
}

static void
test_layer_adds_to_wording(void **state)
{
    (void)state;
    g_auto(Loaded) loaded = {0};
    const char *const texts[] = {
        "{\"wording\": {\"moves\": {\"rose\": \"up\", \"fell\": \"down\"}}}",
        "{\"wording\": {\"moves\": {\"rose\": \"flower\", \"sank\": \"down\"}}, \"marks\": "
        "{\"moves\": \"hedge\"}}",
        NULL,
    };

    load_texts(&loaded, texts);
    assert_log(loaded.log, "");
    const FactWording *moves = fact_catalog_get_wording(loaded.catalog, "moves");
    uint32_t rose = fact_phrase_table_find(moves->phrases, loaded.catalog->lexicon, "rose");
    assert_int_equal(moves->values->len, 3);
    assert_string_equal(g_ptr_array_index(moves->values, rose - 1), "flower");
    FactWord sank = fact_lexicon_find(loaded.catalog->lexicon, "sank", 4);
    assert_true((fact_lexicon_get_classes(loaded.catalog->lexicon, sank) & FACT_WORD_HEDGE) != 0);
    assert_int_equal(fact_catalog_get_wording(loaded.catalog, "nothing")->values->len, 0);
}

static void
test_layer_of_folders(void **state)
{
    (void)state;
    const char *const folders[] = {DATA "sound", DATA "nowhere", DATA "sound/waivers-whole.json",
                                   NULL};
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FactCatalog) catalog = fact_catalog_new(folders, log, &error);

    assert_log(log, DATA "nowhere: the folder of facts cannot be read: No such file or directory");
    assert_non_null(catalog);
    assert_non_null(fact_catalog_find_entity(catalog, "XX/strelsau"));
    assert_non_null(fact_catalog_find_entity(catalog, "CN"));
    assert_int_equal(catalog->waivers->len, 2);
    const FactWaiver *waiver = g_ptr_array_index(catalog->waivers, 0);
    assert_int_equal(waiver->line, 2);
    assert_int_equal(waiver->column, 3);
    g_autofree char *place = fact_catalog_reference_place(catalog, 0);
    assert_string_equal(place, DATA "sound/reference-whole.json:2:3");
}

static void
test_nothing_to_load(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) layers = g_ptr_array_new();
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;

    assert_null(fact_catalog_new_from_layers(layers, log, &error));
    assert_true(g_error_matches(error, FACT_ERROR, FACT_ERROR_CATALOG));
}

static void
test_places_of_attribute(void **state)
{
    (void)state;
    g_auto(Loaded) loaded = {0};
    const char *const texts[] = {
        "{\"attributes\": [\n {\"id\": \"b\", \"type\": \"money\"},\n {\"id\": \"a\", \"type\": "
        "\"money\",\n"
        "  \"examples\": [{\"text\": \"x\", \"none\": \"bad\"},\n   {\"text\": \"y\"}]}]}",
        NULL,
    };

    load_texts(&loaded, texts);
    assert_log(loaded.log, "a.json:4:38: \"none\" must be true or false");
    const FactAttribute *attribute = fact_catalog_find_attribute(loaded.catalog, "a");
    g_autofree char *place = fact_catalog_attribute_place(loaded.catalog, attribute);
    g_autofree char *example = fact_catalog_example_place(loaded.catalog, attribute, 0);
    assert_string_equal(place, "a.json:3:2");
    assert_string_equal(example, "a.json:5:4");
}

/* -- units ------------------------------------------------------------------------------------ */

typedef struct {
    const char *name; /* the factor */
    int64_t numerator;
    int64_t denominator;
} FactorRow;

static const FactorRow factor_rows[] = {
    {"1", 1, 1},
    {"0.3048", 381, 1250},
    {"1397/3125", 1397, 3125},
    {"2/4", 1, 2},
    {"1.5/0.25", 6, 1},
    {"1000000000000", 1000000000000, 1},
    {"0.000000000001", 1, 1000000000000},
};

static void
test_factor(void **state)
{
    const FactorRow *row = *state;
    g_auto(Loaded) loaded = {0};
    g_autofree char *text = g_strdup_printf("{\"units\": [{\"code\": \"u\", \"label\": \"u\", "
                                            "\"dimension\": \"d\", \"factor\": \"%s\"}]}",
                                            row->name);
    const char *const texts[] = {text, NULL};

    load_texts(&loaded, texts);
    assert_log(loaded.log, "");
    const FactUnit *unit = fact_catalog_find_unit(loaded.catalog, "u");
    assert_non_null(unit);
    assert_int_equal(unit->numerator, row->numerator);
    assert_int_equal(unit->denominator, row->denominator);
}

static void
test_currency_names(void **state)
{
    (void)state;
    const uint32_t flags =
        FACT_UNIT_PAYLOAD_CURRENCY | FACT_UNIT_PAYLOAD_PREFIX | FACT_UNIT_PAYLOAD_MINOR;
    g_auto(Loaded) loaded = {0};
    const char *const texts[] = {
        "{\"currencies\": [{\"code\": \"XTS\", \"label\": \"test\", \"names\": [\"zed\"], "
        "\"symbols\": [\"Z$\"],"
        " \"minor_names\": [\"zid\"]}]}",
        NULL,
    };

    load_texts(&loaded, texts);
    assert_log(loaded.log, "");
    const FactCatalog *catalog = loaded.catalog;
    assert_int_equal(fact_phrase_table_find(catalog->unit_names, catalog->lexicon, "zed") & flags,
                     FACT_UNIT_PAYLOAD_CURRENCY);
    assert_int_equal(fact_phrase_table_find(catalog->unit_names, catalog->lexicon, "Z$") & flags,
                     FACT_UNIT_PAYLOAD_CURRENCY | FACT_UNIT_PAYLOAD_PREFIX);
    assert_int_equal(fact_phrase_table_find(catalog->unit_names, catalog->lexicon, "zid") & flags,
                     FACT_UNIT_PAYLOAD_CURRENCY | FACT_UNIT_PAYLOAD_MINOR);
    assert_int_equal(fact_catalog_find_currency(catalog, "XTS")->minor, 100);
}

/* -- names of enumerations -------------------------------------------------------------------- */

static void
test_names_round_trip(void **state)
{
    (void)state;
    for (guint i = 0; i <= FACT_VERDICT_LAST; i++) {
        FactVerdict verdict;
        assert_true(fact_verdict_from_string(fact_verdict_to_string((FactVerdict)i), &verdict));
        assert_int_equal(verdict, i);
    }
    for (guint i = 0; i <= FACT_SEVERITY_ERROR; i++) {
        FactSeverity severity;
        assert_true(fact_severity_from_string(fact_severity_to_string((FactSeverity)i), &severity));
        assert_int_equal(severity, i);
    }
    for (guint bit = 1; bit <= FACT_KIND_OTHER; bit <<= 1) {
        FactKind kind;
        assert_true(fact_kind_from_string(fact_kind_to_string((FactKind)bit), &kind));
        assert_int_equal(kind, bit);
    }
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("catalog");
    g_autoptr(FactLog) log = fact_log_new();

    builtin = fact_catalog_new(NULL, log, NULL);
    test_suite_add(suite, test_builtin_is_sound);
    test_suite_add_rows(suite, test_within, within_rows);
    test_suite_add_rows(suite, test_name, name_rows);
    test_suite_add_rows(suite, test_word, word_rows);
    test_suite_add(suite, test_cues_are_filed);
    test_suite_add_rows(suite, test_cue_index, cue_index_rows);
    test_suite_add(suite, test_layer_replaces_attribute);
    test_suite_add(suite, test_layer_takes_name);
    test_suite_add(suite, test_layer_adds_to_wording);
    test_suite_add(suite, test_layer_of_folders);
    test_suite_add(suite, test_nothing_to_load);
    test_suite_add(suite, test_places_of_attribute);
    test_suite_add_rows(suite, test_factor, factor_rows);
    test_suite_add(suite, test_currency_names);
    test_suite_add(suite, test_names_round_trip);
    int status = test_suite_run(suite, argc, argv);
    fact_catalog_unref(builtin);
    return status;
}
