/* SPDX-License-Identifier: MIT
 *
 * A folder of its own for a test that reads files, which is the current one meanwhile, so that
 * paths and messages are short; and all that reading gives, as lists.
 */
#pragma once

#include "support/suite.h"

#include "read/read.h"

typedef struct {
    char *path;
    GPtrArray *documents; /* of FactDocument, as read */
    GPtrArray *claims;    /* of char: records of claims files, "path:line:offset json" */
    guint n_inputs;
    FactInputs *inputs; /* of the last read; spools live with it */
    FactLog *log;
} TestFolder;

/* Makes the folder and goes there. */
TestFolder *
test_folder_new(void);

void
test_folder_free(TestFolder *folder);

/* Writes a file and the folders it lies in. */
void
test_folder_write_len(TestFolder *folder, const char *name, const char *bytes, size_t len);

void
test_folder_write(TestFolder *folder, const char *name, const char *text);

/* Reads @paths, NULL-terminated, one input after the other. */
void
test_folder_read(TestFolder *folder, const char *const *paths);

/* Reads one path. */
void
test_folder_read_one(TestFolder *folder, const char *path);

/* The document at @index; the test fails where there are not so many. */
const FactDocument *
test_folder_get(const TestFolder *folder, guint index);

/* Every byte of @document's text stands where its map says: fails otherwise. What the reader made
 * (breaks, references, U+FFFD) is told from what it copied by the byte in the file. */
void
test_assert_offsets(const FactDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(TestFolder, test_folder_free)
