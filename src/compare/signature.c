/* SPDX-License-Identifier: MIT
 *
 * A signature reads `SHINGLES-BASE64`: how many shingles the text has, and for each of BINS bins of
 * their hashes eight bits of the least one in it, 0 for an empty bin. Equal bins over bins that
 * either fills estimate the Jaccard similarity; with both sizes that gives the share of the shorter
 * text which stands in the longer one, the measure that finds an agency's story inside a longer
 * article. The lower end of the estimate is used: a doubt is no copy.
 */
#include "compare/signature.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define BIN_BITS 7
#define BINS (1u << BIN_BITS)
#define SHINGLE_WORDS 4
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

/* The lower case of an ASCII letter or digit, 0 for all else in ASCII, and 1 above. */
static const uint8_t word_bytes[256] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2',         ['3'] = '3', ['4'] = '4', ['5'] = '5',
    ['6'] = '6', ['7'] = '7', ['8'] = '8',         ['9'] = '9', ['A'] = 'a', ['B'] = 'b',
    ['C'] = 'c', ['D'] = 'd', ['E'] = 'e',         ['F'] = 'f', ['G'] = 'g', ['H'] = 'h',
    ['I'] = 'i', ['J'] = 'j', ['K'] = 'k',         ['L'] = 'l', ['M'] = 'm', ['N'] = 'n',
    ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q',         ['R'] = 'r', ['S'] = 's', ['T'] = 't',
    ['U'] = 'u', ['V'] = 'v', ['W'] = 'w',         ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
    ['a'] = 'a', ['b'] = 'b', ['c'] = 'c',         ['d'] = 'd', ['e'] = 'e', ['f'] = 'f',
    ['g'] = 'g', ['h'] = 'h', ['i'] = 'i',         ['j'] = 'j', ['k'] = 'k', ['l'] = 'l',
    ['m'] = 'm', ['n'] = 'n', ['o'] = 'o',         ['p'] = 'p', ['q'] = 'q', ['r'] = 'r',
    ['s'] = 's', ['t'] = 't', ['u'] = 'u',         ['v'] = 'v', ['w'] = 'w', ['x'] = 'x',
    ['y'] = 'y', ['z'] = 'z', [0x80 ... 0xff] = 1,
};

/* Length of the separator at @i that begins with a byte above ASCII, 0 for a part of a word.
 * General punctuation (U+2000 to U+206F) and the no-break space separate as their ASCII forms do.
 */
static size_t
wide_separator(const char *text, size_t len, size_t i)
{
    unsigned char c = (unsigned char)text[i];

    if (c == 0xe2 && i + 2 < len && ((guchar)text[i + 1] == 0x80 || (guchar)text[i + 1] == 0x81))
        return 3;
    if (c == 0xc2 && i + 1 < len && (guchar)text[i + 1] == 0xa0)
        return 2;
    return 0;
}

/* Hash of the word at @i, which moves to its end. */
static uint64_t
hash_word(const char *text, size_t len, size_t *i)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    size_t at = *i;

    for (; at < len; at++) {
        uint8_t byte = word_bytes[(guchar)text[at]];

        if (byte == 0 || (byte == 1 && wide_separator(text, len, at) != 0))
            break;
        hash = (hash ^ (byte == 1 ? (guchar)text[at] : byte)) * UINT64_C(0x100000001b3);
    }
    *i = at;
    return hash;
}

static void
add_shingle(uint64_t least[BINS], const uint64_t words[SHINGLE_WORDS], uint32_t n)
{
    uint64_t hash = 0;
    uint64_t bin;

    for (uint32_t i = 0; i < SHINGLE_WORDS; i++)
        hash = hash * UINT64_C(0x9e3779b97f4a7c15) + words[(n + i) % SHINGLE_WORDS];
    hash = fact_hash_mix(hash);
    bin = hash >> (64 - BIN_BITS);
    least[bin] = MIN(least[bin], hash);
}

static uint32_t
sketch_text(const char *text, size_t len, uint64_t least[BINS])
{
    uint64_t words[SHINGLE_WORDS] = {0};
    uint32_t n = 0;
    size_t i = 0;

    while (i < len) {
        uint8_t byte = word_bytes[(guchar)text[i]];
        size_t separator = byte == 1 ? wide_separator(text, len, i) : byte == 0;

        if (separator != 0) {
            i += separator;
            continue;
        }
        words[n++ % SHINGLE_WORDS] = hash_word(text, len, &i);
        if (n >= SHINGLE_WORDS)
            add_shingle(least, words, n);
    }
    return n < SHINGLE_WORDS ? 0 : n - SHINGLE_WORDS + 1;
}

char *
fact_signature_from_text(const char *text, size_t len)
{
    uint64_t least[BINS];
    uint8_t bins[BINS];
    uint32_t n_shingles;
    g_autofree char *encoded = NULL;

    memset(least, 0xff, sizeof least);
    n_shingles = sketch_text(text, len, least);
    if (n_shingles < SHINGLES_MIN)
        return NULL;
    for (guint i = 0; i < BINS; i++)
        bins[i] = least[i] == UINT64_MAX ? 0 : (uint8_t)(1 + fact_hash_mix(least[i]) % 255);
    encoded = g_base64_encode(bins, sizeof bins);
    return g_strdup_printf("%u-%s", n_shingles, encoded);
}

static gboolean
parse(const char *signature, Sketch *out)
{
    char *end = NULL;
    guint64 n = 0;
    gsize n_bytes = 0;
    g_autofree guchar *bytes = NULL;

    if (signature == NULL || !g_ascii_isdigit(*signature))
        return FALSE;
    n = g_ascii_strtoull(signature, &end, 10);
    if (n < SHINGLES_MIN || n > UINT32_MAX || *end != '-')
        return FALSE;
    bytes = g_base64_decode(end + 1, &n_bytes);
    if (bytes == NULL || n_bytes != BINS)
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
 * Li, "Densifying One Permutation Hashing", ICML 2014). */
static uint64_t
band_key(const Sketch *sketch, guint band)
{
    uint64_t hash = band;

    for (guint i = band * BAND_BINS; i < (band + 1) * BAND_BINS; i++) {
        guint distance = 0;

        while (distance < BINS && sketch->bins[(i + distance) % BINS] == 0)
            distance++;
        hash =
            fact_hash_combine(hash, (uint64_t)distance << 8 | sketch->bins[(i + distance) % BINS]);
    }
    return hash;
}

/* One text's key in the band at hand. */
typedef struct {
    uint64_t key;
    guint32 document;
} BandEntry;

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

static int
compare_entries(const void *a, const void *b)
{
    const BandEntry *first = a;
    const BandEntry *second = b;

    if (first->key != second->key)
        return first->key < second->key ? -1 : 1;
    return first->document < second->document ? -1 : first->document > second->document;
}

/* The texts of one bucket, @n entries: each meets the one before it and the first few. */
static void
join_bucket(const Sketch *sketches, const BandEntry *entries, guint n, guint32 *originals)
{
    for (guint i = 1; i < n; i++) {
        guint32 document = entries[i].document;

        for (guint k = 0; k < MIN(i, BUCKET_MAX); k++) {
            guint32 other = entries[k == 0 ? i - 1 : k - 1].document;

            if (find_root(originals, other) == find_root(originals, document))
                break; /* found through another band, and the rest of its cluster is known */
            if (compare_sketches(&sketches[other], &sketches[document]) >= FACT_SIGNATURE_COPY) {
                join(originals, other, document);
                break;
            }
        }
    }
}

/* A band at a time, so that memory is that of one band. */
static void
join_band(const Sketch *sketches, guint band, BandEntry *entries, guint n, guint32 *originals)
{
    guint first = 0;

    for (guint i = 0; i < n; i++)
        entries[i].key = band_key(&sketches[entries[i].document], band);
    qsort(entries, n, sizeof *entries, compare_entries);
    for (guint i = 1; i <= n; i++) {
        if (i < n && entries[i].key == entries[first].key)
            continue;
        join_bucket(sketches, entries + first, i - first, originals);
        first = i;
    }
}

guint32 *
fact_signature_originals(const GPtrArray *documents)
{
    guint32 *originals = g_new(guint32, MAX(documents->len, 1));
    g_autofree Sketch *sketches = g_new0(Sketch, MAX(documents->len, 1));
    g_autofree BandEntry *entries = g_new0(BandEntry, MAX(documents->len, 1));
    guint n = 0;

    for (guint32 i = 0; i < documents->len; i++) {
        const FactDocument *document = g_ptr_array_index(documents, i);

        originals[i] = i;
        if (parse(document->signature, &sketches[i]))
            entries[n++].document = i;
    }
    for (guint band = 0; n > 1 && band < BANDS; band++)
        join_band(sketches, band, entries, n, originals);
    for (guint32 i = 0; i < documents->len; i++)
        originals[i] = find_root(originals, i);
    return originals;
}
