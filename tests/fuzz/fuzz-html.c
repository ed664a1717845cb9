/* SPDX-License-Identifier: MIT
 *
 * HTML, with what it says of itself and within its limits.
 */
#include "fuzz/fuzz.h"

#include "fuzz/read-one.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_one(&fact_format_html, data, size);
    return 0;
}
