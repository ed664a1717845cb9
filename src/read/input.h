/* SPDX-License-Identifier: MIT
 *
 * One input on its way from the list to whoever reads it.
 */
#pragma once

#include "read/source.h"

/* A file of JSON Lines is cut into blocks of about so many bytes. */
#define FACT_INPUT_BLOCK_BYTES (512u * 1024u)

struct FactInput {
    char *path;
    char *file;               /* where the bytes are */
    gboolean is_named;        /* given by hand, not met in a folder */
    const FactFormat *format; /* of a block; NULL: told when the file is read */
    guint64 start;            /* of a block */
    guint64 end;
    guint line;
};

/* Reads @source with the format its path or content tells; raw is loaded. */
void
fact_input_parse(FactSource *source, const FactFormat *format);
