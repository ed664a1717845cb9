/* SPDX-License-Identifier: MIT
 *
 * Plain texts and many sites tell their date in two places only: the path of the address and a line
 * below the headline. Both are taken where they are plain, for an article without a date cannot
 * resolve "on Tuesday", and its ages and tolls cannot be told from older ones.
 */
#include "value/dateline.h"

#include "value/date-private.h"

#include <string.h>

/* A date line stands among the first lines, and is short. */
#define LINES_MAX 6
#define LINE_BYTES_MAX 120
/* No address is older than the web. */
#define URL_YEAR_MIN 1991
#define SEGMENT_MAX 10

static size_t
count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

static gboolean
ends_segment(const char *text)
{
    return *text == '/' || *text == '\0' || *text == '?' || *text == '#';
}

/* "07/21" or "jul/21" behind the year: a date line of it, or NULL. */
static char *
read_segments(const char *text, int year)
{
    char month[SEGMENT_MAX];
    size_t len = strcspn(text, "/");
    const char *day = text + len + 1;

    if (len == 0 || len >= sizeof month || text[len] != '/')
        return NULL;
    memcpy(month, text, len);
    month[len] = '\0';
    size_t digits = count_digits(day);
    if (digits == 0 || digits > 2 || !ends_segment(day + digits))
        return NULL;
    int number = atoi(day);
    size_t month_digits = count_digits(month);
    if (month_digits == len && len <= 2)
        return g_strdup_printf("%04d-%02d-%02d", year, atoi(month), number);
    return month_digits == 0 ? g_strdup_printf("%d %s %04d", number, month, year) : NULL;
}

/* A date that begins at @text, the beginning of a segment of a path. */
static char *
read_url_date(const char *text)
{
    size_t digits = count_digits(text);
    int year = digits == 4 || digits == 8 ? atoi(text) : 0;

    if (digits == 8 && !g_ascii_isalnum(text[8]) && year / 10000 >= URL_YEAR_MIN)
        return g_strdup_printf("%04d-%02d-%02d", year / 10000, year / 100 % 100, year % 100);
    if (digits != 4 || year < URL_YEAR_MIN)
        return NULL;
    if (text[4] == '/')
        return read_segments(text + 5, year);
    if (text[4] == '-' && count_digits(text + 5) == 2 && text[7] == '-' &&
        count_digits(text + 8) == 2)
        return g_strdup_printf("%04d-%02d-%02d", year, atoi(text + 5), atoi(text + 8));
    return NULL;
}

static char *
find_in_url(const FactCatalog *catalog, const char *url)
{
    const char *host = strstr(url, "://");

    for (const char *at = strchr(host != NULL ? host + 3 : url, '/'); at != NULL;
         at = strchr(at + 1, '/')) {
        g_autofree char *date = read_url_date(at + 1);
        if (date == NULL)
            continue;
        FactClock clock = fact_clock_parse(catalog, date);
        if (!clock.is_known)
            continue;
        FactDateDay day = fact_date_day_split(fact_date_day_of(clock.minute));
        return g_strdup_printf("%04d-%02d-%02d", day.year, day.month, day.day);
    }
    return NULL;
}

static char *
find_in_text(const FactCatalog *catalog, const char *text, size_t len)
{
    const char *end = text + len;
    guint n_lines = 0;

    for (const char *at = text; at < end && n_lines < LINES_MAX;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t line_len = (size_t)((stop != NULL ? stop : end) - at);
        if (line_len > 0 && line_len <= LINE_BYTES_MAX) {
            g_autofree char *line = g_strndup(at, line_len);
            if (fact_clock_is_all(catalog, g_strstrip(line)))
                return g_steal_pointer(&line);
        }
        n_lines += line_len > 0;
        at += line_len + 1;
    }
    return NULL;
}

void
fact_dateline_complete(const FactCatalog *catalog, FactDocument *document)
{
    char *found = NULL;

    if (fact_clock_parse(catalog, document->published).is_known)
        return;
    if (document->url != NULL)
        found = find_in_url(catalog, document->url);
    if (found == NULL && document->text != NULL)
        found = find_in_text(catalog, document->text, document->text_len);
    if (found == NULL)
        return;
    g_free(document->published);
    document->published = found;
}
