/* SPDX-License-Identifier: MIT
 *
 * Whether the verbs around a date speak of the past or of what is to come. The nearest one before
 * the date counts, then the nearest after it, within the clause.
 */
#include "value/date-private.h"

/* How far from a date its verb is looked for, in tokens. */
#define TENSE_BEFORE 14
#define TENSE_AFTER 12

static gboolean
is_clause_end(const FactDateScan *scan, guint i)
{
    return fact_date_is_mark(scan, i, ';') || fact_date_is_mark(scan, i, '"') ||
           fact_date_is_mark(scan, i, '(') || fact_date_is_mark(scan, i, ')');
}

static FactDateTense
tense_at(const FactDateScan *scan, const FactWording *words, guint i)
{
    guint end;
    const char *tense = fact_wording_match(words, scan->tokens, i, scan->limit, &end);
    if (tense != NULL)
        return tense[0] == 'f' ? FACT_DATE_TENSE_FUTURE : FACT_DATE_TENSE_PAST;
    uint32_t classes = fact_token_classes(scan->tokens, i);
    if ((classes & FACT_WORD_PAST) == 0 ||
        (classes & (FACT_WORD_NOUN | FACT_WORD_PREPOSITION)) != 0)
        return FACT_DATE_TENSE_NONE;
    return FACT_DATE_TENSE_PAST;
}

/* "will be sentenced", "to be sworn in": a participle after a verb that looks ahead. */
static gboolean
is_led_by_future(const FactDateScan *scan, const FactWording *words, guint i)
{
    for (guint k = i; k > 0 && i - k < 4; k--) {
        if ((scan->tokens->tokens[k].flags & FACT_TOKEN_SENTENCE) != 0)
            return FALSE;
        if (tense_at(scan, words, k - 1) == FACT_DATE_TENSE_FUTURE)
            return TRUE;
    }
    return FALSE;
}

FactDateTense
fact_date_tense_find(const FactDateScan *scan, guint first, guint end)
{
    const FactWording *words = scan->lists->tense;
    for (guint k = first; k > 0 && first - k < TENSE_BEFORE; k--) {
        if ((scan->tokens->tokens[k].flags & FACT_TOKEN_SENTENCE) != 0 ||
            is_clause_end(scan, k - 1))
            break;
        FactDateTense tense = tense_at(scan, words, k - 1);
        if (tense == FACT_DATE_TENSE_PAST && is_led_by_future(scan, words, k - 1))
            tense = FACT_DATE_TENSE_FUTURE;
        if (tense != FACT_DATE_TENSE_NONE)
            return tense;
    }
    for (guint k = end; k < scan->limit && k - end < TENSE_AFTER; k++) {
        if ((scan->tokens->tokens[k].flags & FACT_TOKEN_SENTENCE) != 0 || is_clause_end(scan, k))
            break;
        FactDateTense tense = tense_at(scan, words, k);
        if (tense != FACT_DATE_TENSE_NONE)
            return tense;
    }
    return FACT_DATE_TENSE_NONE;
}
