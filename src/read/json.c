/* SPDX-License-Identifier: MIT
 *
 * JSON and JSON Lines files. A JSON file is one record, an array of records, or an object that
 * holds them; records are handed over as they are passed, so that of a file that breaks off all
 * before the break is read. In JSON Lines a line that is wrong costs that line alone.
 */
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/json-record.h"

#include <string.h>

static const char *const json_extensions[] = {".json", NULL};
static const char *const lines_extensions[] = {".jsonl", ".ndjson", NULL};

/* An array of records or a record, which others may follow as they do in JSON Lines. */
static void
read_root(FactJsonText *text, FactJsonScanner *scanner)
{
    gboolean may_hold = TRUE;

    if (!fact_json_skip_space(scanner)) {
        fact_source_error(text->source, text->place, "there is nothing in it");
        return;
    }
    if (scanner->text[scanner->at] == '[') {
        if (fact_json_read_records(text, scanner) && fact_json_skip_space(scanner))
            scanner->error = "nothing should follow here";
        return;
    }
    do {
        if (!fact_json_read_record(text, scanner, may_hold))
            return;
        may_hold = FALSE;
    } while (fact_json_skip_space(scanner));
}

static void
read_json(FactSource *source)
{
    g_auto(FactDecoded) decoded = {0};
    FactJsonText text = {.source = source, .place = {source->line, 1}};
    FactJsonScanner scanner = {0};

    if (!fact_source_decode(source, NULL, &decoded))
        return;
    text.text = scanner.text = decoded.text;
    text.len = scanner.len = decoded.len;
    text.runs = decoded.runs;
    read_root(&text, &scanner);
    if (scanner.error != NULL)
        fact_json_tell(&text, &scanner);
}

static void
read_line(FactJsonText *text, size_t start, size_t end)
{
    FactJsonScanner scanner = {.text = text->text, .len = end, .at = start};

    text->counted = start;
    text->place.column = 1;
    if (!fact_json_skip_space(&scanner))
        return;
    if (fact_json_read_record(text, &scanner, FALSE) && fact_json_skip_space(&scanner))
        scanner.error = "nothing should follow on this line";
    if (scanner.error != NULL)
        fact_json_tell(text, &scanner);
}

static void
read_lines(FactSource *source)
{
    g_auto(FactDecoded) decoded = {0};
    FactJsonText text = {.source = source, .text = source->raw, .len = source->raw_len};
    gboolean is_marked = source->raw_len >= 3 && memcmp(source->raw, "\xef\xbb\xbf", 3) == 0;
    guint line = source->line;

    if (is_marked || fact_utf8_valid_length(source->raw, source->raw_len) < source->raw_len) {
        if (!fact_source_decode(source, NULL, &decoded))
            return;
        text.text = decoded.text;
        text.len = decoded.len;
        text.runs = decoded.runs;
    }
    for (size_t start = 0; start < text.len; line++) {
        const char *newline = memchr(text.text + start, '\n', text.len - start);
        size_t end = newline != NULL ? (size_t)(newline - text.text) : text.len;

        text.place.line = line;
        read_line(&text, start, end);
        start = end + 1;
    }
}

/* An object, or an array of objects. */
static gboolean
sniff_json(const char *head, size_t len)
{
    FactJsonScanner scanner = {head, len, 1, NULL};

    if (len == 0 || (*head != '{' && *head != '[') || !fact_json_skip_space(&scanner))
        return FALSE;
    return strchr(*head == '{' ? "\"}" : "{]", head[scanner.at]) != NULL;
}

const FactFormat fact_format_json = {
    .extensions = json_extensions,
    .sniff = sniff_json,
    .read = read_json,
};

const FactFormat fact_format_json_lines = {
    .extensions = lines_extensions,
    .by_lines = TRUE,
    .read = read_lines,
};
