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
find_topic(const FactComparison *comparison, const FactFinding *finding)
{
    for (guint i = 0; i < finding->sides->len; i++) {
        const FactSide *side = &g_array_index(finding->sides, FactSide, i);
        const FactClaim *claim = NULL;
        const FactDocument *document = NULL;

        if (side->claims->len == 0)
            continue;
        claim = &comparison->claims[g_array_index(side->claims, guint32, 0)];
        document = g_ptr_array_index(comparison->documents, claim->document);
        return g_strcmp0(document->topic, finding->group) == 0 ? finding->group : NULL;
    }
    return NULL;
}

static void
hash_into(const GString *text, char *out, gsize size)
{
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text->str, text->len);

    g_strlcpy(out, digest, size);
}

/* @sides are described; @text is scratch. */
static void
set_fingerprint(const FactFinding *finding, const GPtrArray *sides, const char *topic,
                GString *text, FactPair *pair)
{
    const char *first = g_ptr_array_index(sides, pair->a);
    const char *second = g_ptr_array_index(sides, pair->b);
    gboolean is_swapped = strcmp(first, second) > 0;

    g_string_truncate(text, 0);
    append_part(text, finding->subject_id);
    append_part(text, finding->attribute_id);
    append_part(text, topic);
    append_part(text, is_swapped ? second : first);
    append_part(text, is_swapped ? first : second);
    hash_into(text, pair->fingerprint, sizeof pair->fingerprint);
}

void
fact_finding_set_fingerprints(const FactComparison *comparison, FactFinding *finding)
{
    g_autoptr(GPtrArray) sides = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) text = g_string_new(NULL);
    const char *topic = find_topic(comparison, finding);

    for (guint i = 0; i < finding->sides->len; i++)
        g_ptr_array_add(sides, describe_side(&g_array_index(finding->sides, FactSide, i)));
    for (guint i = 0; i < finding->pairs->len; i++)
        set_fingerprint(finding, sides, topic, text, &g_array_index(finding->pairs, FactPair, i));
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
