/* SPDX-License-Identifier: MIT
 *
 * JSON and JSON Lines; and the scanner calls JSON what jansson does, but for what only jansson
 * refuses: numbers too large for it, lone surrogates, and what nests deeper than we read.
 */
#include "fuzz/fuzz.h"

#include "fuzz/read-one.h"
#include "read/json-scan.h"

#include <jansson.h>

static void
compare_parsers(const char *text, size_t len)
{
    FactJsonScanner scanner = {text, len, 0, NULL};
    FactJsonSlice slice;
    gboolean is_json = fact_json_scan_value(&scanner, &slice) && !fact_json_skip_space(&scanner);
    json_t *parsed = json_loadb(text, len, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);

    g_assert_true(is_json || scanner.at <= len);
    if (parsed != NULL && g_utf8_validate(text, (gssize)len, NULL))
        g_assert_true(is_json ||
                      strstr(scanner.error != NULL ? scanner.error : "", "deep") != NULL);
    json_decref(parsed);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_one(&fact_format_json, data, size);
    read_one(&fact_format_json_lines, data, size);
    compare_parsers((const char *)data, size);
    return 0;
}
