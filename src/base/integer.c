/* SPDX-License-Identifier: MIT
 *
 * Most numbers of a corpus have up to four digits, so four are taken at a time.
 */
#include "base/integer.h"

const char FACT_INTEGER_PAIRS[200] = {"0001020304050607080910111213141516171819"
                                      "2021222324252627282930313233343536373839"
                                      "4041424344454647484950515253545556575859"
                                      "6061626364656667686970717273747576777879"
                                      "8081828384858687888990919293949596979899"};

guint
fact_integer_digits(uint64_t number)
{
    guint digits = 1;

    for (; number >= 10000; number /= 10000)
        digits += 4;
    return digits + (number >= 10) + (number >= 100) + (number >= 1000);
}

static char *
put_below_100(guint number, char *out)
{
    if (number >= 10)
        return fact_integer_put_pair(number, out);
    *out = (char)('0' + number);
    return out + 1;
}

static char *
put_below_10000(guint number, char *out)
{
    if (number < 100)
        return put_below_100(number, out);
    return fact_integer_put_pair(number % 100, put_below_100(number / 100, out));
}

static G_NO_INLINE char *
put_long(uint64_t number, char *out)
{
    guint low = (guint)(number % 10000);

    out = fact_integer_put(number / 10000, out);
    return fact_integer_put_pair(low % 100, fact_integer_put_pair(low / 100, out));
}

char *
fact_integer_put(uint64_t number, char *out)
{
    return number < 10000 ? put_below_10000((guint)number, out) : put_long(number, out);
}
