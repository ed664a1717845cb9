/* SPDX-License-Identifier: MIT
 *
 * The tokeniser: one pass over the bytes by class. Words are folded on the way, hashed once and
 * looked up once; nothing is allocated but the token array, which is kept from document to
 * document. Sentences are set afterwards by sentence.c.
 *
 * The fast path is ASCII, where a word shorter than a block is one load, one comparison and one
 * look-up; a byte above 0x7f decodes one code point and asks GLib what it is. Nothing waits for a
 * look-up but the token it is for, so that the processor goes on with the next words meanwhile.
 * (Looking up a bundle of words at a time, with their lines of the table fetched before, was as
 * fast and took a second loop.)
 */
#include "text/token.h"

#include "base/block.h"
#include "base/hash.h"
#include "text/char-class.h"
#include "text/sentence.h"
#include "text/spacing.h"
#include "text/word-shape.h"

/* Room that a short text begins with. */
#define TOKENS_MIN 128

typedef struct {
    const char *text;
    uint32_t len;
    uint32_t pos;
    uint16_t flags;        /* of the next token, for what stands before it */
    gboolean single_quote; /* a single quotation mark is open */
    gboolean free_hyphen;  /* one with spaces around it was met */
} Cursor;

static void
grow(FactTokens *tokens)
{
    tokens->allocated += tokens->allocated / 2;
    tokens->tokens = g_renew(FactToken, tokens->tokens, tokens->allocated);
}

/* Takes the flags for what stands before the next token. */
static inline uint16_t
take_flags(Cursor *cursor)
{
    uint16_t flags = cursor->flags;
    cursor->flags = FACT_TOKEN_GLUED;
    return flags;
}

static inline void
skip_space(Cursor *cursor, uint32_t next)
{
    cursor->pos = next;
    cursor->flags &= (uint16_t)~FACT_TOKEN_GLUED;
}

static inline void
skip_newline(Cursor *cursor, uint32_t next)
{
    if ((cursor->flags & FACT_TOKEN_NEWLINE) != 0)
        cursor->flags |= FACT_TOKEN_PARAGRAPH;
    cursor->flags |= FACT_TOKEN_NEWLINE | FACT_TOKEN_BREAK;
    skip_space(cursor, next);
}

static inline void
add_token(FactTokens *tokens, Cursor *cursor, FactToken token)
{
    tokens->tokens[tokens->n++] = token;
    cursor->pos = token.end;
}

static inline uint32_t
short_hash(uint64_t hash)
{
    return (uint32_t)(hash ^ (hash >> 32));
}

static inline void
set_word(FactToken *token, const FactWordEntry *entry)
{
    token->word = entry->word;
    token->classes = entry->classes;
    token->note = entry->note;
    token->flags |= (entry->classes & FACT_WORD_BEGINS_VALUE) != 0 ? FACT_TOKEN_VALUE : 0;
}

static void
add_word(FactTokens *tokens, Cursor *cursor, const FactWordShape *word, uint32_t end, uint16_t kind)
{
    uint64_t hash = fact_word_hash(word->folded, word->len);
    FactToken token = {.start = cursor->pos,
                       .end = end,
                       .flags = take_flags(cursor) | kind,
                       .mark = word->folded[0],
                       .hash = short_hash(hash)};

    if (!word->too_long) {
        FactWord known = fact_lexicon_find_hashed(tokens->lexicon, hash, word->folded, word->len);
        set_word(&token, fact_lexicon_get_entry(tokens->lexicon, known));
    }
    if (word->first_capital)
        token.flags |= FACT_TOKEN_CAPITAL;
    if (word->letters > 1 && word->capitals == word->letters)
        token.flags |= FACT_TOKEN_ALL_CAPS;
    if (word->has_digit)
        token.flags |= FACT_TOKEN_HAS_DIGIT | FACT_TOKEN_VALUE;
    add_token(tokens, cursor, token);
}

/* Whether @len letters at @text, with what follows them, are a word that a block holds and that
 * goes on with no digit, apostrophe, other letter, or dot of an initial. */
static inline gboolean
is_plain_word(const char *text, guint len)
{
    static const uint8_t may_go_on[256] = {
        ['0' ... '9'] = TRUE, ['\''] = TRUE, ['.'] = TRUE, [0x80 ... 0xff] = TRUE};

    if (len - 1 >= FACT_WORD_SHORT_BYTES - 1)
        return FALSE;
    return !may_go_on[(uint8_t)text[len]] || (text[len] == '.' && len > 1);
}

/* How a word of @len letters that begins with a capital is written. */
static inline uint16_t
capital_flags(FactBlock block, guint len)
{
    guint capitals = fact_block_first(~fact_block_bitmap(fact_block_between(block, 'A', 'Z')));

    return FACT_TOKEN_CAPITAL | (len > 1 && capitals == len ? FACT_TOKEN_ALL_CAPS : 0);
}

/* Most of a text by far: runs of ASCII letters that are shorter than a block, a space between them.
 * Goes on until something else comes or there is no more room, with all it keeps in registers. The
 * text is padded, so that all of a block can be read, and there is room for one token. */
static void
scan_plain_words(FactTokens *tokens, Cursor *cursor)
{
    const FactLexicon *lexicon = tokens->lexicon;
    const char *text = cursor->text;
    FactToken *token = &tokens->tokens[tokens->n];
    const FactToken *end = &tokens->tokens[tokens->allocated - 1]; /* the sentinel's */
    uint32_t pos = cursor->pos;
    uint32_t flags = cursor->flags;

    do {
        FactBlock block = fact_block_load(text + pos);
        FactBlock folded = block | 0x20;
        guint len = fact_block_first(~fact_block_bitmap(fact_block_between(folded, 'a', 'z')));
        if (!is_plain_word(text + pos, len))
            break;
        folded = fact_block_head(folded, len);
        uint64_t hash = fact_word_hash_short(folded);
        const FactWordEntry *entry = fact_lexicon_find_entry(lexicon, hash, folded);
        flags |= FACT_TOKEN_WORD;
        if ((uint8_t)text[pos] < 'a')
            flags |= capital_flags(block, len);
        flags |= (entry->classes & FACT_WORD_BEGINS_VALUE) != 0 ? FACT_TOKEN_VALUE : 0;
        *token++ = (FactToken){.start = pos,
                               .end = pos + len,
                               .word = entry->word,
                               .classes = entry->classes,
                               .note = entry->note,
                               .flags = (uint16_t)flags,
                               .mark = (char)folded[0],
                               .hash = short_hash(hash)};
        pos += len;
        uint32_t is_space = text[pos] == ' ';
        flags = is_space ^ 1 ? FACT_TOKEN_GLUED : 0;
        pos += is_space;
    } while (fact_byte_class[(uint8_t)text[pos]] == FACT_BYTE_LETTER && token < end);
    cursor->pos = pos;
    cursor->flags = (uint16_t)flags;
    tokens->n = (guint)(token - tokens->tokens);
}

static void
scan_word(FactTokens *tokens, Cursor *cursor)
{
    FactWordShape word;
    uint32_t end = fact_word_shape_read(cursor->text, cursor->pos, &word);
    add_word(tokens, cursor, &word, end, FACT_TOKEN_WORD);
    if (cursor->text[end - 1] == '.')
        cursor->flags |= FACT_TOKEN_BREAK;
}

/* A possessive "'s", or the bare apostrophe after a plural while no single quotation is open. */
static gboolean
scan_possessive(FactTokens *tokens, Cursor *cursor)
{
    if (tokens->n == 0 || (cursor->flags & FACT_TOKEN_GLUED) == 0)
        return FALSE;
    const FactToken *before = &tokens->tokens[tokens->n - 1];
    uint32_t quote = fact_char_apostrophe(cursor->text, cursor->pos);
    if (quote == 0 || (before->flags & (FACT_TOKEN_WORD | FACT_TOKEN_NUMBER)) == 0)
        return FALSE;
    uint32_t after = cursor->pos + quote;
    char c = cursor->text[after];
    gboolean has_s = (c == 's' || c == 'S') && !fact_char_is_alnum(cursor->text, after + 1);
    char last = cursor->text[cursor->pos - 1];
    if (!has_s && (cursor->single_quote || (last != 's' && last != 'S') ||
                   fact_char_is_letter(cursor->text, after)))
        return FALSE;
    FactWordShape word;
    memcpy(word.folded, "'s", 3);
    word.len = 2;
    word.letters = 1;
    word.capitals = 0;
    word.too_long = word.has_digit = word.first_capital = FALSE;
    add_word(tokens, cursor, &word, after + (has_s ? 1 : 0),
             FACT_TOKEN_POSSESSIVE | FACT_TOKEN_VALUE);
    return TRUE;
}

static void
scan_number(FactTokens *tokens, Cursor *cursor)
{
    const char *text = cursor->text;
    uint32_t pos = cursor->pos;
    for (;;) {
        while (fact_byte_class[(uint8_t)text[pos]] == FACT_BYTE_DIGIT)
            pos++;
        if ((text[pos] == '.' || text[pos] == ',') &&
            fact_byte_class[(uint8_t)text[pos + 1]] == FACT_BYTE_DIGIT)
            pos++;
        else
            break;
    }
    add_token(tokens, cursor,
              (FactToken){.start = cursor->pos,
                          .end = pos,
                          .flags = take_flags(cursor) | FACT_TOKEN_NUMBER | FACT_TOKEN_HAS_DIGIT |
                                   FACT_TOKEN_VALUE});
}

/* What a mark is beside PUNCT or SYMBOL. */
static const uint16_t mark_flags[128] = {
    ['-'] = FACT_TOKEN_DASH,
    ['"'] = FACT_TOKEN_QUOTE,
    ['`'] = FACT_TOKEN_QUOTE,
    ['\''] = FACT_TOKEN_QUOTE | FACT_TOKEN_VALUE,
};

/* Whether a mark of punctuation may stand at the end of a sentence. */
static const uint16_t end_flags[128] = {
    ['.'] = FACT_TOKEN_BREAK, ['!'] = FACT_TOKEN_BREAK,  ['?'] = FACT_TOKEN_BREAK,
    ['"'] = FACT_TOKEN_BREAK, ['\''] = FACT_TOKEN_BREAK, [')'] = FACT_TOKEN_BREAK,
    [']'] = FACT_TOKEN_BREAK,
};

/* The end of a mark that may be said several times: dots, dashes, and the quotes of TeX. */
static uint32_t
run_end(const char *text, uint32_t start, uint32_t end)
{
    char same = text[start];

    while (text[end] == same && (uint8_t)same < 0x80)
        end++;
    return end;
}

static inline void
add_mark(FactTokens *tokens, Cursor *cursor, uint8_t class, char mark, uint32_t end)
{
    uint16_t flags = take_flags(cursor) | mark_flags[(uint8_t)mark];

    if (class == FACT_BYTE_PUNCT) {
        flags |= FACT_TOKEN_PUNCT;
        cursor->flags |= end_flags[(uint8_t)mark];
    } else {
        flags |= FACT_TOKEN_SYMBOL;
        if (mark == '$' || mark == '\0')
            flags |= FACT_TOKEN_VALUE;
    }
    add_token(tokens, cursor,
              (FactToken){.start = cursor->pos, .end = end, .flags = flags, .mark = mark});
}

/* Marks that are what they are wherever they stand, which most are: commas, full stops, brackets.
 */
static inline gboolean
scan_lone_mark(FactTokens *tokens, Cursor *cursor, uint8_t class)
{
    const char *mark = cursor->text + cursor->pos;

    if (class != FACT_BYTE_PUNCT && class != FACT_BYTE_SYMBOL)
        return FALSE;
    if (*mark == '-' || *mark == '`' || *mark == '\'' || (*mark == '.' && mark[1] == '.'))
        return FALSE;
    add_mark(tokens, cursor, class, *mark, cursor->pos + 1);
    return TRUE;
}

static void
scan_mark(FactTokens *tokens, Cursor *cursor, uint8_t class, char mark, uint32_t end)
{
    const char *text = cursor->text;
    uint32_t start = cursor->pos;
    gboolean is_glued = (cursor->flags & FACT_TOKEN_GLUED) != 0;

    if (mark == '.' || mark == '-' || mark == '`' || mark == '\'') {
        end = run_end(text, start, end);
        if (end - start == 2 && (mark == '`' || mark == '\''))
            mark = '"'; /* ``TeX'' quotes */
        else if (mark == '\'')
            cursor->single_quote = !is_glued && fact_char_is_alnum(text, end);
        else if (mark == '-' && end - start == 1 && !is_glued && text[end] == ' ')
            cursor->free_hyphen = TRUE;
    }
    add_mark(tokens, cursor, class, mark, end);
}

void
fact_tokens_init(FactTokens *tokens, const FactLexicon *lexicon)
{
    *tokens = (FactTokens){.lexicon = lexicon};
}

void
fact_tokens_clear(FactTokens *tokens)
{
    g_clear_pointer(&tokens->tokens, g_free);
    g_clear_pointer(&tokens->sentences, g_free);
    g_clear_pointer(&tokens->breaks, g_free);
    *tokens = (FactTokens){.lexicon = tokens->lexicon};
}

static void
scan_next(FactTokens *tokens, Cursor *cursor)
{
    uint8_t c = (uint8_t)cursor->text[cursor->pos];
    uint8_t class = fact_byte_class[c];
    char mark = (char)c;
    uint32_t next = cursor->pos + 1;
    if (class == FACT_BYTE_HIGH) {
        FactCharClass wide = fact_char_classify(fact_char_decode(cursor->text, cursor->pos, &next));
        class = wide.class;
        mark = wide.mark;
    }
    switch (class) {
    case FACT_BYTE_NEWLINE:
        skip_newline(cursor, next);
        break;
    case FACT_BYTE_LETTER:
        scan_word(tokens, cursor);
        break;
    case FACT_BYTE_DIGIT:
        scan_number(tokens, cursor);
        break;
    case FACT_BYTE_PUNCT:
        if (mark != '\'' || !scan_possessive(tokens, cursor))
            scan_mark(tokens, cursor, class, mark, next);
        break;
    case FACT_BYTE_SYMBOL:
        scan_mark(tokens, cursor, class, mark, next);
        break;
    default:
        skip_space(cursor, next);
        break;
    }
}

void
fact_tokens_split(FactTokens *tokens, const char *text, size_t len)
{
    Cursor cursor;
    cursor.text = text;
    cursor.len = (uint32_t)len;
    cursor.pos = 0;
    cursor.flags = FACT_TOKEN_NEWLINE | FACT_TOKEN_PARAGRAPH | FACT_TOKEN_BREAK;
    cursor.single_quote = cursor.free_hyphen = FALSE;
    tokens->text = text;
    tokens->text_len = len;
    tokens->n = 0;
    if (tokens->allocated < len / 5 + TOKENS_MIN) {
        tokens->allocated = (guint)(len / 5) + TOKENS_MIN;
        tokens->tokens = g_renew(FactToken, tokens->tokens, tokens->allocated);
    }
    while (cursor.pos < cursor.len) {
        uint32_t pos = cursor.pos;
        if (tokens->n + 2 > tokens->allocated) /* a token and the sentinel */
            grow(tokens);
        uint8_t class = fact_byte_class[(uint8_t)text[pos]];
        if (class == FACT_BYTE_LETTER)
            scan_plain_words(tokens, &cursor);
        if (cursor.pos > pos)
            continue;
        if (!scan_lone_mark(tokens, &cursor, class))
            scan_next(tokens, &cursor);
        if (text[cursor.pos] == ' ')
            skip_space(&cursor, cursor.pos + 1);
    }
    tokens->tokens[tokens->n] = (FactToken){.start = (uint32_t)len, .end = (uint32_t)len};
    tokens->is_spaced = FALSE;
    if (cursor.free_hyphen)
        fact_spacing_mend(tokens);
    fact_sentences_split(tokens);
}

guint
fact_tokens_sentence_of(const FactTokens *tokens, guint i)
{
    guint low = 0;
    guint high = tokens->n_sentences;
    while (low + 1 < high) {
        guint middle = low + (high - low) / 2;
        if (tokens->sentences[middle] <= i)
            low = middle;
        else
            high = middle;
    }
    return low;
}
