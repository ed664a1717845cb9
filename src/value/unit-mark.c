/* SPDX-License-Identifier: MIT
 *
 * The catalog's table folds case, so what case decides ("mW" and "MW", "m" and "M") is asked of the
 * list of case units, and ISO codes and letter symbols of currencies must be written in capitals
 * or, three letters long, all small.
 */
#include "value/unit-mark.h"

#include "value/head-noun.h"

#include <string.h>

/* Letters before the digits of a word that is a sum. */
#define JOINED_LETTERS_MAX 6
/* Bytes of a unit's or currency's code, with its NUL. */
#define CODE_MAX 32

static const char *
text_of(const FactScan *scan, guint i)
{
    return scan->text + scan->token[i].start;
}

static uint32_t
length_of(const FactScan *scan, guint i)
{
    return scan->token[i].end - scan->token[i].start;
}

static void
load(const FactScan *scan, uint32_t payload, guint end, FactUnitMark *out_mark)
{
    guint index = (payload & FACT_UNIT_PAYLOAD_INDEX) - 1;

    *out_mark = (FactUnitMark){.kind = FACT_MARK_UNIT, .end = end};
    if ((payload & FACT_UNIT_PAYLOAD_CURRENCY) == 0) {
        out_mark->unit = &g_array_index(scan->catalog->units, FactUnit, index);
        return;
    }
    out_mark->kind =
        (payload & FACT_UNIT_PAYLOAD_MINOR) != 0 ? FACT_MARK_MINOR : FACT_MARK_CURRENCY;
    out_mark->currency = &g_array_index(scan->catalog->currencies, FactCurrency, index);
}

static gboolean
is_digit_at(const FactScan *scan, guint i, uint32_t offset)
{
    return g_ascii_isdigit(text_of(scan, i)[offset]);
}

/* Letters of a word before its digits; 0 if it has none. */
static uint32_t
letters_before_digits(const FactScan *scan, guint i)
{
    uint32_t len = length_of(scan, i);

    if (!fact_scan_is_word(scan, i) || (scan->token[i].flags & FACT_TOKEN_HAS_DIGIT) == 0)
        return 0;
    for (uint32_t n = 0; n < len; n++)
        if (is_digit_at(scan, i, n))
            return n;
    return 0;
}

/* What @table says of a symbol that stands at @symbol; 0 for nothing. */
static uint32_t
find_written(const FactScan *scan, const FactPhraseTable *table, const char *symbol, size_t len)
{
    char buffer[16];

    if (len >= sizeof buffer)
        return 0;
    memcpy(buffer, symbol, len);
    buffer[len] = '\0';
    return fact_phrase_table_find(table, scan->tokens->lexicon, buffer);
}

/* Symbols that the table of currencies has. */
static const FactCurrency *
find_listed_symbol(const FactScan *scan, const char *symbol, size_t len)
{
    uint32_t payload = find_written(scan, scan->catalog->unit_names, symbol, len);

    if ((payload & FACT_UNIT_PAYLOAD_PREFIX) == 0)
        return NULL;
    return &g_array_index(scan->catalog->currencies, FactCurrency,
                          (payload & FACT_UNIT_PAYLOAD_INDEX) - 1);
}

/* Those and the ones that only a sum may follow: "R", and what a conversion made of a pound sign.
 */
static const FactCurrency *
find_symbol(const FactScan *scan, const char *symbol, size_t len)
{
    uint32_t payload = find_written(scan, scan->joined_symbols->phrases, symbol, len);

    if (payload == 0)
        return find_listed_symbol(scan, symbol, len);
    return fact_catalog_find_currency(scan->catalog,
                                      g_ptr_array_index(scan->joined_symbols->values, payload - 1));
}

/* What follows the digits of a sum: "1.2bn", "500 million", "82,615,680". Without it, letters and
 * digits are as often a model's or a console's name. */
static gboolean
looks_like_sum(const char *digits)
{
    static const char *const scales[] = {"m",  "bn",       "b",        "tn",
                                         "mn", " million", " billion", " trillion"};
    size_t n = strspn(digits, "0123456789.");

    if (digits[n] == ',')
        return g_ascii_isdigit(digits[n + 1]) && g_ascii_isdigit(digits[n + 2]) &&
               g_ascii_isdigit(digits[n + 3]) && !g_ascii_isdigit(digits[n + 4]);
    for (size_t k = 0; k < G_N_ELEMENTS(scales); k++) {
        if (digits[n] != scales[k][0])
            continue;
        size_t len = strlen(scales[k]);
        if (strncmp(digits + n, scales[k], len) == 0 && !g_ascii_isalnum(digits[n + len]))
            return TRUE;
    }
    return FALSE;
}

static void
add_joined(FactScan *scan, FactWord word)
{
    const char *text = fact_lexicon_get_text(scan->catalog->lexicon, word);
    size_t len = strlen(text);

    if (g_ascii_islower(*text) && len <= JOINED_LETTERS_MAX)
        scan->joined_lengths[*text - 'a'] |= (uint8_t)(1u << len);
}

void
fact_unit_mark_find_joined(FactScan *scan)
{
    const FactPhraseTable *names = scan->catalog->unit_names;
    const FactPhraseTable *others = scan->joined_symbols->phrases;

    for (FactWord word = fact_phrase_ends_next(&names->first, 1); word != 0;
         word = fact_phrase_ends_next(&names->first, word + 1))
        if ((fact_phrase_table_find_word(names, word) & FACT_UNIT_PAYLOAD_PREFIX) != 0)
            add_joined(scan, word);
    for (FactWord word = fact_phrase_ends_next(&others->first, 1); word != 0;
         word = fact_phrase_ends_next(&others->first, word + 1))
        add_joined(scan, word);
}

/* How many letters stand before the digits of a word that may be a currency and its sum; 0 where it
 * is none. */
static uint32_t
joined_letters(const FactScan *scan, guint i)
{
    uint32_t letters = letters_before_digits(scan, i);
    char first = *text_of(scan, i);

    return letters <= JOINED_LETTERS_MAX && g_ascii_isupper(first) &&
                   (scan->joined_lengths[first - 'A'] >> letters & 1) != 0
               ? letters
               : 0;
}

gboolean
fact_unit_mark_may_be_joined(const FactScan *scan, guint i)
{
    return joined_letters(scan, i) != 0;
}

/* "RM23.50": symbol and number are one word. */
static gboolean
match_joined(const FactScan *scan, guint i, FactUnitMark *out_mark)
{
    uint32_t letters = joined_letters(scan, i);
    const FactCurrency *currency;

    if (letters == 0)
        return FALSE;
    currency = looks_like_sum(text_of(scan, i) + letters)
                   ? find_symbol(scan, text_of(scan, i), letters)
                   : find_listed_symbol(scan, text_of(scan, i), letters);
    if (currency == NULL)
        return FALSE;
    *out_mark = (FactUnitMark){.kind = FACT_MARK_CURRENCY,
                               .currency = currency,
                               .end = i,
                               .number = scan->token[i].start + letters};
    return TRUE;
}

/* "$US55": a dollar sign and a word that begins with the country's letters. */
static gboolean
match_signed(const FactScan *scan, guint i, FactUnitMark *out_mark)
{
    guint word = i + 1;
    uint32_t letters;
    char symbol[8] = "$";

    if (!fact_scan_is_mark(scan, i, '$') || !fact_scan_is_word(scan, word) ||
        !fact_scan_is_glued(scan, word))
        return FALSE;
    letters = letters_before_digits(scan, word);
    if (letters == 0 || letters > 4)
        return FALSE;
    memcpy(symbol + 1, text_of(scan, word), letters);
    const FactCurrency *currency = find_symbol(scan, symbol, letters + 1);
    if (currency == NULL)
        return FALSE;
    *out_mark = (FactUnitMark){.kind = FACT_MARK_CURRENCY,
                               .currency = currency,
                               .end = word,
                               .number = scan->token[word].start + letters};
    return TRUE;
}

/* Codes are written in capitals or, in careless text, all small; symbols of letters begin with a
 * capital. */
static gboolean
is_written_right(const FactScan *scan, guint i, guint end)
{
    const FactToken *token = &scan->token[i];

    if ((token->flags & FACT_TOKEN_WORD) == 0)
        return TRUE;
    if (fact_scan_is_mark(scan, end - 1, '$')) /* "a $5,000 reward" has an article */
        return !fact_scan_is_text(scan, i, "a") ||
               ((token->flags & FACT_TOKEN_CAPITAL) != 0 && fact_scan_is_glued(scan, i + 1));
    if ((token->flags & FACT_TOKEN_CAPITAL) != 0)
        return length_of(scan, i) > 1 || fact_scan_is_glued(scan, i + 1);
    return length_of(scan, i) == 3;
}

gboolean
fact_unit_mark_before(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark)
{
    uint32_t payload;
    guint end;

    if (fact_scan_is_number(scan, i))
        return FALSE;
    if (match_joined(scan, i, out_mark) || match_signed(scan, i, out_mark))
        return TRUE;
    end = fact_phrase_table_match(scan->catalog->unit_names, scan->tokens, i, limit, &payload);
    if (end == i || end >= limit || (payload & FACT_UNIT_PAYLOAD_PREFIX) == 0)
        return FALSE;
    if (!is_written_right(scan, i, end))
        return FALSE;
    load(scan, payload, end, out_mark);
    return TRUE;
}

/* The code that token @i stands for in @list, where case decides; FALSE where it stands for none. A
 * meaning is spellings, each with its code: "W W", "nm nm Nm N.m". */
static gboolean
find_code(const FactScan *scan, const FactWording *list, guint i, guint limit,
          char out_code[CODE_MAX])
{
    guint end;
    const char *at = fact_scan_lookup(scan, list, i, limit, &end);
    const char *spelling = text_of(scan, i);
    size_t len = length_of(scan, i);

    if (at == NULL || end != i + 1)
        return FALSE;
    while (*at != '\0') {
        size_t n = strcspn(at, " ");
        const char *code = at[n] == '\0' ? at + n : at + n + 1;
        size_t code_len = strcspn(code, " ");
        if (n == len && memcmp(at, spelling, len) == 0 && code_len < CODE_MAX) {
            memcpy(out_code, code, code_len);
            out_code[code_len] = '\0';
            return TRUE;
        }
        at = code + code_len;
        at += *at == ' ';
    }
    return FALSE;
}

static gboolean
match_case(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark)
{
    char code[CODE_MAX];

    if (!find_code(scan, scan->case_units, i, limit, code))
        return FALSE;
    const FactUnit *unit = fact_catalog_find_unit(scan->catalog, code);
    if (unit == NULL)
        return FALSE;
    *out_mark = (FactUnitMark){.kind = FACT_MARK_UNIT, .unit = unit, .end = i + 1};
    return TRUE;
}

/* "118.5p", "50c". */
static gboolean
match_minor(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark)
{
    char code[CODE_MAX];

    if (!find_code(scan, scan->minor_letters, i, limit, code))
        return FALSE;
    if (i > scan->first && fact_scan_is_glued(scan, i) &&
        fact_scan_lookup(scan, scan->line_counts, i - 1, i, NULL) != NULL)
        return FALSE;
    const FactCurrency *currency = fact_catalog_find_currency(scan->catalog, code);
    if (currency == NULL)
        return FALSE;
    *out_mark = (FactUnitMark){.kind = FACT_MARK_MINOR, .currency = currency, .end = i + 1};
    return TRUE;
}

/* "800 W. Saratoga Street", "12 A detective": a capital that begins or belongs to what follows. */
static gboolean
is_initial(const FactScan *scan, guint i)
{
    gboolean is_long = i > scan->first && fact_scan_is_number(scan, i - 1) &&
                       length_of(scan, i - 1) > 2 &&
                       memchr(text_of(scan, i - 1), '.', length_of(scan, i - 1)) == NULL;

    if ((scan->token[i].flags & FACT_TOKEN_CAPITAL) == 0)
        return FALSE;
    if (*text_of(scan, i) == 'A')
        return TRUE;
    if (i + 1 < scan->last && fact_scan_is_mark(scan, i + 1, '.') &&
        !fact_scan_is_border(scan, i + 2))
        return TRUE;
    return is_long && i + 1 < scan->last &&
           (scan->token[i + 1].flags & (FACT_TOKEN_CAPITAL | FACT_TOKEN_HAS_DIGIT)) != 0;
}

/* A letter after a space is a unit only where no sentence goes on with it as a word: not "a". */
static gboolean
is_letter_free(const FactScan *scan, guint i)
{
    if (length_of(scan, i) == 1 && fact_scan_is_hyphen(scan, i + 1) &&
        !fact_scan_is_text(scan, i + 2, "long"))
        return FALSE; /* "800,000 F-Series" */
    if (!fact_scan_is_glued(scan, i) && length_of(scan, i) == 1 && is_initial(scan, i))
        return FALSE;
    return fact_scan_is_glued(scan, i) || length_of(scan, i) > 1 ||
           (scan->token[i].flags & FACT_TOKEN_CAPITAL) != 0 ||
           memchr("mgpltk", *text_of(scan, i), 6) != NULL;
}

/* "MSEK", "MUSD": millions, as Nordic companies write them. */
static gboolean
match_millions(const FactScan *scan, guint i, FactUnitMark *out_mark)
{
    if ((scan->token[i].flags & FACT_TOKEN_ALL_CAPS) == 0 || length_of(scan, i) != 4 ||
        *text_of(scan, i) != 'M')
        return FALSE;
    const FactCurrency *currency = find_symbol(scan, text_of(scan, i) + 1, 3);
    if (currency == NULL)
        return FALSE;
    *out_mark =
        (FactUnitMark){.kind = FACT_MARK_CURRENCY, .currency = currency, .end = i + 1, .scale = 6};
    return TRUE;
}

/* Whether token @i is in one of the lists where case decides; hardly any is. */
static inline gboolean
may_be_code(const FactScan *scan, guint i)
{
    return fact_phrase_table_may_begin(scan->case_units->phrases, scan->tokens, i) ||
           fact_phrase_table_may_begin(scan->minor_letters->phrases, scan->tokens, i);
}

static gboolean
match_at(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark)
{
    uint32_t payload = 0;
    guint end = i;

    if (i >= limit)
        return FALSE;
    end = fact_phrase_table_match(scan->catalog->unit_names, scan->tokens, i, limit, &payload);
    if (end <= i + 1 && may_be_code(scan, i) && is_letter_free(scan, i) &&
        (match_case(scan, i, limit, out_mark) || match_minor(scan, i, limit, out_mark)))
        return TRUE;
    if (end == i)
        return match_millions(scan, i, out_mark);
    if ((payload & FACT_UNIT_PAYLOAD_PREFIX) != 0 && !is_written_right(scan, i, end))
        return FALSE;
    load(scan, payload, end, out_mark);
    return TRUE;
}

/* A word of which no unit's name and no code begins, or a mark that is in none and leads to none,
 * as most are that follow a number. */
static inline gboolean
is_no_unit(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];

    if ((token->flags & FACT_TOKEN_WORD) != 0)
        return (token->flags & FACT_TOKEN_ALL_CAPS) == 0 &&
               !fact_phrase_table_may_begin(scan->catalog->unit_names, scan->tokens, i) &&
               !may_be_code(scan, i);
    return (token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_DASH)) == FACT_TOKEN_PUNCT &&
           token->mark != '(' && token->mark != '{' &&
           !fact_phrase_table_may_have_mark(scan->catalog->unit_names, scan->tokens, i) &&
           !fact_phrase_table_may_have_mark(scan->case_units->phrases, scan->tokens, i) &&
           !fact_phrase_table_may_have_mark(scan->minor_letters->phrases, scan->tokens, i);
}

/* "20 (kg)", "20 {kg}" */
static gboolean
match_bracketed(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark)
{
    gboolean is_round = fact_scan_is_mark(scan, i, '(');

    if (!is_round && !fact_scan_is_mark(scan, i, '{'))
        return FALSE;
    if (!match_at(scan, i + 1, limit, out_mark) ||
        !fact_scan_is_mark(scan, out_mark->end, is_round ? ')' : '}'))
        return FALSE;
    out_mark->end++;
    return TRUE;
}

gboolean
fact_unit_mark_after(const FactScan *scan, guint i, guint limit, FactUnitMark *out_mark)
{
    if (i >= limit || is_no_unit(scan, i))
        return FALSE;
    if (match_at(scan, i, limit, out_mark) || match_bracketed(scan, i, limit, out_mark))
        return TRUE;
    if (fact_scan_is_hyphen(scan, i) && match_at(scan, i + 1, limit, out_mark)) {
        out_mark->is_hyphenated = TRUE;
        return TRUE;
    }
    return FALSE;
}

static gboolean
is_earlier(const FactScan *scan, guint i)
{
    static const char *const words[] = {"earlier", "ago",   "later", "before",
                                        "prior",   "after", "old",   "previously"};

    for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
        if (fact_scan_is_text(scan, i, words[k]))
            return TRUE;
    return FALSE;
}

static const char *
read_rate_noun(const FactScan *scan, guint i, guint limit, gboolean is_slash, gboolean is_listed,
               guint *out_end)
{
    guint end;
    FactUnitMark mark;

    if (i >= limit || !fact_scan_is_word(scan, i))
        return NULL;
    gboolean is_unit = match_at(scan, i, limit, &mark) && mark.kind == FACT_MARK_UNIT;
    gboolean is_noun = fact_scan_lookup(scan, scan->rate_nouns, i, limit, &end) != NULL;

    /* "$980 million a year earlier" was paid once */
    if (is_unit && is_listed && is_earlier(scan, mark.end))
        return NULL;
    if (is_unit && is_slash && length_of(scan, i) > 1)
        is_noun = TRUE; /* "$1,900/oz" */
    if (is_unit && (!is_listed || is_noun || strcmp(mark.unit->dimension, "duration") == 0)) {
        *out_end = mark.end;
        return mark.unit->code;
    }
    if (is_listed && !is_noun)
        return NULL;
    /* "per diluted share" */
    if (scan->token[i].word != 0 && (fact_token_classes(scan->tokens, i) & FACT_WORD_NOUN) == 0 &&
        i + 1 < limit && fact_scan_is_word(scan, i + 1) &&
        (fact_token_classes(scan->tokens, i + 1) & FACT_WORD_NOUN) != 0)
        i++;
    *out_end = i + 1;
    return fact_head_noun_singular(scan, i);
}

const char *
fact_unit_mark_per(const FactScan *scan, guint i, guint limit, guint *out_end)
{
    guint at = fact_scan_is_hyphen(scan, i) ? i + 1 : i;
    guint end;

    if (at >= limit)
        return NULL;
    const char *rate = fact_scan_lookup(scan, scan->rates, at, limit, &end);
    if (rate == NULL)
        return NULL;
    if (strcmp(rate, "each") == 0) {
        *out_end = end;
        return "item";
    }
    if (fact_scan_is_hyphen(scan, end))
        end++;
    if (fact_scan_is_mark(scan, at, '/') && !fact_scan_is_glued(scan, at))
        return NULL;
    gboolean is_slash = fact_scan_is_mark(scan, at, '/');
    return read_rate_noun(scan, end, limit, is_slash, strcmp(rate, "per") != 0 || is_slash,
                          out_end);
}
