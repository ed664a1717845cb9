/* SPDX-License-Identifier: MIT
 *
 * The publication date as metadata and date lines give it: ISO 8601, RFC 2822, and what newspapers
 * print ("Last updated: Monday, 28 November 2005, 02:24 GMT", with scraped blanks around the
 * colons). The first whole date of the line counts, and the first time beside it; the rest may be
 * anything. A line without a whole date gives an unknown clock: half a date would resolve "Tuesday"
 * wrongly.
 */
#include "value/date-private.h"

#include <string.h>

/* A date line longer than this has its date at the beginning or none. */
#define ITEMS_MAX 48
#define WORD_MAX 24

typedef enum {
    ITEM_END,
    ITEM_NUMBER,
    ITEM_WORD,
    ITEM_MARK,
} ItemKind;

typedef struct {
    ItemKind kind;
    int number;
    guint digits;
    char mark;
    gboolean is_glued;
    gboolean is_taken; /* part of the date */
    char word[WORD_MAX];
} Item;

/* Items at the end of a line that stay ITEM_END, so that looking ahead is safe. */
#define ENDS 8

typedef struct {
    const FactCatalog *catalog;
    guint n;
    Item items[ITEMS_MAX + ENDS]; /* as far as the ends behind the last one */
} Line;

static const char *
split_item(const char *text, Item *item)
{
    if (g_ascii_isdigit(*text)) {
        item->kind = ITEM_NUMBER;
        for (; g_ascii_isdigit(*text); text++, item->digits++)
            if (item->digits < 9)
                item->number = item->number * 10 + *text - '0';
        return text;
    }
    if (g_ascii_isalpha(*text)) {
        item->kind = ITEM_WORD;
        guint len = 0;
        for (; g_ascii_isalpha(*text); text++)
            if (len < WORD_MAX - 1)
                item->word[len++] = g_ascii_tolower(*text);
        return text;
    }
    item->kind = ITEM_MARK;
    item->mark = *text;
    return text + 1;
}

static void
split_line(const FactCatalog *catalog, const char *text, Line *line)
{
    gboolean is_glued = FALSE;
    line->catalog = catalog;
    line->n = 0;
    while (*text != '\0' && line->n < ITEMS_MAX) {
        if (g_ascii_isspace(*text)) {
            text++;
            is_glued = FALSE;
            continue;
        }
        Item *item = &line->items[line->n++];
        *item = (Item){.is_glued = is_glued};
        text = split_item(text, item);
        is_glued = TRUE;
    }
    memset(&line->items[line->n], 0, ENDS * sizeof(Item));
}

static gboolean
is_mark(const Line *line, guint i, char mark)
{
    return line->items[i].kind == ITEM_MARK && line->items[i].mark == mark;
}

static gboolean
is_word(const Line *line, guint i, const char *word)
{
    return line->items[i].kind == ITEM_WORD && strcmp(line->items[i].word, word) == 0;
}

static gboolean
is_number(const Line *line, guint i, guint min_digits, guint max_digits)
{
    const Item *item = &line->items[i];
    return item->kind == ITEM_NUMBER && item->digits >= min_digits && item->digits <= max_digits;
}

/* A month by name, abbreviation, or beginning: date lines are typed by hand, and "Novemer" is plain
 * enough beside a day and a year. */
static int
month_of(const Line *line, guint i)
{
    FactDateWord word;
    if (line->items[i].kind != ITEM_WORD)
        return 0;
    const char *name = line->items[i].word;
    if (fact_date_word_find(line->catalog, name, &word))
        return word.kind == FACT_DATE_WORD_MONTH ? word.a : 0;
    if (strlen(name) < 6)
        return 0;
    char beginning[4] = {name[0], name[1], name[2], '\0'};
    return fact_date_word_find(line->catalog, beginning, &word) && word.kind == FACT_DATE_WORD_MONTH
               ? word.a
               : 0;
}

static guint
skip_ordinal(const Line *line, guint i)
{
    return is_word(line, i, "st") || is_word(line, i, "nd") || is_word(line, i, "rd") ||
                   is_word(line, i, "th")
               ? i + 1
               : i;
}

static guint
skip_marks(const Line *line, guint i, const char *marks)
{
    while (line->items[i].kind == ITEM_MARK && strchr(marks, line->items[i].mark) != NULL)
        i++;
    return i;
}

static int
year_of(const Line *line, guint i)
{
    if (is_number(line, i, 4, 4) && line->items[i].number >= 1500)
        return line->items[i].number;
    if (is_number(line, i, 2, 2))
        return line->items[i].number + (line->items[i].number < 70 ? 2000 : 1900);
    return 0;
}

/* "2013-06-06", "2013/06/06", "20130606". */
static guint
read_iso(const Line *line, guint i, FactDateDay *day)
{
    if (is_number(line, i, 8, 8)) {
        int number = line->items[i].number;
        *day = (FactDateDay){number / 10000, number / 100 % 100, number % 100};
        return day->year >= 1900 && day->year < 2100 ? i + 1 : i;
    }
    if (!is_number(line, i, 4, 4) || !is_number(line, i + 2, 1, 2) ||
        !is_number(line, i + 4, 1, 2) ||
        !((is_mark(line, i + 1, '-') && is_mark(line, i + 3, '-')) ||
          (is_mark(line, i + 1, '/') && is_mark(line, i + 3, '/'))))
        return i;
    *day =
        (FactDateDay){line->items[i].number, line->items[i + 2].number, line->items[i + 4].number};
    return i + 5;
}

/* Whether the line speaks of a place that writes the month first. */
static gboolean
is_american(const Line *line)
{
    static const char *const words[] = {"am",  "pm",  "et",  "est", "edt", "ct",
                                        "cst", "cdt", "mst", "mdt", "pst", "pdt"};
    static const char *const others[] = {"gmt", "bst", "ist", "cet", "cest", "aest", "uk"};
    gboolean american = FALSE;
    for (guint i = 0; i < line->n; i++) {
        for (guint k = 0; k < G_N_ELEMENTS(words); k++)
            american |= is_word(line, i, words[k]);
        for (guint k = 0; k < G_N_ELEMENTS(others); k++)
            if (is_word(line, i, others[k]))
                return FALSE;
    }
    return american;
}

/* "6/6/2013", "14/09/2013", "11/28/05", "14.09.2013". Two readings and nothing to choose by: none.
 */
static guint
read_numeric(const Line *line, guint i, FactDateDay *day)
{
    gboolean slashes = is_mark(line, i + 1, '/') && is_mark(line, i + 3, '/');
    gboolean dots =
        is_mark(line, i + 1, '.') && is_mark(line, i + 3, '.') && is_number(line, i + 4, 4, 4);
    int year = year_of(line, i + 4);
    if (!is_number(line, i, 1, 2) || !is_number(line, i + 2, 1, 2) || year == 0 ||
        (!slashes && !dots))
        return i;
    int a = line->items[i].number;
    int b = line->items[i + 2].number;
    if (dots || a > 12)
        *day = (FactDateDay){year, b, a};
    else if (b > 12 || a == b || is_american(line))
        *day = (FactDateDay){year, a, b};
    else
        return i;
    return i + 5;
}

/* "June 6th, 2013", "November 27 - 2005", "6 June 2013", "27 NOVEMBER, 2005", "Nov. 6 2013". */
static guint
read_named(const Line *line, guint i, FactDateDay *day)
{
    guint k = i;
    int month = month_of(line, k);
    if (month > 0) {
        k = skip_marks(line, k + 1, ".");
        if (!is_number(line, k, 1, 2))
            return i;
        day->day = line->items[k].number;
        k = skip_ordinal(line, k + 1);
    } else {
        if (!is_number(line, k, 1, 2))
            return i;
        day->day = line->items[k].number;
        k = skip_ordinal(line, k + 1);
        k = skip_marks(line, is_word(line, k, "of") ? k + 1 : k, "-.");
        month = month_of(line, k);
        if (month == 0)
            return i;
        k++;
    }
    k = skip_marks(line, k, ",.-");
    if (!is_number(line, k, 4, 4))
        return i;
    day->month = month;
    day->year = line->items[k].number;
    return k + 1;
}

/* The first date of the line; marks its items as taken. Returns one past it, 0 if there is none. */
static guint
find_date(Line *line, int32_t *out_day)
{
    static guint (*const readers[])(const Line *, guint, FactDateDay *) = {read_iso, read_numeric,
                                                                           read_named};
    for (guint i = 0; i < line->n; i++) {
        for (guint r = 0; r < G_N_ELEMENTS(readers); r++) {
            FactDateDay day = {0};
            guint end = readers[r](line, i, &day);
            if (end == i || !fact_date_day_join(day.year, day.month, day.day, out_day))
                continue;
            for (guint k = i; k < end; k++)
                line->items[k].is_taken = TRUE;
            return end;
        }
    }
    return 0;
}

/* "a" "m", "pm", "p" "." "m" after a time: 0 or 12, -1 for none. */
static int
meridiem_of(const Line *line, guint i)
{
    if (is_word(line, i, "am") || is_word(line, i, "pm"))
        return line->items[i].word[0] == 'p' ? 12 : 0;
    guint next = skip_marks(line, i + 1, ".");
    if ((is_word(line, i, "a") || is_word(line, i, "p")) && is_word(line, next, "m"))
        return line->items[i].word[0] == 'p' ? 12 : 0;
    return -1;
}

/* "7:38pm", "16:12", "05.51AM", "03.31 BST", "2:05:10 PM" at item @i. */
static gboolean
read_time(const Line *line, guint i, int *out_minute)
{
    const Item *item = &line->items[i];
    gboolean colon = is_mark(line, i + 1, ':');
    gboolean dot = is_mark(line, i + 1, '.') && line->items[i + 2].is_glued && item->digits == 2;
    if (!is_number(line, i, 1, 2) || !is_number(line, i + 2, 2, 2) || item->is_taken ||
        line->items[i + 2].is_taken || (!colon && !dot) ||
        (i > 0 && (is_mark(line, i - 1, '+') || is_mark(line, i - 1, ':'))))
        return FALSE;
    int hours = item->number;
    int minutes = line->items[i + 2].number;
    guint end = i + 3;
    if (is_mark(line, end, ':') && is_number(line, end + 1, 2, 2))
        end += 2;
    int meridiem = meridiem_of(line, end);
    if (hours > 23 || minutes > 59 ||
        (meridiem >= 0 && (hours == 0 || (hours > 12 && meridiem == 0))))
        return FALSE;
    if (meridiem >= 0 && hours <= 12)
        hours = hours % 12 + meridiem;
    *out_minute = hours * 60 + minutes;
    return TRUE;
}

static gboolean
take_pair(const char *text, int *out_number)
{
    if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
        return FALSE;
    *out_number = (text[0] - '0') * 10 + text[1] - '0';
    return TRUE;
}

/* "2013-06-06" and no more, as metadata mostly are. */
static gboolean
read_plain_day(const char *text, int32_t *out_day)
{
    int century;
    int year;
    int month;
    int day;
    return take_pair(text, &century) && take_pair(text + 2, &year) && text[4] == '-' &&
           take_pair(text + 5, &month) && text[7] == '-' && take_pair(text + 8, &day) &&
           text[10] == '\0' && fact_date_day_join(century * 100 + year, month, day, out_day);
}

FactClock
fact_clock_parse(const FactCatalog *catalog, const char *published)
{
    FactClock clock = {0};
    Line line;
    int32_t day;
    if (published == NULL)
        return clock;
    if (read_plain_day(published, &day))
        return (FactClock){.is_known = TRUE, .minute = (int64_t)day * FACT_DAY_MINUTES};
    split_line(catalog, published, &line);
    guint end = find_date(&line, &day);
    if (end == 0)
        return clock;
    clock.is_known = TRUE;
    clock.minute = (int64_t)day * FACT_DAY_MINUTES;
    for (guint i = is_word(&line, end, "t") ? end + 1 : 0; i < line.n && !clock.has_time; i++) {
        int minute;
        clock.has_time = read_time(&line, i, &minute);
        clock.minute += clock.has_time ? minute : 0;
    }
    return clock;
}

/* Words that stand in a date line beside the date: weekdays, a second date, "Last updated", "GMT". */
static gboolean
belongs_to_line(const Line *line, const FactWording *words, guint i)
{
    const Item *item = &line->items[i];
    FactDateWord word;

    switch (item->kind) {
    case ITEM_NUMBER:
        return item->digits <= 2 || item->digits == 4;
    case ITEM_MARK:
        return item->mark < 0 || strchr(",.:;|/()[]-+*", item->mark) != NULL;
    case ITEM_WORD:
        if (fact_phrase_table_find(words->phrases, line->catalog->lexicon, item->word) != 0)
            return TRUE;
        return fact_date_word_find(line->catalog, item->word, &word) &&
               (word.kind == FACT_DATE_WORD_WEEKDAY || word.kind == FACT_DATE_WORD_MONTH);
    case ITEM_END:
        break;
    }
    return FALSE;
}

gboolean
fact_clock_is_all(const FactCatalog *catalog, const char *line_text)
{
    const FactWording *words = fact_catalog_get_wording(catalog, "date-line-words");
    Line line;
    int32_t day;

    split_line(catalog, line_text, &line);
    if (line.n == ITEMS_MAX || find_date(&line, &day) == 0)
        return FALSE;
    for (guint i = 0; i < line.n; i++)
        if (!line.items[i].is_taken && !belongs_to_line(&line, words, i))
            return FALSE;
    return TRUE;
}
