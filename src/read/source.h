/* SPDX-License-Identifier: MIT
 *
 * A source is the bytes of one input on their way to documents: a whole file, or a block of whole
 * lines of a JSON Lines file. Formats read it through one table: what a format needs to be is here,
 * and adding one means one new file and one line in format.c.
 */
#pragma once

#include "read/encoding.h"
#include "read/read.h"

typedef struct {
    const char *path;  /* as shown to people */
    const char *file;  /* where the bytes are: the path, or the spool of standard input */
    gboolean is_named; /* given by hand, not met in a folder */
    char *raw;         /* owned, NUL-terminated; a format may steal it */
    size_t raw_len;
    guint64 offset; /* of raw in the file */
    guint line;     /* of raw's first line */
    guint n_problems;
    FactRecordFunc func;
    gpointer user_data;
    FactLog *log;
} FactSource;

/* More problems than these in one source are counted and not told. */
#define FACT_READ_PROBLEMS_MAX 20

typedef struct {
    const char *const *extensions;                   /* with their dot, NULL-terminated */
    gboolean by_lines;                               /* may be cut into blocks of whole lines */
    gboolean (*sniff)(const char *head, size_t len); /* of what has no known extension; nullable */
    void (*read)(FactSource *source);
} FactFormat;

extern const FactFormat fact_format_text;
extern const FactFormat fact_format_markdown;
extern const FactFormat fact_format_html;
extern const FactFormat fact_format_json;
extern const FactFormat fact_format_json_lines;

/* The format that @path's extension names; NULL for none that is known. */
const FactFormat *
fact_format_of_path(const char *path);

/* The format of a file whose name says nothing, or which of the two JSON formats it is, from the
 * first bytes. Never NULL: what is nothing else is plain text. */
const FactFormat *
fact_format_of_content(const FactFormat *named, const char *head, size_t len);

/* @head has a byte that no text has, or too many that few texts have. */
gboolean
fact_format_is_binary(const char *head, size_t len);

/* Tells a problem as path:line:column. */
void
fact_source_error(FactSource *source, FactPosition place, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

void
fact_source_note(FactSource *source, FactPosition place, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* Decodes the source's bytes and tells what had to be replaced. FALSE where they cannot be read as
 * text, which was told then. */
gboolean
fact_source_decode(FactSource *source, const char *charset,
                   FactDecoded *out_decoded) G_GNUC_WARN_UNUSED_RESULT;

/* Tells how many problems went untold. */
void
fact_source_finish(FactSource *source);

/* Gives @document, transfer full, to whoever reads; its id is set where it has none. */
void
fact_source_emit(FactSource *source, FactDocument *document);
