/* SPDX-License-Identifier: MIT
 *
 * Plain text, with its encodings.
 */
#include "fuzz/fuzz.h"

#include "fuzz/read-one.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_one(&fact_format_text, data, size);
    return 0;
}
