/* SPDX-License-Identifier: MIT
 *
 * Times of day. A number is one only where something says so: "a.m." or "p.m.", a zone, "o'clock",
 * "hours" after four digits, or the colon of a clock that counts to 24. "2:18" alone may as well be
 * a race's time or a verse.
 *
 *     time = hour [":" minute [":" second]] meridiem [zone]
 *          | HHMM ("hours" | zone) | HH ":" MM ["hours"] [zone]
 *          | hour "o'clock" half | "noon" | "midnight"
 *     half = "in the morning" | "at night" | ...
 */
#include "value/date-private.h"

#include <string.h>

/* The clock's face as written: a minute of -1 where it was left out. */
typedef struct {
    int hour;
    int minute;
    guint end;
    gboolean is_padded; /* "08" */
    gboolean has_colon;
} Face;

/* "2", "2:18", "2: 18", "7.35", "2:18:05". */
static gboolean
read_face(const FactDateScan *scan, guint i, Face *out_face)
{
    guint digits;
    Face face = {.minute = -1, .end = i + 1};
    face.hour = fact_date_number(scan, i, &digits);
    if (face.hour < 0) { /* "7.35" is one token */
        const FactToken *token = fact_date_token(scan, i);
        const char *text = scan->tokens->text + token->start;
        guint len = token->end - token->start;
        if (!fact_date_has_flag(scan, i, FACT_TOKEN_NUMBER) || len < 4 || len > 5 ||
            text[len - 3] != '.' || !g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[len - 4]) ||
            !g_ascii_isdigit(text[len - 2]) || !g_ascii_isdigit(text[len - 1]))
            return FALSE;
        face.hour = len == 5 ? (text[0] - '0') * 10 + text[1] - '0' : text[0] - '0';
        face.minute = (text[len - 2] - '0') * 10 + text[len - 1] - '0';
        *out_face = face;
        return face.hour < 24 && face.minute < 60;
    }
    face.is_padded = digits == 2 && face.hour < 10;
    if (digits > 2)
        return FALSE;
    guint minute_digits;
    int minute =
        fact_date_is_mark(scan, i + 1, ':') ? fact_date_number(scan, i + 2, &minute_digits) : -1;
    if (minute >= 0 && minute_digits == 2 && minute < 60) {
        face.minute = minute;
        face.has_colon = TRUE;
        face.end = i + 3;
        if (fact_date_is_mark(scan, i + 3, ':') &&
            fact_date_number(scan, i + 4, &minute_digits) >= 0 && minute_digits == 2)
            face.end = i + 5;
    }
    *out_face = face;
    return face.hour < 24;
}

guint
fact_date_time_match_meridiem(const FactDateScan *scan, guint i, int *out_hours)
{
    const FactToken *token = fact_date_token(scan, i);
    if (!fact_date_has_flag(scan, i, FACT_TOKEN_WORD) || (token->mark != 'a' && token->mark != 'p'))
        return i;
    const char *text = scan->tokens->text + token->start;
    guint len = token->end - token->start;
    guint end = i + 1;
    if (len == 1) { /* scraped: "p. m.", "p . m ." */
        end += fact_date_is_mark(scan, end, '.') ? 1 : 0;
        if (!fact_date_is_word(scan, end, "m") && !fact_date_is_word(scan, end, "m."))
            return i;
        *out_hours = token->mark == 'p' ? 12 : 0;
        end++;
        return fact_date_is_mark(scan, end, '.') ? end + 1 : end;
    }
    gboolean is_plain = len == 2 && (text[1] | 0x20) == 'm';
    gboolean is_dotted = len >= 3 && len <= 4 && text[1] == '.' && (text[2] | 0x20) == 'm';
    if (!is_plain && !is_dotted)
        return i;
    *out_hours = token->mark == 'p' ? 12 : 0;
    return end;
}

/* "+8", "-5" after GMT. */
static guint
match_offset(const FactDateScan *scan, guint i, int *minutes)
{
    guint digits;
    gboolean is_minus = fact_date_is_mark(scan, i, '-');
    if (!is_minus && !fact_date_is_mark(scan, i, '+'))
        return i;
    int hours = fact_date_number(scan, i + 1, &digits);
    if (hours < 0 || digits > 2 || hours > 14)
        return i;
    *minutes += (is_minus ? -60 : 60) * hours;
    return i + 2;
}

guint
fact_date_time_match_zone(const FactDateScan *scan, guint i, uint8_t *zone)
{
    FactDateWord word;
    gboolean bracket = fact_date_is_mark(scan, i, '(');
    guint k = bracket ? i + 1 : i;
    if (!fact_date_word_is(scan, k, FACT_DATE_WORD_ZONE, &word))
        return i;
    /* "local time" is written small */
    if (!fact_date_has_flag(scan, k, FACT_TOKEN_CAPITAL) && !fact_date_is_word(scan, k, "local"))
        return i;
    int minutes = word.a;
    guint end = match_offset(scan, word.end, &minutes);
    if (bracket && !fact_date_is_mark(scan, end, ')'))
        return i;
    if (word.b == 1)
        *zone = (uint8_t)((int)FACT_DATE_ZONE_UTC + minutes / 15);
    return bracket ? end + 1 : end;
}

static void
set_time(FactDateParts *parts, int low, int high)
{
    parts->has_time = TRUE;
    parts->time_low = low;
    parts->time_high = high;
}

/* "1630 GMT", "0800 hours". */
static guint
match_military(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    guint digits;
    int number = fact_date_number(scan, i, &digits);
    if (number < 0 || digits != 4 || number / 100 > 23 || number % 100 > 59)
        return i;
    uint8_t zone = parts->zone;
    guint end = fact_date_time_match_zone(scan, i + 1, &zone);
    if (end == i + 1) {
        if (!fact_date_is_word(scan, end, "hours") && !fact_date_is_word(scan, end, "hrs"))
            return i;
        /* "2000 hours of footage" is a length of time. */
        const FactToken *before = fact_date_token(scan, i - (i > 0 ? 1 : 0));
        gboolean is_padded = scan->tokens->text[scan->tokens->tokens[i].start] == '0';
        gboolean is_at =
            i > 0 && before->end - before->start == 2 && fact_date_is_word(scan, i - 1, "at");
        if (!is_padded && !is_at)
            return i;
        end = fact_date_time_match_zone(scan, end + 1, &zone);
    }
    parts->zone = zone;
    set_time(parts, number / 100 * 60 + number % 100, number / 100 * 60 + number % 100);
    return end;
}

/* "noon" and "midnight" after a 12, or "o'clock". */
static guint
match_after_hour(const FactDateScan *scan, const Face *face, FactDateParts *parts)
{
    FactDateWord word;
    int low;
    int high;
    if (face->hour == 12 && face->minute <= 0 &&
        fact_date_word_is(scan, face->end, FACT_DATE_WORD_AT, &word) &&
        fact_date_word_hours(word.rest, &low, &high)) {
        set_time(parts, low, high);
        return word.end;
    }
    return face->end;
}

/* The part of the day after a bare hour: "6 in the morning", "9 at night", "8 o'clock Friday
 * night". */
static guint
match_half_of_day(const FactDateScan *scan, guint i, int *out_hours)
{
    if (fact_date_is_word(scan, i, "in") && fact_date_is_word(scan, i + 1, "the")) {
        if (fact_date_is_word(scan, i + 2, "morning")) {
            *out_hours = 0;
            return i + 3;
        }
        if (fact_date_is_word(scan, i + 2, "afternoon") ||
            fact_date_is_word(scan, i + 2, "evening")) {
            *out_hours = 12;
            return i + 3;
        }
    }
    if (fact_date_is_word(scan, i, "at") && fact_date_is_word(scan, i + 1, "night")) {
        *out_hours = 12;
        return i + 2;
    }
    return i;
}

/* What one face says, with the half of the day or the zone behind it. */
static guint
match_face(const FactDateScan *scan, guint i, Face face, FactDateParts *parts)
{
    int half = -1;
    guint end = match_after_hour(scan, &face, parts);
    if (end != face.end)
        return end;
    end = fact_date_time_match_meridiem(scan, face.end, &half);
    if (end == face.end && fact_date_is_word(scan, end, "o'clock")) {
        guint after = match_half_of_day(scan, end + 1, &half);
        if (half < 0)
            return i; /* morning or evening: nobody knows */
        end = after;
    } else if (end == face.end && face.has_colon) {
        guint after = match_half_of_day(scan, end, &half);
        end = half < 0 ? end : after;
    }
    gboolean has_hours =
        half < 0 && face.has_colon &&
        (fact_date_is_word(scan, end, "hours") || fact_date_is_word(scan, end, "hrs"));
    end += has_hours ? 1 : 0;
    uint8_t zone = parts->zone;
    guint after = fact_date_time_match_zone(scan, end, &zone);
    if (half < 0 && !has_hours) {
        gboolean is_clock = face.has_colon && (face.hour > 12 || face.is_padded || after != end);
        gboolean is_dotted = !face.has_colon && face.minute >= 0 && after != end;
        if (!is_clock && !is_dotted)
            return i;
        parts->time_is_weak = after == end;
    } else if (has_hours) { /* "9:25 hours" */
        half = 0;
    } else if (face.hour == 0 || face.hour > 12) {
        if (half == 0 || face.hour == 0)
            return i;
        half = 0; /* "14:18 p.m." */
    } else {
        face.hour = face.hour % 12 + half;
        half = 0;
    }
    int minute = face.hour * 60 + MAX(face.minute, 0);
    parts->zone = zone;
    set_time(parts, minute, minute);
    return after;
}

guint
fact_date_time_match_bare(const FactDateScan *scan, guint i, int *out_minute)
{
    Face face;
    if (!read_face(scan, i, &face) || face.hour == 0 || face.hour > 12 ||
        (face.has_colon ? face.end > i + 3 : face.minute >= 0))
        return i;
    *out_minute = face.hour % 12 * 60 + MAX(face.minute, 0);
    return face.end;
}

/* "2-4 p.m.", "2 to 4 p.m.": the first hour takes the second one's half of the day. */
static guint
match_hours(const FactDateScan *scan, guint i, Face face, FactDateParts *parts)
{
    guint second = face.end + 1;
    if (!fact_date_has_flag(scan, face.end, FACT_TOKEN_DASH) &&
        !fact_date_is_word(scan, face.end, "to") && !fact_date_is_word(scan, face.end, "and"))
        return i;
    Face last;
    int half;
    if (face.hour == 0 || face.hour > 12 || !read_face(scan, second, &last) || last.hour == 0 ||
        last.hour > 12)
        return i;
    guint end = fact_date_time_match_meridiem(scan, last.end, &half);
    if (end == last.end)
        return i;
    /* "and" alone joins two times; between them it spans. */
    if (fact_date_is_word(scan, face.end, "and") &&
        (i == 0 || !fact_date_is_word(scan, i - 1, "between")))
        return i;
    int high = (last.hour % 12 + half) * 60 + MAX(last.minute, 0);
    int low = (face.hour % 12 + half) * 60 + MAX(face.minute, 0);
    if (low > high)
        low -= 720;
    if (low < 0)
        return i;
    set_time(parts, low, high);
    parts->time_is_range = low < high;
    return fact_date_time_match_zone(scan, end, &parts->zone);
}

guint
fact_date_time_match(const FactDateScan *scan, guint i, FactDateParts *parts)
{
    FactDateWord word;
    int low;
    int high;
    if (fact_date_has_flag(scan, i, FACT_TOKEN_NUMBER)) {
        Face face;
        if (!read_face(scan, i, &face))
            return match_military(scan, i, parts);
        guint end = match_hours(scan, i, face, parts);
        return end != i ? end : match_face(scan, i, face, parts);
    }
    if (!fact_date_word_read(scan, i, &word) ||
        (word.kind != FACT_DATE_WORD_AT && word.kind != FACT_DATE_WORD_HOURS) ||
        !fact_date_word_hours(word.rest, &low, &high))
        return i;
    set_time(parts, low, high);
    return word.kind == FACT_DATE_WORD_AT ? fact_date_time_match_zone(scan, word.end, &parts->zone)
                                          : word.end;
}
