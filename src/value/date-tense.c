/* SPDX-License-Identifier: MIT
 *
 * Whether the verbs around a date speak of the past or of what is to come. The nearest one before
 * the date counts, then the nearest after it, within the clause.
 */
#include "value/date-private.h"

/* How far from a date its verb is looked for, in tokens. */
#define TENSE_BEFORE 14
#define TENSE_AFTER 12

/* Marks that no clause goes beyond. */
static gboolean
is_clause_end(const FactToken *token)
{
    if ((token->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) == 0)
        return FALSE;
    return token->mark == ';' || token->mark == '"' || token->mark == '(' || token->mark == ')';
}

uint32_t
fact_date_tense_of(const char *code)
{
    return code[0] == 'f' ? FACT_DATE_BEGINS_FUTURE : FACT_DATE_BEGINS_PAST;
}

/* What the phrase of the list at token @i, whose word is known, tells; 0 for nothing. */
static uint32_t
listed_tense(const FactDateScan *scan, guint i)
{
    uint32_t begins = fact_date_begins(scan, i);
    guint end;

    if ((begins & FACT_DATE_BEGINS_LONGER_TENSE) != 0 &&
        fact_date_may_follow(scan, i + 1, &scan->lists->tense_seconds)) {
        const char *code =
            fact_wording_match(scan->lists->tense, scan->tokens, i, scan->limit, &end);
        return code != NULL ? fact_date_tense_of(code) : 0;
    }
    return begins & (FACT_DATE_BEGINS_PAST | FACT_DATE_BEGINS_FUTURE);
}

static inline FactDateTense
tense_at(const FactDateScan *scan, guint i)
{
    uint32_t tense = fact_date_is_known(scan, i) ? listed_tense(scan, i) : 0;
    uint32_t classes = fact_token_classes(scan->tokens, i);

    if (tense != 0)
        return tense == FACT_DATE_BEGINS_FUTURE ? FACT_DATE_TENSE_FUTURE : FACT_DATE_TENSE_PAST;
    return (classes & FACT_WORD_PAST) != 0 &&
                   (classes & (FACT_WORD_NOUN | FACT_WORD_PREPOSITION)) == 0
               ? FACT_DATE_TENSE_PAST
               : FACT_DATE_TENSE_NONE;
}

/* "will be sentenced", "to be sworn in": a participle after a verb that looks ahead. */
static gboolean
is_led_by_future(const FactDateScan *scan, guint i)
{
    for (guint k = i; k > 0 && i - k < 4; k--) {
        if ((scan->tokens->tokens[k].flags & FACT_TOKEN_SENTENCE) != 0)
            return FALSE;
        if (tense_at(scan, k - 1) == FACT_DATE_TENSE_FUTURE)
            return TRUE;
    }
    return FALSE;
}

FactDateTense
fact_date_tense_find(const FactDateScan *scan, guint first, guint end)
{
    const FactToken *tokens = scan->tokens->tokens;
    for (guint k = first; k > 0 && first - k < TENSE_BEFORE; k--) {
        if ((tokens[k].flags & FACT_TOKEN_SENTENCE) != 0 || is_clause_end(&tokens[k - 1]))
            break;
        FactDateTense tense = tense_at(scan, k - 1);
        if (tense == FACT_DATE_TENSE_PAST && is_led_by_future(scan, k - 1))
            tense = FACT_DATE_TENSE_FUTURE;
        if (tense != FACT_DATE_TENSE_NONE)
            return tense;
    }
    for (guint k = end; k < scan->limit && k - end < TENSE_AFTER; k++) {
        if ((tokens[k].flags & FACT_TOKEN_SENTENCE) != 0 || is_clause_end(&tokens[k]))
            break;
        FactDateTense tense = tense_at(scan, k);
        if (tense != FACT_DATE_TENSE_NONE)
            return tense;
    }
    return FACT_DATE_TENSE_NONE;
}
