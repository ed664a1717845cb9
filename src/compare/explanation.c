/* SPDX-License-Identifier: MIT
 *
 * Fills the sentences of rule.c in. Each {word} has one function that writes it.
 */
#include "compare/explanation.h"

#include <string.h>

#include "compare/movement.h"
#include "value/date.h"

#define LISTED_SPEAKERS_MAX 3

/* What a sentence speaks of. */
typedef struct {
    const FactComparison *comparison;
    const FactSideDraft *a;
    const FactSideDraft *b;
} Matter;

static void
write_value(const FactCatalog *catalog, const FactValue *value, gboolean is_denied, GString *out)
{
    if (is_denied)
        g_string_append(out, "not ");
    fact_value_format(catalog, value, out);
}

void
fact_side_format_value(const FactCatalog *catalog, const FactSide *side, GString *out)
{
    write_value(catalog, &side->value, side->polarity == FACT_POLARITY_DENIED, out);
}

static void
write_draft(const Matter *matter, const FactSideDraft *draft, GString *out)
{
    write_value(matter->comparison->catalog, draft->value, draft->polarity == FACT_POLARITY_DENIED,
                out);
}

static gboolean
a_is_inner(const Matter *matter)
{
    return fact_value_compare(matter->comparison->catalog, matter->a->value, matter->b->value,
                              NULL) == FACT_RELATION_INSIDE;
}

static gboolean
a_is_small(const Matter *matter)
{
    return fact_amount_compare(matter->comparison->catalog, matter->a->value, matter->b->value) <=
           0;
}

static void
write_speakers(const FactSideDraft *draft, GString *out)
{
    for (guint i = 0; i < draft->n_speakers && i < LISTED_SPEAKERS_MAX; i++)
        g_string_append_printf(out, "%s%s", i == 0 ? "" : " and ", draft->speakers[i]);
    if (draft->n_speakers > LISTED_SPEAKERS_MAX)
        g_string_append(out, " and others");
}

static void
write_day(const FactSideDraft *draft, GString *out)
{
    int64_t days = draft->earliest / FACT_DAY_MINUTES - (draft->earliest < 0);
    g_autoptr(GDateTime) epoch = g_date_time_new_utc(1970, 1, 1, 0, 0, 0);
    g_autoptr(GDateTime) day = NULL;
    g_autofree char *text = NULL;

    if (days < -700000 || days > 2900000) {
        g_string_append(out, "another day");
        return;
    }
    day = g_date_time_add_days(epoch, (gint)days);
    text = day == NULL ? NULL : g_date_time_format(day, "%Y-%m-%d");
    g_string_append(out, text == NULL ? "another day" : text);
}

static void
write_period(const char *period, GString *out)
{
    g_string_append(out, period == NULL ? "no time that is told" : period);
}

static void
write_place(const Matter *matter, const char *place, GString *out)
{
    const FactEntity *entity =
        place == NULL ? NULL : fact_catalog_find_entity(matter->comparison->catalog, place);

    if (place == NULL)
        g_string_append(out, "no place in particular");
    else
        g_string_append(out, entity == NULL ? place : entity->label);
}

static void
write_basis(const char *basis, GString *out)
{
    if (basis == NULL)
        g_string_append(out, "a plain figure");
    else
        g_string_append_printf(out, "\"%s\"", basis);
}

static void
write_accepted(const Matter *matter, GString *out)
{
    write_draft(matter, matter->a->reference != NULL ? matter->a : matter->b, out);
}

static void
write_accepted_source(const Matter *matter, GString *out)
{
    const FactReference *reference =
        matter->a->reference != NULL ? matter->a->reference : matter->b->reference;

    if (reference == NULL)
        return;
    if (reference->title != NULL)
        g_string_append_printf(out, " (%s)", reference->title);
    if (reference->as_of != NULL)
        g_string_append_printf(out, " as of %s", reference->as_of);
}

static void
write_word(const Matter *matter, const char *word, GString *out)
{
    const FactSideDraft *a = matter->a;
    const FactSideDraft *b = matter->b;

    if (g_str_equal(word, "a") || g_str_equal(word, "b"))
        write_draft(matter, *word == 'a' ? a : b, out);
    else if (g_str_equal(word, "inner"))
        write_draft(matter, a_is_inner(matter) ? a : b, out);
    else if (g_str_equal(word, "outer"))
        write_draft(matter, a_is_inner(matter) ? b : a, out);
    else if (g_str_equal(word, "small"))
        write_draft(matter, a_is_small(matter) ? a : b, out);
    else if (g_str_equal(word, "large"))
        write_draft(matter, a_is_small(matter) ? b : a, out);
    else if (g_str_equal(word, "accepted"))
        write_accepted(matter, out);
    else if (g_str_equal(word, "accepted-source"))
        write_accepted_source(matter, out);
    else if (g_str_has_prefix(word, "speaker-"))
        write_speakers(word[8] == 'a' ? a : b, out);
    else if (g_str_has_prefix(word, "day-"))
        write_day(word[4] == 'a' ? a : b, out);
    else if (g_str_has_prefix(word, "period-"))
        write_period(word[7] == 'a' ? a->period : b->period, out);
    else if (g_str_has_prefix(word, "place-"))
        write_place(matter, word[6] == 'a' ? a->place : b->place, out);
    else if (g_str_has_prefix(word, "basis-"))
        write_basis(word[6] == 'a' ? a->basis : b->basis, out);
}

static void
expand(const Matter *matter, const char *sentence, GString *out)
{
    const char *p = sentence;

    while (*p != '\0') {
        const char *end = *p == '{' ? strchr(p, '}') : NULL;
        g_autofree char *word = end == NULL ? NULL : g_strndup(p + 1, (gsize)(end - p - 1));

        if (word == NULL) {
            g_string_append_c(out, *p++);
            continue;
        }
        write_word(matter, word, out);
        p = end + 1;
    }
}

char *
fact_judgement_explain(const FactComparison *comparison, const FactJudgement *judgement,
                       const FactSideDraft *a, const FactSideDraft *b)
{
    Matter matter = {comparison, a, b};
    GString *out = g_string_new(NULL);

    expand(&matter, judgement->rule->sentence, out);
    for (guint i = 0; i < judgement->n_doubts; i++)
        g_string_append_printf(out, "%s%s", i == 0 ? "; but " : ", and ", judgement->doubts[i]);
    return g_string_free(out, FALSE);
}

static void
write_support(const FactSide *side, gboolean is_weighted, GString *out)
{
    char weight[G_ASCII_DTOSTR_BUF_SIZE];

    if (side->is_reference) {
        g_string_append(out, "it is an accepted fact");
        if (side->n_sources == 0)
            return;
        g_string_append(out, ", and ");
    }
    g_string_append_printf(out, "%u %s", side->n_independent,
                           side->n_independent == 1 ? "source stands on it"
                                                    : "sources stand on it");
    if (side->n_independent < side->n_sources)
        g_string_append_printf(out, " (%u articles, of which some are copies)", side->n_sources);
    if (is_weighted)
        g_string_append_printf(out, ", weight %s",
                               g_ascii_formatd(weight, sizeof weight, "%.2f", side->weight));
}

static gboolean
is_as_strong(const FactSide *a, const FactSide *b, gboolean is_weighted)
{
    double distance = a->weight - b->weight;

    if (a->is_reference != b->is_reference)
        return FALSE;
    return is_weighted ? distance < 0.005 && distance > -0.005
                       : a->n_independent == b->n_independent;
}

gboolean
fact_finding_is_even(const FactFinding *finding, gboolean is_weighted)
{
    return finding->sides->len > 1 &&
           is_as_strong(&g_array_index(finding->sides, FactSide, 0),
                        &g_array_index(finding->sides, FactSide, 1), is_weighted);
}

char *
fact_finding_explain(const FactComparison *comparison, const FactFinding *finding,
                     gboolean is_weighted)
{
    const FactSide *best = &g_array_index(finding->sides, FactSide, 0);
    GString *out = g_string_new(NULL);

    if (finding->is_even) {
        g_string_append(out, "no value is better supported than the others: ");
        write_support(best, is_weighted, out);
        return g_string_free(out, FALSE);
    }
    fact_side_format_value(comparison->catalog, best, out);
    g_string_append(out, " is best supported: ");
    write_support(best, is_weighted, out);
    return g_string_free(out, FALSE);
}
