/* SPDX-License-Identifier: MIT
 *
 * Records of a JSON text: articles, and the claims and document records of a claims file.
 */
#pragma once

#include "read/json-scan.h"
#include "read/source.h"

/* A JSON text, a whole file or a line of one, and the way back to the file. */
typedef struct {
    FactSource *source;
    const char *text; /* valid UTF-8 */
    size_t len;
    const GArray *runs; /* of FactOffsetRun, from text to the source's bytes; nullable */
    size_t raw_offset;  /* of text in the source's bytes, where there are no runs */
    size_t counted;     /* of the text, for... */
    FactPosition place; /* ...the line and column of the byte there; begins at the text's own */
} FactJsonText;

/* Reads the record that stands at @scanner's place and hands it over. With @may_hold, an object's
 * member "documents" or "articles" may hold the records instead. FALSE where the text is not JSON,
 * which the scanner says and the caller tells. */
gboolean
fact_json_read_record(FactJsonText *text, FactJsonScanner *scanner, gboolean may_hold);

/* Reads the elements of the array that stands here as records. */
gboolean
fact_json_read_records(FactJsonText *text, FactJsonScanner *scanner);

/* Tells @scanner's error with its place. */
void
fact_json_tell(const FactJsonText *text, const FactJsonScanner *scanner);
