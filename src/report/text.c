/* SPDX-License-Identifier: MIT
 *
 * The diff of design.md section 7:
 *
 *     error: SUBJECT · ATTRIBUTE                     VERDICT
 *       - VALUE   SUPPORT                                         the best supported side
 *       + VALUE   SUPPORT   VERDICT, where it is not the whole's   each side that departs from it
 *       --- PATH:LINE:COLUMN
 *       -   …evidence with the [value] in it…
 *       +++ PATH:LINE:COLUMN
 *       +   …
 *
 * Evidence is wrapped at the width, and cut to what a glance takes in.
 */
#include "report/writers.h"

#include "report/escape.h"
#include "report/excerpt.h"
#include "report/view.h"

#include <string.h>

#define WIDTH_DEFAULT 80
/* Evidence takes about this many columns, over as many lines as come nearest to it. */
#define EVIDENCE_COLUMNS 150
/* Of several lines, what breaking between words may cost. */
#define EVIDENCE_SLACK 8
/* Further places of a side that are named. */
#define PLACES_MAX 3
#define COPIES_MAX 4
/* Sides of a finding, the base included. */
#define SIDES_MAX 8
#define REPLACEMENTS_MAX 10
/* Values are lined up in a column up to this width. */
#define SIDES_BESIDE_MAX 4
#define VALUE_COLUMNS_MAX 32

typedef enum {
    STYLE_PLAIN,
    STYLE_BOLD,
    STYLE_DIM,
    STYLE_ERROR,
    STYLE_WARNING,
    STYLE_INFO,
    STYLE_MINUS,
    STYLE_PLUS,
    STYLE_VALUE,
} Style;

static const char *const STYLES[] = {
    [STYLE_PLAIN] = "",           [STYLE_BOLD] = "\033[1m",       [STYLE_DIM] = "\033[2m",
    [STYLE_ERROR] = "\033[1;31m", [STYLE_WARNING] = "\033[1;33m", [STYLE_INFO] = "\033[1;36m",
    [STYLE_MINUS] = "\033[31m",   [STYLE_PLUS] = "\033[32m",      [STYLE_VALUE] = "\033[1m",
};

typedef struct {
    const FactReportInput *input;
    const FactReportOptions *options;
    guint width;
    GString *out;
} TextWriter;

static void
begin_style(TextWriter *writer, Style style)
{
    if (writer->options->color)
        g_string_append(writer->out, STYLES[style]);
}

static void
end_style(TextWriter *writer, Style style)
{
    if (writer->options->color && style != STYLE_PLAIN)
        g_string_append(writer->out, "\033[0m");
}

static void
put(TextWriter *writer, Style style, const char *text)
{
    begin_style(writer, style);
    fact_escape_terminal(writer->out, text, strlen(text));
    end_style(writer, style);
}

static void
put_spaces(TextWriter *writer, guint n)
{
    for (guint i = 0; i < n; i++)
        g_string_append_c(writer->out, ' ');
}

static guint
width_of(const char *text)
{
    return fact_escape_terminal_width(text, strlen(text));
}

/* -- wrapping --------------------------------------------------------------------------------- */

/* Text in one style, or in two where [@mark_start, @mark_end) is marked. */
typedef struct {
    const char *text;
    size_t mark_start;
    size_t mark_end;
    Style mark;
} Wrapped;

static void
put_piece(TextWriter *writer, const Wrapped *wrapped, size_t start, size_t end, Style style)
{
    size_t from = CLAMP(wrapped->mark_start, start, end);
    size_t to = CLAMP(wrapped->mark_end, start, end);
    const struct {
        size_t start;
        size_t end;
        Style style;
    } parts[] = {{start, from, style}, {from, to, wrapped->mark}, {to, end, style}};

    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i].start == parts[i].end)
            continue;
        begin_style(writer, parts[i].style);
        fact_escape_terminal(writer->out, wrapped->text + parts[i].start,
                             parts[i].end - parts[i].start);
        end_style(writer, parts[i].style);
    }
}

/* A marked value is kept on one line where it takes no more than half of one. */
static gboolean
may_break(const Wrapped *wrapped, size_t i, guint columns)
{
    return i < wrapped->mark_start || i >= wrapped->mark_end ||
           fact_escape_terminal_width(wrapped->text + wrapped->mark_start,
                                      wrapped->mark_end - wrapped->mark_start) > columns / 2;
}

/* The end of the line that begins at @start: after the last word that fits, or, of a word that is
 * wider than a line, after the last character. */
static size_t
find_line_end(const Wrapped *wrapped, size_t start, guint columns)
{
    const char *text = wrapped->text;
    size_t end = start;
    size_t i = start;
    guint width = 0;

    while (text[i] != '\0') {
        size_t next = (size_t)(g_utf8_next_char(text + i) - text);
        width += fact_escape_terminal_width(text + i, next - i);
        if (text[i] == ' ' && may_break(wrapped, i, columns))
            end = i;
        if (width > columns && i > start)
            return end > start ? end : i;
        i = next;
    }
    return i;
}

/* @lead begins each line; @columns are those left after it. */
static void
put_wrapped(TextWriter *writer, const char *lead, Style lead_style, const Wrapped *wrapped,
            guint columns)
{
    size_t start = 0;

    while (wrapped->text[start] != '\0') {
        size_t end = find_line_end(wrapped, start, columns);
        put(writer, lead_style, lead);
        put_piece(writer, wrapped, start, end, STYLE_PLAIN);
        g_string_append_c(writer->out, '\n');
        start = end;
        while (wrapped->text[start] == ' ')
            start++;
    }
}

/* -- parts of a finding ----------------------------------------------------------------------- */

static Style
style_of(FactSeverity severity)
{
    switch (severity) {
    case FACT_SEVERITY_ERROR:
        return STYLE_ERROR;
    case FACT_SEVERITY_WARNING:
        return STYLE_WARNING;
    case FACT_SEVERITY_INFO:
        return STYLE_INFO;
    case FACT_SEVERITY_NONE:
        return STYLE_PLAIN;
    }
    return STYLE_PLAIN;
}

static void
put_header(TextWriter *writer, const FactViewFinding *view)
{
    const char *severity = fact_severity_to_string(view->severity);
    const char *verdict = fact_verdict_to_string(view->verdict);
    g_autoptr(GString) key = g_string_new(NULL);

    fact_view_append_key(view->finding, key);
    guint used = width_of(severity) + 2;
    guint right = width_of(verdict);
    put(writer, style_of(view->severity), severity);
    g_string_append(writer->out, ": ");
    if (used + width_of(key->str) + 2 + right <= writer->width) {
        put(writer, STYLE_BOLD, key->str);
        put_spaces(writer, writer->width - used - width_of(key->str) - right);
        put(writer, STYLE_DIM, verdict);
        g_string_append_c(writer->out, '\n');
        return;
    }
    /* Too long for one line: the verdict follows the words. */
    g_string_append_printf(key, " (%s)", verdict);
    const Wrapped whole = {.text = key->str};
    size_t end = find_line_end(&whole, 0, writer->width > used ? writer->width - used : 1);
    put_piece(writer, &whole, 0, end, STYLE_BOLD);
    g_string_append_c(writer->out, '\n');
    const char *rest = key->str + end + (key->str[end] == ' ');
    const Wrapped others = {
        .text = rest, .mark_start = 0, .mark_end = strlen(rest), .mark = STYLE_BOLD};
    put_wrapped(writer, "       ", STYLE_PLAIN, &others, writer->width > 7 ? writer->width - 7 : 1);
}

/* What is said of a side beside its support: its verdict, where the whole has another. */
static void
append_remarks(const FactViewFinding *view, const FactViewSide *shown, GString *out)
{
    if (shown->pair == NULL)
        return;
    if (shown->pair->verdict != view->verdict)
        g_string_append_printf(out, "   %s", fact_verdict_to_string(shown->pair->verdict));
    if (shown->pair->is_within_one_document)
        g_string_append(out, "   in one article");
}

/* A side below what is shown, which a reader of the others still wants to know of. */
static gboolean
is_beside(const FactViewFinding *view, const FactViewSide *shown)
{
    for (guint i = 0; i < view->sides->len; i++) {
        if (g_array_index(view->sides, FactViewSide, i).side == shown->side)
            return FALSE;
    }
    return TRUE;
}

static void
put_side(TextWriter *writer, const FactViewFinding *view, const FactViewSide *shown, guint column)
{
    g_autoptr(GString) value = g_string_new(NULL);
    g_autoptr(GString) rest = g_string_new(NULL);
    gboolean beside = is_beside(view, shown);
    Style style = shown->pair == NULL ? STYLE_MINUS : beside ? STYLE_DIM : STYLE_PLUS;
    const char *lead = shown->pair == NULL ? "  - " : beside ? "  ~ " : "  + ";

    fact_view_append_value(writer->input, shown->side, value);
    fact_view_append_support(writer->input, shown->side, rest);
    append_remarks(view, shown, rest);
    guint width = width_of(value->str);
    guint gap = width <= column ? column - width + 3 : 3;
    if (4 + width + gap + width_of(rest->str) <= writer->width) {
        put(writer, style, lead);
        put(writer, style, value->str);
        put_spaces(writer, gap);
        put(writer, STYLE_DIM, rest->str);
        g_string_append_c(writer->out, '\n');
        return;
    }
    g_string_append(value, "   ");
    size_t end = value->len - 3;
    g_string_append(value, rest->str);
    const Wrapped wrapped = {.text = value->str, .mark_start = 0, .mark_end = end, .mark = style};
    put_wrapped(writer, lead, style, &wrapped, writer->width > 4 ? writer->width - 4 : 1);
}

/* The file itself, for a terminal that opens links. */
static void
begin_link(TextWriter *writer, const FactDocument *document)
{
    if (!writer->options->hyperlinks || strcmp(document->path, "-") == 0)
        return;
    g_autofree char *path = g_canonicalize_filename(
        document->path, writer->options->folder != NULL ? writer->options->folder : "/");
    g_string_append(writer->out, "\033]8;;file://");
    fact_escape_uri_path(writer->out, path);
    g_string_append(writer->out, "\033\\");
}

static void
end_link(TextWriter *writer, const FactDocument *document)
{
    if (writer->options->hyperlinks && strcmp(document->path, "-") != 0)
        g_string_append(writer->out, "\033]8;;\033\\");
}

static void
put_place(TextWriter *writer, const char *lead, Style style, guint claim)
{
    const FactDocument *document = fact_view_document(writer->input, claim);
    g_autoptr(GString) place = g_string_new(NULL);

    fact_view_append_place(writer->input, claim, place);
    put(writer, style, lead);
    begin_link(writer, document);
    put(writer, STYLE_DIM, place->str);
    end_link(writer, document);
    g_string_append_c(writer->out, '\n');
}

/* Other documents that say the same. */
static void
put_further_places(TextWriter *writer, const char *lead, const FactViewSide *shown)
{
    g_autoptr(GString) places = g_string_new("also ");
    guint32 last = writer->input->claims[shown->claim].document;
    guint n = 0;

    for (guint i = 0; i < shown->side->claims->len; i++) {
        guint32 index = g_array_index(shown->side->claims, guint32, i);
        const FactClaim *claim = &writer->input->claims[index];
        if (claim->document == last ||
            claim->document == writer->input->claims[shown->claim].document)
            continue;
        last = claim->document;
        n++;
        if (n > PLACES_MAX)
            continue;
        g_string_append(places, n > 1 ? ", " : "");
        fact_view_append_place(writer->input, index, places);
    }
    if (n == 0)
        return;
    if (n > PLACES_MAX)
        g_string_append_printf(places, " and %u more", n - PLACES_MAX);
    const Wrapped wrapped = {.text = places->str, .mark_end = places->len, .mark = STYLE_DIM};
    put_wrapped(writer, lead, shown->pair == NULL ? STYLE_MINUS : STYLE_PLUS, &wrapped,
                writer->width > 6 ? writer->width - 6 : 1);
}

static guint
evidence_columns(guint columns)
{
    guint lines = MAX((EVIDENCE_COLUMNS + columns / 2) / columns, 1);

    return lines == 1 ? columns : columns * lines - EVIDENCE_SLACK;
}

static void
put_evidence(TextWriter *writer, const FactViewSide *shown)
{
    Style style = shown->pair == NULL ? STYLE_MINUS : STYLE_PLUS;
    const char *lead = shown->pair == NULL ? "  -   " : "  +   ";
    guint columns = writer->width > 26 ? writer->width - 6 : 20;
    g_auto(FactExcerpt) excerpt = {0};

    if (!shown->has_claim)
        return;
    put_place(writer, shown->pair == NULL ? "  --- " : "  +++ ", style, shown->claim);
    if (fact_excerpt_get(writer->input, shown->claim, evidence_columns(columns), &excerpt)) {
        g_autoptr(GString) text = g_string_new(excerpt.before);
        Wrapped wrapped = {.mark_start = text->len, .mark = STYLE_VALUE};
        g_string_append_printf(text, "[%s]", excerpt.quote);
        wrapped.mark_end = text->len;
        g_string_append(text, excerpt.after);
        wrapped.text = text->str;
        put_wrapped(writer, lead, style, &wrapped, columns);
    } else {
        const Wrapped gone = {.text = "(the text is not there any more)"};
        put_wrapped(writer, lead, style, &gone, columns);
    }
    put_further_places(writer, lead, shown);
}

static void
put_note(TextWriter *writer, const char *lead, const char *note)
{
    const Wrapped wrapped = {.text = note, .mark_end = strlen(note), .mark = STYLE_DIM};

    put_wrapped(writer, lead, STYLE_DIM, &wrapped, writer->width > 24 ? writer->width - 4 : 20);
}

static void
put_reference(TextWriter *writer, const FactSide *side)
{
    g_autoptr(GString) note = g_string_new("accepted fact: ");

    if (!side->is_reference)
        return;
    g_string_append(note, side->reference_title != NULL ? side->reference_title : "no title");
    if (side->reference_as_of != NULL)
        g_string_append_printf(note, ", as of %s", side->reference_as_of);
    if (side->reference_url != NULL)
        g_string_append_printf(note, ", %s", side->reference_url);
    put_note(writer, "  = ", note->str);
}

static void
put_notes(TextWriter *writer, const FactViewFinding *view)
{
    g_autoptr(GPtrArray) copies = fact_view_list_copies(writer->input, view);

    for (guint i = 0; i < view->sides->len; i++)
        put_reference(writer, g_array_index(view->sides, FactViewSide, i).side);
    for (guint i = 0; i < MIN(copies->len, COPIES_MAX); i++)
        put_note(writer, "  = ", g_ptr_array_index(copies, i));
    if (copies->len > COPIES_MAX) {
        g_autofree char *more =
            g_strdup_printf("and %u more repeat another", copies->len - COPIES_MAX);
        put_note(writer, "  = ", more);
    }
}

static guint
value_column(TextWriter *writer, const FactViewFinding *view)
{
    guint column = 0;

    for (guint i = 0; i < view->sides->len; i++) {
        g_autoptr(GString) value = g_string_new(NULL);
        fact_view_append_value(writer->input, g_array_index(view->sides, FactViewSide, i).side,
                               value);
        column = MAX(column, width_of(value->str));
    }
    return MIN(column, VALUE_COLUMNS_MAX);
}

/* The pair of side @i with the one that is shown first; NULL for none. */
static const FactPair *
pair_with_base(const FactViewFinding *view, guint i)
{
    const FactSide *base = g_array_index(view->sides, FactViewSide, 0).side;
    for (guint k = 0; k < view->finding->pairs->len; k++) {
        const FactPair *pair = &g_array_index(view->finding->pairs, FactPair, k);
        const FactSide *a = &g_array_index(view->finding->sides, FactSide, pair->a);
        const FactSide *b = &g_array_index(view->finding->sides, FactSide, pair->b);
        if ((pair->a == i && b == base) || (pair->b == i && a == base))
            return pair;
    }
    return NULL;
}

/* The other sides of the key under the same scope, one line each: "~ $6 million  1 source
 * rounding". */
static void
put_sides_beside(TextWriter *writer, const FactViewFinding *view, guint column)
{
    guint n = 0;
    for (guint i = 0; i < view->finding->sides->len && n < SIDES_BESIDE_MAX; i++) {
        FactViewSide beside = {
            .side = &g_array_index(view->finding->sides, FactSide, i),
            .pair = pair_with_base(view, i),
        };
        if (beside.pair == NULL || !is_beside(view, &beside) ||
            (beside.pair->verdict != FACT_VERDICT_ROUNDING &&
             beside.pair->verdict != FACT_VERDICT_REFINES))
            continue;
        put_side(writer, view, &beside, column);
        n++;
    }
}

/* A key can have forty sides; the first ones are those best supported. */
static void
put_more_sides(TextWriter *writer, const FactViewFinding *view)
{
    guint n = view->finding->n_sides_omitted;

    if (view->sides->len > SIDES_MAX)
        n += view->sides->len - SIDES_MAX;
    if (n == 0)
        return;
    g_autofree char *more = g_strdup_printf("and %u more value%s", n, n == 1 ? "" : "s");
    put_note(writer, "  + ", more);
}

static void
put_finding(TextWriter *writer, const FactViewFinding *view)
{
    guint column = value_column(writer, view);
    guint n = MIN(view->sides->len, SIDES_MAX);

    put_header(writer, view);
    for (guint i = 0; i < n; i++)
        put_side(writer, view, &g_array_index(view->sides, FactViewSide, i), column);
    put_more_sides(writer, view);
    put_sides_beside(writer, view, column);
    for (guint i = 0; i < n; i++)
        put_evidence(writer, &g_array_index(view->sides, FactViewSide, i));
    put_notes(writer, view);
    g_string_append_c(writer->out, '\n');
}

/* Articles that were not compared, for a later version of them is there. */
static void
put_replacements(TextWriter *writer)
{
    g_autoptr(GPtrArray) list = fact_view_list_replacements(writer->input);

    for (guint i = 0; i < MIN(list->len, REPLACEMENTS_MAX); i++)
        put_note(writer, "= ", g_ptr_array_index(list, i));
    if (list->len > REPLACEMENTS_MAX) {
        g_autofree char *more = g_strdup_printf("and %u more are replaced by later versions",
                                                list->len - REPLACEMENTS_MAX);
        put_note(writer, "= ", more);
    }
    if (list->len > 0)
        g_string_append_c(writer->out, '\n');
}

void
fact_write_text(const FactReportInput *input, const FactReportOptions *options, GString *out)
{
    TextWriter writer = {
        .input = input,
        .options = options,
        .width = options->width != 0 ? options->width : WIDTH_DEFAULT,
        .out = out,
    };
    g_autoptr(FactView) view = fact_view_new(input, options);
    g_autoptr(GString) summary = g_string_new(NULL);

    for (guint i = 0; i < view->findings->len; i++)
        put_finding(&writer, g_ptr_array_index(view->findings, i));
    put_replacements(&writer);
    fact_view_append_summary(view, input, summary);
    const Wrapped wrapped = {.text = summary->str};
    put_wrapped(&writer, "", STYLE_PLAIN, &wrapped, writer.width);
}
