/* SPDX-License-Identifier: MIT
 *
 * GitLab's code quality report: an array of objects with a description, path, line, severity and a
 * fingerprint, the last one unique. No byte order mark may stand before it.
 */
#include "report/writers.h"

#include "report/view.h"

static const char *
severity_of(FactSeverity severity)
{
    switch (severity) {
    case FACT_SEVERITY_ERROR:
        return "major";
    case FACT_SEVERITY_WARNING:
        return "minor";
    case FACT_SEVERITY_INFO:
    case FACT_SEVERITY_NONE:
        return "info";
    }
    return "info";
}

/* A pair's fingerprint knows no group beyond a named topic, so that two folders' alike pairs would
 * share one; the finding's id tells them apart. */
static char *
fingerprint_of(const FactViewFinding *view, const FactPair *pair)
{
    g_autofree char *both = g_strconcat(view->finding->id, ":", pair->fingerprint, NULL);

    return g_compute_checksum_for_string(G_CHECKSUM_MD5, both, -1);
}

static void
write_issue(FactJsonWriter *writer, const FactReportInput *input, const FactReportOptions *options,
            const FactViewFinding *view, guint side, guint place)
{
    const FactPair *pair = g_array_index(view->sides, FactViewSide, side).pair;
    g_autofree char *path = fact_view_ci_path(options, fact_view_document(input, place));
    g_autofree char *fingerprint = fingerprint_of(view, pair);
    g_autoptr(GString) description = g_string_new(NULL);

    fact_view_append_departure(input, view, side, description);
    fact_json_begin_object(writer, NULL);
    fact_json_string(writer, "description", description->str);
    fact_json_string(writer, "check_name", fact_verdict_to_string(pair->verdict));
    fact_json_string(writer, "fingerprint", fingerprint);
    fact_json_string(writer, "severity", severity_of(pair->severity));
    fact_json_begin_object(writer, "location");
    fact_json_string(writer, "path", path);
    fact_json_begin_object(writer, "lines");
    fact_json_int(writer, "begin", MAX(input->claims[place].line, 1));
    fact_json_end_object(writer);
    fact_json_end_object(writer);
    fact_json_end_object(writer);
}

void
fact_write_gitlab(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    g_autoptr(FactView) view = fact_view_new(input, options);
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    fact_json_begin_array(&writer, NULL);
    for (guint i = 0; i < view->findings->len; i++) {
        const FactViewFinding *finding = g_ptr_array_index(view->findings, i);
        for (guint side = 1; side < finding->sides->len; side++) {
            guint place;
            if (!fact_view_find_place(input, finding, side, &place))
                continue;
            g_string_append_c(out, '\n');
            write_issue(&writer, input, options, finding, side, place);
        }
    }
    fact_json_end_array(&writer);
    g_string_append_c(out, '\n');
}
