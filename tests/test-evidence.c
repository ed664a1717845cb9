/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "claim/claim.h"
#include "support/suite.h"

typedef struct {
    const char *name;
    const char *text; /* the span stands between [ and ], which are taken out */
    const char *expected;
} EvidenceRow;

#define LONG                                                                                       \
    "word word word word word word word word word word word word word word word word word word "   \
    "word word word word word word word word word word word word word word word word word word "
#define CUT                                                                                        \
    "word word word word word word word word word word word word word word word word word word "   \
    "word word word word word word word word word word word word word word"

static const EvidenceRow evidence_rows[] = {
    {"plain", "It cost [$5.6 million] in all.", "It cost |$5.6 million| in all."},
    {"its line alone", "Before.\nIt cost [$5] in all.\nAfter.", "It cost |$5| in all."},
    {"the whole text", "[word]", "|word|"},
    {"white space", "  It \t cost [$5  million]\tin  all. ", "It cost |$5 million| in all."},
    {"over a line break", "It cost [$5\nmillion] in all.", "It cost |$5 million| in all."},
    {"cut between words", LONG "[x] " LONG, CUT " |x| " CUT},
    {"within a word", "pre[fix]es", "pre|fix|es"},
    {"multi-byte", "él cuestió [$5] más", "él cuestió |$5| más"},
    {"nothing", "[]", "||"},
};

static void
test_evidence(void **state)
{
    const EvidenceRow *row = *state;
    const char *open = strchr(row->text, '[');
    const char *close = strchr(row->text, ']');
    g_autofree char *text = g_strdup_printf("%.*s%.*s%s", (int)(open - row->text), row->text,
                                            (int)(close - open - 1), open + 1, close + 1);
    FactEvidence evidence = {NULL, NULL, NULL};
    g_autofree char *shown = NULL;

    fact_evidence_from_text(text, strlen(text), (size_t)(open - row->text),
                            (size_t)(close - row->text - 1), &evidence);
    shown = g_strdup_printf("%s|%s|%s", evidence.prefix, evidence.quote, evidence.suffix);
    assert_string_equal(shown, row->expected);
    fact_evidence_clear(&evidence);
}

/* One endless word is cut between characters, and spans beyond the text do no harm. */
static void
test_hostile(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    FactEvidence evidence = {NULL, NULL, NULL};

    (void)state;
    for (guint i = 0; i < 500; i++)
        g_string_append(text, "é");
    for (size_t start = 400; start < 404; start += 2) {
        fact_evidence_from_text(text->str, text->len, start, start + 2, &evidence);
        assert_true(g_utf8_validate(evidence.prefix, -1, NULL));
        assert_true(g_utf8_validate(evidence.suffix, -1, NULL));
        assert_true(strlen(evidence.prefix) <= FACT_EVIDENCE_MAX);
        fact_evidence_clear(&evidence);
    }
    fact_evidence_from_text(text->str, text->len, text->len + 10, text->len + 20, &evidence);
    assert_string_equal(evidence.quote, "");
    fact_evidence_clear(&evidence);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("evidence");

    test_suite_add_rows(suite, test_evidence, evidence_rows);
    test_suite_add(suite, test_hostile);
    return test_suite_run(suite, argc, argv);
}
