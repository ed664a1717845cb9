/* SPDX-License-Identifier: MIT
 *
 * A run is begun only where the text leaves the line it is on: a space made from a line break still
 * stands where that break stood.
 */
#include "read/text-builder.h"

#include <string.h>

void
fact_text_builder_init(FactTextBuilder *builder, const FactDecoded *source)
{
    *builder = (FactTextBuilder){
        .source = source->text,
        .source_len = source->len,
        .source_runs = source->runs,
        .text = g_string_sized_new(source->len / 2 + FACT_TEXT_PADDING),
        .runs = g_array_new(FALSE, FALSE, sizeof(FactOffsetRun)),
    };
}

void
fact_text_builder_clear(FactTextBuilder *builder)
{
    if (builder->text != NULL)
        g_string_free(g_steal_pointer(&builder->text), TRUE);
    g_clear_pointer(&builder->runs, g_array_unref);
}

void
fact_text_builder_break(FactTextBuilder *builder, FactBreak weight)
{
    builder->pending = MAX(builder->pending, weight);
}

/* From here on the text stands in the file at @file_offset. */
static void
begin_run(FactTextBuilder *builder, uint32_t file_offset)
{
    FactOffsetRun run = {(uint32_t)builder->text->len, file_offset};
    FactOffsetRun *last = NULL;

    if (builder->runs->len > 0)
        last = &g_array_index(builder->runs, FactOffsetRun, builder->runs->len - 1);
    if (last != NULL && last->file_offset + (run.text_offset - last->text_offset) == file_offset)
        return;
    if (last != NULL && last->text_offset == run.text_offset)
        last->file_offset = file_offset;
    else
        g_array_append_val(builder->runs, run);
}

static uint32_t
file_offset(const FactTextBuilder *builder, size_t at)
{
    return builder->source_runs != NULL ? fact_offset_runs_map(builder->source_runs, (uint32_t)at)
                                        : (uint32_t)at;
}

static void
write_break(FactTextBuilder *builder)
{
    static const char *const breaks[] = {
        [FACT_BREAK_NONE] = "",
        [FACT_BREAK_SPACE] = " ",
        [FACT_BREAK_LINE] = "\n",
        [FACT_BREAK_PARAGRAPH] = "\n\n",
    };

    if (builder->text->len > 0 && builder->pending != FACT_BREAK_NONE) {
        begin_run(builder, file_offset(builder, builder->source_end));
        g_string_append(builder->text, breaks[builder->pending]);
    }
    builder->pending = FACT_BREAK_NONE;
}

/* The first run of the source that begins after @at. */
static guint
find_run_after(const GArray *runs, size_t at)
{
    guint low = 0;
    guint high = runs->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (g_array_index(runs, FactOffsetRun, middle).text_offset <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
fact_text_builder_copy(FactTextBuilder *builder, size_t start, size_t len)
{
    const GArray *runs = builder->source_runs;
    size_t end = start + len;
    guint i;

    if (len == 0)
        return;
    write_break(builder);
    begin_run(builder, file_offset(builder, start));
    for (i = runs != NULL ? find_run_after(runs, start) : 0; runs != NULL && i < runs->len; i++) {
        const FactOffsetRun *run = &g_array_index(runs, FactOffsetRun, i);

        if (run->text_offset >= end)
            break;
        g_string_append_len(builder->text, builder->source + start,
                            (gssize)(run->text_offset - start));
        start = run->text_offset;
        begin_run(builder, run->file_offset);
    }
    g_string_append_len(builder->text, builder->source + start, (gssize)(end - start));
    builder->source_end = end;
}

void
fact_text_builder_copy_folded(FactTextBuilder *builder, size_t start, size_t len)
{
    size_t end = start + len;

    while (start < end) {
        size_t at = start;

        while (at < end && !g_ascii_isspace(builder->source[at]))
            at++;
        fact_text_builder_copy(builder, start, at - start);
        if (at < end)
            fact_text_builder_break(builder, FACT_BREAK_SPACE);
        while (at < end && g_ascii_isspace(builder->source[at]))
            at++;
        start = at;
    }
}

void
fact_text_builder_add(FactTextBuilder *builder, const char *str, size_t start, size_t len)
{
    if (*str == '\0')
        return;
    write_break(builder);
    begin_run(builder, file_offset(builder, start));
    g_string_append(builder->text, str);
    builder->source_end = start + len;
}

void
fact_text_builder_finish(FactTextBuilder *builder, FactDocument *document)
{
    document->text_len = builder->text->len;
    for (int i = 0; i < FACT_TEXT_PADDING; i++)
        g_string_append_c(builder->text, '\0');
    document->text = g_string_free(g_steal_pointer(&builder->text), FALSE);
    document->runs = g_steal_pointer(&builder->runs);
}
