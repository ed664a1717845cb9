/* SPDX-License-Identifier: MIT */
#include "text/word-shape.h"

#include "text/char-class.h"

static inline void
word_byte(FactWordShape *word, char byte)
{
    if (word->len < FACT_WORD_BYTES_MAX)
        word->folded[word->len++] = byte;
    else
        word->too_long = TRUE;
}

static void
word_wide(FactWordShape *word, gunichar c)
{
    gunichar lower = g_unichar_tolower(c);
    if (g_unichar_isalpha(c)) {
        if (lower != c) {
            word->first_capital |= word->letters == 0;
            word->capitals++;
        }
        word->letters++;
    }
    if (word->len + 6 <= FACT_WORD_BYTES_MAX)
        word->len += (uint32_t)g_unichar_to_utf8(lower, word->folded + word->len);
    else
        word->too_long = TRUE;
}

/* "U.S.", "a.m.", "D.C": one letter and a dot, at least twice. Returns the end of the run, or @pos.
 */
static uint32_t
initials_end(const char *text, uint32_t pos)
{
    uint32_t end = pos;
    guint n = 0;
    while (fact_byte_class[(uint8_t)text[end]] == FACT_BYTE_LETTER && text[end + 1] == '.' &&
           !(fact_byte_class[(uint8_t)text[end + 2]] == FACT_BYTE_LETTER &&
             fact_char_is_alnum(text, end + 3) && n == 0)) {
        end += 2;
        n++;
        if (fact_byte_class[(uint8_t)text[end]] == FACT_BYTE_LETTER &&
            fact_char_is_alnum(text, end + 1))
            break; /* "U.S.Army" */
    }
    if (n == 1 && fact_byte_class[(uint8_t)text[end]] == FACT_BYTE_LETTER &&
        !fact_char_is_alnum(text, end + 1))
        return end + 1; /* "U.S" */
    if (n >= 2 && fact_byte_class[(uint8_t)text[end]] == FACT_BYTE_LETTER &&
        !fact_char_is_alnum(text, end + 1))
        return end + 1;
    return n >= 2 ? end : pos;
}

static uint32_t
scan_initials(const char *text, uint32_t start, uint32_t end, FactWordShape *word)
{
    for (uint32_t i = start; i < end; i++) {
        char c = text[i];
        if (g_ascii_isalpha(c)) {
            word->letters++;
            word->capitals += g_ascii_isupper(c) ? 1 : 0;
            word->first_capital |= i == start && g_ascii_isupper(c);
        }
        word_byte(word, g_ascii_tolower(c));
    }
    if (word->len > 0 && word->folded[word->len - 1] != '.')
        word_byte(word, '.');
    return end;
}

/* Letters, digits and inner apostrophes from the cursor on; stops before a possessive. */
static uint32_t
scan_letters(const char *text, uint32_t start, FactWordShape *word)
{
    uint32_t pos = start;
    for (;;) {
        uint8_t c = (uint8_t)text[pos];
        uint8_t class = fact_byte_class[c];
        if (class == FACT_BYTE_LETTER) {
            uint8_t is_small = c >= 'a';
            word->first_capital |= word->letters == 0 && !is_small && pos == start;
            word->capitals += !is_small;
            word->letters++;
            word_byte(word, (char)(c | 0x20));
            pos++;
            continue;
        }
        if (class == FACT_BYTE_DIGIT) {
            word->has_digit = TRUE;
            word_byte(word, (char)c);
            pos++;
            continue;
        }
        uint32_t quote = c == '\'' || c == 0xe2 ? fact_char_apostrophe(text, pos) : 0;
        if (quote > 0) {
            uint32_t after = pos + quote;
            if (!fact_char_is_letter(text, after))
                break;
            if ((text[after] == 's' || text[after] == 'S') && !fact_char_is_alnum(text, after + 1))
                break;
            word_byte(word, '\'');
            pos = after;
            continue;
        }
        if (class != FACT_BYTE_HIGH)
            break;
        uint32_t next;
        gunichar wide = fact_char_decode(text, pos, &next);
        if (fact_char_classify(wide).class != FACT_BYTE_LETTER)
            break;
        word_wide(word, wide);
        pos = next;
    }
    return pos;
}

uint32_t
fact_word_shape_read(const char *text, uint32_t start, FactWordShape *out_word)
{
    uint32_t end = text[start + 1] == '.' ? initials_end(text, start) : start;

    out_word->folded[0] = '\0';
    out_word->len = 0;
    out_word->too_long = FALSE;
    out_word->letters = out_word->capitals = 0;
    out_word->has_digit = out_word->first_capital = FALSE;
    return end > start ? scan_initials(text, start, end, out_word)
                       : scan_letters(text, start, out_word);
}
