/* SPDX-License-Identifier: MIT
 *
 * English habit goes first: a comma parts thousands, a dot decimals. What cannot be that is read by
 * the other habit, and what cannot be either is left unread.
 */
#include "value/digits.h"

#include <string.h>

/* Longer ones hold no decimal, whatever their separators. */
#define DIGITS_BYTES_MAX 39
/* What most numbers have no more than. */
#define FEW_DIGITS 4
/* So many digits any decimal holds. */
#define ENGLISH_BYTES_MAX 15

typedef struct {
    int commas;
    int dots;
    int last_comma; /* -1 for none */
    int last_dot;
} Separators;

static Separators
find_separators(const char *str, size_t len)
{
    Separators found = {0, 0, -1, -1};

    for (size_t i = 0; i < len; i++) {
        if (str[i] == ',') {
            found.commas++;
            found.last_comma = (int)i;
        } else if (str[i] == '.') {
            found.dots++;
            found.last_dot = (int)i;
        }
    }
    return found;
}

/* Groups of three after a first one of one to three; or of two, with three in the last
 * ("12,34,567"). */
static gboolean
has_groups(const char *str, size_t len, char separator)
{
    size_t group = 0;
    size_t n_groups = 0;
    gboolean has_pair = FALSE;

    for (size_t i = 0; i <= len; i++) {
        if (i < len && str[i] != separator) {
            group++;
            continue;
        }
        gboolean is_last = i == len;
        if (n_groups == 0 ? group < 1 || group > 3 : is_last ? group != 3 : group < 2 || group > 3)
            return FALSE;
        has_pair |= !is_last && n_groups > 0 && group == 2;
        group = 0;
        n_groups++;
    }
    return n_groups > 1 && !(has_pair && separator == '.');
}

static gboolean
parse_plain(const char *str, size_t len, char thousands, char point, FactDigits *out_digits)
{
    char plain[DIGITS_BYTES_MAX + 1];
    size_t n = 0;
    int decimals = -1;
    FactDigits digits = {0};

    for (size_t i = 0; i < len; i++) {
        if (str[i] == thousands) {
            digits.has_separator = TRUE;
            continue;
        }
        if (str[i] == point)
            decimals = 0;
        else if (decimals >= 0)
            decimals++;
        digits.n_digits += str[i] != point;
        plain[n++] = str[i] == point ? '.' : str[i];
    }
    if (!fact_decimal_parse(plain, n, &digits.amount))
        return FALSE;
    digits.decimals = MAX(decimals, 0);
    *out_digits = digits;
    return TRUE;
}

/* "1,234.5" and "1.234,5": the separator of thousands comes first and often, the point once. */
static gboolean
parse_both(const char *str, size_t len, const Separators *found, FactDigits *out_digits)
{
    gboolean is_english = found->last_dot > found->last_comma;
    char thousands = is_english ? ',' : '.';
    char point = is_english ? '.' : ',';
    size_t whole = (size_t)(is_english ? found->last_dot : found->last_comma);

    if ((is_english ? found->dots : found->commas) != 1 || !has_groups(str, whole, thousands))
        return FALSE;
    return parse_plain(str, len, thousands, point, out_digits);
}

/* The common case in one pass: "12", "5.6", "1,234,567.89". What looks otherwise is no English number
 * or one that the long way tells from others. */
static gboolean
parse_english(const char *str, size_t len, FactDigits *out_digits)
{
    int64_t number = 0;
    size_t group = 0; /* digits since the last separator */
    size_t commas = 0;
    gboolean has_point = FALSE;

    if (len > ENGLISH_BYTES_MAX)
        return FALSE;
    for (size_t i = 0; i < len; i++) {
        if ((unsigned char)(str[i] - '0') < 10) {
            number = number * 10 + (str[i] - '0');
            group++;
            continue;
        }
        gboolean fits = commas > 0 ? group == 3 : group > 0 && (group <= 3 || str[i] == '.');
        if ((str[i] != ',' && str[i] != '.') || has_point || !fits)
            return FALSE;
        has_point = str[i] == '.';
        commas += str[i] == ',';
        group = 0;
    }
    if (has_point || commas == 0 ? group == 0 : group != 3)
        return FALSE;
    out_digits->decimals = has_point ? (int)group : 0;
    out_digits->n_digits = (int)(len - commas) - has_point;
    out_digits->has_separator = commas > 0;
    out_digits->amount = fact_decimal_new(number, -out_digits->decimals);
    return TRUE;
}

/* The commonest case: a few digits and nothing else. */
static inline gboolean
parse_few(const char *str, size_t len, FactDigits *out_digits)
{
    int64_t number = 0;

    if (len - 1 >= FEW_DIGITS)
        return FALSE;
    for (size_t i = 0; i < len; i++) {
        guint digit = (unsigned char)str[i] - (guint)'0';
        if (digit > 9)
            return FALSE;
        number = number * 10 + digit;
    }
    *out_digits = (FactDigits){.n_digits = (int)len, .amount = fact_decimal_new(number, 0)};
    return TRUE;
}

gboolean
fact_digits_parse(const char *str, size_t len, FactDigits *out_digits)
{
    Separators found;

    if (parse_few(str, len, out_digits))
        return TRUE;
    if (parse_english(str, len, out_digits))
        return TRUE;
    if (len == 0 || len > DIGITS_BYTES_MAX)
        return FALSE;
    found = find_separators(str, len);
    if (found.commas == 0 && found.dots == 0) {
        *out_digits = (FactDigits){.n_digits = (int)len};
        return fact_decimal_parse(str, len, &out_digits->amount);
    }
    if (found.commas > 0 && found.dots > 0)
        return parse_both(str, len, &found, out_digits);
    if (found.commas > 0) {
        if (has_groups(str, len, ','))
            return parse_plain(str, len, ',', '.', out_digits);
        /* "1,3"; four digits after the comma are two years */
        return found.commas == 1 && len - (size_t)found.last_comma <= 3 &&
               parse_plain(str, len, '\0', ',', out_digits);
    }
    if (found.dots > 1)
        return has_groups(str, len, '.') && parse_plain(str, len, '.', ',', out_digits);
    return parse_plain(str, len, '\0', '.', out_digits);
}
