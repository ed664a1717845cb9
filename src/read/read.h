/* SPDX-License-Identifier: MIT
 *
 * From paths to documents. Listing what there is to read is cheap and done by one thread, in one
 * order; reading and parsing an input is done by any thread.
 */
#pragma once

#include "base/document.h"
#include "base/log.h"

/* Named limits; passing one is an error of that input, told and skipped. */
#define FACT_READ_BYTES_MAX                                                                        \
    (256u * 1024u * 1024u)      /* of one file that is read whole, or one JSON record */
#define FACT_READ_DEPTH_MAX 200 /* nesting of folders, JSON and markup */

typedef struct FactInputs FactInputs;
typedef struct FactInput FactInput;

typedef enum {
    FACT_RECORD_DOCUMENT, /* an article: @document */
    FACT_RECORD_CLAIMS,   /* a line of a claims file, claim or document record: @json */
} FactRecordKind;

typedef struct {
    FactRecordKind kind;
    FactDocument *document; /* transfer full to the callback */
    const char *path;       /* borrowed: file of the record, "-" for standard input */
    const char
        *file; /* borrowed: where its bytes are, for fact_record_reload: the path, or a spool */
    const char *json; /* borrowed, @json_len bytes */
    size_t json_len;
    guint line;     /* of the record in its file */
    guint64 offset; /* where its line starts */
} FactRecord;

typedef void (*FactRecordFunc)(const FactRecord *record, gpointer user_data);

/* @paths is NULL-terminated: files, folders, "-". Folders are walked in byte order of their paths,
 * hidden files left out, .gitignore and .factdiffignore honoured. A path that is not there is an
 * error in @log; the others go on. Inputs come sorted by path whatever the order of @paths, and
 * each once. */
FactInputs *
fact_inputs_new(const char *const *paths, FactLog *log);

/* What cannot be read twice (standard input, a pipe) is spooled, and the spool goes with @inputs:
 * free them after the last reload. */
void
fact_inputs_free(FactInputs *inputs);

/* The next input, transfer full; NULL at the end. A JSON Lines file comes as several inputs of some
 * hundred kilobytes of whole lines each, so that it is streamed and shared between threads. */
FactInput *
fact_inputs_next(FactInputs *inputs, FactLog *log);

void
fact_input_free(FactInput *input);

/* Reads and parses; calls @func for each record in order. Problems go to @log. */
void
fact_input_read(FactInput *input, FactRecordFunc func, gpointer user_data, FactLog *log);

/* Reads again the document that @document is the record of, with text and raw; NULL where the file
 * is gone or changed. */
FactDocument *
fact_document_reload(const FactDocument *document);

/* Reads the record at @offset of @file, for claims that were read; transfer full, nullable. */
char *
fact_record_reload(const char *file, guint64 offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactInputs, fact_inputs_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactInput, fact_input_free)
