/* SPDX-License-Identifier: MIT
 *
 * A signature reads `2:SHINGLES-BASE64`: how many shingles the text has, and for each of BINS bins
 * of their hashes eight bits of the least one in it, 0 for an empty bin. The 3 is the version, to
 * be raised whenever words, their hashes or shingles change: those of two versions never agree.
 * Equal bins over bins that either fills estimate the Jaccard similarity; with both sizes that
 * gives the share of the shorter text which stands in the longer one, the measure that finds an
 * agency's story inside a longer article. The lower end of the estimate is used: a doubt is no
 * copy.
 */
#include "compare/signature.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/repeats.h"

#define PREFIX "3:"
#define BIN_BITS 7
#define BINS (1u << BIN_BITS)
/* Bytes of BASE64 that stand for BINS bytes. */
#define ENCODED_MAX ((BINS + 2) / 3 * 4)
#define SHINGLE_WORDS 4
/* Tokens whose words are put side by side at a time. */
#define CHUNK_TOKENS 256
/* Parts a pair that comes first in a shingle from one that comes last. */
#define PAIR_SECRET UINT64_C(0xa0761d6478bd642f)
/* Fewer shingles say nothing: a headline is no copy of another. */
#define SHINGLES_MIN 8
/* Bins that must agree for two texts to be looked at closely: with 32 bands of 4, a pair that
 * shares two fifths of its shingles is missed once in 150 times. */
#define BAND_BINS 4
#define BANDS (BINS / BAND_BINS)
/* Texts of one bucket that a new one is compared with. */
#define BUCKET_MAX 16

typedef struct {
    uint32_t n_shingles;
    uint8_t bins[BINS];
} Sketch;

/* Writes the hashes of those of tokens [@first, @last) that are words or numbers to @words; returns
 * how many. A word is no branch: no processor foresees where the marks are. */
static guint
collect_words(const FactTokens *tokens, guint first, guint last, uint32_t *words)
{
    guint n = 0;

    for (guint i = first; i < last; i++) {
        const FactToken *token = &tokens->tokens[i];

        words[n] = token->hash | 1;
        n += (token->flags & FACT_TOKEN_WORD) != 0;
        if ((token->flags & FACT_TOKEN_NUMBER) != 0)
            words[n++] =
                (uint32_t)fact_hash_bytes(tokens->text + token->start, token->end - token->start) |
                1;
    }
    return n;
}

/* Brings the shingle that begins at @words to its bin. It is two pairs of words multiplied with
 * each other. */
static inline void
add_shingle(const uint32_t *words, uint64_t least[BINS])
{
    uint64_t hash = fact_hash_multiply(((uint64_t)words[0] << 32 | words[1]) ^ PAIR_SECRET,
                                       (uint64_t)words[2] << 32 | words[3]);
    uint64_t bin = hash >> (64 - BIN_BITS);

    least[bin] = MIN(least[bin], hash);
}

/* The least hash in each bin; returns how many shingles there are. */
static uint32_t
sketch_tokens(const FactTokens *tokens, uint64_t least[BINS])
{
    uint32_t words[SHINGLE_WORDS - 1 + CHUNK_TOKENS + 1]; /* those that begin shingles, first */
    guint n = 0;
    uint32_t n_shingles = 0;

    for (guint i = 0; i < tokens->n; i += CHUNK_TOKENS) {
        guint k = 0;

        n += collect_words(tokens, i, MIN(tokens->n, i + CHUNK_TOKENS), words + n);
        for (; k + SHINGLE_WORDS <= n; k++)
            add_shingle(words + k, least);
        n_shingles += k;
        n -= k;
        memmove(words, words + k, n * sizeof words[0]);
    }
    return n_shingles;
}

char *
fact_signature_from_tokens(const FactTokens *tokens)
{
    uint64_t least[BINS];
    uint8_t bins[BINS];
    uint32_t n_shingles;
    g_autofree char *encoded = NULL;

    memset(least, 0xff, sizeof least);
    n_shingles = sketch_tokens(tokens, least);
    if (n_shingles < SHINGLES_MIN)
        return NULL;
    for (guint i = 0; i < BINS; i++)
        bins[i] = least[i] == UINT64_MAX ? 0 : (uint8_t)(1 + fact_hash_mix(least[i]) % 255);
    encoded = g_base64_encode(bins, sizeof bins);
    return g_strdup_printf(PREFIX "%u-%s", n_shingles, encoded);
}

static gboolean
parse(const char *signature, Sketch *out)
{
    char *end = NULL;
    guint64 n = 0;
    gsize n_bytes = 0;
    guchar bytes[BINS + 3];
    gint state = 0;
    guint save = 0;

    if (signature == NULL || !g_str_has_prefix(signature, PREFIX) ||
        !g_ascii_isdigit(signature[strlen(PREFIX)]))
        return FALSE;
    n = g_ascii_strtoull(signature + strlen(PREFIX), &end, 10);
    if (n < SHINGLES_MIN || n > UINT32_MAX || *end != '-')
        return FALSE;
    if (strlen(end + 1) > ENCODED_MAX)
        return FALSE;
    n_bytes = g_base64_decode_step(end + 1, strlen(end + 1), bytes, &state, &save);
    if (n_bytes != BINS)
        return FALSE;
    out->n_shingles = (uint32_t)n;
    memcpy(out->bins, bytes, BINS);
    return TRUE;
}

static double
compare_sketches(const Sketch *a, const Sketch *b)
{
    guint n_equal = 0;
    guint n_filled = 0;
    double share;
    double shared;

    for (guint i = 0; i < BINS; i++) {
        n_filled += a->bins[i] != 0 || b->bins[i] != 0;
        n_equal += a->bins[i] != 0 && a->bins[i] == b->bins[i];
    }
    if (n_filled == 0)
        return 0;
    share = (double)n_equal / n_filled;
    share -= (1 - share) / 254; /* bins that agree by chance */
    share -= 2 * sqrt(MAX(share * (1 - share), 0) / n_filled);
    if (share <= 0)
        return 0;
    shared = share / (1 + share) * ((double)a->n_shingles + b->n_shingles);
    return MIN(shared / MIN(a->n_shingles, b->n_shingles), 1);
}

double
fact_signature_compare(const char *a, const char *b)
{
    Sketch first;
    Sketch second;

    return parse(a, &first) && parse(b, &second) ? compare_sketches(&first, &second) : 0;
}

/* Empty bins take the next filled one's value, so that short texts have bands too (Shrivastava and
 * Li, "Densifying One Permutation Hashing", ICML 2014). Never 0. */
static uint64_t
band_key(const Sketch *sketch, guint band)
{
    uint64_t key = 0;

    for (guint i = band * BAND_BINS; i < (band + 1) * BAND_BINS; i++) {
        guint distance = 0;

        while (distance < BINS && sketch->bins[(i + distance) % BINS] == 0)
            distance++;
        key = key << 15 ^ ((uint64_t)distance << 8 | sketch->bins[(i + distance) % BINS]);
    }
    return fact_hash_mix(key) | 1;
}

/* The texts that have one key in the band at hand, in a row by way of Bands.next. */
typedef struct {
    uint64_t key; /* 0: free */
    guint32 first;
    guint32 last;
} Bucket;

/* What finds candidates, a band at a time, so that memory is that of one band. */
typedef struct {
    const Sketch *sketches;
    uint64_t *keys;      /* by place among the texts; owned */
    FactRepeats repeats; /* of the keys; owned */
    Bucket *buckets;     /* n_buckets of them, a power of two and at least twice the texts; owned */
    guint32 n_buckets;
    guint32 *used;      /* room for those that are not free; owned */
    guint32 *next;      /* by text: the next one in its bucket; owned */
    guint32 *originals; /* a forest whose roots are least */
} Bands;

static guint32
find_root(guint32 *originals, guint32 i)
{
    while (originals[i] != i) {
        originals[i] = originals[originals[i]];
        i = originals[i];
    }
    return i;
}

static void
join(guint32 *originals, guint32 a, guint32 b)
{
    guint32 first = find_root(originals, a);
    guint32 second = find_root(originals, b);

    originals[MAX(first, second)] = MIN(first, second);
}

static Bucket *
find_bucket(const Bands *bands, uint64_t key)
{
    guint32 i = (guint32)(key >> 32) & (bands->n_buckets - 1);

    while (bands->buckets[i].key != 0 && bands->buckets[i].key != key)
        i = (i + 1) & (bands->n_buckets - 1);
    return &bands->buckets[i];
}

/* @text meets the one before it in its bucket and the first few. */
static void
join_bucket(const Bands *bands, const Bucket *bucket, guint32 text)
{
    guint32 other = bucket->last;

    for (guint k = 0; k < BUCKET_MAX; k++) {
        if (find_root(bands->originals, other) == find_root(bands->originals, text))
            return; /* found through another band, and the rest of its cluster is known */
        if (compare_sketches(&bands->sketches[other], &bands->sketches[text]) >=
            FACT_SIGNATURE_COPY) {
            join(bands->originals, other, text);
            return;
        }
        other = k == 0 ? bucket->first : bands->next[other];
        if (other == bucket->last)
            return;
    }
}

static void
read_keys(Bands *bands, guint band, const guint32 *texts, guint32 n)
{
    fact_repeats_empty(&bands->repeats);
    for (guint32 i = 0; i < n; i++) {
        bands->keys[i] = band_key(&bands->sketches[texts[i]], band);
        fact_repeats_add(&bands->repeats, bands->keys[i]);
    }
}

static void
join_band(Bands *bands, guint band, const guint32 *texts, guint32 n)
{
    guint32 n_used = 0;

    read_keys(bands, band, texts, n);
    for (guint32 i = 0; i < n; i++) {
        uint64_t key = bands->keys[i];
        Bucket *bucket;

        if (!fact_repeats_may_have(&bands->repeats, key))
            continue;
        bucket = find_bucket(bands, key);
        if (bucket->key == 0) {
            *bucket = (Bucket){key, texts[i], texts[i]};
            bands->used[n_used++] = (guint32)(bucket - bands->buckets);
            continue;
        }
        join_bucket(bands, bucket, texts[i]);
        bands->next[bucket->last] = texts[i];
        bucket->last = texts[i];
    }
    for (guint32 i = 0; i < n_used; i++)
        bands->buckets[bands->used[i]].key = 0;
}

/* Joins those of @texts, @n of them, that are copies of each other. */
static void
join_copies(const Sketch *sketches, const guint32 *texts, guint32 n, guint32 *originals)
{
    Bands bands = {.sketches = sketches, .originals = originals, .n_buckets = 4};
    g_autofree uint64_t *keys = NULL;
    g_autofree Bucket *buckets = NULL;
    g_autofree guint32 *used = NULL;
    g_autofree guint32 *next = NULL;

    if (n < 2)
        return;
    while (bands.n_buckets / 2 < n)
        bands.n_buckets *= 2;
    bands.keys = keys = g_new(uint64_t, n);
    fact_repeats_init(&bands.repeats, n);
    bands.buckets = buckets = g_new0(Bucket, bands.n_buckets);
    bands.used = used = g_new(guint32, n);
    bands.next = next = g_new0(guint32, texts[n - 1] + (gsize)1);
    for (guint band = 0; band < BANDS; band++)
        join_band(&bands, band, texts, n);
    fact_repeats_clear(&bands.repeats);
}

guint32 *
fact_signature_originals(const GPtrArray *documents)
{
    guint32 *originals = g_new(guint32, MAX(documents->len, 1));
    g_autofree Sketch *sketches = g_new0(Sketch, MAX(documents->len, 1));
    g_autofree guint32 *texts = g_new(guint32, MAX(documents->len, 1));
    guint32 n = 0;

    for (guint32 i = 0; i < documents->len; i++) {
        const FactDocument *document = g_ptr_array_index(documents, i);

        originals[i] = i;
        if (parse(document->signature, &sketches[i]))
            texts[n++] = i;
    }
    join_copies(sketches, texts, n, originals);
    for (guint32 i = 0; i < documents->len; i++)
        originals[i] = find_root(originals, i);
    return originals;
}
