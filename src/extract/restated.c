/* SPDX-License-Identifier: MIT */
#include "extract/restated.h"

#include "extract/cue-match.h"
#include "extract/open-attribute.h"

#include <string.h>

/* Members of a list that are read. */
#define LIST_MAX 24
/* Words of what a member of a list includes. */
#define INCLUDED_MAX 8

static gboolean
is_other_measure(const FactValue *a, const FactValue *b)
{
    return a->type == b->type && g_strcmp0(a->unit, b->unit) != 0;
}

static guint
skip_text(const FactAnalysis *analysis, guint i, const char *word)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    return token->end - token->start == strlen(word) &&
                   g_ascii_strncasecmp(analysis->tokens.text + token->start, word, strlen(word)) ==
                       0
               ? i + 1
               : i;
}

/* "(€2m; £1.7m)": whether mention @next stands in a bracket that opens right after token @end, or
 * goes on in one. */
static gboolean
is_in_bracket(const FactAnalysis *analysis, guint end, const FactMention *next)
{
    guint i = skip_text(analysis, end, "(");
    if (i == end)
        i = skip_text(analysis, end, ";");
    if (i == end)
        return FALSE;
    i = skip_text(analysis, i, "or");
    return i >= next->first && i <= next->core &&
           (fact_analysis_is_mark(analysis, next->last, ')') ||
            fact_analysis_is_mark(analysis, next->last, ';'));
}

/* "40 halls including churches and mosques, 8 bridges": the token after what is included, or @end. */
static guint
skip_included(const FactAnalysis *analysis, guint end)
{
    guint i = skip_text(analysis, end, "including");
    if (i == end)
        return end;
    while (i < analysis->tokens.n && i < end + INCLUDED_MAX &&
           fact_analysis_value_at(analysis, i) == FACT_NONE &&
           (fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0)
        i++;
    return fact_analysis_is_mark(analysis, i, ',') ? i : end;
}

/* "2 roads, 14 hotels and 8 bridges": whether mention @next is the list's next member. */
static gboolean
is_next_in_list(const FactAnalysis *analysis, guint end, const FactMention *next)
{
    end = skip_included(analysis, end);
    guint i = fact_analysis_is_mark(analysis, end, ',') ? end + 1 : end;
    guint joined = skip_text(analysis, i, "and");
    if (joined == i && skip_text(analysis, i, "as") != i)
        joined = skip_text(analysis, skip_text(analysis, i + 1, "well"), "as");
    return joined > end && joined >= next->first && joined <= next->core;
}

static void
append(const FactAnalysis *analysis, const FactClaim *claim, const FactMention *mention,
       GArray *claims)
{
    FactClaim copy = *claim;
    copy.value = mention->value;
    if (copy.value.type == FACT_VALUE_COUNT)
        copy.value.unit = fact_open_attribute_noun(analysis, copy.value.unit);
    copy.span = mention->span;
    g_array_append_val(claims, copy);
}

/* Sums and lengths are told in two measures, counts in lists. */
static gboolean
goes_on(const FactAnalysis *analysis, const FactMention *mention, const FactMention *next)
{
    if (!is_other_measure(&mention->value, &next->value))
        return FALSE;
    return mention->value.type == FACT_VALUE_COUNT ? is_next_in_list(analysis, mention->last, next)
                                                   : is_in_bracket(analysis, mention->last, next);
}

void
fact_restated_follow(const FactAnalysis *analysis, const FactAttribute *attribute, guint value,
                     const FactClaim *claim, uint8_t *taken, GArray *claims)
{
    const FactMention *mention = fact_analysis_mention(analysis, value);
    if (attribute->unit != NULL) /* people of all kinds are added up elsewhere */
        return;
    for (guint i = value + 1; i < analysis->mentions->len && i <= value + LIST_MAX; i++) {
        const FactMention *next = fact_analysis_mention(analysis, i);
        if (taken[i] || !goes_on(analysis, mention, next))
            return;
        mention = next;
        if (!fact_analysis_accepts(analysis, i, attribute))
            continue;
        if (next->value.type != FACT_VALUE_QUANTITY) /* the same length in miles says no more */
            append(analysis, claim, next, claims);
        taken[i] = TRUE;
    }
}
