/* SPDX-License-Identifier: MIT
 *
 * What all formats do with their source: tell problems with their place, hand over documents.
 */
#include "read/source.h"

static void G_GNUC_PRINTF(4, 0)
tell(FactSource *source, FactPosition place, gboolean is_error, const char *format, va_list args)
{
    g_autofree char *what = NULL;

    if (source->n_problems++ >= FACT_READ_PROBLEMS_MAX)
        return;
    what = g_strdup_vprintf(format, args);
    if (is_error)
        fact_log_error(source->log, "%s:%u:%u: %s", source->path, place.line, place.column, what);
    else
        fact_log_note(source->log, "%s:%u:%u: %s", source->path, place.line, place.column, what);
}

void
fact_source_error(FactSource *source, FactPosition place, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    tell(source, place, TRUE, format, args);
    va_end(args);
}

void
fact_source_note(FactSource *source, FactPosition place, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    tell(source, place, FALSE, format, args);
    va_end(args);
}

gboolean
fact_source_decode(FactSource *source, const char *charset, FactDecoded *out_decoded)
{
    FactPosition place;

    if (!fact_decode(source->raw, source->raw_len, charset, out_decoded))
        fact_source_error(source, (FactPosition){source->line, 1},
                          "the encoding \"%.40s\" is not known, read as UTF-8", charset);
    if (out_decoded->n_invalid == 0)
        return TRUE;
    place = fact_position_of(out_decoded->text, out_decoded->len, out_decoded->first_invalid);
    place.line += source->line - 1;
    if (out_decoded->is_unreadable)
        fact_source_error(source, place, "neither UTF-8 nor another encoding that it names");
    else
        fact_source_error(source, place, "not UTF-8, replaced by U+FFFD (%zu such places)",
                          out_decoded->n_invalid);
    return !out_decoded->is_unreadable;
}

void
fact_source_finish(FactSource *source)
{
    if (source->n_problems > FACT_READ_PROBLEMS_MAX)
        fact_log_error(source->log, "%s:%u:1: %u more problems like these", source->path,
                       source->line, source->n_problems - FACT_READ_PROBLEMS_MAX);
}

void
fact_source_emit(FactSource *source, FactDocument *document)
{
    FactRecord record = {
        .kind = FACT_RECORD_DOCUMENT,
        .document = document,
        .path = source->path,
        .file = source->file,
        .line = MAX(document->record_line, 1),
        .offset = document->record_offset,
    };

    if (document->id == NULL && document->record_line > 0)
        document->id = g_strdup_printf("%s:%u", source->path, document->record_line);
    else if (document->id == NULL)
        document->id = g_strdup(source->path);
    if (source->file != source->path && g_strcmp0(source->file, source->path) != 0)
        document->spool = g_strdup(source->file);
    source->func(&record, source->user_data);
}
