/* SPDX-License-Identifier: MIT
 *
 * No parser: adjectives, participles, nouns and names may stand between a number and its head, and
 * the first plural is taken for it, or a second one right behind ("12 sports cars"). Where there is
 * no plural, words that stay the same in the plural, and for one thing any noun, will do.
 */
#include "value/head-noun.h"

#include "value/numeral.h"

#include <string.h>

/* Words between a number and its head, hyphens not counted. */
#define GAP_MAX 5

enum {
    STOPS = FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION | FACT_WORD_PRONOUN |
            FACT_WORD_CONJUNCTION | FACT_WORD_AUXILIARY | FACT_WORD_NEGATION | FACT_WORD_REPORTING,
    NOUNS = FACT_WORD_NOUN | FACT_WORD_PLURAL,
};

static uint32_t
classes_at(const FactScan *scan, guint i)
{
    return fact_token_classes(scan->tokens, i);
}

static const char *
fold(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];
    g_autofree char *folded =
        g_utf8_strdown(scan->text + token->start, (gssize)(token->end - token->start));

    return fact_arena_strdup(scan->arena, folded);
}

/* "cities" to "city", "boxes" to "box", "cars" to "car". */
static const char *
strip_plural(const FactScan *scan, const char *plural)
{
    size_t len = strlen(plural);

    if (len > 4 && g_str_has_suffix(plural, "ies")) {
        char *singular = fact_arena_strndup(scan->arena, plural, len - 2);
        singular[len - 3] = 'y';
        return singular;
    }
    if (len > 4 && (g_str_has_suffix(plural, "shes") || g_str_has_suffix(plural, "ches") ||
                    g_str_has_suffix(plural, "xes") || g_str_has_suffix(plural, "sses")))
        return fact_arena_strndup(scan->arena, plural, len - 2);
    if (len > 2 && plural[len - 1] == 's' && plural[len - 2] != 's')
        return fact_arena_strndup(scan->arena, plural, len - 1);
    return plural;
}

static gboolean
is_plural_as_singular(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];
    guint end;
    const char *plural = fact_scan_lookup(scan, scan->plurals, i, i + 1, &end);

    return plural != NULL && strlen(plural) == token->end - token->start &&
           g_ascii_strncasecmp(plural, scan->text + token->start, strlen(plural)) == 0;
}

/* "aircraft", "staff": the plural is the singular. */
static inline gboolean
is_invariable(const FactScan *scan, guint i)
{
    return fact_phrase_table_may_begin(scan->plurals->phrases, scan->tokens, i) &&
           is_plural_as_singular(scan, i);
}

/* "RBIs", "SUVs" */
static gboolean
is_acronym_plural(const FactScan *scan, guint i)
{
    const char *text = scan->text + scan->token[i].start;
    uint32_t len = scan->token[i].end - scan->token[i].start;

    if (len < 3 || text[len - 1] != 's')
        return FALSE;
    for (uint32_t k = 0; k < len - 1; k++)
        if (!g_ascii_isupper(text[k]))
            return FALSE;
    return TRUE;
}

const char *
fact_head_noun_singular(const FactScan *scan, guint i)
{
    const FactLexicon *lexicon = scan->tokens->lexicon;
    FactWord word = scan->token[i].word;

    if (is_invariable(scan, i))
        return fold(scan, i);
    if (word == 0 || is_acronym_plural(scan, i))
        return strip_plural(scan, fold(scan, i));
    uint32_t classes = fact_lexicon_get_classes(lexicon, word);
    FactWord lemma = fact_lexicon_get_lemma(lexicon, word);
    if ((classes & FACT_WORD_PLURAL) != 0 && lemma != word)
        return fact_lexicon_get_text(lexicon, lemma);
    if ((classes & FACT_WORD_PLURAL) != 0 || (classes & NOUNS) == 0)
        return strip_plural(scan, fact_lexicon_get_text(lexicon, word));
    return fact_lexicon_get_text(lexicon, word);
}

static gboolean
ends_with_s(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];
    uint32_t len = token->end - token->start;

    return len > 3 && scan->text[token->end - 1] == 's' && scan->text[token->end - 2] != 's';
}

/* "Syrians", "Londoners": endings of peoples; other capitalised words in -s are names. */
static gboolean
is_people(const FactScan *scan, guint i)
{
    static const char *const endings[] = {"ans",    "ers",   "ists",  "ites",   "ees",    "ards",
                                          "ats",    "ors",   "raqis", "raelis", "audis",  "waitis",
                                          "stanis", "malis", "menis", "deshis", "iratis", "taris"};
    const FactToken *token = &scan->token[i];

    if (scan->text[token->end - 1] != 's')
        return FALSE;
    for (size_t k = 0; k < G_N_ELEMENTS(endings); k++) {
        size_t len = strlen(endings[k]);
        if (token->end - token->start > MAX(len, 4) &&
            memcmp(scan->text + token->end - len, endings[k], len) == 0)
            return TRUE;
    }
    return FALSE;
}

/* "A320s": so many of a model. */
static gboolean
is_model_plural(const FactScan *scan, guint i)
{
    const FactToken *token = &scan->token[i];

    return (token->flags & FACT_TOKEN_CAPITAL) != 0 && token->end - token->start > 2 &&
           scan->text[token->end - 1] == 's' && g_ascii_isdigit(scan->text[token->end - 2]);
}

static gboolean
is_plural(const FactScan *scan, guint i)
{
    uint32_t classes;

    if (!fact_scan_is_word(scan, i))
        return FALSE;
    if ((scan->token[i].flags & FACT_TOKEN_HAS_DIGIT) != 0)
        return is_model_plural(scan, i);
    if (is_invariable(scan, i))
        return TRUE;
    if ((scan->token[i].flags & FACT_TOKEN_CAPITAL) != 0 &&
        (fact_token_classes(scan->tokens, i) & FACT_WORD_PLURAL) == 0)
        return is_people(scan, i) || is_acronym_plural(scan, i);
    if (scan->token[i].word == 0)
        return ends_with_s(scan, i);
    classes = classes_at(scan, i);
    if ((classes & FACT_WORD_PLURAL) != 0)
        return TRUE;
    /* A word that only something else has put into the lexicon: a name, part of a cue. */
    return (classes & (NOUNS | STOPS | FACT_WORD_VERB | FACT_WORD_ADJECTIVE | FACT_WORD_ADVERB |
                       FACT_WORD_PAST | FACT_WORD_NUMBER | FACT_WORD_CALENDAR)) == 0 &&
           ends_with_s(scan, i);
}

/* Whether the word may stand between a number and its noun. */
static gboolean
is_modifier(const FactScan *scan, guint i)
{
    uint32_t classes = classes_at(scan, i);

    if (!fact_scan_is_word(scan, i) || (scan->token[i].flags & FACT_TOKEN_HAS_DIGIT) != 0)
        return FALSE;
    if (fact_scan_is_text(scan, i, "other") || fact_scan_is_text(scan, i, "more") ||
        fact_scan_is_text(scan, i, "such") || fact_scan_is_text(scan, i, "fewer") ||
        fact_scan_is_text(scan, i, "additional") || fact_scan_is_text(scan, i, "of"))
        return !fact_scan_is_text(scan, i, "of");
    if ((classes & STOPS) != 0 && (classes & (NOUNS | FACT_WORD_ADJECTIVE)) == 0)
        return FALSE;
    if ((classes & (FACT_WORD_DETERMINER | FACT_WORD_PREPOSITION | FACT_WORD_AUXILIARY)) != 0)
        return FALSE;
    /* another number begins another phrase, and a finite verb ends this one */
    if (fact_numeral_is_word(scan, i) && !fact_scan_is_hyphen(scan, i + 1))
        return FALSE;
    if ((classes & FACT_WORD_VERB) != 0 &&
        (classes & (NOUNS | FACT_WORD_ADJECTIVE | FACT_WORD_ADVERB | FACT_WORD_PAST)) == 0)
        return g_str_has_suffix(fact_lexicon_get_text(scan->tokens->lexicon, scan->token[i].word),
                                "ing");
    return TRUE;
}

static gboolean
is_noun(const FactScan *scan, guint i)
{
    return fact_scan_is_word(scan, i) &&
           (scan->token[i].word == 0 || (classes_at(scan, i) & NOUNS) != 0);
}

static void
take(const FactScan *scan, guint i, gboolean is_plural_noun, FactHeadNoun *out_noun)
{
    *out_noun = (FactHeadNoun){.noun = fact_head_noun_singular(scan, i),
                               .first = i,
                               .end = i + 1,
                               .is_plural = is_plural_noun};
}

/* "12 sports cars": the plural behind is the head. */
static guint
last_of_compound(const FactScan *scan, guint i)
{
    if (!fact_scan_is_border(scan, i + 1) && is_plural(scan, i + 1) &&
        (classes_at(scan, i + 1) & (STOPS | FACT_WORD_VERB)) == 0)
        return i + 1;
    return i;
}

static guint
skip_of(const FactScan *scan, guint i)
{
    if (fact_scan_is_text(scan, i, "of"))
        return i + 1;
    return i;
}

/* "Champions" of "17 Champions League seasons": a name goes on behind it. */
static gboolean
is_inner_name(const FactScan *scan, guint i)
{
    if ((scan->token[i].flags & FACT_TOKEN_CAPITAL) != 0 && fact_scan_is_hyphen(scan, i + 1))
        i++; /* "Rolls-Royce" */
    return (scan->token[i].flags & (FACT_TOKEN_CAPITAL | FACT_TOKEN_DASH)) != 0 &&
           !fact_scan_is_border(scan, i + 1) && fact_scan_is_word(scan, i + 1) &&
           (scan->token[i + 1].flags & FACT_TOKEN_CAPITAL) != 0;
}

/* "787" of "60 Boeing 787 jets", "47" of "six AK-47 rifles". */
static gboolean
is_model_number(const FactScan *scan, guint first, guint i)
{
    guint maker = i > scan->first + 1 && fact_scan_is_hyphen(scan, i - 1) ? i - 2 : i - 1;

    if (!fact_scan_is_number(scan, i) || i <= first)
        return FALSE;
    /* "five new 737 jets" */
    if (fact_scan_lookup(scan, scan->number_names, i, i + 1, NULL) != NULL)
        return TRUE;
    return fact_scan_is_number(scan, i) && maker >= first && fact_scan_is_word(scan, maker) &&
           (scan->token[maker].flags & FACT_TOKEN_CAPITAL) != 0;
}

/* "by" of "two fatal drive-by attacks": whatever is joined to another word by a hyphen. */
static gboolean
is_compound(const FactScan *scan, guint i)
{
    return (i > scan->first + 1 && fact_scan_is_hyphen(scan, i - 1) &&
            fact_scan_is_word(scan, i - 2)) ||
           (fact_scan_is_hyphen(scan, i + 1) && fact_scan_is_word(scan, i + 2));
}

/* "A350" of "six new A350 jets" */
static gboolean
is_model(const FactScan *scan, guint i)
{
    const char *text = scan->text + scan->token[i].start;

    return (scan->token[i].flags & (FACT_TOKEN_CAPITAL | FACT_TOKEN_HAS_DIGIT)) ==
               (FACT_TOKEN_CAPITAL | FACT_TOKEN_HAS_DIGIT) &&
           (g_ascii_isdigit(text[1]) || g_ascii_isdigit(text[2])) && !is_model_plural(scan, i);
}

/* "16-year-old" of "two 16-year-old boys", "500-pound" of "three 500-pound bombs"; one past the
 * word joined to the number, @i for none. "Two 16-year-olds" has no other noun. */
static guint
skip_measure(const FactScan *scan, guint i)
{
    if (!fact_scan_is_number(scan, i) || !fact_scan_is_hyphen(scan, i + 1) ||
        !fact_scan_is_word(scan, i + 2) ||
        (fact_token_classes(scan->tokens, i + 2) & FACT_WORD_UNIT) == 0)
        return i;
    return fact_scan_is_text(scan, i + 4, "olds") ? i : i + 2;
}

gboolean
fact_head_noun_find(const FactScan *scan, guint i, gboolean is_one, FactHeadNoun *out_noun)
{
    guint best = 0;
    guint n = 0;

    i = skip_of(scan, i);
    guint first = i;
    gboolean has_number = FALSE;
    for (; !fact_scan_is_border(scan, i) && n <= GAP_MAX; i++) {
        if (!fact_scan_is_word(scan, i)) {
            if (fact_scan_is_hyphen(scan, i) || is_model_number(scan, first, i))
                continue;
            guint measured = skip_measure(scan, i);
            if (measured == i)
                break;
            i = measured;
            has_number |= is_one || !fact_scan_is_text(scan, i + 2, "old");
            continue;
        }
        if (is_model(scan, i)) {
            n++;
            continue;
        }
        if (!is_one && is_plural(scan, i) && !is_inner_name(scan, i)) {
            take(scan, last_of_compound(scan, i), TRUE, out_noun);
            out_noun->has_number = has_number;
            return TRUE;
        }
        if (!is_modifier(scan, i) && !is_compound(scan, i))
            break;
        if (is_noun(scan, i) && !(is_one && (classes_at(scan, i) & FACT_WORD_ADVERB) != 0))
            best = i;
        else if (is_one && best > 0)
            break;
        n++;
    }
    if (!is_one || best == 0)
        return FALSE;
    take(scan, best, FALSE, out_noun);
    out_noun->has_number = has_number;
    return TRUE;
}
