/* SPDX-License-Identifier: MIT
 *
 * A run of capitals may hold an office and who holds it: none of them is part of the other's name.
 */
#include "extract/office.h"

#include <string.h>

/* "Manager", "Officer". */
static gboolean
is_person_word(const FactAnalysis *analysis, guint i)
{
    guint end;
    const char *kind =
        fact_wording_match(analysis->wording.descriptions, &analysis->tokens, i, i + 1, &end);
    return kind != NULL && strcmp(kind, "person") == 0;
}

/* A title, or behind one a word for a person: "General Manager", "Police Officer". */
static gboolean
is_title(const FactAnalysis *analysis, guint i, gboolean after_title)
{
    uint32_t classes = fact_analysis_classes(analysis, i);
    if ((classes & FACT_WORD_GIVEN_NAME) != 0)
        return FALSE;
    return (classes & FACT_WORD_TITLE) != 0 || (after_title && is_person_word(analysis, i));
}

static gboolean
is_given_name(const FactAnalysis *analysis, guint i)
{
    return (fact_analysis_classes(analysis, i) & FACT_WORD_GIVEN_NAME) != 0;
}

static gboolean
is_saint(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    return token->mark == 's' && token->end - token->start == 2; /* "Mary St. John" */
}

/* "Chief Executive Officer" at the end of tokens [first, last): its beginning, or @last. */
static guint
closing_office(const FactAnalysis *analysis, guint first, guint last)
{
    guint office = last;
    if (last - first < 2 || !is_title(analysis, last - 1, FALSE) ||
        !is_person_word(analysis, last - 1) || is_given_name(analysis, first))
        return last;
    while (office > first + 1 && !is_given_name(analysis, office - 1) &&
           (fact_analysis_classes(analysis, office - 1) &
            (FACT_WORD_TITLE | FACT_WORD_COMMON | FACT_WORD_DETERMINER)) != 0)
        office--;
    return (fact_analysis_classes(analysis, office) & FACT_WORD_TITLE) != 0 ? office : last;
}

/* "Orvane CEO Xanto Murrel": behind an office in capitals no ordinary word is a name. */
static gboolean
may_hold(const FactAnalysis *analysis, guint office, guint holder)
{
    return is_given_name(analysis, holder) ||
           ((fact_analysis_token(analysis, office)->flags & FACT_TOKEN_ALL_CAPS) != 0 &&
            (fact_analysis_classes(analysis, holder) & FACT_WORD_COMMON) == 0);
}

guint
fact_office_begin(const FactAnalysis *analysis, guint first, guint known, guint last)
{
    gboolean has_proper = known > first;
    if (is_title(analysis, first, FALSE) || is_given_name(analysis, first))
        return last;
    for (guint i = MAX(known, first + 1) - 1; i + 1 < last; i++) {
        if (i >= known && has_proper && is_title(analysis, i, FALSE) && !is_saint(analysis, i)) {
            guint holder = i + 1;
            while (holder + 1 < last && is_title(analysis, holder, TRUE))
                holder++;
            if (may_hold(analysis, i, holder) && holder + 1 < last)
                return i;
        }
        has_proper |= (fact_analysis_classes(analysis, i) & FACT_WORD_COMMON) == 0;
    }
    return has_proper ? closing_office(analysis, first, last) : last;
}

guint
fact_office_skip_titles(const FactAnalysis *analysis, guint first, guint last, uint32_t *flags)
{
    guint i = first;
    while (i + 1 < last && is_title(analysis, i, i > first)) {
        *flags |= FACT_NAME_TITLED;
        i++;
        while (i + 1 < last && fact_analysis_is_mark(analysis, i, '.'))
            i++;
    }
    return i;
}
