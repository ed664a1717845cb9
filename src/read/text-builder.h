/* SPDX-License-Identifier: MIT
 *
 * Puts together a document's text out of pieces of its markup, and notes where each stood. Pieces
 * come in the order of the source. What stands between them is asked for as a break and written
 * only when a piece follows, so that no text begins or ends with white space.
 */
#pragma once

#include "read/encoding.h"

typedef enum {
    FACT_BREAK_NONE,
    FACT_BREAK_SPACE,
    FACT_BREAK_LINE,
    FACT_BREAK_PARAGRAPH,
} FactBreak;

typedef struct {
    const char *source; /* borrowed: decoded text of the file */
    size_t source_len;
    const GArray *source_runs; /* borrowed, nullable: where source stands in the file */
    GString *text;
    GArray *runs;      /* of FactOffsetRun */
    size_t source_end; /* of the last piece */
    FactBreak pending;
} FactTextBuilder;

void
fact_text_builder_init(FactTextBuilder *builder, const FactDecoded *source);

void
fact_text_builder_clear(FactTextBuilder *builder);

/* The weightiest break asked for between two pieces is the one that is made. */
void
fact_text_builder_break(FactTextBuilder *builder, FactBreak weight);

/* The bytes from @start on as they stand. */
void
fact_text_builder_copy(FactTextBuilder *builder, size_t start, size_t len);

/* The same, each stretch of white space as one space. */
void
fact_text_builder_copy_folded(FactTextBuilder *builder, size_t start, size_t len);

/* @str, which stands for @len bytes of the source from @start on. */
void
fact_text_builder_add(FactTextBuilder *builder, const char *str, size_t start, size_t len);

/* The text and its runs go to @document. */
void
fact_text_builder_finish(FactTextBuilder *builder, FactDocument *document);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FactTextBuilder, fact_text_builder_clear)
