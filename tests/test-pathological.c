/* SPDX-License-Identifier: MIT
 *
 * Texts that repeat one thing without end, as no article does: reading them takes a time that grows
 * with their length and not with its square.
 */
#include "extract/extract.h"

#include "support/assert.h"
#include "support/padded.h"

#include <time.h>

#define BYTES_SHORT 50000
#define BYTES_LONG 200000
/* Four times the text may take this many times as long: half way to the square. */
#define GROWTH_MAX 8
/* Below this a time is noise. */
#define SECONDS_MIN 0.2
#define TRIES_MAX 3

typedef struct {
    const char *name;
    const char *part;
} TextRow;

static const TextRow text_rows[] = {
    {"one word", "cost "},
    {"one long word", "cost"},
    {"numbers", "1,234 "},
    {"digits", "7"},
    {"a number with separators", "1,"},
    {"money", "$5.6 million "},
    {"money without blanks", "$5$"},
    {"ranges", "3 to "},
    {"hedges", "less than "},
    {"number words", "two hundred and "},
    {"fractions", "1/2 "},
    {"dates", "17 May 2014 "},
    {"months", "May "},
    {"clocks", "10:30:"},
    {"ages", "27-year-old "},
    {"hyphens", "a-"},
    {"dashes", "-"},
    {"names", "Ann Smith "},
    {"names joined", "Ann of the Smith and "},
    {"initials", "J. R. "},
    {"acronyms", "NASA (National Agency) "},
    {"brackets", "("},
    {"nested brackets", "(a "},
    {"quotes", "\""},
    {"single quotes", "'"},
    {"open quotations", "\xe2\x80\x9cHe said "},
    {"possessives", "Ann's "},
    {"commas", ", "},
    {"lists", "Ann, Bob and "},
    {"dots", "."},
    {"sentences", "It cost $5. "},
    {"deaths", "killed 5 people and "},
    {"cues without a value", "cost to train the model "},
    {"negations", "not "},
    {"speakers", "said Ann, according to "},
    {"lines", "a\n"},
    {"blank lines", "\n\n"},
    {"symbols", "%$"},
    {"capitals", "A"},
    {"wide characters", "\xe4\xb8\xad"},
    {"combining marks", "e\xcc\x81"},
    {"one claim many times", "Training R1 cost $5.6 million. "},
};

typedef struct {
    FactCatalog *catalog;
    FactExtractor *extractor;
} Reader;

static Reader reader;

/* Of this thread: what else the machine does is no matter. */
static double
processor_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double
seconds_for(const char *part, size_t len)
{
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(GArray) claims = g_array_new(FALSE, TRUE, sizeof(FactClaim));
    g_autoptr(FactDocument) document = fact_document_new("long.txt");
    g_autoptr(GString) text = g_string_new(NULL);
    double start;

    while (text->len < len)
        g_string_append(text, part);
    document->text_len = text->len;
    document->text = test_padded(text->str);
    document->raw = g_strdup(text->str);
    document->raw_len = text->len;
    document->id = g_strdup("long");
    start = processor_seconds();
    fact_extractor_run(reader.extractor, document, arena, claims);
    return processor_seconds() - start;
}

static gboolean
grows_with_length(const char *part, double *out_seconds, double *out_longer)
{
    *out_seconds = seconds_for(part, BYTES_SHORT);
    *out_longer = seconds_for(part, BYTES_LONG);
    return *out_longer <= MAX(*out_seconds, SECONDS_MIN / GROWTH_MAX) * GROWTH_MAX;
}

static void
test_time_grows_with_length(void **state)
{
    const TextRow *row = *state;
    double seconds = 0;
    double longer = 0;

    /* a page fault too many is no square: what grows so does it each time */
    for (guint i = 0; i < TRIES_MAX; i++) {
        if (grows_with_length(row->part, &seconds, &longer))
            return;
    }
    fail_msg("%d bytes take %.3f s, %d bytes %.3f s", BYTES_SHORT, seconds, BYTES_LONG, longer);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("pathological");
    g_autoptr(FactLog) log = fact_log_new();
    int failed;

    reader.catalog = fact_catalog_new(NULL, log, NULL);
    reader.extractor = fact_extractor_new(reader.catalog);
    test_suite_add_rows(suite, test_time_grows_with_length, text_rows);
    failed = test_suite_run(suite, argc, argv);
    fact_extractor_free(reader.extractor);
    fact_catalog_unref(reader.catalog);
    return failed;
}
