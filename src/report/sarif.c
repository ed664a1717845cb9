/* SPDX-License-Identifier: MIT
 *
 * SARIF 2.1.0, within what GitHub takes: a result for each side that departs, its article (a
 * changed one if possible) as the first location, the others related and linked from the message; a
 * primaryLocationLineHash of the pair's fingerprint, which does not move with lines; results in
 * order of gravity, because of more than RESULTS_MAX only the first are kept. Waived and known
 * pairs are left out by the view, for suppressions are ignored there.
 */
#include "report/writers.h"

#include "report/escape.h"
#include "report/view.h"

#include <string.h>

/* GitHub keeps this many results of a run. */
#define RESULTS_MAX 5000
#define RELATED_MAX 20
/* GitHub adds a number to the hash of lines that are alike; ours never are. */
#define LINE_HASH_SUFFIX ":1"

static const char *
level_of(FactSeverity severity)
{
    switch (severity) {
    case FACT_SEVERITY_ERROR:
        return "error";
    case FACT_SEVERITY_WARNING:
        return "warning";
    case FACT_SEVERITY_INFO:
        return "note";
    case FACT_SEVERITY_NONE:
        return "none";
    }
    return "none";
}

static void
write_text(FactJsonWriter *writer, const char *name, const char *text)
{
    fact_json_begin_object(writer, name);
    fact_json_string(writer, "text", text);
    fact_json_end_object(writer);
}

static void
write_rules(FactJsonWriter *writer)
{
    static const char *const names[] = {"Agree",    "ScopeDiffers", "ChangedOverTime", "Rounding",
                                        "Disputed", "Refines",      "Conflict"};

    fact_json_begin_array(writer, "rules");
    for (guint i = 0; i <= FACT_VERDICT_LAST; i++) {
        const char *description = fact_view_describe_verdict((FactVerdict)i);
        fact_json_begin_object(writer, NULL);
        fact_json_string(writer, "id", fact_verdict_to_string((FactVerdict)i));
        fact_json_string(writer, "name", names[i]);
        write_text(writer, "shortDescription", description);
        write_text(writer, "fullDescription", description);
        write_text(writer, "help", description);
        fact_json_end_object(writer);
    }
    fact_json_end_array(writer);
}

static void
write_driver(FactJsonWriter *writer, const FactReportOptions *options)
{
    fact_json_begin_object(writer, "tool");
    fact_json_begin_object(writer, "driver");
    fact_json_string(writer, "name", "factdiff");
    fact_json_string(writer, "semanticVersion", options->version);
    write_rules(writer);
    fact_json_end_object(writer);
    fact_json_end_object(writer);
}

/* The members of a location object that is open. */
static void
write_physical(FactJsonWriter *writer, const FactReportInput *input,
               const FactReportOptions *options, guint claim)
{
    g_autofree char *path = fact_view_ci_path(options, fact_view_document(input, claim));
    g_autoptr(GString) uri = g_string_new(g_path_is_absolute(path) ? "file://" : NULL);

    fact_escape_uri_path(uri, path);
    fact_json_begin_object(writer, "physicalLocation");
    fact_json_begin_object(writer, "artifactLocation");
    fact_json_string(writer, "uri", uri->str);
    if (!g_path_is_absolute(path))
        fact_json_string(writer, "uriBaseId", "%SRCROOT%");
    fact_json_end_object(writer);
    fact_json_begin_object(writer, "region");
    fact_json_int(writer, "startLine", MAX(input->claims[claim].line, 1));
    fact_json_int(writer, "startColumn", MAX(input->claims[claim].column, 1));
    fact_json_end_object(writer);
    fact_json_end_object(writer);
}

static void
write_related(FactJsonWriter *writer, const FactReportInput *input,
              const FactReportOptions *options, const FactViewSide *shown, guint claim, guint id)
{
    g_autoptr(GString) value = g_string_new(NULL);

    fact_view_append_value(input, shown->side, value);
    fact_json_begin_object(writer, NULL);
    fact_json_int(writer, "id", id);
    write_physical(writer, input, options, claim);
    write_text(writer, "message", value->str);
    fact_json_end_object(writer);
}

static gboolean
has_claim(const FactViewSide *shown, guint claim)
{
    for (guint i = 0; i < shown->side->claims->len; i++) {
        if (g_array_index(shown->side->claims, guint32, i) == claim)
            return TRUE;
    }
    return FALSE;
}

/* The claims of both sides but @primary, those of the other side first; they are numbered from 1
 * on. */
static guint
write_related_all(FactJsonWriter *writer, const FactReportInput *input,
                  const FactReportOptions *options, const FactViewFinding *view, guint side,
                  guint primary)
{
    gboolean is_base = has_claim(&g_array_index(view->sides, FactViewSide, 0), primary);
    const guint sides[] = {is_base ? side : 0, is_base ? 0 : side};
    guint n = 0;

    fact_json_begin_array(writer, "relatedLocations");
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
        const FactViewSide *shown = &g_array_index(view->sides, FactViewSide, sides[i]);
        for (guint j = 0; j < shown->side->claims->len && n < RELATED_MAX; j++) {
            guint32 claim = g_array_index(shown->side->claims, guint32, j);
            if (claim != primary)
                write_related(writer, input, options, shown, claim, ++n);
        }
    }
    fact_json_end_array(writer);
    return n;
}

/* Brackets and backslashes of an article must not make links in the message. */
static void
append_plain(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (strchr("[]\\", *text) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
}

static void
write_message(FactJsonWriter *writer, const FactReportInput *input, const FactViewFinding *view,
              guint side, gboolean has_related)
{
    g_autoptr(GString) departure = g_string_new(NULL);
    g_autoptr(GString) message = g_string_new(NULL);

    fact_view_append_departure(input, view, side, departure);
    append_plain(message, departure->str);
    if (has_related)
        g_string_append(message, " See the [other side](1).");
    write_text(writer, "message", message->str);
}

static void
write_result(FactJsonWriter *writer, const FactReportInput *input, const FactReportOptions *options,
             const FactViewFinding *view, guint side, guint primary)
{
    const FactPair *pair = g_array_index(view->sides, FactViewSide, side).pair;
    g_autofree char *line_hash = g_strndup(pair->fingerprint, 16);
    g_autofree char *hash = g_strconcat(line_hash, LINE_HASH_SUFFIX, NULL);

    fact_json_begin_object(writer, NULL);
    fact_json_string(writer, "ruleId", fact_verdict_to_string(pair->verdict));
    fact_json_int(writer, "ruleIndex", pair->verdict);
    fact_json_string(writer, "level", level_of(pair->severity));
    fact_json_int(writer, "rank", pair->severity * 100 / FACT_SEVERITY_ERROR);
    fact_json_begin_array(writer, "locations");
    fact_json_begin_object(writer, NULL);
    write_physical(writer, input, options, primary);
    fact_json_end_object(writer);
    fact_json_end_array(writer);
    guint n_related = write_related_all(writer, input, options, view, side, primary);
    write_message(writer, input, view, side, n_related > 0);
    fact_json_begin_object(writer, "partialFingerprints");
    fact_json_string(writer, "primaryLocationLineHash", hash);
    fact_json_string(writer, "factdiffPair/v1", pair->fingerprint);
    fact_json_end_object(writer);
    fact_json_end_object(writer);
}

/* How many were left out. */
static guint
write_results(FactJsonWriter *writer, const FactReportInput *input,
              const FactReportOptions *options, const FactView *view)
{
    guint n = 0;

    fact_json_begin_array(writer, "results");
    for (guint i = 0; i < view->findings->len; i++) {
        const FactViewFinding *finding = g_ptr_array_index(view->findings, i);
        for (guint side = 1; side < finding->sides->len; side++) {
            guint primary;
            if (!fact_view_find_place(input, finding, side, &primary) || n++ >= RESULTS_MAX)
                continue;
            g_string_append_c(writer->out, '\n');
            write_result(writer, input, options, finding, side, primary);
        }
    }
    fact_json_end_array(writer);
    return n > RESULTS_MAX ? n - RESULTS_MAX : 0;
}

void
fact_write_sarif(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    g_autoptr(FactView) view = fact_view_new(input, options);
    FactJsonWriter writer;

    fact_json_writer_init(&writer, out);
    fact_json_begin_object(&writer, NULL);
    fact_json_string(&writer, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    fact_json_string(&writer, "version", "2.1.0");
    fact_json_begin_array(&writer, "runs");
    fact_json_begin_object(&writer, NULL);
    write_driver(&writer, options);
    fact_json_string(&writer, "columnKind", "unicodeCodePoints");
    guint n_omitted = write_results(&writer, input, options, view);
    fact_json_begin_object(&writer, "properties");
    fact_json_int(&writer, "omittedResults", n_omitted);
    fact_json_end_object(&writer);
    fact_json_end_object(&writer);
    fact_json_end_array(&writer);
    fact_json_end_object(&writer);
    g_string_append_c(out, '\n');
}
