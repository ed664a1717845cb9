/* SPDX-License-Identifier: MIT
 *
 * Markdown, with its header and its waivers.
 */
#include "fuzz/fuzz.h"

#include "fuzz/read-one.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_one(&fact_format_markdown, data, size);
    return 0;
}
