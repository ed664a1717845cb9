/* SPDX-License-Identifier: MIT
 *
 * Reads records of claims files, ours or another extractor's. Types are strict, and a message names
 * the place of the culprit; members that are not known are kept, so that a file survives being read
 * and written. What a foreign file may leave out: labels, qualifiers, modality, confidence and all
 * of the source but its document.
 */
#include "claim/claim.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/json-locate.h"
#include "claim/claim-json-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

/* Bytes of untrusted text in a message. */
#define SHOWN_MAX 60

struct FactClaimReader {
    const FactCatalog *catalog;
    FactStringPool *pool;
    FactArena *arena;
};

/* One record being read. */
typedef struct {
    FactClaimReader *reader;
    const char *path;
    guint line;
    const char *json;
    size_t len;
    json_t *extra; /* foreign members so far, NULL for none; owned */
    GError **error;
} Record;

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
    "url",    "topic", "waivers", "signature", NULL,
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

/* Sets the record's error at the value that @pointer names; FALSE. */
static gboolean
    G_GNUC_PRINTF(3, 4) fail(Record *record, const char *pointer, const char *format, ...)
{
    FactPosition position = fact_json_locate(record->json, record->len, pointer);
    g_autofree char *what = NULL;
    va_list args;

    va_start(args, format);
    what = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error(record->error, FACT_ERROR, FACT_ERROR_INPUT, "%s:%u:%u: %s", record->path,
                record->line + position.line - 1, position.column, what);
    return FALSE;
}

static char *
member_pointer(const char *section, const char *name)
{
    return g_strconcat(section, "/", name, NULL);
}

/* Borrowed from @object; NULL where there is no such member. JSON's null counts as none. */
static gboolean
get_string(Record *record, json_t *object, const char *section, const char *name,
           const char **out_str)
{
    json_t *value = json_object_get(object, name);

    *out_str = NULL;
    if (value == NULL || json_is_null(value))
        return TRUE;
    if (!json_is_string(value)) {
        g_autofree char *pointer = member_pointer(section, name);

        return fail(record, pointer, "'%s' must be a string", name);
    }
    *out_str = json_string_value(value);
    return TRUE;
}

/* The same, interned. */
static gboolean
take_string(Record *record, json_t *object, const char *section, const char *name,
            const char **out_str)
{
    const char *str = NULL;

    if (!get_string(record, object, section, name, &str))
        return FALSE;
    *out_str = fact_string_pool_intern(record->reader->pool, str);
    return TRUE;
}

/* The same, a copy. */
static gboolean
dup_string(Record *record, json_t *object, const char *section, const char *name, char **out_str)
{
    const char *str = NULL;

    if (!get_string(record, object, section, name, &str))
        return FALSE;
    *out_str = g_strdup(str);
    return TRUE;
}

static gboolean
require_string(Record *record, json_t *object, const char *section, const char *name,
               const char **out_str)
{
    if (!take_string(record, object, section, name, out_str))
        return FALSE;
    if (*out_str != NULL && **out_str != '\0')
        return TRUE;
    return fail(record, section, "'%s' is missing", name);
}

static gboolean
take_uint(Record *record, json_t *object, const char *section, const char *name, uint32_t *out_uint)
{
    json_t *value = json_object_get(object, name);

    if (value == NULL)
        return TRUE;
    if (!json_is_integer(value) || json_integer_value(value) < 0 ||
        json_integer_value(value) > UINT32_MAX) {
        g_autofree char *pointer = member_pointer(section, name);

        return fail(record, pointer, "'%s' must be a whole number that is not negative", name);
    }
    *out_uint = (uint32_t)json_integer_value(value);
    return TRUE;
}

/* The object @name of the claim; NULL where it is missing and need not be there. */
static gboolean
get_section(Record *record, json_t *claim, const char *name, gboolean is_required,
            json_t **out_section)
{
    g_autofree char *pointer = member_pointer("", name);

    *out_section = json_object_get(claim, name);
    if (*out_section == NULL)
        return !is_required || fail(record, "", "'%s' is missing", name);
    return json_is_object(*out_section) || fail(record, pointer, "'%s' must be an object", name);
}

static json_t *
need_extra(Record *record, const char *section)
{
    json_t *object = NULL;

    if (record->extra == NULL)
        record->extra = json_object();
    if (section == NULL)
        return record->extra;
    object = json_object_get(record->extra, section);
    if (object == NULL) {
        json_object_set_new(record->extra, section, json_object());
        object = json_object_get(record->extra, section);
    }
    return object;
}

/* Keeps the members of @object that are not in @known. */
static void
keep_foreign(Record *record, json_t *object, const char *section, const char *const *known)
{
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach(object, key, value)
    {
        if (!g_strv_contains(known, key))
            json_object_set(need_extra(record, section), key, value);
    }
}

static gboolean
read_kinds(Record *record, json_t *subject, uint32_t *out_kinds)
{
    json_t *kinds = json_object_get(subject, "kinds");
    size_t i = 0;
    json_t *name = NULL;

    if (kinds == NULL)
        return TRUE;
    if (!json_is_array(kinds))
        return fail(record, "/subject/kinds", "'kinds' must be an array of strings");
    json_array_foreach(kinds, i, name)
    {
        FactKind kind = FACT_KIND_OTHER;

        if (!json_is_string(name) || !fact_kind_from_string(json_string_value(name), &kind)) {
            g_autofree char *pointer = g_strdup_printf("/subject/kinds/%zu", i);

            return fail(record, pointer, "unknown kind of subject");
        }
        *out_kinds |= kind;
    }
    return TRUE;
}

static gboolean
read_subject(Record *record, json_t *claim, FactClaim *out)
{
    json_t *subject = NULL;

    uint32_t kinds = 0;

    if (!get_section(record, claim, "subject", TRUE, &subject) ||
        !require_string(record, subject, "/subject", "id", &out->subject_id) ||
        !take_string(record, subject, "/subject", "label", &out->subject_label) ||
        !take_string(record, subject, "/subject", "text", &out->subject_text) ||
        !read_kinds(record, subject, &kinds))
        return FALSE;
    out->subject_kinds = (uint8_t)kinds;
    if (out->subject_label == NULL)
        out->subject_label = out->subject_id;
    keep_foreign(record, subject, "subject", SUBJECT_MEMBERS);
    return TRUE;
}

static gboolean
read_attribute(Record *record, json_t *claim, FactClaim *out)
{
    json_t *attribute = NULL;

    if (!get_section(record, claim, "attribute", TRUE, &attribute) ||
        !require_string(record, attribute, "/attribute", "id", &out->attribute_id) ||
        !take_string(record, attribute, "/attribute", "label", &out->attribute_label))
        return FALSE;
    if (out->attribute_label == NULL)
        out->attribute_label = out->attribute_id;
    keep_foreign(record, attribute, "attribute", ATTRIBUTE_MEMBERS);
    return TRUE;
}

static gboolean
read_value(Record *record, json_t *claim, FactClaim *out)
{
    json_t *value = NULL;
    g_autofree char *inner = NULL;
    g_autoptr(GError) error = NULL;

    if (!get_section(record, claim, "value", TRUE, &value))
        return FALSE;
    if (!fact_value_from_json(record->reader->catalog, value, record->reader->pool, &out->value,
                              &inner, &error)) {
        g_autofree char *pointer = g_strconcat("/value", inner, NULL);

        return fail(record, pointer, "%s", error->message);
    }
    keep_foreign(record, value, "value", VALUE_MEMBERS);
    return TRUE;
}

static gboolean
read_qualifiers(Record *record, json_t *claim, FactClaim *out)
{
    json_t *qualifiers = NULL;

    if (!get_section(record, claim, "qualifiers", FALSE, &qualifiers) ||
        !take_string(record, qualifiers, "/qualifiers", "period", &out->period) ||
        !take_string(record, qualifiers, "/qualifiers", "place", &out->place) ||
        !take_string(record, qualifiers, "/qualifiers", "basis", &out->basis))
        return FALSE;
    keep_foreign(record, qualifiers, "qualifiers", QUALIFIERS_MEMBERS);
    return TRUE;
}

static gboolean
read_polarity(Record *record, json_t *modality, FactClaim *out)
{
    const char *name = NULL;

    if (!get_string(record, modality, "/modality", "polarity", &name))
        return FALSE;
    if (name == NULL || g_str_equal(name, "affirmed"))
        out->polarity = FACT_POLARITY_AFFIRMED;
    else if (g_str_equal(name, "denied"))
        out->polarity = FACT_POLARITY_DENIED;
    else
        return fail(record, "/modality/polarity", "'polarity' must be affirmed or denied");
    return TRUE;
}

static gboolean
read_mood(Record *record, json_t *modality, FactClaim *out)
{
    const char *name = NULL;
    FactMood mood = FACT_MOOD_FACT;

    if (!get_string(record, modality, "/modality", "mood", &name))
        return FALSE;
    if (name != NULL && !fact_mood_from_string(name, &mood))
        return fail(record, "/modality/mood", "unknown mood '%.*s'", SHOWN_MAX, name);
    out->mood = (unsigned)mood & 0xfu;
    return TRUE;
}

static gboolean
read_modality(Record *record, json_t *claim, FactClaim *out)
{
    json_t *modality = NULL;

    if (!get_section(record, claim, "modality", FALSE, &modality) ||
        !read_polarity(record, modality, out) || !read_mood(record, modality, out) ||
        !take_string(record, modality, "/modality", "hedge", &out->hedge) ||
        !take_string(record, modality, "/modality", "speaker", &out->speaker))
        return FALSE;
    keep_foreign(record, modality, "modality", MODALITY_MEMBERS);
    return TRUE;
}

static gboolean
read_span(Record *record, json_t *source, FactClaim *out)
{
    if (!take_uint(record, source, "/source", "start", &out->span.start) ||
        !take_uint(record, source, "/source", "end", &out->span.end) ||
        !take_uint(record, source, "/source", "line", &out->line) ||
        !take_uint(record, source, "/source", "column", &out->column))
        return FALSE;
    if (out->span.end < out->span.start)
        return fail(record, "/source/end", "'end' is before 'start'");
    return TRUE;
}

/* A claim that does not tell its article's file is shown where it was read. */
static void
place_in_claims_file(Record *record, FactDocument *document, FactClaim *out)
{
    FactPosition position = fact_json_locate(record->json, record->len, "");

    document->path = g_strdup(record->path);
    out->line = record->line;
    out->column = position.column;
}

static gboolean
read_document_source(Record *record, json_t *source, FactDocument *document)
{
    return dup_string(record, source, "/source", "title", &document->title) &&
           dup_string(record, source, "/source", "published", &document->published) &&
           dup_string(record, source, "/source", "publisher", &document->publisher);
}

static FactDocument *
read_source(Record *record, json_t *claim, FactClaim *out)
{
    g_autoptr(FactDocument) document = fact_document_new(NULL);
    json_t *source = NULL;
    const char *id = NULL;

    if (!get_section(record, claim, "source", TRUE, &source) ||
        !require_string(record, source, "/source", "doc", &id) ||
        !dup_string(record, source, "/source", "path", &document->path) ||
        !read_document_source(record, source, document) || !read_span(record, source, out))
        return NULL;
    document->id = g_strdup(id);
    if (document->path == NULL)
        place_in_claims_file(record, document, out);
    keep_foreign(record, source, "source", SOURCE_MEMBERS);
    return g_steal_pointer(&document);
}

static gboolean
read_confidence(Record *record, json_t *claim, FactClaim *out)
{
    json_t *confidence = json_object_get(claim, "confidence");
    double number = 1;

    if (confidence != NULL) {
        if (!json_is_number(confidence))
            return fail(record, "/confidence", "'confidence' must be a number");
        number = json_number_value(confidence);
    }
    if (!(number >= 0 && number <= 1))
        return fail(record, "/confidence", "'confidence' must lie between 0 and 1");
    out->confidence = (uint16_t)(number * 100 + 0.5);
    return TRUE;
}

/* An id that is not the one we would give is another extractor's, and kept. */
static gboolean
read_id(Record *record, json_t *claim, const FactClaim *out, const FactDocument *document)
{
    const char *given = NULL;
    char id[FACT_CLAIM_ID_SIZE];

    if (!get_string(record, claim, "", "id", &given))
        return FALSE;
    if (given == NULL)
        return TRUE;
    fact_claim_format_id(out, document, id);
    if (!g_str_equal(given, id))
        json_object_set(need_extra(record, NULL), "id", json_object_get(claim, "id"));
    return TRUE;
}

static const char *
intern_extra(Record *record)
{
    char *text = NULL;
    const char *interned = NULL;

    if (record->extra == NULL)
        return NULL;
    text = json_dumps(record->extra, JSON_COMPACT);
    interned = fact_string_pool_intern(record->reader->pool, text);
    free(text);
    return interned;
}

static gboolean
read_evidence(Record *record, json_t *claim, FactEvidence *out)
{
    json_t *source = json_object_get(claim, "source");

    return dup_string(record, source, "/source", "quote", &out->quote) &&
           dup_string(record, source, "/source", "prefix", &out->prefix) &&
           dup_string(record, source, "/source", "suffix", &out->suffix);
}

static gboolean
read_claim(Record *record, json_t *claim, FactClaim *out, FactDocument **out_document,
           FactEvidence *out_evidence)
{
    g_autoptr(FactDocument) document = NULL;
    FactEvidence evidence = {NULL, NULL, NULL};

    if (!take_string(record, claim, "", "group", &out->group) ||
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
    keep_foreign(record, claim, NULL, CLAIM_MEMBERS);
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
read_waiver(Record *record, json_t *object, const char *pointer, FactWaiver *waiver)
{
    uint32_t line = 0;
    uint32_t column = 0;
    const char *key = NULL;
    json_t *value = NULL;

    if (!json_is_object(object))
        return fail(record, pointer, "a waiver must be an object");
    json_object_foreach(object, key, value)
    {
        if (!g_strv_contains(WAIVER_MEMBERS, key))
            return fail(record, pointer, "unknown member '%.*s' of a waiver", SHOWN_MAX, key);
    }
    if (!dup_string(record, object, pointer, "subject", &waiver->subject) ||
        !dup_string(record, object, pointer, "attribute", &waiver->attribute) ||
        !dup_string(record, object, pointer, "reason", &waiver->reason) ||
        !dup_string(record, object, pointer, "until", &waiver->until) ||
        !dup_string(record, object, pointer, "who", &waiver->who) ||
        !dup_string(record, object, pointer, "path", &waiver->path) ||
        !take_uint(record, object, pointer, "line", &line) ||
        !take_uint(record, object, pointer, "column", &column))
        return FALSE;
    waiver->line = line;
    waiver->column = column;
    return TRUE;
}

static gboolean
read_waivers(Record *record, json_t *object, FactDocument *document)
{
    json_t *waivers = json_object_get(object, "waivers");
    size_t i = 0;
    json_t *item = NULL;

    if (waivers == NULL)
        return TRUE;
    if (!json_is_array(waivers))
        return fail(record, "/waivers", "'waivers' must be an array");
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
read_document(Record *record, json_t *object)
{
    g_autoptr(FactDocument) document = fact_document_new(NULL);
    const char *id = NULL;
    char *extra = NULL;

    if (!require_string(record, object, "", "id", &id) ||
        !dup_string(record, object, "", "path", &document->path) ||
        !dup_string(record, object, "", "title", &document->title) ||
        !dup_string(record, object, "", "published", &document->published) ||
        !dup_string(record, object, "", "publisher", &document->publisher) ||
        !dup_string(record, object, "", "url", &document->url) ||
        !dup_string(record, object, "", "topic", &document->topic) ||
        !dup_string(record, object, "", "signature", &document->signature) ||
        !read_waivers(record, object, document))
        return NULL;
    document->id = g_strdup(id);
    if (document->path == NULL)
        document->path = g_strdup(record->path);
    keep_foreign(record, object, NULL, DOCUMENT_MEMBERS);
    extra = record->extra == NULL ? NULL : json_dumps(record->extra, JSON_COMPACT);
    document->extra = g_strdup(extra);
    free(extra);
    return g_steal_pointer(&document);
}

static json_t *
load_record(Record *record)
{
    json_error_t problem;
    json_t *root = json_loadb(record->json, record->len, JSON_REJECT_DUPLICATES, &problem);
    FactPosition position;

    if (root != NULL && json_is_object(root))
        return root;
    if (root != NULL) {
        json_decref(root);
        fail(record, "", "a record must be an object");
        return NULL;
    }
    position = fact_position_of(record->json, record->len, (size_t)MAX(problem.position, 0));
    g_set_error(record->error, FACT_ERROR, FACT_ERROR_INPUT, "%s:%u:%u: %s", record->path,
                record->line + position.line - 1, position.column, problem.text);
    return NULL;
}

gboolean
fact_claim_reader_read(FactClaimReader *reader, const char *path, guint line, const char *json,
                       size_t len, gboolean *out_is_claim, FactClaim *out_claim,
                       FactDocument **out_document, FactEvidence *out_evidence, GError **error)
{
    Record record = {
        .reader = reader, .path = path, .line = line, .json = json, .len = len, .error = error};
    g_autoptr(json_t) root = load_record(&record);
    g_autoptr(json_t) extra = NULL;
    const char *kind = NULL;
    FactClaim claim = {0};
    FactDocument *document = NULL;
    gboolean is_claim = TRUE;

    if (root == NULL || !get_string(&record, root, "", "record", &kind))
        return FALSE;
    is_claim = kind == NULL || g_str_equal(kind, "claim");
    if (is_claim)
        read_claim(&record, root, &claim, &document, out_evidence);
    else if (g_str_equal(kind, "document"))
        document = read_document(&record, root);
    else
        fail(&record, "/record", "unknown kind of record '%.*s'", SHOWN_MAX, kind);
    extra = record.extra;
    if (document == NULL)
        return FALSE;
    *out_is_claim = is_claim;
    if (is_claim)
        *out_claim = claim;
    *out_document = document;
    return TRUE;
}
