/* SPDX-License-Identifier: MIT
 *
 * Dates and times in sentences: what is read, where, and what it resolves to on a Tuesday in May.
 */
#include "value/date.h"

#include "support/padded.h"
#include "support/random.h"
#include "support/suite.h"

#include <string.h>

static FactCatalog *catalog;
static FactDateLists lists;

/* All dates of @text as "wording=key", with "; " between them. */
static char *
read_dates(const char *published, const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autofree char *padded = test_padded(text);
    FactClock clock = fact_clock_parse(catalog, published);
    FactTokens tokens;
    fact_tokens_init(&tokens, catalog->lexicon);
    fact_tokens_split(&tokens, padded, strlen(text));
    FactDateScan scan = {&lists, &tokens, tokens.n, clock, arena};
    for (guint i = 0; i < tokens.n;) {
        FactMention mention;
        scan.limit = tokens.sentences[fact_tokens_sentence_of(&tokens, i) + 1];
        guint end = fact_date_match(&scan, i, &mention);
        if (end == i) {
            i++;
            continue;
        }
        g_string_append_printf(out, "%s%.*s=", out->len > 0 ? "; " : "",
                               (int)(mention.span.end - mention.span.start),
                               text + mention.span.start);
        fact_date_format_key(&mention.value, out);
        assert_true(mention.first <= mention.core && mention.core < mention.last &&
                    mention.last == end);
        i = end;
    }
    fact_tokens_clear(&tokens);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

typedef struct {
    const char *name;
    const char *published; /* 2014-05-20 is a Tuesday */
    const char *text;
    const char *expected;
} MatchRow;

static const MatchRow absolute_rows[] = {
    {"month day year", "2014-05-20", "It opened on May 17, 2014, in Ohio.",
     "May 17, 2014=2014-05-17:eq"},
    {"month day year without comma", "2014-05-20", "It opened May 17 2014 in Ohio.",
     "May 17 2014=2014-05-17:eq"},
    {"day month year", "2014-05-20", "It opened on 17 May 2014 in Leeds.",
     "17 May 2014=2014-05-17:eq"},
    {"day month short year", "2014-05-20", "It opened on 17 May 09.", "17 May 09=2009-05-17:eq"},
    {"day month count", "2014-05-20", "In 12 May 17 they met.", "May 17=2014-05-17:eq"},
    {"ordinal day of month", "2014-05-20", "It opened on the 17th of May, 2014.",
     "17th of May, 2014=2014-05-17:eq"},
    {"ordinal after month", "2014-05-20", "It opened on May 3rd, 2013.",
     "May 3rd, 2013=2013-05-03:eq"},
    {"day month comma year", "2014-05-20", "Opened 27 NOVEMBER, 2005.",
     "27 NOVEMBER, 2005=2005-11-27:eq"},
    {"capital letters", "2014-05-20", "SHOT ON MAY 17, 2014 IN TOWN", "MAY 17, 2014=2014-05-17:eq"},
    {"abbreviated with dot", "2014-05-20", "It closed Oct. 31, 2013.",
     "Oct. 31, 2013=2013-10-31:eq"},
    {"abbreviated without dot", "2014-05-20", "It closed Oct 31, 2013.",
     "Oct 31, 2013=2013-10-31:eq"},
    {"sept", "2014-05-20", "It closed on Sept. 5, 2012.", "Sept. 5, 2012=2012-09-05:eq"},
    {"iso", "2014-05-20", "Logged 2014-05-17 by staff.", "2014-05-17=2014-05-17:eq"},
    {"iso with slashes", "2014-05-20", "Logged 2014/05/17 by staff.", "2014/05/17=2014-05-17:eq"},
    {"american slashes", "2014-05-20", "Logged 5/17/14 by staff.", "5/17/14=2014-05-17:eq"},
    {"american slashes long", "2014-05-20", "Logged 05/17/2014 by staff.",
     "05/17/2014=2014-05-17:eq"},
    {"day first slashes", "2014-05-20", "Logged 25/12/2006 by staff.", "25/12/2006=2006-12-25:eq"},
    {"scraped blanks in slashes", "2014-05-20", "Logged 5 / 17 / 2014 by staff.",
     "5 / 17 / 2014=2014-05-17:eq"},
    {"two readings far away", "2014-05-20", "Logged 3/4/2001 by staff.",
     "3/4/2001=2001-03-04/2001-04-03:eq"},
    {"two readings and a near one", "2014-05-20", "Logged 5/6/2014 by staff.",
     "5/6/2014=2014-05-06:eq"},
    {"same in both readings", "2014-05-20", "Logged 6/6/2001 by staff.", "6/6/2001=2001-06-06:eq"},
    {"two digit year of the last century", "2014-05-20", "Logged 5/17/84 by staff.",
     "5/17/84=1984-05-17:eq"},
    {"weekday and date", "2014-05-20", "On Saturday, May 17, 2014, it rained.",
     "Saturday, May 17, 2014=2014-05-17:eq"},
    {"weekday day month", "2014-05-20", "On Monday 16 September 2013 it rained.",
     "Monday 16 September 2013=2013-09-16:eq"},
    {"weekday and date in brackets", "2014-05-20", "On Saturday (May 17) it rained.",
     "Saturday (May 17)=2014-05-17:eq"},
    {"weekday that is not the date's", "2014-05-20", "On Tuesday, May 17, 2014, it rained.",
     "Tuesday, May 17, 2014=2014-05-17~:approx"},
    {"short weekday with a date", "2014-05-20", "Posted Sat, Nov 12, 2011 by staff",
     "Sat, Nov 12, 2011=2011-11-12:eq"},
    {"year is an apostrophe", "2014-05-20", "The class of June '12 met.", "June '12=2012-06:eq"},
    {"leap day", "2014-05-20", "Born on February 29, 2012.", "February 29, 2012=2012-02-29:eq"},
    {"far past", "2014-05-20", "Signed on July 4, 1776.", "July 4, 1776=1776-07-04:eq"},
    {"month and year", "2014-05-20", "In May 2014 it rained.", "May 2014=2014-05:eq"},
    {"month comma year", "2014-05-20", "In November, 2005 it rained.", "November, 2005=2005-11:eq"},
    {"month of year", "2014-05-20", "In August of 2013 it rained.", "August of 2013=2013-08:eq"},
    {"month of last year", "2014-05-20", "In August of last year it rained.",
     "August of last year=2013-08:eq"},
    {"month last year", "2014-05-20", "In January last year it rained.",
     "January last year=2013-01:eq"},
    {"date at the very end", "2014-05-20", "It closed on May 3, 2013", "May 3, 2013=2013-05-03:eq"},
    {"across a line break", "2014-05-20",
     "The old bridge over the river was closed to all of its traffic on May\n3, 2013, and the new "
     "one opened to it only in the following year.",
     "May\n3, 2013=2013-05-03:eq"},
    {"not across sentences", "2014-05-20", "It closed on Friday.\n\nMay 3, 2013 was bad.",
     "Friday=2014-05-16:eq; May 3, 2013=2013-05-03:eq"},
    {"non breaking space", "2014-05-20", "It closed on May 3, 2013.", "May 3, 2013=2013-05-03:eq"},
    {"no year before month day range", "2014-05-20", "It ran May 3, 5 and 7.",
     "May 3=2014-05-03:eq"},
    {"year of the other month", "2014-05-20", "In trials during March and May 2013 he won.",
     "March=2013-03:eq; May 2013=2013-05:eq"},
    {"year of the other day", "2014-05-20", "It fell on Dec. 5 and Jan. 7, 2014.",
     "Dec. 5=2013-12-05:eq; Jan. 7, 2014=2014-01-07:eq"},
    {"holiday", "2014-05-20", "On Christmas Day 2013 it snowed.",
     "Christmas Day 2013=2013-12-25:eq"},
    {"movable holiday", "2014-05-20", "On Thanksgiving Day 2013 it snowed.",
     "Thanksgiving Day 2013=2013-11-28:eq"},
    {"last monday holiday", "2014-05-20", "On Memorial Day 2013 it rained.",
     "Memorial Day 2013=2013-05-27:eq"},
    {"holiday without a year", "2014-05-20", "On New Year's Eve he was shot.",
     "New Year's Eve=2013-12-31:eq"},
    {"fourth of july", "2014-05-20", "On the Fourth of July, 2012, he sang.",
     "Fourth of July, 2012=2012-07-04:eq"},
};

static const MatchRow impossible_rows[] = {
    {"30 february", "2014-05-20", "On February 30, 2014 nothing.", ""},
    {"29 february of a common year", "2014-05-20", "On February 29, 2013 nothing.", ""},
    {"month 13", "2014-05-20", "Logged 2014-13-01 by staff.", ""},
    {"day 32", "2014-05-20", "Logged 2014-05-32 by staff.", ""},
    {"slashes beyond all", "2014-05-20", "Logged 13/13/2014 by staff.", ""},
    {"31 june", "2014-05-20", "On 31 June 2014 nothing.", ""},
    {"hour 25", "2014-05-20", "At 25:10 UTC nothing.", ""},
    {"minute 61", "2014-05-20", "At 7:61 p.m. nothing.", ""},
    {"13 a.m.", "2014-05-20", "At 13:00 a.m. nothing.", ""},
    {"0 p.m.", "2014-05-20", "At 0 p.m. nothing.", ""},
    {"digits without end", "2014-05-20", "On May 99999999999999999999, 2014 nothing.", ""},
    {"year without end", "2014-05-20", "In 20140000000000000000000 nothing.", ""},
    {"share after month", "2014-05-20", "In May 5% were lost.", "May=2014-05:eq"},
};

static const MatchRow yearless_rows[] = {
    {"just past", "2014-05-20", "He died on May 17.", "May 17=2014-05-17:eq"},
    {"past of last year", "2014-05-20", "He was killed on Nov. 30.", "Nov. 30=2013-11-30:eq"},
    {"ahead by its verb", "2014-05-20", "It will open on Nov. 30.", "Nov. 30=2014-11-30:eq"},
    {"scheduled", "2014-05-20", "The hearing is scheduled for June 5.", "June 5=2014-06-05:eq"},
    {"near ahead without a verb", "2014-05-20", "Tickets: June 5.", "June 5=2014-06-05:eq"},
    {"near ahead against another verb", "2014-05-20", "He was jailed to await a June 27 hearing.",
     "June 27=2014-06-27:eq"},
    {"today", "2014-05-20", "He died on May 20.", "May 20=2014-05-20:eq"},
    {"month past", "2014-05-20", "It closed in October.", "October=2013-10:eq"},
    {"month before its noun", "2014-05-20", "He faced a March traffic charge.", "March=2014-03:eq"},
    {"day before its nouns", "2014-05-20", "He saw the May 11 murders.", "May 11=2014-05-11:eq"},
    {"or another month", "2014-05-20", "It fell in March or April.",
     "March=2014-03:eq; April=2014-04:eq"},
    {"month ahead", "2014-05-20", "It will close in October.", "October=2014-10:eq"},
    {"this month", "2014-05-20", "It closed in May.", "May=2014-05:eq"},
    {"weekday decides the year", "2014-05-20", "On Wednesday, Dec. 12, he fell.",
     "Wednesday, Dec. 12=2012-12-12:eq"},
    {"leap day finds its year", "2014-05-20", "He fell on February 29.",
     "February 29=2012-02-29:eq"},
    {"last month by name", "2014-05-20", "He fell last October.", "last October=2013-10:eq"},
    {"next month by name", "2014-05-20", "He falls next October.", "next October=2014-10:eq"},
};

static const MatchRow unresolved_rows[] = {
    {"month and day", "", "He fell on May 17.", "May 17=XXXX-05-17:eq"},
    {"month", "", "He fell in October.", "October=XXXX-10:eq"},
    {"weekday", "", "He fell on Tuesday.", "Tuesday=XXXX-WXX-2:eq"},
    {"weekday and part of day", "", "He fell on Tuesday night.",
     "Tuesday night=XXXX-WXX-2T17:00/06:59:eq"},
    {"weekday and time", "", "He fell on Tuesday at 2:18 p.m. there.",
     "Tuesday at 2:18 p.m.=XXXX-WXX-2T14:18:eq"},
    {"time", "", "He fell at 2:18 p.m. there.", "2:18 p.m.=T14:18:eq"},
    {"day and time", "", "He fell on May 17 at 2:18 p.m. there.",
     "May 17 at 2:18 p.m.=XXXX-05-17T14:18:eq"},
    {"yesterday", "", "He fell yesterday.", "yesterday=~yesterday:eq"},
    {"last year", "", "He fell last year.", "last year=~last year:eq"},
    {"two weeks ago", "", "He fell two weeks ago.", "two weeks ago=~two weeks ago:approx"},
    {"since a weekday", "", "He is gone since Tuesday.", "Tuesday=XXXX-WXX-2:ge"},
    {"season", "", "He fell last summer.", "last summer=~last summer:eq"},
    {"quarter", "", "Its third-quarter profit fell.", "third-quarter=XXXX-35:eq"},
    {"weekday and date", "", "On Tuesday, May 20, he fell.", "Tuesday, May 20=XXXX-05-20:eq"},
    {"day after", "", "He fell the day after May 17.", "May 17=~day after may 17:eq"},
    {"absolute stays", "", "He fell on May 17, 2014.", "May 17, 2014=2014-05-17:eq"},
};

static const MatchRow partial_rows[] = {
    {"spring of", "2014-05-20", "In the spring of 2023 it rained.",
     "spring of 2023=2023-03-01/2023-06-21:eq"},
    {"summer", "2014-05-20", "Since summer 2013 it rained.", "summer 2013=2013-06/..:ge"},
    {"fall of", "2014-05-20", "In the fall of 2012 it rained.",
     "fall of 2012=2012-09-01/2012-12-21:eq"},
    {"winter of has two sides", "2014-05-20", "In the winter of 2012 it rained.",
     "winter of 2012=2011-12-01/2013-03-21:eq"},
    {"mid with hyphen", "2014-05-20", "It opens in mid-2015.", "mid-2015=2015-04/2015-09:eq"},
    {"mid month", "2014-05-20", "It opens in mid-June 2015.",
     "mid-June 2015=2015-06-08/2015-06-23:eq"},
    {"late month", "2014-05-20", "It fell in late May 2013.",
     "late May 2013=2013-05-18/2013-05-31:eq"},
    {"early year", "2014-05-20", "In early 2025 it rained.", "early 2025=2025-01/2025-04:eq"},
    {"late year", "2014-05-20", "In late 2013 it rained.", "late 2013=2013-08/2013-12:eq"},
    {"early in", "2014-05-20", "Early in 2013 it rained.", "Early in 2013=2013-01/2013-04:eq"},
    {"mid to late", "2014-05-20", "In the mid- to late 1990s it rained.",
     "mid- to late 1990s=1993/1999:eq"},
    {"early to mid", "2014-05-20", "In the early-to-mid 1980s it rained.",
     "early-to-mid 1980s=1980/1987:eq"},
    {"late last year", "2014-05-20", "It fell late last year.",
     "late last year=2013-08/2013-12:eq"},
    {"early this month", "2014-05-20", "It fell early this month.",
     "early this month=2014-05-01/2014-05-12:eq"},
    {"late last week", "2014-05-20", "It fell late last week.",
     "late last week=2014-05-14/2014-05-18:eq"},
    {"early next week", "2014-05-20", "It falls early next week.",
     "early next week=2014-05-26/2014-05-29:eq"},
    {"decade", "2014-05-20", "In the 1990s it rained.", "1990s=199X:eq"},
    {"decade with apostrophe", "2014-05-20", "In the 1980's it rained.", "1980's=198X:eq"},
    {"short decade", "2014-05-20", "In the '90s it rained.", "'90s=199X:eq"},
    {"late decade", "2014-05-20", "In the late 1990s it rained.", "late 1990s=1995/1999:eq"},
    {"mid decade", "2014-05-20", "In the mid-1980s it rained.", "mid-1980s=1983/1987:eq"},
    {"spelt decade", "2014-05-20", "In the nineties it rained.", "nineties=199X:eq"},
    {"century", "2014-05-20", "In the 19th century it rained.", "19th century=18XX:eq"},
    {"early century", "2014-05-20", "In the early 20th century it rained.",
     "early 20th century=1900/1939:eq"},
    {"first half", "2014-05-20", "In the first half of 2020 it rained.",
     "first half of 2020=2020-01/2020-06:eq"},
    {"second half of the year", "2014-05-20", "In the second half of the year it rained.",
     "second half of the year=2014-07/2014-12:eq"},
    {"quarter code", "2014-05-20", "Sales of Q3 2021 fell.", "Q3 2021=2021-07/2021-09:eq"},
    {"quarter", "2014-05-20", "In the third quarter of 2013 it fell.",
     "third quarter of 2013=2013-07/2013-09:eq"},
    {"ordinal quarter", "2014-05-20", "In the 1st quarter of 2013 it fell.",
     "1st quarter of 2013=2013-01/2013-03:eq"},
    {"quarter of its own", "2014-05-20", "Its second-quarter profit fell.",
     "second-quarter=2014-04/2014-06:eq"},
    {"first nine months", "2014-05-20", "In the first nine months of 2013 it fell.",
     "first nine months of 2013=2013-01/2013-09:eq"},
    {"fiscal year", "2014-05-20", "In fiscal year 2013 it fell.",
     "fiscal year 2013=2012-04/2014-06:eq"},
    {"fiscal", "2014-05-20", "In fiscal 2014 it fell.", "fiscal 2014=2013-04/2015-06:eq"},
    {"end of year", "2014-05-20", "At the end of 2013 it fell.", "end of 2013=2013-10/2013-12:eq"},
    {"beginning of the year", "2014-05-20", "At the beginning of the year it fell.",
     "beginning of the year=2014-01/2014-03:eq"},
    {"start of month", "2014-05-20", "At the start of May it fell.",
     "start of May=2014-05-01/2014-05-10:eq"},
    {"end of month", "2014-05-20", "At the end of the month it ends.",
     "end of the month=2014-05-21/2014-05-31:eq"},
    {"late summer", "2014-05-20", "It fell in late summer.",
     "late summer=2014-07-09/2014-09-23:eq"},
    {"middle of", "2014-05-20", "In the middle of 2013 it fell.",
     "middle of 2013=2013-04/2013-09:eq"},
};

static const MatchRow year_rows[] = {
    {"in", "2014-05-20", "In 2010 it fell.", "2010=2010:eq"},
    {"since", "2014-05-20", "Since 2005 it fell.", "2005=2005/..:ge"},
    {"season", "2014-05-20", "He won the 2014 season.", "2014=2014:eq"},
    {"season over two years", "2014-05-20", "He won the 2013-14 season.",
     "2013-14=2013/2014:between"},
    {"en dash", "2014-05-20", "He won the 2013–14 season.", "2013–14=2013/2014:between"},
    {"born", "2014-05-20", "He was born in 1950.", "1950=1950:eq"},
    {"brackets", "2014-05-20", "Her film (1998) won.", "1998=1998:eq"},
    {"life in brackets", "2014-05-20", "The painter (1910-1980) won.",
     "1910-1980=1910/1980:between"},
    {"possessive", "2014-05-20", "In his 1998 film he won.", "1998=1998:eq"},
    {"a report", "2014-05-20", "A 2013 report said so.", "2013=2013:eq"},
    {"elections", "2014-05-20", "The 2012 elections were won.", "2012=2012:eq"},
    {"of", "2014-05-20", "At the end of the summer of 2013 and the war of 1812.",
     "end of the summer of 2013=2013-08-16/2013-09-23:eq; 1812=1812:eq"},
    {"list", "2014-05-20", "In 2010, 2011 and 2012 he won.",
     "2010=2010:eq; 2011=2011:eq; 2012=2012:eq"},
    {"range of", "2014-05-20", "He reigned 2010 to 2013 there.", "2010 to 2013=2010/2013:between"},
    {"opens a sentence", "2014-05-20", "2013 was a good year.", "2013=2013:eq"},
    {"people are counted", "2014-05-20", "It had 2000 people there.", ""},
    {"by votes", "2014-05-20", "It won by 2000 votes.", ""},
    {"units", "2014-05-20", "It is 2000 km long.", ""},
    {"percent", "2014-05-20", "It rose 2000% there.", ""},
    {"block of a street", "2014-05-20", "She lives in the 1900 block of Oak Street.", ""},
    {"comma is a number", "2014-05-20", "In 2,014 cases it fell.", ""},
    {"money", "2014-05-20", "It cost $2014 there.", ""},
    {"hash", "2014-05-20", "See #2014 there.", ""},
    {"version", "2014-05-20", "It runs v2014.5 there.", ""},
    {"copyright", "2014-05-20", "Copyright 2016 by us.", "2016=2016:eq"},
    {"between numbers", "2014-05-20", "Between 1500 and 2000 people came.", ""},
    {"number behind a square bracket", "2014-05-20", "It says so [1913 Smith] there.", ""},
    {"year behind a bracket", "2014-05-20", "It says so (1913, Smith) there.", "1913=1913:eq"},
    {"year of the title", "2014-05-20", "He won the 1999 World Cup.", "1999=1999:eq"},
    {"glued letter", "2014-05-20", "It is 2000m long.", ""},
    {"points", "2014-05-20", "He scored 2010 points.", ""},
    {"before a capital", "2014-05-20", "The 2013 Israeli campaign failed.", "2013=2013:eq"},
    {"years of games", "2014-05-20", "It named the 2013-2014 games.",
     "2013-2014=2013/2014:between"},
    {"slash over two years", "2014-05-20", "He won the 2013/14 season.",
     "2013/14=2013/2014:between"},
    {"score is no year", "2014-05-20", "It ended 17/14 there.", ""},
};

static const MatchRow range_rows[] = {
    {"days of a month", "2014-05-20", "It ran from May 3 to 5.",
     "May 3 to 5=2014-05-03/2014-05-05:between"},
    {"days with a dash", "2014-05-20", "It ran May 3-5, 2013.",
     "May 3-5, 2013=2013-05-03/2013-05-05:between"},
    {"en dash days", "2014-05-20", "It ran May 3–5, 2013.",
     "May 3–5, 2013=2013-05-03/2013-05-05:between"},
    {"days of two months", "2014-05-20", "It ran from May 3 to June 5, 2013.",
     "May 3 to June 5, 2013=2013-05-03/2013-06-05:between"},
    {"month range", "2014-05-20", "It ran between June and August 2013.",
     "June and August 2013=2013-06/2013-08:between"},
    {"months over a year", "2014-05-20", "It ran from December to February 2013.",
     "December to February 2013=2012-12/2013-02:between"},
    {"years", "2014-05-20", "It ran from 2010 to 2013.", "2010 to 2013=2010/2013:between"},
    {"years with dash", "2014-05-20", "It ran 2010-2013 there.", "2010-2013=2010/2013:between"},
    {"weekdays", "2014-05-20", "It runs Monday through Friday.",
     "Monday through Friday=2014-05-19/2014-05-23:between"},
    {"day first", "2014-05-20", "It ran from 3 May to 5 June 2013.",
     "3 May to 5 June 2013=2013-05-03/2013-06-05:between"},
    {"hours of a day", "2014-05-20", "It ran from 9 a.m. to 5 p.m. Friday.",
     "9 a.m. to 5 p.m. Friday=2014-05-16T09:00/2014-05-16T17:00:between"},
    {"hours one half", "2014-05-20", "It ran between 2 and 4 p.m. Friday.",
     "2 and 4 p.m. Friday=2014-05-16T14:00/2014-05-16T16:00:between"},
    {"hours with dash", "2014-05-20", "It ran 2-4 p.m. on May 5.",
     "2-4 p.m. on May 5=2014-05-05T14:00/2014-05-05T16:00:between"},
    {"over midnight", "2014-05-20", "It ran from 10 p.m. Friday to 2 a.m. Saturday.",
     "10 p.m. Friday to 2 a.m. Saturday=2014-05-16T22:00/2014-05-17T02:00:between"},
    {"descending is none", "2014-05-20", "It ran from 2013 to 2010.", "2013=2013:eq; 2010=2010:eq"},
    {"part to part", "2014-05-20", "It ran from late 2010 to early 2013.",
     "late 2010 to early 2013=2010-08/2013-04:between"},
    {"decades", "2014-05-20", "It ran from the 1980s to the 1990s.",
     "1980s to the 1990s=1980/1999:between"},
    {"until", "2014-05-20", "It ran from May 3 until May 7.",
     "May 3 until May 7=2014-05-03/2014-05-07:between"},
    {"until after an article", "2014-05-20", "It ran from the mid-1980s until the early 1990s.",
     "mid-1980s until the early 1990s=1983/1994:between"},
};

static const MatchRow bound_rows[] = {
    {"since a year", "2014-05-20", "Since 2005 it rained.", "2005=2005/..:ge"},
    {"before a month", "2014-05-20", "Before May 2013 it rained.", "May 2013=../2013-04:lt"},
    {"by a year", "2014-05-20", "By 2030 it will rain.", "2030=../2030:le"},
    {"until a weekday", "2014-05-20", "It will rain until Friday.", "Friday=../2014-05-23:le"},
    {"after a day", "2014-05-20", "After May 5 it rained.", "May 5=2014-05-06/..:gt"},
    {"after a weekday's thing", "2014-05-20", "After Saturday's storm it rained.",
     "Saturday=2014-05-17:eq"},
    {"after a weekday thing", "2014-05-20", "After a Saturday shooting it rained.",
     "Saturday=2014-05-17:eq"},
    {"before a season of sport", "2014-05-20", "Before the 2013 season it rained.", "2013=2013:eq"},
    {"by the end", "2014-05-20", "By the end of 2015 it will rain.", "end of 2015=../2015:le"},
    {"before the end", "2014-05-20", "Before the end of May it will rain.",
     "end of May=../2014-05:le"},
    {"no later than", "2014-05-20", "No later than May 25 it will rain.",
     "May 25=../2014-05-25:le"},
    {"as early as", "2014-05-20", "As early as 2010 it rained.", "2010=2010/..:ge"},
    {"around a year", "2014-05-20", "It fell around 2010.", "2010=2010~:approx"},
    {"circa", "2014-05-20", "It fell circa 1850.", "1850=1850~:approx"},
    {"about a month is no bound", "2014-05-20", "He asked about May 2013.", "May 2013=2013-05:eq"},
    {"not until", "2014-05-20", "It did not rain not until 2013.", "2013=2013/..:ge"},
    {"prior to", "2014-05-20", "Prior to 2010 it rained.", "2010=../2009:lt"},
    {"since last year", "2014-05-20", "Since last year it rained.", "last year=2013/..:ge"},
    {"more than ago", "2014-05-20", "It fell more than two years ago.", "two years ago=../2012:le"},
    {"nearly ago", "2014-05-20", "It fell nearly two weeks ago.",
     "two weeks ago=2014-05-06~:approx"},
    {"since before sentence", "2014-05-20", "He waited since. Tuesday it rained.",
     "Tuesday=2014-05-20:eq"},
    {"day after", "2014-05-20", "The day after Christmas Day he fell.",
     "Christmas Day=2013-12-26:eq"},
    {"day before", "2014-05-20", "It fell the day before May 5.", "May 5=2014-05-04:eq"},
    {"week of", "2014-05-20", "It fell in the week of May 5.", "May 5=2014-05-05/2014-05-11:eq"},
    {"weekend of", "2014-05-20", "It fell on the weekend of May 17.",
     "May 17=2014-05-17/2014-05-19:eq"},
    {"just after a year", "2014-05-20", "It fell shortly after 2010.", "2010=2011/..:gt"},
};

static const MatchRow relative_rows[] = {
    {"weekday of today", "2014-05-20", "It fell on Tuesday.", "Tuesday=2014-05-20:eq"},
    {"weekday of this week", "2014-05-20", "It fell on Monday.", "Monday=2014-05-19:eq"},
    {"weekday of last week", "2014-05-20", "It fell on Friday.", "Friday=2014-05-16:eq"},
    {"weekday ahead", "2014-05-20", "He will appear in court Friday.", "Friday=2014-05-23:eq"},
    {"weekday ahead by schedule", "2014-05-20", "She is scheduled to be sentenced Friday.",
     "Friday=2014-05-23:eq"},
    {"said then will", "2014-05-20", "He said Monday that it will open Friday.",
     "Monday=2014-05-19:eq; Friday=2014-05-23:eq"},
    {"sentenced ahead", "2014-05-20", "He will be sentenced Friday.", "Friday=2014-05-23:eq"},
    {"last weekday", "2014-05-20", "It fell last Friday.", "last Friday=2014-05-16:eq"},
    {"last weekday of today", "2014-05-20", "It fell last Tuesday.", "last Tuesday=2014-05-13:eq"},
    {"next weekday", "2014-05-20", "It falls next Friday.", "next Friday=2014-05-23:eq"},
    {"this weekday", "2014-05-20", "It falls this Friday.", "this Friday=2014-05-23:eq"},
    {"weekday of last week by name", "2014-05-20", "It fell Tuesday of last week.",
     "Tuesday of last week=2014-05-13:eq"},
    {"weekday last week", "2014-05-20", "It fell on Wednesday last week.",
     "Wednesday last week=2014-05-14:eq"},
    {"lower case weekday", "2014-05-20", "it fell on friday.", "friday=2014-05-16:eq"},
    {"possessive weekday", "2014-05-20", "Friday's crash was bad.", "Friday=2014-05-16:eq"},
    {"yesterday", "2014-05-20", "It fell yesterday.", "yesterday=2014-05-19:eq"},
    {"today", "2014-05-20", "It fell today.", "today=2014-05-20:eq"},
    {"tomorrow", "2014-05-20", "It falls tomorrow.", "tomorrow=2014-05-21:eq"},
    {"day before yesterday", "2014-05-20", "It fell the day before yesterday.",
     "day before yesterday=2014-05-18:eq"},
    {"tonight", "2014-05-20", "It opens tonight.", "tonight=2014-05-20T17:00/2014-05-21T05:59:eq"},
    {"last night", "2014-05-20", "It fell last night.",
     "last night=2014-05-19T17:00/2014-05-20T06:59:eq"},
    {"this morning", "2014-05-20", "It fell this morning.",
     "this morning=2014-05-20T00:00/2014-05-20T12:00:eq"},
    {"last week", "2014-05-20", "It fell last week.", "last week=2014-05-11/2014-05-18:eq"},
    {"this week", "2014-05-20", "It fell this week.", "this week=2014-05-18/2014-05-25:eq"},
    {"next week", "2014-05-20", "It falls next week.", "next week=2014-05-25/2014-06-01:eq"},
    {"last month", "2014-05-20", "It fell last month.", "last month=2014-04:eq"},
    {"next month", "2014-05-20", "It falls next month.", "next month=2014-06:eq"},
    {"last year", "2014-05-20", "It fell last year.", "last year=2013:eq"},
    {"this year", "2014-05-20", "It fell this year.", "this year=2014:eq"},
    {"last quarter", "2014-05-20", "It fell last quarter.", "last quarter=2014-01/2014-03:eq"},
    {"last decade", "2014-05-20", "It fell last decade.", "last decade=200X:eq"},
    {"this summer", "2014-05-20", "It opens this summer.", "this summer=2014-06-01/2014-09-23:eq"},
    {"last summer", "2014-05-20", "It fell last summer.", "last summer=2013-06-01/2013-09-23:eq"},
    {"last winter", "2014-05-20", "It fell last winter.", "last winter=2013-12-01/2014-03-21:eq"},
    {"the weekend", "2014-05-20", "It fell over the weekend.", "weekend=2014-05-17/2014-05-18:eq"},
    {"last weekend", "2014-05-20", "It fell last weekend.",
     "last weekend=2014-05-17/2014-05-18:eq"},
    {"next weekend", "2014-05-20", "It falls next weekend.",
     "next weekend=2014-05-24/2014-05-25:eq"},
    {"weekend ahead", "2014-05-20", "It will open this weekend.",
     "this weekend=2014-05-24/2014-05-25:eq"},
    {"days ago", "2014-05-20", "It fell six days ago.", "six days ago=2014-05-14:eq"},
    {"weeks ago", "2014-05-20", "It fell two weeks ago.", "two weeks ago=2014-05-06~:approx"},
    {"months ago", "2014-05-20", "It fell 9 months ago.", "9 months ago=2013-08~:approx"},
    {"a year ago", "2014-05-20", "It fell a year ago.", "a year ago=2013~:approx"},
    {"years ago in digits", "2014-05-20", "It fell 25 years ago.", "25 years ago=1989~:approx"},
    {"a decade ago", "2014-05-20", "It fell a decade ago.", "a decade ago=2002~/2006~:approx"},
    {"and a half", "2014-05-20", "It fell two and a half years ago.",
     "two and a half years ago=2012~:approx"},
    {"past decade", "2014-05-20", "It fell over the past decade.",
     "past decade=2004-05-20/2014-05-20:eq"},
    {"last two weeks", "2014-05-20", "It fell in the last two weeks.",
     "last two weeks=2014-05-06/2014-05-20:eq"},
    {"next four years", "2014-05-20", "It falls over the next four years.",
     "next four years=2014-05-20/2018-05-20:eq"},
    {"past year", "2014-05-20", "It fell over the past year.",
     "past year=2013-05-20/2014-05-20:eq"},
    {"earlier this week", "2014-05-20", "It fell earlier this week.",
     "earlier this week=2014-05-18/2014-05-20:eq"},
    {"earlier this year", "2014-05-20", "It fell earlier this year.",
     "earlier this year=2014-01-01/2014-05-20:eq"},
    {"later this year", "2014-05-20", "It falls later this year.",
     "later this year=2014-05-20/2014-12-31:eq"},
    {"within the year", "2014-05-20", "It falls within the year.",
     "within the year=2014-05-20/2015-05-20:eq"},
    {"within the next two weeks", "2014-05-20", "It falls within the next two weeks.",
     "within the next two weeks=2014-05-20/2014-06-03:eq"},
    {"years later is from elsewhere", "2014-05-20", "Three years later it fell.", ""},
    {"the next day is from elsewhere", "2014-05-20", "The next day it fell.", ""},
    {"coming weeks are many", "2014-05-20", "It falls in the coming weeks.", ""},
    {"hours ago", "2014-05-20", "It fell two hours ago.", ""},
    {"end of the year", "2014-05-20", "It falls at the end of the year.",
     "end of the year=2014-10/2014-12:eq"},
    {"huge number ago", "2014-05-20", "It fell 99999999 years ago.", ""},
    {"fiscal", "2014-05-20", "It fell last fiscal year.", "last fiscal year=2012-04/2014-06:eq"},
    {"mixed number ago", "2014-05-20", "It fell 2 1/2 years ago.", "2 1/2 years ago=2012~:approx"},
    {"fraction is no number ago", "2014-05-20", "It fell 1/2 years ago.", ""},
};

static const MatchRow time_rows[] = {
    {"a.m.", "2014-05-20", "It fell at 2 a.m. there.", "2 a.m.=T02:00:eq"},
    {"minutes", "2014-05-20", "It fell at 7:35 p.m. there.", "7:35 p.m.=T19:35:eq"},
    {"no dots", "2014-05-20", "It fell at 7:35pm there.", "7:35pm=T19:35:eq"},
    {"capitals", "2014-05-20", "IT FELL AT 7:35 PM THERE", "7:35 PM=T19:35:eq"},
    {"scraped blanks", "2014-05-20", "It fell at 2: 18 p. m. there.", "2: 18 p. m.=T14:18:eq"},
    {"dot for colon", "2014-05-20", "It fell at 7.35pm there.", "7.35pm=T19:35:eq"},
    {"noon", "2014-05-20", "It fell at noon.", "noon=T12:00:eq"},
    {"midnight", "2014-05-20", "It fell at midnight.", "midnight=T00:00:eq"},
    {"12 noon", "2014-05-20", "It fell at 12 noon.", "12 noon=T12:00:eq"},
    {"12 a.m.", "2014-05-20", "It fell at 12 a.m. there.", "12 a.m.=T00:00:eq"},
    {"12:30 a.m.", "2014-05-20", "It fell at 12:30 a.m. there.", "12:30 a.m.=T00:30:eq"},
    {"24 hours", "2014-05-20", "It fell at 14:18 there.", "14:18=T14:18:eq"},
    {"padded", "2014-05-20", "It fell at 08:30 there.", "08:30=T08:30:eq"},
    {"military with zone", "2014-05-20", "It fell at 1630 GMT there.", "1630 GMT=T16:30:eq"},
    {"military hours", "2014-05-20", "It fell at 0800 hours.", "0800 hours=T08:00:eq"},
    {"zone", "2014-05-20", "It fell at 18:00 UTC there.", "18:00 UTC=T18:00:eq"},
    {"zone in brackets", "2014-05-20", "It fell at 6:40 p.m. (GMT +8) there.",
     "6:40 p.m. (GMT +8)=T18:40:eq"},
    {"eastern", "2014-05-20", "It fell at 6:40 p.m. EDT there.", "6:40 p.m. EDT=T18:40:eq"},
    {"local time", "2014-05-20", "It fell at 9:45 a.m. local time.",
     "9:45 a.m. local time=T09:45:eq"},
    {"in the morning", "2014-05-20", "It fell at 4:00 in the morning.",
     "4:00 in the morning=T04:00:eq"},
    {"at night", "2014-05-20", "It fell at 9 o'clock at night.", "9 o'clock at night=T21:00:eq"},
    {"just after", "2014-05-20", "It fell just after 6 p.m. there.", "6 p.m.=T18:01/18:15:approx"},
    {"just before the day", "2014-05-20", "It fell just before 12 a.m. there.",
     "12 a.m.=T23:59:approx"},
    {"just before", "2014-05-20", "It fell just before 6 p.m. there.",
     "6 p.m.=T17:45/17:59:approx"},
    {"shortly after midnight", "2014-05-20", "It fell shortly after midnight.",
     "midnight=T00:01/00:20:approx"},
    {"around", "2014-05-20", "It fell around 4 p.m. there.", "4 p.m.=T16:00:approx"},
    {"at about", "2014-05-20", "It fell at about 4:10 p.m. there.", "4:10 p.m.=T16:10:approx"},
    {"time then weekday", "2014-05-20", "It fell around 4 p.m. Friday.",
     "4 p.m. Friday=2014-05-16T16:00~:approx"},
    {"time then date", "2014-05-20", "It fell at 9:30 p.m. on Saturday, May 17.",
     "9:30 p.m. on Saturday, May 17=2014-05-17T21:30:eq"},
    {"weekday then time", "2014-05-20", "It fell Friday at 4 p.m. there.",
     "Friday at 4 p.m.=2014-05-16T16:00:eq"},
    {"date then time", "2014-05-20", "It fell on May 17, 2014, at about 6 p.m. there.",
     "May 17, 2014, at about 6 p.m.=2014-05-17T18:00~:approx"},
    {"date then after time", "2014-05-20", "It fell on May 17 just after 6 p.m. there.",
     "May 17 just after 6 p.m.=2014-05-17T18:01~/2014-05-17T18:15~:approx"},
    {"weekday morning", "2014-05-20", "It fell Friday morning.",
     "Friday morning=2014-05-16T00:00/2014-05-16T12:00:eq"},
    {"early weekday", "2014-05-20", "It fell early Friday.",
     "early Friday=2014-05-16T00:00/2014-05-16T09:59:eq"},
    {"late weekday", "2014-05-20", "It fell late Friday.",
     "late Friday=2014-05-16T17:00/2014-05-17T04:59:eq"},
    {"early weekday morning", "2014-05-20", "It fell early Friday morning.",
     "early Friday morning=2014-05-16T00:00/2014-05-16T08:59:eq"},
    {"late weekday night", "2014-05-20", "It fell late Friday night.",
     "late Friday night=2014-05-16T20:00/2014-05-17T05:59:eq"},
    {"time and morning", "2014-05-20", "It fell at 2:18 a.m. Friday morning.",
     "2:18 a.m. Friday morning=2014-05-16T02:18:eq"},
    {"1 a.m. of a night", "2014-05-20", "It fell at 1 a.m. Saturday night.",
     "1 a.m. Saturday night=2014-05-18T01:00:eq"},
    {"bare time last night", "2014-05-20", "It fell around 9:30 last night.",
     "9:30 last night=2014-05-19T21:30~:approx"},
    {"bare hour of a night", "2014-05-20", "It fell around 10 Saturday night.",
     "10 Saturday night=2014-05-17T22:00~:approx"},
    {"night of", "2014-05-20", "It fell on the night of May 5.",
     "night of May 5=2014-05-05T17:00/2014-05-06T06:59:eq"},
    {"midnight after", "2014-05-20", "It fell just after midnight Saturday.",
     "midnight Saturday=2014-05-17T00:01~/2014-05-17T00:15~:approx"},
    {"midnight before", "2014-05-20", "It fell just before midnight Friday.",
     "midnight Friday=2014-05-16T23:45~/2014-05-16T23:59~:approx"},
    {"midnight of", "2014-05-20", "It fell at midnight Sunday.",
     "midnight Sunday=2014-05-18T00:00/2014-05-19T00:00:eq"},
    {"time of another day", "2014-05-20", "It fell Thursday morning, around 4 p.m. Friday it rose.",
     "Thursday morning=2014-05-15T00:00/2014-05-15T12:00:eq; 4 p.m. "
     "Friday=2014-05-16T16:00~:approx"},
    {"time yesterday", "2014-05-20", "It fell at 6 p.m. yesterday.",
     "6 p.m. yesterday=2014-05-19T18:00:eq"},
    {"percent is no p.m.", "2014-05-20", "It rose 15 percent to 6 percent.", ""},
    {"ratio", "2014-05-20", "It won 2:1 there.", ""},
    {"race", "2014-05-20", "It took 2:18 to run.", ""},
    {"verse", "2014-05-20", "See Luke 2:18 there.", ""},
    {"articles", "2014-05-20", "He took 2 a day and 4 antennas.", ""},
    {"length of a video", "2014-05-20", "[0:43] Man found.", ""},
    {"length of a longer video", "2014-05-20", "16:37 Reporter discusses it.", ""},
    {"hours after a clock", "2014-05-20", "It fell at 9: 25 hours on Thursday.",
     "9: 25 hours on Thursday=2014-05-15T09:25:eq"},
    {"bare time of a night", "2014-05-20", "It fell at about 9: 25 on the night of May 5th.",
     "9: 25 on the night of May 5th=2014-05-05T21:25~:approx"},
    {"early hours of", "2014-05-20", "It fell in the early hours of Saturday.",
     "early hours of Saturday=2014-05-17T00:00/2014-05-17T06:59:eq"},
    {"late weekday afternoon", "2014-05-20", "It fell late Thursday afternoon.",
     "late Thursday afternoon=2014-05-15T14:00/2014-05-15T18:59:eq"},
    {"early weekday evening", "2014-05-20", "It fell early Sunday evening.",
     "early Sunday evening=2014-05-18T16:00/2014-05-18T20:59:eq"},
    {"late on a night", "2014-05-20", "It fell late on Monday night.",
     "late on Monday night=2014-05-19T20:00/2014-05-20T05:59:eq"},
    {"two zones", "2014-05-20", "It fell at 8: 00 am local time (0300 GMT) on Sunday.",
     "8: 00 am local time (0300 GMT) on Sunday=2014-05-18T08:00:eq"},
    {"hours are a length", "2014-05-20", "It has 2000 hours of film.", ""},
};

static const MatchRow recurring_rows[] = {
    {"every", "2014-05-20", "It opens every Tuesday.", "every Tuesday=every XXXX-WXX-2:eq"},
    {"plural", "2014-05-20", "It opens on Mondays.", "Mondays=every XXXX-WXX-1:eq"},
    {"each", "2014-05-20", "It opens each Friday.", "each Friday=every XXXX-WXX-5:eq"},
    {"weekdays", "2014-05-20", "It opens on weekdays.", "weekdays=every XXXX-WXX-12345:eq"},
    {"with a time", "2014-05-20", "It opens every Tuesday at 8 p.m. there.",
     "every Tuesday at 8 p.m.=every XXXX-WXX-2T20:00:eq"},
    {"weekends", "2014-05-20", "It opens on weekends.", "weekends=every XXXX-WXX-67:eq"},
};

static const MatchRow other_words_rows[] = {
    {"may have", "2014-05-20", "It may have rained.", ""},
    {"May the name", "2014-05-20", "Theresa May resigned.", ""},
    {"Mrs May", "2014-05-20", "Mrs May said no.", ""},
    {"April the name", "2014-05-20", "April Jones was found.", ""},
    {"June the name", "2014-05-20", "His wife June Smith fell.", ""},
    {"the march", "2014-05-20", "They joined the march.", ""},
    {"march on", "2014-05-20", "They march on Rome.", ""},
    {"second", "2014-05-20", "The second man fell.", ""},
    {"sun", "2014-05-20", "The Sun said so.", ""},
    {"sat", "2014-05-20", "He sat on it.", ""},
    {"August the adjective", "2014-05-20", "An august body met.", ""},
    {"fall", "2014-05-20", "The fall of Rome.", ""},
    {"spring", "2014-05-20", "They spring a leak.", ""},
    {"last", "2014-05-20", "The last man fell.", ""},
    {"this", "2014-05-20", "This man fell.", ""},
    {"Sunday Times", "2014-05-20", "The Sunday Times said so.", ""},
    {"Black Friday", "2014-05-20", "On Black Friday it rained.", ""},
    {"Friday the 13th", "2014-05-20", "He saw Friday the 13th there.", ""},
    {"early days", "2014-05-20", "In the early days it rained.", ""},
    {"end of the road", "2014-05-20", "At the end of the road it fell.", ""},
    {"a man", "2014-05-20", "A man fell.", ""},
    {"two men", "2014-05-20", "Two men fell.", ""},
    {"may at the start", "2014-05-20", "May they rest.", ""},
    {"March counts", "2014-05-20", "March 5,000 men onward.", ""},
    {"first", "2014-05-20", "He was first and third.", ""},
    {"late person", "2014-05-20", "The late John Smith fell.", ""},
    {"start", "2014-05-20", "The start was bad.", ""},
    {"within", "2014-05-20", "Within hours it fell.", ""},
    {"later", "2014-05-20", "He fell later.", ""},
    {"night alone", "2014-05-20", "He fell at night.", ""},
    {"the May government is a month at worst", "2014-05-20", "In the May Cabinet he sat.", ""},
    {"March for a cause", "2014-05-20", "The March for Life passed.", ""},
    {"May counts", "2014-05-20", "May 15 people be saved.", ""},
    {"May Day", "2014-05-20", "A May Day march.", ""},
    {"a newspaper", "2014-05-20", "He told USA Today so.", ""},
    {"a studio", "2014-05-20", "He sued 20th Century Fox.", ""},
};

static void
test_match(void **state)
{
    const MatchRow *row = *state;
    g_autofree char *dates = read_dates(row->published, row->text);
    assert_string_equal(dates, row->expected);
}

static const char *const wordings[] = {
    "on Tuesday",       "yesterday",   "last week",          "last year",
    "two weeks ago",    "last month",  "earlier today",      "last Friday",
    "over the weekend", "last night",  "in the past decade", "earlier this year",
    "six days ago",     "last summer", "on May 17",          "in October",
};

/* Whatever the day of publication: what is told as past does not begin after it, and what is told
 * as future does not end before it. */
static void
test_resolving_stays_in_window(void **state)
{
    (void)state;
    TestRandom random = {7};
    g_autoptr(FactArena) arena = fact_arena_new();
    for (guint round = 0; round < 2000; round++) {
        gboolean is_future = round % 2 == 1;
        static const char *const ahead[] = {"on Tuesday", "next week",  "tomorrow",
                                            "next year",  "next month", "on Friday"};
        const char *wording = is_future
                                  ? ahead[test_random_below(&random, G_N_ELEMENTS(ahead))]
                                  : wordings[test_random_below(&random, G_N_ELEMENTS(wordings))];
        g_autofree char *text =
            g_strdup_printf(is_future ? "It will open %s." : "It was shut %s.", wording);
        g_autofree char *padded = test_padded(text);
        FactClock clock = {
            TRUE, ((int64_t)test_random_below(&random, 20000) + 3000) * FACT_DAY_MINUTES, FALSE};
        FactTokens tokens;
        FactMention mention;
        guint end = 0;
        fact_tokens_init(&tokens, catalog->lexicon);
        fact_tokens_split(&tokens, padded, strlen(text));
        FactDateScan scan = {&lists, &tokens, tokens.n, clock, arena};
        for (guint i = 0; i < tokens.n && end == 0; i++) {
            scan.limit = tokens.sentences[fact_tokens_sentence_of(&tokens, i) + 1];
            end = fact_date_match(&scan, i, &mention);
            end = end == i ? 0 : end;
        }
        fact_tokens_clear(&tokens);
        if (end == 0)
            fail_msg("nothing read in \"%s\"", text);
        /* A day may lie within the skew of a crawled date, or a month ahead against its tense. */
        if (is_future)
            assert_true(mention.value.as.date.high >= clock.minute);
        else
            assert_true(mention.value.as.date.low <= clock.minute + 61 * FACT_DAY_MINUTES);
    }
}

static void
test_weekday_is_within_seven_days(void **state)
{
    static const char *const names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
    (void)state;
    g_autoptr(FactArena) arena = fact_arena_new();
    for (int day = 16000; day < 16030; day++) {
        for (guint n = 0; n < G_N_ELEMENTS(names); n++) {
            g_autofree char *padded = test_padded(names[n]);
            FactTokens tokens;
            FactMention mention;
            FactClock clock = {TRUE, (int64_t)day * FACT_DAY_MINUTES + 700, TRUE};
            fact_tokens_init(&tokens, catalog->lexicon);
            fact_tokens_split(&tokens, padded, strlen(names[n]));
            FactDateScan scan = {&lists, &tokens, tokens.n, clock, arena};
            assert_int_equal(fact_date_match(&scan, 0, &mention), 1);
            fact_tokens_clear(&tokens);
            int64_t back = day - mention.value.as.date.low / FACT_DAY_MINUTES;
            assert_true(back >= 0 && back < 7);
            assert_int_equal((mention.value.as.date.low / FACT_DAY_MINUTES + 3) % 7, n);
        }
    }
}

/* Any number of times round, a scan of a hostile text is bounded by its length. */
static void
test_long_texts_end(void **state)
{
    static const char *const pieces[] = {"May ",  "from ", "late ", "the end of ", "last ",
                                         "2014-", "5/",    "12:",   "every "};
    (void)state;
    for (guint p = 0; p < G_N_ELEMENTS(pieces); p++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint i = 0; i < 3000; i++)
            g_string_append(text, pieces[p]);
        g_autofree char *dates = read_dates("2014-05-20", text->str);
        assert_non_null(dates);
    }
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    catalog = fact_catalog_new(NULL, log, &error);
    g_assert_nonnull(catalog);
    fact_date_lists_init(&lists, catalog);
    TestSuite *suite = test_suite_new("date");
    test_suite_add_table(suite, "absolute", test_match, absolute_rows, G_N_ELEMENTS(absolute_rows),
                         sizeof(MatchRow));
    test_suite_add_table(suite, "impossible", test_match, impossible_rows,
                         G_N_ELEMENTS(impossible_rows), sizeof(MatchRow));
    test_suite_add_table(suite, "yearless", test_match, yearless_rows, G_N_ELEMENTS(yearless_rows),
                         sizeof(MatchRow));
    test_suite_add_table(suite, "unresolved", test_match, unresolved_rows,
                         G_N_ELEMENTS(unresolved_rows), sizeof(MatchRow));
    test_suite_add_table(suite, "partial", test_match, partial_rows, G_N_ELEMENTS(partial_rows),
                         sizeof(MatchRow));
    test_suite_add_table(suite, "year", test_match, year_rows, G_N_ELEMENTS(year_rows),
                         sizeof(MatchRow));
    test_suite_add_table(suite, "range", test_match, range_rows, G_N_ELEMENTS(range_rows),
                         sizeof(MatchRow));
    test_suite_add_table(suite, "bound", test_match, bound_rows, G_N_ELEMENTS(bound_rows),
                         sizeof(MatchRow));
    test_suite_add_table(suite, "relative", test_match, relative_rows, G_N_ELEMENTS(relative_rows),
                         sizeof(MatchRow));
    test_suite_add_table(suite, "time", test_match, time_rows, G_N_ELEMENTS(time_rows),
                         sizeof(MatchRow));
    test_suite_add_table(suite, "recurring", test_match, recurring_rows,
                         G_N_ELEMENTS(recurring_rows), sizeof(MatchRow));
    test_suite_add_table(suite, "other_words", test_match, other_words_rows,
                         G_N_ELEMENTS(other_words_rows), sizeof(MatchRow));
    test_suite_add(suite, test_resolving_stays_in_window);
    test_suite_add(suite, test_weekday_is_within_seven_days);
    test_suite_add(suite, test_long_texts_end);
    int status = test_suite_run(suite, argc, argv);
    fact_date_lists_clear(&lists);
    fact_catalog_unref(catalog);
    return status;
}
