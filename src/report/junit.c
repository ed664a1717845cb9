/* SPDX-License-Identifier: MIT
 *
 * JUnit XML: a test case for each finding, which fails if the finding fails the run. A run without
 * findings has one case that passes, since some readers refuse a suite without any.
 */
#include "report/writers.h"

#include "report/escape.h"
#include "report/excerpt.h"
#include "report/view.h"

#include <string.h>

static void
append_xml(GString *out, const char *text)
{
    fact_escape_xml(out, text, strlen(text));
}

static gboolean
is_failing(const FactViewFinding *view, const FactReportOptions *options)
{
    return options->fail_on != FACT_SEVERITY_NONE && view->severity >= options->fail_on;
}

static void
write_details(const FactReportInput *input, const FactViewFinding *view, GString *out)
{
    for (guint i = 0; i < view->sides->len; i++) {
        const FactViewSide *shown = &g_array_index(view->sides, FactViewSide, i);
        g_autoptr(GString) line = g_string_new(i == 0 ? "- " : "+ ");
        g_auto(FactExcerpt) excerpt = {0};
        fact_view_append_value(input, shown->side, line);
        g_string_append(line, "   ");
        fact_view_append_support(input, shown->side, line);
        g_string_append_c(line, '\n');
        if (shown->has_claim) {
            const FactClaim *claim = &input->claims[shown->claim];
            g_string_append_printf(line, "  %s:%u:%u\n",
                                   fact_view_document(input, shown->claim)->path, claim->line,
                                   claim->column);
        }
        if (shown->has_claim && fact_excerpt_get(input, shown->claim, 0, &excerpt))
            g_string_append_printf(line, "  %s[%s]%s\n", excerpt.before, excerpt.quote,
                                   excerpt.after);
        append_xml(out, line->str);
    }
}

static void
write_case(const FactReportInput *input, const FactReportOptions *options,
           const FactViewFinding *view, GString *out)
{
    const FactFinding *finding = view->finding;
    gboolean fails = is_failing(view, options);
    g_autoptr(GString) name = g_string_new(NULL);

    g_string_append_printf(name, "%s · %s", finding->subject_label, finding->attribute_label);
    g_string_append(out, "    <testcase classname=\"factdiff.");
    append_xml(out,
               finding->group != NULL && finding->group[0] != '\0' ? finding->group : "corpus");
    g_string_append(out, "\" name=\"");
    append_xml(out, name->str);
    g_string_append(out, "\">\n      ");
    if (fails) {
        g_string_append_printf(out, "<failure type=\"%s\" message=\"",
                               fact_verdict_to_string(view->verdict));
        append_xml(out, finding->message != NULL ? finding->message : name->str);
        g_string_append(out, "\">");
    } else {
        g_string_append_printf(out, "<system-out>%s: %s\n", fact_severity_to_string(view->severity),
                               fact_verdict_to_string(view->verdict));
    }
    write_details(input, view, out);
    g_string_append(out,
                    fails ? "</failure>\n    </testcase>\n" : "</system-out>\n    </testcase>\n");
}

void
fact_write_junit(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    g_autoptr(FactView) view = fact_view_new(input, options);
    guint n_failing = 0;
    guint n = MAX(view->findings->len, 1);

    for (guint i = 0; i < view->findings->len; i++)
        n_failing += is_failing(g_ptr_array_index(view->findings, i), options);
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    g_string_append_printf(out, "<testsuites name=\"factdiff\" tests=\"%u\" failures=\"%u\">\n", n,
                           n_failing);
    g_string_append_printf(
        out,
        "  <testsuite name=\"factdiff\" tests=\"%u\" failures=\"%u\" errors=\"0\" skipped=\"0\">\n",
        n, n_failing);
    if (view->findings->len == 0)
        g_string_append(out,
                        "    <testcase classname=\"factdiff.corpus\" name=\"no disagreement\"/>\n");
    for (guint i = 0; i < view->findings->len; i++)
        write_case(input, options, g_ptr_array_index(view->findings, i), out);
    g_string_append(out, "  </testsuite>\n</testsuites>\n");
}
