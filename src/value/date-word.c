/* SPDX-License-Identifier: MIT
 *
 * The words of the calendar, as facts/wording/calendar.json has them: each phrase of the list
 * "calendar" has a string of a kind's name, up to two numbers and a rest. All are read when the
 * lists are made.
 * "calendar" has the words that begin a date, "calendar-inner" those that only stand inside one.
 *
 *     month N CARE         CARE is a FactDateWordCare, 0 if missing
 *     weekday N CARE       Monday is 1
 *     weekdays DIGITS      recurring
 *     season N FIRST LAST  21 to 24 and its days, wide enough for all habits of counting
 *     day N [LOW HIGH]     days from the publication, and hours
 *     hours LOW HIGH NAME  hours beyond 24:00 are the next day's
 *     at LOW [HIGH]        "noon"
 *     unit NAME [N]        N of them: a fortnight is two weeks
 *     which N [SPAN]       -1 last, 0 this, 1 next; SPAN 1: "past", a stretch of time
 *     nth N, number N, quarter N, half N, decade YY
 *     ago SIGN, rest SIGN  "ago" and "from now"; "earlier" and "later this week"
 *     fiscal BEFORE AFTER  months that a fiscal year may begin before its year or end after it
 *     holiday MM-DD        a fixed one
 *     holiday M WEEKDAY N  the Nth weekday of month M, 5 for the last
 *     zone [MINUTES 1]     east of Greenwich, where it is known
 *     every, within
 *     part OF RANGES       "early" and so on: months of a year, days of a month, years of a decade
 *                          or century, weekdays of a week, hours of a day or of its parts,
 *                          months of a quarter or half, thirds of a season; OF 1: before "of" alone
 */
#include "value/date-private.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_names[] = {
    [FACT_DATE_WORD_MONTH] = "month",
    [FACT_DATE_WORD_WEEKDAY] = "weekday",
    [FACT_DATE_WORD_WEEKDAYS] = "weekdays",
    [FACT_DATE_WORD_SEASON] = "season",
    [FACT_DATE_WORD_DAY] = "day",
    [FACT_DATE_WORD_HOURS] = "hours",
    [FACT_DATE_WORD_AT] = "at",
    [FACT_DATE_WORD_UNIT] = "unit",
    [FACT_DATE_WORD_WHICH] = "which",
    [FACT_DATE_WORD_PART] = "part",
    [FACT_DATE_WORD_AGO] = "ago",
    [FACT_DATE_WORD_NTH] = "nth",
    [FACT_DATE_WORD_NUMBER] = "number",
    [FACT_DATE_WORD_QUARTER] = "quarter",
    [FACT_DATE_WORD_HALF] = "half",
    [FACT_DATE_WORD_FISCAL] = "fiscal",
    [FACT_DATE_WORD_DECADE] = "decade",
    [FACT_DATE_WORD_HOLIDAY] = "holiday",
    [FACT_DATE_WORD_EVERY] = "every",
    [FACT_DATE_WORD_REST] = "rest",
    [FACT_DATE_WORD_WITHIN] = "within",
    [FACT_DATE_WORD_ZONE] = "zone",
};

static const char *const unit_names[] = {
    [FACT_DATE_UNIT_NONE] = "none",       [FACT_DATE_UNIT_DAY] = "day",
    [FACT_DATE_UNIT_WEEK] = "week",       [FACT_DATE_UNIT_WEEKEND] = "weekend",
    [FACT_DATE_UNIT_MONTH] = "month",     [FACT_DATE_UNIT_QUARTER] = "quarter",
    [FACT_DATE_UNIT_SEASON] = "season",   [FACT_DATE_UNIT_HALF] = "half",
    [FACT_DATE_UNIT_YEAR] = "year",       [FACT_DATE_UNIT_DECADE] = "decade",
    [FACT_DATE_UNIT_CENTURY] = "century",
};

/* Past @name and the blank after it where @text begins with it, NULL elsewhere. */
static const char *
skip_name(const char *text, const char *name)
{
    while (*name != '\0' && *text == *name) {
        text++;
        name++;
    }
    if (*name != '\0' || (*text != ' ' && *text != '\0'))
        return NULL;
    return *text == ' ' ? text + 1 : text;
}

/* Index of the name that @text begins with, -1 if none; @out_rest is what follows its blank. */
static int
find_name(const char *const *names, guint n, const char *text, const char **out_rest)
{
    for (guint i = 0; i < n; i++) {
        if (names[i][0] != text[0])
            continue;
        *out_rest = skip_name(text, names[i]);
        if (*out_rest != NULL)
            return (int)i;
    }
    return -1;
}

/* A number of at most seven digits that ends at a blank or the end of @text, which moves past it.
 */
static gboolean
take_number(const char **text, int *out_number)
{
    const char *c = *text;
    int number = 0;
    gboolean is_minus = *c == '-';
    const char *first = is_minus ? ++c : c;
    for (; g_ascii_isdigit(*c) && c - first < 7; c++)
        number = number * 10 + *c - '0';
    if (c == first || (*c != ' ' && *c != '\0'))
        return FALSE;
    *text = *c == ' ' ? c + 1 : c;
    *out_number = is_minus ? -number : number;
    return TRUE;
}

static gboolean
read_code(const char *code, FactDateWord *out_word)
{
    const char *rest = NULL;
    int kind = find_name(kind_names, G_N_ELEMENTS(kind_names), code, &rest);
    if (kind < 0)
        return FALSE;
    *out_word = (FactDateWord){.kind = (FactDateWordKind)kind, .rest = rest};
    if (kind == FACT_DATE_WORD_HOLIDAY || kind == FACT_DATE_WORD_HOURS || kind == FACT_DATE_WORD_AT)
        return TRUE;
    if (kind == FACT_DATE_WORD_UNIT) {
        out_word->a = find_name(unit_names, G_N_ELEMENTS(unit_names), rest, &out_word->rest);
        out_word->b = 1;
        take_number(&out_word->rest, &out_word->b);
        return out_word->a > 0;
    }
    if (take_number(&out_word->rest, &out_word->a))
        take_number(&out_word->rest, &out_word->b);
    return TRUE;
}

/* What the phrases of both lists mean; those without meaning end at 0, all others at 1. */
static FactDateWord *
read_codes(const FactDateLists *lists)
{
    guint n_words = lists->words->values->len;
    guint n_inner = lists->inner->values->len;
    FactDateWord *meanings = g_new0(FactDateWord, 1 + n_words + n_inner);

    for (guint i = 0; i < n_words + n_inner; i++) {
        const char *code = i < n_words ? g_ptr_array_index(lists->words->values, i)
                                       : g_ptr_array_index(lists->inner->values, i - n_words);
        FactDateWord *meaning = &meanings[1 + i];

        meaning->end = read_code(code, meaning) ? 1 : 0;
    }
    return meanings;
}

/* Notes what words begin of @phrases, where they are no phrase of the first list; @before meanings
 * stand before theirs. */
static void
add_calendar(FactDateLists *lists, const FactPhraseTable *phrases, guint before)
{
    const FactPhraseTable *first = lists->words->phrases;

    for (FactWord word = fact_phrase_ends_next(&phrases->first, 1); word != 0;
         word = fact_phrase_ends_next(&phrases->first, word + 1)) {
        uint32_t payload = fact_phrase_table_find_word(phrases, word);

        if (phrases != first && fact_phrase_table_find_word(first, word) != 0)
            continue;
        const FactDateWord *meaning = &lists->meanings[payload == 0 ? 0 : before + payload];
        if (meaning->end != 0)
            lists->begins[word] |= (before + payload) & FACT_DATE_BEGINS_MEANING;
        if (meaning->end != 0 && meaning->kind == FACT_DATE_WORD_NUMBER)
            lists->begins[word] |= FACT_DATE_BEGINS_NUMBER;
        if (fact_phrase_table_goes_on(phrases, word))
            lists->begins[word] |= FACT_DATE_BEGINS_LONGER;
    }
    fact_phrase_table_add_seconds(phrases, &lists->calendar_seconds);
}

static void
add_tense(FactDateLists *lists)
{
    const FactWording *list = lists->tense;
    const FactPhraseTable *phrases = list->phrases;

    for (FactWord word = fact_phrase_ends_next(&phrases->first, 1); word != 0;
         word = fact_phrase_ends_next(&phrases->first, word + 1)) {
        uint32_t payload = fact_phrase_table_find_word(phrases, word);

        if (payload != 0)
            lists->begins[word] |= fact_date_tense_of(g_ptr_array_index(list->values, payload - 1));
        if (fact_phrase_table_goes_on(phrases, word))
            lists->begins[word] |= FACT_DATE_BEGINS_LONGER_TENSE;
    }
    fact_phrase_table_add_seconds(phrases, &lists->tense_seconds);
}

/* One past the last word that a phrase of the lists begins with. */
static guint
count_begins(const FactDateLists *lists)
{
    FactWord end = MAX(lists->words->phrases->first.end, lists->inner->phrases->first.end);
    return MAX(end, lists->tense->phrases->first.end);
}

void
fact_date_lists_init(FactDateLists *lists, const FactCatalog *catalog)
{
    *lists = (FactDateLists){
        .catalog = catalog,
        .words = fact_catalog_get_wording(catalog, "calendar"),
        .inner = fact_catalog_get_wording(catalog, "calendar-inner"),
        .bounds = fact_catalog_get_wording(catalog, "date-bounds"),
        .tense = fact_catalog_get_wording(catalog, "date-tense"),
        .year_strong = fact_catalog_get_wording(catalog, "date-year-strong"),
        .year_weak = fact_catalog_get_wording(catalog, "date-year-weak"),
        .year_not_before = fact_catalog_get_wording(catalog, "date-year-not-before"),
        .month_before = fact_catalog_get_wording(catalog, "date-month-before"),
        .month_strict = fact_catalog_get_wording(catalog, "date-month-strict"),
        .quarter_after = fact_catalog_get_wording(catalog, "date-quarter-after"),
        .name_after = fact_catalog_get_wording(catalog, "date-name-after"),
        .name_before = fact_catalog_get_wording(catalog, "date-name-before"),
    };
    lists->meanings = read_codes(lists);
    lists->n_begins = count_begins(lists);
    lists->begins = g_new0(uint32_t, lists->n_begins);
    lists->is_known = g_new0(uint64_t, lists->n_begins / 64 + 1);
    add_calendar(lists, lists->words->phrases, 0);
    add_calendar(lists, lists->inner->phrases, lists->words->values->len);
    add_tense(lists);
    for (FactWord word = 0; word < lists->n_begins; word++)
        lists->is_known[word / 64] |= (uint64_t)(lists->begins[word] != 0) << (word % 64);
}

void
fact_date_lists_clear(FactDateLists *lists)
{
    g_clear_pointer(&lists->meanings, g_free);
    g_clear_pointer(&lists->begins, g_free);
    g_clear_pointer(&lists->is_known, g_free);
    fact_phrase_ends_clear(&lists->calendar_seconds);
    fact_phrase_ends_clear(&lists->tense_seconds);
}

/* The longest phrase at token @i, whose word begins several. Few are read, and those that are not
 * need not make room for it. */
static G_GNUC_NO_INLINE gboolean
read_long(const FactDateScan *scan, guint i, FactDateWord *out_word)
{
    const FactDateLists *lists = scan->lists;
    guint before = 0;
    uint32_t payload = 0;
    guint end =
        fact_phrase_table_match(lists->words->phrases, scan->tokens, i, scan->limit, &payload);

    if (end == i) {
        before = lists->words->values->len;
        end =
            fact_phrase_table_match(lists->inner->phrases, scan->tokens, i, scan->limit, &payload);
    }
    if (end == i || payload == 0 || lists->meanings[before + payload].end == 0)
        return FALSE;
    *out_word = lists->meanings[before + payload];
    out_word->end = end;
    return TRUE;
}

gboolean
fact_date_word_read_known(const FactDateScan *scan, guint i, FactDateWord *out_word)
{
    uint32_t begins = fact_date_begins(scan, i);
    if ((begins & FACT_DATE_BEGINS_LONGER) != 0 &&
        fact_date_may_follow(scan, i + 1, &scan->lists->calendar_seconds))
        return read_long(scan, i, out_word);
    if ((begins & FACT_DATE_BEGINS_MEANING) == 0)
        return FALSE;
    *out_word = scan->lists->meanings[begins & FACT_DATE_BEGINS_MEANING];
    out_word->end = i + 1;
    return TRUE;
}

gboolean
fact_date_word_find(const FactCatalog *catalog, const char *phrase, FactDateWord *out_word)
{
    const FactWording *words = fact_catalog_get_wording(catalog, "calendar");
    uint32_t payload = fact_phrase_table_find(words->phrases, catalog->lexicon, phrase);
    return payload != 0 && payload <= words->values->len &&
           read_code(g_ptr_array_index(words->values, payload - 1), out_word);
}

/* "03-01": month and day. */
static gboolean
read_month_day(const char *text, int *out_month, int *out_day)
{
    for (guint i = 0; i < 5; i++)
        if (i == 2 ? text[i] != '-' : !g_ascii_isdigit(text[i]))
            return FALSE;
    *out_month = (text[0] - '0') * 10 + text[1] - '0';
    *out_day = (text[3] - '0') * 10 + text[4] - '0';
    return TRUE;
}

gboolean
fact_date_word_season_days(const char *window, int year, int32_t *out_first, int32_t *out_last)
{
    int month;
    int day;
    int last_month;
    int last_day;
    if (!read_month_day(window, &month, &day) || window[5] != ' ' ||
        !read_month_day(window + 6, &last_month, &last_day))
        return FALSE;
    int last_year = last_month < month ? year + 1 : year;
    return fact_date_day_join(year, month, day, out_first) &&
           fact_date_day_join(MIN(last_year, FACT_DATE_YEAR_MAX), last_month, last_day, out_last);
}

gboolean
fact_date_word_season(const FactCatalog *catalog, int season, int year, int32_t *out_first,
                      int32_t *out_last)
{
    const FactWording *words = fact_catalog_get_wording(catalog, "calendar");
    for (guint i = 0; i < words->values->len; i++) {
        FactDateWord word;
        int32_t ignored;
        if (!read_code(g_ptr_array_index(words->values, i), &word) ||
            word.kind != FACT_DATE_WORD_SEASON || word.a != season)
            continue;
        if (!fact_date_word_season_days(word.rest, year, out_first, out_last))
            return FALSE;
        if (fact_date_day_split(*out_last).year > year &&
            year > 1) /* "the winter of 2023" begins in 2022 or 2023 */
            return fact_date_word_season_days(word.rest, year - 1, out_first, &ignored);
        return TRUE;
    }
    return FALSE;
}

/* "18:00", up to 47:59. */
static gboolean
read_hour(const char **text, int *out_minutes)
{
    char *end;
    long hours = strtol(*text, &end, 10);
    if (end == *text || *end != ':' || hours < 0 || hours > 47 || !g_ascii_isdigit(end[1]) ||
        !g_ascii_isdigit(end[2]))
        return FALSE;
    *out_minutes = (int)hours * 60 + (end[1] - '0') * 10 + end[2] - '0';
    *text = end + 3;
    return TRUE;
}

gboolean
fact_date_word_hours(const char *text, int *out_low, int *out_high)
{
    if (!read_hour(&text, out_low))
        return FALSE;
    *out_high = *out_low;
    while (*text == ' ')
        text++;
    return !g_ascii_isdigit(*text) || (read_hour(&text, out_high) && *out_high >= *out_low);
}

const char *
fact_date_word_hours_name(const char *text)
{
    const char *last = strrchr(text, ' ');
    return last != NULL && g_ascii_isalpha(last[1]) ? last + 1 : NULL;
}

/* Past the digits at @text, which are few. */
static const char *
take_digits(const char *text, int *out_number)
{
    int number = 0;
    for (; g_ascii_isdigit(*text) && number < 1000; text++)
        number = number * 10 + *text - '0';
    *out_number = number;
    return text;
}

gboolean
fact_date_word_part(const char *text, const char *name, int *out_first, int *out_last)
{
    size_t len = strlen(name);
    while (*text != '\0') {
        if (text[0] == name[0] && strncmp(text, name, len) == 0 && text[len] == '=') {
            const char *end = take_digits(text + len + 1, out_first);
            if (*end != '-')
                return FALSE;
            take_digits(end + 1, out_last);
            return *out_first >= 0 && *out_first <= *out_last && *out_last < 200;
        }
        while (*text != ' ' && *text != '\0')
            text++;
        while (*text == ' ')
            text++;
    }
    return FALSE;
}

gboolean
fact_date_word_part_of(const char *text, FactDateUnit unit, int *out_first, int *out_last)
{
    return fact_date_word_part(text, unit_names[unit], out_first, out_last);
}

int
fact_date_number(const FactDateScan *scan, guint i, guint *out_digits)
{
    if (!fact_date_has_flag(scan, i, FACT_TOKEN_NUMBER))
        return -1;
    const FactToken *token = &scan->tokens->tokens[i];
    guint len = token->end - token->start;
    int number = 0;
    if (len > 8)
        return -1;
    for (guint k = 0; k < len; k++) {
        char c = scan->tokens->text[token->start + k];
        if (!g_ascii_isdigit(c))
            return -1;
        number = number * 10 + c - '0';
    }
    *out_digits = len;
    return number;
}
