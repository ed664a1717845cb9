/* SPDX-License-Identifier: MIT
 *
 * GitHub's workflow commands. A step shows ten of each kind; what is beyond is counted here, and
 * told in full by the Markdown that the program appends to the step's summary.
 */
#include "report/writers.h"

#include "report/escape.h"
#include "report/view.h"

#include <string.h>

#define ANNOTATIONS_MAX 10

static const char *
command_of(FactSeverity severity)
{
    switch (severity) {
    case FACT_SEVERITY_ERROR:
        return "error";
    case FACT_SEVERITY_WARNING:
        return "warning";
    case FACT_SEVERITY_INFO:
    case FACT_SEVERITY_NONE:
        return "notice";
    }
    return "notice";
}

static void
append_property(GString *out, const char *name, const char *value)
{
    g_string_append_printf(out, "%s=", name);
    fact_escape_github(out, value, strlen(value), TRUE);
}

static void
write_annotation(const FactReportInput *input, const FactReportOptions *options,
                 const FactViewFinding *view, guint side, guint place, GString *out)
{
    const FactPair *pair = g_array_index(view->sides, FactViewSide, side).pair;
    const FactClaim *claim = &input->claims[place];
    g_autofree char *path = fact_view_ci_path(options, fact_view_document(input, place));
    g_autoptr(GString) title = g_string_new(NULL);
    g_autoptr(GString) message = g_string_new(NULL);

    g_string_append_printf(title, "%s: ", fact_verdict_to_string(pair->verdict));
    fact_view_append_key(view->finding, title);
    fact_view_append_departure(input, view, side, message);
    g_string_append_printf(out, "::%s ", command_of(pair->severity));
    append_property(out, "file", path);
    g_string_append_printf(out, ",line=%u,col=%u,", claim->line, claim->column);
    append_property(out, "title", title->str);
    g_string_append(out, "::");
    fact_escape_github(out, message->str, message->len, FALSE);
    g_string_append_c(out, '\n');
}

void
fact_write_github(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    g_autoptr(FactView) view = fact_view_new(input, options);
    guint n[FACT_SEVERITY_ERROR + 1] = {0};
    guint n_omitted = 0;

    for (guint i = 0; i < view->findings->len; i++) {
        const FactViewFinding *finding = g_ptr_array_index(view->findings, i);
        for (guint side = 1; side < finding->sides->len; side++) {
            guint place;
            guint severity = g_array_index(finding->sides, FactViewSide, side).pair->severity;
            if (!fact_view_find_place(input, finding, side, &place))
                continue;
            if (n[severity]++ < ANNOTATIONS_MAX)
                write_annotation(input, options, finding, side, place, out);
            else
                n_omitted++;
        }
    }
    fact_view_append_summary(view, input, out);
    if (n_omitted > 0)
        g_string_append_printf(
            out, "; %u more than GitHub annotates are in the summary of this step", n_omitted);
    g_string_append_c(out, '\n');
}
