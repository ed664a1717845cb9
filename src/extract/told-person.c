/* SPDX-License-Identifier: MIT */
#include "extract/told-person.h"

/* More than these an article counts itself. */
#define PEOPLE_MAX 40

static guint
age_at(const FactAnalysis *analysis, guint i)
{
    guint index = fact_analysis_value_at(analysis, i);
    const FactValue *value =
        index == FACT_NONE ? NULL : &fact_analysis_mention(analysis, index)->value;
    if (value == NULL || (value->flags & FACT_VALUE_IS_AGE) == 0)
        return 0;
    FactDecimal years = fact_value_amount(value);
    return years.exponent == 0 && years.coefficient > 0 && years.coefficient < 130
               ? (guint)years.coefficient
               : 0;
}

static gboolean
is_indefinite(const FactAnalysis *analysis, guint i)
{
    static const char *const words[] = {"a", "an", "another", "one", NULL};
    return fact_phrase_has_word(analysis, i, words);
}

/* By given name and surname, there or elsewhere in the article. */
static gboolean
is_told_in_full(const FactAnalysis *analysis, const FactName *name)
{
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    return name->last > name->first + 1 || (thing->n_tokens > 1 && !thing->is_ambiguous);
}

FactToldPerson
fact_told_person_read(const FactAnalysis *analysis, FactPhrase phrase)
{
    static const char *const another[] = {"another", NULL};
    FactToldPerson person = {.thing = FACT_NONE};
    guint sentence = fact_analysis_sentence_of(analysis, phrase.first);
    guint limit = analysis->tokens.sentences[sentence + 1];
    gboolean is_told_first =
        is_indefinite(analysis, phrase.first); /* "A Harlan Man" names nobody */
    guint name = is_told_first ? FACT_NONE : fact_phrase_head_name(analysis, phrase);
    if (name != FACT_NONE && fact_analysis_name(analysis, name)->last >= phrase.last &&
        is_told_in_full(analysis, fact_analysis_name(analysis, name)))
        person.thing = fact_analysis_name(analysis, name)->thing;
    person.is_another = fact_phrase_has_word(analysis, phrase.first, another);
    person.is_new = person.thing != FACT_NONE || is_told_first;
    for (guint i = phrase.first; i < phrase.last; i++) {
        guint end;
        if (person.age == 0)
            person.age = age_at(analysis, i);
        if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) != 0 && person.sex == NULL)
            person.sex = fact_wording_match(analysis->wording.sexes, &analysis->tokens, i,
                                            phrase.last, &end);
    }
    guint apposed = phrase.last + 1; /* "Ann Hall, 31," */
    if (person.age == 0 && apposed < limit && fact_analysis_is_mark(analysis, phrase.last, ','))
        person.age = age_at(analysis, apposed);
    return person;
}

/* "male" and "male adult" fit, "male adult" and "male child" do not. */
static gboolean
sexes_fit(const char *a, const char *b)
{
    return a == NULL || b == NULL || g_str_has_prefix(a, b) || g_str_has_prefix(b, a);
}

static gboolean
can_be_one(const FactToldPerson *a, const FactToldPerson *b)
{
    return !(a->thing != FACT_NONE && b->thing != FACT_NONE && a->thing != b->thing) &&
           !(a->age != 0 && b->age != 0 && a->age != b->age) && sexes_fit(a->sex, b->sex);
}

guint
fact_told_people_besides(const GArray *people, const GArray *others)
{
    guint n = 0;
    for (guint i = 0; i < people->len; i++) {
        const FactToldPerson *person = &g_array_index(people, FactToldPerson, i);
        gboolean is_known = FALSE;
        for (guint k = 0; k < others->len && !person->is_another; k++)
            is_known |= can_be_one(person, &g_array_index(others, FactToldPerson, k));
        n += !is_known;
    }
    return n;
}

void
fact_told_person_add(GArray *people, FactToldPerson person)
{
    for (guint i = 0; i < people->len && !person.is_another; i++) {
        FactToldPerson *known = &g_array_index(people, FactToldPerson, i);
        if (!can_be_one(known, &person))
            continue;
        known->thing = known->thing == FACT_NONE ? person.thing : known->thing;
        known->age = known->age == 0 ? person.age : known->age;
        known->sex = known->sex == NULL ? person.sex : known->sex;
        return;
    }
    if (people->len == 0 || (person.is_new && people->len < PEOPLE_MAX))
        g_array_append_val(people, person);
}
