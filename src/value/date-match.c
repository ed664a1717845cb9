/* SPDX-License-Identifier: MIT
 *
 * The recogniser of dates: turns most candidates away by what is right behind them, reads a point,
 * and then what stands around it.
 *
 *     date = [bound] ["the" | "on" | "in"] point [range]
 */
#include "value/date-private.h"

static FactSpan
span_of(const FactDateScan *scan, guint first, guint end)
{
    return (FactSpan){scan->tokens->tokens[first].start, scan->tokens->tokens[end - 1].end};
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
    if (last == end && bound.code != NULL &&
        fact_date_bound_is_unplaced(bound.code, &mention->value)) {
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

/* These two are not one with their caller: whoever is turned away there need not make room for all
 * this. */
static G_GNUC_NO_INLINE guint
match_number(const FactDateScan *scan, guint i, guint core, guint lead, FactMention *mention)
{
    FactDateParts parts;
    guint end = fact_date_point_match_number(scan, core, lead, &parts);
    return end == core ? i : finish(scan, i, end, &parts, mention);
}

static G_GNUC_NO_INLINE guint
match_word(const FactDateScan *scan, guint i, const FactDateWord *word, FactMention *mention)
{
    FactDateParts parts;
    guint end = fact_date_point_match_word(scan, i, word, &parts);
    return end == i ? i : finish(scan, i, end, &parts, mention);
}

guint
fact_date_match(const FactDateScan *scan, guint i, FactMention *out_mention)
{
    guint core = i;
    FactDateWord word;
    if (fact_date_has_flag(scan, i, FACT_TOKEN_WORD))
        return fact_date_lead_is_word(scan, i, &word) ? match_word(scan, i, &word, out_mention) : i;
    if (fact_date_is_mark(scan, core, '\'') && fact_date_has_flag(scan, core + 1, FACT_TOKEN_GLUED))
        core++; /* "'90s" */
    if (!fact_date_has_flag(scan, core, FACT_TOKEN_NUMBER))
        return i;
    guint lead = fact_date_lead_of_number(scan, core);
    return lead != 0 ? match_number(scan, i, core, lead, out_mention) : i;
}
