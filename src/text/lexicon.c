/* SPDX-License-Identifier: MIT
 *
 * Open addressing with linear probing. A slot is eight bytes, so a line of cache holds eight; half
 * of a word's hash picks the slot and the other half is kept in it, so that the bytes are compared
 * for true matches only. A bitmap in front, a byte per slot, answers for most unknown words.
 */
#include "text/lexicon.h"

#include "base/arena.h"
#include "base/hash.h"

#include <string.h>

#define SLOTS_MIN 1024

typedef struct {
    const char *text; /* folded; in the arena */
    uint32_t len;
    uint32_t classes;
    FactWord lemma; /* 0: itself */
} Entry;

typedef struct {
    uint32_t tag;  /* high half of the hash */
    FactWord word; /* 0: free */
} Slot;

struct FactLexicon {
    FactArena *arena;
    GArray *entries; /* of Entry; the first one is word 0 */
    Slot *slots;
    uint64_t *bitmap; /* eight bits a slot */
    uint32_t n_slots; /* a power of two, at least twice the words */
};

static size_t
fold_character(gunichar c, char *out)
{
    if (c == 0x2019) {
        *out = '\'';
        return 1;
    }
    return (size_t)g_unichar_to_utf8(g_unichar_tolower(c), out);
}

size_t
fact_word_fold(const char *word, size_t len, char *out)
{
    const char *end = word + len;
    size_t n = 0;

    while (word < end) {
        gunichar c = (unsigned char)*word;

        if (c < 0x80) {
            out[n++] = g_ascii_tolower(*word++);
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

FactLexicon *
fact_lexicon_new(void)
{
    FactLexicon *lexicon = g_new0(FactLexicon, 1);
    Entry nothing = {"", 0, 0, 0};

    lexicon->arena = fact_arena_new();
    lexicon->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_append_val(lexicon->entries, nothing);
    lexicon->n_slots = SLOTS_MIN;
    lexicon->slots = g_new0(Slot, lexicon->n_slots);
    lexicon->bitmap = g_new0(uint64_t, lexicon->n_slots / 8);
    return lexicon;
}

void
fact_lexicon_free(FactLexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    fact_arena_free(lexicon->arena);
    g_array_unref(lexicon->entries);
    g_free(lexicon->slots);
    g_free(lexicon->bitmap);
    g_free(lexicon);
}

static inline const Entry *
get_entry(const FactLexicon *lexicon, FactWord word)
{
    return &g_array_index(lexicon->entries, Entry, word);
}

/* memcmp for words: those up to sixteen bytes are compared by loads that may overlap, without a
 * call. Both have @len bytes. */
static inline gboolean
bytes_equal(const char *a, const char *b, size_t len)
{
    if (len > 16)
        return memcmp(a, b, len) == 0;
    if (len >= 8)
        return fact_hash_read_8(a) == fact_hash_read_8(b) &&
               fact_hash_read_8(a + len - 8) == fact_hash_read_8(b + len - 8);
    if (len >= 4)
        return fact_hash_read_4(a) == fact_hash_read_4(b) &&
               fact_hash_read_4(a + len - 4) == fact_hash_read_4(b + len - 4);
    for (size_t i = 0; i < len; i++) {
        if (a[i] != b[i])
            return FALSE;
    }
    return TRUE;
}

static inline uint32_t
bit_of(const FactLexicon *lexicon, uint64_t hash)
{
    return (uint32_t)(hash >> 24) & (lexicon->n_slots * 8 - 1);
}

FactWord
fact_lexicon_find_hashed(const FactLexicon *lexicon, uint64_t hash, const char *folded, size_t len)
{
    uint32_t mask = lexicon->n_slots - 1;
    uint32_t tag = (uint32_t)(hash >> 32);
    uint32_t bit = bit_of(lexicon, hash);

    if ((lexicon->bitmap[bit / 64] >> (bit % 64) & 1) == 0)
        return 0;
    for (uint32_t i = (uint32_t)hash & mask; lexicon->slots[i].word != 0; i = (i + 1) & mask) {
        const Entry *entry;

        if (lexicon->slots[i].tag != tag)
            continue;
        entry = get_entry(lexicon, lexicon->slots[i].word);
        if (entry->len == len && bytes_equal(entry->text, folded, len))
            return lexicon->slots[i].word;
    }
    return 0;
}

static void
insert(FactLexicon *lexicon, uint64_t hash, FactWord word)
{
    uint32_t mask = lexicon->n_slots - 1;
    uint32_t bit = bit_of(lexicon, hash);
    uint32_t i = (uint32_t)hash & mask;

    while (lexicon->slots[i].word != 0)
        i = (i + 1) & mask;
    lexicon->slots[i] = (Slot){(uint32_t)(hash >> 32), word};
    lexicon->bitmap[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static void
grow(FactLexicon *lexicon)
{
    g_assert(lexicon->n_slots <= G_MAXUINT32 / 16);
    g_free(lexicon->slots);
    g_free(lexicon->bitmap);
    lexicon->n_slots *= 2;
    lexicon->slots = g_new0(Slot, lexicon->n_slots);
    lexicon->bitmap = g_new0(uint64_t, lexicon->n_slots / 8);
    for (FactWord word = 1; word < lexicon->entries->len; word++) {
        const Entry *entry = get_entry(lexicon, word);

        insert(lexicon, fact_hash_bytes(entry->text, entry->len), word);
    }
}

FactWord
fact_lexicon_add(FactLexicon *lexicon, const char *word, gssize len, uint32_t classes)
{
    size_t size = len < 0 ? strlen(word) : (size_t)len;
    g_autofree char *folded = g_malloc(size * 2 + 1);
    size_t folded_len = fact_word_fold(word, size, folded);
    uint64_t hash = fact_hash_bytes(folded, folded_len);
    FactWord found = fact_lexicon_find_hashed(lexicon, hash, folded, folded_len);

    g_return_val_if_fail(folded_len > 0 && folded_len < G_MAXUINT32, 0);
    if (found == 0) {
        Entry entry = {fact_arena_strndup(lexicon->arena, folded, folded_len), (uint32_t)folded_len,
                       0, 0};

        found = lexicon->entries->len;
        if (found * 2 > lexicon->n_slots)
            grow(lexicon);
        g_array_append_val(lexicon->entries, entry);
        insert(lexicon, hash, found);
    }
    g_array_index(lexicon->entries, Entry, found).classes |= classes;
    return found;
}

void
fact_lexicon_set_lemma(FactLexicon *lexicon, FactWord word, FactWord lemma)
{
    g_return_if_fail(word > 0 && word < lexicon->entries->len && lemma < lexicon->entries->len);
    g_array_index(lexicon->entries, Entry, word).lemma = lemma;
}

FactWord
fact_lexicon_find(const FactLexicon *lexicon, const char *word, size_t len)
{
    char buffer[256];
    g_autofree char *heap = len * 2 > sizeof buffer ? g_malloc(len * 2) : NULL;
    char *folded = heap != NULL ? heap : buffer;
    size_t folded_len = fact_word_fold(word, len, folded);

    return fact_lexicon_find_hashed(lexicon, fact_hash_bytes(folded, folded_len), folded,
                                    folded_len);
}

uint32_t
fact_lexicon_get_classes(const FactLexicon *lexicon, FactWord word)
{
    g_return_val_if_fail(word < lexicon->entries->len, 0);
    return get_entry(lexicon, word)->classes;
}

FactWord
fact_lexicon_get_lemma(const FactLexicon *lexicon, FactWord word)
{
    FactWord lemma;

    g_return_val_if_fail(word < lexicon->entries->len, 0);
    lemma = get_entry(lexicon, word)->lemma;
    return lemma != 0 ? lemma : word;
}

const char *
fact_lexicon_get_text(const FactLexicon *lexicon, FactWord word)
{
    g_return_val_if_fail(word < lexicon->entries->len, "");
    return get_entry(lexicon, word)->text;
}

guint
fact_lexicon_get_size(const FactLexicon *lexicon)
{
    return lexicon->entries->len - 1;
}
