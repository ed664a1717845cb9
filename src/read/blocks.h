/* SPDX-License-Identifier: MIT
 *
 * Cuts a file into blocks of whole lines. Only places are kept: whoever gets a block reads it, so
 * that any number of blocks may wait.
 */
#pragma once

#include "read/input.h"

typedef struct FactBlocks FactBlocks;

/* Of the file that @whole is; transfer full. */
FactBlocks *
fact_blocks_new(FactInput *whole);

void
fact_blocks_free(FactBlocks *blocks);

/* The next block, transfer full; NULL at the end. A line longer than FACT_READ_BYTES_MAX is told
 * and left out. */
FactInput *
fact_blocks_next(FactBlocks *blocks, FactLog *log);
