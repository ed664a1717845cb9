/* SPDX-License-Identifier: MIT
 *
 * A trie whose edges live in one hash table from (node, word) to node, so that a node costs its
 * payload and one slot whatever its number of children. Node 0 is the root, which no edge leads to.
 * A bitmap of the first words of all phrases keeps most tokens of a text away from the table.
 */
#include "text/phrase-table.h"

#include "base/document.h"
#include "base/hash.h"

#include <string.h>

#define SLOTS_MIN 256
/* Bits by which a bitmap of words grows. There are two for each of the catalog's lists, so that room
 * to spare would be megabytes. */
#define ENDS_STEP 4096
/* Spreads edges over the slots: 2^64 by the golden ratio. */
#define EDGE_FACTOR UINT64_C(0x9e3779b97f4a7c15)
/* Phrases up to this length can be looked up without the tokeniser, for no word in them is too long
 * for the lexicon. */
#define PLAIN_BYTES_MAX 96

typedef struct FactPhraseEdge {
    uint32_t from;
    FactWord word;
    uint32_t to; /* 0: free */
} Edge;

typedef struct {
    uint32_t payload;     /* 0: no phrase ends here */
    uint8_t has_unworded; /* some edge's word is a mark, symbol or number: tokens without a word */
    uint8_t has_edges;
    uint8_t is_first; /* after one word */
} Node;

FactPhraseTable *
fact_phrase_table_new(void)
{
    FactPhraseTable *table = g_new0(FactPhraseTable, 1);

    table->nodes = g_array_new(FALSE, TRUE, sizeof(Node));
    g_array_set_size(table->nodes, 1);
    table->n_edges_allocated = SLOTS_MIN;
    table->edges = g_new0(Edge, table->n_edges_allocated);
    return table;
}

void
fact_phrase_table_free(FactPhraseTable *table)
{
    if (table == NULL)
        return;
    g_array_unref(table->nodes);
    g_free(table->edges);
    g_free(table->first.words);
    g_free(table->last.words);
    g_free(table);
}

static inline Node *
get_node(const FactPhraseTable *table, uint32_t node)
{
    return &g_array_index(table->nodes, Node, node);
}

/* The edge, or the free slot where it belongs. */
static inline Edge *
find_edge(const FactPhraseTable *table, uint32_t from, FactWord word)
{
    uint32_t mask = table->n_edges_allocated - 1;
    uint32_t i = (uint32_t)fact_hash_multiply((uint64_t)from << 32 | word, EDGE_FACTOR) & mask;

    while (table->edges[i].to != 0 &&
           (table->edges[i].from != from || table->edges[i].word != word))
        i = (i + 1) & mask;
    return &table->edges[i];
}

static void
grow(FactPhraseTable *table)
{
    uint32_t n_old = table->n_edges_allocated;
    g_autofree Edge *old = table->edges;

    g_assert(n_old <= G_MAXUINT32 / 2);
    table->n_edges_allocated = n_old * 2;
    table->edges = g_new0(Edge, table->n_edges_allocated);
    for (uint32_t i = 0; i < n_old; i++) {
        if (old[i].to != 0)
            *find_edge(table, old[i].from, old[i].word) = old[i];
    }
}

static uint32_t
add_edge(FactPhraseTable *table, uint32_t from, FactWord word)
{
    Edge *edge = find_edge(table, from, word);

    if (edge->to != 0)
        return edge->to;
    if (table->nodes->len * 2 > table->n_edges_allocated) {
        grow(table);
        edge = find_edge(table, from, word);
    }
    *edge = (Edge){from, word, table->nodes->len};
    get_node(table, from)->has_edges = TRUE;
    g_array_set_size(table->nodes, table->nodes->len + 1);
    get_node(table, edge->to)->is_first = from == 0;
    return edge->to;
}

static void
add_end(FactPhraseEnds *ends, FactWord word)
{
    if (word >= ends->end) {
        FactWord end = (word / ENDS_STEP + 1) * ENDS_STEP;
        size_t old = ends->end / 64;

        ends->words = g_renew(uint64_t, ends->words, end / 64);
        memset(ends->words + old, 0, (end / 64 - old) * sizeof(uint64_t));
        ends->end = end;
    }
    ends->words[word / 64] |= UINT64_C(1) << (word % 64);
}

static inline gboolean
is_worded(const FactToken *token)
{
    return (token->flags & (FACT_TOKEN_WORD | FACT_TOKEN_POSSESSIVE)) != 0;
}

/* The word that stands for a token in the lexicon, folded as the tokeniser does: a bare possessive
 * apostrophe is "'s", and initials end with a full stop ("U.S" is "u.s."). */
static FactWord
add_word(FactLexicon *lexicon, const FactTokens *tokens, const FactToken *token, uint32_t classes)
{
    const char *text = tokens->text + token->start;
    size_t len = token->end - token->start;
    g_autofree char *initials = NULL;

    if ((token->flags & FACT_TOKEN_POSSESSIVE) != 0)
        return fact_lexicon_add(lexicon, "'s", 2, classes);
    if (!is_worded(token) && token->mark != 0)
        return fact_lexicon_add(lexicon, &token->mark, 1, classes);
    if (!is_worded(token) || memchr(text, '.', len) == NULL || text[len - 1] == '.')
        return fact_lexicon_add(lexicon, text, (gssize)len, classes);
    initials = g_strdup_printf("%.*s.", (int)len, text);
    return fact_lexicon_add(lexicon, initials, -1, classes);
}

/* Whether token @i is a hyphen that joins the tokens around it; em dashes do not. */
static gboolean
is_joining_hyphen(const FactTokens *tokens, guint i)
{
    const FactToken *token = &tokens->tokens[i];
    const char *text = tokens->text + token->start;
    size_t len = token->end - token->start;

    if ((token->flags & FACT_TOKEN_DASH) == 0 || (token->flags & FACT_TOKEN_GLUED) == 0)
        return FALSE;
    if (i + 1 >= tokens->n || (tokens->tokens[i + 1].flags & FACT_TOKEN_GLUED) == 0)
        return FALSE;
    if (len == 1)
        return *text == '-';
    /* U+2010 HYPHEN, U+2011 NON-BREAKING HYPHEN, U+2013 EN DASH */
    return len == 3 &&
           (memcmp(text, "\xe2\x80\x90", 3) == 0 || memcmp(text, "\xe2\x80\x91", 3) == 0 ||
            memcmp(text, "\xe2\x80\x93", 3) == 0);
}

/* A phrase split into tokens; its text must outlive them. */
typedef struct {
    FactTokens tokens;
    GString *text;
} Split;

static void
split_init(Split *split, const FactLexicon *lexicon, const char *phrase)
{
    size_t len = strlen(phrase);

    split->text = g_string_new_len(phrase, (gssize)len);
    g_string_set_size(split->text, len + FACT_TEXT_PADDING);
    memset(split->text->str + len, 0, FACT_TEXT_PADDING);
    fact_tokens_init(&split->tokens, lexicon);
    fact_tokens_split(&split->tokens, split->text->str, len);
}

static void
split_clear(Split *split)
{
    fact_tokens_clear(&split->tokens);
    g_string_free(split->text, TRUE);
}

static gboolean
is_dropped(const Split *split, guint i)
{
    return i > 0 && i + 1 < split->tokens.n && is_joining_hyphen(&split->tokens, i);
}

/* Notes @word, that of @token, among those that phrases begin or end with. */
static void
add_token_end(FactPhraseEnds *ends, const FactToken *token, FactWord word)
{
    add_end(ends, word);
    ends->has_unworded |= !is_worded(token);
}

/* The node after token @i of a new phrase at @node; @out_word is the token's word. */
static uint32_t
add_token(FactPhraseTable *table, FactLexicon *lexicon, const Split *split, guint i, uint32_t node,
          uint32_t classes, FactWord *out_word)
{
    const FactToken *token = &split->tokens.tokens[i];
    FactWord word = add_word(lexicon, &split->tokens, token, node == 0 ? classes : 0);

    if (node == 0)
        add_token_end(&table->first, token, word);
    if (!is_worded(token)) {
        get_node(table, node)->has_unworded = TRUE;
        if (token->mark > 0)
            table->marks[(unsigned char)token->mark] = word;
    }
    *out_word = word;
    return add_edge(table, node, word);
}

/* Whether @phrase is letters of ASCII and single blanks between them: its tokens are its words. */
static gboolean
is_plain(const char *phrase)
{
    size_t len = 0;

    for (const char *s = phrase; *s != '\0'; s++, len++) {
        gboolean is_blank = *s == ' ' && s > phrase && s[-1] != ' ' && s[1] != '\0';

        if (!g_ascii_isalpha(*s) && !is_blank)
            return FALSE;
    }
    return len > 0 && len <= PLAIN_BYTES_MAX;
}

/* The node at the end of a new plain phrase. */
static uint32_t
add_plain(FactPhraseTable *table, FactLexicon *lexicon, const char *phrase, uint32_t first_classes)
{
    uint32_t node = 0;

    for (const char *s = phrase; s != NULL;) {
        const char *blank = strchr(s, ' ');
        FactWord word = fact_lexicon_add(lexicon, s, blank == NULL ? -1 : blank - s,
                                         node == 0 ? first_classes : 0);

        if (node == 0)
            add_end(&table->first, word);
        if (blank == NULL)
            add_end(&table->last, word);
        node = add_edge(table, node, word);
        s = blank == NULL ? NULL : blank + 1;
    }
    return node;
}

/* The node at the end of any new phrase; 0 if there is no word in it. */
static uint32_t
add_tokens(FactPhraseTable *table, FactLexicon *lexicon, const char *phrase, uint32_t first_classes)
{
    Split split;
    uint32_t node = 0;
    const FactToken *last = NULL;
    FactWord word = 0;

    split_init(&split, lexicon, phrase);
    for (guint i = 0; i < split.tokens.n; i++) {
        if (is_dropped(&split, i))
            continue;
        node = add_token(table, lexicon, &split, i, node, first_classes, &word);
        last = &split.tokens.tokens[i];
    }
    if (last != NULL)
        add_token_end(&table->last, last, word);
    split_clear(&split);
    return node;
}

gboolean
fact_phrase_table_add(FactPhraseTable *table, FactLexicon *lexicon, const char *phrase,
                      uint32_t first_classes, uint32_t payload)
{
    uint32_t node;
    gboolean is_new;

    g_return_val_if_fail(payload != 0, FALSE);
    node = is_plain(phrase) ? add_plain(table, lexicon, phrase, first_classes)
                            : add_tokens(table, lexicon, phrase, first_classes);
    is_new = node != 0 && get_node(table, node)->payload == 0;
    if (is_new)
        get_node(table, node)->payload = payload;
    return is_new;
}

/* The word of a number of a few digits: digits need no folding. */
static inline FactWord
find_number(const FactTokens *tokens, const FactToken *token)
{
    FactBlock digits =
        fact_block_head(fact_block_load(tokens->text + token->start), token->end - token->start);

    return fact_lexicon_find_short(tokens->lexicon, fact_word_hash_short(digits), digits);
}

/* The word of a token where one of the edges that leave @node could have it; else 0. */
static inline FactWord
word_at(const FactPhraseTable *table, const FactTokens *tokens, guint i, uint32_t node)
{
    const FactToken *token = &tokens->tokens[i];

    if (is_worded(token))
        return token->word;
    if (!get_node(table, node)->has_unworded)
        return 0;
    if (token->mark > 0)
        return table->marks[(unsigned char)token->mark];
    if ((token->flags & FACT_TOKEN_NUMBER) != 0 && token->end - token->start < FACT_BLOCK_BYTES)
        return find_number(tokens, token);
    return fact_lexicon_find(tokens->lexicon, tokens->text + token->start,
                             token->end - token->start);
}

/* Follows token @i, or the one after it where @i is a hyphen that no phrase has here: the node
 * reached, 0 for none, and one past the last token used. */
static inline uint32_t
step(const FactPhraseTable *table, const FactTokens *tokens, guint i, guint limit, uint32_t node,
     guint *out_end)
{
    FactWord word = word_at(table, tokens, i, node);
    uint32_t to = word == 0 ? 0 : find_edge(table, node, word)->to;

    if (to == 0 && node != 0 && i + 1 < limit && is_joining_hyphen(tokens, i)) {
        i++;
        word = word_at(table, tokens, i, node);
        to = word == 0 ? 0 : find_edge(table, node, word)->to;
    }
    *out_end = i + 1;
    return to;
}

guint
fact_phrase_table_match_from(const FactPhraseTable *table, const FactTokens *tokens, guint i,
                             guint limit, uint32_t *out_payload)
{
    guint best = i;
    guint end = i;
    uint32_t node = 0;

    while (end < limit) {
        const Node *reached;

        node = step(table, tokens, end, limit, node, &end);
        if (node == 0)
            break;
        reached = get_node(table, node);
        if (reached->payload != 0) {
            *out_payload = reached->payload;
            best = end;
        }
        if (!reached->has_edges) /* most phrases are one word, which no other goes on from */
            break;
    }
    return best;
}

/* Payload of exactly this plain phrase. */
static uint32_t
find_plain(const FactPhraseTable *table, const FactLexicon *lexicon, const char *phrase)
{
    uint32_t node = 0;

    for (const char *s = phrase; s != NULL;) {
        const char *blank = strchr(s, ' ');
        FactWord word =
            fact_lexicon_find(lexicon, s, blank == NULL ? strlen(s) : (size_t)(blank - s));

        node = word == 0 ? 0 : find_edge(table, node, word)->to;
        if (node == 0)
            return 0;
        s = blank == NULL ? NULL : blank + 1;
    }
    return get_node(table, node)->payload;
}

uint32_t
fact_phrase_table_find_from(const FactPhraseTable *table, FactWord word)
{
    return get_node(table, find_edge(table, 0, word)->to)->payload;
}

gboolean
fact_phrase_table_goes_on(const FactPhraseTable *table, FactWord word)
{
    uint32_t node = find_edge(table, 0, word)->to;

    return node != 0 && get_node(table, node)->has_edges;
}

void
fact_phrase_table_add_seconds(const FactPhraseTable *table, FactPhraseEnds *ends)
{
    for (uint32_t i = 0; i < table->n_edges_allocated; i++) {
        const Edge *edge = &table->edges[i];

        if (edge->to == 0)
            continue;
        if (edge->from == 0)
            ends->has_unworded |= get_node(table, edge->to)->has_unworded;
        else if (get_node(table, edge->from)->is_first)
            add_end(ends, edge->word);
    }
}

void
fact_phrase_table_add_firsts(const FactPhraseTable *table, FactPhraseEnds *ends)
{
    ends->has_unworded |= table->first.has_unworded;
    for (FactWord word = fact_phrase_ends_next(&table->first, 1); word != 0;
         word = fact_phrase_ends_next(&table->first, word + 1))
        add_end(ends, word);
}

void
fact_phrase_ends_clear(FactPhraseEnds *ends)
{
    g_clear_pointer(&ends->words, g_free);
    *ends = (FactPhraseEnds){0};
}

uint32_t
fact_phrase_table_find(const FactPhraseTable *table, const FactLexicon *lexicon, const char *phrase)
{
    Split split;
    uint32_t payload = 0;
    guint end;

    if (is_plain(phrase))
        return find_plain(table, lexicon, phrase);
    split_init(&split, lexicon, phrase);
    end = fact_phrase_table_match(table, &split.tokens, 0, split.tokens.n, &payload);
    if (end != split.tokens.n)
        payload = 0;
    split_clear(&split);
    return payload;
}
