/* SPDX-License-Identifier: MIT
 *
 * SHA-256 over the parts, each ended by a line break, cut to 128 bits: what is written into
 * baselines must be the same for ever, on every machine. A change of this file is a new version of
 * the baseline.
 */
#include "compare/fingerprint.h"

#include <string.h>

static void
append_part(GString *out, const char *part)
{
    g_string_append(out, part == NULL ? "" : part);
    g_string_append_c(out, '\n');
}

static char *
describe_side(const FactSide *side)
{
    GString *out = g_string_new(side->polarity == FACT_POLARITY_DENIED ? "not " : "");

    fact_value_format_key(&side->value, out);
    g_string_append_c(out, '\n');
    append_part(out, side->period);
    append_part(out, side->place);
    append_part(out, side->basis);
    return g_string_free(out, FALSE);
}

/* The group, where it is a topic that the documents name and not one that the user chose. */
static const char *
find_topic(const FactComparison *comparison, const FactFinding *finding, const FactSide *side)
{
    const FactClaim *claim = NULL;
    const FactDocument *document = NULL;

    if (side->claims->len == 0)
        return NULL;
    claim = &comparison->claims[g_array_index(side->claims, guint32, 0)];
    document = g_ptr_array_index(comparison->documents, claim->document);
    return g_strcmp0(document->topic, finding->group) == 0 ? finding->group : NULL;
}

static void
hash_into(const GString *text, char *out, gsize size)
{
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text->str, text->len);

    g_strlcpy(out, digest, size);
}

void
fact_pair_fingerprint(const FactComparison *comparison, const FactFinding *finding, FactPair *pair)
{
    const FactSide *a = &g_array_index(finding->sides, FactSide, pair->a);
    const FactSide *b = &g_array_index(finding->sides, FactSide, pair->b);
    g_autofree char *first = describe_side(a);
    g_autofree char *second = describe_side(b);
    g_autoptr(GString) text = g_string_new(NULL);
    const char *topic = find_topic(comparison, finding, a->claims->len > 0 ? a : b);
    gboolean is_swapped = strcmp(first, second) > 0;

    append_part(text, finding->subject_id);
    append_part(text, finding->attribute_id);
    append_part(text, topic);
    append_part(text, is_swapped ? second : first);
    append_part(text, is_swapped ? first : second);
    hash_into(text, pair->fingerprint, sizeof pair->fingerprint);
}

void
fact_finding_format_id(FactFinding *finding)
{
    g_autoptr(GString) text = g_string_new(NULL);

    append_part(text, finding->group);
    append_part(text, finding->subject_id);
    append_part(text, finding->attribute_id);
    hash_into(text, finding->id, sizeof finding->id);
}
