/* SPDX-License-Identifier: MIT
 *
 * Dates of any text, told on any day: spans in order, ends in order, and each one's EDTF says the
 * same. The first byte moves the day of publication, or takes it away.
 */
#include "fuzz/fuzz.h"

#include "fuzz/built-in.h"
#include "value/date.h"

#include "support/padded.h"

static void
check_value(const FactCatalog *catalog, const FactValue *value)
{
    FactValue again;
    g_autoptr(GString) shown = g_string_new(NULL);
    gboolean is_closed =
        (value->flags & FACT_VALUE_HAS_LOW) != 0 && (value->flags & FACT_VALUE_HAS_HIGH) != 0;
    g_assert_cmpint(value->type, ==, FACT_VALUE_DATE);
    if (is_closed)
        g_assert_cmpint(value->as.date.low, <=, value->as.date.high);
    if ((value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0) {
        g_assert_nonnull(value->as.date.edtf);
        g_assert_true(
            fact_edtf_parse(catalog, value->as.date.edtf, strlen(value->as.date.edtf), &again));
        if ((value->flags & FACT_VALUE_HAS_LOW) != 0)
            g_assert_cmpint(again.as.date.low, ==, value->as.date.low);
        if ((value->flags & FACT_VALUE_HAS_HIGH) != 0)
            g_assert_cmpint(again.as.date.high, ==, value->as.date.high);
    } else {
        g_assert_nonnull(value->unit);
    }
    fact_date_format(value, shown);
    fact_date_format_key(value, shown);
    g_assert_true(g_utf8_validate(shown->str, -1, NULL));
    FactRelation relation = fact_date_compare(value, value);
    g_assert_true(relation == FACT_RELATION_EQUAL || relation == FACT_RELATION_INCOMPARABLE);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const FactCatalog *catalog = fuzz_catalog();
    g_autoptr(FactArena) arena = fact_arena_new();
    FactDateLists lists;
    FactClock clock = {0};
    FactTokens tokens;
    FactValue before = {0};
    uint32_t last = 0;
    if (size == 0)
        return 0;
    fact_date_lists_init(&lists, catalog);
    clock.is_known = data[0] != ' ';
    clock.minute = ((int64_t)data[0] * 200 - 9000) * FACT_DAY_MINUTES;
    g_autofree char *valid = g_utf8_make_valid((const char *)data + 1, (gssize)size - 1);
    g_autofree char *text = test_padded(valid);
    fact_tokens_init(&tokens, catalog->lexicon);
    fact_tokens_split(&tokens, text, strlen(valid));
    FactDateScan scan = {&lists, &tokens, tokens.n, clock, arena};
    for (guint i = 0; i < tokens.n;) {
        FactMention mention;
        scan.limit = tokens.sentences[fact_tokens_sentence_of(&tokens, i) + 1];
        guint end = fact_date_match(&scan, i, &mention);
        if (end == i) {
            i++;
            continue;
        }
        g_assert_cmpuint(end, >, i);
        g_assert_cmpuint(end, <=, tokens.n);
        g_assert_cmpuint(mention.span.start, >=, last);
        g_assert_cmpuint(mention.span.end, >, mention.span.start);
        last = mention.span.end;
        check_value(catalog, &mention.value);
        if (before.type == FACT_VALUE_DATE)
            g_assert_cmpint(fact_date_order(&before, &mention.value), ==,
                            -fact_date_order(&mention.value, &before));
        before = mention.value;
        i = end;
    }
    fact_tokens_clear(&tokens);
    fact_date_lists_clear(&lists);
    return 0;
}
