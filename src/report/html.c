/* SPDX-License-Identifier: MIT
 *
 * The editorial review report: one page that needs nothing else, read on a phone, a desk or paper.
 * Findings by gravity, each with its sides next to one another, their sources and what they say.
 * All text of articles passes append_html; links go to http and https only.
 */
#include "report/writers.h"

#include "report/escape.h"
#include "report/excerpt.h"
#include "report/html-style.h"
#include "report/view.h"

#include <string.h>

/* Quotes of a side that stand open; the others fold away. */
#define QUOTES_OPEN 3
/* A side may have thousands of claims; the JSON format tells them all. */
#define QUOTES_MAX 40
/* The list of contents is worth its room from here on. */
#define CONTENTS_MIN 4

static void
append_html(GString *out, const char *text)
{
    fact_escape_xml(out, text, strlen(text));
}

static const char *
heading_of(FactSeverity severity)
{
    switch (severity) {
    case FACT_SEVERITY_ERROR:
        return "Errors: values that cannot both hold";
    case FACT_SEVERITY_WARNING:
        return "Warnings: worth a second look";
    case FACT_SEVERITY_INFO:
        return "Notes: explained by rounding, time or scope";
    case FACT_SEVERITY_NONE:
        return "";
    }
    return "";
}

static gboolean
is_web_url(const char *url)
{
    return url != NULL && (g_ascii_strncasecmp(url, "https://", 8) == 0 ||
                           g_ascii_strncasecmp(url, "http://", 7) == 0);
}

static gboolean
has_text(const char *text)
{
    return text != NULL && text[0] != '\0';
}

/* Whether the first word may have a capital: "no", "blue"; not "o1" or "iPhone". */
static gboolean
begins_with_word(const char *text)
{
    const char *end = text;

    while (g_ascii_islower(*end))
        end++;
    return end > text && *end == ' ';
}

/* A sentence that may come without its capital and its full stop. */
static void
append_sentence(GString *out, const char *text)
{
    if (has_text(text) && begins_with_word(text))
        g_string_append_c(out, g_ascii_toupper(*text++));
    append_html(out, text);
    if (has_text(text) && strchr(".!?", text[strlen(text) - 1]) == NULL)
        g_string_append_c(out, '.');
}

static void
write_linked(GString *out, const char *text, const char *url)
{
    if (is_web_url(url)) {
        g_string_append(out, "<a rel=\"noopener noreferrer\" href=\"");
        append_html(out, url);
        g_string_append(out, "\">");
    }
    append_html(out, text);
    if (is_web_url(url))
        g_string_append(out, "</a>");
}

/* -- evidence --------------------------------------------------------------------------------- */

static void
write_caption(const FactReportInput *input, guint32 index, GString *out)
{
    const FactDocument *document = fact_view_document(input, index);
    g_autoptr(GString) place = g_string_new(NULL);

    g_string_append(out, "<figcaption>");
    if (has_text(document->title)) {
        write_linked(out, document->title, document->url);
        g_string_append(out, " · ");
    }
    if (has_text(document->publisher)) {
        append_html(out, document->publisher);
        g_string_append(out, " · ");
    }
    if (has_text(document->published)) {
        append_html(out, document->published);
        g_string_append(out, " · ");
    }
    g_string_append(out, "<code>");
    fact_view_append_place(input, index, place);
    append_html(out, place->str);
    g_string_append(out, "</code></figcaption>");
}

static void
write_quote(const FactReportInput *input, guint32 index, GString *out)
{
    g_auto(FactExcerpt) excerpt = {0};

    g_string_append(out, "<figure>");
    if (fact_excerpt_get(input, index, 0, &excerpt)) {
        g_string_append(out, "<blockquote>");
        append_html(out, excerpt.before);
        g_string_append(out, "<mark>");
        append_html(out, excerpt.quote);
        g_string_append(out, "</mark>");
        append_html(out, excerpt.after);
        g_string_append(out, "</blockquote>");
    }
    write_caption(input, index, out);
    g_string_append(out, "</figure>\n");
}

static void
write_quotes(const FactReportInput *input, const FactViewSide *shown, GString *out)
{
    guint n = shown->side->claims->len;
    guint n_written = 1;

    if (!shown->has_claim)
        return;
    write_quote(input, shown->claim, out);
    for (guint i = 0; i < n && n_written < QUOTES_MAX; i++) {
        guint32 index = g_array_index(shown->side->claims, guint32, i);
        if (index == shown->claim)
            continue;
        if (n_written++ == QUOTES_OPEN)
            g_string_append_printf(out, "<details class=\"more\"><summary>%u more</summary>\n",
                                   n - QUOTES_OPEN);
        write_quote(input, index, out);
    }
    if (n > QUOTES_MAX)
        g_string_append_printf(out, "<p class=\"why\">and %u more</p>\n", n - QUOTES_MAX);
    if (n_written > QUOTES_OPEN)
        g_string_append(out, "</details>\n");
}

/* -- findings --------------------------------------------------------------------------------- */

static void
write_reference(const FactSide *side, GString *out)
{
    if (!side->is_reference)
        return;
    g_string_append(out, "<p class=\"why\">Accepted fact: ");
    write_linked(out, side->reference_title != NULL ? side->reference_title : "no title",
                 side->reference_url);
    if (side->reference_as_of != NULL) {
        g_string_append(out, ", as of ");
        append_html(out, side->reference_as_of);
    }
    g_string_append(out, "</p>\n");
}

static void
write_reason(const FactViewFinding *view, const FactPair *pair, GString *out)
{
    if (pair == NULL)
        return;
    g_string_append(out, "<p class=\"why\">");
    if (pair->verdict != view->verdict)
        g_string_append_printf(out, "<b>%s</b> ", fact_verdict_to_string(pair->verdict));
    if (pair->is_within_one_document)
        g_string_append(out, "<b>in one article</b> ");
    append_sentence(out, pair->message != NULL ? pair->message
                                               : fact_view_describe_verdict(pair->verdict));
    g_string_append(out, "</p>\n");
}

static void
write_side(const FactReportInput *input, const FactViewFinding *view, const FactViewSide *shown,
           GString *out)
{
    g_autoptr(GString) value = g_string_new(NULL);
    g_autoptr(GString) support = g_string_new(NULL);

    fact_view_append_value(input, shown->side, value);
    fact_view_append_support(input, shown->side, support);
    g_string_append_printf(out, "<section class=\"side %s\">\n<div><span class=\"value\">",
                           shown->pair == NULL ? "base" : "departing");
    append_html(out, value->str);
    g_string_append_printf(out, "</span><span class=\"support\">%s</span></div>\n", support->str);
    write_reference(shown->side, out);
    write_reason(view, shown->pair, out);
    write_quotes(input, shown, out);
    g_string_append(out, "</section>\n");
}

static void
write_copies(const FactReportInput *input, const FactViewFinding *view, GString *out)
{
    g_autoptr(GPtrArray) copies = fact_view_list_copies(input, view);

    if (copies->len == 0)
        return;
    g_string_append(out, "<ul class=\"notes\">");
    for (guint i = 0; i < copies->len; i++) {
        g_string_append(out, "<li>");
        append_html(out, g_ptr_array_index(copies, i));
        g_string_append(out, " and counts once with it</li>");
    }
    g_string_append(out, "</ul>\n");
}

static void
write_title(const FactFinding *finding, GString *out)
{
    append_html(out, finding->subject_label);
    g_string_append(out, " <small>· ");
    append_html(out, finding->attribute_label);
    if (finding->group != NULL && finding->group[0] != '\0') {
        g_string_append(out, " · ");
        append_html(out, finding->group);
    }
    g_string_append(out, "</small>");
}

static void
write_finding(const FactReportInput *input, const FactViewFinding *view, GString *out)
{
    const FactFinding *finding = view->finding;

    g_string_append_printf(out, "<article class=\"%s\" id=\"f-%s\">\n<div class=\"top\"><h3>",
                           fact_severity_to_string(view->severity), finding->id);
    write_title(finding, out);
    g_string_append_printf(out, "</h3><span class=\"verdict\">%s</span></div>\n",
                           fact_verdict_to_string(view->verdict));
    if (finding->message != NULL) {
        g_string_append(out, "<p class=\"why\">");
        append_sentence(out, finding->message);
        g_string_append(out, "</p>\n");
    }
    g_string_append_printf(out, "<div class=\"sides%s%s\">\n", view->sides->len == 2 ? " two" : "",
                           finding->is_even ? " even" : "");
    for (guint i = 0; i < view->sides->len; i++)
        write_side(input, view, &g_array_index(view->sides, FactViewSide, i), out);
    g_string_append(out, "</div>\n");
    write_copies(input, view, out);
    g_string_append(out, "</article>\n");
}

/* -- the page --------------------------------------------------------------------------------- */

static void
write_tally(const FactReportInput *input, const FactView *view, GString *out)
{
    g_string_append(out, "<ul class=\"tally\">");
    for (guint i = FACT_SEVERITY_ERROR; i > FACT_SEVERITY_NONE; i--) {
        const char *name = fact_severity_to_string((FactSeverity)i);
        guint n = view->by_severity[i];
        if (n > 0)
            g_string_append_printf(out, "<li class=\"%s\"><b>%u</b>%s%s</li>", name, n,
                                   i == FACT_SEVERITY_INFO ? "note" : name, n == 1 ? "" : "s");
    }
    g_string_append_printf(out, "<li><b>%u</b>article%s</li>", input->findings->n_documents,
                           input->findings->n_documents == 1 ? "" : "s");
    g_string_append_printf(out, "<li><b>%u</b>claims</li><li><b>%u</b>agreed on</li></ul>\n",
                           input->findings->n_claims, input->findings->n_agreeing);
}

static void
write_contents(const FactView *view, GString *out)
{
    if (view->findings->len < CONTENTS_MIN)
        return;
    g_string_append(out, "<nav><details open><summary>Contents</summary><ol>\n");
    for (guint i = 0; i < view->findings->len; i++) {
        const FactViewFinding *finding = g_ptr_array_index(view->findings, i);
        g_autoptr(GString) key = g_string_new(NULL);
        fact_view_append_key(finding->finding, key);
        g_string_append_printf(out, "<li><a href=\"#f-%s\">", finding->finding->id);
        append_html(out, key->str);
        g_string_append(out, "</a></li>\n");
    }
    g_string_append(out, "</ol></details></nav>\n");
}

static void
write_header(const FactReportInput *input, const FactView *view, GString *out)
{
    g_string_append(out, "<header>\n<h1>Where the articles disagree</h1>\n<p>");
    if (view->n_total == 0)
        g_string_append(out, "No disagreement was found.");
    else
        g_string_append(out, "In each finding the value that is best supported stands first.");
    if (view->n_cut > 0)
        g_string_append_printf(out, " The gravest %u of %u findings are shown.",
                               view->findings->len, view->n_total);
    g_string_append(out, "</p>\n");
    write_tally(input, view, out);
    g_string_append(out, "</header>\n");
    write_contents(view, out);
}

static void
write_replacements(const FactReportInput *input, GString *out)
{
    g_autoptr(GPtrArray) list = fact_view_list_replacements(input);

    if (list->len == 0)
        return;
    g_string_append(out, "<h2>Replaced by a later version</h2>\n<ul class=\"notes\">");
    for (guint i = 0; i < list->len; i++) {
        g_string_append(out, "<li>");
        append_html(out, g_ptr_array_index(list, i));
        g_string_append(out, "</li>");
    }
    g_string_append(out, "</ul>\n");
}

/* What the verdicts that occur mean. */
static void
write_footer(const FactReportOptions *options, const FactView *view, GString *out)
{
    guint shown = 0;
    guint n_waived = view->by_state[FACT_PAIR_WAIVED];
    guint n_known = view->by_state[FACT_PAIR_KNOWN];

    for (guint i = 0; i < view->findings->len; i++) {
        const FactViewFinding *finding = g_ptr_array_index(view->findings, i);
        for (guint j = 1; j < finding->sides->len; j++)
            shown |= 1u << g_array_index(finding->sides, FactViewSide, j).pair->verdict;
    }
    g_string_append(out, "<footer>\n");
    if (shown != 0)
        g_string_append(out, "<dl>");
    for (guint i = FACT_VERDICT_LAST + 1; i-- > 0;) {
        if ((shown & (1u << i)) != 0)
            g_string_append_printf(out, "<dt>%s</dt><dd>%s</dd>",
                                   fact_verdict_to_string((FactVerdict)i),
                                   fact_view_describe_verdict((FactVerdict)i));
    }
    if (shown != 0)
        g_string_append(out, "</dl>\n");
    if (n_waived > 0 || n_known > 0)
        g_string_append_printf(out, "<p>Left out: %u waived, %u known from the baseline.</p>\n",
                               n_waived, n_known);
    g_string_append_printf(
        out, "<p>Made by factdiff%s%s. Every quote can be checked in the article it names.</p>\n",
        options->version != NULL ? " " : "", options->version != NULL ? options->version : "");
    g_string_append(out, "</footer>\n");
}

void
fact_write_html(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    g_autoptr(FactView) view = fact_view_new(input, options);
    FactSeverity section = FACT_SEVERITY_NONE;

    g_string_append(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                         "<meta name=\"referrer\" content=\"no-referrer\">\n"
                         "<title>Where the articles disagree</title>\n<style>\n");
    g_string_append(out, FACT_HTML_STYLE);
    g_string_append(out, "</style>\n</head>\n<body>\n<main>\n");
    write_header(input, view, out);
    for (guint i = 0; i < view->findings->len; i++) {
        const FactViewFinding *finding = g_ptr_array_index(view->findings, i);
        if (finding->severity != section) {
            section = finding->severity;
            g_string_append_printf(out, "<h2>%s</h2>\n", heading_of(section));
        }
        write_finding(input, finding, out);
    }
    write_replacements(input, out);
    write_footer(options, view, out);
    g_string_append(out, "</main>\n</body>\n</html>\n");
}
