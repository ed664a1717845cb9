/* SPDX-License-Identifier: MIT */
#include "report/view.h"

#include <string.h>

static gboolean
is_shown(const FactPair *pair, FactSeverity show)
{
    return pair->state == FACT_PAIR_NEW && pair->severity >= show &&
           pair->severity != FACT_SEVERITY_NONE;
}

static void
free_finding(gpointer data)
{
    FactViewFinding *view = data;

    g_array_unref(view->sides);
    g_free(view);
}

/* Between two pairs that a side has part in, the graver one; between equals, the one against the
 * better supported side. */
static const FactPair *
graver_pair(const FactPair *a, const FactPair *b)
{
    if (a == NULL || b == NULL)
        return a == NULL ? b : a;
    if (a->severity != b->severity)
        return a->severity > b->severity ? a : b;
    return a->verdict >= b->verdict ? a : b;
}

/* The claim read with most confidence, the first of equals, from another document than @avoid if
 * there is one. */
static gboolean
pick_claim(const FactReportInput *input, const FactSide *side, guint32 avoid, guint *out_claim)
{
    const FactClaim *best = NULL;

    for (guint i = 0; i < side->claims->len; i++) {
        guint32 index = g_array_index(side->claims, guint32, i);
        const FactClaim *claim = &input->claims[index];
        gboolean is_elsewhere = best == NULL || claim->document != avoid;
        gboolean was_avoided = best != NULL && best->document == avoid && claim->document != avoid;
        if (best == NULL || was_avoided || (is_elsewhere && claim->confidence > best->confidence)) {
            best = claim;
            *out_claim = index;
        }
    }
    return best != NULL;
}

static void
add_side(const FactReportInput *input, FactViewFinding *view, guint index, const FactPair *pair)
{
    FactViewSide added = {.side = &g_array_index(view->finding->sides, FactSide, index),
                          .pair = pair};
    guint32 avoid = G_MAXUINT32;

    if (view->sides->len > 0) {
        const FactViewSide *base = &g_array_index(view->sides, FactViewSide, 0);
        avoid = base->has_claim ? input->claims[base->claim].document : avoid;
    }
    added.has_claim = pick_claim(input, added.side, avoid, &added.claim);
    g_array_append_val(view->sides, added);
}

static FactViewFinding *
view_finding(const FactReportInput *input, const FactFinding *finding, FactSeverity show)
{
    guint base = G_MAXUINT;
    const FactPair *gravest = NULL;
    g_autofree const FactPair **pairs = g_new0(const FactPair *, finding->sides->len + 1);

    for (guint i = 0; i < finding->pairs->len; i++) {
        const FactPair *pair = &g_array_index(finding->pairs, FactPair, i);
        if (!is_shown(pair, show))
            continue;
        base = MIN(base, pair->a);
        gravest = graver_pair(gravest, pair);
        pairs[pair->b] = graver_pair(pairs[pair->b], pair);
    }
    if (gravest == NULL)
        return NULL;
    FactViewFinding *view = g_new0(FactViewFinding, 1);
    view->finding = finding;
    view->verdict = gravest->verdict;
    view->severity = gravest->severity;
    view->sides = g_array_new(FALSE, FALSE, sizeof(FactViewSide));
    add_side(input, view, base, NULL);
    for (guint i = base + 1; i < finding->sides->len; i++) {
        if (pairs[i] != NULL)
            add_side(input, view, i, pairs[i]);
    }
    return view;
}

static void
count_states(FactView *view, const FactFinding *finding)
{
    for (guint i = 0; i < finding->pairs->len; i++) {
        const FactPair *pair = &g_array_index(finding->pairs, FactPair, i);
        if (pair->severity >= view->show)
            view->by_state[pair->state]++;
    }
}

FactView *
fact_view_new(const FactReportInput *input, const FactReportOptions *options)
{
    FactView *view = g_new0(FactView, 1);

    view->show = options->show;
    view->findings = g_ptr_array_new_with_free_func(free_finding);
    for (guint i = 0; i < input->findings->findings->len; i++) {
        count_states(view, g_ptr_array_index(input->findings->findings, i));
        FactViewFinding *finding =
            view_finding(input, g_ptr_array_index(input->findings->findings, i), options->show);
        if (finding == NULL)
            continue;
        view->n_total++;
        view->by_severity[finding->severity]++;
        if (options->max_findings == 0 || view->findings->len < options->max_findings) {
            g_ptr_array_add(view->findings, finding);
        } else {
            view->n_cut++;
            free_finding(finding);
        }
    }
    return view;
}

void
fact_view_free(FactView *view)
{
    if (view == NULL)
        return;
    g_ptr_array_unref(view->findings);
    g_free(view);
}

static void
append_qualifier(GString *out, const char *text, gboolean *is_open)
{
    if (text == NULL)
        return;
    g_string_append(out, *is_open ? ", " : " (");
    g_string_append(out, text);
    *is_open = TRUE;
}

void
fact_view_append_value(const FactReportInput *input, const FactSide *side, GString *out)
{
    const FactEntity *place =
        side->place != NULL ? fact_catalog_find_entity(input->catalog, side->place) : NULL;
    gboolean is_open = FALSE;

    if (side->polarity == FACT_POLARITY_DENIED)
        g_string_append(out, "not ");
    fact_value_format(input->catalog, &side->value, out);
    append_qualifier(out, side->period, &is_open);
    append_qualifier(out, place != NULL ? place->label : side->place, &is_open);
    append_qualifier(out, side->basis, &is_open);
    if (is_open)
        g_string_append_c(out, ')');
}

void
fact_view_append_count(GString *out, guint n, const char *noun)
{
    g_string_append_printf(out, "%u %s%s", n, noun, n == 1 ? "" : "s");
}

void
fact_view_append_support(const FactReportInput *input, const FactSide *side, GString *out)
{
    if (side->is_reference) {
        g_string_append(out, "accepted fact");
        if (side->n_sources == 0)
            return;
        g_string_append(out, ", ");
    }
    fact_view_append_count(out, side->n_sources, "source");
    if (side->n_independent < side->n_sources)
        g_string_append_printf(out, ", %u independent", side->n_independent);
    if (input->findings->is_weighted) {
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];
        g_string_append_printf(out, ", weight %s",
                               g_ascii_formatd(buffer, sizeof buffer, "%.2f", side->weight));
    }
}

/* Of findings that are grave enough, pairs that do not count, by what keeps them out; and of those
 * that count, findings that are not grave enough. */
static void
append_left_out(const FactView *view, const FactReportInput *input, GString *out)
{
    static const char *const names[] = {
        [FACT_PAIR_KNOWN] = "known",
        [FACT_PAIR_WAIVED] = "waived",
        [FACT_PAIR_ELSEWHERE] = "elsewhere",
        [FACT_PAIR_FILTERED] = "filtered",
    };
    gboolean is_open = FALSE;

    for (guint state = FACT_PAIR_KNOWN; state <= FACT_PAIR_FILTERED; state++) {
        if (view->by_state[state] == 0)
            continue;
        g_string_append_printf(
            out, "%s%u %s", is_open ? ", " : " (left out: ", view->by_state[state], names[state]);
        is_open = TRUE;
    }
    guint n_lesser = 0;
    for (guint i = 0; i < input->findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(input->findings->findings, i);
        n_lesser += finding->severity != FACT_SEVERITY_NONE && finding->severity < view->show;
    }
    if (n_lesser > 0)
        g_string_append_printf(out, "%s%u below %s", is_open ? ", " : " (left out: ", n_lesser,
                               fact_severity_to_string(view->show));
    if (is_open || n_lesser > 0)
        g_string_append_c(out, ')');
}

static void
append_severities(const FactView *view, GString *out)
{
    gboolean is_first = TRUE;

    for (guint severity = FACT_SEVERITY_ERROR; severity > FACT_SEVERITY_NONE; severity--) {
        guint n = view->by_severity[severity];
        if (n == 0)
            continue;
        g_string_append(out, is_first ? ": " : ", ");
        if (severity == FACT_SEVERITY_INFO)
            g_string_append_printf(out, "%u info", n);
        else
            fact_view_append_count(out, n, fact_severity_to_string((FactSeverity)severity));
        is_first = FALSE;
    }
}

void
fact_view_append_summary(const FactView *view, const FactReportInput *input, GString *out)
{
    if (view->n_total == 0) {
        g_string_append(out, "no disagreement in ");
    } else {
        fact_view_append_count(out, view->n_total, "finding");
        append_severities(view, out);
        g_string_append(out, " in ");
    }
    fact_view_append_count(out, input->findings->n_documents, "article");
    if (view->n_cut > 0)
        g_string_append_printf(out, "; the gravest %u are shown", view->findings->len);
    append_left_out(view, input, out);
}

void
fact_view_append_key(const FactFinding *finding, GString *out)
{
    if (finding->group != NULL && finding->group[0] != '\0')
        g_string_append_printf(out, "%s: ", finding->group);
    g_string_append_printf(out, "%s · %s", finding->subject_label, finding->attribute_label);
}

const FactDocument *
fact_view_document(const FactReportInput *input, guint claim)
{
    return g_ptr_array_index(input->documents, input->claims[claim].document);
}

void
fact_view_append_place(const FactReportInput *input, guint claim, GString *out)
{
    const FactDocument *document = fact_view_document(input, claim);

    g_string_append_printf(out, "%s:%u:%u", document->path, input->claims[claim].line,
                           input->claims[claim].column);
    if (strcmp(document->id, document->path) != 0)
        g_string_append_printf(out, " (%s)", document->id);
}

GPtrArray *
fact_view_list_replacements(const FactReportInput *input)
{
    const GArray *replacements = input->findings->replacements;
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; replacements != NULL && i < replacements->len; i++) {
        const FactReplacement *replacement = &g_array_index(replacements, FactReplacement, i);
        const FactDocument *earlier = g_ptr_array_index(input->documents, replacement->earlier);
        const FactDocument *later = g_ptr_array_index(input->documents, replacement->later);
        g_ptr_array_add(list, g_strdup_printf("%s takes the place of %s: %s", later->id,
                                              earlier->id, replacement->reason));
    }
    return list;
}

GPtrArray *
fact_view_list_copies(const FactReportInput *input, const FactViewFinding *view)
{
    GPtrArray *copies = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < view->sides->len; i++) {
        const FactSide *side = g_array_index(view->sides, FactViewSide, i).side;
        const GArray *sources = side->n_independent < side->n_sources ? side->sources : NULL;
        for (guint j = 0; sources != NULL && j < sources->len; j++) {
            const FactSideSource *source = &g_array_index(sources, FactSideSource, j);
            if (source->original == source->document ||
                !g_hash_table_add(told, GUINT_TO_POINTER(source->document + 1)))
                continue;
            const FactDocument *copy = g_ptr_array_index(input->documents, source->document);
            const FactDocument *original = g_ptr_array_index(input->documents, source->original);
            g_ptr_array_add(copies, g_strdup_printf("%s repeats %s", copy->id, original->id));
        }
    }
    return copies;
}

char *
fact_view_ci_path(const FactReportOptions *options, const FactDocument *document)
{
    if (strcmp(document->path, "-") == 0 ||
        (options->folder == NULL && !g_path_is_absolute(document->path)))
        return g_strdup(document->path);
    g_autofree char *path = g_canonicalize_filename(document->path, options->folder);
    const char *top = options->root != NULL ? options->root : options->folder;
    size_t len = top != NULL ? strlen(top) : 0;
    if (top != NULL && strncmp(path, top, len) == 0 && path[len] == '/')
        return g_strdup(path + len + 1);
    return g_strdup(path);
}

static gboolean
find_changed(const FactReportInput *input, const FactViewSide *shown, guint *out_claim)
{
    for (guint i = 0; i < shown->side->claims->len; i++) {
        guint32 index = g_array_index(shown->side->claims, guint32, i);
        if (input->is_changed(input->changed_data, input->claims[index].document)) {
            *out_claim = index;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
fact_view_find_place(const FactReportInput *input, const FactViewFinding *view, guint i,
                     guint *out_claim)
{
    const FactViewSide *base = &g_array_index(view->sides, FactViewSide, 0);
    const FactViewSide *departing = &g_array_index(view->sides, FactViewSide, i);

    if (input->is_changed != NULL &&
        (find_changed(input, departing, out_claim) || find_changed(input, base, out_claim)))
        return TRUE;
    if (!departing->has_claim && !base->has_claim)
        return FALSE;
    *out_claim = departing->has_claim ? departing->claim : base->claim;
    return TRUE;
}

void
fact_view_append_departure(const FactReportInput *input, const FactViewFinding *view, guint i,
                           GString *out)
{
    const FactViewSide *base = &g_array_index(view->sides, FactViewSide, 0);
    const FactViewSide *departing = &g_array_index(view->sides, FactViewSide, i);

    fact_view_append_key(view->finding, out);
    g_string_append(out, ": ");
    fact_view_append_value(input, departing->side, out);
    g_string_append(out, " (");
    fact_view_append_support(input, departing->side, out);
    g_string_append(out, "), but ");
    fact_view_append_value(input, base->side, out);
    g_string_append(out, " (");
    fact_view_append_support(input, base->side, out);
    g_string_append_c(out, ')');
    if (base->has_claim) {
        g_string_append(out, " at ");
        fact_view_append_place(input, base->claim, out);
    }
    g_string_append_printf(out, ". %s",
                           departing->pair->message != NULL ? departing->pair->message : "");
}

const char *
fact_view_describe_verdict(FactVerdict verdict)
{
    switch (verdict) {
    case FACT_VERDICT_AGREE:
        return "The values say the same.";
    case FACT_VERDICT_SCOPE_DIFFERS:
        return "The claims speak of different places, bases or parts.";
    case FACT_VERDICT_CHANGED_OVER_TIME:
        return "The claims speak of different times.";
    case FACT_VERDICT_ROUNDING:
        return "The values meet at the coarser one's precision.";
    case FACT_VERDICT_DISPUTED:
        return "Each value is put in a named speaker's mouth.";
    case FACT_VERDICT_REFINES:
        return "One value lies inside the other and says something else.";
    case FACT_VERDICT_CONFLICT:
        return "The values cannot both hold.";
    }
    return "";
}
