/* SPDX-License-Identifier: MIT
 *
 * Open addressing with linear probing, and the words themselves in the table: a look-up takes one
 * line of cache, whether it finds something or not. (Small slots with the words apart were tried,
 * which took two. So was a table of the words met lately: it helped texts of few words and cost
 * others as much.)
 */
#include "text/lexicon.h"

#include "base/arena.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define ENTRIES_MIN 1024
#define WORDS_MIN 256
#define WORDS_MAX (1u << 24)
#define LINE_BYTES 64
#define HUGE_PAGE_BYTES ((size_t)1 << 21)
#define ALL_BYTES(byte) ((uint64_t)(byte)*UINT64_C(0x0101010101010101))
#define ALL_HIGH ALL_BYTES(0x80)
/* Room to fold a word without allocation. */
#define BUFFER_BYTES 256
/* In the last byte of a short word's text stands a zero. */
#define LONG_MARK (~UINT64_C(0))

static size_t
fold_character(gunichar c, char *out)
{
    if (c == 0x2019) {
        *out = '\'';
        return 1;
    }
    return (size_t)g_unichar_to_utf8(g_unichar_tolower(c), out);
}

/* The high bit of each byte of @eight, all of them ASCII, that is a capital letter. */
static inline uint64_t
capitals_of(uint64_t eight)
{
    uint64_t from_a = eight + ALL_BYTES(0x80 - 'A');
    uint64_t beyond_z = eight + ALL_BYTES(0x80 - 'Z' - 1);

    return from_a & ~beyond_z & ALL_HIGH;
}

/* Folds eight bytes of ASCII; FALSE, and nothing written, where there are others among them. */
static inline gboolean
fold_eight(const char *word, char *out)
{
    uint64_t eight;

    memcpy(&eight, word, sizeof eight);
    if ((eight & ALL_HIGH) != 0)
        return FALSE;
    eight |= capitals_of(eight) >> 2;
    memcpy(out, &eight, sizeof eight);
    return TRUE;
}

/* The same for four to seven: the first four and the last, which may overlap. */
static inline gboolean
fold_four(const char *word, size_t len, char *out)
{
    char ends[8];

    memcpy(ends, word, 4);
    memcpy(ends + 4, word + len - 4, 4);
    if (!fold_eight(ends, ends))
        return FALSE;
    memcpy(out, ends, 4);
    memcpy(out + len - 4, ends + 4, 4);
    return TRUE;
}

size_t
fact_word_fold(const char *word, size_t len, char *out)
{
    const char *end = word + len;
    size_t n = 0;

    if (len >= 4 && len < 8 && fold_four(word, len, out))
        return len;
    for (; end - word >= 8 && fold_eight(word, out + n); word += 8)
        n += 8;
    /* What is left of a long word is folded with some bytes before it. */
    if (len >= 8 && end - word < 8 && fold_eight(end - 8, out + len - 8))
        return len;
    while (word < end) {
        gunichar c = (unsigned char)*word;

        if (c < 0x80) {
            out[n++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
            word++;
            continue;
        }
        c = g_utf8_get_char_validated(word, end - word);
        if (c >= 0x110000) {
            out[n++] = *word++;
        } else {
            /* Not straight into @out: a character may take six bytes there for a moment. */
            char folded[6];
            size_t size = fold_character(c, folded);

            memcpy(out + n, folded, size);
            n += size;
            word = g_utf8_next_char(word);
        }
    }
    return n;
}

uint64_t
fact_word_hash(const char *folded, size_t len)
{
    char bytes[FACT_WORD_SHORT_BYTES] = {0};

    if (len >= FACT_WORD_SHORT_BYTES)
        return fact_hash_bytes(folded, len);
    memcpy(bytes, folded, len);
    return fact_word_hash_short(fact_block_load(bytes));
}

/* Room for @n entries, all of them free, and the one of word 0; none lies across two lines. Words
 * are met in no order, so a large table asks for large pages where the system has them: two faults
 * instead of a thousand, and fewer misses of the translation. */
static FactWordEntry *
new_entries(uint32_t n)
{
    size_t size = (n * sizeof(FactWordEntry) / LINE_BYTES + 1) * LINE_BYTES;
    size_t alignment = size < HUGE_PAGE_BYTES ? LINE_BYTES : HUGE_PAGE_BYTES;
    FactWordEntry *entries = aligned_alloc(alignment, (size + alignment - 1) & ~(alignment - 1));

    if (entries == NULL)
        g_error("out of memory");
#ifdef MADV_HUGEPAGE
    if (alignment == HUGE_PAGE_BYTES)
        madvise(entries, size & ~(alignment - 1), MADV_HUGEPAGE);
#endif
    return memset(entries, 0, size);
}

static inline gboolean
is_short(const FactWordEntry *entry)
{
    return entry->len < FACT_WORD_SHORT_BYTES;
}

static inline const char *
text_of(const FactWordEntry *entry)
{
    return is_short(entry) ? entry->as.bytes : entry->as.text.pointer;
}

static void
insert(FactLexicon *lexicon, uint64_t hash, const FactWordEntry *entry)
{
    uint32_t mask = lexicon->n_entries - 1;
    uint32_t i = (uint32_t)hash & mask;

    while (lexicon->entries[i].word != 0)
        i = (i + 1) & mask;
    lexicon->entries[i] = *entry;
    lexicon->places[entry->word] = i;
}

static void
set_entries(FactLexicon *lexicon, uint32_t n_entries)
{
    FactWordEntry *old = lexicon->entries;
    uint32_t n_old = lexicon->n_entries;

    lexicon->entries = new_entries(n_entries);
    lexicon->n_entries = n_entries;
    lexicon->places[0] = n_entries;
    for (uint32_t i = 0; i < n_old; i++) {
        if (old[i].word != 0)
            insert(lexicon, fact_word_hash(text_of(&old[i]), old[i].len), &old[i]);
    }
    free(old);
}

/* Room for @n_words words and word 0. */
static void
set_allocated(FactLexicon *lexicon, guint n_words)
{
    lexicon->allocated = n_words + 1;
    lexicon->places = g_renew(uint32_t, lexicon->places, lexicon->allocated);
    lexicon->lemmas = g_renew(FactWord, lexicon->lemmas, lexicon->allocated);
}

/* A table more than two thirds full is slow to find what it does not have. */
static gboolean
is_crowded(uint32_t n_entries, guint n_words)
{
    return n_entries / 3 * 2 < n_words;
}

FactLexicon *
fact_lexicon_new(void)
{
    FactLexicon *lexicon = g_new0(FactLexicon, 1);

    lexicon->arena = fact_arena_new();
    lexicon->n_words = 1;
    set_allocated(lexicon, WORDS_MIN);
    set_entries(lexicon, ENTRIES_MIN);
    lexicon->lemmas[0] = 0;
    return lexicon;
}

void
fact_lexicon_free(FactLexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    fact_arena_free(lexicon->arena);
    free(lexicon->entries);
    g_free(lexicon->places);
    g_free(lexicon->lemmas);
    g_free(lexicon);
}

static FactWord
find_long(const FactLexicon *lexicon, uint64_t hash, const char *folded, size_t len)
{
    const FactWordEntry *entries = lexicon->entries;
    uint32_t mask = lexicon->n_entries - 1;

    for (uint32_t i = (uint32_t)hash & mask; entries[i].word != 0; i = (i + 1) & mask) {
        if (entries[i].len == len && memcmp(entries[i].as.text.pointer, folded, len) == 0)
            return entries[i].word;
    }
    return 0;
}

FactWord
fact_lexicon_find_hashed(const FactLexicon *lexicon, uint64_t hash, const char *folded, size_t len)
{
    char bytes[FACT_WORD_SHORT_BYTES] = {0};

    if (len >= FACT_WORD_SHORT_BYTES)
        return find_long(lexicon, hash, folded, len);
    memcpy(bytes, folded, len);
    return fact_lexicon_find_short(lexicon, hash, fact_block_load(bytes));
}

void
fact_lexicon_reserve(FactLexicon *lexicon, guint n_words)
{
    uint32_t n_entries = lexicon->n_entries;

    g_return_if_fail(n_words < WORDS_MAX);
    while (is_crowded(n_entries, n_words))
        n_entries *= 2;
    if (n_entries > lexicon->n_entries)
        set_entries(lexicon, n_entries);
    if (lexicon->allocated <= n_words)
        set_allocated(lexicon, n_words);
}

static FactWord
add_new(FactLexicon *lexicon, uint64_t hash, const char *folded, size_t len)
{
    FactWordEntry entry = {.len = (uint32_t)len, .word = lexicon->n_words};

    g_assert(entry.word < WORDS_MAX);
    if (is_crowded(lexicon->n_entries, entry.word))
        set_entries(lexicon, lexicon->n_entries * 2);
    if (entry.word == lexicon->allocated)
        set_allocated(lexicon, lexicon->allocated * 2);
    if (is_short(&entry)) {
        memcpy(entry.as.bytes, folded, len);
    } else {
        entry.as.text.pointer = fact_arena_strndup(lexicon->arena, folded, len);
        entry.as.text.mark = LONG_MARK;
    }
    lexicon->lemmas[entry.word] = entry.word;
    lexicon->n_words++;
    insert(lexicon, hash, &entry);
    return entry.word;
}

static FactWord
add_folded(FactLexicon *lexicon, const char *folded, size_t len, uint32_t classes)
{
    uint64_t hash = fact_word_hash(folded, len);
    FactWord word = fact_lexicon_find_hashed(lexicon, hash, folded, len);

    g_return_val_if_fail(len > 0 && len < G_MAXUINT32, 0);
    if (word == 0)
        word = add_new(lexicon, hash, folded, len);
    fact_lexicon_mark(lexicon, word, classes);
    return word;
}

FactWord
fact_lexicon_add(FactLexicon *lexicon, const char *word, gssize len, uint32_t classes)
{
    size_t size = len < 0 ? strlen(word) : (size_t)len;
    char buffer[BUFFER_BYTES];
    g_autofree char *heap = size * 2 > sizeof buffer ? g_malloc(size * 2) : NULL;
    char *folded = heap != NULL ? heap : buffer;

    return add_folded(lexicon, folded, fact_word_fold(word, size, folded), classes);
}

void
fact_lexicon_set_lemma(FactLexicon *lexicon, FactWord word, FactWord lemma)
{
    g_return_if_fail(word > 0 && word < lexicon->n_words && lemma < lexicon->n_words);
    lexicon->lemmas[word] = lemma == 0 ? word : lemma;
}

FactWord
fact_lexicon_find(const FactLexicon *lexicon, const char *word, size_t len)
{
    char buffer[BUFFER_BYTES];
    g_autofree char *heap = len * 2 > sizeof buffer ? g_malloc(len * 2) : NULL;
    char *folded = heap != NULL ? heap : buffer;
    size_t folded_len = fact_word_fold(word, len, folded);

    return fact_lexicon_find_hashed(lexicon, fact_word_hash(folded, folded_len), folded,
                                    folded_len);
}

const char *
fact_lexicon_get_text(const FactLexicon *lexicon, FactWord word)
{
    g_return_val_if_fail(word < lexicon->n_words, "");
    return text_of(&lexicon->entries[lexicon->places[word]]);
}

guint
fact_lexicon_get_size(const FactLexicon *lexicon)
{
    return lexicon->n_words - 1;
}
