/* SPDX-License-Identifier: MIT
 *
 * Every byte is passed once with memchr, which counts lines at several thousand megabytes a second.
 */
#include "read/blocks.h"

#include "read/load.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

struct FactBlocks {
    FactInput *whole; /* owned */
    int fd;
    guint64 at;
    guint line;
    char *chunk; /* owned, FACT_INPUT_BLOCK_BYTES */
};

FactBlocks *
fact_blocks_new(FactInput *whole)
{
    FactBlocks *blocks = g_new0(FactBlocks, 1);

    blocks->whole = whole;
    blocks->line = 1;
    blocks->chunk = g_malloc(FACT_INPUT_BLOCK_BYTES);
    blocks->fd = open(whole->file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return blocks;
}

void
fact_blocks_free(FactBlocks *blocks)
{
    if (blocks == NULL)
        return;
    if (blocks->fd >= 0)
        close(blocks->fd);
    fact_input_free(blocks->whole);
    g_free(blocks->chunk);
    g_free(blocks);
}

static guint
count_lines(const char *bytes, size_t len)
{
    const char *end = bytes + len;
    guint n = 0;

    for (const char *at = bytes; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        n++;
    return n;
}

/* Finds the end of the block that begins at blocks->at, and its lines. FALSE at the end of the file
 * or where it cannot be read. */
static gboolean
find_end(FactBlocks *blocks, guint64 *out_end, guint *out_lines, FactLog *log)
{
    guint64 end = blocks->at;

    for (;;) {
        gssize n = blocks->fd >= 0
                       ? fact_load_at(blocks->fd, end, blocks->chunk, FACT_INPUT_BLOCK_BYTES)
                       : -1;
        const char *newline;

        if (n < 0)
            fact_log_error(log, "%s:%u:1: cannot read: %s", blocks->whole->path, blocks->line,
                           g_strerror(errno));
        if (n < 0 || (n == 0 && end == blocks->at))
            return FALSE;
        newline = memrchr(blocks->chunk, '\n', (size_t)n);
        if (n > 0 && newline == NULL) {
            end += (guint64)n;
            continue;
        }
        *out_end = n == 0 ? end : end + (guint64)(newline - blocks->chunk) + 1;
        *out_lines = n == 0 ? 0 : count_lines(blocks->chunk, (size_t)(newline - blocks->chunk) + 1);
        return TRUE;
    }
}

FactInput *
fact_blocks_next(FactBlocks *blocks, FactLog *log)
{
    const FactInput *whole = blocks->whole;
    guint64 end;
    guint n_lines;

    while (find_end(blocks, &end, &n_lines, log)) {
        FactInput *block;
        guint64 start = blocks->at;
        guint line = blocks->line;

        blocks->at = end;
        blocks->line += n_lines;
        if (end - start > FACT_READ_BYTES_MAX) {
            fact_log_error(log, "%s:%u:1: a line of more than %u bytes, left out", whole->path,
                           line, FACT_READ_BYTES_MAX);
            continue;
        }
        block = g_new0(FactInput, 1);
        *block = *whole;
        block->path = g_strdup(whole->path);
        block->file = g_strdup(whole->file);
        block->start = start;
        block->end = end;
        block->line = line;
        return block;
    }
    return NULL;
}
