/* SPDX-License-Identifier: MIT
 *
 * Names where they stand: the catalog's, and runs of capitalised words. What a name stands for is
 * decided by thing.c, when all of them are known.
 *
 * A capital letter is weak evidence where every word has one: at the start of a sentence, in
 * headlines in Title Case or capitals. There, ordinary words make no name.
 */
#include "extract/analysis.h"
#include "extract/office.h"

#include <string.h>

/* Longest run of tokens that is still one name. */
#define NAME_TOKENS_MAX 9

#define FUNCTION_WORD                                                                              \
    (FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION | FACT_WORD_PRONOUN | FACT_WORD_CONJUNCTION |    \
     FACT_WORD_AUXILIARY | FACT_WORD_NEGATION)

typedef struct {
    FactAnalysis *analysis;
    const FactWording *heads; /* words of names that tell their kind */
    guint first;              /* of the sentence */
    guint limit;
    gboolean is_headline;
} Finder;

static gboolean
is_capital_word(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    return (token->flags & FACT_TOKEN_WORD) != 0 && (token->flags & FACT_TOKEN_CAPITAL) != 0;
}

/* Whether the capital of token @i says nothing. */
static gboolean
capital_is_weak(const Finder *finder, guint i)
{
    const FactToken *token = fact_analysis_token(finder->analysis, i);
    if (finder->is_headline || (token->flags & FACT_TOKEN_SENTENCE) != 0 || i == finder->first)
        return TRUE;
    const FactToken *before = fact_analysis_token(finder->analysis, i - 1);
    return (before->flags & FACT_TOKEN_PUNCT) != 0 && strchr("\":*([", before->mark) != NULL;
}

/* "Slow West scored": at the start of a sentence an ordinary word is part of a name where an
 * ordinary word with a capital follows, for that one has no other reason for its capital. */
static gboolean
goes_on_as_title(const Finder *finder, guint i)
{
    if (finder->is_headline || i + 1 >= finder->limit || !is_capital_word(finder->analysis, i + 1))
        return FALSE;
    uint32_t classes = fact_analysis_classes(finder->analysis, i + 1);
    const FactToken *next = fact_analysis_token(finder->analysis, i + 1);
    return (classes & FACT_WORD_COMMON) != 0 &&
           (classes & (FACT_WORD_TITLE | FACT_WORD_GIVEN_NAME | FACT_WORD_CALENDAR)) == 0 &&
           (next->flags & FACT_TOKEN_ALL_CAPS) == 0;
}

static gboolean
is_capital_pair(const Finder *finder, guint i)
{
    return i + 1 < finder->limit && is_capital_word(finder->analysis, i + 1) &&
           (fact_analysis_token(finder->analysis, i + 1)->kind & FACT_ROLE_VALUE) == 0;
}

/* Whether a name of no catalog may begin at token @i. */
static gboolean
can_start(const Finder *finder, guint i)
{
    const FactToken *token = fact_analysis_token(finder->analysis, i);
    if (i > finder->first && (token->flags & FACT_TOKEN_HAS_DIGIT) != 0 &&
        (token->flags & FACT_TOKEN_WORD) != 0 &&
        (fact_analysis_token(finder->analysis, i - 1)->flags & FACT_TOKEN_POSSESSIVE) != 0)
        return (token->kind & FACT_ROLE_VALUE) == 0; /* "OpenAI's o1" */
    if (!is_capital_word(finder->analysis, i) || (token->kind & FACT_ROLE_VALUE) != 0)
        return FALSE;
    uint32_t classes = fact_analysis_classes(finder->analysis, i);
    if ((classes & FUNCTION_WORD) != 0)
        return FALSE;
    if (token->end - token->start == 1 && token->mark == 'i')
        return FALSE;
    if ((classes & FACT_WORD_CALENDAR) != 0 && (classes & FACT_WORD_GIVEN_NAME) == 0 &&
        !is_capital_pair(finder, i))
        return FALSE; /* "Night", but not "Night Before" */
    if ((token->flags & FACT_TOKEN_ALL_CAPS) != 0 && (classes & FACT_WORD_COMMON) != 0)
        return FALSE; /* "AI", "CEO", or a word that is shouted */
    if (!capital_is_weak(finder, i) || (classes & FACT_WORD_COMMON) == 0)
        return TRUE;
    return (classes & (FACT_WORD_GIVEN_NAME | FACT_WORD_TITLE)) != 0 || goes_on_as_title(finder, i);
}

static gboolean
is_connector(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    if ((token->flags & FACT_TOKEN_SYMBOL) != 0)
        return token->mark == '&';
    if ((token->flags & FACT_TOKEN_WORD) == 0)
        return FALSE;
    static const char *const words[] = {"of",  "the", "de",  "la", "del", "van", "von",
                                        "der", "al",  "bin", "da", "du",  "and"};
    const char *text = fact_lexicon_get_text(analysis->tokens.lexicon, token->word);
    for (guint k = 0; k + 1 < G_N_ELEMENTS(words); k++)
        if (words[k][0] == token->mark && strcmp(text, words[k]) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_and(const Finder *finder, guint i)
{
    const FactToken *token = fact_analysis_token(finder->analysis, i);

    return (token->flags & FACT_TOKEN_WORD) != 0 && token->mark == 'a' &&
           strcmp(fact_lexicon_get_text(finder->analysis->tokens.lexicon, token->word), "and") == 0;
}

static gboolean
is_head(const Finder *finder, guint i)
{
    guint end;

    return fact_wording_match(finder->heads, &finder->analysis->tokens, i, i + 1, &end) != NULL;
}

/* "Drug" of "Food and Drug Administration": an ordinary noun with a capital, no name of its own. */
static gboolean
is_ordinary_noun(const Finder *finder, guint i)
{
    uint32_t classes = fact_analysis_classes(finder->analysis, i);

    return is_capital_word(finder->analysis, i) && (classes & FACT_WORD_COMMON) != 0 &&
           (classes & (FACT_WORD_NOUN | FACT_WORD_ADJECTIVE)) != 0 &&
           (classes &
            (FACT_WORD_GIVEN_NAME | FACT_WORD_PLACE | FACT_WORD_TITLE | FACT_WORD_CALENDAR)) == 0;
}

/* "and" at token @i joins ordinary nouns before the head of a name: "Aeronautics and Space
 * Administration", "Health and Human Services Department". Two names that are whole stay two. */
static gboolean
joins_nouns(const Finder *finder, guint i)
{
    guint last = i + 1;

    if (finder->is_headline || !is_and(finder, i) || !is_ordinary_noun(finder, i - 1) ||
        is_head(finder, i - 1))
        return FALSE;
    while (last < finder->limit && last < i + 4 && is_ordinary_noun(finder, last) &&
           !is_head(finder, last))
        last++;
    return last > i + 1 && last < finder->limit && is_capital_word(finder->analysis, last) &&
           (is_head(finder, last) ||
            (fact_analysis_classes(finder->analysis, last) & FACT_WORD_COMPANY_SUFFIX) != 0);
}

/* "of" and "the" join only what looks like the name of an organisation or a place: "University of
 * California", "Bank of the West"; never a person's. */
static guint
connector_end(const Finder *finder, guint i)
{
    guint end = i;
    if (joins_nouns(finder, i))
        return i + 1;
    if (!(i + 1 < finder->limit && is_capital_word(finder->analysis, i + 1)) &&
        !(i + 2 < finder->limit && is_capital_word(finder->analysis, i + 2)))
        return i;
    while (end < finder->limit && end < i + 2 && is_connector(finder->analysis, end))
        end++;
    if (end == i || end >= finder->limit || !is_capital_word(finder->analysis, end))
        return i;
    const char *first = fact_lexicon_get_text(finder->analysis->tokens.lexicon,
                                              fact_analysis_token(finder->analysis, i)->word);
    if (strcmp(first, "of") == 0 || strcmp(first, "the") == 0) {
        guint head_end;
        if (strcmp(first, "the") == 0 ||
            fact_wording_match(finder->heads, &finder->analysis->tokens, i - 1, i, &head_end) ==
                NULL)
            return i;
    }
    return end;
}

/* Whether the number at token @i belongs to the name before it: "Llama 3", "Boeing 737". */
static gboolean
number_continues(const Finder *finder, guint i)
{
    const FactToken *token = fact_analysis_token(finder->analysis, i);
    return (token->flags & FACT_TOKEN_NUMBER) != 0 && (token->kind & FACT_ROLE_VALUE) == 0 &&
           token->end - token->start <= 5;
}

static gboolean
continues(const Finder *finder, guint i)
{
    const FactAnalysis *analysis = finder->analysis;
    const FactToken *token = fact_analysis_token(analysis, i);
    if ((token->flags & (FACT_TOKEN_NEWLINE | FACT_TOKEN_PARAGRAPH | FACT_TOKEN_SENTENCE)) != 0)
        return FALSE;
    if (number_continues(finder, i))
        return TRUE;
    if (!is_capital_word(analysis, i) || (token->kind & FACT_ROLE_VALUE) != 0)
        return (token->flags & FACT_TOKEN_WORD) != 0 && (token->flags & FACT_TOKEN_HAS_DIGIT) != 0;
    uint32_t classes = fact_analysis_classes(analysis, i);
    if ((classes & FUNCTION_WORD) != 0 && token->end - token->start > 1)
        return !finder->is_headline && (classes & FACT_WORD_PRONOUN) == 0; /* "Night Before" */
    return !finder->is_headline || (classes & FACT_WORD_COMMON) == 0;
}

/* A nickname in quotation marks between two names: the token after its closing mark; @i for none.
 */
static guint
nickname_end(const Finder *finder, guint i)
{
    const FactAnalysis *analysis = finder->analysis;
    if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_QUOTE) == 0)
        return i;
    for (guint end = i + 1; end < finder->limit && end < i + 5; end++) {
        if ((fact_analysis_token(analysis, end)->flags & FACT_TOKEN_QUOTE) != 0)
            return end > i + 1 && end + 1 < finder->limit && is_capital_word(analysis, end + 1)
                       ? end + 1
                       : i;
        if ((fact_analysis_token(analysis, end)->flags & FACT_TOKEN_WORD) == 0 ||
            (fact_analysis_token(analysis, end)->flags & FACT_TOKEN_CAPITAL) == 0)
            return i;
    }
    return i;
}

/* End of the run of capitalised words that begins at token @i. */
static guint
run_end(const Finder *finder, guint i)
{
    const FactAnalysis *analysis = finder->analysis;
    guint end = i + 1;
    while (end < finder->limit && end - i < NAME_TOKENS_MAX) {
        const FactToken *token = fact_analysis_token(analysis, end);
        gboolean is_hyphen =
            (token->flags & FACT_TOKEN_DASH) != 0 && (token->flags & FACT_TOKEN_GLUED) != 0 &&
            end + 1 < finder->limit &&
            (fact_analysis_token(analysis, end + 1)->flags & FACT_TOKEN_GLUED) != 0;
        if (is_hyphen && (continues(finder, end + 1) || is_capital_word(analysis, end + 1))) {
            end += 2;
            continue;
        }
        if (continues(finder, end)) {
            end++;
            continue;
        }
        gboolean is_initial_dot = token->mark == '.' && (token->flags & FACT_TOKEN_GLUED) != 0 &&
                                  fact_analysis_token(analysis, end - 1)->end -
                                          fact_analysis_token(analysis, end - 1)->start ==
                                      1 &&
                                  end + 1 < finder->limit && is_capital_word(analysis, end + 1);
        gboolean is_title_dot = token->mark == '.' && (token->flags & FACT_TOKEN_GLUED) != 0 &&
                                end + 1 < finder->limit &&
                                (fact_analysis_classes(analysis, end - 1) & FACT_WORD_TITLE) != 0 &&
                                is_capital_word(analysis, end + 1);
        if (is_initial_dot || is_title_dot) {
            end++;
            continue;
        }
        guint nickname = nickname_end(finder, end);
        if (nickname > end) {
            end = nickname;
            continue;
        }
        guint after = connector_end(finder, end);
        if (after == end || !continues(finder, after))
            break;
        end = after + 1;
    }
    return end;
}

static uint32_t
kinds_of_words(const Finder *finder, guint first, guint last)
{
    const FactAnalysis *analysis = finder->analysis;
    uint32_t classes = fact_analysis_classes(analysis, last - 1);
    if ((classes & FACT_WORD_COMPANY_SUFFIX) != 0)
        return FACT_KIND_ORGANISATION;
    for (guint i = last; i-- > first;) {
        guint end;
        FactKind kind;
        const char *name = fact_wording_match(finder->heads, &analysis->tokens, i, last, &end);
        if (name != NULL && fact_kind_from_string(name, &kind))
            return kind;
    }
    if ((fact_analysis_classes(analysis, first) & FACT_WORD_GIVEN_NAME) != 0 && last - first >= 2)
        return FACT_KIND_PERSON;
    for (guint i = first; i < last; i++) {
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_HAS_DIGIT) != 0)
            return FACT_KIND_PRODUCT | FACT_KIND_EVENT | FACT_KIND_OTHER;
    }
    return 0;
}

static void
add_name(Finder *finder, FactName name)
{
    FactAnalysis *analysis = finder->analysis;
    const FactToken *after = fact_analysis_token(analysis, name.last);
    if ((after->flags & FACT_TOKEN_POSSESSIVE) != 0)
        name.flags |= FACT_NAME_POSSESSIVE;
    if (finder->is_headline)
        name.flags |= FACT_NAME_HEADLINE;
    name.thing = FACT_NONE;
    name.owner = FACT_NONE;
    for (guint i = name.start; i < name.last; i++) {
        analysis->tokens.tokens[i].kind |= FACT_ROLE_NAME;
        analysis->name_of[i] = analysis->names->len;
    }
    g_array_append_val(analysis->names, name);
}

/* "Chief AI Scientist": what follows the title is no name; "Sgt. Ruth Hale" is one. */
static gboolean
is_role(const FactAnalysis *analysis, guint first, guint last)
{
    uint32_t classes = fact_analysis_classes(analysis, last);
    uint32_t classes_first = fact_analysis_classes(analysis, first);
    gboolean is_code = (fact_analysis_token(analysis, first)->flags & FACT_TOKEN_ALL_CAPS) != 0;
    if (first < last && !is_code &&
        ((classes_first & FACT_WORD_GIVEN_NAME) != 0 || (classes_first & FACT_WORD_COMMON) == 0))
        return FALSE;
    return (classes & FACT_WORD_COMMON) != 0 && (classes & FACT_WORD_GIVEN_NAME) == 0;
}

/* "Shell casings littered the street": at the head of a sentence an ordinary word before a noun is
 * that word, though a company has the name. */
static gboolean
is_ordinary_word(const Finder *finder, guint i, guint end, uint32_t payload)
{
    const FactAnalysis *analysis = finder->analysis;
    const FactToken *token = fact_analysis_token(analysis, i);
    if (end != i + 1 || end >= finder->limit || finder->is_headline ||
        (payload & FACT_NAME_PAYLOAD_CASED) == 0 || (payload & FACT_NAME_PAYLOAD_ADJECTIVE) != 0 ||
        (token->flags & FACT_TOKEN_ALL_CAPS) != 0)
        return FALSE;
    const FactToken *next = fact_analysis_token(analysis, end);
    uint32_t classes = fact_analysis_classes(analysis, end);
    return (token->flags & FACT_TOKEN_SENTENCE) != 0 &&
           (fact_analysis_classes(analysis, i) & FACT_WORD_COMMON) != 0 &&
           (next->flags & FACT_TOKEN_WORD) != 0 && (next->flags & FACT_TOKEN_CAPITAL) == 0 &&
           (classes & FACT_WORD_NOUN) != 0 &&
           (classes & (FACT_WORD_VERB | FACT_WORD_AUXILIARY | FACT_WORD_PREPOSITION)) == 0;
}

/* A name of the catalog at token @i: its end, or @i. */
static guint
catalog_name(Finder *finder, guint i, FactName *out_name)
{
    FactAnalysis *analysis = finder->analysis;
    uint32_t payload = 0;
    guint end = fact_phrase_table_match(analysis->catalog->names, &analysis->tokens, i,
                                        finder->limit, &payload);
    if (end == i)
        return i;
    const FactToken *token = fact_analysis_token(analysis, i);
    gboolean has_digit = FALSE;
    for (guint j = i; j < end; j++)
        has_digit |= (fact_analysis_token(analysis, j)->flags & FACT_TOKEN_HAS_DIGIT) != 0;
    if ((token->flags & FACT_TOKEN_CAPITAL) == 0 &&
        ((payload & FACT_NAME_PAYLOAD_CASED) != 0 || !has_digit))
        return i;
    if ((payload & FACT_NAME_PAYLOAD_CAPITALS) != 0 && (token->flags & FACT_TOKEN_ALL_CAPS) == 0)
        return i;
    if (is_ordinary_word(finder, i, end, payload))
        return i;
    const FactEntity *known =
        g_ptr_array_index(analysis->catalog->entities, (payload & FACT_NAME_PAYLOAD_INDEX) - 1);
    *out_name =
        (FactName){.first = i, .start = i, .last = end, .known = known, .kinds = known->kind};
    if ((payload & FACT_NAME_PAYLOAD_ADJECTIVE) != 0)
        out_name->flags |= FACT_NAME_ADJECTIVE;
    return end;
}

/* A longer run of capitals beats a catalog's name inside it ("Paris Hilton"), unless what follows
 * is not part of it. */
static guint
find_name(Finder *finder, guint i)
{
    FactAnalysis *analysis = finder->analysis;
    FactName name = {0};
    guint end = i;
    uint32_t classes = fact_analysis_classes(analysis, i);
    const FactToken *token = fact_analysis_token(analysis, i);
    if ((token->kind & FACT_ROLE_VALUE) == 0 && (classes & (FACT_WORD_NAME | FACT_WORD_PLACE)) != 0)
        end = catalog_name(finder, i, &name);
    if (!can_start(finder, i)) {
        if (end > i)
            add_name(finder, name);
        return end;
    }
    guint run = run_end(finder, i);
    if (!finder->is_headline)
        run = fact_office_begin(analysis, i, end, run);
    if (end > i && (run <= end || finder->is_headline || (name.flags & FACT_NAME_ADJECTIVE) != 0)) {
        add_name(finder, name);
        return end;
    }
    if (end > i && name.kinds == FACT_KIND_PRODUCT) {
        name.last = run; /* "Gemini 2.5": a version the catalog does not list is another thing */
        name.known = NULL;
    }
    uint32_t flags = 0;
    guint first = fact_office_skip_titles(analysis, i, run, &flags);
    name = (FactName){.first = first, .start = i, .last = run, .flags = flags};
    while (name.last > name.first + 1 && fact_analysis_is_mark(analysis, name.last - 1, '.'))
        name.last--;
    if (name.last < finder->limit && fact_analysis_is_mark(analysis, name.last, '.') &&
        name.last > name.first + 1 &&
        (fact_analysis_token(analysis, name.last)->flags & FACT_TOKEN_GLUED) != 0 &&
        (fact_analysis_classes(analysis, name.last - 1) & FACT_WORD_ABBREVIATION) != 0)
        name.last++; /* "Hall Jr., 72" */
    if ((flags & FACT_NAME_TITLED) != 0 && is_role(analysis, name.first, name.last - 1))
        return MAX(run, i + 1);
    name.kinds = kinds_of_words(finder, first, name.last);
    if ((flags & FACT_NAME_TITLED) != 0 && (name.kinds & FACT_KIND_ORGANISATION) == 0)
        name.kinds = FACT_KIND_PERSON;
    add_name(finder, name);
    return MAX(MAX(run, name.last), i + 1);
}

void
fact_names_find(FactAnalysis *analysis)
{
    Finder finder = {
        .analysis = analysis,
        .heads = analysis->wording.name_heads,
    };
    const guint *sentences = analysis->tokens.sentences;
    guint next = 0;
    for (guint k = 0; k < analysis->n_starts; k++) {
        guint i = analysis->starts[k];
        guint sentence = analysis->sentence_of[i];
        if (i < next)
            continue;
        finder.first = sentences[sentence];
        finder.limit = sentences[sentence + 1];
        finder.is_headline = analysis->is_headline[sentence];
        next = find_name(&finder, i);
    }
}
