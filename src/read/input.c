/* SPDX-License-Identifier: MIT
 *
 * Reads one input: loads its bytes, finds its format, leaves the rest to that.
 */
#include "read/input.h"

#include "read/load.h"

void
fact_input_free(FactInput *input)
{
    if (input == NULL)
        return;
    g_free(input->path);
    g_free(input->file);
    g_free(input);
}

void
fact_input_parse(FactSource *source, const FactFormat *format)
{
    size_t head_len = MIN(source->raw_len, FACT_READ_HEAD_BYTES);
    FactPosition top = {source->line, 1};

    if (source->raw_len == 0) {
        fact_source_error(source, top, "the file is empty");
    } else if (fact_format_is_binary(source->raw, head_len)) {
        fact_source_error(source, top, "a binary file");
    } else {
        if (format == NULL)
            format =
                fact_format_of_content(fact_format_of_path(source->path), source->raw, head_len);
        format->read(source);
    }
    fact_source_finish(source);
}

void
fact_input_read(FactInput *input, FactRecordFunc func, gpointer user_data, FactLog *log)
{
    g_autoptr(GError) error = NULL;
    FactSource source = {
        .path = input->path,
        .file = input->file,
        .is_named = input->is_named,
        .offset = input->start,
        .line = input->line,
        .func = func,
        .user_data = user_data,
        .log = log,
    };

    if (input->format == NULL)
        source.raw = fact_load_file(input->file, input->path, &source.raw_len, &error);
    else
        source.raw = fact_load_range(input->file, input->path, input->start,
                                     (size_t)(input->end - input->start), &source.raw_len, &error);
    if (source.raw == NULL) {
        fact_log_error(log, "%s", error->message);
        return;
    }
    fact_input_parse(&source, input->format);
    g_free(source.raw);
}
