/* SPDX-License-Identifier: MIT
 *
 * The review report as Markdown (CommonMark, no tables: values may hold anything), for a comment, a
 * wiki or the summary of a CI step.
 */
#include "report/writers.h"

#include "report/escape.h"
#include "report/excerpt.h"
#include "report/view.h"

#include <string.h>

/* Claims of a side that are quoted. */
#define QUOTES_MAX 3

static void
append_md(GString *out, const char *text)
{
    fact_escape_markdown(out, text, strlen(text));
}

static const char *
heading_of(FactSeverity severity)
{
    switch (severity) {
    case FACT_SEVERITY_ERROR:
        return "Errors";
    case FACT_SEVERITY_WARNING:
        return "Warnings";
    case FACT_SEVERITY_INFO:
        return "Notes";
    case FACT_SEVERITY_NONE:
        return "";
    }
    return "";
}

static void
write_quote(const FactReportInput *input, guint32 index, GString *out)
{
    const FactDocument *document = fact_view_document(input, index);
    g_autoptr(GString) place = g_string_new(NULL);
    g_auto(FactExcerpt) excerpt = {0};

    g_string_append(out, "  > ");
    if (fact_excerpt_get(input, index, 0, &excerpt)) {
        append_md(out, excerpt.before);
        g_string_append(out, "**");
        append_md(out, excerpt.quote);
        g_string_append(out, "**");
        append_md(out, excerpt.after);
        g_string_append(out, "  \n  > ");
    }
    g_string_append(out, "— ");
    if (document->title != NULL && document->title[0] != '\0') {
        append_md(out, document->title);
        g_string_append(out, ", ");
    }
    fact_view_append_place(input, index, place);
    append_md(out, place->str);
    g_string_append(out, "\n\n");
}

/* One quote a document, the best claim first. */
static void
write_quotes(const FactReportInput *input, const FactViewSide *shown, GString *out)
{
    guint32 last = G_MAXUINT32;
    guint n = 1;

    if (!shown->has_claim)
        return;
    write_quote(input, shown->claim, out);
    for (guint i = 0; i < shown->side->claims->len; i++) {
        guint32 index = g_array_index(shown->side->claims, guint32, i);
        guint32 document = input->claims[index].document;
        if (document == last || document == input->claims[shown->claim].document)
            continue;
        last = document;
        if (n++ < QUOTES_MAX)
            write_quote(input, index, out);
    }
    if (n > QUOTES_MAX)
        g_string_append_printf(out, "  and %u more\n\n", n - QUOTES_MAX);
}

static void
write_side(const FactReportInput *input, const FactViewFinding *view, const FactViewSide *shown,
           GString *out)
{
    g_autoptr(GString) value = g_string_new(NULL);
    g_autoptr(GString) support = g_string_new(NULL);

    fact_view_append_value(input, shown->side, value);
    fact_view_append_support(input, shown->side, support);
    g_string_append(out, "- **");
    append_md(out, value->str);
    g_string_append_printf(out, "** — %s", support->str);
    if (shown->pair != NULL && shown->pair->verdict != view->verdict)
        g_string_append_printf(out, ", %s", fact_verdict_to_string(shown->pair->verdict));
    if (shown->pair != NULL && shown->pair->is_within_one_document)
        g_string_append(out, ", in one article");
    if (shown->pair != NULL && shown->pair->message != NULL) {
        g_string_append(out, "  \n  ");
        append_md(out, shown->pair->message);
    }
    g_string_append(out, "\n\n");
    write_quotes(input, shown, out);
}

static void
write_finding(const FactReportInput *input, const FactViewFinding *view, GString *out)
{
    g_autoptr(GString) key = g_string_new(NULL);
    g_autoptr(GPtrArray) copies = fact_view_list_copies(input, view);

    fact_view_append_key(view->finding, key);
    g_string_append(out, "### ");
    append_md(out, key->str);
    g_string_append_printf(out, " — %s\n\n", fact_verdict_to_string(view->verdict));
    if (view->finding->message != NULL) {
        append_md(out, view->finding->message);
        g_string_append(out, "\n\n");
    }
    for (guint i = 0; i < view->sides->len; i++)
        write_side(input, view, &g_array_index(view->sides, FactViewSide, i), out);
    for (guint i = 0; i < copies->len; i++) {
        append_md(out, g_ptr_array_index(copies, i));
        g_string_append(out, "\n\n");
    }
}

void
fact_write_markdown(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    g_autoptr(FactView) view = fact_view_new(input, options);
    g_autoptr(GString) summary = g_string_new(NULL);
    FactSeverity section = FACT_SEVERITY_NONE;

    fact_view_append_summary(view, input, summary);
    summary->str[0] = g_ascii_toupper(summary->str[0]);
    g_string_append(out, "# Where the articles disagree\n\n");
    append_md(out, summary->str);
    g_string_append(out, "\n\n");
    for (guint i = 0; i < view->findings->len; i++) {
        const FactViewFinding *finding = g_ptr_array_index(view->findings, i);
        if (finding->severity != section) {
            section = finding->severity;
            g_string_append_printf(out, "## %s\n\n", heading_of(section));
        }
        write_finding(input, finding, out);
    }
    g_autoptr(GPtrArray) replaced = fact_view_list_replacements(input);
    if (replaced->len > 0)
        g_string_append(out, "## Replaced by a later version\n\n");
    for (guint i = 0; i < replaced->len; i++) {
        g_string_append(out, "- ");
        append_md(out, g_ptr_array_index(replaced, i));
        g_string_append_c(out, '\n');
    }
    if (replaced->len == 0)
        g_string_truncate(out, out->len - 1);
}
