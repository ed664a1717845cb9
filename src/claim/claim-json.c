/* SPDX-License-Identifier: MIT
 *
 * Claims and document records as JSON Lines (design.md section 5). Members come in one order, those
 * that were read and are not ours after ours, each in the object that it was found in. Reading is
 * claim-reader.c.
 */
#include "claim/claim.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "claim/claim-json-private.h"
#include "claim/outline.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

static void
write_any(FactJsonWriter *writer, const char *name, const json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);

    if (text != NULL) {
        fact_json_foreign_name(writer, name);
        fact_json_raw(writer, NULL, text);
    }
    free(text);
}

static gboolean
is_section(const char *name)
{
    for (guint i = 0; FACT_CLAIM_SECTIONS[i] != NULL; i++) {
        if (g_str_equal(name, FACT_CLAIM_SECTIONS[i]))
            return TRUE;
    }
    return FALSE;
}

/* The foreign members of the section @name, or of the claim itself for NULL. */
static void
write_foreign(FactJsonWriter *writer, json_t *extra, const char *name)
{
    json_t *section = name == NULL ? extra : json_object_get(extra, name);
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach(section, key, value)
    {
        if (name != NULL || !(is_section(key) || g_str_equal(key, "id")))
            write_any(writer, key, value);
    }
}

static void
write_kinds(FactJsonWriter *writer, uint32_t kinds)
{
    if (kinds == 0)
        return;
    fact_json_begin_array(writer, "kinds");
    for (uint32_t bit = 1; bit <= FACT_KIND_ANY; bit <<= 1) {
        if ((kinds & bit) != 0)
            fact_json_string(writer, NULL, fact_kind_to_string((FactKind)bit));
    }
    fact_json_end_array(writer);
}

static void
write_subject(FactJsonWriter *writer, const FactClaim *claim, json_t *extra)
{
    fact_json_begin_object(writer, "subject");
    fact_json_string(writer, "id", claim->subject_id);
    fact_json_string(writer, "label", claim->subject_label);
    fact_json_string(writer, "text", claim->subject_text);
    write_kinds(writer, claim->subject_kinds);
    write_foreign(writer, extra, "subject");
    fact_json_end_object(writer);
}

static void
write_attribute(FactJsonWriter *writer, const FactClaim *claim, json_t *extra)
{
    fact_json_begin_object(writer, "attribute");
    fact_json_string(writer, "id", claim->attribute_id);
    fact_json_string(writer, "label", claim->attribute_label);
    write_foreign(writer, extra, "attribute");
    fact_json_end_object(writer);
}

static void
write_value(FactJsonWriter *writer, const FactClaim *claim, const FactEvidence *evidence,
            json_t *extra)
{
    const char *text = claim->value.text;

    if (text == NULL && evidence != NULL)
        text = evidence->quote;
    fact_json_begin_object(writer, "value");
    fact_value_write_members(&claim->value, text, text == NULL ? 0 : strlen(text), writer);
    write_foreign(writer, extra, "value");
    fact_json_end_object(writer);
}

static void
write_qualifiers(FactJsonWriter *writer, const FactClaim *claim, json_t *extra)
{
    fact_json_begin_object(writer, "qualifiers");
    fact_json_string(writer, "period", claim->period);
    fact_json_string(writer, "place", claim->place);
    fact_json_string(writer, "basis", claim->basis);
    write_foreign(writer, extra, "qualifiers");
    fact_json_end_object(writer);
}

static void
write_modality(FactJsonWriter *writer, const FactClaim *claim, json_t *extra)
{
    gboolean is_denied = claim->polarity == FACT_POLARITY_DENIED;

    fact_json_begin_object(writer, "modality");
    fact_json_string(writer, "polarity", is_denied ? "denied" : "affirmed");
    if (claim->mood != FACT_MOOD_FACT)
        fact_json_string(writer, "mood", fact_mood_to_string((FactMood)claim->mood));
    fact_json_string(writer, "hedge", claim->hedge);
    fact_json_string(writer, "speaker", claim->speaker);
    write_foreign(writer, extra, "modality");
    fact_json_end_object(writer);
}

static void
write_source(FactJsonWriter *writer, const FactClaim *claim, const FactDocument *document,
             const FactEvidence *evidence, json_t *extra)
{
    fact_json_begin_object(writer, "source");
    fact_json_string(writer, "doc", document->id);
    fact_json_string(writer, "path", document->path);
    fact_json_string(writer, "title", document->title);
    fact_json_string(writer, "published", document->published);
    fact_json_string(writer, "publisher", document->publisher);
    fact_json_int(writer, "start", claim->span.start);
    fact_json_int(writer, "end", claim->span.end);
    fact_json_int(writer, "line", claim->line);
    fact_json_int(writer, "column", claim->column);
    if (evidence != NULL) {
        fact_json_string(writer, "quote", evidence->quote);
        fact_json_string(writer, "prefix", evidence->prefix);
        fact_json_string(writer, "suffix", evidence->suffix);
    }
    write_foreign(writer, extra, "source");
    fact_json_end_object(writer);
}

/* An id that another extractor gave is kept; ours need no room. */
static void
write_id(FactJsonWriter *writer, const FactClaim *claim, const FactDocument *document,
         json_t *extra)
{
    json_t *given = json_object_get(extra, "id");
    char id[FACT_CLAIM_ID_SIZE];

    if (given != NULL) {
        write_any(writer, "id", given);
        return;
    }
    fact_claim_format_id(claim, document, id);
    fact_json_string(writer, "id", id);
}

void
fact_claim_write(const FactClaim *claim, const FactDocument *document, const FactEvidence *evidence,
                 const char *name, FactJsonWriter *writer)
{
    g_autoptr(json_t) extra = claim->extra == NULL ? NULL : json_loads(claim->extra, 0, NULL);

    fact_json_begin_object(writer, name);
    fact_json_string(writer, "record", "claim");
    write_id(writer, claim, document, extra);
    fact_json_string(writer, "group", claim->group == NULL ? "" : claim->group);
    write_subject(writer, claim, extra);
    write_attribute(writer, claim, extra);
    write_value(writer, claim, evidence, extra);
    write_qualifiers(writer, claim, extra);
    write_modality(writer, claim, extra);
    write_source(writer, claim, document, evidence, extra);
    fact_json_decimal(writer, "confidence", fact_decimal_new(claim->confidence, -2));
    write_foreign(writer, extra, NULL);
    fact_json_end_object(writer);
}

static void
write_waiver(FactJsonWriter *writer, const FactWaiver *waiver)
{
    fact_json_begin_object(writer, NULL);
    fact_json_string(writer, "subject", waiver->subject);
    fact_json_string(writer, "attribute", waiver->attribute);
    fact_json_string(writer, "reason", waiver->reason);
    fact_json_string(writer, "until", waiver->until);
    fact_json_string(writer, "who", waiver->who);
    fact_json_string(writer, "path", waiver->path);
    fact_json_int(writer, "line", waiver->line);
    fact_json_int(writer, "column", waiver->column);
    fact_json_end_object(writer);
}

static void
write_waivers(FactJsonWriter *writer, const GPtrArray *waivers)
{
    if (waivers == NULL || waivers->len == 0)
        return;
    fact_json_begin_array(writer, "waivers");
    for (guint i = 0; i < waivers->len; i++)
        write_waiver(writer, g_ptr_array_index(waivers, i));
    fact_json_end_array(writer);
}

void
fact_document_write(const FactDocument *document, FactJsonWriter *writer)
{
    g_autofree char *outline = fact_outline_format(document->outline);
    g_autoptr(json_t) extra = document->extra == NULL ? NULL : json_loads(document->extra, 0, NULL);
    const char *key = NULL;
    json_t *value = NULL;

    fact_json_begin_object(writer, NULL);
    fact_json_string(writer, "record", "document");
    fact_json_string(writer, "id", document->id);
    fact_json_string(writer, "path", document->path);
    fact_json_string(writer, "title", document->title);
    fact_json_string(writer, "published", document->published);
    fact_json_string(writer, "publisher", document->publisher);
    fact_json_string(writer, "url", document->url);
    fact_json_string(writer, "topic", document->topic);
    write_waivers(writer, document->waivers);
    fact_json_string(writer, "signature", document->signature);
    fact_json_string(writer, "outline", outline);
    json_object_foreach(extra, key, value)
    {
        if (!fact_document_record_knows(key))
            write_any(writer, key, value);
    }
    fact_json_end_object(writer);
}
