/* SPDX-License-Identifier: MIT
 *
 * A document: one article, its text and what is known of it. Made by the readers, read by
 * everything after them; after extraction its text is released and the record stays.
 *
 * The text is valid UTF-8 (readers replace what is not), NUL-terminated, and followed by
 * FACT_TEXT_PADDING zero bytes so that scanners may load whole vectors at its end. It is free of
 * markup, but its bytes keep a way back to the file: the offset map.
 */
#pragma once

#include <factdiff/error.h>
#include "base/json-locate.h"
#include "base/span.h"

#define FACT_TEXT_PADDING 64

/* From this text offset on, up to the next run's, text bytes stand in the file one by one from
 * file_offset on. Runs are sorted; a text without runs stands in the file from offset 0 on. */
typedef struct {
    uint32_t text_offset;
    uint32_t file_offset;
} FactOffsetRun;

/* What an article asks to be left out of the gate, read from it. */
typedef struct {
    char *subject;   /* nullable: any */
    char *attribute; /* nullable: any */
    char *reason;    /* nullable where the author gave none, which the gate refuses */
    char *until;     /* nullable, EDTF */
    char *who;       /* nullable */
    char *path;      /* nullable: the document's own */
    guint line;
    guint column;
} FactWaiver;

typedef struct FactDocument FactDocument;

struct FactDocument {
    /* owned, nullable unless said */
    char *id;        /* never NULL once read; unique within a run */
    char *path;      /* never NULL; "-" for standard input; as given or walked, '/' between parts */
    char *spool;     /* where the bytes are, if not at path: of standard input and pipes */
    char *title;
    char *published; /* as found; EDTF parsing is the value module's */
    char *publisher;
    char *url;
    char *topic;
    char *extra;     /* further fields of a JSON document: one JSON object */
    char *signature; /* tells copies and rewrites of one text: compare/signature.h */
    GBytes *outline; /* its content words, of a document with a topic: claim/outline.h */
    GPtrArray *waivers; /* of FactWaiver, owned; NULL for none */

    char *text;      /* NULL once released */
    size_t text_len;
    GArray *runs;    /* of FactOffsetRun; NULL: identity */

    /* The file's bytes while it is being read, for lines and columns; NULL once released. */
    char *raw;
    size_t raw_len;

    /* A record of a JSON file: spans are offsets into its decoded text, line and column are the
     * record's. 0 for other documents. */
    guint record_line;
    guint record_column;
    guint64 record_offset; /* where its record starts in the file, to read it again */
};

FactDocument *
fact_document_new(const char *path);

void
fact_document_free(FactDocument *document);

/* Frees text and raw bytes, and keeps the record. */
void
fact_document_release_text(FactDocument *document);

/* Byte offset in the file of the text byte at @offset (for JSON documents @offset itself). */
uint32_t
fact_document_file_offset(const FactDocument *document, uint32_t offset);

/* Line and column of the text byte at @offset, as shown to people. Needs raw. */
FactPosition
fact_document_position(const FactDocument *document, uint32_t offset);

/* The same for @n ascending text offsets in one pass over the file. */
void
fact_document_positions(const FactDocument *document, const uint32_t *offsets, size_t n, FactPosition *out);

void
fact_waiver_free(FactWaiver *waiver);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactDocument, fact_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactWaiver, fact_waiver_free)
