/* SPDX-License-Identifier: MIT
 *
 * Precision first: where a number may be part of a name and nothing says that it counts, it is left
 * unread.
 */
#include "value/label.h"

#include <string.h>

/* Words of an address between house number and "Street". */
#define STREET_GAP_MAX 4
/* Tokens of an address of the internet that are looked back over. */
#define URL_TOKENS_MAX 40

enum {
    ORDINARY = FACT_WORD_VERB | FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION |
               FACT_WORD_DETERMINER | FACT_WORD_AUXILIARY | FACT_WORD_ADVERB | FACT_WORD_PRONOUN |
               FACT_WORD_HEDGE | FACT_WORD_REPORTING | FACT_WORD_CALENDAR | FACT_WORD_NEGATION,
};

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

static uint32_t
classes_at(const FactScan *scan, guint i)
{
    return fact_token_classes(scan->tokens, i);
}

static gboolean
is_listed(const FactScan *scan, const FactWording *list, guint i)
{
    guint end;
    return fact_scan_is_word(scan, i) && fact_scan_lookup(scan, list, i, i + 1, &end) != NULL;
}

/* Prefixes that leave a number a number: "sub-7", "minus-5", "near-50". */
static gboolean
is_free_prefix(const FactScan *scan, guint i)
{
    static const char *const prefixes[] = {"sub",  "minus", "plus",     "near",   "nearly", "about",
                                           "over", "under", "almost",   "around", "to",     "and",
                                           "or",   "than",  "approx",   "a",      "an",     "now",
                                           "then", "some",  "magnitude"};

    for (size_t k = 0; k < G_N_ELEMENTS(prefixes); k++)
        if (fact_scan_is_text(scan, i, prefixes[k]))
            return TRUE;
    return FALSE;
}

/* Whether "://" or "www." stands before in the same run without white space. */
static gboolean
is_in_url(const FactScan *scan, guint i)
{
    for (guint n = 0; n < URL_TOKENS_MAX && i > scan->first && fact_scan_is_glued(scan, i);
         n++, i--) {
        char before = scan->token[i - 1].mark;
        if ((before == ':' && fact_scan_is_mark(scan, i, '/')) ||
            (before == 'w' && fact_scan_is_text(scan, i - 1, "www")))
            return TRUE;
    }
    return FALSE;
}

/* A lost character (U+FFFD) between two numbers: a dash, a point, who knows. */
static inline gboolean
is_lost_joint(const FactScan *scan, guint i)
{
    return i > scan->first && i + 1 < scan->last && fact_scan_is_glued(scan, i) &&
           fact_scan_is_glued(scan, i + 1) && length_of(scan, i) == 3 &&
           memcmp(text_of(scan, i), "\xef\xbf\xbd", 3) == 0 && fact_scan_is_number(scan, i - 1) &&
           fact_scan_is_number(scan, i + 1);
}

/* "@", "_", "&", "\\", "#" and "^": what is glued to one is part of a name or a formula. */
static gboolean
is_joining_mark(const FactScan *scan, guint i)
{
    if ((scan->token[i].flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) == 0)
        return FALSE;
    switch (scan->token[i].mark) {
    case '@':
    case '_':
    case '&':
    case '\\':
    case '#':
    case '^':
        return TRUE;
    default:
        return FALSE;
    }
}

gboolean
fact_label_is_joined(const FactScan *scan, const FactNumeral *numeral)
{
    guint i = numeral->first;

    if (numeral->is_digits && fact_scan_is_mark(scan, numeral->end, '^') &&
        fact_scan_is_glued(scan, numeral->end))
        return TRUE; /* a power, which nobody here raises */
    if (is_lost_joint(scan, numeral->end))
        return TRUE;
    if (i == scan->first || !fact_scan_is_glued(scan, i))
        return FALSE;
    if (i > scan->first + 1 && fact_scan_is_mark(scan, i - 1, '.') &&
        fact_scan_is_glued(scan, i - 1) && fact_scan_is_word(scan, i - 2) &&
        (scan->token[i - 2].flags & FACT_TOKEN_HAS_DIGIT) != 0)
        return TRUE; /* "PM2.5" */
    if (is_lost_joint(scan, i - 1) || is_in_url(scan, i))
        return TRUE;
    if (is_joining_mark(scan, i - 1))
        return TRUE;
    if (!fact_scan_is_hyphen(scan, i - 1) || i - 1 == scan->first)
        return FALSE;
    if (!fact_scan_is_word(scan, i - 2))
        return FALSE;
    if (numeral->is_digits)
        return !is_free_prefix(scan, i - 2);
    /* "top-three", "mid-thirties": the words of a compound count nothing by themselves */
    return !is_free_prefix(scan, i - 2) && !fact_numeral_is_word(scan, i - 2);
}

static gboolean
is_capital(const FactScan *scan, guint i)
{
    return fact_scan_is_word(scan, i) && (scan->token[i].flags & FACT_TOKEN_CAPITAL) != 0;
}

/* A capital anywhere: "iPhone". */
static gboolean
has_capital(const FactScan *scan, guint i)
{
    for (uint32_t p = scan->token[i].start; p < scan->token[i].end; p++)
        if (g_ascii_isupper(scan->text[p]))
            return TRUE;
    return FALSE;
}

/* Whether an address may go on at @i: with a name, more digits, a full stop or a word of the list. */
static inline gboolean
may_be_in_address(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];

    if ((token->flags & FACT_TOKEN_WORD) != 0)
        return (token->flags & (FACT_TOKEN_CAPITAL | FACT_TOKEN_HAS_DIGIT)) != 0 ||
               fact_phrase_table_may_begin(scan->labels_after->phrases, scan->tokens, i);
    return (token->flags & FACT_TOKEN_HAS_DIGIT) != 0 || token->mark == '.';
}

/* "49 Zorro Ranch Road", "6800 block of". */
static gboolean
is_address(const FactScan *scan, const FactNumeral *numeral)
{
    guint i = numeral->end;

    if (fact_scan_is_hyphen(scan, i))
        i++;
    if (!may_be_in_address(scan, i))
        return FALSE;
    if (numeral->n_digits > 0 && fact_scan_is_word(scan, i) &&
        is_listed(scan, scan->labels_after, i))
        return TRUE;
    for (guint n = 0; n < STREET_GAP_MAX; n++, i++) {
        if (fact_scan_is_border(scan, i))
            return FALSE;
        if ((n > 0 || is_capital(scan, i + 1)) && is_capital(scan, i) &&
            is_listed(scan, scan->streets, i))
            return TRUE;
        if (!is_capital(scan, i) && !fact_scan_is_number(scan, i) &&
            !(scan->token[i].flags & FACT_TOKEN_HAS_DIGIT) && !fact_scan_is_mark(scan, i, '.') &&
            !(n > 0 && fact_scan_is_glued(scan, i) && fact_scan_is_word(scan, i)))
            return FALSE;
    }
    return FALSE;
}

/* A bare year: "2010" of "the 2010 election"; old ones only where they count nothing. */
static gboolean
is_year(const FactScan *scan, const FactNumeral *numeral, gboolean has_noun, gboolean is_hedged)
{
    static const char *const before[] = {"in",   "by",     "since", "until", "till",
                                         "from", "before", "after", "during"};
    gboolean is_dated = FALSE;
    int64_t year = numeral->low.coefficient;

    if (!numeral->is_digits || numeral->n_digits != 4 || numeral->has_separator ||
        numeral->decimals > 0 || numeral->scale != 0 || numeral->is_signed ||
        (is_hedged && has_noun))
        return FALSE;
    for (int32_t e = numeral->low.exponent; e > 0; e--)
        year *= 10;
    for (size_t k = 0; k < G_N_ELEMENTS(before) && numeral->first > scan->first; k++)
        is_dated |= fact_scan_is_text(scan, numeral->first - 1, before[k]);
    return (year >= 1900 && year <= 2100) || (year >= 1100 && year < 1900 && !has_noun) ||
           (is_dated && year >= 1000 && year < 2500 && !has_noun);
}

gboolean
fact_label_follows(const FactScan *scan, guint i)
{
    if (i == scan->first || fact_scan_is_border(scan, i))
        return FALSE;
    if (fact_scan_is_mark(scan, i - 1, '.') && i - 1 > scan->first)
        i--;
    return is_listed(scan, scan->labels, i - 1);
}

/* "Game 7", "Section 230", "phase two". */
static gboolean
is_after_label(const FactScan *scan, const FactNumeral *numeral, gboolean has_noun)
{
    guint i = numeral->first;

    if (i == scan->first || i - 1 < scan->done || fact_scan_is_border(scan, i) ||
        numeral->has_separator)
        return FALSE;
    if (fact_scan_is_mark(scan, i - 1, '.') && i - 1 > scan->first)
        i--; /* "No. 5", "Vol. 2" */
    if (i > scan->first + 2 && fact_scan_is_text(scan, i - 1, "of") &&
        fact_scan_is_number(scan, i - 2))
        i -= 2; /* "Image 2 of 12" */
    else if (i > scan->first + 2 && fact_scan_is_number(scan, i - 2) &&
             (fact_scan_is_text(scan, i - 1, "and") || fact_scan_is_text(scan, i - 1, "or") ||
              fact_scan_is_text(scan, i - 1, "to")))
        i -= 2; /* "junctions 10 and 11" */
    if (!is_listed(scan, scan->labels, i - 1))
        return FALSE;
    return !has_noun || has_capital(scan, i - 1);
}

/* A capitalised word before the number that is no ordinary word: "iPhone 11", "Boeing 737". */
static gboolean
is_after_name(const FactScan *scan, const FactNumeral *numeral, gboolean has_noun)
{
    guint i = numeral->first;

    if (i == scan->first || fact_scan_is_border(scan, i) || numeral->has_separator ||
        numeral->scale != 0 || numeral->is_signed)
        return FALSE;
    guint word = i - 1;
    if ((scan->token[word].flags & FACT_TOKEN_POSSESSIVE) != 0 || word < scan->done)
        return FALSE;
    if (!is_capital(scan, word)) {
        /* "iPhone": a capital further on, or digits */
        return fact_scan_is_word(scan, word) &&
               (scan->token[word].flags & FACT_TOKEN_HAS_DIGIT) != 0;
    }
    uint32_t classes = classes_at(scan, word);
    if ((classes & ORDINARY) != 0)
        return FALSE;
    if (has_noun && (classes & (FACT_WORD_NOUN | FACT_WORD_ADJECTIVE)) != 0)
        return FALSE;
    if (!numeral->is_digits)
        return !has_noun && (scan->token[word].flags & FACT_TOKEN_SENTENCE) == 0;
    return TRUE;
}

/* "555-1234", "+1-222-222-2222": telephone numbers, in all or in part. */
static gboolean
is_phone(const FactScan *scan, const FactNumeral *numeral)
{
    guint i = numeral->first;
    guint end = numeral->end;

    if (!numeral->is_digits || numeral->decimals > 0 ||
        (!fact_scan_is_dash(scan, end) && (i == 0 || !fact_scan_is_dash(scan, i - 1))))
        return FALSE;
    gboolean goes_on = fact_scan_is_hyphen(scan, end) && fact_scan_is_number(scan, end + 1);
    if (goes_on && numeral->n_digits == 3 && length_of(scan, end + 1) == 4)
        return TRUE;
    if (goes_on && fact_scan_is_hyphen(scan, end + 2) && fact_scan_is_word(scan, end + 3) &&
        (scan->token[end + 3].flags & FACT_TOKEN_ALL_CAPS) != 0)
        return TRUE; /* "612-692-TIPS" */
    if (goes_on && fact_scan_is_hyphen(scan, end + 2) && fact_scan_is_number(scan, end + 3))
        return TRUE;
    return i > scan->first + 1 && fact_scan_is_hyphen(scan, i - 1) &&
           fact_scan_is_number(scan, i - 2);
}

/* "0845 125 2222", "+44 20 7946 0958": a number of leading zeros or with a plus sign before. */
static gboolean
is_dialled(const FactScan *scan, const FactNumeral *numeral)
{
    guint i = numeral->first;

    if (!numeral->is_digits || numeral->n_digits < 3 || numeral->decimals > 0)
        return FALSE;
    for (guint n = 0; n < 3 && i > scan->first && fact_scan_is_number(scan, i - 1) &&
                      !fact_scan_is_border(scan, i);
         n++) {
        i--;
        if (memchr(text_of(scan, i), '.', length_of(scan, i)) != NULL)
            return FALSE;
        if ((*text_of(scan, i) == '0' && length_of(scan, i) > 2) ||
            (i > scan->first && fact_scan_is_glued(scan, i) && fact_scan_is_mark(scan, i - 1, '+')))
            return TRUE;
    }
    return FALSE;
}

/* "220-210", the "30" of "30-30 rifle": joined to another number, and no range with it. */
static gboolean
is_chained(const FactScan *scan, const FactNumeral *numeral)
{
    return numeral->is_digits && fact_scan_is_hyphen(scan, numeral->end) &&
           fact_scan_is_number(scan, numeral->end + 1);
}

/* "[3]", "(1)", "1)", "2." at the start of a line. */
static gboolean
is_enumerator(const FactScan *scan, const FactNumeral *numeral)
{
    guint i = numeral->first;
    guint end = numeral->end;
    gboolean is_first = (scan->token[i].flags & (FACT_TOKEN_NEWLINE | FACT_TOKEN_PARAGRAPH)) != 0;
    char before = i > scan->first ? scan->token[i - 1].mark : '\0';

    if (!numeral->is_digits || numeral->decimals > 0)
        return FALSE;
    if (before == '[' && fact_scan_is_mark(scan, end, ']'))
        return TRUE;
    if (before == '(' && fact_scan_is_mark(scan, end, ')'))
        return !numeral->has_separator;
    if (!is_first || numeral->n_digits > 3)
        return FALSE;
    if (fact_scan_is_mark(scan, end, ')'))
        return TRUE;
    return fact_scan_is_mark(scan, end, '.') && end + 1 < scan->last &&
           (scan->token[end + 1].flags & FACT_TOKEN_NEWLINE) == 0;
}

/* Whether what stands behind a number makes a time of it. */
static gboolean
is_before_time(const FactScan *scan, const FactNumeral *numeral)
{
    guint end = numeral->end;
    gboolean is_short = numeral->is_digits && numeral->n_digits <= 4;

    switch (scan->token[end].mark) {
    case 'o':
        return fact_scan_is_text(scan, end, "o'clock") || fact_scan_is_text(scan, end, "oclock");
    case 'a':
        return is_short &&
               (fact_scan_is_text(scan, end, "am") || fact_scan_is_text(scan, end, "a.m."));
    case 'p':
        return is_short &&
               (fact_scan_is_text(scan, end, "pm") || fact_scan_is_text(scan, end, "p.m."));
    case 'g':
        return is_short && fact_scan_is_text(scan, end, "gmt");
    case 'e':
        return is_short && fact_scan_is_text(scan, end, "est");
    case 'h':
        return is_short && fact_scan_is_text(scan, end, "hrs");
    case ':':
        return is_short && numeral->n_digits <= 2 && fact_scan_is_number(scan, end + 1) &&
               length_of(scan, end + 1) == 2;
    default:
        return FALSE;
    }
}

/* "10:30", "p.m." or the tokens of a torn one: "2: 18 p. m." */
static gboolean
is_time(const FactScan *scan, const FactNumeral *numeral)
{
    guint i = numeral->first;

    return is_before_time(scan, numeral) ||
           (numeral->is_digits && numeral->n_digits == 2 && i > scan->first + 1 &&
            fact_scan_is_mark(scan, i - 1, ':') && fact_scan_is_number(scan, i - 2));
}

static gboolean
is_preposition(const FactScan *scan, guint i)
{
    return fact_scan_is_word(scan, i) && (classes_at(scan, i) & FACT_WORD_PREPOSITION) != 0 &&
           !fact_scan_is_text(scan, i, "to") && !fact_scan_is_text(scan, i, "plus");
}

/* Whether the token glued behind a number makes it a name. */
static gboolean
is_glued_behind(const FactScan *scan, const FactNumeral *numeral)
{
    guint end = numeral->end;

    if (fact_scan_is_word(scan, end))
        return numeral->is_digits;
    if (fact_scan_is_hyphen(scan, end)) {
        if (fact_scan_is_text(scan, end + 1, "something"))
            return TRUE; /* "thirty-something" */
        if (is_preposition(scan, end + 1))
            return TRUE; /* "10-for-15", "two-for-one", "six-under" */
        return numeral->is_digits
                   ? is_capital(scan, end + 1) /* "737-Max" */
                   : numeral->low.coefficient == 0 ||
                         (fact_scan_is_text(scan, end + 1, "a") &&
                          fact_scan_is_hyphen(scan, end + 2)); /* "zero-emission", "five-a-side" */
    }
    switch (scan->token[end].mark) {
    case '(': /* "401(k)" */
        return numeral->is_digits && fact_scan_is_word(scan, end + 1) &&
               length_of(scan, end + 1) == 1;
    case '/':
    case '_':
    case '@':
    case '\\':
        return TRUE;
    default:
        return FALSE;
    }
}

/* Whether the token that the number at @i is glued to makes it a name. */
static gboolean
is_glued_before(const FactScan *scan, const FactNumeral *numeral)
{
    guint before = numeral->first - 1;

    switch (scan->token[before].mark) {
    case '/':
    case '\'':
    case '&':
        return (scan->token[before].flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0;
    case '=':
        return numeral->is_digits && before > scan->first && fact_scan_is_glued(scan, before) &&
               fact_scan_is_word(scan, before - 1);
    default:
        return FALSE;
    }
}

/* "1 / 12" under a picture. */
static gboolean
is_beside_slash(const FactScan *scan, const FactNumeral *numeral)
{
    guint i = numeral->first;
    guint end = numeral->end;

    return numeral->is_digits &&
           ((fact_scan_is_mark(scan, end, '/') && fact_scan_is_number(scan, end + 1)) ||
            (i > scan->first + 1 && fact_scan_is_mark(scan, i - 1, '/') &&
             fact_scan_is_number(scan, i - 2)));
}

/* Glued to something that makes it a name, an address of the internet, a part number. */
static gboolean
is_glued_name(const FactScan *scan, const FactNumeral *numeral)
{
    guint i = numeral->first;
    guint end = numeral->end;

    if (end < scan->last && (scan->token[end].flags & FACT_TOKEN_POSSESSIVE) != 0)
        return TRUE;
    if (end < scan->last && fact_scan_is_glued(scan, end) && is_glued_behind(scan, numeral))
        return TRUE;
    if (is_beside_slash(scan, numeral))
        return TRUE;
    return i > scan->first && fact_scan_is_glued(scan, i) && is_glued_before(scan, numeral);
}

/* "the bottom three" names a group of places. */
static gboolean
is_after_rank(const FactScan *scan, const FactNumeral *numeral, gboolean has_noun)
{
    guint i = numeral->first;

    return !has_noun && i > scan->first && !fact_scan_is_border(scan, i) &&
           (fact_scan_is_text(scan, i - 1, "top") || fact_scan_is_text(scan, i - 1, "bottom"));
}

static gboolean
has_leading_zero(const FactScan *scan, const FactNumeral *numeral)
{
    return *text_of(scan, numeral->first) == '0' && numeral->is_digits && numeral->n_digits > 1 &&
           numeral->decimals == 0;
}

/* "787 Dreamliner", "11 Pro Max": nothing that it counts, and a name right behind. */
static gboolean
is_before_name(const FactScan *scan, const FactNumeral *numeral)
{
    guint end = numeral->end;

    return numeral->is_digits && numeral->n_digits <= 6 && !numeral->has_separator &&
           numeral->decimals == 0 && numeral->scale == 0 && !fact_scan_is_border(scan, end) &&
           is_capital(scan, end);
}

/* "Four" of "the Four Seasons hotel", "Eleven" of "Ocean's Eleven": a number in words has a capital
 * only as part of a name, or in a heading, where all words have one. */
static gboolean
is_in_name(const FactScan *scan, const FactNumeral *numeral, gboolean has_noun)
{
    guint i = numeral->first;
    guint end = numeral->end;

    if (numeral->is_digits || i == scan->first || fact_scan_is_border(scan, i) ||
        (scan->token[i].flags & (FACT_TOKEN_CAPITAL | FACT_TOKEN_ALL_CAPS)) != FACT_TOKEN_CAPITAL)
        return FALSE;
    if ((scan->token[i - 1].flags & FACT_TOKEN_POSSESSIVE) != 0)
        return !has_noun;
    return fact_scan_is_text(scan, i - 1, "the") &&
           (!is_capital(scan, i - 1) || fact_scan_is_border(scan, i - 1)) &&
           !fact_scan_is_border(scan, end) && is_capital(scan, end);
}

/* "737", "911": numbers that are names wherever they stand. */
static gboolean
is_known_name(const FactScan *scan, const FactNumeral *numeral)
{
    guint end;

    return numeral->is_digits && numeral->end == numeral->first + 1 &&
           fact_scan_lookup(scan, scan->number_names, numeral->first, scan->last, &end) != NULL;
}

/* Whether words stand on both sides, with white space between: nothing that marks and other numbers
 * make of a number can have happened. */
static gboolean
stands_free(const FactScan *scan, const FactNumeral *numeral)
{
    const uint32_t mask = FACT_TOKEN_WORD | FACT_TOKEN_GLUED;
    guint i = numeral->first;
    guint end = numeral->end;

    return i > scan->first && end < scan->last &&
           (scan->token[i - 1].flags & FACT_TOKEN_WORD) != 0 && !fact_scan_is_glued(scan, i) &&
           (scan->token[end].flags & mask) == FACT_TOKEN_WORD;
}

gboolean
fact_label_is_marked(const FactScan *scan, const FactNumeral *numeral)
{
    if (numeral->is_vague)
        return FALSE;
    if (is_address(scan, numeral) || is_time(scan, numeral) || has_leading_zero(scan, numeral))
        return TRUE;
    return !stands_free(scan, numeral) &&
           (is_glued_name(scan, numeral) || is_phone(scan, numeral) || is_dialled(scan, numeral) ||
            is_enumerator(scan, numeral));
}

gboolean
fact_label_is_name(const FactScan *scan, const FactNumeral *numeral, gboolean has_noun,
                   gboolean is_hedged)
{
    if (numeral->is_vague)
        return FALSE;
    if (!is_hedged && !has_noun && is_before_name(scan, numeral))
        return TRUE;
    if (is_in_name(scan, numeral, has_noun))
        return TRUE;
    if (is_year(scan, numeral, has_noun, is_hedged) || is_after_label(scan, numeral, has_noun))
        return TRUE;
    if (!is_hedged && (is_after_name(scan, numeral, has_noun) || is_chained(scan, numeral)))
        return TRUE;
    if (numeral->is_negative && has_noun && fact_scan_is_dash(scan, numeral->first))
        return TRUE; /* "COVID -19 tests" */
    if (is_after_rank(scan, numeral, has_noun))
        return TRUE;
    return (!has_noun || !is_hedged) && is_known_name(scan, numeral);
}
