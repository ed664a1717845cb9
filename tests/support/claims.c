/* SPDX-License-Identifier: MIT */
#include "support/claims.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare/explanation.h"
#include "support/random.h"
#include "support/sign.h"
#include "support/suite.h"

static FactCatalog *shared_catalog;

static void
free_catalog(void)
{
    g_clear_pointer(&shared_catalog, fact_catalog_unref);
}

const FactCatalog *
test_claims_catalog(void)
{
    const char *const folders[] = {FACT_SOURCE_DIR "/tests/data/compare-facts", NULL};
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;

    if (shared_catalog != NULL)
        return shared_catalog;
    shared_catalog = fact_catalog_new(folders, log, &error);
    for (guint i = 0; i < fact_log_get_length(log); i++)
        fprintf(stderr, "%s\n", fact_log_get(log, i)->message);
    assert_non_null(shared_catalog);
    atexit(free_catalog);
    return shared_catalog;
}

static void
write_comparator(const char **p, FactJsonWriter *writer)
{
    static const char *const signs[][2] = {
        {"<=", "le"}, {">=", "ge"}, {"<", "lt"}, {">", "gt"}, {"~", "approx"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (!g_str_has_prefix(*p, signs[i][0]))
            continue;
        *p += strlen(signs[i][0]);
        fact_json_string(writer, "comparator", signs[i][1]);
        return;
    }
}

/* Reads a number with its scale: "5.6m" is 5,600,000 good to 100,000. */
static FactDecimal
read_amount(const char **p, FactDecimal *out_precision)
{
    size_t len = 0;
    FactDecimal amount;
    const char *point;
    int places;
    int scale = 0;

    /* ".." opens a range. */
    while (g_ascii_isdigit((*p)[len]) || ((*p)[len] == '.' && (*p)[len + 1] != '.'))
        len++;
    assert_true(fact_decimal_parse(*p, len, &amount));
    point = memchr(*p, '.', len);
    places = point == NULL ? 0 : (int)(*p + len - point) - 1;
    *p += len;
    if (g_str_has_prefix(*p, "bn") && !g_ascii_isalpha((*p)[2]))
        scale = 9;
    else if (**p == 'm' && !g_ascii_isalpha((*p)[1]))
        scale = 6;
    else if (**p == 'k' && !g_ascii_isalpha((*p)[1]))
        scale = 3;
    *p += scale == 9 ? 2 : scale != 0;
    *out_precision = scale == 0 ? FACT_DECIMAL_ZERO : fact_decimal_new(1, scale - places);
    return fact_decimal_new(amount.coefficient, amount.exponent + scale);
}

static void
write_unit(const char *unit, gboolean is_money, FactJsonWriter *writer)
{
    g_autofree char *code = g_strdup(unit);
    gboolean is_indefinite = g_str_has_suffix(code, "!");

    if (is_indefinite)
        code[strlen(code) - 1] = '\0';
    if (is_money) {
        fact_json_string(writer, "type", "money");
        fact_json_string(writer, "unit", *code == '\0' ? "USD" : code);
    } else if (g_str_equal(code, "y")) {
        fact_json_string(writer, "type", "duration");
        fact_json_string(writer, "unit", "a");
        fact_json_bool(writer, "age", TRUE);
    } else if (g_str_equal(code, "%")) {
        fact_json_string(writer, "type", "percent");
        fact_json_string(writer, "unit", "%");
    } else if (*code == '[') {
        code[strlen(code) - 1] = '\0';
        fact_json_string(writer, "type", "quantity");
        fact_json_string(writer, "unit", code + 1);
    } else if (*code == '\0') {
        fact_json_string(writer, "type", "number");
    } else {
        fact_json_string(writer, "type", "count");
        fact_json_string(writer, "unit", code);
    }
    if (is_indefinite)
        fact_json_bool(writer, "indefinite", TRUE);
}

static void
write_number(const char *p, FactJsonWriter *writer)
{
    gboolean is_change = g_str_has_prefix(p, "up") || g_str_has_prefix(p, "down");
    gboolean is_money;
    FactDecimal low;
    FactDecimal precision;

    if (is_change) {
        fact_json_string(writer, "direction", *p == 'u' ? "up" : "down");
        fact_json_bool(writer, "change", TRUE);
        p += *p == 'u' ? 2 : 4;
    }
    write_comparator(&p, writer);
    is_money = *p == '$';
    p += is_money;
    low = read_amount(&p, &precision);
    if (g_str_has_prefix(p, "..")) {
        p += 2;
        fact_json_string(writer, "comparator", "between");
        fact_json_decimal(writer, "low", low);
        fact_json_decimal(writer, "high", read_amount(&p, &precision));
    } else {
        fact_json_decimal(writer, "amount", low);
    }
    if (!fact_decimal_is_zero(precision))
        fact_json_decimal(writer, "precision", precision);
    write_unit(p, is_money, writer);
}

static void
write_name(const char *name, FactJsonWriter *writer)
{
    g_autofree char *id = g_ascii_islower(*name) ? g_strconcat("t/", name, NULL) : g_strdup(name);
    const FactEntity *entity = fact_catalog_find_entity(test_claims_catalog(), id);

    fact_json_string(writer, "id", id);
    fact_json_string(writer, "label", entity == NULL ? name : entity->label);
}

static void
write_names(const char *names, FactJsonWriter *writer)
{
    g_autofree char *inner = g_strndup(names, strlen(names) - 1);
    g_auto(GStrv) all = g_strsplit(inner, ",", -1);

    fact_json_string(writer, "type", "set");
    fact_json_begin_array(writer, "names");
    for (guint i = 0; all[i] != NULL; i++) {
        fact_json_begin_object(writer, NULL);
        write_name(all[i], writer);
        fact_json_end_object(writer);
    }
    fact_json_end_array(writer);
}

static void
write_value(const char *word, FactJsonWriter *writer)
{
    fact_json_begin_object(writer, NULL);
    if (g_str_has_prefix(word, "={")) {
        write_names(word + 2, writer);
    } else if (*word == '=') {
        fact_json_string(writer, "type", "entity");
        write_name(word + 1, writer);
    } else if (g_str_equal(word, "yes") || g_str_equal(word, "no")) {
        fact_json_string(writer, "type", "flag");
        fact_json_bool(writer, "value", *word == 'y');
    } else if (*word == '\'') {
        fact_json_string(writer, "type", "text");
        fact_json_string(writer, "value", word + 1);
    } else if (*word == 'D') {
        fact_json_string(writer, "type", "date");
        fact_json_string(writer, "edtf", word + 1);
    } else if (g_ascii_isdigit(*word) && strchr(word, '-') != NULL) {
        fact_json_string(writer, "type", "score");
        fact_json_begin_array(writer, "parts");
        for (const char *p = word; p != NULL;
             p = strchr(p, '-') == NULL ? NULL : strchr(p, '-') + 1)
            fact_json_int(writer, NULL, atoi(p));
        fact_json_end_array(writer);
    } else {
        write_number(word, writer);
    }
    fact_json_end_object(writer);
}

static FactValue
read_value(TestClaims *self, const char *word)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    FactJsonWriter writer;
    FactValue value = {0};
    char *pointer = NULL;
    json_t *json;

    fact_json_writer_init(&writer, text);
    write_value(word, &writer);
    json = json_loads(text->str, 0, NULL);
    if (json == NULL ||
        !fact_value_from_json(self->catalog, json, self->pool, &value, &pointer, &error))
        fail_msg("value '%s' (%s): %s", word, text->str, error == NULL ? "" : error->message);
    json_decref(json);
    return value;
}

static guint
need_document(TestClaims *self, const char *id)
{
    FactDocument *document = NULL;

    for (guint i = 0; i < self->documents->len; i++) {
        if (g_str_equal(((FactDocument *)g_ptr_array_index(self->documents, i))->id, id))
            return i;
    }
    document = fact_document_new(id);
    document->id = g_strdup(id);
    g_ptr_array_add(self->documents, document);
    return self->documents->len - 1;
}

static void
set_once(char **member, const char *value)
{
    if (*member == NULL)
        *member = g_strdelimit(g_strdup(value), "_", ' ');
}

static void
apply_document_word(FactDocument *document, const char *name, const char *value)
{
    if (g_str_equal(name, "on") && document->published == NULL)
        document->published = g_strdup(value);
    else if (g_str_equal(name, "pub"))
        set_once(&document->publisher, value);
    else if (g_str_equal(name, "topic"))
        set_once(&document->topic, value);
    else if (g_str_equal(name, "url") && document->url == NULL)
        document->url = g_strdup(value);
    else if (g_str_equal(name, "title"))
        set_once(&document->title, value);
    else if (g_str_equal(name, "text") && document->signature == NULL) {
        g_autofree char *text = g_strdelimit(g_strdup(value), "_", ' ');

        document->signature = test_sign(text);
    }
}

static gboolean
apply_word(TestClaims *self, const char *word, FactClaim *claim)
{
    static const char *const names[] = {"on", "pub", "topic", "url",  "title", "text", "by",
                                        "in", "for", "as",    "conf", "about", "attr", NULL};
    const char *equals = strchr(word, '=');
    g_autofree char *name =
        equals == NULL ? g_strdup(word) : g_strndup(word, (gsize)(equals - word));
    const char *value = equals == NULL ? NULL : fact_string_pool_intern(self->pool, equals + 1);

    if (g_str_equal(word, "not"))
        claim->polarity = FACT_POLARITY_DENIED;
    else if (g_str_equal(word, "plan"))
        claim->mood = FACT_MOOD_PLAN;
    else if (value == NULL || !g_strv_contains(names, name))
        return FALSE;
    else if (g_str_equal(name, "by"))
        claim->speaker = value;
    else if (g_str_equal(name, "in"))
        claim->place = value;
    else if (g_str_equal(name, "for"))
        claim->period = value;
    else if (g_str_equal(name, "as"))
        claim->basis = value;
    else if (g_str_equal(name, "conf"))
        claim->confidence = (uint16_t)atoi(value);
    else if (g_str_equal(name, "about"))
        claim->subject_id = claim->subject_label = claim->subject_text =
            fact_string_pool_intern(self->pool, g_strdelimit((char *)value, "_", ' '));
    else if (g_str_equal(name, "attr"))
        claim->attribute_id = claim->attribute_label = value;
    else
        apply_document_word(g_ptr_array_index(self->documents, claim->document), name, value);
    return TRUE;
}

static void
add_row(TestClaims *self, const char *attribute, const char *row, guint place)
{
    g_auto(GStrv) words = g_strsplit_set(row, " \n", -1);
    FactClaim claim = {.confidence = 90, .subject_kinds = FACT_KIND_PRODUCT};
    gboolean has_document = FALSE;

    claim.subject_id = claim.subject_label = claim.subject_text =
        fact_string_pool_intern(self->pool, "thing");
    claim.attribute_id = claim.attribute_label = fact_string_pool_intern(self->pool, attribute);
    claim.span = (FactSpan){place * 10, place * 10 + 5};
    claim.line = place + 1;
    claim.column = 1;
    for (guint i = 0; words[i] != NULL; i++) {
        if (*words[i] == '\0')
            continue;
        if (!has_document)
            claim.document = need_document(self, words[i]);
        else if (!apply_word(self, words[i], &claim))
            claim.value = read_value(self, words[i]);
        has_document = TRUE;
    }
    if (has_document)
        g_array_append_val(self->claims, claim);
}

/* What the corpus does: documents by id, claims by document and span. */
static gint
compare_claims(gconstpointer a, gconstpointer b)
{
    const FactClaim *first = a;
    const FactClaim *second = b;

    if (first->document != second->document)
        return first->document < second->document ? -1 : 1;
    return first->span.start < second->span.start ? -1 : first->span.start > second->span.start;
}

static gint
compare_documents(gconstpointer a, gconstpointer b)
{
    return strcmp((*(FactDocument *const *)a)->id, (*(FactDocument *const *)b)->id);
}

static void
sort_like_corpus(TestClaims *self)
{
    g_autoptr(GPtrArray) before = g_ptr_array_copy(self->documents, NULL, NULL);

    g_ptr_array_set_free_func(before, NULL);
    g_ptr_array_sort(self->documents, compare_documents);
    for (guint i = 0; i < self->claims->len; i++) {
        FactClaim *claim = &g_array_index(self->claims, FactClaim, i);
        guint at = 0;

        g_ptr_array_find(self->documents, g_ptr_array_index(before, claim->document), &at);
        claim->document = at;
    }
    g_array_sort(self->claims, compare_claims);
}

static void
fill_table(TestClaims *self)
{
    for (guint i = 0; i < self->claims->len; i++) {
        FactClaim *claim = &g_array_index(self->claims, FactClaim, i);
        const FactDocument *document = g_ptr_array_index(self->documents, claim->document);

        claim->group =
            fact_string_pool_intern(self->pool, document->topic == NULL ? "" : document->topic);
        fact_claim_table_add(self->table,
                             (FactClaimKey){claim->group, claim->subject_id, claim->attribute_id},
                             claim->subject_label, i);
    }
}

static void
shuffle(char **rows, guint *places, uint64_t seed)
{
    TestRandom random = {seed};
    guint n = g_strv_length(rows);

    for (guint i = n; i > 1; i--) {
        guint k = test_random_below(&random, i);
        char *row = rows[i - 1];
        guint place = places[i - 1];

        rows[i - 1] = rows[k];
        places[i - 1] = places[k];
        rows[k] = row;
        places[k] = place;
    }
}

TestClaims *
test_claims_new_shuffled(const char *attribute, const char *rows, uint64_t seed)
{
    TestClaims *self = g_new0(TestClaims, 1);
    g_auto(GStrv) all = g_strsplit(rows, ";", -1);
    g_autofree guint *places = g_new0(guint, g_strv_length(all) + 1);

    self->pool = fact_string_pool_new();
    self->arena = fact_arena_new();
    self->catalog = test_claims_catalog();
    self->documents = g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);
    self->claims = g_array_new(FALSE, TRUE, sizeof(FactClaim));
    self->table = fact_claim_table_new();
    for (guint i = 0; all[i] != NULL; i++)
        places[i] = i;
    if (seed != 0)
        shuffle(all, places, seed);
    for (guint i = 0; all[i] != NULL; i++)
        add_row(self, attribute, all[i], places[i]);
    sort_like_corpus(self);
    fill_table(self);
    return self;
}

TestClaims *
test_claims_new(const char *attribute, const char *rows)
{
    return test_claims_new_shuffled(attribute, rows, 0);
}

void
test_claims_free(TestClaims *self)
{
    if (self == NULL)
        return;
    fact_claim_table_free(self->table);
    g_array_unref(self->claims);
    g_ptr_array_unref(self->documents);
    fact_arena_free(self->arena);
    fact_string_pool_free(self->pool);
    g_free(self);
}

FactFindings *
test_claims_compare(const TestClaims *self)
{
    return fact_compare(self->catalog, self->table, (const FactClaim *)(gpointer)self->claims->data,
                        self->documents);
}

static void
describe_side(const TestClaims *self, const FactSide *side, GString *out)
{
    g_string_append(out, "  side ");
    fact_side_format_value(self->catalog, side, out);
    g_string_append_printf(out, " [%s %s %s] %u/%u %.3f%s:", side->period, side->place, side->basis,
                           side->n_independent, side->n_sources, side->weight,
                           side->is_reference ? " accepted" : "");
    for (guint i = 0; i < side->claims->len; i++) {
        const FactClaim *claim =
            &g_array_index(self->claims, FactClaim, g_array_index(side->claims, guint32, i));
        const FactDocument *document = g_ptr_array_index(self->documents, claim->document);

        g_string_append_printf(out, " %s@%u", document->id, claim->span.start);
    }
    g_string_append_c(out, '\n');
}

char *
test_findings_describe(const TestClaims *self, const FactFindings *findings)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);

        g_string_append_printf(out, "%s %s/%s/%s %s %s: %s\n", finding->id, finding->group,
                               finding->subject_id, finding->attribute_id,
                               fact_verdict_to_string(finding->verdict),
                               fact_severity_to_string(finding->severity), finding->message);
        for (guint k = 0; k < finding->sides->len; k++)
            describe_side(self, &g_array_index(finding->sides, FactSide, k), out);
        for (guint k = 0; k < finding->pairs->len; k++) {
            const FactPair *pair = &g_array_index(finding->pairs, FactPair, k);

            g_string_append_printf(out, "  pair %u %u %s %s %s %s %u: %s\n", pair->a, pair->b,
                                   fact_verdict_to_string(pair->verdict),
                                   fact_severity_to_string(pair->severity), pair->rule,
                                   pair->fingerprint, pair->is_within_one_document, pair->message);
        }
    }
    return g_string_free(out, FALSE);
}
