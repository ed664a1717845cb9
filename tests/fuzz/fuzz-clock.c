/* SPDX-License-Identifier: MIT
 *
 * Any date line gives a clock or none, and any EDTF string is refused or comes back as it was read.
 */
#include "fuzz/fuzz.h"

#include "fuzz/built-in.h"
#include "value/date.h"
#include "value/dateline.h"

#include <string.h>

static void
check_edtf(const FactCatalog *catalog, const char *text, size_t len)
{
    FactValue value;
    FactValue again;
    char first[FACT_EDTF_MAX];
    char second[FACT_EDTF_MAX];
    if (!fact_edtf_parse(catalog, text, len, &value))
        return;
    size_t written = fact_edtf_format(&value, first);
    if (written == 0)
        return; /* a pattern without a year */
    g_assert_true(fact_edtf_parse(catalog, first, written, &again));
    fact_edtf_format(&again, second);
    g_assert_cmpstr(first, ==, second);
    g_assert_cmpint(fact_date_compare(&value, &again), ==, FACT_RELATION_EQUAL);
}

static void
check_dateline(const FactCatalog *catalog, const char *text, size_t len)
{
    FactDocument *document = fact_document_new("fuzz");

    document->url = g_strdup(text);
    document->text_len = len;
    document->text = g_malloc0(len + FACT_TEXT_PADDING);
    memcpy(document->text, text, len);
    fact_dateline_complete(catalog, document);
    g_assert_true(document->published == NULL ||
                  fact_clock_parse(catalog, document->published).is_known);
    fact_document_free(document);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const FactCatalog *catalog = fuzz_catalog();
    g_autofree char *text = g_strndup((const char *)data, size);
    FactClock clock = fact_clock_parse(catalog, text);
    g_assert_true(clock.is_known || !clock.has_time);
    g_assert_cmpint(clock.minute, <, (int64_t)3000000 * FACT_DAY_MINUTES);
    check_edtf(catalog, text, strlen(text));
    check_dateline(catalog, text, strlen(text));
    return 0;
}
