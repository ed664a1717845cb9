/* SPDX-License-Identifier: MIT
 *
 * Copies and rewrites of made-up texts.
 */
#include <string.h>

#include "compare/signature.h"
#include "support/random.h"
#include "support/sign.h"
#include "support/suite.h"

/* @n words; equal seeds give equal words. */
static char *
make_text(uint64_t seed, guint n)
{
    GString *out = g_string_new(NULL);
    TestRandom random = {seed};

    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, "w%u%s", test_random_below(&random, 5000),
                               i % 12 == 11 ? ". " : " ");
    return g_string_free(out, FALSE);
}

static double
compare_texts(const char *a, const char *b)
{
    g_autofree char *first = test_sign(a);
    g_autofree char *second = test_sign(b);
    double share = fact_signature_compare(first, second);

    assert_true(share == fact_signature_compare(second, first));
    return share;
}

static void
test_same_text(void **state)
{
    g_autofree char *text = make_text(1, 400);

    (void)state;
    assert_true(compare_texts(text, text) > 0.99);
}

static void
test_other_text(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 40; seed++) {
        g_autofree char *a = make_text(seed, 100 + (guint)seed * 20);
        g_autofree char *b = make_text(seed + 1000, 700);

        assert_true(compare_texts(a, b) < 0.2);
    }
}

static void
test_typography(void **state)
{
    (void)state;
    assert_true(compare_texts(
                    "“It’s a plan,” he said — and it was not a bad one, so they took it.",
                    "\"It's a plan\", HE SAID - and it was not a bad one; so they took it") > 0.9);
}

/* A longer article around the same text is a rewrite of it. */
static void
test_contained(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 30; seed++) {
        g_autofree char *core = make_text(seed, 300);
        g_autofree char *more = make_text(seed + 500, 300);
        g_autofree char *both = g_strconcat(core, more, NULL);

        assert_true(compare_texts(core, both) >= FACT_SIGNATURE_COPY);
    }
}

static void
test_short_and_malformed(void **state)
{
    g_autofree char *text = make_text(1, 100);
    g_autofree char *signature = test_sign(text);

    (void)state;
    assert_null(test_sign("Five words are not enough."));
    assert_null(test_sign(""));
    assert_true(fact_signature_compare(NULL, signature) == 0);
    assert_true(fact_signature_compare("", signature) == 0);
    assert_true(fact_signature_compare("2:99-", signature) == 0);
    assert_true(fact_signature_compare("2:99-AAAA", signature) == 0);
    /* of an older version */
    assert_true(fact_signature_compare(signature + strlen("2:"), signature) == 0);
    assert_true(fact_signature_compare("x", signature) == 0);
}

static FactDocument *
make_document(const char *text)
{
    FactDocument *document = fact_document_new("x");

    document->signature = test_sign(text);
    return document;
}

static void
test_originals(void **state)
{
    g_autoptr(GPtrArray) documents =
        g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free);
    g_autofree guint32 *originals = NULL;

    (void)state;
    for (guint i = 0; i < 300; i++) {
        /* Each third text is the one before it with more of its own. */
        g_autofree char *own = make_text(i % 3 == 2 ? i - 1 : i, 250);
        g_autofree char *more = make_text(i + 10000, 60);
        g_autofree char *text = i % 3 == 2 ? g_strconcat(own, more, NULL) : g_strdup(own);

        g_ptr_array_add(documents, make_document(text));
    }
    originals = fact_signature_originals(documents);
    for (guint i = 0; i < 300; i++)
        assert_int_equal(originals[i], i % 3 == 2 ? i - 1 : i);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("signature");

    test_suite_add(suite, test_same_text);
    test_suite_add(suite, test_other_text);
    test_suite_add(suite, test_typography);
    test_suite_add(suite, test_contained);
    test_suite_add(suite, test_short_and_malformed);
    test_suite_add(suite, test_originals);
    return test_suite_run(suite, argc, argv);
}
