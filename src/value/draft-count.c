/* SPDX-License-Identifier: MIT
 *
 * What a number counts: the noun behind it, behind "or more", or behind "of the"; and when "one"
 * and "half" are numbers at all.
 */
#include "value/draft.h"

#include "value/head-noun.h"

#include <string.h>

static gboolean
is_determiner(const FactScan *scan, guint i)
{
    return fact_scan_is_word(scan, i) &&
           (fact_token_classes(scan->tokens, i) & FACT_WORD_DETERMINER) != 0;
}

/* The noun behind "of the", "of their": not part of the value's wording, but what is counted. */
static gboolean
find_partitive(const FactScan *scan, guint i, FactHeadNoun *out_noun)
{
    if (!fact_scan_is_text(scan, i, "of"))
        return FALSE;
    for (i++;
         is_determiner(scan, i) || fact_numeral_is_word(scan, i) || fact_scan_is_number(scan, i);)
        i++;
    return fact_head_noun_find(scan, i, FALSE, out_noun);
}

/* Words of the catalog that nothing is said of may be nouns, as unknown ones may. */
static gboolean
is_no_noun(const FactScan *scan, guint i)
{
    const uint32_t others = FACT_WORD_VERB | FACT_WORD_ADJECTIVE | FACT_WORD_ADVERB |
                            FACT_WORD_PAST | FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION |
                            FACT_WORD_DETERMINER | FACT_WORD_AUXILIARY | FACT_WORD_PRONOUN;
    uint32_t classes = fact_token_classes(scan->tokens, i);

    return (classes & FACT_WORD_NOUN) == 0 && (classes & others) != 0;
}

/* "11-member", "six-cylinder": a singular joined to its number. */
static gboolean
find_joined(const FactScan *scan, guint i, FactHeadNoun *out_noun)
{
    if (!fact_scan_is_hyphen(scan, i) || !fact_scan_is_word(scan, i + 1) ||
        (scan->token[i + 1].flags & FACT_TOKEN_CAPITAL) != 0 || is_no_noun(scan, i + 1))
        return FALSE;
    *out_noun =
        (FactHeadNoun){.noun = fact_head_noun_singular(scan, i + 1), .first = i + 1, .end = i + 2};
    return TRUE;
}

static gboolean
is_exactly_one(const FactDraft *draft)
{
    return draft->value->comparator != FACT_COMPARATOR_BETWEEN &&
           draft->value->as.number.low.coefficient == 1 &&
           draft->value->as.number.low.exponent == 0;
}

static void
set_noun(FactDraft *draft, const FactHeadNoun *noun)
{
    draft->value->type = FACT_VALUE_COUNT;
    draft->value->unit = noun->noun;
}

/* The noun behind "or more" and "-plus": "50 or more people". */
static guint
skip_hedge(const FactScan *scan, guint limit, FactDraft *draft)
{
    if (!fact_hedge_may_be_after(scan, draft->end))
        return draft->end;
    FactHedge hedge = fact_hedge_find_after(scan, draft->end, limit);
    if (!hedge.is_said || fact_scan_is_border(scan, hedge.end))
        return draft->end;
    draft->hedge = hedge;
    return hedge.end;
}

/* "a quarter point", "half a point", "a half-point": the one noun that a fraction counts. */
static gboolean
read_part_of_point(const FactScan *scan, FactDraft *draft)
{
    guint i = draft->end;

    if (draft->value->type != FACT_VALUE_RATIO || draft->amount->numeral.is_digits)
        return FALSE;
    i += fact_scan_is_hyphen(scan, i) || fact_scan_is_text(scan, i, "of");
    i += fact_scan_is_text(scan, i, "a");
    if (!fact_scan_is_text(scan, i, "point"))
        return FALSE;
    draft->value->type = FACT_VALUE_COUNT;
    draft->value->unit = "point";
    draft->end = i + 1;
    draft->has_plural = TRUE;
    return TRUE;
}

/* Whether the mark at @i has neither a noun nor wording of bounds behind it, as none but a hyphen
 * and the marks of that wording have. */
static inline gboolean
is_end(const FactScan *scan, guint i)
{
    return (scan->token[i].flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 &&
           !fact_hedge_may_be_after(scan, i);
}

void
fact_draft_read_noun(const FactScan *scan, guint limit, FactDraft *draft)
{
    FactHeadNoun noun;

    if (fact_scan_is_border(scan, draft->end) || is_end(scan, draft->end) ||
        read_part_of_point(scan, draft) || draft->value->type != FACT_VALUE_NUMBER)
        return;
    guint i = skip_hedge(scan, limit, draft);
    if (draft->amount->numeral.is_vague && fact_scan_is_text(scan, i, "of") &&
        !is_determiner(scan, i + 1))
        i++;
    if (find_joined(scan, i, &noun) && strcmp(noun.noun, "block") != 0) {
        set_noun(draft, &noun);
        draft->end = noun.end;
        return;
    }
    if (find_partitive(scan, i, &noun)) {
        set_noun(draft, &noun);
        draft->has_plural = TRUE;
        return;
    }
    if (fact_scan_is_text(scan, i, "of"))
        return;
    if (fact_head_noun_find(scan, i, is_exactly_one(draft), &noun)) {
        set_noun(draft, &noun);
        if (!noun.has_number)
            draft->end = noun.end;
        draft->has_plural = noun.is_plural;
    }
}

/* "no one", "that one", "each one": pronouns. */
static gboolean
is_pronoun_one(const FactScan *scan, const FactDraft *draft)
{
    static const char *const before[] = {"no",    "each",  "any",  "every", "that",  "this",
                                         "which", "other", "some", "the",   "these", "those"};
    guint i = draft->core;

    if (i == scan->first || fact_scan_is_border(scan, i))
        return FALSE;
    if (fact_scan_is_hyphen(scan, i - 1))
        return TRUE;
    for (size_t k = 0; k < G_N_ELEMENTS(before); k++)
        if (fact_scan_is_text(scan, i - 1, before[k]))
            return draft->value->type != FACT_VALUE_COUNT || strcmp(before[k], "the") != 0;
    return fact_scan_is_word(scan, i - 1) && draft->value->type != FACT_VALUE_COUNT &&
           !fact_scan_is_text(scan, draft->amount->numeral.end, "of") &&
           !fact_scan_is_text(scan, i - 1, "only") &&
           (fact_token_classes(scan->tokens, i - 1) & FACT_WORD_ADJECTIVE) != 0;
}

gboolean
fact_draft_is_counting_one(const FactScan *scan, const FactDraft *draft)
{
    guint after = draft->amount->numeral.end;

    if (fact_scan_is_hyphen(scan, after) || is_pronoun_one(scan, draft))
        return FALSE;
    if (draft->value->type == FACT_VALUE_RATIO || draft->before.is_said ||
        draft->amount->numeral.is_signed)
        return TRUE;
    if (fact_scan_is_text(scan, after, "of"))
        return TRUE;
    return draft->value->type == FACT_VALUE_COUNT;
}

gboolean
fact_draft_is_counting_fraction(const FactScan *scan, const FactDraft *draft)
{
    guint after = draft->end;
    guint before = draft->core;

    if (!draft->amount->numeral.is_fraction || draft->amount->numeral.is_digits ||
        draft->amount->has_mark || draft->value->type == FACT_VALUE_COUNT)
        return TRUE;
    if (fact_scan_is_hyphen(scan, after))
        return FALSE;
    if (before > scan->first && !fact_scan_is_border(scan, before) &&
        fact_scan_is_word(scan, before - 1)) {
        uint32_t classes = fact_token_classes(scan->tokens, before - 1);
        if ((classes & FACT_WORD_NUMBER) != 0 || fact_scan_is_text(scan, before - 1, "in") ||
            fact_scan_is_text(scan, before - 1, "other") ||
            fact_scan_is_text(scan, before - 1, "last") ||
            fact_scan_is_text(scan, before - 1, "this") ||
            fact_scan_is_text(scan, before - 1, "each") ||
            fact_scan_is_text(scan, before - 1, "either") ||
            fact_scan_is_text(scan, before - 1, "the") ||
            ((classes & FACT_WORD_ADJECTIVE) != 0 && !draft->before.is_said))
            return fact_scan_is_text(scan, after, "of") && (classes & FACT_WORD_NUMBER) == 0;
    }
    if (before > scan->first && fact_scan_is_text(scan, before, "a") &&
        fact_scan_is_text(scan, before - 1, "and"))
        return FALSE; /* "an hour and a half" */
    if (before > scan->first && fact_scan_is_text(scan, before - 1, "by"))
        return TRUE;
    return draft->before.is_said || fact_scan_is_text(scan, after, "of") ||
           is_determiner(scan, after) || fact_scan_is_border(scan, after) ||
           !fact_scan_is_word(scan, after) ||
           after > draft->core + (fact_scan_is_text(scan, before, "a") ? 2 : 1);
}
