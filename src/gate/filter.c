/* SPDX-License-Identifier: MIT
 *
 *     filter = [("subject" | "attribute" | "verdict") "="] glob
 */
#include "gate/filter.h"

#include <string.h>

#define SHOWN_MAX 60

typedef enum {
    FIELD_SUBJECT = 1 << 0,
    FIELD_ATTRIBUTE = 1 << 1,
    FIELD_VERDICT = 1 << 2,
    FIELD_ANY = FIELD_SUBJECT | FIELD_ATTRIBUTE | FIELD_VERDICT,
} Field;

static const struct {
    const char *prefix;
    Field field;
} FIELDS[] = {
    {"subject=", FIELD_SUBJECT},
    {"attribute=", FIELD_ATTRIBUTE},
    {"verdict=", FIELD_VERDICT},
};

struct FactFilter {
    Field fields;
    GPatternSpec *pattern; /* of a case-folded string */
};

static gboolean
names_a_verdict(const GPatternSpec *pattern)
{
    for (int verdict = 0; verdict <= FACT_VERDICT_LAST; verdict++) {
        if (g_pattern_spec_match_string((GPatternSpec *)pattern,
                                        fact_verdict_to_string((FactVerdict)verdict)))
            return TRUE;
    }
    return FALSE;
}

FactFilter *
fact_filter_new(const char *text, GError **error)
{
    g_autoptr(FactFilter) filter = g_new0(FactFilter, 1);
    g_autofree char *folded = NULL;
    const char *glob = text;

    filter->fields = FIELD_ANY;
    for (guint i = 0; i < G_N_ELEMENTS(FIELDS); i++) {
        if (!g_str_has_prefix(text, FIELDS[i].prefix))
            continue;
        filter->fields = FIELDS[i].field;
        glob = text + strlen(FIELDS[i].prefix);
    }
    if (*glob == '\0') {
        g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE, "the filter '%.*s' names nothing",
                    SHOWN_MAX, text);
        return NULL;
    }
    folded = g_utf8_casefold(glob, -1);
    filter->pattern = g_pattern_spec_new(folded);
    if (filter->fields == FIELD_VERDICT && !names_a_verdict(filter->pattern)) {
        g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE, "unknown verdict '%.*s'", SHOWN_MAX, glob);
        return NULL;
    }
    return g_steal_pointer(&filter);
}

void
fact_filter_free(FactFilter *filter)
{
    if (filter == NULL)
        return;
    g_clear_pointer(&filter->pattern, g_pattern_spec_free);
    g_free(filter);
}

static gboolean
matches_string(const FactFilter *filter, const char *str)
{
    g_autofree char *folded = str == NULL ? NULL : g_utf8_casefold(str, -1);

    return folded != NULL && g_pattern_spec_match_string(filter->pattern, folded);
}

gboolean
fact_filter_matches(const FactFilter *filter, const FactFinding *finding, const FactPair *pair)
{
    if ((filter->fields & FIELD_SUBJECT) != 0 && (matches_string(filter, finding->subject_id) ||
                                                  matches_string(filter, finding->subject_label)))
        return TRUE;
    if ((filter->fields & FIELD_ATTRIBUTE) != 0 &&
        (matches_string(filter, finding->attribute_id) ||
         matches_string(filter, finding->attribute_label)))
        return TRUE;
    return (filter->fields & FIELD_VERDICT) != 0 &&
           matches_string(filter, fact_verdict_to_string(pair->verdict));
}
