/* SPDX-License-Identifier: MIT
 *
 * Claims files: round trips, what a foreign file may leave out, and messages.
 */
#include <string.h>

#include "claim/claim.h"
#include "support/claims.h"
#include "support/suite.h"

#define SUBJECT                                                                                    \
    "\"subject\":{\"id\":\"r1\",\"label\":\"R1\",\"text\":\"R1\",\"kinds\":[\"product\"]}"
#define ATTRIBUTE "\"attribute\":{\"id\":\"t_cost\",\"label\":\"training cost\"}"
#define VALUE                                                                                      \
    "\"value\":{\"type\":\"money\",\"amount\":5600000,\"unit\":\"USD\",\"comparator\":\"eq\","     \
    "\"precision\":100000,\"text\":\"$5.6 million\"}"
#define QUALIFIERS "\"qualifiers\":{\"period\":\"2025-01\",\"place\":\"US\",\"basis\":\"per year\"}"
#define MODALITY                                                                                   \
    "\"modality\":{\"polarity\":\"denied\",\"mood\":\"plan\",\"hedge\":\"estimated\","             \
    "\"speaker\":\"Ann\"}"
#define SOURCE                                                                                     \
    "\"source\":{\"doc\":\"a\",\"path\":\"a.txt\",\"title\":\"T\",\"published\":\"2025-01-27\","   \
    "\"publisher\":\"P\",\"start\":7,\"end\":12,\"line\":1,\"column\":8,\"quote\":\"$5.6 m\","     \
    "\"prefix\":\"cost \",\"suffix\":\".\"}"
#define REST "\"confidence\":0.92"

typedef struct {
    const char *name;
    const char *json;
    const char *expected; /* written again; NULL: the same but for an id before "group" */
} RoundRow;

static const RoundRow round_rows[] = {
    {"all members",
     "{\"record\":\"claim\",\"id\":\"mine\",\"group\":\"g\"," SUBJECT "," ATTRIBUTE "," VALUE
     "," QUALIFIERS "," MODALITY "," SOURCE "," REST "}",
     NULL},
    {"foreign members",
     "{\"record\":\"claim\",\"id\":\"mine\",\"group\":\"\","
     "\"subject\":{\"id\":\"r1\",\"label\":\"R1\",\"wikidata\":\"Q1\"}," ATTRIBUTE "," VALUE
     ",\"qualifiers\":{\"mode\":{\"x\":[1,2]}},\"modality\":{\"polarity\":\"affirmed\"}," SOURCE
     "," REST ",\"tool\":\"other\",\"score\":0.5}",
     NULL},
    {"the least there is",
     "{\"subject\":{\"id\":\"r1\"},\"attribute\":{\"id\":\"x\"},\"value\":{\"type\":\"flag\","
     "\"value\":true},\"source\":{\"doc\":\"a\"},\"id\":\"mine\"}",
     "{\"record\":\"claim\",\"id\":\"mine\",\"group\":\"\",\"subject\":{\"id\":\"r1\",\"label\":"
     "\"r1\"},\"attribute\":{\"id\":\"x\",\"label\":\"x\"},\"value\":{\"type\":\"flag\",\"value\":"
     "true},\"qualifiers\":{},\"modality\":{\"polarity\":\"affirmed\"},\"source\":{\"doc\":\"a\","
     "\"path\":\"claims.jsonl\",\"start\":0,\"end\":0,\"line\":7,\"column\":1},\"confidence\":1}"},
};

typedef struct {
    FactStringPool *pool;
    FactArena *arena;
    FactClaimReader *reader;
    FactClaim claim;
    FactDocument *document;
    FactEvidence evidence;
    gboolean is_claim;
} Reading;

static gboolean
begin_reading(Reading *reading, const char *json, GError **error)
{
    memset(reading, 0, sizeof *reading);
    reading->pool = fact_string_pool_new();
    reading->arena = fact_arena_new();
    reading->reader = fact_claim_reader_new(test_claims_catalog(), reading->pool, reading->arena);
    return fact_claim_reader_read(reading->reader, "claims.jsonl", 7, json, strlen(json),
                                  &reading->is_claim, &reading->claim, &reading->document,
                                  &reading->evidence, error);
}

static void
end_reading(Reading *reading)
{
    fact_evidence_clear(&reading->evidence);
    g_clear_pointer(&reading->document, fact_document_free);
    fact_claim_reader_free(reading->reader);
    fact_arena_free(reading->arena);
    fact_string_pool_free(reading->pool);
}

static char *
write_again(Reading *reading)
{
    GString *out = g_string_new(NULL);
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    if (reading->is_claim)
        fact_claim_write(&reading->claim, reading->document, &reading->evidence, NULL, &writer);
    else
        fact_document_write(reading->document, &writer);
    return g_string_free(out, FALSE);
}

static void
test_round_trip(void **state)
{
    const RoundRow *row = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *written = NULL;
    Reading reading;

    if (!begin_reading(&reading, row->json, &error))
        fail_msg("%s", error->message);
    written = write_again(&reading);
    assert_string_equal(written, row->expected == NULL ? row->json : row->expected);
    end_reading(&reading);
}

static void
test_reads_members(void **state)
{
    Reading reading;

    (void)state;
    assert_true(begin_reading(&reading, round_rows[0].json, NULL));
    assert_string_equal(reading.claim.subject_id, "r1");
    assert_int_equal(reading.claim.subject_kinds, FACT_KIND_PRODUCT);
    assert_string_equal(reading.claim.attribute_id, "t_cost");
    assert_int_equal(reading.claim.polarity, FACT_POLARITY_DENIED);
    assert_int_equal(reading.claim.mood, FACT_MOOD_PLAN);
    assert_string_equal(reading.claim.speaker, "Ann");
    assert_string_equal(reading.claim.period, "2025-01");
    assert_int_equal(reading.claim.confidence, 92);
    assert_int_equal(reading.claim.span.start, 7);
    assert_true(reading.claim.is_read);
    assert_string_equal(reading.document->id, "a");
    assert_string_equal(reading.document->publisher, "P");
    assert_string_equal(reading.evidence.quote, "$5.6 m");
    end_reading(&reading);
}

/* Our own ids need no room: they come out the same without being kept. */
static void
test_own_id_is_not_kept(void **state)
{
    Reading first;
    Reading second;
    g_autofree char *once = NULL;
    g_autofree char *twice = NULL;

    (void)state;
    assert_true(begin_reading(&first, round_rows[2].json, NULL));
    first.claim.extra = NULL;
    once = write_again(&first);
    assert_true(begin_reading(&second, once, NULL));
    assert_null(second.claim.extra);
    twice = write_again(&second);
    assert_string_equal(twice, once);
    end_reading(&second);
    end_reading(&first);
}

typedef struct {
    const char *name;
    const char *json;
    const char *message;
} ErrorRow;

static const ErrorRow error_rows[] = {
    {"no object", "[1]", "claims.jsonl:7:1: a record must be an object"},
    {"no subject", "{" ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:1: 'subject' is missing"},
    {"no subject id", "{\"subject\":{}," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:12: 'id' is missing"},
    {"an empty id", "{\"subject\":{\"id\":\"\"}," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:12: 'id' is missing"},
    {"a number for a string", "{\"subject\":{\"id\":5}," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:18: 'id' must be a string"},
    {"an array for an object", "{\"subject\":[]," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:12: 'subject' must be an object"},
    {"an unknown kind",
     "{\"subject\":{\"id\":\"a\",\"kinds\":[\"thing\"]}," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:31: unknown kind of subject"},
    {"no value", "{" SUBJECT "," ATTRIBUTE "," SOURCE "}", "claims.jsonl:7:1: 'value' is missing"},
    {"no source", "{" SUBJECT "," ATTRIBUTE "," VALUE "}", "claims.jsonl:7:1: 'source' is missing"},
    {"an unknown polarity",
     "{\"modality\":{\"polarity\":\"maybe\"}," SUBJECT "," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:25: 'polarity' must be affirmed or denied"},
    {"an unknown mood",
     "{\"modality\":{\"mood\":\"wish\"}," SUBJECT "," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:21: unknown mood 'wish'"},
    {"too sure", "{\"confidence\":1.5," SUBJECT "," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:15: 'confidence' must lie between 0 and 1"},
    {"sure by word", "{\"confidence\":\"high\"," SUBJECT "," ATTRIBUTE "," VALUE "," SOURCE "}",
     "claims.jsonl:7:15: 'confidence' must be a number"},
    {"a span that ends before it starts",
     "{\"source\":{\"doc\":\"a\",\"start\":9,\"end\":3}," SUBJECT "," ATTRIBUTE "," VALUE "}",
     "claims.jsonl:7:38: 'end' is before 'start'"},
    {"a negative offset",
     "{\"source\":{\"doc\":\"a\",\"start\":-1}," SUBJECT "," ATTRIBUTE "," VALUE "}",
     "claims.jsonl:7:30: 'start' must be a whole number that is not negative"},
    {"another record", "{\"record\":\"note\"}", "claims.jsonl:7:11: unknown kind of record 'note'"},
    {"a document without id", "{\"record\":\"document\"}", "claims.jsonl:7:1: 'id' is missing"},
    {"a waiver that is none", "{\"record\":\"document\",\"id\":\"a\",\"waivers\":[7]}",
     "claims.jsonl:7:42: a waiver must be an object"},
};

static void
test_error(void **state)
{
    const ErrorRow *row = *state;
    g_autoptr(GError) error = NULL;
    Reading reading;

    assert_false(begin_reading(&reading, row->json, &error));
    assert_non_null(error);
    assert_int_equal(error->code, FACT_ERROR_INPUT);
    assert_string_equal(error->message, row->message);
    assert_null(reading.document);
    end_reading(&reading);
}

typedef struct {
    const char *name;
    const char *json;
} BrokenRow;

static const BrokenRow broken_rows[] = {
    {"cut off", "{\"subject\":{\"id\":"},
    {"nothing", ""},
    {"a member given twice", "{\"record\":\"claim\",\"record\":\"claim\"}"},
    {"an unknown type of value",
     "{\"value\":{\"type\":\"colour\"}," SUBJECT "," ATTRIBUTE "," SOURCE "}"},
    {"a value without amount",
     "{\"value\":{\"type\":\"money\",\"unit\":\"USD\"}," SUBJECT "," ATTRIBUTE "," SOURCE "}"},
    {"invalid UTF-8", "{\"record\":\"\xff\"}"},
};

static void
test_broken(void **state)
{
    const BrokenRow *row = *state;
    g_autoptr(GError) error = NULL;
    Reading reading;

    assert_false(begin_reading(&reading, row->json, &error));
    assert_non_null(error);
    assert_true(g_str_has_prefix(error->message, "claims.jsonl:7:"));
    end_reading(&reading);
}

static void
test_document_record(void **state)
{
    static const char json[] =
        "{\"record\":\"document\",\"id\":\"a\",\"path\":\"a.md\",\"title\":\"T\",\"published\":"
        "\"2025\",\"publisher\":\"P\",\"url\":\"http://x\",\"topic\":\"t\",\"waivers\":[{"
        "\"subject\":\"s\",\"attribute\":\"t_cost\",\"reason\":\"known\",\"until\":\"2026-01-01\","
        "\"who\":\"ed\",\"line\":3,\"column\":1}],\"signature\":\"12-abc\",\"section\":\"news\"}";
    g_autofree char *written = NULL;
    Reading reading;

    (void)state;
    assert_true(begin_reading(&reading, json, NULL));
    assert_false(reading.is_claim);
    assert_string_equal(reading.document->signature, "12-abc");
    assert_int_equal(reading.document->waivers->len, 1);
    written = write_again(&reading);
    assert_string_equal(written, json);
    end_reading(&reading);
}

static void
test_id_hashes_its_parts(void **state)
{
    FactClaim claim = {.subject_id = "s", .attribute_id = "a", .span = {1, 2}};
    FactDocument document = {.id = (char *)"d"};
    FactDocument other = {.id = (char *)"e"};
    char id[FACT_CLAIM_ID_SIZE];
    char again[FACT_CLAIM_ID_SIZE];

    (void)state;
    fact_claim_format_id(&claim, &document, id);
    assert_int_equal(strlen(id), 16);
    claim.confidence = 7;
    fact_claim_format_id(&claim, &document, again);
    assert_string_equal(again, id);
    fact_claim_format_id(&claim, &other, again);
    assert_string_not_equal(again, id);
    claim.span.end = 3;
    fact_claim_format_id(&claim, &document, again);
    assert_string_not_equal(again, id);
    claim = (FactClaim){.subject_id = "a", .attribute_id = "s", .span = {1, 2}};
    fact_claim_format_id(&claim, &document, again);
    assert_string_not_equal(again, id);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("claim-json");

    test_suite_add_rows(suite, test_round_trip, round_rows);
    test_suite_add_rows(suite, test_error, error_rows);
    test_suite_add_rows(suite, test_broken, broken_rows);
    test_suite_add(suite, test_reads_members);
    test_suite_add(suite, test_own_id_is_not_kept);
    test_suite_add(suite, test_document_record);
    test_suite_add(suite, test_id_hashes_its_parts);
    return test_suite_run(suite, argc, argv);
}
