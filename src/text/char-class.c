/* SPDX-License-Identifier: MIT */
#include "text/char-class.h"

const uint8_t fact_byte_class[256] = {
    ['\t'] = FACT_BYTE_SPACE,         ['\v'] = FACT_BYTE_SPACE,
    ['\f'] = FACT_BYTE_SPACE,         ['\r'] = FACT_BYTE_SPACE,
    [' '] = FACT_BYTE_SPACE,          ['\n'] = FACT_BYTE_NEWLINE,
    ['a' ... 'z'] = FACT_BYTE_LETTER, ['A' ... 'Z'] = FACT_BYTE_LETTER,
    ['0' ... '9'] = FACT_BYTE_DIGIT,  ['!'] = FACT_BYTE_PUNCT,
    ['"'] = FACT_BYTE_PUNCT,          ['\''] = FACT_BYTE_PUNCT,
    ['('] = FACT_BYTE_PUNCT,          [')'] = FACT_BYTE_PUNCT,
    [','] = FACT_BYTE_PUNCT,          ['-'] = FACT_BYTE_PUNCT,
    ['.'] = FACT_BYTE_PUNCT,          ['/'] = FACT_BYTE_PUNCT,
    [':'] = FACT_BYTE_PUNCT,          [';'] = FACT_BYTE_PUNCT,
    ['?'] = FACT_BYTE_PUNCT,          ['['] = FACT_BYTE_PUNCT,
    [']'] = FACT_BYTE_PUNCT,          ['`'] = FACT_BYTE_PUNCT,
    ['{'] = FACT_BYTE_PUNCT,          ['}'] = FACT_BYTE_PUNCT,
    ['#'] = FACT_BYTE_SYMBOL,         ['$'] = FACT_BYTE_SYMBOL,
    ['%'] = FACT_BYTE_SYMBOL,         ['&'] = FACT_BYTE_SYMBOL,
    ['*'] = FACT_BYTE_SYMBOL,         ['+'] = FACT_BYTE_SYMBOL,
    ['<'] = FACT_BYTE_SYMBOL,         ['='] = FACT_BYTE_SYMBOL,
    ['>'] = FACT_BYTE_SYMBOL,         ['@'] = FACT_BYTE_SYMBOL,
    ['\\'] = FACT_BYTE_SYMBOL,        ['^'] = FACT_BYTE_SYMBOL,
    ['_'] = FACT_BYTE_SYMBOL,         ['|'] = FACT_BYTE_SYMBOL,
    ['~'] = FACT_BYTE_SYMBOL,         [0x80 ... 0xff] = FACT_BYTE_HIGH,
};

FactCharClass
fact_char_classify(gunichar c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
        return (FactCharClass){FACT_BYTE_PUNCT, '\''};
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
    case 0x00ab:
    case 0x00bb:
        return (FactCharClass){FACT_BYTE_PUNCT, '"'};
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
        return (FactCharClass){FACT_BYTE_PUNCT, '-'};
    case 0x2026:
        return (FactCharClass){FACT_BYTE_PUNCT, '.'};
    case 0x2022:
    case 0x00b7:
    case 0x25cf:
    case 0x25aa:
        return (FactCharClass){FACT_BYTE_PUNCT, '*'};
    case 0x2044:
    case 0x2215:
        return (FactCharClass){FACT_BYTE_PUNCT, '/'};
    case 0x00ad: /* soft hyphen */
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x2060:
    case 0xfeff:
        return (FactCharClass){FACT_BYTE_SPACE, 0};
    default:
        break;
    }
    if (g_unichar_isalpha(c) || g_unichar_ismark(c))
        return (FactCharClass){FACT_BYTE_LETTER, 0};
    if (g_unichar_isspace(c))
        return (FactCharClass){c == 0x2028 || c == 0x2029 ? FACT_BYTE_NEWLINE : FACT_BYTE_SPACE, 0};
    if (g_unichar_ispunct(c) && g_unichar_type(c) != G_UNICODE_CURRENCY_SYMBOL &&
        g_unichar_type(c) != G_UNICODE_MATH_SYMBOL)
        return (FactCharClass){FACT_BYTE_PUNCT, 0};
    return (FactCharClass){FACT_BYTE_SYMBOL, 0};
}

gunichar
fact_char_decode(const char *text, uint32_t pos, uint32_t *out_next)
{
    *out_next = (uint32_t)(g_utf8_next_char(text + pos) - text);
    return g_utf8_get_char(text + pos);
}

uint32_t
fact_char_apostrophe(const char *text, uint32_t pos)
{
    if (text[pos] == '\'')
        return 1;
    const unsigned char *s = (const unsigned char *)text + pos;
    return s[0] == 0xe2 && s[1] == 0x80 && s[2] == 0x99 ? 3 : 0;
}

gboolean
fact_char_is_letter(const char *text, uint32_t pos)
{
    uint8_t class = fact_byte_class[(uint8_t)text[pos]];
    if (class == FACT_BYTE_HIGH) {
        uint32_t next;
        return fact_char_classify(fact_char_decode(text, pos, &next)).class == FACT_BYTE_LETTER;
    }
    return class == FACT_BYTE_LETTER;
}

gboolean
fact_char_is_alnum(const char *text, uint32_t pos)
{
    return fact_byte_class[(uint8_t)text[pos]] == FACT_BYTE_DIGIT || fact_char_is_letter(text, pos);
}
