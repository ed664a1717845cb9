/* SPDX-License-Identifier: MIT
 *
 * A record is passed once: members that are known by name are noted as slices and decoded at its
 * end, the others are kept as they stand, for whoever asks for claims by a field of their own.
 * Where two names mean one thing ("id" and "doc_id") the first of the table wins, and the other
 * passes through.
 */
#include "read/json-record.h"

#include "read/encoding.h"

#include <string.h>

typedef enum {
    FIELD_ID,
    FIELD_DOC_ID,
    FIELD_TEXT,
    FIELD_TITLE,
    FIELD_PUBLISHED,
    FIELD_DATE,
    FIELD_PUBLISHER,
    FIELD_SOURCE,
    FIELD_URL,
    FIELD_TOPIC,
    FIELD_RECORD,
    N_FIELDS,
} Field;

static const char *const field_names[N_FIELDS] = {
    [FIELD_ID] = "id",
    [FIELD_DOC_ID] = "doc_id",
    [FIELD_TEXT] = "text",
    [FIELD_TITLE] = "title",
    [FIELD_PUBLISHED] = "published",
    [FIELD_DATE] = "date",
    [FIELD_PUBLISHER] = "publisher",
    [FIELD_SOURCE] = "source",
    [FIELD_URL] = "url",
    [FIELD_TOPIC] = "topic",
    [FIELD_RECORD] = "record",
};

/* Members that hold the records of a file. */
static const char *const holder_names[] = {"documents", "articles"};

typedef struct {
    FactJsonText *text;
    size_t start;
    FactPosition place;
    FactJsonSlice fields[N_FIELDS];
    gboolean has[N_FIELDS];
    GString *extra; /* members that are not known, without brackets; NULL for none */
    gboolean is_holder;
} Record;

static void
clear_record(Record *record)
{
    if (record->extra != NULL)
        g_string_free(record->extra, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Record, clear_record)

/* Moves @text's place on to the byte @at; places before it are its own. */
static FactPosition
count_to(const char *text, size_t from, size_t at, FactPosition place)
{
    const char *end = text + at;

    for (const char *c = text + from; c < end; c++) {
        if (*c == '\n')
            place = (FactPosition){place.line + 1, 1};
        else
            place.column += ((guchar)*c & 0xc0) != 0x80;
    }
    return place;
}

static FactPosition
place_of(const FactJsonText *text, size_t at)
{
    return count_to(text->text, text->counted, MAX(at, text->counted), text->place);
}

void
fact_json_tell(const FactJsonText *text, const FactJsonScanner *scanner)
{
    fact_source_error(text->source, place_of(text, scanner->at), "%s", scanner->error);
}

/* Copies a value and leaves out the white space between its parts: what is passed through may have
 * to stand on one line. */
static void
append_compact(GString *out, const char *text, const FactJsonSlice *slice)
{
    size_t from = slice->start;
    gboolean in_string = FALSE;

    for (size_t at = slice->start; at < slice->end; at++) {
        if (text[at] == '\\') {
            at++;
        } else if (text[at] == '"') {
            in_string = !in_string;
        } else if (!in_string &&
                   (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) {
            g_string_append_len(out, text + from, (gssize)(at - from));
            from = at + 1;
        }
    }
    g_string_append_len(out, text + from, (gssize)(slice->end - from));
}

static void
keep_extra(Record *record, const FactJsonSlice *key, const FactJsonSlice *value)
{
    if (record->extra == NULL)
        record->extra = g_string_new("{");
    else
        g_string_append_c(record->extra, ',');
    append_compact(record->extra, record->text->text, key);
    g_string_append_c(record->extra, ':');
    append_compact(record->extra, record->text->text, value);
}

static void
keep_field(Record *record, Field field)
{
    g_autofree char *name = g_strdup_printf("\"%s\"", field_names[field]);
    FactJsonSlice key = {0, strlen(name), FACT_JSON_STRING};

    if (record->extra == NULL)
        record->extra = g_string_new("{");
    else
        g_string_append_c(record->extra, ',');
    append_compact(record->extra, name, &key);
    g_string_append_c(record->extra, ':');
    append_compact(record->extra, record->text->text, &record->fields[field]);
}

static gboolean
is_holder(const Record *record, const FactJsonScanner *scanner, const FactJsonSlice *key)
{
    FactJsonScanner ahead = *scanner;

    for (size_t i = 0; i < G_N_ELEMENTS(holder_names); i++) {
        if (fact_json_string_is(record->text->text, key, holder_names[i]))
            return fact_json_enter(&ahead, FACT_JSON_ARRAY) &&
                   (!fact_json_skip_space(&ahead) || strchr("{]", ahead.text[ahead.at]) != NULL);
    }
    return FALSE;
}

static void
note_member(Record *record, const FactJsonSlice *key, const FactJsonSlice *value)
{
    for (Field field = 0; field < N_FIELDS; field++) {
        if (!fact_json_string_is(record->text->text, key, field_names[field]))
            continue;
        if (record->has[field])
            fact_source_error(record->text->source, place_of(record->text, key->start),
                              "\"%s\" is given twice, the first is taken", field_names[field]);
        else
            record->fields[field] = *value;
        record->has[field] = TRUE;
        return;
    }
    keep_extra(record, key, value);
}

static gboolean
scan_members(Record *record, FactJsonScanner *scanner, gboolean may_hold)
{
    FactJsonSlice key;
    FactJsonSlice value;

    if (!fact_json_enter(scanner, FACT_JSON_OBJECT))
        return FALSE;
    while (fact_json_next_key(scanner, &key)) {
        if (may_hold && is_holder(record, scanner, &key)) {
            record->is_holder = TRUE;
            if (!fact_json_read_records(record->text, scanner))
                return FALSE;
            continue;
        }
        if (!fact_json_scan_value(scanner, &value))
            return FALSE;
        note_member(record, &key, &value);
    }
    return scanner->error == NULL;
}

/* What the field says: a string, or a number where @may_count. NULL where it is missing, null,
 * empty, or something else, which then passes through. */
static char *
take_field(Record *record, Field field, gboolean may_count)
{
    const FactJsonSlice *value = &record->fields[field];
    const char *text = record->text->text;
    g_autofree char *decoded = NULL;

    if (!record->has[field] || value->type == FACT_JSON_NULL)
        return NULL;
    if (value->type == FACT_JSON_NUMBER && may_count)
        return g_strndup(text + value->start, value->end - value->start);
    if (value->type != FACT_JSON_STRING) {
        keep_field(record, field);
        return NULL;
    }
    decoded = fact_json_decode_string(text, value, 0, NULL, NULL);
    return *decoded == '\0' ? NULL : g_steal_pointer(&decoded);
}

/* The first of two names of one thing; the second passes through where both are given. */
static char *
take_either(Record *record, Field first, Field second, gboolean may_count)
{
    char *value = take_field(record, first, may_count);

    if (value == NULL)
        return take_field(record, second, may_count);
    if (record->has[second])
        keep_field(record, second);
    return value;
}

static guint64
file_offset(const FactJsonText *text, size_t at)
{
    size_t raw =
        text->runs != NULL ? fact_offset_runs_map(text->runs, (uint32_t)at) : text->raw_offset + at;

    return text->source->offset + raw;
}

static void
emit_document(Record *record)
{
    FactSource *source = record->text->source;
    const FactJsonSlice *text = &record->fields[FIELD_TEXT];
    FactDocument *document = fact_document_new(source->path);
    guint replaced = 0;

    document->record_line = record->place.line;
    document->record_column = record->place.column;
    document->record_offset = file_offset(record->text, record->start);
    document->text = fact_json_decode_string(record->text->text, text, FACT_TEXT_PADDING,
                                             &document->text_len, &replaced);
    document->id = take_either(record, FIELD_ID, FIELD_DOC_ID, TRUE);
    document->title = take_field(record, FIELD_TITLE, FALSE);
    document->published = take_either(record, FIELD_PUBLISHED, FIELD_DATE, FALSE);
    document->publisher = take_either(record, FIELD_PUBLISHER, FIELD_SOURCE, FALSE);
    document->url = take_field(record, FIELD_URL, FALSE);
    document->topic = take_field(record, FIELD_TOPIC, TRUE);
    if (record->has[FIELD_RECORD])
        keep_field(record, FIELD_RECORD);
    if (record->extra != NULL) {
        g_string_append_c(record->extra, '}');
        document->extra = g_string_free(g_steal_pointer(&record->extra), FALSE);
    }
    if (replaced > 0)
        fact_source_error(source, record->place,
                          "%u characters of \"text\" stand for nothing and were replaced",
                          replaced);
    if (document->text_len == 0)
        fact_source_note(source, record->place, "\"text\" is empty");
    fact_source_emit(source, document);
}

static void
emit_claims(const Record *record, size_t end)
{
    FactSource *source = record->text->source;
    FactRecord claims = {
        .kind = FACT_RECORD_CLAIMS,
        .path = source->path,
        .file = source->file,
        .json = record->text->text + record->start,
        .json_len = end - record->start,
        .line = record->place.line,
        .offset = file_offset(record->text, record->start),
    };

    source->func(&claims, source->user_data);
}

static gboolean
is_claims(const Record *record)
{
    const FactJsonSlice *value = &record->fields[FIELD_RECORD];

    return record->has[FIELD_RECORD] &&
           (fact_json_string_is(record->text->text, value, "claim") ||
            fact_json_string_is(record->text->text, value, "document"));
}

/* Hands over the record that ends at @end, or tells why it is none. A folder may hold JSON files
 * that are no articles at all; those met on a walk are only noted. */
static void
emit_record(Record *record, size_t end, gboolean may_hold)
{
    FactSource *source = record->text->source;

    if (is_claims(record))
        emit_claims(record, end);
    else if (record->has[FIELD_TEXT] && record->fields[FIELD_TEXT].type == FACT_JSON_STRING)
        emit_document(record);
    else if (record->is_holder)
        return;
    else if (record->has[FIELD_TEXT])
        fact_source_error(source, place_of(record->text, record->fields[FIELD_TEXT].start),
                          "\"text\" has to be a string");
    else if (may_hold && !source->is_named)
        fact_source_note(source, record->place, "not an article: there is no \"text\" in it");
    else
        fact_source_error(source, record->place, "not an article: there is no \"text\" in it");
}

gboolean
fact_json_read_record(FactJsonText *text, FactJsonScanner *scanner, gboolean may_hold)
{
    g_auto(Record) record = {.text = text};

    fact_json_skip_space(scanner);
    record.start = scanner->at;
    text->place = record.place = place_of(text, scanner->at);
    text->counted = scanner->at;
    if (!scan_members(&record, scanner, may_hold))
        return FALSE;
    emit_record(&record, scanner->at, may_hold);
    return TRUE;
}

gboolean
fact_json_read_records(FactJsonText *text, FactJsonScanner *scanner)
{
    if (!fact_json_enter(scanner, FACT_JSON_ARRAY))
        return FALSE;
    while (fact_json_next_element(scanner)) {
        if (!fact_json_read_record(text, scanner, FALSE))
            return FALSE;
    }
    return scanner->error == NULL;
}
