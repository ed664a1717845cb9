/* SPDX-License-Identifier: MIT
 *
 * The recogniser of dates: turns most candidates away by the token after them, reads a point, and
 * then what stands around it.
 *
 *     date = [bound] ["the" | "on" | "in"] point [range]
 */
#include "value/date-private.h"

#include <string.h>

static FactSpan
span_of(const FactDateScan *scan, guint first, guint end)
{
    return (FactSpan){scan->tokens->tokens[first].start, scan->tokens->tokens[end - 1].end};
}

/* Whether the number at @i can begin a date at all: what follows most numbers in a text says no. */
static gboolean
may_begin_number(const FactDateScan *scan, guint i)
{
    const FactToken *token = &scan->tokens->tokens[i];
    guint len = token->end - token->start;
    FactDateWord word;
    if (len > 5)
        return FALSE;
    if (len == 4 && token->mark == 0) /* a year, perhaps */
        return TRUE;
    const FactToken *next = &scan->tokens->tokens[i + 1];
    if (i + 1 >= scan->limit || (next->flags & (FACT_TOKEN_NUMBER | FACT_TOKEN_SYMBOL)) != 0)
        return i + 2 < scan->limit &&
               (next->flags & FACT_TOKEN_NUMBER) != 0; /* "2 1/2 years ago" */
    if ((next->flags & FACT_TOKEN_WORD) == 0)
        return next->mark == ':' || next->mark == '/' || (next->flags & FACT_TOKEN_DASH) != 0;
    if (fact_date_word_read(scan, i + 1, &word))
        return TRUE;
    gboolean is_short = next->end - next->start <= strlen("p.m.");
    if ((next->flags & FACT_TOKEN_GLUED) != 0 ||
        (is_short && (next->mark == 'a' || next->mark == 'p')))
        return TRUE; /* "17th", "7pm", "7 p.m.", "2 and 4 p.m." */
    return fact_date_is_word(scan, i + 1, "to") || fact_date_is_word(scan, i + 1, "on") ||
           fact_date_is_word(scan, i + 1, "o'clock") || fact_date_is_word(scan, i + 1, "in") ||
           fact_date_is_word(scan, i + 1, "of");
}

/* Whether the word at @i can begin a date, by the word after it. "a", "first", "last" and "end" are
 * most of the words that are asked about, and few of them do. */
static gboolean
may_begin_word(const FactDateScan *scan, guint i)
{
    FactDateWord word;
    FactDateWord next;
    if (!fact_date_word_read(scan, i, &word))
        return FALSE;
    guint k = word.end;
    switch ((FactDateWordKind)word.kind) {
    case FACT_DATE_WORD_NUMBER:
        return fact_date_word_is(scan, k, FACT_DATE_WORD_UNIT, &next) ||
               fact_date_is_word(scan, k, "and");
    case FACT_DATE_WORD_NTH:
        k += fact_date_has_flag(scan, k, FACT_TOKEN_DASH) ? 1 : 0;
        return fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) ||
               (fact_date_word_read(scan, k, &next) &&
                (next.kind == FACT_DATE_WORD_UNIT || next.kind == FACT_DATE_WORD_NUMBER));
    case FACT_DATE_WORD_WHICH:
    case FACT_DATE_WORD_REST:
    case FACT_DATE_WORD_EVERY:
        return fact_date_has_flag(scan, k, FACT_TOKEN_NUMBER) ||
               fact_date_word_read(scan, k, &next);
    case FACT_DATE_WORD_PART:
        return word.a == 0 || fact_date_is_word(scan, k, "of");
    case FACT_DATE_WORD_HOURS:
        return fact_date_is_word(scan, k, "of") || fact_date_is_word(scan, k, "on");
    case FACT_DATE_WORD_UNIT:
        return word.a == FACT_DATE_UNIT_WEEKEND;
    case FACT_DATE_WORD_AGO:
    case FACT_DATE_WORD_ZONE:
        return FALSE;
    case FACT_DATE_WORD_MONTH:
    case FACT_DATE_WORD_WEEKDAY:
    case FACT_DATE_WORD_WEEKDAYS:
    case FACT_DATE_WORD_SEASON:
    case FACT_DATE_WORD_DAY:
    case FACT_DATE_WORD_AT:
    case FACT_DATE_WORD_QUARTER:
    case FACT_DATE_WORD_HALF:
    case FACT_DATE_WORD_FISCAL:
    case FACT_DATE_WORD_DECADE:
    case FACT_DATE_WORD_HOLIDAY:
    case FACT_DATE_WORD_WITHIN:
        return TRUE;
    }
    return TRUE;
}

/* Nothing reads across the end of a sentence. */
static guint
end_of_sentence(const FactTokens *tokens, guint i, guint limit)
{
    for (guint k = i + 1; k < limit; k++)
        if ((tokens->tokens[k].flags & FACT_TOKEN_SENTENCE) != 0)
            return k;
    return limit;
}

/* Bounds, range and tense around the point that was read from the core to @end. */
static guint
finish(const FactDateScan *scan, guint i, guint end, FactDateParts *parts, FactMention *mention)
{
    FactDateBound bound = fact_date_bound_find(scan, i);
    gboolean bends = bound.code != NULL && fact_date_point_is_bending(bound.code) &&
                     fact_date_point_is_one_time(parts);
    if (bends)
        fact_date_point_bend(bound.code, parts);
    /* Looked for only where something hangs on it. */
    gboolean is_open =
        scan->clock.is_known && parts->unit != FACT_DATE_UNIT_NONE && parts->year == 0;
    FactDateTense tense = is_open ? fact_date_tense_find(scan, i, end) : FACT_DATE_TENSE_NONE;
    mention->first = i;
    mention->core = i;
    fact_date_resolve(scan, parts, tense, &mention->value);
    guint last = fact_date_range_match(scan, i, end, tense, parts, &mention->value);
    if (last != end)
        mention->first = fact_date_range_first(scan, i);
    else if (bends || (bound.code != NULL && !fact_date_bound_is_attributive(scan, parts, end) &&
                       fact_date_bound_apply(scan, bound.code, parts, tense, &mention->value)))
        mention->first = bound.first;
    if (last == end && fact_date_bound_is_unplaced(bound.code, &mention->value)) {
        mention->first = bound.first; /* told from a day that is not known: its words must do */
        parts->form = FACT_DATE_FORM_OFFSET;
    }
    mention->last = last;
    mention->span = span_of(scan, i, last);
    gboolean is_told = parts->form == FACT_DATE_FORM_OFFSET; /* by its words, "the day after" too */
    fact_date_pattern_set(scan, parts,
                          is_told ? span_of(scan, mention->first, last) : mention->span,
                          &mention->value);
    return last;
}

guint
fact_date_match(const FactDateLists *lists, const FactTokens *tokens, guint i, guint limit,
                FactClock published, FactArena *arena, FactMention *out_mention)
{
    FactDateScan scan = {.lists = lists,
                         .tokens = tokens,
                         .limit = MIN(limit, tokens->n),
                         .clock = published,
                         .arena = arena};
    guint core = i;
    if (fact_date_is_mark(&scan, core, '\'') &&
        fact_date_has_flag(&scan, core + 1, FACT_TOKEN_GLUED))
        core++; /* "'90s" */
    if (core >= scan.limit)
        return i;
    gboolean is_number = fact_date_has_flag(&scan, core, FACT_TOKEN_NUMBER);
    if (!(is_number ? may_begin_number(&scan, core) : may_begin_word(&scan, core)))
        return i;
    scan.limit = end_of_sentence(tokens, core, scan.limit);
    FactDateParts parts = {0};
    guint end = fact_date_point_match(&scan, core, &parts);
    if (end == core)
        return i;
    return finish(&scan, i, end, &parts, out_mention);
}
