/* SPDX-License-Identifier: MIT
 *
 * Reads records of claims files, ours or another extractor's. Types are strict, and a message names
 * the place of the culprit; members that are not known are kept, so that a file survives being read
 * and written. What a foreign file may leave out: labels, qualifiers, modality, confidence and all
 * of the source but its document.
 */
#include "claim/claim.h"

#include <stdlib.h>
#include <string.h>

#include "claim/claim-json-private.h"
#include "claim/outline.h"
#include "claim/record.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

/* Bytes of untrusted text in a message. */
#define SHOWN_MAX 60

struct FactClaimReader {
    const FactCatalog *catalog;
    FactStringPool *pool;
    FactArena *arena;
};

const char *const FACT_CLAIM_SECTIONS[] = {
    "subject", "attribute", "value", "qualifiers", "modality", "source", NULL,
};

static const char *const CLAIM_MEMBERS[] = {
    "record",     "id",       "group",  "subject",    "attribute", "value",
    "qualifiers", "modality", "source", "confidence", NULL,
};
static const char *const SUBJECT_MEMBERS[] = {"id", "label", "text", "kinds", NULL};
static const char *const ATTRIBUTE_MEMBERS[] = {"id", "label", NULL};
static const char *const VALUE_MEMBERS[] = {
    "type",       "amount",   "low",   "high",  "unit",   "per",   "comparator", "direction",
    "precision",  "from",     "of",    "edtf",  "text",   "id",    "label",      "ids",
    "labels",     "items",    "value", "age",   "change", "parts", "recurring",  "time",
    "indefinite", "entities", "set",   "names", NULL,
};
static const char *const QUALIFIERS_MEMBERS[] = {"period", "place", "basis", NULL};
static const char *const MODALITY_MEMBERS[] = {"polarity", "mood", "hedge", "speaker", NULL};
static const char *const SOURCE_MEMBERS[] = {
    "doc",  "path",   "title", "published", "publisher", "start", "end",
    "line", "column", "quote", "prefix",    "suffix",    NULL,
};
static const char *const DOCUMENT_MEMBERS[] = {
    "record", "id",    "path",    "title",     "published", "publisher",
    "url",    "topic", "waivers", "signature", "outline", NULL,
};
static const char *const WAIVER_MEMBERS[] = {
    "subject", "attribute", "reason", "until", "who", "path", "line", "column", NULL,
};

gboolean
fact_document_record_knows(const char *name)
{
    return g_strv_contains(DOCUMENT_MEMBERS, name);
}

FactClaimReader *
fact_claim_reader_new(const FactCatalog *catalog, FactStringPool *pool, FactArena *arena)
{
    FactClaimReader *reader = g_new0(FactClaimReader, 1);

    reader->catalog = catalog;
    reader->pool = pool;
    reader->arena = arena;
    return reader;
}

void
fact_claim_reader_free(FactClaimReader *reader)
{
    g_free(reader);
}

static gboolean
read_kinds(FactRecord *record, json_t *subject, uint32_t *out_kinds)
{
    json_t *kinds = json_object_get(subject, "kinds");
    size_t i = 0;
    json_t *name = NULL;

    if (kinds == NULL)
        return TRUE;
    if (!json_is_array(kinds))
        return fact_record_fail(record, "/subject/kinds", "'kinds' must be an array of strings");
    json_array_foreach(kinds, i, name)
    {
        FactKind kind = FACT_KIND_OTHER;

        if (!json_is_string(name) || !fact_kind_from_string(json_string_value(name), &kind)) {
            g_autofree char *pointer = g_strdup_printf("/subject/kinds/%zu", i);

            return fact_record_fail(record, pointer, "unknown kind of subject");
        }
        *out_kinds |= kind;
    }
    return TRUE;
}

static gboolean
read_subject(FactRecord *record, json_t *claim, FactClaim *out)
{
    json_t *subject = NULL;

    uint32_t kinds = 0;

    if (!fact_record_get_section(record, claim, "subject", TRUE, &subject) ||
        !fact_record_require_string(record, subject, "/subject", "id", &out->subject_id) ||
        !fact_record_take_string(record, subject, "/subject", "label", &out->subject_label) ||
        !fact_record_take_string(record, subject, "/subject", "text", &out->subject_text) ||
        !read_kinds(record, subject, &kinds))
        return FALSE;
    out->subject_kinds = (uint8_t)kinds;
    if (out->subject_label == NULL)
        out->subject_label = out->subject_id;
    fact_record_keep_foreign(record, subject, "subject", SUBJECT_MEMBERS);
    return TRUE;
}

static gboolean
read_attribute(FactRecord *record, json_t *claim, FactClaim *out)
{
    json_t *attribute = NULL;

    if (!fact_record_get_section(record, claim, "attribute", TRUE, &attribute) ||
        !fact_record_require_string(record, attribute, "/attribute", "id", &out->attribute_id) ||
        !fact_record_take_string(record, attribute, "/attribute", "label", &out->attribute_label))
        return FALSE;
    if (out->attribute_label == NULL)
        out->attribute_label = out->attribute_id;
    fact_record_keep_foreign(record, attribute, "attribute", ATTRIBUTE_MEMBERS);
    return TRUE;
}

static gboolean
read_value(FactRecord *record, json_t *claim, FactClaim *out)
{
    json_t *value = NULL;
    g_autofree char *inner = NULL;
    g_autoptr(GError) error = NULL;

    if (!fact_record_get_section(record, claim, "value", TRUE, &value))
        return FALSE;
    if (!fact_value_from_json(record->catalog, value, record->pool, &out->value, &inner, &error)) {
        g_autofree char *pointer = g_strconcat("/value", inner, NULL);

        return fact_record_fail(record, pointer, "%s", error->message);
    }
    fact_record_keep_foreign(record, value, "value", VALUE_MEMBERS);
    return TRUE;
}

static gboolean
read_qualifiers(FactRecord *record, json_t *claim, FactClaim *out)
{
    json_t *qualifiers = NULL;

    if (!fact_record_get_section(record, claim, "qualifiers", FALSE, &qualifiers) ||
        !fact_record_take_string(record, qualifiers, "/qualifiers", "period", &out->period) ||
        !fact_record_take_string(record, qualifiers, "/qualifiers", "place", &out->place) ||
        !fact_record_take_string(record, qualifiers, "/qualifiers", "basis", &out->basis))
        return FALSE;
    fact_record_keep_foreign(record, qualifiers, "qualifiers", QUALIFIERS_MEMBERS);
    return TRUE;
}

static gboolean
read_polarity(FactRecord *record, json_t *modality, FactClaim *out)
{
    const char *name = NULL;

    if (!fact_record_get_string(record, modality, "/modality", "polarity", &name))
        return FALSE;
    if (name == NULL || g_str_equal(name, "affirmed"))
        out->polarity = FACT_POLARITY_AFFIRMED;
    else if (g_str_equal(name, "denied"))
        out->polarity = FACT_POLARITY_DENIED;
    else
        return fact_record_fail(record, "/modality/polarity",
                                "'polarity' must be affirmed or denied");
    return TRUE;
}

static gboolean
read_mood(FactRecord *record, json_t *modality, FactClaim *out)
{
    const char *name = NULL;
    FactMood mood = FACT_MOOD_FACT;

    if (!fact_record_get_string(record, modality, "/modality", "mood", &name))
        return FALSE;
    if (name != NULL && !fact_mood_from_string(name, &mood))
        return fact_record_fail(record, "/modality/mood", "unknown mood '%.*s'", SHOWN_MAX, name);
    out->mood = (unsigned)mood & 0xfu;
    return TRUE;
}

static gboolean
read_modality(FactRecord *record, json_t *claim, FactClaim *out)
{
    json_t *modality = NULL;

    if (!fact_record_get_section(record, claim, "modality", FALSE, &modality) ||
        !read_polarity(record, modality, out) || !read_mood(record, modality, out) ||
        !fact_record_take_string(record, modality, "/modality", "hedge", &out->hedge) ||
        !fact_record_take_string(record, modality, "/modality", "speaker", &out->speaker))
        return FALSE;
    fact_record_keep_foreign(record, modality, "modality", MODALITY_MEMBERS);
    return TRUE;
}

static gboolean
read_span(FactRecord *record, json_t *source, FactClaim *out)
{
    if (!fact_record_take_uint(record, source, "/source", "start", &out->span.start) ||
        !fact_record_take_uint(record, source, "/source", "end", &out->span.end) ||
        !fact_record_take_uint(record, source, "/source", "line", &out->line) ||
        !fact_record_take_uint(record, source, "/source", "column", &out->column))
        return FALSE;
    if (out->span.end < out->span.start)
        return fact_record_fail(record, "/source/end", "'end' is before 'start'");
    return TRUE;
}

/* A claim that does not tell its article's file is shown where it was read. */
static void
place_in_claims_file(FactRecord *record, FactDocument *document, FactClaim *out)
{
    FactPosition position = fact_json_locate(record->json, record->len, "");

    document->path = g_strdup(record->path);
    out->line = record->line;
    out->column = position.column;
}

static gboolean
read_document_source(FactRecord *record, json_t *source, FactDocument *document)
{
    return fact_record_dup_string(record, source, "/source", "title", &document->title) &&
           fact_record_dup_string(record, source, "/source", "published", &document->published) &&
           fact_record_dup_string(record, source, "/source", "publisher", &document->publisher);
}

static FactDocument *
read_source(FactRecord *record, json_t *claim, FactClaim *out)
{
    g_autoptr(FactDocument) document = fact_document_new(NULL);
    json_t *source = NULL;
    const char *id = NULL;

    if (!fact_record_get_section(record, claim, "source", TRUE, &source) ||
        !fact_record_require_string(record, source, "/source", "doc", &id) ||
        !fact_record_dup_string(record, source, "/source", "path", &document->path) ||
        !read_document_source(record, source, document) || !read_span(record, source, out))
        return NULL;
    document->id = g_strdup(id);
    if (document->path == NULL)
        place_in_claims_file(record, document, out);
    fact_record_keep_foreign(record, source, "source", SOURCE_MEMBERS);
    return g_steal_pointer(&document);
}

static gboolean
read_confidence(FactRecord *record, json_t *claim, FactClaim *out)
{
    json_t *confidence = json_object_get(claim, "confidence");
    double number = 1;

    if (confidence != NULL) {
        if (!json_is_number(confidence))
            return fact_record_fail(record, "/confidence", "'confidence' must be a number");
        number = json_number_value(confidence);
    }
    if (!(number >= 0 && number <= 1))
        return fact_record_fail(record, "/confidence", "'confidence' must lie between 0 and 1");
    out->confidence = (uint16_t)(number * 100 + 0.5);
    return TRUE;
}

/* An id that is not the one we would give is another extractor's, and kept. */
static gboolean
read_id(FactRecord *record, json_t *claim, const FactClaim *out, const FactDocument *document)
{
    const char *given = NULL;
    char id[FACT_CLAIM_ID_SIZE];

    if (!fact_record_get_string(record, claim, "", "id", &given))
        return FALSE;
    if (given == NULL)
        return TRUE;
    fact_claim_format_id(out, document, id);
    if (!g_str_equal(given, id))
        json_object_set(fact_record_need_extra(record, NULL), "id", json_object_get(claim, "id"));
    return TRUE;
}

static const char *
intern_extra(FactRecord *record)
{
    char *text = NULL;
    const char *interned = NULL;

    if (record->extra == NULL)
        return NULL;
    text = json_dumps(record->extra, JSON_COMPACT);
    interned = fact_string_pool_intern(record->pool, text);
    free(text);
    return interned;
}

static gboolean
read_evidence(FactRecord *record, json_t *claim, FactEvidence *out)
{
    json_t *source = json_object_get(claim, "source");

    return fact_record_dup_string(record, source, "/source", "quote", &out->quote) &&
           fact_record_dup_string(record, source, "/source", "prefix", &out->prefix) &&
           fact_record_dup_string(record, source, "/source", "suffix", &out->suffix);
}

static gboolean
read_claim(FactRecord *record, json_t *claim, FactClaim *out, FactDocument **out_document,
           FactEvidence *out_evidence)
{
    g_autoptr(FactDocument) document = NULL;
    FactEvidence evidence = {NULL, NULL, NULL};

    if (!fact_record_take_string(record, claim, "", "group", &out->group) ||
        !read_subject(record, claim, out) || !read_attribute(record, claim, out) ||
        !read_value(record, claim, out) || !read_qualifiers(record, claim, out) ||
        !read_modality(record, claim, out) || !read_confidence(record, claim, out))
        return FALSE;
    document = read_source(record, claim, out);
    if (document == NULL || !read_id(record, claim, out, document))
        return FALSE;
    if (!read_evidence(record, claim, &evidence)) {
        fact_evidence_clear(&evidence);
        return FALSE;
    }
    fact_record_keep_foreign(record, claim, NULL, CLAIM_MEMBERS);
    out->extra = intern_extra(record);
    out->is_read = TRUE;
    if (out_evidence != NULL)
        *out_evidence = evidence;
    else
        fact_evidence_clear(&evidence);
    *out_document = g_steal_pointer(&document);
    return TRUE;
}

static gboolean
read_waiver(FactRecord *record, json_t *object, const char *pointer, FactWaiver *waiver)
{
    uint32_t line = 0;
    uint32_t column = 0;
    const char *key = NULL;
    json_t *value = NULL;

    if (!json_is_object(object))
        return fact_record_fail(record, pointer, "a waiver must be an object");
    json_object_foreach(object, key, value)
    {
        if (!g_strv_contains(WAIVER_MEMBERS, key))
            return fact_record_fail(record, pointer, "unknown member '%.*s' of a waiver", SHOWN_MAX,
                                    key);
    }
    if (!fact_record_dup_string(record, object, pointer, "subject", &waiver->subject) ||
        !fact_record_dup_string(record, object, pointer, "attribute", &waiver->attribute) ||
        !fact_record_dup_string(record, object, pointer, "reason", &waiver->reason) ||
        !fact_record_dup_string(record, object, pointer, "until", &waiver->until) ||
        !fact_record_dup_string(record, object, pointer, "who", &waiver->who) ||
        !fact_record_dup_string(record, object, pointer, "path", &waiver->path) ||
        !fact_record_take_uint(record, object, pointer, "line", &line) ||
        !fact_record_take_uint(record, object, pointer, "column", &column))
        return FALSE;
    waiver->line = line;
    waiver->column = column;
    return TRUE;
}

static gboolean
read_waivers(FactRecord *record, json_t *object, FactDocument *document)
{
    json_t *waivers = json_object_get(object, "waivers");
    size_t i = 0;
    json_t *item = NULL;

    if (waivers == NULL)
        return TRUE;
    if (!json_is_array(waivers))
        return fact_record_fail(record, "/waivers", "'waivers' must be an array");
    document->waivers = g_ptr_array_new_with_free_func((GDestroyNotify)fact_waiver_free);
    json_array_foreach(waivers, i, item)
    {
        g_autofree char *pointer = g_strdup_printf("/waivers/%zu", i);
        FactWaiver *waiver = g_new0(FactWaiver, 1);

        g_ptr_array_add(document->waivers, waiver);
        if (!read_waiver(record, item, pointer, waiver))
            return FALSE;
    }
    return TRUE;
}

static FactDocument *
read_document(FactRecord *record, json_t *object)
{
    g_autoptr(FactDocument) document = fact_document_new(NULL);
    const char *id = NULL;
    const char *outline = NULL;
    char *extra = NULL;

    if (!fact_record_require_string(record, object, "", "id", &id) ||
        !fact_record_dup_string(record, object, "", "path", &document->path) ||
        !fact_record_dup_string(record, object, "", "title", &document->title) ||
        !fact_record_dup_string(record, object, "", "published", &document->published) ||
        !fact_record_dup_string(record, object, "", "publisher", &document->publisher) ||
        !fact_record_dup_string(record, object, "", "url", &document->url) ||
        !fact_record_dup_string(record, object, "", "topic", &document->topic) ||
        !fact_record_dup_string(record, object, "", "signature", &document->signature) ||
        !fact_record_get_string(record, object, "", "outline", &outline) ||
        !read_waivers(record, object, document))
        return NULL;
    document->id = g_strdup(id);
    document->outline = fact_outline_parse(outline);
    if (document->path == NULL)
        document->path = g_strdup(record->path);
    fact_record_keep_foreign(record, object, NULL, DOCUMENT_MEMBERS);
    extra = record->extra == NULL ? NULL : json_dumps(record->extra, JSON_COMPACT);
    document->extra = g_strdup(extra);
    free(extra);
    return g_steal_pointer(&document);
}

gboolean
fact_claim_reader_read(FactClaimReader *reader, const char *path, guint line, const char *json,
                       size_t len, gboolean *out_is_claim, FactClaim *out_claim,
                       FactDocument **out_document, FactEvidence *out_evidence, GError **error)
{
    FactRecord record = {.catalog = reader->catalog,
                         .pool = reader->pool,
                         .arena = reader->arena,
                         .path = path,
                         .line = line,
                         .json = json,
                         .len = len,
                         .error = error};
    g_autoptr(json_t) root = fact_record_load(&record);
    g_autoptr(json_t) extra = NULL;
    const char *kind = NULL;
    FactClaim claim = {0};
    FactDocument *document = NULL;
    gboolean is_claim = TRUE;

    if (root == NULL || !fact_record_get_string(&record, root, "", "record", &kind))
        return FALSE;
    is_claim = kind == NULL || g_str_equal(kind, "claim");
    if (is_claim)
        read_claim(&record, root, &claim, &document, out_evidence);
    else if (g_str_equal(kind, "document"))
        document = read_document(&record, root);
    else
        fact_record_fail(&record, "/record", "unknown kind of record '%.*s'", SHOWN_MAX, kind);
    extra = record.extra;
    if (document == NULL)
        return FALSE;
    *out_is_claim = is_claim;
    if (is_claim)
        *out_claim = claim;
    *out_document = document;
    return TRUE;
}
