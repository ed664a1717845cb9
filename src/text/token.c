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
#include "text/sentence.h"
#include "text/spacing.h"

#include <string.h>

/* Longer words are kept as tokens, but no lexicon holds them. */
#define WORD_BYTES_MAX 96
/* Words that are looked up together. */
#define LOOKUPS_MAX 32

enum {
    BYTE_OTHER, /* controls */
    BYTE_SPACE,
    BYTE_NEWLINE,
    BYTE_LETTER,
    BYTE_DIGIT,
    BYTE_PUNCT,
    BYTE_SYMBOL,
    BYTE_HIGH, /* part of a code point above 0x7f */
};

static const uint8_t byte_class[256] = {
    ['\t'] = BYTE_SPACE,  ['\v'] = BYTE_SPACE,  ['\f'] = BYTE_SPACE,  ['\r'] = BYTE_SPACE,
    [' '] = BYTE_SPACE,   ['\n'] = BYTE_NEWLINE,
    ['a' ... 'z'] = BYTE_LETTER, ['A' ... 'Z'] = BYTE_LETTER, ['0' ... '9'] = BYTE_DIGIT,
    ['!'] = BYTE_PUNCT,   ['"'] = BYTE_PUNCT,   ['\''] = BYTE_PUNCT,  ['('] = BYTE_PUNCT,
    [')'] = BYTE_PUNCT,   [','] = BYTE_PUNCT,   ['-'] = BYTE_PUNCT,   ['.'] = BYTE_PUNCT,
    ['/'] = BYTE_PUNCT,   [':'] = BYTE_PUNCT,   [';'] = BYTE_PUNCT,   ['?'] = BYTE_PUNCT,
    ['['] = BYTE_PUNCT,   [']'] = BYTE_PUNCT,   ['`'] = BYTE_PUNCT,   ['{'] = BYTE_PUNCT,
    ['}'] = BYTE_PUNCT,   ['#'] = BYTE_SYMBOL,  ['$'] = BYTE_SYMBOL,  ['%'] = BYTE_SYMBOL,
    ['&'] = BYTE_SYMBOL,  ['*'] = BYTE_SYMBOL,  ['+'] = BYTE_SYMBOL,  ['<'] = BYTE_SYMBOL,
    ['='] = BYTE_SYMBOL,  ['>'] = BYTE_SYMBOL,  ['@'] = BYTE_SYMBOL,  ['\\'] = BYTE_SYMBOL,
    ['^'] = BYTE_SYMBOL,  ['_'] = BYTE_SYMBOL,  ['|'] = BYTE_SYMBOL,  ['~'] = BYTE_SYMBOL,
    [0x80 ... 0xff] = BYTE_HIGH,
};

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

/* What a code point above 0x7f is, and its ASCII form. */
typedef struct {
    uint8_t class;
    char mark;
} WideClass;

static WideClass
classify_wide(gunichar c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
        return (WideClass){BYTE_PUNCT, '\''};
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
    case 0x00ab:
    case 0x00bb:
        return (WideClass){BYTE_PUNCT, '"'};
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xfe58:
    case 0xfe63:
    case 0xff0d:
        return (WideClass){BYTE_PUNCT, '-'};
    case 0x2026:
        return (WideClass){BYTE_PUNCT, '.'};
    case 0x2022:
    case 0x00b7:
    case 0x25cf:
    case 0x25aa:
        return (WideClass){BYTE_PUNCT, '*'};
    case 0x2044:
    case 0x2215:
        return (WideClass){BYTE_PUNCT, '/'};
    case 0x00ad: /* soft hyphen */
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x2060:
    case 0xfeff:
        return (WideClass){BYTE_SPACE, 0};
    default:
        break;
    }
    if (g_unichar_isalpha(c) || g_unichar_ismark(c))
        return (WideClass){BYTE_LETTER, 0};
    if (g_unichar_isspace(c))
        return (WideClass){c == 0x2028 || c == 0x2029 ? BYTE_NEWLINE : BYTE_SPACE, 0};
    if (g_unichar_ispunct(c) && g_unichar_type(c) != G_UNICODE_CURRENCY_SYMBOL &&
        g_unichar_type(c) != G_UNICODE_MATH_SYMBOL)
        return (WideClass){BYTE_PUNCT, 0};
    return (WideClass){BYTE_SYMBOL, 0};
}

static gunichar
decode(const char *text, uint32_t pos, uint32_t *out_next)
{
    *out_next = (uint32_t)(g_utf8_next_char(text + pos) - text);
    return g_utf8_get_char(text + pos);
}

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

typedef struct {
    char folded[WORD_BYTES_MAX + 8];
    uint32_t len;
    gboolean too_long;
    guint letters;
    guint capitals;
    gboolean has_digit;
    gboolean first_capital;
} Word;

static inline void
word_byte(Word *word, char byte)
{
    if (word->len < WORD_BYTES_MAX)
        word->folded[word->len++] = byte;
    else
        word->too_long = TRUE;
}

static void
word_wide(Word *word, gunichar c)
{
    gunichar lower = g_unichar_tolower(c);
    if (g_unichar_isalpha(c)) {
        if (lower != c) {
            word->first_capital |= word->letters == 0;
            word->capitals++;
        }
        word->letters++;
    }
    if (word->len + 6 <= WORD_BYTES_MAX)
        word->len += (uint32_t)g_unichar_to_utf8(lower, word->folded + word->len);
    else
        word->too_long = TRUE;
}

/* Length of the apostrophe at @pos, 0 if there is none. */
static uint32_t
apostrophe_at(const char *text, uint32_t pos)
{
    if (text[pos] == '\'')
        return 1;
    const unsigned char *s = (const unsigned char *)text + pos;
    return s[0] == 0xe2 && s[1] == 0x80 && s[2] == 0x99 ? 3 : 0;
}

static gboolean
is_letter_at(const char *text, uint32_t pos)
{
    uint8_t class = byte_class[(uint8_t)text[pos]];
    if (class == BYTE_HIGH) {
        uint32_t next;
        return classify_wide(decode(text, pos, &next)).class == BYTE_LETTER;
    }
    return class == BYTE_LETTER;
}

static gboolean
is_alnum_at(const char *text, uint32_t pos)
{
    return byte_class[(uint8_t)text[pos]] == BYTE_DIGIT || is_letter_at(text, pos);
}

/* "U.S.", "a.m.", "D.C": one letter and a dot, at least twice. Returns the end of the run, or @pos. */
static uint32_t
initials_end(const char *text, uint32_t pos)
{
    uint32_t end = pos;
    guint n = 0;
    while (byte_class[(uint8_t)text[end]] == BYTE_LETTER && text[end + 1] == '.' &&
           !(byte_class[(uint8_t)text[end + 2]] == BYTE_LETTER && is_alnum_at(text, end + 3) && n == 0)) {
        end += 2;
        n++;
        if (byte_class[(uint8_t)text[end]] == BYTE_LETTER && is_alnum_at(text, end + 1))
            break; /* "U.S.Army" */
    }
    if (n == 1 && byte_class[(uint8_t)text[end]] == BYTE_LETTER && !is_alnum_at(text, end + 1))
        return end + 1; /* "U.S" */
    if (n >= 2 && byte_class[(uint8_t)text[end]] == BYTE_LETTER && !is_alnum_at(text, end + 1))
        return end + 1;
    return n >= 2 ? end : pos;
}

static uint32_t
scan_initials(const Cursor *cursor, Word *word, uint32_t end)
{
    for (uint32_t i = cursor->pos; i < end; i++) {
        char c = cursor->text[i];
        if (g_ascii_isalpha(c)) {
            word->letters++;
            word->capitals += g_ascii_isupper(c) ? 1 : 0;
            word->first_capital |= i == cursor->pos && g_ascii_isupper(c);
        }
        word_byte(word, g_ascii_tolower(c));
    }
    if (word->len > 0 && word->folded[word->len - 1] != '.')
        word_byte(word, '.');
    return end;
}

/* Letters, digits and inner apostrophes from the cursor on; stops before a possessive. */
static uint32_t
scan_letters(const Cursor *cursor, Word *word)
{
    const char *text = cursor->text;
    uint32_t pos = cursor->pos;
    for (;;) {
        uint8_t c = (uint8_t)text[pos];
        uint8_t class = byte_class[c];
        if (class == BYTE_LETTER) {
            uint8_t is_small = c >= 'a';
            word->first_capital |= word->letters == 0 && !is_small && pos == cursor->pos;
            word->capitals += !is_small;
            word->letters++;
            word_byte(word, (char)(c | 0x20));
            pos++;
            continue;
        }
        if (class == BYTE_DIGIT) {
            word->has_digit = TRUE;
            word_byte(word, (char)c);
            pos++;
            continue;
        }
        uint32_t quote = c == '\'' || c == 0xe2 ? apostrophe_at(text, pos) : 0;
        if (quote > 0) {
            uint32_t after = pos + quote;
            if (!is_letter_at(text, after))
                break;
            if ((text[after] == 's' || text[after] == 'S') && !is_alnum_at(text, after + 1))
                break;
            word_byte(word, '\'');
            pos = after;
            continue;
        }
        if (class != BYTE_HIGH)
            break;
        uint32_t next;
        gunichar wide = decode(text, pos, &next);
        if (classify_wide(wide).class != BYTE_LETTER)
            break;
        word_wide(word, wide);
        pos = next;
    }
    return pos;
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
finish_word(FactTokens *tokens, FactToken *token, const Word *word, uint16_t kind)
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
    return byte_class[after] == BYTE_DIGIT || byte_class[after] == BYTE_HIGH || after == '\'';
}

/* Most words by far: a run of ASCII letters that is shorter than a block. FALSE where it is another,
 * and nothing is done then. The text is padded, so that all of a block can be read. */
static inline gboolean
scan_plain_word(FactTokens *tokens, Cursor *cursor)
{
    const char *text = cursor->text + cursor->pos;
    FactBlock block = fact_block_load(text);
    FactBlock folded = block | 0x20;
    guint len = fact_block_first(~fact_block_bitmap(fact_block_between(folded, 'a', 'z')));
    if (len >= FACT_WORD_SHORT_BYTES || may_go_on((uint8_t)text[len]) || (len == 1 && text[1] == '.'))
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
    Word word;
    word.folded[0] = '\0';
    word.len = 0;
    word.too_long = FALSE;
    word.letters = word.capitals = 0;
    word.has_digit = word.first_capital = FALSE;
    FactToken *token = open_token(tokens, cursor, cursor->pos);
    uint32_t end = cursor->text[cursor->pos + 1] == '.' ? initials_end(cursor->text, cursor->pos) : cursor->pos;
    end = end > cursor->pos ? scan_initials(cursor, &word, end) : scan_letters(cursor, &word);
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
    uint32_t quote = apostrophe_at(cursor->text, cursor->pos);
    if (quote == 0 || (before->flags & (FACT_TOKEN_WORD | FACT_TOKEN_NUMBER)) == 0)
        return FALSE;
    uint32_t after = cursor->pos + quote;
    char c = cursor->text[after];
    gboolean has_s = (c == 's' || c == 'S') && !is_alnum_at(cursor->text, after + 1);
    char last = cursor->text[cursor->pos - 1];
    if (!has_s && (cursor->single_quote || (last != 's' && last != 'S') || is_letter_at(cursor->text, after)))
        return FALSE;
    FactToken *token = open_token(tokens, cursor, cursor->pos);
    Word word = {.folded = "'s", .len = 2, .letters = 1};
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
        while (byte_class[(uint8_t)text[pos]] == BYTE_DIGIT)
            pos++;
        if ((text[pos] == '.' || text[pos] == ',') && byte_class[(uint8_t)text[pos + 1]] == BYTE_DIGIT)
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
    token->flags |= class == BYTE_PUNCT ? FACT_TOKEN_PUNCT : FACT_TOKEN_SYMBOL | FACT_TOKEN_VALUE;
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
        gboolean opens = (token->flags & FACT_TOKEN_GLUED) == 0 && is_alnum_at(text, end);
        cursor->single_quote = opens;
        token->flags |= FACT_TOKEN_QUOTE | FACT_TOKEN_VALUE;
    }
    close_token(tokens, cursor, token, end);
    if (class == BYTE_PUNCT && may_end(token->mark))
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
    uint8_t class = byte_class[c];
    char mark = (char)c;
    uint32_t next = cursor->pos + 1;
    if (class == BYTE_HIGH) {
        WideClass wide = classify_wide(decode(cursor->text, cursor->pos, &next));
        class = wide.class;
        mark = wide.mark;
    }
    switch (class) {
    case BYTE_NEWLINE:
        cursor->newlines++;
        cursor->pos = next;
        break;
    case BYTE_LETTER:
        scan_word(tokens, cursor);
        break;
    case BYTE_DIGIT:
        scan_number(tokens, cursor);
        break;
    case BYTE_PUNCT:
        if (mark != '\'' || !scan_possessive(tokens, cursor))
            scan_mark(tokens, cursor, class, mark, next);
        break;
    case BYTE_SYMBOL:
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
        uint8_t class = byte_class[(uint8_t)text[cursor.pos]];
        if (class == BYTE_SPACE) {
            cursor.pos++;
            continue;
        }
        if (tokens->n + 2 > tokens->allocated)
            grow(tokens, tokens->n + 2);
        if (class != BYTE_LETTER || !scan_plain_word(tokens, &cursor))
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
