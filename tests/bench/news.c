/* SPDX-License-Identifier: MIT
 *
 * Sentences are templates. In braces stand slots: what a story knows (upper case), which all its
 * articles share, and words drawn anew each time (lower case).
 *
 *     {S} subject  {P} person  {L} the person's last name  {C} city  {D} date  {Y} year
 *     {M} {M2} sums of money  {N} {N2} counts  {R} percentage  {X} decimal
 *     {n} noun  {ns} plural  {v} verb, past  {a} adjective  {d} adverb  {w} weekday  {p} some
 * person {c} some city  {k} small number  {m} some sum  {r} some percentage  {t} how a sentence
 * ends
 */
#include "news.h"

#include "support/random.h"

#include <string.h>

#define PARAGRAPHS_MIN 9
#define PARAGRAPHS_MAX 14

static const char *const nouns[] = {
    "company",  "government", "report",     "market",    "plan",     "decision", "city",
    "group",    "project",    "system",     "police",    "deal",     "campaign", "court",
    "minister", "problem",    "research",   "study",     "law",      "budget",   "service",
    "school",   "hospital",   "industry",   "agreement", "election", "network",  "bridge",
    "factory",  "investor",   "proposal",   "inquiry",   "airport",  "harbour",  "festival",
    "museum",   "railway",    "contract",   "vote",      "storm",    "crop",     "forest",
    "reactor",  "satellite",  "laboratory", "orchestra", "pipeline", "quarry",   "reservoir",
    "tribunal", "turbine",    "vineyard",   "warehouse", "witness",  "archive",  "auction",
    "brewery",  "charter",    "dockyard",   "embassy",   "ferry",    "glacier",  "heatwave",
};

static const char *const plurals[] = {
    "officials", "residents",  "workers",   "investors",  "analysts",   "voters",
    "students",  "families",   "shares",    "prices",     "critics",    "engineers",
    "doctors",   "farmers",    "teachers",  "scientists", "passengers", "customers",
    "lawyers",   "talks",      "rules",     "costs",      "delays",     "losses",
    "repairs",   "complaints", "measures",  "reforms",    "tenants",    "crews",
    "buses",     "sensors",    "documents", "tariffs",    "permits",    "dividends",
};

static const char *const verbs[] = {
    "announced",  "rejected",   "welcomed",  "delayed",   "approved",   "criticised", "reviewed",
    "completed",  "questioned", "cancelled", "described", "backed",     "opposed",    "expanded",
    "reopened",   "published",  "abandoned", "renewed",   "signed",     "defended",   "measured",
    "redesigned", "funded",     "suspended", "inspected", "challenged", "postponed",
};

static const char *const adjectives[] = {
    "new",    "public",      "local",     "national", "major",      "early",
    "recent", "difficult",   "large",     "small",    "foreign",    "serious",
    "likely", "independent", "financial", "modern",   "unexpected", "expensive",
    "former", "rural",       "crowded",   "fragile",  "ambitious",  "temporary",
    "costly", "unfinished",  "disputed",  "remote",   "coastal",    "detailed",
    "narrow", "ageing",      "regional",  "quiet",    "voluntary",  "provisional",
};

static const char *const adverbs[] = {"quickly", "quietly",  "sharply", "slowly",
                                      "widely",  "publicly", "finally", "carefully",
                                      "largely", "formally", "briefly", "reluctantly"};

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static const char *const given_names[] = {"Anna",  "James",  "Maria",  "Robert", "Linda", "David",
                                          "Sarah", "Thomas", "Karen",  "Daniel", "Laura", "Peter",
                                          "Helen", "Mark",   "Julia",  "Simon",  "Priya", "Ahmed",
                                          "Chen",  "Fatima", "Miguel", "Yuki",   "Olga",  "Kwame"};

static const char *const publishers[] = {"The Morning Ledger", "Harbour Times", "Northern Post",
                                         "Evening Courier", "Capital Wire"};

static const char *const tails[] = {
    ", according to {p}",
    ", {p} said on {w}",
    ", although {ns} {d} {v} the {a} {n}",
    " despite {a} {ns} in {c}",
    ", and {ns} are waiting for the {a} {n}",
    " while the {n} in {c} was being {v}",
    "",
    "",
    ", a move that {ns} have {v}",
    " for the {k}th time since the {a} {n} began",
};

static const char *const fillers[] = {
    "The {a} {n} {v} the {n}{t}.",
    "Many {ns} {d} {v} the {a} {n}{t}.",
    "\xe2\x80\x9cWe have {v} every {a} {n},\xe2\x80\x9d said {p}, who {v} the {n} in {c}.",
    "It was not clear whether the {n} would be {v}{t}.",
    "In {c}, {ns} {v} the {n} after {a} {ns} {v} it{t}.",
    "{p}, who leads the {a} {n}, told {ns} that the {n} had been {v} {d}.",
    "The {n}, which {ns} {v} last year, remains {a}{t}.",
    "There were no {a} {ns} on {w}{t}.",
    "Some {k} {ns} {v} the {n}, up from {k} a year earlier{t}.",
    "The {n} costs about {m} a year, {ns} say.",
    "Spending on {ns} rose {r} to {m}{t}.",
    "But {ns} in {c} and {c} {v} the {a} {n}, and the {n} was {d} {v}.",
    "\"That is a {a} {n},\" {p} said. \"The {ns} have to be {v} first.\"",
    "A spokesman for the {n} declined to comment on the {a} {ns}.",
    "Neither the {n} nor its {ns} {v} a {a} {n}{t}.",
    "The {n} is expected to be {v} by the end of the year{t}.",
    "Under the {a} {n}, {ns} would pay {m} more for every {n}.",
    "More than {k} {ns} {v} at the {n} on {w}{t}.",
    "If the {n} is {v}, {ns} could lose {r} of their {ns}.",
    "The {a} {n} near {c} has {d} {v} {ns} for {k} years{t}.",
};

/* What each kind of story tells; the first sentence opens it. */
static const char *const disaster[] = {
    "A fire at the {S} plant in {C} killed {N} people on {D}, officials said.",
    "At least {N2} people were injured when the {S} plant in {C} burned, police said.",
    "The death toll from the {C} fire stands at {N}, {P} of the fire service said.",
    "Damage at {S} was put at {M}, and {N2} people were taken to hospital.",
    "{P}, {k}, who worked at {S}, said the alarm came too late.",
    "The plant in {C} was built in {Y} and employed about {k} workers.",
    "Insurers expect losses of {M2}, {L} told reporters in {C}.",
};

static const char *const company[] = {
    "{S} said on {D} that it would buy a rival in {C} for {M}.",
    "{S}, based in {C} and founded in {Y}, employs {N2} people.",
    "Its revenue rose {R} to {M2} in the last quarter.",
    "Shares of {S} fell {X} per cent after {P}, its chief executive, announced the deal.",
    "{L} said that the company would cut {N} jobs in {C}.",
    "The {M} deal is the largest in the history of {S}, which was founded in {Y}.",
    "Profit at {S} grew by {R}, more than analysts had expected.",
};

static const char *const product[] = {
    "{S} has released a language model that cost {M} to train, the company said on {D}.",
    "The model, which {S} launched in {Y}, was trained on {N2} chips.",
    "Training {S} cost less than {M2}, according to {P}.",
    "{P}, who founded the {C} laboratory in {Y}, said it rivals larger systems.",
    "The app was downloaded {N2} times in {N} countries.",
    "{S} scored {X} per cent in a test of {N} questions, {L} wrote.",
    "A subscription costs {m} a month, {R} less than before.",
};

static const char *const trial[] = {
    "{P}, {k}, of {C}, was sentenced to {N} months in prison on {D}.",
    "{L} had taken {M} from {S} over {k} years, the court in {C} heard.",
    "The fraud at {S} began in {Y}, prosecutors said, and cost {N2} customers their savings.",
    "A jury found {L} guilty on {N} counts after {k} days.",
    "{P}, who joined {S} in {Y}, must repay {M2}.",
    "Lawyers for {L} said {R} of the money had been returned.",
};

static const char *const election[] = {
    "{P} won the vote in {C} with {X} per cent on {D}.",
    "Turnout was {R}, and {N2} people voted, the commission said.",
    "{L}, {k}, has been mayor of {C} since {Y}.",
    "{P} spent {M} on the campaign, {M2} of it from {S}.",
    "The {S} party took {N} of the seats in {C}.",
    "{L} promised to build {N2} homes by {Y}.",
};

typedef struct {
    const char *const *sentences;
    guint n;
    const char *title;
} StoryKind;

static const StoryKind story_kinds[] = {
    {disaster, G_N_ELEMENTS(disaster), "{N} dead in {C} plant fire"},
    {company, G_N_ELEMENTS(company), "{S} to buy {C} rival for {M}"},
    {product, G_N_ELEMENTS(product), "{S} shakes the market with a {M} model"},
    {trial, G_N_ELEMENTS(trial), "{C} court jails {P} over {S} fraud"},
    {election, G_N_ELEMENTS(election), "{P} wins in {C}"},
};

/* What the articles of a story share; figures may differ in one of them. */
typedef struct {
    char subject[40];
    char given[16];
    char last[24];
    char city[24];
    guint day;
    guint month;
    guint year;
    guint founded;
    guint money[2]; /* in hundred thousands */
    guint counts[2];
    guint per_cent;
    guint tenths;
} Story;

#define pick(random, array) ((array)[test_random_below((random), G_N_ELEMENTS(array))])

/* Early entries of a list far more often than late ones, as words are in texts. */
#define pick_skewed(random, array) ((array)[skewed((random), G_N_ELEMENTS(array))])

static guint
skewed(TestRandom *random, guint n)
{
    guint a = test_random_below(random, n);
    guint b = test_random_below(random, n);
    guint c = test_random_below(random, n);

    return MIN(a, MIN(b, c));
}

static void
make_name(TestRandom *random, char *out, size_t size)
{
    static const char *const first[] = {
        "Bar", "Cal", "Dor",  "El",  "Far",  "Gran", "Hal", "Is",  "Kor", "Lan", "Mar", "Nor",
        "Os",  "Pel", "Quin", "Ros", "Sten", "Tor",  "Ul",  "Var", "Wes", "Yar", "Zel", "Brook"};
    static const char *const middle[] = {"",    "",    "a",  "e",  "in",  "ber",
                                         "den", "mor", "ri", "ti", "vel", "zan"};
    static const char *const last[] = {"ton",  "berg", "sen", "ford", "nik",  "lo",
                                       "wick", "ley",  "ski", "ham",  "dale", "ras",
                                       "mont", "gate", "via", "stad"};

    g_snprintf(out, size, "%s%s%s", pick(random, first), pick(random, middle), pick(random, last));
}

static guint
between(TestRandom *random, guint low, guint high)
{
    return low + test_random_below(random, high - low + 1);
}

static void
make_story(guint number, Story *story)
{
    static const char *const endings[] = {" Group", " Systems", " Energy", " Foods",   "",
                                          "",       "",         " R1",     " Holdings"};
    TestRandom random = {0x5eed0000u + number};
    char name[24];

    make_name(&random, name, sizeof name);
    g_snprintf(story->subject, sizeof story->subject, "%s%s", name, pick(&random, endings));
    g_strlcpy(story->given, pick(&random, given_names), sizeof story->given);
    make_name(&random, story->last, sizeof story->last);
    make_name(&random, story->city, sizeof story->city);
    story->day = between(&random, 1, 28);
    story->month = between(&random, 1, 12);
    story->year = between(&random, 2015, 2025);
    story->founded = between(&random, 1920, 2014);
    for (guint i = 0; i < 2; i++) {
        story->money[i] = between(&random, 5, 90000);
        story->counts[i] = between(&random, 2, i == 0 ? 90 : 60000);
    }
    story->per_cent = between(&random, 2, 95);
    story->tenths = between(&random, 11, 989);
}

/* Now and then an article has a figure of its own. */
static void
vary_story(TestRandom *random, Story *story)
{
    switch (test_random_below(random, 8)) {
    case 0:
        story->money[0] += between(random, 1, 40);
        break;
    case 1:
        story->counts[0] += between(random, 1, 5);
        break;
    case 2:
        story->per_cent += 1;
        break;
    default:
        break;
    }
}

static void
append_money(GString *out, guint hundred_thousands)
{
    if (hundred_thousands >= 10000)
        g_string_append_printf(out, "$%u.%u billion", hundred_thousands / 10000,
                               hundred_thousands / 1000 % 10);
    else
        g_string_append_printf(out, "$%u.%u million", hundred_thousands / 10,
                               hundred_thousands % 10);
}

static void
append_count(GString *out, guint count)
{
    if (count >= 1000)
        g_string_append_printf(out, "%u,%03u", count / 1000, count % 1000);
    else
        g_string_append_printf(out, "%u", count);
}

/* What the story knows; FALSE if the slot is not of those. */
static gboolean
append_fact(GString *out, const char *slot, const Story *story)
{
    gboolean is_second = slot[1] == '2';

    switch (*slot) {
    case 'S':
        g_string_append(out, story->subject);
        return TRUE;
    case 'P':
        g_string_append_printf(out, "%s %s", story->given, story->last);
        return TRUE;
    case 'L':
        g_string_append(out, story->last);
        return TRUE;
    case 'C':
        g_string_append(out, story->city);
        return TRUE;
    case 'D':
        g_string_append_printf(out, "%u %s %u", story->day, months[story->month - 1], story->year);
        return TRUE;
    case 'Y':
        g_string_append_printf(out, "%u", story->founded);
        return TRUE;
    case 'M':
        append_money(out, story->money[is_second]);
        return TRUE;
    case 'N':
        append_count(out, story->counts[is_second]);
        return TRUE;
    case 'R':
        g_string_append_printf(out, "%u%%", story->per_cent);
        return TRUE;
    case 'X':
        g_string_append_printf(out, "%u.%u", story->tenths / 10, story->tenths % 10);
        return TRUE;
    default:
        return FALSE;
    }
}

static void
append_name(GString *out, TestRandom *random)
{
    char name[24];

    make_name(random, name, sizeof name);
    g_string_append(out, name);
}

/* Words of a list, or a figure. */
static void
append_word(GString *out, const char *slot, TestRandom *random)
{
    switch (*slot) {
    case 'n':
        g_string_append(out,
                        slot[1] == 's' ? pick_skewed(random, plurals) : pick_skewed(random, nouns));
        break;
    case 'v':
        g_string_append(out, pick_skewed(random, verbs));
        break;
    case 'a':
        g_string_append(out, pick_skewed(random, adjectives));
        break;
    case 'd':
        g_string_append(out, pick_skewed(random, adverbs));
        break;
    case 'w':
        g_string_append(out, pick(random, weekdays));
        break;
    case 'p':
        g_string_append_printf(out, "%s ", pick(random, given_names));
        append_name(out, random);
        break;
    case 'c':
        append_name(out, random);
        break;
    case 'k':
        g_string_append_printf(out, "%u", between(random, 4, 90));
        break;
    case 'm':
        append_money(out, between(random, 3, 20000));
        break;
    default:
        g_string_append_printf(out, "%u%%", between(random, 1, 80));
        break;
    }
}

static void
expand(GString *out, const char *template, const Story *story, TestRandom *random)
{
    size_t start = out->len;

    while (*template != '\0') {
        const char *slot = strchr(template, '{');

        if (slot == NULL) {
            g_string_append(out, template);
            break;
        }
        g_string_append_len(out, template, slot - template);
        slot++;
        if (*slot == 't')
            expand(out, pick(random, tails), story, random);
        else if (!append_fact(out, slot, story))
            append_word(out, slot, random);
        template = strchr(slot, '}') + 1;
    }
    if (start < out->len)
        out->str[start] = g_ascii_toupper(out->str[start]);
}

void
news_article_init(NewsArticle *article)
{
    *article = (NewsArticle){.title = g_string_new(NULL), .text = g_string_new(NULL)};
}

void
news_article_clear(NewsArticle *article)
{
    g_string_free(article->title, TRUE);
    g_string_free(article->text, TRUE);
}

static void
append_paragraph(GString *out, const char *fact, const Story *story, TestRandom *random)
{
    g_string_append(out, out->len == 0 ? "" : "\n\n");
    if (fact != NULL)
        expand(out, fact, story, random);
    for (guint n = between(random, 2, 4); n > 0; n--) {
        g_string_append(out, fact != NULL ? " " : "");
        expand(out, pick(random, fillers), story, random);
        fact = fillers[0];
    }
}

void
news_article_write(NewsArticle *article, guint index)
{
    guint number = index / NEWS_ARTICLES_A_STORY;
    const StoryKind *kind = &story_kinds[number % G_N_ELEMENTS(story_kinds)];
    TestRandom random = {0xa271c1e0u + ((guint64)index << 20)};
    guint turn = test_random_below(&random, kind->n);
    Story story;

    make_story(number, &story);
    vary_story(&random, &story);
    g_string_truncate(article->title, 0);
    g_string_truncate(article->text, 0);
    g_snprintf(article->id, sizeof article->id, "news-%07u", index);
    g_snprintf(article->published, sizeof article->published, "%04u-%02u-%02u", story.year,
               story.month, story.day);
    article->publisher = publishers[index % G_N_ELEMENTS(publishers)];
    expand(article->title, kind->title, &story, &random);
    append_paragraph(article->text, kind->sentences[0], &story, &random);
    for (guint i = 0, n = between(&random, PARAGRAPHS_MIN, PARAGRAPHS_MAX); i < n; i++) {
        const char *fact = i % 2 == 0 ? kind->sentences[(turn + i / 2) % kind->n] : NULL;

        append_paragraph(article->text, fact, &story, &random);
    }
    g_string_append_c(article->text, '\n');
}
