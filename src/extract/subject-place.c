/* SPDX-License-Identifier: MIT */
#include "extract/subject-place.h"

#include "extract/phrase.h"

static gboolean
is_on_list(const FactAnalysis *analysis, const FactWording *list, guint i)
{
    guint end;
    return fact_wording_match(list, &analysis->tokens, i, analysis->tokens.n, &end) != NULL;
}

gboolean
fact_name_is_derived(const FactAnalysis *analysis, const FactName *name)
{
    static const char *const prepositions[] = {"of", "to", "for", NULL};
    guint start =
        analysis->tokens.sentences[fact_analysis_sentence_of(analysis, name->start)];
    guint i = name->start;
    for (; i > start; i--) {
        const FactToken *before = fact_analysis_token(analysis, i - 1);
        if (is_on_list(analysis, analysis->wording.changed_works, i - 1))
            return TRUE;
        if ((before->flags & FACT_TOKEN_QUOTE) == 0 &&
            (before->classes & (FACT_WORD_DETERMINER | FACT_WORD_ADJECTIVE)) == 0)
            break;
    }
    return i > start + 1 && fact_phrase_has_word(analysis, i - 1, prepositions) &&
           is_on_list(analysis, analysis->wording.derived_works, i - 2);
}

gboolean
fact_name_is_subject(const FactAnalysis *analysis, const FactName *name)
{
    if ((name->flags & (FACT_NAME_POSSESSIVE | FACT_NAME_ADJECTIVE)) != 0 ||
        fact_name_is_derived(analysis, name))
        return FALSE;
    if (name->start == 0)
        return TRUE;
    if (fact_analysis_is_mark(analysis, name->start - 1, '('))
        return FALSE;
    uint32_t after = fact_analysis_classes(analysis, name->last);
    if ((after & FACT_WORD_NOUN) != 0 &&
        (after & (FACT_WORD_VERB | FACT_WORD_PREPOSITION | FACT_WORD_AUXILIARY)) == 0 &&
        (fact_analysis_token(analysis, name->last)->flags & FACT_TOKEN_SENTENCE) == 0)
        return FALSE; /* "The YouTube channel" */
    guint before = name->start - 1;
    if ((fact_analysis_classes(analysis, before) & FACT_WORD_CONJUNCTION) != 0 && before > 0) {
        guint other = fact_analysis_name_at(analysis, before - 1); /* "in India and Tibet" */
        if (other != FACT_NONE)
            return fact_name_is_subject(analysis, fact_analysis_name(analysis, other));
    }
    while (before > 0 &&
           (fact_analysis_classes(analysis, before) &
            (FACT_WORD_DETERMINER | FACT_WORD_ADJECTIVE)) != 0 &&
           (fact_analysis_token(analysis, before)->flags & FACT_TOKEN_SENTENCE) == 0)
        before--;
    return (fact_analysis_classes(analysis, before) & FACT_WORD_PREPOSITION) == 0 ||
           (fact_analysis_token(analysis, name->start)->flags & FACT_TOKEN_SENTENCE) != 0;
}

gboolean
fact_name_is_reporter(const FactAnalysis *analysis, const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    if ((thing->kinds & FACT_KIND_PERSON) == 0 && (thing->kinds != 0 || !thing->looks_personal))
        return FALSE;
    return (fact_analysis_token(analysis, name->last)->flags & FACT_TOKEN_WORD) != 0 &&
           (fact_analysis_classes(analysis, name->last) & FACT_WORD_REPORTING) != 0;
}
