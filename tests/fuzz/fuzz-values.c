/* SPDX-License-Identifier: MIT
 *
 * The recogniser over any text: no crash, spans within the text, mentions in order; and whatever is
 * read can be written and said.
 */
#include "fuzz/fuzz.h"

#include "fuzz/built-in.h"
#include "support/padded.h"
#include "value/mention.h"

static void
check_mentions(const FactTokens *tokens, const GArray *mentions)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint last = 0;

    for (guint i = 0; i < mentions->len; i++) {
        const FactMention *mention = &g_array_index(mentions, FactMention, i);
        FactJsonWriter writer;
        g_assert_true(mention->first >= last && mention->first <= mention->core);
        g_assert_true(mention->core < mention->last && mention->last <= tokens->n);
        g_assert_true(mention->span.start < mention->span.end);
        g_assert_true(mention->span.end <= tokens->text_len);
        last = mention->last;
        fact_json_writer_init(&writer, out);
        fact_value_write_members(&mention->value, NULL, 0, &writer);
        fact_value_format(fuzz_catalog(), &mention->value, out);
        fact_value_format_key(&mention->value, out);
        g_assert_cmpint(fact_value_compare(fuzz_catalog(), &mention->value, &mention->value, NULL),
                        <=, FACT_RELATION_INCOMPARABLE);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* readers hand over valid UTF-8 without NUL bytes */
    g_autofree char *valid = g_utf8_make_valid((const char *)data, (gssize)size);
    g_autofree char *padded = test_padded(valid);
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(FactMention));
    g_autoptr(FactMentionLists) lists = fact_mention_lists_new(fuzz_catalog());
    FactTokens tokens;

    fact_tokens_init(&tokens, fuzz_catalog()->lexicon);
    fact_tokens_split(&tokens, padded, strlen(valid));
    fact_mentions_scan(lists, &tokens, 0, tokens.n, (FactClock){0}, arena, mentions);
    check_mentions(&tokens, mentions);
    fact_tokens_clear(&tokens);
    return 0;
}
