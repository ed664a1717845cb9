/* SPDX-License-Identifier: MIT
 *
 * Dates as values: order, keys, printing, JSON. How two of them stand to each other is in
 * date-compare.c.
 */
#include "value/date-private.h"

#include <stdlib.h>
#include <string.h>

#include "base/integer.h"

#define DAY_BYTES (sizeof "YYYY-MM-DD" - 1)
#define MINUTE_BYTES (sizeof "YYYY-MM-DDTHH:MM" - 1)

static gboolean
is_resolved(const FactValue *value)
{
    return (value->flags & (FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH)) != 0;
}

static const char *
pattern_of(const FactValue *value)
{
    return value->unit != NULL           ? value->unit
           : value->as.date.edtf != NULL ? value->as.date.edtf
                                         : "";
}

static int64_t
low_of(const FactValue *value)
{
    return (value->flags & FACT_VALUE_HAS_LOW) != 0 ? value->as.date.low : G_MININT64;
}

static int64_t
high_of(const FactValue *value)
{
    return (value->flags & FACT_VALUE_HAS_HIGH) != 0 ? value->as.date.high : G_MAXINT64;
}

static int
order_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

int
fact_date_order(const FactValue *a, const FactValue *b)
{
    int order = order_numbers(is_resolved(b), is_resolved(a));
    if (order != 0)
        return order;
    if (!is_resolved(a))
        order = strcmp(pattern_of(a), pattern_of(b));
    else if ((order = order_numbers(low_of(a), low_of(b))) == 0)
        order = order_numbers(high_of(a), high_of(b));
    if (order == 0)
        order = order_numbers(a->spare, b->spare);
    if (order == 0)
        order = order_numbers(a->flags & (FACT_VALUE_HAS_TIME | FACT_VALUE_IS_RECURRING),
                              b->flags & (FACT_VALUE_HAS_TIME | FACT_VALUE_IS_RECURRING));
    return order != 0 ? order : order_numbers(a->comparator, b->comparator);
}

void
fact_date_format_key(const FactValue *value, GString *out)
{
    char name[FACT_EDTF_MAX];
    if ((value->flags & FACT_VALUE_IS_RECURRING) != 0)
        g_string_append(out, "every ");
    if (is_resolved(value)) {
        fact_edtf_format(value, name);
        g_string_append(out, name);
    } else {
        g_string_append(out, pattern_of(value));
    }
    g_string_append_printf(out, ":%s",
                           fact_comparator_to_string((FactComparator)value->comparator));
}

static const char *const month_names[] = {"",        "January",  "February", "March",  "April",
                                          "May",     "June",     "July",     "August", "September",
                                          "October", "November", "December"};
static const char *const weekday_names[] = {"",         "Monday", "Tuesday",  "Wednesday",
                                            "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const division_names[] = {
    [21] = "spring",        [22] = "summer",         [23] = "autumn",
    [24] = "winter",        [33] = "first quarter",  [34] = "second quarter",
    [35] = "third quarter", [36] = "fourth quarter", [40] = "first half",
    [41] = "second half",
};

static void
put_minute(int64_t minute, GString *out)
{
    int32_t number = fact_date_day_of(minute);
    FactDateDay day = fact_date_day_split(number);
    int rest = (int)(minute - (int64_t)number * FACT_DAY_MINUTES);
    g_string_append_printf(out, "%d %s %d, %02d:%02d", day.day, month_names[day.month], day.year,
                           rest / 60, rest % 60);
}

/* One point of EDTF that this module writes: "2014", "2014-05", "2014-05-17", "199X", "19XX". */
static void
put_point(const char *point, size_t len, GString *out)
{
    int numbers[3] = {0};
    guint n = 0;
    if (len == 4 && point[3] == 'X') {
        if (point[2] == 'X')
            g_string_append_printf(out, "the %.2s00s", point);
        else
            g_string_append_printf(out, "the %.3s0s", point);
        return;
    }
    for (size_t i = 0; i < len && n < 3; i++) {
        if (g_ascii_isdigit(point[i]))
            numbers[n] = numbers[n] * 10 + point[i] - '0';
        else
            n++;
    }
    if (len >= 10)
        g_string_append_printf(out, "%d ", numbers[2]);
    if (len >= 7 && numbers[1] >= 1 && numbers[1] <= 12)
        g_string_append_printf(out, "%s ", month_names[numbers[1]]);
    g_string_append_printf(out, "%d", numbers[0]);
}

static void
put_zone(uint8_t zone, GString *out)
{
    if (zone == 0)
        return;
    int quarters = (int)zone - (int)FACT_DATE_ZONE_UTC;
    g_string_append(out, " UTC");
    if (quarters != 0)
        g_string_append_printf(out, "%c%d", quarters < 0 ? '-' : '+', ABS(quarters) / 4);
    if (quarters % 4 != 0)
        g_string_append_printf(out, ":%02d", ABS(quarters) % 4 * 15);
}

static void
put_times(const FactValue *value, GString *out)
{
    int64_t low = low_of(value);
    int64_t high = high_of(value);
    if (low != G_MININT64)
        put_minute(low, out);
    if (low != G_MININT64 && high != G_MAXINT64 && high != low) {
        g_string_append(out, "–");
        if (fact_date_day_of(low) == fact_date_day_of(high)) {
            int rest = (int)(high - (int64_t)fact_date_day_of(high) * FACT_DAY_MINUTES);
            g_string_append_printf(out, "%02d:%02d", rest / 60, rest % 60);
        } else {
            put_minute(high, out);
        }
    } else if (low == G_MININT64) {
        put_minute(high, out);
    }
    put_zone(value->spare, out);
}

static void
put_days(const FactValue *value, GString *out)
{
    char name[FACT_EDTF_MAX];
    FactValue plain = *value;
    plain.comparator = FACT_COMPARATOR_EQ;
    fact_edtf_format(&plain, name);
    const char *slash = strchr(name, '/');
    if (slash == NULL) {
        put_point(name, strlen(name), out);
        return;
    }
    if (name[0] != '.')
        put_point(name, (size_t)(slash - name), out);
    if (name[0] != '.' && slash[1] != '.')
        g_string_append(out, " to ");
    if (slash[1] != '.')
        put_point(slash + 1, strlen(slash + 1), out);
}

/* "2023-21", which says more to people than its days. */
static gboolean
put_season(const FactValue *value, GString *out)
{
    const char *edtf = value->as.date.edtf;
    if (edtf == NULL || strlen(edtf) != 7 || edtf[4] != '-' || edtf[5] < '2' || edtf[5] > '4')
        return FALSE;
    guint code = (guint)(edtf[5] - '0') * 10 + (guint)(edtf[6] - '0');
    if (code >= G_N_ELEMENTS(division_names) || division_names[code] == NULL)
        return FALSE;
    g_string_append_printf(out, "%s %.4s", division_names[code], edtf);
    return TRUE;
}

static void
put_weekdays(const char *digits, gboolean is_recurring, GString *out)
{
    gboolean need_comma = FALSE;
    for (; *digits >= '1' && *digits <= '7'; digits++) {
        g_string_append_printf(out, "%s%s%s", need_comma ? ", " : "", weekday_names[*digits - '0'],
                               is_recurring ? "s" : "");
        need_comma = TRUE;
    }
}

/* "XXXX-05-17", "XXXX-WXX-2T18:00", "T19:35", "~last year". */
static void
put_pattern(const FactValue *value, GString *out)
{
    const char *pattern = pattern_of(value);
    const char *time = strchr(pattern, 'T');
    if (pattern[0] == '~' || pattern[0] == '\0') {
        g_string_append(out, pattern[0] == '~' ? pattern + 1 : "unknown date");
        return;
    }
    if (strncmp(pattern, "XXXX-WXX-", 9) == 0) {
        put_weekdays(pattern + 9, (value->flags & FACT_VALUE_IS_RECURRING) != 0, out);
    } else if (strncmp(pattern, "XXXX-", 5) == 0 && g_ascii_isdigit(pattern[5]) &&
               g_ascii_isdigit(pattern[6])) {
        guint code = (guint)(pattern[5] - '0') * 10 + (guint)(pattern[6] - '0');
        if (pattern[7] == '-')
            g_string_append_printf(out, "%d ", atoi(pattern + 8));
        if (code >= 1 && code <= 12)
            g_string_append(out, month_names[code]);
        else if (code < G_N_ELEMENTS(division_names) && division_names[code] != NULL)
            g_string_append(out, division_names[code]);
    }
    if (time != NULL) {
        const char *slash = strchr(time, '/');
        if (time != pattern)
            g_string_append(out, ", ");
        g_string_append_len(out, time + 1, slash != NULL ? slash - time - 1 : -1);
        if (slash != NULL)
            g_string_append_printf(out, "–%s", slash + 1);
        put_zone(value->spare, out);
    }
}

void
fact_date_format(const FactValue *value, GString *out)
{
    FactValue shown = *value;
    switch ((FactComparator)value->comparator) {
    case FACT_COMPARATOR_LT: /* "before May": the end is April's, the bound is May */
        g_string_append(out, "before ");
        if ((value->flags & FACT_VALUE_HAS_HIGH) != 0)
            shown.as.date.high += 1;
        break;
    case FACT_COMPARATOR_GT:
        g_string_append(out, "after ");
        if ((value->flags & FACT_VALUE_HAS_LOW) != 0)
            shown.as.date.low -= 1;
        break;
    case FACT_COMPARATOR_LE:
        g_string_append(out, "until ");
        break;
    case FACT_COMPARATOR_GE:
        g_string_append(out, "since ");
        break;
    case FACT_COMPARATOR_APPROX:
        g_string_append(out, "about ");
        break;
    case FACT_COMPARATOR_EQ:
    case FACT_COMPARATOR_BETWEEN:
        break;
    }
    if (!is_resolved(value)) {
        put_pattern(value, out);
        return;
    }
    if ((value->flags & FACT_VALUE_HAS_TIME) != 0) {
        put_times(&shown, out);
        return;
    }
    if (value->comparator ==
        FACT_COMPARATOR_LT) { /* the day after: its month or year, if it begins one */
        shown.as.date.low = shown.as.date.high;
        shown.flags = FACT_VALUE_HAS_LOW;
    } else if (value->comparator == FACT_COMPARATOR_GT) {
        shown.as.date.high = shown.as.date.low;
        shown.flags = FACT_VALUE_HAS_HIGH;
    }
    if (value->comparator != FACT_COMPARATOR_EQ || !put_season(value, out))
        put_days(&shown, out);
}

/* Writes @minute to @out as "2014-05-17T18:00"; the day is its head. */
static void
put_end(int64_t minute, char *out)
{
    int32_t number = fact_date_day_of(minute);
    FactDateDay day = fact_date_day_split(number);
    guint rest = (guint)(minute - (int64_t)number * FACT_DAY_MINUTES);

    memcpy(out, "YYYY-MM-DDTHH:MM", MINUTE_BYTES);
    fact_integer_put_pair((guint)day.year / 100, out);
    fact_integer_put_pair((guint)day.year % 100, out + strlen("YY"));
    fact_integer_put_pair((guint)day.month, out + strlen("YYYY-"));
    fact_integer_put_pair((guint)day.day, out + strlen("YYYY-MM-"));
    fact_integer_put_pair(rest / 60, out + strlen("YYYY-MM-DDT"));
    fact_integer_put_pair(rest % 60, out + strlen("YYYY-MM-DDTHH:"));
}

/* Most dates are of one day, which is put into digits only once. */
static void
write_ends(const FactValue *value, FactJsonWriter *writer)
{
    size_t len = (value->flags & FACT_VALUE_HAS_TIME) != 0 ? MINUTE_BYTES : DAY_BYTES;
    gboolean has_low = (value->flags & FACT_VALUE_HAS_LOW) != 0;
    char text[MINUTE_BYTES];

    if (has_low) {
        put_end(value->as.date.low, text);
        fact_json_string_len(writer, "low", text, len);
    }
    if ((value->flags & FACT_VALUE_HAS_HIGH) == 0)
        return;
    if (!has_low || len != DAY_BYTES ||
        fact_date_day_of(value->as.date.high) != fact_date_day_of(value->as.date.low))
        put_end(value->as.date.high, text);
    fact_json_string_len(writer, "high", text, len);
}

void
fact_date_write_members(const FactValue *value, FactJsonWriter *writer)
{
    write_ends(value, writer);
    fact_json_string(writer, "edtf", value->as.date.edtf);
    if (!is_resolved(value))
        fact_json_string(writer, "unit", value->unit);
    fact_json_string(writer, "comparator",
                     fact_comparator_to_string((FactComparator)value->comparator));
    if ((value->flags & FACT_VALUE_IS_RECURRING) != 0)
        fact_json_bool(writer, "recurring", TRUE);
}

/* Whether @text could be a pattern of ours: short and of its characters, or free words after "~".
 */
static gboolean
is_pattern(const char *text)
{
    size_t len = strlen(text);
    if (len == 0 || len >= FACT_EDTF_MAX)
        return FALSE;
    return text[0] == '~' || strspn(text, "0123456789XWT:/-") == len;
}

/* One end from "low" or "high" without an EDTF string. */
static gboolean
read_end(const FactCatalog *catalog, const char *text, guint flag, FactValue *value)
{
    FactValue end;
    if (!fact_edtf_parse(catalog, text, strlen(text), &end) ||
        (end.flags & FACT_VALUE_HAS_LOW) == 0 || (end.flags & FACT_VALUE_HAS_HIGH) == 0)
        return FALSE;
    value->flags |= flag | (end.flags & FACT_VALUE_HAS_TIME);
    if (flag == FACT_VALUE_HAS_LOW)
        value->as.date.low = end.as.date.low;
    else
        value->as.date.high = end.as.date.high;
    return TRUE;
}

static gboolean
read_ends(const FactCatalog *catalog, const char *low, const char *high, FactStringPool *pool,
          FactValue *value, const char **out_member)
{
    char name[FACT_EDTF_MAX];
    FactValue read = {.type = FACT_VALUE_DATE};
    *out_member = "low";
    if (low != NULL && !read_end(catalog, low, FACT_VALUE_HAS_LOW, &read))
        return FALSE;
    *out_member = "high";
    if (high != NULL && !read_end(catalog, high, FACT_VALUE_HAS_HIGH, &read))
        return FALSE;
    if (low != NULL && high != NULL && read.as.date.low > read.as.date.high)
        return FALSE;
    read.comparator = low == NULL    ? FACT_COMPARATOR_LE
                      : high == NULL ? FACT_COMPARATOR_GE
                                     : FACT_COMPARATOR_EQ;
    fact_edtf_format(&read, name);
    read.as.date.edtf = fact_string_pool_intern(pool, name);
    *value = read;
    return TRUE;
}

gboolean
fact_date_read_members(const FactCatalog *catalog, const char *low, const char *high,
                       const char *edtf, const char *pattern, FactStringPool *pool,
                       FactValue *value, const char **out_member)
{
    FactValue read;
    if (edtf != NULL) {
        *out_member = "edtf";
        if (!fact_edtf_parse(catalog, edtf, strlen(edtf), &read))
            return FALSE;
        read.as.date.edtf = fact_string_pool_intern(pool, edtf);
        if (!is_resolved(&read))
            read.unit = read.as.date.edtf;
        *value = read;
        return TRUE;
    }
    if (low != NULL || high != NULL)
        return read_ends(catalog, low, high, pool, value, out_member);
    *out_member = pattern != NULL ? "unit" : "edtf";
    if (pattern == NULL || !is_pattern(pattern))
        return FALSE;
    *value = (FactValue){.type = FACT_VALUE_DATE, .unit = fact_string_pool_intern(pool, pattern)};
    if (pattern[0] != '~' && strchr(pattern, 'T') != NULL)
        value->flags |= FACT_VALUE_HAS_TIME;
    return TRUE;
}
