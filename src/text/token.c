/* SPDX-License-Identifier: MIT
 *
 * The tokeniser: one pass over the bytes by class. Words are folded on the way, hashed once and
 * looked up once, a bundle of them at a time; nothing is allocated but the token array, which is
 * kept from document to document. Sentences are set afterwards by sentence.c.
 *
 * The fast path is ASCII, where a word shorter than a block is one load, one comparison and one
 * look-up; a byte above 0x7f decodes one code point and asks GLib what it is.
 */
#include "text/token.h"

#include "base/block.h"
#include "base/hash.h"
#include "text/char-class.h"
#include "text/sentence.h"
#include "text/spacing.h"
#include "text/word-shape.h"

/* Words that are looked up together. */
#define LOOKUPS_MAX 32

/* A short word that is to be looked up. */
typedef struct {
    FactBlock folded; /* zeros behind it */
    uint64_t hash;
    guint token;
} Lookup;

typedef struct {
    const char *text;
    uint32_t len;
    uint32_t pos;
    uint32_t last_end;     /* end of the token before */
    guint newlines;        /* line breaks since then */
    uint16_t after;        /* flags of the next token for what stands before it */
    gboolean single_quote; /* a single quotation mark is open */
    gboolean free_hyphen;  /* one with spaces around it was met */
    guint n_lookups;
    Lookup lookups[LOOKUPS_MAX];
} Cursor;

static void
grow(FactTokens *tokens, guint n)
{
    tokens->allocated = MAX(n, tokens->allocated + tokens->allocated / 2);
    tokens->tokens = g_renew(FactToken, tokens->tokens, tokens->allocated);
}

/* Opens the next token; flags that depend on what stands before it are set here. */
static inline FactToken *
open_token(FactTokens *tokens, Cursor *cursor, uint32_t start)
{
    FactToken *token = &tokens->tokens[tokens->n];
    uint16_t flags = cursor->after;

    if (cursor->newlines > 0 || tokens->n == 0) {
        flags |= FACT_TOKEN_NEWLINE | FACT_TOKEN_BREAK;
        flags |= cursor->newlines != 1 ? FACT_TOKEN_PARAGRAPH : 0;
    } else if (start == cursor->last_end) {
        flags |= FACT_TOKEN_GLUED;
    }
    *token = (FactToken){.start = start, .flags = flags};
    cursor->newlines = 0;
    cursor->after = 0;
    return token;
}

static inline void
close_token(FactTokens *tokens, Cursor *cursor, FactToken *token, uint32_t end)
{
    token->end = end;
    cursor->last_end = end;
    cursor->pos = end;
    tokens->n++;
}

static inline void
set_word(const FactTokens *tokens, FactToken *token, FactWord word)
{
    token->word = word;
    token->classes = fact_lexicon_get_classes(tokens->lexicon, word);
    if ((token->classes & FACT_WORD_BEGINS_VALUE) != 0)
        token->flags |= FACT_TOKEN_VALUE;
}

static void
finish_word(FactTokens *tokens, FactToken *token, const FactWordShape *word, uint16_t kind)
{
    uint64_t hash = fact_hash_bytes(word->folded, word->len);
    token->hash = (uint32_t)(hash ^ (hash >> 32));
    token->mark = word->folded[0];
    token->flags |= kind;
    if (!word->too_long)
        set_word(tokens, token,
                 fact_lexicon_find_hashed(tokens->lexicon, hash, word->folded, word->len));
    if (word->first_capital)
        token->flags |= FACT_TOKEN_CAPITAL;
    if (word->letters > 1 && word->capitals == word->letters)
        token->flags |= FACT_TOKEN_ALL_CAPS;
    if (word->has_digit)
        token->flags |= FACT_TOKEN_HAS_DIGIT | FACT_TOKEN_VALUE;
}

static void
do_lookups(FactTokens *tokens, Cursor *cursor)
{
    const FactLexicon *lexicon = tokens->lexicon;

    for (guint i = 0; i < cursor->n_lookups; i++)
        fact_lexicon_prefetch_word(lexicon, cursor->lookups[i].hash);
    for (guint i = 0; i < cursor->n_lookups; i++) {
        const Lookup *lookup = &cursor->lookups[i];

        set_word(tokens, &tokens->tokens[lookup->token],
                 fact_lexicon_find_short(lexicon, lookup->hash, lookup->folded));
    }
    cursor->n_lookups = 0;
}

/* Lets the token that is open be looked up. */
static inline void
add_lookup(FactTokens *tokens, Cursor *cursor, uint64_t hash, FactBlock folded)
{
    if (cursor->n_lookups == LOOKUPS_MAX)
        do_lookups(tokens, cursor);
    fact_lexicon_prefetch_slot(tokens->lexicon, hash);
    cursor->lookups[cursor->n_lookups++] = (Lookup){folded, hash, tokens->n};
}

/* Whether a run of letters that @after follows, a byte that is none, may go on behind it. */
static inline gboolean
may_go_on(uint8_t after)
{
    return fact_byte_class[after] == FACT_BYTE_DIGIT || fact_byte_class[after] == FACT_BYTE_HIGH ||
           after == '\'';
}

/* Most words by far: a run of ASCII letters that is shorter than a block. FALSE where it is
 * another, and nothing is done then. The text is padded, so that all of a block can be read. */
static inline gboolean
scan_plain_word(FactTokens *tokens, Cursor *cursor)
{
    const char *text = cursor->text + cursor->pos;
    FactBlock block = fact_block_load(text);
    FactBlock folded = block | 0x20;
    guint len = fact_block_first(~fact_block_bitmap(fact_block_between(folded, 'a', 'z')));
    if (len >= FACT_WORD_SHORT_BYTES || may_go_on((uint8_t)text[len]) ||
        (len == 1 && text[1] == '.'))
        return FALSE;
    char bytes[FACT_BLOCK_BYTES];
    folded = fact_block_head(folded, len);
    fact_block_store(folded, bytes);
    FactToken *token = open_token(tokens, cursor, cursor->pos);
    uint64_t hash = fact_hash_bytes(bytes, len);
    token->hash = (uint32_t)(hash ^ (hash >> 32));
    token->mark = bytes[0];
    token->flags |= FACT_TOKEN_WORD;
    add_lookup(tokens, cursor, hash, folded);
    if (text[0] < 'a') {
        guint capitals = fact_block_first(~fact_block_bitmap(fact_block_between(block, 'A', 'Z')));
        token->flags |= FACT_TOKEN_CAPITAL;
        if (len > 1 && capitals == len)
            token->flags |= FACT_TOKEN_ALL_CAPS;
    }
    close_token(tokens, cursor, token, cursor->pos + len);
    return TRUE;
}

static void
scan_word(FactTokens *tokens, Cursor *cursor)
{
    FactWordShape word;
    FactToken *token = open_token(tokens, cursor, cursor->pos);
    uint32_t end = fact_word_shape_read(cursor->text, cursor->pos, &word);
    finish_word(tokens, token, &word, FACT_TOKEN_WORD);
    close_token(tokens, cursor, token, end);
    cursor->after = cursor->text[end - 1] == '.' ? FACT_TOKEN_BREAK : 0;
}

/* A possessive "'s", or the bare apostrophe after a plural while no single quotation is open. */
static gboolean
scan_possessive(FactTokens *tokens, Cursor *cursor)
{
    if (tokens->n == 0 || cursor->pos != cursor->last_end || cursor->newlines > 0)
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
    FactToken *token = open_token(tokens, cursor, cursor->pos);
    FactWordShape word = {.folded = "'s", .len = 2, .letters = 1};
    finish_word(tokens, token, &word, FACT_TOKEN_POSSESSIVE | FACT_TOKEN_VALUE);
    close_token(tokens, cursor, token, after + (has_s ? 1 : 0));
    return TRUE;
}

static void
scan_number(FactTokens *tokens, Cursor *cursor)
{
    const char *text = cursor->text;
    FactToken *token = open_token(tokens, cursor, cursor->pos);
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
    token->flags |= FACT_TOKEN_NUMBER | FACT_TOKEN_HAS_DIGIT | FACT_TOKEN_VALUE;
    close_token(tokens, cursor, token, pos);
}

static uint16_t
mark_flags(char mark)
{
    switch (mark) {
    case '-':
        return FACT_TOKEN_DASH;
    case '"':
    case '`':
        return FACT_TOKEN_QUOTE;
    default:
        return 0;
    }
}

/* Whether a mark of punctuation may stand at the end of a sentence. */
static gboolean
may_end(char mark)
{
    switch (mark) {
    case '.':
    case '!':
    case '?':
    case '"':
    case '\'':
    case ')':
    case ']':
        return TRUE;
    default:
        return FALSE;
    }
}

static void
scan_mark(FactTokens *tokens, Cursor *cursor, uint8_t class, char mark, uint32_t end)
{
    const char *text = cursor->text;
    uint32_t start = cursor->pos;
    FactToken *token = open_token(tokens, cursor, start);
    token->mark = mark;
    token->flags |=
        class == FACT_BYTE_PUNCT ? FACT_TOKEN_PUNCT : FACT_TOKEN_SYMBOL | FACT_TOKEN_VALUE;
    token->flags |= mark_flags(mark);
    if (mark == '.' || mark == '-' || mark == '`' || mark == '\'') {
        char same = text[start];
        while (text[end] == same && (uint8_t)same < 0x80)
            end++;
        if (end - start == 2 && (mark == '`' || mark == '\'')) {
            token->mark = '"'; /* ``TeX'' quotes */
            token->flags |= FACT_TOKEN_QUOTE;
        }
    }
    if (mark == '-' && end - start == 1 && (token->flags & FACT_TOKEN_GLUED) == 0 &&
        text[end] == ' ')
        cursor->free_hyphen = TRUE;
    if (token->mark == '\'') {
        gboolean opens = (token->flags & FACT_TOKEN_GLUED) == 0 && fact_char_is_alnum(text, end);
        cursor->single_quote = opens;
        token->flags |= FACT_TOKEN_QUOTE | FACT_TOKEN_VALUE;
    }
    close_token(tokens, cursor, token, end);
    if (class == FACT_BYTE_PUNCT && may_end(token->mark))
        cursor->after = FACT_TOKEN_BREAK;
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
        cursor->newlines++;
        cursor->pos = next;
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
        cursor->pos = next;
        break;
    }
}

void
fact_tokens_split(FactTokens *tokens, const char *text, size_t len)
{
    Cursor cursor;
    cursor.text = text;
    cursor.len = (uint32_t)len;
    cursor.pos = cursor.last_end = 0;
    cursor.newlines = cursor.n_lookups = 0;
    cursor.after = 0;
    cursor.single_quote = cursor.free_hyphen = FALSE;
    tokens->text = text;
    tokens->text_len = len;
    tokens->n = 0;
    if (tokens->allocated < len / 5 + 64)
        grow(tokens, (guint)(len / 5) + 64);
    while (cursor.pos < cursor.len) {
        uint8_t class = fact_byte_class[(uint8_t)text[cursor.pos]];
        if (class == FACT_BYTE_SPACE) {
            cursor.pos++;
            continue;
        }
        if (tokens->n + 2 > tokens->allocated)
            grow(tokens, tokens->n + 2);
        if (class != FACT_BYTE_LETTER || !scan_plain_word(tokens, &cursor))
            scan_next(tokens, &cursor);
    }
    do_lookups(tokens, &cursor);
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
