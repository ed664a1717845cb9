/* SPDX-License-Identifier: MIT
 *
 * Open addressing with linear probing. A slot is four bytes, so a line of cache holds sixteen. A
 * known word takes two lines of cache, its slot and its entry, an unknown one the slot alone. (A
 * bitmap in front of the slots was tried: most words of a text are known, and for those it is a
 * third line. So was a table of the words met lately: it helped texts of few words and cost others
 * as much.)
 */
#include "text/lexicon.h"

#include "base/arena.h"
#include "base/hash.h"

#include <string.h>

#define SLOTS_MIN 1024
#define INFOS_MIN 256
/* What a slot has room for. */
#define WORDS_MAX (1u << (32 - FACT_LEXICON_TAG_BITS))
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

static void
add_entry(FactLexicon *lexicon, const char *folded, size_t len)
{
    FactWordInfo info = {.len = (uint32_t)len, .lemma = lexicon->n_infos};

    if (lexicon->n_infos == lexicon->allocated) {
        lexicon->allocated = MAX(INFOS_MIN, lexicon->allocated * 2);
        lexicon->infos = g_renew(FactWordInfo, lexicon->infos, lexicon->allocated);
    }
    if (len < FACT_WORD_SHORT_BYTES) {
        memcpy(info.as.bytes, folded, len);
    } else {
        info.as.text.pointer = fact_arena_strndup(lexicon->arena, folded, len);
        info.as.text.mark = LONG_MARK;
    }
    lexicon->infos[lexicon->n_infos++] = info;
}

FactLexicon *
fact_lexicon_new(void)
{
    FactLexicon *lexicon = g_new0(FactLexicon, 1);

    lexicon->arena = fact_arena_new();
    lexicon->n_slots = SLOTS_MIN;
    lexicon->slots = g_new0(FactLexiconSlot, lexicon->n_slots);
    add_entry(lexicon, "", 0);
    return lexicon;
}

void
fact_lexicon_free(FactLexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    fact_arena_free(lexicon->arena);
    g_free(lexicon->infos);
    g_free(lexicon->slots);
    g_free(lexicon);
}

static inline const char *
text_of(const FactWordInfo *info)
{
    return info->len < FACT_WORD_SHORT_BYTES ? info->as.bytes : info->as.text.pointer;
}

static FactWord
find_long(const FactLexicon *lexicon, uint64_t hash, const char *folded, size_t len)
{
    const FactLexiconSlot *slots = lexicon->slots;
    uint32_t mask = lexicon->n_slots - 1;
    uint32_t tag = fact_lexicon_tag(hash);

    for (uint32_t i = (uint32_t)hash & mask; slots[i] != 0; i = (i + 1) & mask) {
        FactWord word = fact_lexicon_slot_word(slots[i]);
        const FactWordInfo *info = &lexicon->infos[word];

        if (fact_lexicon_slot_has_tag(slots[i], tag) && info->len == len &&
            memcmp(info->as.text.pointer, folded, len) == 0)
            return word;
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

static void
insert(FactLexicon *lexicon, uint64_t hash, FactWord word)
{
    uint32_t mask = lexicon->n_slots - 1;
    uint32_t i = (uint32_t)hash & mask;

    while (lexicon->slots[i] != 0)
        i = (i + 1) & mask;
    lexicon->slots[i] = word << FACT_LEXICON_TAG_BITS | fact_lexicon_tag(hash);
}

static void
set_slots(FactLexicon *lexicon, uint32_t n_slots)
{
    g_free(lexicon->slots);
    lexicon->n_slots = n_slots;
    lexicon->slots = g_new0(FactLexiconSlot, n_slots);
    for (FactWord word = 1; word < lexicon->n_infos; word++) {
        const FactWordInfo *info = &lexicon->infos[word];

        insert(lexicon, fact_word_hash(text_of(info), info->len), word);
    }
}

void
fact_lexicon_reserve(FactLexicon *lexicon, guint n_words)
{
    uint32_t n_slots = lexicon->n_slots;

    g_return_if_fail(n_words < WORDS_MAX);
    while (n_slots / 2 < n_words)
        n_slots *= 2;
    if (n_slots > lexicon->n_slots)
        set_slots(lexicon, n_slots);
    if (lexicon->allocated <= n_words) {
        lexicon->allocated = n_words + 1;
        lexicon->infos = g_renew(FactWordInfo, lexicon->infos, lexicon->allocated);
    }
}

static FactWord
add_folded(FactLexicon *lexicon, const char *folded, size_t len, uint32_t classes)
{
    uint64_t hash = fact_word_hash(folded, len);
    FactWord word = fact_lexicon_find_hashed(lexicon, hash, folded, len);

    g_return_val_if_fail(len > 0 && len < G_MAXUINT32, 0);
    if (word == 0) {
        word = lexicon->n_infos;
        g_assert(word < WORDS_MAX);
        if (word * 2 > lexicon->n_slots)
            set_slots(lexicon, lexicon->n_slots * 2);
        add_entry(lexicon, folded, len);
        insert(lexicon, hash, word);
    }
    lexicon->infos[word].classes |= classes;
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
    g_return_if_fail(word > 0 && word < lexicon->n_infos && lemma < lexicon->n_infos);
    lexicon->infos[word].lemma = lemma == 0 ? word : lemma;
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
    g_return_val_if_fail(word < lexicon->n_infos, "");
    return text_of(&lexicon->infos[word]);
}

guint
fact_lexicon_get_size(const FactLexicon *lexicon)
{
    return lexicon->n_infos - 1;
}
